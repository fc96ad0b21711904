// Splits a line's headroom over the funds that pay for it, restricted money first, and says how far each part may go.
import type { Agency, BodyType } from "../budget/agency";
import { budgetPence, type BudgetLine, type FundingSplit } from "../budget/line";
import type { Pence } from "../money/pence";
import type { FundingDispute } from "../checks/fundingSplits";
import { decidingGateway } from "../rules/gateways";
import { holdsIn } from "../rules/inForce";
import { fundRow, isRinged } from "../rules/purposes";
import type { RuleBooks } from "../rules/types";
import type { FlexPart } from "./types";

export interface PartsInput {
  readonly line: BudgetLine;
  readonly agency: Agency | undefined;
  readonly headroomPence: Pence;
  readonly books: RuleBooks;
  readonly lines: readonly BudgetLine[];
  readonly dispute: FundingDispute;
}

/**
 * Headroom by fund. Where restricted and general money pay for one line, an underspend is presumed to be the restricted money
 * until the owner says otherwise, so restricted parts are filled first. A line without a funding split counts as one unnamed fund.
 */
export function headroomParts(input: PartsInput): FlexPart[] {
  const { line, agency, headroomPence } = input;
  if (headroomPence === 0) return [];
  const place = agency?.jurisdiction ?? "";
  const splits = grantFirst(line.funding.length > 0 ? line.funding : [unnamed(line)], input.books, place);
  const parts: FlexPart[] = [];
  let left = headroomPence;
  splits.forEach((split, i) => {
    const last = i === splits.length - 1;
    const pence = last ? left : Math.min(left, Math.max(0, split.pence));
    left -= pence;
    if (pence <= 0) return;
    const reach = reachOf(split, input);
    const disputed = reach !== "nowhere" && reach !== "align only" && (input.dispute.wholeLine || input.dispute.funds.has(split.fund));
    const part = { fund: split.fund, ringFence: ringOf(split, input.books, place), pence };
    parts.push(disputed ? { ...part, reach: "nowhere", disputed } : { ...part, reach });
  });
  return parts;
}

/** True when the money may only be spent inside a ring: by the funds table; money that no row in force describes is held for restricted too. */
export function isRestricted(split: FundingSplit, books: RuleBooks, jurisdiction: string): boolean {
  const row = fundRow(split.fund, books, jurisdiction);
  return row === undefined ? split.fund !== "" || split.ringFence !== null : row.hardness === "hard";
}

function unnamed(line: BudgetLine): FundingSplit {
  return { fund: "", ringFence: null, pence: budgetPence(line) };
}

function grantFirst(splits: readonly FundingSplit[], books: RuleBooks, jurisdiction: string): readonly FundingSplit[] {
  return [...splits.filter((split) => isRestricted(split, books, jurisdiction)), ...splits.filter((split) => !isRestricted(split, books, jurisdiction))];
}

function ringOf(split: FundingSplit, books: RuleBooks, jurisdiction: string): string | null {
  const row = fundRow(split.fund, books, jurisdiction);
  return row === undefined ? split.ringFence : row.ringFence;
}

function reachOf(split: FundingSplit, input: PartsInput): FlexPart["reach"] {
  const { line, agency, books } = input;
  if (agency === undefined) return "nowhere";
  const row = fundRow(split.fund, books, agency.jurisdiction);
  if (row === undefined && (split.fund !== "" || split.ringFence !== null)) return "nowhere";
  if (row !== undefined && !row.movable) return "nowhere";
  if (line.control === "CENTRAL" || isCentral(split.fund, agency, books)) return "align only";
  if (row !== undefined && isRinged(row, books, agency.jurisdiction)) return row.purposes !== "*" && row.purposes.includes("programme") ? "programme only" : "inside ring";
  if (line.pool !== null && line.arrangement !== "aligned") return "inside pool";
  return leadsOutside(split.fund, agency, books) ? "anywhere" : "own agency";
}

/** Central money may be spent alongside others' but not moved by any local decision, not even inside the body. */
function isCentral(fund: string, agency: Agency, books: RuleBooks): boolean {
  const question = { fromBody: agency.bodyType, toBody: agency.bodyType, jurisdiction: agency.jurisdiction, purposes: new Set<string>() };
  return decidingGateway(question, fund, books)?.allow === "ALIGN_ONLY";
}

/** Whether any gateway lets this money leave the body at all (to whom and for what is asked again for every move). */
function leadsOutside(fund: string, agency: Agency, books: RuleBooks): boolean {
  const body: BodyType = agency.bodyType;
  const rows = books.gateways.filter(
    (g) => (g.fromBody === "*" || g.fromBody === body) && g.toBody !== body && (g.fromFund === "*" || g.fromFund === fund) && holdsIn(g, agency.jurisdiction),
  );
  if (rows.some((g) => g.allow === "NO" && g.toPurpose === "*" && g.fromFund === fund)) return false;
  return rows.some((g) => g.allow === "YES" || g.allow === "COND");
}
