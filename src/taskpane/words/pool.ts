// Words of the Pool page.
import type { ControlCounts } from "../../app/selectors/pool";
import type { ControlResult } from "../../core/checks/control";
import type { DifferenceType, Lens } from "../../core/pooling/types";
import { count } from "./count";

const lenses: Readonly<Record<Lens, string>> = { funds: "Who funds", spends: "Who spends" };
const lensHints: Readonly<Record<Lens, string>> = {
  funds: "Net budgets, with what partners pay one another.",
  spends: "Spending outside the place less income from outside; payments between partners are left out.",
};
const results: Readonly<Record<ControlResult, string>> = {
  green: "agrees", amber: "look at this", red: "does not agree", none: "nothing to compare",
};
const differenceTypes: Readonly<Record<DifferenceType, string>> = {
  TIMING: "timing: one partner has recorded it later than the other", PRICE: "price: the same service at two amounts",
  SCOPE: "scope: the two records do not cover the same thing", MISSING: "missing: only one partner has a record",
  ERROR: "error: one of the records is wrong", NONE: "no difference",
};

export const pool = {
  emptyLead: "Nothing has been pooled yet.",
  emptyBody:
    "This page will show one budget for the place: who funds it, who spends it, by agency and by outcome, with payments between partners " +
    "counted once and every difference between their records side by side.",
  lead: (total: string, lens: string, agencies: number, waiting: number) =>
    `${total} pooled from ${count(agencies, "agency", "agencies")} (${lens.toLowerCase()}), ${count(waiting, "difference")} between partners waiting.`,
  writeViews: "Write the pooled view",
  findSuggestions: "Look for suggestions",
  writeAgain: "Write the pooled view again",
  lensLabel: "Figures show",
  lenses,
  lensHints,
  budget: "Revised budget",
  forecast: "Forecast",
  variance: "Variance",
  outsideRings: "Variance outside hard ring-fences",
  gross: "Gross",
  income: "Income",
  eliminated: "Counted once between partners",
  place: "The place",
  moreFigures: "Gross, income and what was counted once",
  byAgency: "By agency",
  byOutcome: "By outcome",
  ofPlace: (share: string) => `${share} of the place`,
  asTable: "The same as a table",
  budgetShort: "Budget",
  partners: {
    title: "Pools: contributions and exposure",
    caption: (pool: string) => `Partners of ${pool}`,
    lead: (host: string, agreement: string | null) => `Hosted by ${host}. ${agreement === null ? "No agreement entered: shared pro rata to contributions." : `${agreement}.`}`,
    outturn: (variance: string) => `Forecast: ${variance}.`,
    partner: "Partner",
    putsIn: "Puts in",
    bears: "Bears",
    share: (share: string) => `${share} of contributions`,
    nothing: "puts nothing in",
    elsewhere: (amount: string) => `Placed elsewhere by the agreement: ${amount}.`,
    allPools: "All pools together",
  },
  parts: (name: string) => `Lines of ${name}`,
  pressures: "Largest pressures",
  underspends: "Largest underspends",
  noPressures: "No line is forecast over its budget.",
  noUnderspends: "No line is forecast under its budget.",
  differences: "Differences between partners",
  differencesNet: "Differences between partners, net",
  noDifferences: "Every payment between partners is recorded alike on both sides.",
  difference: (payer: string, payee: string) => `${payer} to ${payee}`,
  flowFor: (purpose: string | null, year: string | null) => `For ${[purpose, year].filter((part) => part !== null).join(", ")}`,
  payerRecords: (name: string) => `${name} records paying`,
  payeeRecords: (name: string) => `${name} records receiving`,
  differs: "Difference",
  suggestedType: (type: string) => `Suggested kind: ${type}.`,
  differenceTypes,
  noRecord: "no record",
  eliminations: "Counted once between partners",
  flows: (number: number) => count(number, "flow"),
  recharge: (name: string) => `${name}, internal recharge`,
  controls: "Controls",
  controlsLead: ({ agree, close, disagree }: ControlCounts) =>
    disagree > 0 ? `${count(disagree, "control")} ${disagree === 1 ? "does" : "do"} not agree, ${count(agree + close, "control")} agree.`
      : close > 0 ? `${count(agree, "control")} agree, ${close} more to look at.` : `All ${count(agree, "control")} agree.`,
  results,
  expected: "expected",
  found: "found",
} as const;
