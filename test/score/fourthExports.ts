// Fourth family: what finance systems give out: cost element reports, account listings, pivots, quarters across.
import type { CellValue } from "../../src/core/reading/grid";
import type { Cell, Sheaf } from "./fourthPaper";
import { column, figures } from "./fourthMonitor";
import type { Chance } from "./random";
import { addUp, type Amounts, type Column } from "./fourthRoll";
import type { Body } from "./fourthWords";

const BUDGET = ["revised", "original"] as const;

/** Cells of a row of amounts, spending positive. */
function amountCells(sheaf: Sheaf, columns: readonly Column[], amounts: Amounts, first: number, isLine: boolean): Cell[] {
  return columns.map((one, i): Cell => [first + i, one.words === undefined ? sheaf.write((one.as === "favourable" ? -1 : 1) * (amounts[one.key] ?? 0)) : one.words(amounts, isLine)]);
}

function line(sheaf: Sheaf, text: string, labels: readonly Cell[], columns: readonly Column[], amounts: Amounts, first: number): void {
  sheaf.line(text, [...labels, ...amountCells(sheaf, columns, amounts, first, true)], columns.flatMap((one, i) => (one.stages === undefined ? [] : [{ column: first + i, stages: one.stages, steps: amounts[one.key] ?? 0, blank: sheaf.write(amounts[one.key] ?? 0) === null }])));
}

function heads(sheaf: Sheaf, labels: readonly Cell[], columns: readonly Column[], first: number): void {
  const { place, unitWords } = sheaf.ways;
  if (place === "corner") sheaf.put([first + columns.length - 1, unitWords]);
  sheaf.put(...labels, ...columns.map((one, i): Cell => [first + i, (place === "heading" || (place === "first heading" && i === 0)) && one.words === undefined ? `${one.heads.join(" ")} ${unitWords}` : one.heads.join(" ")]));
  if (place === "row") sheaf.put(...columns.flatMap((one, i): Cell[] => (one.words === undefined ? [[first + i, unitWords]] : [])));
}

/** A cost centre report by cost element: code and name in one cell, starred totals under the rows, selections on top. */
export function costElements(sheaf: Sheaf, c: Chance, body: Body): number {
  const columns = c.pick<() => Column[]>([
    () => [{ key: "actual", heads: ["Act. costs"], stages: ["actual"] }, { key: "only", heads: [c.pick(["Annual plan", "Plan (full year)"])], stages: BUDGET }, { key: "left", heads: ["Available"] }],
    () => [{ key: "revised", heads: ["Current Budget"], stages: BUDGET }, { key: "actual", heads: ["Actuals"], stages: ["actual"] }, { key: "commit", heads: ["Commitments"] }, { key: "forecast", heads: ["Forecast"], stages: ["forecast", "outturn"] }],
    () => [{ key: "original", heads: ["Original Budget"], stages: ["original"] }, { key: "adjust", heads: ["Supplements/transfers"] }, { key: "revised", heads: ["Current Budget"], stages: ["revised"] }, { key: "actual", heads: ["Actual YTD"], stages: ["actual"] }],
  ])();
  for (const [name, value] of [["Controlling Area", "1000"], ["Fiscal Year", 2026], ["Version", 0], ["Cost Center Group", "LIVE"]] as const) if (c.yes(0.7)) sheaf.put([0, name], [2, value]);
  sheaf.put();
  heads(sheaf, [[0, c.pick(["Cost Elements", "Cost element", "CElem / name"])]], columns, 1);
  const every: Amounts[] = [];
  const star = c.pick(["*", "* ", "** "]);
  let element = c.int(400_000, 410_000);
  const services = c.shuffled(body.parts.flatMap((part) => part.services)).slice(0, c.int(1, 4));
  const centred = c.yes(0.5);
  for (const [name, spend, income] of services) {
    if (centred) sheaf.put([0, `${c.int(10_000, 99_999)} ${name}`]);
    const own = [...spend.map((text) => [text, "spend"] as const), ...income.map((text) => [text, "income"] as const)].map(([text, side]) => {
      element += c.int(10, 900);
      const amounts = figures(sheaf, side);
      line(sheaf, text, [[0, `${element}  ${text}`]], columns, amounts, 1);
      return amounts;
    });
    if (centred || services.length > 1) sheaf.total([0, `${star}${centred ? ` ${c.pick(["Debit", "Over/underabsorption", "Total"])}` : ` ${name}`}`], ...amountCells(sheaf, columns, addUp(own), 1, false));
    every.push(...own);
  }
  if (services.length > 1 || c.yes(0.8)) sheaf.total([0, `*${star.trim()} Total`], ...amountCells(sheaf, columns, addUp(every), 1, false));
  return columns.length;
}

