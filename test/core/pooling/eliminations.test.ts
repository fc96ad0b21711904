// How partners' records are paired: by scheme, one to many, one-sided, and never across unlike schemes.
import type { BudgetLine } from "../../../src/core/budget/line";
import { issueText } from "../../../src/core/issues/issueText";
import { eliminate, isOneSided } from "../../../src/core/pooling/eliminations";
import { poolPartnership } from "../../../src/core/pooling/pool";
import { eliminationsSheet } from "../../../src/core/writing/eliminationsTable";
import { brackenshireLines, brackenshireReading, k } from "../../support/brackenshireLines";

const PARTNERS = new Set(["COUNCIL", "ICB", "VCS"]);
const [template] = brackenshireLines();

const line = (id: string, fields: Partial<BudgetLine>): BudgetLine => {
  if (template === undefined) throw new Error("The fixture holds no line.");
  return { ...template, id, pool: null, ...fields };
};
const pays = (id: string, thousands: number, scheme: string | null = null, fields: Partial<BudgetLine> = {}): BudgetLine =>
  line(id, { agency: "ICB", nature: "IA_PAYMENT", counterparty: "COUNCIL", scheme, revisedPence: k(thousands), originalPence: k(thousands), ...fields });
const gets = (id: string, thousands: number, scheme: string | null = null, fields: Partial<BudgetLine> = {}): BudgetLine =>
  line(id, { agency: "COUNCIL", nature: "IA_INCOME", counterparty: "ICB", scheme, revisedPence: k(-thousands), originalPence: k(-thousands), ...fields });
const flows = (...lines: BudgetLine[]): unknown[] =>
  eliminate(lines, PARTNERS).map((e) => [e.scheme, e.payerLineIds.join(), e.payeeLineIds.join(), e.eliminatedPence / k(1), e.differencePence / k(1), e.differenceType]);

describe("pairing", () => {
  test("within a scheme, although the totals of all schemes agree by chance", () => {
    expect(flows(pays("a", 100, "BCF"), pays("b", 50, "s256"), gets("c", 90, "BCF"), gets("d", 60, "s256"))).toEqual([
      ["BCF", "a", "c", 90, 10, "PRICE"],
      ["s256", "b", "d", 50, -10, "PRICE"],
    ]);
  });

  test("one payment without a scheme against many incomes with one each", () => {
    expect(flows(pays("a", 100), gets("b", 60, "homes"), gets("c", 40, "beds"))).toEqual([[null, "a", "b,c", 100, 0, "NONE"]]);
  });

  test("what one side leaves unnamed meets what is left of the other, under the scheme that is named", () => {
    expect(flows(pays("a", 100, "BCF"), pays("b", 30), gets("c", 100, "BCF"), gets("d", 30, "s256"))).toEqual([
      ["BCF", "a", "c", 100, 0, "NONE"],
      ["s256", "b", "d", 30, 0, "NONE"],
    ]);
  });

  test("unlike schemes are not paired, although the amounts agree", () => {
    expect(flows(pays("a", 100, "BCF"), gets("b", 100, "s256"))).toEqual([
      ["BCF", "a", "", 0, 100, "MISSING"],
      ["s256", "", "b", 0, -100, "MISSING"],
    ]);
  });

  test("unlike schemes beside lines without one: only the latter meet", () => {
    expect(flows(pays("a", 100, "BCF"), pays("b", 20), gets("c", 100, "s256"), gets("d", 25))).toEqual([
      [null, "b", "d", 20, -5, "PRICE"],
      ["BCF", "a", "", 0, 100, "MISSING"],
      ["s256", "", "c", 0, -100, "MISSING"],
    ]);
  });

  test("the same pair the other way round is another flow", () => {
    expect(flows(
      pays("a", 100), gets("b", 100),
      pays("c", 7, null, { agency: "COUNCIL", counterparty: "ICB" }), gets("d", 7, null, { agency: "ICB", counterparty: "COUNCIL" }),
    )).toEqual([[null, "c", "d", 7, 0, "NONE"], [null, "a", "b", 100, 0, "NONE"]]);
  });

  test("within a pool where no scheme is named: a difference in one pool does not hide the other's", () => {
    const [later, early] = [{ pool: "Later life" }, { pool: "Early help" }];
    expect(flows(pays("a", 100, null, later), pays("b", 50, null, early), gets("c", 90, null, later), gets("d", 60, null, early))).toEqual([
      ["Early help", "b", "d", 50, -10, "PRICE"],
      ["Later life", "a", "c", 90, 10, "PRICE"],
    ]);
    expect(flows(pays("a", 100, null, later), gets("c", 100, null, early))).toEqual([
      ["Early help", "", "c", 0, -100, "MISSING"],
      ["Later life", "a", "", 0, 100, "MISSING"],
    ]);
    expect(flows(pays("a", 100, "BCF", later), gets("b", 60, null, later), gets("c", 40, null, later))).toEqual([["BCF", "a", "b,c", 100, 0, "NONE"]]);
  });

  test("a difference stands on the records that differ, apart from those of the flow that agree", () => {
    expect(flows(pays("a", 400), pays("b", 300), gets("c", 410), gets("d", 300))).toEqual([[null, "a", "c", 400, -10, "PRICE"], [null, "b", "d", 300, 0, "NONE"]]);
    expect(flows(pays("a", 400), pays("b", 300), gets("d", 300))).toEqual([[null, "a", "", 0, 400, "MISSING"], [null, "b", "d", 300, 0, "NONE"]]);
    // Two records of one amount can't be told apart.
    expect(flows(pays("a", 300), pays("b", 300), gets("c", 300), gets("d", 200))).toEqual([[null, "a,b", "c,d", 500, 100, "PRICE"]]);
  });

  test("money paid back, recorded by both below nil, is counted once as well", () => {
    expect(flows(pays("a", -50), gets("b", -50))).toEqual([[null, "a", "b", -50, 0, "NONE"]]);
    expect(flows(pays("a", -50), gets("b", -40))).toEqual([[null, "a", "b", -40, -10, "PRICE"]]);
  });

  test("a chain has each leg eliminated once", () => {
    expect(flows(
      pays("a", 100), gets("b", 100),
      line("c", { agency: "COUNCIL", nature: "IA_PAYMENT", counterparty: "VCS", revisedPence: k(100) }),
      line("d", { agency: "VCS", nature: "IA_INCOME", counterparty: "COUNCIL", revisedPence: k(-100) }),
    )).toEqual([[null, "c", "d", 100, 0, "NONE"], [null, "a", "b", 100, 0, "NONE"]]);
  });

  test("records that agreed before one side was revised differ by timing", () => {
    expect(flows(pays("a", 110, null, { originalPence: k(100) }), gets("b", 100))).toEqual([[null, "a", "b", 100, 10, "TIMING"]]);
  });

  test("the same record in two years is a matter of time, and each says of which year the other's is", () => {
    const years = new Map([["a", 2025], ["b", 2026], ["c", 2026]]);
    const found = eliminate([pays("a", 100), gets("b", 100)], PARTNERS, undefined, years);
    expect(found.map((e) => [e.year, e.eliminatedPence, e.differencePence / k(1), e.differenceType])).toEqual([[2025, 0, 100, "TIMING"], [2026, 0, -100, "TIMING"]]);
    expect(eliminationsSheet(found, "2026-10-15").rows.slice(-2).map((cells) => cells[9]?.value)).toEqual(["2025/26", "2026/27"]);
    expect(eliminate([pays("a", 100), gets("b", 90)], PARTNERS, undefined, years).map((e) => e.differenceType)).toEqual(["MISSING", "MISSING"]);
    const reading = brackenshireReading();
    const lines = [...reading.lines, pays("a", 100), gets("b", 100)];
    const issues = poolPartnership({ ...reading, lines }, [], { years: { yearOf: years, earlier: [] } }).issues.filter(({ code, pence }) => code === "one-sided-flow" && pence === k(100));
    expect(issues.map(issueText)).toEqual([expect.stringContaining("for 2025/26"), expect.stringContaining("for 2026/27")]);
    expect(issues.map(issueText)).toEqual([expect.stringContaining("of the same amount for 2026/27"), expect.stringContaining("of the same amount for 2025/26")]);
  });

  test("unlike numbers of records that do not add up differ in scope", () => {
    expect(flows(pays("a", 100), gets("b", 60), gets("c", 30))).toEqual([[null, "a", "b,c", 90, 10, "SCOPE"]]);
  });

  test("a refund booked with the wrong sign is not eliminated and stays visible whole", () => {
    expect(flows(pays("a", -20), gets("b", 20))).toEqual([[null, "a", "b", 0, -40, "ERROR"]]);
  });
});

