// Who is on the other side: names of the partners' own table first, then records that only one side names; told line by line.
import type { BudgetLine, Evidence } from "../../budget/line";
import type { Issue } from "../../issues/issue";
import { formatPounds } from "../../money/format";
import type { PartnershipReading } from "../../reading/types";
import type { YearOfLine } from "../eliminations";
import { withOtherNames } from "./applyNames";
import { findPartners, type PartnerMatch } from "./findPartners";
import type { OtherName } from "./namesTable";

export interface MatchedReading {
  /** The reading with counterparties filled in where found; its issues are as they were. */
  readonly reading: PartnershipReading;
  readonly matches: readonly PartnerMatch[];
  /** One question a match, whether it was taken or only suggested. */
  readonly issues: readonly Issue[];
}

/** `yearOf` tells the financial year of lines whose sheets name one. */
export function matchPartners(reading: PartnershipReading, otherNames: readonly OtherName[], yearOf?: YearOfLine): MatchedReading {
  const named = withOtherNames(reading.lines, reading.agencies, otherNames);
  const matches = findPartners(named, new Set(reading.agencies.map((agency) => agency.id)), yearOf);
  const of = new Map(named.map((line) => [line.id, line]));
  const takenBy = new Map(matches.filter((match) => match.taken).flatMap((match) => match.lineIds.map((id) => [id, match] as const)));
  const lines = takenBy.size === 0 ? named : named.map((line) => {
    const match = takenBy.get(line.id);
    return match === undefined ? line : asOtherSide(line, match, of.get(match.namedBy));
  });
  const nameOf = new Map(reading.agencies.map((agency) => [agency.id, agency.name]));
  return { reading: { ...reading, lines }, matches, issues: matches.map((match) => issueOf(match, of, nameOf)) };
}

function asOtherSide(line: BudgetLine, { payer, payee, words }: PartnerMatch, by: BudgetLine | undefined): BudgetLine {
  const pays = line.agency === payer;
  const cell = by === undefined ? null : { file: by.source.file, sheet: by.source.sheet, address: by.source.address };
  const evidence: Evidence = { kind: "words", reason: `the same amount and words ("${words.join('", "')}") as ${by?.id ?? "the partner's line"}`, cell };
  return {
    ...line, nature: pays ? "IA_PAYMENT" : "IA_INCOME", counterparty: pays ? payee : payer,
    evidence: { ...line.evidence, nature: evidence, counterparty: evidence },
  };
}

function issueOf(match: PartnerMatch, of: ReadonlyMap<string, BudgetLine>, nameOf: ReadonlyMap<string, string>): Issue {
  const [by, found] = [of.get(match.namedBy), of.get(match.lineIds[0] ?? "")];
  const where = found === undefined ? null : { file: found.source.file, sheet: found.source.sheet, address: found.source.address };
  return {
    code: match.taken ? "flow-matched" : "flow-may-match", severity: "question", where, pence: Math.abs(match.foundPence),
    facts: {
      lines: match.lineIds.map((id) => `"${of.get(id)?.description ?? id}"`).join(" and "), agency: nameOf.get(found?.agency ?? "") ?? "",
      partner: nameOf.get(by?.agency ?? "") ?? "", named: by?.description ?? match.namedBy, found: formatPounds(Math.abs(match.foundPence)),
      recorded: formatPounds(Math.abs(match.namedPence)), words: match.words.join('", "'), why: match.why,
    },
  };
}
