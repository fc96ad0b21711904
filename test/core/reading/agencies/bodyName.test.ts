// A body is the same body in every month's paper and in every department's: its name is cut out of titles.
import { bodyName } from "../../../../src/core/reading/agencies/bodyName";
import { readPartnership } from "../../../../src/core/reading/readPartnership";
import { sheetOf } from "../../../support/sheetGrid";

const kindOf = (text: string): string | null => {
  if (/\bcouncil\b(?! tax)|\bborough\b/i.test(text)) return "COUNCIL";
  if (/\bfire\b/i.test(text)) return "FIRE";
  if (/\b(?:integrated care board|icb)\b/i.test(text)) return "ICB";
  if (/\bpolice\b/i.test(text)) return "PCC";
  return /\bprobation\b/i.test(text) ? "PROBATION" : null;
};

test.each([
  ["Thornshire Fire and Rescue Authority - budget monitoring to 30 September 2026", "Thornshire Fire and Rescue Authority"],
  ["Thornshire Council Adult services 2026/27", "Thornshire Council"],
  ["Thornshire Council: Children's services", "Thornshire Council"],
  ["Revenue Budget Monitoring 2026/27 – Thornshire District Council", "Thornshire District Council"],
  ["NHS Thornshire Integrated Care Board (ICB) Finance report Month 6", "NHS Thornshire Integrated Care Board"],
  ["Police and Crime Commissioner for Thornshire Medium Term Financial Plan", "Police and Crime Commissioner for Thornshire"],
  ["London Borough of Thorn", "London Borough of Thorn"],
  ["Probation Service Thornshire", "Probation Service Thornshire"],
  ["Fire budget 2026", "Fire"],
  ["Council of the Isles revenue estimates", "Council of the Isles"],
  ["Thornshire Council Q2", "Thornshire Council"],
  ["Budget 2026/27", "Budget 2026/27"],
  ["Thornshire Council Pension Fund budget 2026/27", "Thornshire Council Pension Fund"],
  ["Thornshire Council Homes Ltd: management accounts", "Thornshire Council Homes Ltd"],
])("%s is %s", (title, name) => {
  expect(bodyName(title, kindOf)).toBe(name);
});

test("two departments' sheets of one council are one agency, and the next month's paper is the same one", () => {
  const sheet = (tab: string, title: string) => sheetOf(tab, [[title], ["£000"], ["Code", "Service", "Revised budget"], ["1", `${tab} one`, 10], ["2", `${tab} two`, 20], [null, "Total", 30]]);
  const icb = sheetOf("NHS", [["Thornshire ICB"], ["£000"], ["Code", "Service", "Revised budget"], ["N1", "Community", 9], ["N2", "Hospice", 8]]);
  const other = sheet("Parks", "Larkshire Council revenue budget 2026/27");
  const reading = readPartnership([sheet("Adults", "Thornshire Council Adult services, September 2026"), sheet("Children", "Thornshire Council: Children's services, September 2026"), other, icb]);
  expect(reading.agencies.map(({ id, name }) => [id, name])).toEqual([["ICB", "Thornshire ICB"], ["LARKSHIRE-COUNCIL", "Larkshire Council"], ["THORNSHIRE-COUNCIL", "Thornshire Council"]]);
  expect(reading.lines.filter(({ agency }) => agency === "THORNSHIRE-COUNCIL")).toHaveLength(4);
});
