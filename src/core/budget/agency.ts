// Agencies: the bodies whose budgets are read.
import type { CellRef } from "./cells";

/** Short stable id used in every table, e.g. "COUNCIL" or "ICB"; a slug of the name where two bodies share a type. */
export type AgencyId = string;

export const BODY_TYPES = [
  "COUNCIL", "ICB", "NHS_TRUST", "PCC", "FIRE", "PROBATION", "JCP", "HOUSING_ASSOCIATION", "VCS", "OTHER",
] as const;
export type BodyType = (typeof BODY_TYPES)[number];

export interface Agency {
  readonly id: AgencyId;
  readonly name: string;
  /** Other names by which sheets call this agency. */
  readonly aliases: readonly string[];
  readonly bodyType: BodyType;
  readonly jurisdiction: string;
  /** Where the agency was recognised: sheet name, title cell, file name or the partners table. */
  readonly source: CellRef | null;
  readonly recognisedBy: "partners-table" | "title" | "sheet-name" | "file-name";
}
