// The table of price indices (tblIndex): the partners enter published values, version by version; reading it back with its faults.
import type { Issue } from "../../issues/issue";
import type { SheetGrid } from "../../reading/grid";
import type { RuleRowReader } from "../../rules/ruleRow";
import { readRows, type TableReading } from "../../rules/ruleTables";
import { tableSheet, type TableDef } from "../../tables/table";
import { textCell } from "../../writing/cellText";
import { PURSE_SHEETS } from "../../writing/sheetNames";
import type { SheetSpec } from "../../writing/types";
import { financialYearWords, yearOfWords } from "./financialYear";
import type { IndexValue } from "./priceIndex";

const TABLE: TableDef<IndexValue> = {
  sheet: PURSE_SHEETS.indices, table: "tblIndex", tabColour: "#605E5C",
  title: "Price indices: what money of one year is worth in another",
  subtitle: "Yours to fill in: one row a year. Take each value from its publisher, with the date it was published as its version; older versions may stay, the newest is used.",
  freezeColumns: 2,
  columns: [
    { heading: "Index", width: 26, cell: (row) => textCell(row.index, "label") },
    { heading: "Year", width: 12, cell: (row) => textCell(financialYearWords(row.year), "input"), prompt: "Financial year, e.g. 2026/27" },
    { heading: "Value", width: 12, cell: (row) => ({ value: row.value, style: "input" }) },
    { heading: "Version", width: 14, cell: (row) => textCell(row.version, "input"), prompt: "Date of publication, YYYY-MM-DD" },
    { heading: "Source", width: 60, cell: (row) => textCell(row.source, "input") },
  ],
};

export function indexSheetOf(rows: readonly IndexValue[]): SheetSpec {
  return tableSheet(TABLE, rows, "A general index of prices, such as the GDP deflator, is not an index of pay, fees or care costs: those may stand here under names of their own.");
}

/** Reads the table wherever it stands. A row with a fault is left out, with one issue for each faulty cell; without the table there are no real terms. */
export function readIndices(grids: readonly SheetGrid[]): TableReading<IndexValue> {
  const reading = readRows<IndexValue>(grids, TABLE, [], readValue);
  const missing = grids.every((grid) => grid.sheet !== PURSE_SHEETS.indices);
  const rows: IndexValue[] = [];
  const issues: Issue[] = missing ? [] : [...reading.issues];
  for (const row of reading.rows) {
    const twin = rows.find((other) => other.index === row.index && other.year === row.year && other.version === row.version);
    if (twin === undefined) rows.push(row);
    else issues.push(twice(row, twin));
  }
  return { rows, issues, found: reading.found };
}

function readValue(row: RuleRowReader): IndexValue {
  const [year, value] = [yearOfWords(row.text("Year")), Number(row.text("Value"))];
  if (year === null) row.fault("Year", "it is not a financial year such as 2026/27");
  if (row.text("Value") === "" || !Number.isFinite(value) || value <= 0) row.fault("Value", "it is not a number above zero");
  else if (Math.abs(value * 1e6 - Math.round(value * 1e6)) > 1e-3) row.fault("Value", "it has more than six decimals");
  const version = row.date("Version");
  if (version === null && row.text("Version") === "") row.fault("Version", "it is empty; the date of publication belongs here");
  return { index: row.required("Index"), year: year ?? 0, value, version: version ?? "", source: row.text("Source"), cell: row.cell("Index") };
}

function twice(row: IndexValue, first: IndexValue): Issue {
  return {
    code: "rule-overlap", severity: "error", where: row.cell, pence: null,
    facts: {
      rule: `${row.index} ${financialYearWords(row.year)}`, table: PURSE_SHEETS.indices, other: `at ${first.cell?.address ?? ""}`,
      why: `both give a value for the same year in the version of ${row.version}, and the first is used`,
    },
  };
}
