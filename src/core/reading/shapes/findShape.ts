// Tries the table shapes that are not a line per row; null where none is sure, so that the sheet is read line by line.
import type { NumberStyle } from "../words/amounts";
import type { SheetGrid } from "../grid";
import { findAgencyColumns } from "./agencyColumns";
import { findAgencyRows } from "./agencyRows";
import { findPostings } from "./postings";
import { readCross } from "./readCross";
import { readPostings } from "./readPostings";
import { unreadFigures } from "../unreadFigures";
import type { TableAnswer, TableReading } from "../lineSteps";

/** What a sheet of another shape holds. `reading` is null where the shape is sure and nothing of it is a budget line; `why` says so. */
export interface ShapeFound {
  readonly reading: TableReading | null;
  readonly why: string;
}

export function findShape(grid: SheetGrid, style: NumberStyle, answer: TableAnswer | null): ShapeFound | null {
  const postings = findPostings(grid, style);
  if (postings !== null) return { reading: readPostings(grid, postings, style, answer), why: "" };
  const rows = findAgencyRows(grid);
  if (rows !== null) return { reading: readCross(rows, style, answer), why: "Its columns are balances at a date, such as levels of reserves, not spending or income of a year; nothing was read from it." };
  const columns = findAgencyColumns(grid);
  const reading = columns === null ? null : readCross(columns, style, answer);
  return reading === null ? null : { reading: { ...reading, issues: [...reading.issues, ...unreadFigures(grid, [reading.mapping])] }, why: "" };
}
