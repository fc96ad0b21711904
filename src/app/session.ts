// The running session behind the pane: holds the state, does one job at a time, and turns every fault into words.
import type { CellRef } from "../core/budget/cells";
import type { SheetGrid } from "../core/reading/grid";
import type { SolverPort } from "../core/virement/solverPort";
import type { Decision } from "../core/virement/life";
import { firstBrokenRow } from "../core/virement/register";
import type { SuggestionOptions } from "../core/virement/types";
import { count } from "../core/text";
import { isOwnSheet, PURSE_SHEETS } from "../core/writing/sheetNames";
import type { SheetSpec } from "../core/writing/types";
import { planApply, planRevert, type VirementPlan } from "../core/writing/virementPlan";
import { WorkbookError, type ChosenFile, type FilesPort, type PlanObstacle, type PlanOutcome, type WorkbookPort, type WorkOptions } from "../workbook/ports";
import { BringIn, type SheetChoice } from "./bringIn";
import { consolidate, type Consolidation } from "./consolidate";
import { decisionPlan } from "./decide";
import { failureOf, wasStopped } from "./failure";
import { refuseForeign, suggestionSheets, viewSheets } from "./results";
import type { Session } from "./sessionPort";
import type { PageId, SessionState } from "./state";
import { defaultOptions, suggest } from "./suggest";

export interface SessionDeps {
  readonly workbook: WorkbookPort;
  readonly solver: SolverPort;
  /** Reads the files that a person chooses; without it none can be brought in. */
  readonly files?: FilesPort;
  /** The sample partnership's workbook, an asset of the pane. */
  readonly sample?: () => Promise<ChosenFile>;
  /** Now, as ISO text "2026-10-15T09:30:00"; only the composition root has a clock. */
  readonly now: () => string;
}

/** Starts a session on a workbook; nothing is read until asked. */
export function createSession(deps: SessionDeps): Session {
  return new WorkbookSession(deps);
}

class WorkbookSession implements Session {
  private state: SessionState;
  private consolidation: Consolidation | null = null;
  private readonly listeners = new Set<() => void>();
  private abort: AbortController | null = null;
  private readonly bringing: BringIn | null;

  constructor(private readonly deps: SessionDeps) {
    const today = deps.now().slice(0, 10);
    this.bringing = deps.files === undefined ? null : new BringIn(deps.files);
    this.state = {
      page: "sources", workbookName: "", decisionDate: today, person: "", job: null, failure: null, notice: "", reading: null,
      previousLines: null, pool: null, books: null, issues: [], options: defaultOptions(today), suggestions: null, virements: [], register: [],
      registerCheck: { intact: true, brokenAtRow: null }, preview: null, viewsWritten: false, bringIn: null,
    };
  }

