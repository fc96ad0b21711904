// What holds for every partnership, however its sheets disagree.
import fc from "fast-check";
import { budgetPence } from "../../../src/core/budget/line";
import { sumPence, sumPenceBy } from "../../../src/core/money/pence";
import { poolPartnership } from "../../../src/core/pooling/pool";
import type { Pool } from "../../../src/core/pooling/types";
import { brackenshireAgencies } from "../../support/brackenshireLines";
import { randomLines, readingOf } from "../../support/randomPartnership";

const everyPool = (check: (pool: Pool, lines: ReturnType<typeof readingOf>["lines"]) => void): void => {
  fc.assert(fc.property(randomLines, (lines) => check(poolPartnership(readingOf(lines)), lines)), { numRuns: 200 });
};

describe("for any partnership", () => {
  test("pool identity: gross and income each fall by what is eliminated, and the net stays the net of the sheets", () => {
    everyPool((pool, lines) => {
      const { totals } = pool;
      const counted = lines.filter((line) => line.nature !== "RESERVE_MOVE" && line.nature !== "FUNDING_BELOW_LINE");
      expect(totals.sheetGrossPence - totals.grossPence).toBe(totals.eliminatedPence);
      expect(totals.incomePence - totals.sheetIncomePence).toBe(totals.eliminatedPence);
      expect(totals.grossPence + totals.incomePence).toBe(totals.netPence);
      expect(totals.netPence).toBe(sumPenceBy(counted, budgetPence));
      expect(totals.netPence).toBe(sumPenceBy(pool.agencies, (agency) => agency.netPence));
    });
  });

  test("net less delivery is exactly the register's differences, and nothing else is", () => {
    everyPool(({ totals, eliminations }) => {
      expect(totals.netPence - totals.deliveryPence).toBe(totals.unmatchedPence);
      expect(totals.unmatchedPence).toBe(sumPenceBy(eliminations, (e) => e.differencePence));
    });
  });

  test("no more is eliminated than either side recorded, and every line between partners is on the register once", () => {
    everyPool(({ eliminations }, lines) => {
      for (const e of eliminations) {
        const [paid, received] = [e.paymentPence, -e.incomePence];
        // Money paid back stands below nil on both sides, and is counted once as well.
        expect(Math.abs(e.eliminatedPence)).toBe(paid * received > 0 ? Math.min(Math.abs(paid), Math.abs(received)) : 0);
        if (e.eliminatedPence !== 0) expect(Math.sign(e.eliminatedPence)).toBe(Math.sign(paid));
      }
      const listed = eliminations.flatMap((e) => [...e.payerLineIds, ...e.payeeLineIds]).sort();
      const partners = new Set(brackenshireAgencies.map((agency) => agency.id));
      const between = lines.filter((line) => line.nature === "INTERNAL_RECHARGE"
        || (["IA_PAYMENT", "IA_INCOME"].includes(line.nature) && line.counterparty !== null && line.counterparty !== line.agency && partners.has(line.counterparty)));
      expect(listed).toEqual(between.map((line) => line.id).sort());
    });
  });

  test("figures re-add from the lines they list", () => {
    everyPool((pool, lines) => {
      const budget = new Map(lines.map((line) => [line.id, budgetPence(line)]));
      const add = (ids: readonly string[]): number => sumPence(ids.map((id) => budget.get(id) ?? Number.NaN));
      for (const agency of pool.agencies) expect(add(agency.lineIds)).toBe(agency.netPence);
      for (const view of pool.views.filter((v) => v.id !== "P3")) for (const cell of view.cells) expect(add(cell.lineIds)).toBe(cell.fundsPence);
      for (const e of pool.eliminations) expect([add(e.payerLineIds), add(e.payeeLineIds)]).toEqual([e.paymentPence, e.incomePence]);
    });
  });

  test("every view adds to the same net and delivery, and to the same forecast", () => {
    everyPool(({ views, totals }) => {
      for (const view of views) {
        expect([view.totalFundsPence, view.totalSpendsPence]).toEqual([totals.netPence, totals.deliveryPence]);
        expect(sumPenceBy(view.cells, (cell) => cell.forecastPence)).toBe(totals.forecastNetPence);
      }
    });
  });

  test("the order of lines and of agencies changes no figure", () => {
    const shuffled = fc.tuple(randomLines, fc.infiniteStream(fc.nat()), fc.shuffledSubarray([...brackenshireAgencies], { minLength: brackenshireAgencies.length }));
    fc.assert(fc.property(shuffled, ([lines, order, agencies]) => {
      const mixed = lines.map((line) => ({ line, at: order.next().value as number })).sort((a, b) => a.at - b.at).map(({ line }) => line);
      const [one, two] = [poolPartnership(readingOf(lines)), poolPartnership(readingOf(mixed, agencies))];
      expect(two.totals).toEqual(one.totals);
      expect(two.eliminations).toEqual(one.eliminations);
      const byAgency = (pool: Pool): unknown[] =>
        pool.agencies.map((a) => ({ ...a, lineIds: [...a.lineIds].sort() })).sort((a, b) => (a.agency < b.agency ? -1 : 1));
      expect(byAgency(two)).toEqual(byAgency(one));
      const cells = (pool: Pool): unknown[] => pool.views.flatMap((v) => v.cells.map((c) => JSON.stringify([v.id, { ...c, lineIds: [...c.lineIds].sort() }]))).sort();
      expect(cells(two)).toEqual(cells(one));
    }), { numRuns: 100 });
  });

  test("R3, R4, R5 and R7 agree whatever the sheets hold: they can only break through a fault of ours", () => {
    everyPool(({ controls }) => {
      expect(controls.filter((c) => ["R3", "R4", "R5", "R7"].includes(c.id) && c.result !== "green")).toEqual([]);
    });
  });
});
