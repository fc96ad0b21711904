// Several approvers in one workbook on the embedded host: nothing is applied without each of them, whatever was typed into the sheet.
import { readFileSync } from "node:fs";
import path from "node:path";
import { createSession } from "../../src/app/session";
import type { Session } from "../../src/app/sessionPort";
import { withAgreements, type Virement } from "../../src/core/virement/life";
import { TABLE_HEADER_ROW } from "../../src/core/tables/table";
import { virementsSheet } from "../../src/core/writing/virementTable";
import { ExcelWorkbook } from "../../src/excel/excelWorkbook";
import { createHighsInProcess } from "../../src/solver/highsInProcess";
import { openXlsx } from "../../workbench/files/openXlsx";
import { bootNodeHost, type EmbeddedHost, type HostWorkbookData } from "../../workbench/host";

let host: EmbeddedHost;
let sample: HostWorkbookData;
let now = "";
beforeAll(async () => {
  sample = await openXlsx(readFileSync(path.join(__dirname, "../../samples/brackenshire.xlsx")), "brackenshire.xlsx");
  host = await bootNodeHost({ excelApi: "1.14", refuseNewerMembers: true });
});
afterAll(() => host.close());

const ID = "C04-C06-1";
const cell = (heading: string): { column: string; row: number } => {
  const values = host.user.values("Virements", "A1:AF10");
  const at = (values[TABLE_HEADER_ROW] ?? []).indexOf(heading);
  if (at < 0) throw new Error(`no column ${heading}`);
  return { column: at < 26 ? String.fromCharCode(65 + at) : `A${String.fromCharCode(39 + at)}`, row: values.findIndex((cells) => cells[0] === ID) + 1 };
};
const shown = (heading: string): unknown => host.user.values("Virements", `${cell(heading).column}${cell(heading).row}`)[0]?.[0];
const type = (heading: string, value: string | number): Promise<void> => host.user.edit("Virements", `${cell(heading).column}${cell(heading).row}`, value);

/** The sample's suggestions in the workbook; this one is said to need two approvers. */
async function open(second: string | null): Promise<Session> {
  await host.load(sample);
  now = "2026-10-15T09:30:00";
  const workbook = new ExcelWorkbook();
  const session = createSession({ workbook, solver: createHighsInProcess(), now: () => now });
  await session.readSheets();
  await session.writeSuggestions();
  if (second !== null) {
    const virements = session.getState().virements.map((v): Virement => (v.id !== ID ? v : withAgreements(
      { ...v, approvals: `${v.approvals}, then ${second}` }, [...v.agreements, { approver: second, decision: "waiting", by: "", on: "" }],
    )));
    await workbook.writeSheets([virementsSheet(virements, session.getState().reading?.lines ?? [])]);
    await session.readSheets();
  }
  expect(session.getState().failure).toBeNull();
  return session;
}

test("each approver agrees in turn; the sheet itself shows the status and whom it waits on; only then is it applied", async () => {
  const session = await open("board (ICB)");
  const [director = ""] = session.getState().virements.find(({ id }) => id === ID)?.agreements.map(({ approver }) => approver) ?? [];
  expect([shown("Status"), shown("Waits on")]).toEqual(["suggested", `${director}, then board (ICB)`]);
  session.setPerson("R. Okafor");
  await session.decide(ID, "accepted", "");
  expect([shown("Status"), shown("Waits on"), shown("Decided on")]).toEqual(["under review", "board (ICB)", "2026-10-15T09:30:00"]);
  // The same request again does not agree for the board.
  await session.decide(ID, "accepted", "", director);
  expect(shown("Status")).toBe("under review");
  await session.previewApply([ID]);
  expect(session.getState().failure?.sentence).toBe(`Virement ${ID} has not been accepted by board (ICB).`);
  session.setPerson("The board's chair");
  await session.decide(ID, "accepted", "", "board (ICB)");
  expect([shown("Status"), shown("Waits on"), shown("Decided by 2")]).toEqual(["approved", "", "The board's chair"]);
  await session.previewApply();
  await session.confirmPreview();
  expect(session.getState().failure).toBeNull();
  expect(shown("Status")).toBe("applied");
  expect(session.getState().register[0]?.detail).toEqual({
    version: 1, state: "applied", from: "C04", to: "C06", rulesOn: "2026-10-15", into: "revised budget", budgetPence: 520_000_000,
    approvals: `${director}: R. Okafor, 2026-10-15T09:30:00; board (ICB): The board's chair, 2026-10-15T09:30:00`,
  });
  expect(session.getState().registerCheck.intact).toBe(true);
});

