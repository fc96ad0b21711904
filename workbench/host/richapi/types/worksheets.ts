/** Worksheets, their protection and frozen panes. */
import type { Area } from "../../model/address";
import { areaOf, isOnSheet, MAX_COLUMNS, MAX_ROWS, parseArea, splitAddress, WHOLE_SHEET } from "../../model/address";
import { HostError, invalidArgument } from "../../model/errors";
import type { SheetModel } from "../../model/sheet";
import { STANDARD_COLUMN_WIDTH, STANDARD_ROW_HEIGHT } from "../../model/sheet";
import type { WorkbookModel } from "../../model/workbook";
import type { Args, HostObject, Members, Registry } from "../registry";
import { asFlag, asNumber, asText, found, object, oneOf } from "../registry";
import type { Session } from "../session";
import { eventMethods } from "./events";

type WorksheetTypes = Pick<Registry, "WorksheetCollection" | "Worksheet" | "WorksheetProtection" | "WorksheetFreezePanes">;

const visible = (workbook: WorkbookModel, args: Args): SheetModel[] =>
  workbook.sheets.filter((sheet) => !args.flag(0) || sheet.visibility === "Visible");

/** The area of an address on this sheet: A1, a name, a table; nothing at all means the whole sheet. */
export const resolveAddress = (workbook: WorkbookModel, sheet: SheetModel, text: string): { sheet: SheetModel; area: Area } => {
  const { sheetName, local } = splitAddress(text);
  const owner = sheetName === null ? sheet : workbook.findSheet(sheetName);
  const area = parseArea(local);
  if (owner && area) {
    return { sheet: owner, area };
  }
  const named = workbook.findName(local, sheet) ?? workbook.findName(local, null);
  if (named) {
    return resolveAddress(workbook, sheet, named.formula.replace(/^=/, ""));
  }
  const table = workbook.findTable(local);
  if (table && table.sheet === sheet) {
    return { sheet, area: table.area };
  }
  throw invalidArgument(`"${text}" is not an address on the sheet.`);
};

const rangeAt = (sheet: SheetModel, area: Area, session: Session): HostObject => {
  if (!isOnSheet(area)) {
    throw invalidArgument("The range lies outside the sheet.");
  }
  return object("Range", session.range(sheet, area));
};

const usedRange = (sheet: SheetModel, args: Args, session: Session): HostObject | null => {
  const used = sheet.usedArea(args.flag(0));
  return used ? object("Range", session.range(sheet, used)) : null;
};

const worksheet: Members<SheetModel> = {
  identity: (sheet) => ({ Id: sheet.id }),
  scalars: {
    Id: { get: (sheet) => sheet.id },
    Name: {
      get: (sheet) => sheet.name,
      set: (sheet, value, { workbook }) => workbook.renameSheet(sheet, asText(value)),
    },
    Position: {
      get: (sheet, { workbook }) => workbook.sheets.indexOf(sheet),
      set: (sheet, value, { workbook }) => workbook.moveSheet(sheet, asNumber(value)),
    },
    Visibility: {
      get: (sheet) => sheet.visibility,
      set: (sheet, value, { workbook }) => {
        const wanted = oneOf(value, ["Visible", "Hidden", "VeryHidden"]);
        const isLast = !workbook.sheets.some((other) => other !== sheet && other.visibility === "Visible");
        if (wanted !== "Visible" && isLast) {
          throw new HostError("InvalidOperation");
        }
        sheet.visibility = wanted === "Hidden" || wanted === "VeryHidden" ? wanted : "Visible";
      },
    },
    TabColor: {
      get: (sheet) => sheet.tabColor,
      set: (sheet, value) => {
        const color = asText(value);
        if (color !== "" && !/^#[0-9a-f]{6}$/i.test(color)) {
          throw invalidArgument("A tab colour has the form #RRGGBB.");
        }
        sheet.tabColor = color.toUpperCase();
      },
    },
    ShowGridlines: { get: (sheet) => sheet.showGridlines },
    // The client sets showGridlines and showHeadings under these shorter names.
    Gridlines: {
      get: (sheet) => sheet.showGridlines,
      set: (sheet, value) => {
        sheet.showGridlines = asFlag(value);
      },
    },
    ShowHeadings: { get: (sheet) => sheet.showHeadings },
    Headings: {
      get: (sheet) => sheet.showHeadings,
      set: (sheet, value) => {
        sheet.showHeadings = asFlag(value);
      },
    },
    StandardWidth: { get: () => STANDARD_COLUMN_WIDTH },
    StandardHeight: { get: () => STANDARD_ROW_HEIGHT },
  },
  navigations: {
    Charts: (sheet) => object("ChartCollection", sheet),
    Tables: (sheet, { workbook }) => object("TableCollection", { workbook, sheet }),
    Names: (sheet, { workbook }) => object("NamedItemCollection", { workbook, sheet }),
    Protection: (sheet) => object("WorksheetProtection", sheet),
    FreezePanes: (sheet) => object("WorksheetFreezePanes", sheet),
    PageLayout: (sheet) => object("PageLayout", sheet),
  },
  methods: {
    ...eventMethods((sheet: SheetModel) => sheet.id),
    GetRange: (sheet, args, session) => {
      const place = args.isGiven(0) ? resolveAddress(session.workbook, sheet, args.text(0)) : { sheet, area: WHOLE_SHEET };
      return rangeAt(place.sheet, place.area, session);
    },
    GetRangeByIndexes: (sheet, args, session) =>
      rangeAt(sheet, areaOf(args.integer(0), args.integer(1), args.integer(2), args.integer(3)), session),
    GetCell: (sheet, args, session) => rangeAt(sheet, areaOf(args.integer(0), args.integer(1)), session),
    GetUsedRange: (sheet, args, session) => usedRange(sheet, args, session) ?? rangeAt(sheet, areaOf(0, 0), session),
    GetUsedRangeOrNullObject: usedRange,
    Activate: (sheet, _args, { workbook }) => {
      if (sheet.visibility !== "Visible") {
        throw new HostError("InvalidOperation");
      }
      workbook.select(sheet, sheet === workbook.activeSheet ? workbook.selection : areaOf(0, 0));
      return null;
    },
    Delete: (sheet, _args, { workbook }) => {
      workbook.deleteSheet(sheet);
      return null;
    },
    Calculate: async (_sheet, _args, { workbook }) => {
      await workbook.calculate(true);
      return null;
    },
  },
  follows: {
    getUsedRange:
      "learn.microsoft.com/javascript/api/excel/excel.worksheet#getusedrange: on an empty sheet the top left cell; formatting alone counts unless valuesOnly",
    getUsedRangeOrNullObject:
      "learn.microsoft.com/javascript/api/excel/excel.worksheet#getusedrangeornullobject: a null object on an empty sheet",
    delete: "learn.microsoft.com/javascript/api/excel/excel.worksheet#delete: a VeryHidden sheet answers InvalidOperation",
    name: "support.microsoft.com, Rename a worksheet: 31 characters, none of / \\ ? * : [ ], no apostrophe at either end",
    visibility: "learn.microsoft.com/javascript/api/excel/excel.worksheet#visibility; a workbook keeps one visible sheet",
    activate: "learn.microsoft.com/javascript/api/excel/excel.worksheet#activate",
  },
};

