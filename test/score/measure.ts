// Holds what was read of a generated sheet against its truth, figure by figure.
import { parseAddress } from "../../src/core/budget/cells";
import { STAGES, stagePence, type BudgetLine } from "../../src/core/budget/line";
import { readPartnership } from "../../src/core/reading/readPartnership";
import { planOf } from "./plan";
import { printSheet, type Sheet, type TrueLine } from "./print";

export interface Score {
  readonly seed: number;
  readonly lines: number;
  readonly exact: number;
  readonly totalsLoaded: number;
  readonly wrongUnit: boolean;
  readonly wrongSigns: number;
  readonly questions: number;
  /** What is wrong, in words; empty when every figure is right. */
  readonly faults: readonly string[];
  readonly issues: readonly string[];
  /** Something is wrong, and no error, question or warning was raised on the sheet. */
  readonly silent: boolean;
}

/** Reads the sheet of a seed and scores it. */
export function scoreOf(seed: number, sheet: Sheet = printSheet(planOf(seed))): Score {
  const reading = readPartnership([sheet.grid]);
  const raised = reading.issues.filter((issue) => issue.severity !== "info");
  const faults: string[] = [];
  const inSecond = (line: BudgetLine): boolean => placesOf(line).some((p) => holds(sheet, p));
  const own = reading.lines.filter((line) => !inSecond(line));
  const second = reading.lines.filter(inSecond);
  let [exact, wrongSigns, ratio] = [0, 0, 0];
  const used = new Set<BudgetLine>();
  for (const truth of sheet.lines) {
    const found = own.filter((line) => placesOf(line).some((p) => p.row === truth.row && (truth.span === undefined || (p.column >= truth.span.left && p.column <= truth.span.right))));
    found.forEach((line) => used.add(line));
    const fault = compare(truth, found);
    if (fault === null) exact += 1;
    else {
      faults.push(`row ${truth.row + 1} "${truth.text}": ${fault.text}`);
      if (fault.sign) wrongSigns += 1;
      if (fault.unit) ratio += 1;
    }
  }
  const extra = own.filter((line) => !used.has(line) && !isAside(sheet, line));
  const asks = typeof sheet.mustAsk === "string";
  const totals = extra.filter((line) => !asks && placesOf(line).some((p) => sheet.totalRows.has(p.row)));
  for (const line of extra) faults.push(`${line.source.address} "${line.description}" is no line${totals.includes(line) ? " but a total" : ""}`);
  const doubted = raised.some((issue) => issue.severity === "error" || issue.severity === "question");
  if (second.length > 0 && !doubted) faults.push(`${second.length} lines of the second table (${sheet.secondName}) are in the budget, first ${second[0]?.source.address ?? ""}`);
  if (sheet.second !== null && second.length === 0 && raised.length === 0) faults.push(`the second table (${sheet.secondName}) is not mentioned`);
  if (!sheet.unitPrinted && !raised.some((issue) => issue.code === "unit-unknown")) faults.push("no unit is printed and none was asked for");
  if (asks) {
    // Whatever was read, to ask is right and not to ask is wrong.
    faults.length = 0;
    [exact, wrongSigns, ratio] = [sheet.lines.length, 0, 0];
    if (!doubted) {
      faults.push(`not asked: ${sheet.mustAsk ?? ""}`);
      exact = 0;
    }
  }
  return {
    seed, lines: sheet.lines.length, exact, totalsLoaded: totals.length, wrongUnit: ratio > sheet.lines.length / 2, wrongSigns,
    questions: raised.filter((issue) => issue.severity === "question").length, faults,
    issues: reading.issues.map((issue) => `${issue.severity} ${issue.code}`), silent: faults.length > 0 && raised.length === 0,
  };
}

function placesOf(line: BudgetLine): { row: number; column: number }[] {
  return [line.source.address, ...Object.values(line.source.cells)].flatMap((address) => parseAddress(address) ?? []);
}

