// What the reading of a table hands on to the sheet, and a sheet to the partnership: lines in draft, their later years, totals and checks.
import type { Control } from "../checks/control";
import type { CellRef } from "../budget/cells";
import type { Side } from "./words/sideWords";
import type { Stage, LaterYear } from "../budget/line";
import type { Pence } from "../money/pence";
import type { TableMapping, PrintedTotal, SetAsideRow, Corrections, ColumnField, KnownFigure, SheetReading } from "./types";
import type { Issue } from "../issues/issue";
import type { BodyType } from "../budget/agency";
import type { MoneyUnit } from "../money/unit";
import type { SheetGrid } from "./grid";
import type { Coding, SheetNames } from "./partnerSteps";

/** A column that holds one of the years across a table. */
export interface YearColumn {
  readonly column: number;
  readonly year: number;
}

/** What the totals of a table with years across say about its later years. */
export interface YearsAcross {
  /** The year that is read, absolute. */
  readonly first: YearColumn;
  readonly later: readonly YearColumn[];
  /** The row of the printed totals that bear it out. */
  readonly totalRow: number;
  /** "changes": each later total is the total before and the column's sum. "absolute": each is its column's sum. */
  readonly laterAre: "changes" | "absolute";
}

/** What a table says of its later years: words for the sheet's sentence, and a control a year. */
export interface LaterYears {
  readonly words: string;
  readonly controls: (subject: string) => readonly Control[];
}

/** A line before coding and classification, with its place. */
export interface LineDraft {
  readonly row: number;
  readonly code: string | null;
  readonly subjective: string | null;
  readonly description: string;
  readonly sections: readonly string[];
  readonly agencyText: string | null;
  /** Where the agency of this line alone is named, on a sheet that holds several. */
  readonly agencyCell?: CellRef;
  /** Who holds the budget, where a column names them; absent in tables of another shape. */
  readonly holder?: string | null;
  readonly note: string | null;
  /** Which side of a gross and income pair the line is; "whole" for a signed amount. */
  readonly part: "whole" | "gross" | "income";
  readonly side: Side | null;
  readonly pence: Readonly<Record<Stage, Pence | null>>;
  readonly cells: Readonly<Partial<Record<Stage, string>>>;
  /** Stages that stand on another sheet of the same body; absent where all stand on the line's own. */
  readonly apart?: Readonly<Partial<Record<Stage, CellRef>>>;
  readonly address: string;
  readonly sign: 1 | -1;
  readonly pencePerUnit: number;
  readonly laterYears?: readonly LaterYear[];
}

/** The check of the printed grand total of one stage, in the sheet's canonical sign, with the rounding it may carry. */
export interface TotalCheck {
  readonly label: string;
  readonly stage: Stage;
  readonly cell: CellRef;
  readonly printedPence: Pence;
  readonly computedPence: Pence;
  readonly places: readonly number[];
  readonly grand: boolean;
  /** No other total takes this one in. */
  readonly top: boolean;
}

/** A row whose own net column is checked against its gross and income (or whose sign was told by a total). */
export interface SignCheck {
  readonly rows: number;
  /** The cells of each row that does not add: net, gross, income. */
  readonly wrong: readonly (readonly CellRef[])[];
  /** Rows that rounding alone may just explain. */
  readonly doubtful?: readonly (readonly CellRef[])[];
  /** All rows' net as printed, and gross and income together, each as they stand on the sheet. */
  readonly netPence?: Pence;
  readonly partsPence?: Pence;
  /** What rounding commonly makes of one row, at most. */
  readonly tolerancePence?: number;
}

/** All that was read of one table. */
export interface TableReading {
  readonly mapping: TableMapping;
  readonly lines: readonly LineDraft[];
  readonly totals: readonly PrintedTotal[];
  readonly checks: readonly TotalCheck[];
  readonly setAside: readonly SetAsideRow[];
  readonly issues: readonly Issue[];
  readonly signCheck: SignCheck;
  readonly incomeForm: string | null;
  readonly year: number | null;
  /** The later years of a plan, where its totals tell what they are. */
  readonly later?: LaterYears;
  /** Of a table that is not a line per row: its own sentence, its own controls and the bodies that it names. */
  readonly shape?: TableShape;
}

/** What a table of another shape (shapes/) says of itself. */
export interface TableShape {
  /** The sheet's summary, to its full stop. */
  readonly sentence: string;
  readonly controls: (subject: string) => readonly Control[];
  /** Bodies that the table itself names, with their codes and kind. */
  readonly bodies: readonly { readonly name: string; readonly cell: CellRef; readonly codes: readonly string[]; readonly bodyType: BodyType | null }[];
}

/** One confirmed answer for one table of one sheet. */
export interface TableAnswer {
  /** Null where other things were corrected and the unit is still as found. */
  readonly unit: MoneyUnit | null;
  readonly confirmedBy: string;
  readonly corrections: Corrections;
  /** The table's columns when the answer was kept, by which corrections follow them; null where that can't be read. */
  readonly columns: readonly RememberedColumn[] | null;
}

/** A column as a confirmed mapping remembers it. */
export interface RememberedColumn {
  readonly column: number;
  readonly heading: string;
  readonly field: ColumnField;
  /** See ColumnMapping. */
  readonly figures?: readonly KnownFigure[];
}

/** All that was read of one sheet, before agencies and codes are known. */
export interface SheetDraft {
  readonly grid: SheetGrid;
  readonly kind: SheetReading["kind"];
  readonly tables: readonly TableReading[];
  readonly coding: Coding | null;
  readonly names: SheetNames;
  readonly issues: readonly Issue[];
  /** Rows that hold words and amounts, on a sheet where no table was recognised. */
  readonly rowsWithAmounts: number;
  /** What its tables hold beside lines, totals and rows set aside; absent where that can't be told. */
  readonly unreadPence?: SheetReading["unreadPence"];
  /** On a sheet that was left out, the sentence that says why, where there is more to say than that no table was found. */
  readonly why?: string;
  /** Controls of a sheet that was left out because it shows again what others hold. */
  readonly controls?: readonly Control[];
}
