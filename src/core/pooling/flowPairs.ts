// Which records of two agencies are of one flow: by scheme, then by pool, then by what is left; what agrees stands apart from what does not.
import { budgetPence, type BudgetLine } from "../budget/line";
import { sumPenceBy } from "../money/pence";

/** Payer's lines and payee's lines that record one flow; either side may be empty. */
export interface FlowLines {
  /** The scheme, else the pool, that the flow is for; null where neither is told or several are. */
  readonly scheme: string | null;
  readonly payments: readonly BudgetLine[];
  readonly incomes: readonly BudgetLine[];
}

type NameOf = (line: BudgetLine) => string | null;
const schemeOf: NameOf = (line) => line.scheme;
const poolOf: NameOf = (line) => line.pool;
const purposeOf: NameOf = (line) => line.scheme ?? line.pool;

/**
 * All lines of both sides, each in exactly one flow. Schemes that both name come first, then pools that both name: a difference in one pool
 * must not hide a difference the other way in another. Then what one side leaves unnamed; unlike schemes or pools never meet.
 */
export function pairFlows(payments: readonly BudgetLine[], incomes: readonly BudgetLine[]): FlowLines[] {
  const byScheme = sharedNames(payments, incomes, schemeOf);
  const byPool = sharedNames(byScheme.paidRest, byScheme.receivedRest, poolOf);
  const rest: { paid: BudgetLine[]; received: BudgetLine[] } = { paid: [...byPool.paidRest], received: [...byPool.receivedRest] };
  const flows = byScheme.flows.map(([scheme, paid, received]): FlowLines => ({ scheme, payments: paid, incomes: received }));
  for (const [, paid, received] of byPool.flows) {
    const [met, got] = leftOverThatMeet(paid, received, schemeOf);
    if (met.length > 0) flows.push({ scheme: onlyName([...met, ...got]), payments: met, incomes: got });
    rest.paid.push(...without(paid, met));
    rest.received.push(...without(received, got));
  }
  const [named, gotNamed] = leftOverThatMeet(rest.paid, rest.received, schemeOf);
  const [paid, received] = leftOverThatMeet(named, gotNamed, poolOf);
  if (paid.length > 0) flows.push({ scheme: onlyName([...paid, ...received]), payments: paid, incomes: received });
  return [
    ...flows.flatMap(apartFromWhatAgrees),
    ...[...grouped(without(rest.paid, paid), purposeOf)].map(([scheme, own]): FlowLines => ({ scheme, payments: own, incomes: [] })),
    ...[...grouped(without(rest.received, received), purposeOf)].map(([scheme, own]): FlowLines => ({ scheme, payments: [], incomes: own })),
  ];
}

/** Where a flow of several lines differs, lines of which each amount stands once on both sides agree; the difference lies in the others. */
function apartFromWhatAgrees(flow: FlowLines): FlowLines[] {
  const { scheme, payments, incomes } = flow;
  if (payments.length + incomes.length < 3 || sumPenceBy(payments, budgetPence) + sumPenceBy(incomes, budgetPence) === 0) return [flow];
  const [paid, received] = [once(payments, 1), once(incomes, -1)];
  const agreeing = (line: BudgetLine, sign: 1 | -1): boolean => paid.has(sign * budgetPence(line)) && received.has(sign * budgetPence(line));
  const of = (agrees: boolean): FlowLines => ({
    scheme, payments: payments.filter((line) => agreeing(line, 1) === agrees), incomes: incomes.filter((line) => agreeing(line, -1) === agrees),
  });
  return [of(true), of(false)].filter((part) => part.payments.length + part.incomes.length > 0);
}

/** Amounts above nil, in the payer's sign, that stand on one line of a side alone. */
function once(lines: readonly BudgetLine[], sign: 1 | -1): ReadonlySet<number> {
  const counts = new Map<number, number>();
  for (const line of lines) counts.set(sign * budgetPence(line), (counts.get(sign * budgetPence(line)) ?? 0) + 1);
  return new Set([...counts].filter(([pence, times]) => pence > 0 && times === 1).map(([pence]) => pence));
}

interface Shared {
  readonly flows: readonly (readonly [string | null, readonly BudgetLine[], readonly BudgetLine[]])[];
  readonly paidRest: readonly BudgetLine[];
  readonly receivedRest: readonly BudgetLine[];
}

function sharedNames(payments: readonly BudgetLine[], incomes: readonly BudgetLine[], nameOf: NameOf): Shared {
  const [paidFor, receivedFor] = [grouped(payments, nameOf), grouped(incomes, nameOf)];
  const shared = new Set([...paidFor.keys()].filter((name) => name !== null && receivedFor.has(name)));
  return {
    flows: [...shared].map((name) => [name, paidFor.get(name) ?? [], receivedFor.get(name) ?? []] as const),
    paidRest: payments.filter((line) => !shared.has(nameOf(line))), receivedRest: incomes.filter((line) => !shared.has(nameOf(line))),
  };
}

/** Both sides or neither. Where both sides name something and nothing alike, only lines that name nothing may meet a partner's lines. */
function leftOverThatMeet(payments: readonly BudgetLine[], incomes: readonly BudgetLine[], nameOf: NameOf): [readonly BudgetLine[], readonly BudgetLine[]] {
  const unnamed = (lines: readonly BudgetLine[]): BudgetLine[] => lines.filter((line) => nameOf(line) === null);
  const named = (lines: readonly BudgetLine[]): BudgetLine[] => lines.filter((line) => nameOf(line) !== null);
  let paid = payments;
  let received = incomes;
  if (named(payments).length > 0 && named(incomes).length > 0) {
    const [u, v] = [unnamed(payments), unnamed(incomes)];
    paid = u.length > 0 || v.length === 0 ? u : named(payments);
    received = v.length > 0 || u.length === 0 ? v : named(incomes);
  }
  return paid.length > 0 && received.length > 0 ? [paid, received] : [[], []];
}

/** What a mixed flow is listed under: the only scheme named, else the only pool. */
function onlyName(lines: readonly BudgetLine[]): string | null {
  return onlyOf(lines, schemeOf) ?? (lines.every((line) => line.scheme === null) ? onlyOf(lines, poolOf) : null);
}

function onlyOf(lines: readonly BudgetLine[], nameOf: NameOf): string | null {
  const names = new Set(lines.map(nameOf).filter((name) => name !== null));
  return names.size === 1 ? ([...names][0] ?? null) : null;
}

function without(lines: readonly BudgetLine[], taken: readonly BudgetLine[]): BudgetLine[] {
  const gone = new Set(taken);
  return lines.filter((line) => !gone.has(line));
}

/** In order of first appearance, in one pass: a large partnership has thousands of schemes between two partners. */
function grouped(lines: readonly BudgetLine[], nameOf: NameOf): Map<string | null, BudgetLine[]> {
  const groups = new Map<string | null, BudgetLine[]>();
  for (const line of lines) {
    const own = groups.get(nameOf(line));
    if (own === undefined) groups.set(nameOf(line), [line]);
    else own.push(line);
  }
  return groups;
}
