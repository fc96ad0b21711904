// The peers: arquero and DuckDB as libraries for grouping.

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
