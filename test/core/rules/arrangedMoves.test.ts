// Arrangements are kept to in every move between bodies: what the row of a pool or scheme allows is asked, and dated like all rules.
import { consolidate } from "../../../src/app/consolidate";
import type { BudgetLine } from "../../../src/core/budget/line";
import { assessFlexibility } from "../../../src/core/flexibility/assessFlexibility";
import { ARRANGEMENT_PRESETS } from "../../../src/core/pooling/arrangements/presets";
import { arrangementsSheet } from "../../../src/core/pooling/arrangements/arrangementsTable";
import { mayMove } from "../../../src/core/rules/evaluate";
import { ruleContext, type MoveAnswer } from "../../../src/core/rules/ruleContext";
import type { ArrangedMoves } from "../../../src/core/rules/types";
import type { SheetGrid } from "../../../src/core/reading/grid";
import type { SheetSpec } from "../../../src/core/writing/types";
import { samplesRuleBooks } from "../../../samples/ruleBooks";
import { brackenshireReading, k } from "../../support/brackenshireLines";

const gridOf = (spec: SheetSpec): SheetGrid => ({ file: null, sheet: spec.name, visibility: "visible", values: spec.rows.map((row) => row.map((cell) => cell?.value ?? null)) });
const POOL = "Independent later life";
const preset = (name: string, change: Partial<ArrangedMoves> = {}): ArrangedMoves => {
  const row = ARRANGEMENT_PRESETS.find((one) => one.name === name);
  if (row === undefined) throw new Error(`No preset is called ${name}`);
  return { ...row, governs: [POOL.toUpperCase()], ...change };
};

/** The ICB's own line N01, or another, to the council's line C01 in the pool. */
function ask(arrangements: readonly ArrangedMoves[], { from = "N01", to = "C01", date = "2026-10-15", change = {} }: { from?: string; to?: string; date?: string; change?: Readonly<Record<string, Partial<BudgetLine>>> } = {}): MoveAnswer {
  const books = { ...samplesRuleBooks(), arrangements };
  const { lines, agencies } = brackenshireReading(change);
  const flexibility = assessFlexibility({ lines, agencies, books, decisionDate: date });
  const at = lines.findIndex((line) => line.id === from);
  const [source, target, flex] = [lines[at], lines.find((line) => line.id === to), flexibility[at]];
  if (source === undefined || target === undefined || flex === undefined) throw new Error("no such line");
  return mayMove({ from: source, to: target, flexibility: flex, amountPence: k(10), kinds: ["one-off"] }, ruleContext(books, agencies, date, false));
}
const refusedBy = (answer: MoveAnswer): string[] => answer.refusals.map((ground) => ground.ruleId);

test("where an arrangement knows no moves between partners, a move that a gateway allows is refused, with the row's name and source", () => {
  expect(ask([]).verdict).toBe("partner");
  const answer = ask([preset("Aligned budgets")]);
  expect(answer).toMatchObject({ verdict: "no", limitPence: 0, approvals: [] });
  expect(answer.refusals[0]?.sentence).toBe(`Not allowed: "${POOL}" is governed by the arrangement "Aligned budgets", under which no money moves from one partner's budget to another's (Audit Commission, Working better together?, 2009, paragraphs 131-134).`);
  expect(answer.nextStep).toContain("Purse Arrangements");
});

test("money may come into a common fund by a gateway and move within it, but not leave it for another body", () => {
  const fund = [preset("Section 75 pooled fund")];
  expect(ask(fund).verdict).toBe("partner");
  const inPool = { N01: { pool: POOL } };
  expect(refusedBy(ask(fund, { change: inPool }))).not.toContain("ARRANGEMENT Section 75 pooled fund");
  expect(refusedBy(ask(fund, { change: { ...inPool, C01: { pool: null, scheme: null } } }))).toContain("ARRANGEMENT Section 75 pooled fund");
});

test("a lead's and a board's word are conditions of the move", () => {
  expect(ask([preset("Lead commissioning")]).conditions.map((ground) => ground.short)).toContain('more approval by the arrangement "Lead commissioning"');
  const direction = preset("Integration joint board", { jurisdiction: "England" });
  expect(ask([direction]).conditions.map((ground) => ground.sentence).join(" ")).toContain("money moves by written direction alone");
});

test("a lead spends the partners' money on the functions listed and on no others", () => {
  const lead = [preset("Lead commissioning")];
  const listed = { N01: { scheme: POOL }, C01: { scheme: POOL } };
  expect(refusedBy(ask(lead, { change: listed }))).not.toContain("ARRANGEMENT Lead commissioning");
  expect(refusedBy(ask(lead, { change: { ...listed, C01: { pool: null, scheme: null } } }))).toContain("ARRANGEMENT Lead commissioning");
});

test("where only NHS bodies and councils take part, no other body's money comes in", () => {
  const books = [preset("Section 75 pooled fund")];
  const answer = ask(books, { from: "P03", change: { P03: { forecastPence: 0 } } });
  expect(answer.refusals.map((ground) => ground.sentence).join(" ")).toContain("only NHS bodies and councils take part, and");
  expect(refusedBy(ask([{ ...books[0], tests: [] } as ArrangedMoves], { from: "P03", change: { P03: { forecastPence: 0 } } }))).not.toContain("ARRANGEMENT Section 75 pooled fund");
});

test("a row holds from its first day to its last, in its own country, and of two the one that begins last", () => {
  const dated = preset("Aligned budgets", { from: "2026-11-01" });
  expect(refusedBy(ask([dated], { date: "2026-10-31" }))).toEqual([]);
  expect(refusedBy(ask([dated], { date: "2026-11-01" }))).toEqual(["ARRANGEMENT Aligned budgets"]);
  expect(refusedBy(ask([preset("Aligned budgets", { jurisdiction: "Wales" })]))).toEqual([]);
  expect(refusedBy(ask([preset("Aligned budgets"), preset("Section 75 pooled fund")]))).toEqual([]);
});

test("inside one body its own scheme decides, whatever governs the pool", () => {
  expect(ask([preset("Aligned budgets")], { from: "C04", to: "C06" }).verdict).toBe("yes");
});

test("the partners' table is what the rules ask; rows that govern nothing are none of theirs", () => {
  const rows = ARRANGEMENT_PRESETS.map((row) => (row.name === "Aligned budgets" ? { ...row, governs: [POOL] } : row));
  expect(consolidate([gridOf(arrangementsSheet(rows))]).books.arrangements?.map(({ name, governs, moves }) => [name, governs, moves])).toEqual([["Aligned budgets", [POOL], "none"]]);
  expect(consolidate([gridOf(arrangementsSheet(ARRANGEMENT_PRESETS))]).books.arrangements).toBeUndefined();
});
