// The life of virements over thousands of random paths: nothing is applied without every approval, sums are conserved, replays are harmless.
import fc from "fast-check";
import { imbalance, loweredLegs, withLegs } from "../../../../src/core/virement/legs";
import { withAgreements, type Leg, type Virement } from "../../../../src/core/virement/life";
import { fundEntries, unbalanced } from "../../../../src/core/virement/states/entries";
import { statusOf, VIREMENT_STATUSES, waitsOn } from "../../../../src/core/virement/states/status";
import { isNotTaken, missingForApply, takeStep, type Step } from "../../../../src/core/virement/states/step";
import type { BudgetLine } from "../../../../src/core/budget/line";
import { partnershipLines } from "./lines";

const lines = partnershipLines();
const ids = ["C1", "C2", "C3", "N1", "N2"];

/** What the rules of this invented partnership demand: both bodies between bodies, and a second office of the giver's above £1,000. */
function demanded(from: string, to: string, amountPence: number): string[] {
  const [giver, taker] = [from[0] ?? "", to[0] ?? ""];
  const own = amountPence > 100_000 ? [`director (${giver})`, `executive (${giver})`] : [`director (${giver})`];
  return giver === taker ? own : [...own, `board (${taker})`];
}

function suggested(id: string, from: string, to: string, amountPence: number): Virement {
  const agreements = demanded(from, to, amountPence).map((approver) => ({ approver, decision: "waiting" as const, by: "", on: "" }));
  return withAgreements({
    id, from, to, amountPence, recurrence: "one-off", instrument: "virement", ruleIds: ["R1"], approvals: "", rank: 2, why: "", suggestedOn: "2026-10-15", version: 1,
    suggestedPence: amountPence, expiresOn: "2026-10-20", agreements: [], decision: "waiting", decidedBy: "", reason: "", state: "suggested",
  }, agreements);
}

const leg = (from: string, to: string, amountPence: number): Leg => ({ from, to, amountPence, suggestedPence: amountPence });

/** One virement of several rows: all of them decided, applied and reversed together. */
function ofRows(id: string, legs: readonly Leg[], state: Virement["state"] = "suggested"): Virement {
  const whole = withLegs(suggested(id, "C1", "C2", 1), legs);
  return { ...suggested(id, whole.from, whole.to, whole.amountPence), suggestedPence: whole.suggestedPence, legs, state };
}

type Draw = { readonly at: number; readonly kind: Step["kind"]; readonly refuses: boolean; readonly place: number; readonly amount: number; readonly reason: string; readonly day: number };
const draw: fc.Arbitrary<Draw> = fc.record({
  at: fc.nat(6),
  kind: fc.constantFrom<Step["kind"][]>(...Array<Step["kind"]>(12).fill("decide"), "withdraw", "amend", "apply", "apply", "apply", "reverse", "submit"),
  refuses: fc.boolean(), place: fc.integer({ min: -1, max: 5 }), amount: fc.integer({ min: -5, max: 300_000 }),
  reason: fc.constantFrom("", "  ", "vacancies"), day: fc.integer({ min: 5, max: 21 }),
});

const dayOf = (d: Draw): string => `2026-10-${String(d.day).padStart(2, "0")}`;

function stepOf(virement: Virement, d: Draw): Step {
  const stated = { by: "A. Holder", on: dayOf(d) };
  if (d.kind === "decide") return { ...stated, kind: "decide", decision: d.refuses && d.place === 3 ? "refused" : d.place === 5 ? "waiting" : "accepted", reason: d.reason, place: d.place >= 3 ? 0 : d.place };
  if (d.kind === "amend") return { ...stated, kind: "amend", amountPence: d.amount, minimumPence: 100, ...(virement.legs === undefined ? {} : { legs: loweredLegs(virement, d.amount, lines) }), approvers: demanded(virement.from, virement.to, d.amount), rank: 1, reason: d.reason };
  if (d.kind === "submit") return { ...stated, kind: "submit", approvers: demanded(virement.from, virement.to, virement.amountPence), rank: 2, ruleIds: [], instrument: "virement", expiresOn: "2026-10-20" };
  return d.kind === "apply" ? { ...stated, kind: "apply" } : { ...stated, kind: d.kind, reason: d.reason };
}

