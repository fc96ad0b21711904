// The unit a table states its amounts in, and where it says so: heading, unit row, the lines above it, its notes, its cell formats.
import { UNIT_LABEL, type MoneyUnit } from "../../money/unit";
import { isBlank, oneLine } from "../words/cellText";
import { commasAtEnd, thousandsHidden, unitStored } from "../words/formatScale";
import type { SheetGrid } from "../grid";
import { unitNamed } from "../words/headingWords";
import type { FoundTable, ReadColumn } from "../tableSteps";

export interface UnitFinding {
  readonly unit: MoneyUnit;
  readonly reason: string;
  /** False when nothing on the sheet tells: pounds were taken, and a person is asked. */
  readonly told: boolean;
  /** What the words say where the number format shows figures in another unit than they are stored in. */
  readonly shown?: MoneyUnit;
}

const NOTE_ROWS = 15;

/**
 * Text about the whole table: rows above its headings (from the table before it, if any) and notes, alone on their rows, close below it.
 * With `within` only what begins above its own columns: the title of a table at its right says nothing of it.
 */
export function textsAround(grid: SheetGrid, table: Pick<FoundTable, "area">, from: number, within = false): { readonly above: readonly string[]; readonly below: readonly string[] } {
  const texts = (first: number, last: number, alone: boolean): string[] => {
    const found: string[] = [];
    for (let row = Math.max(0, first); row <= last; row += 1) {
      if (alone && (grid.values[row] ?? []).filter((value) => !isBlank(value)).length > 1) continue;
      for (const value of (grid.values[row] ?? []).slice(0, within ? table.area.right + 1 : undefined)) if (typeof value === "string" && value.trim() !== "") found.push(oneLine(value));
    }
    return found;
  };
  return { above: texts(from, table.area.top - 1, false), below: texts(table.area.bottom + 1, Math.min(grid.values.length - 1, table.area.bottom + NOTE_ROWS), true) };
}

/** The unit of the cells: what the words say, less the thousands that every figure's number format hides. */
export function findUnit(grid: SheetGrid, table: FoundTable, columns: readonly ReadColumn[], from: number): UnitFinding {
  const said = unitSaid(grid, table, columns, from);
  const used = columns.filter((c) => c.stage !== null);
  const rows = Array.from({ length: Math.max(0, table.area.bottom - table.area.top + 1) }, (_, i) => table.area.top + i);
  const hidden = said.told ? thousandsHidden(grid, rows, used.map((c) => c.column)) : 0;
  if (hidden === null || hidden === 0) return said;
  // Units in the columns' own headings were taken as stored already.
  const inHeadings = used.some((c) => c.unit !== null);
  const [stored, shown] = inHeadings ? [said.unit, unitStored(said.unit, -hidden)] : [unitStored(said.unit, hidden), said.unit];
  return stored === shown ? said : { unit: stored, reason: `${said.reason}, which is how the number format shows figures stored in ${UNIT_LABEL[stored]}`, told: true, shown };
}

function unitSaid(grid: SheetGrid, table: FoundTable, columns: readonly ReadColumn[], from: number): UnitFinding {
  const used = columns.filter((c) => c.stage !== null);
  const inHeadings = used.map((c) => c.unit);
  const first = inHeadings.find((unit) => unit !== null) ?? null;
  if (first !== null && inHeadings.every((unit) => unit === first || unit === null)) {
    const heading = used.find((c) => c.unit === first)?.heading ?? "";
    return { unit: first, reason: `the heading "${heading}"`, told: true };
  }
  const around = textsAround(grid, table, from);
  // "Currency: GBP" says nothing of thousands where other words do.
  const isCurrency = (text: string): boolean => /^gbp$/i.test(text.trim());
  const others = [...around.above, ...labelHeadings(columns), ...around.below].some((text) => !isCurrency(text) && unitNamed(text) !== null && !isAboutOneFigure(text));
  const [above, below] = [around.above, around.below].map((texts) => texts.filter((text) => !others || !isCurrency(text)));
  // The nearest words above the table win; notes below speak only when nothing above does.
  for (const [texts, place] of [[[...(above ?? [])].reverse(), "above the table"], [labelHeadings(columns), "in a heading"], [belowHeadings(grid, table), "below the headings"], [below ?? [], "in a note below the table"]] as const) {
    for (const text of texts) {
      const named = unitNamed(text);
      if (named !== null && !isAboutOneFigure(text)) return { unit: named.unit, reason: `the words "${short(text)}" ${place}`, told: true };
    }
  }
  if (first !== null) return { unit: first, reason: `the heading "${used.find((c) => c.unit === first)?.heading ?? ""}"`, told: true };
  for (const text of footOf(grid)) {
    const named = unitNamed(text);
    if (named !== null && !isAboutOneFigure(text)) return { unit: named.unit, reason: `the words "${short(text)}" at the foot of the sheet`, told: true };
  }
  return byFormat(grid, table, used) ?? { unit: "pounds", reason: "nothing on the sheet names a unit; whole pounds were taken", told: false };
}

