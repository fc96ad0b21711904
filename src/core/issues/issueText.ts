// The English of each issue: what, why and what to do. Every code has its words; a new code does not compile without them.
import type { Issue, IssueCode } from "./issue";

type Sentence = (fact: (name: string) => string) => string;

/**
 * What an issue says to people: plain sentences that name the sheet, line or rule, the reason and the next step. The cell stands in
 * `issue.where`; whoever shows the issue puts it in front, as a link or by describeCell.
 */
export function issueText(issue: Issue): string {
  const text = SENTENCES[issue.code]((name) => issue.facts[name] ?? "").replace(/\s+/g, " ").trim();
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${others(issue.alike ?? [])}`;
}

const LISTED = 6;

function others(alike: NonNullable<Issue["alike"]>): string {
  if (alike.length === 0) return "";
  const cells = alike.slice(0, LISTED).map((cell) => cell.address).join(", ");
  return ` The same goes for ${alike.length} more on this sheet: ${cells}${alike.length > LISTED ? ` and ${alike.length - LISTED} others` : ""}.`;
}

const SENTENCES: Readonly<Record<IssueCode, Sentence>> = {
  "no-table": (f) => `No budget table was found on sheet "${f("sheet")}"${f("rows") === "0" ? "" : `, though ${rows(f("rows"))} words and amounts`}. Give its amounts a heading such as "Budget" or "Forecast", or leave the sheet out.`,
  "several-tables": (f) => `Sheet "${f("sheet")}" holds ${f("count")} tables; ${f("done")}. Check that each belongs to the budget, or move the one that does not to another file.`,
  "no-amount-column": (f) => `Sheet "${f("sheet")}" has ${f("count")} columns of amounts with headings that name no budget, beside ${f("used")}; services, agencies or stages may stand the other way round, which is not read yet. Turn the table so that each line has its own row, or leave the sheet out.`,
  "unit-unknown": (f) => `Nothing on sheet "${f("sheet")}"${f("others") === "" || f("others") === "0" ? "" : `, nor on ${f("others")} more of the same form,`} says in which unit its amounts are; they were read as ${f("unit")}. Write the unit above the amounts, such as £ or £000.`,
  "unit-contradicted": (f) => `"${f("words")}" on sheet "${f("sheet")}" says ${f("other")}, but its amounts were read in ${f("unit")} (${f("reason")}). Keep the words that are true, or put figures in another unit on a sheet of their own.`,
  "unit-scale": (f) => f("line") !== "" ? `"${f("line")}" on sheet "${f("sheet")}" comes to ${f("amount")} as it was read, in ${f("unit")} (${f("reason")}): ${f("why")}. Check the unit, and name the true one above the amounts; nothing to do if it is true.` : `Amounts under "${f("heading")}" on sheet "${f("sheet")}" are about a ${f("factor")} times ${f("way")} than those under "${f("base")}" on nearly every line; one of the two seems to be in another unit than it was read in. Name the unit of each column in its heading, or confirm the table as it is read.`,
  "unit-mixed": (f) => `Amounts on sheet "${f("sheet")}" are in ${f("units")}; cells that name their own unit were read in it, the others in ${f("unit")}. Check the cells, or state the unit above the table.`,
  "text-in-amount": (f) => `"${f("text")}" stands where an amount of "${f("line")}" belongs, so that the figure is missing. Put a number there, or nil if there is none.`,
  "amount-missing": (f) => `The ${f("stage")} figure of "${f("line")}" is missing${f("text") === "" ? "" : ` ("${f("text")}")`}; nothing was assumed in its place. Put the figure there, or nil if there is none.`,
  "amount-error": (f) => `The ${f("stage")} figure of "${f("line")}" is the error ${f("text")}. Repair the formula in the agency's sheet.`,
  "amount-not-whole-pence": (f) => `${f("count")} ${f("count") === "1" ? "row" : "rows"} of sheet "${f("sheet")}" held fractions of a penny, as calculated figures do; each amount was rounded to the penny. Nothing to do unless exact figures exist.`,
  "duplicate-code": (f) => `Code ${f("code")} stands on ${f("count")} lines of ${f("agency")}, first at ${f("first")}; one may be there twice${f("others") === "" || f("others") === "0" ? "" : ` (${f("others")} more codes repeat)`}. Give each line its own code, or remove the one that is repeated.`,
  "agency-unknown": (f) => `Nothing tells whose budget sheet "${f("sheet")}" is; it was taken as an agency called "${f("name")}". Name the agency in the sheet's title, or add it to the partners' table.`,
  "agency-ambiguous": (f) => `Sheet "${f("sheet")}" names both ${f("first")} and ${f("second")}; it was taken as ${f("first")}'s. Name one agency in the sheet's title.`,
  "hidden-sheet": (f) => `Sheet "${f("sheet")}" is hidden and was read like the others. Unhide it to check it, or take it out of the workbook.`,
  "hidden-rows": (f) => `${hidden(f("rows"), f("columns"))} of the table on sheet "${f("sheet")}" are hidden and were read like the others. Unhide them to check what they hold.`,
  "sheet-empty": (f) => `Sheet "${f("sheet")}" is empty, so that nothing was read from it. Nothing to do if that is meant.`,
  "sheet-ignored": (f) => `Sheet "${f("sheet")}" holds no budget table and was left out. Nothing to do unless it should hold figures.`,
  "nature-unsure": (f) => `"${f("line")}" is unsure: ${f("why")}; ${f("done")}. Check the sign, or say in the coding what the line is.`,
  "counterparty-unknown": (f) => `The words of "${f("line")}" (${f("agency")}) speak of a partner but name none; it was read as outside the partnership. Name the partner in the coding if it is one.`,
  "not-coded": (f) => `"${f("line")}" of ${f("agency")} is not in the partnership's coding; it counts, under unallocated. Add a row for it to the coding sheet.`,
  "coding-unmatched": (f) => `The coding names "${f("key")}" of ${f("agency")}, but no line that was read has that code or those words. Correct the coding, or bring in the sheet that holds the line.`,
  "coding-invalid": (f) => `"${f("value")}" can't be read as ${f("field")}; it should be ${f("allowed")}. Correct it in the coding sheet; until then it is left out.`,
  "row-not-understood": (f) => `The row "${f("text")}" ${f("why") === "" ? "could be a total or a line" : f("why")}; it was ${f("done")}. Check it against the sheet.`,
  "printed-total-differs": (f) => `"${f("label")}" is printed as ${f("printed")}, but the lines under it add to ${f("computed")}, a difference of ${f("difference")}. Both figures are kept and nothing was added to make them agree; ask the agency which is right.`,
  "layout-changed": (f) => `The layout of sheet "${f("sheet")}" is not the one that was confirmed: ${f("difference")}. Check the sheet, then take its new layout on the page Sources, or remove its rows from the mapping (${f("mapping")}) so that it is read afresh.`,
  "layout-followed": (f) => `The layout of sheet "${f("sheet")}" changed and was followed: ${f("difference")}. Its figures were read from the same columns as before; nothing to do unless that is not meant.`,
  "stage-missing": (f) => `Sheet "${f("sheet")}" prints no ${f("stage")} figures; ${f("done")}. Nothing to do unless they are needed.`,
  "several-years": (f) => `Sheet "${f("sheet")}" has amounts for the years beginning ${f("years")}, and nothing says which to read; ${f("year")} was read. Name the year in the sheet's title.`,
  "column-unsure": (f) => f("count") !== "" ? `${f("count")} columns of sheet "${f("sheet")}" are headed "${f("heading")}" and nothing else that was understood; only two of them could be taken, as ${f("first")} and ${f("second")}, and the others would be lost. Give each its own heading, name the services or agencies in one row above the amounts with a column "Total", or leave the sheet out.` : f("opposite") !== "" ? `Columns "${f("heading")}" and "${f("other")}" of sheet "${f("sheet")}" hold the same figures, one with a minus, and were taken as ${f("first")} and ${f("second")} budget. They are one budget written two ways: leave one of the columns out on the page Sources, or give it a heading such as "Notes".` : f("whole") !== "" ? `On sheet "${f("sheet")}" the heading of the column under "${f("heading")}" may be "${f("whole")}", with the words beside it, or "${f("heading")}" alone; it was read as "${f("taken")}". Write the whole heading over that column.` : `${f("other") === "" ? `Two columns of sheet "${f("sheet")}" are headed "${f("heading")}"` : `Columns "${f("heading")}" and "${f("other")}" of sheet "${f("sheet")}" both name ${f("second") === "" ? `the ${f("first")} figure` : "a budget and not which"}`}; the first was read as ${f("first")}, the other ${f("second") === "" ? "was left out" : `as ${f("second")}`}. Give each its own heading, such as "Original budget" and "Revised budget".`,
  "figures-unread": (f) => f("column") !== "" ? `On sheet "${f("sheet")}" the ${f("count") === "1" ? "figure" : `${f("count")} figures`} under "${f("column")}" are of the size of those that were read, but the heading says nothing known; none of them counts. Call it "Budget", "Forecast" or "Actual" if it is one, or point it to its field on the page Sources; nothing to do if it is not.` : `On sheet "${f("sheet")}" ${rows(f("count"))} words and figures outside every table that was read, the first at "${f("first")}"; none of them counts. Give the amounts a heading such as "Budget" if they belong to it; nothing to do if they do not.`,
  "decimals-unsure": (f) => `Amounts on sheet "${f("sheet")}" are written as text like ${f("style") === "continental" ? "3.593; the point was read as parting thousands, though it may be a decimal point" : "3.593 or 3,593; the point was read as a decimal point and the comma as parting thousands, though it may be the other way round"}. Write them as numbers.`,
  "years-differ": (f) => `Sheet "${f("sheet")}" is for the year beginning ${f("year")}, while ${f("count")} others are for ${f("most")}; its figures were read as they stand. Bring in the agency's budget for the same year.`,
  "sheet-stale": (f) => `Sheet "${f("sheet")}" has changed since it was read. Read the sheets again before relying on the figures.`,
  "services-set-aside": (f) => `${f("count") === "1" ? "1 service" : `${f("count")} services`} of sheet "${f("sheet")}" stand in no total of the budget or are balances at a date, the first "${f("first")}"; they were set aside and do not count. Nothing to do unless one of them is spending or income of the year.`,
  "line-adds-sheet": (f) => `On sheet "${f("sheet")}" ${f("lines")}: ${f("done")}.`,
  "stages-joined": (f) => `Sheet "${f("sheet")}" holds ${f("count")} lines of ${f("other")} at other stages: each was read as one line, by its code and name, with its figures from both sheets; ${f("alone")}.`,
  "stages-apart": (f) => `Sheet "${f("sheet")}" holds ${f("count")} lines of ${f("other")} once more, at other stages: read apart, their forecasts would count beside their budgets. Put the columns of both on one sheet, or leave one of the sheets out.`,
  "virements-unsure": (f) => `Sheet "${f("sheet")}" has "${f("other")}" beside "${f("heading")}", and nothing tells whether that budget holds them already; it was taken to. On the page Sources, say of "${f("heading")}" that it is the original budget where they come on top of it, or the revised one where it holds them.`,
  "sheet-repeats": (f) => `Sheet "${f("sheet")}" shows again what stands on ${f("other")} (${f("why")}); nothing of it was read, so that no figure counts twice. Nothing to do unless it should be read instead.`,
  "years-as-changes": (f) => `Sheet "${f("sheet")}" prints ${f("first")} as it is and the ${f("count") === "1" ? "year" : `${f("count")} years`} after it as changes on the year before, as its printed totals bear out; ${f("first")} was read, and the changes were added up to later years' figures. Nothing to do if that is meant.`,
  "funding-split": (f) => `The coding places ${f("coded")} of "${f("description")}" (${f("line")}) on ${f("fund")}, against ${f("expected")}: a difference of ${f("difference")}. Agree whose money the difference is and correct the split in the coding${f("until") === "" ? "" : `; until then ${f("until")}`}.`,
  "unmatched-flow": (f) => `${f("payer")} and ${f("payee")} record the same payment differently: ${f("payment")} paid, ${f("income")} received, a difference of ${f("difference")}. Ask both to agree the figure; until then the difference stays in the pool and is shown.`,
  "one-sided-flow": (f) => `Only ${f("recordedBy")} records the payment from ${f("payer")} to ${f("payee")}${f("otherYear") === "" ? "" : ` for ${f("year")}`}: ${f("payment")} paid, ${f("income")} received. ${f("otherYear") === "" ? `Ask ${f("missingFrom")} for its line;` : `${f("missingFrom")} holds one of the same amount for ${f("otherYear")}. Ask both which year it is of;`} until then nothing is taken out of the pool for it.`,
  unallocated: (f) => `${f("count")} ${f("count") === "1" ? "line" : "lines"} of ${f("agency")} (${f("net")} net) are under no agreed outcome: ${f("lines")}. They count in the pool; give them an outcome in the coding if they have one.`,
  "flow-matched": (f) => `${f("lines")} of ${f("agency")}, ${f("found")}, names no partner, but was taken as the other side of "${f("named")}" of ${f("partner")}: the amount is the same and both speak of "${f("words")}". Name the partner in the coding to settle it, or give the line a coding row without one.`,
  "flow-may-match": (f) => `${f("lines")} of ${f("agency")}, ${f("found")}, may be the other side of "${f("named")}" of ${f("partner")}, ${f("recorded")}: both speak of "${f("words")}", but ${f("why")}. Name the partner in the coding if it is; until then nothing is taken out of the pool for it.`,
  "pass-through-pool": (f) => `The pool "${f("pool")}" passes its money through: ${f("partners")}. Auditors have found that such a fund pools nothing; ask the partners what it is for.`,
  "levy-listed": (f) => `${f("levy")}: ${f("total")} in the sheets of ${f("agencies")}, and no partner's record of the other side; it counts as paid to a body outside. Name the partner in the coding if one raises it.`,
  "recharge-uneven": (f) => `Internal recharges of ${f("payer")} do not net to nil: ${f("payment")} charged, ${f("income")} received, a difference of ${f("difference")}. Ask it which side is missing; until then the difference stays in the pool and is shown.`,
  "arrangement-broken": (f) => `"${f("pool")}" is governed as ${f("arrangement")}, but ${f("why")}. Correct the coding or the agreement, or name another arrangement on Purse Arrangements${f("source") === "" ? "" : ` (${f("source")})`}.`,
  "agent-flow-open": (f) => `"${f("name")}" is said to be held as agent by ${f("agent")}, but ${f("why")}: ${f("received")} received, ${f("passedOn")} passed on. It counts as the agent's own income and payment until the partners agree the figures.`,
  "spelt-otherwise": (f) => `The ${f("kind")} "${f("other")}" is written "${f("kept")}" elsewhere; the two differ in capital letters alone and are taken as one. Write it one way in the coding.`,
  "terms-in-year": (f) => (f("used") === ""
    ? `What was agreed for "${f("pool")}" (${f("rows")}) does not hold in ${f("year")}, the year of its lines, so it was not used and contributions share instead. Enter on Purse Pools what holds in that year.`
    : `What was agreed for "${f("pool")}" changes within ${f("year")} (${f("rows")}). The year as a whole is shared by the row ${f("used")}; if each part of the year has its own sharing, agree the parts with the partners and enter the outcome on Purse Pools.`),
  "rule-invalid": (f) => `Rule ${f("rule")} on ${f("table")} can't be used: ${f("column")} holds "${f("found")}", but ${f("why")}. Correct the cell.`,
  "rule-overlap": (f) => `Rule ${f("rule")} on ${f("table")} overlaps rule ${f("other")}: ${f("why")}. Keep one of them for each case and date.`,
  "rule-missing": (f) => `${f("table")}: ${f("why")}. Add the partners' own rules there to change what is allowed.`,
  "not-proven": (f) => `The suggestions are good but not proven the best: ${f("why")}. Allow more time, or take them as they are.`,
  "shunt-not-quantified": (f) => `${f("move") === "" ? "A move" : `Move ${f("move")}`} may raise a partner's costs, but the sheets do not tell by how much${f("why") === "" ? "" : `: ${f("why")}`}. Ask the partner before agreeing it.`,
  "budget-not-followed": (f) => `${f("virements")} changed "${f("description")}" (${f("line")}) by ${f("amount")}, and its budget does not show it yet. Suggestions count it as agreed. Nothing to do until the body posts it, or Excel has calculated the workbook where a formula adds it.`,
  "budget-followed": (f) => `The budget of "${f("description")}" (${f("line")}) ${f("why") === "" ? `moved by ${f("amount")} since ${f("virements")} was applied beside it: by just that amount, so it was taken as posted` : `is said to show ${f("virements")} (${f("amount")})`}, and is not counted once more. Choose "no" under Posted on the sheet Virements if it is not.`,
  "budget-unclear": (f) => `${f("virements")} changed "${f("description")}" (${f("line")}) by ${f("amount")} beside its budget, ${f("moved") === "" ? "and the register does not hold what the budget was then" : `and the budget has moved by ${f("moved")} since, which does not tell`} whether it is in by now. Until somebody says so it counts as agreed and not posted. Choose yes or no under Posted on the sheet Virements.`,
};

function rows(count: string): string {
  return count === "1" ? "1 row holds" : `${count} rows hold`;
}

function hidden(rowCount: string, columnCount: string): string {
  const parts = [rowCount === "0" ? "" : `${rowCount} ${rowCount === "1" ? "row" : "rows"}`, columnCount === "0" ? "" : `${columnCount} ${columnCount === "1" ? "column" : "columns"}`];
  return parts.filter((part) => part !== "").join(" and ");
}
