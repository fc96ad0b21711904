// Pools in less ordinary shapes: underspent, without partners' money, over-funded by a partner, several side by side.
import fc from "fast-check";
import { sumPenceBy } from "../../../src/core/money/pence";
import { hostOfPool, poolPositions } from "../../../src/core/pooling/poolPosition";
import { brackenshireLines, brackenshireReading, k, POOL } from "../../support/brackenshireLines";
import { randomLines, readingOf } from "../../support/randomPartnership";

const without = (...ids: string[]) => {
  const reading = brackenshireReading();
  return { ...reading, lines: reading.lines.filter((line) => !ids.includes(line.id)) };
};

describe("poolPositions", () => {
  test("an underspend is shared as an overspend is, with the sign kept", () => {
    const [position] = poolPositions(brackenshireReading({ C01: { forecastPence: k(40_000) } }));
    expect(position?.overspendPence).toBe(k(-2_465));
    expect(position?.shares.map((share) => share.sharePence)).toEqual([-182_059_645, -64_440_355]);
  });

  test("without partners' money the host funds all and bears all", () => {
    expect(poolPositions(without("C03", "C05", "C07", "N03"))[0]?.shares).toEqual([
      { agency: "COUNCIL", contributionPence: k(39_400), sharePence: k(785) },
    ]);
  });

  test("a partner that puts in more than the pool costs bears all of an overspend", () => {
    const [position] = poolPositions(brackenshireReading({ C03: { revisedPence: k(-50_000) } }));
    expect(position?.shares).toEqual([
      { agency: "COUNCIL", contributionPence: k(39_400 - 53_900), sharePence: 0 },
      { agency: "ICB", contributionPence: k(53_900), sharePence: k(785) },
    ]);
  });

  test("the host is who receives partners' money, else who holds most of the pool", () => {
    const pooled = brackenshireLines().filter((line) => line.pool === POOL);
    expect(hostOfPool(pooled)).toBe("COUNCIL");
    expect(hostOfPool(brackenshireLines().filter((line) => ["C04", "N01"].includes(line.id)))).toBe("ICB");
    expect(hostOfPool([])).toBe("");
  });

  test("several pools come by name; a pool that only receives and never spends has no position", () => {
    const pool = "A second pool";
    expect(poolPositions(brackenshireReading({ C15: { pool, arrangement: "pooled" } })).map((position) => position.pool)).toEqual([pool, POOL]);
    expect(poolPositions(brackenshireReading({ C16: { pool, arrangement: "pooled" } })).map((position) => position.pool)).toEqual([POOL]);
  });

  test("contributions add to the budget and shares to the overspend, for any pool", () => {
    const pooled = randomLines.map((lines) => lines.map((line, i) => ({ ...line, pool: i % 3 === 0 ? null : "P" })));
    fc.assert(fc.property(pooled, (lines) => {
      for (const position of poolPositions(readingOf(lines))) {
        expect(sumPenceBy(position.shares, (share) => share.contributionPence)).toBe(position.budgetPence);
        expect(sumPenceBy(position.shares, (share) => share.sharePence)).toBe(position.overspendPence);
      }
    }));
  });
});
