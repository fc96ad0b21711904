// The cost-shunt test on any pair of snapshots: for each service of the place, who is relieved, who takes on, and what would make it good.
import type { AgencyId } from "../budget/agency";
import { burdenChanges, shuntTest, shuntTolerance, type BurdenChange, type ServiceLink, type ShuntResult } from "../checks/costShunt";
import { asPence, type Pence } from "../money/pence";
import { compareText } from "../text";
import { retrenchmentIndicators, type Indicator } from "./indicators";
import type { ShuntLine, ShuntSnapshot } from "./shuntLine";
import { transfersFor, type Transfer } from "./transfers";

/** The test for one service: an outcome and client group over all the partners. */
export interface ServiceShunt {
  readonly outcome: string;
  readonly clientGroup: string | null;
  readonly result: ShuntResult;
  /** Effects on linked services that the later figures do not show yet, within the result. */
  readonly linked: readonly BurdenChange[];
  /** Links without a size: linked, not quantified. */
  readonly unquantified: readonly ServiceLink[];
  /** Payments that leave no one worse off, and null where the relieved have not enough. */
  readonly transfers: readonly Transfer[] | null;
}

export interface ShuntComparison {
  readonly before: string;
  readonly after: string;
  /** Services in which anything changed, by outcome and client group. */
  readonly services: readonly ServiceShunt[];
  readonly indicators: readonly Indicator[];
}

/** A line that stands on one side only counts from or to nothing. An agency's net is the sum of its lines, in canonical sign. */
export function compareSnapshots(before: ShuntSnapshot, after: ShuntSnapshot, links: readonly ServiceLink[] = []): ShuntComparison {
  const nets = netsOf(before.lines);
  const old = new Map(before.lines.map((line) => [line.id, line]));
  const now = new Map(after.lines.map((line) => [line.id, line]));
  const services = new Map<string, ShuntLine[]>();
  for (const line of [...after.lines, ...before.lines.filter((gone) => !now.has(gone.id))]) {
    const key = JSON.stringify([line.outcome, line.clientGroup]);
    const service = services.get(key);
    if (service === undefined) services.set(key, [line]);
    else service.push(line);
  }
  // What the later figures of a linked line show is set against the effects on it once, however many cuts lead there.
  const shown = new Map([...new Set(links.map((link) => link.toLine))].map((id) => [id, Math.max(0, (now.get(id)?.pence ?? 0) - (old.get(id)?.pence ?? 0))]));
  const found = [...services].sort(([a], [b]) => compareText(a, b)).flatMap(([, lines]): ServiceShunt[] => {
    const changes = lines.map((line): BurdenChange & { readonly line: ShuntLine } => ({
      line, agency: line.agency, pence: asPence((now.get(line.id)?.pence ?? 0) - (old.get(line.id)?.pence ?? 0)),
    }));
    const [first] = lines;
    if (first === undefined || changes.every((change) => change.pence === 0)) return [];
    const cuts = changes.filter(({ line, pence }) => pence < 0 && line.nature !== "EXT_INCOME" && line.nature !== "IA_INCOME");
    const effects = links.length === 0 ? [] : cuts.flatMap(({ line, pence }) => links.filter((link) => link.fromLine === line.id).map((link) => ({ link, cut: -pence })));
    const unquantified = effects.filter(({ link }) => link.elasticity === null || !now.has(link.toLine)).map(({ link }) => link);
    const linked = effects.flatMap(({ link, cut }): BurdenChange[] => {
      const target = now.get(link.toLine);
      if (link.elasticity === null || target === undefined) return [];
      const effect = Math.round(link.elasticity * cut);
      const already = Math.min(effect, shown.get(target.id) ?? 0);
      shown.set(target.id, (shown.get(target.id) ?? 0) - already);
      const more = effect - already;
      return more === 0 ? [] : [{ agency: target.agency, pence: asPence(more) }];
    });
    const all = burdenChanges([], [...changes, ...linked]).filter((change) => change.pence !== 0);
    const tolerancePence = shuntTolerance(all.map((change) => nets.get(change.agency) ?? 0));
    const result = shuntTest(all, { tolerancePence, unquantified: unquantified.length > 0 });
    return [{ outcome: first.outcome, clientGroup: first.clientGroup, result, linked, unquantified, transfers: transfersFor(result) }];
  });
  return { before: before.name, after: after.name, services: found, indicators: retrenchmentIndicators(before, after) };
}

function netsOf(lines: readonly ShuntLine[]): ReadonlyMap<AgencyId, Pence> {
  const nets = new Map<AgencyId, Pence>();
  for (const line of lines) nets.set(line.agency, asPence((nets.get(line.agency) ?? 0) + line.pence));
  return nets;
}
