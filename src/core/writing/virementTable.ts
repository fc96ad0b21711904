// Virements sheet (tblVirements): one row a move with a decision drop-down for each approver; written once, read back with what people chose.
import type { BudgetLine } from "../budget/line";
import { formatPounds } from "../money/format";
import type { Pence } from "../money/pence";
import type { CellValue, SheetGrid } from "../reading/grid";
import { financialYearEnd, isIsoDate } from "../rules/inForce";
import { readTable, tableSheet, type TableColumn, type TableDef, type TableRecord } from "../tables/table";
import { DECISIONS, VIREMENT_STATES, withAgreements, type Agreement, type Decision, type Virement, type VirementState } from "../virement/life";
import { approverText } from "../virement/states/demands";
import { pathText } from "../virement/states/step";
import type { Move } from "../virement/types";
import { numberCell, penceOfCell, poundsCell, textCell } from "./cellText";
import { OWN_TITLES, PURSE_SHEETS } from "./sheetNames";
import type { SheetSpec } from "./types";
import { furtherHeadings, statusColumns } from "./virementStatus";

export interface VirementRow {
  readonly virement: Virement;
  readonly from: string;
  readonly to: string;
}

const COLUMNS: readonly TableColumn<VirementRow>[] = [
  { heading: "Id", width: 24, cell: ({ virement }) => textCell(virement.id, "label") },
  { heading: "From line", width: 14, cell: ({ virement }) => textCell(virement.from) },
  { heading: "From", width: 34, cell: ({ from }) => textCell(from) },
  { heading: "To line", width: 14, cell: ({ virement }) => textCell(virement.to) },
  { heading: "To", width: 34, cell: ({ to }) => textCell(to) },
  { heading: "Amount £", width: 16, cell: ({ virement }) => poundsCell(virement.amountPence) },
  { heading: "One-off or recurrent", width: 16, cell: ({ virement }) => textCell(virement.recurrence) },
  { heading: "Instrument", width: 22, cell: ({ virement }) => textCell(virement.instrument) },
  { heading: "Rules", width: 20, cell: ({ virement }) => textCell(virement.ruleIds.join(", ")) },
  { heading: "Approvals needed", width: 40, cell: ({ virement }) => textCell(virement.approvals) },
  { heading: "Rank", width: 8, cell: ({ virement }) => numberCell(virement.rank) },
  { heading: "Why", width: 70, cell: ({ virement }) => textCell(virement.why) },
  { heading: "Suggested on", width: 14, cell: ({ virement }) => textCell(virement.suggestedOn) },
  {
    heading: "Decision", width: 14, cell: ({ virement }) => textCell(virement.agreements[0]?.decision ?? "waiting", "input"), choices: DECISIONS,
    prompt: "Choose accepted or refused; whoever proposed it may choose withdrawn. Refusing needs a reason.",
  },
  { heading: "Decided by", width: 22, cell: ({ virement }) => textCell(virement.agreements[0]?.by ?? "", "input") },
  { heading: "Reason", width: 40, cell: ({ virement }) => textCell(virement.reason, "input") },
  { heading: "State", width: 12, cell: ({ virement }) => textCell(virement.state) },
];

/** Columns that came later: tables written before them do without. */
const LATER: readonly TableColumn<VirementRow>[] = [
  { heading: "Decided on", width: 14, optional: true, cell: ({ virement }) => textCell(virement.agreements[0]?.on ?? "", "input") },
  { heading: "Version", width: 10, optional: true, cell: ({ virement }) => numberCell(virement.version) },
  { heading: "Suggested £", width: 16, optional: true, cell: ({ virement }) => poundsCell(virement.suggestedPence) },
  { heading: "Expires on", width: 14, optional: true, cell: ({ virement }) => textCell(virement.expiresOn ?? "", "input") },
];

function tableFor(approvers: number): TableDef<VirementRow> {
  const further = Array.from({ length: Math.max(0, approvers - 1) }, (_, i) => furtherColumns(i + 1)).flat();
  const columns = [...COLUMNS, ...LATER, ...further];
  return {
    sheet: PURSE_SHEETS.virements,
    table: "tblVirements",
    title: OWN_TITLES.virements,
    subtitle: "£. Each amount is taken from the first line's budget and added to the second's. Choose a decision; refusing needs a reason. Each approver has a decision of their own.",
    tabColour: "#107C10",
    conditionalFormats: (body) => [{
      area: { ...body, left: 15, right: 15 },
      formula: `AND($N${body.top + 1}="refused",$P${body.top + 1}="")`,
      style: "attention",
    }],
    columns: [...columns, ...statusColumns(columns.map(({ heading }) => heading), approvers)],
  };
}

/** The columns of the approver at the position, the first being 0. */
function furtherColumns(place: number): TableColumn<VirementRow>[] {
  const names = furtherHeadings(place);
  const of = ({ virement }: VirementRow): Agreement | undefined => virement.agreements[place];
  return [
    { heading: names.approver, width: 40, optional: true, cell: (row) => textCell(of(row)?.approver ?? "") },
    {
      heading: names.decision, width: 14, optional: true, cell: (row) => textCell(of(row)?.decision ?? "", "input"), choices: DECISIONS,
      prompt: "For the approver named to the left. Refusing needs a reason.",
    },
    { heading: names.by, width: 22, optional: true, cell: (row) => textCell(of(row)?.by ?? "", "input") },
    { heading: names.on, width: 14, optional: true, cell: (row) => textCell(of(row)?.on ?? "", "input") },
  ];
}

