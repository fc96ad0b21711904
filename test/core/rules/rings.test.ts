// Rings in rings: money of an inner ring keeps to every ring around it, and an outer ring may pay for what lies within it.
import { officersAndCabinet, ruleTable, suggested, together, withRows, type FreshLine, type RuleRow } from "../../support/freshPartnership";

const line = (ref: string, fund: string, budget: number, forecast: number): FreshLine => ({ ref, words: `Service ${ref}`, budget, forecast, coding: { Fund: fund } });
const wessex = (lines: readonly FreshLine[]) => [{ ref: "WESSEX", name: "Wessex County Council", type: "Council", lines }];
const scheme = ruleTable("Purse Schemes", officersAndCabinet("WESSEX"));
const ring = (name: string, inside: string | null, more: RuleRow = {}): RuleRow =>
  ({ Rule: `F-${name}`, Fund: name, Name: `grant ${name}`, "Ring-fence": name, Hardness: "hard", "Inside ring": inside, Purposes: name, Movable: "yes", ...more });
const faults = (...rows: readonly RuleRow[]) => together(wessex([line("A", "R1", 100, 90)]), [scheme, withRows("Purse Funds", ...rows)]).issues
  .filter((issue) => issue.severity === "error").map((issue) => [issue.where?.address.replace(/\d+/, ""), issue.facts["why"]]);

test("three rings deep: inner money meets inner need, outer money may come in, and none goes out", async () => {
  const lines = [line("IN-SHORT", "R3", 100_000, 150_000), line("IN-SPARE", "R3", 100_000, 60_000), line("MID-SHORT", "R2", 100_000, 130_000), line("MID-SPARE", "R2", 100_000, 80_000), line("OUT-SPARE", "R1", 100_000, 90_000), line("GEN-SHORT", "GEN", 100_000, 150_000)];
  const { moves, unclosed } = await suggested(wessex(lines), [scheme, withRows("Purse Funds", ring("R1", null), ring("R2", "R1"), ring("R3", "R2"))]);
  const given = (from: string) => moves.filter((move) => move.from === from).map((move) => move.to);
  expect(given("IN-SPARE")).toEqual(["IN-SHORT"]);
  expect([...given("MID-SPARE"), ...given("OUT-SPARE")].every((to) => to !== "GEN-SHORT")).toBe(true);
  expect(moves.reduce((sum, move) => sum + move.amountPence, 0)).toBe(7_000_000);
  expect(unclosed.find((open) => open.line === "GEN-SHORT")?.amountPence).toBe(5_000_000);
});

test.each([["may be spent on anything", "*"], ["lists no purposes", null]])("an inner ring that %s still keeps to the ring around it", async (_, purposes) => {
  const lines = [line("SHORT", "GEN", 100_000, 150_000), line("SPARE", "IN", 100_000, 60_000)];
  for (const hardness of ["hard", "soft", "none"]) {
    const { moves, blocked } = await suggested(wessex(lines), [scheme, withRows("Purse Funds", ring("OUT", null), ring("IN", "OUT", { Purposes: purposes, Hardness: hardness }))]);
    expect(moves).toEqual([]);
    expect(blocked.map(({ from, ruleId }) => [from, ruleId])).toEqual([["SPARE", "P1"]]);
  }
});

test("a hard ring-fence that lists no purposes pays for what is in it, and for nothing else", async () => {
  const lines = [line("SHORT", "GEN", 100_000, 150_000), line("OWN", "OUT", 100_000, 110_000), line("SPARE", "OUT", 100_000, 60_000)];
  const { moves } = await suggested(wessex(lines), [scheme, withRows("Purse Funds", ring("OUT", null, { Purposes: null }))]);
  expect(moves.map((move) => [move.from, move.to, move.amountPence])).toEqual([["SPARE", "OWN", 1_000_000]]);
});

test("a ring in itself, and rings in a circle, are errors at their cells", () => {
  expect(faults(ring("R1", "R1"))).toEqual([["F", "a ring can't lie in itself"]]);
  expect(faults(ring("R1", "R2"), ring("R2", "R3"), ring("R3", "R1"))).toEqual([
    ["F", "it lies in itself: R1 in R2 in R3 in R1"], ["F", "it lies in itself: R2 in R3 in R1 in R2"], ["F", "it lies in itself: R3 in R1 in R2 in R3"],
  ]);
});
