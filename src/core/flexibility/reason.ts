// The one sentence that says why a line has the flexibility it has.
import type { Agency } from "../budget/agency";
import { budgetPence, forecastOrBudgetPence, type BudgetLine } from "../budget/line";
import { formatPounds } from "../money/format";
import { sumPenceBy, type Pence } from "../money/pence";
import { shareByWeights } from "../money/share";
import { closedAccount } from "../rules/gateways";
import { fundRow } from "../rules/purposes";
import type { RuleBooks } from "../rules/types";
import { isRestricted } from "./parts";
import type { FlexPart } from "./types";

export interface ReasonInput {
  readonly line: BudgetLine;
  readonly agency: Agency | undefined;
  readonly headroomPence: Pence;
  readonly flexiblePence: Pence;
  readonly alignOnlyPence: Pence;
  readonly parts: readonly FlexPart[];
  readonly lines: readonly BudgetLine[];
  readonly books: RuleBooks;
}

/** Always exactly one sentence, ending in a full stop. */
export function flexReason(input: ReasonInput): string {
  const clause = input.headroomPence === 0 ? noHeadroom(input) : withHeadroom(input);
  return `${clause}.`;
}

function noHeadroom({ line, agency, books }: ReasonInput): string {
  if (line.nature === "EXT_INCOME" || line.nature === "IA_INCOME") return "Income is not moved; more of it lowers the pressure on its own service";
  if (line.nature !== "GROSS_EXP" && line.nature !== "IA_PAYMENT") return "Recharges, capital charges, reserves and funding lines are not moved by virement";
  const budget = budgetPence(line);
  const forecast = forecastOrBudgetPence(line);
  const funds = line.funding.map((split) => split.fund);
  const closed = agency === undefined ? undefined : closedAccount(agency.bodyType, agency.jurisdiction, funds, books);
  if (closed !== undefined) return `${closed.toPurpose} is a ring-fenced account: it neither meets nor is met from other money (${closed.id})`;
  if (forecast > budget) return `Forecast ${formatPounds(forecast - budget)} over its budget, so nothing is free`;
  if (line.floorPence !== null && line.floorPence >= budget) return `The statutory minimum of ${formatPounds(line.floorPence)} takes the whole budget; it may rise but not fall`;
  if ((line.committedPence ?? 0) >= budget && budget > 0) {
    return `Committed in full${line.committedUntil === null ? "" : ` until ${line.committedUntil}`}`;
  }
  return "Forecast to spend its whole budget";
}

function withHeadroom(input: ReasonInput): string {
  const { line, headroomPence, parts } = input;
  const underPence = budgetPence(line) - forecastOrBudgetPence(line);
  const under = `Forecast ${formatPounds(underPence)} under its budget${underPence === headroomPence ? "" : `, of which ${formatPounds(headroomPence)} is free ${boundWords(line)}`}`;
  const reach = parts[0]?.reach ?? "nowhere";
  if (parts.length > 1) return `${under}: ${parts.map((part) => `${formatPounds(part.pence)} of ${fundName(part.fund, input)} ${partWords(part, input)}`).join("; ")}`;
  if (reach === "nowhere") return `${under}, but ${grantFirstWords(input)}`;
  return `${under}${noteWords(line)}: one-off money, ${reachWords(reach, line)}`;
}

function noteWords(line: BudgetLine): string {
  const note = line.note?.trim().replace(/\.$/, "") ?? "";
  return note === "" ? "" : ` (${note.charAt(0).toLowerCase()}${note.slice(1)})`;
}

function reachWords(reach: FlexPart["reach"], line: BudgetLine): string {
  switch (reach) {
    case "anywhere": return "free within the rules of each move";
    case "own agency": return "free inside its own agency only, as no gateway leads out of it";
    case "inside pool": return `free inside the pool ${line.pool ?? ""} only`.replace("  ", " ");
    case "inside ring": return "free inside its ring-fence only";
    case "programme only": return "free for programme spending only, as the running-cost allowance is a ceiling";
    case "align only": return "centrally controlled: it can be spent alongside partners' money but not moved";
    case "nowhere": return "not movable until its owner says which part is general money";
  }
}

/** An underspend on a line part-paid by a grant is presumed to be the grant's until the owner says which part it is. */
function grantFirstWords(input: ReasonInput): string {
  const { line, agency, headroomPence, parts, books } = input;
  const [first] = parts;
  if (first?.disputed === true) return disputedWords(first);
  if (first !== undefined && isUnknown(first, input)) return `no row of Purse Funds in force describes its fund ${first.fund}, so nothing moves until one says what it may be spent on`;
  const name = fundName(first?.fund ?? "", input);
  const place = agency?.jurisdiction ?? "";
  const general = line.funding.filter((split) => !isRestricted(split, books, place));
  const generalPence = sumPenceBy(general, (split) => Math.max(0, split.pence));
  if (generalPence === 0) return `${name} is restricted and not movable`;
  const restrictedPence = sumPenceBy(line.funding.filter((split) => isRestricted(split, books, place)), (split) => Math.max(0, split.pence));
  const [share = 0] = shareByWeights(headroomPence, [generalPence, restrictedPence]);
  return `${name} is presumed to be underspent first, so nothing moves until its owner says which part is general money (at most ${formatPounds(share)} shared by funding)`;
}

function fundName(fund: string, { agency, books }: ReasonInput): string {
  return fundRow(fund, books, agency?.jurisdiction ?? "")?.name ?? (fund === "" ? "unnamed money" : fund);
}

function isUnknown(part: FlexPart, { agency, books }: ReasonInput): boolean {
  return agency !== undefined && part.fund !== "" && part.reach === "nowhere" && fundRow(part.fund, books, agency.jurisdiction) === undefined;
}

function partWords(part: FlexPart, input: ReasonInput): string {
  return part.disputed === true ? disputedWords(part) : isUnknown(part, input) ? "not movable, as no row of Purse Funds in force describes it" : reachWords(part.reach, input.line);
}

function disputedWords({ fund }: FlexPart): string {
  return `nothing moves until the split of ${fund === "" ? "its funds" : fund} is agreed, as more is coded than there is (R6)`;
}

/** What leaves less free than the forecast underspend: the larger of what is spent or committed, or the statutory minimum. */
function boundWords(line: BudgetLine): string {
  const spent = Math.max(line.committedPence ?? 0, line.actualPence ?? 0);
  if ((line.floorPence ?? 0) > spent) return `above its statutory minimum of ${formatPounds(line.floorPence ?? 0)}`;
  return spent === line.committedPence ? `beyond what is committed (${formatPounds(spent)})` : `beyond what is spent already (${formatPounds(spent)})`;
}
