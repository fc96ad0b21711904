// One sheet, read on its own: what kind of sheet it is, its tables, and who it may belong to. Coding and partners come later.
import { cellAddress, type CellRef } from "../budget/cells";
import { STAGES } from "../budget/line";
import type { Issue } from "../issues/issue";
import { isOwnSheet, PURSE_SHEETS } from "../writing/sheetNames";
import { Answers } from "./memory/answers";
import { unreadPence } from "./balance";
import { correctedTable, NO_CORRECTIONS } from "./memory/corrections";
import { isBlank, oneLine } from "./words/cellText";
import { readCoding } from "./coding/coding";
import { findTables } from "./tables/findTables";
import type { GridArea, SheetGrid } from "./grid";
import { readBudgetTable } from "./readTable";
import { withFigures } from "./memory/columnFigures";
import { followColumns, followRange } from "./memory/followCorrections";
import { speaksOfFunding } from "./coding/nature";
import { numberStyleOn } from "./words/numberStyle";
import { lookAtRow } from "./tables/rows";
import { secondCut, type SecondCut } from "./overlap/secondCut";
import { isBody } from "./tables/titleRows";
import { findShape, type ShapeFound } from "./shapes/findShape";
import type { SheetReading } from "./types";
import { unreadFigures } from "./unreadFigures";
import { findYearColumn, ofOneYear, type OneYear } from "./columns/yearColumn";
import type { FoundTable } from "./tableSteps";
import type { TableReading, SheetDraft } from "./lineSteps";
import type { SheetNames } from "./partnerSteps";

const RULE_SHEETS: ReadonlySet<string> = new Set([PURSE_SHEETS.gateways, PURSE_SHEETS.schemes, PURSE_SHEETS.prohibitions, PURSE_SHEETS.funds]);

/** Reads one sheet. Pure; the work is in proportion to the used cells. */
export function readSheet(whole: SheetGrid, answers: Answers = new Answers([])): SheetDraft {
  const kept = oneYearOf(whole, answers);
  return kept === null ? readOneYear(whole, answers) : withYear(readOneYear(kept.grid, answers), whole, kept);
}

/** Rows kept for several years in one list, by a column that names them; a person's own mapping of the columns goes before. */
function oneYearOf(grid: SheetGrid, answers: Answers): OneYear | null {
  if (isOwnSheet(grid) || RULE_SHEETS.has(grid.sheet)) return null;
  const found = findYearColumn(grid);
  const corrected = answers.of(grid, 1)?.corrections ?? NO_CORRECTIONS;
  return found === null || corrected.columns.some(({ column }) => column === found.column) ? null : ofOneYear(grid, found);
}

function withYear(draft: SheetDraft, grid: SheetGrid, kept: OneYear): SheetDraft {
  if (draft.kind !== "budget") return { ...draft, grid };
  const tables = draft.tables.map((table, i) => ({ ...table, year: table.year ?? kept.year, setAside: i === 0 ? [...table.setAside, ...kept.setAside] : table.setAside }));
  return { ...draft, grid, tables, issues: [...draft.issues, ...kept.issues] };
}

