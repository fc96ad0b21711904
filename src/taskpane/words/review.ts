// Words of the Review page and of the preview, which is the same everywhere.
import type { ReviewCounts } from "../../app/selectors/review";
import type { Decision, VirementState } from "../../core/virement/life";
import { formatPounds } from "../../core/money/format";
import type { PlanObstacle } from "../../workbook/ports";
import { count, sentence } from "./count";

const decisions: Readonly<Record<Decision, string>> = { waiting: "Waiting", accepted: "Accepted", refused: "Refused", withdrawn: "Withdrawn" };
const states: Readonly<Record<VirementState, string>> = { draft: "draft", suggested: "not applied", applied: "applied", reversed: "reversed" };
const obstacles: Readonly<Record<PlanObstacle["kind"], string>> = {
  changed: "changed since it was read; it now holds", formula: "holds a formula, which is never overwritten:",
  protected: "is locked on a protected sheet", "missing-sheet": "is on a sheet that is no longer there", moved: "is in a row or column that is no longer as it was:",
};

export const review = {
  emptyLead: "No virements are in the workbook yet.",
  emptyBody:
    "This page will show the virements that wait for a decision: what each takes, gives and needs. Accept or refuse here, or in the Decision column of " +
    "the sheet Virements. Accepting changes no budget; applying does, after a preview of every cell.",
  goToSuggestions: "Go to Suggestions",
  lead: ({ waiting, accepted, refused, applied }: ReviewCounts) =>
    `${sentence(count(waiting, "virement"))} ${waiting === 1 ? "waits" : "wait"} for a decision; ${accepted} accepted, ${refused} refused, ${applied} applied.`,
  nobodyHere: "No virement touches this agency.",
  personLabel: "Your name",
  personHint: "Kept with each decision as stated, not proven.",
  personNeeded: "Say who decides before accepting or refusing.",
  usePerson: "Use this name",
  personIs: (name: string) => `Deciding as ${name} (as stated, not proven)`,
  changePerson: "Change the name",
  personEmpty: "Enter a name: each decision is kept with the name of who took it.",
  filterLabel: "Show virements of",
  everyAgency: "Every agency",
  nextWaiting: "Go to the next one waiting",
  previewAll: (number: number) => `Preview ${count(number, "accepted virement")}`,
  acceptedTotal: (amount: string) => `Accepted and not yet applied: ${amount}.`,
  seeRegister: "See the register",
  accept: "Accept",
  refuse: "Refuse",
  acceptName: (id: string) => `Accept ${id}`,
  refuseName: (id: string) => `Refuse ${id}`,
  changeDecision: "Decide again",
  changeDecisionName: (id: string) => `Decide again on ${id}`,
  refusal: {
    label: "Why it is refused", hint: "The other agency reads this.", empty: "Enter a reason: a refusal without a reason is not recorded.",
    confirm: "Refuse with this reason", keep: "Don't refuse",
  },
  decisions,
  states,
  decided: (decision: string, by: string) => (by === "" ? decision : `${decision} by ${by} (as stated)`),
  amend: "Amend",
  amendName: (id: string) => `Amend ${id}`,
  amendment: {
    amount: "Accept only this amount (£)", reason: "Why less", confirm: "Accept the amended amount", keep: "Don't amend",
    hint: (pence: number) => `Up to ${formatPounds(pence)}. Everyone else who must agree is asked again.`,
    amountWrong: (pence: number) => `Enter pounds and pence, more than £0 and at most ${formatPounds(pence)}.`,
    reasonWrong: "Enter a reason: the other approvers read it.",
  },
  version: (version: number, suggested: string) => `Version ${version}; ${suggested} was suggested.`,
  agreement: (approver: string, decision: string, by: string) => `${approver === "" ? "Approver" : approver}: ${by === "" ? decision.toLowerCase() : `${decision.toLowerCase()} by ${by} (as stated)`}`,
  acceptAs: (approver: string) => `Accept as ${approver}`,
  acceptAsName: (approver: string, id: string) => `Accept as ${approver}: ${id}`,
  payment: {
    vat: (note: string) => `VAT: ${note}`,
    date: (day: string) => `Cash date: ${day}`,
    noDate: "No cash date yet: it can't be applied without one",
    state: "State cash date and VAT", stateName: (id: string) => `State cash date and VAT of ${id}`,
    dateLabel: "Day on which the money is to be paid", vatLabel: "How VAT falls on the payment", keep: "Keep these", cancel: "Cancel",
  },
  holders: (names: string) => `Budget holders: ${names}`,
  holderLabel: "Whose budgets",
  everyHolder: "Every budget holder",
  waitsLabel: "Waiting on",
  everyApprover: "Anyone",
  expired: (day: string) => `expired on ${day}`,
  findLabel: "Find a cost centre, line, sheet or name",
  treasurer: {
    title: "Decisions waiting",
    lead: (open: number) => `${sentence(count(open, "virement"))} ${open === 1 ? "is" : "are"} open. Nothing is applied before everyone named has accepted.`,
    waitsOn: (approver: string, number: number) => `${approver}: ${count(number, "virement")}`,
    anyone: "Anyone", together: "If all were accepted, they would move", overNow: "Spending forecast above budget now", overThen: "Then still above budget",
    noneFails: "No check would fail.", fails: (number: number) => `${sentence(count(number, "check"))} would fail`, goToReview: "See them on Review",
  },
  reason: (text: string) => `Reason: ${text}`,
  lineGone: "This line is no longer on any sheet. Read the sheets again.",

  previewTitle: { apply: "Preview of applying", revert: "Preview of the reversal" },
  previewLead: {
    apply: (virements: number, cells: number) => `Applying ${count(virements, "virement")} would change ${count(cells, "budget cell")}. Nothing has been written yet.`,
    revert: (virements: number, cells: number) => `Reversing ${count(virements, "virement")} would change ${count(cells, "budget cell")}. Nothing has been written yet.`,
  },
  blockedLead: (number: number) => `${sentence(count(number, "cell"))} ${number === 1 ? "stands" : "stand"} in the way, so nothing can be written.`,
  confirm: { apply: "Apply these changes", revert: "Reverse these changes" },
  cancel: "Cancel",
  readAgain: "Close and read the sheets again",
  journalInstead: "A cell with a formula or a lock is never written. Everything approved can go to the ledgers by the journal instead, and no cell changes.",
  writeJournal: "Write the journal instead",
  oursTitle: "Our own sheets",
  oursHint: "What was decided and what was changed is kept here.",
  cellsOf: (sheet: string, cells: number) => `${sheet}, ${count(cells, "cell")}`,
  oldNew: (before: string, after: string) => `${before} becomes ${after}`,
  empty: "empty",
  inUnit: (amount: string, unit: string) => `${amount} (${unit})`,
  changedBudgets: "Changed budgets add to",
  balanced: "Money only moves: over all sheets the changed budgets add to the same as before.",
  unbalanced: (difference: string) => `Over all sheets the changed budgets add to ${difference} other than before.`,
  obstacle: (place: string, kind: PlanObstacle["kind"], found: string) => `${place} ${obstacles[kind]}${kind === "changed" || kind === "formula" || kind === "moved" ? ` ${found}` : ""}.`,
} as const;
