// Fourth family: what partners print together: pooled budgets by partner, Better Care Fund schemes, grants by function, education by phase, mixed units.
import type { CellValue } from "../../src/core/reading/grid";
import type { Cell, Sheaf } from "./fourthPaper";
import type { Chance } from "./random";

const BUDGET = ["revised", "original"] as const;
const FORECAST = ["forecast", "outturn"] as const;
const size = ({ c, by }: Sheaf): number => c.int(20, c.pick([700, 7_000, 70_000])) * by;
const sum = (of: readonly number[]): number => of.reduce((s, n) => s + n, 0);

/** Heading row and unit row over figures from column `first`. */
function heads(sheaf: Sheaf, labels: readonly CellValue[], names: readonly string[], first: number): void {
  const { place, unitWords } = sheaf.ways;
  if (place === "corner") sheaf.put([first + names.length - 1, unitWords]);
  sheaf.put(...labels.map((name, i): Cell => [i, name]), ...names.map((name, i): Cell => [first + i, place === "heading" || (place === "first heading" && i === 0) ? `${name} ${unitWords}` : name]));
  if (place === "row") sheaf.put(...names.map((_n, i): Cell => [first + i, unitWords]));
}

/** A pooled fund: each scheme's budget by partner and in all, and the forecast so too; contributions on top or not. */
export function pooled(sheaf: Sheaf, c: Chance): number {
  const partners = c.pick([["ICB", "Council"], ["Council", "ICB"], ["City Council", "NHS"], ["LA", "Health"]]);
  const withForecast = c.yes(0.7);
  const groups = withForecast ? ["2026/27 Budget", c.pick(["Forecast Outturn", "2026/27 Forecast"])] : ["2026/27 Budget"];
  const width = partners.length + 1;
  const row = sheaf.put(...groups.map((name, g): Cell => [1 + g * width, name]));
  if (c.yes(0.6)) groups.forEach((_g, g) => void sheaf.merges.push({ top: row, bottom: row, left: 1 + g * width, right: g * width + width }));
  heads(sheaf, [c.pick(["Scheme", "Pool", "Service"])], groups.flatMap(() => [...partners, "Total"]), 1);
  const every: number[][] = [];
  const print = (of: readonly number[]): Cell[] => groups.flatMap((_g, g) => {
    const part = of.slice(g * partners.length, (g + 1) * partners.length);
    return [...part, sum(part)].map((n, i): Cell => [1 + g * width + i, sheaf.write(n)]);
  });
  const schemes = c.shuffled(["Community equipment", "Reablement and home first", "Carers' respite", "Learning disability placements", "Mental health supported living", "Discharge to assess beds", "Disabled facilities adaptations", "Falls prevention", "Dementia advisers"]).slice(0, c.int(4, 8));
  schemes.forEach((text) => {
    const budget = partners.map(() => (c.yes(0.15) ? 0 : size(sheaf)));
    const of = withForecast ? [...budget, ...budget.map((n) => Math.round(n * (0.9 + c.unit() * 0.2)))] : budget;
    const at = (g: number, i: number): number => 1 + g * width + i;
    sheaf.line(text, [[0, text], ...print(of)], of.map((steps, k) => ({ column: at(Math.floor(k / partners.length), k % partners.length), stages: k < partners.length ? BUDGET : FORECAST, steps, blank: sheaf.write(steps) === null })), groups.map((_g, g) => ({ column: at(g, partners.length), of: partners.map((_p, i) => at(g, i)) })));
    every.push(of);
  });
  sheaf.total([0, c.pick(["Total pooled fund", "Total", "Total Section 75"])], ...print(every[0]?.map((_n, i) => sum(every.map((of) => of[i] ?? 0))) ?? []));
  return groups.length * width;
}

