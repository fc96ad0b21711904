// What a person types into the grid, told to the host as Excel would: one edit, then recalculation, then events.
import type { FUniver } from "@univerjs/core/facade";
import type { GridMirror } from "../grid/gridMirror";
import type { EmbeddedHost } from "../host/host";
import { cellAddress } from "../../src/core/budget/cells";

export function listenToGrid(univer: FUniver, mirror: GridMirror, host: () => EmbeddedHost | null): void {
  univer.addEvent(univer.Event.SheetValueChanged, ({ effectedRanges, payload }) => {
    const trigger = (payload.params as { trigger?: string } | undefined)?.trigger;
    const target = host();
    // Results of calculation carry no trigger; what the mirror draws is no edit.
    if (mirror.isDrawing || trigger === undefined || target === null) return;
    for (const range of effectedRanges) {
      const { startRow, startColumn } = range.getRange();
      const entered = range.getCellDatas().map((row) => row.map((cell) => cell?.f ?? asEntered(cell?.v, cell?.t)));
      const bottom = cellAddress(startRow + entered.length - 1, startColumn + (entered[0]?.length ?? 1) - 1);
      void target.user.edit(range.getSheetName(), `${cellAddress(startRow, startColumn)}:${bottom}`, entered);
    }
  });
  univer.addEvent(univer.Event.SelectionChanged, ({ worksheet, selections }) => {
    const first = selections[0];
    const target = host();
    if (mirror.isDrawing || target === null || first === undefined) return;
    target.user.select(worksheet.getSheetName(), `${cellAddress(first.startRow, first.startColumn)}:${cellAddress(first.endRow, first.endColumn)}`);
  });
}

const TEXT = 1;

/** Text that the grid took as text stays text in the host, even where it looks like a number. */
function asEntered(value: unknown, type: unknown): string | number | boolean {
  if (typeof value === "number" || typeof value === "boolean") return value;
  if (typeof value !== "string") return "";
  return type === TEXT && value !== "" && !Number.isNaN(Number(value)) ? `'${value}` : value;
}