export const worksheetTypes: WorksheetTypes = {
  WorksheetCollection: {
    items: (workbook) => workbook.sheets.map((sheet) => object("Worksheet", sheet)),
    methods: {
      ...eventMethods(() => "Workbook"),
      GetItem: (workbook, args) => object("Worksheet", found(workbook.findSheet(args.key(0)))),
      GetItemOrNullObject: (workbook, args) => {
        const sheet = workbook.findSheet(args.key(0));
        return sheet ? object("Worksheet", sheet) : null;
      },
      GetActiveWorksheet: (workbook) => object("Worksheet", workbook.activeSheet),
      GetCount: (workbook, args) => visible(workbook, args).length,
      GetFirst: (workbook, args) => object("Worksheet", found(visible(workbook, args)[0])),
      GetLast: (workbook, args) => object("Worksheet", found(visible(workbook, args).slice(-1)[0])),
      Add: (workbook, args) => object("Worksheet", workbook.addSheet(args.isGiven(0) ? args.text(0) : null)),
    },
    follows: {
      add: "learn.microsoft.com/javascript/api/excel/excel.worksheetcollection#add: added at the end, not activated",
      getItem: "learn.microsoft.com/javascript/api/excel/excel.worksheetcollection#getitem: by name or id; ItemNotFound otherwise",
    },
  },

  Worksheet: worksheet,

  WorksheetProtection: {
    scalars: {
      Protected: { get: (sheet) => sheet.isProtected },
      Options: { get: (sheet) => (sheet.isProtected ? sheet.protectionOptions : null) },
    },
    methods: {
      Protect: (sheet, args) => {
        if (sheet.isProtected) {
          throw new HostError("InvalidOperation", "The worksheet is already protected.");
        }
        sheet.isProtected = true;
        sheet.protectionOptions = args.record(0);
        return null;
      },
      Unprotect: (sheet) => {
        sheet.isProtected = false;
        return null;
      },
    },
    follows: {
      protect: "learn.microsoft.com/javascript/api/excel/excel.worksheetprotection#protect: fails if the sheet is protected already",
      protected: "learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-worksheets#data-protection: locked cells answer AccessDenied",
    },
  },

  WorksheetFreezePanes: {
    methods: {
      FreezeRows: (sheet, args) => {
        sheet.frozen = { rows: args.integer(0, 1), columns: 0 };
        return null;
      },
      FreezeColumns: (sheet, args) => {
        sheet.frozen = { rows: 0, columns: args.integer(0, 1) };
        return null;
      },
      FreezeAt: (sheet, args, { workbook }) => {
        const area = args.range(0)?.area ?? resolveAddress(workbook, sheet, args.text(0)).area;
        sheet.frozen = {
          rows: area.rowCount === MAX_ROWS ? 0 : area.row + area.rowCount,
          columns: area.columnCount === MAX_COLUMNS ? 0 : area.column + area.columnCount,
        };
        return null;
      },
      Unfreeze: (sheet) => {
        sheet.frozen = null;
        return null;
      },
      GetLocationOrNullObject: (sheet, _args, session) => {
        if (!sheet.frozen) {
          return null;
        }
        const { rows, columns } = sheet.frozen;
        return object("Range", session.range(sheet, areaOf(0, 0, rows || MAX_ROWS, columns || MAX_COLUMNS)));
      },
    },
    follows: {
      freezeAt: "learn.microsoft.com/javascript/api/excel/excel.worksheetfreezepanes#freezeat: the top-left-most panes named by the range",
    },
  },
};