/** The list of schemes of a Better Care Fund plan: many columns of words, one of money. */
export function schemes(sheaf: Sheaf, c: Chance): number {
  const amount = c.pick(["Expenditure 2026-27 (£)", "Expenditure for 2026-27 (£)", "Planned Expenditure (£)"]);
  const wide = c.yes(0.6);
  const names = ["Scheme ID", "Scheme Name", ...(wide ? ["Brief Description of Scheme", "Scheme Type", "Sub Types", "Area of Spend", "Commissioner"] : ["Activity", "Area of Spend"]), "% NHS (if Joint Commissioner)", "Provider", "Source of Funding", ...(wide ? ["New/ Existing"] : [])];
  const first = names.length;
  const share = c.yes(0.5);
  const rows = c.int(5, 14);
  const above = c.yes(0.3);
  const all = Array.from({ length: rows }, () => c.int(900, 900_000));
  if (above) sheaf.total([first - 1, "Total planned expenditure"], [first, sheaf.write(sum(all))]);
  sheaf.put(...names.map((name, i): Cell => [i, name]), [first, amount], ...(share ? [[first + 1, "% of Overall Spend"] as Cell] : []));
  all.forEach((steps, i) => {
    const text = c.pick(["Home from hospital", "Stroke early supported discharge", "Handyperson service", "Community nursing", "Telehealth", "Carer breaks", "Extra care development", "Integrated care team", "Trusted assessors"]);
    const words: Record<string, CellValue> = { "Scheme ID": i + 1, "Scheme Name": text, "Brief Description of Scheme": "Supports timely discharge and prevention", "Activity": "Discharge support and infrastructure", "Scheme Type": "Home Care or Domiciliary Care", "Sub Types": "Other", "Area of Spend": c.pick(["Social Care", "Community Health"]), Commissioner: c.pick(["LA", "NHS", "Joint"]), "% NHS (if Joint Commissioner)": c.yes(0.2) ? 50 : null, Provider: c.pick(["Local Authority", "Charity / Voluntary Sector", "NHS Community Provider"]), "Source of Funding": c.pick(["NHS Minimum Contribution", "Local Authority Better Care Grant", "Additional LA Contribution", "DFG"]), "New/ Existing": "Existing" };
    sheaf.line(text, [...names.map((name, k): Cell => [k, words[name] ?? null]), [first, sheaf.write(steps)], ...(share ? [[first + 1, Math.round((steps / sum(all)) * 10_000) / 10_000] as Cell] : [])], [{ column: first, stages: BUDGET, steps }]);
  });
  if (!above && c.yes(0.5)) sheaf.total([1, "Total"], [first, sheaf.write(sum(all))]);
  return first + (share ? 1 : 0);
}

/** A ring-fenced grant by function: gross, income and net, with rows that say how much of the one above is what. */
export function grant(sheaf: Sheaf, c: Chance): number {
  const plainly = c.yes(0.5);
  const names = c.pick([["Gross Expenditure", "Income", "Net Expenditure"], ["Gross", "Other income", "Net"], ["Total Expenditure", "Less Income", "Net Cost"]]);
  heads(sheaf, [c.pick(["Line", "Ref", "Code"]), c.pick(["Public health function", "Function", "Service"])], names, 2);
  const every: number[][] = [];
  const print = (g: number, n: number): Cell[] => [g, plainly ? -n : n, g + n].map((steps, i): Cell => [2 + i, sheaf.write(steps === 0 ? 0 : steps)]);
  const functions: readonly (readonly [string, readonly string[]])[] = [["Sexual health services - STI testing (prescribed)", []], ["NHS health check programme (prescribed)", []], ["Substance misuse - adults", ["of which drug treatment", "of which alcohol treatment"]], ["Smoking and tobacco", []], ["Children 5-19 programmes", ["of which school nursing"]], ["Obesity - adults", []], ["Miscellaneous public health", ["of which dental health", "of which fluoridation"]]];
  functions.slice(0, c.int(4, 7)).forEach(([text, below], i) => {
    const [g, n] = [size(sheaf), c.yes(0.4) ? 0 : -c.int(1, 19)];
    sheaf.line(text, [[0, 361 + i], [1, text], ...print(g, n)], [{ column: 2, stages: BUDGET, steps: g }, { column: 3, stages: BUDGET, steps: n, blank: n === 0 && sheaf.write(0) === null }], [{ column: 4, of: [2, 3] }]);
    every.push([g, n]);
    let left = g;
    for (const memo of below) {
      const share = Math.floor(left * c.pick([0.2, 0.4, 0.5]));
      left -= share;
      sheaf.total([1, c.yes(0.5) ? memo : `   ${memo}`], ...print(share, 0));
    }
  });
  sheaf.total([1, c.pick(["Total public health", "Total"])], ...print(sum(every.map(([g = 0]) => g)), sum(every.map(([, n = 0]) => n))));
  return 4;
}

