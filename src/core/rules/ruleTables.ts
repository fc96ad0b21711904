// The rule books as editable tables, one a sheet, and reading them back with an issue for every row that can't be used.
import { BODY_TYPES } from "../budget/agency";
import type { CellRef } from "../budget/cells";
import type { Issue } from "../issues/issue";
import type { SheetGrid } from "../reading/grid";
import { readTable, tableSheet, type TableDef } from "../tables/table";
import { poundsCell, textCell } from "../writing/cellText";
import { PURSE_SHEETS } from "../writing/sheetNames";
import type { SheetSpec } from "../writing/types";
import { DEFAULT_BOOKS } from "./defaultBooks";
import { PROHIBITION_TESTS } from "./defaultProhibitions";
import { idColumn, KINDS, listText, readTail, tailColumns, verifiedOnColumn, YES_NO } from "./ruleColumns";
import { contradictions } from "./ruleContradictions";
import { overlapIssues, withoutCopies } from "./ruleOverlaps";
import { atColumns, headingsMissing, strangeHeadings } from "./ruleHeadings";
import { RuleRowReader } from "./ruleRow";
import { readBands, SCHEMES } from "./schemeTable";
import type { Allow, Fund, Gateway, Prohibition, RuleBooks, SchemeBand } from "./types";

const BODIES = ["*", ...BODY_TYPES] as const;
const ALLOWS: readonly Allow[] = ["YES", "COND", "NO", "ALIGN_ONLY"];
const HARDNESS: readonly Fund["hardness"][] = ["none", "soft", "hard"];
const EFFECTS: readonly Prohibition["effect"][] = ["refuse", "needs-approval"];

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
    ...tailColumns, verifiedOnColumn,
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
    { heading: "Kinds", width: 24, optional: true, cell: (row) => textCell(listText(row.kinds), "input") },
    { heading: "Days of each year", width: 20, optional: true, cell: (row) => textCell(row.yearly === undefined ? "" : `${row.yearly.fromDay} to ${row.yearly.toDay}`, "input") },
    verifiedOnColumn,
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
    { heading: "Purposes", width: 30, cell: (row) => textCell(listText(row.purposes), "input") },
    { heading: "Movable", width: 10, cell: (row) => textCell(row.movable ? "yes" : "no", "input"), choices: YES_NO },
    ...tailColumns, verifiedOnColumn,
  ],
};

/** Law and arithmetic: what these tests find is refused whoever approves it. */
const ALWAYS_REFUSED: ReadonlySet<string> = new Set(["out-of-hard-ring-fence", "below-statutory-minimum", "source-into-overspend"]);
const ALL_YEAR: ReadonlySet<string> = new Set([...ALWAYS_REFUSED, "splitting"]);

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
 * row with a fault is left out, with one issue for each faulty cell. `bodyNamed` gives the short id of the body that a row names.
 */
export function readRuleBooks(grids: readonly SheetGrid[], bodyNamed: (text: string) => string = (text) => text): RuleReading {
  const gateways = readRows(grids, GATEWAYS, DEFAULT_BOOKS.gateways, (row): Gateway => ({
    ...readTail(row), fromBody: row.oneOf("From body", BODIES, "*"), toBody: row.oneOf("To body", BODIES, "*"),
    fromFund: row.text("From fund") || "*", toPurpose: row.text("To purpose") || "*", instrument: row.required("Instrument"),
    allow: row.oneOf("Allow", ALLOWS), conditions: row.text("Conditions"), capPence: row.amount("Cap £"),
  }));
  const bands = readRows(grids, SCHEMES, DEFAULT_BOOKS.bands, readBands);
  const prohibitions = readRows(grids, PROHIBITIONS, DEFAULT_BOOKS.prohibitions, readProhibition);
  const funds = readRows(grids, FUNDS, DEFAULT_BOOKS.funds, (row): Fund => ({
    ...readTail(row), fund: row.required("Fund"), name: row.text("Name") || row.text("Fund"), ringFence: row.text("Ring-fence") || null,
    hardness: row.oneOf("Hardness", HARDNESS, "none"), insideRing: row.text("Inside ring") || null, purposes: purposes(row.text("Purposes")),
    movable: row.yes("Movable", true),
  }));
  const ofBody = <Row extends SchemeBand | Prohibition>(row: Row): Row => ({ ...row, agency: bodyNamed(row.agency) });
  const books = { gateways: gateways.rows, bands: bands.rows.map(ofBody), prohibitions: prohibitions.rows.map(ofBody), funds: funds.rows };
  const tables = [gateways, bands, prohibitions, funds];
  return {
    books, found: tables.some((table) => table.found),
    issues: [...tables.flatMap((table) => table.issues), ...atColumns([...overlapIssues(books), ...contradictions(books)], grids)],
  };
}

