/** Finds the genuine client's scripts and runs them, unmodified, in the realm of the caller. */
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Where the page believes the library lies; scripts asked for below it come from the installed package. */
const LIBRARY_URL = "https://localhost/office-js/";
const FOLDER = dirname(require.resolve("@microsoft/office-js/dist/office.js"));

export const isLibraryScript = (url: string): boolean => url.startsWith(LIBRARY_URL);

/** Indirect eval: the code sees the globals of this realm, so that `instanceof Error` holds in tests. */
export const runLibraryScript = (url: string): void => {
  const file = join(FOLDER, url.slice(LIBRARY_URL.length).split("?")[0] ?? "");
  // eslint-disable-next-line no-eval -- a page would run the script by its tag; here is no page
  const run = eval;
  run(`${readFileSync(file, "utf8")}\n//# sourceURL=${file}`);
};

export const OFFICE_SCRIPT = `${LIBRARY_URL}office.js`;
