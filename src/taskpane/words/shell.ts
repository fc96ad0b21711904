// Words around the pages: names, status, work, failures, cells and figures.
import type { PageId } from "../../app/state";

const pages: Readonly<Record<PageId, string>> = {
  sources: "Sources", pool: "Pool", suggestions: "Suggestions", review: "Review", register: "Register",
};

export const shell = {
  product: "Common Purse",
  pages,
  pageList: "Pages",
  status: "Status",
  ready: "Ready. Nothing has been written.",
  thisWorkbook: "This workbook",

  working: (title: string) => `${title}…`,
  progress: (step: string, done: number, total: number) => (total > 0 ? `${step}: ${done} of ${total}` : step),
  progressLabel: "How far the work has come",
  stop: "Stop",
  stopHint: "Stopping leaves things as they were.",
  stopKeepsBest: "Stopping shows the best found so far.",
  waitForWork: "Wait until the work under way is done, or stop it.",

  failureTitle: "This did not work",
  nextStep: (step: string) => `What to do: ${step}`,
  details: "Details",
  noDetails: "There are no further details.",
  dismiss: "Close this message",

  showInSheet: "Show in sheet",
  showCell: (place: string) => `Show in sheet: ${place}`,
  adverse: "adverse",
  favourable: "favourable",
  onBudget: "on budget",
  unallocated: "Unallocated",
  showMore: (next: number, left: number) => (next < left ? `Show ${next} more of ${left}` : `Show the last ${left}`),
  readSheets: "Read the sheets",
  all: (number: number) => `All ${number}`,

  brokeTitle: "The pane stopped before writing",
  broke: "Common Purse met a fault of its own while drawing this page. Nothing was written. Open another page or close the pane and open it again.",
  outsideExcel:
    "Common Purse works inside Excel. This page was opened in a browser by itself, so there is no workbook to read. In Excel, open a workbook, " +
    "then choose Common Purse on the ribbon.",
  otherHost: "Common Purse works inside Excel. Open a workbook in Excel, then choose Common Purse on the ribbon.",
  oldExcel:
    "This version of Excel is too old for Common Purse: it needs the 2021 version, Microsoft 365 or Excel on the web. Nothing in the workbook was changed.",
} as const;
