// The flexibility of the place (P9): how much of each agency's spending can move, freely or on conditions, and its classes; live sums.
import type { AgencyId } from "../budget/agency";
import { cellAddress } from "../budget/cells";
import type { FlexClass } from "../flexibility/types";
import type { Mobility } from "../flexibility/mobility";
import { sumPenceBy, type Pence } from "../money/pence";
import { CLASS_WORDS, type FlexibilityRow } from "./flexibilityTable";
import { OWN_TITLES, PURSE_SHEETS } from "./sheetNames";
import { fixed, Sketch } from "./sketch";
import { sumWhere } from "./sumFormula";
import type { SheetSpec } from "./types";

interface Part {
  readonly heading: string;
  readonly column: string;
  readonly of: (mobility: Mobility) => Pence;
}

const PARTS: readonly Part[] = [
  { heading: "Can move freely", column: "Free £", of: (m) => m.freePence },
  { heading: "On conditions", column: "On conditions £", of: (m) => m.conditionalPence },
  { heading: "Fixed", column: "Fixed £", of: (m) => m.fixedPence },
  { heading: "Central", column: "Central £", of: (m) => m.centralPence },
];
const CLASSES = Object.keys(CLASS_WORDS).sort() as FlexClass[];
const FIRST = 2;
const TABLE = "tblFlexibility";

export interface FlexibilityViewInput {
  readonly agencies: readonly { readonly id: AgencyId; readonly name: string }[];
  readonly rows: readonly FlexibilityRow[];
  /** ISO date on which the rules were asked. */
  readonly on: string;
}

/** Spending before elimination, as the agencies' sheets hold it: its sum is the sheets' gross. */
export function flexibilityViewSheet({ agencies, rows, on }: FlexibilityViewInput): SheetSpec {
  const sketch = new Sketch();
  sketch.text(0, 0, OWN_TITLES.flexibilityView, "title");
  sketch.text(1, 0, "£. Spending before elimination, +. On conditions: within its pool, ring-fence or programme alone. Central: controlled nationally, may be aligned but not moved.", "subtitle");
  sketch.text(2, 0, `Refreshed under the rules in force on ${on}. Each figure is a sum over the table on ${PURSE_SHEETS.flexibility}, which gives the reason for each line.`, "note");
  const byAgency = drawByAgency(sketch, 4, agencies, rows);
  const byClass = drawByClass(sketch, sketch.nextRow + 1, agencies.map(({ id }) => id), rows);
  const checks = sketch.nextRow + 1;
  sketch.text(checks, 0, "Reconciliation: every figure here must be 0", "subtitle");
  const gross = sumWhere("tblLines", "Gross £", []);
  [["By agency, less the agencies' gross", byAgency], ["By class, less the agencies' gross", byClass]].forEach(([name = "", total = ""], i) => {
    sketch.text(checks + 1 + i, 0, name, "label");
    sketch.figure(checks + 1 + i, FIRST, `ROUND(${total}-${gross},2)`, 0, "body", "pounds-pence");
  });
  return {
    name: PURSE_SHEETS.flexibilityView, rows: sketch.rows(), columnWidths: [28, 36, ...Array.from({ length: Math.max(6, agencies.length + 1) }, () => 16)],
    tables: [], validations: [],
    conditionalFormats: (["attention", "good"] as const).map((style) => ({
      area: { top: checks + 1, bottom: checks + 2, left: FIRST, right: FIRST }, formula: `$C${checks + 2}${style === "good" ? "=" : "<>"}0`, style,
    })),
    freezeRows: 3, freezeColumns: 2, printTitleRows: [0, 2], outlineRows: [], tabColour: "#8764B8",
  };
}

