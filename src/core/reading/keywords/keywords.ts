// Keywords: which words of a line tell its nature, group, service, clients or outcome, and which words of a name tell what kind of body it is.
import type { CellRef } from "../../budget/cells";
import { fold } from "../words/cellText";
import { readPhrases, type Phrase } from "./phrase";

export const KEYWORD_KINDS = ["nature", "kind of spending", "service group", "client group", "outcome", "body type"] as const;
export type KeywordKind = (typeof KEYWORD_KINDS)[number];

/** One row of the table: the first row of its kind whose words stand in a text, and whose other words don't, decides. */
export interface KeywordRow {
  readonly kind: KeywordKind;
  readonly means: string;
  readonly words: string;
  /** Words beside which the row does not count. */
  readonly unless: string;
  readonly source: string;
  /** Where the row stands in the workbook; null for a row that is built in. */
  readonly cell: CellRef | null;
}

export interface KeywordFound {
  readonly row: KeywordRow;
  /** The words of the text that told. */
  readonly words: string;
}

interface Rule {
  readonly row: KeywordRow;
  readonly order: number;
  readonly pattern: RegExp;
  readonly unless: RegExp | null;
}

/** Rules that may match a text, found by its words, so that a long ledger is not tried against every row. */
interface Index {
  readonly byWord: Map<string, Rule[]>;
  readonly byStart: { readonly start: string; readonly rule: Rule }[];
  readonly always: Rule[];
  /** What was asked lately: headings and sheet names come again on every line. */
  readonly asked: Map<string, readonly Rule[]>;
}

const REMEMBERED = 5000;

export class Keywords {
  private readonly indices = new Map<KeywordKind, Index>();

  /** Rows whose words can't be read are passed over: reading the table has named them. */
  constructor(readonly rows: readonly KeywordRow[]) {
    rows.forEach((row, order) => {
      const [words, unless] = [readPhrases(row.words), readPhrases(row.unless)];
      if (words.phrases.length === 0 || words.fault !== null || unless.fault !== null) return;
      const rule: Rule = { row, order, pattern: patternOf(words.phrases), unless: unless.phrases.length === 0 ? null : patternOf(unless.phrases) };
      const index = this.indices.get(row.kind) ?? { byWord: new Map<string, Rule[]>(), byStart: [], always: [], asked: new Map<string, readonly Rule[]>() };
      this.indices.set(row.kind, index);
      for (const { triggers } of words.phrases) enter(index, triggers, rule);
    });
  }

  /** The first row of the kind that the text's words fit, or null; `means` asks for rows of one meaning only. */
  find(kind: KeywordKind, text: string, means: string | null = null): KeywordFound | null {
    const index = this.indices.get(kind);
    const folded = fold(text);
    if (index === undefined || folded === "") return null;
    const rules = candidates(index, folded);
    if (rules.length === 0) return null;
    const padded = ` ${folded} `;
    for (const rule of rules) {
      if (means !== null && rule.row.means !== means) continue;
      const match = rule.pattern.exec(padded);
      if (match !== null && rule.unless?.test(padded) !== true) return { row: rule.row, words: match[0].trim() };
    }
    return null;
  }
}

function patternOf(phrases: readonly Phrase[]): RegExp {
  return new RegExp(` (?:${phrases.map(({ source }) => source).join("|")})`);
}

function enter(index: Index, triggers: readonly string[], rule: Rule): void {
  if (triggers.length === 0) index.always.push(rule);
  for (const trigger of triggers) {
    if (trigger.endsWith("*")) index.byStart.push({ start: trigger.slice(0, -1), rule });
    else {
      const rules = index.byWord.get(trigger);
      if (rules === undefined) index.byWord.set(trigger, [rule]);
      else rules.push(rule);
    }
  }
}

function candidates(index: Index, folded: string): readonly Rule[] {
  const known = index.asked.get(folded);
  if (known !== undefined) return known;
  const found = [...index.always];
  for (const word of folded.split(" ")) {
    for (const rule of index.byWord.get(word) ?? []) if (!found.includes(rule)) found.push(rule);
    for (const { start, rule } of index.byStart) if (word.startsWith(start) && !found.includes(rule)) found.push(rule);
  }
  if (found.length > 1) found.sort((a, b) => a.order - b.order);
  if (index.asked.size >= REMEMBERED) index.asked.clear();
  index.asked.set(folded, found);
  return found;
}
