// Sheets whose own words say that they list something else than a budget: savings and growth to be agreed, or prices.
import { cellAddress } from "../../budget/cells";
import type { Issue } from "../../issues/issue";
import { fold } from "../words/cellText";
import type { TableFacts } from "../tableFacts";

const CHANGES = /\b(savings?|efficiency|efficiencies|cost improvements?|growth|pressures?)( (and|or) \w+)?( \w+)? (proposals?|options?|schedules?|plans?|programmes?|trackers?|lists?|bids|targets?|register)\b|^(proposed |agreed |list of |schedule of )*(savings|budget reductions)\b|\bvirements? (schedules?|requests?|registers?|logs?|lists?|forms?)\b|\b(list|schedule|register|log) of virements\b/;
const PRICES = /\b(price list|tariffs?|scales? of (fees|charges|prices)|charging (schedule|policy)|(schedule of )?fees and charges)\b/;
const OF_MONEY = /\b(budget|income|outturn|monitor(ing)?|forecast|revenue|estimates?)\b/;
const LINES_ABOVE = 4;

/** Asked once, by the words nearest above the table: such figures are no spending of the year, and nothing else on the sheet would show it. */
export function notABudget(facts: TableFacts): Issue[] {
  const at = (row: number): string => cellAddress(row, facts.table.area.left);
  const top = facts.table.headerRows[0] ?? facts.table.area.top;
  const asked = (line: string, why: string): Issue[] => [{
    code: "nature-unsure", severity: "question", pence: null, where: { file: facts.grid.file, sheet: facts.grid.sheet, address: at(top) }, facts: { line, why, done: "its lines were read as amounts of the year" },
  }];
  // Money that goes from one line to another is no budget of either.
  const [from, to] = [/^(transfer(red)? |virement )?from\b/, /^(transfer(red)? |virement )?to\b(?! date)/].map((words) => facts.columns.find((c) => c.stage === null && words.test(fold(c.heading))));
  if (from !== undefined && to !== undefined && from.column !== to.column) return asked(`${from.heading}, ${to.heading}`, "these headings speak of amounts moved between lines, not of a budget");
  const listed = facts.columns.find((c) => c.field === "description" && /^(savings?|growth|pressures?|bids?|budget|investment)? ?(proposals?|options?|bids?)( (title|name|description))?$/.test(fold(c.heading)));
  if (listed !== undefined) return asked(listed.heading, "this heading speaks of changes to a budget, not of the budget");
  for (const text of [...facts.above].reverse().slice(0, LINES_ABOVE)) {
    const words = fold(text);
    const changes = CHANGES.test(words) && !OF_MONEY.test(words.replace(/\bbudget (savings?|growth|pressures?|reductions?)\b/g, ""));
    const prices = PRICES.test(words) && !OF_MONEY.test(words) && facts.classes.totals.length === 0;
    if (!changes && !prices) continue;
    return asked(text, changes ? "these words speak of changes to a budget, not of the budget" : "these words speak of prices, not of a budget");
  }
  return [];
}
