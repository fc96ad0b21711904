// Words of choosing where virements of a sheet go, and of what its budgets then show.
import type { PreviewNote } from "../../app/selectors/preview";
import { count } from "./count";

export const targets = {
  label: "Virements of this sheet go",
  hint: "The sheet's own officer chooses. It is kept on the sheet \"Purse Mapping\" and holds for everyone, on the command line too.",
  notChosen: "into the revised budget (nobody has chosen)",
  revised: "into the revised budget",
  column: (letter: string, heading: string) => `into column ${letter} "${heading}", added to what stands there`,
  journal: "to the journal sheet only: no cell of this sheet changes",
  unknown: (text: string) => `"${text}", which is none of the choices`,
  chosenBy: (name: string) => `Chosen by ${name} (as stated).`,
  selectHint: (sheet: string) => `Any other column: select a cell of it on the sheet "${sheet}", then press the button.`,
  useColumn: "Add virements to the selected column",
  elsewhere: "Choose where virements of the sheet go",
  elsewhereHint: "Where the sheet has a column for virements, its officer can choose on the page Sources that they are added there.",
  journalOf: (sheet: string) => `${sheet}, by the journal alone`,
  byJournal: "By the journal alone: no cell of the agency's sheet was changed.",
  notes: {
    figure: (sheet: string, lines: number) => `${sheet}: the revised budget of ${count(lines, "line")} holds a figure, so it does not follow the column by itself. Its owner changes it, or makes it a formula.`,
    unsure: (sheet: string, lines: number) => `${sheet}: the revised budget of ${count(lines, "line")} holds a formula that does not plainly add the column once. Look whether it follows.`,
    journal: (sheet: string, lines: number) => `${sheet}: no cell changes. The entries of ${count(lines, "line")} go to the sheet Purse Journal alone, and the register says so; the budget follows once its ledger has them.`,
  } satisfies Record<PreviewNote["why"], (sheet: string, lines: number) => string>,
} as const;
