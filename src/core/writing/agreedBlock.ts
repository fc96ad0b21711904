// A block of the pooled view: each agency's net once agreed virements stand in its budgets, live from the sheet After Virements.
import type { AgencyId } from "../budget/agency";
import { cellAddress } from "../budget/cells";
import { sumPenceBy, type Pence } from "../money/pence";
import type { Pool } from "../pooling/types";
import { sumOnAfterVirements, type AgreedOfAgency } from "./afterVirements";
import { fixed, type Sketch } from "./sketch";
import { sumWhere } from "./sumFormula";

const HEADINGS = ["Agency", "", "Net as in the sheets", "Applied, not in them yet", "Approved", "Net after", "Gap to forecast"] as const;
const [NET, APPLIED, APPROVED, AFTER, GAP] = [2, 3, 4, 5, 6] as const;

/** `agreed` as the sheet After Virements adds up. Within a body virements add to nil; what is left of a column passes between bodies and adds to nil over all. */
export function drawAgreed(sketch: Sketch, top: number, { agencies }: Pool, agreed: ReadonlyMap<AgencyId, AgreedOfAgency>): void {
  sketch.text(top, 0, "After agreed virements, £", "subtitle");
  HEADINGS.forEach((heading, i) => sketch.text(top + 1, i, heading, "header"));
  const first = top + 2;
  const of = (agency: AgencyId): AgreedOfAgency => agreed.get(agency) ?? { appliedPence: 0, approvedPence: 0 };
  const figures: readonly ((agency: Pool["agencies"][number]) => Pence)[] = [
    ({ netPence }) => netPence, ({ agency }) => of(agency).appliedPence, ({ agency }) => of(agency).approvedPence,
    ({ agency, netPence }) => netPence + of(agency).appliedPence + of(agency).approvedPence,
    ({ agency, netPence, forecastPence }) => forecastPence - netPence - of(agency).appliedPence - of(agency).approvedPence,
  ];
  agencies.forEach((agency, i) => {
    const row = first + i;
    const key = fixed(row, 0, "column");
    const at = (column: number): string => cellAddress(row, column);
    const sum = (column: string): string => sumWhere("tblLines", column, [{ column: "Agency", cell: key, key: agency.agency }]);
    const formulas = [
      sum("Who funds £"), sumOnAfterVirements("applied", agency.agency, key), sumOnAfterVirements("approved", agency.agency, key),
      `ROUND(${at(NET)}+${at(APPLIED)}+${at(APPROVED)},2)`, `ROUND(${sum("Net forecast £")}-${at(AFTER)},2)`,
    ];
    sketch.text(row, 0, agency.agency, "label");
    formulas.forEach((formula, c) => sketch.figure(row, NET + c, formula, figures[c]?.(agency) ?? 0, "body", c === 0 ? "pounds" : "pounds-pence"));
  });
  const last = first + Math.max(1, agencies.length) - 1;
  sketch.text(last + 1, 0, "All sheets", "total");
  sketch.text(last + 1, 1, "", "total");
  for (let column = NET; column <= GAP; column += 1) {
    sketch.figure(last + 1, column, `ROUND(SUM(${cellAddress(first, column)}:${cellAddress(last, column)}),2)`, sumPenceBy(agencies, (agency) => figures[column - NET]?.(agency) ?? 0), "total", column === NET ? "pounds" : "pounds-pence");
  }
  sketch.text(last + 2, 0, "Line by line on the sheet After Virements; Approved follows the decisions on Virements as they are chosen.", "note");
}
