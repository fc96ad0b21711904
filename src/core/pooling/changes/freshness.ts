// Control R14: the sheets of ours show the agencies' sheets as they are now, or are out of date.
import { describeCell } from "../../budget/cells";
import { budgetPence, type BudgetLine } from "../../budget/line";
import type { Control } from "../../checks/control";
import { makeControl } from "../../checks/makeControl";
import { sumPenceBy } from "../../money/pence";
import { compareText, count } from "../../text";
import type { ChangesSince } from "./changesSince";
import type { Snapshot } from "./snapshot";

/** Cells of changed lines that a control names. */
const NAMED = 20;

/**
 * One control an agency: green while every line is as the snapshot has it, amber (look again) once one is not, even when the sums agree. None before
 * the first consolidation. Expected is the agency's net when the views were written, found is its net now.
 */
export function checkFreshness(snapshot: Snapshot | null, found: ChangesSince | null, lines: readonly BudgetLine[]): Control[] {
  if (snapshot === null || found === null) return [];
  const agencies = [...new Set([...snapshot.lines, ...lines].map(({ agency }) => agency))].sort(compareText);
  return agencies.map((agency): Control => {
    const own = found.changes.filter((change) => change.agency === agency);
    const changed = new Set(own.map((change) => change.lineId)).size;
    const control = makeControl({
      id: "R14", title: "The pooled sheets show the agencies' sheets as they are", subject: agency,
      expectedPence: sumPenceBy(snapshot.lines.filter((line) => line.agency === agency), ({ amounts }) => amounts.revised ?? amounts.original ?? amounts.outturn ?? 0),
      foundPence: sumPenceBy(lines.filter((line) => line.agency === agency), budgetPence),
      cells: [...new Map(own.map(({ kind, cell }) => [describeCell(cell), kind === "gone" ? [] : [cell]])).values()].flat().slice(0, NAMED),
      note: changed === 0 ? "" : `${count(changed, "line")} changed since ${snapshot.takenOn}; write the pooled sheets anew.`,
    });
    return { ...control, result: changed === 0 ? "green" : "amber" };
  });
}

/** The same controls as they stand once the sheets are written: what was out of date is so no longer. */
export function onceWritten(controls: readonly Control[]): Control[] {
  return controls.map((control) => ({ ...control, expectedPence: control.foundPence, differencePence: 0, result: "green", cells: [], note: "" }));
}
