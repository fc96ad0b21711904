// The words that two lines of different agencies share and that few other lines would: the evidence that both record one flow.
import type { BudgetLine } from "../../budget/line";
import { fold } from "../../reading/words/cellText";

/** Words that any line may hold: sharing them tells nothing. */
const COMMON = new Set((
  "income incomes grant grants contribution contributions payment payments paid other others service services cost costs fund funds funding budget "
  + "total from with council partner partners partnership agency agencies contract contracts support board authority county city borough district local "
  + "national health care social general staff team teams recharge external internal joint annual this that their transfer receipts received"
).split(" "));

const LEAST_LETTERS = 4;

function significantWords(text: string): ReadonlySet<string> {
  return new Set(fold(text).split(" ").filter((word) => word.replace(/[^\p{L}]/gu, "").length >= LEAST_LETTERS && !COMMON.has(word)).map(singular));
}

export interface Sharing {
  readonly other: BudgetLine;
  /** In the order of the asking line's words. */
  readonly words: readonly string[];
}

/** A word on more lines than this tells nothing about any of them. */
const MOST_LINES = 100;

/** Lines by their significant words (headings above them and schemes included), so that those that share one are found without a walk over all. */
export class WordIndex {
  private readonly linesOf = new Map<string, BudgetLine[]>();

  constructor(lines: readonly BudgetLine[]) {
    for (const line of lines) {
      for (const word of significantWords(textOf(line))) {
        const own = this.linesOf.get(word);
        if (own === undefined) this.linesOf.set(word, [line]);
        else own.push(line);
      }
    }
  }

  sharing(line: BudgetLine): Sharing[] {
    const found = new Map<BudgetLine, string[]>();
    for (const word of significantWords(textOf(line))) {
      const lines = this.linesOf.get(word) ?? [];
      if (lines.length > MOST_LINES) continue;
      for (const other of lines) found.set(other, [...(found.get(other) ?? []), word]);
    }
    return [...found].map(([other, words]) => ({ other, words }));
  }
}

function textOf(line: BudgetLine): string {
  return [line.description, line.scheme ?? "", ...line.sections].join(" ");
}

function singular(word: string): string {
  return word.length > LEAST_LETTERS && word.endsWith("s") && !word.endsWith("ss") ? word.slice(0, -1) : word;
}
