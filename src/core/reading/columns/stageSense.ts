// What the columns of a table say of one another's stages: an outturn to come, spending that is budgeted, postings of a ledger, and VAT.
import type { Candidate, MappedColumn } from "../tableSteps";

const OF_BUDGET = /\b(budget(s|ed)?|estimates?|plan(ned)?|allocations?|appropriations?)\b/i;

/** Every candidate with its stage in the light of the others; those that only repeat another with VAT are left out. */
export function inTheirSense(read: readonly Candidate[], mapped: readonly MappedColumn[], context: string): readonly Candidate[] {
  return withoutVat(read).map(spentBesideBudget).map((c, _at, all) => spentAsBudgeted(c, all, context)).map(outturnToCome).map((c) => posted(c, mapped, context));
}

/** "Total expenditures" beside "Total budget" is what was spent; alone, or beside income, it is whatever the sheet is about. */
function spentBesideBudget(candidate: Candidate, _at: number, all: readonly Candidate[]): Candidate {
  const { heading } = candidate.mapped.draft;
  const spent = candidate.plain && candidate.part === "whole" && /\b(expenditures?|spend|spending|spent)\b/i.test(heading) && !OF_BUDGET.test(heading);
  const besideBudget = all.some((c) => c !== candidate && c.part === "whole" && OF_BUDGET.test(c.mapped.draft.heading));
  return spent && besideBudget && all.every((c) => c.part === "whole" && c.stage !== "actual") ? { ...candidate, stage: "actual", plain: false } : candidate;
}

/** "Gross spend", "Net spend" under a title that speaks of a budget, with no other column that does: what is to be spent. */
function spentAsBudgeted(candidate: Candidate, all: readonly Candidate[], context: string): Candidate {
  const { heading } = candidate.mapped.draft;
  const toSpend = candidate.stage === "actual" && /\b(gross|net|total) spend(ing)?\b/i.test(heading) && !/\b(actuals?|ytd|to date|spent|paid|posted)\b/i.test(heading);
  const budgets = all.some((c) => OF_BUDGET.test(c.mapped.draft.heading) || (c.stage !== null && c.stage !== "actual"));
  return toSpend && !budgets && /\b(budget|estimates)\b/i.test(context) && !/\b(actual|outturn|monitor(ing)?)\b/i.test(context) ? { ...candidate, stage: null, plain: candidate.part === "whole" } : candidate;
}

/** "Full year outturn" beside what was spent to date, and no forecast: the year still runs, so that it is one. */
function outturnToCome(candidate: Candidate, _at: number, all: readonly Candidate[]): Candidate {
  if (candidate.stage !== "outturn" || all.some((c) => c.stage === "forecast")) return candidate;
  const running = all.some((c) => c.stage === "actual" && /\b(to date|ytd)\b/i.test(c.mapped.draft.heading) && (candidate.year === null || c.year === null || c.year === candidate.year));
  const budgets = all.filter((c) => c.year !== null && OF_BUDGET.test(c.mapped.draft.heading));
  const ofYear = candidate.year === null || budgets.length === 0 || budgets.some((c) => c.year === candidate.year);
  return running && ofYear && (candidate.year !== null || /\b(full year|year end|annual)\b/i.test(candidate.mapped.draft.heading)) ? { ...candidate, stage: "forecast" } : candidate;
}

const POSTING = /^((posting|trans(action)?|gl) date|journal( (no|number|id|ref|reference|name))?|jnl( no)?|voucher( no| number)?|(document|doc|invoice|transaction|trans)( (no|number|id|ref))?)$/i;

/** "Amount" beside the number of a journal and a date is what was posted, unless the sheet speaks of budgets. */
function posted(candidate: Candidate, mapped: readonly MappedColumn[], context: string): Candidate {
  const bare = candidate.plain && candidate.part === "whole" && /^(net |total )?(amount|value)s?\b/i.test(candidate.mapped.draft.heading);
  const headings = mapped.map((m) => m.draft.heading.replace(/\.$/, "").trim());
  const ledger = headings.some((heading) => POSTING.test(heading)) && headings.some((heading) => /\bdate\b/i.test(heading));
  return bare && ledger && !OF_BUDGET.test(context) && !headings.some((heading) => OF_BUDGET.test(heading)) ? { ...candidate, stage: "actual", plain: false } : candidate;
}

const WITH_VAT = /\b(incl?|including|inclusive of|with|gross of|plus)\.? vat\b/i;
const WITHOUT_VAT = /\b(excl?|exc|ex|excluding|exclusive of|without|net of|less)\.? vat\b/i;

/** A budget without VAT beside the same with it: local bodies are paid VAT back, so that budgets are without it. */
function withoutVat(read: readonly Candidate[]): readonly Candidate[] {
  const without = read.some((c) => WITHOUT_VAT.test(c.mapped.draft.heading));
  return without ? read.filter((c) => !WITH_VAT.test(c.mapped.draft.heading)) : read;
}
