// A block of the reconciliation: each sheet's total as the lines read, what was set aside, and what neither explains, to the penny.
import { cellAddress, describeCell } from "../budget/cells";
import type { Stage } from "../budget/line";
import { sheetBalance } from "../reading/balance";
import type { PartnershipReading } from "../reading/types";
import { poundsCell, textCell } from "./cellText";
import { fixed, type Sketch } from "./sketch";
import { sumWhere } from "./sumFormula";

const HEADINGS = ["No", "Sheet", "File", "Lines £", "+ set aside £", "+ not understood £", "= sheet total £", "Total is", "Printed at", "", "Stage"];
const [LINES, ASIDE, UNREAD, TOTAL, IS, AT, STAGE] = [3, 4, 5, 6, 7, 8, 10] as const;

const STAGE_COLUMN: Readonly<Record<Stage, string>> = { original: "Original £", revised: "Revised £", forecast: "Forecast £", actual: "Actual £", outturn: "Outturn £" };

/** Draws the block from row `top` on. The lines are added up live; a sheet without a total to tell by says so. */
export function drawSheetBalances(sketch: Sketch, top: number, { sheets, lines }: PartnershipReading): void {
  sketch.text(top, 0, "Each sheet's money: total = lines + set aside + not understood", "subtitle");
  HEADINGS.forEach((heading, i) => sketch.text(top + 1, i, heading, "header"));
  const rows = sheets.flatMap((sheet) => {
    const balance = sheetBalance(sheet, lines);
    return balance === null ? [] : [{ sheet, balance }];
  });
  if (rows.length === 0) sketch.text(top + 2, 1, "No sheet holds an amount.");
  rows.forEach(({ sheet, balance }, i) => {
    const row = top + 2 + i;
    const conditions = [{ column: "Sheet", cell: fixed(row, 1, "column"), key: sheet.sheet }, ...(sheet.file === null ? [] : [{ column: "File", cell: fixed(row, 2, "column"), key: sheet.file }])];
    sketch.text(row, 0, String(i + 1), "label");
    sketch.text(row, 1, sheet.sheet);
    sketch.text(row, 2, sheet.file ?? "");
    sketch.figure(row, LINES, sumWhere("tblLines", STAGE_COLUMN[balance.stage], conditions), balance.linesPence, "body", "pounds-pence");
    sketch.put(row, ASIDE, poundsCell(balance.setAsidePence));
    sketch.put(row, UNREAD, poundsCell(balance.notUnderstoodPence));
    if (balance.totalPence === null) sketch.put(row, TOTAL, poundsCell(null));
    else sketch.figure(row, TOTAL, `ROUND(${cellAddress(row, LINES)}+${cellAddress(row, ASIDE)}+${cellAddress(row, UNREAD)},2)`, balance.totalPence, "total", "pounds-pence");
    const [printed] = balance.printed;
    sketch.text(row, IS, printed !== undefined ? "as printed" : balance.totalPence === null ? "not told by the sheet" : "added up; none is printed");
    if (printed !== undefined) sketch.put(row, AT, { ...textCell(describeCell(printed)), link: printed });
    sketch.text(row, STAGE, balance.stage);
  });
}
