// Bringing files in through the session: looked at first, written when told to, replaced only when asked, refused with nothing written.
import { readFileSync } from "node:fs";
import path from "node:path";
import { createSession } from "../../src/app/session";
import { DirectFiles } from "../../src/file/workerFiles";
import { FileWorkbook } from "../../src/file/fileWorkbook";
import { createHighsInProcess } from "../../src/solver/highsInProcess";
import type { ChosenFile } from "../../src/workbook/ports";
import { makeBomb, makeEncrypted, makeXlsx, type Rows } from "../file/makeFiles";

const SAMPLES = path.resolve(__dirname, "../../samples");
const BUDGET: Rows = [["Fictown Fire budget 2026/27, £000"], ["Service", "Revised budget"], ["Prevention", 1200], ["Response", 3400], ["Total", 4600]];

function chosen(name: string, bytes: Uint8Array): ChosenFile {
  return { name, size: bytes.length, arrayBuffer: () => Promise.resolve(new Uint8Array(bytes).buffer) };
}

async function session(sheets: Readonly<Record<string, Rows>> = { Notes: [["Nothing yet"]] }) {
  const workbook = new FileWorkbook([{ name: "open.xlsx", bytes: await makeXlsx(sheets) }], { fileNames: false });
  const sample = () => Promise.resolve(chosen("Brackenshire sample.xlsx", new Uint8Array(readFileSync(path.join(SAMPLES, "brackenshire.xlsx")))));
  return { workbook, session: createSession({ workbook, solver: createHighsInProcess(), files: new DirectFiles(), sample, now: () => "2026-10-15T09:30:00" }) };
}

const names = async (workbook: FileWorkbook) => (await workbook.readGrids()).map((grid) => grid.sheet);

test("a file is looked at before anything is written, then stands as a sheet with its origin, and is read", async () => {
  const { workbook, session: s } = await session();
  await s.bringIn([chosen("Fire.xlsx", await makeXlsx({ Sheet1: BUDGET }))]);
  expect(s.getState().bringIn?.choices).toMatchObject([{ file: "Fire.xlsx", sheetInFile: "Sheet1", name: "Fire", chosen: true, replaces: null }]);
  expect(await names(workbook)).toEqual(["Notes"]);
  await s.confirmBringIn();
  expect(s.getState().failure).toBeNull();
  expect(await names(workbook)).toEqual(["Notes", "Fire", "Purse Sources"]);
  expect(s.getState().reading?.lines.map((line) => [line.description, line.revisedPence])).toEqual([["Prevention", 120_000_000], ["Response", 340_000_000]]);
  expect(s.getState().notice).toMatch(/^1 sheet brought in\. 2 lines read/);
  const record = (await workbook.readGrids()).find((grid) => grid.sheet === "Purse Sources")?.values[4];
  expect(record?.slice(0, 3)).toEqual(["Fire", "Fire.xlsx", "Sheet1"]);
  expect(record?.slice(4, 7)).toEqual([5, 2, "2026-10-15 09:30:00"]);
});

test("the same file again shows what changed and replaces only its own sheet; or is added under a clear name", async () => {
  const { workbook, session: s } = await session();
  await s.bringIn([chosen("Fire.xlsx", await makeXlsx({ Budget: BUDGET }))]);
  await s.confirmBringIn();
  await s.bringIn([chosen("Fire.xlsx", await makeXlsx({ Budget: BUDGET }))]);
  expect(s.getState().bringIn?.choices[0]).toMatchObject({ chosen: false, replaces: { sheet: "Budget", changes: { cells: 0 } } });
  s.cancelBringIn();
  const later = BUDGET.map((row) => (row[0] === "Response" ? ["Response", 3500] : row[0] === "Total" ? ["Total", 4700] : row));
  await s.bringIn([chosen("Fire.xlsx", await makeXlsx({ Budget: later }))]);
  expect(s.getState().bringIn?.choices[0]).toMatchObject({
    chosen: true, as: "replace", name: "Budget Fire",
    replaces: { broughtIn: "2026-10-15 09:30:00", changes: { cells: 2, first: [{ address: "B4", before: 3400, after: 3500 }, { address: "B5", before: 4600, after: 4700 }] } },
  });
  const before = s.getState().reading?.lines;
  await s.confirmBringIn();
  expect(await names(workbook)).toEqual(["Notes", "Budget", "Purse Sources"]);
  expect(s.getState().reading?.lines.map((line) => line.revisedPence)).toEqual([120_000_000, 350_000_000]);
  expect(s.getState().previousLines).toBe(before);
  await s.bringIn([chosen("Fire.xlsx", await makeXlsx({ Budget: BUDGET }))]);
  s.changeBringIn("0:0", { as: "add" });
  await s.confirmBringIn();
  expect(await names(workbook)).toEqual(["Notes", "Budget", "Budget Fire", "Purse Sources"]);
});

