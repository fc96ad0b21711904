// The sheets that hold a consolidation: index, agencies, lines, funding, years, checks, eliminations, the views, each pool, the reconciliation.
import type { AgencyId } from "../budget/agency";
import type { Control } from "../checks/control";
import type { Achievable } from "../flexibility/budgetSetting";
import type { Flexibility } from "../flexibility/types";
import type { Issue } from "../issues/issue";
import { pooledLines } from "../pooling/pool";
import type { PooledLine } from "../pooling/pooledLine";
import type { Pool } from "../pooling/types";
import type { PartnershipReading } from "../reading/types";
import type { IsoDate } from "../rules/types";
import type { RegisterRow } from "../virement/life";
import type { AgreedOfAgency } from "./afterVirements";
import { agenciesSheet } from "./agenciesTable";
import { checksSheet } from "./checksTable";
import { contributionsSheet } from "./contributionsSheet";
import { eliminationsSheet } from "./eliminationsTable";
import { flexibilityRows, flexibilitySheet } from "./flexibilityTable";
import { flexibilityViewSheet } from "./flexibilityView";
import { fundingSheet } from "./fundingTable";
import { indexSheet } from "./indexSheet";
import { linesSheet } from "./linesTable";
import { memorandumSheet } from "./memorandumSheet";
import { pooledViewSheet } from "./pooledView";
import { reconciliationSheet } from "./reconciliationSheet";
import { PURSE_SHEETS } from "./sheetNames";
import type { SheetSpec } from "./types";
import { yearsSheet } from "./yearsTable";
import { yearViewSheet } from "./yearView";

export interface PooledSheetsInput {
  readonly reading: PartnershipReading;
  readonly pool: Pool;
  /** ISO date. */
  readonly refreshedOn: string;
  /** Names of the workbooks or sheets that were read. */
  readonly sources: readonly string[];
  /** What can move of each line under the rules of a date; without it there are no sheets of flexibility. */
  readonly flexibility?: { readonly lines: readonly Flexibility[]; readonly on: IsoDate; readonly achievable?: Achievable };
  readonly register?: readonly RegisterRow[];
  /** Controls beside those of reading and pooling. */
  readonly furtherControls?: readonly Control[];
  /** What was found of the data; without it, what reading and pooling found. */
  readonly issues?: readonly Issue[];
  /** What the sheet After Virements adds to for each agency; without it the workbook has no such sheet. */
  readonly agreed?: ReadonlyMap<AgencyId, AgreedOfAgency>;
}

/** Above this many rows notes stay in their cells instead of moving with their rows. */
const MOST_NOTED_ROWS = 20_000;
const NOTED: ReadonlySet<string> = new Set([
  PURSE_SHEETS.lines, PURSE_SHEETS.checks, PURSE_SHEETS.eliminations, PURSE_SHEETS.pooledView, PURSE_SHEETS.contributions, PURSE_SHEETS.memorandum,
  PURSE_SHEETS.yearView, PURSE_SHEETS.flexibility, PURSE_SHEETS.flexibilityView, PURSE_SHEETS.reconciliation,
]);

/** In the order in which they stand; a table comes before the sheet whose formulas add it up. */
export function pooledSheets(input: PooledSheetsInput): SheetSpec[] {
  const { reading, pool, refreshedOn, sources, register = [] } = input;
  const { agencies, outcomes } = reading;
  const lines = pooledLines(reading, pool.agents.roles);
  const controls = [...reading.controls, ...pool.controls, ...(input.furtherControls ?? [])];
  const issues = input.issues ?? [...reading.issues, ...pool.issues];
  const view = pooledViewSheet(reading, pool, refreshedOn, input.agreed ?? null);
  const contributions = contributionsSheet(reading, pool.positions, refreshedOn);
  const sheets = [
    indexSheet(refreshedOn, sources),
    agenciesSheet(reading, refreshedOn),
    linesSheet(lines, pool.positions, refreshedOn),
    fundingSheet(lines, refreshedOn),
    yearsSheet(pool.years, lines, refreshedOn),
    checksSheet(controls, refreshedOn),
    eliminationsSheet(pool.eliminations, refreshedOn),
    view.sheet,
    contributions.sheet,
    memorandumSheet(reading, pool.positions, refreshedOn),
    yearViewSheet({ years: pool.years, netPence: pool.totals.netPence, agencies, outcomes, refreshedOn }),
    ...flexibilitySheets(input, lines),
    reconciliationSheet({ reading, pool, register, view: view.places, contributions: contributions.places, controls, issues, refreshedOn }),
  ];
  const footer = `£. Refreshed ${refreshedOn}`;
  return sheets.map((sheet) => ({ ...sheet, footer, ...(NOTED.has(sheet.name) && sheet.rows.length <= MOST_NOTED_ROWS ? { keepsNotes: true } : {}) }));
}

function flexibilitySheets({ flexibility, reading }: PooledSheetsInput, lines: readonly PooledLine[]): SheetSpec[] {
  if (flexibility === undefined) return [];
  const rows = flexibilityRows(lines, flexibility.lines, flexibility.achievable ?? {}, flexibility.on);
  return [flexibilitySheet(rows, flexibility.on), flexibilityViewSheet({ agencies: reading.agencies, rows, on: flexibility.on })];
}
