/** The functions that ask where a reference stands, and HYPERLINK, whose value is its words. */
import { areaOf, formatArea } from "../model/address";
import { CellError } from "../model/cell";
import type { Fn } from "./functions";
import { error, isBlock, toNumber } from "./values";

const placed =
  (which: "row" | "column"): Fn =>
  ([reference], around) => {
    if (reference === undefined || !isBlock(reference) || reference.place === undefined) {
      around.warn(`${which.toUpperCase()} of anything but a reference is not built in the embedded host`);
      return error("#VALUE!");
    }
    return reference.place.area[which] + 1;
  };

/** ADDRESS(row, column, kind): 1 with dollars, 4 without. */
const address: Fn = ([rowArg, columnArg, kindArg], around) => {
  const [row, column, kind] = [rowArg, columnArg, kindArg ?? 1].map((arg) => toNumber(around.single(arg)));
  if (typeof row !== "number" || typeof column !== "number" || row < 1 || column < 1) {
    return row instanceof CellError ? row : column instanceof CellError ? column : error("#VALUE!");
  }
  if (kind !== 1 && kind !== 4) {
    around.warn("ADDRESS with dollars on one part alone is not built in the embedded host");
    return error("#VALUE!");
  }
  const plain = formatArea(areaOf(row - 1, column - 1));
  return kind === 4 ? plain : plain.replace(/^([A-Z]+)(\d+)$/, "$$$1$$$2");
};

export const placeFunctions: Readonly<Record<string, Fn>> = {
  ROW: placed("row"),
  COLUMN: placed("column"),
  ADDRESS: address,
  HYPERLINK: ([target, words], around) => around.single(words ?? target),
};
