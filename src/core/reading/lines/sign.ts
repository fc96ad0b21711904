// The sign habit of a table: which way it writes expenditure and income, told by its own totals first, then by its words.
import { fold } from "../words/cellText";
import { sideOfHeading, sideOfWords, type Side } from "../words/sideWords";
import type { SignHabit } from "../types";
import type { BodyRow, ReadColumn, RowClasses, SignFinding } from "../tableSteps";

interface Votes {
  incomePositive: number;
  incomeNegative: number;
  spendingPositive: number;
  spendingNegative: number;
  /** What is named income adds to, as printed: it decides between as many lines either way. */
  incomePence: number;
  /** Lines that totals add with their signs, by whether their words bear out that income is negative or that it is positive and costs are not. */
  forward: number;
  backward: number;
}

/** `titles` are the lines of words nearest above the table: they speak for all its lines when nothing nearer does. */
export function findSign(rows: readonly BodyRow[], classes: RowClasses, columns: readonly ReadColumn[], titles: readonly string[]): SignFinding {
  // "Receipts" over the names of lines says what they are; "Expenditure" over them may say no more than what is listed.
  const named = columns.flatMap((c) => (c.field === "description" && /^(total )?(income|receipts)( \(?£[^)]*\)?)?$/i.test(c.heading.trim()) ? [c.heading] : []));
  const told = sidesTold(rows, classes, [...named, ...titles]);
  const sideOf = (index: number): Side | null => {
    const row = rows[index];
    return row === undefined ? null : told.get(index) ?? sideOfWords(row.description)?.side ?? null;
  };
  const votes: Votes = { incomePositive: 0, incomeNegative: 0, spendingPositive: 0, spendingNegative: 0, incomePence: 0, forward: 0, backward: 0 };
  const signed = addedWithSigns(rows, classes, told);
  let bracketed = 0;
  for (const index of classes.lines) {
    const row = rows[index];
    const main = row?.amounts.find((a) => a !== null && a.pence !== 0);
    if (row === undefined || main === undefined || main === null) continue;
    const side = told.get(index) ?? surely(row.description);
    if (main.inBrackets) bracketed += 1;
    const likely = side ?? sideOfWords(row.description)?.side ?? null;
    if (signed.has(index) && likely !== null) votes[(likely === "income") === (main.pence < 0) ? "forward" : "backward"] += side === null ? 1 : 2;
    // What a total adds to spending as it is printed is no income without its sign, whatever its words suggest.
    if (signed.has(index) && side === "income" && main.pence > 0) continue;
    if (side === "income") votes[main.pence > 0 ? "incomePositive" : "incomeNegative"] += 1;
    if (side === "income") votes.incomePence += main.pence;
    if (side === "expenditure") votes[main.pence > 0 ? "spendingPositive" : "spendingNegative"] += 1;
  }
  const parts = columns.some((c) => c.part === "income") ? incomeColumn(rows, classes, columns) : null;
  const credits = classes.lines.some((index) => rows[index]?.amounts.some((a) => a?.credit === true) === true);
  const { habit, reason } = parts ?? (credits ? { habit: "expenditure-positive" as const, reason: "income is marked CR" } : null) ?? habitOf(rows, classes, votes, positiveShare(rows, classes), signed);
  const taken = subtracted(classes);
  const netted = nettedAsPrinted(rows, classes, sideOf);
  const signOf = (index: number, part: ReadColumn["part"]): 1 | -1 => {
    if (part === "gross") return 1;
    if (part === "income") return habit === "both-positive" ? -1 : 1;
    if (parts !== null) return taken.has(index) || told.get(index) === "income" && positive(rows[index]) ? -1 : 1;
    if (habit === "both-positive") return sideOf(index) === "income" && !netted.has(index) ? -1 : 1;
    return habit === "income-positive" ? -1 : 1;
  };
  // Where both sides are positive a total that agrees bears a negative among them out ("Less voids").
  const borneOut = new Set(habit !== "both-positive" ? [] : classes.totals.flatMap((total) => (total.agrees ? total.lines.map((line) => line.index) : [])));
  const contrary = parts !== null ? [] : classes.lines.filter((index) => {
    if (borneOut.has(index)) return false;
    const row = rows[index];
    const main = row?.amounts.find((a) => a !== null && a.pence !== 0);
    if (row === undefined || main === undefined || main === null) return false;
    const side = told.get(index) ?? surely(row.description);
    return side === "income" && main.pence * signOf(index, "whole") > 0;
  });
  const unsure = parts === null && (reason === MOSTLY_NEGATIVE || reason === AGAINST_WORDS);
  return { habit, reason, signOf, sideOf, contrary, unsure, incomeForm: habit === "expenditure-positive" && votes.incomeNegative > 0 ? (bracketed > 0 ? "income in brackets" : "income negative") : null };
}

