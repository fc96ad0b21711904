// Virements sheet (tblVirements): a row for each move, or for each row of one that has several, with a decision drop-down for each approver.
import type { BudgetLine } from "../budget/line";
import { financialYearEnd, isIsoDate } from "../rules/inForce";
import type { IsoDate } from "../rules/types";
import { tableSheet, type TableColumn, type TableDef } from "../tables/table";
import { legsOf } from "../virement/legs";
import { DECISIONS, POSTED, withAgreements, type Agreement, type Virement } from "../virement/life";
import { approverText } from "../virement/states/demands";
import { pathText } from "../virement/states/step";
import type { Move } from "../virement/types";
import { numberCell, poundsCell, textCell } from "./cellText";
import { OWN_TITLES, PURSE_SHEETS } from "./sheetNames";
import type { SheetCell, SheetSpec, VirementRow } from "./types";
import { furtherHeadings, STATUS_DAY, statusColumns } from "./virementStatus";

/** A cell of the virement's first row, blank in its others. */
const once = (cell: (virement: Virement) => SheetCell) => ({ virement, first }: VirementRow): SheetCell => (first ? cell(virement) : { ...cell(virement), value: null });

const COLUMNS: readonly TableColumn<VirementRow>[] = [
  { heading: "Id", width: 24, cell: ({ virement }) => textCell(virement.id, "label") },
  { heading: "From line", width: 14, cell: ({ leg }) => textCell(leg.from) },
  { heading: "From", width: 34, cell: ({ from }) => textCell(from) },
  { heading: "To line", width: 14, cell: ({ leg }) => textCell(leg.to) },
  { heading: "To", width: 34, cell: ({ to }) => textCell(to) },
  { heading: "Amount £", width: 16, cell: ({ leg }) => poundsCell(leg.amountPence) },
  { heading: "One-off or recurrent", width: 16, cell: ({ virement }) => textCell(virement.recurrence) },
  { heading: "Instrument", width: 22, cell: once((virement) => textCell(virement.instrument)) },
  { heading: "Rules", width: 20, cell: once((virement) => textCell(virement.ruleIds.join(", "))) },
  { heading: "Approvals needed", width: 40, cell: once((virement) => textCell(virement.approvals)) },
  { heading: "Rank", width: 8, cell: once((virement) => numberCell(virement.rank)) },
  { heading: "Why", width: 70, cell: ({ virement, first }) => textCell(first ? virement.why : `Part of ${virement.id}, which is decided and applied as one in its first row.`) },
  { heading: "Suggested on", width: 14, cell: once((virement) => textCell(virement.suggestedOn)) },
  {
    heading: "Decision", width: 14, cell: once((virement) => textCell(virement.agreements[0]?.decision ?? "waiting", "input")), choices: DECISIONS,
    prompt: "Choose accepted or refused; whoever proposed it may choose withdrawn. Refusing needs a reason.",
  },
  { heading: "Decided by", width: 22, cell: once((virement) => textCell(virement.agreements[0]?.by ?? "", "input")) },
  { heading: "Reason", width: 40, cell: once((virement) => textCell(virement.reason, "input")) },
  { heading: "State", width: 12, cell: ({ virement }) => textCell(virement.state) },
];

/** Headings by which the table is known. */
export const NEEDED_HEADINGS: readonly string[] = COLUMNS.map(({ heading }) => heading);

/** Columns that came later: tables written before them do without. */
const LATER: readonly TableColumn<VirementRow>[] = [
  { heading: "Decided on", width: 14, optional: true, cell: once((virement) => textCell(virement.agreements[0]?.on ?? "", "input")) },
  { heading: "Version", width: 10, optional: true, cell: once((virement) => numberCell(virement.version)) },
  { heading: "Suggested £", width: 16, optional: true, cell: ({ leg }) => poundsCell(leg.suggestedPence) },
  { heading: "Expires on", width: 14, optional: true, cell: once((virement) => textCell(virement.expiresOn ?? "", "input")) },
  { heading: "Whole £", width: 16, optional: true, cell: once((virement) => poundsCell(virement.amountPence)) },
  { heading: "VAT note", width: 40, optional: true, cell: once((virement) => textCell(virement.vatNote ?? "", "input")) },
  { heading: "Cash date", width: 14, optional: true, cell: once((virement) => textCell(virement.cashOn ?? "", "input")) },
  {
    heading: "Posted", width: 10, optional: true, cell: once((virement) => textCell(virement.posted ?? "", "input")), choices: POSTED,
    prompt: "Only for one that is applied and went to the journal, or beside the budget: do the sheets' budgets show it by now? Empty: told by the budgets themselves.",
  },
];

