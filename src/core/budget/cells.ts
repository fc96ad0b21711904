// Places in workbooks: the evidence that every figure carries.

/** One cell (or range) of one sheet. `file` is null inside a single open workbook. `address` is A1 style without sheet or dollars. */
export interface CellRef {
  readonly file: string | null;
  readonly sheet: string;
  readonly address: string;
}

/** "A" for 0, "AA" for 26. */
export function columnLetters(column: number): string {
  let n = column + 1;
  let letters = "";
  while (n > 0) {
    letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
    n = Math.floor((n - 1) / 26);
  }
  return letters;
}

/** A1 address of a zero-based row and column. */
export function cellAddress(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`;
}

/** Zero-based row and column of an A1 address such as "B7" or "$B$7", or null when it is not one. */
export function parseAddress(address: string): { row: number; column: number } | null {
  const match = /^\$?([A-Z]{1,3})\$?([1-9]\d*)$/i.exec(address);
  if (!match) return null;
  const letters = (match[1] ?? "").toUpperCase();
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(match[2]) - 1, column: column - 1 };
}

/** How a place is named to people: "[file]Sheet!B7". */
export function describeCell(ref: CellRef): string {
  return `${ref.file === null ? "" : `[${ref.file}]`}${ref.sheet}!${ref.address}`;
}
