// Whether a workbook that stands where a result should go may be replaced: only one of ours in which nobody has decided or noted anything yet.
import type { SheetGrid } from "../core/reading/grid";
import { isUntouched } from "../core/virement/states/status";
import { holdsNotes } from "../core/writing/notes";
import { readRegister } from "../core/writing/registerTable";
import { isOwnSheet, PURSE_SHEETS } from "../core/writing/sheetNames";
import { readVirements } from "../core/writing/virementRows";
import { WorkbookError } from "../workbook/ports";

/** Throws WorkbookError exists when replacing the workbook would lose someone's sheets, decisions, register or notes. */
export function refuseToLose(out: string, standing: readonly SheetGrid[]): void {
  const foreign = standing.find((grid) => !isOwnSheet(grid));
  if (foreign !== undefined) throw kept(`${out} is there already and holds the sheet "${foreign.sheet}", which is not ours`);
  if (standing.some((grid) => grid.sheet === PURSE_SHEETS.virements && hasDecisions(grid))) throw kept(`${out} is there already and holds decisions on virements`);
  if (standing.some((grid) => grid.sheet === PURSE_SHEETS.register && readRegister(grid).length > 0)) throw kept(`${out} is there already and holds a register`);
  const noted = standing.find(holdsNotes);
  if (noted !== undefined) throw kept(`${out} is there already and holds notes beside the sheet "${noted.sheet}"`);
}

function hasDecisions(grid: SheetGrid): boolean {
  const { records, unreadable } = readVirements(grid);
  return unreadable.length > 0 || records.some(({ virement }) => !isUntouched(virement));
}

function kept(why: string): WorkbookError {
  return new WorkbookError("exists", `${why}. Nothing was written.`, "Give --out another name; to carry decisions and notes on, name this workbook among the files that are read.");
}
