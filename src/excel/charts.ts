// Charts beside our cells: drawn once, then pointed at the cells that hold their figures now, where people have put them.
import { cellAddress } from "../core/budget/cells";
import type { GridArea } from "../core/reading/grid";
import type { ChartSpec, SheetSpec } from "../core/writing/types";

export interface StandingChart {
  readonly spec: ChartSpec;
  /** A null object where the sheet has none of this name. */
  readonly chart: Excel.Chart;
}

/** Asked before anything is written; known after the next round trip. */
export function lookForCharts(sheet: Excel.Worksheet, spec: SheetSpec): StandingChart[] {
  return (spec.charts ?? []).map((one) => {
    const chart = sheet.charts.getItemOrNullObject(one.name);
    chart.load("name");
    return { spec: one, chart };
  });
}

/** After the cells: a chart takes its names and its columns from them. */
export function drawCharts(sheet: Excel.Worksheet, charts: readonly StandingChart[]): void {
  for (const { spec, chart } of charts) {
    const data = sheet.getRange(addressOf(spec.data));
    if (!chart.isNullObject) {
      chart.setData(data, Excel.ChartSeriesBy.columns);
      continue;
    }
    const made = sheet.charts.add(Excel.ChartType.barClustered, data, Excel.ChartSeriesBy.columns);
    made.name = spec.name;
    made.title.text = spec.title;
    // Bars lie on their side, so that long names are read straight; the first name stands on top, and names clear of bars below nothing.
    made.axes.categoryAxis.reversePlotOrder = true;
    made.axes.categoryAxis.tickLabelPosition = Excel.ChartAxisTickLabelPosition.low;
    made.legend.position = Excel.ChartLegendPosition.bottom;
    made.setPosition(cellAddress(spec.over.top, spec.over.left), cellAddress(spec.over.bottom, spec.over.right));
  }
}

function addressOf(area: GridArea): string {
  return `${cellAddress(area.top, area.left)}:${cellAddress(area.bottom, area.right)}`;
}
