// Round trips and bytes between the pane and Excel for deciding, previewing, applying and reverting 1, 50 and 500 virements. Use: npm run bench:virements [-- 44]
import { readFileSync } from "node:fs";
import path from "node:path";
import { consolidate, type Consolidation } from "../src/app/consolidate";
import { decidedPlan } from "../src/app/decidedPlan";
import { decisionPlan } from "../src/app/decide";
import { RuleDesk } from "../src/app/demands";
import type { BudgetLine } from "../src/core/budget/line";
import { withAgreements, type Virement } from "../src/core/virement/life";
import type { SheetGrid } from "../src/core/reading/grid";
import { guarded } from "../src/core/writing/guards";
import { registerSheet } from "../src/core/writing/registerTable";
import { virementOfMove, virementsSheet } from "../src/core/writing/virementTable";
import type { WritePlan } from "../src/core/writing/types";
import { ExcelWorkbook } from "../src/excel/excelWorkbook";
import { withPlan } from "../src/core/writing/withPlan";
import { readWorkbook } from "../src/file/readWorkbook";
import type { PlanOutcome } from "../src/workbook/ports";
import { bootNodeHost, type EmbeddedHost } from "../workbench/host";
import { largePartnership } from "./largePartnership";

const DATE = "2026-10-15";
const MOST_BYTES = 1_000_000;

interface Cost {
  readonly trips: number;
  readonly sentKb: number;
  readonly receivedKb: number;
  readonly largestKb: number;
}

async function costOf(host: EmbeddedHost, work: () => Promise<unknown>): Promise<Cost> {
  host.metrics.reset();
  await work();
  const trips = host.metrics.trips.filter(({ kind }) => kind === "application");
  const largest = Math.max(...trips.flatMap(({ requestBytes, responseBytes }) => [requestBytes, responseBytes]));
  if (largest > MOST_BYTES) process.exitCode = 1;
  return { trips: host.metrics.roundTrips, sentKb: host.metrics.requestBytes / 1000, receivedKb: host.metrics.responseBytes / 1000, largestKb: largest / 1000 };
}

/** Spending lines of one agency in turn, each giving £1 to the next; accepted by all whom the rules ask, but for the last one. */
function virementsOn(from: Consolidation, count: number): Virement[] {
  const byAgency = new Map<string, BudgetLine[]>();
  for (const line of from.reading.lines) {
    const takes = line.nature === "GROSS_EXP" && line.source.cells.revised !== undefined && (line.revisedPence ?? 0) > 100_000;
    if (takes) byAgency.set(line.agency, [...(byAgency.get(line.agency) ?? []), line]);
  }
  const pairs = [...byAgency.values()].flatMap((lines) => lines.slice(1).map((line, i) => [lines[i], line] as const));
  const desk = new RuleDesk({ ...from, virements: [] });
  return Array.from({ length: count }, (_, i) => {
    // Spread over the whole workbook, so that their cells stand far apart.
    const [giver, taker] = pairs[Math.floor((i * pairs.length) / count) % pairs.length] ?? [];
    if (giver === undefined || taker === undefined) throw new Error("no lines to move between");
    const id = `${giver.id}-${taker.id}-${i + 1}`;
    const asked = { id, from: giver.id, to: taker.id, amountPence: 100_000, recurrence: "one-off" as const };
    const virement = virementOfMove({ ...asked, scope: "same service", instrument: "virement", ruleIds: ["BENCH"], approvals: [], rank: 1, entries: [], burden: [], explanation: "Moves £1,000 to the next line of the same agency, as the benchmark asks." }, id, DATE);
    const { approvals } = desk.demands({ ...virement }, DATE, () => false);
    const named = virementOfMove({ ...asked, scope: "same service", instrument: "virement", ruleIds: ["BENCH"], approvals, rank: 1, entries: [], burden: [], explanation: virement.why }, id, DATE);
    return i === count - 1 ? named : withAgreements(named, named.agreements.map((agreement) => ({ ...agreement, decision: "accepted", by: "Budget holder", on: DATE })));
  });
}

