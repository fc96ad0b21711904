// Wrong rules and wrong data, one cell at a time in the samples' workbook: each ends in a named issue with its cell, and in no suggestion.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { read, utils, write, type WorkSheet } from "@e965/xlsx";
import { runCli } from "./runCli";

const SAMPLE = join(__dirname, "../../samples/brackenshire.xlsx");
const folder = mkdtempSync(join(tmpdir(), "wrong-rules-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Value = string | number | null;

/** Sets one cell, found by its row's first word and its column's heading. Returns its address. */
function set(sheet: WorkSheet, row: string, heading: string, value: Value): string {
  const rows = utils.sheet_to_json<unknown[]>(sheet, { header: 1, blankrows: true });
  const top = rows.findIndex((cells) => cells.includes(heading));
  const [r, c] = [rows.findIndex((cells, i) => i > top && cells[0] === row), rows[top]?.indexOf(heading) ?? -1];
  if (top < 0 || r < 0 || c < 0) throw new Error(`no cell ${row} / ${heading}`);
  const address = utils.encode_cell({ r, c });
  if (value === null) delete sheet[address];
  else sheet[address] = typeof value === "number" ? { t: "n", v: value } : { t: "s", v: value };
  return address;
}

interface Answer {
  readonly refused?: boolean;
  readonly moves?: readonly unknown[];
  readonly issues: readonly { readonly code: string; readonly severity: string; readonly sentence: string; readonly where: { readonly sheet: string; readonly address: string } | null }[];
}

async function suggest(name: string, edit: (sheet: (name: string) => WorkSheet) => void): Promise<{ code: number; answer: Answer }> {
  const book = read(readFileSync(SAMPLE));
  edit((tab) => {
    const sheet = book.Sheets[tab];
    if (sheet === undefined) throw new Error(`no sheet ${tab}`);
    return sheet;
  });
  const file = join(folder, `${name.replace(/\W+/g, "-")}.xlsx`);
  writeFileSync(file, write(book, { type: "buffer", bookType: "xlsx" }) as Buffer);
  const { code, stdout } = await runCli("suggest", file, "--json");
  return { code, answer: JSON.parse(stdout) as Answer };
}

test("the workbook as it is gives suggestions, also when it was written by other hands", async () => {
  const { code, answer } = await suggest("as it is", () => undefined);
  expect(code).toBe(0);
  expect(answer.moves).toHaveLength(3);
});

// The sheet, the row and the column of the one cell that is wrong; what it holds; the issue; and the row named, where that is another.
test.each<[string, string, string, string, Value, string, string]>([
  ["an overlap of limits", "Purse Schemes", "COUNCIL-S2", "Over £", 200_000, "rule-overlap", "overlaps rule COUNCIL-S1"],
  ["a gap between limits", "Purse Schemes", "COUNCIL-S2", "Over £", 260_000, "rule-invalid", "no row says who approves from £250,000.01 to £260,000"],
  ["an unknown body", "Purse Gateways", "G05", "From body", "MINISTRY", "rule-invalid", "From body"],
  ["dates in the wrong order", "Purse Gateways", "G27", "To date", "2001-03-31", "rule-invalid", "To date"],
  ["a limit that is no number", "Purse Schemes", "COUNCIL-S1", "Up to £", "a quarter of a million", "rule-invalid", "Up to £"],
  ["an id that stands twice", "Purse Schemes", "ICB-S2", "Rule", "ICB-S1", "rule-invalid", "another row has the same id"],
  ["an unknown fund", "Purse Gateways", "G04", "From fund", "BCFMINN", "rule-invalid", "no row of Purse Funds describes this fund"],
  ["a missing approver", "Purse Schemes", "COUNCIL-S1", "Approver", null, "rule-invalid", "the row has a limit but no approver"],
  ["a percentage above a hundred", "Purse Schemes", "COUNCIL-S1", "Up to %", 101, "rule-invalid", "it is not a percentage from 0 to 100"],
  ["a rank that falls as amounts rise", "Purse Schemes", "COUNCIL-S2", "Rank", 1, "rule-invalid", "smaller amounts need rank 2 by COUNCIL-S1"],
  ["a date that is none", "Purse Funds", "F-PHG-DA", "From date", "2026-02-30", "rule-invalid", "it is not a date"],
  ["a test that does not exist", "Purse Prohibitions", "P1", "Test", "no-fun", "rule-invalid", "Test"],
  ["a ring inside no ring", "Purse Funds", "F-PHG-DA", "Inside ring", "NOWHERE", "rule-invalid", "no fund has this ring-fence"],
  ["days that are none", "Purse Prohibitions", "P17", "Days of each year", "March", "rule-invalid", "Days of each year"],
  ["a share of nothing that is known", "Purse Schemes", "ICB-S1", "Published scheme", "BLACKPOOL", "rule-invalid", "Net £"],
])("%s is an issue with its cell, and nothing is suggested", async (name, tab, row, heading, value, issueCode, words) => {
  let address = "";
  const { code, answer } = await suggest(name, (sheet) => {
    address = set(sheet(tab), row, heading, value);
  });
  expect(code).toBe(1);
  expect(answer.refused).toBe(true);
  expect(answer.moves).toBeUndefined();
  const named = answer.issues.filter((issue) => issue.code === issueCode && issue.severity === "error" && issue.sentence.includes(words));
  expect(named).toHaveLength(1);
  expect(named[0]?.where?.sheet).toBe(tab);
  // A row's own fault stands at its cell; one that lies between two rows, at the start of the row.
  const rowOf = (cell: string | undefined): string => (cell ?? "").replace(/[A-Z]+/, "");
  const between = issueCode === "rule-overlap" || /no row|same id|smaller amounts|no fund has/.test(words);
  if (between) expect(rowOf(named[0]?.where?.address)).toMatch(/^\d+$/);
  else expect(rowOf(named[0]?.where?.address)).toBe(rowOf(address));
});

test.each<[string, string, string, Value, string]>([
  ["an amount in words", "Council", "H13", "not yet known", "text-in-amount"],
])("%s in a budget sheet is a named issue with its cell, and no move uses the line", async (name, tab, address, value, issueCode) => {
  const { answer } = await suggest(name, (sheet) => {
    sheet(tab)[address] = { t: "s", v: String(value) };
  });
  expect(answer.issues.filter((issue) => issue.code === issueCode).map((issue) => issue.where?.address)).toContain(address);
  expect(JSON.stringify(answer.moves ?? [])).not.toContain("C04");
});
