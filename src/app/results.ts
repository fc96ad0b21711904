// The sheets that hold the results: views after pooling, then suggestions; the same for a new file and for the open workbook.
import { changesSheet, loggedChanges, readChangesLog } from "../core/pooling/changes/changesTable";
import { onceWritten } from "../core/pooling/changes/freshness";
import { snapshotSheet } from "../core/pooling/changes/snapshotTable";
import { assessFlexibility } from "../core/flexibility/assessFlexibility";
import { pooledLines } from "../core/pooling/pool";
import { costsSheet } from "../core/pooling/costsTable";
import { startingSheets } from "../core/pooling/partnersTables";
import { poolAccountsSheet } from "../core/pooling/yearEnd/poolAccountsTable";
import { yearEndSheet } from "../core/pooling/yearEnd/yearEndTable";
import { ruleSheets } from "../core/rules/ruleTables";
import type { IsoDate } from "../core/rules/types";
import { agreedSheets } from "../core/shunting/agreedTables";
import { shuntSheet } from "../core/shunting/shuntTable";
import { vatNoteOf } from "../core/virement/betweenBodies";
import type { Virement } from "../core/virement/life";
import { isUntouched } from "../core/virement/states/status";
import type { Suggestions } from "../core/virement/types";
import { afterVirementsSheet, agreedByAgency } from "../core/writing/afterVirements";
import { flexibilityRows, flexibilitySheet } from "../core/writing/flexibilityTable";
import { emptyJournal } from "../core/writing/journalPlan";
import { mappingSheet } from "../core/writing/mappingTable";
import { pooledSheets } from "../core/writing/pooledSheets";
import { registerSheet } from "../core/writing/registerTable";
import { isOwnSheet, PURSE_SHEETS } from "../core/writing/sheetNames";
import type { SheetSpec } from "../core/writing/types";
import { readVirements } from "../core/writing/virementRows";
import { virementOfMove, virementsSheet } from "../core/writing/virementTable";
import { WorkbookError } from "../workbook/ports";
import type { Consolidation } from "./consolidate";
import { costShunts } from "./costShunt";
import { RuleDesk } from "./demands";
import { submitted } from "./draft";

export interface ResultInput {
  readonly from: Consolidation;
  readonly refreshedOn: string;
  /** Names of the workbooks or sheets that were read. */
  readonly sources: readonly string[];
  /** The date on which the rules are asked what can move; without it, the day of refreshing. */
  readonly decisionDate?: string;
  /** As the workbook will hold them, where they are written along; else as it holds them. */
  readonly virements?: readonly Virement[];
}

/** Pooled views, the snapshot and log of changes, lines, agencies, eliminations, checks, mapping, and the rule books and the partners' own tables where the workbook has none yet. */
export function viewSheets(input: ResultInput): SheetSpec[] {
  const { from, refreshedOn, sources, decisionDate = refreshedOn.slice(0, 10) } = input;
  const { reading, pool, books, register, issues } = from;
  const flexibility = { lines: assessFlexibility({ lines: reading.lines, agencies: reading.agencies, books, decisionDate }), on: decisionDate, achievable: from.agreed.achievable };
  const present = new Set(from.grids.map((grid) => grid.sheet));
  const rules = [...ruleSheets(from.books), ...agreedSheets(), ...startingSheets(from.pool)].filter((sheet) => !present.has(sheet.name));
  const log = [...readChangesLog(from.grids), ...loggedChanges(from.changes, refreshedOn)];
  const shunts = shuntSheet(costShunts(from, refreshedOn.slice(0, 10)), from.grids);
  const memory = [shunts, snapshotSheet(from.reading.lines, refreshedOn), changesSheet(log), yearEndSheet(from.tables.yearEnds, pool.yearEnd)];
  const accounts = [costsSheet(pool.costViews, refreshedOn), poolAccountsSheet(pool.yearEnd, refreshedOn)];
  const virements = input.virements ?? from.records.map(({ virement }) => virement);
  // Written along, also while it is empty: the pooled view adds it up, and follows when virements come.
  const after = afterVirementsSheet(virements, reading, decisionDate, from.notFollowed);
  const agreed = agreedByAgency(virements, reading, decisionDate, from.notFollowed);
  const pooled = pooledSheets({ agreed, reading, pool, refreshedOn, sources, flexibility, register, furtherControls: onceWritten(from.freshness), issues });
  return inOrder([...pooled, after, mappingSheet(reading.sheets), ...memory, ...accounts, ...rules]);
}

/**
 * Flexibility, virements and, when there are none yet, an empty register and journal. Virements already decided or applied are kept as they are; a
 * suggestion that is already there is not added again; those that nobody has touched and that are no longer suggested go. With `purseToo` the
 * index sheet is written along, and tells the day against which virements expire.
 */