/** Funding and reserves under the budget, read as what they are. */
function isAside(sheet: Sheet, line: BudgetLine): boolean {
  return (line.nature === "FUNDING_BELOW_LINE" || line.nature === "RESERVE_MOVE") && placesOf(line).some((p) => sheet.asideRows?.has(p.row) === true);
}

function holds(sheet: Sheet, place: { row: number; column: number }): boolean {
  const area = sheet.second;
  return area !== null && place.row >= area.top && place.row <= area.bottom && place.column >= area.left && place.column <= area.right;
}

interface Fault {
  readonly text: string;
  readonly sign: boolean;
  readonly unit: boolean;
}

function compare(truth: TrueLine, found: readonly BudgetLine[]): Fault | null {
  const fault = (text: string, sign = false, unit = false): Fault => ({ text, sign, unit });
  const wanted = [...truth.cells].filter(([, cell]) => cell.pence !== null && !(cell.pence === 0 && (truth.netCell !== null || (truth.sums?.size ?? 0) > 0)));
  if (found.length === 0) return wanted.every(([, cell]) => cell.pence === 0) ? null : fault("not read");
  const seen = new Set<string>();
  for (const line of found) {
    for (const stage of STAGES) {
      const address = line.source.cells[stage];
      const pence = stagePence(line, stage);
      if (address === undefined) {
        if (pence !== null) return fault(`${stage} ${pence} from no cell`);
        continue;
      }
      if (address === truth.netCell) {
        const net = [...truth.cells.values()].reduce((sum, cell) => sum + (cell.pence ?? 0), 0);
        if (pence !== net) return fault(`net ${String(pence)} should be ${net}`, pence === -net, isScale(pence, net));
        [...truth.cells.keys()].forEach((key) => seen.add(key));
        continue;
      }
      const parts = truth.sums?.get(address);
      if (parts !== undefined) {
        const of = parts.map((part) => truth.cells.get(part));
        const sum = of.reduce((s, one) => s + (one?.pence ?? 0), 0);
        if (of.some((one) => one?.stages.includes(stage) === false)) return fault(`${address} taken as ${stage}, is ${of[0]?.stages.join(" or ") ?? "none"}`);
        if (pence !== sum) return fault(`${stage} ${String(pence)} should be ${sum}`, pence === -sum, isScale(pence, sum));
        if (parts.some((part) => seen.has(part))) return fault(`${address} is counted twice`);
        parts.forEach((part) => seen.add(part));
        continue;
      }
      const cell = truth.cells.get(address);
      if (cell === undefined) {
        if (stage === "outturn") continue;
        return fault(`${stage} taken from ${address}`);
      }
      if (seen.has(address)) return fault(`${address} is counted twice`);
      seen.add(address);
      if (!cell.stages.includes(stage)) return fault(`${address} taken as ${stage}, is ${cell.stages.join(" or ")}`);
      if (pence === 0 && cell.mayBeNought === true) continue;
      if (pence !== cell.pence) return fault(`${stage} ${String(pence)} should be ${String(cell.pence)}`, cell.pence !== 0 && cell.pence !== null && pence === -cell.pence, isScale(pence, cell.pence));
    }
  }
  for (const year of truth.later === undefined ? [] : found.flatMap((line) => line.laterYears ?? [])) {
    const wantedPence = truth.later?.get(year.address);
    if (wantedPence === undefined) return fault(`${year.year} taken from ${year.address}`);
    if (year.pence !== wantedPence) return fault(`${year.year} ${String(year.pence)} should be ${wantedPence}`, year.pence === -wantedPence, isScale(year.pence, wantedPence));
  }
  // A figure for the year to date may be left out; budgets and forecasts may not.
  const missed = wanted.find(([address, cell]) => !seen.has(address) && !cell.stages.includes("actual"));
  return missed === undefined ? null : fault(`${missed[1].stages.join(" or ")} at ${missed[0]} not read`);
}

function isScale(read: number | null, wanted: number | null): boolean {
  if (read === null || wanted === null || wanted === 0 || read === wanted) return false;
  return [1000, 1_000_000].some((by) => Math.abs(read) === Math.abs(wanted) * by || Math.abs(read) * by === Math.abs(wanted));
}
