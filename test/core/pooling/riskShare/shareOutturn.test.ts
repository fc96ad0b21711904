// Every method of sharing what a pool ends over or under, by the worked cases' numbers, and that no penny is ever lost.
import fc from "fast-check";
import { sumPenceBy } from "../../../../src/core/money/pence";
import { shareOutturn } from "../../../../src/core/pooling/riskShare/shareOutturn";
import {
  RISK_METHODS, UNDERSPEND_RULES, type Outturn, type OutturnPart, type RiskAgreement, type RiskMethod, type ShareResult,
} from "../../../../src/core/pooling/riskShare/types";
import { k } from "../../../support/brackenshireLines";

const agreement = (method: RiskMethod, change: Partial<RiskAgreement> = {}): RiskAgreement => ({
  method, host: "COUNCIL", weights: [], caps: [], tiers: [], partRules: [], meetFirst: [], underspend: "return", windfallPercent: 100,
  partners: [{ agency: "COUNCIL", contributionPence: k(29_100) }, { agency: "ICB", contributionPence: k(10_300) }], ...change,
});
const part = (lineId: string, pence: number, change: Partial<OutturnPart> = {}): OutturnPart =>
  ({ lineId, scheme: null, holder: "COUNCIL", ringFenced: false, pence, ...change });
const outturn = (overspendPence: number, parts = [part("C01", overspendPence)]): Outturn => ({ budgetPence: k(39_400), overspendPence, parts });
const pence = (result: ShareResult): number[] => result.shares.map((share) => share.pence);
const by = (council: number, icb: number) => [{ agency: "COUNCIL", weight: council }, { agency: "ICB", weight: icb }];

describe("overspends", () => {
  test("A: no sharing, each bears its own lines", () => {
    const parts = [part("C01", k(900)), part("N04", k(-115), { holder: "ICB" })];
    expect(pence(shareOutturn(agreement("A"), outturn(k(785), parts)))).toEqual([k(900), k(-115)]);
  });

  test("B: pro rata to contributions, with the working in words", () => {
    const result = shareOutturn(agreement("B"), outturn(k(785)));
    expect(pence(result)).toEqual([57_978_426, 20_521_574]);
    expect(result.working).toEqual(["Pro rata to contributions, £785,000 by 291:103: £579,784.26 to COUNCIL, £205,215.74 to ICB."]);
    expect(pence(shareOutturn(agreement("B", { weights: by(51, 49) }), outturn(k(100))))).toEqual([k(51), k(49)]);
  });

  test("T-9.9 C: a variable line at 85:15, a fixed one with the host, one in halves", () => {
    const partRules = [{ key: "C01", weights: by(85, 15) }, { key: "C04", weights: [] }, { key: "C06", weights: by(50, 50) }];
    const parts = [part("C01", k(1_100)), part("C04", k(-420)), part("C06", k(105))];
    const result = shareOutturn(agreement("C", { partRules }), outturn(k(785), parts));
    expect(pence(result)).toEqual([56_750_000, 21_750_000]);
    expect(result.working).toHaveLength(3);
  });

  test("C: a line the agreement does not name is shared by contributions, and that is said", () => {
    const result = shareOutturn(agreement("C", { partRules: [{ key: "C04", weights: [] }] }), outturn(k(785)));
    expect(pence(result)).toEqual([57_978_426, 20_521_574]);
    expect(result.working[0]).toContain("not named in the agreement");
  });

  test("D: a scheme by its own contributions, never over them; the rest is left open", () => {
    const partRules = [{ key: "Beds", weights: by(k(300), k(100)) }];
    const parts = [part("C01", k(500), { scheme: "Beds" }), part("C06", k(5), { scheme: "Store" })];
    const result = shareOutturn(agreement("D", { partRules }), outturn(k(505), parts));
    expect(pence(result)).toEqual([k(300), k(100)]);
    expect(result.openPence).toBe(k(75 + 25 + 5));
    expect(pence(shareOutturn(agreement("D", { partRules }), outturn(k(200), [part("C01", k(200), { scheme: "Beds" })])))).toEqual([k(150), k(50)]);
  });

  test("T-9.6 E: pro rata up to a cap, the rest to the host", () => {
    expect(pence(shareOutturn(agreement("B"), outturn(k(1_200))))).toEqual([88_629_442, 31_370_558]);
    const capped = agreement("E", { caps: [{ agency: "ICB", pence: k(250) }] });
    expect(pence(shareOutturn(capped, outturn(k(1_200))))).toEqual([95_000_000, 25_000_000]);
    expect(pence(shareOutturn(capped, outturn(k(785))))).toEqual([57_978_426, 20_521_574]);
  });

  test("T-9.7 F: the host's first 1%, the next 2% in halves, the rest pro rata", () => {
    const tiers = [{ way: "host", hundredthsOfPercent: 100 }, { way: "equal", hundredthsOfPercent: 200 }] as const;
    const result = shareOutturn(agreement("F", { tiers }), outturn(k(1_500)));
    expect(pence(result)).toEqual([102_286_802, 47_713_198]);
    expect(result.working.map((step) => /£[\d,]+/.exec(step)?.[0])).toEqual(["£394,000", "£788,000", "£318,000"]);
    expect(pence(shareOutturn(agreement("F", { tiers }), outturn(k(300))))).toEqual([k(300), 0]);
  });

  test("G: the lead bears an overspend", () => {
    expect(pence(shareOutturn(agreement("G"), outturn(k(785))))).toEqual([k(785), 0]);
  });

  test.each(["H", "I"] as const)("T-9.8 %s: agreed sources first, the partners the rest", (method) => {
    const meetFirst = [{ name: "Risk pool", pence: k(500) }, { name: "Uncommitted schemes", pence: k(120) }];
    const result = shareOutturn(agreement(method, { meetFirst }), outturn(k(785)));
    expect(pence(result)).toEqual([12_186_548, 4_313_452]);
    expect(result.met).toEqual(meetFirst);
    const small = shareOutturn(agreement(method, { meetFirst }), outturn(k(510)));
    expect([pence(small), small.met.map((source) => source.pence)]).toEqual([[0, 0], [k(500), k(10)]]);
  });

  test("J: equal parts, or other weights such as need", () => {
    expect(pence(shareOutturn(agreement("J"), outturn(10_001)))).toEqual([5_001, 5_000]);
    expect(pence(shareOutturn(agreement("J", { weights: by(3, 1) }), outturn(k(100))))).toEqual([k(75), k(25)]);
  });
});

