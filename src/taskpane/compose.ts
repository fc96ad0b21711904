// Puts the pane's parts together: Excel as the workbook, the optimiser in its worker, and the clock.
import { createSession } from "../app/session";
import type { Session } from "../app/sessionPort";
import { ExcelWorkbook } from "../excel/excelWorkbook";
import { WorkerFiles } from "../file/workerFiles";
import { WorkerConsolidator } from "./background/workerConsolidator";
import { createHighsWorker } from "../solver/highsWorker";

export function composeSession(): Session {
  return createSession({ workbook: new ExcelWorkbook(), solver: createHighsWorker(), files: new WorkerFiles(), consolidator: new WorkerConsolidator(), sample: sampleFile, now: localTime });
}

/** A part of the build that is loaded only when asked for: no request leaves the pane's own files. */
async function sampleFile(): Promise<File> {
  const { sampleWorkbook } = await import(/* webpackChunkName: "sample" */ "./sampleWorkbook");
  return sampleWorkbook();
}

/** The clock on the user's own wall, as "2026-10-15T09:30:00": a decision belongs to the day it was taken on, wherever that is. */
export function localTime(now: Date = new Date()): string {
  const two = (part: number): string => String(part).padStart(2, "0");
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  return `${day}T${two(now.getHours())}:${two(now.getMinutes())}:${two(now.getSeconds())}`;
}
