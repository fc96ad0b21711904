// The host's own calculator: the closed vocabulary of formulas that the add-in writes.
import { Evaluator } from "../../../workbench/host/calc/evaluator";
import type { CellData, HostWorkbookData, SheetData } from "../../../workbench/host/hostData";
import { workbookFromData } from "../../../workbench/host/model/fromData";
import { wireValue } from "../../../workbench/host/model/cell";
import type { WorkbookModel } from "../../../workbench/host/model/workbook";

const lines: SheetData = {
  name: "Purse Lines",
  rows: [
    ["Agency", "Kind", "Amount", "Note"],
    ["Council", "Staff", 100, "a"],
    ["Council", "Fleet", 50, null],
    ["Police", "staff", 30, "b*"],
    ["Police", "Income", -20, true],
    ["Fire", 7, 5, { f: '=""' }],
  ],
  tables: [{ name: "tblLines", address: "A1:D6" }],
};

const calculated = (formula: string, extra: Partial<HostWorkbookData> = {}): { value: unknown; workbook: WorkbookModel } => {
  const cell: CellData = { f: formula };
  const workbook = workbookFromData({ sheets: [{ name: "Pool", rows: [[cell]] }, lines], ...extra }, new Evaluator());
  new Evaluator().calculate(workbook);
  const value = workbook.sheets[0]?.cellAt(0, 0)?.value;
  return { value: value === undefined ? undefined : wireValue(value), workbook };
};

const valueOf = (formula: string): unknown => calculated(formula).value;

describe("operators", () => {
  test.each([
    ["=1+2*3", 7],
    ["=(1+2)*3", 9],
    ["=-2^2", 4],
    ["=2^3^2", 64],
    ["=10-4-3", 3],
    ["=50%", 0.5],
    ["=1/0", "#DIV/0!"],
    ['="a"&1&TRUE', "a1TRUE"],
    ['="A"="a"', true],
    ['=1<"a"', true],
    ['="3"+4', 7],
    ['="x"+1', "#VALUE!"],
    ["=#N/A+1", "#N/A"],
    ["='Purse Lines'!Z9+1", 1],
    ["='Purse Lines'!Z9=\"\"", true],
    ["=Nowhere!A1", "#REF!"],
  ])("%s is %p", (formula, expected) => {
    expect(valueOf(formula)).toBe(expected);
  });
});

describe("functions", () => {
  test.each([
    ["=SUM('Purse Lines'!C2:C6)", 165],
    ["=SUM('Purse Lines'!C:C)", 165],
    ["=SUM('Purse Lines'!A:D,1,\"2\")", 175],
    ['=SUMIFS(tblLines[Amount],tblLines[Agency],"council",tblLines[Kind],"Staff")', 100],
    ['=SUMIFS(tblLines[Amount],tblLines[Kind],"*a*")', 130],
    ['=SUMIFS(tblLines[Amount],tblLines[Amount],">=30")', 180],
    ['=SUMIFS(tblLines[Amount],tblLines[Kind],"<>Staff")', 35],
    ['=SUMIFS(tblLines[Amount],tblLines[Kind],"7")', 5],
    ['=SUMIFS(tblLines[Amount],tblLines[Note],"b~*")', 30],
    ['=SUMIFS(tblLines[Amount],tblLines[Note],"=")', 50],
    ["=SUMIFS('Purse Lines'!C:C,'Purse Lines'!A:A,\"Police\")", 10],
    ["=SUMIFS(tblLines[Amount],'Purse Lines'!A1:A6,\"Police\")", "#VALUE!"],
    ['=COUNTIFS(tblLines[Agency],"Police",tblLines[Amount],"<0")', 1],
    ["=COUNTA(tblLines[Note])", 4],
    ['=SUMPRODUCT((tblLines[Agency]="Council")*tblLines[Amount])', 150],
    ["=SUMPRODUCT(tblLines[Amount],tblLines[Amount])", 13825],
    ["=SUMPRODUCT(ABS(tblLines[Amount]))", 205],
    ['=INDEX(tblLines[Amount],MATCH("Fire",tblLines[Agency],0))', 5],
    ["=INDEX(tblLines,2,3)", 50],
    ['=MATCH("nobody",tblLines[Agency],0)', "#N/A"],
    ['=IFERROR(MATCH("nobody",tblLines[Agency],0),"none")', "none"],
    ['=IF(1>2,1/0,"no")', "no"],
    ["=IF(1>2,1)", false],
    ["=AND(1,TRUE,2>1)", true],
    ["=OR(FALSE,0)", false],
    ["=ABS(-2.5)", 2.5],
    ["=MAX(tblLines[Amount])", 100],
    ["=MIN(tblLines[Amount],-30)", -30],
    ["=ROUND(2.5,0)", 3],
    ["=ROUND(-2.5,0)", -3],
    ["=ROUND(1.005,2)", 1.01],
    ["=ROUND(1234,-2)", 1200],
    ["=SUBTOTAL(9,tblLines[Amount])", 165],
    ["=SUM(tblLines[[#All],[Amount]])", 165],
    ["=tblLines[[#Headers],[Kind]]", "Kind"],
    ["=COUNTA(tblLines[#Headers])", 4],
    ["=SUM(tblLines[[Amount]:[Note]])", 165],
    ["=SUM(tblLines[Nothing])", "#REF!"],
  ])("%s is %p", (formula, expected) => {
    const { value, workbook } = calculated(formula);
    expect(value).toBe(expected);
    expect(workbook.warnings).toEqual([]);
  });

  test.each([
    ['=VLOOKUP("a",A1:B2,2)', "#NAME?", "The function VLOOKUP is not built in the embedded host"],
    ["=SUBTOTAL(3,tblLines[Note])", "#NAME?", "SUBTOTAL with another number than 9 or 109 is not built in the embedded host"],
    ["=nothing+1", "#NAME?", "The name nothing is unknown to the embedded host"],
    ["=1+", "#NAME?", "The embedded host can't read the formula =1+"],
    ["=tblLines[Amount]", "#SPILL!", "The formula =tblLines[Amount] would spill, which is not built in the embedded host"],
    ["=IF(tblLines[Amount]>1,1,2)", "#VALUE!", "An array where one value is wanted is not built in the embedded host"],
  ])("%s is %s, with a warning", (formula, value, warning) => {
    const result = calculated(formula);
    expect(result.value).toBe(value);
    expect(result.workbook.warnings).toEqual([warning]);
  });
});

