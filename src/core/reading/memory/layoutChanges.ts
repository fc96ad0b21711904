// Every sheet's layout against the one kept in tblMapping: what moved is followed and noted, what matters stops the refresh by its name.
import { cellAddress, type CellRef } from "../../budget/cells";
import { budgetPence, type BudgetLine } from "../../budget/line";
import type { Issue } from "../../issues/issue";
import { sumPenceBy, type Pence } from "../../money/pence";
import { UNIT_LABEL, type MoneyUnit } from "../../money/unit";
import { MONEY_UNITS } from "./corrections";
import { layoutFingerprint } from "./fingerprint";
import type { SheetGrid } from "../grid";
import type { SheetReading, TableMapping } from "../types";
import { compareColumns, type LayoutDifference } from "./compareLayout";
import { readMapping, type RememberedTable } from "./mappingRows";
import type { RememberedColumn } from "../lineSteps";

/**
 * An error for each table whose layout changed in a way that matters (D-4: a changed layout stops the refresh with a named difference), a
 * question where the sign habit is another, a remark for what was only moved, added beside or headed by another month.
 */
export function layoutChanges(mapping: SheetGrid, sheets: readonly SheetReading[], lines: readonly BudgetLine[] = []): Issue[] {
  const remembered = readMapping(mapping);
  const groups = new Map<string, RememberedTable[]>();
  for (const row of remembered) {
    const key = JSON.stringify([row.file, row.sheet]);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [row]);
    else known.push(row);
  }
  const free = sheets.filter((sheet) => sheet.tables.length > 0 && !groups.has(JSON.stringify([sheet.file ?? "", sheet.sheet])));
  return [...groups.values()].flatMap((rows) => changesOfSheet(mapping, rows, sheetOf(rows, sheets, free), lines));
}

/** The rows of sheets whose changed layout nobody has taken yet: they stay as they are when the mapping is written. */
export function unsettledRows(grids: readonly SheetGrid[], issues: readonly Issue[]): RememberedTable[] {
  const places = new Set(issues.filter(({ code }) => code === "layout-changed").map(({ facts }) => facts.mapping));
  const rows = grids.flatMap((grid) => readMapping(grid).map((row) => ({ row, place: placeIn(grid, row) })));
  return rows.filter(({ row }) => rows.some((other) => places.has(other.place) && other.row.sheet === row.sheet && other.row.file === row.file)).map(({ row }) => row);
}

/**
 * The sheet as it is now: under its name in its file, else under its name in a file that nothing is remembered of, else the one sheet that
 * nothing is remembered of and that has the same layout (a report's next month), unless people settled something about the old one.
 */
function sheetOf(rows: readonly RememberedTable[], sheets: readonly SheetReading[], free: readonly SheetReading[]): SheetReading | undefined {
  const [first] = rows;
  const exact = sheets.find((s) => s.sheet === first?.sheet && (s.file ?? "") === first.file);
  if (exact !== undefined) return exact;
  const alike = (sheet: SheetReading): boolean => sheet.tables.length === rows.length && rows.every((row) => !differs(row, sheet.tables[row.position - 1]));
  const named = free.filter((sheet) => sheet.sheet === first?.sheet);
  if (named.length > 0) return named.find(alike) ?? named[0];
  const [renamed, ...others] = rows.some((row) => row.confirmedBy !== "" || (row.target?.goesTo ?? "") !== "") ? [] : free.filter(alike);
  return others.length === 0 ? renamed : undefined;
}

function differs(row: RememberedTable, table: TableMapping | undefined): boolean {
  return table === undefined || difference(row, table).changed.length > 0;
}

function changesOfSheet(mapping: SheetGrid, rows: readonly RememberedTable[], sheet: SheetReading | undefined, lines: readonly BudgetLine[]): Issue[] {
  const [first] = rows;
  if (first === undefined) return [];
  const free = [...(sheet?.tables ?? [])];
  const matched = assign(rows, free);
  const changed = (row: RememberedTable, where: CellRef, difference: string): Issue =>
    ({ code: "layout-changed", severity: "error", pence: moneyOn(sheet, lines), where, facts: { sheet: row.sheet, difference, mapping: placeIn(mapping, row) } });
  const issues = matched.flatMap(({ row, table }): Issue[] => {
    if (table === null) return [changed(row, { file: mapping.file, sheet: mapping.sheet, address: row.record.address("Layout") }, goneWords(row, sheet))];
    const found = difference(row, table);
    if (found.changed.length > 0) return [changed(row, headingCell(table), found.changed.join("; "))];
    const sign = row.sign !== "" && row.sign !== table.sign && table.corrections?.sign !== table.sign;
    const followed = [...(table.sheet === row.sheet ? [] : [`the sheet was called "${row.sheet}"`]), ...found.followed, ...(sign ? [`its sign habit was "${row.sign}" and is "${table.sign}"`] : [])];
    return followed.length === 0 ? [] : [{ code: "layout-followed", severity: sign ? "question" : "info", pence: null, where: headingCell(table), facts: { sheet: table.sheet, difference: followed.join("; ") } }];
  });
  const added = free.map((table) => changed(first, headingCell(table), `a table is there that was not before, under ${headingsOf(table.columns)}`));
  return [...issues, ...added];
}

