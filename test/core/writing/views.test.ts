// The views beside the pooled one: flexibility, year on year, and the reconciliation with both sides of each control.
import { poolPartnership } from "../../../src/core/pooling/pool";
import { poolPositions } from "../../../src/core/pooling/poolPosition";
import { startingTerms } from "../../../src/core/pooling/poolsTable";
import type { SheetCell, SheetSpec } from "../../../src/core/writing/types";
import type { RegisterRow } from "../../../src/core/virement/life";
import { brackenshireReading, k, POOL } from "../../support/brackenshireLines";
import { withLastYear, writtenSheets } from "../../support/writtenSheets";

const reading = brackenshireReading();
const pounds = (thousands: number): number => k(thousands) / 100;
const named = (specs: readonly SheetSpec[], name: string): SheetSpec => {
  const found = specs.find((spec) => spec.name === name);
  if (found === undefined) throw new Error(`No sheet ${name}.`);
  return found;
};
const values = (spec: SheetSpec) => spec.rows.map((row) => row.map((cell) => cell?.value ?? null));
const rowOf = (spec: SheetSpec, ...labels: string[]): readonly (SheetCell | null)[] =>
  spec.rows.find((row) => labels.every((label) => row.slice(0, 3).some((cell) => cell?.value === label))) ?? [];
const figures = (spec: SheetSpec, ...labels: string[]) => rowOf(spec, ...labels).map((cell) => cell?.value ?? null);

describe("P9 flexibility by agency and class", () => {
  const view = named(writtenSheets(reading), "Flexibility View");

  test("the four parts add to the agencies' gross, agency by agency and in all", () => {
    for (const totals of poolPartnership(reading).agencies) {
      const [free, conditional, fixed, central, all] = figures(view, totals.agency).slice(2).map(Number);
      expect((free ?? 0) + (conditional ?? 0) + (fixed ?? 0) + (central ?? 0)).toBeCloseTo(all ?? -1, 2);
      expect(all).toBe(totals.grossPence / 100);
    }
    expect(figures(view, "All")[6]).toBe(pounds(185_850));
  });

  test("what Whitehall controls is central, and what moves inside its pool is on conditions", () => {
    expect(figures(view, "JCP").slice(2, 6)).toEqual([0, 0, 0, pounds(4_400)]);
    expect(Number(figures(view, "COUNCIL")[3])).toBeGreaterThan(0);
  });

  test("both reconciliations are 0", () => {
    expect([figures(view, "By agency, less the agencies' gross")[2], figures(view, "By class, less the agencies' gross")[2]]).toEqual([0, 0]);
  });
});

describe("P8 year on year", () => {
  test("without an earlier year it says so", () => {
    expect(values(named(writtenSheets(reading), "Year on Year")).flat()).toContain("No sheet prints a figure for an earlier year beside this one.");
  });

  test("cash and real changes of an agency, and what is not compared", () => {
    const view = named(writtenSheets(reading, [], withLastYear(reading)), "Year on Year");
    const [then, now, change, percent, real, realChange] = figures(view, "FIRE").slice(2).map(Number);
    expect([then, now, change]).toEqual([1_274_000.01, 1_300_000, 25_999.99]);
    expect(percent).toBeCloseTo(1_300_000 / 1_274_000.01 - 1, 9);
    expect([real, realChange]).toEqual([1_308_398.01, -8_398.01]);
    expect(figures(view, "Not compared: lines without the earlier year")[3]).toBe(pounds(900));
    expect(figures(view, "By agency less by outcome: must be 0")[3]).toBe(0);
  });

  test("T-3.4 cash −2.0% with prices up 2.7% is −4.5764% in real terms", () => {
    const lines = reading.lines.map((line) => (line.id === "F01" ? { ...line, revisedPence: 12_378_380 } : line));
    const figure = { lineId: "F01", year: 2025, stage: "outturn" as const, pence: 12_631_000, cell: { file: null, sheet: "Fire", address: "Z1" } };
    const index = (year: number, value: number) => ({ index: "GDP deflator", year, value, version: "2026-09-30", source: "", cell: null });
    const view = named(writtenSheets({ ...reading, lines }, [], {
      years: { yearOf: new Map([["F01", 2026]]), earlier: [figure] }, indices: [index(2025, 100), index(2026, 102.7)],
    }), "Year on Year");
    expect(Number(figures(view, "FIRE")[5])).toBeCloseTo(-0.02, 6);
    expect(Number(figures(view, "FIRE")[8])).toBeCloseTo(-0.045764, 5);
  });
});

