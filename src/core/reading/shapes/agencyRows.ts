// Finds a table with a body in each row and a service in each column, as statutory returns print them.
import type { BodyType } from "../../budget/agency";
import { cellAddress } from "../../budget/cells";
import { bodyTypeNamed } from "../agencies/agencies";
import { readAmount } from "../words/amounts";
import { fold, isBlank, isYearCell, textAt } from "../words/cellText";
import { valueAt, type SheetGrid } from "../grid";
import { meaningOf, unitNamed } from "../words/headingWords";
import type { CrossBody, CrossItem, CrossTable } from "./crossTable";

const BODY_HEADING = /^(name of )?(the )?(local |billing |precepting |reporting )?(authority|authorities|agency|agencies|organisation|organization|council|body|bodies|provider|trust|partner)( name)?$|^(la|lad|org|organisation|council) name$/;
const CLASS_HEADING = /^(class|region|type|authority type|type of authority|class of authority|tier|area|county|country)$/;
const CODE_HEADING = /\bcodes?\b|^ons$|^ecode$|^id$|^ref(erence)?$|^gss$/;
/** Heads, people and shares are no money. */
const NOT_MONEY = /%|\bper ?cent|\bpercentage|\bpopulation\b|\bfte\b|\bwte\b|\bheadcount\b|\bper head\b|\bper capita\b|\brank\b|\bplease confirm\b/i;
const HEADINGS_WITHIN = 40;
const FEWEST_SERVICES = 3;
const FEWEST_BODIES = 2;

/** Classes of English authorities in the returns to the ministry, and what kind of body each is. "O" holds police, fire and others. */
const CLASS_BODY: Readonly<Record<string, BodyType>> = { l: "COUNCIL", lb: "COUNCIL", md: "COUNCIL", ua: "COUNCIL", sc: "COUNCIL", sd: "COUNCIL" };

/** The table, or null where nothing says surely that each row is a body and each column a service. */
export function findAgencyRows(grid: SheetGrid): CrossTable | null {
  for (let row = 0; row < Math.min(grid.values.length, HEADINGS_WITHIN); row += 1) {
    const column = (grid.values[row] ?? []).findIndex((value) => typeof value === "string" && BODY_HEADING.test(fold(value)));
    if (column >= 0) {
      const table = tableAt(grid, row, column);
      if (table !== null) return table;
    }
  }
  return null;
}

function tableAt(grid: SheetGrid, headerRow: number, nameColumn: number): CrossTable | null {
  const headings = (grid.values[headerRow] ?? []).map((_, column) => textAt(grid, headerRow, column));
  const rows = bodyRows(grid, headerRow, nameColumn);
  const amounts = headings.flatMap((heading, column) => (column > nameColumn && heading !== "" && holdsAmounts(grid, rows, column) ? [column] : []));
  const first = amounts[0];
  if (first === undefined || rows.length < FEWEST_BODIES) return null;
  // "Council 100 103 107.5" is a body's own row, not a row of headings.
  if (amounts.filter((column) => typeof valueAt(grid, headerRow, column) === "number").length * 2 > amounts.length) return null;
  const services = amounts.filter((column) => isService(headings[column] ?? ""));
  if (services.length < FEWEST_SERVICES || services.length * 3 < amounts.length * 2) return null;
  if (!namesAreDistinct(grid, rows, nameColumn) || !onlyShortLabels(grid, rows, nameColumn, first)) return null;
  const groups = groupHeadings(grid, headerRow, amounts);
  const labels = Array.from({ length: first }, (_, column) => ({ column, heading: headings[column] ?? "", field: labelField(grid, rows, headings[column] ?? "", column, nameColumn) })).filter((l) => l.heading !== "" || l.column === nameColumn);
  const items = amounts.filter((column) => !NOT_MONEY.test(headings[column] ?? "") && !mostlyWords(grid, rows, column)).map((column): CrossItem => ({ index: column, ...codeAndName(headings[column] ?? ""), sections: groups.get(column) ?? [] }));
  const bottom = rows[rows.length - 1] ?? headerRow;
  const headerRows = groups.size > 0 && headerRow > 0 ? [headerRow - 1, headerRow] : [headerRow];
  const classColumn = labels.find((l) => fold(l.heading) === "class") ?? labels.find((l) => CLASS_HEADING.test(fold(l.heading)));
  const codeColumns = labels.filter((l) => l.field === "code").map((l) => l.column);
  const bodies = rows.map((row): CrossBody => {
    const name = textAt(grid, row, nameColumn);
    const group = classColumn === undefined ? "" : textAt(grid, row, classColumn.column);
    const words = bodyTypeNamed(name);
    return {
      index: row, name, group, bodyType: words !== "OTHER" ? words : CLASS_BODY[group.toLowerCase()] ?? null,
      cell: { file: grid.file, sheet: grid.sheet, address: cellAddress(row, nameColumn) },
      codes: codeColumns.map((column) => textAt(grid, row, column)).filter((code) => /\d/.test(code)),
    };
  });
  return {
    grid, bodiesAre: "rows", bodiesNamed: "agencies", owner: null, headerRows, labelColumns: labels, bodies, items,
    area: { top: headerRows[0] ?? headerRow, left: labels[0]?.column ?? nameColumn, bottom, right: amounts[amounts.length - 1] ?? nameColumn },
    above: textsAbove(grid, headerRows[0] ?? headerRow), headedUnit: unitOver(amounts.map((column) => headings[column] ?? "")),
  };
}

