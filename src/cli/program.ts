// The command line's words: commands, options and help. Wrong use answers 2 and says what was expected.
import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { failureOf } from "../app/failure";
import { runApply, type ApplyOptions } from "./apply";
import { checkSteps, type CheckSwitches } from "./commands/check";
import { journalSteps } from "./commands/journal";
import { poolSteps } from "./commands/pool";
import { readSteps } from "./commands/read";
import type { PartnerOffer } from "../core/virement/types";
import { TARGET_KINDS } from "../core/writing/targets";
import { suggestSteps, type SuggestSwitches } from "./commands/suggest";
import type { CliDeps, CommonOptions } from "./deps";
import { EXIT, exitCodeOf, type ExitCode } from "./exitCodes";
import { runCommand, type CommandSteps } from "./runCommand";

/** Runs one command; never throws. `args` are the words after the program's name. */
export async function runProgram(args: readonly string[], deps: CliDeps): Promise<ExitCode> {
  let answer: ExitCode = EXIT.done;
  const program = new Command("common-purse")
    .description("Reads the budget sheets of partner agencies, pools them, and suggests virements that shunt cost on to no one.")
    .version(deps.version)
    .exitOverride()
    .configureOutput({ writeOut: deps.stdout, writeErr: deps.stderr })
    .showSuggestionAfterError();

  const add = (name: string, description: string, steps: (options: CommonOptions & SuggestSwitches & CheckSwitches) => CommandSteps): Command =>
    program
      .command(name)
      .description(description)
      .argument("<files...>", "workbooks (.xlsx, .xlsm, .xls, .csv) or folders of workbooks")
      .option("-o, --out <file>", "write the results to a new workbook (.xlsx); an input is never overwritten")
      .option("--json", "print one JSON document on the standard output and nothing else; amounts are whole pence")
      .option("--date <date>", "the date of decision, YYYY-MM-DD (today unless given)", isoDate)
      .option("-q, --quiet", "no progress on the standard error")
      .action(async (files: string[], options: CommonOptions & SuggestSwitches & CheckSwitches) => {
        answer = await runCommand(deps, files, options, steps(options));
      });

  add("read", "what the sheets hold, line by line, and what is questionable", () => readSteps);
  add("pool", "the partnership as one, with nothing counted twice", () => poolSteps);
  add("suggest", "virements that close pressures under the partners' own rules", (options) => suggestSteps(deps.solver, options))
    .option("--across-outcomes", "let money agreed for one outcome go to another")
    .option("--minimum-move <pounds>", "suggest no virement below this many whole pounds", wholePounds)
    .option("--hold-back <percent>", "keep back this share of what each line could give", percent)
    .option("--time-limit <seconds>", "end the search after so many seconds, with the best found by then and its gap", wholeSeconds)
    .option("--partners-pay", "let partners pay now what they will owe a pool at the year's end")
    .option("--offer <agency=pounds>", "an agency offers to give others up to so many whole pounds in all (may be repeated)", offers)
    .option("--compare", "also find other whole sets, e.g. without a decision by members or a board, and set them side by side");
  add("journal", "budget entries of what was applied, reversed or approved, in CSV; with --out as sheets, with the virement forms", (options) => journalSteps(options));
  program
    .command("apply")
    .description("put accepted virements into the workbooks, or take applied ones back; first shows every cell, old and new")
    .argument("<files...>", "the agencies' workbooks, or folders of them")
    .option("--decisions <file>", "the workbook with the decisions and the register, as suggest wrote it, when it is not among the files; or a list of decisions to take (.csv, .json)")
    .option("--dry-run", "show what would change and write nothing")
    .option("--in-place", "change the workbooks themselves; each one's old state stays beside it as a .bak file")
    .option("-o, --out <folder>", "save changed copies in this folder and leave the workbooks as they are")
    .option("--revert <ids...>", "take these applied virements back instead")
    .option("--reason <text>", "why they are taken back, as the register will state it; --revert needs one")
    .addOption(new Option("--target <place>", "where virements of a sheet go whose officer has not chosen: its revised budget (unless given), its column of virements, or the journal sheet alone").choices(TARGET_KINDS))
    .option("--by <name>", "who applies them, as the register will state it")
    .option("--json", "print one JSON document on the standard output and nothing else; amounts are whole pence")
    .option("--date <date>", "the day that the register states, YYYY-MM-DD (today unless given)", isoDate)
    .action(async (files: string[], options: ApplyOptions) => {
      answer = await runApply(deps, files, options);
    });
  add("check", "every control; answers 1 when one disagrees", (options) => checkSteps(deps, options))
    .option("--before <file>", "compare with the budget in this workbook or folder as well: who was relieved, and who took on cost");

  try {
    await program.parseAsync([...args], { from: "user" });
    return answer;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.wrongUse;
    const failure = failureOf(error, "running the command");
    const detail = failure.detail === "" || exitCodeOf(error) !== EXIT.fault ? "" : `Details: ${failure.detail}\n`;
    deps.stderr(`${failure.sentence}\n${failure.nextStep}\n${detail}`);
    return exitCodeOf(error);
  }
}

function isoDate(text: string): string {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  if (day === null || Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== text) throw new InvalidArgumentError("Give a day of the calendar as YYYY-MM-DD, for example 2026-10-15.");
  return text;
}

function offers(text: string, before: readonly PartnerOffer[] = []): readonly PartnerOffer[] {
  const [, agency, pounds] = /^([^=\s]+)=(\d{1,12})$/.exec(text) ?? [];
  if (agency === undefined || pounds === undefined) throw new InvalidArgumentError("Give an agency and whole pounds, for example ICB=500000.");
  return [...before.filter((offer) => offer.agency !== agency), { agency, upToPence: Number(pounds) * 100 }];
}

function wholeSeconds(text: string): number {
  if (!/^\d{1,6}$/.test(text)) throw new InvalidArgumentError("Give whole seconds, for example 60.");
  return Number(text);
}

function wholePounds(text: string): number {
  if (!/^\d{1,12}$/.test(text)) throw new InvalidArgumentError("Give whole pounds, for example 5000.");
  return Number(text);
}

function percent(text: string): number {
  const value = /^\d{1,3}(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= 0 && value <= 100)) throw new InvalidArgumentError("Give a percentage from 0 to 100, for example 10.");
  return value;
}
