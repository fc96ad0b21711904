// What each row of a sheet looks like before anything is decided: its texts, its amounts, whether it could be a heading.
import { readAmount } from "../words/amounts";
import { fold, isBlank, isYearCell, oneLine, yearOf } from "../words/cellText";
import type { CellValue, SheetGrid } from "../grid";
import { meaningOf, unitNamed } from "../words/headingWords";
import type { RowLook } from "../tableSteps";

const NUMBERING_CELL = /^\(?(col(umn)?\.?\s*)?[a-z]{1,2}(\s*=.*)?\)?$|^\(?\d{1,3}\)?$|^\(?\d{1,2}\s*=\s*[\d\s+\-–(),:a-z]+\)?$|^(text|r|ref)$|^col [a-z]\b.*$/i;

export function lookAtRow(values: readonly CellValue[], row: number): RowLook {
  const texts: number[] = [];
  const stands: number[] = [];
  const amounts: number[] = [];
  const years: number[] = [];
  let numbered = 0;
  let filled = 0;
  let last = Number.NaN;
  let inSequence = true;
  for (let column = 0; column < values.length; column += 1) {
    const value = values[column] ?? null;
    if (isBlank(value)) continue;
    filled += 1;
    // "5=4-2" is the fifth column.
    const digits = typeof value === "number" ? value : Number(/^\(?(\d{1,3})(?:\s*=.*|\)?)$/.exec(oneLine(value))?.[1] ?? Number.NaN);
    if (NUMBERING_CELL.test(oneLine(value))) numbered += 1;
    if (!Number.isNaN(digits)) {
      if (!Number.isNaN(last) && digits !== last + 1) inSequence = false;
      last = digits;
    }
    if (isYearCell(value)) years.push(column);
    if (typeof value === "number" || isBareYear(value)) amounts.push(column);
    else if (isYearCell(value)) continue;
    else if (typeof value === "boolean") texts.push(column);
    else {
      const kind = readAmount(value).kind;
      (kind === "number" ? amounts : kind === "text" || oneLine(value).length === 1 && /\p{L}/u.test(oneLine(value)) ? texts : stands).push(column);
    }
  }
  return { row, texts, stands, amounts, years, plainAmounts: amounts.some((column) => !years.includes(column)), numbering: filled >= 3 && numbered === filled && inSequence && texts.length + years.length > 0 };
}

export function lookAtRows(grid: SheetGrid): readonly RowLook[] {
  return grid.values.map((values, row) => lookAtRow(values, row));
}

export function isEmptyLook(look: RowLook | undefined): boolean {
  return look === undefined || [look.texts, look.stands, look.amounts, look.years].every((columns) => columns.length === 0);
}

/** Headings of this row that we know: those that name amounts, and those that name labels. */
export function knownHeadings(grid: SheetGrid, look: RowLook): { readonly amounts: readonly number[]; readonly labels: readonly number[] } {
  const amounts: number[] = yearsAreHeadings(grid, look) ? [...look.years] : [];
  const labels: number[] = [];
  const periods = look.texts.filter((column) => isPeriod(oneLine(grid.values[look.row]?.[column] ?? null)));
  for (const column of look.texts) {
    const text = oneLine(grid.values[look.row]?.[column] ?? null);
    if (text.length > 90) continue;
    const meaning = meaningOf(text) ?? meaningOf(cutWords(grid, look, column, text));
    if (meaning === null) {
      if (unitNamed(text) !== null) amounts.push(column);
      continue;
    }
    if (meaning.stage !== null || meaning.part !== "whole" || meaning.plain || meaning.field === "variance" || meaning.field === "ignored") amounts.push(column);
    else labels.push(column);
  }
  // Months across stand over the parts of a year: a row of them is one of headings, whatever stands over the names.
  return { amounts, labels: periods.length >= 3 && amounts.length > 0 ? [...labels, ...periods] : labels };
}

const MONTH_NAME = "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
const PERIOD = new RegExp(`^(?:${MONTH_NAME}[-\\s']*(?:\\d{2}|\\d{4})?|(?:p|m|q|qtr|wk|period|month|quarter|week)\\.?\\s?\\d{1,2}(?:[\\s-]+(?:${MONTH_NAME}\\s?)?\\d{0,4})?|(?:1st|2nd|3rd|4th|first|second|third|fourth) (?:qtr|quarter)|${MONTH_NAME}\\s?(?:-|–|to)\\s?${MONTH_NAME}|quarter|period|month|week)$`, "i");

/** A month, quarter or numbered period by itself: "Apr-26", "P03", "Q2", "Qtr 2", "Apr-Jun". */
export function isPeriod(heading: string): boolean {
  return PERIOD.test(heading.trim());
}

/** A heading cut in two over rows ("Cash" over "Limit") with its upper part; "" where none stands right above. */
function cutWords(grid: SheetGrid, look: RowLook, column: number, text: string): string {
  const above = grid.values[look.row - 1]?.[column] ?? null;
  return typeof above === "string" && !isBlank(above) && above.length <= 25 && column > (look.texts[0] ?? 0) ? `${oneLine(above)} ${text}` : "";
}

/**
 * Numbers such as 1990 and 2018 are years where they stand alone in their row or beside bare label words ("Service"); beside any other
 * words they are the amounts of a line.
 */
export function yearsAreHeadings(grid: SheetGrid, look: RowLook): boolean {
  const at = (column: number): CellValue => grid.values[look.row]?.[column] ?? null;
  if (!look.years.some((column) => isBareYear(at(column)))) return true;
  return look.texts.every((column) => BARE_LABEL.test(fold(oneLine(at(column)))) || (yearOf(at(column)) !== null && !isBareYear(at(column))));
}

const BARE_LABEL = /^(service|services|description|code|item|detail|details|name|heading|budget head|line|scheme|project|account|cost centre|agency|authority|organisation|department|directorate|category|subjective|ref|reference|£.*|in £.*)$/;

/** Four digits that could be an amount as well as a year; "2026/27" could not. */
function isBareYear(value: CellValue): boolean {
  return typeof value === "number" ? isYearCell(value) : typeof value === "string" && /^\s*(19|20)\d{2}\s*$/.test(value);
}
