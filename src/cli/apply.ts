// The command that changes workbooks: accepted virements put in, or applied ones taken back; every cell is shown, all are written or none.
import { consolidate } from "../app/consolidate";
import { decideAll } from "../app/decideAll";
import { acceptedIds, decidedPlan } from "../app/decidedPlan";
import { previewSummary } from "../app/selectors/preview";
import { readDecisionList, type DecisionRequest } from "../core/writing/decisionList";
import type { TargetKind } from "../core/writing/targets";
import { WorkbookError } from "../workbook/ports";
import type { CliDeps, CommonOptions } from "./deps";
import { EXIT, type ExitCode } from "./exitCodes";
import { applyJson } from "./json/applyJson";
import { refuse } from "./refusal";
import { applyLines, recoveredLines, type Applied } from "./text/applyText";

export interface ApplyOptions extends CommonOptions {
  readonly decisions?: string;
  readonly dryRun?: boolean;
  readonly inPlace?: boolean;
  readonly revert?: readonly string[];
  readonly by?: string;
  readonly reason?: string;
  /** Where virements of a sheet go whose officer has not chosen. */
  readonly target?: TargetKind;
}

/** Answers 1 when the data, a decision or a workbook does not allow it; nothing is written then. A second run finds nothing to do and answers 0. */
export async function runApply(deps: CliDeps, paths: readonly string[], options: ApplyOptions): Promise<ExitCode> {
  const ways = [options.dryRun === true, options.inPlace === true, options.out !== undefined].filter(Boolean).length;
  if (ways !== 1) {
    deps.stderr("Say what to do with the changes.\nGive one of --dry-run (show them), --out FOLDER (changed copies) and --in-place (the workbooks themselves, with backups).\n");
    return EXIT.wrongUse;
  }
  if (options.revert !== undefined && (options.reason ?? "").trim() === "") {
    deps.stderr("A reversal needs a reason.\nGive --reason TEXT; the register keeps it.\n");
    return EXIT.wrongUse;
  }
  const date = options.date ?? deps.today();
  const list = options.decisions !== undefined && /\.(csv|json)$/i.test(options.decisions) ? options.decisions : null;
  const opened = await deps.openForChange(options.decisions === undefined || list !== null || paths.includes(options.decisions) ? paths : [...paths, options.decisions]);
  if (opened.recovered !== null) deps.stderr(`${recoveredLines(opened.recovered).join("\n")}\n`);
  const read = consolidate(opened.readGrids());
  const errors = read.issues.filter((issue) => issue.severity === "error");
  if (errors.length > 0) return refuse(deps, errors, options.json === true);
  const { from, changes } = list === null ? { from: read, changes: [] } : decideAll(read, await listed(deps, list), options.by ?? "", date);
  const action = options.revert === undefined ? "apply" : "revert";
  const ids = options.revert ?? acceptedIds(from);
  const applying = decidedPlan(from, action, ids, options.by ?? "", date, options.reason ?? "", options.target);
  const planned = { ...applying, plan: { ...applying.plan, changes: [...changes, ...applying.plan.changes] } };
  const formula = planned.plan.changes.find((change) => change.beforeFormula !== undefined);
  if (formula !== undefined) {
    throw new WorkbookError("conflict", `${formula.sheet}!${formula.address} holds a formula (${formula.beforeFormula ?? ""}), and formulas are never overwritten. Nothing was written.`, "Ask the sheet's owner for a cell without a formula, or to choose a column of virements or the journal for the sheet on Purse Mapping (or give --target where nobody has chosen).", "formula");
  }
  const prepared = opened.prepare(planned.plan);
  const saved = options.dryRun === true || planned.plan.changes.length === 0 ? [] : await prepared.save(options.inPlace === true ? null : (options.out ?? null), date);
  const applied: Applied = {
    action, dryRun: options.dryRun === true, saved, decisions: new Set(changes.map(({ why }) => why)).size,
    virements: from.records.map((record) => record.virement).filter((virement) => planned.planned.includes(virement.id)),
    summary: previewSummary({ plan: planned.plan, sides: planned.sides, obstacles: [] }, from.reading.lines),
    entries: planned.sides,
    descriptions: new Map(from.reading.lines.map((line) => [line.id, line.description])),
  };
  deps.stdout(options.json === true ? `${JSON.stringify(applyJson(applied), null, 2)}\n` : `${applyLines(applied).join("\n")}\n`);
  return EXIT.done;
}

async function listed(deps: CliDeps, path: string): Promise<readonly DecisionRequest[]> {
  const requests = readDecisionList(await deps.readList(path));
  if (typeof requests === "string") throw new WorkbookError("conflict", `${requests} Nothing was written.`, "Correct the list and try again.");
  return requests;
}
