// The partners' agreed coding: found by its headings, joined by code or words, its faults named.
import type { CellValue } from "../../../../src/core/reading/grid";
import { readPartnership } from "../../../../src/core/reading/readPartnership";
import { sheetOf } from "../../../support/sheetGrid";

const COUNCIL = sheetOf("Council", [
  ["Larkshire County Council"], ["Revenue budget 2026/27, £000"], ["Code", "Service", "Revised budget", "Forecast"],
  ["0071", "Day care", 100, 110], ["0072", "Respite", 50, 50], ["0073", "Partnership income", -20, -20], [null, "Total", 130, 140],
]);
const HEAD: readonly CellValue[] = ["Agency", "Agency's code or line name", "Partnership ref", "Outcome", "Fund", "Ring-fence", "Counterparty", "Arrangement", "Committed £000", "Until", "Recurrence", "Staffing", "Priority"];
const PARTNERS: readonly CellValue[][] = [[], ["Partners"], ["Partner", "Short name", "Ref", "Also called", "Body type"], ["Larkshire County Council", "Council", "LCC", "County", "Council"], ["Larkshire ICB", "ICB", "LICB", "", "ICB"]];
const coding = (...rows: readonly (readonly CellValue[])[]) => sheetOf("Agreed by the board", [["Coding, amounts in £000"], [], HEAD, ...rows, ...PARTNERS]);
const read = (...rows: readonly (readonly CellValue[])[]) => readPartnership([COUNCIL, coding(...rows)]);
const FULL: readonly (readonly CellValue[])[] = [
  ["Council", "0071", "L1", "O1", "GEN 60; PHG 40", "PHG", null, "pooled", 25, 46_477, "Rec", "Yes", 2],
  ["LCC", "Respite", "L2", "O2", "GEN", null, null, "own", null, null, "One-off", "No", 1],
  ["County", "0073", "L3", "O1", "PARTNER", null, "ICB", "lead", null, null, "Rec", "No", 1],
];

test("codes join first, then words; agencies are known by any of their names; dates may be serials", () => {
  const reading = read(...FULL);
  expect(reading.issues).toEqual([]);
  expect(reading.sheets.map((s) => s.kind)).toEqual(["budget", "coding"]);
  expect(reading.lines.map((l) => [l.id, l.code, l.agency, l.outcome, l.nature, l.counterparty])).toEqual([
    ["L1", "0071", "LCC", "O1", "GROSS_EXP", null], ["L2", "0072", "LCC", "O2", "GROSS_EXP", null], ["L3", "0073", "LCC", "O1", "IA_INCOME", "LICB"],
  ]);
  expect(reading.lines[0]).toMatchObject({
    funding: [{ fund: "GEN", ringFence: null, pence: 6_000_000 }, { fund: "PHG", ringFence: "PHG", pence: 4_000_000 }],
    arrangement: "pooled", committedPence: 2_500_000, committedUntil: "2027-03-31", recurrence: "REC", staffing: true, priority: 2,
  });
  expect(reading.lines[1]?.recurrence).toBe("NONREC");
  expect(reading.lines[2]?.funding).toEqual([{ fund: "PARTNER", ringFence: null, pence: -2_000_000 }]);
});

test("a line without coding counts under unallocated and is asked about; a coding row without a line is named", () => {
  const reading = read(...FULL.slice(0, 1), ["Council", "0099", "L9", "O1", "GEN"], ["Council", "0073", "L3", "O1", "GEN", null, "ICB"]);
  expect(reading.lines.find((l) => l.code === "0072")).toMatchObject({ id: "LCC/0072", outcome: "O0", revisedPence: 5_000_000, evidence: { outcome: { kind: "default" } } });
  expect(reading.issues.map((i) => [i.severity, i.code, i.where?.sheet])).toEqual([["question", "not-coded", "Council"], ["question", "coding-unmatched", "Agreed by the board"]]);
});

test("values that mean nothing are named with their cell and what is allowed, and left out", () => {
  const reading = read(["Council", "0071", "L1", "O1", "GEN", null, "The Moon", "shared", "lots", null, "sometimes", "perhaps", "high"], ...FULL.slice(1));
  expect(reading.issues.map((i) => [i.code, i.where?.address, i.facts.value]).sort()).toEqual([
    ["coding-invalid", "G4", "The Moon"], ["coding-invalid", "H4", "shared"], ["coding-invalid", "I4", "lots"], ["coding-invalid", "K4", "sometimes"], ["coding-invalid", "L4", "perhaps"], ["coding-invalid", "M4", "high"],
  ]);
  expect(reading.lines[0]).toMatchObject({ arrangement: "own", counterparty: null, committedPence: null });
});

