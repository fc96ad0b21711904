// Sheets that are written row by row hold what they hold when the library makes them whole: cells, looks, tables, links, values.
import fc from "fast-check";
import { pooledSheets } from "../../src/core/writing/pooledSheets";
import { poolPartnership } from "../../src/core/pooling/pool";
import { tableSheet } from "../../src/core/tables/table";
import type { SheetCell, SheetSpec } from "../../src/core/writing/types";
import { readWorkbook } from "../../src/file/readWorkbook";
import { readyWorkbook, writeWorkbook } from "../../src/file/writeWorkbook";
import { brackenshireReading } from "../support/brackenshireLines";
import { factsOf } from "./parts";

const PATHS = new Map([["02 ICB #1.xlsx", "../samples & more/02 ICB #1.xlsx"]]);

function sheet(rows: SheetSpec["rows"], change: Partial<SheetSpec> = {}): SheetSpec {
  return {
    name: "Purse Lines", rows, columnWidths: [12, 40, 16, 10], tables: [], validations: [], conditionalFormats: [], freezeRows: 0, freezeColumns: 0,
    printTitleRows: null, outlineRows: [], tabColour: null, ...change,
  };
}

/** One of everything, with the rows of the table far below its head. */
const everything = sheet(
  [
    [{ value: "Lines & <more>", style: "title" }],
    [{ value: "Line", style: "header" }, { value: "Note", style: "header" }, { value: "Amount", style: "header" }, { value: "Check", style: "header" }],
    ...Array.from({ length: 30 }, (_, i): (SheetCell | null)[] => [
      { value: `A${i % 7}`, style: "label", format: "text", link: { file: i % 3 === 0 ? "02 ICB #1.xlsx" : null, sheet: "Board's report", address: `D${i + 1}` } },
      i % 5 === 0 ? null : { value: i % 4 === 0 ? "a text that is long enough to go on in a second and a third line of its cell, whatever the width of it" : "", style: "body" },
      { value: i % 6 === 0 ? null : i * 1.1, format: "pounds-pence", style: i % 2 === 0 ? "attention" : "body" },
      i % 2 === 0 ? { value: i > 10, formula: `=C${i + 3}>11` } : { value: i === 3 ? "" : `"${i}" & more`, formula: `=IF(A${i + 3}<"x","${i}","")` },
    ]),
    [],
    [{ value: "Second", style: "header" }, null, { value: "Heading", style: "header" }],
    [{ value: false }, { value: "#N/A" }, { value: -0.5 }, { value: " two\nlines\t" }],
  ],
  {
    tables: [{ name: "tblLines", area: { top: 1, left: 0, bottom: 31, right: 3 } }],
    validations: [{ area: { top: 2, left: 0, bottom: 31, right: 0 }, list: ["waiting", "accepted"], prompt: "Choose." }],
    conditionalFormats: [{ area: { top: 2, left: 2, bottom: 31, right: 2 }, formula: "=C3<0", style: "attention" }],
    freezeRows: 2, freezeColumns: 1, printTitleRows: [1, 1], tabColour: "#0F548C", outlineRows: [{ from: 1, to: 20 }, { from: 5, to: 33 }],
  },
);

async function bothWays(specs: readonly SheetSpec[]): Promise<void> {
  const [whole, byRow] = await Promise.all([Number.POSITIVE_INFINITY, 0].map((longFromCells) => writeWorkbook(specs, { date: "2026-10-15", paths: PATHS, longFromCells })));
  if (whole === undefined || byRow === undefined) throw new Error("Nothing was written.");
  expect(factsOf(byRow)).toEqual(factsOf(whole));
  expect(readWorkbook(byRow, "result.xlsx")).toEqual(readWorkbook(whole, "result.xlsx"));
}

test("a sheet with one of everything is the same both ways", async () => {
  await bothWays([everything]);
  const facts = factsOf(await writeWorkbook([everything], { paths: PATHS, longFromCells: 0 }));
  expect(facts.sheets[0]?.links).toHaveLength(30);
  expect(facts.sheets[0]?.cells.find(({ at }) => at === "D4")).toMatchObject({ type: "str", formula: 'IF(A4&lt;"x","1","")', value: '"1" &amp; more' });
});

