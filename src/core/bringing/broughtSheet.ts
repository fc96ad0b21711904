// A sheet of a chosen file made ready to stand in the workbook: values as stored, no formula, and what a person should know about it.
import type { CellValue, SheetGrid } from "../reading/grid";
import { cutVisibly, LONGEST_TEXT } from "../writing/cutVisibly";

/** What bringing in leaves behind or can't keep, in numbers. */
export interface BroughtFacts {
  readonly rows: number;
  readonly columns: number;
  /** Formulas whose last saved figure is taken in their place. */
  readonly formulas: number;
  /** Formulas for which the file holds no figure: their cells stay empty. */
  readonly withoutFigure: number;
  /** Formulas that took figures from other workbooks; those are not opened. */
  readonly fromElsewhere: number;
  readonly hiddenRows: number;
  readonly hiddenColumns: number;
  /** Texts over what a cell of Excel holds, cut where it can be seen; absent for none. */
  readonly cutTexts?: number;
}

export interface BroughtSheet {
  /** Without formulas; `sheet` is its name in the file. */
  readonly grid: SheetGrid;
  readonly facts: BroughtFacts;
}

/** What Excel holds (its published specifications and limits), and what is taken in at once. */
export const BRING_IN_LIMITS = { rows: 1_048_576, columns: 16_384, cells: 4_000_000, bytes: 60_000_000 } as const;

/** Formats that tell what a number means; text format is left out, as it would turn figures into text. */
const TELLING_FORMAT = /[ymdhs%£€$,]/i;
const EXTERNAL = /\[[^\]]+\][^!]*!/;

/** Drops formulas and keeps their values. Pure. */
export function valuesOnly(grid: SheetGrid): BroughtSheet {
  let [formulas, withoutFigure, fromElsewhere, columns, cutTexts] = [0, 0, 0, 0, 0];
  for (let row = 0; row < grid.values.length; row += 1) columns = Math.max(columns, grid.values[row]?.length ?? 0);
  grid.formulas?.forEach((row, r) => row.forEach((formula, c) => {
    if (formula === null) return;
    formulas += 1;
    if ((grid.values[r]?.[c] ?? null) === null) withoutFigure += 1;
    if (EXTERNAL.test(formula)) fromElsewhere += 1;
  }));
  const isLong = (value: CellValue): value is string => typeof value === "string" && value.length > LONGEST_TEXT;
  const values = grid.values.map((row) => (!row.some(isLong) ? row : row.map((value) => {
    if (!isLong(value)) return value;
    cutTexts += 1;
    return cutVisibly(value);
  })));
  const telling = (format: string | null): string | null => (format !== null && format !== "@" && format.length <= 255 && TELLING_FORMAT.test(format) ? format : null);
  const formats = grid.numberFormats?.map((row) => (row.some((format) => format !== null) ? row.map(telling) : []));
  return {
    grid: {
      file: grid.file, sheet: grid.sheet, visibility: grid.visibility, values,
      ...(formats?.some((row) => row.some((format) => format !== null)) === true ? { numberFormats: formats } : {}),
      merges: grid.merges ?? [],
    },
    facts: {
      rows: grid.values.length, columns, formulas, withoutFigure, fromElsewhere,
      hiddenRows: grid.hiddenRows?.length ?? 0, hiddenColumns: grid.hiddenColumns?.length ?? 0, ...(cutTexts === 0 ? {} : { cutTexts }),
    },
  };
}

/** A clause that says why Excel can't hold the sheet, or null when it can. */
export function whyTooLarge({ grid, facts }: BroughtSheet): string | null {
  if (facts.rows > BRING_IN_LIMITS.rows || facts.columns > BRING_IN_LIMITS.columns) return `its sheet "${grid.sheet}" has more rows or columns than a sheet of Excel holds`;
  if (facts.rows * facts.columns > BRING_IN_LIMITS.cells) return `its sheet "${grid.sheet}" has ${facts.rows} rows by ${facts.columns} columns, more than is brought in at once`;
  return null;
}
