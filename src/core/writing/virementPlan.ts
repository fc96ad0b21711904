// From accepted virements to the cells that change, and back: one plan for preview, apply, revert and the register.
import { budgetPence, type BudgetLine } from "../budget/line";
import { asPence, sumPenceBy, type Pence } from "../money/pence";
import type { SheetGrid } from "../reading/grid";
import type { SheetReading } from "../reading/types";
import { agreementText, type RegisterDetail, type RegisterRow, type Virement } from "../virement/life";
import { appendToRegister, type UncheckedRow } from "../virement/register";
import { paymentWords } from "../virement/betweenBodies";
import { isNotTaken, takeStep } from "../virement/states/step";
import { CellLedger, placeName } from "./cellLedger";
import { cutVisibly } from "./cutVisibly";
import { planJournal } from "./journalPlan";
import { INTO_HEADING, planRegisterRows, registerKeeps } from "./registerTable";
import { cellToken } from "./restate";
import { PURSE_SHEETS } from "./sheetNames";
import { intoWords, takesUp, TargetFinder, type Target } from "./targetFinder";
import { TARGET_WORDS, type TargetKind } from "./targets";
import { sidesOf } from "./virementSides";
import type { VirementRecord } from "./virementRows";
import type { CellChange, WritePlan } from "./types";

/** Why one virement can't be planned, in words; nothing of it is in the plan. */
export interface PlanRefusal {
  readonly virementId: string;
  readonly sentence: string;
}

/** One line that a planned virement changes, with where its amount goes. */
export interface PlannedSide {
  readonly virementId: string;
  readonly lineId: string;
  /** Effect on the line's revised budget, canonical sign. */
  readonly pence: Pence;
  readonly target: Target;
}

export interface VirementPlan {
  readonly plan: WritePlan;
  readonly refusals: readonly PlanRefusal[];
  readonly planned: readonly string[];
  readonly sides: readonly PlannedSide[];
}

export interface PlanInput {
  readonly grids: readonly SheetGrid[];
  readonly lines: readonly BudgetLine[];
  /** With where each sheet's officer wants its virements; without them all go into the revised budgets. */
  readonly sheets?: readonly SheetReading[];
  /** Where virements of a sheet go whose officer has not chosen; the revised budget unless told. */
  readonly unchosen?: TargetKind;
  readonly register: readonly RegisterRow[];
  readonly records: readonly VirementRecord[];
  readonly by: string;
  /** When, as text; the clock is the caller's. */
  readonly on: string;
  /** Why they are reversed; a reversal without a reason is refused. */
  readonly reason?: string;
}

/** Plans these virements as applied: each takes its amount from one line's budget and adds it to another's, where the sheets' officers want it. */
export function planApply(input: PlanInput, ids: readonly string[]): VirementPlan {
  return planAll(input, ids, "applied");
}

/** Plans the reversal of applied virements: the same amounts the other way, where they went; a cell nobody touched since gets its old value back exactly. */
export function planRevert(input: PlanInput, ids: readonly string[]): VirementPlan {
  return planAll(input, ids, "reversed");
}

type Action = "applied" | "reversed";

interface Making {
  readonly input: PlanInput;
  readonly action: Action;
  readonly cells: CellLedger;
  readonly targets: TargetFinder;
  /** What the plan has put into each line's budget so far. */
  readonly written: Map<string, Pence>;
}

function planAll(input: PlanInput, ids: readonly string[], action: Action): VirementPlan {
  const making: Making = { input, action, cells: new CellLedger(input.grids, input.register), targets: new TargetFinder(input), written: new Map() };
  const refusals: PlanRefusal[] = [];
  const rows: UncheckedRow[] = [];
  const states: CellChange[] = [];
  const sides: PlannedSide[] = [];
  for (const id of ids) {
    const record = input.records.find((r) => r.virement.id === id);
    const outcome = record === undefined
      ? `Virement ${id} is no longer on the sheet "${PURSE_SHEETS.virements}". Read the sheets again.`
      : planOne(making, record.virement);
    if (typeof outcome === "string" || record === undefined) {
      refusals.push({ virementId: id, sentence: typeof outcome === "string" ? outcome : "" });
      continue;
    }
    rows.push(...outcome.rows);
    sides.push(...outcome.sides);
    states.push(...record.rows.map(({ stateAt }): CellChange => ({
      ...fileOf(input.grids, PURSE_SHEETS.virements), sheet: PURSE_SHEETS.virements, address: stateAt, before: record.virement.state, after: action, why: `state of ${id}`,
    })));
  }
  const registered = appendToRegister(input.register, rows);
  const registerPlan = planRegisterRows(input.register.length, registered);
  const file = fileOf(input.grids, PURSE_SHEETS.register);
  const inRegister = <T,>(writes: readonly T[]): T[] => writes.map((write) => ({ ...file, ...write }));
  const planned = ids.filter((id) => !refusals.some((refusal) => refusal.virementId === id));
  const journal = sides.some(({ target }) => target.kind === "journal") ? journalAfter(input, planned, action, registered) : { changes: [], resizes: [] };
  if (journal === null) return { plan: { changes: [], resizes: [] }, planned: [], sides: [], refusals: [...refusals, ...planned.map((id) => ({ virementId: id, sentence: withoutJournal(id) }))] };
  const guards = making.targets.guards();
  return {
    plan: {
      changes: [...making.cells.changes(), ...states, ...journal.changes, ...inRegister(registerPlan.changes)], resizes: [...journal.resizes, ...inRegister(registerPlan.resizes)],
      ...(guards.length === 0 ? {} : { guards }),
    },
    refusals, planned, sides,
  };
}

