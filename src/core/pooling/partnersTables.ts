// The tables that the partners keep in their workbook for pooling: other names, agreements and price indices; read together, and written where missing.
import type { AgencyId } from "../budget/agency";
import type { Issue } from "../issues/issue";
import { keywordsSheet } from "../reading/keywords/keywordsTable";
import type { SheetGrid } from "../reading/grid";
import type { PartnershipReading } from "../reading/types";
import type { SheetSpec } from "../writing/types";
import { arrangementsSheet, readArrangements } from "./arrangements/arrangementsTable";
import { ARRANGEMENT_PRESETS } from "./arrangements/presets";
import type { ArrangementRow } from "./arrangements/types";
import { namesSheet, readNames, type OtherName } from "./matching/namesTable";
import { poolsSheet, readPools, startingTerms } from "./poolsTable";
import type { PoolTerms } from "./poolTerms";
import { indexSheetOf, readIndices } from "./realTerms/indexTable";
import type { IndexValue } from "./realTerms/priceIndex";
import type { Pool } from "./types";
import { readYearEnds, type YearEndRow } from "./yearEnd/yearEndTable";

export interface PartnersTables {
  readonly names: readonly OtherName[];
  readonly terms: readonly PoolTerms[];
  readonly indices: readonly IndexValue[];
  readonly yearEnds: readonly YearEndRow[];
  readonly arrangements: readonly ArrangementRow[];
  readonly issues: readonly Issue[];
}

export function readPartnersTables(grids: readonly SheetGrid[], reading: Pick<PartnershipReading, "agencies" | "lines">): PartnersTables {
  const agencies: AgencyId[] = reading.agencies.map((agency) => agency.id);
  const pools = [...new Set(reading.lines.flatMap((line) => line.pool ?? []))];
  const names = readNames(grids, agencies);
  const terms = readPools(grids, agencies, pools);
  const indices = readIndices(grids);
  const yearEnds = readYearEnds(grids);
  const arrangements = readArrangements(grids);
  return {
    names: names.rows, terms: terms.rows, indices: indices.rows, yearEnds: yearEnds.rows, arrangements: arrangements.rows,
    issues: [...names.issues, ...terms.issues, ...indices.issues, ...yearEnds.issues, ...arrangements.issues],
  };
}

/** Each table as it stands before the partners fill it in: written only where the workbook has no such sheet yet. */
export function startingSheets(pool: Pick<Pool, "positions">): SheetSpec[] {
  return [namesSheet([]), poolsSheet(startingTerms(pool.positions)), keywordsSheet(), indexSheetOf([]), arrangementsSheet(ARRANGEMENT_PRESETS)];
}
