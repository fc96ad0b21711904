// The live sums of our views: SUMIFS over a table's columns, rounded to the penny, alike in Excel, LibreOffice and the embedded grid.

/** A column of a table that must equal a key: the cell that holds the key, and the key itself. */
export interface Condition {
  readonly column: string;
  readonly cell: string;
  readonly key: string;
  /** Tells capital letters from small ones, which Excel's sums do not. */
  readonly exact?: boolean;
}

/**
 * Sum of one column where the conditions hold. SUMIFS reads * ? ~ and a leading comparison sign in a key as patterns, and a key that
 * looks like a number as one; such keys are compared with SUMPRODUCT instead, which takes them literally.
 */
export function sumWhere(table: string, column: string, conditions: readonly Condition[]): string {
  const equals = (c: Condition): string => (c.exact === true ? `EXACT(${table}[${c.column}],${c.cell})` : `(${table}[${c.column}]=${c.cell})`);
  const amount = `${table}[${column}]`;
  if (conditions.length === 0) return `ROUND(SUM(${amount}),2)`;
  if (conditions.every(({ key, exact }) => exact !== true && isPlain(key))) {
    return `ROUND(SUMIFS(${amount},${conditions.map((c) => `${table}[${c.column}],${c.cell}`).join(",")}),2)`;
  }
  return `ROUND(SUMPRODUCT(${conditions.map(equals).join("*")}*${amount}),2)`;
}

function isPlain(key: string): boolean {
  return key !== "" && !/[*?~]/.test(key) && !/^[<>=]|^(true|false)$/i.test(key) && Number.isNaN(Number(key)) && !/^\s*[\d.,+\-£$€%(]/.test(key);
}
