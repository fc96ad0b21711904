// Words on the sheet that name another unit than the one a table was read in: beside it every figure is out by a thousand, so a person looks first.
import { cellAddress } from "../../budget/cells";
import type { MoneyUnit } from "../../money/unit";
import { readAmount } from "../words/amounts";
import { oneLine } from "../words/cellText";
import { valueAt } from "../grid";
import { unitNamed } from "../words/headingWords";
import type { TableFacts } from "../tableFacts";
import { rowUnits } from "../columns/rowUnits";
import { isAboutOneFigure } from "../columns/unit";

export interface UnitConflict {
  readonly unit: MoneyUnit;
  readonly words: string;
  readonly address: string;
}

/** A cell that says nothing but a unit, as in a column of units. */
const UNIT_CELL = /^\(?(£|gbp|pounds?|£?\s?['’]?000s?|£?\s?k|£?\s?m|£?\s?mn|£?\s?millions?|£?\s?thousands?)\)?$/i;
/** A line that names its own unit in brackets or after a comma: "Parks (£000)". */
const OWN_UNIT = /(?:[([]|,\s?|\sin\s)(£\s?['’]?000s?|£\s?k|£\s?mn?|£\s?millions?|£\s?thousands?)[)\]]?$/i;
const SHORT = 60;

/**
 * The first such words: in the lines between the table before (`facts.from`) and the headings, on a row of words among the lines, in
 * a column of units, or in the name of a line. Null when nothing contradicts, and when somebody confirmed the unit.
 */
export function unitConflict(facts: TableFacts): UnitConflict | null {
  if (facts.confirmedBy !== null) return null;
  const { table } = facts;
  // Where nothing else names a unit a column of units contradicts nothing.
  const ofRows = facts.unit.told ? null : rowUnits(facts.grid, table, facts.columns)?.column ?? null;
  const headings = new Set([...table.headerRows, ...table.repeatedHeaderRows]);
  const above = facts.columns.some((c) => c.stage !== null && c.unit !== null && c.unit !== (facts.unit.shown ?? facts.unit.unit));
  for (let row = facts.from; row <= table.area.bottom; row += 1) {
    if (headings.has(row) || (above && row < table.area.top)) continue;
    const found = inRow(facts, row, ofRows);
    if (found !== null) return found;
  }
  return null;
}

function inRow(facts: TableFacts, row: number, ofRows: number | null): UnitConflict | null {
  const { grid, table } = facts;
  const values = grid.values[row] ?? [];
  const inside = row >= table.area.top;
  const [left, right] = inside ? [table.area.left, table.area.right] : [0, values.length - 1];
  const columns = Array.from({ length: Math.max(0, right - left + 1) }, (_, i) => left + i);
  const figures = columns.some((column) => readAmount(valueAt(grid, row, column)).kind === "number");
  for (const column of columns) {
    const value = valueAt(grid, row, column);
    if (typeof value !== "string" || value.trim() === "" || (inside && column === ofRows)) continue;
    const words = oneLine(value);
    // Above a table a currency is no unit.
    if (!inside && /^gbp$/i.test(words)) continue;
    const declares = figures ? inside && (UNIT_CELL.test(words) || OWN_UNIT.test(words)) : words.length <= SHORT && !isAboutOneFigure(words);
    const unit = declares ? unitOf(words) : null;
    if (unit !== null && unit !== (facts.unit.shown ?? facts.unit.unit)) return { unit, words, address: cellAddress(row, column) };
  }
  return null;
}

function unitOf(words: string): MoneyUnit | null {
  return unitNamed(words)?.unit ?? (/^\(?(£|gbp|pounds?)\)?$/i.test(words) ? "pounds" : null);
}
