// What waits on whom, what everything together would do, and what would fail, on the sample partnership.
import { penceTyped } from "../../../src/app/selectors/review";
import { treasurerView } from "../../../src/app/selectors/treasurer";
import type { Agency } from "../../../src/core/budget/agency";
import { withLegs } from "../../../src/core/virement/legs";
import { withAgreements, type Virement } from "../../../src/core/virement/life";
import { DEFAULT_BOOKS } from "../../../src/core/rules/defaultBooks";
import { brackenshireReading } from "../../support/brackenshireLines";
import { partnershipLines } from "../../core/virement/states/lines";

const reading = brackenshireReading();
const books = DEFAULT_BOOKS;
const virement = (id: string, from: string, to: string, amountPence: number, approver: string, change: Partial<Virement> = {}): Virement => withAgreements({
  id, from, to, amountPence, recurrence: "one-off", instrument: "", ruleIds: [], approvals: approver, rank: 4, why: "", suggestedOn: "2026-10-15", version: 1, suggestedPence: amountPence,
  expiresOn: "2027-03-31", agreements: [], decision: "waiting", decidedBy: "", reason: "", state: "suggested", ...change,
}, [{ approver, decision: "waiting", by: "", on: "" }]);
const COUNCIL = `full council, board or commissioner of ${reading.agencies.find(({ id }) => id === "COUNCIL")?.name ?? ""} (no scheme of virement entered for this move) (COUNCIL)`;
const view = (virements: readonly Virement[], on = "2026-10-15"): ReturnType<typeof treasurerView> => treasurerView({ reading, books, virements, register: [] }, on);

test("open ones by whoever is asked next, and what all of them would leave over budget", () => {
  const found = view([virement("A", "C04", "C06", 10_500_000, COUNCIL), virement("B", "C04", "C01", 31_500_000, COUNCIL), virement("C", "C04", "C01", 5, "x", { state: "applied" })]);
  expect(found).toMatchObject({ open: 2, openPence: 42_000_000, waitedOn: [{ approver: COUNCIL, virements: 2, pence: 42_000_000 }], failing: [] });
  expect((found?.overNowPence ?? 0) - (found?.overThenPence ?? 0)).toBe(42_000_000);
  expect(view([])).toBeNull();
  expect(view([virement("A", "C04", "C06", 1, COUNCIL)], "2027-04-01")).toBeNull();
});

test("an approver who was not asked, a line that is gone and a giver left short are each said", () => {
  expect(view([virement("A", "C04", "C06", 10_500_000, "budget holder (COUNCIL)")])?.failing).toEqual([expect.stringMatching(/^Virement A needs the approval of full council/)]);
  expect(view([virement("A", "C04", "GONE", 5, COUNCIL)])?.failing).toHaveLength(1);
  expect(view([virement("A", "C04", "C06", 42_000_000, COUNCIL), virement("B", "C04", "C01", 5_000_001, COUNCIL)])?.failing).toEqual([expect.stringMatching(/C04\) would be left £50,000\.01 below its forecast\.$/)]);
});

test("by hand on two invented bodies: who is waited on, overspends now and then, a giver left short by two together, rows that do not balance", () => {
  const forecasts: Readonly<Record<string, number>> = { C2: 5_300_000, C3: 4_700_000, N1: 4_900_000, N2: 5_200_000 };
  const lines = partnershipLines().map((line) => ({ ...line, forecastPence: forecasts[line.id] ?? line.revisedPence }));
  const agencies = ["C", "N"].map((id): Agency => ({ id, name: id, aliases: [], bodyType: id === "C" ? "COUNCIL" : "ICB", jurisdiction: "England", source: null, recognisedBy: "partners-table" }));
  const asked = (agency: string): string => `full council, board or commissioner of ${agency} (no scheme of virement entered for this move) (${agency})`;
  const open = [virement("A", "C3", "C2", 200_000, asked("C")), virement("B", "N1", "N2", 100_000, asked("N"))];
  const seen = (virements: readonly Virement[]): ReturnType<typeof treasurerView> => treasurerView({ reading: { lines, agencies }, books, virements, register: [] }, "2026-10-15");
  // Over now: 3,000 + 2,000. Then 1,000 + 1,000 are left.
  expect(seen(open)).toMatchObject({
    open: 2, openPence: 300_000, overNowPence: 500_000, overThenPence: 200_000, failing: [],
    waitedOn: [{ approver: asked("C"), virements: 1, pence: 200_000 }, { approver: asked("N"), virements: 1, pence: 100_000 }],
  });
  // 50,000 less 2,000 less 2,000 is 46,000 beside a forecast of 47,000.
  expect(seen([...open, virement("D", "C3", "C1", 200_000, asked("C"))])?.failing).toEqual(["Line C3 (C3) would be left £1,000 below its forecast."]);
  const leg = (from: string, to: string, amountPence: number) => ({ from, to, amountPence, suggestedPence: amountPence });
  expect(seen([withLegs(virement("E", "C3", "C2", 1, asked("C")), [leg("C3", "", 500), leg("", "C2", 300)])])).toMatchObject({
    open: 0, openPence: 0, failing: ["Virement E is incomplete: it takes £5 and gives £3, so £2 is given to no line."],
  });
});

test("pounds as people type them", () => {
  expect(["80,000", "£80000.5", " 1 ", "0", "-5", "1.234", "", "ten"].map(penceTyped)).toEqual([8_000_000, 8_000_050, 100, 0, null, null, null, null]);
});
