/** Tables, their columns and rows. */
import type { Area } from "../../model/address";
import { intersection, lastRow } from "../../model/address";
import { HostError, invalidArgument } from "../../model/errors";
import { deleteCells, insertCells } from "../../model/shift";
import { addTable, deleteTable, renameTable, resizeTable } from "../../model/tables";
import type { TableModel } from "../../model/workbook";
import { guardSheet, matrixFor, writeEntries } from "../../model/write";
import type { Args, HostObject, Registry, Scalar } from "../registry";
import { asFlag, asText, found, object } from "../registry";
import type { Session } from "../session";
import type { Targets } from "../targets";
import { resolveAddress } from "./worksheets";

type TableTypes = Pick<Registry, "TableCollection" | "Table" | "TableColumnCollection" | "TableColumn" | "TableRowCollection">;
type Collection = Targets["TableCollection"];

const listed = ({ workbook, sheet }: Collection): TableModel[] =>
  workbook.tables.filter((table) => sheet === null || table.sheet === sheet);

const find = (collection: Collection, key: string): TableModel | undefined => {
  const table = collection.workbook.findTable(key);
  return table && (collection.sheet === null || table.sheet === collection.sheet) ? table : undefined;
};

const headerArea = (table: TableModel): Area | null => (table.showHeaders ? { ...table.area, rowCount: 1 } : null);
const totalArea = (table: TableModel): Area | null => (table.showTotals ? { ...table.area, row: lastRow(table.area), rowCount: 1 } : null);
const bodyArea = (table: TableModel): Area => {
  const top = table.showHeaders ? 1 : 0;
  const bottom = table.showTotals ? 1 : 0;
  return { ...table.area, row: table.area.row + top, rowCount: table.area.rowCount - top - bottom };
};

const rangeOf = (table: TableModel, area: Area | null, session: Session): HostObject =>
  object("Range", session.range(table.sheet, found(area)));

const place = (collection: Collection, args: Args, session: Session) => {
  const given = args.range(0);
  if (given) {
    return { sheet: given.sheet, area: given.area };
  }
  return resolveAddress(session.workbook, collection.sheet ?? session.workbook.activeSheet, args.text(0));
};

const flagScalar = (
  key: "showFilterButton" | "showBandedRows" | "showBandedColumns" | "highlightFirstColumn" | "highlightLastColumn",
): Scalar<TableModel> => ({
  get: (table) => table[key],
  set: (table, value) => {
    table[key] = asFlag(value);
  },
});

const columnPlace = (table: TableModel, key: string, names: readonly string[]): number => {
  const byName = names.findIndex((name) => name.toLowerCase() === key.toLowerCase());
  const byId = Number(key) - 1;
  return byName >= 0 ? byName : Number.isInteger(byId) && byId >= 0 && byId < table.area.columnCount ? byId : -1;
};

const columnArea = (area: Area, index: number): Area => ({ ...area, column: area.column + index, columnCount: 1 });

