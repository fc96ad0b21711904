// Words of the Sources page.
import type { BeforeAfter, ReadingChanges } from "../../app/selectors/readingChanges";
import type { SheetMark, SourcesSummary } from "../../app/selectors/sources";
import type { LineChange } from "../../core/pooling/changes/changesSince";
import type { ColumnField, SignHabit } from "../../core/reading/types";
import { formatPounds } from "../../core/money/format";
import { count, sentence } from "./count";

const marks: Readonly<Record<SheetMark, string>> = {
  agrees: "agrees", question: "question", "cannot-read": "can't be read", agreed: "partners' agreement", "not-used": "not used",
};

const fields: Readonly<Record<ColumnField, string>> = {
  code: "code", subjective: "type of spending", description: "description", section: "heading", agency: "agency", holder: "budget holder", note: "note",
  original: "original budget", revised: "revised budget", forecast: "forecast", actual: "actual to date", outturn: "outturn",
  variance: "variance", gross: "gross", income: "income", net: "net", ignored: "not used",
};

const signs: Readonly<Record<SignHabit, string>> = {
  "expenditure-positive": "spending is positive, income negative or in brackets",
  "income-positive": "income is positive, spending negative or in brackets",
  "both-positive": "spending and income are both positive, in columns or blocks of their own",
};

/** One sentence: the lines that are new, gone or changed, then each total that is another now. */
function changes({ since, newLines, goneLines, changedLines, budget, forecast }: ReadingChanges): string {
  const from = since === "" ? "since the last reading" : `since the sheets were pooled on ${readableTime(since)}`;
  const lines = [
    ...(newLines > 0 ? [`${count(newLines, "line")} new`] : []), ...(goneLines > 0 ? [`${count(goneLines, "line")} gone`] : []),
    ...(changedLines > 0 ? [`${count(changedLines, "line")} changed`] : []),
  ];
  if (lines.length === 0) return `Nothing has changed ${from}.`;
  const totals = [...total("budgets", budget), ...total("forecasts", forecast)];
  return `${sentence(from)}: ${lines.join(", ")}; ${totals.length === 0 ? "budgets and forecasts add to the same as before" : totals.join(", ")}.`;
}

/** "2026-10-01 09:30" for the time in ISO text, whole days as they stand. */
function readableTime(iso: string): string {
  return iso.replace("T", " ").slice(0, 16);
}

const changedFields: Readonly<Record<LineChange["field"], string>> = {
  original: "original budget", revised: "revised budget", forecast: "forecast", actual: "actual to date", outturn: "outturn",
  description: "description", coding: "coding", line: "code",
};

/** "Home care (Council): new". */
function change({ kind, description, lineId }: LineChange, agency: string): string {
  return `${description === "" ? lineId : description} (${agency})${kind === "changed" ? "" : `: ${kind}`}`;
}

function total(name: string, { beforePence, afterPence }: BeforeAfter): string[] {
  return beforePence === afterPence ? [] : [`${name} of all lines add to ${formatPounds(afterPence)}, before ${formatPounds(beforePence)}`];
}

export const sources = {
  emptyLead: "No sheets have been read yet.",
  emptyBody:
    "This page will show a row for each agency's sheet: what was recognised, what was assumed, and whether the printed totals agree. " +
    "Nothing is written to the workbook by reading it.",
  lead: ({ sheets, lines, questions, unreadable }: SourcesSummary) => sentence([
    `${count(sheets, "sheet")} read`, count(lines, "line"), count(questions, "question"),
    ...(unreadable > 0 ? [`${count(unreadable, "sheet")} can't be read`] : []),
  ].join(", ")) + ".",
  nothingFound:
    "No budget lines were found. A sheet needs a heading row and at least one column of amounts; open a row below to see what stood in the way.",
  seePool: "See the pool",
  readAgain: "Read again",
  changes,
  change,
  whatChanged: (lines: number) => `${sentence(count(lines, "line"))}, old and new`,
  changedFields,
  nothing: "none",
  questionsTitle: "Questions, most money first",
  sheetsTitle: "Sheets",
  remarksTitle: "Noticed and assumed",
  remarks: (number: number) => `${sentence(count(number, "remark"))}, nothing to answer`,
  agreedSheets: (number: number) => `${sentence(count(number, "sheet"))} of the partners' agreement`,
  marks,
  fields,
  signs,
  lines: (number: number) => count(number, "line"),
  heading: (rows: readonly number[]) => (rows.length === 1 ? `Heading row ${(rows[0] ?? 0) + 1}` : `Heading rows ${rows.map((row) => row + 1).join(", ")}`),
  columns: "Columns",
  column: (letter: string, heading: string, field: string) => `${letter} "${heading === "" ? "no heading" : heading}" is read as ${field}`,
  unit: (unit: string, reason: string) => `Unit: ${unit} (${reason})`,
  sign: (habit: string, reason: string) => `Sign: ${habit} (${reason})`,
  balance: {
    lines: (stage: string) => `Lines read (${stage})`, setAside: "+ set aside", notUnderstood: "+ not understood", total: "= total of the sheet", added: "= all of the sheet (it prints no total)",
    noTotal: "none is printed", unknown: "no total to tell by",
  },
  checks: (number: number, differ: number) => `Checks (${number}${differ === 0 ? "" : `, ${count(differ, "does", "do")} not agree`})`,
  furtherQuestions: (number: number) => sentence(count(number, "further question")),
  totals: "Printed totals",
  printed: "printed",
  ours: "added up from the lines",
  equal: "agrees",
  differs: "differs",
  nothingToCompare: "nothing to compare with",
  setAside: "Set aside",
  setAsideRow: (text: string, why: string) => `${text === "" ? "A row without words" : `"${text}"`}: ${why}`,
  whatSeverity: { error: "Stops this", question: "Question", warning: "Look at this", info: "Noted" },
} as const;
