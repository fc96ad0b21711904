// What the app needs from a workbook, whoever holds it: Excel through Office.js, files, or a test.
import type { CellRef } from "../core/budget/cells";
import type { BroughtSheet } from "../core/bringing/broughtSheet";
import type { GridArea, SheetGrid } from "../core/reading/grid";
import type { CellChange, SheetSpec, WritePlan } from "../core/writing/types";

export interface Progress {
  readonly step: string;
  readonly done: number;
  readonly total: number;
}

export interface WorkOptions {
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
}

/** Reads every sheet's used cells, hidden sheets included. */
export interface WorkbookReader {
  readGrids(options?: WorkOptions): Promise<readonly SheetGrid[]>;
  /**
   * The same, where only sheets that changed since they were `held` are read, and those that are `stale` in any case; a sheet that did not
   * change is the very same grid. Absent where nobody can tell what changed.
   */
  readAgain?(held: readonly SheetGrid[], stale?: readonly string[], options?: WorkOptions): Promise<readonly SheetGrid[]>;
}

/** Creates or refreshes sheets of our own, all or nothing. Other sheets are not touched. */
export interface SheetWriter {
  writeSheets(specs: readonly SheetSpec[], options?: WorkOptions): Promise<void>;
}

/** A sheet to stand in the workbook under `name`, as values; with `replaces` in place of the one that stands there. */
export interface BroughtTarget {
  readonly name: string;
  readonly replaces: boolean;
  readonly grid: SheetGrid;
}

/**
 * Puts sheets of other files into the workbook and keeps the record of it (a sheet of ours), all or nothing: a fault or a stop leaves
 * the workbook as it was. Text is written as text. Throws WorkbookError conflict when a name is taken or a sheet to replace is gone.
 */
export interface SheetBringer {
  bringIn(sheets: readonly BroughtTarget[], record: SheetSpec, options?: WorkOptions): Promise<void>;
}

/** A file that a person chose; a page's own File is one. */
export interface ChosenFile {
  readonly name: string;
  readonly size: number;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** Reads a chosen file's sheets as values. Throws WorkbookError: too-large, empty-file, not-a-workbook, encrypted, inflates, unreadable, stopped. */
export interface FilesPort {
  read(file: ChosenFile, options?: WorkOptions): Promise<readonly BroughtSheet[]>;
}

/** What stands in the way of a plan; empty when it can be applied. */
export interface PlanObstacle {
  readonly change: CellChange;
  readonly kind: "changed" | "formula" | "protected" | "missing-sheet" | "moved";
  /** What stands there now, in words. */
  readonly found: string;
}

export interface PlanOutcome {
  readonly applied: boolean;
  readonly obstacles: readonly PlanObstacle[];
  /** The changed sheets as they stand afterwards, where they came with the reading back; otherwise the caller reads again. */
  readonly sheets?: readonly SheetGrid[];
}

/** How a change that was cut off while it was being written stands now. */
export interface RecoveredChange {
  /** Everything had been written, or everything was put back. */
  readonly state: "new" | "old";
  readonly cells: number;
  /** Cells that somebody else changed meanwhile and that were left as they are, in words. */
  readonly left: readonly string[];
}

/** Applies a plan in one step after re-reading every cell, or refuses whole. */
export interface CellWriter {
  applyPlan(plan: WritePlan, options?: WorkOptions): Promise<PlanOutcome>;
  /** What stands in the way of a plan now, locked cells among it; nothing is written. Absent where only applying can tell. */
  checkPlan?(plan: WritePlan, options?: WorkOptions): Promise<readonly PlanObstacle[]>;
  /** Puts right a change that was cut off, whose note stands on this sheet; null where it was finished meanwhile. Absent where none can be cut off. */
  recover?(sheet: string, options?: WorkOptions): Promise<RecoveredChange | null>;
}

export interface CellNavigator {
  /**
   * Opens the sheet and selects the cell. With the sheet as it was `seen`, the cell is found again where rows or columns were inserted
   * since. Throws WorkbookError not-found where the sheet is gone, conflict where the row can't be found again.
   */
  showCell(cell: CellRef, seen?: SheetGrid): Promise<void>;
  /** The cells that the person has selected, cut to the sheet's used rows and columns; null where there is no screen. */
  selectedCells(): Promise<SelectedCells | null>;
}

export interface SelectedCells {
  readonly sheet: string;
  readonly area: GridArea;
}

export interface WorkbookPort extends WorkbookReader, SheetWriter, SheetBringer, CellWriter, CellNavigator {
  /** The workbook's own name, for the head of the pane. */
  name(): Promise<string>;
}

export const WORKBOOK_ERROR_CODES = [
  "edit-mode", "protected", "not-found", "too-large", "conflict", "unsupported", "busy", "connection-lost", "null-read", "stopped",
  "not-a-workbook", "encrypted", "empty-file", "inflates", "unreadable", "exists", "host",
] as const;
export type WorkbookErrorCode = (typeof WORKBOOK_ERROR_CODES)[number];

/** A host or file fault: what happened, that nothing was written (or what was), and what to do next. `message` is a sentence for people. */
export class WorkbookError extends Error {
  override readonly name = "WorkbookError";
  constructor(
    readonly code: WorkbookErrorCode,
    message: string,
    readonly nextStep: string,
    readonly detail: string = "",
  ) {
    super(message);
  }
}
