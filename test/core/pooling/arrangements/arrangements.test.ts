// Arrangements as data: the presets through their sheet and back, which row governs when, what is told where it is not kept to, and E7.
import { poolPartnership } from "../../../../src/core/pooling/pool";
import { arrangementOf } from "../../../../src/core/pooling/arrangements/governing";
import { arrangementsSheet, readArrangements } from "../../../../src/core/pooling/arrangements/arrangementsTable";
import { ARRANGEMENT_PRESETS } from "../../../../src/core/pooling/arrangements/presets";
import type { ArrangementRow } from "../../../../src/core/pooling/arrangements/types";
import { poolPositions } from "../../../../src/core/pooling/poolPosition";
import { startingTerms } from "../../../../src/core/pooling/poolsTable";
import type { PoolTerms } from "../../../../src/core/pooling/poolTerms";
import type { BudgetLine } from "../../../../src/core/budget/line";
import type { CellValue } from "../../../../src/core/reading/grid";
import { brackenshireLines, brackenshireReading, k, POOL } from "../../../support/brackenshireLines";
import { readingOf } from "../../../support/randomPartnership";
import { sheetOf } from "../../../support/sheetGrid";

const preset = (name: string, change: Partial<ArrangementRow> = {}): ArrangementRow => {
  const found = ARRANGEMENT_PRESETS.find((row) => row.name === name);
  if (found === undefined) throw new Error(`No preset ${name}.`);
  return { ...found, governs: [POOL], ...change };
};
const gridOf = (rows: readonly ArrangementRow[], edit: Readonly<Record<string, CellValue>> = {}) => {
  const spec = arrangementsSheet(rows);
  const values = spec.rows.map((row) => row.map((cell) => cell?.value ?? null));
  for (const [heading, value] of Object.entries(edit)) (values[4] ?? [])[values[3]?.indexOf(heading) ?? -1] = value;
  return sheetOf(spec.name, values);
};

describe("T-10.1 presets", () => {
  test("each says what it allows and forbids, how virement goes, whose accounts show it, and by which source; none governs anything yet", () => {
    expect(ARRANGEMENT_PRESETS.length).toBeGreaterThanOrEqual(15);
    for (const row of ARRANGEMENT_PRESETS) {
      expect([row.allows, row.forbids, row.virement, row.source, row.verifiedBy].filter((text) => text === "")).toEqual([]);
      expect(row.governs).toEqual([]);
      if (!row.fund) expect(row.tests).not.toContain("minimum entered");
      if (row.moves === "none") expect(row.fund).toBe(false);
    }
  });

  test("all come back from their sheet", () => {
    const { rows, issues } = readArrangements([gridOf(ARRANGEMENT_PRESETS)]);
    expect(issues).toEqual([]);
    expect(rows.map((row) => ({ ...row, cell: null }))).toEqual(ARRANGEMENT_PRESETS);
    expect(readArrangements([])).toMatchObject({ rows: [], issues: [] });
  });

  test.each<[string, CellValue, string]>([
    ["Arrangement", null, "A5"], ["Lines coded as", "pooled, shared", "C5"], ["One fund", "maybe", "D5"], ["Moves between agencies", "always", "E5"],
    ["Accounts", "nobody's", "F5"], ["Checked", "everything", "G5"], ["From date", "last year", "L5"], ["To date", "1999-01-01", "M5"],
  ])("a bad %s is an issue at its cell, and the row is left out", (heading, value, address) => {
    const { rows, issues } = readArrangements([gridOf([preset("Better Care Fund")], { [heading]: value })]);
    expect([rows, issues.map((issue) => [issue.code, issue.where?.address])]).toEqual([[], [["rule-invalid", address]]]);
  });

  test("the row of the day governs; without a day the one that begins last", () => {
    const rows = [preset("Aligned budgets", { to: "2026-03-31" }), preset("Section 75 pooled fund", { from: "2026-04-01" })];
    expect(arrangementOf(POOL.toUpperCase(), rows, "2026-03-31")?.name).toBe("Aligned budgets");
    expect(arrangementOf(POOL, rows, "2026-04-01")?.name).toBe("Section 75 pooled fund");
    expect(arrangementOf(POOL, rows)?.name).toBe("Section 75 pooled fund");
    expect(arrangementOf("Another", rows)).toBeUndefined();
  });
});

