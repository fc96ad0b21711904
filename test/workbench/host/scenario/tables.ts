// The part of the shared scenario about: tables.
import type { EmbeddedHost } from "../../../../workbench/host/index";
import { codeOf } from "./support";

export const describeTables = (host: () => EmbeddedHost): void => {
  describe("tables", () => {
    const makeTable = (): Promise<void> =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem("Budget");
        const table = sheet.tables.add(sheet.getRange("A1:B3"), true);
        table.name = "tblBudget";
        table.style = "TableStyleLight1";
        table.showFilterButton = false;
        await context.sync();
        table.load("name,id");
        await context.sync();
        expect(table.name).toBe("tblBudget");
      });

    test("a table is added, named, found again and read by its parts", async () => {
      await makeTable();
      const seen = await Excel.run(async (context) => {
        const table = context.workbook.tables.getItem("tblBudget");
        const head = table.getHeaderRowRange().load("values");
        const body = table.getDataBodyRange().load("values,address");
        const amount = table.columns.getItem("amount").getDataBodyRange().load("values");
        table.columns.load("items/name");
        table.rows.load("count");
        await context.sync();
        return [head.values, body.address, amount.values, table.columns.items.map((column) => column.name), table.rows.count];
      });
      expect(seen).toEqual([[["Line", "Amount"]], "Budget!A2:B3", [[1200], [300]], ["Line", "Amount"], 2]);
    });

    test("heading cells become unlike texts", async () => {
      await makeTable();
      await host().user.edit("Budget", "A1:B1", [[2024, "2024"]]);
      expect(host().user.values("Budget", "A1:B1")).toEqual([["2024", "20242"]]);
    });

    test("tables may not overlap and names may not repeat", async () => {
      await makeTable();
      const overlap = Excel.run(async (context) => {
        context.workbook.worksheets.getItem("Budget").tables.add("B2:C4", true);
        await context.sync();
      });
      expect(await codeOf(overlap)).not.toBe("no error");
      const name = Excel.run(async (context) => {
        const table = context.workbook.worksheets.getItem("Purse Lines").tables.add("A1:A2", true);
        table.name = "tblBudget";
        await context.sync();
      });
      expect(await codeOf(name)).toBe("ItemAlreadyExists");
    });

    test("values written right below a table make it grow, and resize gives it another size", async () => {
      await makeTable();
      const seen = await Excel.run(async (context) => {
        const table = context.workbook.tables.getItem("tblBudget");
        table.getDataBodyRange().getRowsBelow(2).values = [
          ["Fleet", 50],
          ["IT", 60],
        ];
        const grown = table.getRange().load("address");
        await context.sync();
        const grownTo = grown.address;
        table.resize("A1:B4");
        const resized = table.getRange().load("address");
        await context.sync();
        return [grownTo, resized.address];
      });
      expect(seen).toEqual(["Budget!A1:B5", "Budget!A1:B4"]);
    });
  });
};
