// Flows recorded by two partners, paired so that no pound counts twice; what does not agree stays visible and is never plugged.
import type { AgencyId } from "../budget/agency";
import type { CellRef } from "../budget/cells";
import { budgetPence, type BudgetLine } from "../budget/line";
import { asPence, sumPence, sumPenceBy, type Pence } from "../money/pence";
import { compareText } from "../text";
import { roleOf } from "./lens";
import { chargeBySign, type IsCharge } from "./rechargeSide";
import type { DifferenceType, Elimination } from "./types";

/** Payer's lines and payee's lines that record one flow; either side may be empty. */
interface Flow {
  readonly payer: AgencyId;
  readonly payee: AgencyId;
  readonly scheme: string | null;
  readonly year: number | null;
  readonly payments: readonly BudgetLine[];
  readonly incomes: readonly BudgetLine[];
}

/**
 * The eliminations register, ordered by payer, payee and scheme, internal recharges last.
 * Records of different years are never paired (`yearOf`; a line whose year is not told may meet any). One payment may stand against many incomes and the other way round. A flow with one side only is listed, with nothing eliminated.
 */
export function eliminate(lines: readonly BudgetLine[], partners: ReadonlySet<AgencyId>, isCharge: IsCharge = chargeBySign, yearOf: YearOfLine = NO_YEARS): Elimination[] {
  const roles = lines.map((line) => roleOf(line, partners));
  const withRole = (role: string): BudgetLine[] => lines.filter((_, i) => roles[i] === role);
  const payments = grouped(withRole("payment-to-partner"), (line) => [line.agency, line.counterparty ?? ""]);
  const incomes = grouped(withRole("income-from-partner"), (line) => [line.counterparty ?? "", line.agency]);
  const pairs = [...new Set([...payments.keys(), ...incomes.keys()])];
  const flows = pairs.flatMap((pair) => {
    const [payer = "", payee = ""] = JSON.parse(pair) as string[];
    return byYear(payments.get(pair) ?? [], incomes.get(pair) ?? [], yearOf).flatMap(([year, paid, received]) => flowsOfPair({ payer, payee, year }, paid, received));
  });
  const recharges = [...grouped(withRole("recharge"), (line) => [line.agency]).values()].map((own) => rechargeFlow(own, isCharge));
  return [
    ...flows.map((flow) => entryOf(flow, "inter-agency")).sort(byPartnersAndScheme),
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

/** Pairs scheme by scheme, then what is left over where one side does not name schemes. Unlike schemes are never paired. */
function flowsOfPair(pair: Pick<Flow, "payer" | "payee" | "year">, payments: readonly BudgetLine[], incomes: readonly BudgetLine[]): Flow[] {
  const flow = (scheme: string | null, paid: readonly BudgetLine[], received: readonly BudgetLine[]): Flow =>
    ({ ...pair, scheme, payments: paid, incomes: received });
  const [paidFor, receivedFor] = [byScheme(payments), byScheme(incomes)];
  const shared = new Set([...paidFor.keys()].filter((scheme) => scheme !== null && receivedFor.has(scheme)));
  const flows = [...shared].map((scheme) => flow(scheme, paidFor.get(scheme) ?? [], receivedFor.get(scheme) ?? []));

  const [paid, received] = leftOverThatMeet(payments.filter((l) => !shared.has(l.scheme)), incomes.filter((l) => !shared.has(l.scheme)));
  if (paid.length > 0) flows.push(flow(onlyScheme([...paid, ...received]), paid, received));
  const met = new Set([...flows.flatMap((f) => f.payments), ...flows.flatMap((f) => f.incomes)]);
  return [
    ...flows,
    ...[...byScheme(payments.filter((line) => !met.has(line)))].map(([scheme, own]) => flow(scheme, own, [])),
    ...[...byScheme(incomes.filter((line) => !met.has(line)))].map(([scheme, own]) => flow(scheme, [], own)),
  ];
}

/** Both sides or neither. Where both sides name schemes and different ones, only lines without a scheme may meet a partner's lines. */
function leftOverThatMeet(payments: readonly BudgetLine[], incomes: readonly BudgetLine[]): [readonly BudgetLine[], readonly BudgetLine[]] {
  const unnamed = (lines: readonly BudgetLine[]): BudgetLine[] => lines.filter((line) => line.scheme === null);
  const named = (lines: readonly BudgetLine[]): BudgetLine[] => lines.filter((line) => line.scheme !== null);
  let paid = payments;
  let received = incomes;
  if (named(payments).length > 0 && named(incomes).length > 0) {
    const [u, v] = [unnamed(payments), unnamed(incomes)];
    paid = u.length > 0 || v.length === 0 ? u : named(payments);
    received = v.length > 0 || u.length === 0 ? v : named(incomes);
  }
  return paid.length > 0 && received.length > 0 ? [paid, received] : [[], []];
}

/** The scheme that a mixed flow is listed under: the only one named, or none. */
function onlyScheme(lines: readonly BudgetLine[]): string | null {
  const schemes = new Set(lines.map((line) => line.scheme).filter((scheme) => scheme !== null));
  return schemes.size === 1 ? ([...schemes][0] ?? null) : null;
}

/** In order of first appearance, in one pass: a large partnership has thousands of schemes between two partners. */
function byScheme(lines: readonly BudgetLine[]): Map<string | null, BudgetLine[]> {
  const schemes = new Map<string | null, BudgetLine[]>();
  for (const line of lines) {
    const own = schemes.get(line.scheme);
    if (own === undefined) schemes.set(line.scheme, [line]);
    else own.push(line);
  }
  return schemes;
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
    eliminatedPence: asPence(Math.max(0, Math.min(paymentPence, -incomePence))),
    differenceType: typeOf(differencePence, payments, incomes),
    payerLineIds: payments.map((line) => line.id), payeeLineIds: incomes.map((line) => line.id),
    payerCells: payments.map(cellOf), payeeCells: incomes.map(cellOf),
  };
}

/**
 * A first guess at why two records differ, for the partners to confirm: MISSING when one side is absent, TIMING when the original
 * budgets agreed and one side has since been revised, ERROR when one looks like a slip in writing the other (digits changed places, a unit
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
