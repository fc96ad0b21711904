// Changes since the last consolidation (P13) in `pool --json`: old and new of every line that differs.
import type { ChangesSince } from "../../core/pooling/changes/changesSince";
import { cellJson } from "./common";

export function changesJson(found: ChangesSince): object {
  return {
    since: found.since,
    newLines: found.newLines,
    goneLines: found.goneLines,
    changedLines: found.changedLines,
    unchangedLines: found.unchangedLines,
    changes: found.changes.map(({ cell, ...change }) => ({
      kind: change.kind, line: change.lineId, agency: change.agency, description: change.description, field: change.field, before: change.before,
      after: change.after, beforePence: change.beforePence, afterPence: change.afterPence, differencePence: change.differencePence, by: change.by, cell: cellJson(cell),
    })),
  };
}
