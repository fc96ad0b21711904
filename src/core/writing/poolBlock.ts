// What the sheets of pools share: the live sums of a pool's budget, forecast and contributions, and the rows that say who bears what.
import type { AgencyId } from "../budget/agency";
import { cellAddress } from "../budget/cells";
import type { Pence } from "../money/pence";
import type { PartnershipReading } from "../reading/types";
import type { PoolPosition } from "../virement/types";
import { fixed, type Sketch } from "./sketch";
import { sumWhere, type Condition } from "./sumFormula";

/** Where a pool's name stands, and its name: the key of every sum of its block. */
export function poolKey(row: number, { pool }: PoolPosition): Condition {
  return { column: "Pool", cell: fixed(row, 0), key: pool };
}

/**
 * Writes each partner's contribution as a live sum, one row a partner in the agreement's order with its id in the first column. The host
 * puts in the pool's net budget less any balance brought forward and less what the others put in.
 */
export function drawContributions(
  sketch: Sketch, { position, pool, top, column, broughtForward }: { position: PoolPosition; pool: Condition; top: number; column: number; broughtForward: string },
): void {
  const others = position.shares.flatMap(({ agency }, i) => (agency === position.host ? [] : [cellAddress(top + i, column)]));
  position.shares.forEach(({ agency, contributionPence }, i) => {
    const row = top + i;
    sketch.text(row, 0, agency, "label");
    const formula = agency === position.host
      ? `ROUND(${[sumWhere("tblLines", "Pool net £", [pool]), broughtForward, ...others].join("-")},2)`
      : sumWhere("tblLines", "Put into the pool £", [pool, { column: "Contributor", cell: fixed(row, 0, "column"), key: agency }]);
    sketch.figure(row, column, formula, contributionPence);
  });
}

/** What is shared out, part by part: the partners' shares, then whatever the agreement places elsewhere. */
export function outcomeRows(position: PoolPosition): readonly { readonly label: string; readonly pence: Pence }[] {
  return [
    ...position.met.map(({ name, pence }) => ({ label: `Met by ${name}`, pence })),
    ...(position.keptPence === 0 ? [] : [{ label: "Kept in the pool", pence: position.keptPence }]),
    ...(position.openPence === 0 ? [] : [{ label: "Open: for the chief finance officers to agree", pence: position.openPence }]),
  ];
}

export function agencyNames(reading: PartnershipReading): (agency: AgencyId) => string {
  const names = new Map(reading.agencies.map(({ id, name }) => [id, name]));
  return (agency) => names.get(agency) ?? "";
}
