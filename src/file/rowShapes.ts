// How rows of a new sheet stand: outline levels, and room for texts that go on in further lines.
import type { SheetCell, SheetSpec } from "../core/writing/types";
import { wraps } from "./cellStyles";

const LINE_POINTS = 15;
const MAX_POINTS = 409;
/** Excel's own. */
const MAX_LEVEL = 7;

/** Points, or null for the standard height: not every program finds the height of wrapped text by itself. */
export function rowHeight(row: readonly (SheetCell | null)[], columnWidths: readonly number[]): number | null {
  let lines = 1;
  for (const [c, cell] of row.entries()) lines = Math.max(lines, linesOf(cell, columnWidths[c] ?? 0));
  return lines > 1 ? Math.min(MAX_POINTS, lines * LINE_POINTS) : null;
}

/** The level of each row; groups may lie in one another. */
export function outlineLevels({ rows, outlineRows }: SheetSpec): Uint8Array {
  const last = outlineRows.reduce((most, { to }) => Math.max(most, to), -1);
  const levels = new Uint8Array(Math.max(rows.length, last + 1));
  for (const { from, to } of outlineRows) {
    for (let row = from; row <= to; row += 1) levels[row] = Math.min(MAX_LEVEL, (levels[row] ?? 0) + 1);
  }
  return levels;
}

/** A width counts digits, and letters are narrower; but whole words move to the next line. */
function linesOf(cell: SheetCell | null, columnWidth: number): number {
  if (cell === null || typeof cell.value !== "string" || columnWidth <= 0 || !wraps(cell.style, columnWidth)) return 1;
  const perLine = Math.max(4, columnWidth * 1.08);
  if (cell.value.length <= perLine && !cell.value.includes("\n")) return 1;
  return cell.value.split("\n").reduce((lines, line) => lines + Math.max(1, Math.ceil(line.length / perLine)), 0);
}
