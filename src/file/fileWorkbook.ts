// The workbook port over files: what was read stays in memory, our sheets become a new workbook, and no file is changed by it.
import type { CellRef } from "../core/budget/cells";
import { parseAddress } from "../core/budget/cells";
import { valueAt, type CellValue, type SheetGrid } from "../core/reading/grid";
import { carriedNotes, withNotes } from "../core/writing/notes";
import type { CellChange, CellGuard, SheetSpec, TableResize, WritePlan } from "../core/writing/types";
import { WorkbookError, type BroughtTarget, type PlanObstacle, type PlanOutcome, type WorkbookPort, type WorkOptions } from "../workbook/ports";
import { gridWithCell, specWithCell, specWithTable } from "./cellEdits";
import { readWorkbook } from "./readWorkbook";
import { readyWorkbook, wholeWorkbook, type NewWorkbook, type ReadyWorkbook } from "./writeWorkbook";
import type { Sink } from "./zipFile";

export interface NamedBytes {
  /** As people and evidence call it, e.g. "council.xlsx" or "2026/council.xlsx". */
  readonly name: string;
  readonly bytes: Uint8Array;
}

interface Held {
  /** Sheets that were read, with changes applied in memory. */
  readonly read: readonly SheetGrid[];
  /** Sheets of ours, in the order they were first written. */
  readonly ours: readonly SheetSpec[];
}

/** One workbook, or several read as one partnership. Sheets of ours never touch the files: `newWorkbook` gives them as a file of their own. */
export class FileWorkbook implements WorkbookPort {
  private held: Held = { read: [], ours: [] };
  private opened = false;
  private ready: ReadyWorkbook | null = null;

  /** `fileNames` false leaves the file out of every grid, as in a workbook that is open on its own. */
  constructor(
    private readonly files: readonly NamedBytes[],
    private readonly options: { readonly fileNames: boolean; readonly about?: NewWorkbook } = { fileNames: true },
  ) {}

  name(): Promise<string> {
    const [first] = this.files;
    return Promise.resolve(first !== undefined && this.files.length === 1 ? first.name : `${this.files.length} workbooks`);
  }

  async readGrids(work: WorkOptions = {}): Promise<readonly SheetGrid[]> {
    await this.open(work);
    return [...this.held.read, ...(await this.ourGrids())];
  }

  async writeSheets(specs: readonly SheetSpec[], work: WorkOptions = {}): Promise<void> {
    await this.open(work);
    work.onProgress?.({ step: "Writing the sheets", done: 0, total: 1 });
    const names = new Set(specs.map((spec) => spec.name));
    const next: Held = {
      read: this.held.read.filter((grid) => !names.has(grid.sheet)),
      ours: mergeByName(this.held.ours, await this.besideNotes(specs)),
    };
    const ready = await readyWorkbook(next.ours, this.options.about);
    heedStop(work);
    this.held = next;
    this.ready = ready;
    work.onProgress?.({ step: "Writing the sheets", done: 1, total: 1 });
  }

  /** Notes that users wrote beside sheets of ours, in a result that was read or written before, stand beside them again. */
  private async besideNotes(specs: readonly SheetSpec[]): Promise<SheetSpec[]> {
    const standing = specs.some((spec) => spec.keepsNotes === true) ? await this.readGrids() : [];
    return specs.map((spec) => (spec.keepsNotes === true ? withNotes(spec, carriedNotes(standing.filter((grid) => grid.sheet === spec.name).at(-1) ?? null, spec)) : spec));
  }

  async bringIn(sheets: readonly BroughtTarget[], record: SheetSpec, work: WorkOptions = {}): Promise<void> {
    await this.open(work);
    const before = this.held;
    for (const { name, replaces } of sheets) {
      const stands = before.read.some((grid) => grid.sheet.toLowerCase() === name.toLowerCase());
      if (stands !== replaces) throw standing(name, replaces);
    }
    const fresh = new Map(sheets.map(({ name, grid }) => [name, { ...grid, file: null, sheet: name, visibility: "visible" as const }]));
    const read = [...before.read.map((grid) => fresh.get(grid.sheet) ?? grid), ...sheets.filter(({ replaces }) => !replaces).flatMap(({ name }) => fresh.get(name) ?? [])];
    this.held = { ...before, read };
    try {
      await this.writeSheets([record], work);
    } catch (error) {
      this.held = before;
      throw error;
    }
  }

  async applyPlan(plan: WritePlan, work: WorkOptions = {}): Promise<PlanOutcome> {
    const grids = await this.readGrids(work);
    const obstacles = [...plan.changes.flatMap((change) => obstacleIn(grids, change)), ...(plan.guards ?? []).flatMap((guard) => movedFrom(grids, plan, guard))];
    if (obstacles.length > 0) return { applied: false, obstacles };
    let next = this.held;
    for (const change of plan.changes) next = changed(next, change);
    for (const resize of plan.resizes) next = resized(next, resize);
    const ready = next.ours.length === 0 ? null : await readyWorkbook(next.ours, this.options.about);
    heedStop(work);
    this.held = next;
    this.ready = ready;
    return { applied: true, obstacles: [] };
  }

  selectedCells(): Promise<null> {
    return Promise.resolve(null);
  }

  /** A file has no screen: this only makes sure that the sheet is there. */
  async showCell(cell: CellRef): Promise<void> {
    const grids = await this.readGrids();
    if (!grids.some((grid) => grid.sheet === cell.sheet)) throw notFound(cell.sheet);
  }