/** Budgets by line and fund; applying and reversing post entries. */
class Budgets {
  readonly pence = new Map<string, number>();
  post(virement: Virement, direction: 1 | -1): void {
    const entries = fundEntries(virement, lines);
    if (typeof entries === "string") throw new Error(entries);
    expect(unbalanced(entries)).toEqual([]);
    for (const { lineId, fund, pence } of entries) this.pence.set(`${lineId}/${fund}`, (this.pence.get(`${lineId}/${fund}`) ?? 0) + direction * pence);
  }
  sums(): number[] {
    const by = new Map<string, number>();
    for (const [key, pence] of this.pence) {
      const group = `${key[0] ?? ""}${key.slice(key.indexOf("/"))}`;
      by.set(group, (by.get(group) ?? 0) + pence);
    }
    return [...by.values()];
  }
}

const start = (): Virement[] => [
  suggested("V1", "C1", "C2", 90_000), suggested("V2", "C2", "C3", 250_000), { ...suggested("V3", "N1", "C1", 120_000), state: "draft" },
  // One to many and many to one, each side in rows of its own; rows that name both; and from two of one body to two of another.
  ofRows("V4", [leg("C1", "", 70_001), leg("", "C2", 40_000), leg("", "C3", 30_001)]), ofRows("V5", [leg("C1", "C3", 20_000), leg("C2", "C3", 60_000)]),
  ofRows("V6", [leg("N1", "", 50_000), leg("N2", "", 90_003), leg("", "C1", 100_003), leg("", "C2", 40_000)]),
  // Takes less than it gives: nobody can be asked about it, and nothing of it is applied.
  ofRows("V7", [leg("C1", "", 57_079), leg("", "C2", 84_025)], "draft"),
];

test("no path reaches applied without every approval demanded; every body and fund keeps its sum in every state; replays change nothing", () => {
  const reached = new Map<string, number>();
  let appliedPaths = 0;
  fc.assert(fc.property(fc.array(draw, { minLength: 1, size: "max", maxLength: 40 }), (draws) => {
    const held = start();
    const budgets = new Budgets();
    let applied = false;
    for (const d of draws) {
      const before = held[d.at] as Virement;
      reached.set(statusOf(before, dayOf(d)), (reached.get(statusOf(before, dayOf(d))) ?? 0) + 1);
      const step = stepOf(before, d);
      const after = takeStep(before, step);
      if (isNotTaken(after)) {
        expect(after.refused).toMatch(/\.$/);
        continue;
      }
      expect(imbalance(after)).toBeNull();
      expect(after.legs?.every(({ amountPence, suggestedPence }) => amountPence > 0 && amountPence <= suggestedPence) ?? true).toBe(true);
      held[d.at] = after;
      if (step.kind === "apply") {
        applied = true;
        // Asked of the demands anew, not of the machine.
        for (const approver of demanded(after.from, after.to, after.amountPence)) {
          expect(after.agreements.find((agreement) => agreement.approver === approver)).toMatchObject({ decision: "accepted", by: "A. Holder" });
        }
        expect(d.day).toBeLessThanOrEqual(20);
        budgets.post(after, 1);
      }
      if (step.kind === "reverse") {
        expect(step.reason.trim()).not.toBe("");
        budgets.post(after, -1);
      }
      // Once applied, only the state changes, and only to reversed.
      if (before.state === "applied" || before.state === "reversed") expect({ ...after, state: before.state }).toEqual(before);
      expect(after.amountPence).toBeLessThanOrEqual(after.suggestedPence);
      expect(after.amountPence).toBeGreaterThanOrEqual(100);
      expect(after.version - before.version).toBe(step.kind === "amend" && after !== before ? 1 : 0);
      const again = takeStep(after, step);
      expect(isNotTaken(again) || again === after || JSON.stringify(again) === JSON.stringify(after)).toBe(true);
      reached.set(statusOf(after, dayOf(d)), (reached.get(statusOf(after, dayOf(d))) ?? 0) + 1);
      expect(budgets.sums().every((sum) => sum === 0)).toBe(true);
    }
    if (applied) appliedPaths += 1;
    if (held.every(({ state }) => state !== "applied")) expect([...budgets.pence.values()].every((pence) => pence === 0)).toBe(true);
  }), { numRuns: 2500, seed: 6 });
  // The walk is no walk in place: every status is reached, and many paths apply.
  expect(VIREMENT_STATUSES.filter((status) => status !== "draft" && !reached.has(status) && status !== "expired")).toEqual([]);
  expect(appliedPaths).toBeGreaterThan(500);
});

