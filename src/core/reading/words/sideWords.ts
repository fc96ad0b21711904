// Which side of the account words speak of: income or expenditure. Headings speak for all the lines under them.
import { fold } from "./cellText";

export type Side = "income" | "expenditure";

// "Grants" alone names spending as often as income, so it says nothing.
const INCOME_HEADING = /^(less |add |plus |total |other |specific |external |operating |gross |sources of |all )*(income|turnover|receipts?|revenue income|funding|financed by|funded by|grant income|fees( and charges)?)\b(?! (to|for|support|team|paid|payable|officer|collection|maximisation|reform|advice|awards?)\b)|^(sources of|external|total) (financing|resources)\b|^financing of\b|^resources available\b|^(total |other |less )*(specific |government )+grants?\b|\b(income|receipts|turnover)$|příjmy$/;
const SPENDING_HEADING = /\b(expenditure|spending|spend|costs?|expenses|outgoings|payments)$|^(total |gross |operating )*(expenditure|spending|costs)\b|výdaje$/;

/** The side that a section heading or a total's label names; null for most, which name services. */
export function sideOfHeading(text: string): Side | null {
  const words = fold(text);
  if (/\b(net|surplus|deficit)\b/.test(words) || (/\bincome\b|\bfunding\b/.test(words) && /\b(expenditure|spending|costs)\b/.test(words))) return null;
  if (INCOME_HEADING.test(words)) return "income";
  return SPENDING_HEADING.test(words) ? "expenditure" : null;
}

const STRONG_INCOME = /\bincome\b|\breceipts?\b|\bfees and charges\b|\b(client|customer|user|service user|resident) (contributions?|charges)\b|\b(contributions?|funding|payments?|grants?) (received )?from\b|\brecharges? (out|to)\b|\breceivable\b|\brecovered\b|\bsales\b(?! (team|staff|teams|officers?|force|ledger|costs?|agents?|and marketing))|\bdonations?\b|\bturnover\b|\bprecepts?\b|(?<!\bvoid )\bcouncil tax\b(?! (on|collection|support|benefit|reduction))|(?<!\bmarket )\bbusiness rates\b(?! (on|payable|collection))|\brevenue support grant\b|\bpolice grant\b|\bparking (charges|fees)\b|\b(planning|licen[cs]e|application|permit) fees\b|\bpenalty charge notices?\b/;
const INCOME_NOT = /\bincome (team|support|collection|officer|maximisation|recovery)\b|\bloss of income\b|\b(generation|maximising) income\b/;
/** Fees that bodies pay, not charge. */
const FEES_PAID = /\b(agents?|professional|legal|audit(or|ors)?|bank|exam|examination|consultan(ts?|cy)|surveyors?|architects?|management|membership|valuation|trustees?|directors?|members) fees\b/;
const WEAK_INCOME = /\bgrant( [a-z0-9]+)?$|\bgrant\b(?!s)(?! (to|paid|payment|aid)\b)|\brents\b|\brental\b|\bcontribution$|\bfees$/;

const OFF_INCOME = /\b(voids?|bad debts?|discounts?|rebates?|refunds?|losses)\b/;

/** What a line's own words say: sure, likely or nothing. */
export function sideOfWords(text: string): { readonly side: Side; readonly sure: boolean } | null {
  const words = fold(text);
  // "Contribution to/(from) reserves" goes either way.
  if (/\bto from\b|\bfrom to\b/.test(words)) return null;
  // "Less: recharges" is taken off what stands above, as income is; "less voids" is taken off income.
  if (/^less\b/.test(words) && !OFF_INCOME.test(words)) return { side: "income", sure: true };
  if (STRONG_INCOME.test(words) && !INCOME_NOT.test(words)) return { side: "income", sure: true };
  if (/\b(pay|salaries|staff|staffing|placements?|contracts?|running costs?|gross cost|expenditure|spending|visits|beds|placement|wages|premises|supplies|equipment|grants to|payments? to|contributions? to|recharges? in|payable|minimum revenue provision|mrp|debt charges|borrowing|repairs|depreciation|allowances)\b/.test(words)) {
    return { side: "expenditure", sure: true };
  }
  return WEAK_INCOME.test(words) && !FEES_PAID.test(words) ? { side: "income", sure: false } : null;
}
