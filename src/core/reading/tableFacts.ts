// What was worked out about one table, for the parts that report on it.
import type { Stage } from "../budget/line";
import type { MoneyUnit } from "../money/unit";
import type { AsideRow } from "./totals/asideRows";
import type { SheetGrid } from "./grid";
import type { UnitFinding } from "./columns/unit";
import type { BodyRow, FoundTable, SignFinding, ReadColumn, RowClasses } from "./tableSteps";

export interface TableFacts {
  readonly grid: SheetGrid;
  readonly table: FoundTable;
  readonly columns: readonly ReadColumn[];
  /** The first row below the table above this one; 0 for a sheet's first table. */
  readonly from: number;
  /** The words above the table, top down. */
  readonly above: readonly string[];
  readonly unit: UnitFinding;
  /** What the sheet itself says; an answer may have put another in `unit`. The layout's fingerprint holds this one. */
  readonly foundUnit: MoneyUnit;
  readonly confirmedBy: string | null;
  /** Columns of amounts whose headings say nothing that we know. */
  readonly strangeColumns: number;
  /** Beside gross and income columns: figures for the whole row are net of income. */
  readonly wholeIsNet: boolean;
  readonly rows: readonly BodyRow[];
  readonly classes: RowClasses;
  readonly sign: SignFinding;
  /** Rows that are no budget of their own. */
  readonly aside: readonly AsideRow[];
  /** Columns taken as one of two budgets, though their headings don't say which. */
  readonly guessedColumns: readonly number[];
  /** Pairs of columns of one stage: the first was read, the second left out. */
  readonly rivals: readonly (readonly [number, number])[];
  /** Columns as large as those that are read, under headings that say nothing known: left out, and asked about. */
  readonly unknownColumns: readonly number[];
  readonly yearsInDoubt: readonly number[];
  readonly year: number | null;
}

const MAIN_ORDER: readonly Stage[] = ["revised", "original", "outturn", "forecast", "actual"];

export function mainStage(columns: readonly ReadColumn[]): Stage | null {
  return MAIN_ORDER.find((stage) => columns.some((c) => c.stage === stage)) ?? null;
}
