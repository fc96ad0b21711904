// What partners may be asked to give to one another: no more than each will owe at the year's end, unless it offers more itself.
import type { AgencyId } from "../budget/agency";
import { variancePence, type BudgetLine } from "../budget/line";
import { sumPenceBy, type Pence } from "../money/pence";
import { shareByWeights } from "../money/share";
import type { FairShare, ModelLimit, PartnerOffer, PoolPosition, SuggestionOptions } from "./types";

/** Fair shares are told in thousandths of what all give. */
const WHOLE = 1_000;

interface Liability {
  readonly pool: string;
  readonly host: AgencyId;
  readonly agency: AgencyId;
  readonly pence: Pence;
}

export interface PartnerTerms {
  /** What each partner will owe each pool that is over, once every body's own moves are made. */
  readonly liabilities: readonly Liability[];
  /** True when partners are asked to pay those now. */
  readonly partnersPay: boolean;
  readonly offers: readonly PartnerOffer[];
  /** What each body is forecast to end under its budget in all: it gives no more than that, so that it still breaks even. */
  readonly spare: ReadonlyMap<AgencyId, Pence>;
}

/** True when moves between bodies were asked for. */
export function asksPartners({ partnersPay, offers }: SuggestionOptions): boolean {
  return partnersPay === true || (offers ?? []).length > 0;
}

/** Terms from the pools as they stand after every body's own moves. */
export function partnerTerms(pools: readonly PoolPosition[], lines: readonly BudgetLine[], options: SuggestionOptions): PartnerTerms {
  const liabilities = pools.flatMap((position) =>
    (position.overspendPence <= 0 ? [] : position.shares
      .filter((share) => share.agency !== position.host && share.sharePence > 0)
      .map((share) => ({ pool: position.pool, host: position.host, agency: share.agency, pence: share.sharePence }))));
  const variance = new Map<AgencyId, Pence>();
  for (const line of lines) variance.set(line.agency, (variance.get(line.agency) ?? 0) + variancePence(line));
  return { liabilities, partnersPay: options.partnersPay === true, offers: options.offers ?? [], spare: new Map([...variance].map(([agency, pence]) => [agency, Math.max(0, -pence)])) };
}

/** The same terms with no liability above what other terms give: what was limited once is not widened by a later answer. */
export function narrowed(terms: PartnerTerms, by: PartnerTerms): PartnerTerms {
  const of = (one: Liability): Pence => by.liabilities.find((other) => other.pool === one.pool && other.agency === one.agency)?.pence ?? 0;
  return { ...terms, liabilities: terms.liabilities.map((one) => ({ ...one, pence: Math.min(one.pence, of(one)) })) };
}

/** Whether a body may be asked to give to this line at all; for what and how much is asked of the two lines. */
export function mayAsk(agency: AgencyId, to: BudgetLine | undefined, terms: PartnerTerms): boolean {
  if (to === undefined || to.agency === agency) return false;
  return terms.offers.some((one) => one.agency === agency) || (terms.partnersPay && terms.liabilities.some((one) => one.agency === agency && one.pool === to.pool && one.host === to.agency));
}

/** The limits that money from one body's line to another's counts towards; null where the body is not asked, or has nothing to spare. */
export function partnerLimits(from: BudgetLine, to: BudgetLine, terms: PartnerTerms): Pick<ModelLimit, "id" | "kind" | "maxPence">[] | null {
  const offer = terms.offers.find((one) => one.agency === from.agency);
  const liability = terms.liabilities.find((one) => terms.partnersPay && one.agency === from.agency && one.pool === to.pool && one.host === to.agency);
  const spare = terms.spare.get(from.agency) ?? 0;
  const asked = offer !== undefined
    ? { id: `OFFER/${offer.agency}`, kind: "liability" as const, maxPence: Math.min(offer.upToPence, spare) }
    : liability === undefined ? null : { id: `SHARE/${liability.agency}/${liability.pool}`, kind: "liability" as const, maxPence: liability.pence };
  if (asked === null || asked.maxPence <= 0 || spare <= 0) return null;
  return [asked, { id: `BREAK-EVEN/${from.agency}`, kind: "break-even", maxPence: spare }];
}

/** Fair shares of what is given, in the ratio of what each body may be asked for. */
export function fairShares(agencies: readonly AgencyId[], terms: PartnerTerms): FairShare[] {
  const asked = agencies.map((agency) => Math.min(terms.spare.get(agency) ?? 0, askedOf(agency, terms)));
  if (asked.every((pence) => pence === 0)) return [];
  const parts = shareByWeights(WHOLE, asked);
  return agencies.map((agency, i) => ({ agency, parts: parts[i] ?? 0 }));
}

function askedOf(agency: AgencyId, terms: PartnerTerms): Pence {
  return terms.offers.find((one) => one.agency === agency)?.upToPence ?? (terms.partnersPay ? owedBy(agency, terms) : 0);
}

/** What a body will owe to all pools at the year's end. */
export function owedBy(agency: AgencyId, { liabilities }: Pick<PartnerTerms, "liabilities">): Pence {
  return sumPenceBy(liabilities.filter((one) => one.agency === agency), (one) => one.pence);
}
