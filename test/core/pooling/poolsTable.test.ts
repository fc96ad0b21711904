// The table of pools: through its sheet and back, what becomes of bad cells, and what its terms do to a pool's position and checks.
import { poolPartnership } from "../../../src/core/pooling/pool";
import { poolPositions } from "../../../src/core/pooling/poolPosition";
import { poolsSheet, readPools, startingTerms } from "../../../src/core/pooling/poolsTable";
import { termsOf, type PoolTerms } from "../../../src/core/pooling/poolTerms";
import type { CellValue, SheetGrid } from "../../../src/core/reading/grid";
import { TABLE_HEADER_ROW } from "../../../src/core/tables/table";
import { brackenshireReading, k, POOL } from "../../support/brackenshireLines";

const AGENCIES = ["COUNCIL", "ICB"];
const reading = brackenshireReading();
const [started] = startingTerms(poolPositions(reading));
if (started === undefined) throw new Error("The fixture has no pool.");
const row = (change: Partial<PoolTerms> = {}): PoolTerms => ({ ...started, ...change });
const full = row({
  method: "F", contributions: [{ agency: "COUNCIL", pence: k(29_100) }, { agency: "ICB", pence: k(10_300) + 5 }], minimums: [{ agency: "ICB", pence: k(10_300) }],
  weights: [{ agency: "COUNCIL", weight: 51 }, { agency: "ICB", weight: 49 }], caps: [{ agency: "ICB", pence: 25_000_050 }],
  tiers: [{ way: "host", hundredthsOfPercent: 125 }, { way: "contributions", hundredthsOfPercent: null }],
  partRules: [{ key: "C01", weights: [{ agency: "COUNCIL", weight: 85 }, { agency: "ICB", weight: 15 }] }, { key: "C04", weights: [] }],
  meetFirst: [{ name: "Risk pool 2026", pence: k(500) }], underspend: "windfall split", windfallPercent: 30, broughtForwardPence: 1,
  account: "lead commissioner as agent", from: "2026-04-01", to: "2027-03-31", source: "Section 75 agreement, schedule 2",
});

function gridOf(terms: readonly PoolTerms[], edits: Readonly<Record<string, CellValue>> = {}): SheetGrid {
  const spec = poolsSheet(terms);
  const values = spec.rows.map((cells) => cells.map((cell) => cell?.value ?? null));
  for (const [heading, value] of Object.entries(edits)) {
    const column = values[TABLE_HEADER_ROW]?.indexOf(heading) ?? -1;
    const body = values[TABLE_HEADER_ROW + 1];
    if (column < 0 || body === undefined) throw new Error(`No column ${heading}.`);
    body[column] = value;
  }
  return { file: null, sheet: spec.name, visibility: "visible", values };
}
const readBack = (terms: readonly PoolTerms[], edits?: Readonly<Record<string, CellValue>>) => readPools([gridOf(terms, edits)], AGENCIES, [POOL]);

describe("reading", () => {
  test("every field comes back, schemes in pounds, lines as weights", () => {
    const scheme = row({ method: "D", partRules: [{ key: "Beds", weights: [{ agency: "ICB", weight: 12_345_678 }] }], from: "2027-04-01" });
    const { rows, issues } = readBack([full, scheme]);
    expect(issues).toEqual([]);
    expect(rows.map((terms) => ({ ...terms, cell: null }))).toEqual([full, scheme]);
    expect(rows[0]?.cell?.address).toBe("A5");
  });

  test("without the table contributions share, and that is said", () => {
    const { rows, issues, found } = readPools([], AGENCIES, [POOL]);
    expect([rows, found]).toEqual([[], false]);
    expect(issues).toEqual([expect.objectContaining({ code: "rule-missing", facts: { table: "Purse Pools", why: expect.stringContaining("contributions in the sheets") as string } })]);
    expect(readPools([], AGENCIES, []).issues).toEqual([]);
  });

  test.each<[string, CellValue, string]>([
    ["Pool", "Another pool", "A5"],
    ["Host", "COUNTY", "B5"],
    ["Method", "half each", "C5"],
    ["Agreed contributions £", "COUNCIL lots", "D5"],
    ["Agreed contributions £", "29,100,000", "D5"],
    ["Weights", "COUNCIL 0; ICB 0", "F5"],
    ["Weights", "COUNCIL 1.5", "F5"],
    ["Tiers", "host 1% of it", "H5"],
    ["Tiers", "", "H5"],
    ["Lines or schemes", "C01 COUNCIL 85", "I5"],
    ["Windfall %", 130, "L5"],
    ["To date", "2025-01-01", "P5"],
  ])("a bad %s (%s) is an issue at its cell, and the row is left out", (heading, value, address) => {
    const { rows, issues } = readBack([full], { [heading]: value });
    expect(rows).toEqual([]);
    expect(issues[0]).toMatchObject({ code: "rule-invalid", where: { sheet: "Purse Pools", address }, facts: { column: heading } });
  });

  test("the terms of the day hold; without a day the newest", () => {
    const [old, next] = [row({ from: "2025-04-01", to: "2026-03-31", method: "A" }), row({ from: "2026-04-01", method: "G" })];
    expect(termsOf(POOL, [old, next], "2026-03-31")?.method).toBe("A");
    expect(termsOf(POOL, [old, next], "2026-04-01")?.method).toBe("G");
    expect(termsOf(POOL, [old, next], null)?.method).toBe("G");
    expect(termsOf(POOL, [old, next], "2024-01-01")).toBeUndefined();
  });
});

