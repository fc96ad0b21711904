// Several files replaced as one step, with a fault or an end of the program at every single operation: all old or all new, and the next run mends it.
import { recover, replaceFiles, type FileOps, type Replacement } from "../../src/file/replaceFiles";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const FILES = ["dir/a.xlsx", "dir/b.xlsx", "dir/c.xlsx"];
const replacements: Replacement[] = FILES.map((path) => ({ path, before: bytes(`old ${path}`), after: bytes(`new ${path}`), backup: `${path}.bak` }));

/** Files in memory. From the n-th writing operation on, either that one alone fails, or it and all after it (the program was ended). */
class Disk implements FileOps {
  readonly files = new Map<string, string>();
  private count = 0;

  constructor(
    private readonly failAt = 0,
    private readonly kind: "fails once" | "ended" | "ended half way" = "fails once",
  ) {
    for (const path of FILES) this.files.set(path, `old ${path}`);
  }

  get operations(): number {
    return this.count;
  }

  read(path: string): Promise<Uint8Array | null> {
    const text = this.files.get(path);
    return Promise.resolve(text === undefined ? null : bytes(text));
  }

  async write(path: string, content: Uint8Array): Promise<void> {
    if (this.broken() && this.kind === "ended half way" && this.count === this.failAt) this.files.set(path, "cut off");
    this.check();
    this.files.set(path, new TextDecoder().decode(content));
  }

  async rename(from: string, to: string): Promise<void> {
    this.broken();
    this.check();
    const text = this.files.get(from);
    if (text === undefined) throw new Error(`no ${from}`);
    this.files.set(to, text);
    this.files.delete(from);
  }

  async remove(path: string): Promise<void> {
    this.broken();
    this.check();
    this.files.delete(path);
  }

  private broken(): boolean {
    this.count += 1;
    return this.failAt > 0 && (this.kind === "fails once" ? this.count === this.failAt : this.count >= this.failAt);
  }

  private check(): void {
    if (this.failAt > 0 && (this.kind === "fails once" ? this.count === this.failAt : this.count >= this.failAt)) throw new Error("disk fault");
  }
}

const state = (disk: Disk): string => {
  const all = FILES.map((path) => disk.files.get(path));
  if (all.every((text, i) => text === `old ${FILES[i]}`)) return "old";
  return all.every((text, i) => text === `new ${FILES[i]}`) ? "new" : all.join("|");
};

async function writingOperations(): Promise<number> {
  const disk = new Disk();
  await replaceFiles(disk, replacements);
  return disk.operations;
}

test("all files are new, the old ones stand beside them, and nothing else is left", async () => {
  const disk = new Disk();
  await replaceFiles(disk, replacements);
  expect(state(disk)).toBe("new");
  expect([...disk.files.keys()].sort()).toEqual([...FILES, ...FILES.map((path) => `${path}.bak`)].sort());
  expect(FILES.map((path) => disk.files.get(`${path}.bak`))).toEqual(FILES.map((path) => `old ${path}`));
  expect(await recover(disk, FILES[0] ?? "")).toBeNull();
});

test("a fault at any one operation: the files are all old or all new, and the answer says which", async () => {
  const most = await writingOperations();
  for (let at = 1; at <= most; at += 1) {
    const disk = new Disk(at);
    await expect(replaceFiles(disk, replacements)).rejects.toMatchObject({ code: "host", message: expect.stringMatching(/Every one is as it was/) });
    expect([at, state(disk)]).toEqual([at, "old"]);
    expect(await recover(disk, FILES[0] ?? "")).toBeNull();
  }
});

test.each(["ended", "ended half way"] as const)("the program %s at any operation: the next run makes the files all old or all new and says which", async (kind) => {
  const most = await writingOperations();
  const ends: string[] = [];
  for (let at = 1; at <= most; at += 1) {
    const disk = new Disk(at, kind);
    await replaceFiles(disk, replacements).catch(() => undefined);
    const after = new Disk();
    after.files.clear();
    for (const [path, text] of disk.files) after.files.set(path, text);
    const recovered = await recover(after, FILES[0] ?? "");
    ends.push(state(after));
    expect(["old", "new"]).toContain(state(after));
    if (recovered !== null) expect(recovered.state).toBe(state(after));
    expect([...after.files.keys()].filter((path) => path.includes("common-purse"))).toEqual([]);
    await replaceFiles(after, state(after) === "old" ? replacements : []);
    expect(state(after)).toBe("new");
  }
  expect(new Set(ends)).toEqual(new Set(["old", "new"]));
});

test("ended while it was going back, too", async () => {
  const most = await writingOperations();
  for (let at = 1; at <= most; at += 1) {
    for (let then = 1; then <= 12; then += 1) {
      const disk = new Disk(at);
      let left = then;
      const stumbling: FileOps = {
        read: (path) => disk.read(path),
        write: (path, content) => step(() => disk.write(path, content)),
        rename: (from, to) => step(() => disk.rename(from, to)),
        remove: (path) => step(() => disk.remove(path)),
      };
      const step = async (work: () => Promise<void>): Promise<void> => {
        if (disk.operations >= at) left -= 1;
        if (left < 0) throw new Error("ended");
        await work();
      };
      await replaceFiles(stumbling, replacements).catch(() => undefined);
      await recover(disk, FILES[0] ?? "");
      expect([at, then, ["old", "new"].includes(state(disk))]).toEqual([at, then, true]);
    }
  }
});

test("a file that somebody changed meanwhile is not replaced, and neither are the others", async () => {
  const disk = new Disk();
  disk.files.set("dir/b.xlsx", "edited");
  await expect(replaceFiles(disk, replacements)).rejects.toMatchObject({ code: "conflict", message: expect.stringMatching(/b\.xlsx was changed/) });
  expect(disk.files.get("dir/a.xlsx")).toBe("old dir/a.xlsx");
  expect([...disk.files.keys()].sort()).toEqual([...FILES].sort());
});

test("a file edited after an interrupted run is named, and nothing is touched", async () => {
  const disk = new Disk((await writingOperations()) - 2, "ended");
  await replaceFiles(disk, replacements).catch(() => undefined);
  const after = new Disk();
  for (const [path, text] of disk.files) after.files.set(path, text);
  after.files.set("dir/c.xlsx", "edited by hand");
  const before = new Map(after.files);
  await expect(recover(after, FILES[0] ?? "")).rejects.toMatchObject({ code: "conflict", message: expect.stringMatching(/c\.xlsx was changed since/) });
  expect(after.files).toEqual(before);
});
