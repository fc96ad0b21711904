/** Tells the pane's event handlers what changed in the workbook. */
import { boundingArea, formatArea, lastRow } from "./model/address";
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

const raise = <T extends { readonly worksheetId: string }>(
  session: Session,
  bridge: WacBridge,
  event: keyof typeof EventNumber,
  args: T,
  isRemote: boolean,
): void => {
  for (const targetId of [args.worksheetId, "Workbook"]) {
    if (session.eventsEnabled && session.registrations.has(`${targetId}/${EventNumber[event]}`)) {
      bridge.raise(EventNumber[event], targetId, args, isRemote);
    }
  }
};

/**
 * Worksheet.onChanged and onSelectionChanged and those of the collection (reference pages of WorksheetChangedEventArgs and
 * WorksheetSelectionChangedEventArgs): the address without its sheet, source Local or Remote, triggerSource ThisLocalAddin for the
 * add-in's own writes (ExcelApi 1.14).
 */
export const announceChanges = (session: Session, bridge: WacBridge, by: "add-in" | "user" | "co-author"): void => {
  const { workbook } = session;
  for (const { sheet, area, type } of joined(workbook.takeChanges())) {
    const args = {
      address: formatArea(area),
      changeType: type,
      source: by === "co-author" ? "Remote" : "Local",
      worksheetId: sheet.id,
      triggerSource: by === "add-in" ? "ThisLocalAddin" : "Unknown",
      shiftDirection: "None",
    };
    raise(session, bridge, "DataChanged", args, by === "co-author");
  }
  if (workbook.takeSelectionChange()) {
    const { activeSheet, selection } = workbook;
    raise(session, bridge, "SelectionChanged", { address: formatArea(selection), worksheetId: activeSheet.id }, false);
    bridge.selectionChanged();
  }
};
