// A table that shows the money of another one of its sheet again in another cut, by service and then by kind of spending: never counted twice.
import { cellAddress } from "../../budget/cells";
import { STAGES, type Stage } from "../../budget/line";
import type { Issue } from "../../issues/issue";
import { formatPounds } from "../../money/format";
import { listSome } from "../../text";
import { oneLine } from "../words/cellText";
import { valueAt, type SheetGrid } from "../grid";
import { speaksOfFunding } from "../coding/nature";
import { likeness, stepOf, sumOf, type Stages } from "./sheetFacts";
import type { SetAsideRow } from "../types";
import type { LineDraft, TableReading } from "../lineSteps";

/** The table that is left out, as a row set aside and as the question whether that is right. */
export interface SecondCut {
  readonly table: TableReading;
  readonly row: SetAsideRow;
  readonly issue: Issue;
}

/** Sums equal in this many different amounts are no chance. */
const TELLING = 2;

/**
 * The reading as another cut of one of the tables before it: other lines that add up to the same in every stage that both have, two
 * different amounts at least, within the last place printed. Null for lines of the same names (a copy, which is refused) and for what pays
 * for the budget.
 */
export function secondCut(grid: SheetGrid, before: readonly TableReading[], reading: TableReading): SecondCut | null {
  if (!isBudget(reading)) return null;
  const sum = sumOf(reading.lines);
  const first = before.find((table) => isBudget(table) && !sharesNames(table, reading) && sameMoney(table, reading, sum));
  if (first === undefined) return null;
  const { file, sheet } = grid;
  const { top, left } = reading.mapping.area;
  const where = { file, sheet, address: cellAddress(top, left) };
  const [here, there] = [where.address, cellAddress(first.mapping.area.top, first.mapping.area.left)];
  const equal = STAGES.filter((stage) => (sum[stage] ?? 0) !== 0 && sumOf(first.lines)[stage] !== undefined);
  const figures = listSome(equal.map((stage) => `${formatPounds(sum[stage] ?? 0)} ${stage}`), ", ");
  return {
    table: reading,
    row: { cell: where, text: titleOf(grid, top, left), why: `the table shows the money of the one at ${there} in another cut: both add up to ${figures}`, pence: null, stages: stagesOf(sum, equal) },
    issue: {
      code: "several-tables", severity: "question", where, pence: Math.abs(equal.map((stage) => sum[stage] ?? 0)[0] ?? 0),
      facts: { sheet, count: String(before.length + 1), done: `the one at ${there} was read; the ${reading.lines.length} lines of the one at ${here} add up to the same (${figures}), so it was taken for the same money in another cut, set aside and not counted again` },
    },
  };
}

/** Lines of their own that are spending or income, not the grants and taxes that finance them. */
function isBudget({ lines, shape }: TableReading): boolean {
  return shape === undefined && lines.length >= 2 && !lines.some((line) => speaksOfFunding(line.description));
}

function sameMoney(first: TableReading, second: TableReading, sum: Stages): boolean {
  const tolerance = (stepOf(first.lines) + stepOf(second.lines)) / 2;
  return (likeness(sumOf(first.lines), sum, tolerance)?.distinct ?? 0) >= TELLING && amounts(first.lines) !== amounts(second.lines);
}

/** Line for line the same figures under other names are no other cut of one sum. */
function amounts(lines: readonly LineDraft[]): string {
  return lines.map(({ pence }) => pence.revised ?? pence.original ?? pence.forecast ?? pence.outturn ?? 0).sort((a, b) => a - b).join(" ");
}

function sharesNames(a: TableReading, b: TableReading): boolean {
  const names = (lines: readonly LineDraft[]): Set<string> => new Set(lines.map((line) => `${line.code ?? ""}\u0001${line.description}`));
  const [ours, theirs] = [names(a.lines), names(b.lines)];
  return [...ours].filter((name) => theirs.has(name)).length * 2 >= Math.min(ours.size, theirs.size);
}

function stagesOf(sum: Stages, equal: readonly Stage[]): NonNullable<SetAsideRow["stages"]> {
  return Object.fromEntries(equal.map((stage) => [stage, sum[stage] ?? 0]));
}

/** The words right above the table, else its first heading. */
function titleOf(grid: SheetGrid, top: number, left: number): string {
  const above = oneLine(valueAt(grid, top - 1, left));
  return above === "" ? oneLine(valueAt(grid, top, left)) : above;
}
