// Where virements go, chosen in the pane and kept in the workbook; and a preview that reads only what people changed.
import type { Session } from "../../src/app/sessionPort";
import { previewSummary } from "../../src/app/selectors/preview";
import { ExcelWorkbook } from "../../src/excel/excelWorkbook";
import { bootNodeHost, type EmbeddedHost } from "../../workbench/host";
import { acceptedOn, chosenOn, did, impatientWorkbook, sessionOn } from "../support/decidedWorkbook";

let host: EmbeddedHost;
beforeAll(async () => {
  host = await bootNodeHost({ excelApi: "1.14", refuseNewerMembers: true });
});
afterAll(() => host.close());

const agencies = (): unknown => ["Council", "ICB", "Fire"].map((sheet) => host.user.formulas(sheet, "A1:P60"));
const trips = async (step: () => Promise<void>): Promise<number> => {
  const before = host.metrics.roundTrips;
  await step();
  return host.metrics.roundTrips - before;
};
const changed = (session: Session, sheet: string) => session.getState().preview?.plan.changes.filter((change) => change.sheet === sheet).map(({ address, before, after }) => [address, before, after]);

test("into a column and to the journal alone: previewed with totals as they will be, applied, read again, reverted exactly", async () => {
  const session = await chosenOn(host, new ExcelWorkbook());
  const before = agencies();
  const mapping = host.user.values("Purse Mapping", "A4:Q20");
  const council = mapping.find((row) => row[1] === "Council");
  expect(council?.slice(14)).toEqual(["Virements column", 'M "Virements"', "Head of commissioning finance"]);

  expect(await trips(() => did(session, session.previewApply()))).toBe(2);
  expect(changed(session, "Council")).toEqual([["M13", null, -420_000], ["M15", 0, 105_000], ["M10", 0, 315_000]]);
  expect(changed(session, "ICB")).toEqual([]);
  const { preview, reading } = session.getState();
  if (preview === null || reading === null) throw new Error("no preview");
  const summary = previewSummary(preview, reading.lines);
  expect(summary.sheets.find(({ sheet }) => sheet === "Council")).toMatchObject({ beforePence: 4_900_000_000, afterPence: 4_900_000_000 });
  expect(summary.sheets.find(({ sheet }) => sheet === "Council")?.cells.map(({ beforePence, afterPence }) => [beforePence, afterPence])).toEqual([[520_000_000, 478_000_000], [180_000_000, 190_500_000], [4_200_000_000, 4_231_500_000]]);
  expect(summary.notes.map(({ sheet, why, lines }) => [sheet, why, lines.map(({ line, pence }) => [line.id, pence])])).toEqual([["ICB", "journal", [["N01", -30_000_000], ["N04", 30_000_000]]]]);
  expect(await trips(() => did(session, session.confirmPreview()))).toBe(3);

  await did(session, session.readSheets());
  const revised = new Map(session.getState().reading?.lines.map((line) => [line.id, line.revisedPence]));
  expect(["C04", "C06", "C01"].map((id) => revised.get(id))).toEqual([478_000_000, 190_500_000, 4_231_500_000]);
  expect(session.getState().register.map(({ virementId, sheet, detail }) => [virementId, sheet, detail?.into])).toContainEqual(["N01-N04-1", "Purse Journal", "journal sheet only"]);
  expect(host.user.values("Purse Journal", "A5:M12").filter((row) => row[2] === "N01-N04-1").map((row) => [row[3], row[6], row[12]])).toEqual([["applied", "N01", -300_000], ["applied", "N04", 300_000]]);

  for (const { id } of session.getState().virements) {
    expect(await trips(() => did(session, session.previewRevert(id, "the need was met")))).toBeLessThanOrEqual(2);
    await did(session, session.confirmPreview());
  }
  expect(agencies()).toEqual(before);
  expect(session.getState().registerCheck).toEqual({ intact: true, brokenAtRow: null, unregistered: null });
});