export function suggestionSheets(from: Consolidation, suggestions: Suggestions, purseToo = false): SheetSpec[] {
  return [
    flexibilitySheet(flexibilityRows(pooledLines(from.reading), suggestions.flexibility, from.agreed.achievable, suggestions.decisionDate), suggestions.decisionDate),
    ...virementSheets(from, mergedVirements(from, suggestions), suggestions.decisionDate, purseToo),
  ];
}

/** The sheets that hold virements, and where there are none yet an empty register and journal. Throws WorkbookError where a row would be lost. */
export function virementSheets(from: Consolidation, virements: readonly Virement[], on: IsoDate, purseToo = false): SheetSpec[] {
  refuseToLoseRows(from);
  const has = (name: string): boolean => from.grids.some((grid) => grid.sheet === name);
  return [
    virementsSheet(virements, from.reading.lines, on, purseToo || has(PURSE_SHEETS.index)), afterVirementsSheet(virements, from.reading, on, from.notFollowed),
    // Applying changes cells and adds no sheet: entries that go to the journal alone need it to be there.
    ...(has(PURSE_SHEETS.register) ? [] : [registerSheet([])]), ...(has(PURSE_SHEETS.journal) ? [] : emptyJournal()),
  ];
}

/** The table is written anew: a row that is not understood would go with the old one. */
function refuseToLoseRows({ grids }: Consolidation): void {
  for (const grid of grids.filter(({ sheet }) => sheet === PURSE_SHEETS.virements)) {
    const [row] = isOwnSheet(grid) ? readVirements(grid).unreadable : [];
    if (row !== undefined) {
      throw new WorkbookError("conflict", `The row of ${grid.sheet}!${row.address} can't be understood: ${row.why}. Nothing was written, so that the row is not lost.`, "Put the row right, or delete it, then try again.");
    }
  }
}

/** What tblVirements holds after the suggestions are put in. Ids are "from-to-n": the n-th virement between the two lines. */
export function mergedVirements(from: Consolidation, suggestions: Suggestions): Virement[] {
  const desk = new RuleDesk({ ...from, virements: from.records.map((record) => record.virement) });
  const { lines, agencies } = from.reading;
  const noted = (v: Virement): boolean => v.vatNote !== undefined && v.vatNote !== vatNoteOf(v, lines, agencies).vatNote;
  const kept = from.records.map((record) => record.virement).filter((v) => !isUntouched(v) || noted(v)).map((v) => (v.state === "draft" ? submitted(v, desk, suggestions.decisionDate, from.reading) : v));
  const fresh = suggestions.moves
    .filter((move) => !kept.some((v) => v.state === "suggested" && v.from === move.from && v.to === move.to && v.suggestedPence === move.amountPence))
    .map((move) => {
      const before = kept.filter((v) => v.from === move.from && v.to === move.to).length;
      const virement = virementOfMove(move, `${move.from}-${move.to}-${before + 1}`, suggestions.decisionDate);
      return { ...virement, ...vatNoteOf(virement, lines, agencies) };
    });
  return [...kept, ...fresh];
}

/** Throws WorkbookError before anything is written when a sheet that is not ours bears one of the names: it is someone's own. */
export function refuseForeign(from: Consolidation, specs: readonly SheetSpec[]): void {
  const names = new Set(specs.map((spec) => spec.name.toLowerCase()));
  const foreign = from.grids.find((grid) => names.has(grid.sheet.toLowerCase()) && !isOwnSheet(grid));
  if (foreign === undefined) return;
  throw new WorkbookError("conflict", `The sheet "${foreign.sheet}" is not one of ours, though it has the name of one. Nothing was written.`, `Give the sheet "${foreign.sheet}" another name, then write again.`);
}

/** Throws WorkbookError while a sheet's layout is not the one that was confirmed: figures under another heading are not written or moved. */
export function refuseChangedLayout({ issues }: Pick<Consolidation, "issues">): void {
  const changed = issues.find(({ code }) => code === "layout-changed");
  if (changed === undefined) return;
  throw new WorkbookError("conflict", `The layout of the sheet "${changed.facts.sheet ?? ""}" is not the one that was confirmed: ${changed.facts.difference ?? ""}. Nothing was written.`, "Look at the sheet on the page Sources, and take its new layout there or correct how it is read.");
}

const ORDER: readonly string[] = Object.values(PURSE_SHEETS);

function inOrder(sheets: SheetSpec[]): SheetSpec[] {
  return sheets.sort((a, b) => ORDER.indexOf(a.name) - ORDER.indexOf(b.name));
}
