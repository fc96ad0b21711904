// Indicators I1 to I8 that a partner may be drawing back from what is shared: signs to talk about, each with both sides' figures; no accusations.
import type { AgencyId } from "../budget/agency";
import { formatPounds } from "../money/format";
import { sumPenceBy, type Pence } from "../money/pence";
import { compareText } from "../text";
import type { ShuntLine, ShuntSnapshot } from "./shuntLine";

export type IndicatorId = "I1" | "I2" | "I3" | "I4" | "I5" | "I6" | "I7" | "I8";

export interface Indicator {
  readonly id: IndicatorId;
  /** The same sign keeps its key from one time to the next, so that an answer stays with it. */
  readonly key: string;
  readonly agency: AgencyId;
  /** What is seen, with both sides' figures; one sentence. */
  readonly words: string;
}

/** Points below which a contribution fell clearly faster than the agency's own budget. */
const RELATIVE_CUT_POINTS = -2;
/** Differences below £1,000 are no sign of anything. */
const LEAST: Pence = 100_000;
/** After 28 February, the leap day included, until the year ends. */
const LATE_FROM = "02-29";
const LATE_TO = "03-31";

/** Relative cut in percentage points: change of the contribution less change of the agency's own budget. Null where either began at nothing. */
export function relativeCut(contribution: readonly [Pence, Pence], own: readonly [Pence, Pence]): number | null {
  if (contribution[0] === 0 || own[0] === 0) return null;
  return 100 * ((contribution[1] - contribution[0]) / Math.abs(contribution[0]) - (own[1] - own[0]) / Math.abs(own[0]));
}

/** All that two snapshots show; what only decisions show (I4) is told by refusedInARow. In the order of the list, then agency. */
export function retrenchmentIndicators(before: ShuntSnapshot, after: ShuntSnapshot): Indicator[] {
  const [was, is] = [byAgency(before.lines), byAgency(after.lines)];
  const agencies = [...new Set([...was.keys(), ...is.keys()])].sort(compareText);
  const both: Pair = { after, agencies, was: (agency) => was.get(agency) ?? [], is: (agency) => is.get(agency) ?? [] };
  return [...contributions(both), ...sharedFirst(both), ...keptUnderspends(both), ...uplifts(both), ...mirrors(both), ...oneOffShares(both)];
}

interface Pair {
  readonly after: ShuntSnapshot;
  readonly agencies: readonly AgencyId[];
  /** The agency's lines before and after. */
  readonly was: (agency: AgencyId) => readonly ShuntLine[];
  readonly is: (agency: AgencyId) => readonly ShuntLine[];
}

function byAgency(lines: readonly ShuntLine[]): ReadonlyMap<AgencyId, readonly ShuntLine[]> {
  const found = new Map<AgencyId, ShuntLine[]>();
  for (const line of lines) {
    const own = found.get(line.agency);
    if (own === undefined) found.set(line.agency, [line]);
    else own.push(line);
  }
  return found;
}

const sum = (lines: readonly ShuntLine[], wanted: (line: ShuntLine) => boolean, figure: (line: ShuntLine) => Pence = (line) => line.pence): Pence =>
  sumPenceBy(lines.filter(wanted), figure);
const spends = (line: ShuntLine): boolean => line.nature === "GROSS_EXP" || line.nature === "IA_PAYMENT";

/** I1, and I3 where the later snapshot was taken after 28 February. */
function contributions({ after, agencies, was: before, is: now }: Pair): Indicator[] {
  const late = after.on !== null && after.on.slice(5) >= LATE_FROM && after.on.slice(5) <= LATE_TO;
  return agencies.flatMap((payer) => partnersOf([...before(payer), ...now(payer)], "IA_PAYMENT").flatMap((payee): Indicator[] => {
    const paid = (line: ShuntLine): boolean => line.nature === "IA_PAYMENT" && line.counterparty === payee;
    const [was, is] = [sum(before(payer), paid), sum(now(payer), paid)];
    const own: readonly [Pence, Pence] = [sum(before(payer), spends), sum(now(payer), spends)];
    if (was - is < LEAST) return [];
    const points = relativeCut([was, is], own);
    const fell = `${payer}'s payments to ${payee} fell from ${formatPounds(was)} to ${formatPounds(is)}`;
    const relative: Indicator[] = points === null || points > RELATIVE_CUT_POINTS ? [] : [{
      id: "I1", key: `I1 ${payer} ${payee}`, agency: payer,
      words: `${fell}, while its own spending went from ${formatPounds(own[0])} to ${formatPounds(own[1])}: ${points.toFixed(2).replace("-", "−")} percentage points beside it.`,
    }];
    return late ? [...relative, { id: "I3", key: `I3 ${payer} ${payee}`, agency: payer, words: `${fell} after 28 February (${after.on ?? ""}), when partners' budgets are set.` }] : relative;
  }));
}

/** I2: shared lines bear more of the agency's cuts than their share of its budget. */
function sharedFirst({ after, agencies, was }: Pair): Indicator[] {
  const now = new Map(after.lines.map((line) => [line.id, line.pence]));
  const cut = (line: ShuntLine): Pence => Math.max(0, line.pence - (now.get(line.id) ?? 0));
  return agencies.flatMap((agency): Indicator[] => {
    const own = was(agency).filter((line) => spends(line) && line.pence > 0);
    const [cuts, sharedCuts] = [sumPenceBy(own, cut), sum(own, (line) => line.shared, cut)];
    const [budget, shared] = [sumPenceBy(own, (line) => line.pence), sum(own, (line) => line.shared)];
    if (cuts < LEAST || shared === budget || sharedCuts * budget <= shared * cuts) return [];
    return [{ id: "I2", key: `I2 ${agency}`, agency, words: `Shared lines bear ${percent(sharedCuts, cuts)} of ${agency}'s cuts (${formatPounds(sharedCuts)} of ${formatPounds(cuts)}), and are ${percent(shared, budget)} of its spending.` }];
  });
}

