// npm run bench:solver [-- dense] [most=SECONDS] [SIZE...]: the suggestion model at 100, 1,000 and 10,000 lines, beside one plain model in the same optimiser and beside a greedy rule.
import { assessFlexibility } from "../src/core/flexibility/assessFlexibility";
import { ruleContext } from "../src/core/rules/ruleContext";
import { buildModel } from "../src/core/virement/buildModel";
import { compileModel, withObjective } from "../src/core/virement/compileModel";
import { DEFAULT_STAGES, objectiveValue } from "../src/core/virement/objectives";
import { findPressures } from "../src/core/virement/pressures";
import { poolPositions } from "../src/core/pooling/poolPosition";
import { partnerTerms } from "../src/core/virement/partnerTerms";
import { shuntGuard } from "../src/core/virement/shuntGuard";
import { solveModel } from "../src/core/virement/solveModel";
import type { Objective, StageProof, SuggestionModel } from "../src/core/virement/types";
import { createHighsInProcess } from "../src/solver/highsInProcess";
import { largestFirst } from "./solver/greedy";
import { madePartnership, type Density } from "./solver/partnership";

const DATE = "2026-10-15";
const SEARCH = { nodeLimit: 400, timeLimitSeconds: 60 };
const PLAIN_SECONDS = 60;
/** most=60: the search is ended after so many seconds of processor time (on a quiet machine the same as elapsed), and what is not proven by then says its gap. */
const mostSeconds = Number(process.argv.find((word) => word.startsWith("most="))?.slice(5) ?? Infinity);
const asked = process.argv.slice(2).map(Number).filter((n) => n > 0);
const density: Density = process.argv.includes("dense") ? "dense" : "sparse";
const sizes = asked.length > 0 ? asked : [100, 1_000, 10_000];

const elapsed = (): number => performance.now() / 1000;
const cpu = (): number => process.cpuUsage().user / 1e6 + process.cpuUsage().system / 1e6;
const show = (seconds: number): string => `${seconds.toFixed(2)} s`;
const percent = (share: number): string => `${(100 * share).toFixed(2)} %`;
const gap = ({ value, bound }: StageProof): number => (value === bound ? 0 : Math.abs(bound - value) / Math.max(1, Math.abs(value), Math.abs(bound)));

function modelOf(lines: number): SuggestionModel {
  const made = madePartnership(lines, density);
  const context = ruleContext(made.books, made.agencies, DATE, false);
  const flexibility = assessFlexibility({ lines: made.lines, agencies: made.agencies, books: made.books, decisionDate: DATE });
  const options = { decisionDate: DATE, acrossOutcomes: false, minimumMovePence: 100, contingencyShare: 0, stages: DEFAULT_STAGES, partnersPay: density === "dense" };
  // Dense: partners also pay what they will owe the pools as they stand.
  const terms = density === "dense" ? partnerTerms(poolPositions({ lines: made.lines }), made.lines, options) : null;
  return buildModel({ lines: made.lines, pressures: findPressures(made.lines, context), flexibility, options, context, guard: shuntGuard(made.lines, []), terms }).model;
}

interface Timed {
  readonly objective: Objective;
  readonly seconds: number;
  readonly processor: number;
}

async function ours(model: SuggestionModel, mostSeconds: number): Promise<{ stages: readonly StageProof[]; times: Timed[]; closed: number }> {
  const start = { seconds: elapsed(), processor: cpu() };
  const marks: Timed[] = [];
  const mark = (objective: Objective): void => void marks.push({ objective, seconds: elapsed() - start.seconds, processor: cpu() - start.processor });
  const begun: Objective[] = [];
  const found = await solveModel(model, {
    solver: createHighsInProcess(), ...SEARCH, enough: () => cpu() - start.processor > mostSeconds,
    onStage: (objective) => {
      const before = begun.at(-1);
      if (before !== undefined) mark(before);
      begun.push(objective);
    },
  });
  const last = begun.at(-1);
  if (last !== undefined) mark(last);
  return { stages: found.stages, times: marks, closed: objectiveValue("pressure-closed", model, found.amounts) };
}

/** One model, every yes-or-no in it from the start, no parts and no proofs by price: the first stage only, which the others build on. */
async function plain(model: SuggestionModel): Promise<{ seconds: number; processor: number; closed: number; bound: number; status: string }> {
  const [seconds, processor] = [elapsed(), cpu()];
  const compiled = compileModel(model);
  const problem = withObjective(compiled, { terms: compiled.expression["pressure-closed"], sense: "max", held: [], wholeAmounts: true });
  const answer = await createHighsInProcess().solve(problem, { timeLimitSeconds: PLAIN_SECONDS });
  const amounts = compiled.amountColumn.map((column) => Math.round(answer.values[column] ?? 0) * compiled.unitPence);
  return { seconds: elapsed() - seconds, processor: cpu() - processor, closed: objectiveValue("pressure-closed", model, amounts), bound: answer.bound * compiled.unitPence, status: answer.status };
}

async function measure(lines: number): Promise<void> {
  const begin = elapsed();
  const model = modelOf(lines);
  console.log(`\n## ${lines.toLocaleString("en-GB")} lines, ${density}: ${model.arcs.length.toLocaleString("en-GB")} arcs (${model.arcs.filter((arc) => arc.interAgency).length} between bodies), ${model.limits.length} joint limits; model built in ${show(elapsed() - begin)}`);
  const whole = await ours(model, mostSeconds);
  console.log("| stage | ended after | processor time | value | bound | gap |\n| --- | ---: | ---: | ---: | ---: | ---: |");
  whole.stages.forEach((stage, i) => {
    const time = whole.times[i];
    console.log(`| ${stage.objective} | ${show(time?.seconds ?? NaN)} | ${show(time?.processor ?? NaN)} | ${stage.value} | ${Math.round(stage.bound)} | ${stage.optimal ? "proven" : percent(gap(stage))} |`);
  });
  console.log(`First set of moves that keeps every rule: after ${show(whole.times[0]?.seconds ?? NaN)}, with the proof of the first stage.`);
  const short = (whole.times.at(-1)?.processor ?? 0) > 10 ? await ours(model, 10) : whole;
  console.log(`Gap at 10 s of processor time: ${short.stages.map((stage) => `${stage.objective} ${stage.optimal ? "proven" : percent(gap(stage))}`).join(", ")}.`);
  console.log(`Peak memory: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB.`);
  const greedy = objectiveValue("pressure-closed", model, largestFirst(model));
  console.log(`Greedy, largest first: closes ${percent(greedy / whole.closed)} of the pressure that ours closes.`);
  const single = await plain(model);
  const first = whole.times[0];
  console.log(
    `One plain model, first stage alone: ${single.status}, ${show(single.seconds)} (processor ${show(single.processor)}), ${(single.processor / Math.max(0.001, first?.processor ?? NaN)).toFixed(1)} times ours; ` +
      `closes ${percent(single.closed / whole.closed)} of what ours closes, bound ${percent(single.bound / whole.closed)}.`,
  );
}

async function main(): Promise<void> {
  for (const size of sizes) await measure(size);
}

void main();
