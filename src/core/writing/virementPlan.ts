// From accepted virements to the cells that change, and back: one plan for preview, apply, revert and the register.
import type { BudgetLine } from "../budget/line";
import { parseAddress } from "../budget/cells";
import { sumPenceBy, type Pence } from "../money/pence";
import type { CellValue, SheetGrid } from "../reading/grid";
import { valueAt } from "../reading/grid";
import { agreementText, type RegisterDetail, type RegisterRow, type Virement } from "../virement/life";
import { appendToRegister, type UncheckedRow } from "../virement/register";
import { isNotTaken, takeStep } from "../virement/states/step";
import { keepsDetail, planRegisterRows } from "./registerTable";
import { cellOfToken, cellToken, restate } from "./restate";
import { PURSE_SHEETS } from "./sheetNames";
import { sidesOf } from "./virementSides";
import type { VirementRecord } from "./virementTable";
import type { CellChange, WritePlan } from "./types";

/** Why one virement can't be planned, in words; nothing of it is in the plan. */
export interface PlanRefusal {
  readonly virementId: string;
  readonly sentence: string;
}

export interface VirementPlan {
  readonly plan: WritePlan;
  readonly refusals: readonly PlanRefusal[];
  readonly planned: readonly string[];
}

export interface PlanInput {
  readonly grids: readonly SheetGrid[];
  readonly lines: readonly BudgetLine[];
  readonly register: readonly RegisterRow[];
  readonly records: readonly VirementRecord[];
  readonly by: string;
  /** When, as text; the clock is the caller's. */
  readonly on: string;
  /** Why they are reversed; a reversal without a reason is refused. */
  readonly reason?: string;
}

/** Plans these virements as applied: each takes its amount from one line's revised budget and adds it to another's. */
export function planApply(input: PlanInput, ids: readonly string[]): VirementPlan {
  return planAll(input, ids, "applied");
}

/** Plans the reversal of applied virements: the same amounts the other way; a cell nobody touched since gets its old value back exactly. */
export function planRevert(input: PlanInput, ids: readonly string[]): VirementPlan {
  return planAll(input, ids, "reversed");
}

function planAll(input: PlanInput, ids: readonly string[], action: "applied" | "reversed"): VirementPlan {
  const cells = new CellLedger(input.grids);
  const refusals: PlanRefusal[] = [];
  const rows: UncheckedRow[] = [];
  const states: CellChange[] = [];
  for (const id of ids) {
    const record = input.records.find((r) => r.virement.id === id);
    const outcome = record === undefined
      ? `Virement ${id} is no longer on the sheet "${PURSE_SHEETS.virements}". Read the sheets again.`
      : planOne(input, record.virement, action, cells);
    if (typeof outcome === "string" || record === undefined) {
      refusals.push({ virementId: id, sentence: typeof outcome === "string" ? outcome : "" });
      continue;
    }
    rows.push(...outcome);
    states.push({
      ...fileOf(input.grids, PURSE_SHEETS.virements), sheet: PURSE_SHEETS.virements, address: record.stateAt, before: record.virement.state, after: action, why: `state of ${id}`,
    });
  }
  const registered = appendToRegister(input.register, rows);
  const registerPlan = planRegisterRows(input.register.length, registered);
  const file = fileOf(input.grids, PURSE_SHEETS.register);
  const inRegister = <T,>(writes: readonly T[]): T[] => writes.map((write) => ({ ...file, ...write }));
  return {
    plan: { changes: [...cells.changes(), ...states, ...inRegister(registerPlan.changes)], resizes: inRegister(registerPlan.resizes) },
    refusals,
    planned: ids.filter((id) => !refusals.some((refusal) => refusal.virementId === id)),
  };
}

/** The workbook that holds a sheet of ours, where several are read. */
function fileOf(grids: readonly SheetGrid[], sheet: string): { readonly file?: string } {
  const file = grids.find((grid) => grid.sheet === sheet)?.file ?? null;
  return file === null ? {} : { file };
}

/** How the register names a sheet: with its workbook where several are read. */
function placeName({ file, sheet }: BudgetLine["source"]): string {
  return file === null ? sheet : `[${file}]${sheet}`;
}

