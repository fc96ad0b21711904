// Makes sure of a changed workbook before it is saved: read again, exactly the cells that were to change differ, and in nothing but their value.
import { cellAddress, parseAddress } from "../../core/budget/cells";
import type { CellValue, SheetGrid } from "../../core/reading/grid";
import type { CellChange } from "../../core/writing/types";
import { WorkbookError } from "../../workbook/ports";
import { readWorkbook } from "../readWorkbook";

/** Throws WorkbookError host at the first cell that is not as planned, or not as it was. */
export function checkReadBack(before: Uint8Array, after: Uint8Array, name: string, changes: readonly CellChange[]): void {
  const [was, is] = [readWorkbook(before, name), readWorkbook(after, name)];
  if (was.map((g) => g.sheet).join("\u0001") !== is.map((g) => g.sheet).join("\u0001")) throw differs(name, "its sheets");
  was.forEach((grid, i) => {
    const now = is[i];
    if (now !== undefined) compareSheets(grid, now, new Map(changes.filter((c) => c.sheet === grid.sheet).map((c) => [key(c.address), c.after])), name);
  });
}

function compareSheets(was: SheetGrid, is: SheetGrid, wanted: ReadonlyMap<string, CellValue>, name: string): void {
  for (let row = 0; row < Math.max(was.values.length, is.values.length); row += 1) {
    const columns = Math.max(was.values[row]?.length ?? 0, is.values[row]?.length ?? 0);
    for (let column = 0; column < columns; column += 1) {
      const at = `${row},${column}`;
      const expected = wanted.has(at) ? (wanted.get(at) ?? null) : (was.values[row]?.[column] ?? null);
      const found = is.values[row]?.[column] ?? null;
      const formulas = (was.formulas?.[row]?.[column] ?? null) === (is.formulas?.[row]?.[column] ?? null);
      if (blankAsNull(found) !== blankAsNull(expected) || !formulas) throw differs(name, `${is.sheet}!${cellAddress(row, column)}`);
    }
  }
}

function key(address: string): string {
  const place = parseAddress(address);
  return place === null ? "" : `${place.row},${place.column}`;
}

function blankAsNull(value: CellValue): CellValue {
  return value === "" ? null : value;
}

function differs(name: string, what: string): WorkbookError {
  return new WorkbookError("host", `The changed copy of ${name} does not read back as planned: ${what} differs. Nothing was written.`, "Save the workbook afresh in Excel and try again; if it happens again, report it.");
}
