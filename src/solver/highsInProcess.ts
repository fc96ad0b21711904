// The optimiser inside this process, for the command line and for tests: loaded on first use, then kept.
import type { Highs } from "highs";
import type { MipAnswer, MipModel, SolveLimits, SolverPort } from "../core/virement/solverPort";
import { solveWithHighs } from "./highsModel";

/** A solver that runs HiGHS here. A solve holds the thread until its proof or its time limit; a stop is seen between solves. */
export function createHighsInProcess(): SolverPort {
  let loading: Promise<Highs> | null = null;
  return {
    async solve(model: MipModel, limits: SolveLimits): Promise<MipAnswer> {
      limits.signal?.throwIfAborted();
      loading ??= loadHighs();
      const highs = await loading;
      limits.signal?.throwIfAborted();
      return solveWithHighs(highs, model, limits);
    },
  };
}

async function loadHighs(): Promise<Highs> {
  const loaded = await import("highs");
  return loaded.default();
}
