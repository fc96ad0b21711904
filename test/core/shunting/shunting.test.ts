// The cost-shunt test on pairs of snapshots: burdens, links, compensation, no one worse off, and the indicators with both sides' figures.
import fc from "fast-check";
import { shuntTest, type BurdenChange } from "../../../src/core/checks/costShunt";
import { snapshotLine } from "../../../src/core/pooling/changes/snapshot";
import { compareSnapshots } from "../../../src/core/shunting/compareSnapshots";
import { refusedInARow, relativeCut, retrenchmentIndicators } from "../../../src/core/shunting/indicators";
import { snapshotBefore, snapshotOfLines, type ShuntSnapshot } from "../../../src/core/shunting/shuntLine";
import { afterTransfers, transfersFor } from "../../../src/core/shunting/transfers";
import { sumPenceBy } from "../../../src/core/money/pence";
import type { BudgetLine } from "../../../src/core/budget/line";
import { brackenshireLines, k } from "../../support/brackenshireLines";

type Change = Readonly<Record<string, Partial<BudgetLine>>>;
const at = (change: Change = {}, name = "now", on: string | null = null): ShuntSnapshot => snapshotOfLines(brackenshireLines(change), name, on);
const REABLEMENT_CUT: Change = { C05: { revisedPence: k(-2_400) }, N03: { revisedPence: k(9_700) } };

test("T-7.1 on two snapshots: the ICB's cut of 600 falls on the council whole, and is named a pure shunt of its service", () => {
  const { services } = compareSnapshots(at(), at(REABLEMENT_CUT));
  expect(services).toHaveLength(1);
  expect(services[0]).toMatchObject({
    outcome: "O1", clientGroup: "OP", transfers: [{ from: "ICB", to: "COUNCIL", pence: k(600) }],
    result: { verdict: "pure-shunt", shuntPence: k(600), ratio: 1, systemPence: 0, changes: [{ agency: "COUNCIL", pence: k(600) }, { agency: "ICB", pence: k(-600) }] },
  });
});

test("the same snapshot kept in the workbook gives the same answer, a line that is gone included", () => {
  const before = snapshotBefore({ takenOn: "2026-06-30T09:00:00", lines: brackenshireLines().map(snapshotLine) }, brackenshireLines());
  expect(compareSnapshots(before, at(REABLEMENT_CUT)).services).toEqual(compareSnapshots(at(), at(REABLEMENT_CUT)).services);
  const without = brackenshireLines().filter((line) => line.id !== "N06");
  const gone = compareSnapshots(snapshotBefore({ takenOn: "2026-06-30", lines: brackenshireLines().map(snapshotLine) }, without), snapshotOfLines(without, "now", null));
  expect(gone.services.map(({ outcome, result }) => [outcome, result.changes])).toEqual([["O1", [{ agency: "ICB", pence: k(-300) }]]]);
});

test("T-7.2 on two snapshots: a cut of 600 with links displaces 240 on to the council; 240 in compensation makes it pass", () => {
  const links = [
    { fromLine: "N02", toLine: "C01", elasticity: 0.4, evidence: "illustrative" }, { fromLine: "N02", toLine: "N04", elasticity: 0.3, evidence: "illustrative" },
  ];
  const [service] = compareSnapshots(at(), at({ N02: { revisedPence: k(33_400) } }), links).services;
  expect(service).toMatchObject({
    linked: [{ agency: "COUNCIL", pence: k(240) }, { agency: "ICB", pence: k(180) }], transfers: [{ from: "ICB", to: "COUNCIL", pence: k(240) }],
    result: { verdict: "saving-with-loser", systemPence: k(-180), shuntPence: k(240), compensation: [{ agency: "COUNCIL", pence: k(240) }] },
  });
  expect(service?.result.ratio).toBeCloseTo(0.5714, 4);
  if (service === undefined) throw new Error("no service changed");
  expect(afterTransfers(service.result, service.transfers ?? [])).toMatchObject({ verdict: "passes", changes: [{ agency: "COUNCIL", pence: 0 }, { agency: "ICB", pence: k(-180) }] });
});

