// Starts the pane once Office is ready: the one place where the app, Excel, the optimiser and the clock are put together.
import { createRoot } from "react-dom/client";
import { createSession } from "../app/session";
import { registerCommands } from "../commands/commands";
import { ExcelWorkbook } from "../excel/excelWorkbook";
import { createHighsWorker } from "../solver/highsWorker";
import { App } from "./App";
import type { ReadOfficeTheme } from "./useDark";

const OUTSIDE_EXCEL =
  "Common Purse works inside Excel. Open a workbook, then open this pane from the Common Purse tab of the ribbon. " +
  "To try it without Excel, use the workbench described in the README.";

/** Local time as ISO text without a zone: the day that the user sees on the calendar. */
function now(): string {
  const moment = new Date();
  return new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000).toISOString().slice(0, 19);
}

// Office on the web gives no theme; typed as always there.
const readOfficeTheme: ReadOfficeTheme = () => {
  const theme = Office.context.officeTheme as Office.OfficeTheme | undefined;
  return typeof theme?.isDarkTheme === "boolean" ? { isDark: theme.isDarkTheme } : null;
};

async function start(root: HTMLElement): Promise<void> {
  const { host } = await Office.onReady();
  if (host !== Office.HostType.Excel) {
    const message = document.createElement("p");
    message.setAttribute("role", "status");
    message.style.cssText = "margin: 16px; font-family: 'Segoe UI', system-ui, sans-serif; line-height: 1.4";
    message.textContent = OUTSIDE_EXCEL;
    root.replaceChildren(message);
    return;
  }
  const session = createSession({ workbook: new ExcelWorkbook(), solver: createHighsWorker(), now });
  registerCommands((page) => session.openPage(page));
  createRoot(root).render(<App session={session} readOfficeTheme={readOfficeTheme} />);
}

const root = document.getElementById("root");
if (root !== null && typeof Office !== "undefined") void start(root);