test("the same decision once more changes nothing, also when it is applied, reversed or withdrawn since; another one is refused", () => {
  const open = suggested("V", "C1", "C2", 500);
  const accept: Step = { kind: "decide", decision: "accepted", by: "A", on: "2026-10-16", reason: "", place: 0 };
  const step = (from: Virement, next: Step): Virement => {
    const after = takeStep(from, next);
    if (isNotTaken(after)) throw new Error(after.refused);
    return after;
  };
  const applied = step(step(open, accept), { kind: "apply", by: "A", on: "2026-10-16" });
  const back = step(applied, { kind: "reverse", by: "A", on: "2026-10-17", reason: "not needed" });
  const withdrawn = step(open, { kind: "withdraw", by: "A", on: "2026-10-16", reason: "" });
  for (const virement of [applied, back]) {
    expect(takeStep(virement, accept)).toBe(virement);
    expect(takeStep(virement, { ...accept, by: "B" })).toMatchObject({ refused: expect.stringContaining("is already") as string });
  }
  expect(takeStep(withdrawn, { kind: "withdraw", by: "A", on: "2026-10-18", reason: "" })).toBe(withdrawn);
});

test("what is missing names each approver who has not agreed, in order", () => {
  const one = suggested("V2", "C2", "C3", 250_000);
  expect(missingForApply(one, "2026-10-15")).toBe("Virement V2 has not been accepted by director (C), nor by executive (C).");
  const half = takeStep(one, { kind: "decide", decision: "accepted", by: "A", on: "2026-10-15", reason: "", place: 0 }) as Virement;
  expect([statusOf(half, "2026-10-15"), waitsOn(half).map(({ approver }) => approver)]).toEqual(["under review", ["executive (C)"]]);
  const all = takeStep(half, { kind: "decide", decision: "accepted", by: "B", on: "2026-10-16", reason: "", place: 1 }) as Virement;
  expect([statusOf(all, "2026-10-16"), all.decidedBy, missingForApply(all, "2026-10-16"), statusOf(all, "2026-10-21")]).toEqual(["approved", "A, B", null, "expired"]);
  expect(missingForApply(all, "2026-10-21")).toMatch(/expired on 2026-10-20/);
});

test("amending makes a version that everyone but the amender agrees to anew, asked by the rules for the smaller amount", () => {
  const one = takeStep(suggested("V2", "C2", "C3", 250_000), { kind: "decide", decision: "accepted", by: "A", on: "2026-10-15", reason: "", place: 0 }) as Virement;
  const amend = (amountPence: number): ReturnType<typeof takeStep> =>
    takeStep(one, { kind: "amend", amountPence, minimumPence: 100, approvers: demanded("C2", "C3", amountPence), rank: 2, by: "B", on: "2026-10-16", reason: "less is free" });
  expect(amend(200_000)).toMatchObject({ version: 2, amountPence: 200_000, suggestedPence: 250_000, decision: "waiting", agreements: [{ decision: "waiting" }, { decision: "accepted", by: "B" }] });
  expect(amend(90_000)).toMatchObject({ agreements: [{ approver: "director (C)", decision: "waiting" }], approvals: "director (C)" });
  expect(amend(250_000)).toBe(one);
  expect(amend(250_001)).toEqual({ refused: "£2,500.01 is more than the £2,500 that was suggested." });
  expect(amend(99)).toEqual({ refused: "£0.99 is below the least that may move, £1." });
});