describe("chains", () => {
  const grid = (rows: SheetData["rows"], more: Partial<SheetData> = {}): unknown[][] => {
    const workbook = workbookFromData({ sheets: [{ name: "S", rows, ...more }] }, new Evaluator());
    new Evaluator().calculate(workbook);
    return rows.map((row, r) => row.map((_, c) => wireValue(workbook.sheets[0]?.cellAt(r, c)?.value ?? "")));
  };

  test("a formula waits for the formulas it needs, wherever they stand", () => {
    expect(
      grid([
        [{ f: "=B1+A2" }, { f: "=A2*2" }],
        [3, null],
      ])[0],
    ).toEqual([9, 6]);
  });

  test("a row's own cells in a table", () => {
    const rows = [
      ["Qty", "Price", "Sum"],
      [2, 5, { f: "=[@Qty]*tblShop[@Price]" }],
      [3, 7, { f: "=[@Qty]*[@Price]" }],
    ];
    expect(grid(rows, { tables: [{ name: "tblShop", address: "A1:C3" }] }).map((row) => row[2])).toEqual(["Sum", 10, 21]);
  });

  test("a subtotal leaves out subtotals, and 109 also hidden rows", () => {
    const rows = [[1], [2], [{ f: "=SUBTOTAL(9,A1:A2)" }], [4], [{ f: "=SUBTOTAL(9,A1:A4)" }], [{ f: "=SUBTOTAL(109,A1:A4)" }]];
    expect(grid(rows, { rowSettings: [{ index: 1, hidden: true }] }).flat()).toEqual([1, 2, 3, 4, 7, 5]);
  });

  test("ten thousand running totals", () => {
    const rows = Array.from({ length: 10_000 }, (_, row): (number | CellData)[] => [1, { f: row === 0 ? "=A1" : `=B${row}+A${row + 1}` }]);
    expect(grid(rows)[9_999]).toEqual([1, 10_000]);
  });

  test("a circle is named and ends", () => {
    const workbook = workbookFromData({ sheets: [{ name: "S", rows: [[{ f: "=B1" }, { f: "=A1" }]] }] }, new Evaluator());
    new Evaluator().calculate(workbook);
    expect(workbook.warnings).toEqual(["A circular reference runs through S, row 1"]);
  });

  test("a name stands for its cells", () => {
    expect(
      calculated("=SUM(Amounts)*Rate", {
        names: [
          { name: "Amounts", formula: "='Purse Lines'!$C$2:$C$3" },
          { name: "Rate", formula: "=0.1" },
        ],
      }).value,
    ).toBe(15);
  });
});

describe("where a reference stands", () => {
  test.each([
    ["=ROW('Purse Lines'!C4)", 4],
    ["=COLUMN('Purse Lines'!C4)", 3],
    ["=ADDRESS(4,28)", "$AB$4"],
    ["=ADDRESS(4,28,4)", "AB4"],
    ["=ADDRESS(0,1)", "#VALUE!"],
    ["=ROW(1)", "#VALUE!"],
    ['=REPT("ab",2.9)', "abab"],
    ['=REPT("ab",-1)', "#VALUE!"],
    ["=HYPERLINK(\"#'Purse Lines'!\"&ADDRESS(ROW('Purse Lines'!C4),COLUMN('Purse Lines'!C4)),\"see C4\")", "see C4"],
    ["=HYPERLINK(\"#Pool!A1\")", "#Pool!A1"],
  ])("%s is %s", (formula, expected) => {
    expect(valueOf(formula)).toBe(expected);
  });
});
