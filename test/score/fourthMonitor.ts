// Fourth family: monitoring statements and estimates of one body, services under parts, with the layout drawn feature by feature.
import { fill } from "./plan";
import type { CellValue } from "../../src/core/reading/grid";
import type { Sheaf } from "./fourthPaper";
import type { Chance } from "./random";
import { addUp, Roll, type Amounts, type Column, type Labels, type Page } from "./fourthRoll";
import { GRAND, HEADS, SUBS, YEAR_GROUPS, YTD_GROUPS, type Body } from "./fourthWords";

/** Figures of one line in steps, spending positive and income negative. */
export function figures({ c, by }: Sheaf, side: "spend" | "income"): Amounts {
  const sign = side === "spend" ? 1 : -1;
  const original = c.int(14, c.pick([500, 6_000, 90_000])) * by + c.int(0, by - 1);
  const adjust = c.yes(0.6) ? 0 : c.int(-Math.floor(original / 6), Math.floor(original / 4));
  const revised = original + adjust;
  const planDate = Math.round(revised * c.pick([0.5, 0.5, 0.48, 0.55]));
  const actual = Math.max(1, Math.round(planDate * (0.85 + c.unit() * 0.3)));
  const forecast = c.yes(0.25) ? revised : Math.max(1, Math.round(revised * (0.9 + c.unit() * 0.2)));
  const of = (share: number): number => Math.max(1, Math.round(original * (1 - share / 2 + c.unit() * share)));
  const all = { prior: of(0.3), priorBudget: of(0.2), priorRevised: of(0.2), original, adjust, revised, only: revised, planDate, actual, commit: c.yes(0.5) ? 0 : c.int(0, 60), forecast, lastForecast: of(0.2), varDate: actual - planDate, left: revised - actual, variance: forecast - revised, next: of(0.1), next2: of(0.15), next3: of(0.2) };
  return Object.fromEntries(Object.entries(all).map(([key, steps]) => [key, steps === 0 ? 0 : sign * steps]));
}

export const STAGED: Readonly<Record<string, Column["stages"]>> = { original: ["original"], revised: ["revised"], only: ["revised", "original"], actual: ["actual"], forecast: ["forecast", "outturn"] };

/** A column by its meaning, with words drawn for its heading. */
export function column(c: Chance, key: string, more: Partial<Column> = {}): Column {
  const word = (name: string): readonly string[] => fill(c.pick(HEADS[name] ?? ["?"])).split("|");
  if (key === "pct") return { key, heads: word("pct"), words: (a) => (a.revised === undefined || a.revised === 0 ? null : Math.round(((a.variance ?? 0) / Math.abs(a.revised)) * 1000) / 10), ...more };
  if (key === "rag") return { key, heads: word("rag"), words: (a, isLine) => (isLine ? ((a.variance ?? 0) > 0 ? "A" : "G") : null), ...more };
  if (key === "fte") return { key, heads: word("fte"), words: (a, isLine) => (isLine && (a.revised ?? 0) > 0 ? ((a.revised ?? 0) % 311) / 10 : null), ...more };
  if (key === "note") return { key, heads: word("note"), words: (a, isLine) => (isLine && (a.variance ?? 0) !== 0 && (a.forecast ?? 0) % 3 === 0 ? "Vacancies held; see para 3.2" : null), ...more };
  if (key === "variance" || key === "varDate") {
    const kind = c.pick(["adverse", "favourable", "plain", "plain"] as const);
    return { key, heads: word(kind), as: kind === "plain" ? "shown" : kind, ...more };
  }
  return { key, heads: word(key), ...(STAGED[key] === undefined ? {} : { stages: STAGED[key] }), ...more };
}

const SETS: readonly (readonly string[])[] = [
  ["revised", "forecast", "variance"], ["original", "adjust", "revised", "forecast", "variance"], ["original", "revised", "actual", "forecast", "variance", "rag"], ["revised", "actual", "commit", "forecast", "variance", "pct"],
  ["prior", "original", "revised", "forecast", "variance"], ["fte", "revised", "planDate", "actual", "varDate", "forecast", "variance"], ["revised", "lastForecast", "forecast", "variance", "note"], ["prior", "only"], ["only"], ["only", "forecast"],
  ["original", "revised"], ["original", "revised", "forecast"], ["variance", "pct", "revised", "forecast"], ["lastForecast", "revised", "actual", "forecast", "variance", "pct"],
];

