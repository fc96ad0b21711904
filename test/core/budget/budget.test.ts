// Places in sheets, and the figures a line is managed by.
import fc from "fast-check";
import { cellAddress, columnLetters, describeCell, parseAddress } from "../../../src/core/budget/cells";
import { budgetPence, forecastOrBudgetPence, stagePence, STAGES, variancePence, type BudgetLine } from "../../../src/core/budget/line";
import { brackenshireLines } from "../../support/brackenshireLines";

test.each([[0, "A"], [25, "Z"], [26, "AA"], [701, "ZZ"], [702, "AAA"], [16_383, "XFD"]])("column %p is %p", (column, letters) => {
  expect(columnLetters(column)).toBe(letters);
});

test("an address is read back as the place it names, with or without dollars and in either case", () => {
  fc.assert(fc.property(fc.nat(1_048_575), fc.nat(16_383), (row, column) => {
    const address = cellAddress(row, column);
    expect(parseAddress(address)).toEqual({ row, column });
    expect(parseAddress(address.toLowerCase())).toEqual({ row, column });
    expect(parseAddress(address.replace(/([A-Z]+)(\d+)/, "$$$1$$$2"))).toEqual({ row, column });
  }));
});

test.each(["", "A", "7", "A0", "A1:B2", "ABCD1", "Sheet1!A1", "A-1"])("%p is not one cell's address", (address) => {
  expect(parseAddress(address)).toBeNull();
});

test("a cell is named with its file where there are several", () => {
  expect(describeCell({ file: null, sheet: "Council", address: "F13" })).toBe("Council!F13");
  expect(describeCell({ file: "01.xlsx", sheet: "Council", address: "F13" })).toBe("[01.xlsx]Council!F13");
});

describe("a line's figures", () => {
  const line = (change: Partial<BudgetLine>): BudgetLine => {
    const [first] = brackenshireLines();
    if (first === undefined) throw new Error("The fixture has no lines.");
    return { ...first, originalPence: null, revisedPence: null, forecastPence: null, actualPence: null, outturnPence: null, ...change };
  };

  test("the budget is the revised one, else the original, else the outturn, else nothing", () => {
    expect(budgetPence(line({ originalPence: 1, revisedPence: 2, outturnPence: 3 }))).toBe(2);
    expect(budgetPence(line({ originalPence: 1, outturnPence: 3 }))).toBe(1);
    expect(budgetPence(line({ outturnPence: 3 }))).toBe(3);
    expect(budgetPence(line({}))).toBe(0);
    expect(budgetPence(line({ originalPence: 5, revisedPence: 0 }))).toBe(0);
  });

  test("without a forecast there is no variance; with one, over budget is plus", () => {
    expect(forecastOrBudgetPence(line({ revisedPence: 700 }))).toBe(700);
    expect(variancePence(line({ revisedPence: 700 }))).toBe(0);
    expect(variancePence(line({ revisedPence: 700, forecastPence: 950 }))).toBe(250);
    expect(variancePence(line({ revisedPence: -700, forecastPence: -950 }))).toBe(-250);
  });

  test("each stage has its own figure", () => {
    const full = line({ originalPence: 1, revisedPence: 2, forecastPence: 3, actualPence: 4, outturnPence: 5 });
    expect(STAGES.map((stage) => stagePence(full, stage))).toEqual([1, 2, 3, 4, 5]);
  });
});
