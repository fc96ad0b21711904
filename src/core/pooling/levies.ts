// Levies and precepts that public bodies raise on one another: each as its payer records it, matched with the body that raises it, or listed.
import { budgetPence, type BudgetLine } from "../budget/line";
import type { Issue } from "../issues/issue";
import { formatPounds } from "../money/format";
import { sumPenceBy } from "../money/pence";
import { compareText, count } from "../text";
import { isOneSided } from "./eliminations";
import type { Elimination, Levy } from "./types";

const LEVY = /\b(levy|levies|precept|precepts)\b/i;
/** Council tax itself is raised by a precept on the collection fund, not paid by one body to another; the infrastructure levy is paid by developers. */
const NOT_BETWEEN_BODIES = /\b(council tax|collection fund|infrastructure levy|apprenticeship levy)\b/i;

/** By description, then agency. An agency's own precept income below the line is its funding and stands apart. */
export function leviesOf(lines: readonly BudgetLine[], eliminations: readonly Elimination[]): Levy[] {
  const matched = new Set(eliminations.filter((entry) => !isOneSided(entry)).flatMap((entry) => [...entry.payerLineIds, ...entry.payeeLineIds]));
  return lines
    .filter((line) => line.nature !== "FUNDING_BELOW_LINE" && budgetPence(line) !== 0 && LEVY.test(line.description) && !NOT_BETWEEN_BODIES.test(line.description))
    .map((line): Levy => ({
      lineId: line.id, agency: line.agency, description: line.description, pence: budgetPence(line), counterparty: line.counterparty,
      matched: matched.has(line.id), cell: { file: line.source.file, sheet: line.source.sheet, address: line.source.address },
    }))
    .sort((a, b) => compareText(a.description, b.description) || compareText(a.agency, b.agency) || compareText(a.lineId, b.lineId));
}

/** One remark a kind of levy that no partner's record meets. */
export function levyIssues(levies: readonly Levy[]): Issue[] {
  const open = levies.filter((levy) => !levy.matched);
  return [...new Set(open.map((levy) => levy.description))].map((description): Issue => {
    const own = open.filter((levy) => levy.description === description);
    const total = sumPenceBy(own, (levy) => levy.pence);
    return {
      code: "levy-listed", severity: "info", where: own[0]?.cell ?? null, pence: Math.abs(total),
      facts: { levy: description, total: formatPounds(total), agencies: count(new Set(own.map((levy) => levy.agency)).size, "agency", "agencies") },
    };
  });
}