test("somebody choosing otherwise between preview and applying is named, and nothing is written", async () => {
  const session = await chosenOn(host, impatientWorkbook());
  await did(session, session.previewApply());
  const before = agencies();
  const row = host.user.values("Purse Mapping", "A1:B30").findIndex((cells) => cells[1] === "Council") + 1;
  await host.user.edit("Purse Mapping", `O${row}`, "Journal sheet only", { remote: true });
  await session.confirmPreview();
  expect(session.getState().failure?.sentence).toContain(`Purse Mapping!O${row} held "Virements column" and now holds "Journal sheet only"`);
  expect(agencies()).toEqual(before);
  session.cancelPreview();
  await did(session, session.previewApply());
  expect(changed(session, "Council")).toEqual([]);
});

test("a column by the cells selected in it; another sheet's cells, or a column that is read as something else, are refused in words", async () => {
  const session = await chosenOn(host, impatientWorkbook());
  const at = { sheet: "Council", position: 1 };
  host.user.select("ICB", "C3");
  await session.chooseTargetBySelection(at);
  expect(session.getState().failure?.sentence).toMatch(/not one column of the table on "Council"/);
  host.user.select("Council", "H12");
  await session.chooseTargetBySelection(at);
  expect(session.getState().failure?.sentence).toMatch(/is read as forecast\. Nothing was chosen/);
  host.user.select("Council", "M9:M12");
  await did(session, session.chooseTargetBySelection(at));
  expect(session.getState().notice).toBe('Virements of "Council" go to: column M "Virements".');
  await did(session, session.chooseTarget(at, null));
  expect(session.getState().reading?.sheets.find(({ sheet }) => sheet === "Council")?.tables[0]?.target).toMatchObject({ goesTo: "", column: "", chosenBy: "" });
});

test("a preview sees what people changed since the last reading, and reads no more than that", async () => {
  const session = await acceptedOn(host, new ExcelWorkbook());
  expect(await trips(() => did(session, session.previewApply()))).toBe(2);
  session.cancelPreview();
  // Somebody takes a decision back in the sheet, and somebody else edits the amount that is to be changed.
  const row = host.user.values("Virements", "A1:A9").findIndex((cells) => cells[0] === "C04-C06-1") + 1;
  await host.user.edit("Virements", `N${row}`, "refused", { remote: true });
  await host.user.edit("Virements", `P${row}`, "not needed", { remote: true });
  await host.user.edit("Council", "F13", 5_300_000, { remote: true });
  expect(await trips(() => did(session, session.previewApply()))).toBe(3);
  expect(session.getState().preview?.virementIds).not.toContain("C04-C06-1");
  expect(changed(session, "Council")?.[0]).toEqual(["F13", 5_300_000, 4_985_000]);
  session.cancelPreview();
  await host.user.insertRows("Council", 5, 1, { remote: true });
  await did(session, session.previewApply());
  expect(changed(session, "Council")?.[0]?.[0]).toBe("F14");
  session.cancelPreview();
  await host.user.renameSheet("Council", "County", { remote: true });
  await did(session, session.previewApply());
  expect(changed(session, "County")?.[0]?.[0]).toBe("F14");
});

test("a reading that failed half way leaves nothing to be taken for known", async () => {
  const session = await acceptedOn(host, impatientWorkbook());
  await host.user.edit("Council", "F13", 5_300_000, { remote: true });
  host.faults.atRequest(2, { kind: "error", code: "GeneralException" });
  await session.previewApply();
  expect(session.getState().failure).not.toBeNull();
  host.faults.clear();
  await did(session, session.previewApply());
  expect(changed(session, "Council")?.[0]).toEqual(["F13", 5_300_000, 4_880_000]);
  const other = sessionOn(impatientWorkbook());
  await did(other, other.previewApply());
  expect(changed(other, "Council")?.[0]).toEqual(["F13", 5_300_000, 4_880_000]);
});

