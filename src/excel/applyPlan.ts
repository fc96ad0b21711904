// Applies a plan of cell changes: re-read, refuse or write in one step, read back; put back if what stands is not what was meant.
import { cellAddress, parseAddress } from "../core/budget/cells";
import type { CellValue } from "../core/reading/grid";
import type { CellChange, TableResize, WritePlan } from "../core/writing/types";
import type { SheetGrid } from "../core/reading/grid";
import { WorkbookError, type PlanObstacle, type PlanOutcome, type WorkOptions } from "../workbook/ports";
import { cellInput, formulaIn } from "./cellWriting";
import { excelFault } from "./errors";
import { heedStop, inExcel } from "./run";
import { queueSheets, queueSizes, sheetsAfter, type SheetSize } from "./sheetsAfter";

/** Changes that stand side by side in one row of one sheet: one range, one request part. */
interface Run {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly changes: CellChange[];
}

interface Probe {
  readonly run: Run;
  readonly sheet: Excel.Worksheet;
  readonly range: Excel.Range;
}

/** Three round trips whatever the plan's size: check, write, read back. */
export function applyInExcel(plan: WritePlan, work: WorkOptions): Promise<PlanOutcome> {
  return inExcel(async (context) => {
    heedStop(work);
    const runs = runsOf(plan.changes);
    work.onProgress?.({ step: "Checking the cells", done: 0, total: 3 });
    const { probes, sizes } = await probe(context, runs);
    const obstacles = probes.flatMap(obstaclesIn);
    if (obstacles.length > 0) return { applied: false, obstacles };
    heedStop(work);
    work.onProgress?.({ step: "Writing the cells", done: 1, total: 3 });
    try {
      write(context, probes, plan.resizes, "after");
      await context.sync();
      work.onProgress?.({ step: "Reading back", done: 2, total: 3 });
      return { applied: true, obstacles: [], sheets: await readBack(context, runs, sizes) };
    } catch (error) {
      return await putBack(context, probes, error);
    }
  }, { retry: false, written: "" });
}

function runsOf(changes: readonly CellChange[]): Run[] {
  const runs: Run[] = [];
  for (const change of changes) {
    const place = parseAddress(change.address);
    if (place === null) throw new WorkbookError("host", `"${change.address}" is not a cell. Nothing was written.`, "Read the sheets again.");
    const last = runs.at(-1);
    if (last !== undefined && last.sheet === change.sheet && last.row === place.row && last.column + last.changes.length === place.column) last.changes.push(change);
    else runs.push({ sheet: change.sheet, row: place.row, column: place.column, changes: [change] });
  }
  return runs;
}

/** Looks at every cell of the plan, and at how large its sheets are. */
async function probe(context: Excel.RequestContext, runs: readonly Run[]): Promise<{ probes: Probe[]; sizes: SheetSize[] }> {
  const { probes, sheets } = queueProbes(context, runs);
  const sizes = queueSizes(sheets);
  await context.sync();
  return { probes, sizes };
}

function queueProbes(context: Excel.RequestContext, runs: readonly Run[]): { probes: Probe[]; sheets: Excel.Worksheet[] } {
  const sheets = new Map<string, Excel.Worksheet>();
  const probes = runs.map((run): Probe => {
    let sheet = sheets.get(run.sheet);
    if (sheet === undefined) {
      sheet = context.workbook.worksheets.getItemOrNullObject(run.sheet);
      sheet.load("name,visibility,protection/protected");
      sheets.set(run.sheet, sheet);
    }
    const range = sheet.getRange(addressOf(run));
    range.load("values,formulas,numberFormat,format/protection/locked");
    return { run, sheet, range };
  });
  return { probes, sheets: [...sheets.values()] };
}

function obstaclesIn({ run, sheet, range }: Probe): PlanObstacle[] {
  if (sheet.isNullObject) return run.changes.map((change) => ({ change, kind: "missing-sheet", found: "no such sheet" }));
  const values = range.values as CellValue[][] | null;
  if (!values) throw new WorkbookError("null-read", `Excel gave no values for sheet "${run.sheet}". Nothing was written.`, "Read the sheets again.");
  // locked is null when some cells of the run are locked and some are not: then we don't risk it.
  const locked = sheet.protection.protected && range.format.protection.locked !== false;
  return run.changes.flatMap((change, i): PlanObstacle[] => {
    const value = normal(values[0]?.[i]);
    const formula = formulaIn(range.formulas[0]?.[i], value);
    if (formula !== null) return [{ change, kind: "formula", found: formula }];
    if (value !== change.before) return [{ change, kind: "changed", found: value === null ? "nothing" : JSON.stringify(value) }];
    return locked ? [{ change, kind: "protected", found: "a locked cell" }] : [];
  });
}

function write(context: Excel.RequestContext, probes: readonly Probe[], resizes: readonly TableResize[], side: "before" | "after"): void {
  for (const { run, range: seen } of probes) {
    const range = context.workbook.worksheets.getItem(run.sheet).getRange(addressOf(run));
    // A write, and what was seen was synced by the caller; the rule takes the name for another range.
    // eslint-disable-next-line office-addins/call-sync-after-load
    range.formulas = [run.changes.map((change, i) => cellInput(change[side], { numberFormat: (seen.numberFormat as unknown[][])[0]?.[i] }))];
  }
  for (const { sheet, table, area } of resizes) {
    const range = context.workbook.worksheets.getItem(sheet).getRange(`${cellAddress(area.top, area.left)}:${cellAddress(area.bottom, area.right)}`);
    context.workbook.tables.getItem(table).resize(range);
  }
}

/** Throws when a cell does not hold what was written to it; else gives the changed sheets whole. */
async function readBack(context: Excel.RequestContext, runs: readonly Run[], sizes: readonly SheetSize[]): Promise<SheetGrid[]> {
  const { probes } = queueProbes(context, runs);
  const queued = queueSheets(context, sizes);
  await context.sync();
  for (const { run, sheet, range } of probes) {
    run.changes.forEach((change, i) => {
      const value = sheet.isNullObject ? null : normal((range.values as CellValue[][])[0]?.[i]);
      if (value === change.after) return;
      throw new WorkbookError("conflict", `Cell ${change.sheet}!${change.address} does not hold what was written to it.`, "Someone may be working in the same cells. Read the sheets again and make a new preview.");
    });
  }
  return sheetsAfter(queued);
}

/** Gives every cell its value before the plan. Always ends in a fault that says how things stand. */
async function putBack(context: Excel.RequestContext, probes: readonly Probe[], cause: unknown): Promise<never> {
  const fault = excelFault(cause, "");
  try {
    write(context, probes, [], "before");
    await context.sync();
  } catch (error) {
    const cells = probes.flatMap(({ run }) => run.changes).map((change) => `${change.sheet}!${change.address}`).slice(0, 6).join(", ");
    throw new WorkbookError(fault.code, `${fault.message} Putting the cells back failed too.`, `Compare these cells with the preview before going on: ${cells}.`, excelFault(error, "").detail);
  }
  throw new WorkbookError(fault.code, `${fault.message} Every cell was put back as it was.`, fault.nextStep, fault.detail);
}

function addressOf(run: Run): string {
  const last = cellAddress(run.row, run.column + run.changes.length - 1);
  return `${cellAddress(run.row, run.column)}:${last}`;
}

function normal(value: unknown): CellValue {
  if (value === "" || value === undefined || value === null) return null;
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  return null;
}
