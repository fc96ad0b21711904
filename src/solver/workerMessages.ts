// What the pane and its optimiser's worker say to each other.
import type { MipAnswer, MipModel, SolveLimits } from "../core/virement/solverPort";

export interface SolveRequest {
  readonly id: number;
  readonly model: MipModel;
  readonly limits: Pick<SolveLimits, "timeLimitSeconds" | "nodeLimit" | "boundFirst">;
}

export type SolveReply =
  | { readonly id: number; readonly answer: MipAnswer }
  /** A sentence about the optimiser itself, without figures. */
  | { readonly id: number; readonly failure: string };
