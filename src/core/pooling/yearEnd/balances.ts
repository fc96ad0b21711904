// Who owes whom at the year end: each partner's contribution and share of the outturn against what the host has had from it.
import type { AgencyId } from "../../budget/agency";
import type { CellRef } from "../../budget/cells";
import type { BudgetLine } from "../../budget/line";
import { asPence, sumPenceBy, type Pence } from "../../money/pence";
import type { PoolPosition } from "../../virement/types";
import { keeperOf, poolFigures } from "../poolPart";

/** The balance between one partner and the host, for both to agree. */
export interface PoolBalance {
  readonly agency: AgencyId;
  readonly host: AgencyId;
  readonly contributionPence: Pence;
  readonly sharePence: Pence;
  /** What the host's sheets show as received to date; null where they do not tell. */
  readonly receivedPence: Pence | null;
  /** + the partner owes the host, − the host owes the partner. Without what was received, only the share is owed. */
  readonly owedPence: Pence;
  readonly cells: readonly CellRef[];
}

export function poolBalances(position: PoolPosition, lines: readonly BudgetLine[]): PoolBalance[] {
  const { host } = position;
  const keeper = keeperOf(position);
  const own = lines.filter((line) => line.pool === position.pool && line.agency === host).map((line) => ({ line, ...poolFigures(line, keeper) }));
  return position.shares.filter(({ agency }) => agency !== host).map(({ agency, contributionPence, sharePence }): PoolBalance => {
    const records = own.filter(({ part, contributor }) => part === "contribution" && contributor === agency).map(({ line }) => line);
    const told = records.length > 0 && records.every((line) => line.actualPence !== null);
    const receivedPence = told ? 0 - sumPenceBy(records, (line) => line.actualPence ?? 0) : null;
    return {
      agency, host, contributionPence, sharePence, receivedPence,
      owedPence: receivedPence === null ? sharePence : asPence(contributionPence + sharePence - receivedPence),
      cells: records.map(({ source: { file, sheet, address } }) => ({ file, sheet, address })),
    };
  });
}
