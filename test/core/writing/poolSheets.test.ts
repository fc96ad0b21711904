// The sheets of each pool: contributions with exact shares, and the memorandum account.
import { poolPartnership } from "../../../src/core/pooling/pool";
import { poolPositions } from "../../../src/core/pooling/poolPosition";
import { startingTerms } from "../../../src/core/pooling/poolsTable";
import type { PoolTerms } from "../../../src/core/pooling/poolTerms";
import { contributionsSheet } from "../../../src/core/writing/contributionsSheet";
import { memorandumSheet } from "../../../src/core/writing/memorandumSheet";
import type { SheetSpec } from "../../../src/core/writing/types";
import { brackenshireReading, k, POOL } from "../../support/brackenshireLines";

const reading = brackenshireReading();
const positionsUnder = (change: Partial<PoolTerms> | null) => {
  const terms = startingTerms(poolPositions(reading)).map((row) => ({ ...row, ...change }));
  return poolPartnership(reading, change === null ? [] : terms).positions;
};
const valuesOf = (spec: SheetSpec) => spec.rows.map((row) => row.map((cell) => cell?.value ?? null));
const account = (change: Partial<PoolTerms> | null = null) => valuesOf(memorandumSheet(reading, positionsUnder(change), "2026-10-15"));
const rowOf = (values: ReturnType<typeof account>, label: string) => values.find((row) => row.includes(label))?.slice(2);
const pounds = (thousands: number): number => k(thousands) / 100;

describe("T-3.3 the memorandum account", () => {
  test.each<[string, number, number]>([
    ["Balance brought forward", 0, 0],
    ["Contribution: Brackenshire Council", 29_100, 29_100],
    ["C01", 42_000, 43_250],
    ["C04", 5_200, 4_780],
    ["C06", 1_800, 1_905],
    ["Client contributions and other income", 9_600, 9_750],
    ["Total funding", 49_000, 49_150],
    ["Total spending", 49_000, 49_935],
    ["(Under)/overspend", 0, 785],
  ])("%s: %d budget, %d forecast", (label, budget, forecast) => {
    expect(rowOf(account(), label)).toEqual([pounds(budget), pounds(forecast)]);
  });

  test("the overspend of 785 falls 579,784.26 and 205,215.74", () => {
    const values = account();
    expect(values.filter((row) => String(row[1]).startsWith("Of which ") && row[3] !== 0).map((row) => row[3])).toEqual([579_784.26, 205_215.74]);
    expect(values.filter((row) => row[0] === "ICB").map((row) => row.slice(2))).toEqual([[pounds(10_300), pounds(10_300)]]);
  });

  test("what was met first stands among those who bear, and the check under them is 0", () => {
    const values = account({ method: "H", meetFirst: [{ name: "Risk pool", pence: k(500) }], account: "lead commissioner as agent" });
    expect(rowOf(values, "Met by Risk pool")).toEqual([null, pounds(500)]);
    expect(rowOf(values, "Of which, less (under)/overspend: must be 0")).toEqual([null, 0]);
    expect(values.at(-1)?.[1]).toBe("Kept by Brackenshire Council. Accounts: lead commissioner as agent.");
  });

  test("a balance brought forward is funding, and less is asked of the host", () => {
    const values = account({ broughtForwardPence: k(100) });
    expect(rowOf(values, "Contribution: Brackenshire Council")).toEqual([pounds(29_000), pounds(29_000)]);
    expect(rowOf(values, "(Under)/overspend")).toEqual([0, pounds(785)]);
  });
});

describe("Contributions", () => {
  const sheet = (change: Partial<PoolTerms> | null) => contributionsSheet(reading, positionsUnder(change), "2026-10-15").sheet;

  test("T-3.3 shares 73.86% and 26.14%, held exactly and written as fractions", () => {
    const spec = sheet(null);
    const rows = spec.rows.filter((row) => row[0]?.value === "COUNCIL" || row[0]?.value === "ICB");
    expect(rows.map((row) => [row[2]?.value, row[3]?.value, row[3]?.format, row[4]?.value, row[7]?.value])).toEqual([
      [pounds(29_100), 29_100 / 39_400, "percent", "291 / 394", 579_784.26], [pounds(10_300), 10_300 / 39_400, "percent", "103 / 394", 205_215.74],
    ]);
    expect(rows.every((row) => row[2]?.formula?.startsWith("=ROUND(") === true && (row[5] ?? null) === null)).toBe(true);
    expect(valuesOf(spec).flat()).toContain("No agreement entered: pro rata to contributions");
  });

  test("the agreed schedule stands beside the sheets' figures, with the working in words below", () => {
    const values = valuesOf(sheet({ contributions: [{ agency: "COUNCIL", pence: k(29_000) }, { agency: "ICB", pence: k(10_300) }] }));
    expect(values.find((row) => row[0] === "COUNCIL")?.slice(5, 7)).toEqual([pounds(29_000), pounds(100)]);
    expect(values.at(-1)?.[0]).toContain("£205,215.74 to ICB");
  });

  test("a partnership without a pool is told so", () => {
    expect(valuesOf(contributionsSheet(reading, [], "2026-10-15").sheet).flat()).toContain("No line is coded to a pool.");
    expect(valuesOf(memorandumSheet(reading, [], "2026-10-15")).flat()).not.toContain(POOL);
  });
});
