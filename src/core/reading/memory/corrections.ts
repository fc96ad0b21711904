// What a person corrected about how a table is read: columns, range, sign habit and agency; kept as one readable text in tblMapping.
import { cellAddress, columnLetters, parseAddress } from "../../budget/cells";
import { STAGES, type Stage } from "../../budget/line";
import { UNIT_LABEL, type MoneyUnit } from "../../money/unit";
import type { GridArea } from "../grid";
import { followColumns } from "./followCorrections";
import type { ColumnField, SignHabit, Corrections, ColumnCorrection, RangeRows } from "../types";
import type { FoundTable, SignFinding, ReadColumn, StageChoice } from "../tableSteps";
import type { TableAnswer } from "../lineSteps";

export const NO_CORRECTIONS: Corrections = { columns: [], range: null, sign: null, unit: null, agency: null };

export const COLUMN_FIELDS: readonly ColumnField[] = [
  "description", "code", "subjective", "section", "agency", "holder", "note", "original", "revised", "forecast", "actual", "outturn", "gross", "income", "net", "variance", "ignored",
];
export const MONEY_UNITS: readonly MoneyUnit[] = ["pence", "pounds", "thousands", "millions"];
export const SIGN_HABITS: readonly SignHabit[] = ["expenditure-positive", "income-positive", "both-positive"];

/** 'range A6:H40 | unit £000 | sign both-positive | agency "Fictown" | F "Revised budget" = revised', or "" when nothing was corrected. */
export function correctionsText({ columns, range, rangeRows, sign, unit, agency }: Corrections): string {
  const rows = rangeRows === undefined ? "" : ` rows ${JSON.stringify([rangeRows.first, rangeRows.last])}`;
  return [
    ...(range === null ? [] : [`range ${cellAddress(range.top, range.left)}:${cellAddress(range.bottom, range.right)}${rows}`]),
    ...(unit === null ? [] : [`unit ${UNIT_LABEL[unit]}`]), ...(sign === null ? [] : [`sign ${sign}`]), ...(agency === null ? [] : [`agency ${JSON.stringify(agency)}`]),
    ...columns.map(({ column, heading, field }) => `${columnLetters(column)} ${JSON.stringify(heading)} = ${field}`),
  ].join(" | ");
}

