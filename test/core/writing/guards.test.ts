// What a plan holds beside the cells it changes: an agency's words, all of a row of ours, and the row that new rows follow.
import type { CellValue, SheetGrid } from "../../../src/core/reading/grid";
import { guarded } from "../../../src/core/writing/guards";
import type { CellChange } from "../../../src/core/writing/types";

const grid = (sheet: string, values: CellValue[][], formulas?: (string | null)[][]): SheetGrid => ({ file: null, sheet, visibility: "visible", values, ...(formulas === undefined ? {} : { formulas }) });
const change = (sheet: string, address: string): CellChange => ({ sheet, address, before: null, after: 1, why: "test" });
const held = (grids: SheetGrid[], ...changes: CellChange[]): string[] => (guarded({ changes, resizes: [] }, grids).guards ?? []).map(({ sheet, address, value }) => `${sheet}!${address}=${String(value)}`);

test("in an agency's row the words and the heading above are held, amounts and formulas are not", () => {
  const council = grid("Council", [["Code", "Service", "Revised", "Note"], ["C04", "Day care", 1200, "x"]], [[null, null, null, null], [null, null, null, '="x"']]);
  expect(held([council], change("Council", "C2"))).toEqual(["Council!A2=C04", "Council!B2=Day care", "Council!C1=Revised"]);
});

test("in a row of ours everything is held; new rows hold the row that they follow", () => {
  const register = grid("Purse Register", [["Register"], ["No", "Amount £"], [1, -5], [2, 5]]);
  expect(held([register], change("Purse Register", "A4"))).toEqual(["Purse Register!B4=5"]);
  expect(held([register], change("Purse Register", "A5"), change("Purse Register", "B5"), change("Purse Register", "A6"))).toEqual(["Purse Register!A4=2", "Purse Register!B4=5"]);
});

test("each cell is held once, and a changed one not at all", () => {
  const council = grid("Council", [["Code", "Revised", "Forecast"], ["C04", 1, 2]]);
  expect(held([council], change("Council", "B2"), change("Council", "C2"))).toEqual(["Council!A2=C04", "Council!B1=Revised", "Council!C1=Forecast"]);
});
