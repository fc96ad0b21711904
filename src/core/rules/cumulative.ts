// Limits that add up over the year: what each row of a scheme tests a move against, and the limits that couple moves together.
import { budgetPence, type BudgetLine } from "../budget/line";
import { sumPenceBy, type Pence } from "../money/pence";
import { foldLabel } from "../text";
import type { ApprovalQuestion } from "./approvalQuestion";
import { holdsIn } from "./inForce";
import { countsTowards, headOf, type PriorMove } from "./priorMoves";
import type { CostKind, CumulativeDesign, RuleBooks, SchemeBand, VirementScope } from "./types";

type Side = "giver" | "receiver";

/** One test of one row: what counts already, and the row's limits for it in pence. */
export interface BandTest {
  readonly band: SchemeBand;
  /** Money that counts towards the limit before the move itself. */
  readonly usedPence: Pence;
  readonly overPence: Pence;
  readonly upToPence: Pence | null;
  /** What adds up together; the same for every move that shares the limit. */
  readonly key: string;
  readonly design: CumulativeDesign;
}

/** The rows of the body's scheme that speak about such a move, whatever the amount. Rows without an approver are still empty. */
export function schemeBands(question: ApprovalQuestion, books: RuleBooks): readonly SchemeBand[] {
  const rows = (bandsByAgency(books.bands).get(question.agency.id) ?? []).filter(
    (band) =>
      band.approver !== "" && holdsIn(band, question.agency.jurisdiction) &&
      (band.scopes === "*" || band.scopes.some((scope) => question.scopes.includes(scope))) &&
      (band.kinds === "*" || band.kinds.some((kind) => question.kinds.includes(kind))) &&
      isCost(band.costFrom, question.from) && isCost(band.costTo, question.to),
  );
  return question.scopes.includes("same cost centre") ? aboveCostCentre(rows) : rows;
}

const SERVICE_SCOPES: ReadonlySet<VirementScope> = new Set(["same service", "between services", "between directorates"]);

/** Rows for one cost centre take the place of those for its service, up to their own limit; what is above it is the service's again. */
function aboveCostCentre(rows: readonly SchemeBand[]): SchemeBand[] {
  const own = rows.filter(({ scopes }) => scopes !== "*" && scopes.includes("same cost centre"));
  const most = own.reduce<Pence>((limit, { upToPence }) => Math.max(limit, upToPence ?? Infinity), 0);
  return rows.flatMap((band) => {
    if (own.includes(band) || band.scopes === "*" || !band.scopes.every((scope) => SERVICE_SCOPES.has(scope))) return [band];
    return (band.upToPence ?? Infinity) <= most ? [] : [{ ...band, overPence: Math.max(band.overPence, most) }];
  });
}

/** Asked for every prospective move: a partnership of forty bodies has hundreds of rows. */
const BY_AGENCY = new WeakMap<readonly SchemeBand[], ReadonlyMap<string, readonly SchemeBand[]>>();

function bandsByAgency(bands: readonly SchemeBand[]): ReadonlyMap<string, readonly SchemeBand[]> {
  const known = BY_AGENCY.get(bands);
  if (known !== undefined) return known;
  const made = new Map<string, SchemeBand[]>();
  for (const band of bands) {
    const own = made.get(band.agency);
    if (own === undefined) made.set(band.agency, [band]);
    else own.push(band);
  }
  BY_AGENCY.set(bands, made);
  return made;
}

function isCost(kind: CostKind | undefined, line: BudgetLine | undefined): boolean {
  if (kind === undefined || line === undefined) return true;
  const income = line.nature === "EXT_INCOME" || line.nature === "IA_INCOME";
  return kind === "income" ? income : !income && line.staffing === (kind === "staffing");
}

/** Every test the scheme puts a move to, in the order of its rows. */
export function bandTests(question: ApprovalQuestion, books: RuleBooks): BandTest[] {
  const bands = schemeBands(question, books);
  return bands.flatMap((band) => sidesOf(band).flatMap((side): BandTest[] => {
    const line = lineOf(side, question);
    // A head of another body is that body's own to limit.
    if (sidesOf(band).length > 1 && line !== undefined && line.agency !== question.agency.id) return [];
    if (!speaksOf(band, side, question, bands)) return [];
    const limits = limitsOf(band, line);
    if (limits === null) return [];
    if (band.cumulative === "none") return [{ band, ...limits, usedPence: question.earlierPence ?? 0, key: groupKey(band), design: "none" }];
    const subject = subjectOf(band.cumulative, side, question);
    const used = subject === null ? 0 : sumPenceBy((question.prior ?? []).filter((move) => countsTowards(band, move) && subjectOfPrior(band.cumulative, side, move) === subject), (move) => move.amountPence);
    const together = side === "giver" ? (question.alsoGivenPence ?? 0) : 0;
    return [{ band, ...limits, usedPence: used + together, key: JSON.stringify([groupKey(band), side, subject]), design: band.cumulative }];
  }));
}

/** A limit that adds up, as it stands for one prospective move: moves with the same id share it. */
export interface CumulativeLimit {
  readonly id: string;
  readonly kind: Exclude<CumulativeDesign, "none">;
  readonly ruleIds: readonly string[];
  /** Counted so far this year. */
  readonly usedPence: Pence;
  /** What may still move before the governing body itself must decide; null where the rows have no end. */
  readonly remainingPence: Pence | null;
  /** Rank by what all the moves that share the limit take together from now on: ascending, the first over 0. */
  readonly tiers: readonly { readonly overPence: Pence; readonly rank: number }[];
}

