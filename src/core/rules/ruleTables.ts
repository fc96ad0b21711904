// The rule books as editable tables, one a sheet, and reading them back with an issue for every row that can't be used.
import { BODY_TYPES } from "../budget/agency";
import type { CellRef } from "../budget/cells";
import type { Issue } from "../issues/issue";
import type { SheetGrid } from "../reading/grid";
import { readTable, tableSheet, type TableColumn, type TableDef } from "../tables/table";
import { numberCell, poundsCell, textCell } from "../writing/cellText";
import { PURSE_SHEETS } from "../writing/sheetNames";
import type { SheetSpec } from "../writing/types";
import { DEFAULT_BOOKS } from "./defaultBooks";
import { PROHIBITION_TESTS } from "./defaultProhibitions";
import { cumulativeIssues, overlapIssues, unknownRings, withoutCopies } from "./ruleOverlaps";
import { RuleRowReader } from "./ruleRow";
import type { Allow, Fund, Gateway, Prohibition, RuleBooks, SchemeBand, VirementKind, VirementScope } from "./types";

const BODIES = ["*", ...BODY_TYPES] as const;
const ALLOWS: readonly Allow[] = ["YES", "COND", "NO", "ALIGN_ONLY"];
const SCOPES: readonly VirementScope[] = ["same cost centre", "same service", "between services", "between directorates", "capital-revenue", "inter-agency", "pool"];
const KINDS: readonly VirementKind[] = ["technical", "policy", "permanent", "one-off"];
const CUMULATIVE: readonly SchemeBand["cumulative"][] = ["none", "per head", "per pair", "per year"];
const HARDNESS: readonly Fund["hardness"][] = ["none", "soft", "hard"];
const EFFECTS: readonly Prohibition["effect"][] = ["refuse", "needs-approval"];
const YES_NO = ["yes", "no"] as const;

type AnyRow = Gateway | SchemeBand | Prohibition | Fund;

const list = (values: readonly string[] | "*"): string => (values === "*" ? "*" : values.join(", "));

const idColumn: TableColumn<AnyRow> = { heading: "Rule", width: 14, cell: (row) => textCell(row.id, "label") };
const tailColumns: readonly TableColumn<AnyRow>[] = [
  { heading: "Jurisdiction", width: 14, cell: (row) => textCell(row.jurisdiction, "input") },
  { heading: "From date", width: 12, cell: (row) => textCell(row.from ?? "", "input") },
  { heading: "To date", width: 12, cell: (row) => textCell(row.to ?? "", "input") },
  { heading: "Source", width: 50, cell: (row) => textCell(row.source, "input") },
  { heading: "Verified by", width: 26, cell: (row) => textCell(row.verifiedBy, "input") },
];

const GATEWAYS: TableDef<Gateway> = {
  sheet: PURSE_SHEETS.gateways, table: "tblGateways", tabColour: "#605E5C",
  title: "Gateways: by which law money may pass from one body and fund to another",
  subtitle: "Yours to edit. The most particular row decides, then the strictest. Where no row answers, the answer is no. Caps in £. * means any.",
  columns: [
    idColumn,
    { heading: "From body", width: 20, cell: (row) => textCell(row.fromBody, "input"), choices: BODIES },
    { heading: "To body", width: 20, cell: (row) => textCell(row.toBody, "input"), choices: BODIES },
    { heading: "From fund", width: 12, cell: (row) => textCell(row.fromFund, "input") },
    { heading: "To purpose", width: 16, cell: (row) => textCell(row.toPurpose, "input") },
    { heading: "Allow", width: 12, cell: (row) => textCell(row.allow, "input"), choices: ALLOWS },
    { heading: "Instrument", width: 50, cell: (row) => textCell(row.instrument, "input") },
    { heading: "Conditions", width: 60, cell: (row) => textCell(row.conditions, "input") },
    { heading: "Cap £", width: 14, cell: (row) => poundsCell(row.capPence, "input") },
    ...tailColumns,
  ],
};

