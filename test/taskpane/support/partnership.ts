// A real session on the Brackenshire sample workbook, with the real core and optimiser: nothing that the pane shows in tests is canned.
import { readFileSync } from "node:fs";
import path from "node:path";
import { createSession } from "../../../src/app/session";
import type { Session } from "../../../src/app/sessionPort";
import { FileWorkbook } from "../../../src/file/fileWorkbook";
import { createHighsInProcess } from "../../../src/solver/highsInProcess";

const SAMPLE = path.resolve(__dirname, "../../../samples/brackenshire.xlsx");

export const NOW = "2026-10-15T09:30:00";

const solver = createHighsInProcess();

export function sampleSession(): Session {
  const workbook = new FileWorkbook([{ name: "brackenshire.xlsx", bytes: new Uint8Array(readFileSync(SAMPLE)) }], { fileNames: false });
  return createSession({ workbook, solver, now: () => NOW });
}
