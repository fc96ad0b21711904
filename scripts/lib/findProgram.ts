// Finds the programs that tests drive but npm does not install: a Chromium browser, LibreOffice and GLPK.
import { existsSync } from "node:fs";
import path from "node:path";

const BROWSER_PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

const LIBREOFFICE_PLACES = [
  "/usr/bin/soffice",
  "/usr/bin/libreoffice",
  "/Applications/LibreOffice.app/Contents/MacOS/soffice",
  "C:\\Program Files\\LibreOffice\\program\\soffice.com",
];

/** The browser's path, or null. CHROME_PATH goes before the usual places. */
export function findBrowser(): string | null {
  return find(process.env.CHROME_PATH, BROWSER_PLACES, ["chromium", "google-chrome"]);
}

/** LibreOffice's path, or null. SOFFICE goes before the usual places. */
export function findLibreOffice(): string | null {
  return find(process.env.SOFFICE, LIBREOFFICE_PLACES, ["soffice"]);
}

/** GLPK's glpsol, or null. GLPSOL goes before the usual places. */
export function findGlpsol(): string | null {
  return find(process.env.GLPSOL, ["/usr/bin/glpsol", "/usr/local/bin/glpsol", "/opt/homebrew/bin/glpsol"], ["glpsol"]);
}

/** A place that was named but is empty is a mistake to be told, not one to be passed over. */
function find(named: string | undefined, places: readonly string[], commands: readonly string[]): string | null {
  if (named !== undefined && named !== "") {
    if (path.isAbsolute(named) && !existsSync(named)) {
      throw new Error(`There is no program at ${named}.`);
    }
    return named;
  }
  const folders = (process.env.PATH ?? "").split(path.delimiter).filter((folder) => folder !== "");
  const onPath = commands.flatMap((command) => folders.map((folder) => path.join(folder, command)));
  return [...places, ...onPath].find((file) => existsSync(file)) ?? null;
}
