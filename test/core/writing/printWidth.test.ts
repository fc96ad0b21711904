// Pages across: one for what fits at a readable size, more for the widest sheets, never one page of specks.
import { pagesWide } from "../../../src/core/writing/printWidth";
import { brackenshireReading } from "../../support/brackenshireLines";
import { writtenSheets } from "../../support/writtenSheets";

test("a sheet is printed as few pages wide as leave it readable, the columns that stay in sight on each", () => {
  expect([pagesWide([280], 1), pagesWide([40, 200, 40], 1), pagesWide([40, 200, 41], 1), pagesWide([40, 240, 240], 1), pagesWide([40, 240, 240, 1], 1)]).toEqual([1, 1, 2, 2, 3]);
  // Repeating columns that fill half the page would leave no room.
  expect(pagesWide([140, 400], 1)).toBe(1);
});

test("the charts of the pooled view stand beside their own figures, on the first page across and on no other figure", () => {
  const view = writtenSheets(brackenshireReading(), []).find(({ name }) => name === "Pooled View");
  const charts = view?.charts ?? [];
  const width = (to: number): number => (view?.columnWidths ?? []).slice(0, to + 1).reduce((sum, own) => sum + own, 0);
  expect(charts).toHaveLength(2);
  for (const { over, data } of charts) {
    expect([over.top <= data.top, over.bottom >= data.bottom, over.left > data.right, width(over.right) <= 280]).toEqual([true, true, true, true]);
    const under = (view?.rows ?? []).slice(over.top, over.bottom + 1).flatMap((row) => row.slice(over.left, over.right + 1)).filter((cell) => cell !== null && cell.value !== "");
    expect(under).toEqual([]);
  }
  expect(charts[0] !== undefined && charts[1] !== undefined && charts[0].over.bottom < charts[1].over.top).toBe(true);
});
