// Levies and precepts between bodies: matched where the body that raises one is a partner and records it, else listed.
import { poolPartnership } from "../../../src/core/pooling/pool";
import { brackenshireReading, k } from "../../support/brackenshireLines";

const levied = { description: "Fire authority levy on constituent councils" };
const pooled = (fire: number) => poolPartnership(brackenshireReading({
  C17: { ...levied, counterparty: "FIRE", revisedPence: k(250) }, F01: { ...levied, nature: "IA_INCOME", counterparty: "COUNCIL", revisedPence: k(-fire) },
}));

test("a levy that both record is matched and eliminated; a difference stays", () => {
  expect(pooled(250).levies.map((levy) => [levy.lineId, levy.counterparty, levy.matched])).toEqual([["C17", "FIRE", true], ["F01", "COUNCIL", true]]);
  expect(pooled(240).eliminations.find((entry) => entry.payee === "FIRE")).toMatchObject({ eliminatedPence: k(240), differencePence: k(10) });
  expect(pooled(250).issues.filter((issue) => issue.code === "levy-listed")).toEqual([]);
});

test("one that only its payer records is listed with its amount", () => {
  const pool = poolPartnership(brackenshireReading({ C17: { description: "Drainage board levy", nature: "GROSS_EXP", counterparty: null } }));
  expect(pool.levies).toMatchObject([{ lineId: "C17", pence: k(250), matched: false, counterparty: null }]);
  expect(pool.issues.filter((issue) => issue.code === "levy-listed")).toMatchObject([{ severity: "info", pence: k(250), facts: { levy: "Drainage board levy", agencies: "1 agency" } }]);
});

test.each(["Community infrastructure levy", "Council tax precept", "Apprenticeship levy"])("%s is none", (description) => {
  expect(poolPartnership(brackenshireReading({ C17: { description } })).levies).toEqual([]);
});
