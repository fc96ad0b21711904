// The part of the shared scenario about: formulas.
import type { EmbeddedHost } from "../../../../workbench/host/index";
import { codeOf } from "./support";

export const describeFormulas = (host: () => EmbeddedHost): void => {
  describe("formulas", () => {
    const read = async (address: string): Promise<unknown[][]> =>
      Excel.run(async (context) => {
        const range = context.workbook.worksheets.getItem("Budget").getRange(address).load("values");
        await context.sync();
        return range.values;
      });

    test("are worked out in the request that writes them, and again when what they need changes", async () => {
      const first = await Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem("Budget");
        sheet.getRange("B4:B5").formulas = [["=SUM(B2:B3)"], ["=B4/0"]];
        const range = sheet.getRange("B4:B5").load("values,formulas,valueTypes");
        await context.sync();
        return [range.values, range.formulas, range.valueTypes];
      });
      expect(first).toEqual([
        [[1500], ["#DIV/0!"]],
        [["=SUM(B2:B3)"], ["=B4/0"]],
        [["Double"], ["Error"]],
      ]);
      await host().user.edit("Budget", "B2", 2000);
      expect(await read("B4")).toEqual([[2300]]);
    });

    test("wait for the end of the request when the add-in suspends calculation, and for calculate() in manual mode", async () => {
      const seen = await Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem("Budget");
        context.application.suspendApiCalculationUntilNextSync();
        sheet.getRange("C1").formulas = [["=B2+1"]];
        const early = sheet.getRange("C1").load("values");
        await context.sync();
        const late = sheet.getRange("C1").load("values");
        context.application.calculationMode = Excel.CalculationMode.manual;
        sheet.getRange("B2").values = [[1]];
        const manual = sheet.getRange("C1").load("values");
        await context.sync();
        context.application.calculate(Excel.CalculationType.full);
        const asked = sheet.getRange("C1").load("values");
        await context.sync();
        return [early.values, late.values, manual.values, asked.values];
      });
      expect(seen).toEqual([[[0]], [[1201]], [[1201]], [[2]]]);
    });

    test("follow inserted, deleted and renamed things", async () => {
      await host().load({
        sheets: [
          {
            name: "Budget",
            rows: [
              ["Line", "Amount"],
              ["Staff", 1200],
              ["Premises", 300],
              ["Total", { f: "=SUM(B$2:B3)" }],
            ],
          },
          { name: "Pool", rows: [[{ f: "=Budget!B4" }, { f: "=Budget!B3" }]] },
        ],
      });
      await host().user.insertRows("Budget", 3, 2);
      expect(host().user.formulas("Budget", "B6")).toEqual([["=SUM(B$2:B5)"]]);
      await host().user.renameSheet("Budget", "The budget");
      expect(host().user.formulas("Pool", "A1:B1")).toEqual([["='The budget'!B6", "='The budget'!B5"]]);
      await host().user.deleteRows("The budget", 5, 1);
      expect(host().user.formulas("Pool", "A1:B1")).toEqual([["='The budget'!B5", "='The budget'!#REF!"]]);
      expect(host().user.values("Pool", "A1:B1")).toEqual([[1200, "#REF!"]]);
      await host().user.deleteSheet("The budget");
      expect(host().user.values("Pool", "A1")).toEqual([["#REF!"]]);
    });

    test("cells are put in and taken out within a block, and a table is not torn", async () => {
      await Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem("Budget");
        sheet.getRange("C1:C3").values = [["x"], ["y"], ["z"]];
        sheet.getRange("A2:B2").insert(Excel.InsertShiftDirection.down);
        sheet.getRange("C1").delete(Excel.DeleteShiftDirection.up);
        await context.sync();
      });
      expect(host().user.values("Budget", "A1:C4")).toEqual([
        ["Line", "Amount", "y"],
        ["", "", "z"],
        ["Staff", 1200, ""],
        ["Premises", 300, ""],
      ]);
      const tear = Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem("Budget");
        sheet.tables.add("A1:B4", true);
        sheet.getRange("A2").insert(Excel.InsertShiftDirection.down);
        await context.sync();
      });
      expect(await codeOf(tear)).toBe("InsertDeleteConflict");
    });

    test("the locale's separators are told, and names resolve", async () => {
      const seen = await Excel.run(async (context) => {
        const { numberFormat } = context.application.cultureInfo;
        numberFormat.load("numberDecimalSeparator,numberGroupSeparator");
        context.workbook.names.add("Amounts", context.workbook.worksheets.getItem("Budget").getRange("B2:B3"));
        await context.sync();
        const item = context.workbook.names.getItemOrNullObject("amounts");
        item.load("formula,type");
        const range = item.getRange().load("values");
        await context.sync();
        return [numberFormat.numberDecimalSeparator, numberFormat.numberGroupSeparator, item.formula, item.type, range.values];
      });
      expect(seen).toEqual([".", ",", "=Budget!$B$2:$B$3", "Range", [[1200], [300]]]);
    });
  });
};
