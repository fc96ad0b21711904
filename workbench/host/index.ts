/**
 * The embedded Excel host: answers the genuine, unmodified Office.js client by the Excel-on-the-web protocol.
 *
 *     const host = await bootNodeHost({ workbook: { sheets: [{ name: "Budget", rows: [["Line", "£"], ["Staff", 1200]] }] } });
 *     await Excel.run(async (context) => { ... });      // the add-in's own code, nothing changed
 *     host.metrics.roundTrips;                           // syncs so far
 *     host.faults.atRequest(2, { kind: "error", code: "ItemNotFound" });
 *     await host.user.edit("Budget", "B2", 1300, { remote: true });
 *     await host.load(otherData);                        // a fresh workbook for the next test
 *
 *     await host.close();                                // in afterAll
 *
 * Boot once a test file; `bootJsdomHost` does the same beside a jsdom document.
 */
export { bootJsdomHost } from "./boot/bootJsdom";
export { bootNodeHost } from "./boot/bootNode";
export type { BootOptions } from "./boot/pane";
export { EmbeddedHost } from "./host";
export type { CellData, HostWorkbookData } from "./hostData";
export type { Fault } from "./wac/faults";
