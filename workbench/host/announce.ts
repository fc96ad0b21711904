/** Tells the pane's event handlers what changed in the workbook. */
import { areaOf, boundingArea, formatArea, lastRow } from "./model/address";
import type { Change } from "./model/workbook";
import { EventNumber } from "./richapi/types/events";
import type { Session } from "./richapi/session";
import type { WacBridge } from "./wac/bridge";

/** The client sends large writes in blocks; one write is one change ("Work with events": one event an edit). */
const joined = (changes: readonly Change[]): Change[] => {
  const out: Change[] = [];
  for (const change of changes) {
    const last = out[out.length - 1];
    const continues =
      last !== undefined &&
      last.sheet === change.sheet &&
      last.type === "RangeEdited" &&
      change.type === "RangeEdited" &&
      last.area.column === change.area.column &&
      last.area.columnCount === change.area.columnCount &&
      change.area.row >= last.area.row &&
      change.area.row <= lastRow(last.area) + 1;
    if (continues) {
      out[out.length - 1] = { ...last, area: boundingArea(last.area, change.area) };
    } else {
      out.push(change);
    }
  }
  return out;
};

/**
 * Worksheet.onChanged and WorksheetCollection.onChanged (reference page of WorksheetChangedEventArgs): address without the sheet,
 * source Local or Remote, triggerSource ThisLocalAddin for the add-in's own writes (ExcelApi 1.14).
 */
export const announceChanges = (session: Session, bridge: WacBridge, by: "add-in" | "user" | "co-author"): void => {
  const changes = joined(session.workbook.takeChanges());
  if (!session.eventsEnabled) {
    return;
  }
  for (const { sheet, area, type } of changes) {
    const args = {
      address: formatArea(area.rowCount > 0 ? area : areaOf(0, 0)),
      changeType: type,
      source: by === "co-author" ? "Remote" : "Local",
      worksheetId: sheet.id,
      triggerSource: by === "add-in" ? "ThisLocalAddin" : "Unknown",
      shiftDirection: "None",
    };
    for (const targetId of [sheet.id, "Workbook"]) {
      if (session.registrations.has(`${targetId}/${EventNumber.DataChanged}`)) {
        bridge.raise(EventNumber.DataChanged, targetId, args, by === "co-author");
      }
    }
  }
};
