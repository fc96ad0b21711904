// A new amount written the way the cell's own agency writes it: same unit, same sign habit, and as text where it was text.
import type { Pence } from "../money/pence";
import type { CellValue } from "../reading/grid";

/** The cell's number, or the parts of a number kept as text; null when the cell holds no plain amount. */
interface StatedAmount {
  readonly number: number;
  readonly style: "number" | TextStyle;
}

interface TextStyle {
  readonly pound: boolean;
  readonly grouped: boolean;
  readonly brackets: boolean;
  readonly decimals: number;
}

/**
 * The cell's value after `changePence` (canonical sign) is added to the line that stands in it. `sign` and `pencePerUnit` are the line's
 * source facts. Null when the cell holds no plain amount or the new one can't be stated exactly in it.
 */
export function restate(value: CellValue, changePence: Pence, sign: 1 | -1, pencePerUnit: number): CellValue {
  const stated = parse(value);
  if (stated === null) return null;
  const scaled = Math.round(stated.number * pencePerUnit);
  if (!Number.isSafeInteger(scaled) || Math.abs(stated.number * pencePerUnit - scaled) > 0.001) return null;
  const pence = scaled + sign * changePence;
  if (!Number.isSafeInteger(pence)) return null;
  const number = pence / pencePerUnit;
  return stated.style === "number" ? number : format(pence, pencePerUnit, stated.style);
}

/** Registered form of a cell's value: JSON, so that text "5,200" and the number 5200 stay apart. */
export function cellToken(value: CellValue): string {
  return JSON.stringify(value);
}

/** The value of a registered form, or undefined when it is not one. */
export function cellOfToken(token: string): CellValue | undefined {
  try {
    const value: unknown = JSON.parse(token);
    if (value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  } catch {
    return undefined;
  }
  return undefined;
}

function parse(value: CellValue): StatedAmount | null {
  if (typeof value === "number") return { number: value, style: "number" };
  if (typeof value !== "string") return null;
  const match = /^\s*(\()?\s*([-−])?\s*(£)?\s*((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?)\s*(\))?\s*$/.exec(value);
  if (!match || (match[1] === undefined) !== (match[6] === undefined)) return null;
  const digits = match[4] ?? "";
  const size = Number(digits.replace(/,/g, ""));
  const negative = match[1] !== undefined || match[2] !== undefined;
  return {
    number: negative ? -size : size,
    style: {
      pound: match[3] !== undefined, grouped: digits.includes(",") || size < 1000, brackets: match[2] === undefined,
      decimals: match[5]?.length ?? 0,
    },
  };
}

function format(pence: Pence, pencePerUnit: number, style: TextStyle): string {
  const size = Math.abs(pence);
  const whole = Math.floor(size / pencePerUnit);
  const rest = size % pencePerUnit;
  const places = String(pencePerUnit).length - 1;
  const exact = rest === 0 ? "" : String(rest).padStart(places, "0").replace(/0+$/, "");
  const decimals = exact.padEnd(style.decimals, "0");
  const digits = style.grouped ? String(whole).replace(/\B(?=(\d{3})+(?!\d))/g, ",") : String(whole);
  const text = `${style.pound ? "£" : ""}${digits}${decimals === "" ? "" : `.${decimals}`}`;
  if (pence >= 0) return text;
  return style.brackets ? `(${text})` : `-${text}`;
}