function planOne(input: PlanInput, virement: Virement, action: "applied" | "reversed", cells: CellLedger): UncheckedRow[] | string {
  const stated = { by: input.by, on: input.on };
  const outcome = takeStep(virement, action === "applied" ? { ...stated, kind: "apply" } : { ...stated, kind: "reverse", reason: input.reason ?? "" });
  if (isNotTaken(outcome)) return outcome.refused;
  const sides = sidesOf(virement, action, input.lines, input.register);
  if (typeof sides === "string") return sides;
  if (sumPenceBy(sides, (side) => side.pence) !== 0) return `Virement ${virement.id} does not balance.`;
  const changes: { line: BudgetLine; pence: Pence; address: string }[] = [];
  for (const { lineId, pence } of sides) {
    const line = input.lines.find((l) => l.id === lineId);
    if (line === undefined) return `Line ${lineId} of virement ${virement.id} is no longer on any sheet. Read the sheets again.`;
    const address = line.source.cells.revised;
    if (address === undefined) return `Line ${lineId} has no revised budget column on sheet "${line.source.sheet}", so virement ${virement.id} has nowhere to go.`;
    changes.push({ line, pence, address });
  }
  const detailed = keepsDetail(input.grids.find((grid) => grid.sheet === PURSE_SHEETS.register));
  const steps = changes.map(({ line, pence, address }) => cells.prepare(line, address, pence));
  const stuck = steps.find((step): step is string => typeof step === "string");
  if (stuck !== undefined) return `Virement ${virement.id} can't be written: ${stuck}`;
  return changes.map(({ line, pence, address }) => {
    const why = `${action === "applied" ? "virement" : "reversal of"} ${virement.id}`;
    const { before, after } = cells.commit(line, address, pence, why, action === "applied" ? null : lastApplied(input.register, virement.id, line.id));
    return {
      virementId: virement.id, action, by: input.by.trim(), on: input.on, lineId: line.id, amountPence: pence, ruleIds: virement.ruleIds,
      reason: (action === "applied" ? virement.reason : input.reason ?? "").trim(), sheet: placeName(line.source), address, before: cellToken(before), after: cellToken(after),
      ...(detailed ? { detail: detailOf(virement, action) } : {}),
    };
  });
}

function detailOf(virement: Virement, state: "applied" | "reversed"): RegisterDetail {
  const { version, from, to } = virement;
  return { version, state, from, to, rulesOn: virement.suggestedOn.slice(0, 10), approvals: virement.agreements.map(agreementText).join("; ") };
}

function lastApplied(register: readonly RegisterRow[], virementId: string, lineId: string): RegisterRow | null {
  return register.filter((row) => row.virementId === virementId && row.lineId === lineId && row.action === "applied").at(-1) ?? null;
}

/** The agencies' cells as they would stand after each planned step: two virements on one line meet in one change. */
class CellLedger {
  private readonly planned = new Map<string, { file: string | null; sheet: string; address: string; before: CellValue; after: CellValue; formula: string | null; why: string[] }>();

  constructor(private readonly grids: readonly SheetGrid[]) {}

  /** A sentence when the cell can't take the amount, else null. */
  prepare(line: BudgetLine, address: string, pence: Pence): string | null {
    const { value, formula } = this.standing(line.source, address);
    const after = restate(value, pence, line.source.sign, line.source.pencePerUnit);
    if (formula === null && after === null) return `cell ${placeName(line.source)}!${address} holds ${cellToken(value)}, which is not a plain amount.`;
    return null;
  }

  /** `undo` is the row that applied what is now reversed: a cell that still holds its new value gets its old one back to the last bit. */
  commit(line: BudgetLine, address: string, pence: Pence, why: string, undo: RegisterRow | null): { before: CellValue; after: CellValue } {
    const { file, sheet, sign, pencePerUnit } = line.source;
    const { value: before, formula } = this.standing(line.source, address);
    const untouched = undo !== null && undo.sheet === placeName(line.source) && undo.address === address && undo.after === cellToken(before);
    const restored = untouched ? cellOfToken(undo.before) : undefined;
    const after = restored === undefined ? restate(before, pence, sign, pencePerUnit) : restored;
    const key = `${placeName(line.source)}!${address}`;
    const entry = this.planned.get(key) ?? { file, sheet, address, before, after, formula, why: [] };
    this.planned.set(key, { ...entry, after, why: [...entry.why, why] });
    return { before, after };
  }

  changes(): CellChange[] {
    return [...this.planned.values()].map(({ file, sheet, address, before, after, formula, why }) => ({
      ...(file === null ? {} : { file }), sheet, address, before, after, why: why.join(", "), ...(formula === null ? {} : { beforeFormula: formula }),
    }));
  }

  private standing(source: BudgetLine["source"], address: string): { value: CellValue; formula: string | null } {
    const planned = this.planned.get(`${placeName(source)}!${address}`);
    const place = parseAddress(address);
    const grid = this.grids.find((g) => g.sheet === source.sheet && g.file === source.file);
    if (grid === undefined || place === null) return { value: null, formula: null };
    const formula = grid.formulas?.[place.row]?.[place.column] ?? null;
    return { value: planned === undefined ? valueAt(grid, place.row, place.column) : planned.after, formula };
  }
}
