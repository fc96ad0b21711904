// What pooling found that the partners should know: flows that do not agree, and money on no outcome.
import type { Agency, AgencyId } from "../budget/agency";
import { UNALLOCATED_OUTCOME } from "../budget/line";
import type { Issue } from "../issues/issue";
import { formatPounds } from "../money/format";
import { sumPenceBy } from "../money/pence";
import { inAnotherYear, isOneSided } from "./eliminations";
import type { Elimination } from "./types";
import type { PooledLine } from "./pooledLine";
import { financialYearWords } from "./realTerms/financialYear";

export function poolIssues(eliminations: readonly Elimination[], lines: readonly PooledLine[], agencies: readonly Agency[]): Issue[] {
  const nameOf = new Map(agencies.map((agency) => [agency.id, agency.name]));
  const name = (id: AgencyId): string => nameOf.get(id) ?? id;
  return [
    ...eliminations.filter((entry) => entry.differencePence !== 0).map((entry) => flowIssue(entry, inAnotherYear(entry, eliminations)?.year ?? null, name)),
    ...agencies.flatMap((agency) => unallocated(agency, lines)),
  ];
}

function flowIssue(entry: Elimination, otherYear: number | null, name: (id: AgencyId) => string): Issue {
  const oneSided = isOneSided(entry);
  return {
    code: entry.kind === "internal-recharge" ? "recharge-uneven" : oneSided ? "one-sided-flow" : "unmatched-flow", severity: oneSided ? "question" : "warning",
    where: entry.payerCells[0] ?? entry.payeeCells[0] ?? null, pence: Math.abs(entry.differencePence),
    facts: {
      payer: name(entry.payer), payee: name(entry.payee), scheme: entry.scheme ?? "",
      payment: formatPounds(entry.paymentPence), income: formatPounds(Math.abs(entry.incomePence)),
      difference: formatPounds(Math.abs(entry.differencePence)), type: entry.differenceType,
      recordedBy: name(entry.payerLineIds.length > 0 ? entry.payer : entry.payee),
      missingFrom: name(entry.payerLineIds.length > 0 ? entry.payee : entry.payer),
      year: entry.year === null ? "" : financialYearWords(entry.year), otherYear: otherYear === null ? "" : financialYearWords(otherYear),
      payerLines: entry.payerLineIds.join(", "), payeeLines: entry.payeeLineIds.join(", "),
    },
  };
}

function unallocated(agency: Agency, lines: readonly PooledLine[]): Issue[] {
  const own = lines.filter(({ line }) => line.agency === agency.id && line.outcome === UNALLOCATED_OUTCOME);
  const [first] = own;
  if (first === undefined) return [];
  const net = sumPenceBy(own, ({ figures }) => figures.fundsPence);
  const { file, sheet, address } = first.line.source;
  return [{
    code: "unallocated", severity: "info", where: { file, sheet, address }, pence: Math.abs(net),
    facts: { agency: agency.name, lines: firstFew(own.map(({ line }) => line.id)), count: String(own.length), net: formatPounds(net) },
  }];
}

const LISTED = 8;

/** The first few by name; a long list is found on the lines' own sheet. */
function firstFew(ids: readonly string[]): string {
  return ids.length <= LISTED ? ids.join(", ") : `${ids.slice(0, LISTED).join(", ")} and ${ids.length - LISTED} more`;
}
