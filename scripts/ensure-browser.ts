// Makes sure that the browser tests have a Chromium: npx tsx scripts/ensure-browser.ts
import { ensureProgram } from "./lib/ensureProgram";
import { findBrowser } from "./lib/findProgram";

try {
  const place = ensureProgram({ name: "A Chromium browser", find: findBrowser, debianPackage: "chromium", variable: "CHROME_PATH" });
  console.log(`Browser: ${place}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
