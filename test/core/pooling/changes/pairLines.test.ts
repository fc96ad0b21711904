// Which line is which after an agency's sheet changed: codes first, then words, then figures; inserted rows and renamed lines are no new lines.
import type { CellValue } from "../../../../src/core/reading/grid";
import { readPartnership } from "../../../../src/core/reading/readPartnership";
import { changesSince } from "../../../../src/core/pooling/changes/changesSince";
import { snapshotOf } from "../../../../src/core/pooling/changes/snapshot";
import { sheetOf } from "../../../support/sheetGrid";

type Row = readonly CellValue[];
const CODED: readonly Row[] = [["010", "Day care", 100, 110], ["020", "Meals", 200, 190], ["030", "Respite", 300, 300]];
const UNCODED: readonly Row[] = [["ADULTS"], ["Staff", 100, 110], ["Rooms", 20, 20], ["CHILDREN"], ["Staff", 200, 190], ["Rooms", 30, 30]];

const coded = (rows: readonly Row[]) => readPartnership([sheetOf("Budget", [["Fictown Borough Council 2026/27, £"], ["Code", "Service", "Revised budget", "Forecast"], ...rows])]).lines;
const uncoded = (rows: readonly Row[]) => readPartnership([sheetOf("Budget", [["Fictown Borough Council 2026/27, £"], ["Service", "Revised budget", "Forecast"], ...rows])]).lines;

function told(before: ReturnType<typeof coded>, now: ReturnType<typeof coded>): unknown {
  const found = changesSince(snapshotOf(before, "2026-10-01"), now);
  return { counts: [found?.newLines, found?.goneLines, found?.changedLines], changes: found?.changes.map((c) => [c.kind, c.field, c.before ?? c.beforePence, c.after ?? c.afterPence]) };
}

describe("with codes", () => {
  test("rows inserted and lines in another order leave every line what it is", () => {
    const now = coded([["005", "Carers", 7, 7], ...[...CODED].reverse()]);
    expect(told(coded(CODED), now)).toEqual({ counts: [1, 0, 0], changes: [["new", "revised", null, 700], ["new", "forecast", null, 700]] });
  });

  test("a line renamed is the same line, and its old and new figures are told", () => {
    const now = coded(CODED.map((row) => (row[0] === "020" ? ["020", "Community meals", 200, 250] : row)));
    expect(told(coded(CODED), now)).toEqual({ counts: [0, 0, 1], changes: [["changed", "forecast", 19_000, 25_000], ["changed", "description", "Meals", "Community meals"]] });
  });

  test("a line coded anew is the same line by its words", () => {
    const now = coded(CODED.map((row) => (row[0] === "020" ? ["025", "Meals", 200, 190] : row)));
    expect(told(coded(CODED), now)).toEqual({ counts: [0, 0, 1], changes: [["changed", "line", "COUNCIL/020", "COUNCIL/025"]] });
  });
});

describe("without codes", () => {
  test("a section of the same words put in on top does not take the others' place", () => {
    const now = uncoded([["CORPORATE"], ["Staff", 50, 55], ["Rooms", 5, 5], ...UNCODED]);
    expect(told(uncoded(UNCODED), now)).toEqual({
      counts: [2, 0, 0], changes: [["new", "revised", null, 500], ["new", "forecast", null, 500], ["new", "revised", null, 5000], ["new", "forecast", null, 5500]],
    });
  });

  test("a line renamed is known again by its figures; with other figures too it is another line", () => {
    const renamed = (budget: number) => uncoded([["Day care", 100, 110], ["Community meals", budget, 190]]);
    const before = uncoded([["Day care", 100, 110], ["Meals", 200, 190]]);
    expect(told(before, renamed(200))).toMatchObject({ counts: [0, 0, 1], changes: [["changed", "description", "Meals", "Community meals"], ["changed", "line", "COUNCIL/Meals", "COUNCIL/Community meals"]] });
    expect(told(before, renamed(210))).toMatchObject({ counts: [1, 1, 0] });
  });

  test("two lines with the same figures are not guessed at", () => {
    const before = uncoded([["Day care", 100, 110], ["Meals", 200, 190], ["Clubs", 200, 190]]);
    expect(told(before, uncoded([["Day care", 100, 110], ["Lunches", 200, 190], ["Youth", 200, 190]]))).toMatchObject({ counts: [2, 2, 0] });
  });
});
