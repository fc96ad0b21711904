// The append-only register: check values chained row to row, so that a changed, missing or moved row is found.
import type { RegisterRow, Virement } from "./life";

/** Check value before the first row. */
const CHAIN_START = "0000000000000000";
const FNV_OFFSET = 0xcbf29ce484222325n;
const FNV_PRIME = 0x100000001b3n;
const MASK = 0xffffffffffffffffn;

export type UncheckedRow = Omit<RegisterRow, "number" | "check">;

/** Numbers new rows on from the last and chains their check values. */
export function appendToRegister(register: readonly RegisterRow[], rows: readonly UncheckedRow[]): RegisterRow[] {
  const last = register.at(-1);
  let number = last?.number ?? 0;
  let check = last?.check ?? CHAIN_START;
  return rows.map((row) => {
    number += 1;
    check = checkValue(check, { ...row, number });
    return { ...row, number, check };
  });
}

/** Zero-based index of the first row whose check value does not follow from the row before, or null when the chain is whole. */
export function firstBrokenRow(register: readonly RegisterRow[]): number | null {
  let check = CHAIN_START;
  for (const [index, row] of register.entries()) {
    if (row.number !== index + 1 || checkValue(check, row) !== row.check) return index;
    check = row.check;
  }
  return null;
}

/**
 * Id of the first virement whose state the register does not bear out: applied or reversed without rows that end so, or with rows and still
 * suggested. So a register whose last rows were cut off is found, which its chain alone can't tell. Null when all agree.
 */
export function firstUnregistered(virements: readonly Virement[], register: readonly RegisterRow[]): string | null {
  const last = new Map(register.map((row) => [row.virementId, row.action]));
  return virements.find(({ id, state }) => (last.get(id) ?? "suggested") !== (state === "draft" ? "suggested" : state))?.id ?? null;
}

/** 64-bit FNV-1a over the check before and every field: finds slips and casual edits; it is not a signature. */
function checkValue(before: string, row: Omit<RegisterRow, "check">): string {
  const text = JSON.stringify([
    before, row.number, row.virementId, row.action, row.by, row.on, row.lineId, row.amountPence, row.ruleIds, row.reason, row.sheet,
    row.address, row.before, row.after,
    // Registers kept before rows said more are checked as they were made.
    ...(row.detail === undefined ? [] : [row.detail.version, row.detail.state, row.detail.from, row.detail.to, row.detail.rulesOn, row.detail.approvals]),
    ...(row.detail?.into === undefined ? [] : [row.detail.into]),
    ...((row.detail?.payment ?? "") === "" ? [] : [row.detail?.payment]),
    ...(row.detail?.budgetPence === undefined ? [] : [{ budget: row.detail.budgetPence }]),
  ]);
  let hash = FNV_OFFSET;
  for (const byte of utf8(text)) hash = ((hash ^ BigInt(byte)) * FNV_PRIME) & MASK;
  return hash.toString(16).padStart(16, "0");
}

/** UTF-8 bytes by hand: core has no TextEncoder, which belongs to the host. */
function* utf8(text: string): Generator<number> {
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    if (code < 0x80) yield code;
    else if (code < 0x800) yield* [0xc0 | (code >> 6), 0x80 | (code & 63)];
    else if (code < 0x10000) yield* [0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63)];
    else yield* [0xf0 | (code >> 18), 0x80 | ((code >> 12) & 63), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63)];
  }
}
