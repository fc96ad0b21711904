// The running session behind the pane: holds the state, does one job at a time, and turns every fault into words.
import type { CellRef } from "../core/budget/cells";
import type { SheetGrid } from "../core/reading/grid";
import { journalOf } from "../core/virement/journal";
import type { ColumnField } from "../core/reading/types";
import type { SuggestionOptions } from "../core/virement/types";
import { count } from "../core/text";
import { guarded } from "../core/writing/guards";
import { journalSheets } from "../core/writing/journalSheets";
import { isOwnSheet, PURSE_SHEETS } from "../core/writing/sheetNames";
import type { VirementPlan } from "../core/writing/virementPlan";
import { WorkbookError, type ChosenFile, type PlanObstacle, type WorkOptions } from "../workbook/ports";
import { askedBeside } from "./askedBeside";
import { BringIn, type SheetChoice } from "./bringIn";
import type { Consolidation } from "./consolidate";
import { correctedMapping, correctionBySelection, type Correction, type TablePlace } from "./correct";
import { acceptedIds, decidedPlan } from "./decidedPlan";
import { refuseChangedLayout, suggestionSheets, viewSheets } from "./results";
import { refusedBy, type SessionDeps } from "./sessionCore";
import type { Session } from "./sessionPort";
import type { PageId, Preview } from "./state";
import { suggest } from "./suggest";
import { VirementSession } from "./virementSession";
import { columnBySelection, targetSheets, targetWords, type TargetChoice } from "./targets";
import { wholeSets } from "./wholeSets";

/** Starts a session on a workbook; nothing is read until asked. */
export function createSession(deps: SessionDeps): Session {
  return new WorkbookSession(deps);
}

class WorkbookSession extends VirementSession implements Session {
  private readonly bringing: BringIn | null;

  constructor(deps: SessionDeps) {
    super(deps);
    this.bringing = deps.files === undefined ? null : new BringIn(deps.files);
  }

  openPage(page: PageId): void {
    this.set({ page });
  }

  setPerson(name: string): void {
    this.set({ person: name.trim() });
  }

  setDecisionDate(date: string): void {
    const dropped = this.state.suggestions === null ? {} : { notice: "The rules of another date are taken now. Look for suggestions again." };
    this.set({ decisionDate: date, options: { ...this.state.options, decisionDate: date }, suggestions: null, ...dropped });
  }

  async setOptions(change: Partial<SuggestionOptions>): Promise<void> {
    const again = this.state.suggestions !== null;
    this.set({ options: { ...this.state.options, ...change } });
    if (again) await this.suggest();
  }

  readSheets(): Promise<void> {
    return this.job("Reading the sheets", "reading the sheets", async (work) => {
      const previousLines = this.state.reading?.lines ?? null;
      const found = await this.refresh(work);
      this.set({ previousLines, notice: `${this.putRight}${count(found.reading.lines.length, "line")} read from ${count(found.reading.agencies.length, "agency", "agencies")}.`, suggestions: null, preview: null });
    });
  }

  bringIn(files: readonly ChosenFile[]): Promise<void> {
    if (files.length === 0) return Promise.resolve();
    return this.job(files.length === 1 ? "Looking at the file" : "Looking at the files", "looking at the files", async (work) => {
      if (this.bringing === null) throw new WorkbookError("unsupported", "Files can't be brought in here.", "Open the workbook in Excel and bring them in there.");
      const bringIn = await this.bringing.look(files, await this.deps.workbook.readGrids(work), work);
      this.set({ bringIn, page: "sources", notice: `Looked at ${count(files.length, "file")}.` });
    });
  }

  async bringInSample(): Promise<void> {
    let sample: ChosenFile | null = null;
    await this.job("Fetching the sample", "fetching the sample", async () => {
      sample = (await this.deps.sample?.()) ?? null;
      if (sample === null) throw new WorkbookError("not-found", "The sample is not part of this build.", "Bring in files of your own.");
    });
    if (sample !== null) await this.bringIn([sample]);
  }

  changeBringIn(id: string, change: Partial<Pick<SheetChoice, "chosen" | "as">>): void {
    const { bringIn } = this.state;
    if (bringIn !== null) this.set({ bringIn: { ...bringIn, choices: bringIn.choices.map((choice) => (choice.id === id ? { ...choice, ...change } : choice)) } });
  }

  confirmBringIn(): Promise<void> {
    return this.job("Bringing the sheets in", "bringing the sheets in", async (work) => {
      const { bringIn: preview, reading } = this.state;
      if (preview === null || this.bringing === null) return;
      const { targets, record } = this.bringing.plan(preview, await this.deps.workbook.readGrids(work), this.deps.now());
      await this.deps.workbook.bringIn(targets, record, work);
      this.closeBringIn("");
      const found = await this.refresh({});
      this.set({ previousLines: reading?.lines ?? null, suggestions: null, preview: null, viewsWritten: false, notice: `${count(targets.length, "sheet")} brought in. ${count(found.reading.lines.length, "line")} read from ${count(found.reading.agencies.length, "agency", "agencies")}.` });
    });
  }

