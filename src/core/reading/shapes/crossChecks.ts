// The printed totals of a cross table beside what its lines add to: body by body, and for rows that add up other bodies.
import { cellAddress, describeCell, type CellRef } from "../../budget/cells";
import type { Stage } from "../../budget/line";
import type { Control } from "../../checks/control";
import { judgeDifference, roundingLimits, type RoundingLimits } from "../../checks/rounding";
import type { Issue } from "../../issues/issue";
import { formatPounds } from "../../money/format";
import { asPence } from "../../money/pence";
import { count } from "../../text";
import type { PrintedTotal } from "../types";
import type { AxisTotal } from "./axisTotals";
import type { BodyTotal } from "./bodyTotals";
import { placeOf, type CrossTable } from "./crossTable";
import type { CrossFigures } from "./crossFigures";

/** One printed figure against its parts. */
interface Comparison {
  readonly cell: CellRef;
  readonly label: string;
  readonly printed: number;
  readonly computed: number;
  readonly limits: RoundingLimits;
}

/** All comparisons of one total: a column for every body, or a row for every item. */
interface TotalSet {
  readonly name: string;
  /** The comparisons whose sum is told: all of a total, of a row the one under the main total. */
  readonly told: readonly Comparison[];
  readonly level: PrintedTotal["level"];
  readonly comparisons: readonly Comparison[];
  readonly note: string;
}

export interface CrossChecks {
  readonly totals: readonly PrintedTotal[];
  readonly issues: readonly Issue[];
  readonly controls: (subject: string) => readonly Control[];
  readonly agreeing: number;
  readonly differing: number;
}

export interface CrossTotals {
  readonly table: CrossTable;
  readonly figures: CrossFigures;
  readonly itemTotals: readonly AxisTotal[];
  readonly bodyTotals: readonly BodyTotal[];
  /** Bodies that are no totals, as indexes. */
  readonly plainBodies: readonly number[];
  /** The total that takes in most items, or null. */
  readonly main: AxisTotal | null;
  readonly stage: Stage;
  /** What a total of items is multiplied by to be spending positive. */
  readonly flipOf: (total: AxisTotal) => 1 | -1;
}

const MOST_ISSUES = 8;
const MOST_CELLS = 20;

export function crossChecks(found: CrossTotals): CrossChecks {
  const sets = [...found.itemTotals.map((total) => itemSet(found, total)), ...found.bodyTotals.map((total) => bodySet(found, total))];
  const all = sets.flatMap((set) => set.comparisons.map((c) => ({ set, c })));
  const differing = all.filter(({ c }) => resultOf(c) !== "green");
  const issues = [...differing].sort((a, b) => Math.abs(b.c.printed - b.c.computed) - Math.abs(a.c.printed - a.c.computed)).slice(0, MOST_ISSUES).map(({ c }): Issue => ({
    code: "printed-total-differs", severity: "warning", where: c.cell, pence: Math.abs(c.printed - c.computed),
    facts: { label: c.label, printed: formatPounds(c.printed), computed: formatPounds(c.computed), difference: formatPounds(c.printed - c.computed) },
  }));
  return {
    issues, agreeing: all.length - differing.length, differing: differing.length,
    totals: all.map(({ set, c }): PrintedTotal => ({ label: c.label, stage: found.stage, cell: c.cell, printedPence: asPence(c.printed), computedPence: asPence(c.computed), level: set.level })),
    controls: (subject) => [...sets.map((set) => controlOf(subject, set)), noSubTotals(subject, found)],
  };
}

function cellOf(table: CrossTable, body: number, item: number): CellRef {
  const { row, column } = placeOf(table, table.bodies[body] ?? { index: 0 }, table.items[item] ?? { index: 0 });
  return { file: table.grid.file, sheet: table.grid.sheet, address: cellAddress(row, column) };
}

function itemSet(found: CrossTotals, total: AxisTotal): TotalSet {
  const { table, figures } = found;
  const flip = found.flipOf(total);
  const name = table.items[total.index]?.name ?? "";
  const told: Comparison[] = [];
  const plain = new Set(found.plainBodies);
  const comparisons = table.bodies.flatMap((_, body): Comparison[] => {
    // A country's row adds hundreds of rounded figures in each column; it is compared with those, not across.
    if (table.bodiesAre === "rows" && !plain.has(body)) return [];
    const printed = figures.pence[body]?.[total.index] ?? null;
    if (printed === null) return [];
    let computed = 0;
    const places = [figures.placePence];
    for (const leaf of total.leaves) {
      const pence = figures.pence[body]?.[leaf.index] ?? 0;
      computed += leaf.coefficient * pence;
      if (pence !== 0) places.push(figures.placePence);
    }
    const signed = total.unsigned ? Math.sign(computed) * Math.abs(printed) : printed;
    const made = { cell: cellOf(table, body, total.index), label: `${name} of ${table.bodies[body]?.name ?? ""}`, printed: flip * signed, computed: flip * computed, limits: roundingLimits(places) };
    if (plain.has(body)) told.push(made);
    return [made];
  });
  return { name, comparisons, told, level: total === found.main ? "grand-total" : "sub-total", note: total.unsigned ? "Most print it without its sign, so that the size was compared." : "" };
}

