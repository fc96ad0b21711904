// Charts in a written file: bars of the cells beside them, the same whether a sheet is written at once or row by row.
import { strFromU8, unzipSync } from "fflate";
import { readXlsx } from "hucre/xlsx";
import { PURSE_SHEETS } from "../../src/core/writing/sheetNames";
import { valueAt } from "../../src/core/reading/grid";
import { readWorkbook } from "../../src/file/readWorkbook";
import { writeWorkbook } from "../../src/file/writeWorkbook";
import { parseAddress } from "../../src/core/budget/cells";
import { brackenshireReading } from "../support/brackenshireLines";
import { writtenSheets } from "../support/writtenSheets";

const sheets = writtenSheets(brackenshireReading());

test.each([["at once", Number.POSITIVE_INFINITY], ["row by row", 0]])("the pooled view has a chart of its agencies and one of its outcomes, written %s", async (_, longFromCells) => {
  const file = await writeWorkbook(sheets, { longFromCells });
  const view = (await readXlsx(file)).sheets.find(({ name }) => name === PURSE_SHEETS.pooledView);
  expect(view?.charts?.map(({ title, series }) => [title, series?.map(({ name }) => name)])).toEqual([
    ["Who funds and who spends, by agency, £", ["Net: who funds", "Delivery: who spends"]], ["Who funds and who spends, by outcome, £", ["Net: who funds", "Delivery: who spends"]],
  ]);
});

test("a chart's bars are the cells that hold the figures, and its names theirs", async () => {
  const file = await writeWorkbook(sheets);
  const grid = readWorkbook(file, "place.xlsx").find(({ sheet }) => sheet === PURSE_SHEETS.pooledView);
  const cells = (reference = ""): unknown[] => {
    const [from, to] = (reference.split("!")[1] ?? "").replaceAll("$", "").split(":").map((address) => parseAddress(address));
    if (grid === undefined || from === null || from === undefined || to === null || to === undefined) throw new Error(`No cells at ${reference}`);
    return Array.from({ length: to.row - from.row + 1 }, (__, i) => valueAt(grid, from.row + i, from.column));
  };
  const xml = strFromU8(unzipSync(file)["xl/charts/chart1.xml"] ?? new Uint8Array());
  const [names, funds, , spends] = [...xml.matchAll(/<c:f>([^<]+)<\/c:f>/g)].map(([, reference]) => cells(reference));
  expect(names?.slice(0, 2)).toEqual(["Brackenshire Council", "Brackenshire Integrated Care Board"]);
  expect(funds).toEqual([32_650_000, 70_600_000, 12_450_000, 1_300_000, 4_700_000, 4_400_000, 200_000, 10_000]);
  expect(spends).toEqual([42_150_000, 60_000_000, 12_200_000, 1_300_000, 4_700_000, 4_200_000, 1_200_000, 550_000]);
});

test("bars lie, so that long names are read straight, with the first name on top and the figures below; a wide sheet repeats its names on each page across", async () => {
  const parts = unzipSync(await writeWorkbook(sheets));
  const part = (name: string): string => strFromU8(parts[name] ?? new Uint8Array());
  const xml = part("xl/charts/chart1.xml");
  const names = xml.slice(xml.indexOf("<c:catAx>"), xml.indexOf("</c:catAx>"));
  expect([xml.includes('<c:barDir val="bar"/>'), names.includes('<c:orientation val="maxMin"/>'), names.includes('<c:tickLblPos val="low"/>')]).toEqual([true, true, true]);
  const book = part("xl/workbook.xml");
  expect(book).toContain("'Pooled View'!$A:$B,'Pooled View'!$1:$3</definedName>");
  expect(book).toContain(">'Contributions'!$1:$3</definedName>");
});
