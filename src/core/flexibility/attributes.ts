// The five attributes of a line on which its flexibility rests, each on its own: legal, commitment, control, recurrence, volatility.
import type { BudgetLine, Control, Recurrence } from "../budget/line";
import { closedAccount } from "../rules/gateways";
import { fundRow } from "../rules/purposes";
import type { RuleBooks } from "../rules/types";
import type { Agency } from "../budget/agency";

export interface Attributes {
  readonly legal: "none" | "soft ring-fence" | "hard ring-fence" | "separate account";
  /** "not told" where the sheets say nothing of it. */
  readonly commitment: "contract" | "establishment" | "statutory floor" | "none" | "not told";
  readonly control: Control;
  readonly recurrence: Recurrence;
  /** Demand-led only where the line's own words say so; no sheet has a column for it. */
  readonly volatility: "demand-led" | "not told";
}

export function attributesOf(line: BudgetLine, agency: Agency | undefined, books: RuleBooks): Attributes {
  return {
    legal: legalOf(line, agency, books), commitment: commitmentOf(line), control: line.control, recurrence: line.recurrence,
    volatility: /\bdemand[- ]led\b/i.test(`${line.description} ${line.note ?? ""}`) ? "demand-led" : "not told",
  };
}

/** The strictest of its funds. A separate account neither meets nor is met from other money. */
function legalOf(line: BudgetLine, agency: Agency | undefined, books: RuleBooks): Attributes["legal"] {
  const funds = line.funding.map((split) => split.fund);
  if (agency !== undefined && closedAccount(agency.bodyType, agency.jurisdiction, funds, books) !== undefined) return "separate account";
  const hardness = line.funding.map((split) => fundRow(split.fund, books, agency?.jurisdiction ?? "")?.hardness ?? (split.ringFence === null ? "none" : "hard"));
  if (hardness.includes("hard")) return "hard ring-fence";
  return hardness.includes("soft") ? "soft ring-fence" : "none";
}

function commitmentOf(line: BudgetLine): Attributes["commitment"] {
  if ((line.floorPence ?? 0) > 0) return "statutory floor";
  if ((line.committedPence ?? 0) > 0) return line.staffing ? "establishment" : "contract";
  if (line.staffing) return "establishment";
  return line.committedPence === 0 ? "none" : "not told";
}