/** I5: an agency is forecast under budget on an outcome where a partner is over. */
function keptUnderspends({ after, agencies, is }: Pair): Indicator[] {
  const outcomes = [...new Set(after.lines.map((line) => line.outcome))].filter((outcome) => outcome !== "O0").sort(compareText);
  return outcomes.flatMap((outcome) => {
    const over = agencies.map((agency) => ({ agency, pence: sum(is(agency), (line) => line.outcome === outcome, (line) => line.forecastPence - line.pence) }));
    const pressed = over.filter(({ pence }) => pence >= LEAST);
    return over.filter(({ pence }) => pence <= -LEAST && pressed.length > 0).map(({ agency, pence }): Indicator => ({
      id: "I5", key: `I5 ${agency} ${outcome}`, agency,
      words: `${agency} is forecast ${formatPounds(-pence)} under its budget for ${outcome}, where ${pressed.map((partner) => `${partner.agency} is ${formatPounds(partner.pence)} over`).join(" and ")}.`,
    }));
  });
}

/** I6: what an agency charges a partner rose; the inflation that was agreed is for the partners to set beside it. */
function uplifts({ agencies, was: before, is: now }: Pair): Indicator[] {
  return agencies.flatMap((payee) => partnersOf([...before(payee), ...now(payee)], "IA_INCOME").flatMap((payer): Indicator[] => {
    const charged = (line: ShuntLine): boolean => line.nature === "IA_INCOME" && line.counterparty === payer;
    const [was, is] = [-sum(before(payee), charged), -sum(now(payee), charged)];
    if (was <= 0 || is - was < LEAST) return [];
    return [{ id: "I6", key: `I6 ${payee} ${payer}`, agency: payee, words: `${payee}'s charges to ${payer} rose by ${percent(is - was, was)}, from ${formatPounds(was)} to ${formatPounds(is)}; compare this with the inflation that was agreed.` }];
  }));
}

/** I7: for one client group one agency's spending falls and a partner's rises by half to one and a half times as much. */
function mirrors({ after, agencies, was, is }: Pair): Indicator[] {
  const groups = [...new Set(after.lines.flatMap((line) => line.clientGroup ?? []))].filter((group) => group !== "ALL").sort(compareText);
  return groups.flatMap((group) => {
    const change = agencies.map((agency) => {
      const own = (line: ShuntLine): boolean => line.clientGroup === group && spends(line);
      return { agency, pence: sum(is(agency), own) - sum(was(agency), own) };
    });
    return change.filter(({ pence }) => pence <= -LEAST).flatMap((fallen) => change.filter(({ pence }) => 2 * pence >= -fallen.pence && 2 * pence <= -3 * fallen.pence).map((risen): Indicator => ({
      id: "I7", key: `I7 ${fallen.agency} ${risen.agency} ${group}`, agency: fallen.agency,
      words: `For client group ${group}, ${fallen.agency}'s spending fell by ${formatPounds(-fallen.pence)} and ${risen.agency}'s rose by ${formatPounds(risen.pence)} in the same time.`,
    })));
  });
}

/** I8: a share of a recurrent service is paid with one-off money. */
function oneOffShares({ after, is }: Pair): Indicator[] {
  return after.lines.filter((line) => line.nature === "IA_PAYMENT" && line.recurrence === "NONREC" && line.counterparty !== null && line.pence >= LEAST).flatMap((line): Indicator[] => {
    const served = is(line.counterparty ?? "").some((other) => other.outcome === line.outcome && other.clientGroup === line.clientGroup && other.recurrence === "REC" && spends(other));
    return served ? [{ id: "I8", key: `I8 ${line.id}`, agency: line.agency, words: `${line.agency} pays ${formatPounds(line.pence)} (${line.id}) as one-off money towards a service that ${line.counterparty ?? ""} runs every year.` }] : [];
  });
}

/** I4: the last two or more transfers to a partner that an agency was asked for were refused. Decisions in the order of the table. */
export function refusedInARow(decisions: readonly { readonly giver: AgencyId; readonly taker: AgencyId; readonly decision: string }[]): Indicator[] {
  const asked = decisions.filter(({ giver, taker, decision }) => giver !== taker && decision !== "waiting");
  return [...new Set(asked.map(({ giver }) => giver))].sort(compareText).flatMap((giver): Indicator[] => {
    const own = asked.filter((asking) => asking.giver === giver);
    const agreed = own.map(({ decision }) => decision !== "refused").lastIndexOf(true);
    const refused = own.length - 1 - agreed;
    return refused < 2 ? [] : [{ id: "I4", key: `I4 ${giver}`, agency: giver, words: `${giver} refused the last ${refused} transfers to partners that it was asked for.` }];
  });
}

function partnersOf(lines: readonly ShuntLine[], nature: string): AgencyId[] {
  return [...new Set(lines.flatMap((line) => (line.nature === nature && line.counterparty !== null ? [line.counterparty] : [])))].sort(compareText);
}

function percent(part: Pence, whole: Pence): string {
  return `${((100 * part) / whole).toFixed(1)}%`;
}