/** Notes below the last figures of the sheet, each alone on its row: they go for all its tables. */
function footOf(grid: SheetGrid): string[] {
  const notes: string[] = [];
  for (let row = grid.values.length - 1; row >= 0; row -= 1) {
    const filled = (grid.values[row] ?? []).filter((value) => !isBlank(value));
    if (filled.length > 1 || filled.some((value) => typeof value !== "string")) break;
    notes.push(...filled.map(oneLine));
  }
  return notes.reverse();
}

function labelHeadings(columns: readonly ReadColumn[]): string[] {
  return columns.filter((c) => c.stage === null).map((c) => c.heading);
}

/** "All figures in £000": words about all amounts, which name their unit. */
export function isAboutFigures(text: string): boolean {
  return unitNamed(text) !== null && /\b(figures|amounts|values|numbers)\b/i.test(text) && !isAboutOneFigure(text);
}

/** Such words right below the headings, above the first line. */
function belowHeadings(grid: SheetGrid, table: FoundTable): string[] {
  const first = (table.headerRows[table.headerRows.length - 1] ?? table.area.top) + 1;
  return [first, first + 1].flatMap((row) => {
    const filled = (grid.values[row] ?? []).filter((value) => !isBlank(value));
    return filled.length === 1 && typeof filled[0] === "string" && isAboutFigures(oneLine(filled[0])) ? [oneLine(filled[0])] : [];
  });
}

/** "The resource limit is £1,284.6m" names the unit of one figure, not of the table. */
export function isAboutOneFigure(text: string): boolean {
  return /[£€]\s?\d[\d,]*(\.\d+)?\s?(m\b|k\b|bn\b|million|thousand|000)/i.test(text.replace(/£'?000s?/gi, "£")) && !/\b(figures|amounts|in £|£m\b|£'?000)/i.test(text);
}

/**
 * The unit that a number format tells. Commas at its end scale only what is shown, so the cells hold pounds; words after the digits without
 * such commas ("£"0.0"m") say what the number itself is in; else a pound sign tells pounds.
 */
function byFormat(grid: SheetGrid, table: FoundTable, used: readonly ReadColumn[]): UnitFinding | null {
  for (let row = table.area.top; row <= table.area.bottom; row += 1) {
    for (const { column } of used) {
      const format = grid.numberFormats?.[row]?.[column] ?? "";
      const unit = unitOfFormat(format);
      if (unit !== null) return { unit, reason: `the number format ${format.includes('"') ? format : `"${format}"`}`, told: true };
    }
  }
  return null;
}

function unitOfFormat(format: string): MoneyUnit | null {
  const positive = format.split(";")[0] ?? "";
  if (commasAtEnd(format) > 0) return "pounds";
  const [, quoted, escaped] = /[0#](?:\s|\\ |_.)*(?:"\s*([^"]*)"|\\(\w))/.exec(positive) ?? [];
  const words = (quoted ?? escaped ?? "").trim().toLowerCase();
  if (/^(m|mn|million)\b/.test(words)) return "millions";
  if (/^(k|000|thousand)\b/.test(words)) return "thousands";
  return /£/.test(positive) ? "pounds" : null;
}

function short(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 57)}…`;
}
