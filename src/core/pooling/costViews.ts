// Full cost and controllable cost side by side: internal recharges and what no manager can influence, outcome by outcome.
import type { AgencyId } from "../budget/agency";
import { asPence, sumPenceBy, type Pence } from "../money/pence";
import { compareText } from "../text";
import type { PooledLine } from "./pooledLine";

/** One outcome of one agency, net, in the lens of who funds. full cost = controllable + recharges + non-controllable. */
export interface CostViewRow {
  readonly outcome: string;
  readonly agency: AgencyId;
  readonly fullCostPence: Pence;
  /** Internal recharges: + where overheads come in, − where they go out. They move cost between outcomes and add nothing. */
  readonly rechargePence: Pence;
  /** Depreciation, capital charges and the like. */
  readonly nonControllablePence: Pence;
  readonly controllablePence: Pence;
  readonly lineIds: readonly string[];
}

/** Only outcomes and agencies that hold lines, by outcome, then agency; full cost adds to the pool's net. */
export function costViews(lines: readonly PooledLine[]): CostViewRow[] {
  const byOutcome = new Map<string, Map<AgencyId, PooledLine[]>>();
  for (const pooled of lines) {
    const { outcome, agency } = pooled.line;
    const byAgency = byOutcome.get(outcome) ?? new Map<AgencyId, PooledLine[]>();
    byOutcome.set(outcome, byAgency);
    const own = byAgency.get(agency);
    if (own === undefined) byAgency.set(agency, [pooled]);
    else own.push(pooled);
  }
  return [...byOutcome.values()].flatMap((byAgency) => [...byAgency.values()]).map(rowOf).sort((a, b) => compareText(a.outcome, b.outcome) || compareText(a.agency, b.agency));
}

function rowOf(lines: readonly PooledLine[]): CostViewRow {
  const net = (of: readonly PooledLine[]): Pence => sumPenceBy(of, ({ figures }) => figures.fundsPence);
  const [fullCostPence, rechargePence] = [net(lines), net(lines.filter(({ figures }) => figures.role === "recharge"))];
  const nonControllablePence = net(lines.filter(({ line }) => line.nature === "NON_CONTROLLABLE"));
  const first = lines[0]?.line;
  return {
    outcome: first?.outcome ?? "", agency: first?.agency ?? "", fullCostPence, rechargePence, nonControllablePence,
    controllablePence: asPence(fullCostPence - rechargePence - nonControllablePence), lineIds: lines.map(({ line }) => line.id),
  };
}
