// The shapes that reading returns: what was recognised on each sheet, and the lines of the whole partnership.
import type { Agency, AgencyId } from "../budget/agency";
import type { BudgetLine, Stage } from "../budget/line";
import type { CellRef } from "../budget/cells";
import type { Control } from "../checks/control";
import type { Issue } from "../issues/issue";
import type { MoneyUnit } from "../money/unit";
import type { Pence } from "../money/pence";
import type { GridArea } from "./grid";

export type ColumnField =
  | "code" | "subjective" | "description" | "section" | "agency" | "holder" | "note"
  | "original" | "revised" | "forecast" | "actual" | "outturn" | "variance"
  | "gross" | "income" | "net" | "ignored";

export interface ColumnMapping {
  readonly column: number;
  readonly heading: string;
  readonly field: ColumnField;
  readonly reason: string;
  /** What a few lines hold in it, where another column of amounts has the same heading; absent elsewhere. */
  readonly figures?: readonly KnownFigure[];
}

/** A line's code and words, with its figure as it stands in the cell. */
export interface KnownFigure {
  readonly line: string;
  readonly figure: string;
}

/** Which way a block of a sheet writes expenditure and income. */
export type SignHabit = "expenditure-positive" | "income-positive" | "both-positive";

/** Where the sheet's officer wants virements of a table to go, as tblMapping states it; the texts are kept as they were typed. */
export interface StatedTarget {
  /** "" while nobody has chosen. */
  readonly goesTo: string;
  readonly column: string;
  /** As stated by the person. */
  readonly chosenBy: string;
  /** The cells of tblMapping that say so; absent in one that is not written yet. */
  readonly cells?: { readonly goesTo: CellRef; readonly column: CellRef };
}

/** One table found on a sheet and how it is read. A confirmed mapping is this record, kept in tblMapping. */
export interface TableMapping {
  readonly file: string | null;
  readonly sheet: string;
  readonly area: GridArea;
  /** Zero-based heading rows. */
  readonly headerRows: readonly number[];
  readonly columns: readonly ColumnMapping[];
  readonly unit: MoneyUnit;
  readonly unitReason: string;
  readonly sign: SignHabit;
  readonly signReason: string;
  readonly agency: AgencyId | null;
  /** Hash of the headings, their columns and the unit: changes when the layout changes in a way that matters. */
  readonly fingerprint: string;
  readonly confirmedBy: string | null;
  /** What a person corrected, beside the unit; absent where a table of this shape takes no corrections. */
  readonly corrections?: Corrections;
  /** Absent where tblMapping has no row, or no such columns, for the table. */
  readonly target?: StatedTarget;
}

/** A printed total or sub-total that was set aside, beside the sum of the lines under it. */
export interface PrintedTotal {
  readonly label: string;
  readonly stage: Stage;
  readonly cell: CellRef;
  readonly printedPence: Pence;
  readonly computedPence: Pence | null;
  readonly level: "sub-total" | "grand-total";
}

/** A row that was neither a line nor a total. Money on it, if any, is counted as not understood. */
export interface SetAsideRow {
  readonly cell: CellRef;
  readonly text: string;
  readonly why: string;
  readonly pence: Pence | null;
  /** Its money by stage, where the row has columns of several; without it `pence` is that of the sheet's one stage. */
  readonly stages?: Partial<Record<Stage, Pence>>;
  /** True where the sheet's printed total takes it in; else it stands outside. */
  readonly inTotal?: boolean;
}

export interface SheetReading {
  readonly file: string | null;
  readonly sheet: string;
  /** budget = lines came from it; coding/rules/purse = ours or the partners' agreement; ignored = no figures for us. */
  readonly kind: "budget" | "coding" | "rules" | "purse" | "ignored" | "unreadable";
  readonly agency: AgencyId | null;
  readonly tables: readonly TableMapping[];
  readonly lineCount: number;
  readonly totals: readonly PrintedTotal[];
  readonly setAside: readonly SetAsideRow[];
  /** Money in amount columns that is no line's, no total's and not set aside, by stage; null where the sheet's shape does not let it be told. */
  readonly unreadPence?: Partial<Record<Stage, Pence>> | null;
  /** One sentence: "48 lines, £000, income in brackets, 6 sub-totals agree". */
  readonly sentence: string;
}

/** Everything read from a partnership's sheets. Order of sheets does not matter to the result: lines are ordered by agency, then sheet order. */
export interface PartnershipReading {
  readonly agencies: readonly Agency[];
  readonly lines: readonly BudgetLine[];
  readonly sheets: readonly SheetReading[];
  readonly outcomes: readonly Outcome[];
  readonly controls: readonly Control[];
  readonly issues: readonly Issue[];
}

export interface Outcome {
  readonly id: string;
  readonly name: string;
}

export interface ColumnCorrection {
  readonly column: number;
  readonly heading: string;
  readonly field: ColumnField;
}

/** The words of a range's first and last rows, cell by cell ("" for a cell without words). */
export interface RangeRows {
  readonly first: readonly string[];
  readonly last: readonly string[];
}

export interface Corrections {
  readonly columns: readonly ColumnCorrection[];
  readonly range: GridArea | null;
  /** What the range is found again by when rows or columns move; absent where none was kept. */
  readonly rangeRows?: RangeRows;
  readonly sign: SignHabit | null;
  readonly unit: MoneyUnit | null;
  /** The agency's name or short id. */
  readonly agency: string | null;
}
