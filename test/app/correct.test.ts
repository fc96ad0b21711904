// Corrections of how a sheet is read: they apply at once, are remembered in tblMapping, and can be taken back.
import { createSession } from "../../src/app/session";
import { FileWorkbook } from "../../src/file/fileWorkbook";
import { createHighsInProcess } from "../../src/solver/highsInProcess";
import type { SelectedCells } from "../../src/workbook/ports";
import { makeXlsx, type Rows } from "../file/makeFiles";

const BUDGET: Rows = [
  ["Fictown Borough Council budget 2026/27"],
  ["Code", "Service", "Base position", "Revised budget", "Forecast"],
  ["A1", "Libraries", 100, 120, 130], ["A2", "Parks", 200, 210, 205], ["A3", "Roads", 300, 330, 330],
];

class Screen extends FileWorkbook {
  selected: SelectedCells | null = null;
  override selectedCells(): Promise<null> {
    return Promise.resolve(this.selected as null);
  }
}

async function open(sheets: Readonly<Record<string, Rows>> = { Budget: BUDGET }) {
  const workbook = new Screen([{ name: "open.xlsx", bytes: await makeXlsx(sheets) }], { fileNames: false });
  const session = createSession({ workbook, solver: createHighsInProcess(), now: () => "2026-10-15T09:30:00" });
  await session.readSheets();
  return { workbook, session };
}

const at = { sheet: "Budget", position: 1 };
const revised = (session: Awaited<ReturnType<typeof open>>["session"]) => session.getState().reading?.lines.map((line) => line.revisedPence);
const table = (session: Awaited<ReturnType<typeof open>>["session"]) => session.getState().reading?.sheets.find(({ sheet }) => sheet === "Budget")?.tables[0];

test("a column re-pointed is read at once, the one it displaces is left out, and both are kept over readings", async () => {
  const { workbook, session } = await open();
  expect(revised(session)).toEqual([12_000, 21_000, 33_000]);
  session.setPerson("Treasurer");
  await session.correct(at, { kind: "column", column: 2, heading: "Base position", field: "revised" });
  expect(session.getState().failure).toBeNull();
  expect(revised(session)).toEqual([10_000, 20_000, 30_000]);
  expect(table(session)?.columns.map(({ field }) => field)).toEqual(["code", "description", "revised", "ignored", "forecast"]);
  expect(table(session)?.columns[2]?.reason).toBe("confirmed by Treasurer");
  const row = (await workbook.readGrids()).find(({ sheet }) => sheet === "Purse Mapping")?.values[4] ?? [];
  expect(row).toContain('C "Base position" = revised');
  expect(row).toContain("Treasurer");
  await session.readSheets();
  expect(revised(session)).toEqual([10_000, 20_000, 30_000]);
  expect(session.getState().issues.filter(({ code }) => code === "layout-changed")).toEqual([]);
  await session.writeViews();
  await session.readSheets();
  expect(revised(session)).toEqual([10_000, 20_000, 30_000]);
  await session.correct(at, { kind: "none" });
  expect(revised(session)).toEqual([12_000, 21_000, 33_000]);
});

test("unit, sign and agency are corrected one by one, and one does not settle another", async () => {
  const { session } = await open();
  const asked = () => session.getState().issues.filter(({ code }) => code === "unit-unknown").length;
  expect(asked()).toBe(1);
  await session.correct(at, { kind: "agency", agency: "Fictown Fire and Rescue Authority" });
  expect(session.getState().reading?.agencies.map(({ name }) => name)).toEqual(["Fictown Fire and Rescue Authority"]);
  expect(asked()).toBe(1);
  await session.correct(at, { kind: "sign", sign: "income-positive" });
  expect(revised(session)).toEqual([-12_000, -21_000, -33_000]);
  await session.correct(at, { kind: "unit", unit: "thousands" });
  expect(revised(session)).toEqual([-12_000_000, -21_000_000, -33_000_000]);
  expect(asked()).toBe(0);
  expect(table(session)?.corrections).toMatchObject({ unit: "thousands", sign: "income-positive", agency: "Fictown Fire and Rescue Authority" });
});

test("a range is read in place of the one found; figures outside it are told, not dropped in silence", async () => {
  const { session } = await open();
  await session.correct(at, { kind: "range", range: { top: 1, left: 0, bottom: 3, right: 4 } });
  expect(revised(session)).toEqual([12_000, 21_000]);
  expect(session.getState().issues.map(({ code }) => code)).toContain("figures-unread");
});

