// Flows that only one partner names: the other's record is looked for by amount and by shared words, and every finding is told.
import type { AgencyId } from "../../budget/agency";
import { budgetPence, type BudgetLine } from "../../budget/line";
import { asPence, sumPenceBy, type Pence } from "../../money/pence";
import { compareText } from "../../text";
import { eliminate, isOneSided, type YearOfLine } from "../eliminations";
import { chargeBySign } from "../rechargeSide";
import { isCoded } from "./coded";
import { WordIndex } from "./sharedWords";

/** A line that names its partner, and the partner's lines that look like the other side of the same flow. */
export interface PartnerMatch {
  readonly namedBy: string;
  readonly lineIds: readonly string[];
  readonly payer: AgencyId;
  readonly payee: AgencyId;
  /** What the naming line records, and what the found ones do, canonical signs. */
  readonly namedPence: Pence;
  readonly foundPence: Pence;
  readonly words: readonly string[];
  /** True when the found lines are taken as the other side; false for a suggestion that only asks. */
  readonly taken: boolean;
  /** Why a suggestion is not taken; empty when it is. */
  readonly why: string;
}

/** Most lines that may make up the other side of one record, and most that are looked at. */
const [MOST_PARTS, MOST_LOOKED_AT] = [4, 16];
/** A suggestion may differ by one part in a hundred. */
const TOLERANCE_PARTS = 100;

/**
 * For each line of a flow that one partner records alone: the other partner's lines of the opposite side that name nobody and share a
 * word with it. Taken when exactly one line (or one set of at most four) adds to the same amount to the penny, no coding settles what
 * it is, and no other flow fits it too. Records of different years are never taken together. Anything close is a suggestion. Ordered by the naming line's id.
 */
export function findPartners(lines: readonly BudgetLine[], partners: ReadonlySet<AgencyId>, yearOf: YearOfLine = new Map()): PartnerMatch[] {
  const of = new Map(lines.map((line) => [line.id, line]));
  const alone = eliminate(lines, partners, chargeBySign, yearOf).filter(isOneSided);
  const indexOf = new Map<AgencyId, WordIndex>();
  const freeAt = (agency: AgencyId): WordIndex => {
    const index = indexOf.get(agency) ?? new WordIndex(lines.filter((line) => line.agency === agency && isFree(line)));
    indexOf.set(agency, index);
    return index;
  };
  const found = alone.flatMap(({ payer, payee, payerLineIds, payeeLineIds }) => [...payerLineIds, ...payeeLineIds].flatMap((id): PartnerMatch[] => {
    const line = of.get(id);
    if (line === undefined || budgetPence(line) === 0) return [];
    const other = line.agency === payer ? payee : payer;
    const match = bestMatch(line, freeAt(other), yearOf);
    return match === null ? [] : [{ ...match, payer, payee }];
  }));
  const uses = new Map<string, number>();
  for (const id of found.flatMap((match) => match.lineIds)) uses.set(id, (uses.get(id) ?? 0) + 1);
  return found
    .map((match): PartnerMatch => (match.taken && match.lineIds.some((id) => (uses.get(id) ?? 0) > 1) ? { ...match, taken: false, why: "it fits more than one record" } : match))
    .sort((a, b) => compareText(a.namedBy, b.namedBy));
}

/** Money to or from outside as far as is known: it may turn out to be a partner's. */
function isFree(line: BudgetLine): boolean {
  return line.counterparty === null && ["GROSS_EXP", "EXT_INCOME", "IA_PAYMENT", "IA_INCOME"].includes(line.nature) && budgetPence(line) !== 0;
}

type Found = Omit<PartnerMatch, "payer" | "payee">;

function bestMatch(line: BudgetLine, free: WordIndex, yearOf: YearOfLine): Found | null {
  const year = yearOf.get(line.id);
  const wanted = -budgetPence(line);
  const near = free.sharing(line)
    .filter(({ other }) => year === undefined || (yearOf.get(other.id) ?? year) === year)
    .filter(({ other }) => Math.sign(budgetPence(other)) === Math.sign(wanted) && Math.abs(budgetPence(other)) * TOLERANCE_PARTS <= Math.abs(wanted) * (TOLERANCE_PARTS + 1))
    .sort((a, b) => b.words.length - a.words.length || compareText(a.other.id, b.other.id)).slice(0, MOST_LOOKED_AT);
  const exact = setsAddingTo(near.map(({ other }) => other), wanted);
  const [only] = exact;
  const wordsOf = (set: readonly BudgetLine[]): string[] => [...new Set(near.filter(({ other }) => set.includes(other)).flatMap(({ words }) => words))];
  const result = (set: readonly BudgetLine[], why: string): Found => ({
    namedBy: line.id, lineIds: set.map((other) => other.id).sort(compareText), namedPence: budgetPence(line), foundPence: sumPenceBy(set, budgetPence), words: wordsOf(set), taken: why === "", why,
  });
  if (only !== undefined) {
    if (exact.length > 1) return result(only, "other lines fit as well");
    return result(only, only.some(isCoded) ? "the coding names no partner for it" : "");
  }
  const close = near.filter(({ other }) => Math.abs(budgetPence(other) - wanted) * TOLERANCE_PARTS <= Math.abs(wanted));
  const [nearest] = close;
  return nearest === undefined ? null : result([nearest.other], "the amounts are not the same");
}

/** The smallest sets of lines that add to the amount exactly: all of the least size that any has. */
function setsAddingTo(lines: readonly BudgetLine[], wanted: Pence): BudgetLine[][] {
  for (let size = 1; size <= MOST_PARTS; size += 1) {
    const sets = subsets(lines, size).filter((set) => asPence(sumPenceBy(set, budgetPence)) === wanted);
    if (sets.length > 0) return sets;
  }
  return [];
}

function subsets(lines: readonly BudgetLine[], size: number): BudgetLine[][] {
  if (size === 0) return [[]];
  return lines.flatMap((line, i) => subsets(lines.slice(i + 1), size - 1).map((rest) => [line, ...rest]));
}
