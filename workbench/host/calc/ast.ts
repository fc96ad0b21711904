/** A formula as a tree, and the parser that makes it: Excel's operators in Excel's order of precedence. */
import type { Area } from "../model/address";
import { CellError } from "../model/cell";
import type { Token } from "./tokens";
import { readReference, tokenize } from "./tokens";

export type Node =
  | { readonly kind: "value"; readonly value: number | string | boolean | CellError }
  | { readonly kind: "missing" }
  | { readonly kind: "reference"; readonly sheetName: string | null; readonly area: Area }
  | { readonly kind: "structured"; readonly text: string }
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "prefix"; readonly operator: "-" | "+"; readonly operand: Node }
  | { readonly kind: "percent"; readonly operand: Node }
  | { readonly kind: "binary"; readonly operator: string; readonly left: Node; readonly right: Node }
  | { readonly kind: "call"; readonly name: string; readonly args: readonly Node[] };

// Loosest first ("Calculation operators and precedence in Excel").
const LEVELS: readonly (readonly string[])[] = [["=", "<>", "<", "<=", ">", ">="], ["&"], ["+", "-"], ["*", "/"], ["^"]];

class Parser {
  private place = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  parse(): Node | null {
    const node = this.expression(0);
    return node && this.place === this.tokens.length ? node : null;
  }

  private expression(level: number): Node | null {
    const operators = LEVELS[level];
    if (!operators) {
      return this.prefixed();
    }
    let left = this.expression(level + 1);
    while (left) {
      const operator = this.operator(operators);
      if (operator === null) {
        return left;
      }
      const right = this.expression(level + 1);
      left = right && { kind: "binary", operator, left, right };
    }
    return null;
  }

  /** Excel's minus binds tighter than its power: -2^2 is 4. */
  private prefixed(): Node | null {
    const operator = this.operator(["-", "+"]);
    if (operator === "-" || operator === "+") {
      const operand = this.prefixed();
      return operand && { kind: "prefix", operator, operand };
    }
    let node = this.primary();
    while (node && this.operator(["%"]) !== null) {
      node = { kind: "percent", operand: node };
    }
    return node;
  }

  private primary(): Node | null {
    const token = this.tokens[this.place];
    if (!token) {
      return null;
    }
    this.place += 1;
    switch (token.kind) {
      case "number":
        return { kind: "value", value: Number(token.text) };
      case "text":
        return { kind: "value", value: token.text.slice(1, -1).replace(/""/g, '"') };
      case "error":
        return { kind: "value", value: new CellError(token.text.slice(token.text.indexOf("#")).toUpperCase()) };
      case "reference": {
        const { sheetName, area } = readReference(token.text);
        return area && { kind: "reference", sheetName, area };
      }
      case "structured":
        return { kind: "structured", text: token.text };
      case "name":
        return namedValue(token.text);
      case "function":
        return this.call(token.text.toUpperCase());
      case "operator":
        return token.text === "(" ? this.bracketed() : null;
    }
  }

  private bracketed(): Node | null {
    const node = this.expression(0);
    return node && this.operator([")"]) !== null ? node : null;
  }

  private call(name: string): Node | null {
    if (this.operator(["("]) === null) {
      return null;
    }
    const args: Node[] = [];
    if (this.operator([")"]) !== null) {
      return { kind: "call", name, args };
    }
    for (;;) {
      const next = this.tokens[this.place]?.text;
      const isMissing = next === "," || next === ")";
      const arg: Node | null = isMissing ? { kind: "missing" } : this.expression(0);
      if (!arg) {
        return null;
      }
      args.push(arg);
      if (this.operator([")"]) !== null) {
        return { kind: "call", name, args };
      }
      if (this.operator([","]) === null) {
        return null;
      }
    }
  }

  private operator(wanted: readonly string[]): string | null {
    const token = this.tokens[this.place];
    if (token?.kind !== "operator" || !wanted.includes(token.text)) {
      return null;
    }
    this.place += 1;
    return token.text;
  }
}

const namedValue = (text: string): Node => {
  const upper = text.toUpperCase();
  return upper === "TRUE" || upper === "FALSE" ? { kind: "value", value: upper === "TRUE" } : { kind: "name", name: text };
};

/** Null when the text is no formula. */
export const parseFormula = (formula: string): Node | null => {
  const tokens = tokenize(formula.replace(/^=/, ""));
  return tokens && new Parser(tokens).parse();
};