function readProhibition(row: RuleRowReader): Prohibition {
  const kinds = row.manyOf("Kinds", KINDS);
  const yearly = row.yearly("Days of each year");
  const test = row.oneOf("Test", PROHIBITION_TESTS);
  const effect = row.oneOf("Effect", EFFECTS);
  if (ALWAYS_REFUSED.has(test) && effect !== "refuse") row.fault("Effect", `${test} can only be refuse: no approval lets it pass`);
  if (test === "splitting" && effect !== "needs-approval") row.fault("Effect", "splitting can only be needs-approval: the parts are approved as their sum");
  if (ALL_YEAR.has(test) && kinds !== "*") row.fault("Kinds", `${test} holds for every kind of virement`);
  if (ALL_YEAR.has(test) && yearly !== undefined) row.fault("Days of each year", `${test} holds all year`);
  const tail = readTail(row);
  if (test === "closed-period" && yearly === undefined && (tail.from === null) !== (tail.to === null)) {
    row.fault(tail.from === null ? "From date" : "To date", "a period is closed from one day to another: enter both, or the days of each year");
  }
  return {
    ...tail, test, agency: row.text("Agency") || "*", effect, words: row.required("Words"),
    ...(kinds === "*" ? {} : { kinds }), ...(yearly === undefined ? {} : { yearly }),
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
  grids: readonly SheetGrid[], def: TableDef<Row>, defaults: readonly Row[], read: (row: RuleRowReader) => Row | readonly Row[],
): TableReading<Row> {
  const headings = def.columns.filter((column) => column.optional !== true).map((column) => column.heading);
  const sheets = grids.filter((grid) => grid.sheet === def.sheet);
  const tables = sheets.map((grid) => ({ grid, records: readTable(grid, headings) }));
  if (tables.every(({ records }) => records === null)) {
    const [sheet] = sheets;
    if (sheet !== undefined) return { rows: defaults, found: false, issues: [headingsMissing(sheet, def.sheet, headings)] };
    const why = "the workbook holds no such sheet, so the built-in rows are used";
    return { rows: defaults, found: false, issues: [{ code: "rule-missing", severity: "info", where: null, pence: null, facts: { table: def.sheet, why } }] };
  }
  const issues: Issue[] = tables.flatMap(({ grid, records }) => (records === null ? [headingsMissing(grid, def.sheet, headings)] : strangeHeadings(grid, def)));
  const rows = tables.flatMap(({ grid, records }) => (records ?? []).flatMap((record): Row[] => {
    const reader = new RuleRowReader(grid, record);
    const made = read(reader);
    for (const fault of reader.faults) {
      issues.push({
        code: "rule-invalid", severity: "error", where: fault.cell, pence: null,
        facts: { table: def.sheet, rule: record.text(headings[0] ?? ""), column: fault.column, found: fault.found, why: fault.why },
      });
    }
    return reader.faults.length > 0 ? [] : isMany(made) ? [...made] : [made];
  }));
  return { rows: withoutCopies(rows), issues, found: true };
}

function isMany<Row>(made: Row | readonly Row[]): made is readonly Row[] {
  return Array.isArray(made);
}
