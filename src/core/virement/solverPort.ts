// The port to a mixed-integer optimiser: a plain sparse model in, values and proof out. Adapters live in src/solver.

/** Minimise (or maximise) Σ cost·x subject to row bounds, column bounds and integrality. Indices are positions in `columns` and `rows`. */
export interface MipModel {
  readonly sense: "min" | "max";
  readonly columns: readonly MipColumn[];
  readonly rows: readonly MipRow[];
  /** Values of all columns to start from, where some are known to be possible. */
  readonly start?: readonly number[];
}

export interface MipColumn {
  readonly cost: number;
  readonly lower: number;
  /** Infinity for none. */
  readonly upper: number;
  readonly integer: boolean;
}

export interface MipRow {
  readonly lower: number;
  readonly upper: number;
  /** [column index, coefficient] pairs. */
  readonly terms: readonly (readonly [number, number])[];
}

export interface MipAnswer {
  readonly status: "optimal" | "feasible" | "infeasible" | "stopped";
  readonly values: readonly number[];
  readonly objective: number;
  readonly bound: number;
  /** What one more unit of each row's limit would bring; only for a model without whole-number columns that was solved to its optimum. */
  readonly rowPrices?: readonly number[];
}

export interface SolveLimits {
  readonly timeLimitSeconds: number;
  /** Most branches searched; unlike time, the same on every machine. Absent for no such limit. */
  readonly nodeLimit?: number;
  /** One of very many small questions: the optimiser goes for the bound and spends little on looking for good answers on its way. */
  readonly boundFirst?: boolean;
  readonly signal?: AbortSignal;
}

export interface SolverPort {
  solve(model: MipModel, limits: SolveLimits): Promise<MipAnswer>;
}
