// The table of arrangements (tblArrangements): presets that partners adapt, date and give to their pools; read back with its faults.
import { ARRANGEMENTS } from "../../budget/line";
import type { Issue } from "../../issues/issue";
import type { SheetGrid } from "../../reading/grid";
import type { RuleRowReader } from "../../rules/ruleRow";
import { readRows, type TableReading } from "../../rules/ruleTables";
import { tableSheet, type TableColumn, type TableDef } from "../../tables/table";
import { textCell } from "../../writing/cellText";
import { PURSE_SHEETS } from "../../writing/sheetNames";
import type { SheetSpec } from "../../writing/types";
import { ACCOUNT_PRESETS } from "../poolTerms";
import { ARRANGEMENT_TESTS, MOVES, type ArrangementRow } from "./types";

const input = (heading: string, width: number, of: (row: ArrangementRow) => string, choices?: readonly string[]): TableColumn<ArrangementRow> =>
  ({ heading, width, cell: (row) => textCell(of(row), "input"), ...(choices === undefined ? {} : { choices }) });

const YES_NO = ["yes", "no"] as const;

const TABLE: TableDef<ArrangementRow> = {
  sheet: PURSE_SHEETS.arrangements, table: "tblArrangements", tabColour: "#605E5C",
  title: "Arrangements: what each allows and forbids",
  subtitle: "Yours to edit. Name the pools or schemes that a row governs, parted by semicolons; until then nothing follows from it. Rows marked so are to be checked with your lawyer.",
  columns: [
    { heading: "Arrangement", width: 32, cell: (row) => textCell(row.name, "label") },
    input("Governs", 34, (row) => row.governs.join("; ")),
    input("Lines coded as", 24, (row) => row.lines.join(", ")),
    input("One fund", 10, (row) => (row.fund ? "yes" : "no"), YES_NO),
    input("Moves between agencies", 22, (row) => row.moves, MOVES),
    input("Accounts", 28, (row) => row.account, ACCOUNT_PRESETS),
    input("Checked", 34, (row) => row.tests.join(", ")),
    input("Allows", 50, (row) => row.allows),
    input("Forbids or needs", 50, (row) => row.forbids),
    input("Virement", 40, (row) => row.virement),
    input("Jurisdiction", 14, (row) => row.jurisdiction),
    input("From date", 12, (row) => row.from ?? ""),
    input("To date", 12, (row) => row.to ?? ""),
    input("Source", 60, (row) => row.source),
    input("Verified by", 26, (row) => row.verifiedBy),
  ],
};

export function arrangementsSheet(rows: readonly ArrangementRow[]): SheetSpec {
  return tableSheet(TABLE, rows, `Enforced: Lines coded as, Moves between agencies, Accounts and Checked (${ARRANGEMENT_TESTS.join("; ")}). Allows, Forbids or needs and Virement are to be read by people; nothing follows from them.`);
}

/** Reads the table wherever it stands; a row with a fault is left out, with one issue for each faulty cell. Without it nothing is governed. */
export function readArrangements(grids: readonly SheetGrid[]): TableReading<ArrangementRow> {
  const reading = readRows<ArrangementRow>(grids, TABLE, [], readRow);
  return grids.some((grid) => grid.sheet === PURSE_SHEETS.arrangements) ? { ...reading, issues: [...reading.issues, ...governedTwice(reading.rows)] } : { ...reading, issues: [] };
}

/** Of several rows for one pool the one that begins last counts; of two that begin together nobody could tell which. */
function governedTwice(rows: readonly ArrangementRow[]): Issue[] {
  return rows.flatMap((row, i) => {
    const alike = (other: ArrangementRow): boolean =>
      other.from === row.from && (other.jurisdiction === row.jurisdiction || other.jurisdiction === "*" || row.jurisdiction === "*") && other.governs.some((name) => row.governs.some((own) => own.toLowerCase() === name.toLowerCase()));
    const other = rows.slice(0, i).find(alike);
    if (other === undefined) return [];
    return [{ code: "rule-overlap" as const, severity: "error" as const, where: row.cell, pence: null, facts: { table: TABLE.sheet, rule: row.name, other: other.name, why: "both govern the same pool or scheme from the same day" } }];
  });
}

function readRow(row: RuleRowReader): ArrangementRow {
  const lines = row.manyOf("Lines coded as", ARRANGEMENTS);
  const tests = row.text("Checked") === "" ? [] : row.manyOf("Checked", ARRANGEMENT_TESTS);
  return {
    name: row.required("Arrangement"), governs: row.text("Governs").split(";").map((name) => name.trim()).filter((name) => name !== ""),
    lines: lines === "*" ? ARRANGEMENTS : lines, fund: row.yes("One fund", false), moves: row.oneOf("Moves between agencies", MOVES, "none"),
    account: row.oneOf("Accounts", ACCOUNT_PRESETS, "joint operation"), tests: tests === "*" ? ARRANGEMENT_TESTS : tests,
    allows: row.text("Allows"), forbids: row.text("Forbids or needs"), virement: row.text("Virement"), jurisdiction: row.jurisdiction("Jurisdiction"),
    ...row.dates("From date", "To date"), source: row.text("Source"), verifiedBy: row.text("Verified by"), cell: row.cell("Arrangement"),
  };
}
