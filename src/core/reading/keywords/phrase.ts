// Phrases of the keyword table: "a/b" is either word, "[a]" may be left out, "a*" any ending, "*" any one word, "…" any words between.
import { foldLabel } from "../../text";

interface Part {
  /** Patterns of one word, of which one must stand. */
  readonly words: readonly string[];
  readonly optional: boolean;
  readonly gap: boolean;
}

export interface Phrase {
  /** What the phrase looks like in folded text that has a blank before and after every word. */
  readonly source: string;
  /** Words of which one must be in a text before the phrase can match; a star stands for any ending. Empty where any text may match. */
  readonly triggers: readonly string[];
}

/** Null with the part that can't be read as `fault`. Phrases are parted by semicolons. */
export function readPhrases(text: string): { readonly phrases: readonly Phrase[]; readonly fault: string | null } {
  const phrases: Phrase[] = [];
  for (const words of text.split(";").map((part) => part.trim()).filter((part) => part !== "")) {
    const parts = partsOf(words);
    if (parts === null) return { phrases: [], fault: words };
    phrases.push({ source: parts.map(sourceOf).join(""), triggers: parts.find((part) => !part.optional && !part.gap && !part.words.includes("*"))?.words ?? [] });
  }
  return { phrases, fault: null };
}

function partsOf(text: string): readonly Part[] | null {
  const parts: Part[] = [];
  for (const token of text.replace(/…/g, "...").match(/\[[^\]]*\]|[^\s[\]]+/g) ?? []) {
    if (token === "...") {
      parts.push({ words: [], optional: false, gap: true });
      continue;
    }
    const optional = token.startsWith("[");
    const choices = (optional ? token.slice(1, -1) : token).split("/").map(wordOf);
    if (choices.some((choice) => choice === null)) return null;
    parts.push({ words: choices.filter((choice) => choice !== null), optional, gap: false });
  }
  return /[[\]]/.test(text.replace(/\[[^\]]*\]/g, "")) || parts.every((part) => part.optional || part.gap) ? null : parts;
}

/** One word as it stands in folded text, with its star; null when it is none or several. */
function wordOf(text: string): string | null {
  if (text === "*") return "*";
  const star = text.endsWith("*");
  const word = foldLabel(star ? text.slice(0, -1) : text);
  return word === "" || word.includes(" ") ? null : word + (star ? "*" : "");
}

function sourceOf({ words, optional, gap }: Part): string {
  if (gap) return "(?:\\S+ )*?";
  // Folded words hold letters, digits and £ or % only, so that none of them means anything in a pattern.
  const either = words.map((word) => (word === "*" ? "\\S+" : word.replace("*", "\\S*"))).join("|");
  return `(?:(?:${either}) )${optional ? "?" : ""}`;
}