/** The limits that couple a move with others of the year. `beyondRank` is the governing body's, beyond the last row. */
export function cumulativeLimits(question: ApprovalQuestion, books: RuleBooks, beyondRank: number): CumulativeLimit[] {
  const groups = new Map<string, BandTest[]>();
  for (const test of bandTests(question, books)) {
    if (test.design !== "none") groups.set(test.key, [...(groups.get(test.key) ?? []), test]);
  }
  return [...groups].flatMap(([id, tests]): CumulativeLimit[] => {
    const [first] = tests;
    if (first === undefined || first.design === "none") return [];
    const { usedPence } = first;
    const rankAt = (pence: Pence): number => tests.reduce((rank, test) => (within(test, pence) ? Math.max(rank, test.band.rank) : rank), isBeyond(tests, pence) ? beyondRank : 0);
    const edges = new Set<Pence>([0, ...tests.flatMap((test) => [test.overPence - usedPence, ...(test.upToPence === null ? [] : [test.upToPence - usedPence])]).filter((edge) => edge > 0)]);
    const tiers: { overPence: Pence; rank: number }[] = [];
    for (const overPence of [...edges].sort((a, b) => a - b)) {
      const rank = rankAt(overPence + 1);
      if (tiers.at(-1)?.rank !== rank) tiers.push({ overPence, rank });
    }
    const last = lastPence(tests);
    return [{ id, kind: first.design, ruleIds: tests.map((test) => test.band.id), usedPence, remainingPence: last === null ? null : Math.max(0, last - usedPence), tiers }];
  });
}

/** True when the move's amount, with what counts already, lies over the row's lower limit and not over its upper, to the penny. */
export function within(test: BandTest, amountPence: Pence): boolean {
  const pence = test.usedPence + amountPence;
  return pence > test.overPence && (test.upToPence === null || pence <= test.upToPence);
}

/** True when the amount is over the last limit of rows that add up: beyond what the scheme leaves to anyone but the governing body. */
export function isBeyond(tests: readonly BandTest[], amountPence: Pence): boolean {
  const last = lastPence(tests);
  const [first] = tests;
  return last !== null && first !== undefined && first.usedPence + amountPence > last;
}

function lastPence(tests: readonly BandTest[]): Pence | null {
  return tests.some((test) => test.upToPence === null) ? null : Math.max(...tests.map((test) => test.upToPence ?? 0));
}

function sidesOf(band: SchemeBand): readonly Side[] {
  return band.cumulative === "per head" || band.cumulative === "per service" || band.heads !== undefined || band.percent?.of === "head" ? ["giver", "receiver"] : ["giver"];
}

function lineOf(side: Side, question: ApprovalQuestion): BudgetLine | undefined {
  return side === "giver" ? question.from : question.to;
}

/** Rows that name the head come before rows for every head, as the more particular. */
function speaksOf(band: SchemeBand, side: Side, question: ApprovalQuestion, bands: readonly SchemeBand[]): boolean {
  if (band.heads !== undefined) return names(band.heads, side, question);
  return !bands.some((other) => other.heads !== undefined && other.cumulative === band.cumulative && names(other.heads, side, question));
}

function names(heads: readonly string[], side: Side, question: ApprovalQuestion): boolean {
  const line = lineOf(side, question);
  if (side === "receiver" && question.newHead === true && heads.includes("new")) return true;
  if (line === undefined) return false;
  const own = [line.id, line.outcome, line.clientGroup ?? "", ...line.sections].map(foldLabel);
  return heads.some((head) => own.includes(foldLabel(head)));
}

/** Limits in pence; a share of the head's own budget is cut to the penny below. Null where there is no head to take a share of. */
function limitsOf(band: SchemeBand, line: BudgetLine | undefined): { overPence: Pence; upToPence: Pence | null } | null {
  if (band.percent?.of !== "head") return { overPence: band.overPence, upToPence: band.upToPence };
  if (line === undefined) return null;
  const base = line.originalPence ?? budgetPence(line);
  const { overPercent, upToPercent } = band.percent;
  return { overPence: shareOf(base, overPercent), upToPence: upToPercent === null ? null : shareOf(base, upToPercent) };
}

/** A percentage (to a ten-thousandth) of an amount, cut to the penny below. */
export function shareOf(basePence: Pence, percent: number): Pence {
  return Number((BigInt(Math.abs(basePence)) * BigInt(Math.round(percent * 10_000))) / 1_000_000n);
}

function groupKey(band: SchemeBand): string {
  return JSON.stringify([band.agency, band.scopes, band.kinds, band.cumulative, band.heads ?? "*", band.costFrom ?? "", band.costTo ?? ""]);
}

function subjectOf(design: CumulativeDesign, side: Side, { from, to, agency }: ApprovalQuestion): string | null {
  const line = side === "giver" ? from : to;
  if (design === "per year") return agency.id;
  if (line === undefined || from === undefined || to === undefined) return null;
  if (design === "per pair") return `${from.id}>${to.id}`;
  return design === "per head" ? line.id : headOf(line).service;
}

function subjectOfPrior(design: CumulativeDesign, side: Side, move: PriorMove): string {
  const head = side === "giver" ? move.from : move.to;
  if (design === "per year") return move.from.agency;
  if (design === "per pair") return `${move.from.line}>${move.to.line}`;
  return design === "per head" ? head.line : head.service;
}