test("lines are ordered by the partners' table, then by place", () => {
  const icb = sheetOf("NHS", [["Larkshire ICB"], ["Budget, £000"], ["Code", "Service", "Revised budget"], ["N1", "Community", 9], ["N2", "Hospice", 8]]);
  const forward = readPartnership([icb, coding(...FULL), COUNCIL]);
  expect(forward.lines.map((l) => l.id)).toEqual(["L1", "L2", "L3", "LICB/N1", "LICB/N2"]);
  expect(readPartnership([COUNCIL, icb, coding(...FULL)]).lines).toEqual(forward.lines);
});

test("blank rows, headings and notes between agencies end nothing; a row that codes no line is named", () => {
  const [first = [], second = [], third = []] = FULL;
  expect(read(["Council's own lines"], first, [], ["Note: agreed in May"], second, [], third)).toMatchObject({ issues: [], lines: [{ id: "L1" }, { id: "L2" }, { id: "L3" }] });
  const broken = read(first, [null, ...second.slice(1)], [second[0] ?? null, null, ...second.slice(2)], third);
  expect(broken.issues.filter((i) => i.code === "coding-invalid").map((i) => [i.where?.address, i.facts.value])).toEqual([["A5", "(empty)"], ["B6", "(empty)"]]);
});

test("dates are taken as people write them, and what is none is named", () => {
  for (const until of ["2027-03-31", "31/03/2027", "31.3.2027", "31 March 2027", "31st Mar 2027", 46_477]) {
    expect(read(["Council", "0071", "L1", "O1", "GEN", null, null, "own", 25, until], ...FULL.slice(1)).lines[0]?.committedUntil).toBe("2027-03-31");
  }
  for (const until of ["next spring", "31/13/2027", "29/02/2027", "03-2027"]) {
    const reading = read(["Council", "0071", "L1", "O1", "GEN", null, null, "own", 25, until], ...FULL.slice(1));
    expect(reading.issues.map((i) => [i.code, i.where?.address, i.facts.value])).toEqual([["coding-invalid", "J4", until]]);
    expect(reading.lines[0]?.committedUntil).toBeNull();
  }
});

test("an underspend recurs only where its owner says so", () => {
  const head = [...HEAD, "Underspend recurs"];
  const reading = (said: CellValue) => readPartnership([COUNCIL, sheetOf("Agreed by the board", [["Coding, amounts in £000"], [], head, [...(FULL[0] ?? []), said], ...FULL.slice(1), ...PARTNERS])]);
  expect(reading("Yes").lines.map((line) => line.underspendRecurs)).toEqual([true, undefined, undefined]);
  expect(reading("no").lines[0]?.underspendRecurs).toBeUndefined();
  expect(reading("mostly").issues.map((i) => [i.code, i.where?.address])).toEqual([["coding-invalid", "N4"]]);
});

test("a sheet that only names the partners is taken for that, and a table of partners' budgets is not", () => {
  const partners = sheetOf("Who is who", PARTNERS.slice(1));
  const reading = readPartnership([COUNCIL, partners]);
  expect(reading.sheets.map((s) => s.kind)).toEqual(["budget", "coding"]);
  expect(reading.agencies.map(({ id, bodyType }) => [id, bodyType])).toEqual([["LCC", "COUNCIL"], ["LICB", "ICB"]]);
  expect(reading.lines.every(({ agency }) => agency === "LCC")).toBe(true);
  expect(reading.issues.filter(({ severity }) => severity !== "info").map(({ code }) => code)).toEqual(["counterparty-unknown"]);
  const budgets = sheetOf("Partners", [["£000"], ["Partner", "Body type", "Revised budget"], ["Larkshire ICB", "ICB", 9], ["Larkshire Fire", "Fire", 8], ["Larkshire Police", "PCC", 7]]);
  expect(readPartnership([COUNCIL, budgets]).sheets.map((s) => s.kind)).toEqual(["budget", "budget"]);
});
