// What headings of budget sheets mean, as finance officers write them; and how numbers written as text are told to be British or continental.
import { meaningOf } from "../../../../src/core/reading/words/headingWords";
import { numberStyleOn } from "../../../../src/core/reading/words/numberStyle";
import { sheetOf } from "../../../support/sheetGrid";

test.each<[string, readonly string[]]>([
  ["original", ["Original Budget", "Opening Budget", "Published budget", "Budget at start of year", "Orig Budget", "Submitted plan"]],
  ["revised", ["Latest approved budget", "Current budget", "Rev. Est", "Budget after virements", "Updated Budget Q2", "Adjusted Budget", "LAB", "Budget 2026/27 £'000", "Annual plan"]],
  ["forecast", ["FOT", "F'cast Outturn", "Projected outturn P6", "Full year forecast", "Anticipated outturn", "Year-end position", "Reforecast"]],
  ["actual", ["Actual to date", "YTD", "Spend to 30/09/2026", "Ledger actuals"]],
  ["variance", ["Under/(over) spend", "Adv/(Fav)", "Surplus/(Deficit)", "Var", "Deviation"]],
  ["ignored", ["% spent", "FTE", "Budget to date", "Budget to P7", "In-month budget", "Last month forecast", "Month actual", "Virements"]],
  ["code", ["A/c No.", "Cost Ctr", "Detail code", "Objective code", "SAP code", "Ref No"]],
])("%s", (field, headings) => {
  expect(headings.map((heading) => [heading, meaningOf(heading)?.field])).toEqual(headings.map((heading) => [heading, field]));
});

test("an actual to the end of January belongs to the year that began in April before", () => {
  expect(meaningOf("Actual to 31 January 2027")?.year).toBe(2026);
  expect(meaningOf("Budget approved February 2026")?.year).toBe(2026);
});

test("points part thousands where the same column has figures without decimals; what nothing proves is asked", () => {
  const style = (...column: string[]): unknown => numberStyleOn(sheetOf("Council", [["Council £"], ["Service", "Budget"], ...column.map((text, i) => [`Service ${i}`, text])]));
  expect(style("3.593", "290", "1.204")).toEqual({ style: "continental", unsure: true });
  expect(style("3.593", "2.900")).toEqual({ style: "continental", unsure: true });
  expect(style("3.593", "0.290")).toEqual({ style: "uk", unsure: false });
  expect(style("3,593", "290")).toEqual({ style: "uk", unsure: false });
  expect(style("1.234,5", "2.900")).toEqual({ style: "continental", unsure: false });
});
