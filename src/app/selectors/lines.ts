// Finding lines, agencies and cells by id: what every page of the pane looks up.
import type { AgencyId } from "../../core/budget/agency";
import type { CellRef } from "../../core/budget/cells";
import { budgetPence, variancePence, type BudgetLine } from "../../core/budget/line";
import type { Pence } from "../../core/money/pence";
import type { MoneyUnit } from "../../core/money/unit";
import type { PartnershipReading } from "../../core/reading/types";

export interface LineFinder {
  line(id: string): BudgetLine | null;
  /** The agency's own name, or its id where it was not recognised. */
  agencyName(id: AgencyId | null): string;
  outcomeName(id: string): string;
  /** The line's words, or its id where the line is no longer on a sheet. */
  describe(lineId: string): string;
}

/** Looks things up in a reading; an empty finder when nothing has been read. */
export function lineFinder(reading: PartnershipReading | null): LineFinder {
  const lines = new Map(reading?.lines.map((line) => [line.id, line]));
  const agencies = new Map(reading?.agencies.map((agency) => [agency.id, agency.name]));
  const outcomes = new Map(reading?.outcomes.map((outcome) => [outcome.id, outcome.name]));
  return {
    line: (id) => lines.get(id) ?? null,
    agencyName: (id) => (id === null ? "" : agencies.get(id) ?? id),
    outcomeName: (id) => outcomes.get(id) ?? id,
    describe: (id) => lines.get(id)?.description ?? id,
  };
}

/** The cell of the line's main amount. */
export function lineCell(line: BudgetLine): CellRef {
  return { file: line.source.file, sheet: line.source.sheet, address: line.source.address };
}

/** A line with the figures a list shows, pence, canonical sign. */
export interface LineFigure {
  readonly id: string;
  readonly agency: AgencyId;
  readonly description: string;
  readonly cell: CellRef;
  readonly budgetPence: Pence;
  readonly variancePence: Pence;
}

export function lineFigure(line: BudgetLine): LineFigure {
  return {
    id: line.id, agency: line.agency, description: line.description, cell: lineCell(line),
    budgetPence: budgetPence(line), variancePence: variancePence(line),
  };
}

/** The unit that so many pence belong to, for a cell whose agency states its figures in it. */
export function unitOfPence(pencePerUnit: number): MoneyUnit {
  if (pencePerUnit === 1) return "pence";
  if (pencePerUnit === 100_000) return "thousands";
  return pencePerUnit === 100_000_000 ? "millions" : "pounds";
}
