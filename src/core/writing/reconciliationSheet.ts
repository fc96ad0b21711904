// The reconciliation (P12): what must agree, both sides live with their cells, and how sound the data are that all of it stands on.
import { cellAddress, describeCell, type CellRef } from "../budget/cells";
import type { Control, ControlId, ControlResult } from "../checks/control";
import type { Issue, Severity } from "../issues/issue";
import { issueText } from "../issues/issueText";
import type { Pence } from "../money/pence";
import { poundsCell, textCell } from "./cellText";
import { RESULT_WORDS } from "./checksTable";
import { reconciledControls, type ReconciledControl, type ReconciliationInput, type Side } from "./reconciliationRows";
import { drawSheetBalances } from "./sheetBalances";
import { OWN_TITLES, PURSE_SHEETS } from "./sheetNames";
import { fixed, Sketch } from "./sketch";
import type { SheetCell, SheetSpec } from "./types";

const HEADINGS = ["Check", "What is checked", "Of", "Expected £", "Found £", "Difference £", "Tolerance £", "Result", "Expected stands at", "Found stands at", "Note"];
const [EXPECTED, FOUND, DIFFERENCE, TOLERANCE, RESULT, EXPECTED_AT, FOUND_AT, NOTE] = [3, 4, 5, 6, 7, 8, 9, 10] as const;

const QUALITY: readonly (readonly [ControlId, string])[] = [
  ["R1", "Sheet totals: lines add to the printed total"], ["R2", "Completeness: every agency has its sheet"], ["R3", "Pool identity"],
  ["R4", "Differences between partners"], ["R5", "View totals"], ["R6", "Funding splits add to their line"], ["R7", "Outcomes are told"],
  ["R8", "Stage bridge: original, virements, revised"], ["R9", "Contributions as agreed"], ["R10", "Statutory minimums"],
  ["R11", "Ring-fenced money on its purpose"], ["R12", "Prior-year balances"], ["R13", "No sub-totals among the lines"], ["R14", "Freshness: sheets unchanged since"],
  ["R15", "Signs: net is gross plus income"], ["R16", "Written back as the register says"],
];
const RESULTS: readonly ControlResult[] = ["green", "amber", "red", "none"];
const SEVERITY_WORDS: Readonly<Record<Severity, string>> = { error: "error", question: "question", warning: "look at this", info: "for information" };
const MOST_ISSUES = 500;

export interface ReconciliationSheetInput extends ReconciliationInput {
  /** Every control of the table of checks, in any order. */
  readonly controls: readonly Control[];
  readonly issues: readonly Issue[];
  readonly refreshedOn: string;
}

export function reconciliationSheet(input: ReconciliationSheetInput): SheetSpec {
  const sketch = new Sketch();
  sketch.text(0, 0, OWN_TITLES.reconciliation, "title");
  sketch.text(1, 0, "£. Difference = found − expected. Nothing is adjusted to make a check agree.", "subtitle");
  sketch.text(2, 0, `Refreshed ${input.refreshedOn}. Both sides are worked out anew by Excel; each names the cell to look at.`, "note");
  const rows = reconciledControls(input);
  sketch.text(4, 0, "What must agree", "subtitle");
  HEADINGS.forEach((heading, i) => sketch.text(5, i, heading, "header"));
  rows.forEach((row, i) => drawControl(sketch, 6 + i, row));
  const last = Math.max(6, sketch.nextRow - 1);
  drawSheetBalances(sketch, sketch.nextRow + 1, input.reading);
  const quality = drawQuality(sketch, sketch.nextRow + 1, input.controls);
  drawIssues(sketch, sketch.nextRow + 1, input.issues);
  const word = (result: ControlResult, row: number): string => `$H${row + 1}="${RESULT_WORDS[result]}"`;
  const results = { top: 6, bottom: last, left: RESULT, right: RESULT };
  return {
    name: PURSE_SHEETS.reconciliation, rows: sketch.rows(), columnWidths: [9, 60, 36, 18, 18, 16, 14, 20, 34, 34, 60], tables: [], validations: [],
    conditionalFormats: [
      { area: results, formula: `OR(${word("red", 6)},${word("amber", 6)})`, style: "attention" },
      { area: results, formula: word("green", 6), style: "good" },
      { area: { top: quality.from, bottom: quality.to, left: 5, right: 5 }, formula: `$F${quality.from + 1}>0`, style: "attention" },
    ],
    freezeRows: 3, freezeColumns: 2, printTitleRows: [0, 2], outlineRows: [], tabColour: "#0E7A0D",
  };
}