/** What hangs on a sheet: the size of all its budgets. Null where it holds none. */
function moneyOn(sheet: SheetReading | undefined, lines: readonly BudgetLine[]): Pence | null {
  const own = lines.filter(({ source }) => source.sheet === sheet?.sheet && source.file === sheet.file);
  return own.length === 0 ? null : sumPenceBy(own, (line) => Math.abs(budgetPence(line)));
}

/** Each remembered table with the one that is it now: at its place where nothing matters, else anywhere on the sheet, else at its place all the same. */
function assign(rows: readonly RememberedTable[], free: TableMapping[]): { readonly row: RememberedTable; readonly table: TableMapping | null }[] {
  const all = [...free];
  const taken = new Map<RememberedTable, TableMapping>();
  const take = (row: RememberedTable, table: TableMapping | undefined): void => {
    if (taken.has(row) || table === undefined || !free.includes(table)) return;
    taken.set(row, table);
    free.splice(free.indexOf(table), 1);
  };
  for (const row of rows) if (!differs(row, all[row.position - 1])) take(row, all[row.position - 1]);
  for (const row of rows) take(row, taken.has(row) ? undefined : free.find((table) => !differs(row, table)));
  for (const row of rows) take(row, all[row.position - 1]);
  return rows.map((row) => ({ row, table: taken.get(row) ?? null }));
}

function difference(row: RememberedTable, table: TableMapping): LayoutDifference {
  if (row.columns === null) return { changed: row.layout === table.fingerprint ? [] : ["the headings are not those that were kept"], followed: [] };
  const { changed, followed } = compareColumns(row.columns, table.columns);
  const [was, is] = [foundUnit(row.columns, row.layout), foundUnit(table.columns, table.fingerprint)];
  const unit = was !== null && is !== null ? [UNIT_LABEL[was], UNIT_LABEL[is]] : [row.unit, UNIT_LABEL[table.unit]];
  const headings = table.headerRows.map((r) => r + 1).join(", ");
  const moved = row.headerRows === "" || row.headerRows === headings ? [] : [`its headings moved from row ${row.headerRows} to ${headings}`];
  return { changed: [...(unit[0] === unit[1] ? [] : [`the unit was ${unit[0]} and is ${unit[1]}`]), ...changed], followed: [...moved, ...followed] };
}

/** The unit that the sheet itself told, which a confirmed answer may hide: the one whose layout value is the one that was kept. */
function foundUnit(columns: readonly RememberedColumn[], layout: string): MoneyUnit | null {
  return MONEY_UNITS.find((unit) => layoutFingerprint(columns, unit) === layout) ?? null;
}

function goneWords(row: RememberedTable, sheet: SheetReading | undefined): string {
  const table = row.columns === null ? "" : `, which stood under ${headingsOf(row.columns)}`;
  if (sheet === undefined) return `the sheet is no longer there${table}`;
  return row.position === 1 ? `no such table is there now${table}` : `no table ${row.position} is there now${table}`;
}

const NAMED = 6;

function headingsOf(columns: readonly RememberedColumn[]): string {
  const used = columns.filter(({ field, heading }) => field !== "ignored" && heading !== "").map(({ heading }) => `"${heading}"`);
  return `${used.slice(0, NAMED).join(", ")}${used.length > NAMED ? ` and ${used.length - NAMED} more` : ""}`;
}

function headingCell(table: TableMapping): CellRef {
  return { file: table.file, sheet: table.sheet, address: cellAddress(table.headerRows[0] ?? table.area.top, table.area.left) };
}

function placeIn(mapping: SheetGrid, row: RememberedTable): string {
  return `${mapping.sheet}!${row.record.address("Layout")}`;
}
