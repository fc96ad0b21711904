// Shares of the place as bars of text beside their percentages, which read aloud by their figure, and the area that a chart of them follows.
import { cellAddress } from "../budget/cells";
import type { GridArea } from "../reading/grid";
import { asPence, type Pence } from "../money/pence";
import { fixed, type Sketch } from "./sketch";
import { sumWhere } from "./sumFormula";

const [NAME, FUNDS, SPENDS, SHARE, BAR] = [1, 2, 3, 4, 5] as const;
/** Headings of the two columns that a chart shows. */
export const SHARE_LENSES = ["Net: who funds", "Delivery: who spends"] as const;
/** Length of a bar that is the whole place. */
const WHOLE = 24;
const MARK = "█";
const NONE = "–";

export interface ShareRow {
  readonly key: string;
  readonly name: string;
  readonly fundsPence: Pence;
  readonly spendsPence: Pence;
}

/** Where a block stands: `chart` is its names beside who funds and who spends, with their headings; null where there is no part. */
export interface SharePlace {
  readonly top: number;
  readonly bottom: number;
  readonly chart: GridArea | null;
}

/** Who funds and who spends by one column of the lines, and the share of all that is funded; a part below nothing has no bar. */
export function drawShares(sketch: Sketch, top: number, about: { readonly title: string; readonly keyHeading: string; readonly column: string }, parts: readonly ShareRow[]): SharePlace {
  const rows = asExcelSees(parts);
  sketch.text(top, 0, about.title, "subtitle");
  [about.keyHeading, "Name", ...SHARE_LENSES, "Share", "Bar"].forEach((heading, i) => sketch.text(top + 1, i, heading, "header"));
  const all = rows.reduce((sum, row) => sum + row.fundsPence, 0);
  const first = top + 2;
  const total = fixed(first + rows.length, FUNDS);
  rows.forEach(({ key, name, fundsPence, spendsPence }, i) => {
    const row = first + i;
    const share = all === 0 ? 0 : fundsPence / all;
    sketch.text(row, 0, key, "label");
    // A chart names its columns by this.
    sketch.text(row, NAME, name === "" ? key : name, "label");
    const condition = [{ column: about.column, cell: fixed(row, 0, "column"), key }];
    sketch.figure(row, FUNDS, sumWhere("tblLines", "Who funds £", condition), fundsPence);
    sketch.figure(row, SPENDS, sumWhere("tblLines", "Who spends £", condition), spendsPence);
    sketch.put(row, SHARE, { value: share, formula: `=IF(${total}=0,0,${cellAddress(row, FUNDS)}/${total})`, format: "percent", style: "body" });
    const at = cellAddress(row, SHARE);
    sketch.put(row, BAR, { value: bar(share), formula: `=IF(${at}<=0,"${NONE}",REPT("${MARK}",MAX(1,MIN(${WHOLE},ROUND(${at}*${WHOLE},0)))))`, style: "body" });
  });
  const last = first + rows.length;
  sketch.text(last, 0, "All", "total");
  sketch.text(last, NAME, "", "total");
  const sumUp = (column: number, pence: Pence): void =>
    sketch.figure(last, column, rows.length === 0 ? "ROUND(0,2)" : `ROUND(SUM(${cellAddress(first, column)}:${cellAddress(last - 1, column)}),2)`, pence, "total");
  sumUp(FUNDS, all);
  sumUp(SPENDS, rows.reduce((sum, row) => sum + row.spendsPence, 0));
  return { top, bottom: last, chart: rows.length === 0 ? null : { top: top + 1, left: NAME, bottom: last - 1, right: SPENDS } };
}

/** Keys that differ by case alone are one key to SUMIFS. */
function asExcelSees(parts: readonly ShareRow[]): ShareRow[] {
  const rows = new Map<string, ShareRow>();
  for (const part of parts) {
    const before = rows.get(part.key.toUpperCase());
    rows.set(part.key.toUpperCase(), before === undefined ? part : { ...before, fundsPence: asPence(before.fundsPence + part.fundsPence), spendsPence: asPence(before.spendsPence + part.spendsPence) });
  }
  return [...rows.values()];
}

/** As the formula draws it: any share above nothing has at least one mark. */
function bar(share: number): string {
  return share <= 0 ? NONE : MARK.repeat(Math.max(1, Math.min(WHOLE, Math.round(share * WHOLE))));
}
