// Minimum-cost flow in the DIMACS form (First DIMACS challenge, 1991): read, solved by the port, and checked in whole numbers.
import type { SolverPort } from "../../src/core/virement/solverPort";

export interface FlowProblem {
  readonly nodes: number;
  /** Flow that a node brings in (positive) or takes (negative); 0 for the others. */
  readonly supply: ReadonlyMap<number, number>;
  readonly arcs: readonly { readonly from: number; readonly to: number; readonly least: number; readonly most: number; readonly cost: number }[];
}

/** Throws a sentence with the line's number for what is not DIMACS. */
export function readDimacs(text: string): FlowProblem {
  const supply = new Map<number, number>();
  const arcs: FlowProblem["arcs"][number][] = [];
  let nodes = 0;
  text.split(/\r?\n/).forEach((line, i) => {
    const [kind, ...words] = line.trim().split(/\s+/);
    const figures = (kind === "p" ? words.slice(1) : words).map(Number);
    if (kind === "" || kind === "c") return;
    const [a, b, c, d, e] = figures;
    if (figures.some((figure) => !Number.isSafeInteger(figure))) throw new Error(`Line ${i + 1} holds something that is no whole number.`);
    if (kind === "p" && words[0] === "min" && a !== undefined) nodes = a;
    else if (kind === "n" && a !== undefined && b !== undefined) supply.set(a, b);
    else if (kind === "a" && a !== undefined && b !== undefined && c !== undefined && d !== undefined && e !== undefined) arcs.push({ from: a, to: b, least: c, most: d, cost: e });
    else throw new Error(`Line ${i + 1} is not of a minimum-cost-flow problem.`);
  });
  return { nodes, supply, arcs };
}

/** What all nodes bring in, and what all take. DIMACS asks that they agree. */
export function totals({ supply }: FlowProblem): { readonly supply: number; readonly demand: number } {
  const sum = (sign: 1 | -1): number => [...supply.values()].reduce((total, units) => total + Math.max(0, sign * units), 0);
  return { supply: sum(1), demand: sum(-1) };
}

/**
 * Least cost and the flow of each arc, exact; null where no flow meets the supplies. Where supply and demand differ, the lesser of the
 * two is met in full and the other in part, as in a transportation problem. Throws where the optimiser's answer fails the check.
 */
export async function minimumCostFlow(problem: FlowProblem, solver: SolverPort): Promise<{ readonly cost: bigint | null; readonly flow: readonly number[] }> {
  const { supply: brought, demand } = totals(problem);
  const out: number[][] = Array.from({ length: problem.nodes + 1 }, () => []);
  const into: number[][] = Array.from({ length: problem.nodes + 1 }, () => []);
  problem.arcs.forEach((arc, i) => {
    out[arc.from]?.push(i);
    into[arc.to]?.push(i);
  });
  const columns = problem.arcs.map((arc) => ({ cost: arc.cost, lower: arc.least, upper: arc.most, integer: false }));
  const rows = out.slice(1).map((leaving, n) => {
    const supply = problem.supply.get(n + 1) ?? 0;
    const [lower, upper] = supply > 0 && brought > demand ? [0, supply] : supply < 0 && demand > brought ? [supply, 0] : [supply, supply];
    return { lower, upper, terms: [...leaving.map((i) => [i, 1] as const), ...(into[n + 1] ?? []).map((i) => [i, -1] as const)] };
  });
  const answer = await solver.solve({ sense: "min", columns, rows }, { timeLimitSeconds: 600 });
  if (answer.status === "infeasible") return { cost: null, flow: [] };
  const flow = answer.values.map((value) => Math.round(value));
  const kept = rows.every((row) => {
    const units = row.terms.reduce((sum, [i, sign]) => sum + sign * (flow[i] ?? 0), 0);
    return units >= row.lower && units <= row.upper;
  });
  const within = problem.arcs.every((arc, i) => (flow[i] ?? 0) >= arc.least && (flow[i] ?? 0) <= arc.most);
  const cost = problem.arcs.reduce((sum, arc, i) => sum + BigInt(arc.cost) * BigInt(flow[i] ?? 0), 0n);
  // On a network the optimum is whole, so what rounding gives must cost what the optimiser says to the last unit.
  if (answer.status !== "optimal" || !kept || !within || Math.abs(Number(cost) - answer.bound) > 0.5) throw new Error("The optimiser's answer did not stand the check in whole numbers.");
  return { cost, flow };
}
