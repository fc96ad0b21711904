// Pressures: what each line is forecast to overspend once its own service's extra income is set against it.
import type { Agency } from "../budget/agency";
import { variancePence, type BudgetLine } from "../budget/line";
import { isOverSplit, SPLIT_RULE } from "../checks/fundingSplits";
import { formatPounds } from "../money/format";
import type { Pence } from "../money/pence";
import { closedAccount, gatewayWords } from "../rules/gateways";
import type { RuleContext } from "../rules/ruleContext";
import { compareText } from "../text";
import type { Pressure } from "./types";

const SPENDING: ReadonlySet<string> = new Set(["GROSS_EXP", "IA_PAYMENT"]);

/**
 * Lines with an adverse variance, in the order of the lines. Income from outside that is forecast above its budget is set against the
 * pressures of the same service (same agency, pool, outcome and client group), the largest first; what is left over of it is no
 * source for others, since a forecast of income is not money in hand.
 */
export function findPressures(lines: readonly BudgetLine[], context: RuleContext): Pressure[] {
  const credits = incomeCredits(lines);
  return lines.flatMap((line): Pressure[] => {
    const cost = variancePence(line);
    const pence = cost - (credits.get(line.id) ?? 0);
    if (pence <= 0) return [];
    const barrier = whyNotAddressable(line, context.agencies.get(line.agency), context);
    return [{
      lineId: line.id, agency: line.agency, outcome: line.outcome, pence, weight: line.priority,
      addressable: barrier === null, reason: barrier ?? `${pressureWords(cost, pence)}${agreedWords(line)}`,
    }];
  });
}

/** How much of each line's adverse variance is met by its own service's extra income. */
function incomeCredits(lines: readonly BudgetLine[]): ReadonlyMap<string, Pence> {
  const credits = new Map<string, Pence>();
  for (const service of byService(lines).values()) {
    let left = service.reduce((sum, line) => (line.nature === "EXT_INCOME" ? sum + Math.max(0, -variancePence(line)) : sum), 0);
    const pressed = service.filter((line) => SPENDING.has(line.nature) && variancePence(line) > 0);
    pressed.sort((a, b) => variancePence(b) - variancePence(a) || compareText(a.id, b.id));
    for (const line of pressed) {
      const met = Math.min(left, variancePence(line));
      credits.set(line.id, met);
      left -= met;
    }
  }
  return credits;
}

function byService(lines: readonly BudgetLine[]): ReadonlyMap<string, BudgetLine[]> {
  const services = new Map<string, BudgetLine[]>();
  for (const line of lines) {
    const key = JSON.stringify([line.agency, line.pool, line.outcome, line.clientGroup]);
    const service = services.get(key);
    if (service === undefined) services.set(key, [line]);
    else service.push(line);
  }
  return services;
}

function whyNotAddressable(line: BudgetLine, agency: Agency | undefined, context: RuleContext): string | null {
  if (agency === undefined) return "Its agency is not in the partnership.";
  if (isOverSplit(line)) return `The coding places more on its funds than its budget holds (${SPLIT_RULE}): agree the split first.`;
  if (line.nature === "IA_INCOME") return "A partner pays less than budgeted: settle the difference with that partner first.";
  if (!SPENDING.has(line.nature) && line.nature !== "EXT_INCOME") return "Recharges, capital charges, reserves and funding lines are not met by virement.";
  const funds = line.funding.map((split) => split.fund);
  const closed = closedAccount(agency.bodyType, agency.jurisdiction, funds, context.books);
  return closed === undefined ? null : `A ring-fenced account that other money may not meet (${closed.id}, ${gatewayWords(closed)}).`;
}

function pressureWords(cost: Pence, net: Pence): string {
  if (net === cost) return `Forecast ${formatPounds(cost)} over its budget.`;
  return `Forecast ${formatPounds(cost)} over its budget, less ${formatPounds(cost - net)} more income of the same service.`;
}

/** What is agreed and stands in no budget of the sheet yet is said, or the figure would not be found there. */
export function agreedWords({ agreedPence = 0 }: Pick<BudgetLine, "agreedPence">): string {
  if (agreedPence === 0) return "";
  return ` Its budget is taken with ${formatPounds(Math.abs(agreedPence))} ${agreedPence > 0 ? "more" : "less"}, for virements agreed and not in the sheet yet.`;
}
