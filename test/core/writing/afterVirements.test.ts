// Budgets after approved virements: only what everyone approved counts, between bodies four lines, and agencies keep their sums.
import { withAgreements, type Decision, type Virement } from "../../../src/core/virement/life";
import { afterVirementsSheet, agreedByAgency } from "../../../src/core/writing/afterVirements";
import { TABLE_HEADER_ROW } from "../../../src/core/tables/table";
import { brackenshireReading } from "../../support/brackenshireLines";

const reading = brackenshireReading();
const virement = (id: string, from: string, to: string, amountPence: number, decisions: readonly Decision[], state: Virement["state"] = "suggested"): Virement => withAgreements({
  id, from, to, amountPence, recurrence: "one-off", instrument: "", ruleIds: [], approvals: "", rank: 4, why: "", suggestedOn: "2026-10-15", version: 1, suggestedPence: amountPence,
  expiresOn: "2027-03-31", agreements: [], decision: "waiting", decidedBy: "", reason: "", state,
}, decisions.map((decision, i) => ({ approver: `a${i}`, decision, by: "", on: "" })));

test("approved ones count in full, others not at all, and each agency's approved effects add to 0", () => {
  const sheet = afterVirementsSheet([
    virement("A", "C04", "C06", 10_500_000, ["accepted"]), virement("B", "C04", "C01", 5, ["accepted", "waiting"]), virement("C", "N01", "C01", 20_000_00, ["accepted", "accepted"]),
    virement("D", "N01", "N04", 7, ["accepted"], "applied"),
  ], reading, "2026-10-15");
  const rows = sheet.rows.slice(TABLE_HEADER_ROW + 1).map((row) => [row[0]?.value, row[1]?.value, row[6]?.value]);
  const [payment, income] = [reading.lines.find((line) => line.nature === "IA_PAYMENT" && line.agency === "ICB" && line.counterparty === "COUNCIL"), reading.lines.find((line) => line.nature === "IA_INCOME" && line.agency === "COUNCIL" && line.counterparty === "ICB")];
  expect(new Map(rows.map(([, line, pounds]) => [line, pounds]))).toEqual(new Map<unknown, unknown>([
    ["C01", 20_000], ["C04", -105_000], [income?.id, -20_000], ["C06", 105_000], ["N01", -20_000], [payment?.id, 20_000],
  ]));
  for (const agency of ["COUNCIL", "ICB"]) expect(rows.filter(([a]) => a === agency).reduce((sum, [, , pounds]) => sum + Number(pounds), 0)).toBe(0);
});

test("what was applied beside a budget is in the sum, stands alone where nothing else touches the line, and nil is left out", () => {
  const beside = [["N04", 700], ["C01", -5], ["C06", 0]].map(([lineId, pence]) => ({ lineId: String(lineId), pence: Number(pence), virementIds: ["V"], posted: [], unclearPence: null, compared: true }));
  const rows = afterVirementsSheet([virement("A", "C04", "C01", 100, ["accepted"])], reading, "2026-10-15", beside).rows.slice(TABLE_HEADER_ROW + 1);
  const pounds = (row: typeof rows[number], at: number): number => Math.round(Number(row[at]?.value) * 100);
  expect(rows.map((row) => [row[1]?.value, pounds(row, 5), pounds(row, 6)])).toEqual([["C01", -5, 100], ["C04", 0, -100], ["N04", 700, 0]]);
  for (const row of rows) {
    expect(pounds(row, 7)).toBe(pounds(row, 4) + pounds(row, 5) + pounds(row, 6));
    expect(pounds(row, 9)).toBe(pounds(row, 8) - pounds(row, 7));
  }
  const agencies = agreedByAgency([virement("A", "C04", "C01", 100, ["accepted"])], reading, "2026-10-15", beside);
  expect([agencies.get("COUNCIL"), agencies.get("ICB")]).toEqual([{ appliedPence: -5, approvedPence: 0 }, { appliedPence: 700, approvedPence: 0 }]);
});
