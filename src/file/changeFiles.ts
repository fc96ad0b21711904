// Workbooks of this machine, read to be changed: a plan becomes changed copies that were read back, saved elsewhere or in place with backups.
import { chmod, mkdir, open, readFile, realpath, rename, rm, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import type { SheetGrid } from "../core/reading/grid";
import type { WritePlan } from "../core/writing/types";
import { WorkbookError } from "../workbook/ports";
import { findWorkbooks, isThere, readBytes, saveWhole, type FoundFile } from "./nodeFiles";
import { checkReadBack } from "./patch/readBack";
import { patchWorkbook } from "./patch/patchWorkbook";
import { readWorkbook } from "./readWorkbook";
import { recover, replaceFiles, type FileOps, type Recovered, type Replacement } from "./replaceFiles";

/** One workbook as it was read and as it would be saved. */
export interface ChangedFile {
  readonly file: FoundFile;
  readonly before: Uint8Array;
  readonly after: Uint8Array;
}

/** One saved workbook, by the name it was read under. */
export interface SavedFile {
  readonly name: string;
  readonly path: string;
  readonly backup: string | null;
}

export class ChangeableFiles {
  private constructor(
    private readonly files: readonly (FoundFile & { readonly bytes: Uint8Array })[],
    private readonly ops: FileOps,
    /** What an interrupted run had left, mended before anything was read. */
    readonly recovered: Recovered | null,
  ) {}

  /** Throws WorkbookError as finding and reading files do, and conflict when an interrupted run can't be mended. */
  static async open(paths: readonly string[], ops: FileOps = machineOps): Promise<ChangeableFiles> {
    const found = await Promise.all((await findWorkbooks(paths)).map(async (file) => ({ ...file, path: await realpath(file.path) })));
    let recovered: Recovered | null = null;
    for (const { path } of found) recovered = (await recover(ops, path)) ?? recovered;
    return new ChangeableFiles(await Promise.all(found.map(async (file) => ({ ...file, ...(await readBytes(file)) }))), ops, recovered);
  }

  readGrids(): readonly SheetGrid[] {
    return this.files.flatMap(({ name, bytes }) => readWorkbook(bytes, name, name));
  }

  /** The changed copies, each read back and compared. Nothing is saved. Throws WorkbookError when one can't be changed as planned. */
  prepare(plan: WritePlan): readonly ChangedFile[] {
    return this.files.flatMap(({ name, path, bytes }) => {
      const changes = plan.changes.filter((change) => change.file === name);
      const resizes = plan.resizes.filter((resize) => resize.file === name);
      if (changes.length + resizes.length === 0) return [];
      const after = patchWorkbook(bytes, name, changes, resizes);
      checkReadBack(bytes, after, name, changes);
      return [{ file: { name, path }, before: bytes, after }];
    });
  }

  /** All in one step; the workbooks as they were stay beside them. */
  async replace(changed: readonly ChangedFile[], date: string): Promise<readonly SavedFile[]> {
    const replacements: (Replacement & { readonly name: string })[] = [];
    for (const { file, before, after } of changed) replacements.push({ name: file.name, path: file.path, before, after, backup: await freeName(file.path, date) });
    await replaceFiles(this.ops, replacements);
    return replacements.map(({ name, path, backup }) => ({ name, path, backup }));
  }

  /** Into a folder, under their own names. Throws WorkbookError exists when one stands there already. */
  async saveIn(folder: string, changed: readonly ChangedFile[]): Promise<readonly SavedFile[]> {
    const saved = changed.map(({ file }) => ({ name: file.name, path: join(folder, basename(file.path)), backup: null }));
    for (const { path } of saved) {
      if (await isThere(path)) throw new WorkbookError("exists", `${basename(path)} is in that folder already. Nothing was written.`, "Give --out the name of a new folder.");
    }
    await mkdir(folder, { recursive: true });
    try {
      for (const [i, { path }] of saved.entries()) await saveWhole(path, (sink) => sink(changed[i]?.after ?? new Uint8Array()));
    } catch (cause) {
      for (const { path } of saved) await rm(path, { force: true }).catch(() => undefined);
      throw cause;
    }
    return saved;
  }
}

/** "council.xlsx.2026-10-15.bak", with a number where that stands already: no ending that would be read as a workbook. */
async function freeName(path: string, date: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const name = `${path}.${date}${number === 1 ? "" : `.${number}`}.bak`;
    if (!(await isThere(name))) return name;
  }
}

/** The file operations of this machine. */
export const machineOps: FileOps = {
  async read(path) {
    return (await isThere(path)) ? new Uint8Array(await readFile(path)) : null;
  },
  async write(path, bytes) {
    const file = await open(path, "w");
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
  },
  async rename(from, to) {
    // The new file is as open or closed to others as the one it replaces.
    const old = await stat(to).catch(() => null);
    if (old !== null) await chmod(from, old.mode);
    await rename(from, to);
  },
  remove: (path) => rm(path, { force: true }),
};
