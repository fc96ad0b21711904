// The journal: entries of what was applied, reversed and approved, each reference adding to nothing for each agency and fund.
import { withAgreements, type Virement } from "../../../src/core/virement/life";
import { journalOf } from "../../../src/core/virement/journal";
import { appendToRegister, type UncheckedRow } from "../../../src/core/virement/register";
import { unbalanced } from "../../../src/core/virement/states/entries";
import { withLegs } from "../../../src/core/virement/legs";
import { journalCsv, journalSheets } from "../../../src/core/writing/journalSheets";
import { budgetLine, partnershipLines } from "./states/lines";

const lines = [...partnershipLines(), budgetLine("C4", { code: null, description: "=HYPERLINK(\"x\")", nature: "EXT_INCOME", subjectiveGroup: 9 })];
const virement = (id: string, from: string, to: string, amountPence: number, state: Virement["state"], change: Partial<Virement> = {}): Virement => withAgreements({
  id, from, to, amountPence, recurrence: "one-off", instrument: "virement within C", ruleIds: ["OX1"], approvals: "director (C)", rank: 2, why: "vacancies", suggestedOn: "2026-10-15",
  version: 1, suggestedPence: amountPence, expiresOn: null, agreements: [], decision: "waiting", decidedBy: "", reason: "", state, ...change,
}, [{ approver: "director (C)", decision: "accepted", by: "R. Okafor", on: "2026-10-16" }]);
const row = (virementId: string, action: "applied" | "reversed", on: string, lineId: string): UncheckedRow =>
  ({ virementId, action, by: "x", on, lineId, amountPence: 1, ruleIds: [], reason: "", sheet: "S", address: "A1", before: "0", after: "1" });

const all = [
  virement("V1", "C1", "C2", 60_000, "reversed", { version: 2 }), virement("V2", "N1", "C1", 20_521_574, "applied", { instrument: "NHS Act 2006 s75", cashOn: "2027-01-31" }),
  virement("V3", "C4", "C2", 10_001, "suggested"), virement("V4", "C1", "GONE", 5, "suggested"), withAgreements(virement("V5", "C2", "C3", 5, "suggested"), []),
];
const register = appendToRegister([], [
  row("V1", "applied", "2026-10-17T09:00:00", "C1"), row("V1", "applied", "2026-10-17T09:00:00", "C2"),
  ...["N1", "N9", "C9", "C1"].map((line) => row("V2", "applied", "2027-01-05", line)), row("V1", "reversed", "2027-03-31", "C1"), row("V1", "reversed", "2027-03-31", "C2"),
]);
const journal = journalOf(all, register, lines, "2026-10-20");

test("entries in the register's order, then what is approved; four between bodies; what is incomplete is named and left out", () => {
  expect(journal.lines.map(({ reference, state, on, period, lineId, fund, pence }) => [reference, state, on, period, lineId, fund, pence])).toEqual([
    ["V1 v2", "applied", "2026-10-17", 7, "C1", "GEN", -50_000], ["V1 v2", "applied", "2026-10-17", 7, "C1", "PHG", -10_000],
    ["V1 v2", "applied", "2026-10-17", 7, "C2", "GEN", 50_000], ["V1 v2", "applied", "2026-10-17", 7, "C2", "PHG", 10_000],
    ["V2", "applied", "2027-01-05", 10, "N1", "ALLOC", -20_521_574], ["V2", "applied", "2027-01-05", 10, "N9", "ALLOC", 20_521_574],
    ["V2", "applied", "2027-01-05", 10, "C9", "ALLOC", -20_521_574], ["V2", "applied", "2027-01-05", 10, "C1", "ALLOC", 20_521_574],
    ["V1 v2", "reversed", "2027-03-31", 12, "C1", "GEN", 50_000], ["V1 v2", "reversed", "2027-03-31", 12, "C1", "PHG", 10_000],
    ["V1 v2", "reversed", "2027-03-31", 12, "C2", "GEN", -50_000], ["V1 v2", "reversed", "2027-03-31", 12, "C2", "PHG", -10_000],
    ["V3", "approved", "2026-10-20", 7, "C4", "GEN", -10_001], ["V3", "approved", "2026-10-20", 7, "C2", "GEN", 10_001],
  ]);
  for (const reference of ["V1 v2", "V2", "V3"]) expect(unbalanced(journal.lines.filter((line) => line.reference === reference))).toEqual([]);
  expect(journal.incomplete).toEqual(["Virement V4 is incomplete: line GONE is on no sheet."]);
});

test("as CSV: amounts to the penny, words quoted, nothing that a spreadsheet takes for a formula", () => {
  const csv = journalCsv(journal);
  expect(csv[0]).toBe("Date,Period,Reference,State,Agency,Cost centre,Line,Description,Subjective,Fund,Debit budget £,Credit budget £,Amount £,One-off or recurrent,Instrument,Approvals,VAT note,Cash date");
  expect(csv[6]).toBe('2027-01-05,10,V2,applied,N,N9,N9,Line N9,,ALLOC,205215.74,,205215.74,one-off,NHS Act 2006 s75,"director (C): R. Okafor, 2026-10-16",not stated,2027-01-31');
  expect(csv.at(-2)).toBe('2026-10-20,7,V3,approved,C,C4,C4,"\'=HYPERLINK(""x"")",9,GEN,,100.01,-100.01,one-off,virement within C,"director (C): R. Okafor, 2026-10-16",,');
});