function surely(description: string): Side | null {
  const side = sideOfWords(description);
  return side?.sure === true ? side.side : null;
}

function positive(row: BodyRow | undefined): boolean {
  return row !== undefined && row.amounts.every((a) => a === null || a.pence >= 0);
}

/** Lines that some total takes away. */
function subtracted(classes: RowClasses): ReadonlySet<number> {
  return new Set(classes.totals.flatMap((t) => (t.agrees ? t.lines.filter((l) => l.coefficient === -1).map((l) => l.index) : [])));
}

/**
 * Income that is printed negative and added as it stands to spending by a total that agrees: so it is written that way round here, though
 * another block of the table (the grants and precept that finance it) writes income as positive figures.
 */
function nettedAsPrinted(rows: readonly BodyRow[], classes: RowClasses, sideOf: (index: number) => Side | null): ReadonlySet<number> {
  const netted = new Set<number>();
  for (const total of classes.totals) {
    const added = total.agrees ? total.lines.filter((l) => l.coefficient === 1) : [];
    const isNegativeIncome = ({ index }: { readonly index: number }): boolean => sideOf(index) === "income" && (firstPence(rows[index]) ?? 0) < 0;
    const withSpending = added.some(({ index }) => sideOf(index) !== "income" && (firstPence(rows[index]) ?? 0) > 0);
    if (withSpending && !isSurplus(rows[total.index]?.label ?? "")) for (const line of added) if (isNegativeIncome(line)) netted.add(line.index);
  }
  return netted;
}

/**
 * Lines of totals that add figures of both signs as they are printed, under no heading that speaks of one side: there the signs are carried,
 * and a positive figure among them is on the side of the other positive ones.
 */
function addedWithSigns(rows: readonly BodyRow[], classes: RowClasses, told: ReadonlyMap<number, Side>): ReadonlySet<number> {
  const signed = new Set<number>();
  for (const total of classes.totals) {
    if (!total.agrees || total.lines.some((l) => l.coefficient === -1 || told.has(l.index))) continue;
    const pence = total.lines.map((l) => firstPence(rows[l.index]) ?? 0);
    if (pence.some((p) => p < 0) && pence.some((p) => p > 0)) for (const line of total.lines) signed.add(line.index);
  }
  return signed;
}

function firstPence(row: BodyRow | undefined): number | null {
  return row?.amounts.find((a) => a !== null && a.pence !== 0)?.pence ?? null;
}

