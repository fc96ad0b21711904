// What a label says about being a total: its words, and the lines or codes it claims to add.
import { fold } from "./cellText";

/** "strong" words name a total outright; "weak" ones (net, surplus, balance) need the arithmetic to agree; null is an ordinary label. */
export type TotalWording = "strong" | "weak" | null;

const STRONG = /\bsub ?totals?\b|\btotals?\b|\bgrand total\b|\bcelkem\b|\bsoučet\b|\bsumme\b|\bgesamt(summe|betrag)?\b/;
const WEAK = /^(net|gross|overall|all|sum)\b|^((net|operating|overall|in year|annual|forecast|projected|retained|accumulated|budget) )*(surplus|deficit)\b|\b(net (expenditure|cost|costs|income|budget|position|total|spend|spending|requirement|budget requirement)|budget requirement|f i n a n c o v á n í)\b|^balance$|^bottom line$|^(overall )?result$|\bnet$|^(total )?(carried|brought) (forward|down)$|^[cb] (f|fwd|forward)$/;

export function totalWording(label: string): TotalWording {
  const words = fold(label);
  if (STRONG.test(words)) return "strong";
  return WEAK.test(words) ? "weak" : null;
}

/** Of a row: its words as a whole, or those of its own name or of its section's column alone ("Highways" beside "Net expenditure"). */
function wordingOf(row: { readonly code: string | null; readonly subjective: string | null; readonly label: string; readonly description: string; readonly sections: readonly string[] }): TotalWording {
  const own = row.sections[row.sections.length - 1] ?? "";
  const beside = row.label.endsWith(own) && OUTCOME.test(fold(own)) ? "weak" : null;
  return totalWording(row.label) ?? (row.code === null && row.subjective === null ? totalWording(row.description) : null) ?? beside;
}

const FEWEST_ROWS = 10;
const HABIT = 0.8;

/** Wording by row: where nearly every row says "Net cost of ...", that is how the sheet names its lines, and only strong words tell a total. */
export function wordingAmong<Row extends Parameters<typeof wordingOf>[0]>(rows: readonly Row[]): (row: Row) => TotalWording {
  const isHabit = rows.length >= FEWEST_ROWS && rows.filter((row) => wordingOf(row) === "weak").length > rows.length * HABIT;
  return (row) => {
    const wording = wordingOf(row);
    return isHabit && wording === "weak" ? null : wording;
  };
}

const OUTCOME = /^net( (expenditure|spending|spend|cost|costs|income|position|budget))?$/;

export function isGrandTotalLabel(label: string): boolean {
  return /\bgrand total\b|^totals?$|^(overall|net|sheet|district|agency) total\b|\bcelkem\b|^total (net )?(expenditure|spending|spend|budget|cost|costs|income and expenditure)$|^net expenditure$/.test(fold(label));
}

export interface NamedParts {
  readonly from: string;
  readonly to: string;
  readonly sign: 1 | -1;
}

/**
 * The codes a label claims to add: "(LINES A1 to A2)", "(LINES BA2+BB5-BC7)", "(line BA1)". Empty when it names none.
 */
export function partsNamed(label: string): readonly NamedParts[] {
  const match = /\(\s*lines?\s+([A-Z]{1,3}\d{1,4}(?:\s*(?:to|-|\+|–)\s*[A-Z]{1,3}\d{1,4})*)\s*\)/i.exec(label);
  if (match === null) return [];
  const parts: NamedParts[] = [];
  for (const term of (match[1] ?? "").matchAll(/([+\-–]?)\s*([A-Z]{1,3}\d{1,4})(?:\s*to\s*([A-Z]{1,3}\d{1,4}))?/gi)) {
    const from = (term[2] ?? "").toUpperCase();
    parts.push({ from, to: (term[3] ?? from).toUpperCase(), sign: term[1] === "-" || term[1] === "–" ? -1 : 1 });
  }
  return parts;
}
