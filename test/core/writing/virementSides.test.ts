// Between two bodies a virement changes four lines, and taking it back changes the same four, whatever the sheets hold by then.
import { brackenshireLines } from "../../support/brackenshireLines";
import type { RegisterRow } from "../../../src/core/virement/life";
import { sidesOf } from "../../../src/core/writing/virementSides";

const lines = brackenshireLines();
const payment = { id: "V1", from: "N01", to: "C01", amountPence: 20_521_574 };
const row = (action: RegisterRow["action"], lineId: string, amountPence: number): RegisterRow => ({
  number: 1, virementId: "V1", action, by: "x", on: "2026-10-15", lineId, amountPence, ruleIds: [], reason: "", sheet: "", address: "", before: "", after: "", check: "",
});

test("the ICB's payment to the council changes its line, its payment, the council's income and the council's line", () => {
  const sides = sidesOf(payment, "applied", lines, []);
  if (typeof sides === "string") throw new Error(sides);
  const natures = sides.map((side) => { const line = lines.find((one) => one.id === side.lineId); return [line?.agency, line?.nature, side.pence]; });
  expect(natures).toEqual([["ICB", "GROSS_EXP", -20_521_574], ["ICB", "IA_PAYMENT", 20_521_574], ["COUNCIL", "IA_INCOME", -20_521_574], ["COUNCIL", "GROSS_EXP", 20_521_574]]);
});

test("inside one body two lines change", () => {
  expect(sidesOf({ ...payment, from: "C04" }, "applied", lines, [])).toEqual([{ lineId: "C04", pence: -20_521_574 }, { lineId: "C01", pence: 20_521_574 }]);
});

test("it is taken back from where the register says it went, the last time that it was applied", () => {
  const once = [row("applied", "N01", -5), row("applied", "N03", 5), row("applied", "C09", -5), row("applied", "C01", 5)];
  const back = [{ lineId: "N01", pence: 5 }, { lineId: "N03", pence: -5 }, { lineId: "C09", pence: 5 }, { lineId: "C01", pence: -5 }];
  expect(sidesOf(payment, "reversed", lines, once)).toEqual(back);
  const taken = once.map((one): RegisterRow => ({ ...one, action: "reversed", amountPence: -one.amountPence }));
  expect(sidesOf(payment, "reversed", lines, [...once, ...taken, ...once])).toEqual(back);
});

test("where a body has no line for the payment, that is said and nothing is planned", () => {
  const without = lines.filter((line) => line.nature !== "IA_INCOME");
  expect(sidesOf(payment, "applied", without, [])).toContain("COUNCIL has no line for income from ICB");
});
