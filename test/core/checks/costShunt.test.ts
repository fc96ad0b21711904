// The cost-shunt test on the published kinds of shunt, and as a guard of suggestions.
import fc from "fast-check";
import { burdenChanges, inducedBy, netBurdens, shuntTest, shuntTolerance, type BurdenChange } from "../../../src/core/checks/costShunt";
import { brackenshireLines, k } from "../../support/brackenshireLines";

const tolerancePence = shuntTolerance([k(32_650), k(70_600)]);

test("the tolerance is £1,000 or 0.1% of the smaller net, whichever is more", () => {
  expect(tolerancePence).toBe(k(32.65));
  expect(shuntTolerance([k(10), k(200)])).toBe(100_000);
  expect(shuntTolerance([])).toBe(100_000);
});

test("T-7.1 a pure shunt is blocked: the ICB cuts its reablement contribution by 600 and the council keeps the service", () => {
  const before = brackenshireLines();
  const after = brackenshireLines({ C05: { revisedPence: k(-2_400) }, N03: { revisedPence: k(9_700) } });
  const changes = burdenChanges(netBurdens(before), netBurdens(after)).filter((change) => change.pence !== 0);
  expect(changes).toEqual([{ agency: "COUNCIL", pence: k(600) }, { agency: "ICB", pence: k(-600) }]);
  expect(shuntTest(changes, { tolerancePence })).toMatchObject({ systemPence: 0, shuntPence: k(600), ratio: 1, verdict: "pure-shunt" });
});

test("T-7.2 demand displaced by a cut of 600, with elasticities that people supplied", () => {
  const links = [
    { fromLine: "C05", toLine: "C01", elasticity: 0.4, evidence: "illustrative" },
    { fromLine: "C05", toLine: "N04", elasticity: 0.3, evidence: "illustrative" },
  ];
  const induced = inducedBy({ lineId: "C05", pence: k(600) }, links, brackenshireLines());
  expect(induced).toEqual({ changes: [{ agency: "COUNCIL", pence: k(240) }, { agency: "ICB", pence: k(180) }], unquantified: [] });
  const changes = burdenChanges([], [{ agency: "ICB", pence: k(-600) }, ...induced.changes]);
  const result = shuntTest(changes, { tolerancePence });
  expect(result).toMatchObject({
    changes: [{ agency: "COUNCIL", pence: k(240) }, { agency: "ICB", pence: k(-420) }], systemPence: k(-180), shuntPence: k(240),
    verdict: "saving-with-loser", compensation: [{ agency: "COUNCIL", pence: k(240) }],
  });
  expect(result.ratio).toBeCloseTo(0.5714, 4);
  const compensated = burdenChanges([], [...changes, { agency: "ICB", pence: k(240) }, { agency: "COUNCIL", pence: k(-240) }]);
  expect(compensated).toEqual([{ agency: "COUNCIL", pence: 0 }, { agency: "ICB", pence: k(-180) }]);
  expect(shuntTest(compensated, { tolerancePence }).verdict).toBe("passes");
});

test("T-7.3 continuing healthcare: citizens' burden is shown and never netted", () => {
  const result = shuntTest([{ agency: "ICB", pence: k(-800) }, { agency: "COUNCIL", pence: k(418.88) }], { tolerancePence, citizensPence: k(217.12) });
  expect(result).toMatchObject({ systemPence: k(-381.12), shuntPence: k(418.88), citizensPence: k(217.12), verdict: "saving-with-loser" });
  expect(result.ratio).toBeCloseTo(0.5236, 4);
});

test("T-7.5 two records that differ by 10 are a difference of data, not a shunt: nothing changed", () => {
  const lines = brackenshireLines();
  const changes = burdenChanges(netBurdens(lines), netBurdens(lines));
  expect(changes.every((change) => change.pence === 0)).toBe(true);
  expect(shuntTest(changes, { tolerancePence })).toMatchObject({ shuntPence: 0, ratio: 0, verdict: "passes" });
});

test("a service linked without a known effect can't pass as clean", () => {
  const links = [{ fromLine: "C04", toLine: "N04", elasticity: null, evidence: "same clients" }];
  expect(inducedBy({ lineId: "C04", pence: 100 }, links, brackenshireLines()).unquantified).toEqual(links);
  expect(shuntTest([], { tolerancePence, unquantified: true }).verdict).toBe("not-quantified");
});

test("more cost for the partners together is wasteful, not a shunt", () => {
  expect(shuntTest([{ agency: "ICB", pence: k(500) }], { tolerancePence }).verdict).toBe("wasteful");
});

const changesOf = fc.array(fc.record({ agency: fc.constantFrom("A", "B", "C", "D"), pence: fc.integer({ min: -1_000_000, max: 1_000_000 }) }), { maxLength: 6 });

test("only a change in which no agency loses more than the tolerance passes", () => {
  fc.assert(fc.property(changesOf, fc.integer({ min: 0, max: 300_000 }), (raw, tolerance) => {
    const changes: BurdenChange[] = burdenChanges([], raw);
    const result = shuntTest(changes, { tolerancePence: tolerance });
    if (result.verdict === "passes") expect(changes.every((change) => change.pence <= tolerance)).toBe(true);
    expect(result.ratio).toBeGreaterThanOrEqual(0);
    expect(result.ratio).toBeLessThanOrEqual(1);
    expect(shuntTest([...changes].reverse(), { tolerancePence: tolerance }).shuntPence).toBe(result.shuntPence);
  }));
});