describe("one side only", () => {
  test("is listed, not eliminated, and raised as a question naming who has no record", () => {
    const without = brackenshireReading();
    const pool = poolPartnership({ ...without, lines: without.lines.filter((l) => l.id !== "V02") });
    const entry = pool.eliminations.find((e) => e.payer === "ICB" && e.payee === "VCS");
    expect(entry !== undefined && isOneSided(entry)).toBe(true);
    expect(pool.totals).toMatchObject({ eliminatedPence: k(13_090), unmatchedPence: k(310), netPence: k(126_610), deliveryPence: k(126_300) });
    expect(pool.issues.find((issue) => issue.code === "one-sided-flow")).toMatchObject({
      severity: "question", pence: k(300),
      facts: { recordedBy: "Brackenshire Integrated Care Board", missingFrom: "Age Concern Brackenshire", payment: "£300,000" },
    });
  });

  test("a partner outside the partnership is external: no elimination, no question, and it counts as spending", () => {
    const pool = poolPartnership(brackenshireReading({ C17: { counterparty: "HOSPICE" }, V03: { counterparty: null } }));
    expect(pool.eliminations).toHaveLength(6);
    expect(pool.issues.filter((issue) => issue.code.endsWith("-flow"))).toEqual([]);
    expect(pool.totals).toMatchObject({ netPence: k(126_310), deliveryPence: k(126_310), unmatchedPence: 0, eliminatedPence: k(13_150) });
  });
});

describe("internal recharges", () => {
  test("that do not net to zero in their agency are a difference", () => {
    const pool = poolPartnership(brackenshireReading({ C19: { revisedPence: k(-1_000) } }));
    expect(pool.eliminations.find((e) => e.kind === "internal-recharge")).toMatchObject({ eliminatedPence: k(1_000), differencePence: k(100) });
    expect(pool.totals.unmatchedPence).toBe(k(110));
    expect(pool.issues.filter((issue) => issue.code === "recharge-uneven")).toMatchObject([{ severity: "warning", pence: k(100), facts: { payer: "Brackenshire Council" } }]);
  });
});
