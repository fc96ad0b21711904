/** The text a cell shows: its value under its number format. */
import { SSF } from "@e965/xlsx";

import type { Cell } from "./cell";
import { CellError } from "./cell";

/** The part of the library used here, which its own types leave open. */
interface Formatter {
  format(numberFormat: string, value: string | number): string;
}

/** `Range.text`: "This value doesn't depend on the cell width" (reference page), so never `####`. */
export const displayText = (cell: Cell | undefined): string => {
  if (cell === undefined) {
    return "";
  }
  const { value, numberFormat = "General" } = cell;
  if (value instanceof CellError) {
    return value.code;
  }
  if (typeof value === "boolean") {
    return value ? "TRUE" : "FALSE";
  }
  if (value === "") {
    return "";
  }
  return (SSF as Formatter).format(numberFormat, value);
};