test("an effect that the later figures show already is not counted twice", () => {
  const links = [{ fromLine: "N02", toLine: "C01", elasticity: 0.4, evidence: "illustrative" }];
  const [service] = compareSnapshots(at(), at({ N02: { revisedPence: k(33_400) }, C01: { revisedPence: k(42_100) } }), links).services;
  expect(service?.result.changes).toEqual([{ agency: "COUNCIL", pence: k(240) }, { agency: "ICB", pence: k(-600) }]);
  expect(service?.linked).toEqual([{ agency: "COUNCIL", pence: k(140) }]);
});

test("what the later figures show is set against the effects of several cuts once", () => {
  const links = ["N02", "N04"].map((fromLine) => ({ fromLine, toLine: "C01", elasticity: 0.4, evidence: "illustrative" }));
  const cut = { N02: { revisedPence: k(33_400) }, N04: { revisedPence: (brackenshireLines().find((line) => line.id === "N04")?.revisedPence ?? 0) - k(600) } };
  const [service] = compareSnapshots(at(), at({ ...cut, C01: { revisedPence: k(42_240) } }), links).services;
  // Two effects of 240, and 240 shown: the other 240 is still to come.
  expect(service?.linked).toEqual([{ agency: "COUNCIL", pence: k(240) }]);
  expect(service?.result.changes).toEqual([{ agency: "COUNCIL", pence: k(480) }, { agency: "ICB", pence: k(-1_200) }]);
});

test("I3: a contribution cut on 29 February is late, one on the 28th is not", () => {
  const late = (on: string) => retrenchmentIndicators(at(), at(REABLEMENT_CUT, "now", on)).filter(({ id }) => id === "I3").map(({ agency }) => agency);
  expect([late("2028-02-28"), late("2028-02-29"), late("2028-03-31"), late("2028-04-01")]).toEqual([[], ["ICB"], ["ICB"], []]);
});

test("linked, not quantified: the cut can't pass as clean", () => {
  const [service] = compareSnapshots(at(), at({ N02: { revisedPence: k(33_400) } }), [{ fromLine: "N02", toLine: "C01", elasticity: null, evidence: "" }]).services;
  expect(service).toMatchObject({ result: { verdict: "not-quantified" }, unquantified: [{ toLine: "C01" }] });
});

test.each([["£100 a day", 10_000, 36_000], ["£120 in London and the South East", 12_000, 43_200]])(
  "T-7.4 the delayed discharge tariff of 2003 at %s moves 12 people's 30 days on to the council", (_, ratePence, pounds) => {
    const charge = 12 * 30 * ratePence;
    expect(charge).toBe(pounds * 100);
    const [service] = compareSnapshots(at(), at({ N02: { revisedPence: k(34_000) - charge }, C01: { revisedPence: k(42_000) + charge } })).services;
    expect(service?.result).toMatchObject({ systemPence: 0, shuntPence: charge, ratio: 1 });
    // A tolerance of 0.1% of the smaller net would hide it; at £1,000 it is the shunt that it was.
    expect(shuntTest(service?.result.changes ?? [], { tolerancePence: 100_000 })).toMatchObject({ verdict: "pure-shunt", compensation: [{ agency: "COUNCIL", pence: charge }] });
  });

test("T-7.5 nothing changed between two snapshots: the 10 by which two partners' records differ is no shunt", () => {
  expect(compareSnapshots(at(), at()).services).toEqual([]);
});

test("T-7.6 a contribution cut by 20.00% beside an own budget down 0.9915% is −19.01 points", () => {
  expect(relativeCut([k(3_000), k(2_400)], [k(70_600), k(69_900)])).toBeCloseTo(-19.01, 2);
  expect(relativeCut([0, k(1)], [k(1), k(1)])).toBeNull();
});

const signs = (before: ShuntSnapshot, after: ShuntSnapshot): string[] => retrenchmentIndicators(before, after).map(({ id, agency }) => `${id} ${agency}`);

test("T-7.6 I1 and I2: the ICB's payment falls faster than its spending, and shared lines bear more than their share of its cuts", () => {
  const found = retrenchmentIndicators(at(), at(REABLEMENT_CUT)).filter(({ id }) => id === "I1" || id === "I2");
  expect(found.map(({ id, agency, key }) => [id, agency, key])).toEqual([["I1", "ICB", "I1 ICB COUNCIL"], ["I2", "ICB", "I2 ICB"]]);
  expect(found[0]?.words).toBe("ICB's payments to COUNCIL fell from £10,300,000 to £9,700,000, while its own spending went from £70,600,000 to £70,000,000: −4.98 percentage points beside it.");
  expect(found[1]?.words).toContain("100.0% of ICB's cuts");
});