/** Rows below the headings with a name and an amount; notes and rules between them are left out. */
function bodyRows(grid: SheetGrid, headerRow: number, nameColumn: number): readonly number[] {
  const rows: number[] = [];
  for (let row = headerRow + 1; row < grid.values.length; row += 1) {
    const name = textAt(grid, row, nameColumn);
    if (name === "" || /^[\d.,\s]+$/.test(name)) continue;
    if ((grid.values[row] ?? []).some((value, column) => column > nameColumn && readAmount(value).kind === "number")) rows.push(row);
  }
  return rows;
}

function holdsAmounts(grid: SheetGrid, rows: readonly number[], column: number): boolean {
  return rows.slice(0, 400).some((row) => readAmount(valueAt(grid, row, column)).kind === "number");
}

function mostlyWords(grid: SheetGrid, rows: readonly number[], column: number): boolean {
  let words = 0;
  let amounts = 0;
  for (const row of rows) {
    const kind = readAmount(valueAt(grid, row, column)).kind;
    if (kind === "text") words += 1;
    else if (kind === "number") amounts += 1;
  }
  return words > amounts;
}

/** A heading that names neither a stage of a budget, nor a year, nor nothing but a unit. */
function isService(heading: string): boolean {
  if (isYearCell(heading) || NOT_MONEY.test(heading)) return false;
  const meaning = meaningOf(heading);
  if (meaning === null) return unitNamed(heading) === null || heading.length > 12;
  return /\bservices?\b|\bcare\b|\btransport\b|\beducation\b|\bhousing\b|\blevy\b|\bgrants?\b|\bbenefits?\b|\btotal of\b/i.test(heading)
    || !(meaning.stage !== null || meaning.plain || meaning.field === "variance" || meaning.field === "code" || meaning.field === "subjective" || (meaning.part !== "whole" && heading.split(" ").length <= 3));
}

function namesAreDistinct(grid: SheetGrid, rows: readonly number[], column: number): boolean {
  return new Set(rows.map((row) => fold(textAt(grid, row, column)))).size >= rows.length * 0.9;
}

/** Beside the body nothing but codes and classes: a column of words would say that a row is a line of a body, not the body. */
function onlyShortLabels(grid: SheetGrid, rows: readonly number[], nameColumn: number, first: number): boolean {
  for (let column = 0; column < first; column += 1) {
    if (column === nameColumn) continue;
    const long = new Set(rows.map((row) => textAt(grid, row, column)).filter((text) => text.length > 12 && !/\d/.test(text)));
    if (long.size > Math.max(12, rows.length * 0.3)) return false;
  }
  return true;
}

function labelField(grid: SheetGrid, rows: readonly number[], heading: string, column: number, nameColumn: number): CrossTable["labelColumns"][number]["field"] {
  if (column === nameColumn) return "agency";
  const sample = rows.slice(0, 50).map((row) => textAt(grid, row, column)).filter((text) => text !== "");
  const coded = sample.filter((text) => /^[A-Z]{0,3}\d{2,10}$/i.test(text)).length;
  return CODE_HEADING.test(fold(heading)) || coded * 2 > sample.length ? "code" : "ignored";
}

/** "190 Education services" is code 190; "Education services" has none. */
export function codeAndName(heading: string): { readonly code: string | null; readonly name: string } {
  const match = /^([A-Z]{0,2}\d{2,5}[a-z]?)[\s.:–-]+(\p{L}.*)$/u.exec(heading);
  return match === null ? { code: null, name: heading } : { code: match[1] ?? null, name: (match[2] ?? "").trim() };
}

/** Words one row above, merged over columns or standing over the first of them: "Capital items". */
function groupHeadings(grid: SheetGrid, headerRow: number, amounts: readonly number[]): ReadonlyMap<number, readonly string[]> {
  const groups = new Map<number, readonly string[]>();
  const row = grid.values[headerRow - 1];
  if (row === undefined || row.filter((value) => !isBlank(value)).length < 2) return groups;
  let carried = "";
  for (const column of amounts) {
    const merge = (grid.merges ?? []).find((m) => m.top <= headerRow - 1 && headerRow - 1 <= m.bottom && m.left <= column && column <= m.right);
    const own = merge === undefined ? textAt(grid, headerRow - 1, column) : textAt(grid, merge.top, merge.left);
    if (own !== "") carried = own;
    if (carried !== "") groups.set(column, [carried]);
  }
  return groups;
}

export function textsAbove(grid: SheetGrid, headerRow: number): readonly string[] {
  const texts: string[] = [];
  for (let row = headerRow - 1; row >= 0; row -= 1) for (const [column] of (grid.values[row] ?? []).entries()) if (textAt(grid, row, column) !== "") texts.push(textAt(grid, row, column));
  return texts;
}

export function unitOver(headings: readonly string[]): CrossTable["headedUnit"] {
  const named = headings.flatMap((heading) => unitNamed(heading)?.unit ?? []);
  const [first] = named;
  return first !== undefined && named.length * 2 > headings.length && named.every((unit) => unit === first) ? first : null;
}
