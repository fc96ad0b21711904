// What apply shows to people: the virements, each cell old and new by sheet, totals before and after, and where it was saved.
import { amountText, type PreviewNote, type PreviewSheet, type PreviewSummary } from "../../app/selectors/preview";
import { UNIT_LABEL } from "../../core/money/unit";
import { formatPounds } from "../../core/money/format";
import type { Virement } from "../../core/virement/life";
import type { PlannedSide } from "../../core/writing/virementPlan";
import { columns, counted } from "./layout";

export interface Applied {
  readonly action: "apply" | "revert";
  readonly dryRun: boolean;
  /** How many virements a list of decisions changed. */
  readonly decisions: number;
  readonly virements: readonly Virement[];
  readonly summary: PreviewSummary;
  /** Each line that changes, with where its amount goes. */
  readonly entries: readonly PlannedSide[];
  readonly descriptions: ReadonlyMap<string, string>;
  readonly saved: readonly { readonly name: string; readonly path: string; readonly backup: string | null }[];
}

export function applyLines({ action, dryRun, decisions, virements, summary, descriptions, saved }: Applied): string[] {
  const recorded = decisions === 0 ? [] : [`${counted(decisions, "decision")} of the list ${dryRun ? "would be recorded" : "recorded"}.`];
  const where = dryRun ? ["Dry run: nothing was written."] : saved.map(({ name: file, path, backup }) => (backup === null ? `Saved: ${path}` : `Changed: ${file} (as it was: ${backup})`));
  if (virements.length === 0) return decisions === 0 ? ["No accepted virement is waiting to be applied. Nothing was written."] : [...recorded, "No accepted virement is waiting to be applied.", ...where];
  // A virement of several rows names all its lines.
  const names = (ids: string): string => (descriptions.has(ids) ? [ids] : ids.split(", ")).map((id) => `${id} ${descriptions.get(id) ?? ""}`.trim()).join(", ");
  const ours = summary.sheets.filter((sheet) => sheet.ours).flatMap((sheet) => sheet.cells).length;
  return [
    ...recorded,
    `${counted(virements.length, "virement")} to ${action === "apply" ? "apply" : "take back"}:`,
    ...columns(virements.map((v) => [v.id, formatPounds(v.amountPence), `from ${names(v.from)}`, `to ${names(v.to)}`]), [1]),
    "",
    "Budgets that change, as each sheet states them:",
    ...summary.sheets.filter((sheet) => !sheet.ours).flatMap(sheetLines),
    ...summary.notes.flatMap(noteLines),
    `All changed budgets together: ${summary.differencePence === 0 ? "the same before and after" : summary.differencePence === null ? "can't be added" : `${formatPounds(summary.differencePence)} apart`}.`,
    `Beside them ${counted(ours, "cell")} of the sheets of Common Purse: states and the register.`,
    "",
    ...where,
  ];
}

export function recoveredLines({ state, files }: { readonly state: "new" | "old"; readonly files: readonly string[] }): string[] {
  return [
    `An earlier run was interrupted. ${state === "new" ? "Its changes were finished first" : "Its changes were taken back first"}: ${files.join(", ")}.`,
  ];
}

const NOTES: Readonly<Record<PreviewNote["why"], string>> = {
  figure: "holds a figure beside the column of virements, so it does not follow by itself",
  unsure: "holds a formula that does not plainly add the column of virements once: look whether it follows",
  journal: "changes by the journal alone: no cell of the sheet is written",
};

function noteLines({ file, sheet, why, lines }: PreviewNote): string[] {
  return [
    `  ${file === null ? "" : `[${file}]`}${sheet}: the revised budget of ${counted(lines.length, "line")} ${NOTES[why]}.`,
    ...(why === "journal" ? columns(lines.map(({ line, pence }) => [line.id, line.description, formatPounds(pence)]), [2], "    ") : []),
  ];
}

function sheetLines({ file, sheet, cells, beforePence, afterPence }: PreviewSheet): string[] {
  const unit = cells[0]?.unit ?? null;
  return [
    `  ${file === null ? "" : `[${file}]`}${sheet}${unit === null ? "" : ` (${UNIT_LABEL[unit]})`}`,
    ...columns(cells.map(({ change, line, unit: own }) => [change.address, line?.description ?? "", amountText(change.before, own), "->", amountText(change.after, own)]), [2, 4], "    "),
    ...(beforePence === null || afterPence === null ? [] : [`    Together ${formatPounds(beforePence)} -> ${formatPounds(afterPence)}`]),
  ];
}
