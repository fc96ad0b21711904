// Files and folders of the machine, for the command line: which workbooks are meant, their bytes, and saving a new one all or nothing.
import { mkdir, open, readdir, readFile, realpath, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, extname, join, relative, sep } from "node:path";
import { compareText } from "../core/text";
import { WorkbookError } from "../workbook/ports";
import type { NamedBytes } from "./fileWorkbook";
import type { Sink } from "./zipFile";

/** A workbook to read. `name` is unique among those read together and the same on every machine: never a whole path. */
export interface FoundFile {
  readonly path: string;
  readonly name: string;
}

const READABLE = new Set([".xlsx", ".xlsm", ".xls", ".csv"]);
/** Files are read before their kind is known; one this long is no workbook. */
const MAX_BYTES = 2_000_000_000;

/**
 * The workbooks that these files and folders stand for, ordered by name. A folder stands for every workbook in and below it, apart from
 * the ones that Excel keeps while a workbook is open and from hidden ones. Throws WorkbookError: not-found, exists (named twice).
 */
export async function findWorkbooks(paths: readonly string[]): Promise<readonly FoundFile[]> {
  const found: FoundFile[] = [];
  for (const path of paths) {
    const info = await stat(path).catch(() => null);
    if (info === null) throw new WorkbookError("not-found", `There is no file or folder called ${basename(path)}.`, "Check the name and the folder you are in.", path);
    if (!info.isDirectory()) {
      found.push({ path, name: basename(path) });
      continue;
    }
    const inside = await workbooksUnder(path);
    if (inside.length === 0) throw new WorkbookError("not-found", `The folder ${basename(path)} holds no workbook.`, "Workbooks end in .xlsx, .xlsm, .xls or .csv.", path);
    found.push(...inside.map((file) => ({ path: file, name: relative(path, file).split(sep).join("/") })));
  }
  await refuseTwice(found);
  return withUniqueNames(found).sort((a, b) => compareText(a.name, b.name));
}

export async function readBytes(file: FoundFile): Promise<NamedBytes> {
  const info = await stat(file.path).catch(() => null);
  if (info !== null && info.size > MAX_BYTES) throw new WorkbookError("too-large", `${file.name} is too long to be a workbook that can be read.`, "Save a copy with only the budget sheets in it and read that.");
  try {
    const bytes = await readFile(file.path);
    return { name: file.name, bytes: new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength) };
  } catch (cause) {
    throw new WorkbookError("unreadable", `${file.name} can't be opened.`, "Close it elsewhere, or ask for the right to read it, and try again.", codeOf(cause));
  }
}

/** True when something stands at the path already. */
export async function isThere(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null)) !== null;
}

/** Throws WorkbookError exists when the path is no place for a result: an input, a folder, or not an .xlsx. */
export async function checkOutputPath(path: string, inputs: readonly FoundFile[]): Promise<void> {
  if (extname(path).toLowerCase() !== ".xlsx") throw new WorkbookError("exists", `${basename(path)} can't be written: the result is an Excel workbook.`, "Give --out a name that ends in .xlsx.");
  const info = await stat(path).catch(() => null);
  if (info === null) return;
  if (info.isDirectory()) throw new WorkbookError("exists", `${basename(path)} is a folder.`, "Give --out the name of a file.");
  const target = await realpath(path);
  for (const input of inputs) {
    if ((await realpath(input.path)) === target) {
      throw new WorkbookError("exists", `${input.name} is one of the files that are read; an input is never overwritten.`, "Give --out another name, outside the folder that is read.");
    }
  }
}

/**
 * Saves whole or not at all: a temporary file beside the target, filled by `write`, flushed and then renamed over it. Makes the folder if
 * it is missing. Throws WorkbookError host, or the one that `write` throws.
 */
export async function saveWhole(path: string, write: (sink: Sink) => Promise<void> | void): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.part`);
  try {
    await mkdir(dirname(path), { recursive: true });
    const file = await open(temporary, "wx");
    try {
      await write((bytes) => file.writeFile(bytes));
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (cause) {
    await rm(temporary, { force: true }).catch(() => undefined);
    if (cause instanceof WorkbookError) throw cause;
    throw new WorkbookError("host", `${basename(path)} can't be saved. Nothing was written.`, "Check that the folder may be written to, that the disk has room and that the file is not open in Excel.", codeOf(cause));
  }
}

async function workbooksUnder(folder: string): Promise<string[]> {
  const files: string[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (entry.name.startsWith(".") || entry.name.startsWith("~$")) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) files.push(...(await workbooksUnder(path)));
    else if (READABLE.has(extname(entry.name).toLowerCase())) files.push(path);
  }
  return files;
}

/** The same file named twice would count its money twice. */
async function refuseTwice(files: readonly FoundFile[]): Promise<void> {
  const seen = new Set<string>();
  for (const file of files) {
    const place = await realpath(file.path);
    if (seen.has(place)) throw new WorkbookError("exists", `${file.name} is named twice; its money would count twice.`, "Name each file once, or only the folder that holds them.");
    seen.add(place);
  }
}

/** Two files of one name are told apart by the folders they stand in. */
function withUniqueNames(files: readonly FoundFile[]): FoundFile[] {
  const count = new Map<string, number>();
  for (const { name } of files) count.set(name, (count.get(name) ?? 0) + 1);
  const named = files.map((file) => ((count.get(file.name) ?? 0) > 1 ? { ...file, name: `${basename(dirname(file.path))}/${file.name}` } : file));
  const names = new Set(named.map(({ name }) => name));
  if (names.size < named.length) throw new WorkbookError("exists", "Two files have the same name in folders of the same name.", "Put the workbooks into one folder under names of their own.");
  return named;
}

function codeOf(cause: unknown): string {
  return typeof cause === "object" && cause !== null && "code" in cause ? String(cause.code) : String(cause);
}
