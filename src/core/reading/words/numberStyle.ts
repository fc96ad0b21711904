// How a sheet's numbers written as text mark thousands and decimals, told by all of them together, and whether that is sure.
import { numberStyleOf, type NumberStyle } from "./amounts";
import { oneLine } from "./cellText";
import type { SheetGrid } from "../grid";
import { unitNamed } from "./headingWords";

export interface StyleFinding {
  readonly style: NumberStyle;
  /** Nothing on the sheet proves the style: texts such as "3.593" or "3,593" can be read both ways, and a person is asked. */
  readonly unsure: boolean;
}

interface Column {
  points: number;
  commas: number;
  /** Numbers (no texts) with decimals. */
  decimals: number;
  /** Whole numbers below a thousand, and above, without any mark. */
  small: number;
  large: number;
}

/**
 * Only texts are looked at; numbers need no style. Where no text proves one ("1,234.5", "0,5"), a column that writes 3.593 and 290 alike
 * groups thousands by points, since decimals would be printed throughout; else three decimals are believed only of millions.
 */
export function numberStyleOn(grid: SheetGrid): StyleFinding {
  const texts = figureTexts(grid);
  const uk = numberStyleOf(texts);
  if (uk === "continental") return { style: uk, unsure: false };
  if (texts.some((text) => /\d,\d{3}[.,]|(^|[^\d.,])\d+\.(\d{1,2}|\d{4,})(\D|$)|(^|\D)0\.\d/.test(text))) return { style: "uk", unsure: false };
  const columns = columnsOf(grid);
  const sum = (of: (column: Column) => number): number => columns.reduce((total, column) => total + of(column), 0);
  const [points, commas] = [sum((c) => c.points), sum((c) => c.commas)];
  const units = unitsNamed(grid);
  if (points > 0 && commas === 0) {
    const beside = columns.filter((c) => c.points > 0);
    // Beside numbers with decimals in the same column the point is theirs too.
    if (beside.every((c) => c.decimals > 0)) return { style: "uk", unsure: false };
    if (beside.some((c) => c.large > 0)) return { style: "uk", unsure: true };
    return { style: beside.some((c) => c.small > 0) || !units.has("millions") ? "continental" : "uk", unsure: true };
  }
  return { style: "uk", unsure: points === 0 && commas >= 3 && units.size === 1 && units.has("millions") && columns.every((c) => c.commas === 0 || c.small + c.large === 0) };
}

function figureTexts(grid: SheetGrid): string[] {
  const codes = dottedCodes(grid);
  return grid.values.flatMap((row) => row.filter((value, column): value is string => typeof value === "string" && !codes.has(column) && value.length <= 40 && /\d[.,]\d/.test(value)));
}

const DOTTED = /^\d{1,3}(\.\d{3})+$/;
const FEWEST_CODES = 3;

/** Columns of codes such as "1.259.490": all of them as long, left of a column of other figures. Amounts differ in length. */
function dottedCodes(grid: SheetGrid): ReadonlySet<number> {
  const lengths = new Map<number, Map<number, number>>();
  const figures = new Map<number, number>();
  for (const row of grid.values) {
    row.forEach((value, column) => {
      const text = oneLine(value);
      const own = lengths.get(column) ?? new Map<number, number>();
      if (typeof value === "string" && DOTTED.test(text)) lengths.set(column, own.set(text.length, (own.get(text.length) ?? 0) + 1));
      else if (typeof value === "number" || /^[-(£\s]*\d[\d.,]*\)?$/.test(text)) figures.set(column, (figures.get(column) ?? 0) + 1);
    });
  }
  const isCode = (column: number, own: ReadonlyMap<number, number>): boolean => own.size === 1 && [...own.values()].every((count) => count >= FEWEST_CODES && [...figures].some(([at, other]) => at > column && other * 2 >= count));
  return new Set([...lengths].flatMap(([column, own]) => (isCode(column, own) ? [column] : [])));
}

function columnsOf(grid: SheetGrid): Column[] {
  const columns: Column[] = [];
  for (const row of grid.values) {
    row.forEach((value, at) => {
      if (typeof value === "number" && !Number.isInteger(value)) (columns[at] ??= { points: 0, commas: 0, decimals: 0, small: 0, large: 0 }).decimals += 1;
      if (typeof value !== "string" || value.length > 40) return;
      const digits = value.replace(/[£€()\s]|\b(CR|DR)\b|^-|-$/gi, "");
      const column = (columns[at] ??= { points: 0, commas: 0, decimals: 0, small: 0, large: 0 });
      if (/^[1-9]\d{0,2}\.\d{3}$/.test(digits)) column.points += 1;
      else if (/^[1-9]\d{0,2},\d{3}$/.test(digits) && !/[£€]/.test(value)) column.commas += 1;
      else if (/^[1-9]\d{0,2}$/.test(digits)) column.small += 1;
      else if (/^[1-9]\d{3,}$/.test(digits)) column.large += 1;
    });
  }
  return columns.filter((column) => column !== undefined);
}

function unitsNamed(grid: SheetGrid): ReadonlySet<string> {
  const units = grid.values.flatMap((row) => row.flatMap((value) => (typeof value === "string" && value.length <= 90 ? unitNamed(oneLine(value))?.unit ?? [] : [])));
  return new Set(units);
}
