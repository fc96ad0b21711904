// Cells for amounts and text in tables of ours, and reading them back exactly.
import type { Pence } from "../money/pence";
import { fromPence, toPence } from "../money/unit";
import type { CellValue } from "../reading/grid";
import type { CellStyle, SheetCell } from "./types";

/** Pounds and pennies as a number cell. */
export function poundsCell(pence: Pence | null, style: CellStyle = "body"): SheetCell {
  return { value: pence === null ? null : fromPence(pence, "pounds"), format: "pounds-pence", style };
}

export function textCell(text: string, style: CellStyle = "body"): SheetCell {
  return { value: text === "" ? null : text, format: "text", style };
}

export function numberCell(value: number): SheetCell {
  return { value, format: "integer", style: "body" };
}

/** A pounds cell of a table of ours as pence; null when it holds no exact amount. */
export function penceOfCell(value: CellValue): Pence | null {
  if (typeof value !== "number" || !Number.isFinite(value)) return null;
  const { pence, exact } = toPence(value, "pounds");
  return exact ? pence : null;
}
