// What the cap of a gateway's row still leaves: what an agency moved by that row earlier in the year counts towards it.
import type { Agency, AgencyId } from "../budget/agency";
import { sumPenceBy, type Pence } from "../money/pence";
import type { PriorMove } from "./priorMoves";
import type { Gateway } from "./types";

/** A row that sets a cap. */
export type CappedGateway = Gateway & { readonly capPence: Pence };

export function isCapped(row: Gateway | undefined): row is CappedGateway {
  return row !== undefined && row.capPence !== null;
}

interface Year {
  readonly counted: readonly PriorMove[];
  readonly agencies: ReadonlyMap<AgencyId, Agency>;
}

/** The cap less the year's moves of the agency by the row's id to such bodies; 0 where they used it up. */
export function capLeft(row: CappedGateway, agency: AgencyId, { counted, agencies }: Year): Pence {
  const used = sumPenceBy(counted.filter((move) => countsTowards(row, move, agency, agencies)), (move) => move.amountPence);
  return Math.max(0, row.capPence - used);
}

function countsTowards(row: Gateway, move: PriorMove, agency: AgencyId, agencies: ReadonlyMap<AgencyId, Agency>): boolean {
  if (move.from.agency !== agency || move.ruleIds?.includes(row.id) !== true) return false;
  return row.toBody === "*" || agencies.get(move.to.agency)?.bodyType === row.toBody;
}
