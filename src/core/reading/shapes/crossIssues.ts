// What is doubtful about a cross table: its unit, cells without an amount, columns outside its totals, what is hidden.
import { cellAddress, type CellRef } from "../../budget/cells";
import type { Stage } from "../../budget/line";
import type { Issue, IssueCode, Severity } from "../../issues/issue";
import { UNIT_LABEL } from "../../money/unit";
import type { UnitFinding } from "../columns/unit";
import type { AxisTotal } from "./axisTotals";
import type { CrossFigures, OddFigure } from "./crossFigures";
import { placeOf, type CrossTable } from "./crossTable";
import type { KeptItems } from "./keptItems";
import type { LineDraft } from "../lineSteps";

export interface CrossFacts {
  readonly table: CrossTable;
  readonly figures: CrossFigures;
  readonly plain: readonly number[];
  readonly totals: readonly AxisTotal[];
  readonly kept: KeptItems;
  readonly unit: UnitFinding;
  readonly lines: readonly LineDraft[];
  readonly stage: Stage;
}

export function crossIssues(facts: CrossFacts): readonly Issue[] {
  return [...unitIssue(facts), ...oddIssues(facts), ...outsideIssue(facts), ...hiddenIssue(facts), ...inexactIssue(facts)];
}

function made({ table }: CrossFacts, code: IssueCode, severity: Severity, address: string, more: Issue["facts"], pence: number | null = null): Issue {
  const where: CellRef = { file: table.grid.file, sheet: table.grid.sheet, address };
  return { code, severity, where, facts: { sheet: table.grid.sheet, ...more }, pence };
}

function money({ lines, stage }: CrossFacts): number {
  return lines.reduce((sum, line) => sum + Math.abs(line.pence[stage] ?? 0), 0);
}

function topLeft({ table }: CrossFacts): string {
  return cellAddress(table.area.top, table.area.left);
}

function unitIssue(facts: CrossFacts): Issue[] {
  return facts.unit.told ? [] : [made(facts, "unit-unknown", "question", topLeft(facts), { unit: UNIT_LABEL[facts.unit.unit] }, money(facts))];
}

/** One issue a service for all its cells without an amount, the first of them named. Cells of what is set aside are not asked about. */
function oddIssues(facts: CrossFacts): Issue[] {
  const { table, figures, kept } = facts;
  const used = new Set(kept.lines);
  const plain = new Set(facts.plain);
  const byItem = new Map<number, OddFigure[]>();
  for (const odd of figures.odd) {
    if (!used.has(odd.item) || !plain.has(odd.body)) continue;
    byItem.set(odd.item, [...(byItem.get(odd.item) ?? []), odd]);
  }
  return [...byItem].flatMap(([item, cells]): Issue[] => {
    const [first] = cells;
    const [body, service] = [table.bodies[first?.body ?? 0], table.items[item]];
    if (first === undefined || body === undefined || service === undefined) return [];
    const { row, column } = placeOf(table, body, service);
    const text = "text" in first.reading ? first.reading.text : "";
    const line = `${service.name} of ${body.name}${cells.length === 1 ? "" : ` (and of ${cells.length - 1} more)`}`;
    const code: IssueCode = first.reading.kind === "error" ? "amount-error" : first.reading.kind === "missing" ? "amount-missing" : "text-in-amount";
    return [made(facts, code, code === "amount-missing" ? "question" : "error", cellAddress(row, column), { line, text, stage: facts.stage })];
  });
}

/** Memoranda to the right of the main total are said; a service between the others that no total takes in is asked about. */
function outsideIssue(facts: CrossFacts): Issue[] {
  const { kept, table, figures, plain } = facts;
  const aside = [...kept.outside, ...kept.balances];
  const [first] = aside;
  if (first === undefined) return [];
  const between = kept.outside.some((i) => i < (kept.main?.index ?? -1));
  const pence = aside.reduce((sum, i) => sum + Math.abs(plain.reduce((s, body) => s + (figures.pence[body]?.[i] ?? 0), 0)), 0);
  const header = table.headerRows[table.headerRows.length - 1] ?? table.area.top;
  const at = table.items[first]?.index ?? 0;
  return [made(facts, "services-set-aside", between ? "question" : "info", table.bodiesAre === "rows" ? cellAddress(header, at) : cellAddress(at, table.area.left), { count: String(aside.length), first: table.items[first]?.name ?? "" }, pence)];
}

function hiddenIssue(facts: CrossFacts): Issue[] {
  const { area, grid } = facts.table;
  const rows = (grid.hiddenRows ?? []).filter((r) => r >= area.top && r <= area.bottom).length;
  const columns = (grid.hiddenColumns ?? []).filter((c) => c >= area.left && c <= area.right).length;
  return rows + columns === 0 ? [] : [made(facts, "hidden-rows", "warning", topLeft(facts), { rows: String(rows), columns: String(columns) })];
}

function inexactIssue(facts: CrossFacts): Issue[] {
  return facts.figures.inexact === 0 ? [] : [made(facts, "amount-not-whole-pence", "info", topLeft(facts), { count: String(facts.figures.inexact) })];
}
