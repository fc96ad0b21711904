// Writing our sheets: the same bytes every time, read back as written, with all that Excel needs around the cells.
import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { readWorkbook } from "../../src/file/readWorkbook";
import { writeWorkbook } from "../../src/file/writeWorkbook";
import { WorkbookError } from "../../src/workbook/ports";
import { rowsOnDemand } from "../../src/core/writing/rowsOnDemand";
import type { SheetCell, SheetSpec } from "../../src/core/writing/types";

function sheet(change: Partial<SheetSpec> = {}): SheetSpec {
  return {
    name: "Purse Lines",
    rows: [
      [{ value: "Lines", style: "title" }],
      [{ value: "Line", style: "header" }, { value: "Amount", style: "header" }],
      [{ value: "A1", link: { file: null, sheet: "Council's budget", address: "D7" } }, { value: 1234.5, format: "pounds-pence" }],
      [{ value: "B1", link: { file: "02 ICB #1.xlsx", sheet: "Board report", address: "D12" } }, { value: -3, format: "pounds" }],
      [{ value: "All", style: "total" }, { value: 1231.5, formula: "=SUM(tblLines[Amount])", format: "pounds-pence", style: "total" }],
    ],
    columnWidths: [20, 14],
    tables: [{ name: "tblLines", area: { top: 1, left: 0, bottom: 3, right: 1 } }],
    validations: [{ area: { top: 2, left: 0, bottom: 3, right: 0 }, list: ["waiting", "accepted"], prompt: "Choose." }],
    conditionalFormats: [{ area: { top: 2, left: 1, bottom: 3, right: 1 }, formula: "=B3<0", style: "attention" }],
    freezeRows: 2,
    freezeColumns: 1,
    printTitleRows: [1, 1],
    outlineRows: [{ from: 2, to: 3 }],
    tabColour: "#0F548C",
    ...change,
  };
}

const oneCell = (cell: SheetCell): SheetSpec => sheet({ rows: [[cell]], tables: [], validations: [], conditionalFormats: [], printTitleRows: null, outlineRows: [] });

async function partsOf(specs: readonly SheetSpec[]): Promise<Record<string, string>> {
  const parts = unzipSync(await writeWorkbook(specs, { date: "2026-10-15" }));
  return Object.fromEntries(Object.entries(parts).map(([path, bytes]) => [path, strFromU8(bytes)]));
}

async function refusal(specs: readonly SheetSpec[]): Promise<WorkbookError> {
  const error: unknown = await writeWorkbook(specs).catch((reason: unknown) => reason);
  if (error instanceof WorkbookError) return error;
  throw new Error("The sheets were accepted.");
}

test("the same sheets give the same bytes, and other sheets give others", async () => {
  const first = await writeWorkbook([sheet()], { date: "2026-10-15" });
  await new Promise((resolve) => setTimeout(resolve, 1100));
  expect(Buffer.compare(first, await writeWorkbook([sheet()], { date: "2026-10-15" }))).toBe(0);
  expect(Buffer.compare(first, await writeWorkbook([sheet({ freezeRows: 3 })], { date: "2026-10-15" }))).not.toBe(0);
});

test("a formula keeps its text and its computed value", async () => {
  const [grid] = readWorkbook(await writeWorkbook([sheet()]), "out.xlsx");
  expect(grid?.values[4]).toEqual(["All", 1231.5]);
  expect(grid?.formulas?.[4]).toEqual([null, "=SUM(tblLines[Amount])"]);
  expect(grid?.numberFormats?.[2]?.[1]).toBe('"£"#,##0.00;-"£"#,##0.00');
});

test("the parts around the cells are all there", async () => {
  const parts = await partsOf([sheet()]);
  const xml = parts["xl/worksheets/sheet1.xml"] ?? "";
  expect(xml).toContain('<pane xSplit="1" ySplit="2" topLeftCell="B3" state="frozen"');
  expect(xml).toContain('orientation="landscape" fitToWidth="1" fitToHeight="0"');
  expect(xml).toContain('<pageSetUpPr fitToPage="1"/>');
  expect(xml).toContain("Page &amp;P of &amp;N");
  expect(xml).toContain('<formula1>"waiting,accepted"</formula1>');
  expect(xml).toContain("<formula>B3&lt;0</formula>");
  expect(xml).toContain('<row r="3" outlineLevel="1">');
  expect(xml).toContain("FF0F548C");
  expect(xml).toContain("location=\"&apos;Council&apos;&apos;s budget&apos;!D7\"");
  expect(parts["xl/worksheets/_rels/sheet1.xml.rels"]).toContain("Target=\"02%20ICB%20%231.xlsx#&apos;Board%20report&apos;!D12\"");
  expect(parts["xl/tables/table1.xml"]).toContain('ref="A2:B4"');
  const book = parts["xl/workbook.xml"] ?? "";
  expect(book).toContain(">'Purse Lines'!$2:$2</definedName>");
  expect(book).toContain('fullCalcOnLoad="1"');
  expect(parts["docProps/core.xml"]).toContain("2026-10-15T00:00:00Z");
});

