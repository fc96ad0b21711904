// Words of the Suggestions page.
import type { WhatIfId } from "../../app/selectors/whatIf";
import type { WholeSetId } from "../../app/wholeSets";
import type { FlexClass } from "../../core/flexibility/types";
import { formatPounds } from "../../core/money/format";
import type { Pence } from "../../core/money/pence";
import { count, sentence } from "./count";
import { dateWords } from "./date";

const classes: Readonly<Record<FlexClass, string>> = {
  F0: "Fixed by law", F1: "Controlled centrally", F2: "Ring-fenced", F3: "Committed", F4: "Managed", F5: "Discretionary",
};

const whatIfs: Readonly<Record<WhatIfId, { readonly label: string; readonly hint: string }>> = {
  acrossOutcomes: { label: "Let money move across outcomes", hint: "Money agreed for an outcome stays on it unless this is on." },
  partnersPay: { label: "Partners pay now what they will owe", hint: "Payments between bodies, each within what the partner will owe the pool at the year's end. Both must agree." },
  officersOnly: { label: "Nothing that members or a board must decide", hint: "Only what directors and chief finance officers may approve." },
  holdBack: { label: "Hold back a tenth of what each line could give", hint: "Leaves room for a forecast that gets worse." },
  largerMoves: { label: "No move below £10,000", hint: "Small moves may cost more to agree than they bring." },
};

const RANK_WORDS: Readonly<Record<number, string>> = {
  0: "Budget holder", 1: "Head of service", 2: "Director or chief finance officer", 3: "Cabinet or executive", 4: "Full council or board", 5: "Partners' agreement", 6: "Government",
};

const lower = (text: string): string => `${text.charAt(0).toLowerCase()}${text.slice(1)}`;

export const suggestions = {
  emptyLead: "No suggestions have been looked for yet.",
  emptyBody:
    "This page will show which budgets are under pressure, which could give money under the partners' own rules, and the virements that close the " +
    "most pressure without passing cost from one agency to another. Looking writes nothing.",
  needsReading: "The sheets have to be read first.",
  notLookedFor: (date: string) => `No suggestions yet by the rules of ${dateWords(date)} and the figures as last read.`,
  nextIsLooking: "Look for suggestions to see what may move.",
  dateLabel: "Decision date",
  dateHint: "Rules are taken as they stand on this date. After another date, look for suggestions again.",
  dateUnknown: (date: string) => `Give a whole date from 2000 to 2099. Until then the rules of ${dateWords(date)} are taken.`,
  look: "Look for suggestions",
  lookAgain: "Look again",
  put: "Put into the workbook",
  goToReview: "Go to Review",
  lead: (moves: number, closed: string, pressure: string) =>
    moves === 0 ? `No virement is possible under these rules; ${pressure} of pressure stays open.`
      : `${sentence(count(moves, "virement"))} would close ${closed} of ${pressure} of pressure.`,
  noPressure: "No line is forecast over its budget, so there is nothing to suggest.",
  proven: "Proven best under these rules: no other set of virements closes more.",
  within: (gain: string) => `Not proven best: a better set could close at most ${gain} more.`,
  notProven: "Not proven best: the search was ended before it was done.",
  decisionDate: (date: string) => `Rules as they stand on ${dateWords(date)}.`,
  putHint: "This writes the sheets Flexibility and Virements. No agency's budget changes until a virement is accepted and applied.",

  switchesTitle: "What if",
  whatIfs,
  notKept: "What-if, not yet kept. Putting it into the workbook keeps it.",

  filters: {
    title: "Show only",
    agency: "Agency", outcome: "Outcome", approval: "Approval needed", all: "All",
    ranks: (rank: number) => RANK_WORDS[rank] ?? `Rank ${rank}`,
    shown: (shown: number, total: number) => `${shown} of ${count(total, "virement")} shown. Nothing else changes.`,
    clear: "Show all",
  },
  sets: {
    title: "Whole sets side by side",
    hint: "Other ways to go as a whole. Looking for them writes nothing.",
    look: "Find other whole sets",
    set: "Set", closes: "Closes", leaves: "Stays open",
    about: (moves: number, rank: number, proven: boolean) => `${sentence(count(moves, "virement"))}${moves === 0 ? "" : `, at most ${lower(RANK_WORDS[rank] ?? `rank ${rank}`)}`}${proven ? "" : ", not proven best"}.`,
    names: {
      "as-asked": "As asked for", "officers-only": "Nothing that members or a board must decide", "across-outcomes": "Money may move across outcomes",
      "partners-pay": "Partners pay now what they will owe", "partners-give": "Those partners give all they can, which only they can offer",
    } satisfies Readonly<Record<WholeSetId, string>>,
    first: "First set", second: "Second set",
    move: "Virement", moveByMove: "The two sets, virement by virement", none: "none",
  },
  beside: {
    title: "Beside the suggestions",
    hint: "No suggestion uses any of this.",
    central: "Show central money as if decided locally", centralHint: "Only what more could move then.",
    notUnderRules: "Not available under current rules", extra: "More could move in all",
    swap: (amount: string, fund: string, line: string, to: string) => `${amount} of ${fund} on ${line}, freeing general money for ${to}.`,
    allowed: (approver: string) => `May be done; needs ${approver}.`,
    refused: (unmet: string) => `May not be done, because this does not hold: ${unmet}.`,
  },

  issuesTitle: "To know about these suggestions",
  pressuresTitle: "Pressures",
  pressureClosed: (closed: string, pressure: string) => `${closed} of ${pressure} closed`,
  notAddressable: "Other money can't meet it",
  movesTitle: "Suggested virements",
  from: "From",
  to: "To",
  recurrence: { "one-off": "One-off", recurrent: "Recurrent" },
  approvalsTitle: "Approval needed",
  /** Between bodies the words name body and rule themselves. */
  approval: (approver: string, agency: string, ruleId: string) => (approver.includes(agency) ? approver : `${approver}, ${agency} (${ruleId})`),
  noApproval: "the budget holder's own decision",
  burden: "What each agency bears (net budget)",
  before: "before",
  after: "after",
  unchanged: "unchanged",
  why: "Why this",
  whyNotMore: "Why not more",
  nothingMore: "Nothing more is needed: the pressure on this line is closed.",
  giverLeft: (line: string, pence: Pence, heldPence: Pence) =>
    (pence > 0 ? `${line} has ${formatPounds(pence)} left that it could give.` : `${line} has nothing left that it could give.`) +
    (heldPence > 0 ? ` ${formatPounds(heldPence)} more is held back.` : ""),
  nextTier: (over: Pence, rank: number) => `A move of more than ${formatPounds(over)} would need higher approval (rank ${rank}).`,
  rules: (ids: string) => `Rules: ${ids}`,
  unclosedTitle: "Stays open",
  unclosedTotal: "Stays open in all",
  callsTitle: "For a partner to decide, apart from the virements",
  callsHint: "These are not virements. Only the partner named can agree to them.",
  call: (agency: string) => `${agency} could pay`,
  liability: "Its share under the agreement",
  poolOver: (pool: string) => `${pool}, overspend after the virements`,
  blockedTitle: "Not allowed",
  blockedHint: "Money that would help, and the rule in its way.",
  blocked: (from: string, to: string) => `${from} to ${to}`,
  flexTitle: "How much could move",
  flexLead: "Spending by class; the figure is what could move under the rules.",
  flexible: "could move",
  alignOnly: "could only be aligned, not moved",
  classes,
  flexLines: (name: string) => `Lines of ${name} with something to move`,
  noFlex: "Nothing could move.",
  until: (date: string) => `until ${dateWords(date)}`,
} as const;
