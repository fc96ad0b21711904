// The table of pools in a partnership's workbook: written once, then what the partners enter there rules the pool everywhere.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { consolidate, type Consolidation } from "../../src/app/consolidate";
import { viewSheets } from "../../src/app/results";
import { defaultOptions, suggest } from "../../src/app/suggest";
import type { CellValue, SheetGrid } from "../../src/core/reading/grid";
import { TABLE_HEADER_ROW } from "../../src/core/tables/table";
import { readWorkbook } from "../../src/file/readWorkbook";
import { createHighsInProcess } from "../../src/solver/highsInProcess";

const sample = readWorkbook(readFileSync(join(__dirname, "../../samples/brackenshire.xlsx")), "brackenshire.xlsx");
const views = (from: Consolidation) => viewSheets({ from, refreshedOn: "2026-10-15", sources: ["brackenshire.xlsx"] });
const first = consolidate(sample);

/** The sample with the table of pools as it was written, and some of its cells filled in. */
function withTerms(cells: Readonly<Record<string, CellValue>>): SheetGrid[] {
  const spec = views(first).find((sheet) => sheet.name === "Purse Pools");
  if (spec === undefined) throw new Error("The table of pools was not written.");
  const values = spec.rows.map((row) => row.map((cell) => cell?.value ?? null));
  for (const [heading, value] of Object.entries(cells)) (values[TABLE_HEADER_ROW + 1] ?? [])[values[TABLE_HEADER_ROW]?.indexOf(heading) ?? -1] = value;
  return [...sample, { file: "brackenshire.xlsx", sheet: spec.name, visibility: "visible", values }];
}

test("the table is written while there is none, changes nothing as it stands, and is not written again", () => {
  expect(first.issues.filter((issue) => issue.facts["table"] === "Purse Pools").map((issue) => issue.code)).toEqual(["rule-missing"]);
  const again = consolidate(withTerms({}));
  expect(again.issues.filter((issue) => issue.facts["table"] === "Purse Pools")).toEqual([]);
  expect(again.pool.positions.map(({ terms, agreement, ...position }) => ({ ...position, by: agreement.method, partners: agreement.partners, filled: terms?.contributions })))
    .toEqual(first.pool.positions.map(({ terms, agreement, ...position }) => ({ ...position, by: agreement.method, partners: agreement.partners, filled: terms === null ? [] : terms.contributions })));
  expect(views(again).map((sheet) => sheet.name)).not.toContain("Purse Pools");
});

test("T-9.6 an entered cap and schedule reach the shares, the checks, the account and the call on the partner", async () => {
  const from = consolidate(withTerms({ Method: "E capped", "Caps £": "ICB 150,000", "Agreed contributions £": "COUNCIL 29,100,000; ICB 10,400,000" }));
  expect(from.pool.positions[0]?.shares.map((share) => share.sharePence)).toEqual([63_500_000, 15_000_000]);
  expect(from.pool.controls.filter((control) => control.id === "R9").map((control) => control.result)).toEqual(["green", "red", "red"]);
  expect(views(from).find((sheet) => sheet.name === "Memorandum Account")?.rows.some((row) => row[3]?.value === 150_000)).toBe(true);
  const found = await suggest(from, defaultOptions("2026-10-15"), createHighsInProcess());
  expect(found.calls.map((call) => [call.agency, call.amountPence])).toEqual([["ICB", 15_000_000]]);
  expect(found.calls[0]?.explanation).toContain("By the partners' agreement, £150,000");
});

test("without terms in the table the call stays 205,215.74", async () => {
  const found = await suggest(consolidate(withTerms({})), defaultOptions("2026-10-15"), createHighsInProcess());
  expect(found.calls.map((call) => call.amountPence)).toEqual([20_521_574]);
  expect(found.calls[0]?.explanation).toContain("Shared by contributions, £205,215.74");
});