/** The sheet for these virements; descriptions come from the lines, or the bare id where a line is no longer there. */
export function virementsSheet(virements: readonly Virement[], lines: readonly BudgetLine[]): SheetSpec {
  const names = new Map(lines.map((line) => [line.id, line.description]));
  const approvers = virements.reduce((most, { agreements }) => Math.max(most, agreements.length), 1);
  return tableSheet(tableFor(approvers), virements.map((virement) => ({
    virement, from: names.get(virement.from) ?? virement.from, to: names.get(virement.to) ?? virement.to,
  })));
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

/** Where one approver's decision stands; a missing column has no address. */
export interface AgreementPlace {
  readonly approverAt: string | null;
  readonly decisionAt: string;
  readonly byAt: string;
  readonly onAt: string | null;
}

/** A row of tblVirements with the addresses that a decision or a change of state is written to. */
export interface VirementRecord {
  readonly virement: Virement;
  /** One for each approver that has columns. */
  readonly places: readonly AgreementPlace[];
  readonly amountAt: string;
  readonly approvalsAt: string;
  readonly rankAt: string;
  /** Null in a table kept before virements had versions. */
  readonly versionAt: string | null;
  readonly reasonAt: string;
  readonly stateAt: string;
}

/** Rows that can't be understood (no whole amount, an unknown state) are told apart by their cell, never dropped silently. */
export function readVirements(grid: SheetGrid): { records: VirementRecord[]; unreadable: { address: string; why: string }[] } {
  const records: VirementRecord[] = [];
  const unreadable: { address: string; why: string }[] = [];
  for (const record of readTable(grid, COLUMNS.map((column) => column.heading)) ?? []) {
    const virement = parseVirement(record);
    if (typeof virement === "string") unreadable.push({ address: record.address("Id"), why: virement });
    else records.push({
      virement, places: placesOf(record), amountAt: record.address("Amount £"), approvalsAt: record.address("Approvals needed"), rankAt: record.address("Rank"),
      versionAt: addressIn(record, "Version"), reasonAt: record.address("Reason"), stateAt: record.address("State"),
    });
  }
  return { records, unreadable };
}

function placesOf(record: TableRecord): AgreementPlace[] {
  const places: AgreementPlace[] = [];
  for (let place = 0; ; place += 1) {
    const names = furtherHeadings(place);
    if (!record.has(names.decision)) return places;
    places.push({ approverAt: addressIn(record, names.approver), decisionAt: record.address(names.decision), byAt: record.address(names.by), onAt: addressIn(record, names.on) });
  }
}

function addressIn(record: TableRecord, heading: string): string | null {
  return record.has(heading) ? record.address(heading) : null;
}

function parseVirement(record: TableRecord): Virement | string {
  const amountPence = penceOfCell(record.value("Amount £"));
  const state = VIREMENT_STATES.find((s): s is VirementState => s === record.text("State"));
  const rank = record.value("Rank");
  const suggestedPence = penceOfCell(record.value("Suggested £"));
  const expiresOn = record.text("Expires on");
  if (record.text("Id") === "") return "it has no id";
  if (amountPence === null || amountPence <= 0) return "its amount is not a positive amount of pounds and pence";
  if (suggestedPence !== null && amountPence > suggestedPence) return `its amount is more than the ${formatPounds(suggestedPence)} that was suggested`;
  if (state === undefined) return `its state "${record.text("State")}" is not one of ${VIREMENT_STATES.join(", ")}`;
  if (expiresOn !== "" && !isIsoDate(expiresOn)) return `its last day "${expiresOn}" is not a date as YYYY-MM-DD`;
  const agreements = parseAgreements(record);
  if (typeof agreements === "string") return agreements;
  return withAgreements({
    id: record.text("Id"), from: record.text("From line"), to: record.text("To line"), amountPence,
    recurrence: record.text("One-off or recurrent") === "recurrent" ? "recurrent" : "one-off", instrument: record.text("Instrument"),
    ruleIds: record.text("Rules").split(",").map((id) => id.trim()).filter((id) => id !== ""), approvals: record.text("Approvals needed"),
    rank: typeof rank === "number" ? rank : 0, why: record.text("Why"), suggestedOn: record.text("Suggested on"), reason: record.text("Reason"), state,
    version: versionOf(record.value("Version"), amountPence, suggestedPence), suggestedPence: suggestedPence ?? amountPence,
    expiresOn: expiresOn === "" ? null : expiresOn, agreements: [], decision: "waiting", decidedBy: "",
  }, agreements);
}

/** An amount that somebody lowered in the sheet itself is the next version. */
function versionOf(value: CellValue, amountPence: Pence, suggestedPence: Pence | null): number {
  const version = typeof value === "number" && value >= 1 ? value : 1;
  return version === 1 && suggestedPence !== null && amountPence < suggestedPence ? 2 : version;
}

/** Everyone named in the path, each with what their own columns say: an approver without a column has decided nothing. */
function parseAgreements(record: TableRecord): Agreement[] | string {
  const path = record.text("Approvals needed").split(", then ").map((text) => text.trim());
  const agreements: Agreement[] = [];
  for (let place = 0; place < path.length || record.text(furtherHeadings(place).approver) !== ""; place += 1) {
    const names = furtherHeadings(place);
    const chosen = record.text(names.decision);
    const decision = chosen === "" ? "waiting" : DECISIONS.find((d): d is Decision => d === chosen.toLowerCase());
    if (decision === undefined) return `its decision "${chosen}" is not one of ${DECISIONS.join(", ")}`;
    agreements.push({ approver: path[place] ?? record.text(names.approver), decision, by: record.text(names.by), on: record.text(names.on) });
  }
  return agreements;
}
