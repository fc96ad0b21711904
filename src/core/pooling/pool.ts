// The pooled view of a partnership: one total for the place, with nothing counted twice and every figure traceable to lines.
import type { Agency, AgencyId } from "../budget/agency";
import type { BudgetLine } from "../budget/line";
import { checkCompleteness } from "../checks/completeness";
import { checkMinimums, checkSchedule } from "../checks/contributions";
import type { Control } from "../checks/control";
import { checkFundingSplits } from "../checks/fundingSplits";
import { checkOutcomes } from "../checks/outcomes";
import { checkPoolIdentity } from "../checks/poolIdentity";
import { checkBroughtForward } from "../checks/priorYear";
import { checkRingFences } from "../checks/ringFence";
import { checkStageBridge } from "../checks/stageBridge";
import { checkUnmatched } from "../checks/unmatched";
import { checkViewTotals } from "../checks/viewTotals";
import { asPence, sumPence, sumPenceBy, type Pence } from "../money/pence";
import type { PartnershipReading } from "../reading/types";
import type { RegisterRow } from "../virement/life";
import { agentFlowIssues, agentFlows, type AgentRoles } from "./arrangements/agentFlows";
import { arrangementIssues, arrangementOf, governedPools } from "./arrangements/governing";
import type { ArrangementRow } from "./arrangements/types";
import { costViews } from "./costViews";
import { eliminate } from "./eliminations";
import { figuresOf } from "./lens";
import type { PooledLine } from "./pooledLine";
import { chargeByColumn } from "./rechargeSide";
import { holdsInYear, termsIssues, yearsOfNames } from "./inYear";
import { leviesOf, levyIssues } from "./levies";
import { passThroughIssues, testPassThrough } from "./passThrough";
import { poolIssues } from "./poolIssues";
import { poolPositions } from "./poolPosition";
import type { PoolTerms } from "./poolTerms";
import type { LineYears } from "./realTerms/otherYears";
import { newestIndices, type IndexValue } from "./realTerms/priceIndex";
import { yearOnYear } from "./realTerms/yearOnYear";
import { varianceOutsideRings } from "./ringAccounts";
import type { AgencyTotals, Elimination, Pool, PoolTotals } from "./types";
import { unmetTermsIssues } from "./unmetTerms";
import { pooledViews } from "./views";
import { yearEndPack } from "./yearEnd/yearEndPack";
import type { YearEndRow } from "./yearEnd/yearEndTable";

/** What the partners' workbook holds beside lines and agreements. */
export interface PoolInput {
  readonly years?: LineYears;
  readonly indices?: readonly IndexValue[];
  /** Accounts of earlier years, as kept in the workbook. */
  readonly yearEnds?: readonly YearEndRow[];
  /** Arrangements, and the pools and schemes they govern. */
  readonly arrangements?: readonly ArrangementRow[];
  /** Virements that were applied or reversed. */
  readonly register?: readonly RegisterRow[];
}

const NO_AGENTS: AgentRoles = new Map();
const NO_YEARS: LineYears = { yearOf: new Map(), earlier: [] };

/**
 * Pools every line that was read. Figures do not depend on the order of agencies, sheets or lines. Net is the sum of the sheets:
 * eliminating matched flows lowers gross and income alike. Delivery leaves out flows between partners and internal recharges, so it
 * differs from net by the unmatched differences alone. `terms` are what the partners to each pool agreed, if they entered it: of
 * rows that hold within the year of the pool's lines, the one that begins last. `beside` is what else their workbook holds.
 */
export function poolPartnership(reading: PartnershipReading, terms: readonly PoolTerms[] = [], beside: PoolInput = {}): Pool {
  const years = beside.years ?? NO_YEARS;
  const yearOfName = yearsOfNames(reading.lines, years.yearOf);
  const arrangements = (beside.arrangements ?? []).flatMap((row) => {
    const governs = row.governs.filter((name) => holdsInYear(row, yearOfName(name)));
    return governs.length === row.governs.length ? [row] : [{ ...row, governs }];
  });
  const agents = agentFlows(reading.lines, arrangements);
  const all = pooledLines(reading, agents.roles);
  const lines = all.filter(({ figures }) => figures.role !== "below-the-line");
  const belowTheLine = all.filter(({ figures }) => figures.role === "below-the-line").map(({ line }) => line);

  const flowing = agents.roles.size === 0 ? reading.lines : reading.lines.filter((line) => !agents.roles.has(line.id));
  const eliminations = eliminate(flowing, partnersOf(reading), chargeByColumn(reading.sheets), years.yearOf);
  const agencies = agencyTotals(reading.agencies, lines);
  const totals = poolTotals(lines, eliminations);
  const views = pooledViews(lines, agencies.map((agency) => agency.agency));
  const funding = checkFundingSplits(lines.map(({ line }) => line));
  const positions = poolPositions(reading, terms.filter((row) => holdsInYear(row, yearOfName(row.pool))));
  const yearEnd = positions.map((position) => yearEndPack(position, reading, years.yearOf, arrangementOf(position.pool, arrangements)?.account));
  const pooled = positions.length === 0 ? [] : reading.lines.filter((line) => line.pool !== null);
  const controls: Control[] = [
    ...checkCompleteness(reading),
    ...checkPoolIdentity(totals, agencies, eliminations, belowTheLine),
    checkUnmatched(totals, eliminations),
    ...checkViewTotals(totals, views),
    ...funding.controls,
    checkOutcomes(lines, reading.outcomes),
    ...checkStageBridge(agencies.map(({ agency }) => agency), lines.map(({ line }) => line), beside.register ?? []),
    ...positions.flatMap((position) => checkSchedule(position, pooled)),
    ...positions.flatMap(checkMinimums),
    ...checkRingFences(lines),
    ...positions.flatMap((position, i) => checkBroughtForward(position, yearEnd[i]?.year ?? null, beside.yearEnds ?? [])),
  ];
  const yearByYear = yearOnYear(lines, years, newestIndices(beside.indices ?? []));
  const passThrough = positions.map((position) => testPassThrough(position, pooled));
  const governance = [
    ...arrangementIssues(governedPools(reading.lines, positions, passThrough, arrangements), arrangements, reading.agencies),
    ...agentFlowIssues(agents, reading.lines, namesIn(reading)),
  ];
  const levies = leviesOf(reading.lines, eliminations);
  return {
    totals, agencies, eliminations, views, positions, years: yearByYear, controls, passThrough, yearEnd, levies, agents, costViews: costViews(lines),
    issues: [...poolIssues(eliminations, lines, reading.agencies), ...passThroughIssues(passThrough, pooled, namesIn(reading)), ...governance, ...unmetTermsIssues(positions), ...termsIssues(terms.map((row) => ({ ...row, name: row.pool })), yearOfName), ...levyIssues(levies), ...funding.issues],
  };
}

