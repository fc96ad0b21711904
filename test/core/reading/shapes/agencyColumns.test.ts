// Services down the rows and bodies, or departments, across: each cell a line, the last column the sum of the others.
import type { CellValue } from "../../../../src/core/reading/grid";
import { readPartnership } from "../../../../src/core/reading/readPartnership";
import { sheetOf } from "../../../support/sheetGrid";

test("bodies across: each cell is a line of its own body, rows and columns of totals are set aside", () => {
  const read = readPartnership([sheetOf("Area", [
    ["Spending on prevention 2026/27, £000"], [null],
    ["Service", "Larkshire County Council", "Larkshire ICB", "Larkshire Constabulary", "Total"],
    ["Family hubs", 100, 20, 5, 125], ["Youth work", 40, null, 15, 55], ["Falls prevention", 10, 60, 0, 70], ["Total", 150, 80, 20, 250],
  ])]);
  expect(read.agencies.map((a) => [a.name, a.bodyType, a.source?.address])).toEqual([["Larkshire Constabulary", "PCC", "D3"], ["Larkshire County Council", "COUNCIL", "B3"], ["Larkshire ICB", "ICB", "C3"]]);
  expect(read.lines.map((l) => [l.agency, l.description, l.revisedPence, l.source.address])).toEqual([
    ["LARKSHIRE-CONSTABULARY", "Family hubs", 500_000, "D4"], ["LARKSHIRE-CONSTABULARY", "Youth work", 1_500_000, "D5"],
    ["LARKSHIRE-COUNTY-COUNCIL", "Family hubs", 10_000_000, "B4"], ["LARKSHIRE-COUNTY-COUNCIL", "Youth work", 4_000_000, "B5"], ["LARKSHIRE-COUNTY-COUNCIL", "Falls prevention", 1_000_000, "B6"],
    ["LARKSHIRE-ICB", "Family hubs", 2_000_000, "C4"], ["LARKSHIRE-ICB", "Falls prevention", 6_000_000, "C6"],
  ]);
  expect(read.sheets[0]?.sentence).toBe("3 agencies in columns by 3 services in rows: 7 lines, £000, 8 printed totals agree.");
  expect(read.controls.filter((c) => c.id === "R1").map((c) => c.result)).toEqual(["green", "green"]);
});

// The form of a city's budget in thousands of rand: numbers as text, a unit row, signs lost. Some of the city's own published figures.
const CITY: readonly (readonly CellValue[])[] = [
  ["description", "Cape Town", "CorporateServices", "EconomicGrowth", "Energy", "Total"],
  ["rthousand", "2023", "r'000", "r'000", "r'000", "r'000"],
  ["revenue"],
  [null, "ServiceCharges", "0", "0", "19681652", "19681652"], [null, "RentalFromFixedAssets", "1020", "195658", "1207", "197885"], [null, "OperationalRevenue", "49818", "80", "99593", "149491"],
  [null, "TotalRevenue", "50838", "195738", "19782452", "20029028"],
  ["expenditure"],
  [null, "EmployeeRelatedCosts", "1762131", "305251", "1642563", "3709945"], [null, "ContractedServices", "582227", "144950", "452210", "1179387"], [null, "DebtImpairment", "0", "3707", "151206", "147499"],
  [null, "TotalExpenditure", "2344358", "446494", "2245979", "5036831"],
  [null, "SurplusOrDeficit", "2293520", "250756", "17536473", "14992197"],
];

test("departments across: numbers as text, a unit row, income and spending both positive, and totals that differ are listed", () => {
  const read = readPartnership([sheetOf("Sheet1", CITY)]);
  expect(read.agencies).toEqual([expect.objectContaining({ id: "CAPE-TOWN", name: "Cape Town", source: { file: null, sheet: "Sheet1", address: "B1" } })]);
  expect(read.lines.find((l) => l.source.address === "D5")).toMatchObject({ description: "RentalFromFixedAssets, EconomicGrowth", revisedPence: -19_565_800_000, sections: ["EconomicGrowth", "revenue"] });
  expect(read.lines.find((l) => l.source.address === "E9")?.revisedPence).toBe(164_256_300_000);
  expect(read.sheets[0]?.tables[0]).toMatchObject({ unit: "thousands", sign: "both-positive" });
  // An impairment of −3,707 lost its sign in print: the department's total and the row's total both differ by twice that.
  const off = read.sheets[0]?.totals.filter((t) => Math.abs(t.printedPence - (t.computedPence ?? 0)) > 300_000).map((t) => [t.cell.address, t.printedPence - (t.computedPence ?? 0)]);
  expect(off).toEqual([["D12", -741_400_000], ["D13", -741_400_000], ["F11", -741_400_000]]);
});

test("months, stages and kinds of amount across are no departments", () => {
  const months = readPartnership([sheetOf("Monitor", [["Profile 2026/27, £000"], ["Service", "Apr", "May", "Jun", "Total"], ["Roads", 1, 2, 3, 6], ["Parks", 4, 5, 6, 15], ["Libraries", 7, 8, 9, 24], ["Museums", 1, 1, 1, 3]])]);
  expect(months.sheets[0]?.sentence).not.toContain(" in columns by ");
  const parts = readPartnership([sheetOf("Book", [["Budget book 2026/27, £000"], ["Service", "Gross", "Income", "Recharges", "Net"], ["Roads", 10, -2, 1, 9], ["Parks", 4, -1, 1, 4], ["Libraries", 7, 0, 1, 8], ["Museums", 3, -1, 0, 2]])]);
  expect(parts.sheets[0]?.sentence).not.toContain(" in columns by ");
});

test("columns of unknown names that no last column adds are refused as before", () => {
  const read = readPartnership([sheetOf("Grid", [["Budget 2026/27, £000"], ["Service", "Alpha", "Beta", "Gamma", "Delta"], ["Roads", 1, 2, 3, 9], ["Parks", 4, 5, 6, 1], ["Libraries", 7, 8, 9, 2]])]);
  expect(read.lines).toEqual([]);
  expect(read.issues.map((i) => i.code)).toContain("no-table");
});

test("departments whose names begin as months and periods do", () => {
  const read = readPartnership([sheetOf("Budget", [["Moor Borough Council"], ["Budget 2026/27 £000"], ["Heading", "Parks", "Museums", "Markets", "Marketing", "Total"],
    ["Employees", 100, 80, 40, 20, 240], ["Premises", 30, 60, 25, 1, 116], ["Supplies", 12, 9, 4, 30, 55], ["Total", 142, 149, 69, 51, 411]])]);
  expect(read.sheets[0]?.sentence).toBe("4 departments in columns by 3 services in rows: 12 lines, £000, 9 printed totals agree.");
});

test("budget stages down the rows are no services of departments", () => {
  const read = readPartnership([sheetOf("Turned", [["Moor Borough Council 2026/27 £000"], [null, "Planning", "Waste", "Parks", "Total"],
    ["Original budget", 500, 700, 200, 1400], ["Virements", 10, -10, 0, 0], ["Revised budget", 510, 690, 200, 1400], ["Forecast outturn", 520, 700, 190, 1410], ["Variance", 10, 10, -10, 10]])]);
  expect(read.lines).toEqual([]);
  expect(read.issues.map((i) => [i.code, i.severity])).toContainEqual(["no-table", "error"]);
});
