// Rule books through their tables and back, and what becomes of rows that can't be used.
import type { CellValue, SheetGrid } from "../../../src/core/reading/grid";
import { DEFAULT_BOOKS } from "../../../src/core/rules/defaultBooks";
import { PUBLISHED_SCHEMES } from "../../../src/core/rules/publishedSchemes";
import { readRuleBooks, ruleSheets } from "../../../src/core/rules/ruleTables";
import type { RuleBooks } from "../../../src/core/rules/types";
import { TABLE_HEADER_ROW } from "../../../src/core/tables/table";
import { sampleRuleSheets, samplesRuleBooks } from "../../../samples/ruleBooks";

type Edit = (values: CellValue[][], at: (heading: string) => number) => void;

/** The samples' rule sheets as grids, with one of them changed. */
function grids(sheet = "", edit: Edit = () => undefined): SheetGrid[] {
  return sampleRuleSheets().map((spec): SheetGrid => {
    const values = spec.rows.map((row) => row.map((cell) => cell?.value ?? null));
    const headings = values[TABLE_HEADER_ROW] ?? [];
    if (spec.name === sheet) edit(values, (heading) => headings.indexOf(heading));
    return { file: null, sheet: spec.name, visibility: "visible", values };
  });
}

const withoutCells = (books: RuleBooks): unknown => JSON.parse(JSON.stringify(books, (key, value) => (key === "cell" ? null : value)));
const FIRST = TABLE_HEADER_ROW + 1;

/** Sets one cell of the row whose rule id is given (the first of them). */
const set = (rule: string, heading: string, value: CellValue): Edit => (values, at) => {
  const row = values.find((cells, i) => i >= FIRST && cells[0] === rule);
  if (row !== undefined) row[at(heading)] = value;
};

test("the samples' rule books come back the same from their sheets, each row with its cell and without a fault", () => {
  const { books, issues, found } = readRuleBooks(grids());
  expect(found).toBe(true);
  expect(issues).toEqual([]);
  expect(withoutCells(books)).toEqual(withoutCells(samplesRuleBooks()));
  expect(books.gateways[0]?.cell).toEqual({ file: null, sheet: "Purse Gateways", address: "A5" });
});

test("the same rule book in two workbooks counts once", () => {
  const twice = [...grids().map((grid) => ({ ...grid, file: "a.xlsx" })), ...grids().map((grid) => ({ ...grid, file: "b.xlsx" }))];
  const { books, issues } = readRuleBooks(twice);
  expect(issues).toEqual([]);
  expect(books.bands).toHaveLength(samplesRuleBooks().bands.length);
});

test("without tables the defaults hold, and that is said", () => {
  const { books, issues, found } = readRuleBooks([]);
  expect(found).toBe(false);
  expect(books).toEqual(DEFAULT_BOOKS);
  expect(issues.map((issue) => [issue.code, issue.severity, issue.facts["table"]])).toEqual(
    ["Purse Gateways", "Purse Schemes", "Purse Prohibitions", "Purse Funds"].map((table) => ["rule-missing", "info", table]));
});

test("each table has one sheet and amounts in pounds", () => {
  const sheets = ruleSheets(samplesRuleBooks());
  expect(sheets.map((sheet) => [sheet.name, sheet.tables[0]?.name])).toEqual([
    ["Purse Gateways", "tblGateways"], ["Purse Schemes", "tblSchemes"], ["Purse Prohibitions", "tblProhibitions"], ["Purse Funds", "tblFunds"],
  ]);
  const upTo = sheets[1]?.rows[TABLE_HEADER_ROW]?.findIndex((cell) => cell?.value === "Up to £") ?? -1;
  expect(sheets[1]?.rows[FIRST]?.[upTo]?.value).toBe(250_000);
});

test.each<[string, string, string, string, CellValue, string]>([
  ["an unknown body", "Purse Gateways", "G05", "From body", "Ministry", "B"],
  ["an unknown answer", "Purse Gateways", "G05", "Allow", "PERHAPS", "F"],
  ["a date that is none", "Purse Gateways", "G01", "From date", "2000-02-30", "K"],
  ["an end before its start", "Purse Gateways", "G27", "To date", "2001-01-01", "L"],
  ["a cap in words", "Purse Gateways", "G05", "Cap £", "a lot", "I"],
  ["a limit that is no number", "Purse Schemes", "COUNCIL-S1", "Up to £", "quarter of a million", "F"],
  ["an upper limit below its lower", "Purse Schemes", "COUNCIL-S1", "Over £", 300_000, "F"],
  ["a rank that does not exist", "Purse Schemes", "COUNCIL-S1", "Rank", 9, "I"],
  ["a scope that does not exist", "Purse Schemes", "COUNCIL-S1", "Scopes", "between moons", "C"],
  ["a test that does not exist", "Purse Prohibitions", "P1", "Test", "no-fun", "B"],
  ["a fund without a code", "Purse Funds", "F-GEN", "Fund", null, "B"],
])("%s is an issue with its cell, and the row is left out", (_, sheet, rule, heading, value, column) => {
  const before = readRuleBooks(grids());
  const { books, issues } = readRuleBooks(grids(sheet, set(rule, heading, value)));
  const faults = issues.filter((issue) => issue.code === "rule-invalid" && issue.severity === "error");
  expect(faults).toHaveLength(1);
  expect(faults[0]?.where?.sheet).toBe(sheet);
  expect(faults[0]?.where?.address).toMatch(new RegExp(`^${column}\\d+$`));
  const count = (some: RuleBooks): number => some.gateways.length + some.bands.length + some.prohibitions.length + some.funds.length;
  expect(count(books)).toBe(count(before.books) - 1);
});

