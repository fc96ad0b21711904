// One sentence that says what was recognised on a sheet.
import { UNIT_LABEL } from "../money/unit";
import type { SheetDraft } from "./lineSteps";

const KIND_SENTENCE: Readonly<Record<Exclude<SheetDraft["kind"], "budget">, string>> = {
  coding: "The partners' agreed coding.",
  rules: "A rule book of the partnership.",
  purse: "Written by Common Purse; not read as a budget.",
  ignored: "No budget table was found; nothing was read from it.",
  unreadable: "It could not be read.",
};

export function sheetSentence(draft: SheetDraft): string {
  if (draft.kind !== "budget") return draft.why ?? KIND_SENTENCE[draft.kind];
  const shapes = draft.tables.flatMap((table) => table.shape?.sentence ?? []);
  if (shapes.length > 0 && shapes.length === draft.tables.length) return shapes.join(" ");
  const lines = draft.tables.reduce((sum, table) => sum + table.lines.length, 0);
  const units = [...new Set(draft.tables.map((table) => UNIT_LABEL[table.mapping.unit]))].join(" and ");
  const signs = [...new Set(draft.tables.map((table) => table.incomeForm ?? SIGN_WORDS[table.mapping.sign]))].join(", ");
  const cells = new Map(draft.tables.flatMap((table) => table.checks.map((check) => [check.cell.address.replace(/^[A-Z]+/, ""), true] as [string, boolean])));
  for (const table of draft.tables) {
    for (const check of table.checks) if (differs(check)) cells.set(check.cell.address.replace(/^[A-Z]+/, ""), false);
  }
  const agree = [...cells.values()].filter((ok) => ok).length;
  const differ = cells.size - agree;
  const totals = cells.size === 0 ? "no printed totals" : `${count(agree, "printed total agrees", "printed totals agree")}${differ === 0 ? "" : `, ${count(differ, "differs", "differ")}`}`;
  const later = [...new Set(draft.tables.flatMap((table) => (table.later === undefined ? [] : `, ${table.later.words}`)))].join("");
  return `${count(lines, "line", "lines")}, ${units}, ${signs}, ${totals}${later}.`;
}

const SIGN_WORDS = { "expenditure-positive": "spending positive", "income-positive": "income positive and costs negative", "both-positive": "both sides positive" } as const;

function differs(check: { printedPence: number; computedPence: number; places: readonly number[] }): boolean {
  const limit = check.places.reduce((a, b) => a + b, 0) / 2;
  return Math.abs(check.printedPence - check.computedPence) > limit;
}

function count(n: number, one: string, many: string): string {
  return `${n} ${n === 1 ? one : many}`;
}