/** Every line that was read with its figures in both lenses, in the order of reading; below-the-line money has none. */
export function pooledLines(reading: PartnershipReading, agentRoles: AgentRoles = NO_AGENTS): PooledLine[] {
  return [...eachPooledLine(reading, agentRoles)];
}

/** The same one by one, for what needs a line's figures only in passing. */
export function* eachPooledLine(reading: PartnershipReading, agentRoles: AgentRoles = NO_AGENTS): Generator<PooledLine> {
  const [partners, isCharge] = [partnersOf(reading), chargeByColumn(reading.sheets)];
  for (const line of reading.lines) yield { line, figures: figuresOf(line, partners, isCharge, agentRoles.get(line.id)) };
}

function namesIn(reading: Pick<PartnershipReading, "agencies">): (agency: AgencyId) => string {
  const names = new Map(reading.agencies.map((agency) => [agency.id, agency.name]));
  return (agency) => names.get(agency) ?? agency;
}

function partnersOf(reading: PartnershipReading): Set<AgencyId> {
  return new Set(reading.agencies.map((agency) => agency.id));
}

function poolTotals(lines: readonly PooledLine[], eliminations: readonly Elimination[]): PoolTotals {
  const total = (figure: (pooled: PooledLine) => Pence): Pence => sumPenceBy(lines, figure);
  const sheetGrossPence = total(({ figures }) => figures.grossPence);
  const sheetIncomePence = total(({ figures }) => figures.incomePence);
  const eliminatedPence = sumPenceBy(eliminations, (entry) => entry.eliminatedPence);
  const netPence = total(({ figures }) => figures.fundsPence);
  const forecastNetPence = total(({ figures }) => figures.forecastPence);
  return {
    sheetGrossPence, sheetIncomePence,
    grossPence: asPence(sheetGrossPence - eliminatedPence), incomePence: asPence(sheetIncomePence + eliminatedPence),
    netPence, deliveryPence: total(({ figures }) => figures.spendsPence), eliminatedPence,
    unmatchedPence: sumPenceBy(eliminations, (entry) => entry.differencePence),
    forecastNetPence, variancePence: asPence(forecastNetPence - netPence), varianceOutsideRingsPence: sumPence(varianceOutsideRings(lines)),
  };
}

/** One row an agency of the partners' list, then any agency that only lines name, so that no line is left out. */
function agencyTotals(agencies: readonly Agency[], lines: readonly PooledLine[]): AgencyTotals[] {
  const linesOf = new Map<AgencyId, PooledLine[]>(agencies.map((agency) => [agency.id, []]));
  for (const pooled of lines) {
    const own = linesOf.get(pooled.line.agency);
    if (own === undefined) linesOf.set(pooled.line.agency, [pooled]);
    else own.push(pooled);
  }
  return [...linesOf].map(([agency, own]) => totalsOf(agency, own));
}

function totalsOf(agency: AgencyId, lines: readonly PooledLine[]): AgencyTotals {
  const total = (figure: (pooled: PooledLine) => Pence): Pence => sumPenceBy(lines, figure);
  const netPence = total(({ figures }) => figures.fundsPence);
  const forecastPence = total(({ figures }) => figures.forecastPence);
  const betweenPartners = ({ figures }: PooledLine): boolean => figures.role === "payment-to-partner" || figures.role === "income-from-partner";
  return {
    agency, netPence, forecastPence,
    grossPence: total(({ figures }) => figures.grossPence), incomePence: total(({ figures }) => figures.incomePence),
    deliveryPence: total(({ figures }) => figures.spendsPence),
    netPaidPence: sumPenceBy(lines.filter(betweenPartners), ({ figures }) => figures.fundsPence),
    variancePence: asPence(forecastPence - netPence),
    lineIds: lines.map(({ line }: { line: BudgetLine }) => line.id),
  };
}
