// The sheets that hold a consolidation: index, agencies, lines, funding, checks, eliminations, the pooled view, and each pool.
import { pooledLines } from "../pooling/pool";
import type { Pool } from "../pooling/types";
import type { PartnershipReading } from "../reading/types";
import { agenciesSheet } from "./agenciesTable";
import { checksSheet } from "./checksTable";
import { contributionsSheet } from "./contributionsSheet";
import { eliminationsSheet } from "./eliminationsTable";
import { fundingSheet } from "./fundingTable";
import { indexSheet } from "./indexSheet";
import { linesSheet } from "./linesTable";
import { memorandumSheet } from "./memorandumSheet";
import { pooledViewSheet } from "./pooledView";
import type { SheetSpec } from "./types";

export interface PooledSheetsInput {
  readonly reading: PartnershipReading;
  readonly pool: Pool;
  /** ISO date. */
  readonly refreshedOn: string;
  /** Names of the workbooks or sheets that were read. */
  readonly sources: readonly string[];
}

/** In the order in which they stand; a table comes before the sheet whose formulas add it up. */
export function pooledSheets({ reading, pool, refreshedOn, sources }: PooledSheetsInput): SheetSpec[] {
  const lines = pooledLines(reading);
  return [
    indexSheet(refreshedOn, sources),
    agenciesSheet(reading, refreshedOn),
    linesSheet(lines, pool.positions, refreshedOn),
    fundingSheet(lines, refreshedOn),
    checksSheet([...reading.controls, ...pool.controls], refreshedOn),
    eliminationsSheet(pool.eliminations, refreshedOn),
    pooledViewSheet(reading, pool, refreshedOn),
    contributionsSheet(reading, pool.positions, refreshedOn),
    memorandumSheet(reading, pool.positions, refreshedOn),
  ];
}
