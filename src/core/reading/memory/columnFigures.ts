// Columns under one heading are told apart by what they hold: figures of a few lines, kept with the mapping and looked at again.
import { columnLetters } from "../../budget/cells";
import { isBlank, oneLine } from "../words/cellText";
import { layoutHash } from "./fingerprint";
import type { SheetGrid } from "../grid";
import type { RememberedColumn } from "../lineSteps";
import type { ColumnField, ColumnMapping, KnownFigure, TableMapping } from "../types";

/** Enough that lines which came, went or changed since leave some to tell by. */
const KEPT = 12;

const NAMES: ReadonlySet<ColumnField> = new Set(["code", "subjective", "description"]);
const TEXTS: ReadonlySet<ColumnField> = new Set([...NAMES, "section", "agency", "holder", "note"]);

/** The mapping with figures for its columns of amounts that share their heading with another, where one of them is used. */
export function withFigures(grid: SheetGrid, mapping: TableMapping): TableMapping {
  const groups = alike(mapping.columns).filter((group) => group.some(({ field }) => field !== "ignored") && group.every(({ field }) => !TEXTS.has(field)));
  if (groups.length === 0) return mapping;
  const rows = namedRows(grid, mapping);
  const figures = new Map<number, readonly KnownFigure[]>();
  for (const group of groups) {
    const telling = rows.filter(({ row }) => new Set(group.map(({ column }) => figureAt(grid, row, column))).size > 1).slice(0, KEPT);
    for (const { column } of group) figures.set(column, telling.map(({ line, row }) => ({ line, figure: figureAt(grid, row, column) })));
  }
  return { ...mapping, columns: mapping.columns.map((c): ColumnMapping => ({ ...c, ...figuresOf(figures.get(c.column)) })) };
}

/** Words for each heading whose columns hold what the others of that heading held before: they changed places, and nothing else tells it. */
export function changedPlaces(before: readonly RememberedColumn[], now: readonly RememberedColumn[]): string[] {
  return alike(before).flatMap((olds): string[] => {
    const [{ heading } = { heading: "" }] = olds;
    const news = inOrder(now.filter((column) => column.heading === heading));
    if (news.length !== olds.length) return [];
    const best = olds.map((old, i) => {
      const scores = news.map((column) => agreeing(old, column));
      const most = Math.max(...scores.map(({ same }) => same));
      const at = scores.findIndex(({ same }) => same === most);
      return most > (scores[i]?.same ?? 0) && most * 2 > (scores[at]?.known ?? 0) ? at : i;
    });
    // A month's figures that moved one column on, as the months do, are no exchange.
    if (new Set(best).size < best.length || best.every((at, i) => at === i)) return [];
    const moved = olds.flatMap((old, i) => (best[i] === i ? [] : [`what stood in column ${columnLetters(old.column)} stands in ${columnLetters(news[best[i] ?? i]?.column ?? old.column)}`]));
    return [`the columns headed "${heading}" changed places by their figures: ${moved.join(", ")}`];
  });
}

/** Columns of one heading, left to right; a heading of one column is left out. */
function alike<C extends { readonly column: number; readonly heading: string }>(columns: readonly C[]): C[][] {
  const groups = new Map<string, C[]>();
  for (const column of columns) if (column.heading !== "") groups.set(column.heading, [...(groups.get(column.heading) ?? []), column]);
  return [...groups.values()].filter((group) => group.length > 1).map(inOrder);
}

function inOrder<C extends { readonly column: number }>(columns: readonly C[]): C[] {
  return [...columns].sort((a, b) => a.column - b.column);
}

function agreeing(old: RememberedColumn, now: RememberedColumn): { readonly same: number; readonly known: number } {
  const held = new Map((now.figures ?? []).map(({ line, figure }) => [line, figure]));
  const known = (old.figures ?? []).filter(({ line }) => held.has(line));
  return { same: known.filter(({ line, figure }) => held.get(line) === figure).length, known: known.length };
}

/** Rows by their code and words, each name once, in an order that does not hang on where they stand: much the same lines are kept after rows came, went or were sorted. */
function namedRows(grid: SheetGrid, { area, headerRows, columns }: TableMapping): { readonly line: string; readonly row: number }[] {
  const names = columns.filter(({ field }) => NAMES.has(field));
  const rows = new Map<string, number | null>();
  for (let row = Math.max(area.top, ...headerRows) + 1; row <= area.bottom; row += 1) {
    const line = plain(names.map(({ column }) => oneLine(grid.values[row]?.[column] ?? null)).filter((text) => text !== "").join(" "));
    if (line !== "") rows.set(line, rows.has(line) ? null : row);
  }
  return [...rows].flatMap(([line, row]) => (row === null ? [] : [{ line, row, key: layoutHash(line) }])).sort((a, b) => (a.key < b.key ? -1 : 1));
}

function figureAt(grid: SheetGrid, row: number, column: number): string {
  const value = grid.values[row]?.[column] ?? null;
  return isBlank(value) ? "" : plain(oneLine(value));
}

/** Without the marks that part figures in the mapping's text. */
function plain(text: string): string {
  return text.replace(/[{}|:"]/g, " ").trim();
}

function figuresOf(figures: readonly KnownFigure[] | undefined): Pick<ColumnMapping, "figures"> {
  return figures === undefined || figures.length === 0 ? {} : { figures };
}
