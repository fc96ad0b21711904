// Finds a table with services down the rows and a body, or a department of one body, in each column.
import { cellAddress } from "../../budget/cells";
import { bodyTypeNamed } from "../agencies/agencies";
import { readAmount } from "../words/amounts";
import { isUnitAlone } from "../columns/columns";
import { fold, isBlank, isYearCell, textAt, yearOf } from "../words/cellText";
import { valueAt, type SheetGrid } from "../grid";
import { meaningOf, unitNamed } from "../words/headingWords";
import { isPeriod } from "../tables/rows";
import { totalWording } from "../words/totalWords";
import { codeAndName, textsAbove, unitOver } from "./agencyRows";
import { axisTotals, type AxisItem } from "./axisTotals";
import type { CrossBody, CrossItem, CrossTable } from "./crossTable";

const HEADINGS_WITHIN = 30;
/** No form has so many services; a sheet this long is a list. */
const MOST_ROWS = 3000;
const FEWEST_ITEMS = 3;
const FEWEST_DEPARTMENTS = 3;
const NOT_MONEY = /%|\bper ?cent|\bfte\b|\bwte\b|\bheadcount\b|\bpopulation\b|\bposts\b|\brank\b|\bunits?\b|\bnumber\b/i;

/**
 * The table, or null where nothing is sure. Columns are bodies when nearly all are named as bodies; they are departments when their
 * headings name nothing that we know and a last column adds them on nearly every row.
 */
export function findAgencyColumns(grid: SheetGrid): CrossTable | null {
  if (grid.values.length > MOST_ROWS) return null;
  for (let row = 0; row < Math.min(grid.values.length, HEADINGS_WITHIN); row += 1) {
    const texts = (grid.values[row] ?? []).filter((value) => typeof value === "string" && !isBlank(value)).length;
    if (texts < 3) continue;
    const table = tableAt(grid, row);
    if (table !== null) return table;
  }
  return null;
}

function tableAt(grid: SheetGrid, headerRow: number): CrossTable | null {
  const width = grid.values[headerRow]?.length ?? 0;
  const unitRow = isUnitRow(grid, headerRow + 1);
  const first = headerRow + (unitRow ? 2 : 1);
  const rows = Array.from({ length: Math.max(0, grid.values.length - first) }, (_, i) => first + i);
  const amounts = Array.from({ length: width }, (_, column) => column).filter((column) => isAmountColumn(grid, rows, column));
  const left = amounts[0];
  if (left === undefined || left === 0 || amounts.some((column) => textAt(grid, headerRow, column) === "")) return null;
  const headings = amounts.map((column) => textAt(grid, headerRow, column));
  const parts = headings.filter((heading) => totalWording(heading) === null);
  // "Economic growth" may be a department; a table of growth, savings and virements is not one of departments.
  const doubtful = parts.filter((heading) => meaningOf(spaced(heading))?.field === "ignored").length;
  if (parts.length < 2 || doubtful * 2 >= parts.length || parts.some((heading) => isKnown(heading)) || headings.some((heading) => readAmount(heading).kind !== "text")) return null;
  const bodies = parts.filter((heading) => bodyTypeNamed(heading) !== "OTHER").length;
  const named = bodies === parts.length && new Set(parts.map(fold)).size === parts.length;
  const items = itemsOf(grid, rows, left, amounts);
  if (items.length < FEWEST_ITEMS || !namesOnLeft(grid, items, left) || stagesDown(items)) return null;
  if (!named && !addedByLast(grid, items, amounts, headings)) return null;
  const bottom = items[items.length - 1]?.index ?? headerRow;
  return {
    grid, bodiesAre: "columns", bodiesNamed: named ? "agencies" : "departments", owner: named ? null : ownerOver(grid, headerRow, left, unitRow),
    area: { top: headerRow, left: 0, bottom, right: amounts[amounts.length - 1] ?? left }, headerRows: unitRow ? [headerRow, headerRow + 1] : [headerRow],
    labelColumns: Array.from({ length: left }, (_, column) => ({ column, heading: textAt(grid, headerRow, column), field: column === left - 1 ? "description" as const : "section" as const })),
    bodies: amounts.map((column, i): CrossBody => ({
      index: column, name: headings[i] ?? "", codes: [], group: "", bodyType: named ? bodyTypeNamed(headings[i] ?? "") : null,
      cell: { file: grid.file, sheet: grid.sheet, address: cellAddress(headerRow, column) },
    })),
    items, above: [...textsAbove(grid, headerRow), ...Array.from({ length: left }, (_, column) => textAt(grid, headerRow, column)).filter((text) => unitNamed(text) !== null)], headedUnit: unitOver(amounts.map((column, i) => `${headings[i] ?? ""} ${unitRow ? textAt(grid, headerRow + 1, column) : ""}`.trim())),
  };
}

/** A row of units under the headings: "r'000" over every amount. */
function isUnitRow(grid: SheetGrid, row: number): boolean {
  const texts = (grid.values[row] ?? []).filter((value) => !isBlank(value) && !isYearCell(value));
  return texts.length >= 2 && texts.filter((value) => typeof value === "string" && unitNamed(value) !== null).length >= texts.length - 1;
}

