// Random but lawful budget tables for properties: lines with codes, sections with sub-totals, a grand total, in a chosen unit.
import fc from "fast-check";
import type { CellValue } from "../../../src/core/reading/grid";

interface PlainLine {
  readonly code: string;
  readonly description: string;
  readonly original: number;
  readonly revised: number;
  readonly forecast: number;
}

export interface PlainTable {
  readonly sections: readonly { readonly name: string; readonly lines: readonly PlainLine[] }[];
}

const WORDS = ["Day care", "Home support", "Carers", "Advocacy", "Equipment", "Respite", "Outreach", "Meals", "Telecare", "Housing advice"];
const SECTIONS = ["OLDER PEOPLE", "ADULTS", "CHILDREN", "CORPORATE"];

const amount = fc.integer({ min: 1, max: 900_000 });

/** Amounts are whole numbers above nought, so that no line vanishes and no sign is in question. */
export const plainTable: fc.Arbitrary<PlainTable> = fc.array(fc.array(fc.tuple(amount, amount, amount), { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 4 }).map((blocks) => ({
  sections: blocks.map((block, s) => ({
    name: SECTIONS[s] ?? "OTHER",
    lines: block.map(([original, revised, forecast], i) => ({
      code: `A${s + 1}${String(i + 1).padStart(2, "0")}`, description: `${WORDS[(s * 3 + i) % WORDS.length] ?? ""} ${s + 1}.${i + 1}`, original, revised, forecast,
    })),
  })),
}));

const HEADINGS = ["Cost centre", "Description", "Original budget", "Revised budget", "Forecast outturn"] as const;

/** The table as rows: title, unit, headings, sections with their sub-totals, a grand total. `scale` multiplies every figure. */
export function rowsOf(table: PlainTable, unit: string, scale = 1): CellValue[][] {
  const figures = (lines: readonly PlainLine[]): number[] => [sum(lines, "original"), sum(lines, "revised"), sum(lines, "forecast")].map((n) => n * scale);
  const all = table.sections.flatMap((s) => s.lines);
  return [
    ["Larkshire County Council", null, null, null, null],
    [`Revenue budget 2026/27, ${unit}`, null, null, null, null],
    [null, null, null, null, null],
    [...HEADINGS],
    ...table.sections.flatMap((section): CellValue[][] => [
      [null, section.name, null, null, null],
      ...section.lines.map((l): CellValue[] => [l.code, l.description, l.original * scale, l.revised * scale, l.forecast * scale]),
      [null, `Total ${section.name.toLowerCase()}`, ...figures(section.lines)],
      [null, null, null, null, null],
    ]),
    [null, "Net expenditure", ...figures(all)],
  ];
}

function sum(lines: readonly PlainLine[], figure: "original" | "revised" | "forecast"): number {
  return lines.reduce((s, l) => s + l[figure], 0);
}

/** The columns of every row in another order. */
export function reorder(rows: readonly (readonly CellValue[])[], order: readonly number[], from: number): CellValue[][] {
  return rows.map((row, r) => (r < from ? [...row] : order.map((column) => row[column] ?? null)));
}
