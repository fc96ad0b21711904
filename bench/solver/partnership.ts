// A made-up partnership of any size for measuring the optimiser: bodies with published schemes, pools, ring-fences, floors and mixed funding.
import { DEFAULT_BOOKS } from "../../src/core/rules/defaultBooks";
import { bandsFor } from "../../src/core/rules/publishedSchemes";
import type { RuleBooks, SchemeBand } from "../../src/core/rules/types";
import type { Agency, BodyType } from "../../src/core/budget/agency";
import type { BudgetLine, FundingSplit } from "../../src/core/budget/line";

export interface MadePartnership {
  readonly agencies: readonly Agency[];
  readonly lines: readonly BudgetLine[];
  readonly books: RuleBooks;
}

const LINES_AN_AGENCY = 250;
/** Sparse: money is agreed for many outcomes. Dense: for few, so that each line has dozens of donors, and most schemes add up over the year. */
const OUTCOMES = { sparse: 12, dense: 4 } as const;
export type Density = keyof typeof OUTCOMES;
const CLIENT_GROUPS = ["OP", "LD", "MH", "PD", "DA", "CH"];
const KINDS: readonly (readonly [BodyType, string])[] = [
  ["COUNCIL", "OXFORDSHIRE"], ["ICB", ""], ["COUNCIL", "WEST-LANCASHIRE"], ["NHS_TRUST", ""], ["COUNCIL", "TEIGNBRIDGE"], ["PCC", ""], ["COUNCIL", "BATH-NES"], ["FIRE", ""],
];

/** Repeatable numbers in [0, 1): a linear congruential generator (Numerical Recipes' constants). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** About a third of the lines forecast under, a third over and the rest on budget, in whole pounds; money stays in its agency, outcome and pool. */
export function madePartnership(count: number, density: Density = "sparse", seed = 7): MadePartnership {
  const next = numbers(seed);
  const pick = <T>(some: readonly T[]): T | undefined => some[Math.floor(next() * some.length)];
  const agencies = Array.from({ length: Math.max(4, Math.round(count / LINES_AN_AGENCY)) }, (_, i) => agencyAt(i));
  const lines = Array.from({ length: count }, (_, i): BudgetLine => {
    const agency = agencies[i % agencies.length];
    if (agency === undefined) throw new Error("no agency");
    const outcome = next() < 0.02 ? "O0" : `O${1 + Math.floor(next() * OUTCOMES[density])}`;
    const budget = Math.round(20_000 * Math.exp(4 * next() * next() + next())) * 100;
    const turn = next();
    const change = turn < 0.35 ? -0.12 * next() : turn < 0.7 ? 0.12 * next() : 0;
    const forecast = budget + Math.round((budget * change) / 100) * 100;
    const pooled = outcome === "O1" && (agency.bodyType === "COUNCIL" || agency.bodyType === "ICB");
    return {
      id: `L${String(i + 1).padStart(5, "0")}`, code: null, agency: agency.id, description: `Service ${i + 1}`, sections: [], nature: "GROSS_EXP", counterparty: null, scheme: null,
      outcome, clientGroup: pick(CLIENT_GROUPS) ?? null, subjectiveGroup: null, funding: fundingOf(agency.bodyType, budget, next),
      arrangement: pooled ? "pooled" : "own", pool: pooled ? `Pool ${Math.floor(i % agencies.length / 2)}` : null, control: "LOCAL", recurrence: "REC", staffing: next() < 0.3,
      committedPence: null, committedUntil: null, floorPence: next() < 0.05 ? Math.round(budget * 0.97) : null, priority: next() < 0.1 ? 2 : 1, note: null,
      originalPence: budget, revisedPence: budget, forecastPence: forecast, actualPence: null, outturnPence: null,
      source: { file: null, sheet: agency.name, address: `D${i + 2}`, cells: {}, sign: 1, pencePerUnit: 100 }, evidence: {},
    };
  });
  return { agencies, lines, books: booksOf(agencies, density) };
}

function agencyAt(i: number): Agency {
  const [bodyType] = KINDS[i % KINDS.length] ?? ["COUNCIL"];
  const id = `A${String(i + 1).padStart(3, "0")}`;
  return { id, name: `Body ${i + 1}`, aliases: [], bodyType, jurisdiction: "England", source: null, recognisedBy: "title" };
}

function fundingOf(body: BodyType, budget: number, next: () => number): FundingSplit[] {
  const [main, ring] = body === "COUNCIL" ? ["GEN", "PHG"] : body === "ICB" ? ["ALLOC", "RCA"] : body === "PCC" ? ["PFUND", "SPEC"] : body === "FIRE" ? ["PREC", "SPEC"] : ["GEN", "SPEC"];
  const turn = next();
  if (turn < 0.8) return [{ fund: main, ringFence: null, pence: budget }];
  if (turn < 0.92) return [{ fund: ring, ringFence: ring, pence: budget }];
  const part = Math.round(budget * next());
  return [{ fund: main, ringFence: null, pence: part }, { fund: ring, ringFence: ring, pence: budget - part }];
}

function booksOf(agencies: readonly Agency[], density: Density): RuleBooks {
  const bands = agencies.flatMap((agency, i): SchemeBand[] => {
    const [, scheme] = KINDS[i % KINDS.length] ?? ["COUNCIL", ""];
    const bands = scheme === "" ? illustrative(agency.id) : [...bandsFor(scheme, agency.id)];
    return density === "dense" ? [...bands, ...addingUp(agency.id, i)] : bands;
  });
  const gateways = DEFAULT_BOOKS.gateways.map((row) => (row.id === "G18" && row.allow === "COND" ? { ...row, capPence: 25_000_000 } : row));
  return { ...DEFAULT_BOOKS, gateways, bands };
}

/** What officers and the executive may decide in the year: for one head, for one service, and for one body in eight in all. */
function addingUp(agency: string, i: number): SchemeBand[] {
  const limit = (cumulative: SchemeBand["cumulative"], upToPence: number): SchemeBand => ({
    id: `${agency}-C-${cumulative.replace(" ", "-")}`, agency, jurisdiction: "*", from: null, to: null, scopes: "*", kinds: "*", overPence: 0, upToPence,
    cumulative, approver: "executive, within the year's limit", rank: 3, form: true, source: "illustrative", verifiedBy: "illustrative", cell: null,
  });
  return [limit("per head", 20_000_000), ...(i % 2 === 0 ? [limit("per service", 60_000_000)] : []), ...(i % 8 === 3 ? [limit("per year", 150_000_000)] : [])];
}

/** Budget holder, head of service, director and chief finance officer, executive, board: illustrative figures for new users. */
function illustrative(agency: string): SchemeBand[] {
  return [[0, 10_000], [10_000, 50_000], [50_000, 250_000], [250_000, 1_000_000], [1_000_000, null] as const].map(([over, upTo], rank) => ({
    id: `${agency}-S${rank}`, agency, jurisdiction: "*", from: null, to: null, scopes: "*", kinds: "*", overPence: (over ?? 0) * 100, upToPence: upTo === null || upTo === undefined ? null : upTo * 100,
    cumulative: "none", approver: `approver of rank ${rank}`, rank, form: true, source: "illustrative", verifiedBy: "illustrative", cell: null,
  }));
}