const SCHEMES: TableDef<SchemeBand> = {
  sheet: PURSE_SHEETS.schemes, table: "tblSchemes", tabColour: "#605E5C",
  title: "Schemes of virement: who approves what, in each agency",
  subtitle: "Yours to edit. £: a row covers amounts over its lower limit up to and including its upper limit. A row without an approver is still to be filled in.",
  columns: [
    idColumn,
    { heading: "Agency", width: 16, cell: (row) => textCell(row.agency, "input") },
    { heading: "Scopes", width: 30, cell: (row) => textCell(list(row.scopes), "input") },
    { heading: "Kinds", width: 24, cell: (row) => textCell(list(row.kinds), "input") },
    { heading: "Over £", width: 14, cell: (row) => poundsCell(row.approver === "" ? null : row.overPence, "input") },
    { heading: "Up to £", width: 14, cell: (row) => poundsCell(row.upToPence, "input") },
    { heading: "Cumulative", width: 14, cell: (row) => textCell(row.cumulative, "input"), choices: CUMULATIVE },
    { heading: "Approver", width: 46, cell: (row) => textCell(row.approver, "input") },
    { heading: "Rank", width: 8, cell: (row) => numberCell(row.rank) },
    { heading: "Form", width: 8, cell: (row) => textCell(row.form ? "yes" : "no", "input"), choices: YES_NO },
    ...tailColumns,
  ],
};

const PROHIBITIONS: TableDef<Prohibition> = {
  sheet: PURSE_SHEETS.prohibitions, table: "tblProhibitions", tabColour: "#605E5C",
  title: "Prohibitions: what a virement may not do",
  subtitle: "Yours to edit. Each row switches one built-in test on, for one agency or for all (*). Delete a row to switch its test off.",
  columns: [
    idColumn,
    { heading: "Test", width: 30, cell: (row) => textCell(row.test, "input") },
    { heading: "Agency", width: 16, cell: (row) => textCell(row.agency, "input") },
    { heading: "Effect", width: 18, cell: (row) => textCell(row.effect, "input"), choices: EFFECTS },
    { heading: "Words", width: 70, cell: (row) => textCell(row.words, "input") },
    ...tailColumns,
  ],
};

const FUNDS: TableDef<Fund> = {
  sheet: PURSE_SHEETS.funds, table: "tblFunds", tabColour: "#605E5C",
  title: "Funds: whose rules the money carries",
  subtitle: "Yours to edit. Purposes are outcomes, client groups, funds or line ids, parted by commas; * means any. A fund that is not movable stays on its line.",
  columns: [
    idColumn,
    { heading: "Fund", width: 14, cell: (row) => textCell(row.fund, "input") },
    { heading: "Name", width: 44, cell: (row) => textCell(row.name, "input") },
    { heading: "Ring-fence", width: 14, cell: (row) => textCell(row.ringFence ?? "", "input") },
    { heading: "Hardness", width: 12, cell: (row) => textCell(row.hardness, "input"), choices: HARDNESS },
    { heading: "Inside ring", width: 14, cell: (row) => textCell(row.insideRing ?? "", "input") },
    { heading: "Purposes", width: 30, cell: (row) => textCell(list(row.purposes), "input") },
    { heading: "Movable", width: 10, cell: (row) => textCell(row.movable ? "yes" : "no", "input"), choices: YES_NO },
    ...tailColumns,
  ],
};

/** The four sheets of the rule books, in the order of the books. */
export function ruleSheets(books: RuleBooks): SheetSpec[] {
  return [tableSheet(GATEWAYS, books.gateways), tableSheet(SCHEMES, books.bands), tableSheet(PROHIBITIONS, books.prohibitions), tableSheet(FUNDS, books.funds)];
}

export interface RuleReading {
  readonly books: RuleBooks;
  readonly issues: readonly Issue[];
  /** True when the workbook holds any rule table of its own. */
  readonly found: boolean;
}

/**
 * Reads the four tables wherever they stand in the grids. A table that is missing is taken from the defaults, and an issue says so; a
 * row with a fault is left out, with one issue for each faulty cell.
 */
