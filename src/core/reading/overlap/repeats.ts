// Sheets that show again what other sheets of the same file hold: one body's form beside all bodies' data, or a recapitulation of totals.
import { cellAddress, type CellRef } from "../../budget/cells";
import type { Control } from "../../checks/control";
import type { Issue, Severity } from "../../issues/issue";
import { pencePerUnit } from "../../money/unit";
import { count } from "../../text";
import { readAmount } from "../words/amounts";
import { fold, textAt } from "../words/cellText";
import type { SheetDraft, TotalCheck } from "../lineSteps";

const FEWEST_FIGURES = 10;
/** Of a form's lines; the rest may stand on yet another sheet. */
const SHOWN_AGAIN = 0.8;
const RECAPITULATION = /\b(rekapitulace|recapitulation)\b/;
const FEWEST_TOTALS = 3;

/** The drafts in their order; those that only repeat others have their lines taken away and say whose figures they show. */
export function setRepeatsAside(drafts: readonly SheetDraft[]): readonly SheetDraft[] {
  const crosses = drafts.filter((draft) => draft.tables.some((table) => table.shape !== undefined && table.mapping.columns.some((c) => c.field === "agency")));
  return drafts.map((draft) => {
    if (draft.kind !== "budget" || crosses.includes(draft)) return draft;
    for (const cross of crosses) {
      const body = cross.grid.file === draft.grid.file ? bodyShown(draft, cross) : null;
      if (body !== null) return showsAgain(draft, `sheet "${cross.grid.sheet}"`, `the figures of ${body}`, []);
    }
    return recapitulated(draft, drafts) ?? draft;
  });
}

/** A sheet that is left out because all of it stands on others: `other` names them, `why` is a clause. */
export function showsAgain(draft: SheetDraft, other: string, why: string, controls: readonly Control[], severity: Severity = "info"): SheetDraft {
  const issue: Issue = { code: "sheet-repeats", severity, where: draft.names.sheet, pence: null, facts: { sheet: draft.grid.sheet, other, why } };
  return { ...draft, kind: "ignored", tables: [], rowsWithAmounts: 0, issues: [issue], controls, why: `It shows again what stands on ${other} (${why}); nothing of it was read, so that no figure counts twice.` };
}

/** The body whose row on the other sheet holds nearly all amounts of this sheet; null when none does. */
function bodyShown(draft: SheetDraft, cross: SheetDraft): string | null {
  const amounts = draft.tables.flatMap((table) => table.lines.map((line) => Object.values(line.pence).filter((p): p is number => p !== null && p !== 0).map(Math.abs))).filter((found) => found.length > 0);
  if (amounts.length < FEWEST_FIGURES) return null;
  for (const { mapping } of cross.tables) {
    const names = mapping.columns.find((c) => c.field === "agency")?.column ?? 0;
    const per = pencePerUnit(mapping.unit);
    for (let row = mapping.area.top; row <= mapping.area.bottom; row += 1) {
      const held = new Set<number>();
      for (const value of cross.grid.values[row] ?? []) {
        const reading = readAmount(value);
        if (reading.kind === "number") held.add(Math.round(Math.abs(reading.value) * per));
      }
      const shown = amounts.filter((stages) => stages.some((pence) => held.has(pence))).length;
      if (shown >= amounts.length * SHOWN_AGAIN) return textAt(cross.grid, row, names);
    }
  }
  return null;
}

/** A sheet that calls itself a recapitulation and prints the grand totals of other sheets of its file. */
function recapitulated(draft: SheetDraft, drafts: readonly SheetDraft[]): SheetDraft | null {
  if (!draft.names.titles.some(({ text }) => RECAPITULATION.test(fold(text)))) return null;
  const others = drafts.filter((d) => d !== draft && d.kind === "budget" && d.grid.file === draft.grid.file);
  const places = printedAmounts(draft);
  const found = others.flatMap((other) => other.tables.flatMap((table) => table.checks.filter((check) => check.grand && check.printedPence !== 0)
    .flatMap((check) => { const cell = places.get(Math.abs(check.printedPence)); return cell === undefined ? [] : [{ other, check, cell }]; })));
  if (found.length < FEWEST_TOTALS) return null;
  const sheets = [...new Set(found.map(({ other }) => other.grid.sheet))];
  return showsAgain(draft, `${sheets.length === 1 ? "sheet" : "sheets"} ${sheets.map((sheet) => `"${sheet}"`).join(", ")}`, `a recapitulation; ${count(found.length, "of their totals stands", "of their totals stand")} on it`, found.map(({ other, check, cell }) => shownTotal(draft, other, check, cell)));
}

/** Every amount of the sheet with the first cell that prints it. */
function printedAmounts(draft: SheetDraft): ReadonlyMap<number, CellRef> {
  const per = pencePerUnit(draft.tables[0]?.mapping.unit ?? "pounds");
  const places = new Map<number, CellRef>();
  draft.grid.values.forEach((values, row) => values.forEach((value, column) => {
    const reading = readAmount(value);
    const pence = reading.kind === "number" ? Math.round(Math.abs(reading.value) * per) : 0;
    if (pence !== 0 && !places.has(pence)) places.set(pence, { file: draft.grid.file, sheet: draft.grid.sheet, address: cellAddress(row, column) });
  }));
  return places;
}

function shownTotal(draft: SheetDraft, other: SheetDraft, check: TotalCheck, cell: CellRef): Control {
  return {
    id: "R1", title: "Sheet total", subject: `${draft.grid.sheet}, total of ${other.grid.sheet}, ${check.stage}`, expectedPence: check.printedPence, foundPence: check.printedPence,
    differencePence: 0, tolerancePence: 0, result: "green", cells: [cell, check.cell], note: `The recapitulation prints the same total as sheet "${other.grid.sheet}".`,
  };
}
