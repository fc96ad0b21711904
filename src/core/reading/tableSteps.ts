// What the steps of reading a table hand to one another, from the look of its rows to its totals and its sign.
import type { GridArea } from "./grid";
import type { MoneyUnit } from "../money/unit";
import type { ColumnField, ColumnMapping, SignHabit } from "./types";
import type { Stage } from "../budget/line";
import type { Pence } from "../money/pence";
import type { AmountReading } from "./words/amounts";
import type { Side } from "./words/sideWords";
import type { HeadingMeaning, AmountPart } from "./words/headingWords";

/** What one row looks like before anything is known of its columns. */
export interface RowLook {
  readonly row: number;
  /** Columns holding words (not numbers, not years, nor words that stand for a figure). */
  readonly texts: readonly number[];
  /** Columns holding "nil", "n/a", an error or a percentage: something that stands for a figure and is none. */
  readonly stands: readonly number[];
  /** Columns holding an amount in any form; a number that could be a year is here too. */
  readonly amounts: readonly number[];
  /** Columns holding nothing but a year, as a number or as text. */
  readonly years: readonly number[];
  /** True when the row holds an amount that can't be a year. */
  readonly plainAmounts: boolean;
  /** "a b 1 2 3" or "col A, col B": numbers the columns, says nothing else. */
  readonly numbering: boolean;
}

/** A table among titles, notes and other tables: where it stands and which rows head it. */
export interface FoundTable {
  /** From the first heading row to the last row that belongs to the table. */
  readonly area: GridArea;
  /** Heading rows in order; a row that only numbers the columns is among them. */
  readonly headerRows: readonly number[];
  /** Rows below that repeat the headings at a page break. */
  readonly repeatedHeaderRows: readonly number[];
  readonly columns: readonly number[];
}

/** What the cells below a heading hold, counted. */
export interface Content {
  readonly amounts: number;
  readonly texts: number;
  /** Texts and whole numbers that look like codes: short, without blanks, with a digit. */
  readonly codes: number;
  /** Most of the codes have the same number of characters, and none has decimals: figures vary. */
  readonly alike: boolean;
  readonly distinctTexts: number;
}

/** A column as its heading and its content suggest it. */
export interface DraftColumn {
  readonly column: number;
  readonly heading: string;
  readonly meaning: HeadingMeaning | null;
  readonly content: Content;
  readonly unit: MoneyUnit | null;
}

/** A column with the field it was given, and why. */
export interface MappedColumn {
  readonly draft: DraftColumn;
  readonly field: ColumnField;
  readonly reason: string;
}

/** A column with what only the reader needs beside its mapping. */
export interface ReadColumn extends ColumnMapping {
  /** The stage of an amount column, null for labels and for columns that are left out. */
  readonly stage: Stage | null;
  readonly part: AmountPart;
  /** The unit named in the column's own heading or unit row. */
  readonly unit: MoneyUnit | null;
  /** Columns that hold its figures on the rows where it is blank, as totals set further right. */
  readonly goesOn?: readonly number[];
}

/** A column that may be read as an amount, with what its heading says of it. */
export interface Candidate {
  readonly mapped: MappedColumn;
  readonly stage: Stage | null;
  readonly part: AmountPart;
  readonly year: number | null;
  readonly plain: boolean;
}

/** Which columns are read as which stage of the budget, and what could not be known. */
export interface StageChoice {
  readonly columns: readonly ReadColumn[];
  /** Columns whose headings say budget and not which one, where another column is read as a budget too. */
  readonly guessed: readonly number[];
  /** Pairs of columns whose headings name the same stage: the first was read, the second left out. */
  readonly rivals: readonly (readonly [number, number])[];
  /** Columns of amounts as large as those that are read, under headings that say nothing known; nothing shows what they are. */
  readonly unknown: readonly number[];
  /** Columns that add to another on its rows, so that nothing is lost by leaving them out. */
  readonly parts: ReadonlySet<number>;
  /** Years between which a choice was made without being told, latest last; empty when there was nothing to choose. */
  readonly yearsInDoubt: readonly number[];
  readonly year: number | null;
}

/** One amount as printed (the sheet's own sign), in pence. */
export interface PrintedAmount {
  readonly column: number;
  readonly pence: Pence;
  readonly unit: MoneyUnit;
  /** Pence in the last place printed: what the figure may have been rounded by. 0 when it is exact to the penny. */
  readonly roundingPence: number;
  readonly exact: boolean;
  /** The cell names its own unit. */
  readonly named: boolean;
  readonly inBrackets: boolean;
  /** The cell is marked CR: income, whatever the rest of the sheet does. */
  readonly credit: boolean;
}

/** A cell of an amount column that holds no amount, with what it holds. */
export interface OddCell {
  readonly column: number;
  readonly reading: AmountReading;
}

/** One row of a table below its headings that holds figures. */
export interface BodyRow {
  readonly row: number;
  readonly code: string | null;
  readonly subjective: string | null;
  readonly description: string;
  /** All label texts of the row in column order: what a total may be called. */
  readonly label: string;
  readonly sections: readonly string[];
  readonly agency: string | null;
  readonly holder?: string | null;
  readonly note: string | null;
  /** By position of the amount column among `amountColumns`; null where the cell holds no amount. */
  readonly amounts: readonly (PrintedAmount | null)[];
  readonly odd: readonly OddCell[];
  readonly nilColumns: readonly number[];
  /** Number of the section heading above, counting from 0: two rows with the same number stand in one block. */
  readonly block: number;
}

/** A row below the headings that holds words alone. */
export interface TextRow {
  readonly row: number;
  readonly text: string;
  readonly kind: "section" | "note";
}

/** All rows of a table below its headings. */
export interface TableBody {
  readonly rows: readonly BodyRow[];
  readonly texts: readonly TextRow[];
}

/** A row that a total adds (+1) or takes away (−1), by its index among the body rows. */
export interface Component {
  readonly index: number;
  readonly coefficient: 1 | -1;
}

/** A row not yet part of a total; `lines` are the lines under it when it is a total itself. */
export interface Addend {
  readonly index: number;
  readonly lines: readonly Component[] | null;
}

/** A row whose figures are the sum of the rows that follow it. */
export interface Head {
  readonly index: number;
  readonly parts: readonly Component[];
}

/** A row that repeats what other rows hold, with those rows. */
export interface FoundTotal {
  /** Index among the body rows. */
  readonly index: number;
  readonly components: readonly Component[];
  /** The lines under it, through any sub-totals, with their signs. */
  readonly lines: readonly Component[];
  /** False when its figures are not the sum of anything above within rounding: it was told by its words alone. */
  readonly agrees: boolean;
  readonly how: string;
}

/** Which rows of a table are totals and which are lines. */
export interface RowClasses {
  readonly totals: readonly FoundTotal[];
  /** Indexes of rows that are lines. */
  readonly lines: readonly number[];
  /** Lines whose words call them a total, though nothing adds to them. */
  readonly doubtful: readonly number[];
}

/** Which way the figures of a table are signed, and how it was told. */
export interface SignFinding {
  readonly habit: SignHabit;
  readonly reason: string;
  /** Sign to multiply a printed amount by, for the row (by index) and the part of the column. */
  readonly signOf: (index: number, part: ReadColumn["part"]) => 1 | -1;
  readonly sideOf: (index: number) => Side | null;
  /** Rows whose words and sign point different ways. */
  readonly contrary: readonly number[];
  /** Most figures are negative and no word or total says which side they are: what was assumed is asked. */
  readonly unsure: boolean;
  /** Income is printed in brackets or with a minus, in words for the summary. */
  readonly incomeForm: string | null;
}