test("dates may be Excel dates or British dates, amounts may be text", () => {
  const edits: Edit = (values, at) => {
    set("COUNCIL-S1", "From date", 46_113)(values, at);
    set("COUNCIL-S1", "To date", "31/03/2027")(values, at);
    set("COUNCIL-S1", "Up to £", "£250,000.00")(values, at);
  };
  const { books, issues } = readRuleBooks(grids("Purse Schemes", edits));
  expect(issues).toEqual([]);
  expect(books.bands[0]).toMatchObject({ from: "2026-04-01", to: "2027-03-31", upToPence: 25_000_000 });
});

test("limits that overlap, limits with a gap and gateways that contradict are issues", () => {
  const overlap = readRuleBooks(grids("Purse Schemes", set("COUNCIL-S2", "Over £", 200_000)));
  expect(overlap.issues.map((issue) => [issue.code, issue.facts["rule"], issue.facts["other"]])).toEqual([["rule-overlap", "COUNCIL-S2", "COUNCIL-S1"]]);
  const gap = readRuleBooks(grids("Purse Schemes", set("COUNCIL-S2", "Over £", 300_000)));
  expect(gap.issues.map((issue) => issue.facts["why"])).toEqual(["no row says who approves from £250,000.01 to £300,000"]);
  const twice = readRuleBooks(grids("Purse Gateways", (values, at) => {
    const copy = [...(values.find((row) => row[0] === "G05") ?? [])];
    copy[at("Allow")] = "NO";
    values.push(copy);
  }));
  expect(twice.issues.map((issue) => [issue.code, issue.facts["rule"]])).toEqual([["rule-overlap", "G05"]]);
});

test("a sheet whose headings were changed is an error at its headings, so that nothing is suggested by other rules", () => {
  const { books, issues } = readRuleBooks(grids("Purse Funds", (values, at) => {
    const headings = values[TABLE_HEADER_ROW];
    if (headings !== undefined) headings[at("Hardness")] = "Toughness";
  }));
  expect(issues).toEqual([expect.objectContaining({ code: "rule-missing", severity: "error", where: { file: null, sheet: "Purse Funds", address: "A4" } })]);
  expect(issues[0]?.facts["why"]).toContain('"Hardness"');
  expect(books.funds).toEqual(DEFAULT_BOOKS.funds);
});

test("a heading that is nearly one of ours is an error where something stands under it; a column of the partners' own is theirs", () => {
  const rename = (to: string, filled: boolean) => readRuleBooks(grids("Purse Schemes", (values, at) => {
    const column = at("Heads");
    if (filled) (values[FIRST] ?? [])[column] = "C04";
    (values[TABLE_HEADER_ROW] ?? [])[column] = to;
  })).issues.map((issue) => [issue.code, issue.severity, issue.where?.address.replace(/\d+/, "")]);
  expect(rename("Head", true)).toEqual([["rule-missing", "error", "P"]]);
  expect(rename("Haeds", true)).toEqual([["rule-missing", "error", "P"]]);
  expect(rename("Head", false)).toEqual([]);
  expect(rename("Remarks of the monitoring officer", true)).toEqual([]);
});

test.each<[string, string, CellValue, string]>([
  ["P1", "Effect", "needs-approval", "can only be refuse"], ["P7", "Effect", "needs-approval", "can only be refuse"], ["P14", "Effect", "needs-approval", "can only be refuse"],
  ["P9", "Effect", "refuse", "can only be needs-approval"], ["P14", "Kinds", "policy", "holds for every kind"], ["P7", "Days of each year", "03-01 to 03-31", "holds all year"],
])("%s can't have %s %s, which would be passed over", (rule, heading, value, why) => {
  const { issues } = readRuleBooks(grids("Purse Prohibitions", set(rule, heading, value)));
  expect(issues.map((issue) => [issue.code, issue.severity, issue.facts["rule"], issue.facts["column"]])).toEqual([["rule-invalid", "error", rule, heading]]);
  expect(issues[0]?.facts["why"]).toContain(why);
});

