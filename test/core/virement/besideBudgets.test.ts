// Budgets beside which something was applied: told whether they show it by now, never counted twice, and asked where it can't be told.
import type { BudgetLine } from "../../../src/core/budget/line";
import { besideBudgets, withAgreed, type BesideBudget } from "../../../src/core/virement/besideBudgets";
import type { Posted, RegisterRow } from "../../../src/core/virement/life";
import { brackenshireReading } from "../../support/brackenshireLines";

const [line] = brackenshireReading().lines.filter(({ id }) => id === "N04");
if (line === undefined) throw new Error("no line N04");
const at = (revisedPence: number): BudgetLine => ({ ...line, revisedPence });
let number = 0;
const row = (virementId: string, amountPence: number, budgetPence: number | null, into = "journal sheet only", action: RegisterRow["action"] = "applied"): RegisterRow => ({
  number: (number += 1), virementId, action, by: "", on: "2026-10-15", lineId: "N04", amountPence, ruleIds: [], reason: "", sheet: "Purse Journal", address: "", before: "", after: "", check: "",
  detail: { version: 1, state: action, from: "N01", to: "N04", rulesOn: "2026-10-15", approvals: "", into, ...(budgetPence === null ? {} : { budgetPence }) },
});
const told = (now: number, rows: readonly RegisterRow[], posted: Readonly<Record<string, Posted>> = {}): BesideBudget | undefined =>
  besideBudgets([at(now)], rows, Object.entries(posted).map(([id, said]) => ({ id, posted: said })), (_, { detail }) => (detail?.into === "revised budget" ? "written" : detail?.into === "journal sheet only" ? "posted" : "calculated"))[0];

test("a budget that stands as it was does not show it; one that moved by just that amount does", () => {
  const rows = [row("A", 500, 10_000)];
  expect(told(10_000, rows)).toMatchObject({ pence: 500, virementIds: ["A"], posted: [], unclearPence: null, compared: true });
  expect(told(10_500, rows)).toMatchObject({ pence: 0, virementIds: [], posted: [{ virementId: "A", pence: 500 }], unclearPence: null });
});

test("a budget that moved otherwise tells nothing: it counts as not posted, and is asked, until a person says so", () => {
  const rows = [row("A", 500, 10_000)];
  expect(told(10_300, rows)).toMatchObject({ pence: 500, unclearPence: 300 });
  expect(told(10_300, rows, { A: "no" })).toMatchObject({ pence: 500, unclearPence: null });
  expect(told(10_300, rows, { A: "yes" })).toMatchObject({ pence: 0, virementIds: [], posted: [{ virementId: "A", pence: 500 }], unclearPence: null });
});

test("of several, one or all may be posted; two alike can't be told apart", () => {
  const rows = [row("A", 500, 10_000), row("B", 200, 10_000)];
  expect(told(10_700, rows)).toMatchObject({ pence: 0 });
  expect(told(10_200, rows)).toMatchObject({ pence: 500, virementIds: ["A"], posted: [{ virementId: "B", pence: 200 }] });
  expect(told(10_500, [row("A", 500, 10_000), row("B", 500, 10_000)])).toMatchObject({ pence: 1_000, unclearPence: 500 });
});

test("what was posted between two virements is found at the second, and what is written into the budget itself is no posting", () => {
  expect(told(10_700, [row("A", 500, 10_000), row("B", 200, 10_500)])).toMatchObject({ pence: 0 });
  expect(told(10_500, [row("A", 500, 10_000), row("B", 200, 10_500)])).toMatchObject({ pence: 200, virementIds: ["B"] });
  expect(told(10_200, [row("A", 500, 10_000), row("B", 200, 10_000, "revised budget")])).toMatchObject({ pence: 500, virementIds: ["A"], unclearPence: null });
  expect(told(10_200, [row("B", 200, 10_000, "revised budget")])).toBeUndefined();
});

test("a reversal before it was posted leaves nothing; after that it is to be posted for itself", () => {
  const rows = [row("A", 500, 10_000), row("A", -500, 10_000, "journal sheet only", "reversed")];
  expect(told(10_000, rows)).toBeUndefined();
  const posted = [row("A", 500, 10_000), row("A", -500, 10_500, "journal sheet only", "reversed")];
  expect(told(10_500, posted)).toMatchObject({ pence: -500, virementIds: ["A"] });
  expect(told(10_000, posted)).toMatchObject({ pence: 0 });
  expect(told(10_300, [row("A", 500, 10_000), row("A", -500, 10_300, "journal sheet only", "reversed")], { A: "yes" })).toMatchObject({ pence: -500, unclearPence: null });
});

test("a register kept before it held the budget can't be compared, and a row of it that was spoilt is not believed", () => {
  expect(told(10_500, [row("A", 500, null)])).toMatchObject({ pence: 500, compared: false });
  expect(told(10_500, [row("A", 500, Number.NaN)])).toMatchObject({ pence: 500, compared: false });
});

test("lines are counted with it, by line; without any they are the very same", () => {
  const lines = [at(10_000)];
  expect(withAgreed(lines, [])).toBe(lines);
  expect(withAgreed(lines, [{ lineId: "N04", pence: 5 }, { lineId: "N04", pence: -5 }])).toBe(lines);
  const [counted] = withAgreed(lines, [{ lineId: "N04", pence: 500 }, { lineId: "N04", pence: 200 }]);
  expect(counted).toMatchObject({ revisedPence: 10_700, agreedPence: 700, forecastPence: line.forecastPence });
});

test("a formula that adds the column has the amount as soon as it is calculated; the old figure that a file still holds is not taken for no virement", () => {
  const rows = [row("A", 500, 10_000, 'column "Virements"')];
  expect(told(10_000, rows)).toMatchObject({ pence: 500, unclearPence: null });
  for (const now of [10_500, 10_900]) expect(told(now, rows)).toBeUndefined();
  expect(told(10_500, [row("A", 500, null, 'column "Virements"')])).toBeUndefined();
  const beside = [...rows, row("B", 200, 10_000)];
  expect(told(10_000, beside)).toMatchObject({ pence: 700 });
  expect(told(10_500, beside)).toMatchObject({ pence: 200, virementIds: ["B"], unclearPence: null });
  expect(told(10_700, beside)).toMatchObject({ pence: 0 });
});
