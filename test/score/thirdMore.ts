// Third family, wide forms: gross, income and net of two years, months across, subjective types across, and what stands beside a budget.
import type { CellValue } from "../../src/core/reading/grid";
import type { Chance } from "./random";
import type { Paper } from "./thirdPaper";
import { GRANDS, type Body } from "./thirdWords";

const services = (c: Chance, body: Body): readonly (readonly [string, readonly string[], readonly string[]])[] => c.shuffled(body.divisions.flatMap((d) => d.services));

const size = (c: Chance): number => c.int(20, c.pick([400, 4_000, 40_000]));

/** Gross, income and net of this year, and of last year beside it or not. */
export function grossIncomeNet(paper: Paper, c: Chance, body: Body): void {
  const { unitPlace, unitWords } = paper.habits;
  const years = c.pick<readonly string[]>([["2026/27"], ["2025/26", "2026/27"], ["2026/27", "2025/26"]]);
  const words = c.pick<readonly string[]>([["Gross Expenditure", "Income", "Net Expenditure"], ["Gross", "Income", "Net"], ["Expenditure", "Income", "Net"], ["Gross Budget", "Income Budget", "Net Budget"]]);
  const both = c.yes(0.5);
  const grouped = years.length > 1 || c.yes(0.3);
  if (unitPlace === "corner") paper.put([years.length * 3, unitWords]);
  if (grouped) {
    const row = paper.put(...years.map((year, y): [number, CellValue] => [1 + y * 3, c.yes(0.5) ? year : `${year} Budget`]));
    if (c.yes(0.6)) years.forEach((_y, y) => void paper.merges.push({ top: row, bottom: row, left: 1 + y * 3, right: 3 + y * 3 }));
  }
  paper.put([0, c.pick(["Service", "Service Area", "Division"])], ...years.flatMap((_year, y) => words.map((w, i): [number, CellValue] => [1 + y * 3 + i, unitPlace === "heading" ? `${w} ${unitWords}` : w])));
  if (unitPlace === "row") paper.put(...years.flatMap((_year, y) => words.map((_w, i): [number, CellValue] => [1 + y * 3 + i, unitWords])));
  const shown = (g: number, n: number): CellValue[] => [paper.write(g), paper.write(both && n !== 0 ? -n : n), paper.write(g + n)];
  const every: number[][] = [];
  const divisions = c.shuffled(body.divisions);
  const sectioned = c.yes(0.5);
  for (const division of divisions) {
    const own: number[][] = [];
    if (sectioned) paper.put([0, division.name]);
    for (const [service] of division.services) {
      const of = years.map(() => [size(c), c.yes(0.2) ? 0 : -size(c)]).flat();
      const now = years.indexOf("2026/27");
      const [g = 0, n = 0] = of.slice(now * 2, now * 2 + 2);
      paper.line(service, [{ column: 1 + now * 3, stages: ["revised", "original"], steps: g }, { column: 2 + now * 3, stages: ["revised", "original"], steps: n }],
        [[0, service], ...years.flatMap((_y, y) => shown(of[y * 2] ?? 0, of[y * 2 + 1] ?? 0).map((value, i): [number, CellValue] => [1 + y * 3 + i, value]))], 3 + now * 3);
      own.push(of);
    }
    if (sectioned) total(c.pick([`Total ${division.name}`, `${division.name} Total`, "Sub-total"]), own);
    every.push(...own);
  }
  total(c.pick(GRANDS), every);

  function total(label: string, of: readonly (readonly number[])[]): void {
    const at = (i: number): number => of.reduce((s, one) => s + (one[i] ?? 0), 0);
    paper.total([[0, label], ...years.flatMap((_y, y) => shown(at(y * 2), at(y * 2 + 1)).map((value, i): [number, CellValue] => [1 + y * 3 + i, value]))]);
  }
}

/** Twelve months and their year. */
export function months(paper: Paper, c: Chance, body: Body): void {
  const { unitPlace, unitWords } = paper.habits;
  const names = c.pick([["Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan", "Feb", "Mar"], ["M1", "M2", "M3", "M4", "M5", "M6", "M7", "M8", "M9", "M10", "M11", "M12"], ["Apr-26", "May-26", "Jun-26", "Jul-26", "Aug-26", "Sep-26", "Oct-26", "Nov-26", "Dec-26", "Jan-27", "Feb-27", "Mar-27"]]);
  const year = c.pick(["Total Budget 2026/27", "Annual Budget", "2026/27 Budget", "Full Year Budget"]);
  const front = c.yes(0.4);
  const yearAt = front ? 1 : 13;
  const first = front ? 2 : 1;
  if (unitPlace === "corner") paper.put([13, unitWords]);
  paper.put([0, c.pick(["Budget heading", "Service", "Description"])], [yearAt, unitPlace === "heading" ? `${year} ${unitWords}` : year], ...names.map((name, i): [number, CellValue] => [first + i, name]));
  if (unitPlace === "row") paper.put(...Array.from({ length: 13 }, (_, i): [number, CellValue] => [1 + i, unitWords]));
  const every: number[][] = [];
  const row = (of: readonly number[]): [number, CellValue][] => [[yearAt, paper.write(of.reduce((s, n) => s + n, 0))], ...of.map((n, i): [number, CellValue] => [first + i, paper.write(n)])];
  for (const [, spend, income] of services(c, body).slice(0, c.int(1, 4))) {
    for (const [text, sign] of [...spend.map((t) => [t, 1] as const), ...income.map((t) => [t, -1] as const)]) {
      const of = Array.from({ length: 12 }, () => sign * c.int(1, 900));
      paper.line(text, [{ column: yearAt, stages: ["revised", "original"], steps: of.reduce((s, n) => s + n, 0) }], [[0, text], ...row(of)]);
      every.push(of);
    }
  }
  paper.total([[0, c.pick(GRANDS)], ...row(Array.from({ length: 12 }, (_, i) => every.reduce((s, of) => s + (of[i] ?? 0), 0)))]);
}

