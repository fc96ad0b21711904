// A cross table read: a line for every body and service that hold money, totals set aside, and what the lines add to beside what is printed.
import { cellAddress, type CellRef } from "../../budget/cells";
import type { Stage } from "../../budget/line";
import { asPence, type Pence } from "../../money/pence";
import { pencePerUnit, UNIT_LABEL } from "../../money/unit";
import { count } from "../../text";
import type { NumberStyle } from "../words/amounts";
import { layoutFingerprint } from "../memory/fingerprint";
import type { ColumnField, ColumnMapping, SetAsideRow } from "../types";
import { axisTotals, type AxisItem, type AxisTotal } from "./axisTotals";
import { bodyTotals, type BodyTotal } from "./bodyTotals";
import { crossChecks } from "./crossChecks";
import { crossStage, crossUnit, crossYear, readFigures, type CrossFigures } from "./crossFigures";
import { crossIssues } from "./crossIssues";
import { crossSigns } from "./crossSigns";
import { placeOf, type CrossTable } from "./crossTable";
import { itemWords, keepItems, type KeptItems } from "./keptItems";
import type { TableAnswer, LineDraft, TableReading } from "../lineSteps";

/** Null where nothing of the table is a budget line, for instance where all its columns are balances of reserves. */
export function readCross(table: CrossTable, style: NumberStyle, answer: TableAnswer | null): TableReading | null {
  const { unit, found } = crossUnit(table, answer);
  const { stage, reason: stageReason } = crossStage(table);
  const figures = readFigures(table, unit.unit, style);
  const slack = figures.placePence / 2;
  const sums = bodiesThatAdd(table, figures, slack);
  const total = new Set(sums.map((t) => t.at));
  const plain = table.bodies.flatMap((_, at) => (total.has(at) ? [] : [at]));
  const items = table.items.map((item, i): AxisItem => ({ words: itemWords(item), pence: plain.map((body) => figures.pence[body]?.[i] ?? null) }));
  const totals = axisTotals(items, slack);
  const kept = keepItems(table, totals);
  const signs = crossSigns(items, table.items.map((item) => item.sections), totals);
  const flipOf = (t: AxisTotal): 1 | -1 => (t.leaves.length > 0 && t.leaves.every((leaf) => (signs.signs[leaf.index] ?? 1) * leaf.coefficient === -1) ? -1 : 1);
  const checks = crossChecks({ table, figures, itemTotals: totals.filter((t) => !kept.balances.has(t.index)), bodyTotals: sums, plainBodies: plain, main: kept.main, stage, flipOf });
  const lines = plain.flatMap((body) => kept.lines.flatMap((item): LineDraft[] => {
    const pence = figures.pence[body]?.[item] ?? null;
    return pence === null || pence === 0 ? [] : [lineOf(table, body, item, stage, pence, signs.signs[item] ?? 1, signs.sides[item] ?? null, kept, pencePerUnit(unit.unit))];
  }));
  if (lines.length === 0) return null;
  const columns = mappingColumns(table, stage, stageReason, totals, sums, kept);
  const setAside = setAsideOf(table, figures, plain, kept);
  return {
    lines, totals: checks.totals, checks: [], setAside, signCheck: { rows: 0, wrong: [] }, incomeForm: null, year: crossYear(table),
    issues: [...crossIssues({ table, figures, plain, totals, kept, unit, lines, stage }), ...checks.issues],
    mapping: {
      file: table.grid.file, sheet: table.grid.sheet, area: table.area, headerRows: table.headerRows, columns, unit: unit.unit, unitReason: unit.reason,
      sign: signs.habit, signReason: signs.reason, agency: null, fingerprint: layoutFingerprint(columns, found), confirmedBy: answer?.confirmedBy ?? null,
    },
    shape: {
      sentence: sentenceOf(table, plain.length, kept.lines.length, lines.length, UNIT_LABEL[unit.unit], checks.agreeing, checks.differing, setAside.length),
      controls: checks.controls,
      bodies: table.bodiesNamed === "departments" ? ownerAsBody(table) : plain.flatMap((at) => table.bodies[at] ?? []),
    },
  };
}

/** Rows of authorities are told by their codes and classes; columns of departments by the run of columns that a last one adds. */
function bodiesThatAdd(table: CrossTable, figures: CrossFigures, slack: number): readonly BodyTotal[] {
  if (table.bodiesAre === "rows") return bodyTotals(table.bodies, figures.pence, slack);
  const columns = table.bodies.map((body, b): AxisItem => ({ words: body.name, pence: table.items.map((_, i) => figures.pence[b]?.[i] ?? null) }));
  return axisTotals(columns, slack).map((t): BodyTotal => ({ at: t.index, parts: t.leaves.map((leaf) => leaf.index), agreeing: t.agreeing, compared: t.compared, how: "the columns that it adds" }));
}

function ownerAsBody(table: CrossTable): NonNullable<TableReading["shape"]>["bodies"] {
  return table.owner === null ? [] : [{ name: table.owner.name, cell: table.owner.cell, codes: [], bodyType: null }];
}

