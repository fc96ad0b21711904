// A workbook given to the host as data comes back as the same data.
import { Evaluator } from "../../../workbench/host/calc/evaluator";
import type { HostWorkbookData } from "../../../workbench/host/hostData";
import { workbookFromData } from "../../../workbench/host/model/fromData";
import { toData } from "../../../workbench/host/model/toData";

const full: HostWorkbookData = {
  name: "Partnership.xlsx",
  sheets: [
    {
      name: "Budget",
      visibility: "Visible",
      tabColor: "#0078D4",
      showGridlines: false,
      rows: [
        [{ v: "Line", s: { bold: true, fill: "#DDEBF7" } }, { v: "Amount" }],
        [],
        [{ v: "Staff" }, { v: 1200, z: "#,##0" }, null, { v: { error: "#N/A" } }],
        [{ v: true }, { v: 2400, f: "=B3*2" }, { l: { documentReference: "Pool!A1" }, v: "go" }],
      ],
      columns: [
        { index: 0, size: 120 },
        { index: 3, hidden: true },
      ],
      rowSettings: [{ index: 2, outlineLevel: 1 }],
      merges: ["E1:F1"],
      tables: [],
      validations: [
        {
          address: "F2:F9",
          rule: { list: { inCellDropDown: true, source: "Accept,Refuse" } },
          ignoreBlanks: true,
          prompt: { title: "Decision" },
        },
      ],
      conditionalFormats: [{ address: "A2:B9", type: "Custom", formula: "=$B2>0", stopIfTrue: false, format: { fontColor: "#9C0006" } }],
      frozen: { rows: 1, columns: 0 },
      protected: true,
      printTitleRows: "1:1",
    },
    {
      name: "Pool",
      visibility: "Hidden",
      tabColor: "",
      showGridlines: true,
      rows: [[{ v: "Key" }], [{ v: "a" }]],
      columns: [],
      rowSettings: [],
      merges: [],
      tables: [
        { name: "tblPool", address: "A1:A2", showHeaders: true, showTotals: false, style: "TableStyleLight1", showFilterButton: false },
      ],
      validations: [],
      conditionalFormats: [],
      protected: false,
    },
  ],
  names: [
    { name: "Rate", formula: "=0.1" },
    { name: "Local", formula: "=Pool!$A$1", sheet: "Pool" },
  ],
  activeSheet: "Budget",
};

test("there and back", () => {
  expect(toData(workbookFromData(full, new Evaluator()))).toEqual(full);
});

test("bare values are enough, and no sheet at all is one empty sheet", () => {
  const workbook = workbookFromData({ sheets: [{ name: "S", rows: [["a", 1, null, true]] }] }, new Evaluator());
  expect(toData(workbook).sheets[0]?.rows).toEqual([[{ v: "a" }, { v: 1 }, null, { v: true }]]);
  expect(toData(workbookFromData({ sheets: [] }, new Evaluator())).sheets.map((sheet) => sheet.name)).toEqual(["Sheet1"]);
});

test("data that can't be a workbook is refused", () => {
  const open = (data: HostWorkbookData) => () => workbookFromData(data, new Evaluator());
  expect(open({ sheets: [{ name: "a:b", rows: [] }] })).toThrow("not allowed");
  expect(
    open({
      sheets: [
        { name: "S", rows: [] },
        { name: "s", rows: [] },
      ],
    }),
  ).toThrow("already exists");
  expect(open({ sheets: [{ name: "S", rows: [], merges: ["nowhere"] }] })).toThrow("not an address");
  expect(open({ sheets: [{ name: "S", rows: [], visibility: "Hidden" }] })).toThrow("visible sheet");
});
