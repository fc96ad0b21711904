/** What is left of an area when another is cut out of it. */
import type { Area } from "./address";
import { areaOf, intersection, lastColumn, lastRow } from "./address";

export const subtract = (area: Area, hole: Area): Area[] => {
  const cut = intersection(area, hole);
  if (!cut) {
    return [area];
  }
  const above = cut.row - area.row;
  const below = lastRow(area) - lastRow(cut);
  const left = cut.column - area.column;
  const right = lastColumn(area) - lastColumn(cut);
  return [
    areaOf(area.row, area.column, above, area.columnCount),
    areaOf(cut.row, area.column, cut.rowCount, left),
    areaOf(cut.row, lastColumn(cut) + 1, cut.rowCount, right),
    areaOf(lastRow(cut) + 1, area.column, below, area.columnCount),
  ].filter((part) => part.rowCount > 0 && part.columnCount > 0);
};
