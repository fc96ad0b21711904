// What the commands need from the machine: files, streams, today's date and the optimiser. The composition root supplies them.
import type { SheetGrid } from "../core/reading/grid";
import type { SolverPort } from "../core/virement/solverPort";
import type { WritePlan } from "../core/writing/types";
import type { SheetWriter, WorkbookReader, WorkOptions } from "../workbook/ports";

export interface OpenedFiles {
  readonly workbook: WorkbookReader & SheetWriter;
  /** The workbooks' names in the order they are read; never whole paths. */
  readonly names: readonly string[];
  /** What stands at the output already: its sheets, or null when nothing does. */
  readonly standing: readonly SheetGrid[] | null;
  /** Saves the sheets of ours, whole, as a workbook of their own. */
  save(work?: WorkOptions): Promise<void>;
}

export interface OpenOptions {
  readonly out: string | null;
  /** The date that the new workbook's properties show. */
  readonly date: string;
}

/** Workbooks read to be changed. */
export interface OpenedForChange {
  /** What an interrupted run had left and was mended before reading. */
  readonly recovered: { readonly state: "new" | "old"; readonly files: readonly string[] } | null;
  readGrids(): readonly SheetGrid[];
  /** Checked changed copies in memory. Throws WorkbookError when one can't be changed as planned; nothing is saved. */
  prepare(plan: WritePlan): PreparedChange;
}

export interface PreparedChange {
  /** Names of the workbooks that change. */
  readonly names: readonly string[];
  /** Saves all of them or none: in place with backups, or into a folder (null for in place). */
  save(folder: string | null, date: string): Promise<readonly { readonly name: string; readonly path: string; readonly backup: string | null }[]>;
}

export interface CliDeps {
  /** Throws WorkbookError: what can't be read, or an output that may not be written. */
  readonly open: (paths: readonly string[], options: OpenOptions) => Promise<OpenedFiles>;
  /** Throws WorkbookError: what can't be read, or an interrupted run that can't be mended. */
  readonly openForChange: (paths: readonly string[]) => Promise<OpenedForChange>;
  /** A list of decisions (.csv or .json) as a table. Throws WorkbookError where it can't be read. */
  readonly readList: (path: string) => Promise<SheetGrid>;
  readonly solver: SolverPort;
  /** ISO date. */
  readonly today: () => string;
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  /** How the error stream shows progress: one line rewritten (a terminal), a line a step (a log), or not at all. */
  readonly progress: "rewritten" | "lines" | "none";
  readonly version: string;
}

/** Options that every command shares. */
export interface CommonOptions {
  readonly out?: string;
  readonly json?: boolean;
  readonly date?: string;
  /** No progress on the error stream. */
  readonly quiet?: boolean;
}
