// All sheets of a consolidation from lines alone: what tests of writing and recalculating start from.
import { assessFlexibility } from "../../src/core/flexibility/assessFlexibility";
import { poolPartnership, type PoolInput } from "../../src/core/pooling/pool";
import type { PoolTerms } from "../../src/core/pooling/poolTerms";
import type { EarlierFigure } from "../../src/core/pooling/realTerms/otherYears";
import type { PartnershipReading } from "../../src/core/reading/types";
import { DEFAULT_BOOKS } from "../../src/core/rules/defaultBooks";
import { pooledSheets } from "../../src/core/writing/pooledSheets";
import type { SheetSpec } from "../../src/core/writing/types";

const ON = "2026-10-15";

export function writtenSheets(reading: PartnershipReading, terms: readonly PoolTerms[] = [], beside: PoolInput = {}): SheetSpec[] {
  const { lines, agencies } = reading;
  const flexibility = { lines: assessFlexibility({ lines, agencies, books: DEFAULT_BOOKS, decisionDate: ON }), on: ON };
  const pool = poolPartnership(reading, terms, beside);
  return pooledSheets({ reading, pool, refreshedOn: ON, sources: ["brackenshire.xlsx"], flexibility, register: beside.register ?? [] });
}

/** Last year's figures of every spending line, 2 % below this year's, with an index of both years; C15 prints no earlier figure. */
export function withLastYear({ lines }: PartnershipReading): PoolInput {
  const compared = lines.filter((line) => line.id !== "C15" && line.revisedPence !== null);
  const earlier = compared.map((line): EarlierFigure => ({
    lineId: line.id, year: 2025, stage: "outturn", pence: Math.round((line.revisedPence ?? 0) * 0.98) + 1,
    cell: { file: null, sheet: line.source.sheet, address: line.source.address.replace(/^[A-Z]+/, "Z") },
  }));
  const value = (year: number, of: number) => ({ index: "GDP deflator", year, value: of, version: "2026-09-30", source: "test", cell: null });
  return { years: { yearOf: new Map(lines.map((line) => [line.id, 2026])), earlier }, indices: [value(2025, 100), value(2026, 102.7)] };
}