test("a link leads to where the source is, seen from the new workbook", async () => {
  const bytes = await writeWorkbook([sheet()], { paths: new Map([["02 ICB #1.xlsx", "../samples & more/02 ICB #1.xlsx"]]) });
  expect(strFromU8(unzipSync(bytes)["xl/worksheets/_rels/sheet1.xml.rels"] ?? new Uint8Array())).toContain('Target="../samples%20%26%20more/02%20ICB%20%231.xlsx#');
});

test("any text is read back as it was and never becomes a formula", async () => {
  const starts = fc.constantFrom("", "=", "+", "-", "@", "\t", "=SUM(A1)", "_x0041_", "1,700", "007", "'");
  await fc.assert(
    fc.asyncProperty(starts, fc.string({ unit: "grapheme", maxLength: 20 }), async (start, rest) => {
      const text = `${start}${rest}x`.replace(/\r\n?/g, "\n");
      const [grid] = readWorkbook(await writeWorkbook([oneCell({ value: text, format: "text" })]), "out.xlsx");
      expect(grid?.values).toEqual([[text]]);
      expect(grid?.formulas).toEqual([[null]]);
    }),
    { numRuns: 60 },
  );
});

test("figures are read back exactly", async () => {
  await fc.assert(
    fc.asyncProperty(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e13, max: 1e13 }), async (figure) => {
      const [grid] = readWorkbook(await writeWorkbook([oneCell({ value: figure + 0 })]), "out.xlsx");
      expect(grid?.values).toEqual([[figure + 0]]);
    }),
    { numRuns: 60 },
  );
});

test.each([200_000, 0])("a text longer than a cell holds is cut where it can be seen, whichever way the file is made; one that fits is whole", async (longFromCells) => {
  const read = async (value: string): Promise<string> => String(readWorkbook(await writeWorkbook([oneCell({ value })], { longFromCells }), "out.xlsx")[0]?.values[0]?.[0]);
  expect((await read("x".repeat(32_767))) === "x".repeat(32_767)).toBe(true);
  const cut = await read("x".repeat(34_000));
  expect([cut.length <= 32_767, cut.slice(-32)]).toEqual([true, "xx… [cut, 1,264 characters more]"]);
});

describe("what Excel does not allow is refused before anything is made", () => {
  const bad: readonly (readonly [string, Partial<SheetSpec>])[] = [
    ["a long sheet name", { name: "x".repeat(32) }],
    ["a sheet name with a slash", { name: "2025/26" }],
    ["a sheet name in apostrophes", { name: "'x'" }],
    ["a table named like a cell", { tables: [{ name: "AB12", area: { top: 1, left: 0, bottom: 3, right: 1 } }] }],
    ["a table without rows", { tables: [{ name: "tblLines", area: { top: 1, left: 0, bottom: 1, right: 1 } }] }],
    ["a table without headings", { tables: [{ name: "tblLines", area: { top: 0, left: 0, bottom: 3, right: 1 } }] }],
    ["a choice with a comma", { validations: [{ area: { top: 2, left: 0, bottom: 3, right: 0 }, list: ["a,b"], prompt: "" }] }],
    ["a formula without its sign", { rows: [[{ value: 1, formula: "SUM(A1)" }]], tables: [] }],
    ["a formula as Excel shows it", { rows: [[{ value: 1, formula: "=tblLines[@Amount]" }]], tables: [] }],
    ["a figure that is none", { rows: [[{ value: Number.NaN }]], tables: [] }],
  ];
  test.each(bad)("%s", async (_what, change) => {
    const error = await refusal([sheet(change)]);
    expect(error.code).toBe("unsupported");
    expect(error.message).toMatch(/Nothing was written\.$/);
  });

  test("two sheets or two tables of one name, whatever the case", async () => {
    expect((await refusal([sheet(), sheet({ name: "PURSE LINES" })])).message).toContain("PURSE LINES");
    expect((await refusal([sheet(), sheet({ name: "Other" })])).message).toContain("tblLines");
  });

  test("a sheet of more rows or columns than Excel holds", async () => {
    const wide = await refusal([{ ...oneCell({ value: 1 }), rows: [Array.from({ length: 16_385 }, () => null)] }]);
    const long = await refusal([{ ...oneCell({ value: 1 }), rows: rowsOnDemand([], 1_048_577, () => []) }]);
    expect([wide, long].map(({ code, message }) => [code, message])).toEqual(
      Array.from({ length: 2 }, () => ["too-large", 'The sheet "Purse Lines" has more rows or columns than Excel holds. Nothing was written.']),
    );
  });
});
