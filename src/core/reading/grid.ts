// What a reader needs of a sheet: its used cells as a grid from A1, nothing of the program that holds them.

/** A cell's value as stored: numbers unformatted, dates as serial numbers, error values as text such as "#REF!", empty as null. */
export type CellValue = string | number | boolean | null;

/** A sheet's used cells. Rows may be ragged: a missing trailing cell is empty. Row 0, column 0 is A1. */
export interface SheetGrid {
  readonly file: string | null;
  readonly sheet: string;
  readonly visibility: "visible" | "hidden" | "veryHidden";
  readonly values: readonly (readonly CellValue[])[];
  /** Formula text ("=SUM(B2:B4)") where a cell holds one, else null; same shape as values, or absent when the source can't tell. */
  readonly formulas?: readonly (readonly (string | null)[])[];
  readonly numberFormats?: readonly (readonly (string | null)[])[];
  /** Merged areas as zero-based inclusive corners. */
  readonly merges?: readonly GridArea[];
  /** Zero-based. */
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
}

/** Zero-based, inclusive. */
export interface GridArea {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** The value at a place, null outside the used cells. */
export function valueAt(grid: SheetGrid, row: number, column: number): CellValue {
  return grid.values[row]?.[column] ?? null;
}
