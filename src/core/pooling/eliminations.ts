// Flows recorded by two partners, paired so that no pound counts twice; what does not agree stays visible and is never plugged.
import type { AgencyId } from "../budget/agency";
import type { CellRef } from "../budget/cells";
import { budgetPence, type BudgetLine } from "../budget/line";
import { asPence, sumPence, sumPenceBy, type Pence } from "../money/pence";
import { compareText } from "../text";
import { pairFlows, type FlowLines } from "./flowPairs";
import { roleOf } from "./lens";
import { chargeBySign, type IsCharge } from "./rechargeSide";
import type { DifferenceType, Elimination } from "./types";

/** One flow between two agencies in one year. */
interface Flow extends FlowLines {
  readonly payer: AgencyId;
  readonly payee: AgencyId;
  readonly year: number | null;
}

/**
 * The eliminations register, ordered by payer, payee and scheme (where none is named: pool), internal recharges last. Records of different
 * years are never paired (`yearOf`; a line whose year is not told may meet any). One payment may stand against many incomes and the other
 * way round. A flow with one side only is listed, with nothing eliminated.
 */
export function eliminate(lines: readonly BudgetLine[], partners: ReadonlySet<AgencyId>, isCharge: IsCharge = chargeBySign, yearOf: YearOfLine = NO_YEARS): Elimination[] {
  const roles = lines.map((line) => roleOf(line, partners));
  const withRole = (role: string): BudgetLine[] => lines.filter((_, i) => roles[i] === role);
  const payments = grouped(withRole("payment-to-partner"), (line) => [line.agency, line.counterparty ?? ""]);
  const incomes = grouped(withRole("income-from-partner"), (line) => [line.counterparty ?? "", line.agency]);
  const pairs = [...new Set([...payments.keys(), ...incomes.keys()])];
  const flows = pairs.flatMap((pair) => {
    const [payer = "", payee = ""] = JSON.parse(pair) as string[];
    return byYear(payments.get(pair) ?? [], incomes.get(pair) ?? [], yearOf).flatMap(([year, paid, received]) => pairFlows(paid, received).map((flow) => ({ payer, payee, year, ...flow })));
  });
  const recharges = [...grouped(withRole("recharge"), (line) => [line.agency]).values()].map((own) => rechargeFlow(own, isCharge));
  return [
    ...acrossYears(flows.map((flow) => entryOf(flow, "inter-agency"))).sort(byPartnersAndScheme),
    ...recharges.map((flow) => entryOf(flow, "internal-recharge")).sort(byPartnersAndScheme),
  ];
}

/** The financial year of each line that tells one. */
export type YearOfLine = ReadonlyMap<string, number>;
const NO_YEARS: YearOfLine = new Map();

/** True when only one partner recorded the flow. */
export function isOneSided(entry: Elimination): boolean {
  return entry.kind === "inter-agency" && (entry.payerLineIds.length === 0 || entry.payeeLineIds.length === 0);
}

/** The two sides year by year. Where one side tells no year at all, or neither does, they are one group. */
function byYear(payments: readonly BudgetLine[], incomes: readonly BudgetLine[], yearOf: YearOfLine): [number | null, readonly BudgetLine[], readonly BudgetLine[]][] {
  const years = [...new Set([...payments, ...incomes].map((line) => yearOf.get(line.id) ?? null))].sort((a, b) => (a ?? 0) - (b ?? 0));
  const told = years.filter((year) => year !== null);
  if (told.length <= 1) return [[told[0] ?? null, payments, incomes]];
  // A line without a year goes with the latest: budgets are made for it.
  const latest = told.at(-1) ?? null;
  const of = (lines: readonly BudgetLine[], year: number): BudgetLine[] => lines.filter((line) => (yearOf.get(line.id) ?? latest) === year);
  return told.map((year) => [year, of(payments, year), of(incomes, year)]);
}

function rechargeFlow(lines: readonly BudgetLine[], isCharge: IsCharge): Flow {
  const agency = lines[0]?.agency ?? "";
  return {
    payer: agency, payee: agency, scheme: null, year: null,
    payments: lines.filter(isCharge), incomes: lines.filter((line) => !isCharge(line)),
  };
}

