// What every job of the session stands on: the state and its listeners, one job at a time, and the reading that is held.
import { parseAddress } from "../core/budget/cells";
import { valueAt } from "../core/reading/grid";
import { firstBrokenRow, firstUnregistered } from "../core/virement/register";
import type { SolverPort } from "../core/virement/solverPort";
import type { SheetSpec, WritePlan } from "../core/writing/types";
import { unfinishedSheet } from "../core/writing/unfinished";
import { withPlan } from "../core/writing/withPlan";
import { WorkbookError, type ChosenFile, type FilesPort, type PlanObstacle, type PlanOutcome, type RecoveredChange, type WorkbookPort, type WorkOptions } from "../workbook/ports";
import type { Consolidation } from "./consolidate";
import { consolidateHere, type Consolidator } from "./consolidator";
import { failureOf, wasStopped } from "./failure";
import { refuseForeign } from "./results";
import type { SessionState } from "./state";
import { defaultOptions } from "./suggest";

export interface SessionDeps {
  readonly workbook: WorkbookPort;
  readonly solver: SolverPort;
  /** Reads and pools beside the page; without it the page does so itself. */
  readonly consolidator?: Consolidator;
  /** Reads the files that a person chooses; without it none can be brought in. */
  readonly files?: FilesPort;
  /** The sample partnership's workbook, an asset of the pane. */
  readonly sample?: () => Promise<ChosenFile>;
  /** Now, as ISO text "2026-10-15T09:30:00"; only the composition root has a clock. */
  readonly now: () => string;
}

export class SessionCore {
  protected state: SessionState;
  protected consolidation: Consolidation | null = null;
  private readonly listeners = new Set<() => void>();
  private abort: AbortController | null = null;
  /** Set while a search runs: stopping then ends it with the best found so far. */
  private ending: AbortController | null = null;

  constructor(protected readonly deps: SessionDeps) {
    const today = deps.now().slice(0, 10);
    this.state = {
      page: "sources", workbookName: "", decisionDate: today, person: "", job: null, failure: null, notice: "", reading: null,
      previousLines: null, snapshot: null, pool: null, books: null, issues: [], options: defaultOptions(today), suggestions: null, wholeSets: null, beside: null, notFollowed: [], virements: [], register: [],
      registerCheck: { intact: true, brokenAtRow: null, unregistered: null }, preview: null, viewsWritten: false, bringIn: null,
    };
  }

  getState = (): SessionState => this.state;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  stop(): void {
    if (this.ending === null) this.abort?.abort();
    else this.ending.abort();
  }

  dismissFailure(): void {
    this.set({ failure: null });
  }

  protected writeOwn(from: Consolidation, sheets: readonly SheetSpec[], work: WorkOptions): Promise<void> {
    refuseForeign(from, sheets);
    return this.deps.workbook.writeSheets(sheets, work);
  }

  /** Reads the workbook afresh: what others changed meanwhile is seen before anything is planned. */
  protected async refresh(work: WorkOptions): Promise<Consolidation> {
    const workbookName = this.state.workbookName === "" ? await this.deps.workbook.name() : this.state.workbookName;
    this.set({ workbookName });
    return this.hold(await this.consolidated(await this.readPutRight(work), work));
  }

  /** What is held, brought up to date: only what people changed since is read, where the workbook can tell; else everything. */
  protected async upToDate(work: WorkOptions): Promise<Consolidation> {
    const held = this.consolidation;
    if (held === null || this.unsure !== null || this.deps.workbook.readAgain === undefined) return this.refresh(work);
    const grids = await this.deps.workbook.readAgain(held.grids, [], work);
    if (unfinishedSheet(grids) !== null) return this.refresh(work);
    return grids.length === held.grids.length && grids.every((grid, i) => grid === held.grids[i]) ? held : this.hold(await this.consolidated(grids, work));
  }

  /** A plan of which it was not heard whether it was written; the next reading tells. */
  protected unsure: WritePlan | null = null;
  /** What the last reading had to put right, as sentences for a notice; empty for nothing. */
  protected putRight = "";

  /** Where a change was cut off while it was being written, it is put right before anything is read. */
  private async readPutRight(work: WorkOptions): Promise<Consolidation["grids"]> {
    this.putRight = "";
    let grids = await this.deps.workbook.readGrids(work);
    const unfinished = unfinishedSheet(grids);
    if (unfinished !== null && this.deps.workbook.recover !== undefined) {
      const recovered = await this.deps.workbook.recover(unfinished, work);
      if (recovered !== null) this.putRight = recoveredWords(recovered);
      grids = await this.deps.workbook.readGrids(work);
    } else if (this.unsure !== null) this.putRight = standsNow(this.unsure, grids);
    this.unsure = null;
    if (this.putRight !== "") this.set({ notice: this.putRight.trim() });
    return grids;
  }

