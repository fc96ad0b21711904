// The composition root of the command line: files of this machine, its streams, its clock and the optimiser in this process.
import { basename, dirname, isAbsolute, relative, resolve, sep } from "node:path";
import packageFacts from "../../package.json";
import type { SheetGrid } from "../core/reading/grid";
import { decisionGrid } from "../core/writing/decisionList";
import { ChangeableFiles } from "../file/changeFiles";
import { csvGrid } from "../file/csvGrid";
import { FileWorkbook } from "../file/fileWorkbook";
import { checkOutputPath, findWorkbooks, isThere, readBytes, saveWhole, type FoundFile } from "../file/nodeFiles";
import { readWorkbook } from "../file/readWorkbook";
import { createHighsInProcess } from "../solver/highsInProcess";
import { WorkbookError } from "../workbook/ports";
import type { CliDeps, OpenedFiles, OpenedForChange, OpenOptions } from "./deps";

export function machineDeps(): CliDeps {
  return {
    open: openFiles,
    openForChange,
    readList,
    solver: createHighsInProcess(),
    today: () => {
      const now = new Date();
      const two = (part: number) => String(part).padStart(2, "0");
      return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
    },
    stdout: (text) => void process.stdout.write(text),
    stderr: (text) => void process.stderr.write(text),
    progress: process.stderr.isTTY ? "rewritten" : "lines",
    version: packageFacts.version,
  };
}

async function openForChange(paths: readonly string[]): Promise<OpenedForChange> {
  const files = await ChangeableFiles.open(paths);
  return {
    recovered: files.recovered,
    readGrids: () => files.readGrids(),
    prepare: (plan) => {
      const changed = files.prepare(plan);
      return {
        names: changed.map(({ file }) => file.name),
        save: (folder, date) => (folder === null ? files.replace(changed, date) : files.saveIn(folder, changed)),
      };
    },
  };
}

async function readList(path: string): Promise<SheetGrid> {
  const { name, bytes } = await readBytes({ path, name: basename(path) });
  if (!isJson(path)) return csvGrid(bytes, name, null);
  const grid = decisionGrid(parsedJson(name, bytes));
  if (grid === null) throw new WorkbookError("unreadable", `${name} is not a list of decisions. Nothing was written.`, "Give a JSON array of objects as docs/command-line.md shows.");
  return grid;
}

function parsedJson(name: string, bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) as unknown;
  } catch (cause) {
    throw new WorkbookError("unreadable", `${name} is not JSON. Nothing was written.`, "Check the file, or give a .csv file.", cause instanceof Error ? cause.message : "");
  }
}

function isJson(path: string): boolean {
  return path.toLowerCase().endsWith(".json");
}

async function openFiles(paths: readonly string[], { out, date }: OpenOptions): Promise<OpenedFiles> {
  const found = await findWorkbooks(paths);
  if (out !== null) await checkOutputPath(out, found);
  const files = await Promise.all(found.map(readBytes));
  const workbook = new FileWorkbook(files, { fileNames: true, about: { title: "Common Purse results", date, paths: pathsFrom(out, found) } });
  return {
    workbook,
    names: found.map(({ name }) => name),
    standing: out !== null && (await isThere(out)) ? await standingSheets(out) : null,
    save: async (work) => {
      if (out !== null) await saveWhole(out, (sink) => workbook.writeNewWorkbook(sink, work));
    },
  };
}

/** The way from the output's folder to each input, so that links lead there. There is none between two drives. */
function pathsFrom(out: string | null, found: readonly FoundFile[]): ReadonlyMap<string, string> {
  if (out === null) return new Map();
  const ways = found.map(({ name, path }) => [name, relative(dirname(resolve(out)), resolve(path))] as const);
  return new Map(ways.filter(([, way]) => !isAbsolute(way)).map(([name, way]) => [name, way.split(sep).join("/")]));
}

/** A file that can't be read can't be shown to be ours, so it is not replaced. */
async function standingSheets(out: string): Promise<ReturnType<typeof readWorkbook>> {
  try {
    const { bytes } = await readBytes({ path: out, name: basename(out) });
    return readWorkbook(bytes, basename(out), null);
  } catch (cause) {
    if (cause instanceof WorkbookError && (cause.code === "inflates" || cause.code === "too-large")) {
      throw new WorkbookError("exists", `${basename(out)} is there already and is too large to be looked through for decisions. Nothing was written.`, "Give --out another name, or remove that file first.", cause.code);
    }
    throw new WorkbookError("exists", `${basename(out)} is there already and is not a workbook of ours. Nothing was written.`, "Give --out another name.", cause instanceof WorkbookError ? cause.code : "");
  }
}