export function columnsOf(c: Chance, sheaf: Sheaf): Column[] {
  if (c.yes(0.25)) return nhsColumns(c);
  const columns = c.pick(SETS).map((key) => column(c, key));
  // A unit of its own in one column is always printed in the row of units.
  if (sheaf.ways.place === "row" && sheaf.ways.unit === "thousands" && sheaf.ways.decimals === 0 && columns.length > 2 && c.yes(0.3)) {
    const at = columns.findIndex((one) => one.key === "actual" || one.key === "variance");
    if (at >= 0) columns[at] = { ...(columns[at] as Column), unit: "pounds" };
  }
  return columns;
}

/** Plan, actual and variance twice: to date and for the year, under two headings. */
function nhsColumns(c: Chance): Column[] {
  const [date, year] = [c.pick(YTD_GROUPS), c.pick(YEAR_GROUPS)];
  const [plan, actual, variance, end] = c.pick<readonly [string, string, string, string]>([["Plan", "Actual", "Variance", "Forecast"], ["Budget", "Actual", "Variance", "Forecast"], ["Plan", "Actual", "Var", "Outturn"], ["Budget", "Spend", "Over/(Under)", "Projection"]]);
  const as = variance === "Over/(Under)" ? "adverse" : c.pick(["shown", "favourable"] as const);
  const to: Column[] = [{ key: "planDate", heads: [plan], group: date }, { key: "actual", heads: [actual], group: date, stages: ["actual"] }, { key: "varDate", heads: [variance], group: date, as }];
  const full: Column[] = [{ key: "revised", heads: [plan], group: year, stages: ["revised", "original"] }, { key: "forecast", heads: [end], group: year, stages: ["forecast", "outturn"] }, { key: "variance", heads: [variance], group: year, as }];
  const all = c.yes(0.8) ? [...to, ...full] : [...full, ...to];
  return c.yes(0.3) ? [...all, { ...column(c, "rag") }] : all;
}

export function labelsOf(c: Chance, levels: number): Labels {
  const style = levels < 2 ? "plain" : c.pick(["plain", "plain", "stairs", "spaces", "columns", "once"] as const);
  return {
    code: c.yes(0.5) ? c.pick(["Cost Code", "CC", "Ref", "Ledger Code", "Budget Code", "GL code", "No."]) : null, codeAt: c.pick(["left", "left", "left", "right", "within"]),
    text: c.pick(["Service", "", "Budget heading", "Description", "Area", "Category", "Heading", "Budget Area", "Service / Activity"]), levels: style === "columns" || style === "once" ? c.pick([["Directorate", "Service Area"], ["Portfolio", "Team"], ["Group", "Function"]]).slice(2 - levels) : [],
    levelsOnce: style === "once", stairs: style === "stairs" ? levels : 0, spaces: style === "spaces" ? c.pick([2, 3, 4]) : 0, extra: c.yes(0.1) ? [c.pick(["Budget Holder", "Lead", "Type", "Owner"])] : [],
  };
}

export function pageOf(c: Chance, columns: number): Page {
  return {
    left: c.pick([0, 0, 0, 1]), gaps: Array.from({ length: columns }, (_, i) => i).filter((i) => i > 0 && c.yes(0.08)), perPage: c.yes(0.12) ? c.int(6, 12) : 0, carried: c.yes(0.5),
    stacked: c.yes(0.45), merged: c.yes(0.6), labelRow: c.yes(0.35) ? "top" : "bottom",
  };
}

/** Codes as one ledger writes them. */
export function coder(c: Chance): () => string | number {
  const style = c.pick(["number", "zeros", "letters", "composite", "dotted"] as const);
  let next = c.int(100, 600);
  return () => {
    next += c.int(1, 8);
    return { number: 20_000 + next * 3, zeros: String(next).padStart(6, "0"), letters: `FR${next}`, composite: `R${next}-${41_000 + (next % 90) * 10}-000`, dotted: `${Math.floor(next / 100)}.${String(next % 100).padStart(2, "0")}.01` }[style];
  };
}

interface Item { readonly text: string; readonly side: "spend" | "income"; readonly amounts: Amounts }