test("the forms say what is known, leave the rest blank, and tell VAT and cash date only between bodies", () => {
  const [journalSheet, forms] = journalSheets(journal, lines);
  expect(journalSheet?.rows[2]?.[0]?.value).toContain("V4 is incomplete");
  const entries = (reference: string): Map<unknown, unknown> => new Map((forms?.rows ?? []).filter((cells) => cells[0]?.value === reference).map((cells) => [cells[1]?.value, cells[2]?.value]));
  expect(entries("V2").get("From (budgets that fall, or income that rises)")).toBe("N N1 Line N1, fund ALLOC: £205,215.74; C C9 Line C9, fund ALLOC: £205,215.74");
  expect([entries("V2").get("VAT note"), entries("V2").get("Cash date")]).toEqual(["not stated", "2027-01-31"]);
  expect(entries("V1 v2").get("Ring-fences on the giver's line")).toBe("PHG");
  expect(entries("V1 v2").get("State and date")).toBe("reversed 2027-03-31");
  expect(entries("V1 v2").has("Cash date")).toBe(false);
  expect(entries("V3").get("Balance check")).toBe("£0 over all entries");
});

const rows = (id: string, legs: readonly (readonly [from: string, to: string, pence: number])[], state: Virement["state"] = "suggested"): Virement =>
  withLegs(virement(id, "", "", 0, state), legs.map(([from, to, amountPence]) => ({ from, to, amountPence, suggestedPence: amountPence })));

test("T-5.6 one income line gives to eight heads as one virement: one reference and one form, nine budgets change, and body and fund balance to the penny", () => {
  const parts = [20_710, 9_580, 12_820, 9_120, 24_440, 89_700, 5_340, 3_870];
  const hire = budgetLine("R0", { nature: "EXT_INCOME", description: "Room hire" });
  const heads = parts.map((_, i) => budgetLine(`R${i + 1}`));
  const all = rows("LOG 02#54", [["R0", "", 17_558_000], ...parts.map((pounds, i) => ["", `R${i + 1}`, pounds * 100] as const)]);
  const journal = journalOf([all], [], [hire, ...heads], "2003-03-31");
  expect(journal.incomplete).toEqual([]);
  expect(journal.lines.map(({ reference, lineId, pence }) => [reference, lineId, pence])).toEqual([
    ["LOG 02#54", "R0", -17_558_000], ...parts.map((pounds, i) => ["LOG 02#54", `R${i + 1}`, pounds * 100]),
  ]);
  expect(unbalanced(journal.lines)).toEqual([]);
  const [, forms] = journalSheets(journal, [hire, ...heads]);
  const fields = forms?.rows.slice(4).map((row) => row.map((cell) => cell?.value ?? null)) ?? [];
  expect(new Set(fields.map(([reference]) => reference))).toEqual(new Set(["LOG 02#54"]));
  expect(String(fields.find(([, field]) => String(field).startsWith("To "))?.[2]).split("; ")).toHaveLength(8);
});

test("T-5.8 a list that takes £57,079 and gives £84,025 stays incomplete until its further rows are there; nothing of it is in the journal", () => {
  const heads = ["R1", "R2", "R3"].map((id) => budgetLine(id));
  const says = "Virement LOG 06#05 is incomplete: it takes £57,079 and gives £84,025, so £26,946 is taken from no line.";
  const subset = rows("LOG 06#05", [["R1", "", 5_707_900], ["", "R2", 8_402_500]]);
  expect(journalOf([subset], [], heads, "2006-04-05")).toEqual({ lines: [], incomplete: [says] });
  const registered = appendToRegister([], [row("LOG 06#05", "applied", "2006-04-05", "R1")]);
  expect(journalOf([{ ...subset, state: "applied" }], registered, heads, "2006-04-05")).toEqual({ lines: [], incomplete: [says] });
  const whole = rows("LOG 06#05", [["R1", "", 5_707_900], ["", "R2", 8_402_500], ["R3", "", 2_694_600]]);
  expect(journalOf([whole], [], heads, "2006-04-05").lines).toHaveLength(3);
  expect(unbalanced([{ agency: "C", fund: "GEN", pence: -5_707_900 }, { agency: "C", fund: "GEN", pence: 8_402_500 }])).toEqual([{ agency: "C", fund: "GEN", pence: 2_694_600 }]);
  // What balances over all but not in one body, or not in one fund, is no virement either.
  expect(unbalanced([{ agency: "C", fund: "GEN", pence: -1 }, { agency: "N", fund: "GEN", pence: 1 }])).toHaveLength(2);
  expect(unbalanced([{ agency: "C", fund: "GEN", pence: -1 }, { agency: "C", fund: "PHG", pence: 1 }])).toHaveLength(2);
});
