// What a made-up sheet says before it is printed: its body, lines with true amounts, and the habits of the one who prints it.
import { Chance } from "./random";
import { FIRST, UNIT_WORDS, type Body, type Vocabulary } from "./words";

export type Unit = "pounds" | "thousands" | "millions";
export type Kind = "code" | "description" | "section" | "original" | "virement" | "revised" | "ytdBudget" | "actual" | "forecast" | "variance" | "percent" | "fte" | "comment" | "prior" | "gross" | "income" | "net";
export type Signs = "negative" | "brackets" | "trailing" | "crdr" | "blocks" | "company" | "numberformat";
export type Numbers = "numbers" | "uk" | "spaces" | "continental";

export interface Line {
  readonly code: string | null;
  readonly text: string;
  readonly side: "spend" | "income";
  /** In steps of the sheet's last printed decimal, expenditure positive and income negative; null where the sheet prints no figure. */
  readonly steps: Readonly<Partial<Record<Kind, number | null>>>;
  /** What stands in a cell without a figure, or for nought. */
  readonly words: Readonly<Partial<Record<Kind, string | null>>>;
}

export interface Section {
  readonly name: string;
  readonly lines: readonly Line[];
  readonly incomeBlock: boolean;
}

export interface Plan {
  readonly seed: number;
  readonly body: Body;
  readonly titles: readonly string[];
  readonly columns: readonly Kind[];
  readonly sections: readonly Section[];
  readonly unit: Unit;
  readonly decimals: number;
  readonly unitPlace: "title" | "corner" | "heading" | "row" | "format" | "note" | "nowhere" | "cells";
  readonly unitWords: string;
  readonly signs: Signs;
  readonly numbers: Numbers;
  readonly sectionsAs: "rows" | "column" | "column once" | "none";
  readonly totalsAt: "below" | "above" | "none";
  readonly totalLabel: string;
  readonly grandLabel: string | null;
  readonly grandAt: "below" | "above";
  readonly headings: Readonly<Partial<Record<Kind, string>>>;
  readonly headerRows: "one" | "grouped" | "split";
  readonly merged: boolean;
  readonly margin: number;
  readonly spacers: ReadonlySet<number>;
  readonly gapRows: boolean;
  readonly pageBreak: boolean;
  readonly hiddenRow: boolean;
  readonly notes: readonly string[];
  readonly second: "none" | "capital" | "reserves" | "subjective" | "last year" | "funding" | "beside";
}

const YEAR = { Y: "2026/27", y: "2026", P: "2025/26" };

export function fill(text: string, more: Readonly<Record<string, string>> = {}): string {
  return text.replace(/\{(\w)\}/g, (_all, key: string) => ({ ...YEAR, ...more })[key as "Y"] ?? "");
}

/** Everything about a sheet follows from its seed. */
export function planOf(seed: number, words: Vocabulary = FIRST): Plan {
  const c = new Chance(seed);
  const body = c.pick(words.BODIES);
  const columns = columnsOf(c);
  const triple = columns.includes("net");
  const unit: Unit = c.pick(["pounds", "pounds", "thousands", "thousands", "millions"]);
  const decimals = unit === "pounds" ? c.pick([0, 0, 2]) : unit === "thousands" ? c.pick([0, 0, 1]) : c.pick([1, 2, 3]);
  const signs: Signs = triple ? c.pick(["negative", "negative", "brackets", "blocks"]) : c.pick(["negative", "negative", "numberformat", "brackets", "trailing", "crdr", "blocks", "blocks", "company"]);
  const numbers: Numbers = c.yes(0.72) ? "numbers" : c.pick(["uk", "uk", "spaces", "continental"]);
  const unitPlace = c.pick(["title", "title", "corner", "heading", "row", "row", "note", ...(unit === "pounds" ? ["format", "nowhere"] as const : ["cells"] as const)] as const);
  const place = unitPlace === "cells" && (numbers !== "numbers" || unit === "pounds") ? "title" : unitPlace;
  const sections = sectionsOf(c, body, columns, signs, place === "cells");
  const hasSections = sections.length > 1;
  const sectionsAs = hasSections ? c.pick(["rows", "rows", "rows", "column", "column once"] as const) : "none";
  const totalsAt = hasSections ? (sectionsAs === "rows" ? c.pick(["below", "below", "below", "above", "none"] as const) : c.pick(["below", "none"] as const)) : "none";
  return {
    seed, body, columns, sections, unit, decimals, signs, numbers, sectionsAs, totalsAt, unitPlace: place,
    titles: titlesOf(c, body, words), unitWords: c.pick(UNIT_WORDS[unit]), totalLabel: c.pick(words.SUB_TOTALS), grandLabel: c.yes(0.85) || signs === "blocks" || signs === "company" ? (signs === "company" ? c.pick(["Surplus/(deficit)", "Net surplus / (deficit)", "Surplus/(Deficit) for the year"]) : c.pick(words.GRAND_TOTALS)) : null,
    grandAt: c.yes(0.1) ? "above" : "below",
    headings: Object.fromEntries(columns.map((kind) => [kind, fill(c.pick(words.WORDS[kind === "revised" && !columns.includes("original") && !columns.includes("actual") ? "only" : kind] ?? ["?"]))])),
    headerRows: c.pick(["one", "one", "one", "grouped", "split"]), merged: c.yes(0.5), margin: c.pick([0, 0, 0, 1, 2]),
    spacers: new Set(columns.flatMap((_k, i) => (i > 1 && c.yes(0.1) ? [i] : []))), gapRows: c.yes(0.4), pageBreak: c.yes(0.1), hiddenRow: c.yes(0.08),
    notes: c.shuffled(words.NOTES).slice(0, c.pick([0, 0, 1, 2])), second: c.pick(["none", "none", "none", "none", "none", "none", "capital", "reserves", "subjective", "last year", "funding", "beside"]),
  };
}

