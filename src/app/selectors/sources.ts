// The Sources page as data: one row a sheet with its mark, and the questions with most money first.
import type { Issue } from "../../core/issues/issue";
import type { PartnershipReading, PrintedTotal, SheetReading } from "../../core/reading/types";
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

function bySeverity(issues: readonly Issue[]): Issue[] {
  return [...issues].sort((a, b) => SEVERITY_ORDER[a.severity] - SEVERITY_ORDER[b.severity]);
}

function markOf(sheet: SheetReading, issues: readonly Issue[]): SheetMark {
  if (sheet.kind === "unreadable") return "cannot-read";
  if (issues.some((issue) => issue.severity === "error" || issue.severity === "question")) return "question";
  if (sheet.kind === "budget") return "agrees";
  return sheet.kind === "ignored" ? "not-used" : "agreed";
}
