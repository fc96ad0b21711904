/** The closed vocabulary of functions that our own formulas use. */
import { CellError } from "../model/cell";
import type { Block, Scalar, Value } from "./values";
import {
  compare,
  criterion,
  each,
  error,
  isBlock,
  pairwise,
  scalars,
  toFlag,
  toNumber,
  toText,
  usedColumns,
  usedRows,
  wildcard,
} from "./values";

/** What a function may ask of the calculation that calls it. */
export interface Surroundings {
  /** One value; a block of several becomes an error with a warning. */
  readonly single: (value: Value | undefined) => Scalar;
  readonly warn: (message: string) => void;
  readonly isRowHidden: (block: Block, row: number) => boolean;
  /** Whether the cell holds a SUBTOTAL itself, which an outer SUBTOTAL leaves out. */
  readonly isSubtotal: (block: Block, row: number, column: number) => boolean;
}

export type Fn = (args: readonly Value[], around: Surroundings) => Value;

/** The numbers among the arguments: in ranges only true numbers count, written out also texts and true and false. */
const numbers = (args: readonly Value[]): number[] | CellError => {
  const out: number[] = [];
  for (const arg of args) {
    for (const value of scalars(arg)) {
      if (value instanceof CellError) {
        return value;
      }
      if (typeof value === "number") {
        out.push(value);
      } else if (!isBlock(arg)) {
        const number = toNumber(value);
        if (number instanceof CellError) {
          return number;
        }
        out.push(number);
      }
    }
  }
  return out;
};

const overNumbers =
  (fold: (list: readonly number[]) => number): Fn =>
  (args) => {
    const list = numbers(args);
    return list instanceof CellError ? list : fold(list);
  };

const total = (list: readonly number[]): number => list.reduce((sum, each) => sum + each, 0);
const extreme = (list: readonly number[], better: (a: number, b: number) => boolean): number =>
  list.reduce((best, each) => (better(each, best) ? each : best), list[0] ?? 0);

/** Rows and columns that meet all pairs of range and criterion; null when the ranges differ in size. */
const matching = (
  pairs: readonly Value[],
  around: Surroundings,
): { first: Block; hits: (row: number, column: number) => boolean } | null => {
  const tests: { block: Block; test: (value: Scalar) => boolean }[] = [];
  for (let index = 0; index + 1 < pairs.length; index += 2) {
    const block = pairs[index];
    if (block === undefined || !isBlock(block)) {
      return null;
    }
    tests.push({ block, test: criterion(around.single(pairs[index + 1])) });
  }
  const first = tests[0]?.block;
  const isEven = first && tests.every(({ block }) => block.rowCount === first.rowCount && block.columnCount === first.columnCount);
  return first && isEven ? { first, hits: (row, column) => tests.every(({ block, test }) => test(block.at(row, column))) } : null;
};

const sumifs: Fn = ([sums, ...pairs], around) => {
  const match = matching(pairs, around);
  if (
    sums === undefined ||
    !isBlock(sums) ||
    !match ||
    sums.rowCount !== match.first.rowCount ||
    sums.columnCount !== match.first.columnCount
  ) {
    return error("#VALUE!");
  }
  let sum = 0;
  const [rows, columns] = [usedRows(sums), usedColumns(sums)];
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      if (match.hits(row, column)) {
        const value = sums.at(row, column);
        if (value instanceof CellError) {
          return value;
        }
        sum += typeof value === "number" ? value : 0;
      }
    }
  }
  return sum;
};

const countifs: Fn = (pairs, around) => {
  const match = matching(pairs, around);
  if (!match) {
    return error("#VALUE!");
  }
  let count = 0;
  for (let row = 0; row < usedRows(match.first); row += 1) {
    for (let column = 0; column < usedColumns(match.first); column += 1) {
      count += match.hits(row, column) ? 1 : 0;
    }
  }
  return count;
};

/** SUMPRODUCT multiplies its arrays cell by cell; what is not a number counts as 0 unless an operation made it one. */
const sumproduct: Fn = (args) => {
  const blocks = args.map((arg): Block => (isBlock(arg) ? arg : { rowCount: 1, columnCount: 1, at: () => arg }));
  const [first] = blocks;
  if (!first || blocks.some((block) => block.rowCount !== first.rowCount || block.columnCount !== first.columnCount)) {
    return error("#VALUE!");
  }
  let sum = 0;
  for (let row = 0; row < usedRows(first); row += 1) {
    for (let column = 0; column < usedColumns(first); column += 1) {
      let product = 1;
      for (const block of blocks) {
        const value = block.at(row, column);
        if (value instanceof CellError) {
          return value;
        }
        product *= typeof value === "number" ? value : 0;
      }
      sum += product;
    }
  }
  return sum;
};

