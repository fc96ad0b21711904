// Numbers with their nouns, and sentences that begin with a capital.
export { count } from "../../core/text";

/** The sentence with a capital first letter. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
