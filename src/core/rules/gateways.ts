// Legal gateways: whether money of one body and fund may meet a purpose of another, and by which row. No row means no.
import type { BodyType } from "../budget/agency";
import { holdsIn } from "./inForce";
import type { Allow, Gateway, RuleBooks } from "./types";

export interface GatewayQuestion {
  readonly fromBody: BodyType;
  readonly toBody: BodyType;
  readonly jurisdiction: string;
  /** The receiving body's, where that is another: a law lets money pass only where it holds for both. */
  readonly toJurisdiction?: string;
  readonly purposes: ReadonlySet<string>;
}

const STRICTNESS: Readonly<Record<Allow, number>> = { NO: 3, ALIGN_ONLY: 2, COND: 1, YES: 0 };

/**
 * The row that decides for one fund: the most particular of the matching rows, and among equals the strictest, then the first in
 * the table. Undefined when no row matches.
 */
export function decidingGateway(question: GatewayQuestion, fund: string, books: RuleBooks): Gateway | undefined {
  let best: Gateway | undefined;
  for (const row of books.gateways) {
    if (!matches(row, question, fund)) continue;
    if (best === undefined || beats(row, best)) best = row;
  }
  return best;
}

function matches(row: Gateway, question: GatewayQuestion, fund: string): boolean {
  return (
    (row.fromBody === "*" || row.fromBody === question.fromBody) &&
    (row.toBody === "*" || row.toBody === question.toBody) &&
    (row.fromFund === "*" || row.fromFund === fund) &&
    (row.toPurpose === "*" || question.purposes.has(row.toPurpose)) &&
    holdsBetween(row, question)
  );
}

/** What one side's law forbids is forbidden. */
function holdsBetween(row: Gateway, { jurisdiction, toJurisdiction = jurisdiction }: GatewayQuestion): boolean {
  const forbids = row.allow === "NO" || row.allow === "ALIGN_ONLY";
  const [giving, taking] = [holdsIn(row, jurisdiction), holdsIn(row, toJurisdiction)];
  return forbids ? giving || taking : giving && taking;
}

function beats(row: Gateway, best: Gateway): boolean {
  const difference = particulars(row) - particulars(best);
  return difference > 0 || (difference === 0 && STRICTNESS[row.allow] > STRICTNESS[best.allow]);
}

function particulars(row: Gateway): number {
  return [row.fromBody, row.toBody, row.fromFund, row.toPurpose].filter((field) => field !== "*").length;
}

/** How the row is said to people: instrument, then conditions. */
export function gatewayWords(row: Gateway): string {
  return row.conditions === "" ? row.instrument : `${row.instrument}: ${row.conditions}`;
}

/** The row that closes a purpose of a body to all other money of its own (a separate account), or undefined. */
export function closedAccount(body: BodyType, jurisdiction: string, funds: readonly string[], books: RuleBooks): Gateway | undefined {
  return books.gateways.find(
    (row) =>
      row.allow === "NO" && row.fromFund === "*" && (row.toBody === body || row.toBody === "*") &&
      funds.includes(row.toPurpose) && holdsIn(row, jurisdiction),
  );
}