describe("underspends", () => {
  test("return: back pro rata, also where caps, tiers or sources speak of overspends", () => {
    for (const method of ["B", "E", "F", "H", "I"] as const) {
      expect(pence(shareOutturn(agreement(method, { caps: [{ agency: "ICB", pence: 1 }], tiers: [{ way: "host", hundredthsOfPercent: 100 }] }), outturn(k(-785)))))
        .toEqual([-57_978_426, -20_521_574]);
    }
  });

  test.each(["stay", "carry forward"] as const)("%s: all of it is kept in the pool", (underspend) => {
    const result = shareOutturn(agreement("B", { underspend }), outturn(k(-785)));
    expect([pence(result), result.keptPence]).toEqual([[0, 0], k(-785)]);
  });

  test("T-9.11 windfall split: 30% was a windfall and goes back at 26:74, the rest stays", () => {
    const result = shareOutturn(agreement("B", { underspend: "windfall split", windfallPercent: 30, weights: by(26, 74) }), outturn(k(-200)));
    expect([pence(result), result.keptPence]).toEqual([[-1_560_000, -4_440_000], k(-140)]);
    expect(sumPenceBy(result.shares, (share) => share.pence)).toBe(k(-60));
  });

  test("G: the lead keeps it, except ring-fenced money", () => {
    const result = shareOutturn(agreement("G"), outturn(k(-100), [part("C01", k(-70)), part("C08", k(-30), { ringFenced: true })]));
    expect([pence(result), result.keptPence]).toEqual([[k(-70), 0], k(-30)]);
  });
});

test("shares, what was met, kept and left open add to the outturn under every method", () => {
  const amounts = fc.integer({ min: -(10 ** 11), max: 10 ** 11 });
  const weight = fc.nat({ max: 10 ** 6 });
  fc.assert(fc.property(
    fc.constantFrom(...(Object.keys(RISK_METHODS) as RiskMethod[])), fc.constantFrom(...UNDERSPEND_RULES), fc.array(amounts, { minLength: 1, maxLength: 6 }),
    weight, weight, fc.integer({ min: 0, max: 100 }), amounts, amounts,
    (method, underspend, variances, a, b, windfallPercent, first, second) => {
      const parts = variances.map((variance, i) => part(`L${i % 4}`, variance, { holder: i % 2 === 0 ? "COUNCIL" : "THIRD", scheme: i % 3 === 0 ? "S" : null, ringFenced: i % 2 === 1 }));
      const total = sumPenceBy(parts, (p) => p.pence);
      const result = shareOutturn(agreement(method, {
        underspend, windfallPercent, weights: a + b > 0 ? by(a, b) : [], caps: [{ agency: "ICB", pence: a }],
        partners: [{ agency: "COUNCIL", contributionPence: first }, { agency: "ICB", contributionPence: second }],
        tiers: [{ way: "host", hundredthsOfPercent: 55 }, { way: "equal", hundredthsOfPercent: 1_000 }], meetFirst: [{ name: "Reserve", pence: b }],
        partRules: [{ key: "L1", weights: by(a, b + 1) }, { key: "S", weights: by(b + 1, a) }, { key: "L2", weights: [] }],
      }), { budgetPence: first, overspendPence: total, parts });
      expect(sumPenceBy(result.shares, (s) => s.pence) + sumPenceBy(result.met, (m) => m.pence) + result.keptPence + result.openPence).toBe(total);
    },
  ));
});
