// A number with its noun, so that no page says "1 lines".
import { group } from "../../core/money/format";

/** "1 sheet", "3 sheets", "no sheets". */
export function count(number: number, one: string, many: string = `${one}s`): string {
  return `${number === 0 ? "no" : group(number)} ${number === 1 ? one : many}`;
}

/** The sentence with a capital first letter. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
