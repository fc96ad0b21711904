// One amount cell: a number, a number written as text, nothing, nil, not available, an error or words, each kept apart.
import type { MoneyUnit } from "../../money/unit";
import type { CellValue } from "../grid";

/** How numbers written as text mark thousands and decimals: "1,234.5" (uk) or "1.234,5" (continental). */
export type NumberStyle = "uk" | "continental";

interface NumberReading {
  readonly kind: "number";
  /** As printed, in the cell's own unit; brackets, a trailing minus and CR are negative. */
  readonly value: number;
  /** The unit that the cell itself names ("£69.1m"), or null when only the table can tell. */
  readonly unit: MoneyUnit | null;
  /** Decimal places printed; 0 for whole numbers. */
  readonly decimals: number;
  readonly negativeForm: "minus" | "brackets" | "trailing minus" | "CR" | null;
}

export type AmountReading =
  | { readonly kind: "blank" }
  | { readonly kind: "nil" }
  | NumberReading
  | { readonly kind: "missing" | "error" | "percent" | "text"; readonly text: string };

const BLANK: AmountReading = { kind: "blank" };
const NIL: AmountReading = { kind: "nil" };
const ERROR = /^#(ref!|div\/0!|value!|name\?|n\/a|num!|null!|spill!|calc!|field!|blocked!|unknown!|getting_data)$/i;
const NIL_WORDS = /^(-+|nil|none|zero)$/i;
const MISSING_WORDS = /^(n\.?\/?a\.?|not (available|applicable|known|yet known)|\.{2,}|…|tb[ac]|to be (confirmed|advised|agreed)|unknown|\?+|\*+|x)$/i;
const CURRENCY = /£|€|\bgbp\b|\beur\b|\bczk\b|kč|\bzar\b|^r(?=\s*\d)/gi;
const UNIT_SUFFIX = /(?<=\d)\s*(billion|bn|b|million|mill|mn|m|thousand|k|pence|p)$/i;

/** Reads one cell; before a sheet's own style is known, either way of writing decimals will do. Never throws and never guesses: words that are not an amount come back as text. */
export function readAmount(value: CellValue, style: NumberStyle | "either" = "either"): AmountReading {
  if (value === null) return BLANK;
  if (typeof value === "number") {
    if (!Number.isFinite(value)) return { kind: "error", text: String(value) };
    return { kind: "number", value: value === 0 ? 0 : value, unit: null, decimals: decimalsOf(value), negativeForm: value < 0 ? "minus" : null };
  }
  if (typeof value === "boolean") return { kind: "text", text: value ? "TRUE" : "FALSE" };
  return readAmountText(value, style);
}

