// Which agreement shares a pool's year: the one that holds within it, whatever was entered for years before and after; changes within it are told.
import { issueText } from "../../../src/core/issues/issueText";
import { holdsInYear, yearsOfNames } from "../../../src/core/pooling/inYear";
import { poolPartnership } from "../../../src/core/pooling/pool";
import { poolPositions } from "../../../src/core/pooling/poolPosition";
import { startingTerms } from "../../../src/core/pooling/poolsTable";
import type { PoolTerms } from "../../../src/core/pooling/poolTerms";
import { ARRANGEMENT_PRESETS } from "../../../src/core/pooling/arrangements/presets";
import { brackenshireReading, k, POOL } from "../../support/brackenshireLines";

const reading = brackenshireReading();
const [started] = startingTerms(poolPositions(reading));
if (started === undefined) throw new Error("The fixture has no pool.");
const row = (from: string | null, to: string | null, change: Partial<PoolTerms> = {}): PoolTerms => ({ ...started, from, to, ...change });
const years = { yearOf: new Map(reading.lines.map((line) => [line.id, 2026])), earlier: [] };
const pooled = (...terms: PoolTerms[]) => poolPartnership(reading, terms, { years });
const shares = (...terms: PoolTerms[]): unknown => pooled(...terms).positions[0]?.shares.map((share) => share.sharePence);
const said = (...terms: PoolTerms[]): string[] => pooled(...terms).issues.filter(({ code }) => code === "terms-in-year").map(issueText);

const [BY_CONTRIBUTION, LEAD] = [[57_978_426, 20_521_574], [k(785), 0]];

describe("the agreement of the year", () => {
  test("one that begins next year, or ended before this one, shares nothing of this year", () => {
    const now = row("2026-04-01", "2027-03-31");
    expect(shares(now, row("2027-04-01", null, { method: "G" }))).toEqual(BY_CONTRIBUTION);
    expect(shares(row("2024-04-01", "2026-03-31", { method: "G" }))).toEqual(BY_CONTRIBUTION);
    expect(pooled(row("2027-04-01", null, { method: "G" })).positions[0]?.terms).toBeNull();
    expect(said(now, row("2027-04-01", null, { method: "G" }))).toEqual([]);
    expect(said(row("2027-04-01", null, { method: "G" }))).toEqual([expect.stringMatching(/"Independent later life" \(from 2027-04-01\) does not hold in 2026\/27/)]);
  });

  test("its first and last days count", () => {
    const holds = (from: string | null, to: string | null, year: number | null = 2026): boolean => holdsInYear({ from, to, cell: null }, year);
    expect([holds(null, "2026-03-31"), holds(null, "2026-04-01"), holds("2027-03-31", null), holds("2027-04-01", null), holds("2027-04-01", null, null)]).toEqual([false, true, true, false, true]);
  });

  test("where it changes within the year the later row shares the whole, and that is told with both", () => {
    const both = [row("2026-04-01", "2026-09-30"), row("2026-10-01", null, { method: "G" })];
    expect(shares(...both)).toEqual(LEAD);
    expect(said(...both)).toEqual([expect.stringMatching(/changes within 2026\/27 \(from 2026-04-01 to 2026-09-30 and from 2026-10-01\).*shared by the row from 2026-10-01/)]);
  });

  test("where no sheet names a year, the newest is used and nothing is said", () => {
    const terms = [row("2026-04-01", null), row("2027-04-01", null, { method: "G" })];
    const { positions, issues } = poolPartnership(reading, terms);
    expect([positions[0]?.shares.map((share) => share.sharePence), issues.filter(({ code }) => code === "terms-in-year")]).toEqual([LEAD, []]);
  });
});

describe("what an agreement says of single lines and schemes", () => {
  const found = (...terms: PoolTerms[]): string[] => pooled(...terms).issues.filter(({ code }) => code === "rule-invalid").map(issueText);
  const host = (key: string) => ({ key, weights: [] });

  test("of one that the pool does not hold is told with those that it holds, for it would share nothing unseen", () => {
    expect(found(row(null, null, { method: "C", partRules: [host("C01"), host("C99")] }))).toEqual([expect.stringMatching(/Lines or schemes holds "C99", but no line of the pool bears that name, so it shares nothing; the pool's are C01, C02/)]);
    expect(found(row(null, null, { method: "D", partRules: [host("C01"), host("Beds")] }))).toEqual([expect.stringMatching(/no scheme of the pool/)]);
    expect(found(row(null, null, { method: "B", partRules: [host("C99")] }))).toEqual([]);
  });

  test("capital letters do not matter where nothing else bears the name", () => {
    const all = ["c01", "c02", "c04", "c06"].map(host);
    expect([shares(row(null, null, { method: "C", partRules: all })), found(row(null, null, { method: "C", partRules: all }))]).toEqual([LEAD, []]);
  });
});

test("the year of a pool or scheme is the latest of its own lines, else the latest of all", () => {
  const yearOf = yearsOfNames(reading.lines, new Map([["C01", 2025], ["C13", 2026]]));
  expect([yearOf(POOL.toUpperCase()), yearOf("no such pool"), yearsOfNames(reading.lines, new Map())(POOL)]).toEqual([2025, 2026, null]);
});

test("an arrangement that ended before the year governs nothing of it", () => {
  const grant = ARRANGEMENT_PRESETS.filter((preset) => preset.name === "Area Based Grant").map((preset) => ({ ...preset, governs: [POOL] }));
  const told = (beside: Parameters<typeof poolPartnership>[2]): number => poolPartnership(reading, [], { arrangements: grant, ...beside }).issues.filter(({ code }) => code === "arrangement-broken").length;
  expect(grant).toMatchObject([{ to: "2011-03-31" }]);
  expect([told({}) > 0, told({ years })]).toEqual([true, 0]);
});
