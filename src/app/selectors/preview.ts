// A plan of writes as a person checks it: cells grouped by sheet, old -> new, with what the changed budgets add to before and after.
import { budgetPence, type BudgetLine } from "../../core/budget/line";
import { group } from "../../core/money/format";
import { sumPenceBy, type Pence } from "../../core/money/pence";
import type { MoneyUnit } from "../../core/money/unit";
import type { CellValue } from "../../core/reading/grid";
import { cellOfToken } from "../../core/writing/restate";
import { isPurseSheet } from "../../core/writing/sheetNames";
import type { CellChange } from "../../core/writing/types";
import type { PlannedSide } from "../../core/writing/virementPlan";
import type { PlanObstacle } from "../../workbook/ports";
import type { Preview } from "../state";
import { unitOfPence } from "./lines";

export interface PreviewCell {
  readonly change: CellChange;
  /** The line whose budget stands in the cell, or null for a cell of ours. */
  readonly line: BudgetLine | null;
  /** The unit the cell's sheet is kept in, or null for a cell of ours. */
  readonly unit: MoneyUnit | null;
  readonly beforePence: Pence | null;
  readonly afterPence: Pence | null;
  readonly obstacle: PlanObstacle | null;
}

export interface PreviewSheet {
  /** The workbook, where several are read as one partnership. */
  readonly file: string | null;
  readonly sheet: string;
  readonly ours: boolean;
  readonly cells: readonly PreviewCell[];
  /** Sum of the changed budgets, canonical sign; null when a cell holds no amount. */
  readonly beforePence: Pence | null;
  readonly afterPence: Pence | null;
}

/** Why budgets of a sheet will not show what is applied: they are figures, formulas not plainly adding the column, or the journal alone has it. */
export interface PreviewNote {
  readonly file: string | null;
  readonly sheet: string;
  readonly why: "figure" | "unsure" | "journal";
  readonly lines: readonly { readonly line: BudgetLine; readonly pence: Pence }[];
}

export interface PreviewSummary {
  readonly notes: readonly PreviewNote[];
  readonly sheets: readonly PreviewSheet[];
  /** Cells of the agencies' own sheets that would change; ours come on top. */
  readonly budgetCells: number;
  /** What all changed budgets add to less what they added to; 0 when money only moves. Null when it can't be told. */
  readonly differencePence: Pence | null;
}

/** The agencies' sheets first, then ours, each in the plan's order. */
export function previewSummary(preview: Pick<Preview, "plan" | "obstacles"> & { readonly sides?: readonly PlannedSide[] }, lines: readonly BudgetLine[]): PreviewSummary {
  const sides = sidesWithLines(preview.sides ?? [], lines);
  const columns = new Map<string, SideOfLine[]>();
  for (const side of sides) {
    if (side.target.kind !== "column") continue;
    const at = place(side.line.source, side.target.address);
    columns.set(at, [...(columns.get(at) ?? []), side]);
  }
  const places = new Map(lines.flatMap((line) => Object.values(line.source.cells).map((address) => [place(line.source, address), line] as const)));
  const groups = new Map<string, { file: string | null; sheet: string; cells: PreviewCell[] }>();
  for (const change of preview.plan.changes) {
    const file = change.file ?? null;
    const inColumn = columns.get(place({ file, sheet: change.sheet }, change.address));
    const line = isPurseSheet(change.sheet) ? null : inColumn?.[0]?.line ?? places.get(place({ file, sheet: change.sheet }, change.address)) ?? null;
    const obstacle = preview.obstacles.find((o) => o.change.sheet === change.sheet && o.change.address === change.address) ?? null;
    const cell: PreviewCell = {
      change, line, obstacle, ...(inColumn === undefined || line === null ? {
        unit: line === null ? null : unitOfPence(line.source.pencePerUnit),
        beforePence: line === null ? null : amountPence(change.before, line),
        afterPence: line === null ? null : amountPence(change.after, line),
      } : columnFigures(line, inColumn)),
    };
    const group = groups.get(place({ file, sheet: change.sheet }, "")) ?? { file, sheet: change.sheet, cells: [] };
    groups.set(place(group, ""), group);
    group.cells.push(cell);
  }
  const sheets = [...groups.values()].map(({ file, sheet, cells }): PreviewSheet => ({
    file, sheet, cells, ours: isPurseSheet(sheet),
    beforePence: total(cells, (cell) => cell.beforePence), afterPence: total(cells, (cell) => cell.afterPence),
  })).sort((a, b) => Number(a.ours) - Number(b.ours));
  const agencies = sheets.filter((sheet) => !sheet.ours);
  const before = total(agencies, (sheet) => sheet.beforePence);
  const after = total(agencies, (sheet) => sheet.afterPence);
  return { notes: notesOf(sides), sheets, budgetCells: agencies.reduce((cells, sheet) => cells + sheet.cells.length, 0), differencePence: before === null || after === null ? null : after - before };
}

