// The pane's figures: every one re-adds to the pool it is taken from, under both lenses, and previews balance or say that they don't.
import fc from "fast-check";
import { byAgency, byOutcome, controlCounts, controlsInOrder, placeFigures } from "../../../src/app/selectors/pool";
import { amountText, previewSummary, valueText } from "../../../src/app/selectors/preview";
import { registerGroups } from "../../../src/app/selectors/register";
import { isProvenBest, possibleGainPence, pressureRows } from "../../../src/app/selectors/suggestions";
import { questions, sourceRows, totalAgrees } from "../../../src/app/selectors/sources";
import type { Preview } from "../../../src/app/state";
import type { Issue } from "../../../src/core/issues/issue";
import { sumPenceBy } from "../../../src/core/money/pence";
import { poolPartnership } from "../../../src/core/pooling/pool";
import type { Lens } from "../../../src/core/pooling/types";
import type { RegisterRow } from "../../../src/core/virement/life";
import type { Pressure, StageProof, Suggestions } from "../../../src/core/virement/types";
import { brackenshireReading, k } from "../../support/brackenshireLines";

const reading = brackenshireReading();
const pool = poolPartnership(reading);

test.each<[Lens, number]>([["funds", 126_310], ["spends", 126_300]])("T-3.1 %s: agencies and outcomes each add to the place's total", (lens, thousands) => {
  const place = placeFigures(pool, reading, lens);
  expect(place.budgetPence).toBe(k(thousands));
  for (const slices of [byAgency(pool, reading, lens), byOutcome(pool, reading, lens)]) {
    expect(sumPenceBy(slices, (slice) => slice.budgetPence)).toBe(place.budgetPence);
    expect(sumPenceBy(slices, (slice) => slice.variancePence)).toBe(place.variancePence);
    for (const slice of slices) expect(sumPenceBy(slice.lines, (line) => line.budgetPence)).toBe(slice.budgetPence);
  }
});

test("any change of any line is seen in the place, its agency and its outcome alike", () => {
  fc.assert(fc.property(fc.constantFrom(...reading.lines.map((line) => line.id)), fc.integer({ min: -5_000_000, max: 5_000_000 }), (id, pence) => {
    const changed = brackenshireReading({ [id]: { forecastPence: pence } });
    const pooled = poolPartnership(changed);
    for (const lens of ["funds", "spends"] as const) {
      const place = placeFigures(pooled, changed, lens);
      expect(sumPenceBy(byAgency(pooled, changed, lens), (slice) => slice.variancePence)).toBe(place.variancePence);
      expect(sumPenceBy(byOutcome(pooled, changed, lens), (slice) => slice.variancePence)).toBe(place.variancePence);
    }
  }), { numRuns: 40 });
});

test("controls that do not agree stand first and are counted", () => {
  const [control] = pool.controls;
  if (control === undefined) throw new Error("There is no control.");
  const mixed = [{ ...control, result: "green" as const }, { ...control, result: "red" as const }, { ...control, result: "amber" as const }];
  expect(controlsInOrder(mixed).map((one) => one.result)).toEqual(["red", "amber", "green"]);
  expect(controlCounts(mixed)).toEqual({ agree: 1, close: 1, disagree: 1, idle: 0 });
});

const issue = (code: Issue["code"], severity: Issue["severity"], pence: number | null, sheet = "Council"): Issue => ({
  code, severity, pence, facts: {}, where: { file: null, sheet, address: "A1" },
});

test("questions stand with most money first, remarks are not among them", () => {
  const all = [issue("not-coded", "question", 5), issue("unit-mixed", "info", 900), issue("funding-split", "question", -700), issue("no-table", "error", null)];
  expect(questions(all).map((one) => one.code)).toEqual(["funding-split", "not-coded", "no-table"]);
});

test("a sheet is marked by what is asked of it alone; sheets of ours are not listed", () => {
  const sheet = (name: string, kind: "budget" | "purse" | "coding" | "ignored" | "unreadable") => ({
    file: null, sheet: name, kind, agency: null, tables: [], lineCount: 0, totals: [], setAside: [], sentence: "",
  });
  const sheets = [sheet("Council", "budget"), sheet("ICB", "budget"), sheet("Coding", "coding"), sheet("Notes", "ignored"), sheet("Scan", "unreadable"), sheet("Purse", "purse")];
  const rows = sourceRows({ ...reading, sheets }, [issue("funding-split", "question", 1), issue("unit-mixed", "info", null, "ICB")]);
  expect(rows.map((row) => [row.sheet.sheet, row.mark])).toEqual([
    ["Council", "question"], ["ICB", "agrees"], ["Coding", "agreed"], ["Notes", "not-used"], ["Scan", "cannot-read"],
  ]);
});

