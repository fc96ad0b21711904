// Somebody's workbook with everything in it: after a patch over a hundred features are as they were, and only the cells asked for differ.
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { patchWorkbook } from "../../../src/file/patch/patchWorkbook";
import { checkReadBack } from "../../../src/file/patch/readBack";
import { readWorkbook } from "../../../src/file/readWorkbook";
import type { CellChange } from "../../../src/core/writing/types";
import { HOSTILE } from "../../contract/hostileTexts";
import { featuresOf, richWorkbook } from "./richWorkbook";

const change = (address: string, after: CellChange["after"], sheet = "Budget"): CellChange => ({ sheet, address, before: null, after, why: "test" });

test("120 features stay as they were; two cells and the order to calculate differ", () => {
  const book = richWorkbook();
  const before = featuresOf(book);
  const after = featuresOf(patchWorkbook(book, "rich.xlsm", [change("B5", 1100), change("B7", 100)]));
  // The number is stated in docs/command-line.md.
  expect(before.size).toBe(120);
  expect([...after.keys()]).toEqual([...before.keys()]);
  const differing = [...before].filter(([name, value]) => after.get(name) !== value).map(([name]) => [name, after.get(name)]);
  expect(differing).toEqual([
    ["xl/workbook.xml calcPr 1", '<calcPr calcId="191029" iterate="1" fullCalcOnLoad="1"/>'],
    ["xl/worksheets/sheet1.xml content B5", "<v>1100</v>"],
    ["xl/worksheets/sheet1.xml cell B7", '<c r="B7" s="1">'],
    ["xl/worksheets/sheet1.xml content B7", "<v>100</v>"],
  ]);
});

test("the patched workbook reads back, stored values of formulas included, and the same change gives the same bytes", () => {
  const book = richWorkbook();
  const changes = [change("B6", 700.25), change("B5", -3)];
  const patched = patchWorkbook(book, "rich.xlsx", changes);
  checkReadBack(book, patched, "rich.xlsx", changes);
  const [grid] = readWorkbook(patched, "rich.xlsx");
  expect(grid?.values[4]?.[1]).toBe(-3);
  expect(grid?.values[8]?.[1]).toBe(2000.5);
  expect(grid?.formulas?.[8]?.[1]).toContain("SUM(B5:B7)");
  expect(Buffer.compare(patched, patchWorkbook(book, "rich.xlsx", changes))).toBe(0);
  expect(() => checkReadBack(book, patched, "rich.xlsx", [change("B6", 700.25)])).toThrow(/B5 differs/);
  expect(() => checkReadBack(book, patched, "rich.xlsx", [...changes, change("B7", 1)])).toThrow(/B7 differs/);
});

test("hostile texts stay the texts they are, none becomes a formula", () => {
  for (const text of HOSTILE) {
    const changes = [change("B5", text)];
    const patched = patchWorkbook(richWorkbook(), "rich.xlsx", changes);
    checkReadBack(richWorkbook(), patched, "rich.xlsx", changes);
    const grid = readWorkbook(patched, "rich.xlsx").find(({ sheet }) => sheet === "Budget");
    expect([grid?.values[4]?.[1], grid?.formulas?.[4]?.[1] ?? null]).toEqual([text, null]);
  }
});

test("a table grows with its rows, on a hidden sheet too, and a name with an ampersand is found", () => {
  const book = richWorkbook();
  const grown = patchWorkbook(book, "rich.xlsx", [change("A2", "more", "Notes & more")], [{ sheet: "Budget", table: "tblBudget", area: { top: 3, left: 0, bottom: 7, right: 2 } }]);
  const table = strFromU8(unzipSync(grown)["xl/tables/table1.xml"] ?? new Uint8Array());
  expect(table).toContain('displayName="tblBudget" ref="A4:C8"');
  expect(table).toContain('<autoFilter ref="A4:C8"><filterColumn');
  expect(readWorkbook(grown, "rich.xlsx").find((grid) => grid.sheet === "Notes & more")?.values[1]?.[0]).toBe("more");
});

describe("refused, and nothing is made", () => {
  test.each<[string, CellChange, string, RegExp]>([
    ["a formula", change("B9", 1), "protected", /B9 can't be written/],
    ["a locked cell of a protected sheet", change("A5", 1), "protected", /A5 can't be written/],
    ["a sheet that is not there", change("A1", 1, "Gone"), "not-found", /no sheet called "Gone"/],
  ])("%s", (_name, asked, code, says) => {
    expect(() => patchWorkbook(richWorkbook(), "rich.xlsx", [asked])).toThrow(expect.objectContaining({ code, message: expect.stringMatching(says) }));
  });

  const without = (path: string, change: (xml: string) => string): Uint8Array => {
    const parts = unzipSync(richWorkbook());
    return zipSync({ ...parts, [path]: strToU8(change(strFromU8(parts[path] ?? new Uint8Array()))) });
  };

  test.each(["B9", "C5", "C7", "D9"])("the formula in %s, once the sheet is not protected", (address) => {
    const open = without("xl/worksheets/sheet1.xml", (xml) => xml.replace(/<sheetProtection[^>]*>/, ""));
    expect(() => patchWorkbook(open, "rich.xlsx", [change(address, 1)])).toThrow(expect.objectContaining({ code: "conflict", message: expect.stringMatching(new RegExp(`${address}.*holds a formula`)) }));
  });

  test("a signed workbook, one of another kind, a missing table and a broken part", () => {
    const parts = unzipSync(richWorkbook());
    const refused = (bytes: Uint8Array, name: string, code: string, table = "tblBudget"): void => {
      expect(() => patchWorkbook(bytes, name, [change("B5", 1)], [{ sheet: "Budget", table, area: { top: 0, left: 0, bottom: 1, right: 1 } }])).toThrow(expect.objectContaining({ code }));
    };
    refused(zipSync({ ...parts, "_xmlsignatures/sig1.xml": strToU8("<Signature/>") }), "signed.xlsx", "unsupported");
    refused(strToU8("Service,Budget\nDay care,5\n"), "budget.csv", "unsupported");
    refused(richWorkbook(), "rich.xlsx", "not-found", "tblOther");
    refused(without("xl/worksheets/sheet1.xml", (xml) => xml.slice(0, xml.indexOf("<row r=\"5\"") + 8)), "broken.xlsx", "unreadable");
  });
});
