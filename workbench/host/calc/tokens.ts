/** Cuts a formula into tokens, and rewrites the references in it when cells move or names change. */
import type { Area } from "../model/address";
import { columnName, lastColumn, lastRow, parseArea, quoteSheetName, unquoteSheetName } from "../model/address";

type TokenKind = "number" | "text" | "error" | "reference" | "structured" | "function" | "name" | "operator";

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  readonly start: number;
}

const SHEET = "(?:'(?:[^']|'')+'|[A-Za-z_\\u00C0-\\u024F][\\w.\\u00C0-\\u024F]*)!";
const CELL = "\\$?[A-Za-z]{1,3}\\$?[1-9]\\d{0,6}";
const PATTERNS: readonly (readonly [TokenKind, RegExp])[] = [
  ["text", /"(?:[^"]|"")*"/y],
  // A lost reference may still name its sheet: Budget!#REF!.
  ["error", new RegExp(`(?:${SHEET})?#(?:N/A|NAME\\?|[A-Z0-9/]+!)`, "iy")],
  [
    "reference",
    new RegExp(`(?:${SHEET})?(?:${CELL}(?::${CELL})?|\\$?[A-Za-z]{1,3}:\\$?[A-Za-z]{1,3}|\\$?\\d{1,7}:\\$?\\d{1,7})(?![\\w.(!\\[])`, "y"),
  ],
  // A table's name may be left out inside the table itself: [@Amount].
  ["structured", /[A-Za-z_\\\u00C0-\u024F]?[\w.\\\u00C0-\u024F]*\[(?:[^[\]']|'.|\[(?:[^[\]']|'.)*\])*\]/y],
  ["number", /(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/iy],
  ["function", /[A-Za-z_][\w.]*(?=\s*\()/y],
  ["name", new RegExp(`(?:${SHEET})?[A-Za-z_\\\\\\u00C0-\\u024F][\\w.\\\\\\u00C0-\\u024F]*`, "y")],
  ["operator", /<=|>=|<>|[-+*/^&=<>%(),;{}:@]/y],
];

/** Tokens of a formula without its leading `=`; null where something can't be read. */
export const tokenize = (formula: string): Token[] | null => {
  const tokens: Token[] = [];
  let place = 0;
  while (place < formula.length) {
    const space = /\s+/y;
    space.lastIndex = place;
    if (space.test(formula)) {
      place = space.lastIndex;
      continue;
    }
    const token = tokenAt(formula, place);
    if (!token) {
      return null;
    }
    tokens.push(token);
    place += token.text.length;
  }
  return tokens;
};

const tokenAt = (formula: string, place: number): Token | null => {
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = place;
    const match = pattern.exec(formula);
    if (match && match[0] !== "") {
      return { kind, text: match[0], start: place };
    }
  }
  return null;
};

export interface Reference {
  readonly sheetName: string | null;
  readonly local: string;
  readonly area: Area | null;
}

export const readReference = (text: string): Reference => {
  const mark = text.lastIndexOf("!");
  const local = text.slice(mark + 1);
  return { sheetName: mark < 0 ? null : unquoteSheetName(text.slice(0, mark)), local, area: parseArea(local) };
};

/** Copies a formula with some tokens replaced; a replacement of null keeps the token. */
const rewrite = (formula: string, replace: (token: Token) => string | null): string => {
  if (!formula.startsWith("=")) {
    return formula;
  }
  const body = formula.slice(1);
  const tokens = tokenize(body);
  if (!tokens) {
    return formula;
  }
  let out = "=";
  let place = 0;
  for (const token of tokens) {
    out += body.slice(place, token.start) + (replace(token) ?? token.text);
    place = token.start + token.text.length;
  }
  return out + body.slice(place);
};

/** The reference's text for a moved area, with the dollar signs it had. */
const writeMoved = (local: string, area: Area): string => {
  const [first = "", second] = local.split(":");
  const corner = (text: string, row: number, column: number): string =>
    text
      .replace(/(\$?)[A-Za-z]{1,3}/, (_, dollar: string) => `${dollar}${columnName(column)}`)
      .replace(/(\$?)\d+$/, (_, dollar: string) => `${dollar}${row + 1}`);
  const start = corner(first, area.row, area.column);
  return second === undefined ? start : `${start}:${corner(second, lastRow(area), lastColumn(area))}`;
};

/** Moves the references to one sheet; `move` gives null for cells that are gone, which become #REF!. */
export const moveReferences = (
  formula: string,
  isOnMovedSheet: (sheetName: string | null) => boolean,
  move: (area: Area) => Area | null,
): string =>
  rewrite(formula, (token) => {
    if (token.kind !== "reference") {
      return null;
    }
    const { sheetName, local, area } = readReference(token.text);
    if (!area || !isOnMovedSheet(sheetName)) {
      return null;
    }
    const moved = move(area);
    const prefix = token.text.slice(0, token.text.length - local.length);
    return moved === null ? `${prefix}#REF!` : moved === area ? null : prefix + writeMoved(local, moved);
  });

export const renameSheetInFormula = (formula: string, from: string, to: string): string =>
  rewrite(formula, (token) => {
    const mark = token.text.lastIndexOf("!");
    const isOfSheet = (token.kind === "reference" || token.kind === "name") && mark > 0;
    return isOfSheet && unquoteSheetName(token.text.slice(0, mark)).toLowerCase() === from.toLowerCase()
      ? `${quoteSheetName(to)}!${token.text.slice(mark + 1)}`
      : null;
  });

export const renameTableInFormula = (formula: string, from: string, to: string): string =>
  rewrite(formula, (token) => {
    const bracket = token.kind === "structured" ? token.text.indexOf("[") : token.text.length;
    const isNamed = token.kind === "structured" || token.kind === "name";
    return isNamed && token.text.slice(0, bracket).toLowerCase() === from.toLowerCase() ? to + token.text.slice(bracket) : null;
  });

/** A deleted sheet's references become #REF! (support.microsoft.com "How to correct a #REF! error"). */
export const loseSheetInFormula = (formula: string, name: string): string =>
  rewrite(formula, (token) =>
    token.kind === "reference" && readReference(token.text).sheetName?.toLowerCase() === name.toLowerCase() ? "#REF!" : null,
  );
