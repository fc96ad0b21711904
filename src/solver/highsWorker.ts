// The optimiser in a worker of the pane: stopping ends the worker at once, and the next question starts a new one.
import type { MipAnswer, MipModel, SolveLimits, SolverPort } from "../core/virement/solverPort";
import type { SolveReply, SolveRequest } from "./workerMessages";

/** The part of a Worker that is used; tests stand in for it. */
export interface SolverWorker {
  postMessage(message: SolveRequest): void;
  terminate(): void;
  addEventListener(type: "message", listener: (event: { readonly data: SolveReply }) => void): void;
  addEventListener(type: "error", listener: (event: { readonly message?: string }) => void): void;
}

interface Waiting {
  readonly resolve: (answer: MipAnswer) => void;
  readonly reject: (reason: unknown) => void;
}

/** Raised when the worker can't start or fails: the model was not solved and nothing was written. */
export class SolverFailure extends Error {
  override readonly name = "SolverFailure";
}

/** Exported on its own so that the bundler sees the worker's file. */
export function startSolverWorker(): SolverWorker {
  return new Worker(/* webpackChunkName: "solver" */ new URL("./solverWorker.ts", import.meta.url));
}

/** A solver whose work is done in a worker, one worker for all questions until one is stopped. */
export function createHighsWorker(start: () => SolverWorker = startSolverWorker): SolverPort {
  let worker: SolverWorker | null = null;
  let lastId = 0;
  const waiting = new Map<number, Waiting>();

  const end = (reason: unknown): void => {
    worker?.terminate();
    worker = null;
    for (const { reject } of waiting.values()) reject(reason);
    waiting.clear();
  };

  const running = (): SolverWorker => {
    if (worker !== null) return worker;
    const started = start();
    started.addEventListener("message", ({ data }) => {
      const asked = waiting.get(data.id);
      waiting.delete(data.id);
      if ("answer" in data) asked?.resolve(data.answer);
      else asked?.reject(new SolverFailure(`The optimiser failed: ${data.failure}`));
    });
    started.addEventListener("error", ({ message }) => {
      if (worker === started) end(new SolverFailure(`The optimiser could not run: ${message ?? "no reason given"}`));
    });
    worker = started;
    return started;
  };

  return {
    async solve(model: MipModel, limits: SolveLimits): Promise<MipAnswer> {
      const { signal, ...withoutSignal } = limits;
      signal?.throwIfAborted();
      lastId += 1;
      const id = lastId;
      const stop = (): void => end(signal?.reason);
      signal?.addEventListener("abort", stop, { once: true });
      try {
        return await new Promise<MipAnswer>((resolve, reject) => {
          waiting.set(id, { resolve, reject });
          running().postMessage({ id, model, limits: withoutSignal });
        });
      } finally {
        waiting.delete(id);
        signal?.removeEventListener("abort", stop);
      }
    },
  };
}
