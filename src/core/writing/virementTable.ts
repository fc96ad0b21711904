// Virements sheet (tblVirements): one row a move with its decision drop-down; written once, read back with what people chose.
import type { BudgetLine } from "../budget/line";
import type { SheetGrid } from "../reading/grid";
import { readTable, tableSheet, type TableDef, type TableRecord } from "../tables/table";
import { DECISIONS, VIREMENT_STATES, type Decision, type Virement, type VirementState } from "../virement/life";
import type { Move } from "../virement/types";
import { numberCell, penceOfCell, poundsCell, textCell } from "./cellText";
import { OWN_TITLES, PURSE_SHEETS } from "./sheetNames";
import type { SheetSpec } from "./types";

interface VirementRow {
  readonly virement: Virement;
  readonly from: string;
  readonly to: string;
}

const TABLE: TableDef<VirementRow> = {
  sheet: PURSE_SHEETS.virements,
  table: "tblVirements",
  title: OWN_TITLES.virements,
  subtitle: "£. Each amount is taken from the first line's budget and added to the second's. Choose a decision; refusing needs a reason.",
  tabColour: "#107C10",
  conditionalFormats: (body) => [{
    area: { ...body, left: 15, right: 15 },
    formula: `AND($N${body.top + 1}="refused",$P${body.top + 1}="")`,
    style: "attention",
  }],
  columns: [
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
      heading: "Decision", width: 14, cell: ({ virement }) => textCell(virement.decision, "input"), choices: DECISIONS,
      prompt: "Choose accepted or refused. Refusing needs a reason.",
    },
    { heading: "Decided by", width: 22, cell: ({ virement }) => textCell(virement.decidedBy, "input") },
    { heading: "Reason", width: 40, cell: ({ virement }) => textCell(virement.reason, "input") },
    { heading: "State", width: 12, cell: ({ virement }) => textCell(virement.state) },
  ],
};

/** The sheet for these virements; descriptions come from the lines, or the bare id where a line is no longer there. */
export function virementsSheet(virements: readonly Virement[], lines: readonly BudgetLine[]): SheetSpec {
  const names = new Map(lines.map((line) => [line.id, line.description]));
  return tableSheet(TABLE, virements.map((virement) => ({
    virement, from: names.get(virement.from) ?? virement.from, to: names.get(virement.to) ?? virement.to,
  })));
}

/** A suggested move as a new row waiting for a decision, under an id that stays with it. */
export function virementOfMove(move: Move, id: string, suggestedOn: string): Virement {
  return {
    id, from: move.from, to: move.to, amountPence: move.amountPence, recurrence: move.recurrence, instrument: move.instrument,
    ruleIds: move.ruleIds, approvals: move.approvals.map((a) => `${a.approver} (${a.agency})`).join(", then "), rank: move.rank,
    why: move.explanation, suggestedOn, decision: "waiting", decidedBy: "", reason: "", state: "suggested",
  };
}

/** A row of tblVirements with the addresses that a decision or a change of state is written to. */
export interface VirementRecord {
  readonly virement: Virement;
  readonly decisionAt: string;
  readonly decidedByAt: string;
  readonly reasonAt: string;
  readonly stateAt: string;
}

/** Rows that can't be understood (no id, no whole amount, an unknown state) are told apart by their cell, never dropped silently. */
export function readVirements(grid: SheetGrid): { records: VirementRecord[]; unreadable: { address: string; why: string }[] } {
  const records: VirementRecord[] = [];
  const unreadable: { address: string; why: string }[] = [];
  for (const record of readTable(grid, TABLE.columns.map((column) => column.heading)) ?? []) {
    const virement = parseVirement(record);
    if (typeof virement === "string") unreadable.push({ address: record.address("Id"), why: virement });
    else records.push({
      virement, decisionAt: record.address("Decision"), decidedByAt: record.address("Decided by"), reasonAt: record.address("Reason"),
      stateAt: record.address("State"),
    });
  }
  return { records, unreadable };
}

function parseVirement(record: TableRecord): Virement | string {
  const amountPence = penceOfCell(record.value("Amount £"));
  const decisionText = record.text("Decision").toLowerCase();
  const decision = decisionText === "" ? "waiting" : DECISIONS.find((d): d is Decision => d === decisionText);
  const state = VIREMENT_STATES.find((s): s is VirementState => s === record.text("State"));
  const recurrence = record.text("One-off or recurrent");
  const rank = record.value("Rank");
  if (record.text("Id") === "") return "it has no id";
  if (amountPence === null || amountPence <= 0) return "its amount is not a positive amount of pounds and pence";
  if (decision === undefined) return `its decision "${record.text("Decision")}" is not one of ${DECISIONS.join(", ")}`;
  if (state === undefined) return `its state "${record.text("State")}" is not one of ${VIREMENT_STATES.join(", ")}`;
  return {
    id: record.text("Id"), from: record.text("From line"), to: record.text("To line"), amountPence,
    recurrence: recurrence === "recurrent" ? "recurrent" : "one-off", instrument: record.text("Instrument"),
    ruleIds: record.text("Rules").split(",").map((id) => id.trim()).filter((id) => id !== ""), approvals: record.text("Approvals needed"),
    rank: typeof rank === "number" ? rank : 0, why: record.text("Why"), suggestedOn: record.text("Suggested on"), decision,
    decidedBy: record.text("Decided by"), reason: record.text("Reason"), state,
  };
}
