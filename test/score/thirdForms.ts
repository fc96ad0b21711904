// Third family, other forms: income and expenditure statements, a budget book of many small blocks, three rows a department, ledger dumps.
import type { Stage } from "../../src/core/budget/line";
import type { CellValue } from "../../src/core/reading/grid";
import type { Chance } from "./random";
import { amountsOf, type Kind, type Side } from "./thirdTree";
import type { Figure, Paper } from "./thirdPaper";
import type { Body } from "./thirdWords";

type Cells = readonly (readonly [number, CellValue])[];
interface Column {
  readonly kind: Kind;
  readonly words: string;
  readonly stages: readonly Stage[] | null;
}

const column = (kind: Kind, words: string, stages: readonly Stage[] | null = null): Column => ({ kind, words, stages });

/** Services of a body as plain lines, spending and income apart. */
function linesOf(c: Chance, body: Body): { text: string; side: Side; service: string }[] {
  const services = c.shuffled(body.divisions.flatMap((d) => d.services)).slice(0, c.int(2, 5));
  return services.flatMap(([service, spend, income]) => [
    ...c.shuffled(spend).slice(0, c.int(2, spend.length)).map((text) => ({ text, side: "spend" as const, service })), ...income.map((text) => ({ text, side: "income" as const, service })),
  ]);
}

/** Heading rows with the unit where the sheet's habit puts it. */
function heads(paper: Paper, labels: Cells, columns: readonly Column[], first: number): void {
  const { unitPlace, unitWords } = paper.habits;
  if (unitPlace === "corner") paper.put([first + columns.length - 1, unitWords]);
  paper.put(...labels, ...columns.map((col, i): [number, CellValue] => [first + i, unitPlace === "heading" && col.kind !== "percent" ? `${col.words} ${unitWords}` : col.words]));
  if (unitPlace === "row") paper.put(...columns.map((_col, i): [number, CellValue] => [first + i, unitWords]));
}

const figuresOf = (columns: readonly Column[], first: number, steps: Record<Kind, number>): Figure[] =>
  columns.flatMap((col, i) => (col.stages === null ? [] : [{ column: first + i, stages: col.stages, steps: steps[col.kind] }]));

const sumOf = (all: readonly Record<Kind, number>[], kind: Kind): number => all.reduce((s, one) => s + one[kind], 0);

/** A trust's or a landlord's statement: income first, costs in brackets or plain, and a chain of results down to the surplus. */
export function statement(paper: Paper, c: Chance, body: Body): void {
  const columns = c.pick<readonly Column[]>([
    [column("revised", "Annual Plan", ["revised", "original"]), column("toDate", "Plan YTD"), column("actual", "Actual YTD", ["actual"]), column("forecast", "Forecast Outturn", ["forecast"])],
    [column("original", "Original Budget", ["original"]), column("revised", "Revised Budget", ["revised"]), column("forecast", "Forecast", ["forecast"]), column("variance", "Variance")],
    [column("only", "Budget 2026/27", ["revised", "original"])],
    [column("prior", "2025/26 Actual"), column("only", "2026/27 Budget", ["revised", "original"])],
  ]);
  const both = c.yes(0.35);
  const all = linesOf(c, body);
  const spend = all.filter((l) => l.side === "spend").map((l) => ({ ...l, steps: amountsOf(c, "spend") }));
  const extra = c.pick([["Other operating income", "Investment income"], ["Contract income", "Other income"], ["Grants received", "Sundry income"]]);
  const income = [...all.filter((l) => l.side === "income").map((l) => l.text), ...extra].map((text) => ({ text, steps: amountsOf(c, "income") }));
  heads(paper, [[0, c.pick(["", "I&E", "Statement of Comprehensive Income", "Category"]) || null]], columns, 1);
  const show = (steps: number, side: Side): CellValue => paper.write(steps === 0 ? 0 : both ? (side === "spend" ? steps : -steps) : -steps);
  const print = (text: string, steps: Record<Kind, number>, side: Side): void => {
    paper.line(text, figuresOf(columns, 1, steps), [[0, text], ...columns.map((col, i): [number, CellValue] => [1 + i, show(steps[col.kind], side)])]);
  };
  const total = (text: string, of: readonly Record<Kind, number>[], side: Side): void => {
    paper.total([[0, text], ...columns.map((col, i): [number, CellValue] => [1 + i, show(sumOf(of, col.kind), side)])]);
  };
  paper.put([0, c.pick(["Income", "Operating income", "Turnover"])]);
  income.forEach((l) => print(l.text, l.steps, "income"));
  total(c.pick(["Total income", "Total operating income", "Turnover total"]), income.map((l) => l.steps), "income");
  if (c.yes(0.5)) paper.put();
  paper.put([0, c.pick(["Expenditure", "Operating expenditure", "Operating costs"])]);
  spend.forEach((l) => print(l.text, l.steps, "spend"));
  total(c.pick(["Total expenditure", "Total operating expenditure", "Total operating costs"]), spend.map((l) => l.steps), "spend");
  const gross = [...income, ...spend].map((l) => l.steps);
  if (!c.yes(0.6)) return total(c.pick(["Surplus/(Deficit)", "Net surplus/(deficit)", "Retained surplus / (deficit)"]), gross, "income");
  total(c.pick(["EBITDA", "Operating surplus/(deficit)", "Operating surplus"]), gross, "income");
  const below = c.pick([["Depreciation", "PDC dividend"], ["Interest payable", "Depreciation of housing"]]).map((text) => ({ text, steps: amountsOf(c, "spend") }));
  below.forEach((l) => print(l.text, l.steps, "spend"));
  total(c.pick(["Net surplus/(deficit)", "Surplus/(Deficit) for the year", "Retained surplus / (deficit)"]), [...gross, ...below.map((l) => l.steps)], "income");
}

