// The rule books of the Brackenshire partnership: the defaults, with the council's scheme as one published one and the ICB's made up.
import { DEFAULT_BOOKS } from "../src/core/rules/defaultBooks";
import { bandsFor, emptyBand } from "../src/core/rules/publishedSchemes";
import { ruleSheets } from "../src/core/rules/ruleTables";
import type { RuleBooks, SchemeBand } from "../src/core/rules/types";
import type { SheetSpec } from "../src/core/writing/types";

const OTHERS = ["PCC", "FIRE", "PROBATION", "JCP", "HA", "VCS"];

/** The council votes as Oxfordshire did in 2003; the ICB's limits are illustrative; no other body's scheme was found. */
export function samplesRuleBooks(): RuleBooks {
  return {
    ...DEFAULT_BOOKS,
    bands: [
      ...bandsFor("OXFORDSHIRE", "COUNCIL"),
      illustrative("ICB-S1", 0, 500_000, 2, "Chief finance officer"),
      illustrative("ICB-S2", 500_000, null, 3, "Executive"),
      ...OTHERS.map((agency) => emptyBand(agency, "no published limits found")),
    ],
  };
}

function illustrative(id: string, over: number, upTo: number | null, rank: number, approver: string): SchemeBand {
  return {
    id, agency: "ICB", jurisdiction: "*", from: null, to: null, scopes: "*", kinds: "*", overPence: over * 100,
    upToPence: upTo === null ? null : upTo * 100, cumulative: "none", approver, rank, form: true,
    source: "illustrative figures for the samples", verifiedBy: "illustrative", cell: null,
  };
}

/** The rule books as the sheets that the samples' partners keep in their workbook. */
export function sampleRuleSheets(): SheetSpec[] {
  return ruleSheets(samplesRuleBooks());
}
