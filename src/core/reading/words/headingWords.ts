// What a column's heading says: which field it is, which stage, year and unit. The words are data; nothing here looks at a sheet.
import type { Stage } from "../../budget/line";
import type { MoneyUnit } from "../../money/unit";
import { fold, isYearCell, yearOf } from "./cellText";
import type { ColumnField } from "../types";

type Words = readonly (readonly [RegExp, ColumnField])[];

// The first that fits wins, so narrower words stand above wider ones. Czech words: budget reports of Czech regions.
const LABELS: Words = [
  [/^(line|row) ?(no|number)$|^row$|^no$|číslo( řádku)?$/, "ignored"],
  [/\b(comments?|notes?|narrative|explanations?|remarks?|reasons?|commentary|rag|status|until|end date|start date)\b|\b(owner|holder|manager|officer)s? (code|id|no|number|ref|reference|e ?mail|phone|tel)\b/, "note"],
  [/\b((budget|cost cent(re|er)) (holder|manager|owner)s?|(responsible|accountable|lead|budget) (officer|manager|person)s?|responsible|owners?)\b|^budget held by$|^(service )?managers?$/, "holder"],
  [/^(budget|business|service|cost|spend) (area|head|heading|line|name|description|title|item)s?$|^(type|category|area|nature|head|class|heading)s? of (spend|spending|expenditure|cost|income|service|support|activity)$|^(team|provider|workstream|care group|contract|contractor|expense|income source)s?( name)?$/, "description"],
  [/^(subjective|subj)( code)?$|^(subjective|expenditure|expense|account|cost|commitment) (type|category|group|analysis|code|element|item)$|^(cipfa|subjective) |^(\w+ )?type$|^category$|^((sop|gl|sap|oracle|ledger|nominal) )?account$|^položka$|^sachkonto$/, "subjective"],
  [/^(cost cent(re|er)|cc|service|budget|ledger|nominal|gl|account|project|scheme|cost|line|job|fund|department|activity|profit cent(re|er))? ?(code|codes|ref|reference|id|no|number|ledger code)s?( code)?$|^((sop|gl|sap|oracle|ledger) )?(cost cent(re|er)|nominal|ledger|gl|cc)$|^(paragraf|účelový znak|číslo položky řádku)$|^profit ?center$|^(\w+ ){0,3}(code|codes)( no| number)?$|^(a c|acc|acct|ref|sap|job|cost)( no| number)$|^(a c|acc|acct|cfr|cost ?c|cost ctr|cost center|objective|centre|combination|t code|analysis( \d)?)$/, "code"],
  [/^business units?$/, "section"],
  [/^(directorate|dept|div|serv|svc|fund|division|department|portfolio|service (area|group)|section|group|block|programme area|theme|outcome|function)$/, "section"],
  [/^(agency|organisation|organization|body|authority|partner|partner organisation|local authority)$/, "agency"],
  [/\b(description|descriptor|desc|descr|details?|particulars|service|services|budget heads?|heads?|headings?|name|items?|budget lines?|lines?|activity|scheme|programme|project|cost cent(re|er)|expenditure type|account name|title|what|narrative|funding source|source of (funding|funds)|source|area of spend|category|název)\b/, "description"],
];

const NOT_MONEY = /%|\bper ?cent\b|\bpercentage\b|\b(fte|wte|ftes|headcount|posts|staff (numbers|nos?)|establishment|units?|volume|activity (data|levels?|numbers)|population|rank|rag)\b/;
const NOT_THIS = /\b(virements?|adjustments?|additions?|deductions?|transfers?|movements?|supplementary|(?<!(incl|including|inc|excl|excluding|exc|ex|of|with|without|plus|less) )vat|commit(ment)?s?|orders? (outstanding|raised)|on order|(un)?committed|unspent|budget to date|budget ytd|profiled?|phased|cum(ulative)? (budget|bud|plan|profile|estimate)|(budget|plan|estimate) (cumulative|(p|m|period|month|q|quarter) ?\d+)|(budget|plan|estimate|allocation) (up )?to (p|m|q|period|month|quarter|\d{1,2} |end of |end )[a-z]* ?\d*|ytd (budget|bud|plan)|(budget|plan) (year )?to date|plan ytd|remaining|avail(able)?|prior|previous|last (year|month|period|quarter|report(ed)?)|in month|(this|current|single) (month|period)|(month|period|monthly) (actuals?|spend|budget|plan)|month \d+ (budget|bud|plan|actuals?|act)|(january|april|may|june|july|august|september|october|november|december) (budget|bud|plan|actuals?|act)|encumbrances?|carried forward|brought forward|increase|decrease|growth|savings|efficienc(y|ies)|reductions?|pressures?|reversals?|one offs?|pay award|inflation|changes?)\b/;