describe("positions", () => {
  test("the agreement shares the overspend, in the order of its schedule", () => {
    const capped = row({
      method: "E", caps: [{ agency: "ICB", pence: k(100) }], contributions: [{ agency: "ICB", pence: k(10_300) }, { agency: "COUNCIL", pence: k(29_100) }],
    });
    const [position] = poolPositions(reading, [capped]);
    expect(position?.shares).toEqual([
      { agency: "ICB", contributionPence: k(10_300), sharePence: k(100) }, { agency: "COUNCIL", contributionPence: k(29_100), sharePence: k(685) },
    ]);
    expect(position?.terms).toEqual(capped);
  });

  test("a balance brought forward lowers what the host has to put in", () => {
    expect(poolPositions(reading, [row({ broughtForwardPence: k(400) })])[0]?.shares.map((share) => share.contributionPence)).toEqual([k(28_700), k(10_300)]);
  });

  test("what the host pays a partner for a service is the pool's spending, not less contribution", () => {
    const bought = brackenshireReading({ C17: { pool: POOL, arrangement: "pooled" }, V03: { pool: POOL, arrangement: "pooled" }, V01: { pool: POOL, arrangement: "pooled" } });
    const [position] = poolPositions(bought);
    expect(position?.budgetPence).toBe(k(39_400 + 250 + 700 - 240));
    expect(position?.shares.find((share) => share.agency === "VCS")?.contributionPence).toBe(k(460));
  });
});

describe("controls R9 and R10", () => {
  const controls = (terms: readonly PoolTerms[]) => poolPartnership(reading, terms).controls.filter((control) => control.id === "R9" || control.id === "R10");
  const contributions = [{ agency: "COUNCIL", pence: k(29_100) }, { agency: "ICB", pence: k(10_400) }];

  test("no schedule, nothing to compare", () => {
    expect(controls([]).map(({ id, result, subject }) => [id, result, subject])).toEqual([["R9", "none", POOL]]);
  });

  test("each partner against the schedule, the difference shown", () => {
    expect(controls([row({ contributions })]).map(({ subject, result, differencePence }) => [subject, result, differencePence])).toEqual([
      [`${POOL}: COUNCIL`, "green", 0], [`${POOL}: ICB`, "red", k(-100)], [`${POOL}: ICB, its own sheet`, "red", k(-100)],
    ]);
  });

  test("the partner's own sheet is held to the schedule too: a host's record that agrees does not hide it", () => {
    const own = (paid: number): unknown[] => poolPartnership(brackenshireReading({ N03: { pool: POOL, revisedPence: paid } }), [row({ contributions: [{ agency: "COUNCIL", pence: k(29_100) }, { agency: "ICB", pence: k(10_300) }] })])
      .controls.filter((control) => control.id === "R9").map(({ subject, result, differencePence, cells }) => [subject, result, differencePence, cells.length]);
    expect(own(k(10_300) + 1)).toEqual([[`${POOL}: COUNCIL`, "green", 0, 0], [`${POOL}: ICB`, "green", 0, 0], [`${POOL}: ICB, its own sheet`, "red", 1, 1]]);
    expect(own(k(10_300))[2]).toEqual([`${POOL}: ICB, its own sheet`, "green", 0, 1]);
  });

  test("below the statutory minimum is red, on it or above is green", () => {
    const result = (least: number): unknown => controls([row({ minimums: [{ agency: "ICB", pence: least }] })]).find((control) => control.id === "R10")?.result;
    expect([result(k(10_300)), result(k(10_299)), result(k(10_300) + 1)]).toEqual(["green", "green", "red"]);
  });
});
