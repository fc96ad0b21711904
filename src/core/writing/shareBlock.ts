// Shares of the place as bars of text beside their percentages: a picture that prints, reads aloud by its figure and needs no chart.
import { cellAddress } from "../budget/cells";
import { asPence, type Pence } from "../money/pence";
import { fixed, type Sketch } from "./sketch";
import { sumWhere } from "./sumFormula";

const [FUNDS, SHARE, BAR] = [2, 3, 4] as const;
/** Length of a bar that is the whole place. */
const WHOLE = 40;
const MARK = "█";
const NONE = "–";

export interface ShareRow {
  readonly key: string;
  readonly name: string;
  readonly fundsPence: Pence;
}

/** Who funds by one column of the lines, each with its share of all of it; a part below nothing has no bar. */
export function drawShares(sketch: Sketch, top: number, about: { readonly title: string; readonly keyHeading: string; readonly column: string }, parts: readonly ShareRow[]): void {
  const rows = asExcelSees(parts);
  sketch.text(top, 0, about.title, "subtitle");
  [about.keyHeading, "Name", "Net: who funds", "Share", "Bar"].forEach((heading, i) => sketch.text(top + 1, i, heading, "header"));
  const all = rows.reduce((sum, row) => sum + row.fundsPence, 0);
  const first = top + 2;
  const total = fixed(first + rows.length, FUNDS);
  rows.forEach(({ key, name, fundsPence }, i) => {
    const row = first + i;
    const share = all === 0 ? 0 : fundsPence / all;
    sketch.text(row, 0, key, "label");
    sketch.text(row, 1, name, "label");
    sketch.figure(row, FUNDS, sumWhere("tblLines", "Who funds £", [{ column: about.column, cell: fixed(row, 0, "column"), key }]), fundsPence);
    sketch.put(row, SHARE, { value: share, formula: `=IF(${total}=0,0,${cellAddress(row, FUNDS)}/${total})`, format: "percent", style: "body" });
    const at = cellAddress(row, SHARE);
    sketch.put(row, BAR, { value: bar(share), formula: `=IF(${at}<=0,"${NONE}",REPT("${MARK}",MAX(1,MIN(${WHOLE},ROUND(${at}*${WHOLE},0)))))`, style: "body" });
  });
  const last = first + rows.length;
  sketch.text(last, 0, "All", "total");
  sketch.text(last, 1, "", "total");
  sketch.figure(last, FUNDS, rows.length === 0 ? "ROUND(0,2)" : `ROUND(SUM(${cellAddress(first, FUNDS)}:${cellAddress(last - 1, FUNDS)}),2)`, all, "total");
}

/** Keys that differ by case alone are one key to SUMIFS. */
function asExcelSees(parts: readonly ShareRow[]): ShareRow[] {
  const rows = new Map<string, ShareRow>();
  for (const part of parts) {
    const before = rows.get(part.key.toUpperCase());
    rows.set(part.key.toUpperCase(), before === undefined ? part : { ...before, fundsPence: asPence(before.fundsPence + part.fundsPence) });
  }
  return [...rows.values()];
}

/** As the formula draws it: any share above nothing has at least one mark. */
function bar(share: number): string {
  return share <= 0 ? NONE : MARK.repeat(Math.max(1, Math.min(WHOLE, Math.round(share * WHOLE))));
}
