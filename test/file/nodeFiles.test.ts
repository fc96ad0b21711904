// Finding workbooks on the machine and saving one whole: names without paths, nothing twice, no input overwritten, no half a file.
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, strToU8 } from "fflate";
import { checkOutputPath, findWorkbooks, readBytes, saveWhole } from "../../src/file/nodeFiles";
import type { Sink } from "../../src/file/zipFile";
import { WorkbookError } from "../../src/workbook/ports";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "purse-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const put = async (...names: string[]) => {
  for (const name of names) {
    await mkdir(join(folder, name, ".."), { recursive: true });
    await writeFile(join(folder, name), name);
  }
};

test("a folder stands for its workbooks in order of their names, without locks, hidden files and others", async () => {
  await put("in/b.xlsx", "in/a.CSV", "in/Z.xls", "in/deep/er/c.xlsm", "in/~$b.xlsx", "in/.hidden.xlsx", "in/.git/x.xlsx", "in/notes.txt");
  expect((await findWorkbooks([join(folder, "in")])).map(({ name }) => name)).toEqual(["Z.xls", "a.CSV", "b.xlsx", "deep/er/c.xlsm"]);
});

test("files of one name are told apart by their folders", async () => {
  await put("council/budget.xlsx", "fire/budget.xlsx");
  const found = await findWorkbooks([join(folder, "fire/budget.xlsx"), join(folder, "council/budget.xlsx")]);
  expect(found.map(({ name }) => name)).toEqual(["council/budget.xlsx", "fire/budget.xlsx"]);
});

test.each([
  ["a file that is not there", async () => findWorkbooks([join(folder, "none.xlsx")]), "not-found"],
  ["an empty folder", async () => findWorkbooks([folder]), "not-found"],
  ["a file named twice", async () => { await put("a.xlsx"); return findWorkbooks([join(folder, "a.xlsx"), folder]); }, "exists"],
  ["a file and a link to it", async () => { await put("a.xlsx"); await symlink(join(folder, "a.xlsx"), join(folder, "b.xlsx")); return findWorkbooks([folder]); }, "exists"],
])("%s is refused", async (_what, find, code) => {
  await expect(find()).rejects.toMatchObject({ name: "WorkbookError", code });
});

test("a file's bytes come with its name; one that vanished is said", async () => {
  await put("a.xlsx");
  const [file] = await findWorkbooks([folder]);
  if (file === undefined) throw new Error("not found");
  expect(strFromU8((await readBytes(file)).bytes)).toBe("a.xlsx");
  await rm(file.path);
  await expect(readBytes(file)).rejects.toMatchObject({ code: "unreadable", detail: "ENOENT" });
});

test("a result may not be an input, nor another name for one, a folder or another kind of file", async () => {
  await put("in/a.xlsx", "old.xlsx");
  await mkdir(join(folder, "dir.xlsx"));
  await symlink(join(folder, "in/a.xlsx"), join(folder, "alias.xlsx"));
  const inputs = await findWorkbooks([join(folder, "in")]);
  for (const bad of ["in/a.xlsx", "alias.xlsx", "dir.xlsx", "out.csv"]) await expect(checkOutputPath(join(folder, bad), inputs)).rejects.toMatchObject({ code: "exists" });
  for (const good of ["new.xlsx", "old.xlsx", "deep/new.xlsx"]) await expect(checkOutputPath(join(folder, good), inputs)).resolves.toBeUndefined();
});

test("saving makes the folder, replaces whole, and leaves nothing else behind", async () => {
  const path = join(folder, "out/deep/result.xlsx");
  await saveWhole(path, (sink) => sink(strToU8("one")));
  await saveWhole(path, (sink) => sink(strToU8("two")));
  expect(await readFile(path, "utf8")).toBe("two");
  expect(await readdir(join(folder, "out/deep"))).toEqual(["result.xlsx"]);
});

test("a writing that breaks off leaves what was there, no part of the new file, and its own fault", async () => {
  await put("result.xlsx");
  const breaking = async (sink: Sink): Promise<void> => {
    await sink(new Uint8Array(100_000));
    throw new WorkbookError("too-large", "Too large. Nothing was written.", "Read fewer sheets.");
  };
  await expect(saveWhole(join(folder, "result.xlsx"), breaking)).rejects.toMatchObject({ code: "too-large" });
  expect(await readdir(folder)).toEqual(["result.xlsx"]);
  expect(await readFile(join(folder, "result.xlsx"), "utf8")).toBe("result.xlsx");
});

test("a save that fails leaves what was there", async () => {
  await put("keep.xlsx");
  await expect(saveWhole(join(folder, "keep.xlsx", "result.xlsx"), (sink) => sink(strToU8("x")))).rejects.toMatchObject({ code: "host" });
  expect(await readdir(folder)).toEqual(["keep.xlsx"]);
  expect(await readFile(join(folder, "keep.xlsx"), "utf8")).toBe("keep.xlsx");
});