function isAmountColumn(grid: SheetGrid, rows: readonly number[], column: number): boolean {
  let numbers = 0;
  let words = 0;
  for (const row of rows) {
    const { kind } = readAmount(valueAt(grid, row, column));
    if (kind === "number" || kind === "nil") numbers += 1;
    else if (kind === "text") words += 1;
  }
  return numbers >= FEWEST_ITEMS && numbers > words * 3;
}

/** A heading that the reader of lines knows: a stage, a year, a part of an amount, a month, a count or a code. */
function isKnown(heading: string): boolean {
  if (isYearCell(heading) || yearOf(heading) !== null || isPeriod(heading) || NOT_MONEY.test(heading) || unitNamed(heading)?.words === heading || isUnitAlone(heading)) return true;
  const meaning = meaningOf(spaced(heading));
  return meaning !== null && (meaning.stage !== null || meaning.part !== "whole" || meaning.plain || ["variance", "code", "subjective", "holder", "note"].includes(meaning.field));
}

function spaced(heading: string): string {
  return heading.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2");
}

/** Rows with an amount, each under the headings that stand on rows of their own. */
function itemsOf(grid: SheetGrid, rows: readonly number[], left: number, amounts: readonly number[]): readonly CrossItem[] {
  const items: CrossItem[] = [];
  let section: readonly string[] = [];
  for (const row of rows) {
    const labels = Array.from({ length: left }, (_, column) => textAt(grid, row, column)).filter((text) => text !== "");
    const held = amounts.some((column) => ["number", "nil"].includes(readAmount(valueAt(grid, row, column)).kind));
    if (!held) {
      // Words over the amounts once more head another table.
      if (items.length >= FEWEST_ITEMS && amounts.filter((column) => readAmount(valueAt(grid, row, column)).kind === "text").length >= 2) break;
      if (labels.length > 0) section = [labels.join(" ")];
      continue;
    }
    const [code, ...rest] = labels;
    const coded = rest.length > 0 && code !== undefined && /^[A-Z]{0,4}\d[\w./-]*$/i.test(code);
    const name = labels[labels.length - 1] ?? "";
    const over = (coded ? rest : labels).slice(0, -1);
    items.push({ index: row, ...(coded ? { code, name } : codeAndName(name)), sections: [...section, ...over] });
  }
  return items;
}

/** Budget, forecast and variance down the rows: figures of one service in a column, turned, and no services. */
function stagesDown(items: readonly CrossItem[]): boolean {
  return items.filter(({ name }) => {
    const meaning = meaningOf(name);
    return meaning !== null && ((meaning.stage !== null && !meaning.plain) || meaning.field === "variance");
  }).length * 2 > items.length;
}

function namesOnLeft(grid: SheetGrid, items: readonly CrossItem[], left: number): boolean {
  return items.filter((item) => item.name !== "" && Array.from({ length: left }, (_, c) => textAt(grid, item.index, c)).some((text) => /\p{L}{2}/u.test(text))).length >= items.length * 0.9;
}

/** One column, the last of those that are used, adds all others on nearly every row, so that they are parts of one whole. */
function addedByLast(grid: SheetGrid, items: readonly CrossItem[], amounts: readonly number[], headings: readonly string[]): boolean {
  if (amounts.length < FEWEST_DEPARTMENTS + 1) return false;
  const columns = amounts.map((column, i): AxisItem => ({
    words: headings[i] ?? "", pence: items.map((item) => { const reading = readAmount(valueAt(grid, item.index, column)); return reading.kind === "number" ? reading.value : null; }),
  }));
  const whole = Math.max(0, ...columns.flatMap((c) => c.pence.map((p) => (p === null || Number.isInteger(p) ? 0 : 1))));
  const [total] = axisTotals(columns, whole === 0 ? 0.5 : 0.005).slice(-1);
  return total !== undefined && total.index === columns.length - 1 && total.parts.every((part) => part.coefficient === 1) && total.leaves.length >= FEWEST_DEPARTMENTS
    && axisCovers(total.leaves.length, columns.length, columns) && total.agreeing >= Math.max(3, total.compared * (totalWording(columns[total.index]?.words ?? "") === null ? 0.9 : 0.75));
}

/** Every column but the totals is under the last one. */
function axisCovers(leaves: number, columns: number, all: readonly AxisItem[]): boolean {
  return leaves + all.filter((c, i) => i < columns - 1 && totalWording(c.words) !== null).length + 1 >= columns;
}

/** A proper name over the labels ("Cape Town", with a year below) says whose departments these are. */
function ownerOver(grid: SheetGrid, headerRow: number, left: number, unitRow: boolean): CrossTable["owner"] {
  for (let column = left - 1; column >= 0; column -= 1) {
    const name = textAt(grid, headerRow, column);
    const dated = unitRow && isYearCell(valueAt(grid, headerRow + 1, column));
    if (name !== "" && meaningOf(name) === null && (dated || bodyTypeNamed(name) !== "OTHER")) return { name, cell: { file: grid.file, sheet: grid.sheet, address: cellAddress(headerRow, column) } };
  }
  return null;
}
