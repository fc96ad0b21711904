// A chart as the library writes it: lying bars for each column of figures, in the order of our cells.
import type { SheetChart } from "hucre/xlsx";
import type { ChartSpec, SheetSpec } from "../core/writing/types";
import { columnLetters } from "../core/budget/cells";
import { quoteSheet } from "./fileCells";

/** References are absolute, on the chart's own sheet. */
export function chartOf(spec: Pick<SheetSpec, "name">, { title, data, series, over }: ChartSpec): SheetChart {
  const column = (c: number, from: number, to: number): string => `${quoteSheet(spec.name)}!$${columnLetters(c)}$${from + 1}${from === to ? "" : `:$${columnLetters(c)}$${to + 1}`}`;
  const [first, names] = [data.top + 1, data.left];
  return {
    type: "bar",
    // The first name on top, the figures below; names clear of bars below nothing. Standing bars would slant long names.
    axes: { x: { reverse: true, tickLblPos: "low" }, y: { crosses: "max" } },
    title,
    altText: title,
    legend: "bottom",
    anchor: { from: { row: over.top, col: over.left }, to: { row: over.bottom + 1, col: over.right + 1 } },
    series: series.map((name, i) => ({
      name, categories: column(names, first, data.bottom), values: column(names + 1 + i, first, data.bottom),
    })),
  };
}