const STAGES: readonly (readonly [RegExp, ColumnField, Stage | null])[] = [
  [/\b(variance|variation|deviation|adv fav|fav adv|gap|over ?\/? ?under|under ?\/? ?over|over under spend|overspend|underspend|(over|under) spend|difference|adverse|favourable|better worse|worse better)\b|\bvar\b|^(surplus deficit|deficit surplus)$/, "variance", null],
  [/\b(forecast|forecasts|forecasted|forecasting|fot|proj|projected|projection|predicted|probable|expected|(estimated|anticipated|likely|indicative) (full year |year end )?(outturn|spend|actual|position)|(year end|eoy|ye) (position|outturn)|outlook|f ?cast|fcst|fyf|reforecast)\b|^fo( £.*)?$/, "forecast", "forecast"],
  [/\b(revised|rev|latest|updated|amended|adjusted)\b|\bbudget (after|incl|including|net of)\b|\bfinal (approved )?(budget|estimate|plan)\b|^lab( £.*)?$|\b(current|working) (year )?(budget|allocation|estimate|approved|plan|delegation)\b|^(current|curr|working)( £.*)?$|po změnách/, "revised", "revised"],
  [/\b(original|orig|base(?! (funded|funding|grant)|$)|initial|opening|published|submitted|start(ing)? (budget|plan)|start of (the )?year|approved|budget book|set budget|agreed budget|adopted|as set|budget set|at 1 april)\b|schválený/, "original", "original"],
  [/\b(actuals?|ytd|to date|spend|spent|paid|posted)\b|\bact$|výsledek|skutečnost/, "actual", "actual"],
  [/\b(outturn|final accounts?|final)\b/, "outturn", "outturn"],
];

const PLAIN_AMOUNT = /\b(budget|budgets|budgeted|bud|amount|amounts|allocation|plan|planned|estimate|estimates|est|total|value|cost|expenditure|funding|contribution|sum|(cash|control) limits?)\b|^((full|whole) )?year( total)?( £.*)?$|^(proposed|agreed)( fy)?( \d{2,4})*( £.*)?$|rozpočet|£/;
const TO_DATE_BUDGET = /\b(ytd|to date|year to date)\b.*\b(budget|bud|plan|profile)\b|\b(budget|bud|plan|profile)\b.*\b(ytd|to date)\b/;
const MONTHS = "(jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*";
const MONTH_SPAN = new RegExp(`\\b${MONTHS}\\b( \\d{4})? (to|until|and) ${MONTHS}\\b`);
const WHOLE_YEAR = /\bapr[a-z]*\b.* mar[a-z]*\b|\bjan[a-z]*\b.* dec[a-z]*\b/;
const UNIT_ONLY = /^(£( ?000s?| ?m| ?k| ?million| ?thousand)?|000s?|£m|in £.*|gbp|r ?000|kč|pounds|pence)$/;
/** "Plan" under "Position to 30 September": the part of a year that has gone, unless a year ends then. */
const PART_YEAR = new RegExp(`(?<!\\b(?:year|12 months|twelve months)(?: ended| ending)? )\\bto (?:the )?(?:end (?:of )?)?(?:\\d{1,2}(?:st|nd|rd|th)? )?(?!mar)${MONTHS}\\b`);
const OF_BUDGET = /\b(budget|bud|plan|estimate|profile|allocation)\b/;
const INCOME = /\b(income|receipts|earnings?|příjmy)\b|^cr$|^(budget |annual |total )?credits?( amount| budget)?$|^inc$|^less\b(?! (than|virements?|savings?))|^(sales )?fees,? (and )?charges\b/;
const GROSS = /\bgross\b|^dr$|^(budget |annual |total )?debits?( amount| budget)?$|^payments?$|^payments? (budget(ed)?|actuals?|estimates?|forecast)\b|^(total )?(expenditure|spend|spending|exp|costs)$|^(total )?(expenditure|exp) (budget|estimate|forecast|outturn)$/;
const REVISED_SURELY = /\b(revised|latest|updated|amended|adjusted)\b.*\b(budget|estimate|plan|allocation)\b|\bbudget (after|including|incl|net of) (virements?|transfers?|adjustments?|movements?|changes?)\b/;
const TO_DATE = /\bto (p|m|q|period|month|quarter) ?\d+\b|\b(ytd|to date|profiled?|phased|cumulative|prior|previous|last|in month)\b/;
const NET = /\bnet\b/;

/** Reads a heading; null when its words say nothing that we know. */
export function meaningOf(heading: string): HeadingMeaning | null {
  const words = fold(heading);
  if (words === "") return null;
  const year = yearOf(heading);
  const money = moneyMeaning(words, heading, year);
  const label = labelMeaning(words);
  // "Cost centre description" and "Budget code" hold a money word, but the whole heading names a label.
  if (label !== null && (money === null || money.plain || label.sure)) return { field: label.field, stage: null, part: "whole", year: null, plain: false };
  return money;
}

