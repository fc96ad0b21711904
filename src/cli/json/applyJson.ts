// The JSON document of apply: the virements, every cell old and new with its workbook, and what was saved.
import { intoWords } from "../../core/writing/targetFinder";
import type { Applied } from "../text/applyText";

export function applyJson({ action, dryRun, decisions, saved, virements, summary, entries }: Applied): object {
  return {
    action, dryRun, decisions,
    virements: virements.map(({ id, from, to, amountPence, legs, decidedBy, ruleIds }) => ({
      id, from, to, amountPence, decidedBy, ruleIds, ...(legs === undefined ? {} : { rows: legs.map((leg) => ({ from: leg.from, to: leg.to, amountPence: leg.amountPence })) }),
    })),
    entries: entries.map(({ virementId, lineId, pence, target }) => ({ virement: virementId, line: lineId, pence, into: intoWords(target), ...(target.kind === "column" ? { revisedFollows: target.follows } : {}) })),
    differencePence: summary.differencePence,
    sheets: summary.sheets.map(({ file, sheet, ours, beforePence, afterPence, cells }) => ({
      file, sheet, ours, beforePence, afterPence,
      cells: cells.map(({ change, line, beforePence: was, afterPence: is }) => ({ address: change.address, line: line?.id ?? null, before: change.before, after: change.after, beforePence: was, afterPence: is, why: change.why })),
    })),
    saved: saved.map(({ name, backup }) => ({ name, backup: backup === null ? null : baseName(backup) })),
  };
}

/** Documents never hold whole paths. */
function baseName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}
