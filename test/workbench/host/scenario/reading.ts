// The part of the shared scenario about: reading.
import type { EmbeddedHost } from "../../../../workbench/host/index";
import { empty, codeOf, messageOf } from "./support";

export const describeReading = (host: () => EmbeddedHost): void => {
  describe("reading", () => {
    test("a used range with address and types", async () => {
      const seen = await Excel.run(async (context) => {
        const range = context.workbook.worksheets.getItem("Budget").getUsedRange(true);
        range.load("address,values,valueTypes,rowCount,columnCount,cellCount,text,formulas,numberFormat");
        await context.sync();
        return range.toJSON();
      });
      expect(seen).toMatchObject({
        address: "Budget!A1:B3",
        values: [
          ["Line", "Amount"],
          ["Staff", 1200],
          ["Premises", 300],
        ],
        valueTypes: [
          ["String", "String"],
          ["String", "Double"],
          ["String", "Double"],
        ],
        text: [
          ["Line", "Amount"],
          ["Staff", "1200"],
          ["Premises", "300"],
        ],
        numberFormat: [
          ["General", "General"],
          ["General", "General"],
          ["General", "General"],
        ],
        rowCount: 3,
        columnCount: 2,
        cellCount: 6,
      });
      expect(host().metrics.roundTrips).toBe(1);
    });

    test("all sheets in their order, with visibility, and nested loads", async () => {
      const seen = await Excel.run(async (context) => {
        const sheets = context.workbook.worksheets;
        sheets.load("items/name,items/visibility,items/position,items/tables/name,items/protection/protected");
        await context.sync();
        return sheets.items.map((sheet) => [
          sheet.name,
          sheet.visibility,
          sheet.position,
          sheet.tables.items.length,
          sheet.protection.protected,
        ]);
      });
      expect(seen).toEqual([
        ["Budget", "Visible", 0, 0, false],
        ["Purse Lines", "Hidden", 1, 0, false],
      ]);
    });

    test("a sheet's name with a space is quoted in addresses", async () => {
      const address = await Excel.run(async (context) => {
        const range = context.workbook.worksheets.getItem("purse lines").getRange("$B$2:C3").load("address");
        await context.sync();
        return range.address;
      });
      expect(address).toBe("'Purse Lines'!B2:C3");
    });

    test("null objects instead of errors", async () => {
      await host().load(empty);
      const seen = await Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItemOrNullObject("Nowhere");
        const used = context.workbook.worksheets.getItem("Sheet1").getUsedRangeOrNullObject(true);
        const below = sheet.getUsedRangeOrNullObject();
        const table = context.workbook.tables.getItemOrNullObject("tblLines");
        sheet.load("name");
        table.load("name");
        await context.sync();
        return [sheet.isNullObject, used.isNullObject, below.isNullObject, table.isNullObject];
      });
      expect(seen).toEqual([true, true, true, true]);
    });

    test("a missing sheet is ItemNotFound, with the genuine statement", async () => {
      const work = Excel.run(async (context) => {
        context.workbook.worksheets.getItem("Nowhere").load("name");
        await context.sync();
      });
      const error: unknown = await work.catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(OfficeExtension.Error);
      expect(error).toMatchObject({ code: "ItemNotFound", debugInfo: { errorLocation: "WorksheetCollection.getItem" } });
      expect(JSON.stringify(error)).toContain("getItem(");
    });

    test("a property that was not loaded can't be read", async () => {
      const code = await codeOf(
        Excel.run(async (context) => {
          const range = context.workbook.worksheets.getItem("Budget").getRange("A1");
          await context.sync();
          return range.values;
        }),
      );
      expect(code).toBe("PropertyNotLoaded");
    });

    test("an unbounded range reads as null, without an error", async () => {
      const values = await Excel.run(async (context) => {
        const range = context.workbook.worksheets.getItem("Budget").getRange("A:B").load("values");
        await context.sync();
        return range.values;
      });
      expect(values).toBeNull();
    });

    test("a member that is not built fails by its name", async () => {
      const message = await messageOf(
        Excel.run(async (context) => {
          context.workbook.worksheets.getItem("Budget").pivotTables.load("items/name");
          await context.sync();
        }),
      );
      expect(message).toContain("Worksheet.pivotTables is not built in the embedded host");
      const load = await messageOf(
        Excel.run(async (context) => {
          context.workbook.worksheets.getItem("Budget").getRange("A1").load("height");
          await context.sync();
        }),
      );
      expect(load).toContain("Range.height is not built in the embedded host");
      expect(host().warnings).toEqual([
        "Worksheet.pivotTables is not built in the embedded host",
        "Range.height is not built in the embedded host",
      ]);
    });
  });
};