/** The heading names an amount: a stage, a side, a variance or money without more. */
export function isAmount(meaning: HeadingMeaning | null): boolean {
  return meaning !== null && (meaning.stage !== null || meaning.part !== "whole" || meaning.plain || meaning.field === "variance");
}

function labelMeaning(words: string): { field: ColumnField; sure: boolean } | null {
  for (const [pattern, field] of LABELS) {
    if (!pattern.test(words)) continue;
    return { field, sure: field === "code" || field === "subjective" || /\b(code|description|name|ref|head|heads|line|lines|item|comment|comments|note|notes|narrative|commentary|explanation|business unit|budget area|(category|type|area|nature|class) of)\b/.test(words) };
  }
  return null;
}

/** The heading names the budget that is now managed against, whatever it says of how it was made. */
export function namesRevised(heading: string): boolean {
  const words = fold(heading);
  return REVISED_SURELY.test(words) && !TO_DATE.test(words);
}

function moneyMeaning(words: string, heading: string, year: number | null): HeadingMeaning | null {
  if (NOT_MONEY.test(words) || /%/.test(heading)) return { field: "ignored", stage: null, part: "whole", year, plain: false };
  const part: AmountPart = NET.test(words) ? "net" : INCOME.test(words) ? "income" : GROSS.test(words) ? "gross" : "whole";
  const found = STAGES.find(([pattern]) => pattern.test(words));
  if (found !== undefined && found[1] === "variance") return { field: "variance", stage: null, part: "whole", year, plain: false };
  const surely = namesRevised(heading);
  if (!surely && (NOT_THIS.test(words) || TO_DATE_BUDGET.test(words) || (PART_YEAR.test(words) && OF_BUDGET.test(words)))) return { field: "ignored", stage: null, part: "whole", year, plain: false };
  // "Net expenditure to 30 September" is what was spent by then.
  if (found === undefined && part !== "income" && PART_YEAR.test(words) && !OF_BUDGET.test(words)) return { field: "actual", stage: "actual", part: "whole", year, plain: false };
  if (found !== undefined) return { field: part === "whole" ? found[1] : part, stage: found[2], part, year, plain: false };
  if (part !== "whole") return { field: part, stage: null, part, year, plain: false };
  if (MONTH_SPAN.test(words) && !WHOLE_YEAR.test(words)) return { field: "actual", stage: "actual", part, year, plain: false };
  if (PLAIN_AMOUNT.test(words) || UNIT_ONLY.test(words) || isYearCell(heading) || (year !== null && words.length <= 24)) {
    return { field: "revised", stage: null, part: "whole", year, plain: true };
  }
  return null;
}

const UNITS: readonly (readonly [RegExp, MoneyUnit, string])[] = [
  [/£ ?m\b|£ ?mn\b|£ ?mill(ion)?s?\b|\bmillions? of pounds\b|\b(in|all figures in|figures in|amounts in) (£ )?millions?\b|\b£ millions?\b|\bkč mil|\bmil kč/, "millions", "£m"],
  [/£ ?000s?\b|£ ?0 00\b|£ ?k\b|£ ?thousands?\b|\bthousands? of pounds\b|\b(in|all figures in|figures in|amounts in|nearest) (£ )?thousands?\b|^000s?$|\b£?000s\b|\br ?000\b|\bgbp ?(000s?|k|thousands?)\b/, "thousands", "£000"],
  [/\b(in|figures in|amounts in) (whole |exact )?(pounds|£)(?! ?(000|m\b|k\b))|\bwhole pounds\b|\bpounds sterling\b|^£$|^£ £|^gbp$|^pounds$|\b(all figures|amounts|figures) (are )?(in|shown in) £(?! ?(000|m\b|k\b))|£s\b|\bkč\b|\bkorun/, "pounds", "£"],
  [/^pence$|\bin pence\b/, "pence", "pence"],
];

/** The unit that a text names, with the words as people write them; null when it names none. A bare "£" counts only as the whole text or in brackets. */
export function unitNamed(text: string): { readonly unit: MoneyUnit; readonly words: string } | null {
  const words = fold(text);
  if (words === "") return null;
  for (const [pattern, unit, label] of UNITS) if (pattern.test(words)) return { unit, words: label };
  return /\(\s*(£|GBP)\s*\)|\s£$|^£\s/.test(text.trim()) && !/£\s*\d/.test(text) ? { unit: "pounds", words: "£" } : null;
}

/** What part of a line a column holds: the whole signed amount, or its gross, income or net side. */
export type AmountPart = "whole" | "gross" | "income" | "net";

/** What a heading says its column holds. */
export interface HeadingMeaning {
  readonly field: ColumnField;
  readonly stage: Stage | null;
  readonly part: AmountPart;
  readonly year: number | null;
  /** True for a heading that names an amount without saying which stage ("Budget", "2026/27", "£000"). */
  readonly plain: boolean;
}
