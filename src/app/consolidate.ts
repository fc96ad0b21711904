// From sheets to the whole picture: lines, pool, rule books, decisions and register, in one pass over the grids.
import type { Control } from "../core/checks/control";
import type { Issue } from "../core/issues/issue";
import { changesSince, type ChangesSince } from "../core/pooling/changes/changesSince";
import { checkFreshness } from "../core/pooling/changes/freshness";
import type { Snapshot } from "../core/pooling/changes/snapshot";
import { readSnapshot } from "../core/pooling/changes/snapshotTable";
import type { PartnerMatch } from "../core/pooling/matching/findPartners";
import { matchPartners } from "../core/pooling/matching/matchPartners";
import { withOneSpelling } from "../core/pooling/oneSpelling";
import { poolPartnership } from "../core/pooling/pool";
import { readPartnersTables, type PartnersTables } from "../core/pooling/partnersTables";
import type { PoolTerms } from "../core/pooling/poolTerms";
import { earlierYears } from "../core/pooling/realTerms/otherYears";
import type { Pool } from "../core/pooling/types";
import { readPartnershipSteps, type ReadingStep } from "../core/reading/readPartnership";
import type { SheetGrid } from "../core/reading/grid";
import type { PartnershipReading } from "../core/reading/types";
import { besidePartners, bodyNames } from "../core/rules/besidePartners";
import { atColumns } from "../core/rules/ruleHeadings";
import { readRuleBooks } from "../core/rules/ruleTables";
import type { RuleBooks } from "../core/rules/types";
import { readAgreedTables, type AgreedTables } from "../core/shunting/agreedTables";
import type { RegisterRow } from "../core/virement/life";
import type { BesideBudget } from "../core/virement/besideBudgets";
import { notFollowed } from "../core/writing/notFollowed";
import { readRegister } from "../core/writing/registerTable";
import { isOwnSheet, PURSE_SHEETS } from "../core/writing/sheetNames";
import { readVirements, type VirementRecord } from "../core/writing/virementRows";

export interface Consolidation {
  readonly grids: readonly SheetGrid[];
  readonly reading: PartnershipReading;
  /** Records that only one partner names, with the other partner's lines that were taken or suggested for them. */
  readonly matches: readonly PartnerMatch[];
  readonly pool: Pool;
  /** What the partners to each pool agreed, as entered on the sheet of pools. */
  readonly poolTerms: readonly PoolTerms[];
  /** What the partners keep in their own tables, agreements among them. */
  readonly tables: PartnersTables;
  readonly books: RuleBooks;
  /** Linked services, proposed substitutions and classes, as the partners entered them. */
  readonly agreed: AgreedTables;
  readonly records: readonly VirementRecord[];
  readonly register: readonly RegisterRow[];
  /** What was applied beside the sheets' budgets and is not, or by now is, in them. */
  readonly notFollowed: readonly BesideBudget[];
  /** What differs from the lines as last pooled and written; null before the first time. */
  readonly changes: ChangesSince | null;
  /** The lines as last pooled and written; null before the first time. */
  readonly snapshot: Snapshot | null;
  /** Control R14: do our sheets show the agencies' sheets as they are now? They do again once they are written. */
  readonly freshness: readonly Control[];
  /** Of reading, pooling and rules together, in that order. */
  readonly issues: readonly Issue[];
}

/** Reads and pools everything the workbook (or folder of workbooks) holds. Pure: the same grids give the same result. */
export function consolidate(grids: readonly SheetGrid[], onStep?: (step: ReadingStep) => void): Consolidation {
  const read = withOneSpelling(readTelling(grids, onStep));
  const tables = readPartnersTables(grids, read);
  const years = earlierYears(read, grids);
  const { reading, matches, issues: matched } = matchPartners(read, tables.names, years.yearOf);
  const register = sheetsNamed(grids, PURSE_SHEETS.register).flatMap(readRegister);
  const pool = poolPartnership(reading, tables.terms, { ...tables, years, register });
  const written = readRuleBooks(grids, bodyNames(reading.agencies));
  const rules = { books: written.books, issues: [...written.issues, ...atColumns(besidePartners(written.books, reading.agencies, reading.lines), grids)] };
  const governed = tables.arrangements.filter((row) => row.governs.length > 0);
  const agreed = readAgreedTables(grids, reading.lines);
  const decided = sheetsNamed(grids, PURSE_SHEETS.virements).map((grid) => ({ grid, ...readVirements(grid) }));
  const unreadable = decided.flatMap(({ grid, unreadable: rows }) => rows.map(({ address, why }): Issue => ({
    code: "row-not-understood", severity: "warning", pence: null,
    where: { file: grid.file, sheet: grid.sheet, address }, facts: { text: "a virement", why },
  })));
  const records = decided.flatMap((each) => each.records);
  const followed = notFollowed({ grids, lines: reading.lines, sheets: reading.sheets, register, records });
  const before = readSnapshot(grids);
  const changes = changesSince(before.snapshot, reading.lines, register);
  return {
    grids, reading, matches, pool, poolTerms: tables.terms, tables, books: governed.length === 0 ? rules.books : { ...rules.books, arrangements: governed }, agreed, snapshot: before.snapshot,
    records, register, notFollowed: followed.beside, changes, freshness: checkFreshness(before.snapshot, changes, reading.lines),
    issues: [...reading.issues, ...matched, ...pool.issues, ...tables.issues, ...before.issues, ...rules.issues, ...agreed.issues, ...unreadable, ...followed.issues],
  };
}

function readTelling(grids: readonly SheetGrid[], onStep?: (step: ReadingStep) => void): PartnershipReading {
  const steps = readPartnershipSteps(grids);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    onStep?.(step.value);
  }
}

function sheetsNamed(grids: readonly SheetGrid[], name: string): SheetGrid[] {
  return grids.filter((grid) => grid.sheet === name && isOwnSheet(grid));
}