/** Services one below another, each with its expenditure, its income and its own total, under one row of headings or each under its own. */
export function budgetBook(paper: Paper, c: Chance, body: Body): void {
  const columns = c.pick<readonly Column[]>([
    [column("prior", "Actual 2024/25"), column("lastForecast", "Original 2025/26"), column("toDate", "Revised 2025/26"), column("only", "Original 2026/27", ["revised", "original"])],
    [column("prior", "2025/26 Estimate"), column("only", "2026/27 Estimate", ["revised", "original"])],
    [column("only", "Budget 2026/27", ["revised", "original"])],
  ]);
  const eachHeaded = c.yes(0.4);
  const coded = c.yes(0.6);
  const first = coded ? 2 : 1;
  const at = coded ? 1 : 0;
  const both = c.yes(0.2);
  const labels: Cells = coded ? [[0, "Code"], [1, c.pick(["Description", "Subjective"])]] : [[0, c.pick(["", "Description"]) || null]];
  const services = c.shuffled(body.divisions.flatMap((d) => d.services)).slice(0, c.int(2, 5));
  const types = c.shuffled(["Employee expenses", "Premises related", "Transport related", "Supplies and services", "Third party payments", "Support service recharge"]);
  if (!eachHeaded) heads(paper, labels, columns, first);
  const every: Record<Kind, number>[] = [];
  const show = (steps: number, incomeBlock: boolean): CellValue => paper.write(both && incomeBlock && steps !== 0 ? -steps : steps);
  const sum = (text: string, of: readonly Record<Kind, number>[], incomeBlock = false): void => void paper.total([[at, text], ...columns.map((col, i): [number, CellValue] => [first + i, show(sumOf(of, col.kind), incomeBlock)])]);
  services.forEach(([service, , incomes], s) => {
    if (s > 0 || eachHeaded) paper.put();
    paper.put([0, `${c.pick(["", "A", "C"])}${s + 1} - ${service}`]);
    if (eachHeaded) heads(paper, labels, columns, first);
    const print = (text: string, side: Side): Record<Kind, number> => {
      const steps = amountsOf(c, side);
      paper.line(text, figuresOf(columns, first, steps), [...(coded ? [[0, `${side === "spend" ? "0" : "9"}${c.int(10, 99)}`] as [number, CellValue]] : []), [at, text], ...columns.map((col, i): [number, CellValue] => [first + i, show(steps[col.kind], side === "income")])]);
      return steps;
    };
    paper.put([at, "Expenditure"]);
    const spent = types.slice(0, c.int(2, 5)).map((text) => print(text, "spend"));
    sum(c.pick(["Sub-total: Expenditure", "Total Expenditure"]), spent);
    paper.put([at, "Income"]);
    const got = (incomes.length === 0 ? ["Fees and charges"] : incomes).map((text) => print(text, "income"));
    sum(c.pick(["Sub-total: Income", "Total Income"]), got, true);
    sum(c.pick([`Total for: ${service}`, "Net expenditure", `Net ${service}`]), [...spent, ...got]);
    every.push(...spent, ...got);
  });
  if (!eachHeaded && c.yes(0.5)) sum("Total net budget", every);
}

