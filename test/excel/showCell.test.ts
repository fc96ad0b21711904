// From a figure to its cell in Excel: right after rows were inserted in the agency's sheet, and a plain sentence where the row is gone.
import { createSession } from "../../src/app/session";
import { ExcelWorkbook } from "../../src/excel/excelWorkbook";
import { DirectFiles } from "../../src/file/workerFiles";
import { createHighsInProcess } from "../../src/solver/highsInProcess";
import { bootNodeHost, type EmbeddedHost } from "../../workbench/host";

let host: EmbeddedHost;
beforeAll(async () => {
  host = await bootNodeHost();
});
afterAll(() => host.close());

const ROWS = [["Fictown Fire budget 2026/27, £000", ""], ["Service", "Revised budget"], ["Prevention", 1200], ["Response", 3400], ["Total", 4600]];

async function read() {
  await host.load({ name: "place.xlsx", sheets: [{ name: "Fire", rows: ROWS }, { name: "Notes", rows: [["x"]] }] });
  const session = createSession({
    workbook: new ExcelWorkbook(), solver: createHighsInProcess(), files: new DirectFiles(), now: () => "2026-10-15T09:30:00",
    sample: () => Promise.reject(new Error("There is no sample here.")),
  });
  await session.readSheets();
  const line = session.getState().reading?.lines.find(({ description }) => description === "Response");
  if (line === undefined) throw new Error("The line was not read.");
  return { session, show: () => session.showCell({ file: line.source.file, sheet: line.source.sheet, address: line.source.address }) };
}

const selected = (): unknown => ({ sheet: host.workbook.activeSheet.name, row: host.workbook.selection.row, column: host.workbook.selection.column });

test("the cell is shown where it was read", async () => {
  const { show } = await read();
  const before = host.metrics.roundTrips;
  await show();
  expect(selected()).toEqual({ sheet: "Fire", row: 3, column: 1 });
  expect(host.metrics.roundTrips - before).toBe(2);
});

test("after rows were inserted above, the line's own cell is shown, in as many round trips", async () => {
  const { show } = await read();
  await host.user.insertRows("Fire", 3, 2);
  await host.user.edit("Fire", "A3", "Training");
  const before = host.metrics.roundTrips;
  await show();
  expect(selected()).toEqual({ sheet: "Fire", row: 5, column: 1 });
  expect(host.metrics.roundTrips - before).toBe(2);
});

test("where the row is gone, no other cell is shown in its place", async () => {
  const { session, show } = await read();
  await host.user.deleteRows("Fire", 4, 1);
  const before = selected();
  await show();
  expect(selected()).toEqual(before);
  expect(session.getState().failure).toMatchObject({ sentence: expect.stringContaining("can't be found again") });
});

test("the sheet's own link follows the cell too, without our writing again", async () => {
  const { session } = await read();
  await session.writeViews();
  expect(session.getState().failure).toBeNull();
  const lines = host.workbook.findSheet("Purse Lines");
  const column = lines?.rows[3]?.findIndex((cell) => cell?.value === "Cell") ?? -1;
  const cells = () => [4, 5].map((row) => lines?.cellAt(row, column)?.value);
  expect(cells()).toEqual(["B3", "B4"]);
  expect(lines?.cellAt(5, column)?.formula).toBe("=HYPERLINK(\"#'Fire'!\"&ADDRESS(ROW('Fire'!B4),COLUMN('Fire'!B4)),ADDRESS(ROW('Fire'!B4),COLUMN('Fire'!B4),4))");
  await host.user.insertRows("Fire", 4, 2);
  expect(cells()).toEqual(["B3", "B6"]);
  expect(lines?.cellAt(5, column)?.formula).toMatch(/ROW\('?Fire'?!B6\)/);
});