test("two entries within a body, four between bodies, and what is incomplete stays so", () => {
  const entries = (from: string, to: string, all: readonly BudgetLine[] = lines): unknown => {
    const found = fundEntries({ id: "V", from, to, amountPence: 60_000 }, all);
    return typeof found === "string" ? found : found.map(({ lineId, fund, pence }) => [lineId, fund, pence]);
  };
  expect(entries("C1", "C2")).toEqual([["C1", "GEN", -50_000], ["C1", "PHG", -10_000], ["C2", "GEN", 50_000], ["C2", "PHG", 10_000]]);
  expect(entries("N1", "C1")).toEqual([["N1", "ALLOC", -60_000], ["N9", "ALLOC", 60_000], ["C9", "ALLOC", -60_000], ["C1", "ALLOC", 60_000]]);
  expect(entries("C1", "N1")).toMatch(/incomplete: C has no line for its payment to partner/);
  expect(entries("C1", "C1")).toMatch(/incomplete/);
  expect(entries("C1", "X")).toMatch(/line X is on no sheet/);
  expect(ids.every((id) => lines.some((line) => line.id === id))).toBe(true);
});

test("rows of one virement: entries of the whole, one a line and fund, four between bodies; lowered rows balance to the penny in each body", () => {
  const found = fundEntries(start()[5] as Virement, lines);
  expect(typeof found === "string" ? found : found.map(({ lineId, fund, pence }) => [lineId, fund, pence])).toEqual([
    ["N1", "ALLOC", -50_000], ["N9", "ALLOC", 140_003], ["C9", "ALLOC", -140_003], ["C1", "ALLOC", 100_003], ["N2", "ALLOC", -90_003], ["C2", "ALLOC", 40_000],
  ]);
  const shared = fundEntries({ id: "V", from: "", to: "", amountPence: 60_000, legs: [leg("C1", "", 60_000), leg("", "C2", 20_000), leg("", "C3", 40_000)] }, lines);
  expect(typeof shared === "string" ? shared : shared.map(({ lineId, fund, pence }) => [lineId, fund, pence])).toEqual([
    ["C1", "GEN", -50_000], ["C2", "GEN", 20_000], ["C1", "PHG", -10_000], ["C3", "GEN", 30_000], ["C3", "PHG", 10_000],
  ]);
  fc.assert(fc.property(fc.integer({ min: 4, max: 140_003 }), (amount) => {
    const lowered = loweredLegs(start()[5] as Virement, amount, lines);
    if (lowered === null) return;
    const entries = fundEntries({ ...withLegs(start()[5] as Virement, lowered) }, lines);
    expect(typeof entries === "string" ? entries : unbalanced(entries)).toEqual([]);
    expect(withLegs(start()[5] as Virement, lowered).amountPence).toBe(amount);
  }), { numRuns: 300, seed: 6 });
});

test("an incomplete one says what is missing, at every step", () => {
  const open = start()[6] as Virement;
  expect(statusOf(open, "2026-10-15")).toBe("incomplete");
  expect(missingForApply(open, "2026-10-15")).toBe("Virement V7 is incomplete: it takes £570.79 and gives £840.25, so £269.46 is taken from no line.");
  for (const to of ["C1", "C3"]) {
    const completed = withLegs(open, [...(open.legs ?? []), leg(to === "C1" ? "N1" : "C3", "", 26_946)]);
    expect(typeof fundEntries(completed, lines)).not.toBe("string");
  }
  expect(fundEntries(withLegs(open, [leg("C1", "", 5), leg("", "C1", 5)]), lines)).toMatch(/both takes from line C1 and gives to it/);
  expect(fundEntries(withLegs(open, [leg("C1", "", 5), leg("", "", 5)]), lines)).toMatch(/a row of it names no line/);
});
