// Grids in parts of a few thousand cells, and back.
import type { CellValue, SheetGrid } from "../../core/reading/grid";
import type { ToWorker } from "./messages";

const CELLS_PER_PART = 16_000;

export function* partsOf(grids: readonly SheetGrid[]): Generator<ToWorker> {
  for (const { values, formulas, numberFormats, ...head } of grids) {
    yield { kind: "sheet", head, formulas: formulas !== undefined, formats: numberFormats !== undefined };
    let width = 1;
    for (const row of values) if (row.length > width) width = row.length;
    const rows = Math.max(1, Math.floor(CELLS_PER_PART / width));
    for (let top = 0; top < values.length; top += rows) {
      yield { kind: "rows", values: values.slice(top, top + rows), formulas: told(formulas, top, rows), formats: told(numberFormats, top, rows) };
    }
  }
}

function told(matrix: SheetGrid["formulas"], top: number, rows: number): readonly (readonly (string | null)[])[] | null {
  const part = matrix?.slice(top, top + rows) ?? [];
  return part.some((row) => row.some((text) => text !== null)) ? part : null;
}

/** Puts grids together again as their parts come in. */
export class GridParts {
  private readonly begun: { sheet: Extract<ToWorker, { kind: "sheet" }>; values: (readonly CellValue[])[]; formulas: (readonly (string | null)[])[]; formats: (readonly (string | null)[])[] }[] = [];

  take(part: Extract<ToWorker, { kind: "sheet" | "rows" }>): void {
    if (part.kind === "sheet") {
      this.begun.push({ sheet: part, values: [], formulas: [], formats: [] });
      return;
    }
    const last = this.begun[this.begun.length - 1];
    part.values.forEach((row, i) => {
      last?.values.push(row);
      last?.formulas.push(part.formulas?.[i] ?? []);
      last?.formats.push(part.formats?.[i] ?? []);
    });
  }

  grids(): SheetGrid[] {
    return this.begun.map(({ sheet, values, formulas, formats }) => ({
      ...sheet.head, values, ...(sheet.formulas ? { formulas } : {}), ...(sheet.formats ? { numberFormats: formats } : {}),
    }));
  }
}