test("limits that add up and limits in per cent come back as they were entered", () => {
  const edits: Edit = (values, at) => {
    set("COUNCIL-S1", "Cumulative", "per head")(values, at);
    set("COUNCIL-S1", "Up to £", null)(values, at);
    set("COUNCIL-S1", "Over £", null)(values, at);
    set("COUNCIL-S1", "Percent of", "net")(values, at);
    set("COUNCIL-S1", "Over %", 0)(values, at);
    set("COUNCIL-S1", "Up to %", 0.5)(values, at);
    set("COUNCIL-S1", "Net £", 140_000_000)(values, at);
    set("COUNCIL-S1", "Heads", "Social services, O1")(values, at);
  };
  const { books, issues } = readRuleBooks(grids("Purse Schemes", edits));
  expect(issues).toEqual([]);
  expect(books.bands[0]).toMatchObject({ id: "COUNCIL-S1", cumulative: "per head", overPence: 0, upToPence: 70_000_000, heads: ["Social services", "O1"], percent: { of: "net", upToPercent: 0.5 } });
  const [again] = ruleSheets(books).slice(1);
  expect(again?.rows[FIRST]?.map((cell) => cell?.value ?? "")).toEqual(grids("Purse Schemes", edits)[1]?.values[FIRST]?.map((value) => value ?? ""));
});

const publish = (name: string, more: Edit = () => undefined): Edit => (values, at) => {
  const row: CellValue[] = [];
  row[at("Rule")] = "X";
  row[at("Agency")] = "FIRE";
  row[at("Published scheme")] = name;
  values.push(Array.from({ length: at("Published scheme") + 1 }, (_, i) => row[i] ?? null));
  more(values, at);
};

test.each(PUBLISHED_SCHEMES.map((scheme) => [scheme.id, scheme.bands.length] as const))("%s is taken whole by its name, without overlap or gap", (name, count) => {
  const spend: Edit = (values, at) => {
    set("X", "Net £", 140_000_000)(values, at);
    set("X", "Gross £", 400_000_000)(values, at);
  };
  const { books, issues } = readRuleBooks(grids("Purse Schemes", publish(name, spend)));
  expect(issues).toEqual([]);
  expect(books.bands.filter((row) => row.agency === "FIRE" && row.approver !== "").map((row) => row.id)).toEqual(Array.from({ length: count }, (_, i) => `X-S${i + 1}`));
});

test("limits that begin above nothing, while no row speaks of less, are an error at their cell", () => {
  const { issues } = readRuleBooks(grids("Purse Schemes", set("ICB-S1", "Over £", 1_000)));
  expect(issues.map((issue) => [issue.code, issue.severity, issue.facts["rule"], issue.where?.address.replace(/\d+/, ""), issue.facts["why"]])).toEqual([
    ["rule-invalid", "error", "ICB-S1", "E", "no row says who approves up to £1,000"],
  ]);
});

test("a published scheme in shares of spending asks for the spending", () => {
  const { issues } = readRuleBooks(grids("Purse Schemes", publish("BLACKPOOL")));
  expect(issues.map((issue) => [issue.code, issue.facts["column"]])).toEqual([["rule-invalid", "Net £"], ["rule-invalid", "Gross £"]]);
});

test("tables written before a column came are read without it", () => {
  const old = grids().map((grid) => ({ ...grid, values: grid.values.map((row) => (row.length > 15 ? row.slice(0, 15) : row)) }));
  const { books, issues } = readRuleBooks(old);
  expect(issues).toEqual([]);
  expect(books.bands).toHaveLength(samplesRuleBooks().bands.length);
});

test("an outer ring that no fund has is an issue", () => {
  const { issues } = readRuleBooks(grids("Purse Funds", set("F-PHG-DA", "Inside ring", "NOWHERE")));
  expect(issues.map((issue) => [issue.facts["rule"], issue.facts["found"]])).toEqual([["F-PHG-DA", "NOWHERE"]]);
});

test("who is told and the day a row was checked come back as entered; a date that is none is an error with its cell", () => {
  const entered = (on: string): Edit => (values, at) => {
    set("COUNCIL-S1", "Notify", "Executive, for information")(values, at);
    set("COUNCIL-S1", "Verified on", on)(values, at);
  };
  const { books, issues } = readRuleBooks(grids("Purse Schemes", entered("2026-04-01")));
  expect(issues).toEqual([]);
  expect(books.bands.find((band) => band.id === "COUNCIL-S1")).toMatchObject({ notify: "Executive, for information", verifiedOn: "2026-04-01" });
  expect(books.bands.filter((band) => band.notify !== undefined || band.verifiedOn !== undefined)).toHaveLength(1);
  expect(readRuleBooks(grids("Purse Schemes", entered("last spring"))).issues.map((issue) => [issue.code, issue.facts["column"]])).toEqual([["rule-invalid", "Verified on"]]);
});
