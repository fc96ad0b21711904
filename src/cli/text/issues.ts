// Issues and controls as lines for people.
import { describeCell } from "../../core/budget/cells";
import type { Control } from "../../core/checks/control";
import type { Issue } from "../../core/issues/issue";
import { issueText } from "../../core/issues/issueText";
import { formatPounds } from "../../core/money/format";
import { counted, cut } from "./layout";

const MOST = 12;

/** One line an issue: where it stands, then its sentence. */
export function issueLines(issues: readonly Issue[]): string[] {
  return issues.map((issue) => {
    const sentence = issueText(issue);
    const where = issue.where === null ? "" : describeCell(issue.where);
    return where === "" || sentence.includes(where) ? `  - ${sentence}` : `  - ${where}: ${sentence}`;
  });
}

/** Questions in full, warnings cut, remarks only counted. */
export function issueSummary(issues: readonly Issue[]): string[] {
  const of = (severity: Issue["severity"]) => issues.filter((issue) => issue.severity === severity);
  const questions = [...of("question")].sort((a, b) => Math.abs(b.pence ?? 0) - Math.abs(a.pence ?? 0));
  const warnings = of("warning");
  const remarks = of("info").length;
  const lines: string[] = [];
  if (questions.length > 0) lines.push("", `${counted(questions.length, "question")}${questions.length === 1 ? "" : ", most money first"}:`, ...issueLines(questions));
  if (warnings.length > 0) lines.push("", `${counted(warnings.length, "warning")}:`, ...cut(issueLines(warnings), MOST, "(use --json to see all)"));
  if (remarks > 0) lines.push("", `${counted(remarks, "remark")} on what was assumed or set aside (use --json to see them).`);
  return lines;
}

/** "30 agree, 2 to look at, 1 disagrees", then the ones that do not agree with both figures. */
export function controlLines(controls: readonly Control[]): string[] {
  const of = (result: Control["result"]) => controls.filter((control) => control.result === result);
  const red = of("red");
  const parts = [`${of("green").length} agree`];
  if (of("amber").length > 0) parts.push(`${of("amber").length} to look at`);
  parts.push(`${red.length} ${red.length === 1 ? "disagrees" : "disagree"}`);
  if (of("none").length > 0) parts.push(`${of("none").length} with nothing to compare`);
  return [`Controls: ${parts.join(", ")}.`, ...[...red, ...of("amber")].map(controlLine)];
}

function controlLine(control: Control): string {
  const amount = (pence: number | null) => (pence === null ? "nothing" : formatPounds(pence));
  const difference = control.differencePence === null ? "" : `, ${formatPounds(control.differencePence)} apart`;
  const how = control.result === "red" ? "disagrees" : "look at this";
  return `  - ${control.id} ${control.title}, ${control.subject} (${how}): ${amount(control.expectedPence)} expected, ${amount(control.foundPence)} found${difference}.${control.note === "" ? "" : ` ${control.note}`}`;
}
