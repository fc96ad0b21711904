// Each pool after the moves, and what only a partner can agree to: paying its share of what is still over.
import type { Agency, AgencyId } from "../budget/agency";
import type { BudgetLine } from "../budget/line";
import type { Flexibility } from "../flexibility/types";
import { formatPounds } from "../money/format";
import { asPence, sumPenceBy, type Pence } from "../money/pence";
import { sharedAgain } from "../pooling/poolPosition";
import { partnersApprovals } from "../rules/approvals";
import { ANOTHER_BODY } from "../rules/evaluatePart";
import { decidingGateway } from "../rules/gateways";
import { purposesOf } from "../rules/purposes";
import type { RuleContext } from "../rules/ruleContext";
import type { Gateway } from "../rules/types";
import type { Move, PartnerCall, PoolPosition } from "./types";

/** Positions once the moves are made: money moved into a pool adds to its budget; the agreement shares what is then over or under. */
export function poolsAfter(pools: readonly PoolPosition[], moves: readonly Move[], lines: readonly BudgetLine[]): PoolPosition[] {
  const poolOf = new Map(lines.map((line) => [line.id, line.pool]));
  return pools.map((position) => {
    const touching = moves.filter((move) => poolOf.get(move.to) === position.pool || poolOf.get(move.from) === position.pool);
    if (touching.length === 0) return position;
    const added = (lineId: string): Pence => sumPenceBy(touching, (move) => (move.to === lineId ? move.amountPence : 0) - (move.from === lineId ? move.amountPence : 0));
    const parts = position.parts.map((part) => ({ ...part, pence: asPence(part.pence - added(part.lineId)) }));
    return sharedAgain(position, asPence(position.budgetPence + sumPenceBy(position.parts, (part) => added(part.lineId))), parts);
  });
}

export interface CallInput {
  /** Positions after the moves. */
  readonly pools: readonly PoolPosition[];
  readonly lines: readonly BudgetLine[];
  readonly flexibility: readonly Flexibility[];
  readonly moves: readonly Move[];
  readonly context: RuleContext;
  /** Moves between bodies that are suggested: what a partner pays by them it is not called for again. */
  readonly payments: readonly Pick<Move, "from" | "to" | "amountPence">[];
}

/**
 * For each pool still over, each partner's share as a call. A partner that is asked for more than it will owe at the year's end
 * rationally refuses, so the call is its liability and no more. Without a gateway from the partner to the host there is no call.
 */
export function partnerCalls(input: CallInput): PartnerCall[] {
  return input.pools.flatMap((position) => {
    if (position.overspendPence <= 0) return [];
    const lines = input.lines.filter((line) => line.pool === position.pool);
    const host = input.context.agencies.get(position.host);
    if (host === undefined) return [];
    return position.shares.flatMap((share): PartnerCall[] => {
      const partner = input.context.agencies.get(share.agency);
      const paidPence = partner === undefined ? 0 : paid(partner.id, lines, input);
      const callPence = share.sharePence - paidPence;
      if (partner === undefined || partner.id === host.id || callPence <= 0) return [];
      const gateway = gatewayFor(partner, host, lines, input.context);
      if (gateway === undefined) return [];
      return [{
        pool: position.pool, agency: partner.id, amountPence: callPence, liabilityPence: share.sharePence, instrument: gateway.instrument,
        approvals: partnersApprovals([partner, host].map((agency) => ({ agency, scopes: ["inter-agency"] as const, kinds: ["one-off"] as const, prior: input.context.counted })), callPence, gateway.id, input.context.books),
        explanation: callWords(position, partner, host, callPence, gateway, left(partner.id, input)),
      }];
    });
  });
}

function paid(partner: AgencyId, poolLines: readonly BudgetLine[], { lines, payments }: CallInput): Pence {
  const own = new Set(lines.filter((line) => line.agency === partner).map((line) => line.id));
  const pool = new Set(poolLines.map((line) => line.id));
  return sumPenceBy(payments.filter((move) => own.has(move.from) && pool.has(move.to)), (move) => move.amountPence);
}

function gatewayFor(partner: Agency, host: Agency, poolLines: readonly BudgetLine[], context: RuleContext): Gateway | undefined {
  const purposes = new Set([ANOTHER_BODY, ...poolLines.filter((line) => line.agency === host.id).flatMap((line) => [...purposesOf(line, host, context.books)])]);
  const question = { fromBody: partner.bodyType, toBody: host.bodyType, jurisdiction: partner.jurisdiction, toJurisdiction: host.jurisdiction, purposes };
  const gateway = decidingGateway(question, "*", context.books);
  return gateway?.allow === "YES" || gateway?.allow === "COND" ? gateway : undefined;
}

/** What the partner's lines still have that may leave the agency, after the moves. */
function left(agency: AgencyId, input: CallInput): Pence {
  const own = new Set(input.lines.filter((line) => line.agency === agency).map((line) => line.id));
  const free = sumPenceBy(input.flexibility.filter((flex) => own.has(flex.lineId)), (flex) =>
    sumPenceBy(flex.parts.filter((part) => part.reach === "anywhere"), (part) => part.pence));
  return Math.max(0, free - sumPenceBy(input.moves.filter((move) => own.has(move.from)), (move) => move.amountPence));
}

function callWords(position: PoolPosition, partner: Agency, host: Agency, pence: Pence, gateway: Gateway, leftPence: Pence): string {
  const sharing = position.agreement;
  const hostShare = position.shares.find((share) => share.agency === host.id)?.sharePence ?? 0;
  const cover = leftPence >= pence ? `It still has ${formatPounds(leftPence)} unspent that may leave it.` : `Only ${formatPounds(leftPence)} of its forecast underspend may leave it.`;
  return [
    `The pool ${position.pool} is still ${formatPounds(position.overspendPence)} over.`,
    `${sharing.method === "B" && sharing.weights.length === 0 ? "Shared by contributions" : "By the partners' agreement"}, ${formatPounds(pence)} of that falls on ${partner.name} at the year's end; it may pay that now.`,
    `This is not a virement and is not counted as closed: it needs both partners to agree (${gateway.id}, ${gateway.instrument}).`,
    cover,
    `More than its share would be a gift that only ${partner.name} can offer.`,
    `The other ${formatPounds(hostShare)} stays with ${host.name}, for a recovery plan or contingency.`,
  ].join(" ");
}
