// The lines of a ledger extract: the sum of each code's postings, their number and where they stand, and the extract's own totals.
import { cellAddress, type CellRef } from "../../budget/cells";
import { STAGES, type Stage } from "../../budget/line";
import type { Control } from "../../checks/control";
import type { Issue } from "../../issues/issue";
import { asPence, isPence, type Pence } from "../../money/pence";
import { pencePerUnit, UNIT_LABEL } from "../../money/unit";
import { count } from "../../text";
import { decimalsOf, readAmount, type NumberStyle } from "../words/amounts";
import { datedYears, fold, isBlank, oneLine, textAt } from "../words/cellText";
import { layoutFingerprint } from "../memory/fingerprint";
import { valueAt, type SheetGrid } from "../grid";
import { unitNamed } from "../words/headingWords";
import type { ColumnMapping, PrintedTotal, SetAsideRow } from "../types";
import type { UnitFinding } from "../columns/unit";
import { textsAbove, unitOver } from "./agencyRows";
import type { PostingColumns } from "./postings";
import type { TableAnswer, LineDraft, TableReading } from "../lineSteps";

/** The postings of one code. */
interface Group {
  readonly agency: string | null;
  readonly code: string;
  readonly subjective: string | null;
  /** By word column: its text while all postings agree on it, else null. */
  readonly words: (string | null)[];
  readonly pence: Map<Stage, number>;
  first: number;
  last: number;
  postings: number;
}

interface Sums {
  readonly groups: ReadonlyMap<string, Group>;
  readonly totals: readonly { readonly row: number; readonly stage: Stage; readonly printed: number; readonly computed: number; readonly column: number }[];
  readonly aside: readonly SetAsideRow[];
  readonly issues: readonly Issue[];
  readonly years: readonly number[];
  readonly bottom: number;
  readonly postings: number;
}

/** One line per code; near linear in the rows. A row without a code is a total when its figure is a sum so far, else it is set aside with its money. */
export function readPostings(grid: SheetGrid, columns: PostingColumns, style: NumberStyle, answer: TableAnswer | null): TableReading {
  const above = textsAbove(grid, columns.headerRow);
  const found = unitOf(grid, columns, above, style);
  const confirmed = answer?.unit ?? null;
  const unit = answer === null || confirmed === null ? found : { unit: confirmed, reason: `confirmed by ${answer.confirmedBy}`, told: true };
  const per = pencePerUnit(unit.unit);
  const stageOf = plainStage(above);
  const sums = addUp(grid, columns, style, per, stageOf);
  const lines = [...sums.groups.values()].map((group) => lineOf(group, columns, per, stageOf));
  const mapping = mappingColumns(columns, stageOf);
  const where = (row: number, column: number): CellRef => ({ file: grid.file, sheet: grid.sheet, address: cellAddress(row, column) });
  const totals = sums.totals.map((t): PrintedTotal => ({
    label: "Total of the postings above", stage: t.stage, cell: where(t.row, t.column), printedPence: asPence(t.printed), computedPence: asPence(t.computed), level: "grand-total",
  }));
  const money = lines.reduce((sum, line) => sum + Math.abs(line.pence[stageOf] ?? 0), 0);
  const unitIssue: Issue[] = unit.told ? [] : [{ code: "unit-unknown", severity: "question", where: where(columns.headerRow, columns.amounts[0]?.column ?? 0), facts: { sheet: grid.sheet, unit: UNIT_LABEL[unit.unit] }, pence: money }];
  const yearIssue: Issue[] = sums.years.length < 2 ? [] : [{
    code: "several-years", severity: "question", where: where(columns.headerRow, columns.date), pence: null, facts: { sheet: grid.sheet, years: sums.years.join(", "), year: "every posting, whatever its year," },
  }];
  return {
    lines, totals, checks: [], setAside: sums.aside, signCheck: { rows: 0, wrong: [] }, incomeForm: null, year: sums.years.length === 1 ? sums.years[0] ?? null : null,
    issues: [...unitIssue, ...yearIssue, ...sums.issues],
    mapping: {
      file: grid.file, sheet: grid.sheet, area: { top: columns.headerRow, left: 0, bottom: sums.bottom, right: columns.headings.length - 1 }, headerRows: [columns.headerRow], columns: mapping,
      unit: unit.unit, unitReason: unit.reason, sign: "expenditure-positive", signReason: columns.amounts.length === 2 && columns.amounts[1]?.sign === -1 ? "debits are spending, credits income" : "postings carry their own signs",
      agency: null, fingerprint: layoutFingerprint(mapping, found.unit), confirmedBy: answer?.confirmedBy ?? null,
    },
    shape: {
      sentence: `${count(sums.postings, "posting")} of a ledger added up to ${count(lines.length, "line")}, one a code, ${UNIT_LABEL[unit.unit]}, ${sums.totals.length === 0 ? "no printed totals" : count(sums.totals.length, "printed total agrees", "printed totals agree")}.`,
      controls: (subject) => controlsOf(subject, totals), bodies: [],
    },
  };
}

