// A block called "Costs" or "Expenditure" beside another whose name says nothing: the other may be income, and no total tells.
import { cellAddress } from "../../budget/cells";
import type { Issue } from "../../issues/issue";
import { fold } from "../words/cellText";
import { sideOfWords } from "../words/sideWords";
import type { TableFacts } from "../tableFacts";

/** The whole of spending, not one kind of it: "Staff costs" has other costs beside it. */
const ALL_COSTS = /^(total |gross |less |our )*(expenditure|spending|costs|expenses|outgoings|payments)$/;

/** Asked where every line of the other block was read as spending. */
export function besideCosts(facts: TableFacts): Issue[] {
  const lines = facts.classes.lines.flatMap((index) => {
    const row = facts.rows[index];
    return row === undefined || row.amounts.every((a) => a === null || a.pence === 0) ? [] : [{ index, row }];
  });
  const isCost = (sections: readonly string[]): boolean => sections.some((section) => ALL_COSTS.test(fold(section)));
  const costs = lines.filter(({ row }) => isCost(row.sections));
  const others = lines.filter(({ row }) => !isCost(row.sections) && row.sections.length > 0);
  const [first] = others;
  const positive = others.every(({ index, row }) => facts.sign.sideOf(index) !== "income" && sideOfWords(row.description) === null && row.amounts.every((a) => a === null || a.pence >= 0));
  // Where a total adds both, both are spending.
  const added = facts.classes.totals.some((total) => total.agrees && [costs, others].every((block) => block.some(({ index }) => total.lines.some((l) => l.index === index))));
  if (first === undefined || costs.length < 2 || !positive || added || costs.length + others.length < lines.length) return [];
  return [{
    code: "nature-unsure", severity: "question", where: { file: facts.grid.file, sheet: facts.grid.sheet, address: cellAddress(first.row.row, first.row.amounts.find((a) => a !== null)?.column ?? 0) },
    pence: others.reduce((sum, { row }) => sum + Math.abs(row.amounts.find((a) => a !== null)?.pence ?? 0), 0),
    facts: { line: first.row.sections[0] ?? first.row.label, why: "costs stand in a block of their own beside it, and nothing says whether it is income", done: "its lines were read as spending" },
  }];
}