function tableFor(approvers: number, on: IsoDate): TableDef<VirementRow> {
  const further = Array.from({ length: Math.max(0, approvers - 1) }, (_, i) => furtherColumns(i + 1)).flat();
  const columns = [...COLUMNS, ...LATER, ...further];
  return {
    sheet: PURSE_SHEETS.virements,
    table: "tblVirements",
    title: OWN_TITLES.virements,
    subtitle: "£. Each amount is taken from the first line's budget and added to the second's; rows with the same id are one virement. Choose a decision; refusing needs a reason. Each approver has a decision of their own.",
    tabColour: "#107C10",
    conditionalFormats: (body) => [{
      area: { ...body, left: 15, right: 15 },
      formula: `AND($N${body.top + 1}="refused",$P${body.top + 1}="")`,
      style: "attention",
    }],
    columns: [...columns, ...statusColumns(columns.map(({ heading }) => heading), approvers, on)],
  };
}

/** The columns of the approver at the position, the first being 0. */
function furtherColumns(place: number): TableColumn<VirementRow>[] {
  const names = furtherHeadings(place);
  const of = ({ virement }: VirementRow): Agreement | undefined => virement.agreements[place];
  return [
    { heading: names.approver, width: 40, optional: true, cell: (row) => textCell(row.first ? of(row)?.approver ?? "" : "") },
    {
      heading: names.decision, width: 14, optional: true, cell: (row) => textCell(row.first ? of(row)?.decision ?? "" : "", "input"), choices: DECISIONS,
      prompt: "For the approver named to the left. Refusing needs a reason.",
    },
    { heading: names.by, width: 22, optional: true, cell: (row) => textCell(row.first ? of(row)?.by ?? "" : "", "input") },
    { heading: names.on, width: 14, optional: true, cell: (row) => textCell(row.first ? of(row)?.on ?? "" : "", "input") },
  ];
}

/**
 * The sheet for these virements; descriptions come from the lines, or the bare id where a line is no longer there. `on` is the day against which
 * it is told what has expired; with `purseStands` it is the day on the index sheet, which follows each refresh.
 */
export function virementsSheet(virements: readonly Virement[], lines: readonly BudgetLine[], on: IsoDate = "", purseStands = false): SheetSpec {
  const names = new Map(lines.map((line) => [line.id, line.description]));
  const approvers = virements.reduce((most, { agreements }) => Math.max(most, agreements.length), 1);
  const rows = virements.flatMap((virement) => legsOf(virement).map(({ from, to, amountPence }, i): VirementRow => ({
    virement, leg: { from, to, amountPence, suggestedPence: virement.legs?.[i]?.suggestedPence ?? virement.suggestedPence }, first: i === 0, from: names.get(from) ?? from, to: names.get(to) ?? to,
  })));
  const day: SheetCell = { ...textCell(on, "input"), ...(purseStands ? { formula: STATUS_DAY.fromPurse } : {}) };
  return tableSheet(tableFor(approvers, on), rows, on === "" ? "" : [{ value: STATUS_DAY.label, style: "note" }, day]);
}

/** A suggested move as a new row waiting for its approvers until the financial year ends, under an id that stays with it. */
export function virementOfMove(move: Move, id: string, suggestedOn: string): Virement {
  const approvers = move.approvals.length === 0 ? [""] : move.approvals.map(approverText);
  return withAgreements({
    id, from: move.from, to: move.to, amountPence: move.amountPence, recurrence: move.recurrence, instrument: move.instrument,
    ruleIds: move.ruleIds, approvals: pathText(approvers), rank: move.rank, why: move.explanation, suggestedOn, version: 1,
    suggestedPence: move.amountPence, expiresOn: isIsoDate(suggestedOn.slice(0, 10)) ? financialYearEnd(suggestedOn.slice(0, 10)) : null, agreements: [],
    decision: "waiting", decidedBy: "", reason: "", state: "suggested",
  }, approvers.map((approver) => ({ approver, decision: "waiting", by: "", on: "" })));
}
