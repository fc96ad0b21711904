// The table of other names (tblNames): how partners are called in one another's sheets; the partners add to it, and it is read back.
import type { AgencyId } from "../../budget/agency";
import type { CellRef } from "../../budget/cells";
import type { SheetGrid } from "../../reading/grid";
import { readRows, type TableReading } from "../../rules/ruleTables";
import { tableSheet, type TableDef } from "../../tables/table";
import { textCell } from "../../writing/cellText";
import { PURSE_SHEETS } from "../../writing/sheetNames";
import type { SheetSpec } from "../../writing/types";

/** One name by which sheets call an agency. */
export interface OtherName {
  readonly agency: AgencyId;
  readonly name: string;
  readonly source: string;
  readonly cell: CellRef | null;
}

const TABLE: TableDef<OtherName> = {
  sheet: PURSE_SHEETS.names, table: "tblNames", tabColour: "#605E5C",
  title: "Names: what partners call one another in their sheets",
  subtitle: "Yours to fill in. A line whose words hold such a name is a payment to, or income from, that agency, unless the coding says otherwise.",
  columns: [
    { heading: "Agency", width: 16, cell: (row) => textCell(row.agency, "label"), prompt: "Its short id on Purse Agencies" },
    { heading: "Also known as", width: 44, cell: (row) => textCell(row.name, "input") },
    { heading: "Source", width: 50, cell: (row) => textCell(row.source, "input") },
  ],
};

export function namesSheet(rows: readonly OtherName[]): SheetSpec {
  return tableSheet(TABLE, rows, "A name needs at least three letters, and may belong to one agency only.");
}

/** Reads the table wherever it stands; a row with a fault, or a name that another agency has, is left out with an issue. */
export function readNames(grids: readonly SheetGrid[], agencies: readonly AgencyId[]): TableReading<OtherName> {
  const taken = new Map<string, AgencyId>();
  const reading = readRows<OtherName>(grids, TABLE, [], (row) => {
    const [wanted, name] = [row.required("Agency"), row.required("Also known as")];
    const agency = agencies.find((id) => id.toLowerCase() === wanted.toLowerCase());
    if (wanted !== "" && agency === undefined) row.fault("Agency", "no agency has this short id");
    if (name !== "" && name.replace(/[^\p{L}]/gu, "").length < 3) row.fault("Also known as", "it has fewer than three letters");
    const known = taken.get(name.toLowerCase());
    if (agency !== undefined && known !== undefined && known !== agency) row.fault("Also known as", `it is already a name of ${known}`);
    else if (agency !== undefined) taken.set(name.toLowerCase(), agency);
    return { agency: agency ?? wanted, name, source: row.text("Source"), cell: row.cell("Also known as") };
  });
  const missing = grids.every((grid) => grid.sheet !== PURSE_SHEETS.names);
  return missing ? { ...reading, issues: [] } : reading;
}
