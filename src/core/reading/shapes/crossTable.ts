// A cross table: bodies or departments along one side, services along the other, an amount where they meet.
import type { BodyType } from "../../budget/agency";
import type { CellRef } from "../../budget/cells";
import type { MoneyUnit } from "../../money/unit";
import type { GridArea, SheetGrid } from "../grid";

/** A row or column that names a body (or a department), as printed. */
export interface CrossBody {
  readonly index: number;
  readonly name: string;
  readonly cell: CellRef;
  /** Codes beside the name (ONS, E-code): other names of the body. */
  readonly codes: readonly string[];
  /** Short class beside the name, such as SD for a shire district; "" where there is none. */
  readonly group: string;
  readonly bodyType: BodyType | null;
}

/** A column or row that names a service. */
export interface CrossItem {
  readonly index: number;
  readonly code: string | null;
  readonly name: string;
  /** Headings it stands under, outermost first. */
  readonly sections: readonly string[];
}

export interface CrossTable {
  readonly grid: SheetGrid;
  /** Which way the bodies run: "rows" is the form of statutory returns. */
  readonly bodiesAre: "rows" | "columns";
  /** Departments belong to one agency; agencies are bodies of their own. */
  readonly bodiesNamed: "agencies" | "departments";
  /** The agency whose departments these are, where the table itself names it. */
  readonly owner: { readonly name: string; readonly cell: CellRef } | null;
  readonly area: GridArea;
  readonly headerRows: readonly number[];
  readonly labelColumns: readonly { readonly column: number; readonly heading: string; readonly field: "agency" | "code" | "description" | "section" | "ignored" }[];
  readonly bodies: readonly CrossBody[];
  readonly items: readonly CrossItem[];
  /** Texts above the table, nearest first. */
  readonly above: readonly string[];
  /** The unit that the headings over the amounts name, or null. */
  readonly headedUnit: MoneyUnit | null;
}

/** The row and column where a body and an item meet. */
export function placeOf(table: CrossTable, body: { readonly index: number }, item: { readonly index: number }): { readonly row: number; readonly column: number } {
  return table.bodiesAre === "rows" ? { row: body.index, column: item.index } : { row: item.index, column: body.index };
}
