// The whole main job in one session: the sample workbook on the embedded host, the genuine client, the real optimiser.
import { readFileSync } from "node:fs";
import path from "node:path";
import { createSession } from "../../src/app/session";
import type { Session } from "../../src/app/sessionPort";
import type { BudgetLine } from "../../src/core/budget/line";
import { ExcelWorkbook } from "../../src/excel/excelWorkbook";
import { createHighsInProcess } from "../../src/solver/highsInProcess";
import { openXlsx } from "../../workbench/files/openXlsx";
import { bootNodeHost, type EmbeddedHost, type HostWorkbookData } from "../../workbench/host";

let host: EmbeddedHost;
let sample: HostWorkbookData;

beforeAll(async () => {
  sample = await openXlsx(readFileSync(path.join(__dirname, "../../samples/brackenshire.xlsx")), "brackenshire.xlsx");
  // The client itself refuses every member newer than the manifest's minimum, so the whole job runs on nothing newer.
  host = await bootNodeHost({ excelApi: "1.14", refuseNewerMembers: true });
});
afterAll(() => host.close());

async function open(): Promise<Session> {
  await host.load(sample);
  const session = createSession({ workbook: new ExcelWorkbook(), solver: createHighsInProcess(), now: () => "2026-10-15T09:30:00" });
  await session.readSheets();
  return session;
}

const agencySheets = (): string => JSON.stringify(sample.sheets.map((sheet) => host.user.formulas(sheet.name, "A1:Z60")));

/** Round trips that one step takes at the host. */
async function trips(step: () => Promise<void>): Promise<number> {
  const before = host.metrics.roundTrips;
  await step();
  return host.metrics.roundTrips - before;
}

test("reading, pooling, suggesting, writing, deciding, applying and reverting, within the budgets of round trips", async () => {
  await host.load(sample);
  const session = createSession({ workbook: new ExcelWorkbook(), solver: createHighsInProcess(), now: () => "2026-10-15T09:30:00" });
  expect(await trips(() => session.readSheets())).toBeLessThanOrEqual(4);
  expect(session.getState().failure).toBeNull();
  expect(session.getState().reading?.lines).toHaveLength(44);
  expect(session.getState().pool?.totals).toMatchObject({ grossPence: 17_246_000_000, incomePence: -4_615_000_000, netPence: 12_631_000_000 });

  const untouched = agencySheets();
  expect(await trips(() => session.writeViews()) - 3).toBeLessThanOrEqual(6);
  expect(session.getState().failure).toBeNull();
  await session.suggest();
  expect(session.getState().suggestions?.closedPence).toBe(72_000_000);
  await session.writeSuggestions();
  expect(session.getState().failure).toBeNull();
  expect(session.getState().virements.map((v) => [v.from, v.to, v.amountPence])).toEqual([
    ["N01", "N04", 30_000_000], ["C04", "C06", 10_500_000], ["C04", "C01", 31_500_000],
  ]);
  expect(agencySheets()).toBe(untouched);

  session.setPerson("Head of commissioning finance");
  await session.decide("C04-C06-1", "refused", "");
  expect(session.getState().failure?.sentence).toMatch(/needs a reason/);
  for (const { id } of session.getState().virements) expect(await trips(() => session.decide(id, "accepted", "as suggested"))).toBe(3);
  expect(session.getState().failure).toBeNull();

  await session.previewApply(["C04-C06-1"]);
  const cells = session.getState().preview?.plan.changes.filter((change) => change.sheet === "Council") ?? [];
  expect(cells.map(({ before, after }) => [before, after])).toEqual([[5_200_000, 5_095_000], [1_800_000, 1_905_000]]);
  expect(await trips(() => session.confirmPreview())).toBe(3);
  expect(session.getState().failure).toBeNull();
  expect(session.getState().register.map((row) => [row.virementId, row.action, row.amountPence])).toEqual([["C04-C06-1", "applied", -10_500_000], ["C04-C06-1", "applied", 10_500_000]]);
  expect(session.getState().pool?.totals.netPence).toBe(12_631_000_000);
  expect(session.getState().reading?.lines.find((line) => line.id === "C06")?.revisedPence).toBe(190_500_000);

  await session.previewApply();
  await session.confirmPreview();
  expect(session.getState().register).toHaveLength(6);
  expect(session.getState().registerCheck).toEqual({ intact: true, brokenAtRow: null, unregistered: null });

  for (const id of ["C04-C06-1", "N01-N04-1", "C04-C01-1"]) {
    await session.previewRevert(id, "vacancies filled");
    await session.confirmPreview();
    expect(session.getState().failure).toBeNull();
  }
  expect(session.getState().register).toHaveLength(12);
  expect(session.getState().registerCheck.intact).toBe(true);
  expect(agencySheets()).toBe(untouched);
  expect(session.getState().virements.map((v) => v.state)).toEqual(["reversed", "reversed", "reversed"]);
});