/** The statement of a body: parts, services and lines, or services and lines alone. */
export function monitor(sheaf: Sheaf, c: Chance, body: Body): number {
  const levels = c.pick([1, 2, 2, 2]);
  const columns = columnsOf(c, sheaf);
  const { signs } = sheaf.ways;
  const labels = labelsOf(c, levels);
  const inColumns = labels.levels.length > 0;
  const above = !inColumns && signs !== "plain" && c.yes(0.15) && labels.stairs + labels.spaces > 0;
  const roll = new Roll(sheaf, columns, labels, pageOf(c, columns.length));
  const code = coder(c);
  const sub = c.pick(SUBS);
  const lowTotals = signs === "plain" || c.yes(0.75);
  const parts = c.shuffled(body.parts).slice(0, c.int(levels === 2 ? 2 : 1, body.parts.length)).map((part) => ({ name: part.name, services: c.shuffled(part.services).slice(0, c.int(1, 3)).map(([name, spend, income]) => ({
    name, items: [...c.shuffled(spend).slice(0, c.int(Math.min(2, spend.length), spend.length)).map((text): Item => ({ text, side: "spend", amounts: figures(sheaf, "spend") })), ...income.map((text): Item => ({ text, side: "income", amounts: figures(sheaf, "income") }))],
  })) }));
  const named = (name: string): string => fill(sub, { S: name, U: name.toUpperCase() });
  const amounts = (items: readonly Item[]): Amounts[] => items.map((item) => item.amounts);
  // Where both sides are printed without signs, every block of income has a heading and a total of its own.
  const plainBlock = (items: readonly Item[], level: number, path: readonly string[], name: string): void => {
    for (const side of ["spend", "income"] as const) {
      const own = items.filter((item) => item.side === side);
      if (own.length === 0) continue;
      roll.head(side === "spend" ? "Expenditure" : "Income", level);
      own.forEach((item) => print(item, level + 1, path, name));
      roll.sum(side === "spend" ? "Total expenditure" : "Total income", amounts(own), side, level);
    }
  };
  const over = (name: string, items: readonly Item[], level: number): void => {
    if (above) roll.sum(name, amounts(items), "net", level);
    else if (!inColumns) roll.head(name, level);
  };
  let missed = above;
  const print = (item: Item, level: number, path: readonly string[], service: string): void => {
    const gone = !missed && c.yes(0.006) ? columns.find((one) => one.key === "forecast" || one.key === "original")?.key ?? null : null;
    const given = gone === null ? item.amounts : { ...item.amounts, variance: 0, [gone]: 0 };
    if (gone !== null) {
      missed = true;
      Object.assign(item.amounts, given);
    }
    roll.line(c.yes(0.03) ? `${item.text} *` : item.text, labels.code === null ? null : code(), item.side, given, level, path, labels.extra.map((): CellValue => c.pick(["J Ellery", "Ops", "Recurrent", service])), gone);
  };
  roll.heads();
  const plainLow = signs === "plain" && c.yes(0.5);
  const every: Item[] = [];
  for (const part of parts) {
    const all = part.services.flatMap((s) => s.items);
    if (levels === 2) over(part.name, all, 0);
    for (const service of part.services) {
      const level = levels === 2 ? 1 : 0;
      const path = levels === 2 ? [part.name, service.name] : [service.name];
      over(service.name, service.items, level);
      if (signs === "plain" && (plainLow || service.items.some((i) => i.side === "income"))) plainBlock(service.items, level + 1, path, service.name);
      else service.items.forEach((item) => print(item, level + 1, path, service.name));
      if (!above && lowTotals) roll.sum(named(service.name), amounts(service.items), "net", level, path.slice(0, -1));
      if (c.yes(0.25) && !inColumns) roll.gap();
    }
    if (!above && levels === 2) roll.sum(named(part.name), amounts(all), "net", 0);
    every.push(...all);
  }
  if (signs === "company") roll.sum(c.pick(["Net surplus / (deficit)", "Surplus/(deficit) for the period"]), amounts(every), "net", 0);
  else if (signs === "plain" || c.yes(0.92)) roll.sum(c.pick(GRAND), amounts(every), "net", 0);
  if (c.yes(0.12)) {
    roll.gap();
    roll.sum(c.pick(["Memo: of which grant funded", "Memorandum: ring-fenced element included above", "of which agency staffing"]), [Object.fromEntries(Object.entries(addUp(amounts(every))).map(([key, steps]) => [key, Math.round(steps / 7)]))], "net", 0);
  }
  return roll.lastColumn;
}
