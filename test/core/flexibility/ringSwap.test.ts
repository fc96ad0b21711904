// Ring-fence substitution as Lincolnshire did it, the localist what-if, and what can move when next year's budget is set.
import { assessFlexibility } from "../../../src/core/flexibility/assessFlexibility";
import { budgetSettingPence } from "../../../src/core/flexibility/budgetSetting";
import { localistWhatIf } from "../../../src/core/flexibility/localist";
import { checkSwap, checkSwaps, type SwapProposal } from "../../../src/core/flexibility/ringSwap";
import type { Flexibility } from "../../../src/core/flexibility/types";
import { bandsFor } from "../../../src/core/rules/publishedSchemes";
import { ruleContext } from "../../../src/core/rules/ruleContext";
import { sumPenceBy } from "../../../src/core/money/pence";
import type { BudgetLine } from "../../../src/core/budget/line";
import { samplesRuleBooks } from "../../../samples/ruleBooks";
import { brackenshireReading, k } from "../../support/brackenshireLines";

const DATE = "2026-10-15";
type Change = Readonly<Record<string, Partial<BudgetLine>>>;

// C11 stands for children's centres, C06 for supported accommodation of homeless young people.
const CENTRES: Change = { C11: { revisedPence: k(4_000), funding: [{ fund: "GEN", ringFence: null, pence: k(4_000) }], clientGroup: "PHG" } };
const SWAP: SwapProposal = { line: "C11", fund: "PHG", to: "C06", amountPence: k(1_500), balancePence: k(1_500), fromReserve: true, serviceUnchanged: true, nextYearPlan: "", cell: null };

function swap(more: Partial<SwapProposal> = {}, change: Change = CENTRES) {
  const { lines, agencies } = brackenshireReading(change);
  const books = { ...samplesRuleBooks(), bands: bandsFor("LINCOLNSHIRE", "COUNCIL") };
  const answer = checkSwap({ ...SWAP, ...more }, lines, ruleContext(books, agencies, DATE, false));
  if (answer === null) throw new Error("no such line");
  return answer;
}

test("T-4.2 X18 Lincolnshire 2018: £1.5m of general money on an eligible line gives place to the public health reserve and moves on", () => {
  const answer = swap();
  expect(answer.allowed).toBe(true);
  expect(answer.legs).toEqual([
    { at: "C11", fund: "GEN", pence: k(-1_500) }, { at: "C11", fund: "PHG", pence: k(1_500) }, { at: "C06", fund: "GEN", pence: k(1_500) }, { at: "PHG reserve", fund: "PHG", pence: k(-1_500) },
  ]);
  const net = (wanted: (leg: (typeof answer.legs)[number]) => boolean): number => sumPenceBy(answer.legs.filter(wanted), (leg) => leg.pence);
  expect([net((leg) => leg.at === "C11"), net((leg) => leg.fund === "GEN"), net((leg) => leg.fund === "PHG")]).toEqual([0, 0, 0]);
  expect(answer.approval).toMatchObject({ rank: 4, approver: "Council, on the Executive's recommendation" });
});

test("T-4.2 one-off funding of a recurrent cost is flagged until next year's plan is given", () => {
  expect(swap().warnings).toEqual(["One-off funding of a recurrent cost: say how the line is paid for next year."]);
  expect(swap({ nextYearPlan: "taken into the base budget" }).warnings).toEqual([]);
  expect(swap({ fromReserve: false }).warnings).toEqual([]);
});

test.each<[string, Partial<SwapProposal>, Change, string]>([
  ["the line is not what the grant is for", {}, { C11: { ...CENTRES["C11"], clientGroup: "HL" } }, "may be spent on"],
  ["the balance is a penny short", { balancePence: k(1_500) - 1 }, CENTRES, "is free"],
  ["the line holds too little general money", {}, { C11: { ...CENTRES["C11"], funding: [{ fund: "GEN", ringFence: null, pence: k(1_400) }] } }, "of general money"],
  ["the service would shrink", { serviceUnchanged: false }, CENTRES, "level of service"],
  ["the fund is general itself", { fund: "GEN" }, CENTRES, "restricted fund"],
  ["the target is another body's", { to: "N04" }, CENTRES, "own"],
  ["the target is a separate account", { to: "C13" }, CENTRES, "general money may meet C13 (G13"],
])("T-4.2 it may not be done where %s", (_, more, change, words) => {
  const answer = swap(more, change);
  expect(answer.allowed).toBe(false);
  expect(answer.conditions.filter((condition) => !condition.met).map((condition) => condition.words).join("; ")).toContain(words);
});

test("two proposals can't both use one balance", () => {
  const { lines, agencies } = brackenshireReading(CENTRES);
  const context = ruleContext({ ...samplesRuleBooks(), bands: bandsFor("LINCOLNSHIRE", "COUNCIL") }, agencies, DATE, false);
  const half = { ...SWAP, amountPence: k(1_000) };
  const answers = checkSwaps([half, half, { ...half, amountPence: k(500) }], lines, context);
  expect(answers.map((answer) => answer.allowed)).toEqual([true, false, true]);
  expect(answers[1]?.conditions.filter((condition) => !condition.met).map((condition) => condition.words)).toEqual(["£500,000 of it is free, and £1,000,000 is needed"]);
});

