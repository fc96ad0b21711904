// Parts that every JSON document shares: places, issues and controls. Amounts are whole pence under names that end in Pence.
import type { CellRef } from "../../core/budget/cells";
import type { Control } from "../../core/checks/control";
import type { Issue } from "../../core/issues/issue";
import { issueText } from "../../core/issues/issueText";

export function cellJson({ file, sheet, address }: CellRef): object {
  return { file, sheet, address };
}

export function issueJson(issue: Issue): object {
  return {
    code: issue.code,
    severity: issue.severity,
    sentence: issueText(issue),
    where: issue.where === null ? null : cellJson(issue.where),
    facts: issue.facts,
    amountPence: issue.pence,
    ...(issue.alike === undefined ? {} : { alike: issue.alike.map(cellJson) }),
  };
}

export function controlJson(control: Control): object {
  return {
    id: control.id,
    title: control.title,
    subject: control.subject,
    result: control.result,
    expectedPence: control.expectedPence,
    foundPence: control.foundPence,
    differencePence: control.differencePence,
    tolerancePence: control.tolerancePence,
    cells: control.cells.map(cellJson),
    note: control.note,
  };
}
