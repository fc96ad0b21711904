// Which cells of a plan protection keeps from being written; asked for only where a sheet is protected at all.
import { cellAddress } from "../core/budget/cells";
import type { Look } from "./lookAtPlan";

/** Places "sheet!address". No round trip where no sheet of the plan is protected. */
export async function lockedCells(context: Excel.RequestContext, { probes }: Look): Promise<ReadonlySet<string>> {
  const guardedBlocks = probes.filter(({ sheet }) => !sheet.isNullObject && sheet.protection.protected).map(({ block }) => block);
  const cells = guardedBlocks.flatMap((block) => block.rows.flatMap((row, r) => row.map((_, c) => {
    const address = cellAddress(block.top + r, block.left + c);
    const range = context.workbook.worksheets.getItem(block.sheet).getRange(address);
    range.load("format/protection/locked");
    return { place: `${block.sheet}!${address}`, range };
  })));
  if (cells.length > 0) await context.sync();
  // Anything but a plain "not locked" is not risked.
  return new Set(cells.filter(({ range }) => range.format.protection.locked !== false).map(({ place }) => place));
}
