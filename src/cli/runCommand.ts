// The steps that every command shares: open, read, pool, refuse when the data do not allow it, present, and only then save.
import { consolidate, type Consolidation } from "../app/consolidate";
import { viewSheets } from "../app/results";
import type { Issue } from "../core/issues/issue";
import type { Virement } from "../core/virement/life";
import type { SheetSpec } from "../core/writing/types";
import type { WorkOptions } from "../workbook/ports";
import type { CliDeps, CommonOptions } from "./deps";
import { EXIT, type ExitCode } from "./exitCodes";
import { refuseToLose } from "./outputFile";
import { progressLine } from "./progress";
import { refusalLines, refuse } from "./refusal";

interface Outcome {
  /** The one JSON document. */
  readonly json: object;
  /** Lines for people. */
  readonly text: readonly string[];
  /** Sheets beside the pooled views. */
  readonly sheets: readonly SheetSpec[];
  /** Virements that those sheets hold, where they hold any. */
  readonly virements?: readonly Virement[];
  /** Findings that refuse: exit 1 although the document is printed. */
  readonly refused: boolean;
  /** Why, as sentences, where the document does not say it itself. */
  readonly why?: readonly string[];
}

export interface CommandSteps {
  /** True for a command whose task is to report errors: it prints its document in spite of them, and still answers 1. */
  readonly reportsErrors: boolean;
  /** Issues that are no errors and yet keep the command from its task, so that it refuses with them. */
  stops?(from: Consolidation): readonly Issue[];
  carryOut(from: Consolidation, date: string, work: WorkOptions): Promise<Outcome> | Outcome;
}

export async function runCommand(deps: CliDeps, paths: readonly string[], options: CommonOptions, steps: CommandSteps): Promise<ExitCode> {
  const date = options.date ?? deps.today();
  const out = options.out ?? null;
  const progress = progressLine(options.quiet === true ? { ...deps, progress: "none" } : deps);
  const work: WorkOptions = { onProgress: progress.show };
  try {
    const opened = await deps.open(paths, { out, date });
    if (out !== null && opened.standing !== null) refuseToLose(out, opened.standing);
    const from = consolidate(await opened.workbook.readGrids(work));
    const stopping = new Set(steps.stops?.(from) ?? []);
    const errors = from.issues.filter((issue) => issue.severity === "error" || stopping.has(issue));
    if (errors.length > 0 && !steps.reportsErrors) {
      progress.clear();
      return refuse(deps, errors, options.json === true);
    }
    const outcome = await steps.carryOut(from, date, work);
    const refused = errors.length > 0 || outcome.refused;
    const sheets = out === null || refused ? [] : withOwn(viewSheets({ from, refreshedOn: date, sources: opened.names, ...(outcome.virements === undefined ? {} : { virements: outcome.virements }) }), outcome.sheets);
    if (sheets.length > 0) {
      await opened.workbook.writeSheets(sheets, work);
      await opened.save(work);
    }
    progress.clear();
    if (options.json === true) deps.stdout(`${JSON.stringify(outcome.json, null, 2)}\n`);
    else deps.stdout(`${[...outcome.text, ...savedLines(out, sheets)].join("\n")}\n`);
    if ((outcome.why ?? []).length > 0) deps.stderr(`${(outcome.why ?? []).join("\n")}\n`);
    if (errors.length > 0) deps.stderr(`${refusalLines(errors).join("\n")}\n`);
    return refused ? EXIT.refused : EXIT.done;
  } finally {
    progress.clear();
  }
}

/** The views, with a command's own sheets in place of those of the same name. */
function withOwn(views: readonly SheetSpec[], own: readonly SheetSpec[]): SheetSpec[] {
  const names = new Set(own.map((sheet) => sheet.name));
  return [...views.filter((sheet) => !names.has(sheet.name)), ...own];
}

function savedLines(out: string | null, sheets: readonly SheetSpec[]): string[] {
  return out === null || sheets.length === 0 ? [] : ["", `Written: ${out} (${sheets.length} sheets: ${sheets.map((sheet) => sheet.name).join(", ")})`];
}
