// The pool's grouped views by ourselves and by libraries made for grouping, each from the same lines in memory, loading included.
import { eachPooledLine } from "../src/core/pooling/pool";
import { visitFundParts } from "../src/core/pooling/fundParts";
import type { PooledLine } from "../src/core/pooling/pooledLine";
import { directionOf, pooledViews, serviceOf, subjectiveName } from "../src/core/pooling/views";
import type { PartnershipReading } from "../src/core/reading/types";
import { arqueroModule, DuckTables, type Columns } from "./peers";

/** Each view's cells as text in a fixed order, so that contestants can be compared to the penny. */
export interface Viewed {
  readonly milliseconds: number;
  readonly cells: readonly string[];
}

const KEYS = ["outcome", "service", "arrangement", "subjective", "direction"] as const;
const SUMS = ["funds", "spends", "forecast"] as const;
const IDS: Readonly<Record<(typeof KEYS)[number] | "fund", string>> = { outcome: "P1", service: "P2", fund: "P3", arrangement: "P4", subjective: "P5", direction: "P7" };

/** Also keeps, for every figure, the lines behind it: the peers do not. */
export function viewsByOurselves(reading: PartnershipReading): Promise<Viewed> {
  const start = performance.now();
  // Looked through again only where the lines behind a figure are asked for.
  const views = pooledViews({ [Symbol.iterator]: () => inPool(reading) }, reading.agencies.map(({ id }) => id));
  const milliseconds = performance.now() - start;
  const cells = views.flatMap(({ id, cells: of }) => of.map((cell) => [id, cell.row, cell.agency, cell.fundsPence, cell.spendsPence, cell.forecastPence].join("|")));
  return Promise.resolve({ milliseconds, cells: cells.sort() });
}

export async function viewsByArquero(reading: PartnershipReading): Promise<Viewed> {
  const arquero = await arqueroModule();
  const start = performance.now();
  const { byLine, byFund } = columnsOf(inPool(reading));
  const sums = Object.fromEntries(SUMS.map((name) => [name, arquero.op.sum(name)]));
  const [lines, parts] = [arquero.table(byLine), arquero.table(byFund)];
  const views = [...KEYS.map((key) => ({ key, of: lines })), { key: "fund" as const, of: parts }].map(({ key, of }) => {
    const rolled = of.groupby(key, "agency").rollup(sums);
    return { key, columns: [key, "agency", ...SUMS].map((name) => [...rolled.array(name)]), rows: rolled.numRows() };
  });
  const milliseconds = performance.now() - start;
  const cells = views.flatMap(({ key, columns, rows }) => Array.from({ length: rows }, (_, row) => [IDS[key], ...columns.map((column) => column[row])].join("|")));
  return { milliseconds, cells: cells.sort() };
}

export async function viewsByDuckDb(reading: PartnershipReading): Promise<Viewed> {
  const duck = await DuckTables.open();
  const start = performance.now();
  const { byLine, byFund } = columnsOf(inPool(reading));
  await duck.load("lines", ["agency", ...KEYS], SUMS, byLine);
  await duck.load("parts", ["agency", "fund"], SUMS, byFund);
  const views: { key: keyof typeof IDS; rows: unknown[][] }[] = [];
  for (const [key, from] of [...KEYS.map((name) => [name, "lines"] as const), ["fund", "parts"] as const]) {
    views.push({ key, rows: await duck.rows(`select ${key}, agency, ${SUMS.map((name) => `sum(${name})::bigint`).join(", ")} from ${from} group by all`) });
  }
  const milliseconds = performance.now() - start;
  duck.close();
  return { milliseconds, cells: views.flatMap(({ key, rows }) => rows.map((row) => [IDS[key], ...row].join("|"))).sort() };
}

/** What a line counts as is the same question for every contestant, asked in each one's time, line by line and nothing kept of it. */
function* inPool(reading: PartnershipReading): Generator<PooledLine> {
  for (const pooled of eachPooledLine(reading)) if (pooled.figures.role !== "below-the-line") yield pooled;
}

const texts = (): string[] => [];
const numbers = (): number[] => [];

/** Columns for the peers, filled in one pass too, by the same functions. */
function columnsOf(lines: Iterable<PooledLine>): { byLine: Columns; byFund: Columns } {
  const [agency, outcome, service, arrangement, subjective, direction] = [texts(), texts(), texts(), texts(), texts(), texts()];
  const [funds, spends, forecast] = [numbers(), numbers(), numbers()];
  const byFund = { agency: texts(), fund: texts(), funds: numbers(), spends: numbers(), forecast: numbers() };
  let owner = "";
  const addPart = (name: string, of: number, spent: number, expected: number): void => {
    byFund.agency.push(owner);
    byFund.fund.push(name);
    byFund.funds.push(of);
    byFund.spends.push(spent);
    byFund.forecast.push(expected);
  };
  for (const pooled of lines) {
    const { line, figures } = pooled;
    owner = line.agency;
    agency.push(line.agency);
    outcome.push(line.outcome);
    service.push(serviceOf(line));
    arrangement.push(line.arrangement);
    subjective.push(subjectiveName(line.subjectiveGroup));
    direction.push(directionOf(figures));
    funds.push(figures.fundsPence);
    spends.push(figures.spendsPence);
    forecast.push(figures.forecastPence);
    visitFundParts(pooled, addPart);
  }
  return { byLine: { agency, outcome, service, arrangement, subjective, direction, funds, spends, forecast }, byFund };
}