/** Postings are what was spent, unless the words above say that they set a budget. */
function plainStage(above: readonly string[]): Stage {
  return above.some((text) => /\bbudget (journals?|postings?|extract|load|ledger)\b/.test(fold(text))) ? "revised" : "actual";
}

function unitOf(grid: SheetGrid, columns: PostingColumns, above: readonly string[], style: NumberStyle): UnitFinding {
  const headed = unitOver(columns.amounts.map((c) => c.heading));
  if (headed !== null) return { unit: headed, reason: "the unit in the headings over the amounts", told: true };
  for (const text of above) {
    const named = unitNamed(text);
    if (named !== null) return { unit: named.unit, reason: `the words "${text}" above the table`, told: true };
  }
  let withPence = 0;
  let figures = 0;
  for (let row = columns.headerRow + 1; row < Math.min(grid.values.length, columns.headerRow + 2001); row += 1) {
    for (const { column } of columns.amounts) {
      const reading = readAmount(valueAt(grid, row, column), style);
      if (reading.kind !== "number") continue;
      figures += 1;
      const places = decimalsOf(reading.value);
      if (places > 2) return { unit: "pounds", reason: "nothing on the sheet names a unit; whole pounds were taken", told: false };
      if (places > 0) withPence += 1;
    }
  }
  return withPence * 4 > figures ? { unit: "pounds", reason: "postings are printed to the penny", told: true } : { unit: "pounds", reason: "nothing on the sheet names a unit; whole pounds were taken", told: false };
}

function addUp(grid: SheetGrid, columns: PostingColumns, style: NumberStyle, per: number, plain: Stage): Sums {
  const groups = new Map<string, Group>();
  const running = new Map<Stage, number>();
  const sinceTotal = new Map<Stage, number>();
  const totals: Sums["totals"][number][] = [];
  const aside: SetAsideRow[] = [];
  const odd: { row: number; column: number; text: string }[] = [];
  const years = new Set<number>();
  let bottom = columns.headerRow;
  let postings = 0;
  for (let row = columns.headerRow + 1; row < grid.values.length; row += 1) {
    const values = grid.values[row] ?? [];
    const pence = new Map<Stage, number>();
    let held = false;
    for (const { column, stage, sign } of columns.amounts) {
      const value = values[column] ?? null;
      if (isBlank(value)) continue;
      const reading = readAmount(value, style);
      if (reading.kind === "number" && isPence(Math.round(reading.value * per))) {
        const as = stage ?? plain;
        pence.set(as, (pence.get(as) ?? 0) + sign * Math.sign(reading.value) * Math.round(Math.abs(reading.value) * per));
        held = true;
      } else if (reading.kind !== "nil") odd.push({ row, column, text: oneLine(value) });
    }
    if (!held) continue;
    bottom = row;
    const code = oneLine(values[columns.code] ?? null);
    if (code === "" || isBlank(values[columns.date] ?? null)) {
      totalOrAside(grid, columns, row, pence, running, sinceTotal, totals, aside);
      continue;
    }
    postings += 1;
    noteYear(values[columns.date] ?? null, years);
    const subjective = columns.subjective === null ? null : oneLine(values[columns.subjective] ?? null);
    const agency = columns.agency === null ? null : oneLine(values[columns.agency] ?? null);
    const key = `${agency ?? ""}\u0001${code}\u0001${subjective ?? ""}`;
    let group = groups.get(key);
    if (group === undefined) {
      group = { agency: agency === "" ? null : agency, code, subjective: subjective === "" ? null : subjective, words: columns.words.map((c) => oneLine(values[c] ?? null)), pence: new Map(), first: row, last: row, postings: 0 };
      groups.set(key, group);
    }
    columns.words.forEach((c, i) => { if (group.words[i] !== null && group.words[i] !== oneLine(values[c] ?? null)) group.words[i] = null; });
    group.last = row;
    group.postings += 1;
    for (const [stage, amount] of pence) {
      group.pence.set(stage, asPence((group.pence.get(stage) ?? 0) + amount));
      running.set(stage, asPence((running.get(stage) ?? 0) + amount));
      sinceTotal.set(stage, asPence((sinceTotal.get(stage) ?? 0) + amount));
    }
  }
  return { groups, totals, aside, years: [...years].sort((a, b) => a - b), bottom, postings, issues: oddIssues(grid, odd) };
}

