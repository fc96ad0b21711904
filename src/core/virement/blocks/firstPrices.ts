// What the ties of a part's blocks are worth in its program with fractions of moves: where the search for better prices begins.
import { withObjective } from "../compileModel";
import { linearRows } from "../linearPart";
import { SENSE_OF } from "../objectives";
import { figureOfUnit, type Figure } from "./figures";
import { signed, type Tie } from "./master";
import type { OpenPart, SolveWork, Link } from "../solveSteps";

/** A price for each held stage, then for each link. Any prices give a true bound; these give a good one. */
export async function firstPrices(part: OpenPart, { figure, held, links, ties, measurePence }: { readonly figure: Figure; readonly held: readonly Figure[]; readonly links: readonly Link[]; readonly ties: readonly Tie[]; readonly measurePence: number }, work: SolveWork): Promise<number[]> {
  const { compiled, model } = part;
  const problem = withObjective(compiled, { terms: compiled.expression[figure.objective], sense: SENSE_OF[figure.objective], held: [...part.held.map((stage) => stage.row), ...part.proven], wholeAmounts: false });
  const fractions = { ...problem, columns: problem.columns.map((column) => ({ ...column, integer: false })) };
  const { rowPrices = [] } = await work.solver.solve(fractions, { timeLimitSeconds: work.timeLimitSeconds, ...(work.signal === undefined ? {} : { signal: work.signal }) });
  const rowOf = new Map(linearRows(model).map((row, r) => [`${row.kind} ${row.id}`, compiled.firstJointRow + r]));
  const rows = [
    ...held.map((one, h) => ({ row: compiled.rows.length + h, unit: figureOfUnit(one, part, measurePence) })),
    ...links.map(({ row }) => ({ row: rowOf.get(`${row.kind} ${row.id}`) ?? -1, unit: compiled.unitPence / measurePence })),
  ];
  return ties.map((tie, t) => {
    const { row = -1, unit = 1 } = rows[t] ?? {};
    return signed(((rowPrices[row] ?? 0) * figureOfUnit(figure, part, measurePence)) / unit, tie);
  });
}