test("decisions typed in the sheet count for the approver of their column; one refusal refuses; none is applied after its last day", async () => {
  const session = await open("board (ICB)");
  await type("Decision", "accepted");
  expect(shown("Status")).toBe("under review");
  await type("Decision 2", "refused");
  expect([shown("Status"), shown("Waits on")]).toEqual(["refused", ""]);
  await type("Decision 2", "withdrawn");
  expect(shown("Status")).toBe("withdrawn");
  await type("Decision 2", "accepted");
  await session.readSheets();
  expect(session.getState().virements.find(({ id }) => id === ID)).toMatchObject({ decision: "accepted" });
  now = "2027-04-01T09:00:00";
  await session.previewApply([ID]);
  expect(session.getState().failure?.sentence).toBe(`Virement ${ID} expired on 2027-03-31. Look for suggestions again.`);
});

test("an approver taken out of the sheet is still demanded by the rules", async () => {
  const session = await open(null);
  const director = String(shown("Approvals needed"));
  await type("Approvals needed", "budget holder (COUNCIL)");
  await type("Decision", "accepted");
  await session.readSheets();
  await session.previewApply([ID]);
  expect(session.getState().failure?.sentence).toBe(`Virement ${ID} needs the approval of ${director} under the rules of 2026-10-15, who was not asked: its row or the rules were changed since.`);
  await type("Approvals needed", director);
  await session.previewApply([ID]);
  expect(session.getState()).toMatchObject({ failure: null, preview: { virementIds: [ID] } });
});

test("partial acceptance: a version for less, never for more, asked of the rules anew; others who agreed must agree again", async () => {
  const session = await open(null);
  session.setPerson("R. Okafor");
  const amended = (): unknown => session.getState().virements.find(({ id }) => id === ID);
  await session.amend(ID, 10_500_001, "more");
  expect(session.getState().failure?.sentence).toBe("£105,000.01 is more than the £105,000 that was suggested.");
  await session.amend(ID, 50, "less");
  expect(session.getState().failure?.sentence).toBe("£0.50 is below the least that may move, £1.");
  await session.amend(ID, 8_000_000, "less is free");
  expect(session.getState()).toMatchObject({ failure: null, notice: `${ID} is amended to £80,000.` });
  expect(amended()).toMatchObject({ version: 2, amountPence: 8_000_000, suggestedPence: 10_500_000, decision: "accepted", decidedBy: "R. Okafor", reason: "less is free" });
  expect([shown("Amount £"), shown("Version"), shown("Status")]).toEqual([80_000, 2, "approved"]);
  await session.amend(ID, 8_000_000, "less is free");
  expect(amended()).toMatchObject({ version: 2 });
  await session.previewApply([ID]);
  await session.confirmPreview();
  expect(session.getState().register[0]).toMatchObject({ amountPence: -8_000_000, detail: { version: 2 } });
  await session.writeJournal();
  expect(session.getState().notice).toBe('2 budget entries on the sheet "Purse Journal", with the forms beside it.');
  expect(host.user.values("Purse Journal", "C5:M6").map((row) => [row[0], row.at(-1)])).toEqual([[`${ID} v2`, -80_000], [`${ID} v2`, 80_000]]);
});

