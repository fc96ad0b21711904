// The sheets after a plan, known without reading them; sheets that calculate are named.
import type { SheetGrid } from "../../../src/core/reading/grid";
import { withPlan } from "../../../src/core/writing/withPlan";

const grid = (sheet: string, values: SheetGrid["values"], formula: string | null = null): SheetGrid => ({ file: null, sheet, visibility: "visible", values, formulas: values.map((row) => row.map((_, c) => (c === 1 ? formula : null))) });
const change = (sheet: string, address: string, after: string | number | null) => ({ sheet, address, before: null, after, why: "test" });

test("cells and rows below are as written, other sheets and the grids before are as they were", () => {
  const before = [grid("Council", [["a", 1, 2]]), grid("Fire", [["b", 1]]), grid("Purse Register", [["No"]], "=1")];
  const { grids, stale } = withPlan(before, { changes: [change("Council", "C1", 9), change("Purse Register", "B4", "new"), change("Purse Register", "A4", 1)] });
  expect(grids.map(({ values }) => values)).toEqual([[["a", 1, 9]], [["b", 1]], [["No"], [], [], [1, "new"]]]);
  expect([grids[1] === before[1], before[0]?.values, stale]).toEqual([true, [["a", 1, 2]], []]);
});

test("an agency's sheet that calculates is to be read again, one of ours is not", () => {
  expect(withPlan([grid("Council", [["a", 1, 2]], "=C1"), grid("Purse Register", [["No", 1]], "=A1")], { changes: [change("Council", "C1", 9), change("Purse Register", "A1", "x")] }).stale).toEqual(["Council"]);
});
