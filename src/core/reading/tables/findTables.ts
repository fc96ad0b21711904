// Finds the tables of a sheet: their heading rows and their area, among titles, notes, blank rows and other tables.
import { readAmount } from "../words/amounts";
import type { SheetGrid } from "../grid";
import { isBlank, oneLine, yearOf } from "../words/cellText";
import { valueAt } from "../grid";
import { isEmptyLook, knownHeadings, lookAtRows, yearsAreHeadings } from "./rows";
import { amountsBelow, columnsWithAmounts, isOnlyAmounts } from "./amountsBelow";
import { isAmount, meaningOf, unitNamed } from "../words/headingWords";
import { stripsOf } from "./strips";
import { firstColumn, isTitleBeside, namesBody } from "./titleRows";
import type { RowLook, FoundTable } from "../tableSteps";

interface HeaderBlock {
  readonly top: number;
  readonly bottom: number;
  readonly amountColumns: readonly number[];
  readonly signature: string;
  /** The headings over the amounts alone: a further block of the same table may change the words over its labels. */
  readonly amountSignature: string;
  /** All words of the heading row itself, without group titles or units beside it. */
  readonly coreSignature: string;
}

const HEADER_REACH = 8;

export function findTables(grid: SheetGrid): readonly FoundTable[] {
  return stripsOf(grid).flatMap(tablesIn);
}

function tablesIn(grid: SheetGrid): FoundTable[] {
  const looks = lookAtRows(grid);
  const blocks = headerBlocks(grid, looks);
  const tables: FoundTable[] = [];
  for (let i = 0; i < blocks.length; i += 1) {
    const block = blocks[i];
    if (block === undefined) continue;
    const repeated: number[] = [];
    let next = i + 1;
    while (next < blocks.length && continues(looks, block, blocks[next]) && !repeatsLines(grid, looks, block, blocks[next], blocks[next + 1]?.top)) {
      for (let row = blocks[next]?.top ?? 0; row <= (blocks[next]?.bottom ?? -1); row += 1) repeated.push(row);
      next += 1;
    }
    tables.push(...cutSideways(grid, looks, block, lastRow(looks, block.bottom, blocks[next]?.top ?? looks.length, block), repeated));
    i = next - 1;
  }
  return tables;
}

/** Below the repeated headings mostly the same lines as above them stand again, under a title: another year or agency, not another page. */
function repeatsLines(grid: SheetGrid, looks: readonly RowLook[], block: HeaderBlock, next: HeaderBlock | undefined, end = looks.length): boolean {
  if (next === undefined || noTitleAbove(looks, next.top)) return false;
  const labels = (from: number, to: number): Set<string> => new Set(looks.slice(from, to).flatMap((look) => {
    const text = look.amounts.length === 0 ? "" : look.texts.filter((column) => column < (look.amounts[look.amounts.length - 1] ?? 0)).map((column) => oneLine(valueAt(grid, look.row, column))).join(" ");
    return text === "" ? [] : [text];
  }));
  const above = labels(block.bottom + 1, next.top);
  const below = labels(next.bottom + 1, end);
  const shared = [...below].filter((label) => above.has(label)).length;
  return shared >= 2 && shared * 2 > Math.min(above.size, below.size);
}

/** The headings repeated at a page break, or those of a next block whose amounts have the same headings and no title of their own. */
function continues(looks: readonly RowLook[], block: HeaderBlock, next: HeaderBlock | undefined): boolean {
  if (next === undefined) return false;
  if (next.signature === block.signature || next.coreSignature === block.coreSignature) return true;
  const above = looks[next.top - 1];
  return next.amountSignature === block.amountSignature && next.bottom - next.top === block.bottom - block.top && next.top > 0
    && (isEmptyLook(above) || above?.plainAmounts === true) && noTitleAbove(looks, next.top);
}

/** Between the last amounts and the headings nothing but blank rows. */
function noTitleAbove(looks: readonly RowLook[], top: number): boolean {
  for (let row = top - 1; row >= 0; row -= 1) {
    const look = looks[row];
    if (look !== undefined && !isEmptyLook(look)) return look.plainAmounts;
  }
  return false;
}

/** Every block of heading rows, top down. */
function headerBlocks(grid: SheetGrid, looks: readonly RowLook[]): HeaderBlock[] {
  const blocks: HeaderBlock[] = [];
  let after = -1;
  for (let row = 0; row < looks.length; row += 1) {
    const look = looks[row];
    if (row <= after || look === undefined || look.plainAmounts || isEmptyLook(look)) continue;
    const amountColumns = headedAmounts(grid, looks, look, blocks.length > 0);
    if (amountColumns.length === 0) continue;
    const block = growHeader(grid, looks, row, after, amountColumns);
    blocks.push(block);
    after = block.bottom;
  }
  return blocks;
}

