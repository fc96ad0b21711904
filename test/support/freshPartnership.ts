// A small partnership made up for one test: agencies' sheets, the partners' coding and rule tables as grids, unlike any sample.
import { consolidate, type Consolidation } from "../../src/app/consolidate";
import { defaultOptions, suggest } from "../../src/app/suggest";
import type { CellValue, SheetGrid } from "../../src/core/reading/grid";
import { DEFAULT_BOOKS } from "../../src/core/rules/defaultBooks";
import { ruleSheets } from "../../src/core/rules/ruleTables";
import { TABLE_HEADER_ROW } from "../../src/core/tables/table";
import type { SuggestionOptions, Suggestions } from "../../src/core/virement/types";
import { createHighsInProcess } from "../../src/solver/highsInProcess";

export type RuleRow = Readonly<Record<string, CellValue>>;

export interface FreshLine {
  readonly ref: string;
  readonly words: string;
  /** Pounds. */
  readonly budget: number;
  readonly forecast: number;
  readonly coding?: Readonly<Record<string, CellValue>>;
}

export interface FreshAgency {
  readonly ref: string;
  readonly name: string;
  readonly type: string;
  readonly jurisdiction?: string;
  readonly lines: readonly FreshLine[];
}

const CODING = [
  "Agency", "Agency's code or line name", "Partnership ref", "Outcome", "Client group", "Fund", "Ring-fence", "Counterparty", "Scheme", "Arrangement", "Pool", "Control",
  "Committed £", "Until", "Statutory floor £", "Recurrence", "Staffing", "Priority", "Notes",
] as const;

function grid(sheet: string, values: readonly (readonly CellValue[])[]): SheetGrid {
  return { file: null, sheet, visibility: "visible", values: values.map((row) => [...row]) };
}

function budgetSheet({ ref, name, lines }: FreshAgency): SheetGrid {
  return grid(ref, [
    [`${name} budget monitor 2026/27`], ["All figures in £"], [null], ["Description", "Original budget", "Revised budget", "Forecast outturn"],
    ...lines.map((line) => [line.words, line.budget, line.budget, line.forecast]),
  ]);
}

function codingSheet(agencies: readonly FreshAgency[]): SheetGrid {
  const rows = agencies.flatMap(({ ref, lines }) => lines.map((line) => {
    const said: Record<string, CellValue> = { Agency: ref, "Agency's code or line name": line.words, "Partnership ref": line.ref, Outcome: "K1", Fund: "GEN", Control: "Local", Recurrence: "Rec", ...line.coding };
    return CODING.map((heading) => said[heading] ?? null);
  }));
  const partners = agencies.map(({ ref, name, type, jurisdiction }) => [name, ref, ref, type, jurisdiction ?? "England", null]);
  return grid("Coding", [
    ["Partnership coding"], ["Amounts on this sheet are in £."], [null], [null], [...CODING], ...rows,
    [null], ["Partners"], ["Partner", "Short name", "Ref", "Body type", "Jurisdiction", "Also called"], ...partners,
  ]);
}

/** The built-in rows of one rule table by their headings. */
export function builtIn(table: string): RuleRow[] {
  const values = ruleSheets(DEFAULT_BOOKS).find((sheet) => sheet.name === table)?.rows.map((row) => row.map((cell) => cell?.value ?? null)) ?? [];
  const headings = values[TABLE_HEADER_ROW] ?? [];
  return values.slice(TABLE_HEADER_ROW + 1).map((row) => Object.fromEntries(headings.map((heading, i) => [String(heading), row[i] ?? null])));
}

/** A rule table with these rows alone; `rename` gives one heading another name. */
export function ruleTable(table: string, rows: readonly RuleRow[], rename: Readonly<Record<string, string>> = {}): SheetGrid {
  const headings = (ruleSheets(DEFAULT_BOOKS).find((sheet) => sheet.name === table)?.rows[TABLE_HEADER_ROW] ?? []).map((cell) => String(cell?.value ?? ""));
  return grid(table, [[table], ["What it shows"], [null], headings.map((heading) => rename[heading] ?? heading), ...rows.map((row) => headings.map((heading) => row[heading] ?? null))]);
}

/** The built-in rows of a table and these besides. */
export function withRows(table: string, ...rows: readonly RuleRow[]): SheetGrid {
  return ruleTable(table, [...builtIn(table), ...rows]);
}

/** Officers up to £50,000 and cabinet above, for one agency. */
export function officersAndCabinet(agency: string): RuleRow[] {
  return [
    { Rule: `${agency}-S1`, Agency: agency, "Over £": 0, "Up to £": 50_000, Approver: "Director", Rank: 2 },
    { Rule: `${agency}-S2`, Agency: agency, "Over £": 50_000, Approver: "Cabinet", Rank: 3 },
  ];
}

/** Every sheet of the partnership's workbook. */
export function gridsOf(agencies: readonly FreshAgency[], tables: readonly SheetGrid[]): SheetGrid[] {
  return [...agencies.map(budgetSheet), codingSheet(agencies), ...tables];
}

export function together(agencies: readonly FreshAgency[], tables: readonly SheetGrid[]): Consolidation {
  return consolidate(gridsOf(agencies, tables));
}

export async function suggested(agencies: readonly FreshAgency[], tables: readonly SheetGrid[], date = "2026-10-15", options: Partial<SuggestionOptions> = {}): Promise<Suggestions> {
  return suggest(together(agencies, tables), { ...defaultOptions(date), ...options }, createHighsInProcess());
}