/** Returns the address of the sum of all spending. */
function drawByAgency(sketch: Sketch, top: number, agencies: FlexibilityViewInput["agencies"], rows: readonly FlexibilityRow[]): string {
  const all = FIRST + PARTS.length;
  sketch.text(top, 0, "Flexibility by agency, £", "subtitle");
  ["Agency", "Name", ...PARTS.map((part) => part.heading), "All spending", "Share that can move"].forEach((heading, i) => sketch.text(top + 1, i, heading, "header"));
  const first = top + 2;
  const share = (row: number, own: readonly FlexibilityRow[], style: "body" | "total"): void => {
    const [moving, whole] = [sumPenceBy(own, ({ mobility: m }) => m.freePence + m.conditionalPence), sumPenceBy(own, ({ figures }) => figures.grossPence)];
    const formula = `=IF(${cellAddress(row, all)}=0,0,SUM(${cellAddress(row, FIRST)}:${cellAddress(row, FIRST + 1)})/${cellAddress(row, all)})`;
    sketch.put(row, all + 1, { value: whole === 0 ? 0 : moving / whole, formula, format: "percent", style });
  };
  agencies.forEach(({ id, name }, i) => {
    const row = first + i;
    const own = rows.filter(({ line }) => line.agency === id);
    sketch.text(row, 0, id, "label");
    sketch.text(row, 1, name, "label");
    PARTS.forEach((part, c) => sketch.figure(row, FIRST + c, sumWhere(TABLE, part.column, [agencyAt(row, id)]), sumPenceBy(own, ({ mobility }) => part.of(mobility))));
    sketch.figure(row, all, `ROUND(SUM(${cellAddress(row, FIRST)}:${cellAddress(row, all - 1)}),2)`, sumPenceBy(own, ({ figures }) => figures.grossPence));
    share(row, own, "body");
  });
  const last = first + Math.max(1, agencies.length) - 1;
  drawTotals(sketch, last + 1, { first, last }, [...PARTS.map((part) => sumPenceBy(rows, ({ mobility }) => part.of(mobility))), sumPenceBy(rows, ({ figures }) => figures.grossPence)]);
  share(last + 1, rows, "total");
  return cellAddress(last + 1, all);
}

function drawByClass(sketch: Sketch, top: number, agencies: readonly AgencyId[], rows: readonly FlexibilityRow[]): string {
  sketch.text(top, 0, "Class of flexibility by agency, £", "subtitle");
  ["Class", "", ...agencies, "All"].forEach((heading, i) => sketch.text(top + 1, i, heading, "header"));
  const first = top + 2;
  const spent = (own: readonly FlexibilityRow[]): Pence => sumPenceBy(own, ({ figures }) => figures.grossPence);
  CLASSES.forEach((flexClass, i) => {
    const row = first + i;
    const own = rows.filter(({ flex }) => flex.class === flexClass);
    sketch.text(row, 0, CLASS_WORDS[flexClass], "label");
    sketch.text(row, 1, "", "label");
    agencies.forEach((agency, c) => sketch.figure(row, FIRST + c, sumWhere(TABLE, "Spending £", [
      { column: "Class", cell: fixed(row, 0, "column"), key: CLASS_WORDS[flexClass] }, { column: "Agency", cell: fixed(top + 1, FIRST + c, "row"), key: agency },
    ]), spent(own.filter(({ line }) => line.agency === agency))));
    const across = agencies.length === 0 ? "0" : `SUM(${cellAddress(row, FIRST)}:${cellAddress(row, FIRST + agencies.length - 1)})`;
    sketch.figure(row, FIRST + agencies.length, `ROUND(${across},2)`, spent(own));
  });
  const last = first + CLASSES.length - 1;
  drawTotals(sketch, last + 1, { first, last }, [...agencies.map((agency) => spent(rows.filter(({ line }) => line.agency === agency))), spent(rows)]);
  return cellAddress(last + 1, FIRST + agencies.length);
}

function agencyAt(row: number, key: AgencyId): Parameters<typeof sumWhere>[2][number] {
  return { column: "Agency", cell: fixed(row, 0, "column"), key };
}

function drawTotals(sketch: Sketch, row: number, { first, last }: { first: number; last: number }, figures: readonly Pence[]): void {
  sketch.text(row, 0, "All", "total");
  sketch.text(row, 1, "", "total");
  figures.forEach((pence, c) => sketch.figure(row, FIRST + c, `ROUND(SUM(${cellAddress(first, FIRST + c)}:${cellAddress(last, FIRST + c)}),2)`, pence, "total"));
}
