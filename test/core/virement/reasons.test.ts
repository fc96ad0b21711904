// Why a pressure stays open, in words that are true of the moves found, and relaxations that help when they are carried out.
import type { SheetGrid } from "../../../src/core/reading/grid";
import { officersAndCabinet, ruleTable, suggested, withRows, type FreshAgency, type FreshLine, type RuleRow } from "../../support/freshPartnership";

const line = (ref: string, budget: number, forecast: number, coding: FreshLine["coding"] = {}): FreshLine => ({ ref, words: `Service ${ref}`, budget, forecast, coding });
const wessex = (...lines: readonly FreshLine[]): FreshAgency[] => [{ ref: "WESSEX", name: "Wessex County Council", type: "Council", lines }];
const scheme = ruleTable("Purse Schemes", officersAndCabinet("WESSEX"));
const fund = (more: RuleRow = {}): SheetGrid => withRows("Purse Funds", { Rule: "F-HUG", Fund: "HUG", Name: "hospital grant", "Ring-fence": "HUG", Hardness: "hard", Purposes: "HUG", Movable: "yes", ...more });
const HUG = line("W3", 300_000, 250_000, { Fund: "HUG" });

test("money that may reach a need and meets a greater one is named, not denied", async () => {
  const { unclosed } = await suggested(wessex(line("W1", 1_000_000, 1_060_000, { Priority: 2 }), line("W9", 100_000, 130_000), line("W2", 500_000, 440_000)), [scheme]);
  expect(unclosed.map((open) => [open.line, open.reason])).toEqual([["W9", "Money that may reach it meets other needs: £60,000 of W2 goes to W1 (agreed priority 2)."]]);
});

test("money of another fund of the same line, which may not reach a need, is not said to have been able to", async () => {
  const { moves, unclosed } = await suggested(wessex(line("W1", 100_000, 130_000, { Fund: "PHG" }), line("W2", 200_000, 130_000, { Fund: "PHG 40,000; GEN 160,000" }), line("W3", 10_000, 60_000)), [scheme]);
  expect(moves.map((move) => [move.to, move.amountPence])).toEqual([["W1", 3_000_000], ["W3", 3_000_000]]);
  expect(unclosed.map((open) => [open.line, open.reason])).toEqual([["W3", "What comes to it: £30,000 of W2. £10,000 of W2 is money of funds that may not reach it."]]);
});

test("a limit of the year that is full is said in place of that nothing is left", async () => {
  const perPair = ruleTable("Purse Schemes", [{ Rule: "A1", Agency: "WESSEX", "Over £": 0, "Up to £": 40_000, Cumulative: "per pair", Approver: "Director", Rank: 2 }]);
  const { unclosed } = await suggested(wessex(line("W1", 1_000_000, 1_100_000), line("W2", 500_000, 440_000)), [perPair]);
  expect(unclosed[0]?.reason).toBe("What comes to it: £40,000 of W2. The year's limit of rule A1 leaves £40,000: £40,000.01 would need the governing body.");
  expect(unclosed[0]?.relaxations?.map(({ kind, ruleId }) => [kind, ruleId])).toEqual([["limit", "A1"]]);
});

test("what is held back, and what is less than the least move, is said as what it is", async () => {
  const held = await suggested(wessex(line("W1", 1_000_000, 1_100_000), line("W2", 500_000, 440_000)), [scheme], "2026-10-15", { contingencyShare: 0.1 });
  expect(held.unclosed[0]?.reason).toBe("What comes to it: £54,000 of W2. £6,000 that may reach it is held back for contingency.");
  const small = await suggested(wessex(line("W1", 1_000_000, 1_100_000), line("W2", 500_000, 499_950)), [scheme], "2026-10-15", { minimumMovePence: 10_000 });
  expect(small.unclosed[0]?.reason).toBe("What is left of W2 is less than the least move of £100.");
});