/** Reads the text back; a part that is not one of these is passed over. */
export function correctionsOf(text: string): Corrections {
  const columns: ColumnCorrection[] = [];
  let rangeRows: RangeRows | null = null;
  let [range, sign, unit, agency]: [GridArea | null, SignHabit | null, MoneyUnit | null, string | null] = [null, null, null, null];
  for (const part of text.match(/(?:[^|"]|"(?:[^"\\]|\\.)*")+/g) ?? []) {
    const [, word = "", rest = ""] = /^\s*(\S+)\s+(.*?)\s*$/s.exec(part) ?? [];
    if (word === "range") [range, rangeRows] = [areaOf(/^\S+/.exec(rest)?.[0] ?? ""), rangeRowsOf(rest)];
    else if (word === "unit") unit = unitLabelled(rest);
    else if (word === "sign") sign = SIGN_HABITS.find((habit) => habit === rest) ?? null;
    else if (word === "agency") agency = quoted(rest);
    else {
      const [, heading = "", named = ""] = /^("(?:[^"\\]|\\.)*")\s*=\s*(\S+)$/s.exec(rest) ?? [];
      const field = COLUMN_FIELDS.find((known) => known === named);
      const at = parseAddress(`${word}1`);
      const words = quoted(heading);
      if (field !== undefined && at !== null && words !== null) columns.push({ column: at.column, heading: words, field });
    }
  }
  return { columns, range, ...(rangeRows === null ? {} : { rangeRows }), sign, unit, agency };
}

function rangeRowsOf(text: string): RangeRows | null {
  const rows = parsed(/^\S+\s+rows\s+(\[.*\])$/s.exec(text)?.[1] ?? "");
  if (!Array.isArray(rows)) return null;
  const [first, last] = rows.map((row: unknown) => (Array.isArray(row) ? row.filter((word): word is string => typeof word === "string") : []));
  return first === undefined || last === undefined ? null : { first, last };
}

export function unitLabelled(text: string): MoneyUnit | null {
  return MONEY_UNITS.find((unit) => UNIT_LABEL[unit] === text) ?? null;
}

/** "A6:H40" as an area, or null. */
function areaOf(text: string): GridArea | null {
  const [from = "", to = from] = text.split(":");
  const [a, b] = [parseAddress(from), parseAddress(to)];
  return a === null || b === null ? null
    : { top: Math.min(a.row, b.row), left: Math.min(a.column, b.column), bottom: Math.max(a.row, b.row), right: Math.max(a.column, b.column) };
}

/** The found table cut to, or made from, the range that was given; a range without known heading rows has them in its first row. */
export function correctedTable(found: FoundTable | null, range: GridArea): FoundTable {
  const inside = (rows: readonly number[]): readonly number[] => rows.filter((row) => row >= range.top && row <= range.bottom);
  const headerRows = inside(found?.headerRows ?? []);
  return {
    area: range, headerRows: headerRows.length > 0 ? headerRows : [range.top], repeatedHeaderRows: inside(found?.repeatedHeaderRows ?? []),
    columns: Array.from({ length: range.right - range.left + 1 }, (_, i) => range.left + i),
  };
}

/** The columns with the corrected fields; a column that held a corrected place before gives it up. */
export function correctedChoice(choice: StageChoice, answer: TableAnswer | null): StageChoice {
  if (answer === null || answer.corrections.columns.length === 0) return choice;
  let columns = choice.columns;
  const settled = new Set<number>();
  for (const { column, heading, field } of followColumns(answer.corrections.columns, answer.columns, columns)) {
    const at = columns.find((c) => c.column === column && c.heading === heading);
    if (at === undefined) continue;
    settled.add(at.column);
    const place = placeOf(field, columns);
    columns = columns.map((c): ReadColumn => {
      if (c.column === at.column) return { ...c, field, ...place, reason: `confirmed by ${answer.confirmedBy}` };
      return rivals(c, field, place) ? { ...c, field: "ignored", stage: null, part: "whole", reason: `its place was given to column ${columnLetters(at.column)}` } : c;
    });
  }
  return {
    ...choice, columns, guessed: choice.guessed.filter((column) => !settled.has(column)),
    rivals: choice.rivals.filter((pair) => !pair.some((column) => settled.has(column))),
  };
}

function placeOf(field: ColumnField, columns: readonly ReadColumn[]): Pick<ReadColumn, "stage" | "part"> {
  const stage = STAGES.find((known) => known === field);
  if (stage !== undefined) return { stage, part: "whole" };
  if (field !== "gross" && field !== "income" && field !== "net") return { stage: null, part: "whole" };
  const inUse: Stage | null = columns.find((c) => c.part !== "whole" && c.stage !== null)?.stage ?? null;
  return { stage: inUse ?? "revised", part: field };
}

const ONE_ONLY: ReadonlySet<ColumnField> = new Set(["code", "description", "agency", "subjective", "holder"]);

function rivals(c: ReadColumn, field: ColumnField, { stage, part }: Pick<ReadColumn, "stage" | "part">): boolean {
  if (stage === null) return ONE_ONLY.has(field) && c.field === field;
  return c.stage === stage && (part === "whole" || c.part === "whole" || c.part === part);
}

/** The sign habit that a person gave, over what was found. */
export function correctedSign(found: SignFinding, answer: { readonly corrections: Corrections; readonly confirmedBy: string } | null): SignFinding {
  const habit = answer?.corrections.sign ?? null;
  if (habit === null || answer === null) return found;
  const isIncome = (index: number, part: ReadColumn["part"]): boolean => part === "income" || (part === "whole" && found.sideOf(index) === "income");
  const signOf: SignFinding["signOf"] = (index, part) => (habit === "expenditure-positive" ? 1 : habit === "income-positive" ? -1 : isIncome(index, part) ? -1 : 1);
  return { ...found, habit, reason: `confirmed by ${answer.confirmedBy}`, signOf, unsure: false, incomeForm: habit === found.habit ? found.incomeForm : null };
}

function quoted(text: string): string | null {
  const value = parsed(text);
  return typeof value === "string" ? value : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
