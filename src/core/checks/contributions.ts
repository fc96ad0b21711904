// Controls R9 and R10: contributions in the host's and in the partners' own sheets against the agreement schedule, and against statutory minimums.
import type { CellRef } from "../budget/cells";
import { budgetPence, type BudgetLine } from "../budget/line";
import { formatPounds } from "../money/format";
import { sumPenceBy, type Pence } from "../money/pence";
import { isInPool } from "../pooling/poolPart";
import type { PoolTerms } from "../pooling/poolTerms";
import type { PoolPosition } from "../virement/types";
import type { Control } from "./control";
import { makeControl } from "./makeControl";

/**
 * One control a partner of the schedule or the host's sheets, and one more where the partner's own sheet records what it pays into the pool;
 * `none` for a pool whose schedule is empty.
 */
export function checkSchedule(position: PoolPosition, lines: readonly BudgetLine[]): Control[] {
  const { terms } = position;
  const schedule = terms?.contributions ?? [];
  const title = "Contribution in the sheets is the agreed one";
  if (schedule.length === 0) {
    return [{
      id: "R9", title, subject: position.pool, expectedPence: null, foundPence: null, differencePence: null, tolerancePence: 0,
      result: "none", cells: cellsOf(terms), note: "No agreed contributions are entered; what is over or under is shared by those in the sheets.",
    }];
  }
  const agencies = [...new Set([...schedule, ...position.shares].map(({ agency }) => agency))];
  return agencies.flatMap((agency) => {
    const agreed = sumPenceBy(schedule.filter((row) => row.agency === agency), (row) => row.pence);
    const found = contributionOf(position, agency);
    if (agreed === 0 && found === 0) return [];
    const own = ownRecords(position, agency, lines);
    return [
      makeControl({ id: "R9", title, subject: `${position.pool}: ${agency}`, expectedPence: agreed, foundPence: found, cells: cellsOf(terms) }),
      ...(own.length === 0 ? [] : [makeControl({
        id: "R9", title: "Contribution in the partner's own sheet is the agreed one", subject: `${position.pool}: ${agency}, its own sheet`,
        expectedPence: agreed, foundPence: sumPenceBy(own, budgetPence), cells: [...cellsOf(terms), ...own.map(({ source: { file, sheet, address } }) => ({ file, sheet, address }))],
      })]),
    ];
  });
}

/** What a partner other than the host records as paid to the host for the pool. */
function ownRecords({ pool, host }: PoolPosition, agency: string, lines: readonly BudgetLine[]): BudgetLine[] {
  return lines.filter((line) => line.agency === agency && agency !== host && line.pool === pool && isInPool(line) && line.nature === "IA_PAYMENT" && line.counterparty === host);
}

/** Red below the minimum; at or above it the difference is what is put in beyond it. */
export function checkMinimums({ terms, ...position }: PoolPosition): Control[] {
  return (terms?.minimums ?? []).map(({ agency, pence }) => {
    const found = contributionOf(position, agency);
    const control = makeControl({
      id: "R10", title: "Contribution is at least the statutory minimum", subject: `${position.pool}: ${agency}`,
      expectedPence: pence, foundPence: found, cells: cellsOf(terms),
      note: found < pence ? `${formatPounds(pence - found)} short of the minimum.` : "",
    });
    return { ...control, result: found < pence ? "red" : "green" };
  });
}

function contributionOf(position: Pick<PoolPosition, "shares">, agency: string): Pence {
  return position.shares.find((share) => share.agency === agency)?.contributionPence ?? 0;
}

function cellsOf(terms: PoolTerms | null): CellRef[] {
  return terms?.cell ? [terms.cell] : [];
}