type SideOfLine = PlannedSide & { readonly line: BudgetLine };

function sidesWithLines(sides: readonly PlannedSide[], lines: readonly BudgetLine[]): SideOfLine[] {
  const wanted = new Set(sides.map(({ lineId }) => lineId));
  const known = new Map(lines.flatMap((line) => (wanted.has(line.id) ? [[line.id, line] as const] : [])));
  return sides.flatMap((side): SideOfLine[] => {
    const line = known.get(side.lineId);
    return line === undefined ? [] : [{ ...side, line }];
  });
}

/** A cell of virements: the figures are those of the budget beside it, which changes once, and only where it follows the column. */
function columnFigures(line: BudgetLine, sides: readonly SideOfLine[]): Pick<PreviewCell, "unit" | "beforePence" | "afterPence"> {
  const { target } = sides[0] ?? { target: null };
  const follows = target?.kind === "column" && target.follows === "yes";
  const beforePence = budgetPence(line);
  return {
    unit: unitOfPence(target?.kind === "column" ? target.pencePerUnit : line.source.pencePerUnit), beforePence,
    afterPence: follows ? beforePence + sumPenceBy(sides, ({ pence }) => pence) : beforePence,
  };
}

function notesOf(sides: readonly SideOfLine[]): PreviewNote[] {
  const notes = new Map<string, { file: string | null; sheet: string; why: PreviewNote["why"]; lines: Map<string, { line: BudgetLine; pence: Pence }> }>();
  for (const { line, pence, target } of sides) {
    const why = target.kind === "journal" ? "journal" : target.kind === "column" && target.follows !== "yes" ? (target.follows === "no" ? "figure" : "unsure") : null;
    if (why === null) continue;
    const { file, sheet } = line.source;
    const key = `${why} ${place(line.source, "")}`;
    const note = notes.get(key) ?? { file, sheet, why, lines: new Map<string, { line: BudgetLine; pence: Pence }>() };
    notes.set(key, note);
    note.lines.set(line.id, { line, pence: (note.lines.get(line.id)?.pence ?? 0) + pence });
  }
  return [...notes.values()].map((note) => ({ ...note, lines: [...note.lines.values()] }));
}

/** A cell's value as text for people: a register's stored form is opened, an empty cell is "". */
export function valueText(value: CellValue): string {
  if (value === null) return "";
  const opened = openedValue(value);
  if (opened === null) return "";
  return typeof opened === "number" ? grouped(opened) : String(opened);
}

/** An amount as its cell states it, with the pound sign where the sheet is in pounds; other units are named beside it. */
export function amountText(value: CellValue, unit: MoneyUnit | null): string {
  const text = valueText(value);
  if (unit !== "pounds" || typeof openedValue(value) !== "number") return text;
  return text.startsWith("−") ? `−£${text.slice(1)}` : `£${text}`;
}

/** The register keeps values as JSON, so that text and numbers stay apart. */
function openedValue(value: CellValue): CellValue {
  const opened = typeof value === "string" ? cellOfToken(value) : value;
  return opened === undefined ? value : opened;
}

/** Every digit the cell holds, with thousands separators. */
function grouped(number: number): string {
  const [, fraction] = String(Math.abs(number)).split(".");
  return `${number < 0 ? "−" : ""}${group(Math.floor(Math.abs(number)))}${fraction === undefined ? "" : `.${fraction}`}`;
}

function place({ file, sheet }: { readonly file: string | null; readonly sheet: string }, address: string): string {
  return `[${file ?? ""}]${sheet}!${address}`;
}

function total<T>(items: readonly T[], figure: (item: T) => Pence | null): Pence | null {
  const figures = items.map(figure);
  return figures.every((pence) => pence !== null) ? sumPenceBy(figures, (pence) => pence) : null;
}

/** A cell's number, or number kept as text, in pence with our sign. */
function amountPence(value: CellValue, line: BudgetLine): Pence | null {
  const number = typeof value === "string" ? numberOf(value) : value;
  if (typeof number !== "number" || !Number.isFinite(number)) return null;
  const pence = Math.round(number * line.source.pencePerUnit) * line.source.sign;
  return Number.isSafeInteger(pence) ? pence : null;
}

function numberOf(text: string): number | null {
  const bare = text.replace(/[£,\s]/g, "");
  const negative = /^\(.*\)$/.test(bare) || /^[-−]/.test(bare);
  const digits = bare.replace(/[()−-]/g, "");
  return /^\d+(\.\d+)?$/.test(digits) ? (negative ? -Number(digits) : Number(digits)) : null;
}