/** Sides that headings, totals' labels and totals' arithmetic give to lines. */
function sidesTold(rows: readonly BodyRow[], classes: RowClasses, titles: readonly string[]): ReadonlyMap<number, Side> {
  const sides = new Map<number, Side>();
  const byHeading = new Set<number>();
  for (const index of classes.lines) {
    for (const section of rows[index]?.sections ?? []) {
      const side = sideOfHeading(section);
      if (side === null || isContradicted(section, [rows[index]])) continue;
      sides.set(index, side);
      byHeading.add(index);
    }
  }
  for (const total of classes.totals) {
    const label = fold(rows[total.index]?.label ?? "");
    // "Total resources" under the service "Resources" names the service.
    const ofSection = total.lines.some((l) => rows[l.index]?.sections.some((section) => sideOfHeading(section) === null && fold(section) !== "" && label.endsWith(fold(section))) === true);
    const side = ofSection ? null : sideOfHeading(label);
    // "Operating costs" may be the name of a service with income of its own: the total right under the lines is nearer than the heading over them.
    if (side !== null && total.lines.every((l) => l.coefficient === 1) && !isContradicted(rows[total.index]?.label ?? "", total.lines.map((l) => rows[l.index]))) for (const line of total.lines) if (!sides.has(line.index) || (total.agrees && byHeading.delete(line.index))) sides.set(line.index, side);
  }
  for (const total of classes.totals) {
    if (!total.agrees || total.lines.every((l) => l.coefficient === 1)) continue;
    const surplus = isSurplus(rows[total.index]?.label ?? "");
    for (const line of total.lines) if (!sides.has(line.index)) sides.set(line.index, (line.coefficient === 1) === surplus ? "income" : "expenditure");
  }
  const ofTable = titles.map(sideOfHeading).find((side) => side !== null) ?? null;
  if (ofTable !== null && sides.size === 0) for (const index of classes.lines) sides.set(index, ofTable);
  return sides;
}

/** "Financing" may be where the money comes from, or the cost of borrowing: words of its own lines decide. */
function isContradicted(heading: string, lines: readonly (BodyRow | undefined)[]): boolean {
  return /\b(financing|resources)\b/i.test(heading) && lines.some((row) => row !== undefined && surely(row.description) === "expenditure");
}

function isSurplus(label: string): boolean {
  // "(Surplus)/deficit" prints a surplus in brackets, so costs are positive.
  if (/^\W*\(\s*(surplus|profit|net income)\s*\)/i.test(label)) return false;
  return /\bsurplus\b|\bprofit\b|\bnet income\b/.test(fold(label)) && !/^deficit/.test(fold(label));
}

export const MOSTLY_NEGATIVE = "most figures are negative and no line is named as income, so costs were taken to be negative";

const AGAINST_WORDS = "totals add the figures with their signs, and the names of lines do not tell which sign is income";

/**
 * How much speaks for spending being positive where totals add figures of both signs: public bodies' ledgers print it so, there are more lines
 * of spending than of income, and a positive "net expenditure" says it outright.
 */
function ledgerScore(rows: readonly BodyRow[], classes: RowClasses, signed: ReadonlySet<number>): number {
  const pence = [...signed].flatMap((index) => firstPence(rows[index]) ?? []);
  const [more, less] = [pence.filter((p) => p > 0).length, pence.filter((p) => p < 0).length];
  const named = classes.totals.some((t) => t.agrees && t.lines.some((l) => signed.has(l.index)) && /\bnet (\w+ )?(expenditure|spending|spend|costs?)\b|\bbudget requirement\b/.test(fold(rows[t.index]?.label ?? "")) && (firstPence(rows[t.index]) ?? 0) > 0);
  const surplus = rows.some((row) => isSurplus(row.label));
  return (surplus ? -2 : 2) + (named ? 4 : 0) + (more >= 1.5 * less ? 2 : less >= 1.5 * more ? -2 : 0);
}

/** Share of the lines with money on them whose figure is printed positive; 1 when there is none. */
function positiveShare(rows: readonly BodyRow[], classes: RowClasses): number {
  const figures = classes.lines.flatMap((index) => rows[index]?.amounts.find((a) => a !== null && a.pence !== 0)?.pence ?? []);
  return figures.length === 0 ? 1 : figures.filter((pence) => pence > 0).length / figures.length;
}

