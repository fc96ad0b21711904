// Words of the Register page.
import { count, sentence } from "./count";
import { dateWords } from "./date";

export const register = {
  emptyLead: "Nothing has been applied yet.",
  emptyBody:
    "This page will show every budget cell that an applied virement changed: old and new, when, and by whom as stated. Rows are only ever added, so a " +
    "correction is a further row.",
  goToReview: "Go to Review",
  intact: (rows: number) => `${sentence(count(rows, "row"))} in the register; the chain of check values is intact.`,
  broken: (rows: number, row: number) => `The chain of check values breaks at row ${row} of ${rows}: that row, or one before it, was changed, removed or moved.`,
  unregistered: (id: string) => `The register does not bear out the state of virement ${id}: rows of it were removed, or its state was changed by hand.`,
  writeJournal: "Write the journal and the forms",
  showSheet: "Show the register in its sheet",
  showBroken: "Show the row that broke",
  checkHint: "The check finds slips and casual edits. It is not a signature.",
  revert: "Preview the reversal",
  revertName: (id: string) => `Preview the reversal of ${id}`,
  reversal: {
    label: "Why it is taken back", hint: "The register keeps this.", empty: "Enter a reason: a reversal without a reason is refused.",
    confirm: "Preview with this reason", keep: "Don't take it back",
  },
  action: { applied: "Applied", reversed: "Reversed" },
  by: (name: string, when: string) => `${dateWords(when)}, by ${name} (as stated)`,
  change: (before: string, after: string) => `${before} becomes ${after}`,
  effect: "Effect on the budget",
  brokenRow: "The chain breaks at this row",
  row: (number: number) => `Row ${number}`,
} as const;
