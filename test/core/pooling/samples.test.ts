// The pooled view from the sample sheets themselves: one workbook and nine give the same figures, to the penny.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { poolPartnership } from "../../../src/core/pooling/pool";
import { poolPositions } from "../../../src/core/pooling/poolPosition";
import type { Pool, ViewCell } from "../../../src/core/pooling/types";
import { readPartnership } from "../../../src/core/reading/readPartnership";
import type { PartnershipReading } from "../../../src/core/reading/types";
import { readWorkbook } from "../../../src/file/readWorkbook";
import { brackenshireReading, k } from "../../support/brackenshireLines";

const SAMPLES = join(__dirname, "../../../samples");
const readFiles = (paths: readonly string[]): PartnershipReading =>
  readPartnership(paths.flatMap((path) => readWorkbook(readFileSync(join(SAMPLES, path)), path)));
const separate = readdirSync(join(SAMPLES, "separate")).filter((name) => name.endsWith(".xlsx")).sort().map((name) => `separate/${name}`);

/** A cell as text, its lines in order of their ids: sheets list them in their own order. */
const plain = (cell: ViewCell): string => JSON.stringify({ ...cell, lineIds: [...cell.lineIds].sort() });

const reading = readFiles(["brackenshire.xlsx"]);
const pool = poolPartnership(reading);

test("T-3.1 and T-3.2 from the partnership workbook", () => {
  const expected = poolPartnership(brackenshireReading());
  expect(pool.totals).toEqual(expected.totals);
  const figures = (from: Pool): unknown[] =>
    from.agencies.map(({ lineIds, ...agency }) => ({ ...agency, lineIds: [...lineIds].sort() })).sort((a, b) => (a.agency < b.agency ? -1 : 1));
  expect(figures(pool)).toEqual(figures(expected));
  const outcomes = (from: Pool): unknown[] => (from.views.find((view) => view.id === "P1")?.cells ?? []).map(plain).sort();
  expect(outcomes(pool)).toEqual(outcomes(expected));
});

test("the 250 and 240 stand apart as one difference with both cells", () => {
  const open = pool.eliminations.filter((entry) => entry.differencePence !== 0);
  expect(open).toHaveLength(1);
  expect(open[0]).toMatchObject({ payer: "COUNCIL", payee: "VCS", differencePence: k(10) });
  expect(open[0]?.payerCells).toHaveLength(1);
  expect(open[0]?.payeeCells).toHaveLength(1);
});

test("T-3.3 contributions and shares", () => {
  expect(poolPositions(reading)).toEqual(poolPositions(brackenshireReading()));
});

test("each agency's own workbook gives the same totals, agencies and eliminations, whatever the order of files", () => {
  for (const paths of [separate, [...separate].reverse()]) {
    const apart = poolPartnership(readFiles(paths));
    expect(apart.totals).toEqual(pool.totals);
    expect(apart.eliminations.map(({ payerCells: _payer, payeeCells: _payee, ...entry }) => entry))
      .toEqual(pool.eliminations.map(({ payerCells: _payer, payeeCells: _payee, ...entry }) => entry));
    const outcomes = (from: Pool): unknown[] => from.views.filter((view) => view.id !== "P2").flatMap((view) => view.cells.map((cell) => JSON.stringify([view.id, cell]))).sort();
    expect(outcomes(apart)).toEqual(outcomes(pool));
  }
});

test("only the public health split is asked for", () => {
  expect(pool.issues.filter((issue) => issue.severity === "question").map((issue) => [issue.code, issue.facts.line, issue.pence])).toEqual([
    ["funding-split", "C08", k(250)],
  ]);
});