function drawControl(sketch: Sketch, row: number, { control, expected, found, rule }: ReconciledControl): void {
  const at = (column: number): string => cellAddress(row, column);
  sketch.text(row, 0, control.id, "label");
  sketch.text(row, 1, control.title);
  sketch.text(row, 2, control.subject);
  sketch.put(row, EXPECTED, sideCell(expected, control.expectedPence));
  sketch.put(row, FOUND, sideCell(found, control.foundPence));
  sketch.put(row, TOLERANCE, poundsCell(control.tolerancePence));
  sketch.put(row, EXPECTED_AT, linkCell(expected.cell));
  sketch.put(row, FOUND_AT, linkCell(found.cell));
  sketch.text(row, NOTE, control.note);
  if (rule === "none" || control.differencePence === null) {
    sketch.text(row, RESULT, RESULT_WORDS[control.result]);
    return;
  }
  sketch.figure(row, DIFFERENCE, `ROUND(${at(FOUND)}-${at(EXPECTED)},2)`, control.differencePence, "body", "pounds-pence");
  const unlike = control.result === "green" ? (control.id === "R8" || control.id === "R11" ? "amber" : "red") : control.result;
  const test = rule === "equal" ? `ABS(${at(DIFFERENCE)})<=${at(TOLERANCE)}` : `${at(DIFFERENCE)}>=0`;
  sketch.put(row, RESULT, { value: RESULT_WORDS[control.result], formula: `=IF(${test},"${RESULT_WORDS.green}","${RESULT_WORDS[unlike]}")`, style: "body" });
}

function sideCell({ formula }: Side, pence: Pence | null): SheetCell {
  const cell = poundsCell(pence);
  return formula === null || pence === null ? cell : { ...cell, formula: `=${formula}` };
}

function linkCell(cell: CellRef | null): SheetCell {
  return cell === null ? textCell("") : { ...textCell(describeCell(cell)), link: cell };
}

/** How many controls of each number agree, counted live over the table of checks. */
function drawQuality(sketch: Sketch, top: number, controls: readonly Control[]): { from: number; to: number } {
  sketch.text(top, 0, `All checks, counted on ${PURSE_SHEETS.checks}`, "subtitle");
  ["Check", "What is checked", "", ...RESULTS.map((result) => RESULT_WORDS[result])].forEach((heading, i) => sketch.text(top + 1, i, heading, "header"));
  QUALITY.forEach(([id, words], i) => {
    const row = top + 2 + i;
    sketch.text(row, 0, id, "label");
    sketch.put(row, 1, { ...textCell(words), link: { file: null, sheet: PURSE_SHEETS.checks, address: "A4" } });
    RESULTS.forEach((result, c) => {
      const formula = `=COUNTIFS(tblChecks[Check],${fixed(row, 0, "column")},tblChecks[Result],${fixed(top + 1, EXPECTED + c, "row")})`;
      sketch.put(row, EXPECTED + c, { value: controls.filter((control) => control.id === id && control.result === result).length, formula, format: "integer", style: "body" });
    });
  });
  return { from: top + 2, to: top + 1 + QUALITY.length };
}

/** What a person should know of the data, as reading, pooling and the rules found it. */
function drawIssues(sketch: Sketch, top: number, issues: readonly Issue[]): void {
  sketch.text(top, 0, "What to look at in the data", "subtitle");
  ["No", "What and what to do", "", "", "", "", "", "Kind", "Where"].forEach((heading, i) => sketch.text(top + 1, i, heading, "header"));
  if (issues.length === 0) sketch.text(top + 2, 1, "Nothing was found.");
  issues.slice(0, MOST_ISSUES).forEach((issue, i) => {
    const row = top + 2 + i;
    sketch.text(row, 0, String(i + 1), "label");
    sketch.text(row, 1, issueText(issue));
    sketch.text(row, RESULT, SEVERITY_WORDS[issue.severity]);
    sketch.put(row, EXPECTED_AT, linkCell(issue.where));
  });
  if (issues.length > MOST_ISSUES) sketch.text(top + 2 + MOST_ISSUES, 1, `${issues.length - MOST_ISSUES} more are told by the command line and on the Sources page.`, "note");
}