function readAmountText(raw: string, style: NumberStyle | "either"): AmountReading {
  const text = raw.replace(/[\u00a0\u2007\u2009\u202f]/g, " ").replace(/[\u2010-\u2015\u2212]/g, "-").trim();
  if (text === "") return BLANK;
  if (ERROR.test(text)) return { kind: "error", text };
  if (NIL_WORDS.test(text)) return NIL;
  if (MISSING_WORDS.test(text)) return { kind: "missing", text };
  if (!/\d/.test(text) || text.length > 40) return { kind: "text", text };
  if (/^\(?(£|€|r)?\s?['’]?000s?\)?$/i.test(text)) return { kind: "text", text };
  const bare = withoutMarker(text);
  if (bare !== text) return readAmountText(bare, style);
  if (/%$/.test(text)) return { kind: "percent", text };
  const { rest, negativeForm } = takeSign(text.replace(CURRENCY, " ").trim());
  const suffix = UNIT_SUFFIX.exec(rest);
  const digits = (suffix === null ? rest : rest.slice(0, suffix.index)).trim();
  const plain = plainNumber(digits, style);
  if (plain === null) return { kind: "text", text };
  const named = suffix === null ? { unit: namedByCurrency(text), factor: 1 } : unitOfSuffix(suffix[1] ?? "");
  const size = Number(plain) * named.factor;
  const decimals = Math.max(0, (plain.split(".")[1]?.length ?? 0) - (named.factor === 1000 ? 3 : 0));
  return { kind: "number", value: negativeForm === null || size === 0 ? size : -size, unit: named.unit, decimals, negativeForm };
}

/** An amount without the mark of a footnote behind it: "1,234*", "4,100¹", "2,500 (a)", "3,000 [1]". Short numbers with a letter are codes. */
function withoutMarker(text: string): string {
  const bare = text.replace(/(?<=\d\)?)\s*(?:[*†‡§#]{1,3}|[¹²³⁰⁴-⁹]{1,2})$/u, "");
  return bare !== text ? bare.trim() : text.replace(/(?<=\d{3}\)?|\d\.\d{1,2}\)?)\s*(?:\([a-z]\)|\[[a-z\d]\])$/i, "").trim();
}

/** "£744,000" in a table of millions is whole pounds: a pound sign on the amount itself, with no letter after it, means pounds only when grouped. */
function namedByCurrency(text: string): MoneyUnit | null {
  return /[£€]/.test(text) && /\d{1,3}([, ]\d{3})+(?!\d)/.test(text) ? "pounds" : null;
}

function takeSign(text: string): { rest: string; negativeForm: NumberReading["negativeForm"] } {
  const credit = /^(.*?)\s*\(?(cr|dr)\.?\)?$/i.exec(text);
  if (credit !== null) return { rest: (credit[1] ?? "").trim(), negativeForm: /^cr$/i.test(credit[2] ?? "") ? "CR" : null };
  const brackets = /^-?\s*[([]\s*(.*?)\s*[)\]]$/.exec(text);
  if (brackets !== null) return { rest: (brackets[1] ?? "").replace(/^-\s*/, ""), negativeForm: "brackets" };
  if (text.startsWith("-")) return { rest: text.slice(1).trim(), negativeForm: "minus" };
  if (text.endsWith("-")) return { rest: text.slice(0, -1).trim(), negativeForm: "trailing minus" };
  return { rest: text.replace(/^\+\s*/, ""), negativeForm: null };
}

function unitOfSuffix(suffix: string): { unit: MoneyUnit; factor: number } {
  const s = suffix.toLowerCase();
  if (s.startsWith("b")) return { unit: "millions", factor: 1000 };
  if (s.startsWith("m")) return { unit: "millions", factor: 1 };
  if (s === "k" || s === "thousand") return { unit: "thousands", factor: 1 };
  return { unit: "pence", factor: 1 };
}

/** The digits with a point for decimals and nothing else, or null when the text is no number in any accepted form. */
function plainNumber(text: string, style: NumberStyle | "either"): string | null {
  const t = text.replace(/(?<=\d)[ '’](?=\d{3}(\D|$))/g, "");
  if (/^\d+$/.test(t)) return t;
  if (/^\.\d+$/.test(t)) return `0${t}`;
  if (/^\d{1,3}(,\d{3})+\.\d+$/.test(t)) return t.replace(/,/g, "");
  if (/^\d{1,3}(\.\d{3})+,\d+$/.test(t)) return t.replace(/\./g, "").replace(",", ".");
  if (/^\d{1,3}(,\d{3}){2,}$/.test(t)) return t.replace(/,/g, "");
  if (/^\d{1,3}(\.\d{3}){2,}$/.test(t)) return t.replace(/\./g, "");
  if (/^\d{1,3},\d{3}$/.test(t)) return style === "continental" ? t.replace(",", ".") : t.replace(",", "");
  if (/^\d{1,3}\.\d{3}$/.test(t)) return style === "continental" ? t.replace(".", "") : t;
  if (/^\d+\.\d+$/.test(t)) return t;
  // Where figures are written the British way "1,23" is no amount but a slip.
  if (/^\d+,\d{1,2}$/.test(t) && style !== "uk") return t.replace(",", ".");
  if (/^\d+,\d+$/.test(t) && style === "continental") return t.replace(",", ".");
  return null;
}

/** Decimal places of a stored number; a long binary tail counts as printed to the last place. */
export function decimalsOf(value: number): number {
  if (Number.isInteger(value)) return 0;
  const text = String(value);
  const exponent = /e-(\d+)$/.exec(text);
  if (exponent !== null) return Number(exponent[1]);
  return text.split(".")[1]?.length ?? 0;
}

/** Continental when some text amount can only be read that way and none can only be read the British way. */
export function numberStyleOf(texts: Iterable<string>): NumberStyle {
  let continental = 0;
  let uk = 0;
  for (const text of texts) {
    // Nothing is grouped behind a nought: 0,318 and 0.318 have decimals.
    if (/(^|[^\d.,])0,\d/.test(text)) continental += 1;
    if (/(^|[^\d.,])0\.\d/.test(text)) uk += 1;
    if (/\d\.\d{3},\d/.test(text) || /\d\.\d{3}\.\d{3}/.test(text) || /(^|\D)\d+,\d{1,2}(\D|$)/.test(text)) continental += 1;
    if (/\d,\d{3}\.\d/.test(text) || /\d,\d{3},\d{3}/.test(text) || /(^|\D)\d+\.\d{1,2}(\D|$)/.test(text)) uk += 1;
  }
  return continental > uk ? "continental" : "uk";
}