  getState = (): SessionState => this.state;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

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
      this.set({ previousLines, notice: `${count(found.reading.lines.length, "line")} read from ${count(found.reading.agencies.length, "agency", "agencies")}.`, suggestions: null, preview: null });
    });
  }

  bringIn(files: readonly ChosenFile[]): Promise<void> {
    if (files.length === 0) return Promise.resolve();
    return this.job(files.length === 1 ? "Looking at the file" : "Looking at the files", "looking at the files", async (work) => {
      if (this.bringing === null) throw new WorkbookError("unsupported", "Files can't be brought in here.", "Open the workbook in Excel and bring them in there.");
      this.set({ bringIn: await this.bringing.look(files, await this.deps.workbook.readGrids(work), work), page: "sources" });
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
      this.cancelBringIn();
      const found = await this.refresh({});
      this.set({ previousLines: reading?.lines ?? null, suggestions: null, preview: null, viewsWritten: false, notice: `${count(targets.length, "sheet")} brought in. ${count(found.reading.lines.length, "line")} read from ${count(found.reading.agencies.length, "agency", "agencies")}.` });
    });
  }

  cancelBringIn(): void {
    this.bringing?.forget();
    this.set({ bringIn: null });
  }

  suggest(): Promise<void> {
    return this.job("Looking for suggestions", "looking for suggestions", async (work) => {
      const from = this.consolidation ?? (await this.refresh(work));
      const suggestions = await suggest(from, this.state.options, this.deps.solver, work);
      this.set({ suggestions, notice: `${count(suggestions.moves.length, "virement")} suggested.` });
    });
  }

  writeViews(): Promise<void> {
    return this.job("Writing the pooled view", "writing the pooled view", async (work) => {
      const from = await this.refresh(work);
      const sources = [...new Set(from.reading.sheets.filter((sheet) => sheet.kind === "budget" || sheet.kind === "coding").map((sheet) => sheet.sheet))];
      await this.writeOwn(from, viewSheets({ from, refreshedOn: this.deps.now(), sources }), work);
      this.set({ viewsWritten: true, notice: `The pooled view is on the sheet "${PURSE_SHEETS.pooledView}".` });
    });
  }

  writeSuggestions(): Promise<void> {
    return this.job("Putting the suggestions into the workbook", "writing the suggestions", async (work) => {
      const from = await this.refresh(work);
      const suggestions = await suggest(from, this.state.options, this.deps.solver, work);
      await this.writeOwn(from, suggestionSheets(from, suggestions), work);
      const after = await this.refresh(work);
      this.set({ suggestions, page: "review", notice: `${count(after.records.length, "virement")} on the sheet "${PURSE_SHEETS.virements}".` });
    });
  }

  decide(virementId: string, decision: Decision, reason: string): Promise<void> {
    return this.job("Recording the decision", "recording the decision", async (work) => {
      // Applying looks at every cell again, so what was read last is enough to plan on.
      const from = this.consolidation ?? (await this.refresh(work));
      const outcome = await this.deps.workbook.applyPlan(decisionPlan(from, virementId, decision, this.state.person, reason), work);
      if (outcome.obstacles.length > 0) throw refusedBy(outcome.obstacles, "The decision was not recorded");
      await this.takeIn(from, outcome, work);
      this.set({ notice: `${virementId} is ${decision}.` });
    });
  }

  previewApply(virementIds?: readonly string[]): Promise<void> {
    return this.previewing("apply", (from) => {
      const accepted = from.records.map((r) => r.virement).filter((v) => v.decision === "accepted" && v.state === "suggested").map((v) => v.id);
      return planApply(this.planInput(from), virementIds ?? accepted);
    });
  }

  previewRevert(virementId: string): Promise<void> {
    return this.previewing("revert", (from) => planRevert(this.planInput(from), [virementId]));
  }

  confirmPreview(): Promise<void> {
    const preview = this.state.preview;
    if (preview === null) return Promise.resolve();
    const doing = preview.kind === "apply" ? "applying" : "reverting";
    return this.job(preview.kind === "apply" ? "Applying" : "Reverting", doing, async (work) => {
      const outcome = await this.deps.workbook.applyPlan(preview.plan, work);
      if (outcome.obstacles.length > 0) {
        this.set({ preview: { ...preview, obstacles: outcome.obstacles } });
        throw refusedBy(outcome.obstacles, "Nothing was written");
      }
      await this.takeIn(this.consolidation, outcome, work);
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

  stop(): void {
    this.abort?.abort();
  }

  dismissFailure(): void {
    this.set({ failure: null });
  }

  private previewing(kind: "apply" | "revert", plan: (from: Consolidation) => VirementPlan): Promise<void> {
    return this.job("Preparing the preview", "preparing the preview", async (work) => {
      const planned = plan(await this.refresh(work));
      const refusal = planned.refusals[0];
      if (refusal !== undefined) throw new WorkbookError("conflict", refusal.sentence, "Nothing was written. Decide on it again, or leave it out.");
      if (planned.planned.length === 0) throw new WorkbookError("not-found", "No accepted virement is waiting to be applied.", "Accept one first.");
      const obstacles = planned.plan.changes.filter((change) => change.beforeFormula !== undefined)
        .map((change): PlanObstacle => ({ change, kind: "formula", found: change.beforeFormula ?? "" }));
      this.set({ preview: { kind, virementIds: planned.planned, plan: planned.plan, obstacles } });
    });
  }

  private writeOwn(from: Consolidation, sheets: readonly SheetSpec[], work: WorkOptions): Promise<void> {
    refuseForeign(from, sheets);
    return this.deps.workbook.writeSheets(sheets, work);
  }

  private planInput(from: Consolidation) {
    return {
      grids: from.grids, lines: from.reading.lines, register: from.register, records: from.records,
      by: this.state.person === "" ? "not stated" : this.state.person, on: this.deps.now(),
    };
  }

  /** The agency's sheet as it was read, by which a cell is found again after rows were inserted; our own sheets don't move. */
  private sheetOf({ file, sheet }: CellRef): SheetGrid | undefined {
    return this.consolidation?.grids.find((grid) => grid.sheet === sheet && grid.file === file && !isOwnSheet(grid));
  }

  /** Reads the workbook afresh: what others changed meanwhile is seen before anything is planned. */
  private async refresh(work: WorkOptions): Promise<Consolidation> {
    const workbookName = this.state.workbookName === "" ? await this.deps.workbook.name() : this.state.workbookName;
    this.set({ workbookName });
    return this.hold(consolidate(await this.deps.workbook.readGrids(work)));
  }

  /** After a plan: the changed sheets come with the reading back; where they don't, everything is read again. */
  private async takeIn(before: Consolidation | null, { sheets = [] }: PlanOutcome, work: WorkOptions): Promise<void> {
    if (before === null || sheets.length === 0) await this.refresh(work);
    else this.hold(consolidate(before.grids.map((grid) => sheets.find((sheet) => sheet.sheet === grid.sheet) ?? grid)));
  }

  private hold(from: Consolidation): Consolidation {
    const broken = firstBrokenRow(from.register);
    this.consolidation = from;
    this.set({
      reading: from.reading, previousLines: null, pool: from.pool, books: from.books, issues: from.issues,
      virements: from.records.map((record) => record.virement), register: from.register,
      registerCheck: { intact: broken === null, brokenAtRow: broken },
    });
    return from;
  }

  /** One job at a time: a second request while one runs is passed over, as its button is not offered. */
  private async job(title: string, doing: string, task: (work: WorkOptions) => Promise<void>): Promise<void> {
    if (this.state.job !== null) return;
    const abort = new AbortController();
    this.abort = abort;
    this.set({ job: { title, progress: null }, failure: null });
    try {
      await task({ signal: abort.signal, onProgress: (progress) => this.set({ job: { title, progress } }) });
      this.set({ job: null });
    } catch (error) {
      if (wasStopped(error) || abort.signal.aborted) this.set({ job: null, notice: `Stopped ${doing}. Things are as they were.` });
      else this.set({ job: null, failure: failureOf(error, doing) });
    } finally {
      this.abort = null;
    }
  }

  private set(change: Partial<SessionState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of [...this.listeners]) listener();
  }
}

function refusedBy(obstacles: readonly PlanObstacle[], consequence: string): WorkbookError {
  const first = obstacles[0];
  const where = first === undefined ? "" : `${first.change.sheet}!${first.change.address}`;
  const words: Record<PlanObstacle["kind"], string> = {
    changed: `cell ${where} was changed since the preview (it now holds ${first?.found ?? ""})`,
    formula: `cell ${where} holds a formula, and formulas are never overwritten`,
    protected: `cell ${where} is locked on a protected sheet`,
    "missing-sheet": `the sheet of ${where} is no longer there`,
  };
  const more = obstacles.length > 1 ? ` ${obstacles.length - 1} more cells stand in the way.` : "";
  return new WorkbookError("conflict", `${consequence}: ${first === undefined ? "" : words[first.kind]}.${more}`, "Look at the cell, then read the sheets again and make a new preview.");
}
