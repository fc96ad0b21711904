// The Pool page's partners: what each puts into each pool, what it bears of the outturn, and its exposure over all pools.
import type { AgencyId } from "../../core/budget/agency";
import { percentWords } from "../../core/money/percent";
import { asPence, sumPenceBy, type Pence } from "../../core/money/pence";
import { RISK_METHODS } from "../../core/pooling/riskShare/types";
import type { Pool } from "../../core/pooling/types";
import type { PartnershipReading } from "../../core/reading/types";
import { lineFinder } from "./lines";

export interface PartnerShare {
  readonly agency: AgencyId;
  readonly name: string;
  readonly contributionPence: Pence;
  /** Of all contributions, in words to two decimals; null where nothing is put in. */
  readonly share: string | null;
  /** Size of the share, 0 to 1, for a bar. */
  readonly size: number;
  /** Overspend +, underspend −. */
  readonly bearsPence: Pence;
}

export interface PoolPartners {
  readonly pool: string;
  readonly host: string;
  /** How outturn is shared, as agreed; null where no agreement was entered. */
  readonly agreement: string | null;
  readonly budgetPence: Pence;
  readonly overspendPence: Pence;
  readonly partners: readonly PartnerShare[];
  /** What the agreement places elsewhere than on the partners. */
  readonly elsewherePence: Pence;
}

/** One entry a pool, in the pool's order. */
export function poolPartners(pool: Pool, reading: PartnershipReading): PoolPartners[] {
  const find = lineFinder(reading);
  return pool.positions.map((position) => {
    const whole = sumPenceBy(position.shares, (share) => share.contributionPence);
    return {
      pool: position.pool, host: find.agencyName(position.host), agreement: position.terms === null ? null : RISK_METHODS[position.terms.method],
      budgetPence: position.budgetPence, overspendPence: position.overspendPence,
      partners: position.shares.map(({ agency, contributionPence, sharePence }) => ({
        agency, name: find.agencyName(agency), contributionPence, share: percentWords(contributionPence, whole),
        size: whole <= 0 ? 0 : Math.max(0, contributionPence / whole), bearsPence: sharePence,
      })),
      elsewherePence: asPence(position.overspendPence - sumPenceBy(position.shares, (share) => share.sharePence)),
    };
  });
}

export interface Exposure {
  readonly agency: AgencyId;
  readonly name: string;
  readonly contributionPence: Pence;
  readonly bearsPence: Pence;
}

/** What each partner puts into and bears of all pools together, largest burden first; empty where there is one pool or none. */
export function exposures(pools: readonly PoolPartners[]): Exposure[] {
  if (pools.length < 2) return [];
  const all = new Map<AgencyId, Exposure>();
  for (const { agency, name, contributionPence, bearsPence } of pools.flatMap(({ partners }) => partners)) {
    const before = all.get(agency);
    all.set(agency, {
      agency, name, contributionPence: asPence((before?.contributionPence ?? 0) + contributionPence), bearsPence: asPence((before?.bearsPence ?? 0) + bearsPence),
    });
  }
  return [...all.values()].sort((a, b) => b.bearsPence - a.bearsPence);
}
