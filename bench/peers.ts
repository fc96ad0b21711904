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

type GroupingColumns = Record<(typeof KEYS)[number], string[]> & { budget: number[]; forecast: number[] };

/** The columns that every contestant starts from: plain arrays in memory. */
export function columnsOf(lines: readonly BudgetLine[]): GroupingColumns {
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

export async function byOurselves(columns: GroupingColumns): Promise<Grouping> {
  const { encodeKey, groupColumns } = await import("../src/core/pooling/groupBy");
  const start = performance.now();
  const keys = KEYS.map((key) => encodeKey(columns[key]));
  const grouped = groupColumns(keys, [Float64Array.from(columns.budget), Float64Array.from(columns.forecast)], columns.budget.length);
  const milliseconds = performance.now() - start;
  const [budget, forecast] = grouped.sums.map((sums) => sums.reduce((a, b) => a + b, 0));
  return { groups: grouped.groupCount, budgetPence: budget ?? 0, forecastPence: forecast ?? 0, milliseconds };
}

export async function byArquero(columns: GroupingColumns): Promise<Grouping> {
  const arquero = await arqueroModule();
  const { op } = arquero;
  const start = performance.now();
  const rolled = arquero.table(columns).groupby(...KEYS).rollup({ budget: op.sum("budget"), forecast: op.sum("forecast"), count: op.count() });
  const groups = rolled.numRows();
  const milliseconds = performance.now() - start;
  const total = (name: string): number => [...(rolled.array(name) as Iterable<number>)].reduce((a, b) => a + b, 0);
  return { groups, budgetPence: total("budget"), forecastPence: total("forecast"), milliseconds };
}

export async function byDuckDb(columns: GroupingColumns): Promise<Grouping> {
  const duck = await DuckTables.open();
  const start = performance.now();
  await duck.load("lines", KEYS, ["budget", "forecast"], columns);
  const rows = await duck.rows(`select ${KEYS.join(", ")}, sum(budget)::bigint, sum(forecast)::bigint, count(*) from lines group by all`);
  const milliseconds = performance.now() - start;
  duck.close();
  const total = (column: number): number => rows.reduce((sum, row) => sum + Number(row[column]), 0);
  return { groups: rows.length, budgetPence: total(KEYS.length), forecastPence: total(KEYS.length + 1), milliseconds };
}

/** Plain arrays in memory: texts, and whole pence. */
export type Columns = Readonly<Record<string, readonly string[] | readonly number[]>>;

export async function arqueroModule(): Promise<ArqueroModule> {
  return import("arquero") as Promise<ArqueroModule>;
}

/** DuckDB in this process, in memory, on as many threads as it likes. */
export class DuckTables {
  private constructor(private readonly duck: DuckModule, private readonly connection: DuckConnection, private readonly instance: DuckInstance) {}

  static async open(): Promise<DuckTables> {
    const duck = (await import("@duckdb/node-api")) as unknown as DuckModule;
    const instance = await duck.DuckDBInstance.create(":memory:");
    return new DuckTables(duck, await instance.connect(), instance);
  }

  /** By its appender and whole chunks, the fastest way in that it offers. */
  async load(name: string, texts: readonly string[], sums: readonly string[], columns: Columns): Promise<void> {
    const { VARCHAR, BIGINT, DuckDBDataChunk } = this.duck;
    await this.connection.run(`create table ${name} (${[...texts.map((key) => `${key} varchar`), ...sums.map((key) => `${key} bigint`)].join(", ")})`);
    const appender = await this.connection.createAppender(name);
    const types = [...texts.map(() => VARCHAR), ...sums.map(() => BIGINT)];
    const CHUNK = 2048;
    const count = columns[sums[0] ?? ""]?.length ?? 0;
    for (let from = 0; from < count; from += CHUNK) {
      const chunk = DuckDBDataChunk.create(types);
      const slice = (key: string): readonly (string | number)[] => columns[key]?.slice(from, from + CHUNK) ?? [];
      chunk.setColumns([...texts.map(slice), ...sums.map((key) => slice(key).map(BigInt))]);
      appender.appendDataChunk(chunk);
    }
    appender.closeSync();
  }

  async rows(query: string): Promise<unknown[][]> {
    return (await this.connection.runAndReadAll(query)).getRows();
  }

  close(): void {
    this.connection.closeSync();
    this.instance.closeSync();
  }
}

interface ArqueroTable {
  groupby(...keys: string[]): ArqueroTable;
  rollup(values: Record<string, unknown>): ArqueroTable;
  numRows(): number;
  array(name: string): Iterable<unknown>;
}
interface ArqueroModule {
  table(columns: Columns): ArqueroTable;
  readonly op: { sum(name: string): unknown; count(): unknown };
}
interface DuckInstance {
  connect(): Promise<DuckConnection>;
  closeSync(): void;
}
interface DuckModule {
  readonly DuckDBInstance: { create(path: string): Promise<DuckInstance> };
  readonly DuckDBDataChunk: { create(types: unknown[]): { setColumns(columns: readonly (readonly unknown[])[]): void } };
  readonly VARCHAR: unknown;
  readonly BIGINT: unknown;
}
interface DuckConnection {
  run(sql: string): Promise<unknown>;
  createAppender(table: string): Promise<{ appendDataChunk(chunk: unknown): void; closeSync(): void }>;
  runAndReadAll(sql: string): Promise<{ getRows(): unknown[][] }>;
  closeSync(): void;
}
