// One scenario for every place where the genuine client meets the embedded host, so that they can't drift apart.
import type { BootOptions, EmbeddedHost, HostWorkbookData } from "../../../workbench/host/index";

const budget: HostWorkbookData = {
  name: "Partnership.xlsx",
  sheets: [
    {
      name: "Budget",
      rows: [
        ["Line", "Amount"],
        ["Staff", 1200],
        ["Premises", 300],
      ],
    },
    { name: "Purse Lines", visibility: "Hidden", rows: [["Key"]] },
  ],
};

const empty: HostWorkbookData = { sheets: [{ name: "Sheet1", rows: [] }] };

const codeOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
  } catch (error) {
    if (error instanceof OfficeExtension.Error) {
      return error.code;
    }
    throw error;
  }
  return "no error";
};

const messageOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return "no error";
};

export const runScenario = (boot: (options: BootOptions) => Promise<EmbeddedHost>): void => {
  let host: EmbeddedHost;
  beforeAll(async () => {
    host = await boot({ workbook: budget });
  });
  beforeEach(() => host.load(budget));
  afterAll(() => host.close());

  describe("start", () => {
    test("the client knows its host and its requirement sets", () => {
      expect(Office.context.host).toBe("Excel");
      expect(Office.context.platform).toBe("OfficeOnline");
      expect(Office.context.requirements.isSetSupported("ExcelApi", "1.14")).toBe(true);
      expect(Office.context.requirements.isSetSupported("ExcelApi", "1.15")).toBe(false);
    });
  });

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
      expect(host.metrics.roundTrips).toBe(1);
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
      await host.load(empty);
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
          context.workbook.worksheets.getItem("Budget").charts.load("items/name");
          await context.sync();
        }),
      );
      expect(message).toContain("Worksheet.charts is not built in the embedded host");
      const load = await messageOf(
        Excel.run(async (context) => {
          context.workbook.worksheets.getItem("Budget").getRange("A1").load("height");
          await context.sync();
        }),
      );
      expect(load).toContain("Range.height is not built in the embedded host");
      expect(host.warnings).toEqual([
        "Worksheet.charts is not built in the embedded host",
        "Range.height is not built in the embedded host",
      ]);
    });
  });

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
      expect(host.user.values("Budget", "A1:B3")).toEqual([
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
      expect(host.user.values("Budget", "D1:D3")).toEqual([["007"], ["=A1"], ["2024-05-01"]]);
      expect(host.user.values("Budget", "E1:E9").flat()).toEqual([7, "007", 45413, -1200, 0.12, 5, true, "#N/A", "1-5-2024"]);
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
        host.metrics.reset();
        const range = sheet.getRangeByIndexes(0, 0, 1200, 3);
        range.values = rows;
        await context.sync();
        expect(host.metrics.roundTrips).toBe(1);
      });
      expect(host.metrics.trips[0]).toMatchObject({ kind: "application", isWrite: true, error: null });
      expect(host.user.values("Budget", "A1:C1200")).toEqual(rows);
      await settle();
      expect(heard).toEqual(["A1:C1200 Local ThisLocalAddin"]);
    });

    test("a range keeps its place in later requests, and after rows are put in above it", async () => {
      await Excel.run(async (context) => {
        const range = context.workbook.worksheets.getItem("Budget").getRange("A3:B3");
        range.load("address");
        await context.sync();
        await host.user.insertRows("Budget", 1, 2);
        range.getCell(0, 1).values = [[999]];
        range.load("address");
        await context.sync();
        expect(range.address).toBe("Budget!A5:B5");
      });
      expect(host.user.values("Budget", "A5:B5")).toEqual([["Premises", 999]]);
    });

    test("references are given back when the work is done", async () => {
      await write("Budget", "A1", [["x"]]);
      await host.quiet();
      expect(host.metrics.cleanups).toBe(1);
      expect(host.metrics.roundTrips).toBe(1);
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
      expect(host.workbook.sheets.map((sheet) => sheet.name)).toEqual(["Budget", "Purse Lines", "Pooled View"]);
      expect(host.user.values("Pooled View", "A1:A2")).toEqual([["Pool"], ["again"]]);
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
      expect(host.user.values("Budget", "A1:A2")).toEqual([["written"], ["Staff"]]);
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
      expect(host.user.values("Budget", "A1")).toEqual([["ok"]]);
    });

    test("hidden rows are told row by row in one call", async () => {
      await host.load({ sheets: [{ name: "S", rows: [[1], [2], [3]], rowSettings: [{ index: 1, hidden: true }] }] });
      const seen = await Excel.run(async (context) => {
        const rows = context.workbook.worksheets.getItem("S").getUsedRange().getRowProperties({ rowHidden: true });
        await context.sync();
        return rows.value.map((row) => row.rowHidden);
      });
      expect(seen).toEqual([false, true, false]);
    });
  });

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
      await host.user.edit("Budget", "B2", 2000);
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
      await host.load({
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
      await host.user.insertRows("Budget", 3, 2);
      expect(host.user.formulas("Budget", "B6")).toEqual([["=SUM(B$2:B5)"]]);
      await host.user.renameSheet("Budget", "The budget");
      expect(host.user.formulas("Pool", "A1:B1")).toEqual([["='The budget'!B6", "='The budget'!B5"]]);
      await host.user.deleteRows("The budget", 5, 1);
      expect(host.user.formulas("Pool", "A1:B1")).toEqual([["='The budget'!B5", "='The budget'!#REF!"]]);
      expect(host.user.values("Pool", "A1:B1")).toEqual([[1200, "#REF!"]]);
      await host.user.deleteSheet("The budget");
      expect(host.user.values("Pool", "A1")).toEqual([["#REF!"]]);
    });

    test("cells are put in and taken out within a block, and a table is not torn", async () => {
      await Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem("Budget");
        sheet.getRange("C1:C3").values = [["x"], ["y"], ["z"]];
        sheet.getRange("A2:B2").insert(Excel.InsertShiftDirection.down);
        sheet.getRange("C1").delete(Excel.DeleteShiftDirection.up);
        await context.sync();
      });
      expect(host.user.values("Budget", "A1:C4")).toEqual([
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
      await host.user.edit("Budget", "A1:B1", [[2024, "2024"]]);
      expect(host.user.values("Budget", "A1:B1")).toEqual([["2024", "20242"]]);
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
      await host.user.edit("Budget", "B2", 1500, { remote: true });
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
      await host.user.renameSheet("Purse Lines", "Zeilen");
      const found = (name: string): Promise<boolean> =>
        Excel.run(async (context) => {
          const sheet = context.workbook.worksheets.getItemOrNullObject(name);
          await context.sync();
          return !sheet.isNullObject;
        });
      expect([await found("Purse Lines"), await found("Zeilen")]).toEqual([false, true]);
      await host.user.deleteSheet("Zeilen");
      expect(await found("Zeilen")).toBe(false);
    });

    test("locked cells of a protected sheet can't be written, unlocked ones can", async () => {
      host.user.unlock("Budget", "B3");
      host.user.protectSheet("Budget");
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
      host.user.beginEdit();
      expect(await codeOf(readName({}))).toBe("InvalidOperationInCellEditMode");
      const waiting = readName({ delayForCellEdit: true });
      await settle();
      host.user.endEdit();
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
      host.user.select("Budget", "A1");
      await settle();
      expect(heard).toEqual(["B2:B3", "A1"]);
    });
  });

  describe("faults", () => {
    const twoSyncs = (): Promise<unknown> =>
      Excel.run(async (context) => {
        const range = context.workbook.worksheets.getItem("Budget").getRange("B2:B3");
        range.load("values");
        await context.sync();
        range.getCell(0, 0).values = [[1]];
        range.getCell(1, 0).values = [[2]];
        await context.sync();
        return range.values;
      });

    test.each([
      "InvalidOperationInCellEditMode",
      "ActivityLimitReached",
      "RequestPayloadSizeLimitExceeded",
      "ResponsePayloadSizeLimitExceeded",
      "InvalidOrTimedOutSession",
      "AccessDenied",
    ] as const)("the transport code of %s reaches the add-in", async (code) => {
      host.faults.atRequest(2, { kind: "transport", code });
      expect(await codeOf(twoSyncs())).toBe(code);
      expect(host.user.values("Budget", "B2:B3")).toEqual([[1200], [300]]);
    });

    test.each(["GeneralException", "InsertDeleteConflict", "RequestAborted", "MemoryLimitReached"])(
      "Excel's own %s reaches the add-in and nothing is applied",
      async (code) => {
        host.faults.atRequest(2, { kind: "error", code });
        expect(await codeOf(twoSyncs())).toBe(code);
        expect(host.user.values("Budget", "B2:B3")).toEqual([[1200], [300]]);
      },
    );

    test("a request may fail when half of it is applied", async () => {
      host.faults.atRequest(2, { kind: "half", code: "GeneralException" });
      expect(await codeOf(twoSyncs())).toBe("GeneralException");
      expect(host.user.values("Budget", "B2:B3")).toEqual([[1], [300]]);
    });

    test("an answer may be lost after everything was applied", async () => {
      host.faults.atRequest(2, { kind: "dropped" });
      expect(await codeOf(twoSyncs())).not.toBe("no error");
      expect(host.user.values("Budget", "B2:B3")).toEqual([[1], [2]]);
    });

    test("values may come back as null", async () => {
      host.faults.atRequest(1, { kind: "nullRead" });
      expect(await twoSyncs()).toBeNull();
    });

    test("too large a request is refused", async () => {
      const work = Excel.run(async (context) => {
        const text = "x".repeat(30_000);
        context.workbook.worksheets.getItem("Budget").getRange("A1:A200").values = Array.from({ length: 200 }, () => [text]);
        await context.sync();
      });
      expect(await codeOf(work)).toBe("RequestPayloadSizeLimitExceeded");
      expect(host.user.values("Budget", "A1")).toEqual([["Line"]]);
    });

    test("a loop of syncs costs a round trip each, one batch costs one", async () => {
      await Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem("Budget");
        for (let row = 0; row < 10; row += 1) {
          sheet.getCell(row, 5).values = [[row]];
          await context.sync();
        }
      });
      expect(host.metrics.roundTrips).toBe(10);
      host.metrics.reset();
      await Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem("Budget");
        for (let row = 0; row < 10; row += 1) {
          sheet.getCell(row, 5).values = [[row]];
        }
        await context.sync();
      });
      expect(host.metrics.roundTrips).toBe(1);
      expect(host.metrics.requestBytes).toBeGreaterThan(1000);
    });
  });
};

/** Lets messages cross that nobody awaits: events and the client's clean-up. */
const settle = (): Promise<void> => new Promise((go) => setTimeout(go, 60));