test("the column under the selected cells is taken; cells elsewhere are refused with nothing changed", async () => {
  const { workbook, session } = await open({ Budget: BUDGET, Other: [["x"]] });
  workbook.selected = { sheet: "Budget", area: { top: 3, left: 2, bottom: 3, right: 2 } };
  await session.correctBySelection(at, "revised");
  expect(revised(session)).toEqual([10_000, 20_000, 30_000]);
  workbook.selected = { sheet: "Other", area: { top: 0, left: 0, bottom: 0, right: 0 } };
  await session.correctBySelection(at, "forecast");
  expect(session.getState().failure?.sentence).toBe('The selected cells are not on the sheet "Budget". Nothing was changed.');
  workbook.selected = { sheet: "Budget", area: { top: 0, left: 0, bottom: 3, right: 3 } };
  await session.correctBySelection(at, "forecast");
  expect(session.getState().failure?.sentence).toMatch(/not one column/);
  expect(revised(session)).toEqual([10_000, 20_000, 30_000]);
  workbook.selected = { sheet: "Budget", area: { top: 1, left: 0, bottom: 3, right: 4 } };
  await session.correctBySelection(at, "range");
  expect(revised(session)).toEqual([10_000, 20_000]);
});

test("a changed heading under a kept mapping stops with the named difference", async () => {
  const { workbook, session } = await open();
  await session.correct(at, { kind: "column", column: 2, heading: "Base position", field: "original" });
  await workbook.applyPlan({ changes: [{ sheet: "Budget", address: "D2", before: "Revised budget", after: "Adjusted totals", why: "test" }], resizes: [] });
  await session.readSheets();
  const changed = session.getState().issues.filter(({ code }) => code === "layout-changed");
  expect(changed.length).toBeGreaterThan(0);
  expect(changed[0]?.severity).toBe("error");
  expect(changed[0]?.facts.difference).toContain("Revised budget");
});

test("while a layout is not the one that was confirmed nothing is written; taken, it is the one that is remembered", async () => {
  const { workbook, session } = await open({ Budget: BUDGET, Parks: [["Larkshire Council budget 2026/27, £"], ["Code", "Service", "Revised budget"], ["P1", "Play", 10], ["P2", "Trees", 20]] });
  await session.writeViews();
  const rename = (sheet: string, address: string, before: string, after: string) => workbook.applyPlan({ changes: [{ sheet, address, before, after, why: "test" }], resizes: [] });
  await rename("Budget", "D2", "Revised budget", "Approved budget");
  await rename("Parks", "C2", "Revised budget", "Latest budget");
  await session.readSheets();
  const changed = () => session.getState().issues.filter(({ code }) => code === "layout-changed").map(({ facts }) => facts.sheet).sort();
  expect(changed()).toEqual(["Budget", "Parks"]);
  await session.writeViews();
  expect(session.getState().failure?.sentence).toMatch(/^The layout of the sheet "(Budget|Parks)" is not the one that was confirmed: "Revised budget" .* Nothing was written\.$/);
  await session.suggest();
  expect(session.getState().suggestions).toBeNull();
  await session.correct(at, { kind: "layout" });
  expect(changed()).toEqual(["Parks"]);
  await session.correct({ sheet: "Parks", position: 1 }, { kind: "unit", unit: "thousands" });
  expect(changed()).toEqual([]);
  await session.writeViews();
  expect(session.getState().failure).toBeNull();
  await session.readSheets();
  expect(changed()).toEqual([]);
});

test("a lower table confirmed as it is read no longer stops anything, now and at the next reading", async () => {
  const lower: Rows = [["Capital programme 2026/27, £"], ["Scheme", "Project", "Revised budget", "Forecast"], ["C1", "Depot", 900, 950], ["C2", "Bridges", 700, 650]];
  const { session } = await open({ Budget: [...BUDGET, [], ...lower] });
  const stops = () => session.getState().issues.filter(({ code, severity }) => code === "several-tables" && severity === "error").length;
  expect([stops(), table(session)?.unit]).toEqual([1, "pounds"]);
  await session.correct({ sheet: "Budget", position: 2 }, { kind: "unit", unit: "pounds" });
  expect([session.getState().failure, stops()]).toEqual([null, 0]);
  await session.readSheets();
  expect([stops(), session.getState().reading?.lines.length]).toEqual([0, 5]);
});
