// The sums under every view against the plainest way to do the same.
import fc from "fast-check";
import { PenceError } from "../../../src/core/money/pence";
import { fundParts, visitFundParts } from "../../../src/core/pooling/fundParts";
import { pooledLines } from "../../../src/core/pooling/pool";
import type { PooledLine } from "../../../src/core/pooling/pooledLine";
import { linesBehind, viewSums, type RowKey } from "../../../src/core/pooling/viewSums";
import { randomLines, readingOf } from "../../support/randomPartnership";

const KEYS: readonly RowKey[] = [(line) => line.outcome, (line, figures) => `${line.nature} ${figures.role}`, "fund"];
const lines = randomLines.map((random): PooledLine[] => pooledLines(readingOf(random)));

/** Row, agency and one figure of each part of each line. */
function partsOf(pooled: PooledLine, key: RowKey): { row: string; funds: number }[] {
  if (key === "fund") return fundParts(pooled).map(({ fund, funds }) => ({ row: fund, funds }));
  return [{ row: key(pooled.line, pooled.figures), funds: pooled.figures.fundsPence }];
}

test("cells are the plain sums of their lines, in any order of lines, and list them once each in the order given", () => {
  fc.assert(fc.property(lines, (all) => {
    const [there, back] = [viewSums(all, KEYS), viewSums([...all].reverse(), KEYS)];
    KEYS.forEach((key, view) => {
      const behind = linesBehind(all, key);
      const figures = (cells: (typeof there)[number] = []): string[] => cells.map((cell) => JSON.stringify(cell)).sort();
      expect(figures(there[view])).toEqual(figures(back[view]));
      for (const { row, agency, fundsPence } of there[view] ?? []) {
        const own = all.filter((pooled) => pooled.line.agency === agency && partsOf(pooled, key).some((part) => part.row === row));
        expect(fundsPence).toBe(own.flatMap((pooled) => partsOf(pooled, key)).filter((part) => part.row === row).reduce((sum, { funds }) => sum + funds, 0));
        expect(behind(row, agency)).toEqual(own.map(({ line }) => line.id));
      }
      expect((there[view] ?? []).length).toBe(new Set(all.flatMap((pooled) => partsOf(pooled, key).map(({ row }) => JSON.stringify([row, pooled.line.agency])))).size);
    });
  }), { numRuns: 100 });
});

test("a cell that is not there has no lines behind it", () => {
  expect(linesBehind([], "fund")("GEN", "COUNCIL")).toEqual([]);
});

test("the parts that are told without a record are the same as those on record", () => {
  fc.assert(fc.property(lines, (all) => {
    for (const pooled of all) {
      const told: unknown[] = [];
      visitFundParts(pooled, (fund, funds, spends, forecast) => told.push({ fund, funds, spends, forecast }));
      expect(told).toEqual(fundParts(pooled).map(({ fund, funds, spends, forecast }) => ({ fund, funds, spends, forecast })));
    }
  }), { numRuns: 100 });
});

test("refuses sums that a double could not hold to the penny, and parts of a penny", () => {
  const [line] = pooledLines(readingOf(fc.sample(randomLines.filter((random) => random.length > 0), { seed: 1, numRuns: 1 })[0] ?? []));
  if (line === undefined) throw new Error("No line was made.");
  const of = (forecastPence: number): PooledLine => ({ line: { ...line.line, funding: [] }, figures: { ...line.figures, fundsPence: 0, spendsPence: 0, forecastPence } });
  expect(() => viewSums([of(0.5)], KEYS)).toThrow(PenceError);
  expect(() => viewSums([of(Number.MAX_SAFE_INTEGER), of(-Number.MAX_SAFE_INTEGER)], KEYS)).toThrow(PenceError);
  expect(viewSums([of(Number.MAX_SAFE_INTEGER)], ["fund"])).toHaveLength(1);
});
