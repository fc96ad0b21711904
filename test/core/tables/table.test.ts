// Tables of ours are read back by their headings, wherever the columns went.
import { readTable, tableSheet, TABLE_HEADER_ROW, type TableDef } from "../../../src/core/tables/table";
import type { SheetGrid } from "../../../src/core/reading/grid";
import type { SheetSpec } from "../../../src/core/writing/types";

interface Thing {
  readonly name: string;
  readonly size: number;
}

const DEF: TableDef<Thing> = {
  sheet: "Things", table: "tblThings", title: "Things", subtitle: "£",
  columns: [
    { heading: "Name", width: 10, cell: (thing) => ({ value: thing.name }) },
    { heading: "Size £", width: 10, cell: (thing) => ({ value: thing.size }), choices: ["1", "2"], prompt: "Choose" },
  ],
};

const gridOf = (spec: SheetSpec): SheetGrid => ({ file: null, sheet: spec.name, visibility: "visible", values: spec.rows.map((row) => row.map((cell) => cell?.value ?? null)) });

test("what is written is read back", () => {
  const spec = tableSheet(DEF, [{ name: "a", size: 1 }, { name: "b", size: 2 }]);
  const records = readTable(gridOf(spec), ["Name", "Size £"]);
  expect(records?.map((r) => [r.text("name"), r.value("SIZE £"), r.address("Size £")])).toEqual([["a", 1, "B5"], ["b", 2, "B6"]]);
  expect(spec.tables).toEqual([{ name: "tblThings", area: { top: TABLE_HEADER_ROW, left: 0, bottom: TABLE_HEADER_ROW + 2, right: 1 } }]);
  expect(spec.validations[0]?.area).toEqual({ top: TABLE_HEADER_ROW + 1, left: 1, bottom: TABLE_HEADER_ROW + 2, right: 1 });
});

test("an empty table keeps one blank row for Excel and reads as no rows", () => {
  const spec = tableSheet(DEF, []);
  expect(spec.tables[0]?.area.bottom).toBe(TABLE_HEADER_ROW + 1);
  expect(readTable(gridOf(spec), ["Name"])).toEqual([]);
});

test("moved columns, added columns and blank rows do not matter; missing headings do", () => {
  const grid: SheetGrid = {
    file: null, sheet: "Things", visibility: "visible",
    values: [["My notes"], [null, "Size £", "Extra", "Name"], [], [null, 3, "x", "c"], [null, null, null, null], [null, 4, null, "d"]],
  };
  expect(readTable(grid, ["Name", "Size £"])?.map((r) => [r.text("Name"), r.value("Size £")])).toEqual([["c", 3], ["d", 4]]);
  expect(readTable(grid, ["Name", "Colour"])).toBeNull();
});
