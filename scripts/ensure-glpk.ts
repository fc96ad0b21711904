// Makes sure that the check by another solver has GLPK's glpsol: npx tsx scripts/ensure-glpk.ts
import { ensureProgram } from "./lib/ensureProgram";
import { findGlpsol } from "./lib/findProgram";

try {
  const place = ensureProgram({ name: "GLPK", find: findGlpsol, debianPackage: "glpk-utils", variable: "GLPSOL" });
  console.log(`GLPK: ${place}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
