// Tables side by side: cut apart at a blank column before tables are looked for, since their headings and rows need not stand level.
import { readAmount } from "../words/amounts";
import { isBlank, oneLine } from "../words/cellText";
import type { CellValue, SheetGrid } from "../grid";
import { isAmount, meaningOf } from "../words/headingWords";
import { sideOfHeading } from "../words/sideWords";

/** Columns of a part of the sheet, first and last included. */
interface Strip {
  readonly left: number;
  readonly right: number;
  /** Words stand left of amounts, other words on most rows: the names of lines. */
  readonly named: boolean;
}

/**
 * The sheet as one grid for each strip, in reading order and with the cells of the other strips blank; the sheet itself when it is one
 * table wide. A strip has names of lines of its own left of its amounts, and shares rows with the strip beside it.
 */
export function stripsOf(grid: SheetGrid): readonly SheetGrid[] {
  const strips: Strip[] = [];
  for (const { left, right } of columnGroups(grid).flatMap((group) => facingSides(grid, group))) {
    const before = strips[strips.length - 1];
    const named = namesLines(grid, left, right) || (before === undefined && namesAtRight(grid, left, right));
    if (before === undefined) strips.push({ left, right, named });
    else if (!named || !before.named || !sharesRows(grid, before, left, right)) {
      strips[strips.length - 1] = { left: before.left, right, named: before.named || namesLines(grid, before.left, right) };
    } else strips.push({ left, right, named });
  }
  return strips.length < 2 ? [grid] : strips.map((strip) => ({ ...grid, values: grid.values.map((row) => row.map((value, column): CellValue => (column >= strip.left && column <= strip.right ? value : null))) }));
}

/**
 * "Receipts" over names and their amounts, "Payments" over others at their right without a blank column between: an account whose two sides
 * face one another, cut where the second begins.
 */
function facingSides(grid: SheetGrid, { left, right }: { left: number; right: number }): { left: number; right: number }[] {
  for (const [at, row] of grid.values.entries()) {
    const first = sideOfHeading(oneLine(row[left] ?? null));
    if (first === null) continue;
    const second = row.findIndex((value, column) => column > left + 1 && column < right && typeof value === "string" && value.length <= 30 && ![null, first].includes(sideOfHeading(oneLine(value))));
    if (second < 0) continue;
    const below = grid.values.slice(at + 1);
    const holds = (column: number, kind: "text" | "number"): boolean => below.filter((cells) => readAmount(cells[column] ?? null).kind === kind && !(kind === "text" && !isWord(cells[column] ?? null))).length >= 2;
    if (holds(left, "text") && holds(left + 1, "number") && holds(second, "text") && holds(second + 1, "number")) return [{ left, right: second - 1 }, { left: second, right }];
  }
  return [{ left, right }];
}

/** Runs of columns that hold anything, parted by columns that hold nothing on any row. */
function columnGroups(grid: SheetGrid): { left: number; right: number }[] {
  const used = new Set<number>();
  for (const row of grid.values) row.forEach((value, column) => void (isBlank(value) || used.add(column)));
  const groups: { left: number; right: number }[] = [];
  for (const column of [...used].sort((a, b) => a - b)) {
    const last = groups[groups.length - 1];
    if (last !== undefined && last.right === column - 1) last.right = column;
    else groups.push({ left: column, right: column });
  }
  return groups;
}

/** At least two rows of the strip have different words left of an amount, and no remark that comes again and again. */
function namesLines(grid: SheetGrid, left: number, right: number): boolean {
  const labels = grid.values.flatMap((row) => labelOf(row, left, right) ?? []);
  const distinct = new Set(labels).size;
  return distinct >= 2 && distinct * 2 > labels.length;
}

/** Amounts under a heading that names an amount, with the names of lines at their right: only asked of the leftmost strip, as others hold remarks there. */
function namesAtRight(grid: SheetGrid, left: number, right: number): boolean {
  const headed = grid.values.some((row, at) => at + 1 < grid.values.length && readAmount(row[left] ?? null).kind === "text" && isAmount(meaningOf(oneLine(row[left] ?? null)))
    && grid.values.slice(at + 1, at + 4).some((below) => readAmount(below[left] ?? null).kind === "number"));
  const labels = grid.values.flatMap((row) => (readAmount(row[left] ?? null).kind === "number" ? row.slice(left + 1, right + 1).find((value) => readAmount(value).kind === "text" && isWord(value)) ?? [] : []));
  return headed && new Set(labels).size >= 2 && new Set(labels).size * 2 > labels.length;
}

/** The words of a row within the strip that stand left of its last amount; codes of digits may stand before or between them. */
function labelOf(row: readonly CellValue[], left: number, right: number): string | null {
  let words = "";
  let label: string | null = null;
  for (let column = left; column <= right; column += 1) {
    const value = row[column] ?? null;
    if (isBlank(value)) continue;
    const kind = readAmount(value).kind;
    if (kind === "number" && words !== "") label = words;
    if (kind === "text" && isWord(value)) words += `${oneLine(value)}\u0001`;
  }
  return label;
}

/** Codes ("K104", "460-7826") are no names. */
function isWord(value: CellValue): boolean {
  return /\p{L}{3}/u.test(oneLine(value));
}

/** Tables stand side by side only where some row holds amounts of both, or amounts of one beside the headings of the other. */
function sharesRows(grid: SheetGrid, strip: Strip, left: number, right: number): boolean {
  return grid.values.some((row) => {
    const beside = row.slice(strip.left, strip.right + 1).map((value) => readAmount(value).kind);
    return (beside.includes("number") || beside.filter((kind) => kind === "text").length >= 2) && labelOf(row, left, right) !== null;
  });
}