function readOneYear(grid: SheetGrid, answers: Answers): SheetDraft {
  const draft = (kind: SheetDraft["kind"], more: Partial<SheetDraft> = {}): SheetDraft =>
    ({ grid, kind, tables: [], coding: null, names: namesOf(grid, grid.values.length), issues: [], rowsWithAmounts: 0, ...more });
  if (RULE_SHEETS.has(grid.sheet)) return draft("rules");
  if (isOwnSheet(grid)) return draft("purse");
  const hidden = grid.visibility === "visible" ? [] : [sheetIssue(grid, "hidden-sheet", "warning", { sheet: grid.sheet })];
  if (grid.values.every((row) => row.every(isBlank))) return draft("ignored", { issues: grid.visibility === "visible" ? [sheetIssue(grid, "sheet-empty", "info", { sheet: grid.sheet })] : [] });
  const coding = readCoding(grid);
  if (coding !== null) return draft("coding", { coding, issues: [...hidden, ...coding.issues] });
  const { style, unsure } = numberStyleOn(grid);
  const { corrections: corrected, missing } = followRange(answers.of(grid, 1)?.corrections ?? NO_CORRECTIONS, grid);
  const lost = missing === null ? [] : [sheetIssue(grid, "layout-changed", "error", { sheet: grid.sheet, mapping: PURSE_SHEETS.mapping, difference: `the row "${missing}", by which its range was kept, is not there or stands there twice` })];
  const plain = corrected.columns.length > 0 || corrected.range !== null;
  const shape = plain ? null : findShape(grid, style, answers.of(grid, 1));
  if (shape !== null) return shapedDraft(draft, shape, hidden);
  const found = withRange(findTables(grid), corrected.range);
  const tables: TableReading[] = [];
  const cuts: SecondCut[] = [];
  for (const table of found) {
    const above = tables.map((t) => t.mapping.area.bottom).filter((bottom) => bottom < table.area.top);
    const from = Math.max(0, ...above.map((bottom) => bottom + 1));
    const answer = answers.of(grid, tables.length + 1);
    const reading = readBudgetTable(grid, table, from, style, answer, tables[tables.length - 1]?.mapping.unit ?? null);
    if (reading === null || reading.lines.length === 0) continue;
    const cut = answer === null ? secondCut(grid, tables, reading) : null;
    if (cut !== null) {
      cuts.push(cut);
      continue;
    }
    const kept = tables.length === 0 ? corrected : answer?.corrections ?? NO_CORRECTIONS;
    const corrections = { ...kept, columns: followColumns(kept.columns, answer?.columns ?? null, reading.mapping.columns) };
    tables.push({ ...reading, mapping: { ...withFigures(grid, reading.mapping), confirmedBy: answer?.confirmedBy ?? null, corrections: kept === NO_CORRECTIONS ? kept : corrections } });
  }
  const decimals = unsure ? [sheetIssue(grid, "decimals-unsure", "question", { sheet: grid.sheet, style })] : [];
  const names = named(withHeadings(namesOf(grid, tables[0]?.mapping.area.top ?? grid.values.length), grid, tables[0]?.mapping.area.top ?? grid.values.length), corrected.agency);
  if (tables.length === 0) return draft("ignored", { names, issues: [...hidden, ...lost], rowsWithAmounts: labelledRows(grid) });
  const [first, ...others] = tables;
  const read = first === undefined || cuts.length === 0 ? tables : [{ ...first, setAside: [...first.setAside, ...cuts.map(({ row }) => row)] }, ...others];
  return draft("budget", { tables: read, names, unreadPence: addedUp(tables.map((table) => unreadPence(grid, table, style))), issues: [...hidden, ...lost, ...tables.flatMap((t) => t.issues), ...severalTables(grid, tables), ...cuts.map(({ issue }) => issue), ...unreadFigures(grid, [...tables, ...cuts.map(({ table }) => table)].map((t) => t.mapping)), ...decimals] });
}

/** A sheet of another shape: its one table, or why nothing of it is a line. */
function shapedDraft(draft: (kind: SheetDraft["kind"], more: Partial<SheetDraft>) => SheetDraft, { reading, why }: ShapeFound, hidden: readonly Issue[]): SheetDraft {
  return reading === null ? draft("ignored", { issues: hidden, why }) : draft("budget", { tables: [reading], issues: [...hidden, ...reading.issues] });
}

function addedUp(parts: readonly ReturnType<typeof unreadPence>[]): SheetReading["unreadPence"] {
  if (parts.some((part) => part === null)) return null;
  return Object.fromEntries(STAGES.map((stage) => [stage, parts.reduce((sum, part) => sum + (part?.[stage] ?? 0), 0)]));
}

function sheetIssue(grid: SheetGrid, code: Issue["code"], severity: Issue["severity"], facts: Issue["facts"], address = "A1"): Issue {
  return { code, severity, where: { file: grid.file, sheet: grid.sheet, address }, facts, pence: null };
}

