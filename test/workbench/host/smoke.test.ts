import { bootNodeHost } from "../../../workbench/host/index";
import type { EmbeddedHost } from "../../../workbench/host/index";

let host: EmbeddedHost;
beforeAll(async () => {
  host = await bootNodeHost({ workbook: { sheets: [{ name: "Budget", rows: [["Line", "Amount"], ["Staff", 1200]] }] } });
});
afterAll(() => host.close());

test("reads a used range", async () => {
  const seen = await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Budget").getUsedRange();
    range.load("values,address");
    await context.sync();
    return [range.address, range.values];
  });
  expect(seen).toEqual(["Budget!A1:B2", [["Line", "Amount"], ["Staff", 1200]]]);
  expect(host.metrics.roundTrips).toBe(1);
});
