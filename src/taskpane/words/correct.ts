// Words of correcting how a sheet is read.
export const correct = {
  open: "Correct how this is read",
  hint: "A change applies at once and is kept on the sheet \"Purse Mapping\" for every later reading. The agency's own sheet is not touched.",
  column: (letter: string, heading: string) => `${letter} "${heading === "" ? "no heading" : heading}"`,
  because: (reason: string) => (reason === "" ? "" : `Why: ${reason}`),
  selectedAs: "Read the selected column as",
  selectHint: (sheet: string) => `Select cells on the sheet "${sheet}" first, then press the button.`,
  useColumn: "Use the selected column",
  useRange: "Use the selected cells as the table",
  unit: "Unit of the amounts",
  sign: "Sign habit",
  agency: "Agency",
  useAgency: "Use this agency",
  by: (who: string) => `Some of this was corrected (by: ${who}).`,
  takeLayout: "Take the new layout",
  takeLayoutHint: "From then on the sheet is read as shown here. Until then nothing is pooled from it into the workbook.",
  undo: "Read it as found again",
} as const;
