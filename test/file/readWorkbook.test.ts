// Reading files into grids: every kind, what each grid carries, and the refusal of what is no workbook or no safe one.
import { strToU8 } from "fflate";
import { writeXlsx } from "hucre/xlsx";
import { readWorkbook } from "../../src/file/readWorkbook";
import { WorkbookError } from "../../src/workbook/ports";
import { makeBomb, makeEncrypted, makeOther, makeXlsx, patchZip } from "./makeFiles";

const ROWS = [
  ["Code", "Description", "Budget £000"],
  ["00412", "Home care", 1700.5],
  [null, null, null],
  ["00413", "Day care", -20],
] as const;

function refusal(action: () => unknown): WorkbookError {
  try {
    action();
  } catch (error) {
    if (error instanceof WorkbookError) return error;
    throw error;
  }
  throw new Error("The file was accepted.");
}

describe("workbooks of every kind", () => {
  test("an .xlsx gives its sheets in order, with values as stored", async () => {
    const grids = readWorkbook(await makeXlsx({ Council: ROWS, Fire: [["x"]] }), "partners.xlsx");
    expect(grids.map((grid) => [grid.file, grid.sheet, grid.visibility])).toEqual([
      ["partners.xlsx", "Council", "visible"],
      ["partners.xlsx", "Fire", "visible"],
    ]);
    expect(grids[0]?.values).toEqual([[...ROWS[0]], [...ROWS[1]], [], [...ROWS[3]]]);
  });

  test("an .xls gives the same values", () => {
    const [grid] = readWorkbook(makeOther("biff8", ROWS), "partners.xls");
    expect(grid?.sheet).toBe("Budget");
    expect(grid?.values).toEqual([[...ROWS[0]], [...ROWS[1]], [], [...ROWS[3]]]);
  });

  test("formulas, number formats, merges, what is hidden, errors and dates are carried", async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: "Board",
          rows: [["Title"], [1, 2], [3, 4], [new Date(Date.UTC(2026, 3, 1)), "#REF!"]],
          cells: new Map([["4,0", { formula: "SUM(A2:A3)", formulaResult: 4, style: { numFmt: "#,##0" } }]]),
          columns: [{}, { hidden: true }],
          rowDefs: new Map([[2, { hidden: true }]]),
          merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 1 }],
        },
        { name: "Old", rows: [[1]], hidden: true },
        { name: "Older", rows: [[1]], veryHidden: true },
      ],
    });
    const [board, ...others] = readWorkbook(bytes, "b.xlsx", null);
    expect(board?.file).toBeNull();
    expect(board?.values[3]).toEqual([46113, "#REF!"]);
    expect(board?.values[4]).toEqual([4]);
    expect(board?.formulas?.[4]).toEqual(["=SUM(A2:A3)"]);
    expect(board?.numberFormats?.[4]).toEqual(["#,##0"]);
    expect(board?.merges).toEqual([{ top: 0, left: 0, bottom: 0, right: 1 }]);
    expect(board?.hiddenRows).toEqual([2]);
    expect(board?.hiddenColumns).toEqual([1]);
    expect(others.map((grid) => grid.visibility)).toEqual(["hidden", "veryHidden"]);
  });

  test("rows beyond a stale statement of the used area are not lost", async () => {
    const bytes = patchZip(await makeXlsx({ Council: ROWS }), (_path, text) => text.replace(/<dimension ref="[^"]*"\/>/, '<dimension ref="A1:B2"/>'));
    const [grid] = readWorkbook(bytes, "stale.xlsx");
    expect(grid?.values[3]).toEqual(["00413", "Day care", -20]);
    expect(grid?.values[1]?.[2]).toBe(1700.5);
  });
});

describe("comma-separated files", () => {
  const read = (text: string | Uint8Array) => readWorkbook(typeof text === "string" ? strToU8(text) : text, "fire service.csv")[0];

  test("codes keep their zeros, plain numbers are numbers, the rest stays as typed", () => {
    const grid = read('Code,Name,Budget\r\n00412,"Care, home","1,700"\r\n7,Day,-20.50\r\n8,Other,(30)\r\n,,\r\n');
    expect(grid?.sheet).toBe("fire service");
    expect(grid?.values).toEqual([["Code", "Name", "Budget"], ["00412", "Care, home", "1,700"], [7, "Day", -20.5], [8, "Other", "(30)"]]);
  });

  test.each([
    ["semicolons", strToU8("Code;Budget\n1;2\n"), [["Code", "Budget"], [1, 2]]],
    ["a declared separator", strToU8("sep=|\nCode|Budget\n1|2\n"), [["Code", "Budget"], [1, 2]]],
    ["tabs", strToU8("Code\tBudget\n1\t2\n"), [["Code", "Budget"], [1, 2]]],
    ["a byte order mark", strToU8("\uFEFFCode,Budget\n1,2\n"), [["Code", "Budget"], [1, 2]]],
    ["Windows' own letters", new Uint8Array([0xa3, 0x6d, 0x2c, 0x61]), [["£m", "a"]]],
    ["UTF-16", new Uint8Array([0xff, 0xfe, 0xa3, 0, 0x2c, 0, 0x31, 0]), [["£", 1]]],
    ["a first cell that another format begins with", strToU8("ID,Budget\n1,2\n"), [["ID", "Budget"], [1, 2]]],
  ])("%s", (_what, bytes, expected) => {
    expect(read(bytes)?.values).toEqual(expected);
  });
});