export const tableTypes: TableTypes = {
  TableCollection: {
    scalars: { Count: { get: (collection) => listed(collection).length } },
    items: (collection) => listed(collection).map((table) => object("Table", table)),
    methods: {
      Add: (collection, args, session) => {
        const { sheet, area } = place(collection, args, session);
        guardSheet(sheet);
        return object("Table", addTable(session.workbook, sheet, area, args.flag(1)));
      },
      GetItem: (collection, args) => object("Table", found(find(collection, args.key(0)))),
      GetItemOrNullObject: (collection, args) => {
        const table = find(collection, args.key(0));
        return table ? object("Table", table) : null;
      },
      GetItemAt: (collection, args) => object("Table", found(listed(collection)[args.integer(0)])),
      GetCount: (collection) => listed(collection).length,
    },
    follows: {
      add: "learn.microsoft.com/javascript/api/excel/excel.tablecollection#add: fails where it would overlap another table or merged cells",
    },
  },

  Table: {
    identity: (table) => ({ Id: table.id }),
    scalars: {
      Id: { get: (table) => table.id },
      Name: {
        get: (table) => table.name,
        set: (table, value, { workbook }) => renameTable(workbook, table, asText(value)),
      },
      ShowHeaders: { get: (table) => table.showHeaders },
      ShowTotals: {
        get: (table) => table.showTotals,
        set: (table, value, { workbook }) => {
          const wanted = asFlag(value);
          if (wanted !== table.showTotals) {
            guardSheet(table.sheet);
            const below = { ...table.area, row: lastRow(table.area) + (wanted ? 1 : 0), rowCount: 1 };
            if (wanted) {
              insertCells(workbook, table.sheet, below, "row");
            }
            table.showTotals = wanted;
            table.area = { ...table.area, rowCount: table.area.rowCount + (wanted ? 1 : -1) };
            if (!wanted) {
              deleteCells(workbook, table.sheet, below, "row");
            }
          }
        },
      },
      Style: {
        get: (table) => table.style,
        set: (table, value) => {
          table.style = asText(value);
        },
      },
      ShowFilterButton: flagScalar("showFilterButton"),
      ShowBandedRows: flagScalar("showBandedRows"),
      ShowBandedColumns: flagScalar("showBandedColumns"),
      HighlightFirstColumn: flagScalar("highlightFirstColumn"),
      HighlightLastColumn: flagScalar("highlightLastColumn"),
    },
    navigations: {
      Columns: (table) => object("TableColumnCollection", table),
      Rows: (table) => object("TableRowCollection", table),
      Worksheet: (table) => object("Worksheet", table.sheet),
    },
    methods: {
      GetRange: (table, _args, session) => rangeOf(table, table.area, session),
      GetHeaderRowRange: (table, _args, session) => rangeOf(table, headerArea(table), session),
      GetDataBodyRange: (table, _args, session) => rangeOf(table, bodyArea(table), session),
      GetTotalRowRange: (table, _args, session) => rangeOf(table, totalArea(table), session),
      Resize: (table, args, session) => {
        const given = args.range(0) ?? resolveAddress(session.workbook, table.sheet, args.text(0));
        if (given.sheet !== table.sheet) {
          throw invalidArgument("The new range must be on the table's sheet.");
        }
        resizeTable(session.workbook, table, given.area);
        return null;
      },
      Delete: (table, _args, { workbook }) => {
        guardSheet(table.sheet);
        deleteTable(workbook, table);
        return null;
      },
      ConvertToRange: (table, _args, session) => {
        guardSheet(table.sheet);
        session.workbook.tables = session.workbook.tables.filter((each) => each !== table);
        session.workbook.noteStructure();
        return rangeOf(table, table.area, session);
      },
      ClearFilters: () => null,
    },
    follows: {
      name: "learn.microsoft.com/javascript/api/excel/excel.table#name and support.microsoft.com, Rename an Excel table: unique, no spaces, not like a cell",
      resize: "learn.microsoft.com/javascript/api/excel/excel.table#resize: the header row stays where it is and the ranges must overlap",
      getDataBodyRange: "learn.microsoft.com/javascript/api/excel/excel.table#getdatabodyrange",
      "rows below":
        "learn.microsoft.com/office/dev/add-ins/excel/co-authoring-in-excel-add-ins: values written right below a table make it grow",
    },
  },

  TableColumnCollection: {
    scalars: { Count: { get: (table) => table.area.columnCount } },
    items: (table) => Array.from({ length: table.area.columnCount }, (_, index) => object("TableColumn", { table, index })),
    methods: {
      GetItem: (table, args, { workbook }) => {
        const index = columnPlace(table, args.key(0), workbook.columnNames(table));
        return object("TableColumn", { table, index: found(index < 0 ? null : index) });
      },
      GetItemOrNullObject: (table, args, { workbook }) => {
        const index = columnPlace(table, args.key(0), workbook.columnNames(table));
        return index < 0 ? null : object("TableColumn", { table, index });
      },
      GetItemAt: (table, args) => {
        const index = args.integer(0);
        return object("TableColumn", { table, index: found(index < table.area.columnCount && index >= 0 ? index : null) });
      },
      GetCount: (table) => table.area.columnCount,
    },
  },

  TableColumn: {
    identity: ({ index }) => ({ Id: index + 1 }),
    scalars: {
      Id: { get: ({ index }) => index + 1 },
      Index: { get: ({ index }) => index },
      Name: {
        get: ({ table, index }, { workbook }) => workbook.columnNames(table)[index],
        set: ({ table, index }, value, { workbook }) => {
          const header = headerArea(table);
          if (!header) {
            throw new HostError("InvalidOperation");
          }
          writeEntries(workbook, table.sheet, columnArea(header, index), [[asText(value)]]);
        },
      },
    },
    methods: {
      GetRange: ({ table, index }, _args, session) => rangeOf(table, columnArea(table.area, index), session),
      GetDataBodyRange: ({ table, index }, _args, session) => rangeOf(table, columnArea(bodyArea(table), index), session),
      GetHeaderRowRange: ({ table, index }, _args, session) => rangeOf(table, columnArea(found(headerArea(table)), index), session),
    },
  },

  TableRowCollection: {
    scalars: { Count: { get: (table) => bodyArea(table).rowCount } },
    methods: {
      GetCount: (table) => bodyArea(table).rowCount,
      Add: (table, args, { workbook }) => {
        if (args.isGiven(0)) {
          throw new HostError("ApiNotFound", "TableRowCollection.add at an index is not built in the embedded host");
        }
        const given = args.raw(1);
        const rows = Array.isArray(given) && Array.isArray(given[0]) ? given : [given];
        const after = lastRow(bodyArea(table));
        const area = { ...table.area, row: after + 1, rowCount: rows.length };
        if (table.showTotals || workbook.tablesIn(table.sheet, area).some((other) => other !== table)) {
          insertCells(workbook, table.sheet, area, "row");
        }
        if (!intersection(table.area, area)) {
          table.area = { ...table.area, rowCount: table.area.rowCount + rows.length };
        }
        writeEntries(workbook, table.sheet, area, matrixFor(area, rows));
        return null;
      },
    },
  },
};