  cancelBringIn(): void {
    this.closeBringIn("Nothing was brought in.");
  }

  private closeBringIn(notice: string): void {
    this.bringing?.forget();
    this.set({ bringIn: null, notice });
  }

  correct(at: TablePlace, change: Correction): Promise<void> {
    return this.correcting(at, () => Promise.resolve(change));
  }

  correctBySelection(at: TablePlace, as: ColumnField | "range"): Promise<void> {
    return this.correcting(at, async (from) => {
      const selected = await this.deps.workbook.selectedCells();
      const table = from.reading.sheets.find((sheet) => sheet.sheet === at.sheet)?.tables[at.position - 1];
      return correctionBySelection(at, as, selected, table);
    });
  }

  chooseTarget(at: TablePlace, choice: TargetChoice): Promise<void> {
    return this.choosing(at, () => Promise.resolve(choice));
  }

  chooseTargetBySelection(at: TablePlace): Promise<void> {
    return this.choosing(at, async ({ reading }) => {
      const table = reading.sheets.find((sheet) => sheet.sheet === at.sheet)?.tables[at.position - 1];
      return { kind: "column", column: columnBySelection(at, await this.deps.workbook.selectedCells(), table) };
    });
  }

  suggest(): Promise<void> {
    return this.job("Looking for suggestions", "looking for suggestions", async (work) => {
      const from = this.consolidation ?? (await this.refresh(work));
      refuseChangedLayout(from);
      const { found: suggestions, ended } = await this.searching((signal) => suggest(from, this.state.options, this.deps.solver, work, { signal }));
      const how = ended ? " The search was stopped: these are the best found so far." : "";
      this.set({ suggestions, wholeSets: null, beside: askedBeside(from, suggestions), notice: `${count(suggestions.moves.length, "virement")} suggested.${how}` });
    });
  }

  compareSets(): Promise<void> {
    return this.job("Looking for other whole sets", "looking for other whole sets", async (work) => {
      const from = this.consolidation ?? (await this.refresh(work));
      refuseChangedLayout(from);
      const of = this.state.suggestions ?? (await suggest(from, this.state.options, this.deps.solver, work));
      const sets = await wholeSets(from, this.state.options, of, this.deps.solver, work);
      this.set({ suggestions: of, wholeSets: sets, notice: `${count(sets.length, "whole set")} side by side.` });
    });
  }

  writeViews(): Promise<void> {
    return this.job("Writing the pooled view", "writing the pooled view", async (work) => {
      const from = await this.refresh(work);
      refuseChangedLayout(from);
      const sources = [...new Set(from.reading.sheets.filter((sheet) => sheet.kind === "budget" || sheet.kind === "coding").map((sheet) => sheet.sheet))];
      await this.writeOwn(from, viewSheets({ from, refreshedOn: this.deps.now(), sources }), work);
      this.set({ viewsWritten: true, notice: `The pooled view is on the sheet "${PURSE_SHEETS.pooledView}".` });
    });
  }

  writeSuggestions(): Promise<void> {
    return this.job("Putting the suggestions into the workbook", "writing the suggestions", async (work) => {
      const from = await this.refresh(work);
      refuseChangedLayout(from);
      const suggestions = await suggest(from, this.state.options, this.deps.solver, work);
      await this.writeOwn(from, suggestionSheets(from, suggestions), work);
      const after = await this.refresh(work);
      this.set({ suggestions, page: "review", notice: `${count(after.records.length, "virement")} on the sheet "${PURSE_SHEETS.virements}".` });
    });
  }

  writeJournal(): Promise<void> {
    return this.job("Writing the journal", "writing the journal", async (work) => {
      const from = await this.refresh(work);
      const journal = journalOf(this.state.virements, from.register, from.reading.lines, this.deps.now().slice(0, 10));
      await this.writeOwn(from, journalSheets(journal, from.reading.lines), work);
      this.set({ notice: [`${count(journal.lines.length, "budget entry", "budget entries")} on the sheet "${PURSE_SHEETS.journal}", with the forms beside it.`, ...journal.incomplete].join(" ") });
    });
  }

  previewApply(virementIds?: readonly string[]): Promise<void> {
    return this.previewing("apply", (from) => {
      return decidedPlan(from, "apply", virementIds ?? acceptedIds(from), this.state.person, this.deps.now());
    });
  }

