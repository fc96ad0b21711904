// Creates or refreshes our own sheets: looks first, writes in blocks, and puts everything back when a step fails.
import { cellAddress, columnLetters } from "../core/budget/cells";
import type { CellValue, GridArea } from "../core/reading/grid";
import { pagesWide } from "../core/writing/printWidth";
import type { SheetSpec, TableSpec } from "../core/writing/types";
import { WorkbookError, type WorkOptions } from "../workbook/ports";
import { cellInput, formulaIn, numberFormatOf } from "./cellWriting";
import { drawCharts, lookForCharts, type StandingChart } from "./charts";
import { excelFault } from "./errors";
import { clearBefore, notesFor, reachOf, writeNotes } from "./keepNotes";
import { linkFormula, links, underlineLinks } from "./links";
import { heedStop, inExcel } from "./run";
import { LOOKS, paint, styledAreas } from "./styles";

/** A message to Excel on the web may hold 5 MB; formulas, formats and styles of a cell come to about 60 bytes. */
const CELLS_PER_MESSAGE = 12_000;
/** What Office.js takes of one range, whichever platform ("Resource limits and performance optimization for Office Add-ins"). */
const CELLS_PER_SHEET = 5_000_000;
/** Excel's column width is in points here; one character of the standard font is about 5.3. */
const POINTS_PER_CHARACTER = 5.3;

interface Standing {
  readonly spec: SheetSpec;
  readonly sheet: Excel.Worksheet;
  readonly used: Excel.Range;
  /** Names of the sheets that stand in the workbook, for links that follow their cell. */
  readonly names: ReadonlySet<string>;
  readonly tables: readonly { readonly spec: TableSpec; readonly table: Excel.Table; readonly range: Excel.Range }[];
  readonly charts: readonly StandingChart[];
}

/** Three round trips for a workbook of ordinary size: look, write, and show the result's sheets finished. */
export function writeOwnSheets(specs: readonly SheetSpec[], work: WorkOptions): Promise<void> {
  return inExcel(async (context) => {
    heedStop(work);
    refuseTooLarge(specs);
    const standing = await look(context, specs);
    refuseProtected(standing);
    try {
      await writeAll(context, standing, work);
    } catch (error) {
      await putBack(context, standing, error);
    }
  }, { retry: false, written: "" });
}

async function look(context: Excel.RequestContext, specs: readonly SheetSpec[]): Promise<Standing[]> {
  const all = context.workbook.worksheets;
  all.load("items/name");
  const names = new Set<string>();
  const standing = specs.map((spec): Standing => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(spec.name);
    sheet.load("name,protection/protected");
    const used = sheet.getUsedRangeOrNullObject();
    used.load("values,formulas,numberFormat,rowIndex,columnIndex,rowCount,columnCount");
    const tables = spec.tables.map((table) => {
      const item = context.workbook.tables.getItemOrNullObject(table.name);
      item.load("name,worksheet/name");
      const range = item.getRange();
      range.load("address");
      return { spec: table, table: item, range };
    });
    return { spec, sheet, used, names, tables, charts: lookForCharts(sheet, spec) };
  });
  await context.sync();
  for (const { name } of all.items) names.add(name);
  return standing;
}

/** Before anything is asked of Excel: a message of this size would fail after minutes of work. */
function refuseTooLarge(specs: readonly SheetSpec[]): void {
  const large = specs.find((spec) => spec.rows.length * spec.columnWidths.length > CELLS_PER_SHEET);
  if (large === undefined) return;
  throw new WorkbookError("too-large", `The sheet "${large.name}" would have ${large.rows.length} rows, more than can be written through Excel. Nothing was written.`, "Pool these workbooks from the command line: it writes results of this size as a new workbook.");
}

function refuseProtected(standing: readonly Standing[]): void {
  const blocked = standing.filter(({ sheet }) => !sheet.isNullObject && sheet.protection.protected);
  const first = blocked[0];
  if (first === undefined) return;
  throw new WorkbookError("protected", `The sheet "${first.spec.name}" is protected. Nothing was written.`, "Ask whoever protects it to unlock it, then write again.");
}

