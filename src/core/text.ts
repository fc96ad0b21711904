// Text comparison that is the same on every machine.

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
