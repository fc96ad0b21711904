// Rows made when they are asked for: an ordinary array to whoever reads it.
import fc from "fast-check";
import { rowsOnDemand } from "../../../src/core/writing/rowsOnDemand";
import type { SheetCell, SheetSpec } from "../../../src/core/writing/types";

const head: SheetSpec["rows"] = [[{ value: "Title" }], [null, { value: "Heading" }]];
const row = (i: number): SheetCell[] => [{ value: i }, { value: `row ${i}` }];

test("rows are read as from the array that holds them all", () => {
  fc.assert(fc.property(fc.nat(40), fc.integer({ min: -2, max: 45 }), (count, at) => {
    const eager: SheetSpec["rows"] = [...head, ...Array.from({ length: count }, (_, i) => row(i))];
    const onDemand = rowsOnDemand(head, count, row);
    expect(onDemand.length).toBe(eager.length);
    expect(onDemand[at]).toEqual(eager[at]);
    expect(at in onDemand).toBe(at in eager);
    expect([...onDemand]).toEqual(eager);
    expect(onDemand.map((cells) => cells.length)).toEqual(eager.map((cells) => cells.length));
    expect([...onDemand.entries()]).toEqual([...eager.entries()]);
    expect(onDemand.slice(1, 5)).toEqual(eager.slice(1, 5));
    expect(onDemand.reduce((sum, cells) => sum + cells.length, 0)).toBe(eager.reduce((sum, cells) => sum + cells.length, 0));
  }));
});

test("a row is made when it is asked for, once for all of its cells, and none is kept for later", () => {
  const made: number[] = [];
  const rows = rowsOnDemand(head, 1_000_000, (i) => {
    made.push(i);
    return row(i);
  });
  expect(made).toEqual([]);
  expect([rows[900_002]?.[0]?.value, rows[900_002]?.[1]?.value, rows[2]?.[0]?.value, rows[900_002]?.[0]?.value]).toEqual([900_000, "row 900000", 0, 900_000]);
  expect(made).toEqual([900_000, 0, 900_000]);
});

test("nothing can be put in", () => {
  const rows = rowsOnDemand(head, 1, row) as SheetCell[][];
  expect(() => rows.push([])).toThrow(TypeError);
  expect(rows).toHaveLength(3);
});
