// The same grouping by libraries made for it: five keys, three sums, loading included.
import type { BudgetLine } from "../src/core/budget/line";
import { budgetPence, forecastOrBudgetPence } from "../src/core/budget/line";

export interface Grouping {
  readonly groups: number;
  readonly budgetPence: number;
  readonly forecastPence: number;
  readonly milliseconds: number;
}

const KEYS = ["agency", "outcome", "clientGroup", "nature", "fund"] as const;

type Columns = Record<(typeof KEYS)[number], string[]> & { budget: number[]; forecast: number[] };

/** The columns that every contestant starts from: plain arrays in memory. */
export function columnsOf(lines: readonly BudgetLine[]): Columns {
  return {
    agency: lines.map((line) => line.agency),
    outcome: lines.map((line) => line.outcome),
    clientGroup: lines.map((line) => line.clientGroup ?? ""),
    nature: lines.map((line) => line.nature),
    fund: lines.map((line) => line.funding[0]?.fund ?? ""),
    budget: lines.map(budgetPence),
    forecast: lines.map(forecastOrBudgetPence),
  };
}

export async function byOurselves(columns: Columns): Promise<Grouping> {
  const { encodeKey, groupColumns } = await import("../src/core/pooling/groupBy");
  const start = performance.now();
  const keys = KEYS.map((key) => encodeKey(columns[key]));
  const grouped = groupColumns(keys, [Float64Array.from(columns.budget), Float64Array.from(columns.forecast)], columns.budget.length);
  const milliseconds = performance.now() - start;
  const [budget, forecast] = grouped.sums.map((sums) => sums.reduce((a, b) => a + b, 0));
  return { groups: grouped.groupCount, budgetPence: budget ?? 0, forecastPence: forecast ?? 0, milliseconds };
}

export async function byArquero(columns: Columns): Promise<Grouping> {
  const arquero = (await import("arquero")) as unknown as ArqueroModule;
  const start = performance.now();
  const { op } = arquero;
  const rolled = arquero.table({ ...columns }).groupby(...KEYS).rollup({ budget: op.sum("budget"), forecast: op.sum("forecast"), count: op.count() });
  const groups = rolled.numRows();
  const milliseconds = performance.now() - start;
  const total = (name: string): number => [...rolled.array(name)].reduce((a, b) => a + b, 0);
  return { groups, budgetPence: total("budget"), forecastPence: total("forecast"), milliseconds };
}

export async function byDuckDb(columns: Columns): Promise<Grouping> {
  const duck = (await import("@duckdb/node-api")) as unknown as DuckModule;
  const { VARCHAR, BIGINT } = duck;
  const instance = await duck.DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const start = performance.now();
  await connection.run(`create table lines (${KEYS.map((key) => `${key} varchar`).join(", ")}, budget bigint, forecast bigint)`);
  const appender = await connection.createAppender("lines");
  const types = [...KEYS.map(() => VARCHAR), BIGINT, BIGINT];
  const CHUNK = 2048;
  for (let from = 0; from < columns.budget.length; from += CHUNK) {
    const chunk = duck.DuckDBDataChunk.create(types);
    const to = from + CHUNK;
    chunk.setColumns([...KEYS.map((key) => columns[key].slice(from, to)), columns.budget.slice(from, to).map(BigInt), columns.forecast.slice(from, to).map(BigInt)]);
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
  const reader = await connection.runAndReadAll(`select ${KEYS.join(", ")}, sum(budget)::bigint as b, sum(forecast)::bigint as f, count(*) from lines group by all`);
  const rows = reader.getRows();
  const milliseconds = performance.now() - start;
  const total = (column: number): number => rows.reduce((sum, row) => sum + Number(row[column]), 0);
  return { groups: rows.length, budgetPence: total(KEYS.length), forecastPence: total(KEYS.length + 1), milliseconds };
}

interface ArqueroTable {
  groupby(...keys: string[]): ArqueroTable;
  rollup(values: Record<string, unknown>): ArqueroTable;
  numRows(): number;
  array(name: string): Iterable<number>;
}
interface ArqueroModule {
  table(columns: Record<string, unknown>): ArqueroTable;
  readonly op: { sum(name: string): unknown; count(): unknown };
}
interface DuckModule {
  readonly DuckDBInstance: { create(path: string): Promise<{ connect(): Promise<DuckConnection> }> };
  readonly DuckDBDataChunk: { create(types: unknown[]): { setColumns(columns: unknown[][]): void } };
  readonly VARCHAR: unknown;
  readonly BIGINT: unknown;
}
interface DuckConnection {
  run(sql: string): Promise<unknown>;
  createAppender(table: string): Promise<{ appendDataChunk(chunk: unknown): void; closeSync(): void }>;
  runAndReadAll(sql: string): Promise<{ getRows(): unknown[][] }>;
}
