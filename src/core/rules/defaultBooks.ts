// The rule books a workbook starts from when it holds none of its own.
import { DEFAULT_FUNDS } from "./defaultFunds";
import { DEFAULT_GATEWAYS } from "./defaultGateways";
import { DEFAULT_PROHIBITIONS } from "./defaultProhibitions";
import { emptyBand } from "./publishedSchemes";
import type { RuleBooks } from "./types";

/** Bodies for which no limits of a scheme of virement were found in any published copy: their rows stay empty, not invented. */
const WITHOUT_PUBLISHED_LIMITS = [
  ["ICB", "NHS schemes of delegation have such a section; limits not found in the published copies"],
  ["IJB", "each integration joint board's own regulations; not found"],
  ["PCC", "each police and crime commissioner's own scheme of consent; not found"],
  ["FIRE", "each fire and rescue authority's own regulations; not found"],
] as const;

export const DEFAULT_BOOKS: RuleBooks = {
  gateways: DEFAULT_GATEWAYS,
  bands: WITHOUT_PUBLISHED_LIMITS.map(([agency, source]) => emptyBand(agency, source)),
  prohibitions: DEFAULT_PROHIBITIONS,
  funds: DEFAULT_FUNDS,
};
