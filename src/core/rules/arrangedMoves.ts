// What the partners' arrangements say of a move between two bodies: none at all, within the fund alone, or on the word of another.
import type { Agency } from "../budget/agency";
import type { BudgetLine } from "../budget/line";
import { compareText } from "../text";
import { holdsIn } from "./inForce";
import type { Ground, MoveQuestion } from "./ruleContext";
import type { ArrangedMoves, RuleBooks } from "./types";

/** Rule ids of arrangements begin with this. */
export const ARRANGED = "ARRANGEMENT ";

/** Moves within one body are its own scheme's affair. Money of a common fund may come in from outside it, by a gateway, but not leave it. */
export function arrangedMoves({ from, to }: MoveQuestion, giver: Agency, taker: Agency, books: RuleBooks): { readonly refusals: readonly Ground[]; readonly conditions: readonly Ground[] } {
  if (giver.id === taker.id || books.arrangements === undefined) return { refusals: [], conditions: [] };
  const [giving, taking] = [governing(from, giver, books.arrangements), governing(to, taker, books.arrangements)];
  const refusals: Ground[] = [];
  const conditions: Ground[] = [];
  const closed = [giving, taking].find((one) => one?.row.moves === "none");
  if (closed !== undefined) refusals.push(groundOf(closed, "Not allowed", "no money moves from one partner's budget to another's"));
  if (giving?.row.moves === "in the fund" && !belongs(to, giving.governed)) refusals.push(groundOf(giving, "Not allowed", "money moves within the fund and not out of it"));
  if (giving?.row.moves === "by the lead" && !belongs(to, giving.governed)) refusals.push(groundOf(giving, "Not allowed", "the partners' money meets the functions listed and no others"));
  const outsider = [giver, taker].find((body) => !HEALTH_AND_COUNCIL.has(body.bodyType));
  const closedTo = [giving, taking].find((one) => one?.row.tests?.includes("health and council only") === true);
  if (closedTo !== undefined && outsider !== undefined) refusals.push(groundOf(closedTo, "Not allowed", `only NHS bodies and councils take part, and ${outsider.name} is neither`));
  for (const one of [giving, taking]) {
    if (one?.row.moves === "by the lead") conditions.push(groundOf(one, "Needs more", "the lead decides for both"));
    if (one?.row.moves === "by direction") conditions.push(groundOf(one, "Needs more", "money moves by written direction alone"));
  }
  return { refusals, conditions };
}

const HEALTH_AND_COUNCIL: ReadonlySet<string> = new Set(["COUNCIL", "ICB", "NHS_TRUST"]);

interface Governing {
  readonly row: ArrangedMoves;
  /** The pool or scheme as the line has it. */
  readonly governed: string;
}

/** By the line's pool before its scheme; of several rows the one that begins last. */
function governing(line: BudgetLine, agency: Agency, rows: readonly ArrangedMoves[]): Governing | undefined {
  const own = [line.pool, line.scheme].flatMap((name) => rows.flatMap((row): Governing[] => {
    return name !== null && holdsIn(row, agency.jurisdiction) && row.governs.some((one) => isSame(one, name)) ? [{ row, governed: name }] : [];
  }));
  const [first] = own;
  return own.filter(({ governed }) => governed === first?.governed).sort((a, b) => compareText(b.row.from ?? "", a.row.from ?? ""))[0];
}

function belongs(line: BudgetLine, governed: string): boolean {
  return [line.pool, line.scheme].some((name) => name !== null && isSame(name, governed));
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function groundOf({ row, governed }: Governing, verdict: string, why: string): Ground {
  return {
    ruleId: `${ARRANGED}${row.name}`, short: `${verdict === "Not allowed" ? "barred" : "more approval"} by the arrangement "${row.name}"`,
    sentence: `${verdict}: "${governed}" is governed by the arrangement "${row.name}", under which ${why} (${row.source}).`,
  };
}