async function writeAll(context: Excel.RequestContext, standing: readonly Standing[], work: WorkOptions): Promise<void> {
  let cells = 0;
  let done = 0;
  for (const item of standing) {
    const size = item.spec.rows.length * item.spec.columnWidths.length;
    if (cells > 0 && cells + size > CELLS_PER_MESSAGE) {
      heedStop(work);
      // A round trip per message of about 1 MB is the point of the loop.
      // eslint-disable-next-line office-addins/no-context-sync-in-loop
      await context.sync();
      cells = 0;
    }
    writeOne(context, item);
    cells += size;
    done += 1;
    work.onProgress?.({ step: `Writing ${item.spec.name}`, done, total: standing.length });
  }
  heedStop(work);
  await context.sync();
}

function writeOne(context: Excel.RequestContext, { spec, sheet: found, used, names, tables, charts }: Standing): void {
  const fresh = found.isNullObject;
  const sheet = fresh ? context.workbook.worksheets.add(spec.name) : found;
  const width = Math.max(1, ...spec.rows.map((row) => row.length));
  const height = spec.rows.length;
  const notes = notesFor(spec, fresh, used);
  if (!fresh && !used.isNullObject) clearBefore(sheet, used, width, notes);
  for (const { spec: table, table: existing } of tables) {
    const range = rangeOf(sheet, table.area);
    if (existing.isNullObject) continue;
    existing.resize(range);
  }
  const area = sheet.getRangeByIndexes(0, 0, height, width);
  const cellsOf = (row: SheetSpec["rows"][number]) => Array.from({ length: width }, (_, c) => row[c] ?? null);
  area.numberFormat = spec.rows.map((row) => cellsOf(row).map(numberFormatOf));
  area.formulas = spec.rows.map((row) => cellsOf(row).map((cell) => (cell === null ? "" : (linkFormula(cell, names) ?? cellInput(cell.value, cell)))));
  for (const { spec: table, table: existing } of tables) {
    if (!existing.isNullObject) continue;
    const made = sheet.tables.add(rangeOf(sheet, table.area), true);
    made.name = table.name;
    made.style = "TableStyleLight1";
  }
  for (const { style, area: styled } of styledAreas(spec)) paint(rangeOf(sheet, styled), style);
  writeNotes(sheet, notes);
  links(sheet, spec, names);
  underlineLinks(sheet, spec, names);
  choices(sheet, spec, area);
  dress(sheet, spec, fresh);
  drawCharts(sheet, charts);
}

function choices(sheet: Excel.Worksheet, spec: SheetSpec, area: Excel.Range): void {
  for (const validation of spec.validations) {
    const target = rangeOf(sheet, validation.area).dataValidation;
    target.rule = { list: { inCellDropDown: true, source: validation.list.join(",") } };
    target.prompt = { message: validation.prompt, showPrompt: validation.prompt !== "", title: "Choose" };
    target.errorAlert = { message: `Choose one of: ${validation.list.join(", ")}.`, showAlert: true, style: "Stop", title: "Not a choice" };
  }
  if (spec.conditionalFormats.length > 0) area.conditionalFormats.clearAll();
  for (const rule of spec.conditionalFormats) {
    const format = rangeOf(sheet, rule.area).conditionalFormats.add(Excel.ConditionalFormatType.custom);
    format.custom.rule.formula = `=${rule.formula.replace(/^=/, "")}`;
    const { fill, color } = LOOKS[rule.style];
    if (fill !== undefined) format.custom.format.fill.color = fill;
    if (color !== undefined) format.custom.format.font.color = color;
  }
}

/** Columns at least this wide (characters) hold sentences: they go on in further lines instead of being cut at the next column. */
const SENTENCE_WIDTH = 34;
/** Rows above the headings hold titles, which run on over the empty cells beside them. */
const TITLE_ROWS = 3;

