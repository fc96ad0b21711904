// Ending a search with the best found so far: by a person's stop or by a time limit. What is found stands, with its gap; nothing fails.
import type { MipAnswer, SolverPort } from "../core/virement/solverPort";

export interface SearchEnd {
  /** Raised to end the search with what is found by then. */
  readonly signal?: AbortSignal;
  /** Seconds of searching left, 0 or less when the time is up; absent for no limit. */
  readonly secondsLeft?: () => number;
}

const ENDED: MipAnswer = { status: "stopped", values: [], objective: NaN, bound: NaN };

export function isOver({ signal, secondsLeft }: SearchEnd): boolean {
  return signal?.aborted === true || (secondsLeft !== undefined && secondsLeft() <= 0);
}

/** The optimiser until the end: then every question, also one under way, has the answer that nothing better was found. */
export function endingSolver(solver: SolverPort, end: SearchEnd): SolverPort {
  return {
    async solve(model, limits) {
      if (isOver(end)) return ENDED;
      const stop = new AbortController();
      const both = [limits.signal, end.signal].flatMap((signal) => signal ?? []);
      const pass = (): void => stop.abort(limits.signal?.aborted === true ? limits.signal.reason : end.signal?.reason);
      for (const signal of both) signal.addEventListener("abort", pass, { once: true });
      const timeLimitSeconds = Math.min(limits.timeLimitSeconds, end.secondsLeft?.() ?? Infinity);
      try {
        return await solver.solve(model, { ...limits, timeLimitSeconds, ...(both.length === 0 ? {} : { signal: stop.signal }) });
      } catch (error) {
        if (end.signal?.aborted === true && limits.signal?.aborted !== true) return ENDED;
        throw error;
      } finally {
        for (const signal of both) signal.removeEventListener("abort", pass);
      }
    },
  };
}
