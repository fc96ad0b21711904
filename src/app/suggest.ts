// Looks for suggestions under the partners' own rule books, through whatever optimiser the composition root supplies.
import { describeCell } from "../core/budget/cells";
import { assessFlexibility } from "../core/flexibility/assessFlexibility";
import type { Issue } from "../core/issues/issue";
import { issueText } from "../core/issues/issueText";
import { poolPositions } from "../core/pooling/poolPosition";
import { DEFAULT_STAGES } from "../core/virement/objectives";
import type { SolverPort } from "../core/virement/solverPort";
import { priorVirements } from "../core/virement/priorVirements";
import { withRelaxations } from "../core/virement/relaxing/relaxations";
import { suggestMoves, type SuggestionInput } from "../core/virement/suggestMoves";
import type { SuggestionOptions, Suggestions } from "../core/virement/types";
import { PURSE_SHEETS } from "../core/writing/sheetNames";
import { WorkbookError, type WorkOptions } from "../workbook/ports";
import type { Consolidation } from "./consolidate";
import { linesAgreed } from "./planned";
import { endingSolver, isOver, type SearchEnd } from "./searchEnd";

/** Options as a partnership starts with them: outcomes and bodies kept apart, any approval, nothing held back, no move under £1. */
export function defaultOptions(decisionDate: string): SuggestionOptions {
  return {
    decisionDate,
    acrossOutcomes: false,
    minimumMovePence: 100,
    contingencyShare: 0,
    stages: DEFAULT_STAGES,
    partnersPay: false,
    highestRank: Infinity,
  };
}

/** Tables whose faults change what may be suggested. */
const RULING: ReadonlySet<string> = new Set([
  PURSE_SHEETS.gateways, PURSE_SHEETS.schemes, PURSE_SHEETS.prohibitions, PURSE_SHEETS.funds, PURSE_SHEETS.pools, PURSE_SHEETS.links, PURSE_SHEETS.objectives, PURSE_SHEETS.arrangements,
]);

/** What coding says to keep money where it is: a word of it that can't be read would let the money go. */
const GUARDING = /arrangement|governance|control|committed|until|floor|statutory minimum|jurisdiction|partnership ref|counterparty|\b(fund|pool) of\b/i;

/**
 * The best set of moves, with its proof, what blocks a better one and what would help; once the search is to end, the best so far with its
 * gap. Nothing is written. Rejects with a WorkbookError while the rule books hold an error.
 */
export async function suggest(from: Consolidation, options: SuggestionOptions, solver: SolverPort, work: WorkOptions = {}, end: SearchEnd = {}): Promise<Suggestions> {
  const input = { ...inputOf(from, options, endingSolver(solver, end), work), enough: () => isOver(end) };
  return withRelaxations(await suggestMoves(input), input);
}

/** The partners' own order of aims, where they chose one and nothing else was asked for. */
function ordered(options: SuggestionOptions, { agreed }: Consolidation): SuggestionOptions {
  return agreed.stages === null || options.stages !== DEFAULT_STAGES ? options : { ...options, stages: agreed.stages };
}

/** The same without what would help: for sets that are only compared. */
export function suggestOnly(from: Consolidation, options: SuggestionOptions, solver: SolverPort, work: WorkOptions = {}): Promise<Suggestions> {
  return suggestMoves(inputOf(from, options, solver, work));
}

/** Faults of the rule books and of the coding in spite of which nothing is suggested. */
export function whatStops(from: Pick<Consolidation, "issues">): Issue[] {
  return from.issues.filter((issue) => (issue.severity === "error" && RULING.has(issue.where?.sheet ?? "")) || (issue.code === "coding-invalid" && GUARDING.test(issue.facts["field"] ?? "")));
}

function inputOf(from: Consolidation, options: SuggestionOptions, solver: SolverPort, work: WorkOptions): SuggestionInput {
  const wrong = whatStops(from);
  const [first] = wrong;
  if (first !== undefined) {
    const where = first.where === null ? "" : `${describeCell(first.where)}: `;
    const more = wrong.length === 1 ? "" : ` ${wrong.length - 1} more ${wrong.length === 2 ? "error stands" : "errors stand"} in the rule books or the coding.`;
    throw new WorkbookError("conflict", `Nothing was suggested, because the ${first.code === "coding-invalid" ? "coding holds" : "rule books hold"} an error. ${where}${issueText(first)}${more}`, "Correct the cell, read the sheets again, and look for suggestions again.");
  }
  const lines = linesAgreed(from, options.decisionDate);
  const flexibility = assessFlexibility({ lines, agencies: from.reading.agencies, books: from.books, decisionDate: options.decisionDate });
  return {
    lines, agencies: from.reading.agencies, pools: poolPositions({ lines }, from.poolTerms, options.decisionDate), books: from.books, flexibility, options: ordered(options, from), solver,
    links: from.agreed.links, prior: priorVirements(from.records.map((record) => record.virement), from.register, from.reading.lines), ...work,
  };
}