/** Columns of this row whose heading names an amount and below which amounts stand. */
function headedAmounts(grid: SheetGrid, looks: readonly RowLook[], look: RowLook, later: boolean): number[] {
  if (namesItsValue(grid, look) || (looks[look.row + 1]?.plainAmounts === false && namesBody(grid, look, columnsWithAmounts(looks, look.row)))) return [];
  const known = knownHeadings(grid, look);
  const cells = look.texts.length + look.years.length;
  const below = known.amounts.filter((column) => amountsBelow(looks, look.row, column));
  const own = later ? headingsByPlace(grid, looks, look) : [];
  if (own.length > 0) return own;
  if (below.length === 0) return [];
  if (later) {
    // In the middle of a sheet words over the amounts must be headings, or the row is a line whose amounts are words; words alone over
    // the first column stand over codes of digits, and are a note or a section's name.
    if (cells === 1 && below[0] === firstColumn(grid)) return [];
    const over = [...look.texts, ...look.years].filter((column) => !known.labels.includes(column) && amountsBelow(looks, look.row, column));
    const sure = known.labels.length > 0 || known.amounts.length >= 2 || below.some((column) => namesYearOrUnit(grid, look.row, column));
    return below.length >= over.length * 0.6 && sure ? below : [];
  }
  // One text alone is a heading only over a column of amounts with words to its left, or of the only amounts; else it is a title.
  const enough = cells >= 2 || (below.length === cells && ((below[0] ?? 0) > firstColumn(grid) || isOnlyAmounts(looks, look.row, below[0] ?? 0)));
  return enough && (known.labels.length > 0 || known.amounts.length >= 2 || cells <= 3) ? below : [];
}

/** What reports say of themselves beside a value: "Currency", "Version". */
const PARAMETER = /^(entity|period|currency|view|version|scenario|fund|ledger|company|filters?|selection|fiscal year|controlling area|organisation|business unit|report|run|user|cost cent(re|er) group|level|measure|page|sheet)$/i;

/** "Report:" beside its value: a line of the title block. */
function namesItsValue(grid: SheetGrid, look: RowLook): boolean {
  const name = oneLine(valueAt(grid, look.row, look.texts[0] ?? 0));
  if (look.amounts.length === 0 && look.texts.length >= 2 && look.texts.every((column) => /^\p{L}[\p{L} ]{1,24}: ?\S/u.test(oneLine(valueAt(grid, look.row, column))))) return true;
  return look.texts.length === 2 && look.amounts.length === 0 && (/:$/.test(name) || (PARAMETER.test(name) && (/^currency$/i.test(name) || !isAmount(meaningOf(oneLine(valueAt(grid, look.row, look.texts[1] ?? 0)))))));
}

/**
 * Headings told by where they stand, whatever they say: after a blank row or a title of their own, words over every figure of the next
 * row and at their left. A table that begins so is never a part of the one above it.
 */
function headingsByPlace(grid: SheetGrid, looks: readonly RowLook[], look: RowLook): number[] {
  const next = looks[look.row + 1];
  const texts = [...look.texts, ...look.years].sort((a, b) => a - b);
  if (look.plainAmounts || !yearsAreHeadings(grid, look) || next === undefined || next.numbering || !next.plainAmounts || texts.length < 2 || !standsApart(looks, look.row)) return [];
  const over = texts.filter((column) => next.amounts.includes(column));
  const words = next.texts.filter((column) => column < (next.amounts[0] ?? 0));
  const headed = over.length > 0 && next.amounts.every((column) => over.includes(column)) && words.length > 0 && words.some((column) => texts.includes(column));
  return headed && over.every((column) => ["text", "number"].includes(readAmount(valueAt(grid, look.row, column)).kind)) ? over : [];
}

/** Below a blank row, with at most two rows of a single text (its titles) between. */
function standsApart(looks: readonly RowLook[], row: number): boolean {
  for (let above = row - 1; above >= Math.max(0, row - 3); above -= 1) {
    const look = looks[above];
    if (isEmptyLook(look)) return true;
    if (look === undefined || look.plainAmounts || look.texts.length + look.years.length > 1) return false;
  }
  return false;
}

