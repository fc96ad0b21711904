// Lines whose words name a partner by a name from the table of names become payments to it or income from it.
import type { Agency } from "../../budget/agency";
import { budgetPence, type BudgetLine, type Evidence } from "../../budget/line";
import { PartnerNames } from "../../reading/agencies/agencies";
import { findNature } from "../../reading/coding/nature";
import { isCoded } from "./coded";
import type { OtherName } from "./namesTable";
import type { Partner } from "../../reading/partnerSteps";

/** The same lines, with nature and counterparty where only the table of names tells them. What the coding or a known name tells stays. */
export function withOtherNames(lines: readonly BudgetLine[], agencies: readonly Agency[], otherNames: readonly OtherName[]): readonly BudgetLine[] {
  if (otherNames.length === 0) return lines;
  // Names of the table alone: what other names say, reading has found already.
  const partners = agencies.flatMap((agency): Partner[] => {
    const own = otherNames.filter((row) => row.agency === agency.id);
    const [first, ...rest] = own.map((row) => row.name);
    return first === undefined ? [] : [{ ...agency, name: first, aliases: rest, bodyType: "OTHER" }];
  });
  const names = new PartnerNames(partners);
  return lines.map((line) => {
    if (line.counterparty !== null || isCoded(line)) return line;
    const mention = names.mention(line.description, line.agency);
    if (mention === null) return line;
    const { file, sheet, address } = line.source;
    const cell = { file, sheet, address };
    const told = findNature({ description: line.description, sections: line.sections, agency: line.agency, pence: budgetPence(line), side: null, cell }, names);
    if (told.counterparty === null) return line;
    const row = otherNames.find((other) => other.agency === mention.partner.id && other.name.toLowerCase().includes(mention.words)) ?? otherNames.find((other) => other.agency === mention.partner.id);
    const evidence: Evidence = { kind: "coding", reason: `"${mention.words}" is a name of ${mention.partner.id} in the table of names`, cell: row?.cell ?? null };
    return { ...line, nature: told.nature, counterparty: told.counterparty, evidence: { ...line.evidence, nature: evidence, counterparty: evidence } };
  });
}