  previewRevert(virementId: string, reason: string): Promise<void> {
    return this.previewing("revert", (from) => decidedPlan(from, "revert", [virementId], this.state.person, this.deps.now(), reason));
  }

  confirmPreview(): Promise<void> {
    const preview = this.state.preview;
    if (preview === null) return Promise.resolve();
    const doing = preview.kind === "apply" ? "applying" : "reverting";
    return this.job(preview.kind === "apply" ? "Applying" : "Reverting", doing, async (work) => {
      this.unsure = preview.plan;
      const outcome = await this.deps.workbook.applyPlan(preview.plan, work);
      this.unsure = null;
      if (outcome.obstacles.length > 0) {
        this.set({ preview: { ...preview, obstacles: outcome.obstacles } });
        throw refusedBy(outcome.obstacles, "Nothing was written");
      }
      await this.takeIn(this.consolidation, outcome, preview.plan, work);
      const done = preview.kind === "apply" ? "applied" : "reverted";
      this.set({ preview: null, suggestions: null, viewsWritten: false, notice: `${preview.virementIds.join(", ")} ${done}. The register has it.` });
    });
  }

  cancelPreview(): void {
    this.set({ preview: null });
  }

  showCell(cell: CellRef): Promise<void> {
    return this.job("Showing the cell", "showing the cell", () => this.deps.workbook.showCell(cell, this.sheetOf(cell)));
  }

  private previewing(kind: "apply" | "revert", plan: (from: Consolidation) => VirementPlan): Promise<void> {
    return this.job("Preparing the preview", "preparing the preview", async (work) => {
      const known = await this.preview(kind, () => this.upToDate(work), plan, work).catch((error: unknown) => {
        if (!(error instanceof WorkbookError) || (error.code !== "conflict" && error.code !== "not-found")) throw error;
        return null;
      });
      // A change that nobody told of shows in the cells, or in what can't be planned: then everything is read again.
      const stale = known === null || known.obstacles.some((obstacle) => obstacle.kind === "changed" || obstacle.kind === "moved" || obstacle.kind === "missing-sheet");
      this.set({ preview: stale ? await this.preview(kind, () => this.refresh(work), plan, work) : known });
    });
  }

  private async preview(kind: "apply" | "revert", read: () => Promise<Consolidation>, plan: (from: Consolidation) => VirementPlan, work: WorkOptions): Promise<Preview> {
    const from = await read();
    const planned = plan(from);
    if (planned.planned.length === 0) throw new WorkbookError("not-found", "No accepted virement is waiting to be applied.", "Accept one first.");
    const held = guarded(planned.plan, from.grids);
    const formulas = planned.plan.changes.filter((change) => change.beforeFormula !== undefined)
      .map((change): PlanObstacle => ({ change, kind: "formula", found: change.beforeFormula ?? "" }));
    // Locked cells are said now, not only when it comes to applying.
    const obstacles = formulas.length > 0 ? formulas : ((await this.deps.workbook.checkPlan?.(held, work)) ?? []);
    return { kind, virementIds: planned.planned, plan: held, sides: planned.sides, obstacles };
  }

  private correcting(at: TablePlace, change: (from: Consolidation) => Promise<Correction>): Promise<void> {
    return this.job("Reading it as corrected", "correcting how it is read", async (work) => {
      const from = await this.refresh(work);
      const by = this.state.person === "" ? "not stated" : this.state.person;
      await this.writeOwn(from, [correctedMapping(from.grids, from.reading, at, await change(from), by)], work);
      const before = from.reading.lines;
      const found = await this.refresh(work);
      const now = found.reading.sheets.find((sheet) => sheet.sheet === at.sheet);
      this.set({ previousLines: before, suggestions: null, preview: null, notice: `"${at.sheet}" is read as corrected: ${now?.sentence ?? "nothing was read."}` });
    });
  }

  private choosing(at: TablePlace, choose: (from: Consolidation) => Promise<TargetChoice>): Promise<void> {
    return this.job("Keeping the choice", "keeping where virements go", async (work) => {
      const from = await this.refresh(work);
      const choice = await choose(from);
      await this.writeOwn(from, targetSheets(from, at, choice, this.state.person === "" ? "not stated" : this.state.person), work);
      await this.refresh(work);
      this.set({ preview: null, notice: choice === null ? `Virements of "${at.sheet}" go into its revised budget, as nobody chose.` : `Virements of "${at.sheet}" go to: ${targetWords(choice)}.` });
    });
  }

  /** The agency's sheet as it was read, by which a cell is found again after rows were inserted; our own sheets don't move. */
  private sheetOf({ file, sheet }: CellRef): SheetGrid | undefined {
    return this.consolidation?.grids.find((grid) => grid.sheet === sheet && grid.file === file && !isOwnSheet(grid));
  }
}
