// The same money printed twice in one table, by service and again by kind of spending: two totals that nothing adds up come to the same.
import { cellAddress } from "../../budget/cells";
import type { Issue } from "../../issues/issue";
import { amountColumns } from "../lines/bodyRows";
import { fold } from "../words/cellText";
import type { TableFacts } from "../tableFacts";
import type { FoundTotal } from "../tableSteps";

const ANALYSIS = /\b(analysis|analysed|breakdown|summary|by (type|nature|subjective|service|fund))\b/;

/** An error where both totals have one name or a heading speaks of an analysis; else a question, since two services may cost the same. */
export function otherAnalysis(facts: TableFacts): Issue[] {
  const inner = new Set(facts.classes.totals.flatMap((total) => total.components.map((c) => c.index)));
  const tops = facts.classes.totals.filter((total) => total.agrees && !inner.has(total.index) && total.lines.length >= 2);
  for (const [i, first] of tops.entries()) {
    const lines = new Set(first.lines.map((l) => l.index));
    const second = tops.slice(i + 1).find((total) => total.lines.every((l) => !lines.has(l.index)) && sameMoney(facts, first, total));
    if (second === undefined) continue;
    const [a, b] = [facts.rows[first.index], facts.rows[second.index]];
    if (a === undefined || b === undefined) return [];
    const headings = [...lines, ...second.lines.map((l) => l.index)].flatMap((index) => facts.rows[index]?.sections ?? []);
    const sure = fold(a.label) === fold(b.label) || headings.some((text) => ANALYSIS.test(fold(text)));
    const at = (row: number): string => cellAddress(row, facts.table.area.left);
    return [{
      code: "several-tables", severity: sure ? "error" : "question", where: { file: facts.grid.file, sheet: facts.grid.sheet, address: at(b.row) },
      pence: Math.abs(sumsOf(facts, second)[0] ?? 0),
      facts: { sheet: facts.grid.sheet, count: "2", done: `"${b.label}" at ${at(b.row)} comes to the same as "${a.label}" at ${at(a.row)}, so that its lines seem to be the same money in another analysis and would be counted twice` },
    }];
  }
  return [];
}

/** What a total's lines come to by amount column, in canonical sign: funding that pays for spending has the other sign. */
function sumsOf(facts: TableFacts, total: FoundTotal): readonly number[] {
  return amountColumns(facts.columns).map((column, i) => total.lines.reduce((sum, l) => sum + facts.sign.signOf(l.index, column.part) * (facts.rows[l.index]?.amounts[i]?.pence ?? 0), 0));
}

function sameMoney(facts: TableFacts, a: FoundTotal, b: FoundTotal): boolean {
  const [ours, theirs] = [sumsOf(facts, a), sumsOf(facts, b)];
  return ours.some((sum) => sum !== 0) && ours.every((sum, i) => sum === theirs[i]);
}
