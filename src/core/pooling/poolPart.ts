// What each line is in its pool: spending of the pool, income from clients, or a partner's contribution.
import type { AgencyId } from "../budget/agency";
import { budgetPence, forecastOrBudgetPence, type BudgetLine } from "../budget/line";
import type { Pence } from "../money/pence";

export type PoolPart = "spending" | "client income" | "contribution";

/** Who keeps a pool, and the agencies that hold spending or income of it on their own sheets. */
export interface PoolKeeper {
  readonly host: AgencyId;
  readonly holders: ReadonlySet<AgencyId>;
}

/** The keeper of a pool by its lines. */
export function keeperAmong(host: AgencyId, lines: readonly BudgetLine[]): PoolKeeper {
  return { host, holders: new Set(lines.filter((line) => isInPool(line) && isPoolSpending(line)).map((line) => line.agency)) };
}

/** The same by the pool's position: its parts are on the sheets of those who hold them. */
export function keeperOf({ host, parts }: { readonly host: AgencyId; readonly parts: readonly { readonly holder: AgencyId }[] }): PoolKeeper {
  return { host, holders: new Set(parts.map(({ holder }) => holder)) };
}

/** Money of the pool to or from outside. */
export function isPoolSpending(line: BudgetLine): boolean {
  return line.nature === "GROSS_EXP" || line.nature === "EXT_INCOME" || line.nature === "NON_CONTROLLABLE";
}

/**
 * Part of a line in the pool its host keeps, or null for one that is none. The host's record of a partner's money is the contribution;
 * the partner's own record of it (a payment to the host) would count it twice. What the host pays a partner for a service is spending of
 * the pool, and the partner's income for it meets the cost the partner holds: a purchase, not a contribution (as HM Treasury's example of
 * a pooled budget has it). A partner that holds none of the pool's cost merely supplies it: what it earns is beside the pool.
 */
function poolPartOf(line: BudgetLine, { host, holders }: PoolKeeper): PoolPart | null {
  const atHost = line.agency === host;
  switch (line.nature) {
    case "GROSS_EXP": return "spending";
    case "NON_CONTROLLABLE": return budgetPence(line) < 0 ? "client income" : "spending";
    case "EXT_INCOME": return "client income";
    case "IA_PAYMENT": return atHost ? "spending" : null;
    case "IA_INCOME": return !atHost ? (line.counterparty === host && holders.has(line.agency) ? "spending" : null) : line.counterparty === null ? "client income" : "contribution";
    default: return null;
  }
}

/** True for a line whose money is the pool's and not only beside it. */
export function isInPool(line: BudgetLine): boolean {
  return line.pool !== null && line.arrangement !== "aligned";
}

/** Who puts the line's money in: the counterparty of a contribution, else the agency that holds the line. */
function contributorOf(line: BudgetLine, part: PoolPart): AgencyId {
  return part === "contribution" ? (line.counterparty ?? line.agency) : line.agency;
}

/** A line's figures in its pool: what a partner other than the host puts in by it, and what it adds to the pool's own net. */
export interface PoolFigures {
  readonly part: PoolPart | null;
  readonly contributor: AgencyId;
  readonly putInPence: Pence;
  readonly netPence: Pence;
  readonly netForecastPence: Pence;
}

const IN_NO_POOL: PoolFigures = { part: null, contributor: "", putInPence: 0, netPence: 0, netForecastPence: 0 };

/** `keeper` is undefined for a pool that has no position of its own. The host puts in what the others leave, so its lines put in nothing here. */
export function poolFigures(line: BudgetLine, keeper: PoolKeeper | undefined): PoolFigures {
  const part = keeper === undefined || !isInPool(line) ? null : poolPartOf(line, keeper);
  if (part === null || keeper === undefined) return IN_NO_POOL;
  const [budget, contributor] = [budgetPence(line), contributorOf(line, part)];
  const own = part !== "contribution";
  return {
    part, contributor, putInPence: contributor === keeper.host ? 0 : own ? budget : 0 - budget,
    netPence: own ? budget : 0, netForecastPence: own ? forecastOrBudgetPence(line) : 0,
  };
}