describe("P12 the reconciliation", () => {
  const terms = startingTerms(poolPositions(reading)).map((row) => ({
    ...row, contributions: [{ agency: "COUNCIL", pence: k(29_000) }, { agency: "ICB", pence: k(10_300) }], minimums: [{ agency: "ICB", pence: k(10_400) }],
  }));
  const page = named(writtenSheets(reading, terms), "Reconciliation");

  test("R3 gross: both sides are formulas, and both cells are links to the pooled view", () => {
    const row = rowOf(page, "Pool gross is the agencies' gross less eliminations");
    expect(row.slice(3, 8).map((cell) => cell?.value)).toEqual([pounds(172_460), pounds(172_460), 0, 0, "agrees"]);
    expect(row.slice(3, 6).every((cell) => cell?.formula?.startsWith("=") === true)).toBe(true);
    expect([row[8]?.link?.sheet, row[9]?.link?.sheet]).toEqual(["Pooled View", "Pooled View"]);
  });

  test("R9 and R10 point to the contribution, and tell what is missing", () => {
    const row = rowOf(page, "Contribution in the sheets is the agreed one", `${POOL}: COUNCIL`);
    expect(row.slice(3, 8).map((cell) => cell?.value)).toEqual([pounds(29_000), pounds(29_100), pounds(100), 0, "does not agree"]);
    expect(row.slice(8, 10).map((cell) => cell?.link?.sheet)).toEqual(["Contributions", "Contributions"]);
    const minimum = rowOf(page, "Contribution is at least the statutory minimum");
    expect([minimum[7]?.value, minimum[7]?.formula]).toEqual(["does not agree", expect.stringContaining(">=0")]);
  });

  test("R12 is shown as not comparable, never as agreeing", () => {
    expect(figures(page, "Balance brought forward is last year's carried forward")[7]).toBe("nothing to compare");
  });

  test("every check is counted, and what was found in the data is listed", () => {
    const counted = page.rows.filter((row) => row[3]?.formula?.startsWith("=COUNTIFS") === true);
    expect(counted).toHaveLength(16);
    const total = counted.reduce((sum, row) => sum + row.slice(3, 7).reduce((own, cell) => own + Number(cell?.value), 0), 0);
    expect(total).toBe(poolPartnership(reading, terms).controls.length);
    expect(values(page).flat()).toContain("What to look at in the data");
  });
});

describe("R8 and R11", () => {
  const controls = (id: string, change: Parameters<typeof brackenshireReading>[0], register: readonly RegisterRow[] = []) =>
    poolPartnership(brackenshireReading(change), [], { register }).controls.filter((control) => control.id === id);
  const row = (lineId: string, amountPence: number): RegisterRow => ({
    number: 1, virementId: "V1", action: "applied", by: "", on: "2026-10-15", lineId, amountPence, ruleIds: [], reason: "", sheet: "", address: "", before: "", after: "", check: "",
  });
  const council = (id: string) => reading.lines.find((line) => line.id === id)?.revisedPence ?? 0;
  const moved = {
    C15: { originalPence: council("C15"), revisedPence: council("C15") - k(50) }, C16: { originalPence: council("C16"), revisedPence: council("C16") + k(50) },
  };

  test("R8 a movement that the register does not hold is asked about, and one that it holds agrees", () => {
    const only = { C15: moved.C15 };
    expect(controls("R8", only).filter((c) => c.subject === "COUNCIL").map((c) => [c.result, c.differencePence])).toEqual([["amber", -k(50)]]);
    expect(controls("R8", only)[0]?.note).toContain("−£50,000 is in no register");
    expect(controls("R8", only, [row("C15", -k(50))]).filter((c) => c.subject === "COUNCIL").map((c) => c.result)).toEqual(["green", "red"]);
    expect(controls("R8", moved, [row("C15", -k(50)), row("C16", k(50))]).filter((c) => c.subject === "COUNCIL").map((c) => [c.result, c.differencePence]))
      .toEqual([["green", 0], ["green", 0]]);
  });

  test("R11 a grant that is not spent is to be carried forward", () => {
    const before = controls("R11", {}).filter((c) => c.subject.endsWith("DSG"));
    expect(before.map((c) => [c.result, c.expectedPence, c.foundPence])).toEqual([["green", k(30_000), k(32_100)]]);
    const short = controls("R11", { C13: { forecastPence: k(29_000) } }).filter((c) => c.subject.endsWith("DSG"));
    expect(short.map((c) => [c.result, c.note])).toEqual([["amber", expect.stringContaining("£1,000,000 is not forecast to be spent")]]);
  });
});
