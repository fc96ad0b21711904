// What a line is and with whom, by its own words: gross spending, income, a payment to or income from a partner, a recharge.
import type { Evidence, Nature } from "../budget/line";
import type { CellRef } from "../budget/cells";
import type { PartnerNames } from "./agencies";
import { fold } from "./cellText";
import type { Side } from "./sideWords";

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

const RECHARGE = /\brecharges?\b|\binternal (charges?|trading|transfers?|income|invoices?)\b|\bsupport services? (charges?|allocation)\b/;
/** What a trading account ends with is no charge of one department to another. */
const OUTCOME_OF_TRADING = /\b(surplus|surpluses|deficit|deficits|accounted for)\b/;
const RESERVE = /\b(to|from|use of|contribution to|contribution from|transfer to|transfer from|drawdown (of|from)) (general |earmarked |the )*(reserves?|balances)\b|\breserves? (movement|drawdown|transfer)\b/;
/** England's returns go from net revenue expenditure to the council tax requirement by reserves and funding alone (RS lines 806 to 885). */
const BELOW_NET_REVENUE = /^council tax requirement\b/;
const MOVED = /\bappropriations?\b|\breserves?\b/;
const FUNDING = /\bcouncil tax\b(?! (collection|support|benefit|reduction))|\bprecepts?\b|\brevenue support grant\b|\brsg\b|\bbusiness rates\b(?! (collection|team|supplement))|\bpolice (core )?grant\b|\bformula grant\b|\bcollection fund\b/;
const NON_CONTROLLABLE = /\bdepreciation\b|\bimpairment\b|\bias ?19\b|\bfrs ?17\b|\bcapital charges\b|\bnotional\b/;
/** Words that tie a partner's name to money paid to it. */
const PAID_TO = /\b(to|payments?|grants?|contributions?|commission(ed)? from|contracts?|transfers?|pooled?|fund|sla|s ?256|s ?76|s ?75)\b/;
const PARTNERLY = /\b(partner|partners|partnership|joint (arrangements?|funding|contribution)|pooled budget|s ?75|s ?256|section 75|section 256)\b/;
const SAVING = /\b(savings?|efficienc(y|ies)|vacancy factor|turnover allowance|cip|qipp|reduction)\b/;

export function findNature(line: LineWords, names: PartnerNames): NatureFinding {
  const words = fold(line.description);
  const income = line.pence < 0 || (line.pence === 0 && line.side === "income");
  const found = (nature: Nature, reason: string, counterparty: string | null = null, partnerUnnamed = false): NatureFinding => ({
    nature, counterparty, partnerUnnamed,
    evidence: { kind: "words", reason, cell: line.cell },
    counterpartyEvidence: counterparty === null ? null : { kind: "words", reason, cell: line.cell },
  });
  const below = line.sections.some((section) => BELOW_NET_REVENUE.test(fold(section)));
  if (below) return found(MOVED.test(words) ? "RESERVE_MOVE" : "FUNDING_BELOW_LINE", "it stands between net revenue expenditure and the council tax requirement");
  const mention = names.mention(line.description, line.agency);
  if (RECHARGE.test(words) && !OUTCOME_OF_TRADING.test(words) && mention === null) return found("INTERNAL_RECHARGE", `the word "${first(RECHARGE, words)}"`, line.agency);
  if (RESERVE.test(words)) return found("RESERVE_MOVE", `the words "${first(RESERVE, words)}"`);
  if (NON_CONTROLLABLE.test(words)) return found("NON_CONTROLLABLE", `the words "${first(NON_CONTROLLABLE, words)}"`);
  if (income && FUNDING.test(words)) return found("FUNDING_BELOW_LINE", `the words "${first(FUNDING, words)}"`);
  if (mention !== null && income) return found("IA_INCOME", `the words "${line.description}" name ${mention.partner.name}`, mention.partner.id);
  if (mention !== null && (mention.proper || PAID_TO.test(words))) {
    return found("IA_PAYMENT", `the words "${line.description}" name ${mention.partner.name}`, mention.partner.id);
  }
  if (income && SAVING.test(words) && line.side !== "income") return found("GROSS_EXP", `the word "${first(SAVING, words)}": a saving inside spending`);
  const sheetWords = fold(line.sheet ?? "");
  if (mention === null && RECHARGE.test(sheetWords)) return found("INTERNAL_RECHARGE", `the words "${first(RECHARGE, sheetWords)}" in the sheet's name`, line.agency);
  const unnamed = PARTNERLY.test(words);
  if (income) return found("EXT_INCOME", line.side === "income" ? "its words and sign are income, and no partner is named" : "its sign is income, and no partner is named", null, unnamed);
  return { ...found("GROSS_EXP", "spending that names no partner", null, unnamed), evidence: { kind: "words", reason: "spending that names no partner", cell: line.cell } };
}

/** Council tax, precepts, general grants: what pays for a budget, below its net line. */
export function speaksOfFunding(description: string): boolean {
  return FUNDING.test(fold(description));
}

function first(pattern: RegExp, words: string): string {
  return pattern.exec(words)?.[0] ?? "";
}

const GROUPS: readonly (readonly [RegExp, number])[] = [
  [/\bdepreciation\b|\bimpairment\b|\bamortisation\b/, 8],
  [/\bcapital financing\b|\binterest payable\b|\bdebt charges\b|\bloan repayments?\b|\bminimum revenue provision\b/, 10],
  [/\brecharges? in\b|\bsupport services?\b|\boverheads?\b|\bcentral (charges|support)\b/, 7],
  [/\b(residential|nursing|placements?|home care|domiciliary|contracts?|commissioned|healthcare|prescribing|grants? to|providers?|fostering|agency placements|continuing)\b/, 5],
  [/\b(direct payments?|awards?|benefits?|allowances|bursar(y|ies)|flexible support fund)\b/, 6],
  [/\b(staff|staffing|salar(y|ies)|wages|(?<!non )pay|employees?|officers?|team|pcsos?|pensions?|training)\b/, 1],
  [/\b(premises|rents?|rates|utilities|energy|building|cleaning|repairs|maintenance)\b/, 2],
  [/\b(transport|travel|vehicles?|fleet|mileage|fuel)\b/, 3],
  [/\b(equipment|supplies|stationery|it|ict|licences?|insurance|fees|materials|catering|communications)\b/, 4],
];

/** CIPFA standard subjective group 1-10 by words, or null when they do not tell; income is group 9. */
export function subjectiveGroupOf(description: string, subjective: string | null, nature: Nature, pence: number): { readonly group: number; readonly words: string } | null {
  if (nature === "EXT_INCOME" || nature === "IA_INCOME" || (nature === "INTERNAL_RECHARGE" && pence < 0)) return { group: 9, words: "income" };
  if (nature === "FUNDING_BELOW_LINE" || nature === "RESERVE_MOVE") return null;
  for (const text of [subjective ?? "", description]) {
    const words = fold(text);
    for (const [pattern, group] of GROUPS) {
      const match = pattern.exec(words);
      if (match !== null) return { group, words: match[0] };
    }
  }
  return null;
}