test("I3: the same cut told in March is late, and in February is not", () => {
  expect(signs(at(), at(REABLEMENT_CUT, "now", "2026-03-05"))).toContain("I3 ICB");
  expect(signs(at(), at(REABLEMENT_CUT, "now", "2026-02-28"))).not.toContain("I3 ICB");
});

test("I4: two refusals in a row of transfers to partners, not of an agency's own moves", () => {
  const asked = (giver: string, taker: string, decision: string) => ({ giver, taker, decision });
  expect(refusedInARow([asked("ICB", "COUNCIL", "accepted"), asked("ICB", "COUNCIL", "refused"), asked("ICB", "COUNCIL", "waiting"), asked("ICB", "VCS", "refused")])).toMatchObject([{ id: "I4", agency: "ICB" }]);
  expect(refusedInARow([asked("ICB", "COUNCIL", "refused"), asked("ICB", "COUNCIL", "accepted"), asked("ICB", "COUNCIL", "refused")])).toEqual([]);
  expect(refusedInARow([asked("ICB", "ICB", "refused"), asked("ICB", "ICB", "refused")])).toEqual([]);
});

test("I5: the ICB is under on later life where the council is over", () => {
  const found = retrenchmentIndicators(at(), at()).filter(({ id }) => id === "I5");
  expect(found.map(({ agency }) => agency)).toContain("ICB");
  expect(found.find(({ agency }) => agency === "ICB")?.words).toBe("ICB is forecast £500,000 under its budget for O1, where COUNCIL is £785,000 over.");
});

test("I6, I7, I8: a charge that rose, spending that moved over, one-off money for a standing service; and none of them on figures that stand still", () => {
  const still = signs(at(), at());
  for (const id of ["I1", "I2", "I3", "I4", "I6", "I7", "I8"]) expect(still.some((sign) => sign.startsWith(id))).toBe(false);
  expect(signs(at(), at({ H03: { revisedPence: k(-1_060) } }))).toContain("I6 HA");
  expect(signs(at(), at({ P02: { revisedPence: k(0) }, C08: { revisedPence: k(3_900) } }))).toContain("I7 PCC");
  expect(signs(at(), at({ P02: { revisedPence: k(0) }, C08: { revisedPence: k(4_100) } }))).not.toContain("I7 PCC");
  expect(signs(at(), at({ P02: { recurrence: "NONREC" } }))).toContain("I8 PCC");
});

test("every indicator is worded as a sign, in one sentence", () => {
  const all = retrenchmentIndicators(at(), at({ ...REABLEMENT_CUT, P02: { recurrence: "NONREC" } }, "now", "2026-03-05"));
  for (const { words } of all) expect(words).toMatch(/^[A-Z][^]*[^.]\.$/);
});

const anyChanges = fc.uniqueArray(fc.record({ agency: fc.constantFrom("A", "B", "C", "D", "E"), pence: fc.integer({ min: -10_000_000, max: 10_000_000 }) }), { selector: (change) => change.agency });

test("after its transfers no one is worse off beyond the tolerance, no one relieved pays more than it gained, and the sum stays", () => {
  fc.assert(fc.property(anyChanges, fc.integer({ min: 0, max: 500_000 }), (changes: BurdenChange[], tolerancePence) => {
    const result = shuntTest(changes, { tolerancePence });
    const transfers = transfersFor(result);
    if (transfers === null) {
      expect(sumPenceBy(result.compensation, (loser) => loser.pence)).toBeGreaterThan(sumPenceBy(changes, (change) => Math.max(0, -change.pence)));
      return;
    }
    const after = afterTransfers(result, transfers);
    expect(after.changes.every((change) => change.pence <= tolerancePence)).toBe(true);
    for (const change of changes) if (change.pence < 0) expect(after.changes.find((one) => one.agency === change.agency)?.pence).toBeLessThanOrEqual(0);
    expect(after.systemPence).toBe(result.systemPence);
  }));
});
