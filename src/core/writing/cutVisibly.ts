// Texts over what Excel holds are cut where it can be seen, with how much is gone; never amounts, never formulas.
import { group } from "../money/format";

/** Characters that a cell of Excel takes ("Excel specifications and limits"). */
export const LONGEST_TEXT = 32_767;
/** And a sheet's name. */
export const LONGEST_SHEET_NAME = 31;

/** The text as it is, or its beginning with "… [cut, 1,234 characters more]", together no longer than that. No character is cut in two. */
export function cutVisibly(text: string, longest = LONGEST_TEXT): string {
  if (text.length <= longest) return text;
  // The mark is never longer than the one for all of it.
  let keep = longest - mark(text.length).length;
  if (/[\uD800-\uDBFF]$/.test(text.slice(0, keep))) keep -= 1;
  return `${text.slice(0, keep)}${mark(text.length - keep)}`;
}

function mark(characters: number): string {
  return `… [cut, ${group(characters)} ${characters === 1 ? "character" : "characters"} more]`;
}

/** A sheet's name cut to what Excel takes, with "…" where something is gone and with its ending. */
export function cutName(name: string, ending = ""): string {
  const room = LONGEST_SHEET_NAME - ending.length;
  if (name.length <= room) return `${name}${ending}`;
  let cut = name.slice(0, room - 1);
  if (/[\uD800-\uDBFF]$/.test(cut)) cut = cut.slice(0, -1);
  return `${cut.replace(/['\s]+$/g, "")}…${ending}`;
}
