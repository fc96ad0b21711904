// The Brackenshire partnership as canonical lines, for tests of pooling, flexibility and suggestions that need no sheets.
import type { Agency, BodyType } from "../../src/core/budget/agency";
import type { BudgetLine, Control, Evidence, Nature } from "../../src/core/budget/line";
import type { PartnershipReading } from "../../src/core/reading/types";
import { BRACKENSHIRE_ROWS, type SeedRow } from "./brackenshireSeed";

export const PENCE_PER_THOUSAND = 100_000;
export const POOL = "Independent later life";

/** Pence of an amount in £000. */
export const k = (thousands: number): number => Math.round(thousands * PENCE_PER_THOUSAND);

const NATURE: Readonly<Record<string, Nature>> = {
  GROSS: "GROSS_EXP", INC: "EXT_INCOME", "PAY-IA": "IA_PAYMENT", "INC-IA": "IA_INCOME", RECH: "INTERNAL_RECHARGE",
};

/** CIPFA standard subjective groups. */
const SUBJECTIVE: Readonly<Record<string, number>> = {
  EMP: 1, "S&S": 4, "3PP": 5, PROG: 5, SUP: 7, "INC-FEES": 9, "INC-PARTNER": 9, "INC-GRANT": 9, "INC-RECH": 9,
};

/** Ring-fence id of a restricted fund. */
export const RING_OF_FUND: Readonly<Record<string, string>> = { DSG: "DSG", PHG: "PHG", BCFMIN: "BCF", RFG: "RFG", SPEC: "SPEC", RCA: "RCA" };

const POOLED = new Set(["C01", "C02", "C03", "C04", "C05", "C06", "C07", "N03"]);
const ALIGNED = new Set(["B01", "B02", "J01", "J02", "J03"]);

const AGENCIES: readonly (readonly [string, string, BodyType])[] = [
  ["COUNCIL", "Brackenshire Council", "COUNCIL"],
  ["ICB", "Brackenshire Integrated Care Board", "ICB"],
  ["PCC", "Police and Crime Commissioner for Brackenshire", "PCC"],
  ["FIRE", "Brackenshire Fire and Rescue Authority", "FIRE"],
  ["PROBATION", "Brackenshire Probation Delivery Unit", "PROBATION"],
  ["JCP", "Brackenshire Jobcentre Plus", "JCP"],
  ["HA", "Bracken Homes", "HOUSING_ASSOCIATION"],
  ["VCS", "Age Concern Brackenshire", "VCS"],
];

export const brackenshireAgencies: readonly Agency[] = AGENCIES.map(([id, name, bodyType]) => ({
  id, name, bodyType, aliases: [], jurisdiction: "England",
  source: { file: null, sheet: name, address: "A1" }, recognisedBy: "title",
}));

export const brackenshireOutcomes = [
  { id: "O0", name: "Unallocated" },
  { id: "O1", name: "Independent later life" },
  { id: "O2", name: "Safer communities" },
  { id: "O3", name: "More people in work" },
  { id: "O4", name: "Best start" },
] as const;

/** All 44 lines; `change` overrides fields of one line by its id. */
export function brackenshireLines(change: Readonly<Record<string, Partial<BudgetLine>>> = {}): BudgetLine[] {
  return BRACKENSHIRE_ROWS.map((row, i) => ({ ...lineOfRow(row, i), ...change[row[0]] }));
}

/** The reading that the sheets of the partnership would give, without sheets of its own. */
export function brackenshireReading(change: Readonly<Record<string, Partial<BudgetLine>>> = {}): PartnershipReading {
  return { agencies: brackenshireAgencies, lines: brackenshireLines(change), sheets: [], outcomes: brackenshireOutcomes, controls: [], issues: [] };
}

function lineOfRow(row: SeedRow, index: number): BudgetLine {
  const [id, agency, description, outcome, clientGroup, subjective, fund, nature, counterparty, original, revised, forecast] = row;
  const sheet = AGENCIES.find(([a]) => a === agency)?.[1] ?? agency;
  const at = index + 5;
  const coded: Evidence = { kind: "coding", reason: `row ${id} of the partnership coding`, cell: { file: null, sheet: "Coding", address: `A${at}` } };
  return {
    id, code: id, agency, description, sections: [], nature: NATURE[nature] ?? "GROSS_EXP",
    counterparty: counterparty === "" ? null : counterparty, scheme: null, outcome, clientGroup,
    subjectiveGroup: SUBJECTIVE[subjective] ?? null,
    funding: [{ fund, ringFence: RING_OF_FUND[fund] ?? null, pence: k(revised) }],
    arrangement: POOLED.has(id) ? "pooled" : ALIGNED.has(id) ? "aligned" : "own",
    pool: POOLED.has(id) ? POOL : null,
    control: controlOf(agency), recurrence: "REC", staffing: subjective === "EMP",
    committedPence: id === "C08" ? k(revised) : null, committedUntil: id === "C08" ? "2027-03-31" : null,
    floorPence: id === "N03" ? k(10_300) : null, priority: id === "C06" ? 2 : 1, note: null,
    originalPence: k(original), revisedPence: k(revised), forecastPence: k(forecast), actualPence: null, outturnPence: null,
    source: {
      file: null, sheet, address: `D${at}`, cells: { original: `C${at}`, revised: `D${at}`, forecast: `E${at}` },
      sign: 1, pencePerUnit: PENCE_PER_THOUSAND,
    },
    evidence: { nature: coded, outcome: coded, funding: coded },
  };
}

function controlOf(agency: string): Control {
  if (agency === "JCP" || agency === "PROBATION") return "CENTRAL";
  return agency === "ICB" ? "DELEGATED" : "LOCAL";
}
