// Keeps every suggestion clean: a move whose cost-shunt test fails, or whose linked effects are unknown, is never offered.
import type { AgencyId } from "../budget/agency";
import type { BudgetLine } from "../budget/line";
import { burdenChanges, inducedBy, netBurdens, shuntTest, shuntTolerance, type BurdenChange, type ServiceLink, type ShuntResult } from "../checks/costShunt";
import { asPence, type Pence } from "../money/pence";

export interface ProposedMove {
  readonly from: string;
  readonly to: string;
  readonly amountPence: Pence;
  /** Between bodies, paid for by the payer's own money as both agree: neither body's budget changes in all, only linked services may. */
  readonly agreed?: boolean;
}

export interface ShuntGuard {
  /** The test of moves together: what they do to each agency's net burden, linked services included. */
  readonly test: (moves: readonly ProposedMove[]) => ShuntResult;
}

/** A guard over the lines as they stand. A move inside one agency leaves its net burden as it is; one between two shifts it. */
export function shuntGuard(lines: readonly BudgetLine[], links: readonly ServiceLink[]): ShuntGuard {
  const byId = new Map(lines.map((line) => [line.id, line]));
  const before = netBurdens(lines);
  const nets = new Map<AgencyId, Pence>(before.map((burden) => [burden.agency, burden.pence]));
  return {
    test(moves) {
      const changes = moves.flatMap((move): BurdenChange[] => (move.agreed === true ? [] : [...moved(byId, move.from, -move.amountPence), ...moved(byId, move.to, move.amountPence)]));
      const induced = moves.map((move) => inducedBy({ lineId: move.from, pence: move.amountPence }, links, lines));
      const all = burdenChanges([], [...changes, ...induced.flatMap((effect) => effect.changes)]).filter((change) => change.pence !== 0);
      const tolerancePence = shuntTolerance(all.map((change) => nets.get(change.agency) ?? 0));
      return shuntTest(all, { tolerancePence, unquantified: induced.some((effect) => effect.unquantified.length > 0) });
    },
  };
}

function moved(byId: ReadonlyMap<string, BudgetLine>, lineId: string, pence: Pence): BurdenChange[] {
  const line = byId.get(lineId);
  return line === undefined ? [] : [{ agency: line.agency, pence: asPence(pence) }];
}