function titlesOf(c: Chance, body: Body, words: Vocabulary): string[] {
  const rows = c.yes(0.5) ? [body.name, fill(c.pick(words.TITLES))] : [`${body.name} - ${fill(c.pick(words.TITLES))}`];
  return c.yes(0.4) ? [...rows, c.pick(words.EXTRA_TITLES)] : rows;
}

function columnsOf(c: Chance): Kind[] {
  const labels: Kind[] = c.pick([["description"], ["code", "description"], ["code", "description"], ["description", "code"]]);
  if (c.yes(0.15)) return [...labels, ...(c.yes(0.5) ? ["gross", "income", "net"] as const : ["income", "gross", "net"] as const), ...(c.yes(0.3) ? ["fte"] as const : [])];
  let amounts: Kind[] = c.pick<Kind[]>([
    ["revised"], ["revised", "forecast"], ["revised", "forecast", "variance"], ["original", "revised", "forecast"], ["original", "revised", "forecast", "variance"],
    ["original", "virement", "revised", "actual", "forecast", "variance"], ["revised", "ytdBudget", "actual", "forecast", "variance"], ["prior", "original", "revised", "forecast"],
    ["prior", "revised"], ["original", "revised"], ["revised", "actual", "forecast", "variance", "percent"], ["original", "virement", "revised"],
  ]);
  if (c.yes(0.15)) amounts = c.shuffled(amounts);
  if (c.yes(0.15)) amounts = [...amounts, "comment"];
  if (c.yes(0.12)) amounts = c.yes(0.5) ? ["fte", ...amounts] : [...amounts, "fte"];
  if (c.yes(0.1) && amounts.includes("variance") && !amounts.includes("percent")) amounts.push("percent");
  return c.yes(0.07) ? [...amounts.slice(0, 1), ...labels, ...amounts.slice(1)] : [...labels, ...amounts];
}

function sectionsOf(c: Chance, body: Body, columns: readonly Kind[], signs: Signs, plain: boolean): Section[] {
  const chosen = c.shuffled(body.sections).slice(0, c.int(1, body.sections.length));
  const codes = codeMaker(c);
  const blocks = signs === "blocks" && !columns.includes("net");
  const income: Line[] = [];
  const sections = chosen.map(([name, spend, received]): Section => {
    const lines = c.shuffled(spend).slice(0, c.int(Math.min(2, spend.length), spend.length)).map((text) => lineOf(c, text, "spend", codes(), columns, plain));
    const incomes = received.map((text) => lineOf(c, text, "income", codes(), columns, plain));
    if (blocks) income.push(...incomes);
    return { name, lines: blocks ? lines : [...lines, ...incomes], incomeBlock: false };
  });
  return income.length === 0 ? sections : [...sections, { name: c.pick(["Income", "INCOME", "Less: Income", "Income and grants"]), lines: income, incomeBlock: true }];
}

function codeMaker(c: Chance): () => string | null {
  const kind = c.pick(["R", "zero", "seven", "dash", "some", "same"]);
  let next = c.int(100, 700);
  return () => {
    next += c.int(1, 9);
    switch (kind) {
      case "R": return `R${next}`;
      case "zero": return `00${next}`;
      case "seven": return String(4_000_000 + next * 37);
      case "dash": return `${next}-${c.int(1000, 9999)}`;
      case "some": return c.yes(0.7) ? `K${next}` : null;
      default: return c.yes(0.1) ? "X100" : `X${next}`;
    }
  };
}

function lineOf(c: Chance, text: string, side: Line["side"], code: string | null, columns: readonly Kind[], plain: boolean): Line {
  const sign = side === "spend" ? 1 : -1;
  const about = (of: number, share: number): number => Math.max(1, Math.round(of * (1 + (c.unit() - 0.5) * share)));
  const original = c.int(11, c.pick([400, 4_000, 40_000]));
  const virement = c.yes(0.6) ? 0 : c.int(-Math.floor(original / 4), Math.floor(original / 4));
  const revised = original + virement;
  const forecast = c.yes(0.3) ? revised : about(revised, 0.2);
  const ytdBudget = Math.round(revised / 2);
  const received = c.yes(0.4) ? Math.floor(original * c.unit() * 0.5) : 0;
  const raw: Partial<Record<Kind, number>> = { original, virement, revised, forecast, ytdBudget, actual: about(ytdBudget, 0.3), variance: forecast - revised, prior: about(original, 0.15) };
  const steps: Partial<Record<Kind, number | null>> = {};
  const words: Partial<Record<Kind, string | null>> = {};
  if (columns.includes("net")) {
    const gross = side === "spend" ? original : 0;
    const income = side === "spend" ? -received : -original;
    Object.assign(steps, { gross, income, net: gross + income });
  } else {
    for (const kind of columns) if (raw[kind] !== undefined) steps[kind] = sign * (raw[kind] ?? 0);
    if (c.yes(0.04) && (columns.includes("forecast") || columns.includes("original"))) {
      const kind = columns.includes("forecast") ? "forecast" : "original";
      if (c.yes(0.5) || plain) [steps[kind], words[kind], steps.variance] = [null, c.pick(["n/a", "tbc", "#REF!", null, "see note"]), 0];
      else [steps[kind], words[kind], steps.variance] = [0, c.pick(["-", "nil", "–", " - "]), 0 - (steps.revised ?? 0)];
    }
  }
  return { code, text, side, steps, words };
}