function bodySet(found: CrossTotals, total: BodyTotal): TotalSet {
  const { table, figures } = found;
  const name = table.bodies[total.at]?.name ?? "";
  const unsigned = new Set(found.itemTotals.filter((t) => t.unsigned).map((t) => t.index));
  const comparisons = table.items.flatMap((item, i): Comparison[] => {
    // Sizes of surpluses and deficits do not add.
    if (unsigned.has(i)) return [];
    const printed = figures.pence[total.at]?.[i] ?? null;
    if (printed === null) return [];
    let computed = 0;
    const places = [figures.placePence];
    for (const part of total.parts) {
      const pence = figures.pence[part]?.[i] ?? 0;
      computed += pence;
      if (pence !== 0) places.push(figures.placePence);
    }
    return [{ cell: cellOf(table, total.at, i), label: `${item.name} of ${name}`, printed, computed, limits: roundingLimits(places) }];
  });
  const main = found.main === null ? null : cellOf(table, total.at, found.main.index).address;
  const under = comparisons.filter((c) => c.cell.address === main);
  const told = under.length === 0 ? comparisons : under;
  return { name, comparisons, told, level: "sub-total", note: `Compared with ${total.how}.` };
}

function resultOf(c: Comparison): "green" | "amber" | "red" {
  return judgeDifference(c.printed - c.computed, c.limits);
}

/** R1 for one total over all bodies, or for one row over all items: the worst result, both sums, and the cells that differ. */
function controlOf(subject: string, set: TotalSet): Control {
  const printed = set.told.reduce((sum, c) => sum + c.printed, 0);
  const computed = set.told.reduce((sum, c) => sum + c.computed, 0);
  const results = set.comparisons.map(resultOf);
  const off = set.comparisons.filter((_, i) => results[i] !== "green");
  const widest = set.comparisons.reduce((most, c) => Math.max(most, Math.abs(c.printed - c.computed)), 0);
  const said = off.length === 0
    ? `${set.comparisons.length === 1 ? "The printed figure re-adds" : `All ${set.comparisons.length} printed figures re-add`}${widest === 0 ? "" : `, the widest difference ${formatPounds(widest)}, as rounding makes`}.`
    : `${off.length} of ${set.comparisons.length} printed figures ${off.length === 1 ? "differs" : "differ"} from the sum of ${off.length === 1 ? "its" : "their"} parts, the widest by ${formatPounds(widest)}; the first is at ${describeCell(off[0]?.cell ?? { file: null, sheet: "", address: "" })}.`;
  return {
    id: "R1", title: "Sheet total", subject: `${subject}, ${set.name}`, expectedPence: asPence(printed), foundPence: asPence(computed), differencePence: asPence(printed - computed),
    tolerancePence: Math.floor(set.told.reduce((sum, c) => sum + c.limits.greenPence, 0)),
    result: set.comparisons.length === 0 ? "none" : results.includes("red") ? "red" : results.includes("amber") ? "amber" : "green",
    cells: (off.length > 0 ? off : set.comparisons).slice(0, MOST_CELLS).map((c) => c.cell), note: `${said}${set.note === "" ? "" : ` ${set.note}`}`,
  };
}

/** R13: the lines are not about twice what the main total prints. */
function noSubTotals(subject: string, found: CrossTotals): Control {
  const nothing = { id: "R13" as const, title: "No sub-total loaded", subject, expectedPence: null, foundPence: null, differencePence: null, tolerancePence: 0, cells: [] };
  const { main } = found;
  const set = main === null ? null : itemSet(found, main);
  const printed = set === null ? 0 : set.told.reduce((sum, c) => sum + c.printed, 0);
  if (set === null || printed === 0) return { ...nothing, result: "none", note: "No printed total other than nil to compare with." };
  const lines = set.told.reduce((sum, c) => sum + c.computed, 0);
  const slack = set.told.reduce((sum, c) => sum + c.limits.amberPence, 0);
  const twice = Math.abs(lines - 2 * printed) <= slack;
  return {
    ...nothing, expectedPence: asPence(printed), foundPence: asPence(lines), differencePence: asPence(lines - printed), tolerancePence: Math.floor(slack), result: twice ? "red" : "green",
    note: twice ? `The lines add to twice the printed total: a sub-total may be among ${count(found.table.items.length, "item")}.` : "The lines do not add to twice the printed total.",
  };
}
