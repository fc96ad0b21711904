// What the steps of solving hand to one another: the model's open part, its blocks and their prices, the work allowed and what it brought.
import type { SolverPort, MipRow } from "./solverPort";
import type { Objective, StageProof, SuggestionModel } from "./types";
import type { Amounts } from "./objectives";
import type { CompiledModel } from "./compileModel";
import type { Tight, LinearRow } from "./linearPart";

export interface SolveWork {
  readonly solver: SolverPort;
  /** Both for one part in one stage. */
  readonly timeLimitSeconds: number;
  readonly nodeLimit?: number;
  /** Parts of more arcs than this are solved block by block; absent for what was found best. */
  readonly blockArcs?: number;
  readonly signal?: AbortSignal;
  /** True once the search has gone on long enough: what is found by then stands, with the bounds proven by then. The pressure closed is always looked for. */
  readonly enough?: () => boolean;
  readonly onStage?: (objective: Objective, done: number, total: number) => void;
}

export interface ModelSolution {
  readonly amounts: Amounts;
  readonly stages: readonly StageProof[];
}

/** The best amounts so far, and earlier stages as rows that later ones must keep. */
export interface OpenPart {
  readonly model: SuggestionModel;
  /** Positions of its arcs in the whole model. */
  readonly arcs: readonly number[];
  readonly compiled: CompiledModel;
  readonly tight: Tight;
  readonly held: { readonly objective: Objective; readonly row: MipRow; readonly bound: number; readonly proven: boolean }[];
  amounts: Amounts;
  /** True when the most pressure was proven to be closed, so that `tight` stands for that stage. */
  readonly closedMost: boolean;
  /** More rows over its columns that every set keeps, as far as earlier searches have proven them. */
  readonly proven: MipRow[];
  /** Its blocks once they were looked for; null where it does not fall apart. */
  blocks?: BlockWork | null;
}

/** A row that ties blocks together, and whether it must be full. */
export interface Link {
  readonly row: LinearRow;
  readonly full: boolean;
}

export interface Block {
  /** Positions of its arcs in the part. */
  readonly arcs: readonly number[];
  /** The block on its own: of a link it has its own arcs, which may take all that the link holds but need not fill it. */
  readonly model: SuggestionModel;
  readonly compiled: CompiledModel;
  /** For each arc of the block, the links it counts towards. */
  readonly linksOf: readonly (readonly number[])[];
}

export interface Blocks {
  readonly links: readonly Link[];
  readonly blocks: readonly Block[];
}

/** A part's blocks, with what earlier stages told of them. */
export interface BlockWork extends Blocks {
  /** Ways to fill each block that were met. */
  readonly ways: readonly Way[][];
  readonly measurePence: number;
  /** What was asked before, by block and prices. */
  readonly asked: Map<string, Priced>;
}

/** What a move costs: for being one, for each of its rank, and for what each arc carries (per measure). */
export interface Prices {
  readonly rank: number;
  readonly move: number;
  readonly amounts: readonly number[];
}

/** A way to fill a block: how many moves of what ranks, and what each arc carries, in the measure. */
export interface Way {
  readonly ranks: number;
  readonly moves: number;
  readonly amounts: readonly number[];
}

export interface Priced {
  /** No way costs less. */
  readonly bound: number;
  /** By how much the way found costs more than that. */
  readonly open: number;
  readonly way: Way | null;
}