  /** The new .xlsx that holds our sheets alone, passed on as it is made. Throws WorkbookError not-found before any were written, and too-large. */
  async writeNewWorkbook(sink: Sink, work: WorkOptions = {}): Promise<void> {
    if (this.ready === null) throw new WorkbookError("not-found", "There are no sheets of ours to save yet.", "Write the results first.");
    const total = this.held.ours.reduce((sum, { rows }) => sum + rows.length, 0);
    await this.ready.writeTo(sink, (done) => {
      heedStop(work);
      work.onProgress?.({ step: "Saving the sheets' rows", done, total });
    });
  }

  private async open(work: WorkOptions): Promise<void> {
    heedStop(work);
    if (this.opened) return;
    const read: SheetGrid[] = [];
    for (const [i, { name, bytes }] of this.files.entries()) {
      work.onProgress?.({ step: `Reading ${name}`, done: i, total: this.files.length });
      // Parsing blocks; between files a page can draw and a stop be heard.
      await Promise.resolve();
      heedStop(work);
      read.push(...readWorkbook(bytes, name, this.options.fileNames ? name : null));
    }
    work.onProgress?.({ step: "Reading", done: this.files.length, total: this.files.length });
    heedStop(work);
    this.held = { read, ours: [] };
    this.opened = true;
  }

  /** Read back from the file that they become, so that what is seen is what is saved. */
  private async ourGrids(): Promise<readonly SheetGrid[]> {
    return this.ready === null ? [] : readWorkbook(await wholeWorkbook(this.ready), "the new workbook", null);
  }
}

function mergeByName(before: readonly SheetSpec[], specs: readonly SheetSpec[]): SheetSpec[] {
  const fresh = new Map(specs.map((spec) => [spec.name, spec]));
  const kept = before.map((spec) => fresh.get(spec.name) ?? spec);
  return [...kept, ...specs.filter((spec) => !before.some((old) => old.name === spec.name))];
}

function obstacleIn(grids: readonly SheetGrid[], change: CellChange): PlanObstacle[] {
  const found = grids.filter((grid) => grid.sheet === change.sheet);
  const [grid] = found;
  if (grid === undefined) return [{ change, kind: "missing-sheet", found: "no such sheet" }];
  if (found.length > 1) return [{ change, kind: "missing-sheet", found: "a sheet of that name in more than one file" }];
  const { row, column } = place(change);
  const formula = grid.formulas?.[row]?.[column] ?? null;
  if (formula !== null) return [{ change, kind: "formula", found: formula }];
  const value = valueAt(grid, row, column);
  if (!sameValue(value, change.before)) return [{ change, kind: "changed", found: value === null ? "nothing" : JSON.stringify(value) }];
  return [];
}

function movedFrom(grids: readonly SheetGrid[], plan: WritePlan, guard: CellGuard): PlanObstacle[] {
  const grid = grids.find((each) => each.sheet === guard.sheet);
  const change = plan.changes.find(({ sheet }) => sheet === guard.sheet);
  const at = parseAddress(guard.address);
  if (grid === undefined || change === undefined || at === null) return [];
  const found = valueAt(grid, at.row, at.column);
  return sameValue(found, guard.value) ? [] : [{ change, kind: "moved", found: `${guard.address} held ${String(guard.value)} and now holds ${found === null ? "nothing" : String(found)}` }];
}

function changed(held: Held, change: CellChange): Held {
  const at = place(change);
  return {
    read: held.read.map((grid) => (grid.sheet === change.sheet ? gridWithCell(grid, at.row, at.column, change.after) : grid)),
    ours: held.ours.map((spec) => (spec.name === change.sheet ? specWithCell(spec, at.row, at.column, change.after) : spec)),
  };
}

/** A table of a sheet that was read is known to Excel alone; its cells are written and its frame is left to Excel. */
function resized(held: Held, resize: TableResize): Held {
  if (![...held.read.map((grid) => grid.sheet), ...held.ours.map((spec) => spec.name)].includes(resize.sheet)) throw notFound(resize.sheet);
  return { ...held, ours: held.ours.map((spec) => (spec.name === resize.sheet ? specWithTable(spec, resize) : spec)) };
}

function place(change: CellChange): { row: number; column: number } {
  const at = parseAddress(change.address);
  if (at === null) throw new WorkbookError("host", `"${change.address}" is not a cell. Nothing was written.`, "Read the sheets again.");
  return at;
}

/** An empty text and an empty cell look the same to people and to Excel. */
function sameValue(a: CellValue, b: CellValue): boolean {
  return (a === "" ? null : a) === (b === "" ? null : b);
}

function notFound(sheet: string): WorkbookError {
  return new WorkbookError("not-found", `There is no sheet called "${sheet}". Nothing was written.`, "Read the sheets again.");
}

function standing(sheet: string, wanted: boolean): WorkbookError {
  const why = wanted ? `The sheet "${sheet}" is no longer there` : `A sheet called "${sheet}" stands there already`;
  return new WorkbookError("conflict", `${why}. Nothing was written.`, "Choose the files again.");
}

function heedStop(work: WorkOptions): void {
  if (work.signal?.aborted === true) throw new WorkbookError("stopped", "Stopped as you asked. Nothing was written.", "Start again when you are ready.");
}
