// What changed since the last consolidation: lines new, gone and changed, old and new, and by whom where the register tells.
import type { AgencyId } from "../../budget/agency";
import type { CellRef } from "../../budget/cells";
import { STAGES, type BudgetLine, type Stage } from "../../budget/line";
import { asPence, sumPenceBy, type Pence } from "../../money/pence";
import { compareText } from "../../text";
import type { RegisterRow } from "../../virement/life";
import { idStem, isSame, pairLines } from "./pairLines";
import { snapshotLine, type Snapshot, type SnapshotLine } from "./snapshot";

export type ChangeKind = "new" | "gone" | "changed";

/** One difference of one line. Amount fields have figures in pence, the others words. */
export interface LineChange {
  readonly kind: ChangeKind;
  readonly lineId: string;
  readonly agency: AgencyId;
  readonly description: string;
  /** "line": the line's id itself, where its code was changed or it was told again by its figures. */
  readonly field: Stage | "description" | "coding" | "line";
  readonly before: string | null;
  readonly after: string | null;
  readonly beforePence: Pence | null;
  readonly afterPence: Pence | null;
  /** New less old of an amount, a missing figure counting as none. */
  readonly differencePence: Pence;
  /** Who changed it, as the register states; empty when not known. */
  readonly by: string;
  /** Where the line stands now, or stood. */
  readonly cell: CellRef;
}

export interface ChangesSince {
  /** When the snapshot was taken. */
  readonly since: string;
  readonly changes: readonly LineChange[];
  readonly newLines: number;
  readonly goneLines: number;
  readonly changedLines: number;
  readonly unchangedLines: number;
}

/** Null when nothing was pooled before. Changes are ordered by agency, line and field; a line that only moved to another cell is unchanged. */
export function changesSince(snapshot: Snapshot | null, lines: readonly BudgetLine[], register: readonly RegisterRow[] = []): ChangesSince | null {
  if (snapshot === null) return null;
  const now = lines.map(snapshotLine);
  const { pairs: all, gone, added } = pairLines(snapshot.lines, now);
  const pairs = all.filter(({ old, line }) => !isSame(old, line));
  const since = register.filter((row) => row.on > snapshot.takenOn);
  const changes = [
    ...added.flatMap((line) => amountChanges("new", null, line, since)),
    ...gone.flatMap((line) => amountChanges("gone", line, null, since)),
    ...pairs.flatMap(({ old, line }) => [...amountChanges("changed", old, line, since), ...wordChanges(old, line)]),
  ];
  return {
    since: snapshot.takenOn, newLines: added.length, goneLines: gone.length, changedLines: pairs.length,
    unchangedLines: now.length - added.length - pairs.length,
    changes: changes.sort((a, b) => compareText(a.agency, b.agency) || compareText(a.lineId, b.lineId) || FIELDS.indexOf(a.field) - FIELDS.indexOf(b.field)),
  };
}

const FIELDS: readonly LineChange["field"][] = [...STAGES, "description", "coding", "line"];

/** A row for each amount that differs; a new or gone line has one for each amount it holds, or one of nothing when it holds none. */
function amountChanges(kind: ChangeKind, old: SnapshotLine | null, line: SnapshotLine | null, register: readonly RegisterRow[]): LineChange[] {
  const shown = line ?? old;
  if (shown === null) return [];
  const rows = STAGES.flatMap((stage): LineChange[] => {
    const [beforePence, afterPence] = [old?.amounts[stage] ?? null, line?.amounts[stage] ?? null];
    if (beforePence === afterPence) return [];
    const differencePence = asPence((afterPence ?? 0) - (beforePence ?? 0));
    return [{ ...changeOf(kind, shown, stage), beforePence, afterPence, differencePence, by: kind === "changed" && stage === "revised" ? changedBy(shown.lineId, differencePence, register) : "" }];
  });
  return rows.length > 0 || kind === "changed" ? rows : [changeOf(kind, shown, "revised")];
}

function wordChanges(old: SnapshotLine, line: SnapshotLine): LineChange[] {
  const words = (["description", "coding"] as const).filter((field) => old[field] !== line[field])
    .map((field) => ({ ...changeOf("changed", line, field), before: old[field], after: line[field] }));
  // Ids that differ in their number alone ("x#2") tell that another line of the same words came or went, not that this one changed.
  return idStem(old.lineId) === idStem(line.lineId) ? words : [...words, { ...changeOf("changed", line, "line"), before: old.lineId, after: line.lineId }];
}

function changeOf(kind: ChangeKind, { lineId, agency, description, cell }: SnapshotLine, field: LineChange["field"]): LineChange {
  return { kind, lineId, agency, description, field, before: null, after: null, beforePence: null, afterPence: null, differencePence: 0, by: "", cell };
}

/** Virements applied or reversed since that explain the change of a budget, whole or in part. */
function changedBy(lineId: string, difference: Pence, register: readonly RegisterRow[]): string {
  const rows = register.filter((row) => row.lineId === lineId);
  if (rows.length === 0) return "";
  const names = [...new Set(rows.map((row) => `${row.by === "" ? "not stated" : row.by} (${row.virementId} ${row.action})`))].join("; ");
  return sumPenceBy(rows, (row) => row.amountPence) === difference ? names : `${names}; the rest not known`;
}
