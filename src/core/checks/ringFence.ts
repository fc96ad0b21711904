// Control R11: what a ring-fenced grant brings in is spent on its purpose, or the rest is to be carried forward in its reserve.
import type { AgencyId } from "../budget/agency";
import type { CellRef } from "../budget/cells";
import { formatPounds } from "../money/format";
import { asPence, type Pence } from "../money/pence";
import { fundParts } from "../pooling/fundParts";
import type { PooledLine } from "../pooling/pooledLine";
import { compareText } from "../text";
import type { Control } from "./control";
import { makeControl } from "./makeControl";

interface Ring {
  readonly agency: AgencyId;
  readonly ring: string;
  spendPence: Pence;
  incomePence: Pence;
  readonly incomeCells: CellRef[];
}

const LISTED = 4;

/**
 * One control an agency and ring-fence whose sheet shows the grant as income. Expected is the income forecast, found the spending forecast
 * that it pays for; amber where less is spent than comes in. Where the grant is not shown as income there is nothing to compare.
 */
export function checkRingFences(lines: readonly PooledLine[]): Control[] {
  return ringsOf(lines).filter((ring) => ring.incomePence < 0).map(({ agency, ring, spendPence, incomePence, incomeCells }) => {
    const grant = asPence(0 - incomePence);
    const short = asPence(grant - spendPence);
    const control = makeControl({
      id: "R11", title: "Ring-fenced money is spent on its purpose", subject: `${agency}: ${ring}`, expectedPence: grant, foundPence: spendPence,
      cells: incomeCells.slice(0, LISTED),
      note: short > 0 ? `${formatPounds(short)} is not forecast to be spent: carry it forward in the reserve of ${ring}, or return it as the grant's conditions say.` : "",
    });
    return { ...control, result: short > 0 ? "amber" : "green" };
  });
}

function ringsOf(lines: readonly PooledLine[]): Ring[] {
  const rings = new Map<string, Ring>();
  for (const pooled of lines) {
    if (pooled.line.funding.every((split) => split.ringFence === null)) continue;
    for (const part of fundParts(pooled)) {
      if (part.ringFence === null) continue;
      const { agency, source: { file, sheet, address } } = pooled.line;
      const key = JSON.stringify([agency, part.ringFence]);
      const ring = rings.get(key) ?? { agency, ring: part.ringFence, spendPence: 0, incomePence: 0, incomeCells: [] };
      rings.set(key, ring);
      if (part.forecast < 0) {
        ring.incomePence = asPence(ring.incomePence + part.forecast);
        ring.incomeCells.push({ file, sheet, address });
      } else {
        ring.spendPence = asPence(ring.spendPence + part.forecast);
      }
    }
  }
  return [...rings.values()].sort((a, b) => compareText(a.agency, b.agency) || compareText(a.ring, b.ring));
}
