// Keywords: the phrases of the table, the built-in rows, what the partners edit, rows that can't be read, and the evidence of each value.
import fc from "fast-check";
import { KEYWORD_ROWS } from "../../../../src/core/reading/keywords/defaultKeywords";
import { KEYWORD_KINDS, Keywords, type KeywordKind } from "../../../../src/core/reading/keywords/keywords";
import { keywordsSheet, readKeywords } from "../../../../src/core/reading/keywords/keywordsTable";
import { readPhrases } from "../../../../src/core/reading/keywords/phrase";
import type { CellValue } from "../../../../src/core/reading/grid";
import { readPartnership } from "../../../../src/core/reading/readPartnership";
import { sheetOf } from "../../../support/sheetGrid";

type Row = readonly CellValue[];
const HEADINGS: Row = ["What", "Means", "Words", "Unless", "Source"];
const table = (...rows: readonly Row[]) => sheetOf("Purse Keywords", [["Keywords"], [], [], HEADINGS, ...rows]);
const told = (words: string, text: string, unless = ""): string | null => new Keywords([{ kind: "outcome", means: "O1", words, unless, source: "", cell: null }]).find("outcome", text)?.words ?? null;
const COUNCIL: readonly Row[] = [
  ["Larkshire Council 2026/27, £"], ["Service", "Revised budget"],
  ["ADULT SOCIAL CARE"], ["Nursing placements, older people", 100], ["Staff", 40], ["Sundries", 5], ["Client contributions", -20],
  ["CENTRAL"], ["Support services recharge", -30], ["Library staff", 15], ["Total", 110],
];
const lines = (...more: readonly ReturnType<typeof sheetOf>[]) => readPartnership([sheetOf("Council", COUNCIL), ...more]);
const line = (reading: ReturnType<typeof lines>, description: string) => {
  const found = reading.lines.find((one) => one.description === description);
  if (found === undefined) throw new Error(`No line ${description}.`);
  return found;
};

describe("phrases", () => {
  test.each([
    ["home care", "Home-care & support", "home care"], ["home care", "home day care", null], ["placement/placements", "Placements out of area", "placements"],
    ["council [tax] reduction", "Council reduction", "council reduction"], ["rough sleep*", "Rough sleepers' hostel", "rough sleepers"], ["nhs … trust", "NHS Larkshire Hospitals Trust", "nhs larkshire hospitals trust"],
    ["* cc", "Larkshire CC", "larkshire cc"], ["* cc", "CC", null], ["staff", "Staffing", null], ["a; staff", "STAFF costs", "staff"],
  ])("%s on %s", (words, text, found) => expect(told(words, text)).toBe(found));

  test("other words beside keep a row from counting", () => {
    expect(told("pay", "Non-pay budget", "non pay")).toBeNull();
    expect(told("pay", "Pay award", "non pay")).toBe("pay");
  });

  test.each(["[staff", "[]", "…", "it's/pay", "a/"])("%s is no phrase", (words) => expect(readPhrases(words).fault).toBe(words));

  test("any text at all is read as phrases or named, and asked of any text without a throw", () => {
    fc.assert(fc.property(fc.string(), fc.string(), (words, text) => expect([null, "string"]).toContain(told(words, text) === null ? null : "string")), { numRuns: 400 });
  });
});

test("the table that is written is read back as the rows that are built in", () => {
  const sheet = keywordsSheet();
  const { keywords, issues } = readKeywords([sheetOf(sheet.name, Array.from(sheet.rows, (row) => row.map((cell) => cell?.value ?? null)))]);
  expect(issues).toEqual([]);
  expect(keywords.rows.map(({ cell: _cell, ...row }) => row)).toEqual(KEYWORD_ROWS.map(({ cell: _cell, ...row }) => row));
  expect(KEYWORD_ROWS.filter(({ source, words }) => source === "" || readPhrases(words).fault !== null)).toEqual([]);
  expect(new Set(KEYWORD_ROWS.map(({ kind }) => kind))).toEqual(new Set(KEYWORD_KINDS.filter((kind) => kind !== "outcome")));
});