test("a printed total agrees, differs, or has nothing beside it", () => {
  const total = { label: "Total", stage: "revised" as const, cell: { file: null, sheet: "A", address: "B9" }, printedPence: 100, level: "grand-total" as const };
  expect([100, 99, null].map((computedPence) => totalAgrees({ ...total, computedPence }))).toEqual(["equal", "differs", "none"]);
});

const apply = (changes: Preview["plan"]["changes"], obstacles: Preview["obstacles"] = []): Preview => ({
  kind: "apply", virementIds: ["V"], plan: { changes, resizes: [] }, sides: [], obstacles,
});
const COUNCIL = "Brackenshire Council";

test("a preview adds the changed budgets in pence, whatever the sheet's unit, sign habit or text style", () => {
  const changed = brackenshireReading({
    C04: { source: { file: null, sheet: COUNCIL, address: "D8", cells: { revised: "D8" }, sign: 1, pencePerUnit: 100_000 } },
    C06: { source: { file: null, sheet: "Income first", address: "B2", cells: { revised: "B2" }, sign: -1, pencePerUnit: 100 } },
  });
  const summary = previewSummary(apply([
    { sheet: COUNCIL, address: "D8", before: "5,200", after: "5,095", why: "" },
    { sheet: "Income first", address: "B2", before: "(£1,800,000)", after: "(£1,905,000)", why: "" },
    { sheet: "Virements", address: "Q5", before: "suggested", after: "applied", why: "" },
  ]), changed.lines);
  expect(summary.sheets.map((sheet) => [sheet.sheet, sheet.ours, sheet.beforePence, sheet.afterPence])).toEqual([
    [COUNCIL, false, k(5_200), k(5_095)], ["Income first", false, k(1_800), k(1_905)], ["Virements", true, null, null],
  ]);
  expect(summary.differencePence).toBe(0);
  expect(summary.budgetCells).toBe(2);
});

test("a preview that does not balance says by how much, and one that can't be added says nothing", () => {
  expect(previewSummary(apply([{ sheet: COUNCIL, address: "D8", before: 5_200, after: 5_300, why: "" }]), reading.lines).differencePence).toBe(k(100));
  expect(previewSummary(apply([{ sheet: COUNCIL, address: "D8", before: "tbc", after: 5_300, why: "" }]), reading.lines).differencePence).toBeNull();
});

test("cell values keep every digit; the register's stored form is opened", () => {
  expect([null, 1234567.5, -12, "n/a", '"5,200"', "5200", "null", true].map(valueText)).toEqual(["", "1,234,567.5", "−12", "n/a", "5,200", "5,200", "", "true"]);
  expect([amountText(5200, "pounds"), amountText(-5200, "pounds"), amountText(5200, "thousands"), amountText("£5,200", "pounds")]).toEqual(["£5,200", "−£5,200", "5,200", "£5,200"]);
});

const stage = (objective: StageProof["objective"], value: number, bound: number): StageProof => ({ objective, value, bound, optimal: value === bound });

test("proof: best only when every stage is; the possible gain is that of the pressure closed", () => {
  expect(isProvenBest([])).toBe(false);
  expect(isProvenBest([stage("pressure-closed", 10, 10), stage("number-of-moves", 3, 3)])).toBe(true);
  expect(isProvenBest([stage("pressure-closed", 10, 10), stage("number-of-moves", 3, 2)])).toBe(false);
  expect(possibleGainPence([stage("pressure-closed", 1_000, 1_250)])).toBe(250);
  expect(possibleGainPence([stage("number-of-moves", 3, 2)])).toBeNull();
});

test("a pressure is closed by all the moves that reach it", () => {
  const pressure = (lineId: string, pence: number): Pressure => ({ lineId, agency: "COUNCIL", outcome: "O1", pence, weight: 1, addressable: true, reason: "" });
  const move = (to: string, amountPence: number) => ({ to, amountPence }) as Suggestions["moves"][number];
  const rows = pressureRows({ pressures: [pressure("A", 100), pressure("B", 400)], moves: [move("B", 100), move("B", 200), move("A", 100)] } as unknown as Suggestions);
  expect(rows.map((row) => [row.pressure.lineId, row.closedPence, row.share])).toEqual([["B", 300, 0.75], ["A", 100, 1]]);
});

test("register rows are kept together by virement, the newest first; only an applied one can be reversed", () => {
  const row = (number: number, virementId: string) => ({ number, virementId }) as RegisterRow;
  const virement = (id: string, state: "applied" | "reversed") => ({ id, state }) as never;
  const groups = registerGroups([row(1, "V1"), row(2, "V1"), row(3, "V2"), row(4, "V1")], [virement("V1", "reversed"), virement("V2", "applied")]);
  expect(groups.map((group) => [group.virementId, group.rows.map((one) => one.number), group.revertable])).toEqual([["V2", [3], true], ["V1", [1, 2, 4], false]]);
});