function entryOf({ payer, payee, scheme, year, ...flow }: Flow, kind: Elimination["kind"]): Elimination {
  const [payments, incomes] = [[...flow.payments].sort(byId), [...flow.incomes].sort(byId)];
  const paymentPence = sumPenceBy(payments, budgetPence);
  const incomePence = sumPenceBy(incomes, budgetPence);
  const differencePence = asPence(paymentPence + incomePence);
  return {
    payer, payee, scheme, year, kind, paymentPence, incomePence, differencePence,
    eliminatedPence: lesserOf(paymentPence, asPence(0 - incomePence)),
    differenceType: typeOf(differencePence, payments, incomes),
    payerLineIds: payments.map((line) => line.id), payeeLineIds: incomes.map((line) => line.id),
    payerCells: payments.map(cellOf), payeeCells: incomes.map(cellOf),
  };
}

/** What both sides record: the one nearer to nil, money paid back (both below nil) included; nil where they point opposite ways. */
function lesserOf(paid: Pence, received: Pence): Pence {
  return paid > 0 && received > 0 ? Math.min(paid, received) : paid < 0 && received < 0 ? Math.max(paid, received) : 0;
}

/** A record that its partner holds too, but for another year, is a matter of time: one of them has accrued it and the other has not. */
function acrossYears(entries: readonly Elimination[]): Elimination[] {
  const alone = entries.filter((entry) => isOneSided(entry) && entry.year !== null);
  return entries.map((entry) => (inAnotherYear(entry, alone) === undefined ? entry : { ...entry, differenceType: "TIMING" as const }));
}

/** The partner's own one-sided record of the same flow and amount in another year. */
export function inAnotherYear(entry: Elimination, entries: readonly Elimination[]): Elimination | undefined {
  if (!isOneSided(entry) || entry.year === null) return undefined;
  return entries.find((other) => isOneSided(other) && other.payer === entry.payer && other.payee === entry.payee && other.year !== null && other.year !== entry.year
    && other.differencePence + entry.differencePence === 0 && (other.scheme === entry.scheme || other.scheme === null || entry.scheme === null));
}

/**
 * A first guess at why two records differ, for the partners to confirm: MISSING when one side is absent, TIMING when the original
 * budgets agreed and one side has since been revised (or the same record stands in another year), ERROR when one looks like a slip in writing the other (digits changed places, a unit
 * of ten, a hundred or a thousand, the wrong sign), else PRICE (same number of records, unlike amounts) or SCOPE.
 */
function typeOf(difference: Pence, payments: readonly BudgetLine[], incomes: readonly BudgetLine[]): DifferenceType {
  if (difference === 0) return "NONE";
  if (payments.length === 0 || incomes.length === 0) return "MISSING";
  const all = [...payments, ...incomes];
  const revised = all.some((line) => line.originalPence !== null && line.originalPence !== budgetPence(line));
  const agreedBefore = sumPence(all.map((line) => line.originalPence ?? budgetPence(line))) === 0;
  if (revised && agreedBefore) return "TIMING";
  if (isSlip(sumPenceBy(payments, budgetPence), sumPenceBy(incomes, budgetPence))) return "ERROR";
  return payments.length === incomes.length ? "PRICE" : "SCOPE";
}

/** Payment and income that one hand could have meant alike. */
function isSlip(payment: Pence, income: Pence): boolean {
  if (payment === income) return true;
  const [least, most] = [Math.min(Math.abs(payment), Math.abs(income)), Math.max(Math.abs(payment), Math.abs(income))];
  if (least === 0) return false;
  if ([10, 100, 1000].some((unit) => least * unit === most)) return true;
  const digits = (pence: number): string => [...String(pence)].sort().join("");
  return least !== most && String(least).length === String(most).length && digits(least) === digits(most);
}

function cellOf(line: BudgetLine): CellRef {
  return { file: line.source.file, sheet: line.source.sheet, address: line.source.address };
}

/** Keyed by JSON of the parts, so that no name can run into another. */
function grouped(lines: readonly BudgetLine[], parts: (line: BudgetLine) => readonly string[]): Map<string, BudgetLine[]> {
  const groups = new Map<string, BudgetLine[]>();
  for (const line of lines) {
    const key = JSON.stringify(parts(line));
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [line]);
    else group.push(line);
  }
  return groups;
}

function byId(a: BudgetLine, b: BudgetLine): number {
  return compareText(a.id, b.id);
}

function byPartnersAndScheme(a: Elimination, b: Elimination): number {
  return compareText(a.payer, b.payer) || compareText(a.payee, b.payee) || compareText(a.scheme ?? "", b.scheme ?? "") || (a.year ?? 0) - (b.year ?? 0)
    || compareText(a.payerLineIds[0] ?? "", b.payerLineIds[0] ?? "");
}
