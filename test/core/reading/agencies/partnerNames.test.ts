// Partners named in the words of another's line.
import { PartnerNames } from "../../../../src/core/reading/agencies/agencies";
import type { Partner } from "../../../../src/core/reading/partnerSteps";

const partner = (id: string, name: string, bodyType: Partner["bodyType"]): Partner => ({ id, name, aliases: [], bodyType, jurisdiction: "England", source: null });
const names = new PartnerNames([
  partner("HA", "Bracken Homes Limited", "HOUSING_ASSOCIATION"), partner("VCS", "Age Concern", "VCS"), partner("X", "Sunrise Ltd", "OTHER"),
]);

test.each([
  ["Housing-related support contract: Bracken Homes", "HA"],
  ["Housing-related support contract: Bracken Homes Limited", "HA"],
  ["Bracken Homes' contract", "HA"],
  ["Grants to voluntary sector (Age Concern)", "VCS"],
  ["Sunrise Ltd day care", "X"],
  // One bare word is too little to take a company by.
  ["Sunrise breakfast club", null],
  ["Bracken clearance on homes' verges", null],
])("%p names %p", (text, id) => {
  expect(names.mention(text)?.partner.id ?? null).toBe(id);
});