test("the freed money keeps to the rules of its own move: it does not leave its pool, nor move in a closed period", () => {
  const unmet = (change: Change, date = DATE): string => {
    const { lines, agencies } = brackenshireReading(change);
    const answer = checkSwap(SWAP, lines, ruleContext({ ...samplesRuleBooks(), bands: bandsFor("LINCOLNSHIRE", "COUNCIL") }, agencies, date, false));
    return (answer?.conditions ?? []).filter((condition) => !condition.met).map((condition) => condition.words).join("; ");
  };
  expect(unmet({ C11: { ...CENTRES["C11"], pool: "Children", arrangement: "pooled" } })).toContain("money in a pool can't leave it");
  expect(unmet(CENTRES, "2027-03-10")).toContain("policy virements wait for the next year");
  expect(unmet({ C11: { ...CENTRES["C11"], floorPence: k(4_000) } })).toBe("");
});

test("where the scheme has no row for policy, members decide a substitution and no officer", () => {
  const { lines, agencies } = brackenshireReading(CENTRES);
  const of = (bands: ReturnType<typeof bandsFor>) => checkSwap({ ...SWAP, amountPence: k(10) }, lines, ruleContext({ ...samplesRuleBooks(), bands }, agencies, DATE, false))?.approval;
  expect(of(bandsFor("WEST-LANCASHIRE", "COUNCIL"))).toMatchObject({ rank: 3, approver: "Policy & Resources Committee" });
});

function assess(change: Change = {}): Flexibility[] {
  const { lines, agencies } = brackenshireReading(change);
  return assessFlexibility({ lines, agencies, books: samplesRuleBooks(), decisionDate: DATE });
}

test("T-4.3 if J02 and B01 were decided locally, 120 more could move; nothing else changes", () => {
  const flexibility = assess();
  const before = JSON.stringify(flexibility);
  const found = localistWhatIf(flexibility);
  expect(found).toEqual({
    label: "not available under current rules", totalPence: k(120),
    extra: [{ lineId: "B01", pence: k(50), classThen: "F4" }, { lineId: "J02", pence: k(70), classThen: "F4" }],
  });
  expect(localistWhatIf(flexibility, new Set(["J02"])).totalPence).toBe(k(70));
  expect(JSON.stringify(flexibility)).toBe(before);
});

const classOf = (id: string, change: Partial<BudgetLine>): string | undefined => assess({ [id]: change }).find((flex) => flex.lineId === id)?.class;

test("F5 is given only where people said that nothing is committed and no statutory minimum holds", () => {
  expect(classOf("C15", {})).toBe("F4");
  expect(classOf("C15", { committedPence: 0 })).toBe("F4");
  expect(classOf("C15", { committedPence: 0, floorPence: 0 })).toBe("F5");
  expect(classOf("C15", { committedPence: 1, floorPence: 0 })).toBe("F3");
  expect(classOf("C08", { committedPence: 0, floorPence: 0 })).toBe("F2");
});

test("the five attributes stand each on its own", () => {
  const of = (id: string) => assess({ N01: { note: "demand-led, not recurrent" } }).find((flex) => flex.lineId === id)?.attributes;
  expect(of("C13")).toMatchObject({ legal: "separate account" });
  expect(of("C08")).toEqual({ legal: "hard ring-fence", commitment: "contract", control: "LOCAL", recurrence: "REC", volatility: "not told" });
  expect(of("N03")).toMatchObject({ commitment: "statutory floor", control: "DELEGATED" });
  expect(of("C04")).toMatchObject({ legal: "none", commitment: "establishment" });
  expect(of("N01")).toMatchObject({ volatility: "demand-led", commitment: "not told" });
});

test("budget setting: the base less contract, floor and establishment, by what is achievable in the class; nothing where no one said how much", () => {
  const line = (change: Partial<BudgetLine>): BudgetLine => {
    const found = brackenshireReading({ C11: change }).lines.find((candidate) => candidate.id === "C11");
    if (found === undefined) throw new Error("no such line");
    return found;
  };
  const free = (change: Partial<BudgetLine>): number | null => budgetSettingPence(line(change), { class: "F3" }, { F3: 25 }, "2027-03-31");
  expect(free({ committedPence: k(500), committedUntil: "2028-03-31", floorPence: k(200) })).toBe(k(100));
  expect(free({ committedPence: k(500), committedUntil: "2027-03-31", floorPence: k(200) })).toBe(k(225));
  expect(free({ committedPence: k(1_000), floorPence: k(200) })).toBe(0);
  expect(free({ staffing: true, forecastPence: k(900) })).toBe(k(50));
  expect(free({ revisedPence: 101, originalPence: 101 })).toBe(25);
  expect(budgetSettingPence(line({}), { class: "F4" }, { F3: 25 }, "2027-03-31")).toBeNull();
});