export function readRuleBooks(grids: readonly SheetGrid[]): RuleReading {
  const gateways = readRows(grids, GATEWAYS, DEFAULT_BOOKS.gateways, (row): Gateway => ({
    ...common(row), fromBody: row.oneOf("From body", BODIES, "*"), toBody: row.oneOf("To body", BODIES, "*"),
    fromFund: row.text("From fund") || "*", toPurpose: row.text("To purpose") || "*", instrument: row.required("Instrument"),
    allow: row.oneOf("Allow", ALLOWS), conditions: row.text("Conditions"), capPence: row.amount("Cap £"),
  }));
  const bands = readRows(grids, SCHEMES, DEFAULT_BOOKS.bands, readBand);
  const prohibitions = readRows(grids, PROHIBITIONS, DEFAULT_BOOKS.prohibitions, (row): Prohibition => ({
    ...common(row), test: row.oneOf("Test", PROHIBITION_TESTS), agency: row.text("Agency") || "*",
    effect: row.oneOf("Effect", EFFECTS), words: row.required("Words"),
  }));
  const funds = readRows(grids, FUNDS, DEFAULT_BOOKS.funds, (row): Fund => ({
    ...common(row), fund: row.required("Fund"), name: row.text("Name") || row.text("Fund"), ringFence: row.text("Ring-fence") || null,
    hardness: row.oneOf("Hardness", HARDNESS, "none"), insideRing: row.text("Inside ring") || null, purposes: purposes(row.text("Purposes")),
    movable: row.yes("Movable", true),
  }));
  const books = { gateways: gateways.rows, bands: bands.rows, prohibitions: prohibitions.rows, funds: funds.rows };
  const tables = [gateways, bands, prohibitions, funds];
  return {
    books, found: tables.some((table) => table.found),
    issues: [...tables.flatMap((table) => table.issues), ...overlapIssues(books), ...cumulativeIssues(books.bands), ...unknownRings(books.funds)],
  };
}

function readBand(row: RuleRowReader): SchemeBand {
  const [over, upTo] = [row.amount("Over £"), row.amount("Up to £")];
  const approver = row.text("Approver");
  if (approver === "" && (over !== null || upTo !== null)) row.fault("Approver", "the row has a limit but no approver");
  if (upTo !== null && upTo <= (over ?? 0)) row.fault("Up to £", "it is not above the lower limit");
  return {
    ...common(row), agency: row.required("Agency"), scopes: row.manyOf("Scopes", SCOPES), kinds: row.manyOf("Kinds", KINDS),
    overPence: over ?? 0, upToPence: upTo, cumulative: row.oneOf("Cumulative", CUMULATIVE, "none"), approver,
    rank: row.wholeNumber("Rank", 0, 6), form: row.yes("Form", true),
  };
}

function common(row: RuleRowReader): Pick<AnyRow, "id" | "jurisdiction" | "from" | "to" | "source" | "verifiedBy" | "cell"> {
  return {
    id: row.required("Rule"), jurisdiction: row.text("Jurisdiction") || "*", ...row.dates("From date", "To date"),
    source: row.text("Source"), verifiedBy: row.text("Verified by"), cell: row.cell("Rule"),
  };
}

function purposes(text: string): readonly string[] | "*" {
  return text === "" || text === "*" ? "*" : text.split(",").map((part) => part.trim()).filter((part) => part !== "");
}

/** The rows of one table of agreed rules that can be used, and an issue for each cell that can't. */
export interface TableReading<Row> {
  readonly rows: readonly Row[];
  readonly issues: readonly Issue[];
  readonly found: boolean;
}

/** Reads one table by its headings; the first column names the row. Without the table the defaults hold, and an issue says so. */
export function readRows<Row extends { readonly cell: CellRef | null }>(
  grids: readonly SheetGrid[], def: TableDef<Row>, defaults: readonly Row[], read: (row: RuleRowReader) => Row,
): TableReading<Row> {
  const headings = def.columns.map((column) => column.heading);
  const sheets = grids.filter((grid) => grid.sheet === def.sheet);
  const tables = sheets.map((grid) => ({ grid, records: readTable(grid, headings) }));
  if (tables.every(({ records }) => records === null)) {
    const [sheet] = sheets;
    const why = sheet === undefined ? "the workbook holds no such sheet, so the built-in rows are used" : "its headings were not found, so the built-in rows are used";
    const where = sheet === undefined ? null : { file: sheet.file, sheet: sheet.sheet, address: "A1" };
    return { rows: defaults, found: false, issues: [{ code: "rule-missing", severity: sheet === undefined ? "info" : "warning", where, pence: null, facts: { table: def.sheet, why } }] };
  }
  const issues: Issue[] = [];
  const rows = tables.flatMap(({ grid, records }) => (records ?? []).flatMap((record): Row[] => {
    const reader = new RuleRowReader(grid, record);
    const row = read(reader);
    for (const fault of reader.faults) {
      issues.push({
        code: "rule-invalid", severity: "error", where: fault.cell, pence: null,
        facts: { table: def.sheet, rule: record.text(headings[0] ?? ""), column: fault.column, found: fault.found, why: fault.why },
      });
    }
    return reader.faults.length === 0 ? [row] : [];
  }));
  return { rows: withoutCopies(rows), issues, found: true };
}
