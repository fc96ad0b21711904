// Forms that print beside each row which sign its figures should have ("+", "-", "+/-"): no label and no amount, but a check of the figures.
import { STAGES } from "../budget/line";
import type { Issue } from "../issues/issue";
import type { Answers } from "./memory/answers";
import { isBlank, oneLine } from "./words/cellText";
import type { CellValue, SheetGrid } from "./grid";
import { readSheet } from "./readSheet";
import type { SheetDraft, TableReading } from "./lineSteps";

const SIGN = /^(\+|-|−|–|\+ ?\/ ?[-−–]|±)$/;
const FEWEST_SIGNS = 3;
/** A longer sheet is a list, not a form. */
const MOST_ROWS = 5000;
/** Words beside a number that names a table of the form. */
const TABLE_NUMBER = /^table id$/i;

interface WithoutSigns {
  /** The grid without the signs and the form's own table numbers; the grid itself where it has none. */
  readonly grid: SheetGrid;
  /** By row: the sign that its figures should have. Rows with either sign or two different ones are left out. */
  readonly expected: ReadonlyMap<number, 1 | -1>;
}

/** Reads a sheet without the signs that its form prints, then holds the figures against them. */
export function readForm(grid: SheetGrid, answers: Answers): SheetDraft {
  const { grid: plain, expected } = withoutSigns(grid);
  const draft = readSheet(plain, answers);
  return expected.size === 0 ? draft : { ...draft, grid, issues: [...draft.issues, ...signIssues(grid, expected, draft.tables)] };
}

/** Takes sign columns out of a grid: columns without a number, whose filled cells below their heading are nearly all signs. */
function withoutSigns(grid: SheetGrid): WithoutSigns {
  const signColumns = grid.values.length > MOST_ROWS ? new Set<number>() : columnsOfSigns(grid);
  if (signColumns.size === 0) return { grid, expected: new Map() };
  const expected = new Map<number, 1 | -1>();
  const values = grid.values.map((row, r): readonly CellValue[] => {
    const signs = new Set<string>();
    const cells = row.map((value, column): CellValue => {
      if (signColumns.has(column) && isSignOrMark(value)) {
        if (SIGN.test(oneLine(value))) signs.add(oneLine(value));
        return null;
      }
      return typeof value === "number" && TABLE_NUMBER.test(oneLine(row[column - 1] ?? null)) ? null : value;
    });
    const [only] = signs;
    if (signs.size === 1 && only !== undefined && !/\/|±/.test(only)) expected.set(r, only === "+" ? 1 : -1);
    return cells;
  });
  return { grid: { ...grid, values }, expected };
}

function isSignOrMark(value: CellValue): boolean {
  return SIGN.test(oneLine(value)) || oneLine(value) === "i";
}

function columnsOfSigns(grid: SheetGrid): ReadonlySet<number> {
  const counts = new Map<number, { signs: number; plus: number; marks: number; numbers: number; texts: number }>();
  for (const row of grid.values) {
    row.forEach((value, column) => {
      if (isBlank(value)) return;
      const known = counts.get(column) ?? { signs: 0, plus: 0, marks: 0, numbers: 0, texts: 0 };
      counts.set(column, known);
      const text = oneLine(value);
      if (SIGN.test(text)) {
        known.signs += 1;
        if (text.includes("+")) known.plus += 1;
      } else if (text === "i") known.marks += 1;
      else if (typeof value === "number") known.numbers += 1;
      else known.texts += 1;
    });
  }
  const found = [...counts].filter(([, c]) => c.numbers === 0 && c.signs >= FEWEST_SIGNS && c.plus > 0 && c.texts <= c.signs).map(([column]) => column);
  const first = Math.min(...found);
  // Marks stand just left of the signs.
  return new Set(found.length === 0 ? [] : [...found, ...[...counts].filter(([column, c]) => column === first - 1 && c.marks > 0 && c.texts + c.numbers === 0).map(([column]) => column)]);
}

const MOST_ISSUES = 10;

/** Figures whose sign is not the one that the form expects: kept as printed, and asked about. */
function signIssues(grid: SheetGrid, expected: ReadonlyMap<number, 1 | -1>, tables: readonly TableReading[]): readonly Issue[] {
  if (expected.size === 0) return [];
  return tables.flatMap((table) => table.lines).flatMap((line): Issue[] => {
    const sign = expected.get(line.row);
    return STAGES.flatMap((stage): Issue[] => {
      const [pence, address] = [line.pence[stage], line.cells[stage]];
      if (sign === undefined || pence === null || address === undefined || pence * line.sign * sign >= 0) return [];
      return [{
        code: "nature-unsure", severity: "question", where: { file: grid.file, sheet: grid.sheet, address }, pence: Math.abs(pence),
        facts: { line: line.description, why: `the form expects a ${sign === 1 ? "positive" : "negative"} figure here`, done: "the sign was kept" },
      }];
    });
  }).slice(0, MOST_ISSUES);
}