  /** After a plan: the changed sheets come with the reading back; of large ones what was written is known, and only those that calculate are read again. */
  protected async takeIn(before: Consolidation | null, { sheets = [] }: PlanOutcome, plan: WritePlan, work: WorkOptions): Promise<void> {
    const { workbook } = this.deps;
    if (before === null || (sheets.length === 0 && workbook.readAgain === undefined)) {
      await this.refresh(work);
      return;
    }
    const known = withPlan(before.grids, plan);
    // What others changed meanwhile is heard, and read with the next preview.
    const large = sheets.length > 0 || known.stale.length === 0 ? known.grids : (await workbook.readAgain?.(known.grids, known.stale, work)) ?? known.grids;
    this.hold(await this.consolidated(sheets.length === 0 ? large : before.grids.map((grid) => sheets.find((sheet) => sheet.sheet === grid.sheet) ?? grid), work));
  }

  private consolidated(grids: Consolidation["grids"], work: WorkOptions): Promise<Consolidation> {
    return (this.deps.consolidator ?? consolidateHere).consolidate(grids, work);
  }

  protected hold(from: Consolidation): Consolidation {
    const broken = firstBrokenRow(from.register);
    const virements = from.records.map((record) => record.virement);
    const unregistered = firstUnregistered(virements, from.register);
    this.consolidation = from;
    this.set({
      reading: from.reading, previousLines: null, snapshot: from.snapshot, pool: from.pool, books: from.books, issues: from.issues,
      notFollowed: from.notFollowed, virements, register: from.register,
      registerCheck: { intact: broken === null && unregistered === null, brokenAtRow: broken, unregistered },
    });
    return from;
  }

  /** One job at a time: a second request while one runs is passed over, as its button is not offered. */
  protected async job(title: string, doing: string, task: (work: WorkOptions) => Promise<void>): Promise<void> {
    if (this.state.job !== null) return;
    const abort = new AbortController();
    this.abort = abort;
    this.set({ job: { title, progress: null, keepsBest: false }, failure: null });
    try {
      await task({ signal: abort.signal, onProgress: (progress) => this.set({ job: { title, progress, keepsBest: this.ending !== null } }) });
      this.set({ job: null });
    } catch (error) {
      if (wasStopped(error) || abort.signal.aborted) this.set({ job: null, notice: `Stopped ${doing}. Things are as they were.` });
      else this.set({ job: null, failure: failureOf(error, doing) });
    } finally {
      this.abort = null;
    }
  }

  /** Runs a search inside a job: a stop meanwhile ends it, and what is found by then stands. */
  protected async searching<T>(search: (end: AbortSignal) => Promise<T>): Promise<{ readonly found: T; readonly ended: boolean }> {
    const ending = new AbortController();
    this.ending = ending;
    try {
      return { found: await search(ending.signal), ended: ending.signal.aborted };
    } finally {
      this.ending = null;
    }
  }

  protected set(change: Partial<SessionState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of [...this.listeners]) listener();
  }
}

function standsNow({ changes }: WritePlan, grids: Consolidation["grids"]): string {
  const holds = (side: "before" | "after"): boolean => changes.every((change) => {
    const at = parseAddress(change.address);
    const grid = grids.find(({ sheet }) => sheet === change.sheet);
    return at !== null && grid !== undefined && valueAt(grid, at.row, at.column) === change[side];
  });
  if (holds("after")) return "The change that failed had been written whole after all, and stands. ";
  return holds("before") ? "Of the change that failed nothing stands. " : "";
}

function recoveredWords({ state, left }: RecoveredChange): string {
  const words = state === "new" ? "A change that was cut off had been written whole, and stands." : "A change that was cut off was put back: nothing of it stands.";
  return left.length === 0 ? `${words} ` : `${words} But somebody else changed these cells meanwhile, so look at them: ${left.join("; ")}. `;
}

/** `since` says what was looked at last: a preview, or for a decision the reading. */
export function refusedBy(obstacles: readonly PlanObstacle[], consequence: string, since: "the preview" | "it was read" = "the preview"): WorkbookError {
  const first = obstacles[0];
  const where = first === undefined ? "" : `${first.change.sheet}!${first.change.address}`;
  const words: Record<PlanObstacle["kind"], string> = {
    changed: `cell ${where} was changed since ${since} (it now holds ${first?.found ?? ""})`,
    formula: `cell ${where} holds a formula, and formulas are never overwritten`,
    protected: `cell ${where} is locked on a protected sheet`,
    "missing-sheet": `the sheet of ${where} is no longer there`,
    moved: `the row or column of cell ${where} is no longer as it was (${first?.found ?? ""})`,
  };
  const others = obstacles.length - 1;
  const more = others === 0 ? "" : others === 1 ? " 1 more cell stands in the way." : ` ${others} more cells stand in the way.`;
  return new WorkbookError("conflict", `${consequence}: ${first === undefined ? "" : words[first.kind]}.${more}`, wayOn(first?.kind ?? "changed", since));
}

function wayOn(kind: PlanObstacle["kind"], since: "the preview" | "it was read"): string {
  if (since === "it was read") return "Somebody else was in that row. Read the sheets again to see what was decided or changed, then decide if it is still to be decided.";
  if (kind === "formula" || kind === "protected") return `Ask the sheet's owner for a cell that may be written, or choose "Journal sheet only" for the sheet on the page Sources; then make a new preview. No password is asked for.`;
  if (kind === "missing-sheet") return "Somebody deleted the sheet or gave it another name. Read the sheets again and make a new preview.";
  return "Look at the cell, then read the sheets again and make a new preview.";
}