test("a change that nobody told of is met when the cells are looked at, and everything is read again", async () => {
  const session = await acceptedOn(host, new ExcelWorkbook());
  await Excel.run(async (context) => {
    context.runtime.enableEvents = false;
    await context.sync();
  });
  await host.user.edit("Council", "F13", 5_300_000, { remote: true });
  const before = host.metrics.roundTrips;
  await did(session, session.previewApply());
  expect(host.metrics.roundTrips - before).toBe(6);
  expect(changed(session, "Council")?.[0]).toEqual(["F13", 5_300_000, 4_880_000]);
  expect(session.getState().preview?.obstacles).toEqual([]);
});

test("what went to the journal alone is not suggested once more, stands in the pooled view, and is not counted twice when it is posted", async () => {
  const session = await chosenOn(host, impatientWorkbook());
  await did(session, session.previewApply());
  await did(session, session.confirmPreview());
  await did(session, session.suggest());
  const suggested = (): readonly (string | number)[][] => (session.getState().suggestions?.moves ?? []).map(({ from, to, amountPence }) => [from, to, amountPence]);
  const first = suggested();
  expect(first.filter(([from]) => from === "N01" || from === "C04")).toEqual([]);
  const need = session.getState().suggestions?.pressures.find(({ lineId }) => lineId === "N04");
  expect(need).toBeUndefined();
  const issues = (): unknown[] => session.getState().issues.filter(({ code }) => code.startsWith("budget-")).map(({ code, severity, facts, where }) => [code, severity, facts["line"], facts["amount"], where?.sheet]);
  expect(issues()).toEqual([["budget-not-followed", "info", "N01", "−£300,000", "ICB"], ["budget-not-followed", "info", "N04", "£300,000", "ICB"]]);

  await did(session, session.writeViews());
  const block = (): unknown[] => {
    const rows = host.user.values("Pooled View", "A1:G80");
    const top = rows.findIndex(([title]) => title === "After agreed virements, £");
    return rows.slice(top + 2, top + 11).filter(([agency]) => agency === "ICB" || agency === "All sheets").map((row) => row.slice(3, 5));
  };
  expect(block()).toEqual([[0, 0], [0, 0]]);
  expect(host.user.values("After Virements", "A5:G20").filter(([, id]) => id === "N01" || id === "N04").map((row) => [row[1], row[5], row[6]])).toEqual([["N01", -300_000, 0], ["N04", 300_000, 0]]);

  // The officer of the ICB's sheet posts it: the budgets move by just that amount.
  const lines = session.getState().reading?.lines ?? [];
  const cell = (id: string): string => lines.find((line) => line.id === id)?.source.cells.revised ?? "";
  const [giving, taking] = [Number(host.user.values("ICB", cell("N01"))[0]?.[0]), Number(host.user.values("ICB", cell("N04"))[0]?.[0])];
  const scale = 30_000_000 / (lines.find((line) => line.id === "N01")?.source.pencePerUnit ?? 1);
  await host.user.edit("ICB", cell("N01"), giving - scale, { remote: true });
  await host.user.edit("ICB", cell("N04"), taking + scale, { remote: true });
  await did(session, session.readSheets());
  expect(issues()).toEqual([["budget-followed", "info", "N01", "−£300,000", "ICB"], ["budget-followed", "info", "N04", "£300,000", "ICB"]]);
  await did(session, session.suggest());
  expect(suggested()).toEqual(first);

  // Where the budget moved by anything else it is asked, and a choice in the sheet settles it.
  await host.user.edit("ICB", cell("N01"), giving - 2 * scale, { remote: true });
  await did(session, session.readSheets());
  expect(issues()[0]).toEqual(["budget-unclear", "question", "N01", "−£300,000", "Virements"]);
  const row = host.user.values("Virements", "A1:A12").findIndex(([id]) => id === "N01-N04-1") + 1;
  const where = session.getState().issues.find(({ code }) => code === "budget-unclear")?.where?.address ?? "";
  expect(where).toMatch(new RegExp(`^[A-Z]+${row}$`));
  await host.user.edit("Virements", where, "yes", { remote: true });
  await did(session, session.readSheets());
  expect(issues().map((issue) => (issue as unknown[])[0])).toEqual(["budget-followed", "budget-followed"]);
  expect(session.getState().notFollowed.every(({ pence }) => pence === 0)).toBe(true);
}, 120_000);
