// What one sheet of an agency holds, ready to be held against the agency's other sheets: its lines, its totals, its period.
import type { CellRef } from "../../budget/cells";
import { STAGES, type Stage } from "../../budget/line";
import type { Pence } from "../../money/pence";
import { fold } from "../words/cellText";
import type { SheetDraft, LineDraft } from "../lineSteps";

export type Stages = Readonly<Partial<Record<Stage, Pence>>>;

/** A printed or added-up total with all its stages. */
export interface SheetTotal {
  readonly label: string;
  readonly cell: CellRef;
  readonly pence: Stages;
  /** True for the sum of the whole sheet. */
  readonly whole: boolean;
}

export interface SheetFacts {
  /** Place among the drafts. */
  readonly at: number;
  readonly draft: SheetDraft;
  /** Lines that hold money. */
  readonly lines: readonly LineDraft[];
  readonly sum: Stages;
  readonly totals: readonly SheetTotal[];
  /** Pence: the power of ten to which its figures are rounded. */
  readonly step: Pence;
  /** Month of the financial year (April is 1) that its name, titles or file tell; null when none does. */
  readonly period: number | null;
  readonly year: number | null;
}

export function factsOf(draft: SheetDraft, at: number): SheetFacts {
  const lines = draft.tables.flatMap((table) => table.lines).filter((line) => STAGES.some((stage) => (line.pence[stage] ?? 0) !== 0));
  const sum = sumOf(lines);
  return { at, draft, lines, sum, totals: [{ label: draft.grid.sheet, cell: draft.names.sheet, pence: sum, whole: true }, ...printed(draft)], step: stepOf(lines), period: periodOf(draft), year: draft.tables[0]?.year ?? null };
}

export function stagesOf(line: LineDraft): Stages {
  return Object.fromEntries(STAGES.flatMap((stage) => (line.pence[stage] === null ? [] : [[stage, line.pence[stage]]])));
}

/** Plain sums, for comparing only: reading never fails over figures too large to be held. */
export function sumOf(lines: readonly LineDraft[]): Stages {
  return Object.fromEntries(STAGES.flatMap((stage) => (lines.some((line) => line.pence[stage] !== null) ? [[stage, lines.reduce((sum, line) => sum + (line.pence[stage] ?? 0), 0)]] : [])));
}

/** Totals that its lines prove, each row's stages together. A grand total stands for the whole sheet where it has but one table. */
function printed(draft: SheetDraft): SheetTotal[] {
  const rows = new Map<string, { label: string; cell: CellRef; pence: Partial<Record<Stage, Pence>>; whole: boolean }>();
  for (const table of draft.tables) {
    for (const check of table.checks) {
      const row = check.cell.address.replace(/^[A-Z]+/, "");
      const known = rows.get(row) ?? { label: check.label, cell: check.cell, pence: {}, whole: check.grand && draft.tables.length === 1 };
      known.pence[check.stage] = check.printedPence;
      rows.set(row, known);
    }
  }
  return [...rows.values()];
}

/** Pence: the power of ten to which the lines' figures are rounded. */
export function stepOf(lines: readonly LineDraft[]): Pence {
  const amounts = lines.flatMap((line) => STAGES.flatMap((stage) => (line.pence[stage] === null || line.pence[stage] === 0 ? [] : [line.pence[stage]])));
  let step = 1;
  while (amounts.length > 0 && step < 1e12 && amounts.every((pence) => pence % (step * 10) === 0)) step *= 10;
  return step;
}

const MONTHS = ["apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "jan", "feb", "mar"];
const MONTH_NAMED = /\b(apr|may|jun|jul|aug|sep|oct|nov|dec|jan|feb|mar)(?:il|e|y|ust|t|tember|ober|ember|uary|ruary|ch)?\b/g;

function periodOf({ names, grid }: SheetDraft): number | null {
  for (const text of [grid.sheet, ...names.titles.map((title) => title.text), names.file ?? ""]) {
    const words = fold(text.replace(/\.[a-z]{3,4}$/i, ""));
    const numbered = /\b(?:p|m|period|month) ?0?(\d{1,2})\b/.exec(words);
    if (numbered !== null && Number(numbered[1]) >= 1 && Number(numbered[1]) <= 14) return Number(numbered[1]);
    const quarter = /\b(?:q|quarter) ?([1-4])\b/.exec(words);
    if (quarter !== null) return Number(quarter[1]) * 3;
    const month = [...words.matchAll(MONTH_NAMED)].at(-1)?.[1];
    if (month !== undefined) return MONTHS.indexOf(month) + 1;
  }
  return null;
}

export interface Likeness {
  /** Stages in which either holds money and both have a figure. */
  readonly stages: number;
  /** Different amounts among them: a budget and a forecast that are one figure prove no more than one. */
  readonly distinct: number;
}

/** How two sets of figures are alike; null where a stage that both have differs by more than `tolerancePence`, or none is shared. */
export function likeness(a: Stages, b: Stages, tolerancePence: number): Likeness | null {
  const shared = STAGES.filter((stage) => a[stage] !== undefined && b[stage] !== undefined && (a[stage] !== 0 || b[stage] !== 0));
  if (shared.length === 0 || shared.some((stage) => Math.abs((a[stage] ?? 0) - (b[stage] ?? 0)) > tolerancePence)) return null;
  return { stages: shared.length, distinct: new Set(shared.map((stage) => a[stage])).size };
}

/** The sheet in a sentence. */
export function named({ draft }: SheetFacts): string {
  return `sheet "${draft.grid.sheet}"${draft.grid.file === null ? "" : ` of ${draft.grid.file}`}`;
}
