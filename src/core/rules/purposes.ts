// What a line's money is for, as the words that gateway and fund rows speak about.
import type { BodyType } from "../budget/agency";
import type { BudgetLine } from "../budget/line";
import type { Fund, RuleBooks } from "./types";

const NHS: readonly BodyType[] = ["ICB", "NHS_TRUST"];

/** The fund whose money may not exceed the NHS running-cost allowance. */
export const RUNNING_COST_FUND = "RCA";

/** Funds of capital money: what they pay for is capital spending. */
const CAPITAL_FUNDS: ReadonlySet<string> = new Set(["CAP", "DFG"]);

export function isCapital(line: BudgetLine): boolean {
  return line.funding.some((split) => CAPITAL_FUNDS.has(split.fund) || CAPITAL_FUNDS.has(split.ringFence ?? ""));
}

/**
 * The purposes a line serves: its outcome, client group, id, funds and ring-fences; and "programme" for a line of an NHS body
 * that is not met from the running-cost allowance.
 */
export function purposesOf(line: BudgetLine, body: BodyType, books: RuleBooks): ReadonlySet<string> {
  const purposes = new Set<string>([line.outcome, line.id]);
  if (line.clientGroup !== null) purposes.add(line.clientGroup);
  for (const split of line.funding) {
    purposes.add(split.fund);
    const ring = fundRow(split.fund, books)?.ringFence ?? split.ringFence;
    if (ring !== null) purposes.add(ring);
  }
  if (NHS.includes(body) && !line.funding.some((split) => split.fund === RUNNING_COST_FUND)) purposes.add("programme");
  return purposes;
}

/** The row of the funds table for a fund code, or undefined when the partners' table does not name it. */
export function fundRow(fund: string, books: RuleBooks): Fund | undefined {
  return books.funds.find((row) => row.fund === fund);
}

/** True when the rings a fund lies in (its own and every ring around it) all allow one of the purposes. */
export function ringsAllow(fund: Fund, purposes: ReadonlySet<string>, books: RuleBooks): boolean {
  const seen = new Set<string>();
  let ring: Fund | undefined = fund;
  while (ring !== undefined) {
    if (ring.purposes !== "*" && !ring.purposes.some((purpose) => purposes.has(purpose))) return false;
    const outer: string | null = ring.insideRing;
    if (outer === null || seen.has(outer)) return true;
    seen.add(outer);
    ring = books.funds.find((row) => row.ringFence === outer && row.insideRing !== outer);
  }
  return true;
}
