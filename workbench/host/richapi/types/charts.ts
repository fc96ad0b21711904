/** Charts: kept with their cells, their title and their place; the host does not draw them. */
import { parseArea } from "../../model/address";
import { HostError, invalidArgument } from "../../model/errors";
import type { ChartModel, SheetModel } from "../../model/sheet";
import { guardSheet } from "../../model/write";
import type { Args, Registry } from "../registry";
import { asText, found, object, oneOf } from "../registry";
import type { ChartTarget } from "../targets";

type ChartTypes = Pick<Registry, "ChartCollection" | "Chart" | "ChartTitle" | "ChartLegend" | "ChartAxes" | "ChartAxis">;

const byName = (sheet: SheetModel, name: string): ChartTarget | undefined => {
  const chart = sheet.charts.find((each) => each.name.toLowerCase() === name.toLowerCase() || each.id === name);
  return chart && { sheet, chart };
};

const dataOf = (sheet: SheetModel, args: Args, index: number): ChartModel["area"] => {
  const range = args.range(index);
  if (!range || range.sheet !== sheet) {
    throw invalidArgument("The host takes a chart's cells from a range of the chart's own sheet.");
  }
  return range.area;
};

const byColumns = (args: Args, index: number): void => {
  if (oneOf(args.raw(index) ?? "Auto", ["Auto", "Columns", "Rows"]) !== "Columns") {
    throw new HostError("ApiNotFound", "Charts by rows or by Excel's own choice are not built in the embedded host");
  }
};

export const chartTypes: ChartTypes = {
  ChartCollection: {
    items: (sheet) => sheet.charts.map((chart) => object("Chart", { sheet, chart })),
    methods: {
      Add: (sheet, args, { workbook }) => {
        guardSheet(sheet);
        const type = oneOf(args.raw(0), ["ColumnClustered", "BarClustered", "Line", "Pie"]);
        if (type !== "ColumnClustered" && type !== "BarClustered") {
          throw new HostError("ApiNotFound", `ChartCollection.add ${type} is not built in the embedded host`);
        }
        byColumns(args, 2);
        const number = workbook.nextId();
        const chart: ChartModel = { id: `{${number.padStart(8, "0")}-0000-0000-0003-000000000000}`, name: `Chart ${number}`, type, area: dataOf(sheet, args, 1), title: "", legend: "Right", categories: { reversed: false, labels: "NextToAxis" }, over: null };
        sheet.charts.push(chart);
        return object("Chart", { sheet, chart });
      },
      GetItem: (sheet, args) => object("Chart", found(byName(sheet, args.key(0)))),
      GetItemOrNullObject: (sheet, args) => {
        const target = byName(sheet, args.key(0));
        return target ? object("Chart", target) : null;
      },
      GetCount: (sheet) => sheet.charts.length,
    },
  },

  Chart: {
    identity: ({ chart }) => ({ Id: chart.id }),
    scalars: {
      Id: { get: ({ chart }) => chart.id },
      Name: {
        get: ({ chart }) => chart.name,
        set: ({ chart }, value) => {
          chart.name = asText(value);
        },
      },
    },
    navigations: {
      Title: (target) => object("ChartTitle", target),
      Legend: (target) => object("ChartLegend", target),
      Axes: (target) => object("ChartAxes", target),
    },
    methods: {
      SetData: ({ sheet, chart }, args) => {
        guardSheet(sheet);
        byColumns(args, 1);
        chart.area = dataOf(sheet, args, 0);
        return null;
      },
      SetPosition: ({ chart }, args) => {
        const [from, to] = [parseArea(args.text(0)), parseArea(args.text(1, args.text(0)))];
        if (!from || !to) {
          throw invalidArgument("The host takes a chart's place as addresses of cells.");
        }
        chart.over = { from, to };
        return null;
      },
      Delete: ({ sheet, chart }) => {
        guardSheet(sheet);
        sheet.charts = sheet.charts.filter((each) => each !== chart);
        return null;
      },
    },
  },

  ChartAxes: {
    navigations: {
      CategoryAxis: (target) => object("ChartAxis", target),
    },
  },

  ChartAxis: {
    scalars: {
      ReversePlotOrder: {
        get: ({ chart }) => chart.categories.reversed,
        set: ({ chart }, value) => {
          chart.categories.reversed = value === true;
        },
      },
      TickLabelPosition: {
        get: ({ chart }) => chart.categories.labels,
        set: ({ chart }, value) => {
          chart.categories.labels = oneOf(value, ["NextToAxis", "High", "Low", "None"]);
        },
      },
    },
  },

  ChartTitle: {
    scalars: {
      Text: {
        get: ({ chart }) => chart.title,
        set: ({ chart }, value) => {
          chart.title = asText(value);
        },
      },
    },
  },

  ChartLegend: {
    scalars: {
      Position: {
        get: ({ chart }) => chart.legend,
        set: ({ chart }, value) => {
          chart.legend = oneOf(value, ["Top", "Bottom", "Left", "Right", "Corner"]);
        },
      },
    },
  },
};