test("the sheet of budgets after approved virements follows a decision typed in the sheet", async () => {
  await open(null);
  const after = (): unknown[] => host.user.values("After Virements", "B5:I8").filter((row) => row[0] === "C04" || row[0] === "C06").map((row) => [row[0], row[3], row[5], row[6]]);
  expect(after()).toEqual([["C04", 5_200_000, 0, 5_200_000], ["C06", 1_800_000, 0, 1_800_000]]);
  await type("Decision", "accepted");
  expect(after()).toEqual([["C04", 5_200_000, -105_000, 5_095_000], ["C06", 1_800_000, 105_000, 1_905_000]]);
  await type("Decision", "refused");
  expect(after()).toEqual([["C04", 5_200_000, 0, 5_200_000], ["C06", 1_800_000, 0, 1_800_000]]);
});

test("a draft between bodies is put to both, and changes four lines once both agreed; one that the rules refuse stays a draft and says why", async () => {
  const session = await open(null);
  const draft = (id: string, from: string, to: string, pounds: number): Virement => ({
    ...(session.getState().virements[0] as Virement), id, from, to, amountPence: pounds * 100, suggestedPence: pounds * 100, approvals: "", ruleIds: [], instrument: "", why: "asked for", state: "draft",
    agreements: [{ approver: "", decision: "waiting", by: "", on: "" }],
  });
  const reading = session.getState().reading?.lines ?? [];
  await new ExcelWorkbook().writeSheets([virementsSheet([...session.getState().virements, draft("D1", "N01", "C01", 20_000), draft("D2", "F01", "C01", 5)], reading)]);
  await session.writeSuggestions();
  expect(session.getState().failure).toBeNull();
  const held = (id: string): Virement | undefined => session.getState().virements.find((v) => v.id === id);
  expect(held("D2")).toMatchObject({ state: "draft" });
  expect(held("D2")?.why).not.toBe("asked for");
  const d1 = held("D1");
  expect(d1).toMatchObject({ state: "suggested", decision: "waiting", expiresOn: "2027-03-31" });
  expect(d1?.agreements.map(({ approver }) => approver.slice(approver.lastIndexOf("(")))).toEqual(["(ICB)", "(COUNCIL)"]);
  session.setPerson("R. Okafor");
  await session.decide("D1", "accepted", "");
  await session.previewApply(["D1"]);
  expect(session.getState().failure?.sentence).toMatch(/has not been accepted by .*\(COUNCIL\)\.$/);
  await session.decide("D1", "accepted", "");
  await session.previewApply(["D1"]);
  expect(session.getState().failure?.sentence).toMatch(/^Virement D1 goes between two bodies and has no cash date/);
  await session.statePayment("D1", "recovered in full", "soon");
  expect(session.getState().failure?.sentence).toBe('"soon" is not a date as YYYY-MM-DD.');
  await session.statePayment("D1", "recovered in full", "2026-11-30");
  expect(held("D1")).toMatchObject({ vatNote: "recovered in full", cashOn: "2026-11-30" });
  await session.statePayment("C04-C06-1", "", "2026-11-30");
  expect(session.getState().failure?.sentence).toMatch(/stays inside one body/);
  await session.previewApply(["D1"]);
  expect(session.getState().failure).toBeNull();
  expect(session.getState().preview?.plan.changes.filter(({ sheet }) => sheet === "ICB" || sheet === "Council")).toHaveLength(4);
  const rows = host.user.values("After Virements", "A5:G12").filter((row) => row[6] !== 0 && typeof row[6] === "number");
  expect(rows.map((row) => [row[0], row[6]])).toEqual([["COUNCIL", 20_000], ["COUNCIL", -20_000], ["ICB", -20_000], ["ICB", 20_000]]);
  await session.confirmPreview();
  expect(session.getState().register.map(({ detail }) => detail?.payment)).toEqual(Array<string>(4).fill("paid on 2026-11-30; VAT recovered in full"));
  expect(session.getState().registerCheck.intact).toBe(true);
  await session.previewRevert("D1", "agreed otherwise");
  await session.confirmPreview();
  expect(session.getState().failure).toBeNull();
  await session.writeSuggestions();
  expect(held("D1")).toMatchObject({ state: "reversed", agreements: [{ decision: "accepted" }, { decision: "accepted" }] });
});

