// The part of the shared scenario about: writing.
import type { EmbeddedHost } from "../../../../workbench/host/index";
import { codeOf, settle } from "./support";

export const describeWriting = (host: () => EmbeddedHost): void => {
  describe("writing", () => {
    const write = (sheetName: string, address: string, values: unknown[][]): Promise<void> =>
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem(sheetName).getRange(address).values = values;
        await context.sync();
      });

    test("null leaves a cell and an empty text clears it", async () => {
      await write("Budget", "A2:B3", [
        [null, 1300],
        ["", null],
      ]);
      expect(host().user.values("Budget", "A1:B3")).toEqual([
        ["Line", "Amount"],
        ["Staff", 1300],
        ["", 300],
      ]);
    });

    test("texts are read as if typed, unless the cell is text or an apostrophe stands first", async () => {
      await Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem("Budget");
        sheet.getRange("D1:D3").numberFormat = [["@"], ["@"], ["@"]];
        sheet.getRange("D1:D3").values = [["007"], ["=A1"], ["2024-05-01"]];
        sheet.getRange("E1:E9").values = [
          ["007"],
          ["'007"],
          ["2024-05-01"],
          ["(1,200)"],
          ["12%"],
          ["£5"],
          ["true"],
          ["#N/A"],
          ["1-5-2024"],
        ];
        await context.sync();
      });
      expect(host().user.values("Budget", "D1:D3")).toEqual([["007"], ["=A1"], ["2024-05-01"]]);
      expect(host().user.values("Budget", "E1:E9").flat()).toEqual([7, "007", 45413, -1200, 0.12, 5, true, "#N/A", "1-5-2024"]);
    });

    test("an array of another shape is refused", async () => {
      expect(await codeOf(write("Budget", "A1:B2", [[1, 2]]))).toBe("InvalidArgument");
    });

    test("more than 1,500 cells travel in blocks and arrive whole, in one round trip and one change", async () => {
      const rows = Array.from({ length: 1200 }, (_, row) => [`L${row}`, row, row * 2]);
      const heard: string[] = [];
      await Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem("Budget");
        sheet.onChanged.add((args) => {
          heard.push(`${args.address} ${args.source} ${args.triggerSource}`);
          return Promise.resolve();
        });
        await context.sync();
        host().metrics.reset();
        const range = sheet.getRangeByIndexes(0, 0, 1200, 3);
        range.values = rows;
        await context.sync();
        expect(host().metrics.roundTrips).toBe(1);
      });
      expect(host().metrics.trips[0]).toMatchObject({ kind: "application", isWrite: true, error: null });
      expect(host().user.values("Budget", "A1:C1200")).toEqual(rows);
      await settle();
      expect(heard).toEqual(["A1:C1200 Local ThisLocalAddin"]);
    });

    test("a range keeps its place in later requests, and after rows are put in above it", async () => {
      await Excel.run(async (context) => {
        const range = context.workbook.worksheets.getItem("Budget").getRange("A3:B3");
        range.load("address");
        await context.sync();
        await host().user.insertRows("Budget", 1, 2);
        range.getCell(0, 1).values = [[999]];
        range.load("address");
        await context.sync();
        expect(range.address).toBe("Budget!A5:B5");
      });
      expect(host().user.values("Budget", "A5:B5")).toEqual([["Premises", 999]]);
    });

    test("references are given back when the work is done", async () => {
      await write("Budget", "A1", [["x"]]);
      await host().quiet();
      expect(host().metrics.cleanups).toBe(1);
      expect(host().metrics.roundTrips).toBe(1);
    });

    test("a new sheet is made once however often it is mentioned", async () => {
      await Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.add("Pooled View");
        sheet.tabColor = "#0078D4";
        sheet.getRange("A1").values = [["Pool"]];
        sheet.freezePanes.freezeRows(1);
        sheet.showGridlines = false;
        sheet.load("name,position");
        await context.sync();
        sheet.getRange("A2").values = [["again"]];
        await context.sync();
        expect(sheet.position).toBe(2);
      });
      expect(host().workbook.sheets.map((sheet) => sheet.name)).toEqual(["Budget", "Purse Lines", "Pooled View"]);
      expect(host().user.values("Pooled View", "A1:A2")).toEqual([["Pool"], ["again"]]);
    });

    test.each([
      ["A name of more than thirty-one letters", "InvalidArgument"],
      ["a/b", "InvalidArgument"],
      ["budget", "ItemAlreadyExists"],
    ])("the sheet name %p is refused as %s", async (name, code) => {
      const work = Excel.run(async (context) => {
        context.workbook.worksheets.add(name);
        await context.sync();
      });
      expect(await codeOf(work)).toBe(code);
    });

    test("an error leaves what came before it in the request", async () => {
      const work = Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem("Budget");
        sheet.getRange("A1").values = [["written"]];
        context.workbook.worksheets.getItem("Nowhere").getRange("A1").values = [["never"]];
        sheet.getRange("A2").values = [["not reached"]];
        await context.sync();
      });
      expect(await codeOf(work)).toBe("ItemNotFound");
      expect(host().user.values("Budget", "A1:A2")).toEqual([["written"], ["Staff"]]);
    });

    test("formats, widths, links, merges, outline and validation", async () => {
      await Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem("Budget");
        const head = sheet.getRange("A1:B1");
        head.format.font.bold = true;
        head.format.fill.color = "#DDEBF7";
        head.format.wrapText = true;
        sheet.getRange("A:A").format.columnWidth = 120;
        sheet.getRange("B2").hyperlink = { documentReference: "'Purse Lines'!A1", textToDisplay: "1,200" };
        sheet.getRange("B2:B3").numberFormat = [["#,##0.00"], ["#,##0.00"]];
        sheet.getRange("D1:E1").merge();
        sheet.getRange("2:3").group(Excel.GroupOption.byRows);
        sheet.getRange("3:3").rowHidden = true;
        const decision = sheet.getRange("F2:F10");
        decision.dataValidation.rule = { list: { inCellDropDown: true, source: "Accept,Refuse" } };
        decision.dataValidation.prompt = { showPrompt: true, title: "Decision", message: "Accept or refuse" };
        const rule = sheet.getRange("A2:B3").conditionalFormats.add(Excel.ConditionalFormatType.custom);
        rule.custom.rule.formula = "=$B2>1000";
        rule.custom.format.font.color = "#9C0006";
        sheet.pageLayout.orientation = Excel.PageOrientation.landscape;
        sheet.pageLayout.setPrintTitleRows("$1:$1");
        await context.sync();
      });
      const seen = await Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem("Budget");
        const all = sheet.getRange("A1:B3").load("text,rowHidden,hyperlink,format/font/bold,format/fill/color,format/columnWidth");
        const merged = sheet.getRange("A1:F3").getMergedAreasOrNullObject();
        merged.load("address,areas/items/address");
        const link = sheet.getRange("B2").load("hyperlink,format/font/underline");
        const validation = sheet.getRange("F5").dataValidation.load("rule,type,prompt");
        const formats = sheet.getRange("A2").conditionalFormats.load("items/type");
        await context.sync();
        return {
          text: all.text,
          hidden: all.rowHidden,
          bold: all.format.font.bold,
          width: all.format.columnWidth,
          merged: merged.address,
          areas: merged.areas.items.map((area) => area.address),
          link: link.hyperlink.documentReference,
          validation: validation.type,
          source: validation.rule.list?.source,
          formats: formats.items.map((format) => format.type),
        };
      });
      expect(seen).toEqual({
        text: [
          ["Line", "Amount"],
          ["Staff", "1,200"],
          ["Premises", "300.00"],
        ],
        hidden: null,
        bold: null,
        width: null,
        merged: "Budget!D1:E1",
        areas: ["Budget!D1:E1"],
        link: "'Purse Lines'!A1",
        validation: "List",
        source: "Accept,Refuse",
        formats: ["Custom"],
      });
    });

    test("looks: null where cells differ, kept by whole columns for cells to come, cleared apart from contents", async () => {
      const seen = await Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem("Budget");
        sheet.getRange("A1").format.indentLevel = 2;
        sheet.getRange("A1:B1").format.horizontalAlignment = Excel.HorizontalAlignment.right;
        sheet.getRange("A1:B1").format.borders.getItem(Excel.BorderIndex.edgeBottom).style = Excel.BorderLineStyle.double;
        sheet.getRange("D:D").format.font.italic = true;
        sheet.getRange("D7").values = [["later"]];
        sheet.getRange("B2").format.fill.color = "yellow";
        await context.sync();
        const head = sheet.getRange("A1:B1").load("format/indentLevel,format/horizontalAlignment");
        const line = sheet.getRange("A1:B1").format.borders.getItem("EdgeBottom").load("style,color");
        const later = sheet.getRange("D7").load("format/font/italic");
        const amounts = sheet.getRange("B2:B3").load("format/fill/color");
        await context.sync();
        sheet.getRange("B2").clear(Excel.ClearApplyTo.formats);
        const cleared = sheet.getRange("B2:B3").load("values,format/fill/color");
        await context.sync();
        return [
          head.format.indentLevel,
          head.format.horizontalAlignment,
          line.style,
          later.format.font.italic,
          amounts.format.fill.color,
          cleared.format.fill.color,
          cleared.values,
        ];
      });
      expect(seen).toEqual([null, "Right", "Double", true, null, "#FFFFFF", [[1200], [300]]]);
    });

    test("an unbounded range, a null and an unreadable formula are refused", async () => {
      const codes = [];
      for (const [address, values] of [
        ["A:A", [["x"]]],
        ["A1", null],
        ["A1", [["=SUM("]]],
        ["A1", [["-- none --"]]],
        ["A1", "ok"],
      ] as const) {
        codes.push(
          await codeOf(
            Excel.run(async (context) => {
              context.workbook.worksheets.getItem("Budget").getRange(address).values = values as unknown as unknown[][];
              await context.sync();
            }),
          ),
        );
      }
      expect(codes).toEqual(["InvalidArgument", "InvalidArgument", "InvalidArgument", "InvalidArgument", "no error"]);
      expect(host().user.values("Budget", "A1")).toEqual([["ok"]]);
    });

    test("hidden rows are told row by row in one call", async () => {
      await host().load({ sheets: [{ name: "S", rows: [[1], [2], [3]], rowSettings: [{ index: 1, hidden: true }] }] });
      const seen = await Excel.run(async (context) => {
        const rows = context.workbook.worksheets.getItem("S").getUsedRange().getRowProperties({ rowHidden: true });
        await context.sync();
        return rows.value.map((row) => row.rowHidden);
      });
      expect(seen).toEqual([false, true, false]);
    });
  });
};
