// What a virement does to budgets by body and fund: two entries within a body, four between bodies; each body and fund balances.
import type { AgencyId } from "../../budget/agency";
import type { BudgetLine } from "../../budget/line";
import { asPence, sumPenceBy, type Pence } from "../../money/pence";
import { compareText } from "../../text";
import { entriesOf } from "../fourEntries";
import { pairsOf, type Legged } from "../legs";

/** One change of one line's budget in one fund, canonical sign: spending +, income −. */
export interface FundEntry {
  readonly agency: AgencyId;
  readonly lineId: string;
  readonly fund: string;
  readonly pence: Pence;
}

/** Where no fund is told, the body's unrestricted money. */
const UNRESTRICTED = "GEN";

/**
 * The entries, or as a sentence why the virement is incomplete. The money keeps the giver's funds: unrestricted ones first, each up to its
 * part of the line. A line that several rows change has one entry in each fund.
 */
export function fundEntries(virement: Legged, lines: readonly BudgetLine[]): readonly FundEntry[] | string {
  const pairs = pairsOf(virement, lines);
  if (typeof pairs === "string") return pairs;
  const purses = new Map<string, { fund: string; pence: Pence }[]>();
  for (const { from } of pairs) purses.set(from.id, fundsOf(from, sumPenceBy(pairs.filter((pair) => pair.from.id === from.id), ({ amountPence }) => amountPence)));
  const entries = new Map<string, FundEntry>();
  for (const { from, to, amountPence } of pairs) {
    const funds = drawn(purses.get(from.id) ?? [], amountPence);
    for (const { agency, lineId, pence, nature } of entriesOf(from, to, amountPence, lines)) {
      if (lineId === null) return `Virement ${virement.id} is incomplete: ${agency} has no line for its ${nature}.`;
      for (const part of funds) {
        const key = JSON.stringify([lineId, part.fund]);
        entries.set(key, { agency, lineId, fund: part.fund, pence: asPence((entries.get(key)?.pence ?? 0) + Math.sign(pence) * part.pence) });
      }
    }
  }
  return [...entries.values()];
}

/** Takes the amount out of a giver's funds, in their order. */
function drawn(purse: { fund: string; pence: Pence }[], amountPence: Pence): { fund: string; pence: Pence }[] {
  let left = amountPence;
  return purse.flatMap((part) => {
    const pence = Math.min(left, part.pence);
    left -= pence;
    part.pence -= pence;
    return pence === 0 ? [] : [{ fund: part.fund, pence }];
  });
}

/** What does not balance: each body and fund whose entries add to something else than 0. An unbalanced virement stays incomplete. */
export function unbalanced(entries: readonly Pick<FundEntry, "agency" | "fund" | "pence">[]): readonly Pick<FundEntry, "agency" | "fund" | "pence">[] {
  const keys = new Map(entries.map(({ agency, fund }) => [JSON.stringify([agency, fund]), { agency, fund }]));
  return [...keys.values()]
    .map((key) => ({ ...key, pence: sumPenceBy(entries.filter(({ agency, fund }) => agency === key.agency && fund === key.fund), ({ pence }) => pence) }))
    .filter(({ pence }) => pence !== 0);
}

function fundsOf(line: BudgetLine, amountPence: Pence): { fund: string; pence: Pence }[] {
  const splits = [...line.funding].sort((a, b) => Number(a.ringFence !== null) - Number(b.ringFence !== null) || compareText(a.fund, b.fund));
  const parts: { fund: string; pence: Pence }[] = [];
  let left = amountPence;
  for (const { fund, pence } of splits) {
    const taken = Math.min(left, Math.abs(pence));
    if (taken > 0) parts.push({ fund, pence: taken });
    left -= taken;
  }
  if (left === 0) return parts;
  const last = parts.at(-1);
  return last === undefined ? [{ fund: splits[0]?.fund ?? UNRESTRICTED, pence: left }] : [...parts.slice(0, -1), { ...last, pence: last.pence + left }];
}