/** A listing by cost centre and account, each with its code and name in columns of their own, no totals or one. */
export function listing(sheaf: Sheaf, c: Chance, body: Body): number {
  const columns = c.pick<() => Column[]>([
    () => [{ key: "original", heads: ["Orig. budget"], stages: ["original"] }, { key: "revised", heads: ["Rev. budget"], stages: ["revised"] }, { key: "actual", heads: ["Amount"], stages: ["actual"] }, { key: "commit", heads: ["Committed"] }],
    () => [{ key: "revised", heads: ["Budget Full Year"], stages: BUDGET }, { key: "planDate", heads: ["Budget YTD"] }, { key: "actual", heads: ["Actual YTD"], stages: ["actual"] }, { key: "varDate", heads: ["Variance YTD"] }, { key: "forecast", heads: ["Forecast Full Year"], stages: ["forecast", "outturn"] }],
    () => [column(c, "only", { heads: ["Annual Budget"] }), column(c, "forecast", { heads: ["Forecast Outturn"] })],
  ])();
  const composite = c.yes(0.35);
  const names = composite ? [c.pick(["Account Combination", "Ledger Code", "Code Combination"]), c.pick(["Description", "Account Description"])] : c.pick([["costc", "costc(T)", "account", "account(T)"], ["Cost Centre", "Cost Centre Name", "Subjective", "Subjective Name"], ["CC", "CC Desc", "Acc", "Acc Desc"], ["Dept", "Dept Name", "Nominal", "Nominal Name"]]);
  heads(sheaf, names.map((name, i): Cell => [i, name]), columns, names.length);
  const every: Amounts[] = [];
  for (const [name, spend, income] of c.shuffled(body.parts.flatMap((part) => part.services)).slice(0, c.int(2, 6))) {
    const cc = c.pick([`A${c.int(1000, 9999)}`, String(c.int(10, 999)).padStart(5, "0")]);
    [...spend.map((text) => [text, "spend"] as const), ...income.map((text) => [text, "income"] as const)].forEach(([text, side], i) => {
      const amounts = figures(sheaf, side);
      const account = side === "spend" ? 10_100 + i * 25 : 90_050 + i * 10;
      const labels: readonly CellValue[] = composite ? [`01-${cc}-${account}-0000`, text] : [cc, name, c.yes(0.5) ? account : String(account), text];
      line(sheaf, text, labels.map((value, k): Cell => [k, value]), columns, amounts, names.length);
      every.push(amounts);
    });
  }
  if (c.yes(0.4)) sheaf.total([0, c.pick(["Grand Total", "Σ", "Total"])], ...amountCells(sheaf, columns, addUp(every), names.length, false));
  return names.length + columns.length - 1;
}