/** The journal sheet with these virements applied or reversed; null where there is none to write to. */
function journalAfter({ grids, lines, register, records, on }: PlanInput, planned: readonly string[], action: Action, registered: readonly RegisterRow[]): ReturnType<typeof planJournal> {
  const virements = records.map(({ virement }): Virement => (planned.includes(virement.id) ? { ...virement, state: action } : virement));
  return planJournal(grids, virements, [...register, ...registered], lines, on.slice(0, 10));
}

function withoutJournal(id: string): string {
  return `Virement ${id} goes to the journal, and there is no sheet "${PURSE_SHEETS.journal}" yet. Choose "Journal sheet only" on the page Sources, or put the suggestions into the workbook again: that makes it.`;
}

const WAY_ROUND = `The journal is the way round: the sheet's officer chooses "${TARGET_WORDS.journal}" for it on the page Sources or on ${PURSE_SHEETS.mapping}, or another column.`;

/** The workbook that holds a sheet of ours, where several are read. */
function fileOf(grids: readonly SheetGrid[], sheet: string): { readonly file?: string } {
  const file = grids.find((grid) => grid.sheet === sheet)?.file ?? null;
  return file === null ? {} : { file };
}

function planOne({ input, action, cells, targets, written }: Making, virement: Virement): { rows: UncheckedRow[]; sides: PlannedSide[] } | string {
  const stated = { by: input.by, on: input.on };
  const outcome = takeStep(virement, action === "applied" ? { ...stated, kind: "apply" } : { ...stated, kind: "reverse", reason: input.reason ?? "" });
  if (isNotTaken(outcome)) return outcome.refused;
  const amounts = sidesOf(virement, action, input.lines, input.register);
  if (typeof amounts === "string") return amounts;
  if (sumPenceBy(amounts, (side) => side.pence) !== 0) return `Virement ${virement.id} does not balance.`;
  const keeps = registerKeeps(input.grids.find((grid) => grid.sheet === PURSE_SHEETS.register));
  const steps: { line: BudgetLine; pence: Pence; target: Target; undo: RegisterRow | null }[] = [];
  for (const { lineId, pence } of amounts) {
    const line = input.lines.find((l) => l.id === lineId);
    if (line === undefined) return `Line ${lineId} of virement ${virement.id} is no longer on any sheet. Read the sheets again.`;
    const undo = action === "applied" ? null : lastApplied(input.register, virement.id, line.id);
    const target = undo === null ? targets.of(line) : targets.registered(line, undo);
    const stuck = typeof target === "string" ? target : target.kind === "journal" ? null : cells.prepare(line, target, pence);
    if (typeof target === "string" || stuck !== null) return `Virement ${virement.id} can't be written: ${stuck ?? ""}. ${WAY_ROUND}`;
    if (target.kind === "column" && (keeps === "cells" || keeps === "detail")) {
      return `Virement ${virement.id} goes into a column of virements, and the register has no column to say so. Type the heading "${INTO_HEADING.heading}" into ${PURSE_SHEETS.register}!${INTO_HEADING.address}, beside its last one, then read the sheets again.`;
    }
    steps.push({ line, pence, target, undo });
  }
  const rows = steps.map(({ line, pence, target, undo }): UncheckedRow => {
    const why = `${action === "applied" ? "virement" : "reversal of"} ${virement.id}`;
    const cell = target.kind === "journal" ? null : cells.commit(line, target, pence, why, undo);
    const before = asPence(budgetPence(line) + (written.get(line.id) ?? 0));
    if (takesUp(target)) written.set(line.id, (written.get(line.id) ?? 0) + pence);
    return {
      virementId: virement.id, action, by: cutVisibly(input.by.trim()), on: input.on, lineId: line.id, amountPence: pence, ruleIds: virement.ruleIds,
      reason: cutVisibly((action === "applied" ? virement.reason : input.reason ?? "").trim()),
      sheet: cell === null ? PURSE_SHEETS.journal : placeName(line.source), address: target.kind === "journal" ? "" : target.address,
      before: cell === null ? "" : cellToken(cell.before), after: cell === null ? "" : cellToken(cell.after),
      ...(keeps === "cells" ? {} : {
        detail: {
          ...detailOf(virement, action), ...(keeps === "detail" ? {} : { into: intoWords(target) }),
          ...(keeps === "payment" || keeps === "budget" ? { payment: paymentWords(virement, input.lines) } : {}), ...(keeps === "budget" ? { budgetPence: before } : {}),
        },
      }),
    };
  });
  return { rows, sides: steps.map(({ line, pence, target }) => ({ virementId: virement.id, lineId: line.id, pence, target })) };
}

function detailOf(virement: Virement, state: Action): RegisterDetail {
  const { version, from, to } = virement;
  return { version, state, from, to, rulesOn: virement.suggestedOn.slice(0, 10), approvals: cutVisibly(virement.agreements.map(agreementText).join("; ")) };
}

function lastApplied(register: readonly RegisterRow[], virementId: string, lineId: string): RegisterRow | null {
  return register.filter((row) => row.virementId === virementId && row.lineId === lineId && row.action === "applied").at(-1) ?? null;
}