test("every value that words tell has its evidence: the word, and whether it stands in the line or over it", () => {
  const reading = lines();
  const nursing = line(reading, "Nursing placements, older people");
  expect([nursing.subjectiveGroup, nursing.serviceGroup, nursing.clientGroup, nursing.outcome]).toEqual([5, "Adult social care", "Older people", "O0"]);
  expect(nursing.evidence).toMatchObject({
    subjectiveGroup: { kind: "words", reason: 'the word "nursing"' }, serviceGroup: { kind: "words", reason: 'the word "nursing"' },
    clientGroup: { kind: "words", reason: 'the words "older people"' }, outcome: { kind: "default" },
  });
  expect(line(reading, "Staff").evidence.serviceGroup?.reason).toBe('the words "adult social care" in its heading');
  const recharge = line(reading, "Support services recharge");
  expect([recharge.nature, recharge.evidence.nature?.reason]).toEqual(["INTERNAL_RECHARGE", 'the word "recharge"']);
  const fields = ["subjectiveGroup", "serviceGroup", "clientGroup"] as const;
  for (const one of reading.lines) for (const field of fields) expect([one.id, field, (one[field] ?? null) === null]).toEqual([one.id, field, one.evidence[field] === undefined]);
});

describe("the partners' table", () => {
  const ROWS: readonly Row[] = [
    ["outcome", "O1", "older people; reablement", "", "partnership board"], ["outcome", "O7", "library", "", ""],
    ["kind of spending", "4 Supplies and services", "sundries", "", ""], ["nature", "NON_CONTROLLABLE", "library", "", ""],
  ];

  test("edited rows win, with their place as evidence; kinds it does not name keep the built-in rows", () => {
    const reading = lines(table(...ROWS));
    expect(reading.issues.filter(({ severity }) => severity === "error")).toEqual([]);
    const nursing = line(reading, "Nursing placements, older people");
    expect([nursing.outcome, nursing.evidence.outcome?.reason]).toEqual(["O1", 'the words "older people" (Purse Keywords!C5)']);
    expect(nursing.serviceGroup).toBe("Adult social care");
    expect([line(reading, "Sundries").subjectiveGroup, line(reading, "Staff").subjectiveGroup]).toEqual([4, null]);
    expect(line(reading, "Library staff").nature).toBe("NON_CONTROLLABLE");
    expect(reading.outcomes.map(({ id }) => id)).toEqual(["O0", "O1", "O7"]);
  });

  test("the first row that fits decides, and the coding before any row", () => {
    const twice = lines(table(["outcome", "O2", "library staff", "", ""], ["outcome", "O3", "library", "", ""]));
    expect(line(twice, "Library staff").outcome).toBe("O2");
    const coding = sheetOf("Coding", [["Agency", "Code or line name", "Outcome", "Fund", "Arrangement"], ["Larkshire Council", "Library staff", "O9", "GEN", "own"]]);
    expect(line(lines(table(["outcome", "O2", "library", "", ""]), coding), "Library staff").outcome).toBe("O9");
  });

  test.each<[string, Row, string]>([
    ["a kind there is none of", ["mood", "x", "staff", "", ""], "A5"], ["no words", ["outcome", "O1", "", "", ""], "C5"], ["words that are none", ["outcome", "O1", "[staff", "", ""], "C5"],
    ["a kind of spending above ten", ["kind of spending", "11", "staff", "", ""], "B5"], ["a nature that only names tell", ["nature", "IA_PAYMENT", "grants", "", ""], "B5"], ["other words that are none", ["client group", "Carers", "carers", "…", ""], "D5"],
  ])("%s is an issue at its cell, and the row does not count", (_name, row, address) => {
    const { issues, keywords } = readKeywords([table(row)]);
    expect(issues.map(({ code, where }) => [code, where?.address])).toEqual([["rule-invalid", address]]);
    expect(keywords.rows.filter(({ cell }) => cell !== null)).toEqual([]);
  });

  test("what kind of body a sheet belongs to follows the table too", () => {
    const grids = [sheetOf("Sheet1", [["Larkshire Conservancy 2026/27, £"], ["Service", "Budget"], ["Wardens", 10], ["Boats", 20]])];
    expect(readPartnership(grids).agencies.map(({ bodyType }) => bodyType)).toEqual(["OTHER"]);
    expect(readPartnership([...grids, table(["body type", "COUNCIL", "conservancy", "", ""])]).agencies.map(({ bodyType }) => bodyType)).toEqual(["COUNCIL"]);
  });
});

test("rows are found by their words as if every row were tried in order", () => {
  const words = ["staff", "library", "older", "people", "care", "home", "council", "tax", "support", "recharge", "savings", "nhs", "trust", "cc"];
  const slow = (kind: KeywordKind, text: string): string | null => KEYWORD_ROWS.filter((row) => row.kind === kind).find((row) => new Keywords([row]).find(kind, text) !== null)?.means ?? null;
  const built = new Keywords(KEYWORD_ROWS);
  fc.assert(fc.property(fc.constantFrom(...KEYWORD_KINDS), fc.array(fc.constantFrom(...words), { maxLength: 6 }), (kind, list) => {
    expect(built.find(kind, list.join(" "))?.row.means ?? null).toBe(slow(kind, list.join(" ")));
  }), { numRuns: 150 });
});