test("several rows as one: asked for the whole amount, nothing below it; lowered in proportion, applied together, taken back together", async () => {
  const session = await open(null);
  session.setPerson("R. Okafor");
  const held = (id: string): Virement | undefined => session.getState().virements.find((v) => v.id === id);
  const leg = (from: string, to: string, pounds: number) => ({ from, to, amountPence: pounds * 100 });
  await session.draft({ id: null, recurrence: "one-off", why: "winter", legs: [leg("N01", "", 300_001), leg("", "N04", 100_000)] });
  expect(held("D-1")).toMatchObject({ state: "draft", amountPence: 30_000_100 });
  expect(held("D-1")?.why).toMatch(/^winter Not proposed: Virement D-1 is incomplete: it takes £300,001 and gives £100,000/);
  await session.draft({ id: "D-1", recurrence: "one-off", why: "winter", legs: [leg("N01", "", 300_001), leg("", "N04", 100_000), leg("", "N02", 200_001)] });
  const whole = held("D-1");
  expect(whole).toMatchObject({ state: "suggested", why: "winter", legs: { length: 3 } });
  // The same two moves one by one, and the whole in one row.
  await session.draft({ id: null, recurrence: "one-off", why: "one row", legs: [leg("N01", "N04", 300_001)] });
  expect(whole?.rank).toBeGreaterThanOrEqual(held("D-2")?.rank ?? Infinity);
  await session.amend("D-1", 15_000_051, "less is free");
  expect(held("D-1")).toMatchObject({ version: 2, amountPence: 15_000_051 });
  expect(held("D-1")?.legs?.map(({ amountPence }) => amountPence).reduce((sum, pence) => sum + pence, 0)).toBe(2 * 15_000_051);
  for (const _ of held("D-1")?.agreements ?? []) await session.decide("D-1", "accepted", "");
  // In the sheet alone: each row tells the whole's status, and a row that is changed alone makes it incomplete.
  const table = (heading: string): unknown[] => {
    const values = host.user.values("Virements", "A1:AF12");
    const at = (values[TABLE_HEADER_ROW] ?? []).indexOf(heading);
    return values.filter((row) => row[0] === "D-1").map((row) => row[at]);
  };
  expect(table("Status")).toEqual(["approved", "approved", "approved"]);
  const moved = (): unknown => host.user.values("After Virements", "A5:G14").find((row) => row[1] === "N01")?.[6];
  expect(moved()).toBe(-150_000.51);
  const last = host.user.values("Virements", "A1:A12").map(([id]) => id).lastIndexOf("D-1") + 1;
  const amount = Number(table("Amount £")[2]);
  await host.user.edit("Virements", `F${last}`, amount - 1);
  expect(table("Status")).toEqual(["incomplete", "incomplete", "incomplete"]);
  expect(moved()).toBe(0);
  await host.user.edit("Virements", `F${last}`, amount);
  expect(table("Status")).toEqual(["approved", "approved", "approved"]);
  await session.previewApply(["D-1"]);
  expect(session.getState().failure).toBeNull();
  expect(session.getState().preview?.plan.changes.filter(({ sheet }) => sheet === "ICB")).toHaveLength(3);
  const before = ["N01", "N04", "N02"].map((id) => session.getState().reading?.lines.find((line) => line.id === id)?.revisedPence ?? 0);
  await session.confirmPreview();
  const after = ["N01", "N04", "N02"].map((id) => session.getState().reading?.lines.find((line) => line.id === id)?.revisedPence ?? 0);
  expect(after.map((pence, i) => pence - (before[i] ?? 0)).reduce((sum, pence) => sum + pence, 0)).toBe(0);
  expect(before[0] === undefined || after[0] === undefined ? 0 : before[0] - after[0]).toBe(15_000_051);
  expect(new Set(session.getState().register.map(({ virementId }) => virementId))).toEqual(new Set(["D-1"]));
  await session.previewRevert("D-1", "the winter was mild");
  await session.confirmPreview();
  expect(["N01", "N04", "N02"].map((id) => session.getState().reading?.lines.find((line) => line.id === id)?.revisedPence)).toEqual(before);
  expect(held("D-1")).toMatchObject({ state: "reversed" });
  expect(session.getState().registerCheck).toMatchObject({ intact: true });
});