function totalOrAside(grid: SheetGrid, columns: PostingColumns, row: number, pence: ReadonlyMap<Stage, number>, running: ReadonlyMap<Stage, number>, sinceTotal: Map<Stage, number>, totals: Sums["totals"][number][], aside: SetAsideRow[]): void {
  for (const [stage, printed] of pence) {
    const column = columns.amounts.find((c) => c.stage === stage)?.column ?? columns.amounts[0]?.column ?? 0;
    const computed = [sinceTotal.get(stage) ?? 0, running.get(stage) ?? 0].find((sum) => sum === printed);
    if (computed !== undefined) {
      totals.push({ row, stage, printed, computed, column });
      sinceTotal.set(stage, 0);
      continue;
    }
    const text = columns.headings.map((_, c) => textAt(grid, row, c)).find((words) => /\p{L}/u.test(words)) ?? "";
    aside.push({ cell: { file: grid.file, sheet: grid.sheet, address: cellAddress(row, column) }, text, why: "it has no code or no date, and is not the sum of the postings above it", pence: asPence(printed) });
  }
}

function oddIssues(grid: SheetGrid, odd: readonly { row: number; column: number; text: string }[]): Issue[] {
  const [first] = odd;
  if (first === undefined) return [];
  return [{
    code: "text-in-amount", severity: "error", pence: null, where: { file: grid.file, sheet: grid.sheet, address: cellAddress(first.row, first.column) },
    facts: { line: `a posting${odd.length === 1 ? "" : `, and of ${odd.length - 1} more,`}`, text: first.text, stage: "" },
  }];
}

/** The financial year, April to March, of a date; periods tell none. */
function noteYear(value: unknown, years: Set<number>): void {
  if (typeof value === "number" && value >= 32_874 && value <= 73_415) years.add(yearOfSerial(value));
  else if (typeof value === "string") for (const year of datedYears(value)) years.add(year);
}

/** Days since 30 December 1899 to the year in which the financial year began: whole years of 365.25 days from 1 April 1900, which holds to 2099. */
function yearOfSerial(serial: number): number {
  return 1900 + Math.floor((Math.floor(serial) - 92 + 0.25) / 365.25);
}

function lineOf(group: Group, columns: PostingColumns, per: number, plain: Stage): LineDraft {
  const pence: Record<Stage, Pence | null> = { original: null, revised: null, forecast: null, actual: null, outturn: null };
  const cells: Partial<Record<Stage, string>> = {};
  const range = (column: number): string => (group.first === group.last ? cellAddress(group.first, column) : `${cellAddress(group.first, column)}:${cellAddress(group.last, column)}`);
  for (const stage of STAGES) {
    const amount = group.pence.get(stage);
    const column = columns.amounts.find((c) => (c.stage ?? plain) === stage);
    if (amount === undefined || column === undefined) continue;
    pence[stage] = amount;
    cells[stage] = range(column.column);
  }
  const words = group.words.find((text) => text !== null && text !== "") ?? [group.code, group.subjective].filter((text) => text !== null).join(" ");
  const address = (["revised", "original", "outturn", "forecast", "actual"] as const).map((stage) => cells[stage]).find((found) => found !== undefined) ?? range(columns.amounts[0]?.column ?? 0);
  return {
    row: group.first, code: group.code, subjective: group.subjective, description: words, sections: [], agencyText: group.agency, note: group.postings === 1 ? null : `${count(group.postings, "posting")}, ${address}`,
    part: "whole", side: null, pence, cells, address, sign: 1, pencePerUnit: per,
  };
}

function mappingColumns(columns: PostingColumns, plain: Stage): readonly ColumnMapping[] {
  return columns.headings.map((heading, column): ColumnMapping => {
    const amount = columns.amounts.find((c) => c.column === column);
    if (amount !== undefined) return { column, heading, field: amount.stage ?? plain, reason: `postings under "${heading}" are added up by code` };
    if (column === columns.date) return { column, heading, field: "ignored", reason: "the date or period of each posting" };
    const field = column === columns.code ? "code" : column === columns.subjective ? "subjective" : column === columns.agency ? "agency" : column === columns.words[0] ? "description" : "ignored";
    return { column, heading, field, reason: field === "ignored" ? "of single postings, or not needed" : `the heading "${heading}"` };
  });
}

function controlsOf(subject: string, totals: readonly PrintedTotal[]): readonly Control[] {
  if (totals.length === 0) return [{ id: "R1", title: "Sheet total", subject, expectedPence: null, foundPence: null, differencePence: null, tolerancePence: 0, result: "none", cells: [], note: "The extract prints no total." }];
  return totals.map((t): Control => ({
    id: "R1", title: "Sheet total", subject: `${subject}, ${t.stage}`, expectedPence: t.printedPence, foundPence: t.computedPence, differencePence: asPence(t.printedPence - (t.computedPence ?? 0)), tolerancePence: 0,
    result: t.printedPence === t.computedPence ? "green" : "red", cells: [t.cell], note: t.printedPence === t.computedPence ? "The postings add to the printed total." : "The postings do not add to the printed total.",
  }));
}