function namesYearOrUnit(grid: SheetGrid, row: number, column: number): boolean {
  const value = valueAt(grid, row, column);
  return typeof value === "string" && !/^\s*\d+\s*$/.test(value) && (yearOf(value) !== null || unitNamed(value) !== null);
}

/** Extends a heading row up to group headings above it and down to units, numbering and continued words below it. */
function growHeader(grid: SheetGrid, looks: readonly RowLook[], core: number, after: number, amounts: readonly number[]): HeaderBlock {
  const dataColumns = columnsWithAmounts(looks, core);
  let bottom = core;
  while (bottom + 1 < looks.length && bottom - core < HEADER_REACH && continuesDown(grid, looks[bottom + 1], dataColumns)) bottom += 1;
  let top = core;
  while (top - 1 > after && core - top < HEADER_REACH && continuesUp(grid, looks[top - 1], dataColumns)) top -= 1;
  const wordsOf = (row: number): string => (grid.values[row] ?? []).flatMap((value, column) => (isBlank(value) ? [] : [`${column}\u0001${oneLine(value)}`])).join("\u0001");
  const signature = Array.from({ length: bottom - top + 1 }, (_, i) => wordsOf(top + i)).join("\u0002");
  const amountSignature = amounts.map((column) => `${column}\u0001${oneLine(valueAt(grid, core, column))}`).join("\u0002");
  // The row with most headings: titles of groups and units may stand over the first page alone.
  const words = (row: number): number => (looks[row]?.texts.length ?? 0) + (looks[row]?.years.length ?? 0);
  const fullest = Array.from({ length: bottom - top + 1 }, (_, i) => top + i).reduce((best, row) => (words(row) >= words(best) ? row : best), core);
  const coreSignature = wordsOf(fullest);
  return { top, bottom, amountColumns: amounts, signature, amountSignature, coreSignature };
}

function continuesDown(grid: SheetGrid, look: RowLook | undefined, dataColumns: ReadonlySet<number>): boolean {
  if (look === undefined || isEmptyLook(look)) return false;
  if (look.numbering) return true;
  if (look.plainAmounts || !yearsAreHeadings(grid, look)) return false;
  const over = [...look.texts, ...look.years].filter((column) => dataColumns.has(column));
  if (over.length === 0) return false;
  const units = over.filter((column) => unitNamed(oneLine(valueAt(grid, look.row, column))) !== null);
  // One word over amounts ("Revised") that names them, no note or section's name at the left.
  const [only = 0] = over;
  const named = over.length === 1 && only > firstColumn(grid) && oneLine(valueAt(grid, look.row, only)).length <= 40 && isAmount(meaningOf(oneLine(valueAt(grid, look.row, only))));
  return over.length >= 2 || named || (units.length === 1 && look.texts.length === 1);
}

function continuesUp(grid: SheetGrid, look: RowLook | undefined, dataColumns: ReadonlySet<number>): boolean {
  if (look === undefined || isEmptyLook(look) || look.plainAmounts || !yearsAreHeadings(grid, look)) return false;
  if (namesItsValue(grid, look) || namesBody(grid, look, dataColumns)) return false;
  const over = [...look.texts, ...look.years].filter((column) => dataColumns.has(column));
  if (over.length === 1 && isTitleBeside(grid, look, dataColumns)) return false;
  const short = over.filter((column) => oneLine(valueAt(grid, look.row, column)).length <= 60);
  // A title often stands alone in the first column; a group heading stands over amounts.
  return short.length > 0 && (over.length >= 2 || look.texts.length + look.years.length > 1 || isGroupMerge(grid, look.row, short[0] ?? 0) || short.length === 1)
    && !(look.texts.length === 1 && look.texts[0] === firstColumn(grid) && !isCutHeading(grid, look.row, look.texts[0]));
}

/** "Actual" over "2025/26" in the first column, where amounts stand left of the words: one heading on two rows, not a title over a table. */
function isCutHeading(grid: SheetGrid, row: number, column: number): boolean {
  const [upper, lower] = [oneLine(valueAt(grid, row, column)), oneLine(valueAt(grid, row + 1, column))];
  const below = meaningOf(lower);
  const names = below === null ? lower !== "" : isAmount(below);
  // "Budget Book 2026/27" over "2024/25 Actual" is a title: one heading names one year.
  const [over, under] = [yearOf(upper), yearOf(lower)];
  if (over !== null && under !== null && over !== under) return false;
  return upper.length <= 25 && names && isAmount(meaningOf(upper)) && isAmount(meaningOf(`${upper} ${lower}`));
}

