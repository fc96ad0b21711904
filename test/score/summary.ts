// What the scores of many sheets add up to, and which seeds are for measuring.
import type { Score } from "./measure";

/** Seeds that nothing is built from; the first few dozen, from 1, are those looked at while the reader is built. */
export const MEASURING = { first: 500_000, count: 500 } as const;

export interface Summary {
  readonly sheets: number;
  readonly lines: number;
  readonly exact: number;
  readonly right: number;
  readonly totalsLoaded: number;
  readonly wrongUnits: number;
  readonly wrongSigns: number;
  readonly questions: number;
  readonly mostQuestions: number;
  readonly overThree: number;
  readonly silent: number;
  readonly warnedOnly: number;
}

export function summaryOf(scores: readonly Score[]): Summary {
  const sum = (of: (score: Score) => number): number => scores.reduce((total, score) => total + of(score), 0);
  const count = (of: (score: Score) => boolean): number => scores.filter(of).length;
  return {
    sheets: scores.length, lines: sum((s) => s.lines), exact: sum((s) => s.exact), right: count((s) => s.faults.length === 0),
    totalsLoaded: sum((s) => s.totalsLoaded), wrongUnits: count((s) => s.wrongUnit), wrongSigns: sum((s) => s.wrongSigns),
    questions: sum((s) => s.questions), mostQuestions: Math.max(0, ...scores.map((s) => s.questions)), overThree: count((s) => s.questions > 3),
    silent: count((s) => s.silent), warnedOnly: count((s) => s.faults.length > 0 && !s.silent && !s.issues.some((i) => i.startsWith("error") || i.startsWith("question"))),
  };
}
