// Words of bringing files in.
import type { LeftOut, SheetChoice } from "../../app/bringIn";
import type { CellValue } from "../../core/reading/grid";
import { count, sentence } from "./count";

const leftOut: Readonly<Record<LeftOut, string>> = {
  empty: "Left out: the sheet is empty.",
  ours: "Left out: it is a result that Common Purse wrote, not a budget.",
  stands: "Left out: this workbook has its own.",
};

/** What a person should know about a sheet, a sentence each. */
function remarks({ hidden, facts }: SheetChoice): string[] {
  return [
    ...(hidden ? ["The sheet is hidden in the file."] : []),
    ...(facts.hiddenRows + facts.hiddenColumns > 0 ? [`${sentence(hiddenParts(facts.hiddenRows, facts.hiddenColumns))} hidden in the file will be seen here.`] : []),
    ...(facts.formulas > 0 ? [`${sentence(count(facts.formulas, "formula"))} will be brought in as ${facts.formulas === 1 ? "its last saved figure" : "their last saved figures"}.`] : []),
    ...(facts.withoutFigure > 0 ? [`${sentence(count(facts.withoutFigure, "formula has", "formulas have"))} no saved figure: open the file in Excel and save it, or the cells stay empty.`] : []),
    ...(facts.cutTexts === undefined ? [] : [`${sentence(count(facts.cutTexts, "text is", "texts are"))} longer than a cell of Excel holds, and cut with a mark that says so.`]),
    ...(facts.fromElsewhere > 0 ? [`${sentence(count(facts.fromElsewhere, "figure comes", "figures come"))} from other workbooks, which are not opened.`] : []),
  ];
}

function hiddenParts(rows: number, columns: number): string {
  return [...(rows > 0 ? [count(rows, "row")] : []), ...(columns > 0 ? [count(columns, "column")] : [])].join(" and ");
}

function shown(value: CellValue): string {
  if (value === null) return "nothing";
  const text = String(value);
  return text.length <= 40 ? text : `${text.slice(0, 39)}…`;
}

export const bringIn = {
  button: "Bring in files",
  sample: "Try with sample data",
  emptyHint: "Budgets in other files can be brought in as new sheets: .xlsx, .xlsm, .xls or .csv. You may also drop files on this page.",
  dropHere: "Drop the files to look at them",
  title: "Bring in files",
  lead: (sheets: number) => (sheets === 0 ? "No sheet is chosen." : `${sentence(count(sheets, "sheet"))} would be brought in. Nothing has been written yet.`),
  hint: "Values only are written: no formula, macro or link of a file comes with them. Each sheet's file and date are kept on the sheet \"Purse Sources\".",
  confirm: (sheets: number) => (sheets === 1 ? "Bring in 1 sheet" : `Bring in ${sheets} sheets`),
  cancel: "Cancel",
  refusedTitle: "Files that can't be brought in",
  fileTitle: (file: string) => file,
  size: (rows: number, columns: number) => `${sentence(count(rows, "row"))}, ${count(columns, "column")}.`,
  becomes: (name: string) => `It becomes the sheet "${name}".`,
  include: (sheet: string) => `Bring in "${sheet}"`,
  how: (sheet: string) => `What to do with "${sheet}"`,
  cameBefore: (sheet: string, on: string) => `It was brought in before, as the sheet "${sheet}" (${on}).`,
  replace: (sheet: string) => `Replace "${sheet}"`,
  add: (name: string) => `Add beside it as "${name}"`,
  same: "Nothing has changed since then.",
  changes: (cells: number, before: number, after: number) =>
    `${sentence(count(cells, "cell differs", "cells differ"))}${before === after ? "" : `; ${count(before, "row")} before, ${count(after, "row")} now`}.`,
  seeChanges: (listed: number, cells: number) => (listed < cells ? `The first ${listed} of ${cells} cells, old → new` : "The cells, old → new"),
  shown,
  remarks,
  leftOut,
} as const;