const match: Fn = ([wantedArg, list, modeArg], around) => {
  const wanted = around.single(wantedArg);
  const mode = modeArg === undefined ? 1 : toNumber(around.single(modeArg));
  if (wanted instanceof CellError || mode instanceof CellError) {
    return wanted instanceof CellError ? wanted : mode;
  }
  const values = list === undefined ? [] : [...scalars(list)];
  if (mode === 0) {
    const pattern = typeof wanted === "string" ? wildcard(wanted) : null;
    const place = values.findIndex((value) =>
      pattern
        ? typeof value === "string" && pattern.test(value)
        : value !== null && typeof value === typeof (wanted ?? 0) && compare(value, wanted) === 0,
    );
    return place < 0 ? error("#N/A") : place + 1;
  }
  const fits = (value: Scalar): boolean =>
    value !== null && typeof value === typeof wanted && (mode > 0 ? compare(value, wanted) <= 0 : compare(value, wanted) >= 0);
  const beyond = values.findIndex((value) => value !== null && typeof value === typeof wanted && !fits(value));
  const end = beyond < 0 ? values.length : beyond;
  return end === 0 || !values.slice(0, end).some(fits) ? error("#N/A") : end;
};

const index: Fn = ([source, rowArg, columnArg], around) => {
  const row = toNumber(around.single(rowArg));
  const column = toNumber(around.single(columnArg));
  if (row instanceof CellError || column instanceof CellError) {
    return row instanceof CellError ? row : column;
  }
  if (source === undefined || !isBlock(source)) {
    return source ?? error("#VALUE!");
  }
  // With one number, a single row is counted along its columns.
  const [down, across] =
    columnArg === undefined && source.rowCount === 1 ? [1, row] : [row, columnArg === undefined && source.columnCount === 1 ? 1 : column];
  if (down > source.rowCount || across > source.columnCount || down < 0 || across < 0) {
    return error("#REF!");
  }
  if (down === 0 || across === 0) {
    return {
      rowCount: down === 0 ? source.rowCount : 1,
      columnCount: across === 0 ? source.columnCount : 1,
      at: (r, c) => source.at(down === 0 ? r : down - 1, across === 0 ? c : across - 1),
    };
  }
  return source.at(Math.trunc(down) - 1, Math.trunc(across) - 1);
};

const logical =
  (combine: (flags: readonly boolean[]) => boolean): Fn =>
  (args) => {
    const flags: boolean[] = [];
    for (const arg of args) {
      for (const value of scalars(arg)) {
        const isSkipped = isBlock(arg) && (value === null || typeof value === "string");
        const flag = isSkipped ? null : toFlag(value);
        if (flag instanceof CellError) {
          return flag;
        }
        if (flag !== null) {
          flags.push(flag);
        }
      }
    }
    return flags.length === 0 ? error("#VALUE!") : combine(flags);
  };

/** Half away from zero, on the decimal figures: 1.005 to two places is 1.01. */
const roundTo = (value: Scalar, digits: Scalar): Scalar => {
  const [number, places] = [toNumber(value), toNumber(digits)];
  if (number instanceof CellError || places instanceof CellError) {
    return number instanceof CellError ? number : places;
  }
  const factor = 10 ** Math.trunc(places);
  // Fifteen significant figures are what Excel calculates with; beyond them lies the binary remainder.
  const size = Math.round(Number((Math.abs(number) * factor).toPrecision(15))) / factor;
  return number < 0 ? -size : size;
};

/** SUBTOTAL 9 and 109: sums that leave out other subtotals, and 109 also hidden rows. Other numbers are not in the vocabulary. */
const subtotal: Fn = ([kindArg, ...ranges], around) => {
  const kind = around.single(kindArg);
  if (kind !== 9 && kind !== 109) {
    around.warn("SUBTOTAL with another number than 9 or 109 is not built in the embedded host");
    return error("#NAME?");
  }
  let sum = 0;
  for (const range of ranges) {
    if (!isBlock(range)) {
      return error("#VALUE!");
    }
    for (let row = 0; row < usedRows(range); row += 1) {
      if (kind === 109 && around.isRowHidden(range, row)) {
        continue;
      }
      for (let column = 0; column < usedColumns(range); column += 1) {
        const value = around.isSubtotal(range, row, column) ? null : range.at(row, column);
        if (value instanceof CellError) {
          return value;
        }
        sum += typeof value === "number" ? value : 0;
      }
    }
  }
  return sum;
};

export const functions: Readonly<Record<string, Fn>> = {
  SUM: overNumbers(total),
  MAX: overNumbers((list) => extreme(list, (a, b) => a > b)),
  MIN: overNumbers((list) => extreme(list, (a, b) => a < b)),
  ABS: ([value]) =>
    each(value ?? null, (one) => {
      const number = toNumber(one);
      return number instanceof CellError ? number : Math.abs(number);
    }),
  COUNTA: (args) => args.reduce((count: number, arg) => count + [...scalars(arg)].filter((value) => value !== null).length, 0),
  SUMIFS: sumifs,
  COUNTIFS: countifs,
  SUMPRODUCT: sumproduct,
  MATCH: match,
  INDEX: index,
  AND: logical((flags) => flags.every(Boolean)),
  OR: logical((flags) => flags.some(Boolean)),
  ROUND: ([value, digits]) => pairwise(value ?? null, digits ?? null, roundTo),
  SUBTOTAL: subtotal,
  REPT: ([text, times], around) => {
    const [words, count] = [toText(around.single(text)), toNumber(around.single(times))];
    return words instanceof CellError ? words : count instanceof CellError ? count : count < 0 ? error("#VALUE!") : words.repeat(Math.trunc(count));
  },
};

export const join = (left: Scalar, right: Scalar): Scalar => {
  const [a, b] = [toText(left), toText(right)];
  return a instanceof CellError ? a : b instanceof CellError ? b : a + b;
};