function habitOf(rows: readonly BodyRow[], classes: RowClasses, votes: Votes, shareOfPositive: number, signed: ReadonlySet<number>): { habit: SignHabit; reason: string } {
  for (const total of classes.totals) {
    if (!total.agrees || total.lines.length === 0) continue;
    const label = rows[total.index]?.label ?? "";
    if (total.lines.some((l) => l.coefficient === -1) && total.lines.some((l) => l.coefficient === 1)) {
      return { habit: "both-positive", reason: `"${label}" is one side less the other, so both sides are written as positive figures` };
    }
    const pence = total.lines.map((l) => rows[l.index]?.amounts.find((a) => a !== null && a.pence !== 0)?.pence ?? 0);
    if (isSurplus(label) && pence.some((p) => p < 0) && pence.some((p) => p > 0)) {
      return { habit: "income-positive", reason: `"${label}" is the plain sum, so income is positive and costs are negative` };
    }
  }
  const { incomePositive, incomeNegative, spendingPositive, spendingNegative, incomePence } = votes;
  if (signed.size > 0 && incomePositive === 0) {
    const score = votes.forward - votes.backward + ledgerScore(rows, classes, signed);
    if (score > 0) return { habit: "expenditure-positive", reason: votes.backward > votes.forward + 2 ? AGAINST_WORDS : "totals add the figures with their signs, as a ledger does" };
    return score < 0 ? { habit: "income-positive", reason: "lines named as income are positive and costs are negative" } : { habit: "expenditure-positive", reason: AGAINST_WORDS };
  }
  if (incomeNegative > 0 && (incomeNegative > incomePositive || (incomeNegative === incomePositive && incomePence < 0)) && (spendingPositive >= spendingNegative || incomeNegative > spendingNegative)) {
    return { habit: "expenditure-positive", reason: "lines named as income are negative" };
  }
  // Two names at most against the figures of most lines are no proof.
  if (incomePositive > 0 && spendingNegative > spendingPositive && incomePositive + spendingNegative < 3 && shareOfPositive > 0.6) return { habit: "expenditure-positive", reason: AGAINST_WORDS };
  if (incomePositive > 0 && spendingNegative > spendingPositive) return { habit: "income-positive", reason: "lines named as income are positive and costs are negative" };
  if (incomePositive > 0) return { habit: "both-positive", reason: "lines named as income are positive, and so is spending" };
  // One line whose words mislead must not turn a whole sheet of positive costs round.
  if (spendingNegative > 0 && spendingPositive === 0 && shareOfPositive < 0.5) return { habit: "income-positive", reason: "costs are negative" };
  if (shareOfPositive < 0.5) return { habit: "income-positive", reason: MOSTLY_NEGATIVE };
  return { habit: "expenditure-positive", reason: "spending is positive and no line is named as income" };
}

/** How the income column is signed: by net = gross + income or net = gross − income, else by its own figures. */
function incomeColumn(rows: readonly BodyRow[], classes: RowClasses, columns: readonly ReadColumn[]): { habit: SignHabit; reason: string } {
  const at = (part: ReadColumn["part"]): number => columns.filter((c) => c.stage !== null).findIndex((c) => c.part === part);
  const [g, n] = [at("gross"), at("net")];
  const used = columns.filter((c) => c.stage !== null);
  const stage = used.find((c) => c.part === "income")?.stage;
  const incomes = used.flatMap((c, i) => (c.part === "income" && c.stage === stage ? [i] : []));
  let less = 0;
  let plus = 0;
  let negative = 0;
  let positiveCount = 0;
  for (const index of classes.lines) {
    const amounts = rows[index]?.amounts ?? [];
    const income = incomes.reduce((sum, i) => sum + (amounts[i]?.pence ?? 0), 0);
    if (income === 0) continue;
    if (income < 0) negative += 1;
    else positiveCount += 1;
    const gross = amounts[g]?.pence ?? 0;
    const net = n < 0 ? null : amounts[n]?.pence ?? null;
    if (net === null) continue;
    if (Math.abs(gross - income - net) < Math.abs(gross + income - net)) less += 1;
    else plus += 1;
  }
  if (less + plus > 0) {
    return less > plus
      ? { habit: "both-positive", reason: "net is gross less income on the rows themselves" }
      : { habit: "expenditure-positive", reason: "net is gross plus income on the rows themselves" };
  }
  return positiveCount > negative
    ? { habit: "both-positive", reason: "the income column holds positive figures" }
    : { habit: "expenditure-positive", reason: "the income column holds negative figures" };
}