/** The first table stands where a person said; others stay as they were found, unless they share cells with it. */
function withRange(found: readonly FoundTable[], range: GridArea | null): readonly FoundTable[] {
  if (range === null) return found;
  const apart = ({ area }: FoundTable): boolean => area.bottom < range.top || area.top > range.bottom || area.right < range.left || area.left > range.right;
  return [correctedTable(found.find((table) => !apart(table)) ?? null, range), ...found.filter(apart)];
}

function named(names: SheetNames, agency: string | null): SheetNames {
  return agency === null ? names : { ...names, titles: [{ text: agency, cell: { ...names.sheet, address: "A1" } }] };
}

/** Lines of words above the first table, in reading order: whose sheet it is stands there. */
function namesOf(grid: SheetGrid, headerRow: number): SheetNames {
  const titles: { text: string; cell: CellRef }[] = [];
  for (let row = 0; row < Math.min(headerRow, 15); row += 1) {
    (grid.values[row] ?? []).forEach((value, column) => {
      if (typeof value === "string" && value.trim() !== "") titles.push({ text: oneLine(value), cell: { file: grid.file, sheet: grid.sheet, address: cellAddress(row, column) } });
    });
  }
  return { titles, sheet: { file: grid.file, sheet: grid.sheet, address: "A1" }, file: grid.file };
}

/** "Thornshire Council" over the names of lines, where no title stands above the headings. */
function withHeadings(names: SheetNames, grid: SheetGrid, top: number): SheetNames {
  const text = oneLine(grid.values[top]?.find((value) => !isBlank(value)) ?? null);
  const column = grid.values[top]?.findIndex((value) => !isBlank(value)) ?? 0;
  return names.titles.length === 0 && isBody(text) ? { ...names, titles: [{ text, cell: { ...names.sheet, address: cellAddress(top, column) } }] } : names;
}

function labelledRows(grid: SheetGrid): number {
  return grid.values.filter((values, row) => {
    const look = lookAtRow(values, row);
    return look.texts.length > 0 && look.amounts.length > 0 && !look.numbering;
  }).length;
}

/**
 * Two tables on a sheet are both read. The same lines in both would count twice, and a lower table with headings of its own may be another
 * budget: both are errors until somebody confirms the mapping. Tables side by side, and the funding under a budget, are only asked about.
 */
function severalTables(grid: SheetGrid, tables: readonly TableReading[]): Issue[] {
  if (tables.length < 2) return [];
  const names = tables.map((table) => new Set(table.lines.map((line) => `${line.code ?? ""}\u0001${line.description}`)));
  for (let i = 1; i < tables.length; i += 1) {
    for (let j = 0; j < i; j += 1) {
      const [a, b] = [names[i] ?? new Set<string>(), names[j] ?? new Set<string>()];
      const shared = [...a].filter((name) => b.has(name)).length;
      if (shared * 2 < Math.min(a.size, b.size) || shared === 0) continue;
      const area = tables[i]?.mapping.area;
      return [sheetIssue(grid, "several-tables", "error", {
        sheet: grid.sheet, count: String(tables.length), done: `${shared} of their lines ${shared === 1 ? "has" : "have"} the same name, and would be counted twice`,
      }, cellAddress(area?.top ?? 0, area?.left ?? 0))];
    }
  }
  const second = tables.find((table, i) => i > 0 && isBelow(table, tables.slice(0, i)) && table.mapping.confirmedBy === null && !table.lines.every((line) => speaksOfFunding(line.description)));
  const area = (second ?? tables[1])?.mapping.area;
  return [sheetIssue(grid, "several-tables", second === undefined ? "question" : "error", {
    sheet: grid.sheet, count: String(tables.length), done: second === undefined ? "their lines differ, and all were read" : "the lower one has headings or a title of its own, and nothing says that it belongs to the same budget",
  }, cellAddress(area?.top ?? 0, area?.left ?? 0))];
}

/** Below the others, not beside one of them: a capital programme or another body's figures, perhaps. */
function isBelow(table: TableReading, others: readonly TableReading[]): boolean {
  return others.every((other) => other.mapping.area.bottom < table.mapping.area.top);
}
