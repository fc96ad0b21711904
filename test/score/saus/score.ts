// Precision and recall of cell classes over annotated tables, each cell counted once.
import type { CellValue, SheetGrid } from "../../../src/core/reading/grid";
import { classifyCells, baselineCells, type CellClass, type Classes } from "./classify";

export interface AnnotatedTable {
  readonly name: string;
  readonly grid: SheetGrid;
  /** As annotated: metadata, header, attributes, data, derived, notes, or null for an empty cell. */
  readonly truth: readonly (readonly (string | null)[])[];
}

export interface ClassScore {
  readonly found: number;
  readonly right: number;
  readonly wanted: number;
}

export const SCORED: readonly CellClass[] = ["header", "data", "derived"];
export type Scores = Readonly<Record<CellClass, ClassScore>>;

/** One table a line: `table_array` holds texts, `annotations` has the same shape. Lines that are not such records are refused with their number. */
export function readAnnotated(jsonl: string): readonly AnnotatedTable[] {
  return jsonl.split("\n").filter((line) => line.trim() !== "").map((line, i): AnnotatedTable => {
    const record: unknown = JSON.parse(line);
    if (!isRecord(record)) throw new Error(`Line ${i + 1} is no annotated table.`);
    return { name: record.file_name ?? `table ${i + 1}`, grid: { file: null, sheet: "Table", visibility: "visible", values: record.table_array.map((row) => row.map(cellValue)) }, truth: record.annotations };
  });
}

/** The files hold every cell as text, numbers as a program writes them ("1975.0", "5.8"): those are numbers again. */
function cellValue(text: string): CellValue {
  if (text === "") return null;
  return /^-?\d+\.\d+$/.test(text) ? Number(text) : text;
}

interface AnnotatedRecord {
  readonly file_name?: string;
  readonly table_array: readonly (readonly string[])[];
  readonly annotations: readonly (readonly (string | null)[])[];
}

function isRecord(value: unknown): value is AnnotatedRecord {
  return typeof value === "object" && value !== null && "table_array" in value && Array.isArray(value.table_array) && "annotations" in value && Array.isArray(value.annotations);
}

export function scoreTables(tables: readonly AnnotatedTable[], classify: (grid: SheetGrid) => Classes): Scores {
  const counts = { header: { found: 0, right: 0, wanted: 0 }, data: { found: 0, right: 0, wanted: 0 }, derived: { found: 0, right: 0, wanted: 0 } };
  for (const { grid, truth } of tables) {
    const said = classify(grid);
    truth.forEach((row, r) => row.forEach((wanted, c) => {
      const found = said[r]?.[c] ?? null;
      if (found !== null) counts[found].found += 1;
      const known = SCORED.find((name) => name === wanted);
      if (known === undefined) return;
      counts[known].wanted += 1;
      if (found === known) counts[known].right += 1;
    }));
  }
  return counts;
}

export function precision({ right, found }: ClassScore): number {
  return found === 0 ? 0 : right / found;
}

export function recall({ right, wanted }: ClassScore): number {
  return wanted === 0 ? 0 : right / wanted;
}

/** The table that is printed: the reader's parts beside the baseline. */
export function scoreText(tables: readonly AnnotatedTable[]): string {
  const [ours, plain] = [scoreTables(tables, classifyCells), scoreTables(tables, baselineCells)];
  const percent = (share: number): string => `${(share * 100).toFixed(1)}%`.padStart(10);
  const rows = SCORED.map((name) => `${name.padEnd(8)}${String(ours[name].wanted).padStart(7)}${percent(precision(ours[name]))}${percent(recall(ours[name]))}${percent(precision(plain[name]))}${percent(recall(plain[name]))}`);
  return [`${tables.length} tables`, `${"".padEnd(15)}${"reader's parts".padStart(20)}${"plain baseline".padStart(20)}`, `${"class".padEnd(8)}${"cells".padStart(7)}${"precision".padStart(10)}${"recall".padStart(10)}${"precision".padStart(10)}${"recall".padStart(10)}`, ...rows].join("\n");
}
