// Pence as words for people: thousands separators, unit and sign stated; the same on every machine (no locale).
import type { Pence } from "./pence";

export type NegativeStyle = "minus" | "brackets";

/** "£1,234.50": always the whole amount in pounds; pennies only when there are any. */
export function formatPounds(pence: Pence, negative: NegativeStyle = "minus"): string {
  const size = Math.abs(pence);
  const pennies = size % 100;
  const text = `£${group((size - pennies) / 100)}${pennies === 0 ? "" : `.${String(pennies).padStart(2, "0")}`}`;
  return signed(text, pence, negative);
}

/** A whole number of zero or more with thousands separators: 1234567 is "1,234,567". */
export function group(whole: number): string {
  return String(whole).replace(/\B(?=(\d{3})+(?!\d))/g, ",");
}

function signed(text: string, pence: Pence, negative: NegativeStyle): string {
  if (pence >= 0) return text;
  return negative === "brackets" ? `(${text})` : `−${text}`;
}