function lineOf(table: CrossTable, bodyAt: number, itemAt: number, stage: Stage, pence: number, sign: 1 | -1, side: LineDraft["side"], kept: KeptItems, perUnit: number): LineDraft {
  const body = table.bodies[bodyAt];
  const item = table.items[itemAt];
  const { row, column } = placeOf(table, body ?? { index: 0 }, item ?? { index: 0 });
  const address = cellAddress(row, column);
  const amounts: Record<Stage, Pence | null> = { original: null, revised: null, forecast: null, actual: null, outturn: null };
  amounts[stage] = asPence(sign * pence);
  const department = table.bodiesNamed === "departments";
  return {
    row, code: item?.code ?? null, subjective: null, description: department ? `${item?.name ?? ""}, ${body?.name ?? ""}` : item?.name ?? "",
    sections: department ? [body?.name ?? "", ...(item?.sections ?? [])] : kept.sectionsOf(itemAt),
    agencyText: department ? table.owner?.name ?? null : body?.name ?? null, note: null, part: "whole", side, pence: amounts,
    cells: { [stage]: address }, address, sign, pencePerUnit: perUnit,
    ...(department ? table.owner === null ? {} : { agencyCell: table.owner.cell } : body === undefined ? {} : { agencyCell: body.cell }),
  };
}

function mappingColumns(table: CrossTable, stage: Stage, stageReason: string, totals: readonly AxisTotal[], sums: readonly BodyTotal[], kept: KeptItems): readonly ColumnMapping[] {
  const labels = table.labelColumns.map((l): ColumnMapping => ({ column: l.column, heading: l.heading, field: l.field, reason: l.field === "agency" ? "each row is a body of its own" : `the heading "${l.heading}"` }));
  const amounts = table.bodiesAre === "rows"
    ? table.items.map((item, i): ColumnMapping => ({ column: item.index, heading: item.code === null ? item.name : `${item.code} ${item.name}`, ...itemField(i, totals, kept, stage, stageReason) }))
    : table.bodies.map((body, b): ColumnMapping => {
      const sum = sums.find((t) => t.at === b);
      return { column: body.index, heading: body.name, field: sum === undefined ? stage : "ignored", reason: sum === undefined ? `${table.bodiesNamed === "agencies" ? "a body" : "a department"} of its own; ${stageReason}` : `it adds ${count(sum.parts.length, "column")}` };
    });
  return [...labels, ...amounts].sort((a, b) => a.column - b.column);
}

function itemField(item: number, totals: readonly AxisTotal[], kept: KeptItems, stage: Stage, stageReason: string): { field: ColumnField; reason: string } {
  const total = totals.find((t) => t.index === item);
  if (total !== undefined) return { field: "ignored", reason: `a total of ${count(total.leaves.length, "column")}, as ${total.agreeing} of ${total.compared} rows bear out` };
  if (kept.balances.has(item)) return { field: "ignored", reason: "a balance at a date, not spending or income of the year" };
  return kept.outside.includes(item) ? { field: "ignored", reason: "no total of the table takes it in" } : { field: stage, reason: `a service; ${stageReason}` };
}

/** Columns that are no lines, each with its money over all bodies, so that nothing is lost from the sheet's total. */
function setAsideOf(table: CrossTable, figures: CrossFigures, plain: readonly number[], kept: KeptItems): readonly SetAsideRow[] {
  return [...kept.balances, ...kept.outside].sort((a, b) => a - b).map((i): SetAsideRow => {
    const item = table.items[i];
    const header = table.headerRows[table.headerRows.length - 1] ?? 0;
    const cell: CellRef = { file: table.grid.file, sheet: table.grid.sheet, address: table.bodiesAre === "rows" ? cellAddress(header, item?.index ?? 0) : cellAddress(item?.index ?? 0, table.area.left) };
    return {
      cell, text: item?.name ?? "", why: kept.balances.has(i) ? "a balance at a date, not spending or income of the year" : "no total of the table takes it in",
      pence: asPence(plain.reduce((sum, body) => sum + (figures.pence[body]?.[i] ?? 0), 0)),
    };
  });
}

function sentenceOf(table: CrossTable, bodies: number, items: number, lines: number, unit: string, agreeing: number, differing: number, aside: number): string {
  const [across, down] = table.bodiesAre === "rows" ? ["columns", "rows"] : ["rows", "columns"];
  const who = table.bodiesNamed === "agencies" ? count(bodies, "agency", "agencies") : count(bodies, "department");
  const totals = agreeing + differing === 0 ? "no printed totals" : `${count(agreeing, "printed total agrees", "printed totals agree")}${differing === 0 ? "" : `, ${count(differing, "differs", "differ")}`}`;
  const left = aside === 0 ? "" : `, ${count(aside, "service")} set aside`;
  return `${who} in ${down} by ${count(items, "service")} in ${across}: ${count(lines, "line")}, ${unit}, ${totals}${left}.`;
}

