// Charts through the genuine client: drawn once, pointed at their cells again on a refresh, left where people put them.
import type { ChartSpec, SheetSpec } from "../../src/core/writing/types";
import { ExcelWorkbook } from "../../src/excel/excelWorkbook";
import { bootNodeHost, type EmbeddedHost } from "../../workbench/host";

let host: EmbeddedHost;
beforeAll(async () => {
  host = await bootNodeHost();
});
beforeEach(() => host.load({ name: "place.xlsx", sheets: [{ name: "Start", rows: [["x"]] }] }));
afterAll(() => host.close());

const chart = (bottom: number): ChartSpec => ({
  name: "Shares", title: "Who funds, £", series: ["Funds"], data: { top: 0, left: 0, bottom, right: 1 }, over: { top: 0, left: 3, bottom: 9, right: 7 },
});
const shares = (names: readonly string[]): SheetSpec => ({
  name: "Pooled View",
  rows: [[{ value: "Pooled view: the whole place", style: "title" }, { value: "Funds", style: "header" }], ...names.map((name, i) => [{ value: name }, { value: i + 1 }])],
  columnWidths: [20, 14], tables: [], validations: [], conditionalFormats: [], charts: [chart(names.length)],
  freezeRows: 1, freezeColumns: 0, printTitleRows: null, outlineRows: [], tabColour: null,
});
const charts = () => host.workbook.findSheet("Pooled View")?.charts.map(({ name, type, title, legend, categories, area, over }) => ({
  name, type, title, legend, ...categories, rows: area.rowCount, columns: area.columnCount, left: over?.from.column, right: over?.to.column,
}));

test("a chart is drawn once beside its cells", async () => {
  await new ExcelWorkbook().writeSheets([shares(["Council", "ICB"])]);
  expect(charts()).toEqual([{ name: "Shares", type: "BarClustered", title: "Who funds, £", legend: "Bottom", reversed: true, labels: "Low", rows: 3, columns: 2, left: 3, right: 7 }]);
});

test("written again it shows the cells as they are now, where somebody has moved it to, under the title somebody gave it", async () => {
  const port = new ExcelWorkbook();
  await port.writeSheets([shares(["Council", "ICB"])]);
  await Excel.run(async (context) => {
    const moved = context.workbook.worksheets.getItem("Pooled View").charts.getItem("Shares");
    moved.setPosition("J1", "N9");
    moved.title.text = "Our shares";
    await context.sync();
  });
  await port.writeSheets([shares(["Council", "ICB", "Fire"])]);
  expect(charts()).toEqual([{ name: "Shares", type: "BarClustered", title: "Our shares", legend: "Bottom", reversed: true, labels: "Low", rows: 4, columns: 2, left: 9, right: 13 }]);
});

test("a chart that somebody has deleted is drawn anew, and a chart of theirs stays", async () => {
  const port = new ExcelWorkbook();
  await port.writeSheets([shares(["Council", "ICB"])]);
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Pooled View");
    sheet.charts.getItem("Shares").delete();
    sheet.charts.add(Excel.ChartType.columnClustered, sheet.getRange("A1:B2"), Excel.ChartSeriesBy.columns).name = "Theirs";
    await context.sync();
  });
  await port.writeSheets([shares(["Council", "ICB"])]);
  expect(charts()?.map(({ name }) => name)).toEqual(["Theirs", "Shares"]);
});