function isGroupMerge(grid: SheetGrid, row: number, column: number): boolean {
  return (grid.merges ?? []).some((m) => m.top <= row && row <= m.bottom && m.left === column && m.right > m.left);
}

/** The last row that belongs to a table: the last one with an amount before the next table's headings. */
function lastRow(looks: readonly RowLook[], from: number, nextTop: number, block: HeaderBlock): number {
  let last = from;
  const left = Math.min(...block.amountColumns) - 3;
  for (let row = from + 1; row < nextTop; row += 1) {
    const look = looks[row];
    if (look !== undefined && look.amounts.some((column) => column >= left)) last = row;
  }
  // A line whose figure is still in words ("about 50") is a line, also when it is the last: it must be asked about, not lost.
  while (last + 1 < nextTop && isWordedLine(looks[last + 1], block)) last += 1;
  return last;
}

function isWordedLine(look: RowLook | undefined, block: HeaderBlock): boolean {
  const first = Math.min(...block.amountColumns);
  return look !== undefined && look.texts.some((column) => block.amountColumns.includes(column)) && look.texts.some((column) => column < first);
}

/** Tables side by side share heading rows: a blank column, then labels again and amounts of their own. */
function cutSideways(grid: SheetGrid, looks: readonly RowLook[], block: HeaderBlock, bottom: number, repeated: readonly number[]): FoundTable[] {
  const used = usedColumns(grid, block.top, bottom);
  const groups: number[][] = [];
  for (const column of used) {
    const group = groups[groups.length - 1];
    if (group !== undefined && column === (group[group.length - 1] ?? 0) + 1) group.push(column);
    else groups.push([column]);
  }
  const whole = groups.reduce<number[][]>((merged, group) => {
    const before = merged[merged.length - 1];
    const own = before !== undefined && isOwnTable(grid, looks, block, bottom, group) && isOwnTable(grid, looks, block, bottom, before) && !codesBesideWords(grid, block, bottom, before, group);
    if (before === undefined || own) merged.push([...group]);
    else before.push(...group);
    return merged;
  }, []);
  const headerRows = Array.from({ length: block.bottom - block.top + 1 }, (_, i) => block.top + i);
  return whole.map((columns) => ({
    area: { top: block.top, left: columns[0] ?? 0, bottom, right: columns[columns.length - 1] ?? 0 },
    headerRows, repeatedHeaderRows: repeated, columns,
  }));
}

/** A group of columns is a table of its own when it has a column of words on at least two rows left of amounts. */
function isOwnTable(grid: SheetGrid, looks: readonly RowLook[], block: HeaderBlock, bottom: number, group: readonly number[]): boolean {
  const members = new Set(group);
  const labels = new Set<string>();
  let labelled = 0;
  for (let row = block.bottom + 1; row <= bottom; row += 1) {
    const look = looks[row];
    // Codes of digits stand left of the words as figures do, so the words need a figure somewhere at their right.
    const last = look?.amounts.filter((column) => members.has(column)).pop();
    const words = look?.texts.filter((column) => members.has(column) && column < (last ?? -1)) ?? [];
    if (words.length === 0) continue;
    labelled += 1;
    labels.add(words.map((column) => oneLine(valueAt(grid, row, column))).join("\u0001"));
  }
  // Remarks come again and again; the names of lines do not.
  return labels.size >= 2 && labels.size * 2 > labelled;
}

/** Codes alone left of a blank column and words alone right of it, or the other way round: both are of one line. */
function codesBesideWords(grid: SheetGrid, block: HeaderBlock, bottom: number, one: readonly number[], other: readonly number[]): boolean {
  const texts = (group: readonly number[]): string[] => Array.from({ length: bottom - block.bottom }, (_, i) => block.bottom + 1 + i)
    .flatMap((row) => group.flatMap((column) => (readAmount(valueAt(grid, row, column)).kind === "text" ? [oneLine(valueAt(grid, row, column))] : [])));
  const isCode = (text: string): boolean => /^(?=\S*\d)\S+$/.test(text);
  const [a, b] = [texts(one), texts(other)];
  return (a.every(isCode) && !b.some(isCode)) || (b.every(isCode) && !a.some(isCode));
}

function usedColumns(grid: SheetGrid, top: number, bottom: number): number[] {
  const used = new Set<number>();
  for (let row = top; row <= bottom; row += 1) {
    (grid.values[row] ?? []).forEach((value, column) => {
      if (!isBlank(value)) used.add(column);
    });
  }
  return [...used].sort((a, b) => a - b);
}
