// The figures of a cross table in pence as printed, with the unit, stage and year they are in and how each is told.
import type { Stage } from "../../budget/line";
import { asPence, isPence } from "../../money/pence";
import { pencePerUnit, UNIT_LABEL, type MoneyUnit } from "../../money/unit";
import { decimalsOf, readAmount, type AmountReading, type NumberStyle } from "../words/amounts";
import { fold } from "../words/cellText";
import { thousandsHidden, unitStored } from "../words/formatScale";
import { valueAt } from "../grid";
import { unitNamed } from "../words/headingWords";
import { isAboutOneFigure, textsAround, type UnitFinding } from "../columns/unit";
import { placeOf, type CrossTable } from "./crossTable";
import type { TableAnswer } from "../lineSteps";

/** A cell where an amount belongs that holds none. */
export interface OddFigure {
  readonly body: number;
  readonly item: number;
  readonly reading: AmountReading;
}

export interface CrossFigures {
  /** By body, then item: pence as printed, null where the cell holds no amount. */
  readonly pence: readonly (readonly (number | null)[])[];
  readonly odd: readonly OddFigure[];
  /** Pence in the last place that nearly all figures print: what one figure may have been rounded by. */
  readonly placePence: number;
  readonly inexact: number;
}

export function readFigures(table: CrossTable, unit: MoneyUnit, style: NumberStyle): CrossFigures {
  const odd: OddFigure[] = [];
  const per = pencePerUnit(unit);
  const decimals = new Map<number, number>();
  let counted = 0;
  let inexact = 0;
  const pence = table.bodies.map((body, b) => table.items.map((item, i): number | null => {
    const { row, column } = placeOf(table, body, item);
    const reading = readAmount(valueAt(table.grid, row, column), style);
    if (reading.kind === "nil") return 0;
    if (reading.kind !== "number") {
      if (reading.kind !== "blank") odd.push({ body: b, item: i, reading });
      return null;
    }
    const scaled = reading.value * (reading.unit === null ? per : pencePerUnit(reading.unit));
    if (!isPence(Math.round(scaled))) return null;
    if (reading.value !== 0) {
      counted += 1;
      const places = typeof reading.value === "number" ? decimalsOf(reading.value) : reading.decimals;
      decimals.set(places, (decimals.get(places) ?? 0) + 1);
      if (Math.abs(scaled - Math.round(scaled)) > 0.001 + Math.abs(scaled) * 4e-15) inexact += 1;
    }
    return asPence(Math.sign(scaled) * Math.round(Math.abs(scaled)));
  }));
  return { pence, odd, inexact, placePence: Math.max(per / 10 ** usualPlaces(decimals, counted), 1) };
}

/** Decimal places that nine in ten figures need: a few bodies that send theirs unrounded do not make the others exact. */
function usualPlaces(decimals: ReadonlyMap<number, number>, counted: number): number {
  let seen = 0;
  for (const places of [...decimals.keys()].sort((a, b) => a - b)) {
    seen += decimals.get(places) ?? 0;
    if (seen >= counted * 0.9) return Math.min(places, 5);
  }
  return 0;
}

/** Forms that England's ministry has authorities fill in, all of them in thousands of pounds. */
const MINISTRY_FORM = /(?:^|[^\p{L}])(RS|RA|RO[1-6]?|RSX|RG|SG)(?:[^\p{L}]|$)/u;
const SERVICES = /^(education services|highways and transport services|children'?s? social care|adult social care|public health|cultural and related services|environmental and regulatory services|planning and development services|police services|fire and rescue services|central services|other services)$/;

function formNamed(table: CrossTable): string | null {
  if (table.bodiesNamed !== "agencies") return null;
  const services = table.items.filter((item) => SERVICES.test(fold(item.name))).length;
  if (services < 5) return null;
  for (const text of [...table.above, table.grid.sheet, table.grid.file ?? ""]) {
    const match = MINISTRY_FORM.exec(text.replace(/[-_.]/g, " ").toUpperCase());
    if (match !== null) return match[1] ?? null;
  }
  return null;
}

export function crossUnit(table: CrossTable, answer: TableAnswer | null): { readonly unit: UnitFinding; readonly found: MoneyUnit } {
  const found = foundUnit(table);
  return { found: found.unit, unit: answer === null || answer.unit === null ? found : { unit: answer.unit, reason: `confirmed by ${answer.confirmedBy}`, told: true } };
}

function foundUnit(table: CrossTable): UnitFinding {
  if (table.headedUnit !== null) return { unit: table.headedUnit, reason: "the unit in the headings over the amounts", told: true };
  const said = unitSaid(table);
  if (!said.told) return said;
  const rows = Array.from({ length: table.area.bottom - table.area.top + 1 }, (_, i) => table.area.top + i);
  const hidden = thousandsHidden(table.grid, rows, Array.from({ length: table.area.right - table.area.left + 1 }, (_, i) => table.area.left + i)) ?? 0;
  const stored = unitStored(said.unit, hidden);
  return stored === said.unit ? said : { unit: stored, reason: `${said.reason}, which is how the number format shows figures stored in ${UNIT_LABEL[stored]}`, told: true, shown: said.unit };
}

function unitSaid(table: CrossTable): UnitFinding {
  for (const text of table.above) {
    const named = unitNamed(text)?.unit ?? (/\b(GBP|£) ?thousands?\b/i.test(text) ? "thousands" : null);
    if (named !== null) return { unit: named, reason: `the words "${text.length <= 60 ? text : `${text.slice(0, 57)}…`}" above the table`, told: true };
  }
  const form = formNamed(table);
  for (const text of form === null ? textsAround(table.grid, table, table.area.top).below : []) {
    const named = unitNamed(text)?.unit ?? null;
    if (named !== null && !isAboutOneFigure(text)) return { unit: named, reason: `the words "${text.length <= 60 ? text : `${text.slice(0, 57)}…`}" in a note below the table`, told: true };
  }
  if (form !== null) return { unit: "thousands", reason: `authorities fill in the ministry's form ${form} in thousands of pounds`, told: true };
  return { unit: "pounds", reason: "nothing on the sheet names a unit; whole pounds were taken", told: false };
}

export function crossStage(table: CrossTable): { readonly stage: Stage; readonly reason: string } {
  const form = formNamed(table);
  for (const text of [...table.above, table.grid.sheet, table.grid.file ?? ""]) {
    const words = fold(text);
    if (/\bforecasts?\b|\bprojected\b/.test(words)) return { stage: "forecast", reason: `the words "${text}"` };
    if (/\boutturn\b|\bfinal accounts\b/.test(words)) return { stage: "outturn", reason: `the words "${text}"` };
    if (/\bactuals?\b/.test(words)) return { stage: "actual", reason: `the words "${text}"` };
    if (/\bbudgets?\b|\bestimates?\b/.test(words)) return { stage: "revised", reason: `the words "${text}"` };
  }
  if (form !== null && form !== "RA") return { stage: "outturn", reason: `form ${form} holds the outturn` };
  return { stage: "revised", reason: form === "RA" ? "form RA holds the year's budget" : "no words name a stage; read as the budget" };
}

/** The financial year that the table's own words or else its file's name tell, as the year it begins in. */
export function crossYear(table: CrossTable): number | null {
  for (const text of [...table.above, table.grid.sheet, table.grid.file ?? ""]) {
    const match = /(?:^|\D)((?:19|20)\d{2})\s?[/–-]\s?(?:(?:19|20)?\d{2})(?!\d)/.exec(text);
    if (match !== null) return Number(match[1]);
  }
  return null;
}