async function applied(workbook: ExcelWorkbook, plan: WritePlan): Promise<PlanOutcome> {
  const outcome = await workbook.applyPlan(plan);
  if (!outcome.applied) throw new Error(`not applied: ${JSON.stringify(outcome.obstacles[0])}`);
  return outcome;
}

/** Applies and takes in what stands then, as the session does. */
async function done(workbook: ExcelWorkbook, from: Consolidation, plan: WritePlan): Promise<Consolidation> {
  const { sheets = [] } = await applied(workbook, plan);
  const known = withPlan(from.grids, plan);
  const large = sheets.length > 0 || known.stale.length === 0 ? known.grids : await workbook.readAgain(known.grids, known.stale);
  return consolidate(sheets.length > 0 ? from.grids.map((grid) => sheets.find(({ sheet }) => sheet === grid.sheet) ?? grid) : large);
}

async function measure(host: EmbeddedHost, grids: readonly SheetGrid[], count: number): Promise<Readonly<Record<string, Cost>>> {
  const sheets = grids.map(({ sheet, values }) => ({ name: sheet, rows: values.map((row) => row.map((value) => value)) }));
  await host.load({ name: "bench.xlsx", sheets });
  const workbook = new ExcelWorkbook();
  const first = consolidate(await workbook.readGrids());
  const virements = virementsOn(first, count);
  await workbook.writeSheets([virementsSheet(virements, first.reading.lines), registerSheet([])]);
  const last = virements.at(-1);
  if (last === undefined) throw new Error("no virement");
  let from = consolidate(await workbook.readGrids());
  const review = await costOf(host, async () => {
    const stated = { virementId: last.id, decision: "accepted" as const, by: "Budget holder", on: DATE, reason: "as suggested" };
    from = await done(workbook, from, guarded(decisionPlan(from, stated), from.grids));
  });
  // Where the rules ask several in turn, the others follow.
  for (let turn = 1; turn < last.agreements.length; turn += 1) {
    from = consolidate(await workbook.readGrids());
    await applied(workbook, decisionPlan(from, { virementId: last.id, decision: "accepted", by: "Treasurer", on: DATE, reason: "as suggested" }));
  }
  from = consolidate(await workbook.readGrids());
  const ids = virements.map(({ id }) => id);
  const planned = (action: "apply" | "revert"): WritePlan => guarded(decidedPlan(from, action, ids, "Treasurer", DATE, "the need was met").plan, from.grids);
  // As the session does: what is held is brought up to date, and every cell of the plan looked at, locked ones among them.
  const preview = await costOf(host, async () => {
    from = consolidate(await workbook.readAgain(from.grids));
    const obstacles = await workbook.checkPlan(planned("apply"));
    if (obstacles.length > 0) throw new Error(`in the way: ${JSON.stringify(obstacles[0])}`);
  });
  const apply = await costOf(host, async () => { from = await done(workbook, from, planned("apply")); });
  const revert = await costOf(host, async () => { from = await done(workbook, from, planned("revert")); });
  return { review, preview, apply, revert };
}

async function main(sizes: readonly number[]): Promise<void> {
  const host = await bootNodeHost();
  const row = (cells: readonly (string | number)[]): void => void process.stdout.write(`| ${cells.join(" | ")} |\n`);
  row(["lines", "virements", "step", "round trips", "kB sent", "kB received", "largest message, kB"]);
  row(["---:", "---:", "---", "---:", "---:", "---:", "---:"]);
  for (const lines of sizes) {
    const grids = lines === 44 ? readWorkbook(readFileSync(path.join(__dirname, "../samples/brackenshire.xlsx")), "brackenshire.xlsx").map((grid) => ({ ...grid, file: null })) : largePartnership(lines);
    for (const count of [1, 50, 500]) {
      const costs = await measure(host, grids, count);
      for (const [step, cost] of Object.entries(costs)) row([lines.toLocaleString("en-GB"), count, step, cost.trips, Math.round(cost.sentKb), Math.round(cost.receivedKb), Math.round(cost.largestKb)]);
    }
  }
  await host.close();
}

const given = process.argv.slice(2).map(Number).filter((lines) => lines > 0);
void main(given.length > 0 ? given : [44, 50_000]);
