// The part of the shared scenario about: other people.
import type { EmbeddedHost } from "../../../../workbench/host/index";
import { codeOf, settle } from "./support";

export const describeOtherPeople = (host: () => EmbeddedHost): void => {
  describe("other people", () => {
    test("a co-author's edit is heard as remote", async () => {
      const heard: (string | undefined)[] = [];
      await Excel.run(async (context) => {
        context.workbook.worksheets.onChanged.add((args) => {
          heard.push(args.address, args.source, args.changeType);
          return Promise.resolve();
        });
        await context.sync();
      });
      await host().user.edit("Budget", "B2", 1500, { remote: true });
      await settle();
      expect(heard).toEqual(["B2", "Remote", "RangeEdited"]);
    });

    test("no events while they are switched off", async () => {
      const heard: string[] = [];
      await Excel.run(async (context) => {
        context.workbook.worksheets.onChanged.add((args) => {
          heard.push(args.address);
          return Promise.resolve();
        });
        context.runtime.enableEvents = false;
        await context.sync();
        context.workbook.worksheets.getItem("Budget").getRange("A1").values = [["quiet"]];
        await context.sync();
        context.runtime.enableEvents = true;
        await context.sync();
      });
      await settle();
      expect(heard).toEqual([]);
    });

    test("a renamed sheet is found under its new name only, a deleted one not at all", async () => {
      await host().user.renameSheet("Purse Lines", "Zeilen");
      const found = (name: string): Promise<boolean> =>
        Excel.run(async (context) => {
          const sheet = context.workbook.worksheets.getItemOrNullObject(name);
          await context.sync();
          return !sheet.isNullObject;
        });
      expect([await found("Purse Lines"), await found("Zeilen")]).toEqual([false, true]);
      await host().user.deleteSheet("Zeilen");
      expect(await found("Zeilen")).toBe(false);
    });

    test("locked cells of a protected sheet can't be written, unlocked ones can", async () => {
      host().user.unlock("Budget", "B3");
      host().user.protectSheet("Budget");
      const write = (address: string): Promise<string> =>
        codeOf(
          Excel.run(async (context) => {
            context.workbook.worksheets.getItem("Budget").getRange(address).values = [[1]];
            await context.sync();
          }),
        );
      expect([await write("B2"), await write("B3")]).toEqual(["AccessDenied", "no error"]);
      const locked = await Excel.run(async (context) => {
        const range = context.workbook.worksheets.getItem("Budget").getRange("B2:B3").load("format/protection/locked");
        const one = context.workbook.worksheets.getItem("Budget").getRange("B3").load("format/protection/locked");
        await context.sync();
        return [range.format.protection.locked, one.format.protection.locked];
      });
      expect(locked).toEqual([null, false]);
    });

    test("while somebody types, a request is refused, or waits if it asked to", async () => {
      const readName = (options: Excel.RunOptions): Promise<string> =>
        Excel.run(options, async (context) => {
          context.workbook.load("name");
          await context.sync();
          return context.workbook.name;
        });
      host().user.beginEdit();
      expect(await codeOf(readName({}))).toBe("InvalidOperationInCellEditMode");
      const waiting = readName({ delayForCellEdit: true });
      await settle();
      host().user.endEdit();
      expect(await waiting).toBe("Partnership.xlsx");
    });

    test("a selection is made, and heard", async () => {
      const heard: string[] = [];
      await Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem("Budget");
        sheet.onSelectionChanged.add((args) => {
          heard.push(args.address);
          return Promise.resolve();
        });
        sheet.getRange("B2:B3").select();
        const selected = context.workbook.getSelectedRange().load("address");
        await context.sync();
        expect(selected.address).toBe("Budget!B2:B3");
      });
      host().user.select("Budget", "A1");
      await settle();
      expect(heard).toEqual(["B2:B3", "A1"]);
    });
  });
};
