// Starts the pane once Office is ready, or says kindly why it can't start here.
import { createRoot } from "react-dom/client";
import { PAGES, type PageId } from "../app/state";
import { registerCommands } from "../commands/commands";
import { App } from "./App";
import { composeSession } from "./compose";
import { Elsewhere } from "./Elsewhere";
import type { ReadOfficeTheme } from "./useDark";
import { words } from "./words/words";

/** Everything the pane uses is in this set; newer members are asked for before they are used. */
const NEEDED_API = "1.14";

async function start(element: HTMLElement): Promise<void> {
  const { host } = await Office.onReady();
  const root = createRoot(element);
  const obstacle = whyNotHere(host);
  if (obstacle !== null) {
    root.render(<Elsewhere sentence={obstacle} />);
    return;
  }
  const session = composeSession();
  registerCommands((page) => session.openPage(page));
  const page = pageAsked();
  if (page !== null) session.openPage(page);
  root.render(<App session={session} readOfficeTheme={readOfficeTheme} />);
}

function whyNotHere(host: Office.HostType | null): string | null {
  if (host === null) return words.outsideExcel;
  if (host !== Office.HostType.Excel) return words.otherHost;
  return Office.context.requirements.isSetSupported("ExcelApi", NEEDED_API) ? null : words.oldExcel;
}

// Some hosts tell nothing of their theme, whatever the types say.
const readOfficeTheme: ReadOfficeTheme = () => {
  const theme: Partial<Office.OfficeTheme> | undefined = Office.context.officeTheme;
  return typeof theme?.isDarkTheme === "boolean" ? { isDark: theme.isDarkTheme } : null;
};

/** "taskpane.html?page=review" opens the pane at a page. */
function pageAsked(): PageId | null {
  const asked = new URLSearchParams(window.location.search).get("page");
  return PAGES.find((page) => page === asked) ?? null;
}

const element = document.getElementById("root");
// Without Office.js the guard's message stays.
if (element !== null && typeof Office !== "undefined") void start(element);
