// An Excel that stops at ExcelApi 1.10: the client says so, and can be made to refuse what is newer.
import type { EmbeddedHost } from "../../../workbench/host/index";
import { bootNodeHost } from "../../../workbench/host/index";

let host: EmbeddedHost;
beforeAll(async () => {
  host = await bootNodeHost({ excelApi: "1.10", refuseNewerMembers: true });
});
afterAll(() => host.close());

test("the declared sets decide isSetSupported", () => {
  const { isSetSupported } = Office.context.requirements;
  expect([isSetSupported("ExcelApi", "1.10"), isSetSupported("ExcelApi", "1.13")]).toEqual([true, false]);
});

test("members of 1.10 work and members of 1.13 are ApiNotFound", async () => {
  const read = (isNew: boolean): Promise<string> =>
    Excel.run(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange("A1:B2").load("address");
      if (isNew) {
        range.getMergedAreasOrNullObject();
      }
      await context.sync();
      return range.address;
    });
  expect(await read(false)).toBe("Sheet1!A1:B2");
  await expect(read(true)).rejects.toMatchObject({ code: "ApiNotFound" });
});
