// Replaces several files as one step: all are old or all are new afterwards, also when the program was ended in between and is run again.
import { createHash } from "node:crypto";
import { basename, dirname, join } from "node:path";
import { WorkbookError } from "../workbook/ports";

/** The operations on files that a replacement needs; a test puts faults between them. */
export interface FileOps {
  read(path: string): Promise<Uint8Array | null>;
  /** Writes whole and flushes. */
  write(path: string, bytes: Uint8Array): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
}

export interface Replacement {
  readonly path: string;
  /** What was read and must still stand there. */
  readonly before: Uint8Array;
  readonly after: Uint8Array;
  /** Where the old file is kept. */
  readonly backup: string;
}

interface Entry {
  readonly path: string;
  readonly fresh: string;
  readonly backup: string;
  readonly before: string;
  readonly after: string;
}

const JOURNAL = ".common-purse-apply.json";

/**
 * Replaces every file, keeping the old ones as backups. Throws WorkbookError: conflict when a file changed since it was read; host when
 * something can't be written, and then every file is as it was; unless even putting back failed, which the sentence says and `recover` mends.
 */
export async function replaceFiles(ops: FileOps, replacements: readonly Replacement[]): Promise<void> {
  const [first] = replacements;
  if (first === undefined) return;
  const journal = journalBeside(first.path);
  const entries = replacements.map(({ path, before, after, backup }): Entry => ({ path, backup, fresh: join(dirname(path), `.${basename(path)}.new`), before: hashOf(before), after: hashOf(after) }));
  try {
    for (const { path, before, after, backup } of replacements) {
      const now = await ops.read(path);
      if (now === null || hashOf(now) !== hashOf(before)) throw changedSince(path);
      await ops.write(join(dirname(path), `.${basename(path)}.new`), after);
      await ops.write(backup, before);
    }
    await ops.write(journal, new TextEncoder().encode(JSON.stringify(entries)));
  } catch (cause) {
    await quietly([...entries.flatMap(({ fresh, backup }) => [fresh, backup]), journal].map((path) => () => ops.remove(path)));
    throw cause instanceof WorkbookError ? cause : cantWrite(cause);
  }
  try {
    for (const { fresh, path } of entries) await ops.rename(fresh, path);
    await ops.remove(journal);
  } catch (cause) {
    await putBack(ops, entries, journal, cause);
  }
}

export interface Recovered {
  /** Whether the interrupted run's files are now all as it wanted them, or all as they were. */
  readonly state: "new" | "old";
  readonly files: readonly string[];
}

/**
 * Finishes what an interrupted run left: forward where every file can go there, else back; null where there was nothing to do. `beside`
 * is the first file that the run was to replace. Throws WorkbookError conflict when somebody changed one of the files since.
 */
export async function recover(ops: FileOps, beside: string): Promise<Recovered | null> {
  const journal = journalBeside(beside);
  const bytes = await ops.read(journal);
  if (bytes === null) return null;
  const entries = entriesOf(bytes);
  // A journal that was cut off was written before any file was replaced.
  if (entries === null) await ops.remove(journal);
  if (entries === null) return null;
  const stands = await Promise.all(entries.map((entry) => standing(ops, entry)));
  const files = entries.map(({ path }) => basename(path));
  if (stands.every(({ now, fresh }, i) => now === entries[i]?.after || (now === entries[i]?.before && fresh === entries[i]?.after))) {
    for (const [i, { fresh, path }] of entries.entries()) if (stands[i]?.now !== entries[i]?.after) await ops.rename(fresh, path);
    await ops.remove(journal);
    return { state: "new", files };
  }
  const stranger = entries.find((entry, i) => stands[i]?.now !== entry.before && !(stands[i]?.now === entry.after && stands[i]?.backup === entry.before));
  if (stranger !== undefined) {
    throw new WorkbookError("conflict", `An earlier run was interrupted, and ${basename(stranger.path)} was changed since. Nothing was written now.`, `The file as it was before that run is ${basename(stranger.backup)}. Compare the two, then remove ${JOURNAL} from the folder.`);
  }
  await goBack(ops, entries, journal);
  return { state: "old", files };
}

/** Hashes of what stands at an entry's places; "" for nothing. */
async function standing(ops: FileOps, entry: Entry): Promise<{ now: string; fresh: string; backup: string }> {
  const hash = async (path: string): Promise<string> => {
    const bytes = await ops.read(path);
    return bytes === null ? "" : hashOf(bytes);
  };
  return { now: await hash(entry.path), fresh: await hash(entry.fresh), backup: await hash(entry.backup) };
}

async function putBack(ops: FileOps, entries: readonly Entry[], journal: string, cause: unknown): Promise<never> {
  try {
    await goBack(ops, entries, journal);
  } catch {
    throw new WorkbookError("host", "Only some of the workbooks could be replaced, and putting them back failed as well.", "Run the same command again: it finishes what was begun. The old workbooks stand beside them as .bak files.", String(cause));
  }
  throw cantWrite(cause);
}

/** Every file as it was, from its backup where it was replaced already; the journal goes last, so that a further interruption can be mended. */
async function goBack(ops: FileOps, entries: readonly Entry[], journal: string): Promise<void> {
  for (const entry of entries) {
    const { now } = await standing(ops, entry);
    if (now === entry.before) continue;
    const old = await ops.read(entry.backup);
    if (old === null || hashOf(old) !== entry.before) throw new RangeError(`the backup of ${entry.path} is gone`);
    await ops.write(entry.fresh, old);
    await ops.rename(entry.fresh, entry.path);
  }
  await ops.remove(journal);
  await quietly(entries.flatMap(({ fresh, backup }) => [fresh, backup]).map((path) => () => ops.remove(path)));
}

async function quietly(steps: readonly (() => Promise<void>)[]): Promise<void> {
  for (const step of steps) await step().catch(() => undefined);
}

function entriesOf(bytes: Uint8Array): Entry[] | null {
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as Entry[];
  } catch {
    return null;
  }
}

function journalBeside(path: string): string {
  return join(dirname(path), JOURNAL);
}

function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function changedSince(path: string): WorkbookError {
  return new WorkbookError("conflict", `${basename(path)} was changed while it was being looked at. Nothing was written.`, "Close it in Excel, then run the command again.");
}

function cantWrite(cause: unknown): WorkbookError {
  return new WorkbookError("host", "The workbooks can't be saved. Every one is as it was.", "Check that none is open in Excel, that the folder may be written to and that the disk has room.", String(cause));
}
