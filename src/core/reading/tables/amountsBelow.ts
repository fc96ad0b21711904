// What stands below a row that may hold headings: in which columns amounts follow within reach.
import type { RowLook } from "../tableSteps";

const LOOK_AHEAD = 40;

/** Every row below with an amount has it in this column alone, with words at its right. */
export function isOnlyAmounts(looks: readonly RowLook[], row: number, column: number): boolean {
  const below = looks.slice(row + 1, row + LOOK_AHEAD).filter((look) => look.plainAmounts && !look.numbering);
  const named = below.filter((look) => look.texts.some((text) => text > column));
  return named.length >= 2 && named.every((look) => look.amounts.length === 1 && look.amounts[0] === column);
}

export function amountsBelow(looks: readonly RowLook[], row: number, column: number): boolean {
  for (let r = row + 1; r < Math.min(looks.length, row + LOOK_AHEAD); r += 1) {
    const look = looks[r];
    if (look !== undefined && !look.numbering && look.amounts.includes(column)) return true;
  }
  return false;
}

export function columnsWithAmounts(looks: readonly RowLook[], core: number): ReadonlySet<number> {
  const columns = new Set<number>();
  for (let r = core + 1; r < Math.min(looks.length, core + LOOK_AHEAD); r += 1) {
    const look = looks[r];
    if (look !== undefined && !look.numbering) for (const column of look.amounts) columns.add(column);
  }
  return columns;
}
