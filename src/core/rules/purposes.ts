// What a line's money is for, as the words that gateway and fund rows speak about.
import type { Agency, BodyType } from "../budget/agency";
import type { BudgetLine } from "../budget/line";
import { holdsIn } from "./inForce";
import type { Fund, RuleBooks } from "./types";

const NHS: readonly BodyType[] = ["ICB", "NHS_TRUST"];

/** The fund whose money may not exceed the NHS running-cost allowance. */
export const RUNNING_COST_FUND = "RCA";

/** Funds of capital money: what they pay for is capital spending. */
const CAPITAL_FUNDS: ReadonlySet<string> = new Set(["CAP", "DFG"]);

/** Purpose of every line that capital money does not pay for. */
export const REVENUE = "revenue";

export function isCapital(line: BudgetLine): boolean {
  return line.funding.some((split) => CAPITAL_FUNDS.has(split.fund) || CAPITAL_FUNDS.has(split.ringFence ?? ""));
}

/** Emergency planning bodies have "civil contingencies" of another kind. */
const CONTINGENCY = /\bcontingenc(?:y|ies)\b/i;
const NO_CONTINGENCY = /\bcivil contingenc|\bcontingenc(?:y|ies) (?:plan|unit|team|officer)/i;

/** True for budget held for what is not foreseen, by the line's own words: a call on it adds to what members agreed to spend. */
export function isContingency({ description }: Pick<BudgetLine, "description">): boolean {
  return CONTINGENCY.test(description) && !NO_CONTINGENCY.test(description);
}

/**
 * The purposes a line serves: its outcome, client group, id, funds, ring-fences and the rings around them (what lies in an inner ring is
 * a purpose of the outer one too); "revenue" where no capital money pays for it, and "programme" for a line of an NHS body that is not met from the running-cost allowance.
 */
export function purposesOf(line: BudgetLine, { bodyType, jurisdiction }: Owner, books: RuleBooks): ReadonlySet<string> {
  const purposes = new Set<string>([line.outcome, line.id]);
  if (line.clientGroup !== null) purposes.add(line.clientGroup);
  if (!isCapital(line)) purposes.add(REVENUE);
  for (const split of line.funding) {
    purposes.add(split.fund);
    const row = fundRow(split.fund, books, jurisdiction);
    const ring = row?.ringFence ?? split.ringFence;
    if (ring !== null) purposes.add(ring);
    for (const outer of row === undefined ? [] : ringsAround(row, books, jurisdiction)) purposes.add(outer.ringFence ?? outer.fund);
  }
  if (NHS.includes(bodyType) && !line.funding.some((split) => split.fund === RUNNING_COST_FUND)) purposes.add("programme");
  return purposes;
}

/** Whose line it is, as far as rules ask. */
type Owner = Pick<Agency, "bodyType" | "jurisdiction">;

/** The row of the funds table for a fund code in a jurisdiction, the more particular first; undefined when the partners' table does not name it. */
export function fundRow(fund: string, books: RuleBooks, jurisdiction: string): Fund | undefined {
  const rows = books.funds.filter((row) => row.fund === fund && holdsIn(row, jurisdiction));
  return rows.find((row) => row.jurisdiction !== "*") ?? rows[0];
}

/** The rings around a fund's own, innermost first. A circle of rings (an issue of its own) ends where it closes. */
function ringsAround(fund: Fund, books: RuleBooks, jurisdiction: string): Fund[] {
  const around: Fund[] = [];
  const seen = new Set<string>();
  for (let outer = fund.insideRing; outer !== null && !seen.has(outer);) {
    seen.add(outer);
    const name: string = outer;
    const rows = books.funds.filter((row) => row.ringFence === name && row !== fund && holdsIn(row, jurisdiction));
    // The fund named like the ring speaks for it.
    const row = rows.find((one) => one.fund === name) ?? rows[0];
    if (row === undefined) break;
    around.push(row);
    outer = row.insideRing;
  }
  return around;
}

/**
 * The ring that does not allow any of the purposes: the fund's own, or the innermost around it; undefined where all allow one. A hard
 * ring-fence that lists no purposes allows what is in the ring already.
 */
export function ringBarring(fund: Fund, purposes: ReadonlySet<string>, books: RuleBooks, jurisdiction: string): Fund | undefined {
  return [fund, ...ringsAround(fund, books, jurisdiction)].find((ring) => !allows(ring, purposes));
}

function allows({ fund, ringFence, hardness, purposes: listed }: Fund, purposes: ReadonlySet<string>): boolean {
  const within = listed !== "*" ? listed : hardness === "hard" ? [fund, ...(ringFence === null ? [] : [ringFence])] : null;
  return within === null || within.some((purpose) => purposes.has(purpose));
}

/** True where the money may only be spent on some purposes: its own ring's, or those of a ring around it. */
export function isRinged(fund: Fund, books: RuleBooks, jurisdiction: string): boolean {
  return [fund, ...ringsAround(fund, books, jurisdiction)].some((ring) => ring.purposes !== "*" || ring.hardness === "hard");
}
