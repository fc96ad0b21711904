// The worker that runs the optimiser beside the pane, so that the pane stays awake while it searches.
import type { Highs } from "highs";
import { solveWithHighs } from "./highsModel";
import type { SolveReply, SolveRequest } from "./workerMessages";

let loading: Promise<Highs> | null = null;

async function loadHighs(): Promise<Highs> {
  // The bundler copies the wasm file and puts its address here; nothing is fetched from elsewhere.
  const wasm = new URL("highs/runtime", import.meta.url).href;
  const loaded = await import("highs");
  return loaded.default({ locateFile: () => wasm });
}

async function replyTo(request: SolveRequest): Promise<SolveReply> {
  try {
    loading ??= loadHighs();
    return { id: request.id, answer: solveWithHighs(await loading, request.model, request.limits) };
  } catch (error) {
    return { id: request.id, failure: error instanceof Error ? error.message : String(error) };
  }
}

self.addEventListener("message", (event: MessageEvent<SolveRequest>) => {
  void replyTo(event.data).then((reply) => self.postMessage(reply));
});