/** Each department on three rows: expenditure, income and the net of both. */
export function threeRows(paper: Paper, c: Chance, body: Body): void {
  const columns = c.pick<readonly Column[]>([
    [column("original", "Original Budget", ["original"]), column("revised", "Latest Budget", ["revised"]), column("actual", "Actual to Date", ["actual"]), column("forecast", "Latest Forecast Outturn", ["forecast"])],
    [column("only", "Annual Budget", ["revised", "original"]), column("forecast", "Projected Outturn", ["forecast"]), column("variance", "Variance")],
  ]);
  const both = c.yes(0.3);
  heads(paper, [[0, c.pick(["Department", "Service"])], [1, c.pick(["", "Type", "Category"]) || null]], columns, 2);
  const every: Record<Kind, number>[] = [];
  const each = c.yes(0.4);
  body.divisions.flatMap((d) => d.services).slice(0, c.int(2, 6)).forEach(([service]) => {
    const top = paper.row;
    const two = (["spend", "income"] as const).map((side, i) => {
      const steps = amountsOf(c, side);
      const text = side === "spend" ? "Expenditure" : "Income";
      paper.line(`${service} ${text}`, figuresOf(columns, 2, steps), [...(i === 0 || each ? [[0, service] as [number, CellValue]] : []), [1, text], ...columns.map((col, k): [number, CellValue] => [2 + k, paper.write(both && side === "income" && steps[col.kind] !== 0 ? -steps[col.kind] : steps[col.kind])])]);
      return steps;
    });
    paper.total([...(each ? [[0, service] as [number, CellValue]] : []), [1, c.pick(["Net Expenditure", "Net"])], ...columns.map((col, k): [number, CellValue] => [2 + k, paper.write(sumOf(two, col.kind))])]);
    if (!each && c.yes(0.5)) paper.merges.push({ top, bottom: top + 2, left: 0, right: 0 });
    every.push(...two);
  });
  if (c.yes(0.7)) paper.total([[0, "Total"], ...columns.map((col, k): [number, CellValue] => [2 + k, paper.write(sumOf(every, col.kind))])]);
}

/** A dump of a ledger: a row for each cost centre and account, with the sums that some systems print between. */
export function ledger(paper: Paper, c: Chance, body: Body): void {
  const columns = c.pick<readonly Column[]>([
    [column("original", "Original Budget", ["original"]), column("virement", "Virements"), column("revised", "Current Budget", ["revised"]), column("actual", "Actuals", ["actual"]), column("committed", "Commitments")],
    [column("only", "Budget", ["revised", "original"]), column("actual", "Actual", ["actual"]), column("variance", "Variance")],
    [column("revised", "Full Yr Budget", ["revised", "original"]), column("toDate", "Budget YTD"), column("actual", "Actual YTD", ["actual"]), column("forecast", "Forecast", ["forecast"])],
  ]);
  heads(paper, [[0, c.pick(["Cost Centre", "CC", "Cost Ctr"])], [1, c.pick(["Cost Centre Description", "CC Name", "Cost Centre Name"])], [2, c.pick(["Account", "Subjective", "Nominal"])], [3, c.pick(["Account Description", "Account Name", "Subjective Description"])]], columns, 4);
  const words = c.pick<string | null>([null, null, "Result", "*", "Total"]);
  const every: Record<Kind, number>[] = [];
  let code = c.int(1_000, 40_000);
  for (const [service, spend, incomes] of body.divisions.flatMap((d) => d.services).slice(0, c.int(2, 5))) {
    code += c.int(1, 40);
    const cc = String(code).padStart(7, "0");
    const own = [...spend.map((text) => ({ text, side: "spend" as const })), ...incomes.map((text) => ({ text, side: "income" as const }))].map(({ text, side }, i) => {
      const steps = amountsOf(c, side);
      paper.line(text, figuresOf(columns, 4, steps), [[0, cc], [1, service], [2, side === "spend" ? 1_000 + i * 105 : 9_100 + i], [3, text], ...columns.map((col, k): [number, CellValue] => [4 + k, paper.write(steps[col.kind])])]);
      return steps;
    });
    if (words !== null) paper.total([[words === "*" ? 0 : c.pick([1, 3]), words === "*" ? `* ${cc}` : words], ...columns.map((col, k): [number, CellValue] => [4 + k, paper.write(sumOf(own, col.kind))])]);
    every.push(...own);
  }
  if (c.yes(0.6)) paper.total([[0, words === "*" ? "** Total" : c.pick(["Overall Result", "Grand Total", "Total"])], ...columns.map((col, k): [number, CellValue] => [4 + k, paper.write(sumOf(every, col.kind))])]);
}
