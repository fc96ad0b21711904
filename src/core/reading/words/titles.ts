// What the words at the head of a sheet or above a table say of the year.
import { isBlank, oneLine } from "./cellText";
import type { SheetGrid } from "../grid";

/** The lines of words at the head of the sheet, above its first figures: what they say of the year goes for every table that says nothing else. */
export function titlesOf(grid: SheetGrid): string[] {
  const titles: string[] = [];
  for (const values of grid.values.slice(0, 8)) {
    const filled = values.filter((value) => !isBlank(value));
    if (filled.length > 1 || filled.some((value) => typeof value !== "string")) break;
    titles.push(...filled.map(oneLine));
  }
  return titles;
}

/** The financial year that the words above the table name ("2026/27"), the nearest first; a lone date does not name one. */
export function titleYear(above: readonly string[]): number | null {
  for (const text of [...above].reverse()) {
    const match = /\b((?:19|20)\d{2})\s?[/–-]\s?(?:(?:19|20)?\d{2})\b/.exec(text);
    if (match !== null) return Number(match[1]);
  }
  return null;
}
