// What a refresh found new, gone and changed since the pooled sheets were written, with old and new figures.
import type { ChangesSince, LineChange } from "../../core/pooling/changes/changesSince";
import { formatPounds } from "../../core/money/format";
import { counted, cut } from "./layout";

const MOST = 12;

/** Nothing before the first time. */
export function changeLines(found: ChangesSince | null): string[] {
  if (found === null) return [];
  const { since, newLines, goneLines, changedLines, changes } = found;
  if (changes.length === 0) return [`Nothing has changed since ${since}.`, ""];
  return [`Since ${since}: ${counted(newLines, "line")} new, ${goneLines} gone, ${changedLines} changed.`, ...cut(changes.map(changeLine), MOST, "(use --json to see all)"), ""];
}

function changeLine({ kind, agency, lineId, description, field, before, after, beforePence, afterPence, by }: LineChange): string {
  const side = (pence: number | null, text: string | null): string => (pence !== null ? formatPounds(pence) : text === null || text === "" ? "none" : text);
  const what = kind === "changed" ? field : `${kind}, ${field}`;
  return `  - ${agency}, ${lineId}${description === "" ? "" : ` ${description}`} (${what}): ${side(beforePence, before)} → ${side(afterPence, after)}${by === "" ? "" : `, by ${by}`}`;
}
