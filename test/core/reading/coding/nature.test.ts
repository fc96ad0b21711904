// What a line is and with whom, by its words, its sign and the partners' names.
import type { BodyType } from "../../../../src/core/budget/agency";
import { PartnerNames } from "../../../../src/core/reading/agencies/agencies";
import { findNature, subjectiveGroupOf } from "../../../../src/core/reading/coding/nature";
import { sideOfHeading, sideOfWords } from "../../../../src/core/reading/words/sideWords";
import type { Partner } from "../../../../src/core/reading/partnerSteps";

const partner = (id: string, name: string, bodyType: BodyType, ...aliases: string[]): Partner => ({ id, name, aliases, bodyType, jurisdiction: "England", source: null });
const NAMES = new PartnerNames([
  partner("COUNCIL", "Larkshire County Council", "COUNCIL", "Council"), partner("ICB", "NHS Larkshire Integrated Care Board", "ICB"), partner("PCC", "Larkshire Police and Crime Commissioner", "PCC"),
  partner("HA", "Lark Homes Limited", "HOUSING_ASSOCIATION", "Lark Homes"), partner("VCS", "Larkshire Carers", "VCS", "Larkshire Carers"), partner("FIRE", "Larkshire Fire and Rescue", "FIRE", "Fire"),
]);
const CELL = { file: null, sheet: "Budget", address: "C4" };
const find = (description: string, pence: number, agency = "COUNCIL") => {
  const found = findNature({ description, sections: [], agency, pence, side: sideOfWords(description)?.side ?? null, cell: CELL }, NAMES);
  return [found.nature, found.counterparty];
};

test.each<[string, number, string, string, string | null]>([
  ["Home care contracts", 100, "COUNCIL", "GROSS_EXP", null],
  ["Income from ICB", -100, "COUNCIL", "IA_INCOME", "ICB"],
  ["Better Care Fund income from ICBs", -100, "COUNCIL", "IA_INCOME", "ICB"],
  ["Contribution to council", 100, "ICB", "IA_PAYMENT", "COUNCIL"],
  ["Housing support: Lark Homes", 100, "COUNCIL", "IA_PAYMENT", "HA"],
  ["Council grant", -100, "VCS", "IA_INCOME", "COUNCIL"],
  ["Council tax collection", 100, "ICB", "GROSS_EXP", null],
  ["Council tax", -100, "COUNCIL", "FUNDING_BELOW_LINE", null],
  ["Precept", -100, "FIRE", "FUNDING_BELOW_LINE", null],
  ["Client contributions", -100, "COUNCIL", "EXT_INCOME", null],
  ["Public health grant", -100, "COUNCIL", "EXT_INCOME", null],
  ["Grant to Citizens Advice", 100, "COUNCIL", "GROSS_EXP", null],
  ["Corporate recharge out", -100, "COUNCIL", "INTERNAL_RECHARGE", "COUNCIL"],
  ["Recharge to Larkshire Police and Crime Commissioner", -100, "COUNCIL", "IA_INCOME", "PCC"],
  ["Transfer to reserves", 100, "COUNCIL", "RESERVE_MOVE", null],
  ["Use of earmarked reserves", -100, "COUNCIL", "RESERVE_MOVE", null],
  ["Depreciation", 100, "HA", "NON_CONTROLLABLE", null],
  ["Savings target", -100, "COUNCIL", "GROSS_EXP", null],
  ["Fire alarms in day centres", 100, "COUNCIL", "GROSS_EXP", null],
  ["Payment to fire service", 100, "COUNCIL", "IA_PAYMENT", "FIRE"],
  ["Carers breaks", 100, "VCS", "GROSS_EXP", null],
])("%s (%p, %s) is %s with %p", (description, pence, agency, nature, counterparty) => {
  expect(find(description, pence, agency)).toEqual([nature, counterparty]);
});

test("an agency is never its own partner", () => {
  expect(find("Council contribution to the pool", 100, "COUNCIL")).toEqual(["GROSS_EXP", null]);
});

test("two bodies of one kind are not called by the kind alone", () => {
  const two = new PartnerNames([partner("NORTHBY", "Northby Council", "COUNCIL"), partner("SOUTHBY", "Southby Council", "COUNCIL")]);
  expect(two.mention("Payment to council")).toBeNull();
  expect(two.mention("Payment to Southby Council")?.partner.id).toBe("SOUTHBY");
});

test.each<[string, string | null, number | null]>([["Officer pay", null, 1], ["Non-pay", null, null], ["Premises", null, 2], ["Fleet", null, 3], ["Supplies and services", null, 4], ["Residential placements", null, 5], ["Direct payments", null, 6], ["Central support recharge in", null, 7], ["Interest payable", null, 10], ["Anything", "Employees", 1], ["Wellbeing", null, null]])("%s (%p) is subjective group %p", (description, subjective, group) => {
  expect(subjectiveGroupOf(description, subjective, "GROSS_EXP", 100)?.group ?? null).toBe(group);
});

test.each<[string, string | null]>([["Income", "income"], ["Less: specific grant income", "income"], ["Funded by:", "income"], ["Total funding", "income"], ["Operating costs", "expenditure"], ["Spending", "expenditure"], ["Income and expenditure", null], ["Net expenditure", null], ["Education – Dedicated Schools Grant", null], ["Adult social care", null], ["Grants", null], ["Total specific grants", "income"]])("the heading %s speaks of %p", (heading, side) => {
  expect(sideOfHeading(heading)).toBe(side);
});