test("only where all of it is used is all of it said to be used", async () => {
  const { unclosed } = await suggested(wessex(line("W1", 1_000_000, 1_100_000), line("W2", 500_000, 440_000)), [scheme]);
  expect(unclosed[0]?.reason).toBe("All that is free and may reach it is used: £60,000 of W2. No other line has money left.");
});

test("an underspend that is partly bound is told whole, with what of it is free", async () => {
  const { moves, flexibility } = await suggested(wessex(line("W1", 1_000_000, 1_100_000), line("W5", 100_000, 60_000, { "Committed £": 80_000 })), [scheme]);
  expect(moves[0]?.amountPence).toBe(2_000_000);
  expect(moves[0]?.explanation).toContain("W5 is forecast £40,000 under its budget, of which £20,000 is free, cell");
  expect(flexibility.find((flex) => flex.lineId === "W5")?.reason).toContain("Forecast £40,000 under its budget, of which £20,000 is free beyond what is committed (£80,000)");
});

test("after December a review is asked for before the year ends, not at month 9", async () => {
  const explained = async (date: string) => (await suggested(wessex(line("W1", 1_000_000, 1_100_000), line("W2", 500_000, 440_000)), [scheme], date)).moves[0]?.explanation;
  expect(await explained("2026-12-31")).toContain("at month 9");
  expect(await explained("2027-01-01")).toContain("before the year ends");
  expect(await explained("2027-01-01")).not.toContain("month 9");
});

test("a ring-fence in the way is a relaxation that closes what it says once it is lifted, within what is held back", async () => {
  const lines = wessex(line("W1", 1_000_000, 1_100_000), HUG);
  for (const contingencyShare of [0, 0.1]) {
    const found = await suggested(lines, [scheme, fund()], "2026-10-15", { contingencyShare });
    expect(found.unclosed[0]?.relaxations?.map(({ kind, ruleId }) => [kind, ruleId])).toEqual([["rule", "P1"]]);
    const lifted = await suggested(lines, [scheme, fund({ Hardness: "none", Purposes: "*", "Ring-fence": null })], "2026-10-15", { contingencyShare });
    expect(found.unclosed[0]?.relaxations?.[0]?.closesPence).toBe(lifted.closedPence);
  }
});

test("a fund that nobody described is one row away from helping", async () => {
  const found = await suggested(wessex(line("W1", 1_000_000, 1_100_000), HUG), [scheme]);
  expect(found.unclosed[0]?.relaxations?.map(({ ruleId, closesPence }) => [ruleId, closesPence])).toEqual([["UNKNOWN-FUND", 5_000_000]]);
  const described = await suggested(wessex(line("W1", 1_000_000, 1_100_000), HUG), [scheme, fund({ Hardness: "none", Purposes: "*", "Ring-fence": null })]);
  expect(described.closedPence).toBe(5_000_000);
});

test("under a ceiling on approvals no relaxation promises what it would not allow", async () => {
  const found = await suggested(wessex(line("W1", 1_000_000, 1_100_000), line("W3", 300_000, 240_000, { Fund: "HUG" })), [scheme, fund()], "2026-10-15", { highestRank: 2 });
  const ring = found.unclosed[0]?.relaxations?.find(({ ruleId }) => ruleId === "P1");
  const lifted = await suggested(wessex(line("W1", 1_000_000, 1_100_000), line("W3", 300_000, 240_000, { Fund: "HUG" })), [scheme, fund({ Hardness: "none", Purposes: "*", "Ring-fence": null })], "2026-10-15", { highestRank: 2 });
  expect(lifted.closedPence).toBe(5_000_000);
  expect(ring?.closesPence).toBe(5_000_000);
});

test("a need that the partners gave no priority is left open for that reason", async () => {
  const { unclosed } = await suggested(wessex(line("W1", 1_000_000, 1_100_000, { Priority: 0 }), line("W2", 500_000, 440_000)), [scheme]);
  expect(unclosed[0]?.reason).toBe("The partners gave it priority 0, so that no money is moved to it.");
});