function dress(sheet: Excel.Worksheet, spec: SheetSpec, fresh: boolean): void {
  const rows = spec.rows.length - TITLE_ROWS;
  if (rows > 0 && spec.tables.length > 0) {
    sheet.getRangeByIndexes(TITLE_ROWS, 0, rows, spec.columnWidths.length).format.verticalAlignment = Excel.VerticalAlignment.top;
    spec.columnWidths.forEach((characters, c) => {
      if (characters >= SENTENCE_WIDTH) sheet.getRangeByIndexes(TITLE_ROWS, c, rows, 1).format.wrapText = true;
    });
  }
  spec.columnWidths.forEach((characters, c) => {
    sheet.getRangeByIndexes(0, c, 1, 1).format.columnWidth = characters * POINTS_PER_CHARACTER;
  });
  const { defaultForAllPages } = sheet.pageLayout.headersFooters;
  defaultForAllPages.leftFooter = "&A";
  defaultForAllPages.centerFooter = (spec.footer ?? "").replace(/&/g, "&&");
  defaultForAllPages.rightFooter = "Page &P of &N";
  if (!fresh) return;
  if (spec.tabColour !== null) sheet.tabColor = spec.tabColour;
  if (spec.freezeRows > 0 && spec.freezeColumns > 0) sheet.freezePanes.freezeAt(sheet.getRangeByIndexes(0, 0, spec.freezeRows, spec.freezeColumns));
  else if (spec.freezeRows > 0) sheet.freezePanes.freezeRows(spec.freezeRows);
  for (const { from, to } of spec.outlineRows) sheet.getRange(`${from + 1}:${to + 1}`).group(Excel.GroupOption.byRows);
  sheet.pageLayout.orientation = Excel.PageOrientation.landscape;
  const pages = pagesWide(spec.columnWidths, spec.freezeColumns);
  sheet.pageLayout.zoom = { horizontalFitToPages: pages };
  if (pages > 1 && spec.freezeColumns > 0) sheet.pageLayout.setPrintTitleColumns(`$A:$${columnLetters(spec.freezeColumns - 1)}`);
  if (spec.printTitleRows !== null) sheet.pageLayout.setPrintTitleRows(`$${spec.printTitleRows[0] + 1}:$${spec.printTitleRows[1] + 1}`);
}

/** Undoes what may have been written: new sheets go, refreshed ones get their old cells and table sizes back. Always ends in a fault. */
async function putBack(context: Excel.RequestContext, standing: readonly Standing[], cause: unknown): Promise<never> {
  const fault = excelFault(cause, "The workbook was put back as it was.");
  try {
    const now = standing.map((item) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject(item.spec.name);
      sheet.load("name");
      return { item, sheet };
    });
    await context.sync();
    for (const { item, sheet } of now) {
      if (sheet.isNullObject) continue;
      if (item.sheet.isNullObject) sheet.delete();
      else restore(sheet, item);
    }
    await context.sync();
  } catch (error) {
    const names = standing.map(({ spec }) => `"${spec.name}"`).join(", ");
    throw new WorkbookError(fault.code, `${excelFault(cause, "").message} Putting the sheets back failed too.`, `Look at our own sheets ${names}; agencies' sheets were not touched. Write the views again.`, excelFault(error, "").detail);
  }
  throw fault;
}

function restore(sheet: Excel.Worksheet, { spec, used, tables }: Standing): void {
  const { rows, columns } = reachOf(spec, notesFor(spec, false, used));
  sheet.getRangeByIndexes(0, 0, rows, columns).clear(Excel.ClearApplyTo.contents);
  for (const { table, range } of tables) if (!table.isNullObject) table.resize(range.address.slice(range.address.lastIndexOf("!") + 1));
  if (used.isNullObject) return;
  const old = sheet.getRangeByIndexes(used.rowIndex, used.columnIndex, used.rowCount, used.columnCount);
  const formats = used.numberFormat as string[][];
  old.numberFormat = formats;
  old.formulas = (used.values as CellValue[][]).map((row, r) => row.map((value, c) => {
    const formula = formulaIn(used.formulas[r]?.[c], value) ?? undefined;
    return cellInput(value, { formula, numberFormat: formats[r]?.[c] });
  }));
}

function rangeOf(sheet: Excel.Worksheet, area: GridArea): Excel.Range {
  return sheet.getRange(`${cellAddress(area.top, area.left)}:${cellAddress(area.bottom, area.right)}`);
}