test("a sheet that someone changed between the look and the yes is not written over", async () => {
  const { workbook, session: s } = await session();
  await s.bringIn([chosen("Fire.xlsx", await makeXlsx({ Budget: BUDGET }))]);
  await s.confirmBringIn();
  await s.bringIn([chosen("Fire.xlsx", await makeXlsx({ Budget: [["other"]] }))]);
  await workbook.applyPlan({ changes: [{ sheet: "Budget", address: "B3", before: 1200, after: 1201, why: "test" }], resizes: [] });
  await s.confirmBringIn();
  expect(s.getState().failure?.sentence).toBe('The sheet "Budget" was changed since the preview. Nothing was written.');
});

test("bad files are refused each with its reason, good ones beside them still come in", async () => {
  const { workbook, session: s } = await session();
  const good = await makeXlsx({ Budget: BUDGET });
  const bad = [
    chosen("locked.xlsx", makeEncrypted()), chosen("bomb.xlsx", makeBomb(good, 300_000, 10_000_000_000)), chosen("empty.csv", new Uint8Array()),
    chosen("cut.xlsx", good.subarray(0, good.length - 200)), chosen("book.pdf", new TextEncoder().encode("%PDF-1.7")), { ...chosen("long.csv", good), size: 70_000_000 },
  ];
  for (const file of bad) {
    await s.bringIn([file]);
    expect(s.getState().bringIn).toBeNull();
    expect([file.name, s.getState().failure?.sentence]).toEqual([file.name, expect.stringMatching(/Nothing was written\.$/)]);
  }
  expect(await names(workbook)).toEqual(["Notes"]);
  await s.bringIn([...bad, chosen("good.xlsx", good)]);
  expect(s.getState().bringIn?.refused.map(({ file }) => file)).toEqual(bad.map(({ name }) => name));
  await s.confirmBringIn();
  expect(await names(workbook)).toEqual(["Notes", "Budget", "Purse Sources"]);
});

test("text of a file that looks like a formula stands as text and is read as such", async () => {
  const { workbook, session: s } = await session();
  await s.bringIn([chosen("evil.csv", new TextEncoder().encode('Service,Budget £\n"=HYPERLINK(""http://x"")",5\n@SUM(A1),7\n'))]);
  await s.confirmBringIn();
  const grid = (await workbook.readGrids()).find((found) => found.sheet === "evil");
  expect(grid?.values.slice(1).map((row) => row[0])).toEqual(['=HYPERLINK("http://x")', "@SUM(A1)"]);
});

test("the sample comes in whole with its rule books and pools to its own total; what stands already is left out", async () => {
  const { workbook, session: s } = await session();
  await s.bringInSample();
  await s.confirmBringIn();
  expect(s.getState().failure).toBeNull();
  expect(s.getState().reading?.lines).toHaveLength(44);
  expect(s.getState().pool?.totals.netPence).toBe(12_631_000_000);
  expect(await names(workbook)).toEqual(expect.arrayContaining(["Council", "Purse Gateways", "Purse Funds"]));
  await s.bringInSample();
  const choices = s.getState().bringIn?.choices ?? [];
  expect(choices.filter((choice) => choice.leftOut === "stands").map((choice) => choice.sheetInFile)).toContain("Purse Gateways");
  expect(choices.some((choice) => choice.chosen)).toBe(false);
});

test("names keep to Excel's rules and never clash", async () => {
  const { workbook, session: s } = await session({ budget: [["x"]] });
  const long = "A very long name of a budget monitoring workbook for 2026-27";
  await s.bringIn([chosen(`${long}.xlsx`, await makeXlsx({ Budget: BUDGET, Flexibility: BUDGET })), chosen(`${long}.csv`, new TextEncoder().encode("a,b\n1,2\n")), chosen("'History'.csv", new TextEncoder().encode("a,b\n1,2\n"))]);
  await s.confirmBringIn();
  expect(s.getState().failure).toBeNull();
  const made = (await names(workbook)).slice(1, -1);
  expect(made).toHaveLength(4);
  for (const name of made) expect(name).toMatch(/^[^[\]:*?/\\']{1,31}$/);
  expect(new Set(["budget", ...made.map((name) => name.toLowerCase())]).size).toBe(5);
  expect(made).not.toContain("Flexibility");
});

test("a stop while looking leaves no preview, and one while writing leaves the workbook as it was", async () => {
  const { workbook, session: s } = await session();
  const file = chosen("Fire.xlsx", await makeXlsx({ Budget: BUDGET }));
  const looking = s.bringIn([file]);
  s.stop();
  await looking;
  expect([s.getState().bringIn, s.getState().notice]).toEqual([null, expect.stringMatching(/^Stopped/)]);
  await s.bringIn([file]);
  const writing = s.confirmBringIn();
  s.stop();
  await writing;
  expect(await names(workbook)).toEqual(["Notes"]);
  expect(s.getState().notice).toBe("Stopped bringing the sheets in. Things are as they were.");
});
