// Control R6: a line's funds add to the line, and no more is coded to a restricted grant than the agency receives of it. What is over is not moved.
import type { AgencyId } from "../budget/agency";
import type { CellRef } from "../budget/cells";
import { budgetPence, type BudgetLine } from "../budget/line";
import type { Issue } from "../issues/issue";
import { formatPounds } from "../money/format";
import { asPence, sumPence, type Pence } from "../money/pence";
import { listSome } from "../text";
import type { Control } from "./control";
import { makeControl } from "./makeControl";

/** One restricted fund of one agency: its grant income, and the spending coded to it. */
interface RestrictedFund {
  readonly agency: AgencyId;
  readonly fund: string;
  received: Pence;
  coded: Pence;
  readonly spending: BudgetLine[];
}

export interface FundingCheck {
  readonly controls: readonly Control[];
  readonly issues: readonly Issue[];
}

/** The control's id stands for the rule that money whose split is not agreed stays where it is. */
export const SPLIT_RULE = "R6";

/** What of a line's money nobody can tell the fund of. */
export interface FundingDispute {
  /** More of the line is placed on funds than its budget, revised or original. */
  readonly wholeLine: boolean;
  /** Funds of its agency of which more is coded than it receives. */
  readonly funds: ReadonlySet<string>;
}

/** Asks of each line. A split agreed on the original budget still stands once a virement has taken from it. */
export function fundingDisputes(lines: readonly BudgetLine[]): (line: BudgetLine) => FundingDispute {
  const over = new Map<AgencyId, Set<string>>();
  for (const { agency, fund, coded, received } of restrictedFunds(lines)) {
    if (coded > received) over.set(agency, (over.get(agency) ?? new Set()).add(fund));
  }
  return (line) => ({ wholeLine: isOverSplit(line), funds: over.get(line.agency) ?? NONE });
}

const NONE: ReadonlySet<string> = new Set();

/** True where the coding places more of the line on its funds than it holds. */
export function isOverSplit(line: BudgetLine): boolean {
  if (line.funding.length === 0) return false;
  const sign = splitTotal(line) < 0 ? -1 : 1;
  return sign * splitTotal(line) > Math.max(sign * budgetPence(line), sign * (line.originalPence ?? 0), 0);
}

/** One control over all lines' splits, then one for each restricted fund whose grant the agency itself receives. */
export function checkFundingSplits(lines: readonly BudgetLine[]): FundingCheck {
  const wrong = lines.filter((line) => line.funding.length > 0 && splitTotal(line) !== budgetPence(line));
  const funded = lines.filter((line) => line.funding.length > 0);
  const splits = makeControl({
    id: "R6", title: "Funds of each line add to the line", subject: "All lines",
    expectedPence: sumPence(funded.map((line) => Math.abs(budgetPence(line)))),
    foundPence: sumPence(funded.map((line) => Math.abs(budgetPence(line)) + Math.abs(splitTotal(line) - budgetPence(line)))),
    cells: wrong.map(cellOf), note: wrong.length === 0 ? "" : `Not so for ${listSome(wrong.map((line) => line.id), ", ")}.`,
  });
  const funds = restrictedFunds(lines);
  return {
    controls: [splits, ...funds.map(fundControl)],
    issues: [...wrong.map(splitIssue), ...funds.filter((fund) => fund.coded > fund.received).map(overCodedIssue)],
  };
}

function restrictedFunds(lines: readonly BudgetLine[]): RestrictedFund[] {
  const funds = new Map<string, RestrictedFund>();
  for (const line of lines) {
    for (const split of line.funding) {
      if (split.ringFence === null) continue;
      const key = JSON.stringify([line.agency, split.fund]);
      const fund = funds.get(key) ?? { agency: line.agency, fund: split.fund, received: 0, coded: 0, spending: [] };
      if (line.nature === "EXT_INCOME") fund.received = asPence(fund.received - split.pence);
      else {
        fund.coded = asPence(fund.coded + split.pence);
        fund.spending.push(line);
      }
      funds.set(key, fund);
    }
  }
  return [...funds.values()].filter((fund) => fund.received > 0 && fund.spending.length > 0);
}

function fundControl(fund: RestrictedFund): Control {
  return makeControl({
    id: "R6", title: "Spending coded to a restricted grant is the grant", subject: `${fund.agency} ${fund.fund}`,
    expectedPence: fund.received, foundPence: fund.coded, whenDifferent: "amber", cells: fund.spending.map(cellOf),
    note: fund.coded > fund.received ? "Part of this spending must have another source: the split is asked for."
      : fund.coded < fund.received ? "Some of the grant has no spending coded to it." : "",
  });
}

function splitIssue(line: BudgetLine): Issue {
  const rest = budgetPence(line) - splitTotal(line);
  return {
    code: "funding-split", severity: isOverSplit(line) ? "question" : "warning", where: codedAt(line), pence: Math.abs(rest),
    facts: {
      ...(isOverSplit(line) ? { until: "nothing is moved from the line or to it" } : {}),
      line: line.id, description: line.description, agency: line.agency, fund: line.funding.map((split) => split.fund).join(", "),
      coded: formatPounds(splitTotal(line)), expected: formatPounds(budgetPence(line)), difference: formatPounds(Math.abs(rest)),
    },
  };
}

function overCodedIssue(fund: RestrictedFund): Issue {
  const largest = [...fund.spending].sort((a, b) => budgetPence(b) - budgetPence(a))[0];
  return {
    code: "funding-split", severity: "question", where: largest === undefined ? null : codedAt(largest), pence: fund.coded - fund.received,
    facts: {
      until: `none of ${fund.agency}'s money of this fund is moved`,
      line: fund.spending.map((line) => line.id).join(", "), description: largest?.description ?? "", agency: fund.agency, fund: fund.fund,
      coded: formatPounds(fund.coded), expected: formatPounds(fund.received), difference: formatPounds(fund.coded - fund.received),
    },
  };
}

function splitTotal(line: BudgetLine): Pence {
  return sumPence(line.funding.map((split) => split.pence));
}

/** Where the split was agreed, if the coding's cell is known. */
function codedAt(line: BudgetLine): CellRef {
  return line.evidence.funding?.cell ?? cellOf(line);
}

function cellOf(line: BudgetLine): CellRef {
  return { file: line.source.file, sheet: line.source.sheet, address: line.source.address };
}
