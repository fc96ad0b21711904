// Which side of its account an internal recharge stands on: the column tells where the sheet has one for costs or for income, else the sign.
import { parseAddress } from "../budget/cells";
import { budgetPence, type BudgetLine } from "../budget/line";
import { meaningOf } from "../reading/words/headingWords";
import type { SheetReading, TableMapping } from "../reading/types";

/** True for a charge, false for income. */
export type IsCharge = (line: BudgetLine) => boolean;

/** A line by its sign alone. */
export const chargeBySign: IsCharge = (line) => budgetPence(line) >= 0;

/**
 * A negative amount in a column of costs is a correction of costs and no income, and the other way round: otherwise both sides of the
 * recharges would stand too high by it. Only where the heading names the side.
 */
export function chargeByColumn(sheets: readonly SheetReading[]): IsCharge {
  const tablesOf = new Map(sheets.map((sheet) => [placeKey(sheet), sheet.tables]));
  const sideOf = new Map<TableMapping, ReadonlyMap<number, boolean>>();
  return (line) => {
    const at = parseAddress(line.source.address);
    const table = at === null ? undefined : tablesOf.get(placeKey(line.source))
      ?.find(({ area }) => area.top <= at.row && at.row <= area.bottom && area.left <= at.column && at.column <= area.right);
    if (at === null || table === undefined) return chargeBySign(line);
    const sides = sideOf.get(table) ?? sidesOfColumns(table);
    sideOf.set(table, sides);
    return sides.get(at.column) ?? chargeBySign(line);
  };
}

function sidesOfColumns(table: TableMapping): ReadonlyMap<number, boolean> {
  return new Map(table.columns.flatMap(({ column, heading }): [number, boolean][] => {
    const part = meaningOf(heading)?.part;
    return part === "gross" || part === "income" ? [[column, part === "gross"]] : [];
  }));
}

function placeKey({ file, sheet }: { readonly file: string | null; readonly sheet: string }): string {
  return `${file ?? ""}\u0001${sheet}`;
}