describe("what a governed pool does not keep to", () => {
  const [started] = startingTerms(poolPositions(brackenshireReading()));
  const told = (row: ArrangementRow, terms: Partial<PoolTerms> | null = null, change: Readonly<Record<string, Partial<BudgetLine>>> = {}): string[] =>
    poolPartnership(brackenshireReading(change), terms === null || started === undefined ? [] : [{ ...started, ...terms }], { arrangements: [row] })
      .issues.filter((issue) => issue.code === "arrangement-broken").map((issue) => issue.facts.why ?? "");
  const agreed = { contributions: [{ agency: "ICB", pence: k(10_300) }], minimums: [{ agency: "ICB", pence: k(10_300) }] };

  test("agreed contributions and the minimum of a Better Care Fund have to be entered", () => {
    expect(told(preset("Better Care Fund"))).toEqual(["no statutory minimum is entered on Purse Pools", "no agreed contributions are entered on Purse Pools"]);
    expect(told(preset("Better Care Fund"), agreed)).toEqual([]);
  });

  test("only bodies that the law names may take part", () => {
    expect(told(preset("Section 75 pooled fund"), agreed, { V01: { pool: POOL, arrangement: "pooled" } })).toEqual(["Age Concern Brackenshire is neither an NHS body nor a council"]);
  });

  test("a board that holds no budget has no pooled lines", () => {
    const [why] = told(preset("Public services board (Wales)"));
    expect(why).toMatch(/^8 lines are coded as pooled \(C01, .*\), and it knows aligned, own only$/);
  });

  test("a name that no line has is told at its row", () => {
    const { issues } = poolPartnership(brackenshireReading(), [], { arrangements: [preset("Aligned budgets", { governs: ["Nothing"] })] });
    expect(issues.filter((issue) => issue.code === "arrangement-broken").map((issue) => issue.facts.pool)).toEqual(["Nothing"]);
  });

  test("its usual accounts hold where the partners entered none", () => {
    const account = (terms: readonly PoolTerms[]): unknown => poolPartnership(brackenshireReading(), terms, { arrangements: [preset("Integration joint board")] }).yearEnd[0]?.account;
    expect(account([])).toBe("controlled by one body");
    expect(account(started === undefined ? [] : [{ ...started, account: "joint operation" }])).toBe("joint operation");
  });
});