/** A cost centre a row with the types of spending across and its net cost at the right; a reader may take the net or refuse. */
export function typesAcross(paper: Paper, c: Chance, body: Body): void {
  const { unitPlace, unitWords } = paper.habits;
  const types = ["Employee Related Expenses", "Premises Related Expenses", "Transport Related Expenses", "Supplies and Services", "Third Party Payments", "Support Services", "Capital Charges"].slice(0, c.int(3, 7));
  const heads = [...types, "Income and Recharges", c.pick(["Net Costs", "Net Expenditure", "Net Budget 2026/27"])];
  const net = 1 + heads.length - 1;
  if (unitPlace === "corner") paper.put([net, unitWords]);
  paper.put([0, c.pick(["Cost Centre", "Budget Holder", "Service"])], ...heads.map((w, i): [number, CellValue] => [1 + i, unitPlace === "heading" ? `${w} ${unitWords}` : w]));
  if (unitPlace === "row") paper.put(...heads.map((_w, i): [number, CellValue] => [1 + i, unitWords]));
  const every: number[][] = [];
  const row = (of: readonly number[]): [number, CellValue][] => [...of.map((n, i): [number, CellValue] => [1 + i, n === 0 && c.yes(0.5) ? null : paper.write(n)]), [net, paper.write(of.reduce((s, n) => s + n, 0))]];
  for (const [service] of services(c, body)) {
    const of = [...types.map(() => (c.yes(0.3) ? 0 : size(c))), c.yes(0.3) ? 0 : -size(c)];
    paper.line(service, of.map((steps, i) => ({ column: 1 + i, stages: ["revised", "original"], steps })), [[0, service], ...row(of)], net);
    every.push(of);
  }
  paper.total([[0, c.pick(GRANDS)], ...row(every[0]?.map((_n, i) => every.reduce((s, of) => s + (of[i] ?? 0), 0)) ?? [])]);
}

const BESIDE = [
  { name: "workforce", title: "Workforce (FTE)", heads: ["Staff group", "Establishment", "In post"], rows: ["Registered", "Support", "Administrative"] },
  { name: "capital", title: "Capital monitoring 2026/27", heads: ["Project", "Approved Budget", "Projected Outturn"], rows: ["Vehicle replacement", "Roof works", "Networks"] },
  { name: "reserves", title: "Balances", heads: ["Fund", "Opening Balance", "Closing Balance"], rows: ["General Fund balance", "Winter reserve", "Renewals fund"] },
  { name: "savings", title: "Savings tracker", heads: ["Proposal", "Target", "Delivered"], rows: ["Back office review", "Fleet utilisation", "Print contract"] },
  { name: "financing", title: "Financed by", heads: ["Source", "2026/27"], rows: ["Aggregate External Finance", "Council tax", "Non domestic rates pool"] },
] as const;

/** Another table under the budget or beside it. */
export function another(paper: Paper, c: Chance, right: number): void {
  const what = c.pick(BESIDE);
  paper.secondName = what.name;
  const rows: CellValue[][] = [[c.yes(0.8) ? what.title : null], [...what.heads], ...what.rows.map((text): CellValue[] => [text, ...what.heads.slice(1).map(() => paper.write(size(c)))])];
  if (c.yes(0.7)) {
    paper.put();
    const top = paper.row;
    rows.forEach((row) => void paper.put(...row.map((value, i): [number, CellValue] => [i, value])));
    paper.second = { top, left: 0, bottom: paper.row - 1, right: what.heads.length - 1 };
    return;
  }
  const left = right + 2;
  const top = Math.min(3, paper.row - 1);
  rows.forEach((row, i) => {
    while (paper.row <= top + i) paper.put();
    const cells = paper.values[top + i] ?? [];
    while (cells.length < left) cells.push(null);
    cells.splice(left, row.length, ...row);
  });
  paper.second = { top, left, bottom: top + rows.length - 1, right: left + what.heads.length - 1 };
}
