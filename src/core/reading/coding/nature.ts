// What a line is and with whom, by its own words: gross spending, income, a payment to or income from a partner, a recharge.
import type { Evidence, Nature } from "../../budget/line";
import { describeCell, type CellRef } from "../../budget/cells";
import type { PartnerNames } from "../agencies/agencies";
import { fold } from "../words/cellText";
import { BUILT_IN_KEYWORDS } from "../keywords/defaultKeywords";
import type { KeywordFound, Keywords } from "../keywords/keywords";
import type { Side } from "../words/sideWords";

export interface NatureFinding {
  readonly nature: Nature;
  readonly counterparty: string | null;
  readonly evidence: Evidence;
  readonly counterpartyEvidence: Evidence | null;
  /** True when the words speak of a partner but name none. */
  readonly partnerUnnamed: boolean;
}

export interface LineWords {
  readonly description: string;
  readonly sections: readonly string[];
  readonly agency: string;
  /** Canonical amount (expenditure +), the first that is not zero; 0 when all are. */
  readonly pence: number;
  readonly side: Side | null;
  readonly cell: CellRef;
  /** Name of the sheet: it may say of all its lines that they are internal. */
  readonly sheet?: string;
}

/** England's returns go from net revenue expenditure to the council tax requirement by reserves and funding alone (RS lines 806 to 885). */
const BELOW_NET_REVENUE = /^council tax requirement\b/;
const MOVED = /\bappropriations?\b|\breserves?\b/;
/** Words that tie a partner's name to money paid to it. */
const PAID_TO = /\b(to|payments?|grants?|contributions?|commission(ed)? from|contracts?|transfers?|pooled?|fund|sla|s ?256|s ?76|s ?75)\b/;
const PARTNERLY = /\b(partner|partners|partnership|joint (arrangements?|funding|contribution)|pooled budget|s ?75|s ?256|section 75|section 256)\b/;
export function findNature(line: LineWords, names: PartnerNames, keywords: Keywords = BUILT_IN_KEYWORDS): NatureFinding {
  const words = fold(line.description);
  const says = (nature: Nature, text: string = line.description): string | null => {
    const told = keywords.find("nature", text, nature);
    return told === null ? null : wordsOf(told);
  };
  const income = line.pence < 0 || (line.pence === 0 && line.side === "income");
  const found = (nature: Nature, reason: string, counterparty: string | null = null, partnerUnnamed = false): NatureFinding => ({
    nature, counterparty, partnerUnnamed,
    evidence: { kind: "words", reason, cell: line.cell },
    counterpartyEvidence: counterparty === null ? null : { kind: "words", reason, cell: line.cell },
  });
  const below = line.sections.some((section) => BELOW_NET_REVENUE.test(fold(section)));
  if (below) return found(MOVED.test(words) ? "RESERVE_MOVE" : "FUNDING_BELOW_LINE", "it stands between net revenue expenditure and the council tax requirement");
  const mention = names.mention(line.description, line.agency);
  const recharge = mention === null ? says("INTERNAL_RECHARGE") : null;
  if (recharge !== null) return found("INTERNAL_RECHARGE", recharge, line.agency);
  for (const nature of ["RESERVE_MOVE", "NON_CONTROLLABLE"] as const) {
    const told = says(nature);
    if (told !== null) return found(nature, told);
  }
  const funding = income ? says("FUNDING_BELOW_LINE") : null;
  if (funding !== null) return found("FUNDING_BELOW_LINE", funding);
  if (mention !== null && income) return found("IA_INCOME", `the words "${line.description}" name ${mention.partner.name}`, mention.partner.id);
  if (mention !== null && (mention.proper || PAID_TO.test(words))) {
    return found("IA_PAYMENT", `the words "${line.description}" name ${mention.partner.name}`, mention.partner.id);
  }
  const saving = income && line.side !== "income" ? says("GROSS_EXP") : null;
  if (saving !== null) return found("GROSS_EXP", `${saving}: a saving inside spending`);
  const ofSheet = mention === null ? says("INTERNAL_RECHARGE", line.sheet ?? "") : null;
  if (ofSheet !== null) return found("INTERNAL_RECHARGE", `${ofSheet} in the sheet's name`, line.agency);
  const unnamed = PARTNERLY.test(words);
  if (income) return found("EXT_INCOME", line.side === "income" ? "its words and sign are income, and no partner is named" : "its sign is income, and no partner is named", null, unnamed);
  return { ...found("GROSS_EXP", "spending that names no partner", null, unnamed), evidence: { kind: "words", reason: "spending that names no partner", cell: line.cell } };
}

/** Council tax, precepts, general grants: what pays for a budget, below its net line. */
export function speaksOfFunding(description: string): boolean {
  return BUILT_IN_KEYWORDS.find("nature", description, "FUNDING_BELOW_LINE") !== null;
}

/** CIPFA standard subjective group 1-10 by words, or null when they do not tell; income is group 9. */
export function subjectiveGroupOf(description: string, subjective: string | null, nature: Nature, pence: number, keywords: Keywords = BUILT_IN_KEYWORDS): { readonly group: number; readonly reason: string } | null {
  if (nature === "EXT_INCOME" || nature === "IA_INCOME" || (nature === "INTERNAL_RECHARGE" && pence < 0)) return { group: 9, reason: "it is income" };
  if (nature === "FUNDING_BELOW_LINE" || nature === "RESERVE_MOVE") return null;
  const found = keywords.find("kind of spending", subjective ?? "") ?? keywords.find("kind of spending", description);
  return found === null ? null : { group: Number(found.row.means), reason: wordsOf(found) };
}

/** 'the word "nursing"', with the row of the partners' table that says so. */
export function wordsOf({ words, row }: KeywordFound): string {
  return `the word${words.includes(" ") ? "s" : ""} "${words}"${row.cell === null ? "" : ` (${describeCell(row.cell)})`}`;
}
