// The Contributions sheet: for each pool who puts in what, as exact shares, beside what was agreed, and who bears what it ends over or under.
import { cellAddress } from "../budget/cells";
import { group } from "../money/format";
import { sumPenceBy, type Pence } from "../money/pence";
import { RISK_METHODS } from "../pooling/riskShare/types";
import type { PartnershipReading } from "../reading/types";
import type { PoolPosition } from "../virement/types";
import { poundsCell } from "./cellText";
import { agencyNames, drawContributions, outcomeRows, poolKey } from "./poolBlock";
import { OWN_TITLES, PURSE_SHEETS } from "./sheetNames";
import { Sketch } from "./sketch";
import { sumWhere } from "./sumFormula";
import type { SheetSpec } from "./types";

const HEADINGS = ["Partner", "Name", "Puts in £", "Share", "Exact share", "Agreed £", "Sheets less agreed £", "Bears £"];
const [PUTS_IN, SHARE, FRACTION, AGREED, DIFFERENCE, BEARS] = [2, 3, 4, 5, 6, 7] as const;

/** Where a partner's contribution stands on the sheet, beside the agreed one where there is one. */
export interface ContributionPlace {
  readonly pool: string;
  readonly agency: string;
  readonly putsIn: string;
  readonly agreed: string | null;
}

/** `refreshedOn` is an ISO date. Shares of an over- or underspend are the agreement's result to the penny, with each step in words. */
export function contributionsSheet(
  reading: PartnershipReading, positions: readonly PoolPosition[], refreshedOn: string,
): { readonly sheet: SheetSpec; readonly places: readonly ContributionPlace[] } {
  const sketch = new Sketch();
  sketch.text(0, 0, OWN_TITLES.contributions, "title");
  sketch.text(1, 0, "£. Contributions +; overspend +, underspend −. Shares are of all contributions, shown to two decimals and held exactly.", "subtitle");
  sketch.text(2, 0, `Refreshed ${refreshedOn}. Contributions are sums over the table on ${PURSE_SHEETS.lines}; what was agreed stands on ${PURSE_SHEETS.pools}.`, "note");
  if (positions.length === 0) sketch.text(4, 0, "No line is coded to a pool.", "note");
  const places = positions.flatMap((position) => drawPool(sketch, sketch.nextRow + 1, position, agencyNames(reading)));
  const sheet: SheetSpec = {
    name: PURSE_SHEETS.contributions, rows: sketch.rows(), columnWidths: [30, 40, 18, 10, 28, 18, 20, 18], tables: [], validations: [],
    conditionalFormats: [], freezeRows: 3, freezeColumns: 1, printTitleRows: [0, 2], outlineRows: [], tabColour: "#107C10",
  };
  return { sheet, places };
}

function drawPool(sketch: Sketch, top: number, position: PoolPosition, nameOf: (agency: string) => string): ContributionPlace[] {
  const { shares, terms } = position;
  const pool = poolKey(top, position);
  sketch.text(top, 0, position.pool, "subtitle");
  sketch.text(top + 1, 0, "Host", "label");
  sketch.text(top + 1, 1, nameOf(position.host) || position.host);
  sketch.text(top + 2, 0, "Sharing", "label");
  sketch.text(top + 2, 1, terms === null ? "No agreement entered: pro rata to contributions" : RISK_METHODS[terms.method]);
  const total = (row: number, label: string, formula: string, pence: Pence): string => {
    sketch.text(row, 0, label, "label");
    sketch.figure(row, PUTS_IN, formula, pence, "body", "pounds-pence");
    return cellAddress(row, PUTS_IN);
  };
  const budget = total(top + 3, "Net budget", sumWhere("tblLines", "Pool net £", [pool]), position.budgetPence);
  const forecast = total(top + 4, "Net forecast", sumWhere("tblLines", "Pool net forecast £", [pool]), position.forecastPence);
  const overspend = total(top + 5, "(Under)/overspend", `ROUND(${forecast}-${budget},2)`, position.overspendPence);
  sketch.text(top + 6, 0, "Brought forward", "label");
  sketch.put(top + 6, PUTS_IN, poundsCell(position.broughtForwardPence));

  HEADINGS.forEach((heading, i) => sketch.text(top + 7, i, heading, "header"));
  const first = top + 8;
  const last = first + shares.length - 1;
  const allPence = sumPenceBy(shares, (share) => share.contributionPence);
  drawContributions(sketch, { position, pool, top: first, column: PUTS_IN, broughtForward: cellAddress(top + 6, PUTS_IN) });
  shares.forEach(({ agency, contributionPence, sharePence }, i) => {
    const row = first + i;
    sketch.text(row, 1, nameOf(agency), "label");
    if (allPence !== 0) {
      const formula = `=${cellAddress(row, PUTS_IN)}/${cellAddress(last + 1, PUTS_IN)}`;
      sketch.put(row, SHARE, { value: contributionPence / allPence, formula, format: "percent", style: "body" });
      sketch.text(row, FRACTION, fractionWords(contributionPence, allPence));
    }
    if (terms !== null && terms.contributions.length > 0) {
      const agreed = sumPenceBy(terms.contributions.filter((entry) => entry.agency === agency), (entry) => entry.pence);
      sketch.put(row, AGREED, poundsCell(agreed));
      sketch.figure(row, DIFFERENCE, `ROUND(${cellAddress(row, PUTS_IN)}-${cellAddress(row, AGREED)},2)`, contributionPence - agreed, "body", "pounds-pence");
    }
    sketch.put(row, BEARS, poundsCell(sharePence));
  });
  sketch.text(last + 1, 0, "All partners", "total");
  sketch.figure(last + 1, PUTS_IN, `ROUND(SUM(${cellAddress(first, PUTS_IN)}:${cellAddress(last, PUTS_IN)}),2)`, allPence, "total");
  let row = last + 2;
  for (const { label, pence } of outcomeRows(position)) {
    sketch.text(row, 0, label, "label");
    sketch.put(row, BEARS, poundsCell(pence));
    row += 1;
  }
  sketch.text(row, 0, "All that is borne less (under)/overspend: must be 0", "label");
  sketch.figure(row, BEARS, `ROUND(SUM(${cellAddress(first, BEARS)}:${cellAddress(row - 1, BEARS)})-${overspend},2)`, 0, "body", "pounds-pence");
  position.working.forEach((step, i) => sketch.text(row + 1 + i, 0, step, "note"));
  const scheduled = terms !== null && terms.contributions.length > 0;
  return shares.map(({ agency }, i) => ({ pool: position.pool, agency, putsIn: cellAddress(first + i, PUTS_IN), agreed: scheduled ? cellAddress(first + i, AGREED) : null }));
}

/** "291/394": the share in its smallest whole numbers. */
function fractionWords(part: Pence, whole: Pence): string {
  let [a, b] = [Math.abs(part), Math.abs(whole)];
  while (b !== 0) [a, b] = [b, a % b];
  const sign = part < 0 !== whole < 0 && part !== 0 ? "−" : "";
  return `${sign}${group(Math.abs(part) / a)} / ${group(Math.abs(whole) / a)}`;
}
