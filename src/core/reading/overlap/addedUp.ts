// A sheet whose lines are the totals of the agency's other sheets: a summary, or a detail with some other sheets' totals among its lines.
import { fold } from "../words/cellText";
import { likeness, stagesOf, type SheetFacts, type SheetTotal } from "./sheetFacts";
import type { LineDraft } from "../lineSteps";

export interface AddedUp {
  readonly line: LineDraft;
  readonly total: SheetTotal;
  readonly of: SheetFacts;
  /** True where words of the line name the other sheet or its total too. */
  readonly named: boolean;
  /** True where two different amounts agree, or the words do: else the figures may be equal by chance. */
  readonly sure: boolean;
}

const FEWEST_LINES = 2;
/** Words of many services, which tell none. */
const TELLS_NOTHING = /^(?:total|totals|service|services|council|department|directorate|budget|budgets|sheet|other|general|and|the|of|for|net|gross|expenditure|income|summary|revenue|cost|costs)$/;

/** For each line of `sheet` the one total of another sheet that it repeats, in all stages that both have. */
export function addedUp(sheet: SheetFacts, others: readonly SheetFacts[]): AddedUp[] {
  const totals = others.filter((other) => other.lines.length >= FEWEST_LINES)
    .flatMap((of) => of.totals.map((total) => ({ of, total, words: tellingWords([total.label, ...(total.whole ? [of.draft.grid.sheet, ...of.draft.names.titles.map(({ text }) => text)] : [])]) })));
  const taken = new Set<string>();
  return sheet.lines.flatMap((line): AddedUp[] => {
    const own = stagesOf(line);
    const words = [...tellingWords([line.description, line.code ?? "", line.agencyText ?? ""])];
    const found = totals.flatMap(({ of, total, words: theirs }) => {
      const key = `${of.at} ${total.whole ? "" : total.cell.address}`;
      const alike = taken.has(key) ? null : likeness(own, total.pence, (sheet.step + of.step) / 2);
      return alike === null ? [] : [{ of, total, key, distinct: alike.distinct, named: words.some((word) => theirs.has(word)) }];
    });
    const best = found.sort((a, b) => Number(b.named) - Number(a.named) || Number(b.total.whole) - Number(a.total.whole))[0];
    if (best === undefined) return [];
    taken.add(best.key);
    return [{ line, total: best.total, of: best.of, named: best.named, sure: best.named || best.distinct >= 2 }];
  });
}

function tellingWords(texts: readonly string[]): ReadonlySet<string> {
  return new Set(texts.flatMap((text) => fold(text).split(" ")).filter((word) => word.length >= 3 && !/\d/.test(word) && !TELLS_NOTHING.test(word)));
}
