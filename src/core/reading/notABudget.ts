// Sheets whose own words say that they list something else than a budget: savings and growth to be agreed, or prices.
import { cellAddress } from "../budget/cells";
import type { Issue } from "../issues/issue";
import { fold } from "./cellText";
import type { TableFacts } from "./tableFacts";

const CHANGES = /\b(savings?|efficiency|efficiencies|cost improvements?|growth|pressures?)( (and|or) \w+)?( \w+)? (proposals?|options?|schedules?|plans?|programmes?|trackers?|lists?|bids|targets?|register)\b|^(proposed |agreed |list of |schedule of )*(savings|budget reductions)\b/;
const PRICES = /\b(price list|tariffs?|scales? of (fees|charges|prices)|charging (schedule|policy)|(schedule of )?fees and charges)\b/;
const OF_MONEY = /\b(budget|income|outturn|monitor(ing)?|forecast|revenue|estimates?)\b/;
const LINES_ABOVE = 4;

/** Asked once, by the words nearest above the table: such figures are no spending of the year, and nothing else on the sheet would show it. */
export function notABudget(facts: TableFacts): Issue[] {
  for (const text of [...facts.above].reverse().slice(0, LINES_ABOVE)) {
    const words = fold(text);
    const changes = CHANGES.test(words) && !OF_MONEY.test(words.replace(/\bbudget (savings?|growth|pressures?|reductions?)\b/g, ""));
    const prices = PRICES.test(words) && !OF_MONEY.test(words) && facts.classes.totals.length === 0;
    if (!changes && !prices) continue;
    return [{
      code: "nature-unsure", severity: "question", pence: null,
      where: { file: facts.grid.file, sheet: facts.grid.sheet, address: cellAddress(facts.table.headerRows[0] ?? facts.table.area.top, facts.table.area.left) },
      facts: { line: text, why: changes ? "these words speak of changes to a budget, not of the budget" : "these words speak of prices, not of a budget", done: "its lines were read as amounts of the year" },
    }];
  }
  return [];
}