/** A pivot table pasted as values: totals above their rows, filters on top, indented or not. */
export function pivot(sheaf: Sheaf, c: Chance, body: Body): number {
  const columns: Column[] = c.pick<() => Column[]>([
    () => [{ key: "revised", heads: ["Sum of Revised Budget"], stages: BUDGET }, { key: "forecast", heads: ["Sum of Forecast"], stages: ["forecast", "outturn"] }, { key: "variance", heads: ["Sum of Variance"] }],
    () => [{ key: "only", heads: ["Sum of Annual Budget"], stages: BUDGET }, { key: "actual", heads: ["Sum of Actual YTD"], stages: ["actual"] }], () => [{ key: "original", heads: ["Sum of Original Budget"], stages: ["original"] }, { key: "revised", heads: ["Sum of Current Budget"], stages: ["revised"] }],
  ])();
  for (const [name, value] of [["Fund", "(All)"], ["Version", "Live"], ["Capital/Revenue", "Revenue"]] as const) if (c.yes(0.5)) sheaf.put([0, name], [1, value]);
  sheaf.put();
  const tabular = c.yes(0.4);
  const indent = c.yes(0.7) ? "  " : "";
  heads(sheaf, tabular ? [[0, "Directorate"], [1, "Service"], [2, "Budget Line"]] : [[0, c.pick(["Row Labels", "Row Labels", "Service"])]], columns, tabular ? 3 : 1);
  const parts = c.shuffled(body.parts).slice(0, c.int(2, 3)).map((part) => ({ name: part.name, services: part.services.map(([name, spend, income]) => ({ name, rows: [...spend.map((text) => ({ text, amounts: figures(sheaf, "spend") })), ...income.map((text) => ({ text, amounts: figures(sheaf, "income") }))] })) }));
  const first = tabular ? 3 : 1;
  const sum = (label: Cell, of: readonly Amounts[]): void => void sheaf.total(label, ...amountCells(sheaf, columns, addUp(of), first, false));
  for (const part of parts) {
    const all = part.services.flatMap((s) => s.rows.map((r) => r.amounts));
    if (!tabular) sum([0, part.name], all);
    part.services.forEach((service, s) => {
      const own = service.rows.map((r) => r.amounts);
      if (!tabular) sum([0, indent + service.name], own);
      service.rows.forEach((row, i) => line(sheaf, row.text, tabular ? [...(s === 0 && i === 0 ? [[0, part.name] as Cell] : []), ...(i === 0 ? [[1, service.name] as Cell] : []), [2, row.text]] : [[0, indent + indent + row.text]], columns, row.amounts, first));
      if (tabular) sum([1, `${service.name} Total`], own);
    });
    if (tabular) sum([0, `${part.name} Total`], all);
  }
  sum([0, "Grand Total"], parts.flatMap((part) => part.services.flatMap((s) => s.rows.map((r) => r.amounts))));
  return first + columns.length - 1;
}

/** Four quarters and the year: budget, and what the year will come to. */
export function quarters(sheaf: Sheaf, c: Chance, body: Body): number {
  const names = c.pick([["Q1 Actual", "Q2 Actual", "Q3 Forecast", "Q4 Forecast"], ["Qtr 1", "Qtr 2", "Qtr 3", "Qtr 4"], ["Apr-Jun", "Jul-Sep", "Oct-Dec", "Jan-Mar"]]);
  const forecast = names[0] === "Q1 Actual";
  const year: Column = forecast ? { key: "total", heads: ["Full Year Forecast"], stages: ["forecast", "outturn"] } : { key: "total", heads: [c.pick(["Total 2026/27 Budget", "Annual Budget", "Year Total"])], stages: BUDGET };
  const columns: Column[] = [...(forecast ? [{ key: "only", heads: ["Annual Budget"], stages: BUDGET } as Column] : []), ...names.map((name, i): Column => ({ key: `q${i}`, heads: [name] })), year];
  heads(sheaf, [[0, c.pick(["Workstream", "Budget", "Activity", "Service"])]], columns, 1);
  const every: Amounts[] = [];
  for (const [name, spend, income] of c.shuffled(body.parts.flatMap((part) => part.services)).slice(0, c.int(2, 4))) {
    sheaf.put([0, name]);
    const own = [...spend.map((text) => [text, 1] as const), ...income.map((text) => [text, -1] as const)].map(([text, sign]) => {
      const q = names.map(() => sign * c.int(5, 4_000) * sheaf.by);
      const total = q.reduce((s, n) => s + n, 0);
      const amounts: Amounts = { ...Object.fromEntries(q.map((n, i) => [`q${i}`, n])), total, only: Math.round(total * (0.95 + c.unit() * 0.1)) };
      line(sheaf, text, [[0, text]], columns, amounts, 1);
      return amounts;
    });
    if (c.yes(0.7)) sheaf.total([0, `${name} total`], ...amountCells(sheaf, columns, addUp(own), 1, false));
    every.push(...own);
  }
  sheaf.total([0, c.pick(["Total", "Net total", "Overall"])], ...amountCells(sheaf, columns, addUp(every), 1, false));
  return columns.length;
}