describe("files that are refused", () => {
  test.each([
    ["empty-file", "a.xlsx", new Uint8Array(0), /empty/],
    ["not-a-workbook", "a.xlsx", strToU8("hello"), /plain text/],
    ["not-a-workbook", "a.pdf", strToU8("%PDF-1.7"), /a PDF/],
    ["not-a-workbook", "a.xls", strToU8("<html><table><tr><td>1</td></tr></table></html>"), /web page/],
    ["not-a-workbook", "a.csv", new Uint8Array([1, 2, 3, 0, 0, 4]), /not known/],
    ["unreadable", "a.xlsx", new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0]), /damaged/],
    ["unreadable", "a.xls", new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), /damaged/],
    ["encrypted", "a.xlsx", makeEncrypted(), /password/],
  ])("%s: %s", (code, name, bytes, words) => {
    const error = refusal(() => readWorkbook(bytes, name));
    expect(error.code).toBe(code);
    expect(error.message).toContain(name);
    expect(error.message).toMatch(words);
    expect(error.nextStep).toMatch(/\.$/);
  });

  test("a workbook cut off in the middle", async () => {
    const bytes = await makeXlsx({ Council: ROWS });
    expect(refusal(() => readWorkbook(bytes.subarray(0, bytes.length - 300), "cut.xlsx")).code).toBe("unreadable");
  });

  test("a workbook with a broken part", async () => {
    const bytes = Uint8Array.from(await makeXlsx({ Council: ROWS }));
    bytes.fill(0xee, 60, 120);
    expect(refusal(() => readWorkbook(bytes, "broken.xlsx")).code).toBe("unreadable");
  });

  test("a workbook whose list names a sheet that is not there", async () => {
    const bytes = patchZip(await makeXlsx({ Council: ROWS, Fire: ROWS }), (path, text) => (path.endsWith("workbook.xml.rels") ? text.replace("sheet2.xml", "sheet7.xml") : text));
    expect(refusal(() => readWorkbook(bytes, "missing.xlsx")).code).toBe("unreadable");
  });
});

describe("files that would unpack to too much", () => {
  test("100 MB that claim 16 GB are refused at once, without unpacking", async () => {
    const bomb = makeBomb(await makeXlsx({ Council: ROWS }), 100_000_000);
    const started = performance.now();
    const error = refusal(() => readWorkbook(bomb, "bomb.xlsx"));
    expect(error.code).toBe("inflates");
    expect(error.message).toMatch(/16 GB/);
    expect(performance.now() - started).toBeLessThan(2000);
  });

  test("a part that unpacks to more than it claims is stopped where the claim ends", async () => {
    const bomb = makeBomb(await makeXlsx({ Council: ROWS }), 20_000_000, 5_000_000);
    const started = performance.now();
    expect(refusal(() => readWorkbook(bomb, "liar.xlsx")).code).toBe("inflates");
    expect(performance.now() - started).toBeLessThan(5000);
  });

  test("an honest small part of zeros passes the look-through and is then found to be no sheet of the workbook", async () => {
    const [grid] = readWorkbook(makeBomb(await makeXlsx({ Council: ROWS }), 1300), "padded.xlsx");
    expect(grid?.values[1]?.[1]).toBe("Home care");
  });
});

describe("sheets that name places beyond any sheet are refused soon", () => {
  const patched = async (change: (xml: string) => string) => patchZip(await makeXlsx({ Council: ROWS }), (path, text) => (path.endsWith("sheet1.xml") ? change(text) : text));
  test.each<[string, (xml: string) => string, RegExp]>([
    ["a link over every cell", (xml) => xml.replace("</sheetData>", '</sheetData><hyperlinks><hyperlink ref="A1:XFD1048576" location="A1"/></hyperlinks>'), /links/],
    ["columns without end", (xml) => xml.replace("<sheetData>", '<cols><col min="1" max="999999999" width="9"/></cols><sheetData>'), /columns/],
    ["a row far below", (xml) => xml.replace("</sheetData>", '<row r="4000000000"><c r="A4000000000"><v>1</v></c></row></sheetData>'), /beyond/],
  ])("%s", async (_what, change, words) => {
    const bytes = await patched(change);
    const started = performance.now();
    const error = refusal(() => readWorkbook(bytes, "far.xlsx"));
    expect([error.code, error.message]).toEqual(["unreadable", expect.stringMatching(words)]);
    expect(performance.now() - started).toBeLessThan(2000);
  });

  test("links to many single cells and the last column of a sheet are fine", async () => {
    const bytes = await patched((xml) => xml
      .replace("<sheetData>", '<cols><col min="16384" max="16384" width="9"/></cols><sheetData>')
      .replace("</sheetData>", `</sheetData><hyperlinks>${Array.from({ length: 3000 }, (_, i) => `<hyperlink ref="A${i + 1}" location="A1"/>`).join("")}</hyperlinks>`));
    expect(readWorkbook(bytes, "links.xlsx")[0]?.values[1]?.[1]).toBe("Home care");
  });
});