test("someone else's edit between preview and confirming is named, and nothing is written", async () => {
  const session = await open();
  await session.writeSuggestions();
  await session.decide("C04-C06-1", "accepted", "");
  await session.previewApply();
  const target = session.getState().preview?.plan.changes[0];
  await host.user.edit(target?.sheet ?? "", target?.address ?? "", 5_000_000, { remote: true });
  const before = agencySheets();
  await session.confirmPreview();
  expect(session.getState().failure?.sentence).toContain(`${target?.sheet}!${target?.address} was changed since the preview`);
  expect(session.getState().preview?.obstacles).toHaveLength(1);
  expect(agencySheets()).toBe(before);
  expect(session.getState().register).toEqual([]);
});

test("a decision made in the sheet alone is understood on the next reading; a refused one is not suggested again", async () => {
  const session = await open();
  await session.writeSuggestions();
  const rows = host.user.values("Virements", "A1:Q8");
  const row = rows.findIndex((cells) => cells[0] === "C04-C06-1") + 1;
  await host.user.edit("Virements", `N${row}`, "refused");
  await host.user.edit("Virements", `P${row}`, "the store needs it next month");
  await session.readSheets();
  expect(session.getState().virements.find((v) => v.id === "C04-C06-1")).toMatchObject({ decision: "refused", reason: "the store needs it next month" });
  await session.writeSuggestions();
  expect(session.getState().virements.filter((v) => v.to === "C06").map((v) => v.id)).toEqual(["C04-C06-1"]);
});

test("a tampered register is pointed to", async () => {
  const session = await open();
  await session.writeSuggestions();
  await session.decide("N01-N04-1", "accepted", "");
  await session.previewApply();
  await session.confirmPreview();
  await host.user.edit("Purse Register", "G6", 1);
  await session.readSheets();
  expect(session.getState().registerCheck).toEqual({ intact: false, brokenAtRow: 1, unregistered: null });
});

test("stopping leaves things as they were and says so", async () => {
  const session = await open();
  const stopping = session.readSheets();
  session.stop();
  await stopping;
  expect(session.getState().job).toBeNull();
  expect(session.getState().notice).toMatch(/^Stopped reading the sheets/);
  expect(session.getState().reading?.lines).toHaveLength(44);
});

test("an agency's own sheet that bears the name of one of ours is read, and never written over", async () => {
  await host.load({ ...sample, sheets: sample.sheets.map((sheet) => (sheet.name === "Fire" ? { ...sheet, name: "Flexibility" } : sheet)) });
  const session = createSession({ workbook: new ExcelWorkbook(), solver: createHighsInProcess(), now: () => "2026-10-15T09:30:00" });
  await session.readSheets();
  expect(session.getState().reading?.lines).toHaveLength(44);
  await session.writeSuggestions();
  expect(session.getState().failure?.sentence).toBe('The sheet "Flexibility" is not one of ours, though it has the name of one. Nothing was written.');
  expect(host.workbook.sheets.map((sheet) => sheet.name)).not.toContain("Virements");
});

test("another decision date drops suggestions found under the rules of the one before, and says so", async () => {
  const session = await open();
  session.setDecisionDate("2026-11-01");
  expect(session.getState().notice).toMatch(/^44 lines read/);
  await session.suggest();
  session.setDecisionDate("2027-04-01");
  expect(session.getState().suggestions).toBeNull();
  expect(session.getState().notice).toBe("The rules of another date are taken now. Look for suggestions again.");
  await session.suggest();
  expect(session.getState().suggestions?.decisionDate).toBe("2027-04-01");
});

test("reading again keeps the lines of the reading before beside those of now; any other reading lets them go", async () => {
  const session = await open();
  expect(session.getState().previousLines).toBeNull();
  const first = session.getState().reading?.lines;
  await host.user.edit("Council", "F13", 5_300_000);
  await session.readSheets();
  expect(session.getState().previousLines).toBe(first);
  const budget = (lines: readonly BudgetLine[] | null | undefined) => lines?.find((line) => line.id === "C04")?.revisedPence;
  expect([budget(session.getState().previousLines), budget(session.getState().reading?.lines)]).toEqual([520_000_000, 530_000_000]);
  await session.writeViews();
  expect(session.getState().previousLines).toBeNull();
});

test("a locked cell is said in the preview already, before anything is asked to be written, and the journal is the way round", async () => {
  const session = await open();
  await session.writeSuggestions();
  await session.decide("C04-C06-1", "accepted", "");
  host.user.protectSheet("Council");
  const before = agencySheets();
  await session.previewApply();
  expect(session.getState().preview?.obstacles.map(({ kind, change }) => [kind, change.sheet, change.address])).toEqual([["protected", "Council", "F13"], ["protected", "Council", "F15"]]);
  await session.writeJournal();
  expect(session.getState().failure).toBeNull();
  expect(session.getState().notice).toMatch(/^2 budget entries on the sheet/);
  expect(agencySheets()).toBe(before);
});
