// Text that is the same on every machine: comparison, folding, and numbers with their nouns.
import { group } from "./money/format";

/** Orders two texts by code unit, never by locale: -1, 0 or 1. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Lower case, accents kept, white space and punctuation folded to single blanks: for comparing labels. */
export function foldLabel(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/&/g, " and ")
    .replace(/[^\p{L}\p{N}£%]+/gu, " ")
    .trim();
}

const LISTED = 12;

/** The texts one after another; of a long list the first dozen and how many more, so that one cell or sentence can hold it. */
export function listSome(texts: readonly string[], separator: string): string {
  const more = texts.length - LISTED;
  return [...texts.slice(0, LISTED), ...(more > 0 ? [`and ${more} more`] : [])].join(separator);
}

/** "1 sheet", "3 sheets", "no sheets". */
export function count(number: number, one: string, many: string = `${one}s`): string {
  return `${number === 0 ? "no" : group(number)} ${number === 1 ? one : many}`;
}
