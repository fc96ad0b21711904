// The controls of the reconciliation as live formulas: for each both sides, and the cells they stand in.
import type { CellRef } from "../budget/cells";
import { bridgedLines, registeredPence } from "../checks/stageBridge";
import type { Control, ControlId } from "../checks/control";
import { fromPence } from "../money/unit";
import type { Pool, ViewId } from "../pooling/types";
import type { PartnershipReading } from "../reading/types";
import type { RegisterRow } from "../virement/life";
import type { ContributionPlace } from "./contributionsSheet";
import type { PooledViewPlaces } from "./pooledView";
import { PURSE_SHEETS } from "./sheetNames";
import { sumWhere, type Condition } from "./sumFormula";

/** The controls that have a page of their own; the others are counted there and listed with the checks. */
export const RECONCILED: readonly ControlId[] = ["R3", "R4", "R5", "R8", "R9", "R10", "R11", "R12"];

/** One side of a control: its formula, where it is worked out anew, and the cell to look at. */
export interface Side {
  readonly formula: string | null;
  readonly cell: CellRef | null;
}

export interface ReconciledControl {
  readonly control: Control;
  readonly expected: Side;
  readonly found: Side;
  /** How Excel tells the result from both sides: a difference beyond the tolerance, or too little found. */
  readonly rule: "equal" | "at least" | "none";
}

export interface ReconciliationInput {
  readonly reading: PartnershipReading;
  readonly pool: Pool;
  readonly register: readonly RegisterRow[];
  readonly view: PooledViewPlaces;
  readonly contributions: readonly ContributionPlace[];
}

/** In the order of their numbers, then as the pool gives them. */
export function reconciledControls(input: ReconciliationInput): ReconciledControl[] {
  return RECONCILED.flatMap((id) => input.pool.controls.filter((control) => control.id === id).map((control) => reconciled(control, input)));
}

function reconciled(control: Control, input: ReconciliationInput): ReconciledControl {
  const [first = null, second = null] = control.cells;
  const stated: ReconciledControl = { control, expected: { formula: null, cell: first }, found: { formula: null, cell: second }, rule: control.result === "none" ? "none" : "equal" };
  const { totals, agencies, views } = input.view;
  switch (control.id) {
    case "R3": return control.title.includes("gross")
      ? { ...stated, expected: onView(agencies.grossTotal, `ROUND(${onViewText(agencies.grossTotal)}-${onViewText(totals.eliminated)},2)`), found: onView(totals.gross) }
      : { ...stated, expected: onView(agencies.netTotal), found: onView(totals.net, `ROUND(${onViewText(totals.gross)}+${onViewText(totals.income)},2)`) };
    case "R4": return {
      ...stated, expected: { formula: sumWhere("tblEliminations", "Difference £", []), cell: at(PURSE_SHEETS.eliminations, "A1") },
      found: onView(totals.net, `ROUND(${onViewText(totals.net)}-${onViewText(totals.delivery)},2)`),
    };
    case "R5": {
      const place = views.get(control.subject.split(" ")[0] as ViewId);
      const funds = control.title.includes("funds");
      return place === undefined ? stated : { ...stated, expected: onView(funds ? totals.net : totals.delivery), found: onView(funds ? place.fundsTotal : place.spendsTotal) };
    }
    case "R8": return bridge(stated, input);
    case "R9":
    case "R10": {
      const place = input.contributions.find(({ pool, agency }) => `${pool}: ${agency}` === control.subject);
      if (place === undefined) return control.title.includes("own sheet") ? ownRecord(stated, input) : stated;
      const putsIn: Side = { formula: textOf(PURSE_SHEETS.contributions, place.putsIn), cell: at(PURSE_SHEETS.contributions, place.putsIn) };
      if (control.id === "R10") return { ...stated, found: putsIn, rule: "at least" };
      const agreed = place.agreed === null ? stated.expected : { formula: textOf(PURSE_SHEETS.contributions, place.agreed), cell: at(PURSE_SHEETS.contributions, place.agreed) };
      return { ...stated, expected: agreed, found: putsIn };
    }
    case "R11": return ringFence(stated);
    default: return stated;
  }
}

/** What a partner's own sheet records as paid to the host, against the schedule. */
function ownRecord(stated: ReconciledControl, { contributions, pool: { positions } }: ReconciliationInput): ReconciledControl {
  const { control, found } = stated;
  const place = contributions.find(({ pool, agency }) => control.subject === `${pool}: ${agency}, its own sheet`);
  const host = positions.find(({ pool }) => pool === place?.pool)?.host;
  if (place === undefined || place.agreed === null || host === undefined) return stated;
  const key = (column: string, text: string): Condition => ({ column, cell: `"${text.replace(/"/g, '""')}"`, key: text });
  const paid = [key("Pool", place.pool), key("Agency", place.agency), key("Nature", "IA_PAYMENT"), key("Counterparty", host)];
  return {
    ...stated, expected: { formula: textOf(PURSE_SHEETS.contributions, place.agreed), cell: at(PURSE_SHEETS.contributions, place.agreed) },
    found: { ...found, formula: sumWhere("tblLines", "Who funds £", paid) },
  };
}

/** Sums over the lines that print both stages, and what the register holds for them as a figure. */
function bridge(stated: ReconciledControl, { reading, register }: ReconciliationInput): ReconciledControl {
  const { control } = stated;
  if (control.title.startsWith("Virements")) return stated;
  const lines = bridgedLines(reading.lines, control.subject);
  const sum = (column: string): string =>
    `SUMPRODUCT((tblLines[Agency]="${control.subject.replace(/"/g, '""')}")*(tblLines[Part in the pool]<>"below-the-line")*(tblLines[Original £]<>"")*(tblLines[Revised £]<>"")*tblLines[${column}])`;
  const registered = fromPence(registeredPence(lines, register), "pounds");
  return {
    ...stated,
    expected: { formula: `ROUND(${sum("Original £")}+${registered < 0 ? `(${registered})` : registered},2)`, cell: stated.expected.cell ?? at(PURSE_SHEETS.lines, "A4") },
    found: { formula: `ROUND(${sum("Revised £")},2)`, cell: stated.found.cell ?? at(PURSE_SHEETS.lines, "A4") },
  };
}

function ringFence(stated: ReconciledControl): ReconciledControl {
  const { subject } = stated.control;
  const [agency = "", ring = ""] = [subject.slice(0, subject.indexOf(": ")), subject.slice(subject.indexOf(": ") + 2)].map((text) => text.replace(/"/g, '""'));
  const sum = (sign: string): string =>
    `SUMPRODUCT((tblFunding[Agency]="${agency}")*(tblFunding[Ring-fence]="${ring}")*(tblFunding[Net forecast £]${sign}0)*tblFunding[Net forecast £])`;
  return {
    ...stated, rule: "at least",
    expected: { formula: `ROUND(0-${sum("<")},2)`, cell: stated.expected.cell }, found: { formula: `ROUND(${sum(">")},2)`, cell: at(PURSE_SHEETS.funding, "A4") },
  };
}

function onView(address: string, formula = onViewText(address)): Side {
  return { formula, cell: at(PURSE_SHEETS.pooledView, address) };
}

function onViewText(address: string): string {
  return textOf(PURSE_SHEETS.pooledView, address);
}

function textOf(sheet: string, address: string): string {
  return `'${sheet}'!${address}`;
}

function at(sheet: string, address: string): CellRef {
  return { file: null, sheet, address };
}