describe("E7 money held as agent", () => {
  const [template] = brackenshireLines();
  if (template === undefined) throw new Error("The fixture is empty.");
  const line = (id: string, agency: string, pence: number, change: Partial<BudgetLine>): BudgetLine => ({
    ...template, id, agency, pool: null, arrangement: "grant", scheme: "Resettlement grant", funding: [], counterparty: null, originalPence: pence, revisedPence: pence, forecastPence: pence, ...change,
  });
  const lines = [
    line("grant", "COUNCIL", k(-90), { nature: "EXT_INCOME" }), line("to-ha", "COUNCIL", k(60), { nature: "IA_PAYMENT", counterparty: "HA" }), line("to-vcs", "COUNCIL", k(30), { nature: "IA_PAYMENT", counterparty: "VCS" }),
    line("ha", "HA", k(-60), { nature: "IA_INCOME", counterparty: "COUNCIL" }), line("vcs", "VCS", k(-30), { nature: "IA_INCOME", counterparty: "COUNCIL" }),
    line("ha-spend", "HA", k(60), { nature: "GROSS_EXP", scheme: null }), line("vcs-spend", "VCS", k(31), { nature: "GROSS_EXP", scheme: null }),
  ];
  const held = { arrangements: [preset("Held as agent", { governs: ["Resettlement grant"] })] };
  const totalsOf = (pool: ReturnType<typeof poolPartnership>) => pool.agencies.filter((row) => row.lineIds.length > 0).map((row) => [row.agency, row.grossPence, row.incomePence, row.deliveryPence]);

  test("neither income nor spending of the agent; the partners' money comes from outside; the place is as before", () => {
    const [plain, agent] = [poolPartnership(readingOf(lines)), poolPartnership(readingOf(lines), [], held)];
    expect(totalsOf(plain)[0]).toEqual(["COUNCIL", k(90), k(-90), k(-90)]);
    expect(totalsOf(agent)).toEqual([["COUNCIL", 0, 0, 0], ["HA", k(60), k(-60), 0], ["VCS", k(31), k(-30), k(1)]]);
    expect(agent.agents.flows).toEqual([expect.objectContaining({ name: "Resettlement grant", agent: "COUNCIL", receivedPence: k(90), passedOnPence: k(90), asAgent: true, why: "" })]);
    for (const figure of ["grossPence", "incomePence", "netPence", "deliveryPence"] as const) expect(agent.totals[figure]).toBe(plain.totals[figure]);
    expect(agent.controls.filter((control) => ["R3", "R4", "R5"].includes(control.id) && control.result !== "green")).toEqual([]);
  });

  test.each<[string, string, Partial<BudgetLine>, string]>([
    ["keeps part of it", "to-ha", { revisedPence: k(50) }, "it does not pass on what it receives to the penny"],
    ["a partner records another amount", "ha", { revisedPence: k(-55) }, "HA records another amount"],
  ])("where the agent %s it is no agent, and that is asked", (_, id, change, why) => {
    const changed = readingOf(lines.map((one) => (one.id === id ? { ...one, ...change } : one)));
    const [plain, agent] = [poolPartnership(changed), poolPartnership(changed, [], held)];
    expect(agent.agents.flows).toMatchObject([{ asAgent: false, why }]);
    expect(agent.totals).toEqual(plain.totals);
    expect(agent.eliminations).toEqual(plain.eliminations);
    expect(agent.issues.filter((issue) => issue.code === "agent-flow-open")).toMatchObject([{ severity: "question", facts: { why } }]);
  });
});

describe("E8 kinds of difference", () => {
  const kind = (payment: number, income: number, change: Partial<BudgetLine> = {}): unknown =>
    poolPartnership(brackenshireReading({ C17: { revisedPence: payment, originalPence: payment, ...change }, V03: { revisedPence: income, originalPence: income } }))
      .eliminations.find((entry) => entry.payer === "COUNCIL" && entry.payee === "VCS")?.differenceType;

  test.each<[string, number, number, Partial<BudgetLine>, string]>([
    ["one partner accrues what the other has not yet", k(250), k(-240), { originalPence: k(240) }, "TIMING"],
    ["other prices", k(250), k(-240), {}, "PRICE"],
    ["two digits that changed places", 12_345_600, -12_354_600, {}, "ERROR"],
    ["thousands for pounds", k(250), -25_000, {}, "ERROR"],
    ["income with the sign of spending", k(250), k(250), {}, "ERROR"],
    ["no difference", k(250), k(-250), {}, "NONE"],
  ])("%s is %s against %s", (_, payment, income, change, expected) => {
    expect(kind(payment, income, change)).toBe(expected);
  });
});

test("two rows that govern one pool from the same day are an error; of rows of two days the later one counts", () => {
  const codes = (...rows: readonly ArrangementRow[]) => readArrangements([gridOf(rows)]).issues.map((issue) => [issue.code, issue.severity, issue.where?.address]);
  const lead = preset("Lead commissioning", { from: "2026-04-01", jurisdiction: "England" });
  expect(codes(lead, preset("Section 75 pooled fund", { from: "2026-04-01" }))).toEqual([["rule-overlap", "error", "A6"]]);
  expect(codes(lead, preset("Section 75 pooled fund", { from: "2026-05-01" }))).toEqual([]);
});