test("sheets without a table, a link or a text, and with empty rows at either end", async () => {
  await bothWays([
    sheet([[], [{ value: 1 }], []]),
    sheet([[{ value: null, format: "text" }], [{ value: 2 }]], { name: "Other" }),
    sheet([[{ value: 1, link: { file: "a.xlsx", sheet: "S", address: "A1" } }], [{ value: 2, link: { file: "b.xlsx", sheet: "S", address: "A1" } }]], { name: "Links" }),
  ]);
});

test("every sheet of a partnership's results is the same both ways", async () => {
  const reading = brackenshireReading();
  await bothWays(pooledSheets({ reading, pool: poolPartnership(reading), refreshedOn: "2026-10-15", sources: ["brackenshire.xlsx"] }));
});

test("any cells at all are the same both ways, and text never becomes a formula", async () => {
  const starts = fc.constantFrom("", "=", "+", "-", "@", "\t", "=SUM(A1)", "_x0041_", "]]>", "</t></is></c>", '"', "'", "&#10;", "#REF!", "\u0007", "\ud800", " ");
  const value = fc.oneof(fc.tuple(starts, fc.string({ unit: "binary", maxLength: 12 })).map((parts) => parts.join("")), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean(), fc.constant(null));
  const cell: fc.Arbitrary<SheetCell | null> = fc.option(fc.record(
    { value, style: fc.constantFrom("header", "body", "total", "input", "note", "good"), format: fc.constantFrom("general", "text", "pounds", "percent"), formula: fc.constantFrom("=A1&\"<b>\"", "=1<2") },
    { requiredKeys: ["value"] },
  ));
  await fc.assert(fc.asyncProperty(fc.array(fc.array(cell, { maxLength: 4 }), { minLength: 1, maxLength: 6 }), async (rows) => {
    await bothWays([sheet(rows)]);
    const facts = factsOf(await writeWorkbook([sheet(rows)], { longFromCells: 0 }));
    const formulas = rows.flat().filter((one) => one?.formula !== undefined).length;
    expect(facts.sheets[0]?.cells.filter(({ formula }) => formula !== null)).toHaveLength(formulas);
  }), { numRuns: 60 });
});

describe("a table of many rows", () => {
  const columns = [
    { heading: "Line", width: 12, cell: (n: number): SheetCell => ({ value: `L${n}`, format: "text", style: "label" }) },
    { heading: "Of", width: 12, cell: (n: number): SheetCell => ({ value: `group ${n % 9}`, format: "text", style: "body" }) },
    { heading: "£", width: 12, cell: (n: number): SheetCell => ({ value: n / 100, format: "pounds-pence", style: "body" }) },
  ];
  const long = tableSheet({ sheet: "Long", table: "tblLong", title: "Long", subtitle: "", columns }, Array.from({ length: 120_000 }, (_, n) => n));

  test("comes out whole, with the texts that don't fit the shared list in their cells, and in the same bytes again", async () => {
    const ready = await readyWorkbook([long]);
    const told: number[] = [];
    const [first, second] = [[] as Uint8Array[], [] as Uint8Array[]];
    await ready.writeTo((piece) => void first.push(piece), (rows) => told.push(rows));
    await ready.writeTo((piece) => void second.push(piece));
    expect(first.length).toBeGreaterThan(10);
    expect(Buffer.concat(first).equals(Buffer.concat(second))).toBe(true);
    expect(told.slice(0, 2)).toEqual([2_000, 4_000]);
    const [grid] = readWorkbook(Buffer.concat(first), "long.xlsx");
    expect(grid?.values).toHaveLength(120_004);
    expect(grid?.values.slice(4).every(([line, group, pounds], n) => line === `L${n}` && group === `group ${n % 9}` && pounds === n / 100)).toBe(true);
  });
});
