// Links from our sheets: to cells of agencies' sheets as formulas, which follow the cell when rows are inserted, to our own as plain links.
import { cutVisibly } from "../core/writing/cutVisibly";
import type { SheetCell, SheetSpec } from "../core/writing/types";
import { isPurseSheet } from "../core/writing/sheetNames";

/** Excel takes no longer text inside a formula. */
const MOST_TEXT = 255;
const LINK_COLOUR = "#0563C1";

/**
 * The HYPERLINK formula of a link to a cell of an agency's sheet that stands in this workbook, else null. The cell is named by ROW and
 * COLUMN of a reference, so that Excel keeps it right when the agency inserts rows; a text that is the address itself follows too.
 */
export function linkFormula(cell: SheetCell, names: ReadonlySet<string>): string | null {
  const { link, value, formula } = cell;
  if (link === undefined || link.file !== null || formula !== undefined || isPurseSheet(link.sheet) || !names.has(link.sheet)) return null;
  const words = String(value ?? link.address);
  const sheet = `'${link.sheet.replace(/'/g, "''")}'`;
  if (words.length > MOST_TEXT || !/^[A-Z]{1,3}[1-9]\d*$/.test(link.address)) return null;
  const [row, column] = [`ROW(${sheet}!${link.address})`, `COLUMN(${sheet}!${link.address})`];
  const shown = words === link.address ? `ADDRESS(${row},${column},4)` : quoted(words);
  return `=HYPERLINK(${quoted(`#${sheet}!`)}&ADDRESS(${row},${column}),${shown})`;
}

/** Links that stay where they are: within our own sheets, or where a formula can't hold the words. */
export function links(sheet: Excel.Worksheet, spec: SheetSpec, names: ReadonlySet<string>): void {
  spec.rows.forEach((row, r) => row.forEach((cell, c) => {
    if (cell?.link === undefined || cell.link.file !== null || linkFormula(cell, names) !== null) return;
    sheet.getRangeByIndexes(r, c, 1, 1).hyperlink = {
      documentReference: `'${cell.link.sheet.replace(/'/g, "''")}'!${cell.link.address}`,
      textToDisplay: cutVisibly(String(cell.value ?? cell.link.address)),
      screenTip: `Show ${cell.link.sheet} ${cell.link.address}`,
    };
  }));
}

/** Formulas get no look of a link by themselves: runs of them down a column are given it together. */
export function underlineLinks(sheet: Excel.Worksheet, spec: SheetSpec, names: ReadonlySet<string>): void {
  const runs = new Map<number, { top: number; bottom: number }[]>();
  spec.rows.forEach((row, r) => row.forEach((cell, c) => {
    if (cell === null || linkFormula(cell, names) === null) return;
    const own = runs.get(c) ?? [];
    runs.set(c, own);
    const last = own.at(-1);
    if (last !== undefined && last.bottom === r - 1) last.bottom = r;
    else own.push({ top: r, bottom: r });
  }));
  for (const [column, own] of runs) {
    for (const { top, bottom } of own) {
      const { font } = sheet.getRangeByIndexes(top, column, bottom - top + 1, 1).format;
      font.color = LINK_COLOUR;
      font.underline = "Single";
    }
  }
}

function quoted(text: string): string {
  return `"${text.replace(/"/g, '""')}"`;
}
