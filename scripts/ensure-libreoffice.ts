// Makes sure that the recalculation check has a LibreOffice: npx tsx scripts/ensure-libreoffice.ts
import { ensureProgram } from "./lib/ensureProgram";
import { findLibreOffice } from "./lib/findProgram";

try {
  const place = ensureProgram({ name: "LibreOffice", find: findLibreOffice, debianPackage: "libreoffice-calc-nogui", variable: "SOFFICE" });
  console.log(`LibreOffice: ${place}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
