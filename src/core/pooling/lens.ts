// What a line counts as: in gross or income, for who funds it and for who spends it.
import type { AgencyId } from "../budget/agency";
import { budgetPence, forecastOrBudgetPence, type BudgetLine } from "../budget/line";
import type { Pence } from "../money/pence";
import { chargeBySign, type IsCharge } from "./rechargeSide";

/** A line's part in the pool. Below-the-line money (funding, reserve movements) is in no lens: it pays for the net, it is not spending. An agent's line is nothing of its own. */
export type LineRole = "external-spending" | "external-income" | "payment-to-partner" | "income-from-partner" | "recharge" | "agent" | "below-the-line";

/** `partners` holds the agencies of the partnership: a flow to or from anyone else is external. */
export function roleOf(line: BudgetLine, partners: ReadonlySet<AgencyId>): LineRole {
  const partner = line.counterparty !== null && line.counterparty !== line.agency && partners.has(line.counterparty);
  switch (line.nature) {
    case "GROSS_EXP": return "external-spending";
    case "EXT_INCOME": return "external-income";
    case "IA_PAYMENT": return partner ? "payment-to-partner" : "external-spending";
    case "IA_INCOME": return partner ? "income-from-partner" : "external-income";
    case "INTERNAL_RECHARGE": return "recharge";
    case "NON_CONTROLLABLE": return budgetPence(line) < 0 ? "external-income" : "external-spending";
    case "RESERVE_MOVE":
    case "FUNDING_BELOW_LINE": return "below-the-line";
  }
}

/** One line's figures in both lenses. gross + income = funds; spends is funds less flows between partners and recharges. */
export interface LineFigures {
  readonly role: LineRole;
  readonly grossPence: Pence;
  readonly incomePence: Pence;
  readonly fundsPence: Pence;
  readonly spendsPence: Pence;
  readonly forecastPence: Pence;
}

/** `isCharge` tells which side a recharge stands on; `asAgent` is the role of a line in money that an agency holds as agent. */
export function figuresOf(line: BudgetLine, partners: ReadonlySet<AgencyId>, isCharge: IsCharge = chargeBySign, asAgent?: "agent" | "external-income"): LineFigures {
  const role = asAgent ?? roleOf(line, partners);
  if (role === "below-the-line" || role === "agent") return { role, grossPence: 0, incomePence: 0, fundsPence: 0, spendsPence: 0, forecastPence: 0 };
  const budget = budgetPence(line);
  const isGross = role === "recharge" ? isCharge(line) : role === "external-spending" || role === "payment-to-partner";
  return {
    role,
    grossPence: isGross ? budget : 0,
    incomePence: isGross ? 0 : budget,
    fundsPence: budget,
    spendsPence: isExternal({ role }) ? budget : 0,
    forecastPence: forecastOrBudgetPence(line),
  };
}

/** True for money that leaves the partnership or comes from outside it: what counts for who spends. */
export function isExternal({ role }: Pick<LineFigures, "role">): boolean {
  return role === "external-spending" || role === "external-income";
}
