// The Sources page as data: one row a sheet with its mark, and the questions with most money first.
import type { Issue } from "../../core/issues/issue";
import type { PartnershipReading, PrintedTotal, SheetReading } from "../../core/reading/types";
import { STAGES, stagePence, type BudgetLine, type Stage } from "../../core/budget/line";
import { sumPenceBy, type Pence } from "../../core/money/pence";
import type { Control } from "../../core/checks/control";
import { compareText } from "../../core/text";

/** agrees: nothing to ask; question: something needs an answer; cannot-read; agreed: the partners' coding or rules; not-used. */
export type SheetMark = "agrees" | "question" | "cannot-read" | "agreed" | "not-used";

export interface SourceRow {
  readonly sheet: SheetReading;
  readonly mark: SheetMark;
  /** Of this sheet, most severe first. */
  readonly issues: readonly Issue[];
}

export interface SourcesSummary {
  readonly sheets: number;
  readonly lines: number;
  readonly questions: number;
  readonly unreadable: number;
}

const SEVERITY_ORDER: Readonly<Record<Issue["severity"], number>> = { error: 0, question: 1, warning: 2, info: 3 };

/** A row for every sheet that is not ours, in the workbook's order. */
export function sourceRows(reading: PartnershipReading, issues: readonly Issue[]): SourceRow[] {
  return reading.sheets.filter((sheet) => sheet.kind !== "purse").map((sheet) => {
    const own = bySeverity(issues.filter((issue) => issue.where !== null && issue.where.sheet === sheet.sheet && issue.where.file === sheet.file));
    return { sheet, mark: markOf(sheet, own), issues: own };
  });
}

export function sourcesSummary(rows: readonly SourceRow[], reading: PartnershipReading, issues: readonly Issue[]): SourcesSummary {
  return {
    sheets: rows.filter((row) => row.sheet.kind === "budget").length,
    lines: reading.lines.length,
    questions: questions(issues).length,
    unreadable: rows.filter((row) => row.mark === "cannot-read").length,
  };
}

/** What a person must answer or mend, most money first. */
export function questions(issues: readonly Issue[]): Issue[] {
  return issues
    .filter((issue) => issue.severity === "error" || issue.severity === "question")
    .sort((a, b) => Math.abs(b.pence ?? 0) - Math.abs(a.pence ?? 0) || SEVERITY_ORDER[a.severity] - SEVERITY_ORDER[b.severity] || compareText(a.code, b.code));
}

/** The checks of one sheet, R1, R13 and R15 among them, in the order that reading gave them. */
export function checksOfSheet(reading: PartnershipReading, { file, sheet }: SheetReading): Control[] {
  const name = file === null ? sheet : `[${file}]${sheet}`;
  return reading.controls.filter(({ subject }) => subject === name || subject.startsWith(`${name}, `));
}

/** What was noticed or assumed, without a question. */
export function remarks(issues: readonly Issue[]): Issue[] {
  return bySeverity(issues.filter((issue) => issue.severity === "warning" || issue.severity === "info"));
}

/** "equal", "differs", or "none" where there was nothing to add up beside the printed figure. */
export function totalAgrees(total: PrintedTotal): "equal" | "differs" | "none" {
  if (total.computedPence === null) return "none";
  return total.computedPence === total.printedPence ? "equal" : "differs";
}

/** A sheet's money at its main stage: total = lines + set aside + not understood, to the penny; null where no line has an amount. */
export interface SheetBalance {
  readonly stage: Stage;
  /** As printed under all its lines; null when the sheet prints none. */
  readonly printedPence: Pence | null;
  readonly linesPence: Pence;
  /** Rows left out for a reason that is told; those that stand outside the printed total count with it. */
  readonly setAsidePence: Pence;
  /** What neither lines nor rows set aside explain; null without a printed total to tell by. */
  readonly notUnderstoodPence: Pence | null;
}

export function sheetBalance(sheet: SheetReading, lines: readonly BudgetLine[]): SheetBalance | null {
  const own = lines.filter((line) => line.source.sheet === sheet.sheet && line.source.file === sheet.file);
  const grand = sheet.totals.filter((total) => total.level === "grand-total");
  const order: readonly Stage[] = ["revised", ...STAGES];
  const stage = order.find((known) => grand.some((total) => total.stage === known)) ?? order.find((known) => own.some((line) => stagePence(line, known) !== null));
  if (stage === undefined) return null;
  const linesPence = sumPenceBy(own, (line) => stagePence(line, stage) ?? 0);
  const setAsidePence = sumPenceBy(sheet.setAside, (row) => row.pence ?? 0);
  const printed = grand.filter((total) => total.stage === stage);
  // Each table prints a total of its own; several of one table would count its money twice.
  if (printed.length === 0 || printed.length !== sheet.tables.length) return { stage, printedPence: null, linesPence, setAsidePence, notUnderstoodPence: null };
  const printedPence = sumPenceBy(printed, (total) => total.printedPence) + setAsidePence;
  return { stage, printedPence, linesPence, setAsidePence, notUnderstoodPence: printedPence - linesPence - setAsidePence };
}

function bySeverity(issues: readonly Issue[]): Issue[] {
  return [...issues].sort((a, b) => SEVERITY_ORDER[a.severity] - SEVERITY_ORDER[b.severity]);
}

function markOf(sheet: SheetReading, issues: readonly Issue[]): SheetMark {
  if (sheet.kind === "unreadable") return "cannot-read";
  if (issues.some((issue) => issue.severity === "error" || issue.severity === "question")) return "question";
  if (sheet.kind === "budget") return "agrees";
  return sheet.kind === "ignored" ? "not-used" : "agreed";
}
