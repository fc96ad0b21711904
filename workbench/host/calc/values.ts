/** Values inside a calculation: scalars, ranges and arrays, and how they turn into each other. */
import type { Area } from "../model/address";
import type { CellValue } from "../model/cell";
import { CellError } from "../model/cell";
import type { SheetModel } from "../model/sheet";

/** `null` is an empty cell, which counts as 0 or as an empty text. */
export type Scalar = CellValue | null;

/** Something with rows and columns: cells of a sheet (then `place` says which) or the result of an operation on such. */
export interface Block {
  readonly rowCount: number;
  readonly columnCount: number;
  /** Whole columns and rows hold nothing from here on; absent where every cell is to be looked at. */
  readonly usedRows?: number;
  readonly usedColumns?: number;
  readonly at: (row: number, column: number) => Scalar;
  readonly place?: { readonly sheet: SheetModel; readonly area: Area } | undefined;
}

export type Value = Scalar | Block;

export const isBlock = (value: Value): value is Block => typeof value === "object" && value !== null && !(value instanceof CellError);

export const error = (code: string): CellError => new CellError(code);

export const scalars = function* (value: Value): Generator<Scalar> {
  if (!isBlock(value)) {
    yield value;
    return;
  }
  for (let row = 0; row < usedRows(value); row += 1) {
    for (let column = 0; column < usedColumns(value); column += 1) {
      yield value.at(row, column);
    }
  }
};

export const usedRows = (block: Block): number => Math.min(block.rowCount, block.usedRows ?? block.rowCount);
export const usedColumns = (block: Block): number => Math.min(block.columnCount, block.usedColumns ?? block.columnCount);

/** Cell by cell. */
export const each = (value: Value, act: (value: Scalar) => Scalar): Value =>
  isBlock(value) ? { ...value, place: undefined, at: (row, column) => act(value.at(row, column)) } : act(value);

/** Cell by cell of two; a single row, column or value is used again for all of the other side. */
export const pairwise = (left: Value, right: Value, act: (a: Scalar, b: Scalar) => Scalar): Value => {
  if (!isBlock(left) && !isBlock(right)) {
    return act(left, right);
  }
  const read = (value: Value, row: number, column: number): Scalar => {
    if (!isBlock(value)) {
      return value;
    }
    const down = value.rowCount === 1 ? 0 : row;
    const across = value.columnCount === 1 ? 0 : column;
    return down < value.rowCount && across < value.columnCount ? value.at(down, across) : error("#N/A");
  };
  const most = (size: (block: Block) => number): number => Math.max(isBlock(left) ? size(left) : 1, isBlock(right) ? size(right) : 1);
  return {
    rowCount: most((block) => block.rowCount),
    columnCount: most((block) => block.columnCount),
    usedRows: most(usedRows),
    usedColumns: most(usedColumns),
    at: (row, column) => act(read(left, row, column), read(right, row, column)),
  };
};

/** Text that looks like a number counts as one in arithmetic; other text is #VALUE!. */
export const toNumber = (value: Scalar): number | CellError => {
  if (typeof value === "number" || value instanceof CellError) {
    return value;
  }
  if (value === null) {
    return 0;
  }
  if (typeof value === "boolean") {
    return value ? 1 : 0;
  }
  const text = value.trim().replace(/,(?=\d{3}(\D|$))/g, "");
  return text !== "" && Number.isFinite(Number(text)) ? Number(text) : error("#VALUE!");
};

export const toText = (value: Scalar): string | CellError => {
  if (value instanceof CellError || typeof value === "string") {
    return value;
  }
  return value === null ? "" : typeof value === "boolean" ? (value ? "TRUE" : "FALSE") : String(value);
};

export const toFlag = (value: Scalar): boolean | CellError => {
  if (typeof value === "boolean" || value instanceof CellError) {
    return value;
  }
  if (typeof value === "string") {
    const upper = value.toUpperCase();
    return upper === "TRUE" || upper === "FALSE" ? upper === "TRUE" : error("#VALUE!");
  }
  return value !== null && value !== 0;
};

const rank = (value: Scalar): number => (typeof value === "number" ? 0 : typeof value === "string" ? 1 : 2);

/** Numbers stand before texts before true and false; texts compare without regard to case. Less, equal or more than 0. */
export const compare = (one: Scalar, other: Scalar): number => {
  const left = one ?? emptyLike(other);
  const right = other ?? emptyLike(one);
  if (rank(left) !== rank(right)) {
    return rank(left) - rank(right);
  }
  if (typeof left === "string" && typeof right === "string") {
    const [a, b] = [left.toLowerCase(), right.toLowerCase()];
    return a < b ? -1 : a > b ? 1 : 0;
  }
  return Number(left) - Number(right);
};

const emptyLike = (other: Scalar): Scalar => (typeof other === "string" ? "" : typeof other === "boolean" ? false : 0);

/** A text criterion's pattern: `*` any text, `?` one letter, `~` takes the next letter as it is. */
export const wildcard = (pattern: string): RegExp => {
  const body = pattern.replace(/~([*?~])|([*?])|([.+^${}()|[\]\\])/g, (_, plain?: string, wild?: string, special?: string) =>
    plain !== undefined ? `\\${plain}` : wild !== undefined ? (wild === "*" ? "[\\s\\S]*" : "[\\s\\S]") : `\\${special ?? ""}`,
  );
  return new RegExp(`^${body}$`, "i");
};

/**
 * The test that a criterion of SUMIFS and COUNTIFS stands for ("SUMIFS function", "COUNTIFS function"): a comparison in a text, a
 * text with wildcards, or a value to equal.
 */
export const criterion = (wanted: Scalar): ((value: Scalar) => boolean) => {
  if (typeof wanted !== "string") {
    const number = wanted ?? 0;
    return (value) =>
      value !== null &&
      (compare(value, number) === 0 ||
        (typeof number === "number" && typeof value === "string" && value.trim() !== "" && Number(value) === number));
  }
  const [, operator = "", operand = ""] = /^(<=|>=|<>|<|>|=)?([\s\S]*)$/.exec(wanted) ?? [];
  const number = operand.trim() === "" ? Number.NaN : Number(operand);
  if (operator === "" || operator === "=" || operator === "<>") {
    const matches = Number.isNaN(number)
      ? textTest(operand, operator)
      : (value: Scalar) => value !== null && value !== "" && toNumber(value) === number;
    return operator === "<>" ? (value) => !matches(value) : matches;
  }
  const limit: Scalar = Number.isNaN(number) ? operand : number;
  return (value) => {
    if (typeof value !== typeof limit) {
      return false;
    }
    const order = compare(value, limit);
    return operator === "<" ? order < 0 : operator === ">" ? order > 0 : operator === "<=" ? order <= 0 : order >= 0;
  };
};

/** An empty criterion matches empty cells; with `=` only cells that hold nothing at all. */
const textTest = (operand: string, operator: string): ((value: Scalar) => boolean) => {
  if (operand === "") {
    return (value) => value === null || (operator === "" && value === "");
  }
  if (/^(true|false)$/i.test(operand)) {
    return (value) => typeof value === "boolean" && value === (operand.toLowerCase() === "true");
  }
  const pattern = wildcard(operand);
  return (value) => typeof value === "string" && pattern.test(value);
};