/** Education by phase: phases across, then gross, income and net. */
export function phases(sheaf: Sheaf, c: Chance): number {
  const names = c.pick([["Early Years", "Primary", "Secondary", "Special/AP"], ["EY", "Primary", "Secondary", "SEN", "Post 16"]]);
  const all = [...names, "Gross", "Income", "Net"];
  heads(sheaf, [c.pick(["Line", "S251 line"]), "Description"], all, 2);
  const [gross, income, net] = [2 + names.length, 3 + names.length, 4 + names.length];
  const every: number[][] = [];
  const print = (of: readonly number[], n: number): Cell[] => [...of, sum(of), -n, sum(of) + n].map((steps, i): Cell => [2 + i, sheaf.write(steps === 0 ? 0 : steps)]);
  const lines: readonly (readonly [string, string])[] = [["1.1.1", "Contingencies"], ["1.1.2", "Behaviour support services"], ["1.2.1", "Top-up funding - maintained schools"], ["1.2.2", "Top-up funding - academies"], ["1.2.5", "SEN support services"], ["1.2.7", "Other alternative provision"], ["1.4.3", "Servicing of schools forums"], ["1.4.10", "Pupil growth"]];
  lines.filter(() => c.yes(0.8)).forEach(([code, text]) => {
    const of = names.map(() => (c.yes(0.3) ? 0 : size(sheaf)));
    if (sum(of) === 0) of[0] = 77;
    const n = c.yes(0.6) ? 0 : -c.int(2, 15);
    // The phases are a cut of the gross figure: a reader takes gross and income, or net, or each phase with the income.
    sheaf.line(text, [[0, code], [1, text], ...print(of, n)], [...of.map((steps, i) => ({ column: 2 + i, stages: BUDGET, steps, blank: steps === 0 && sheaf.write(0) === null })), { column: income, stages: BUDGET, steps: n, blank: n === 0 && sheaf.write(0) === null }], [{ column: gross, of: of.map((_s, i) => 2 + i) }, { column: net, of: [...of.map((_s, i) => 2 + i), income] }]);
    every.push([...of, n]);
  });
  sheaf.total([1, c.pick(["Total central and high needs", "TOTAL"])], ...print(names.map((_n, i) => sum(every.map((of) => of[i] ?? 0))), sum(every.map((of) => of[names.length] ?? 0))));
  return net;
}

/** Amounts that carry their own unit in the cell, or a column that names each row's. */
export function mixed(sheaf: Sheaf, c: Chance): number {
  const each = c.yes(0.5);
  const columns = c.yes(0.5) ? ["2026/27 Budget"] : ["2026/27 Budget", "Forecast Outturn"];
  const first = each ? 2 : 1;
  sheaf.put([0, c.pick(["Area of spend", "Budget", ""]) || null], ...(each ? [[1, "Unit"] as Cell] : []), ...columns.map((name, i): Cell => [first + i, name]));
  for (const text of c.shuffled(["Officers", "Staff", "PCSOs", "Estates", "Supplies", "Commissioning", "Office of the Commissioner", "Pensions"]).slice(0, c.int(4, 8))) {
    const large = c.yes(0.6);
    const tenths = c.int(12, 900);
    const pounds = columns.map((_n, i) => (large ? (tenths + i * c.int(0, 4)) * 100_000 : (tenths + 60 + i * c.int(0, 9)) * 1_000));
    const shown = pounds.map((n): CellValue => (each ? (large ? n / 1_000_000 : n / 1_000) : large ? `£${(n / 1_000_000).toFixed(1)}m` : `£${String(n).replace(/\B(?=(\d{3})+$)/g, ",")}`));
    sheaf.line(text, [[0, text], ...(each ? [[1, large ? "£m" : "£000"] as Cell] : []), ...shown.map((value, i): Cell => [first + i, value])], pounds.map((steps, i) => ({ column: first + i, stages: i === 0 ? BUDGET : FORECAST, steps })));
  }
  return first + columns.length - 1;
}
