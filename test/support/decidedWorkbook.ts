// The sample's workbook on the embedded host before each step of a virement's life, with the plan that the step wrote: recorded from one session.
import { readFileSync } from "node:fs";
import path from "node:path";
import { createSession } from "../../src/app/session";
import type { Session } from "../../src/app/sessionPort";
import type { WritePlan } from "../../src/core/writing/types";
import { ExcelWorkbook } from "../../src/excel/excelWorkbook";
import { createHighsInProcess } from "../../src/solver/highsInProcess";
import type { PlanOutcome, WorkOptions } from "../../src/workbook/ports";
import { openXlsx } from "../../workbench/files/openXlsx";
import type { EmbeddedHost, HostWorkbookData } from "../../workbench/host";
import { toData } from "../../workbench/host/model/toData";

/** "elsewhere" applies into a column of virements and to the journal alone, "back" reverts that; "several" applies virements of several rows, "together" reverts one. */
export const STEPS = ["review", "apply", "revert", "elsewhere", "back", "several", "together"] as const;
export type Step = (typeof STEPS)[number];

/** What stood before the step, what it wrote, and what stood after it. */
export interface Recorded {
  readonly before: HostWorkbookData;
  readonly plan: WritePlan;
  readonly old: string;
  readonly fresh: string;
}

const NO_PATIENCE = { editingMs: 0, lookAgainMs: 1, unfinishedMs: 0 };

class Recorder extends ExcelWorkbook {
  last: WritePlan | null = null;
  /** While true, plans are kept and not written. */
  dry = false;

  override async applyPlan(plan: WritePlan, work: WorkOptions = {}): Promise<PlanOutcome> {
    this.last = plan;
    if (!this.dry) return super.applyPlan(plan, work);
    // As they still are.
    const sheets = (await this.readGrids()).filter(({ sheet }) => plan.changes.some((change) => change.sheet === sheet));
    return { applied: true, obstacles: [], sheets };
  }
}

export function impatientWorkbook(): ExcelWorkbook {
  return new ExcelWorkbook(NO_PATIENCE);
}

export function sessionOn(workbook: ExcelWorkbook, on = "2026-10-15T09:30:00"): Session {
  return createSession({ workbook, solver: createHighsInProcess(), now: () => on });
}

/** Every cell that holds something and every table's place: two workbooks with the same text are the same to a reader. */
export function contentsOf(host: EmbeddedHost): string {
  const { sheets } = toData(host.workbook);
  return JSON.stringify(
    sheets.map(({ name, rows, tables = [] }) => [name, tables, rows.flatMap((row, r) => row.flatMap((cell, c) => {
      const held = cell !== null && typeof cell === "object" ? (cell.f ?? cell.v ?? null) : cell;
      return held === null || held === "" ? [] : [[r, c, held]];
    }))]),
  );
}

export async function sampleData(): Promise<HostWorkbookData> {
  return openXlsx(readFileSync(path.join(__dirname, "../../samples/brackenshire.xlsx")), "brackenshire.xlsx");
}

/** Opens the sample, has the suggestions written and every one accepted. Throws when a step fails. */
export async function acceptedOn(host: EmbeddedHost, workbook: ExcelWorkbook): Promise<Session> {
  await host.load(await sampleData());
  const session = sessionOn(workbook);
  session.setPerson("Head of commissioning finance");
  await did(session, session.readSheets());
  await did(session, session.writeSuggestions());
  for (const { id } of session.getState().virements) await did(session, session.decide(id, "accepted", "as suggested"));
  return session;
}

export async function did(session: Session, job: Promise<void>): Promise<void> {
  await job;
  const { failure } = session.getState();
  if (failure !== null) throw new Error(`${failure.sentence} ${failure.nextStep} ${failure.detail}`);
}

/** Everything accepted, where the council's officer chose a column of virements that its revised budgets add, and the NHS body's the journal alone. */
export async function chosenOn(host: EmbeddedHost, workbook: ExcelWorkbook): Promise<Session> {
  await host.load(await sampleData());
  await host.user.edit("Council", "M7", "Virements");
  for (const row of [10, 13, 15]) {
    await host.user.edit("Council", `F${row}`, `=E${row}+M${row}`);
    if (row !== 13) await host.user.edit("Council", `M${row}`, 0);
  }
  const session = sessionOn(workbook);
  session.setPerson("Head of commissioning finance");
  await did(session, session.readSheets());
  await did(session, session.chooseTarget({ sheet: "Council", position: 1 }, { kind: "column", column: { column: 12, heading: "Virements" } }));
  await did(session, session.chooseTarget({ sheet: "ICB", position: 1 }, { kind: "journal" }));
  await did(session, session.writeSuggestions());
  for (const { id } of session.getState().virements) await did(session, session.decide(id, "accepted", "as suggested"));
  return session;
}

/** Everything accepted, with one virement from one line to two and one from two lines to one beside one of a single row. */
export async function severalOn(host: EmbeddedHost, workbook: ExcelWorkbook): Promise<Session> {
  await host.load(await sampleData());
  const session = sessionOn(workbook);
  session.setPerson("Head of commissioning finance");
  await did(session, session.readSheets());
  const leg = (from: string, to: string, pounds: number): { from: string; to: string; amountPence: number } => ({ from, to, amountPence: pounds * 100 });
  for (const legs of [[leg("N01", "", 150_000), leg("", "N04", 100_000), leg("", "N02", 50_000)], [leg("C04", "", 60_000), leg("C15", "", 20_000), leg("", "C01", 80_000)], [leg("C04", "C06", 10_000)]]) {
    await did(session, session.draft({ id: null, recurrence: "one-off", why: "winter", legs }));
  }
  for (const { id, agreements, state } of session.getState().virements) {
    if (state !== "suggested") throw new Error(`${id} was not put to anyone`);
    for (const _ of agreements) await did(session, session.decide(id, "accepted", "as suggested"));
  }
  return session;
}

/** One recording of each step: the last decision, applying everything that was accepted, and taking the first of them back; the same elsewhere. */
export async function recordSteps(host: EmbeddedHost): Promise<Readonly<Record<Step, Recorded>>> {
  const workbook = new Recorder(NO_PATIENCE);
  await host.load(await sampleData());
  const session = sessionOn(workbook);
  session.setPerson("Head of commissioning finance");
  await did(session, session.readSheets());
  await did(session, session.writeSuggestions());
  const ids = session.getState().virements.map(({ id }) => id);
  const record = async (on: Session, job: () => Promise<void>): Promise<{ before: HostWorkbookData; plan: WritePlan }> => {
    const before = toData(host.workbook);
    await did(on, job());
    if (workbook.last === null) throw new Error("nothing was written");
    return { before, plan: workbook.last };
  };
  for (const id of ids.slice(1)) await did(session, session.decide(id, "accepted", "as suggested"));
  const review = await record(session, () => session.decide(ids[0] ?? "", "accepted", "as suggested"));
  await did(session, session.previewApply());
  const apply = await record(session, () => session.confirmPreview());
  await did(session, session.previewRevert(ids[0] ?? "", "the need was met"));
  const revert = await record(session, () => session.confirmPreview());
  const chosen = await chosenOn(host, workbook);
  await did(chosen, chosen.previewApply());
  const elsewhere = await record(chosen, () => chosen.confirmPreview());
  await did(chosen, chosen.previewRevert(ids[1] ?? "", "the need was met"));
  const back = await record(chosen, () => chosen.confirmPreview());
  const many = await severalOn(host, workbook);
  await did(many, many.previewApply());
  const several = await record(many, () => many.confirmPreview());
  await did(many, many.previewRevert("D-2", "the need was met"));
  const together = await record(many, () => many.confirmPreview());
  return {
    several: await alone(host, several), together: await alone(host, together),
    review: await alone(host, review), apply: await alone(host, apply), revert: await alone(host, revert), elsewhere: await alone(host, elsewhere), back: await alone(host, back),
  };
}

/** The same with only the sheets that the plan touches, which makes each try quicker. */
async function alone(host: EmbeddedHost, { before, plan }: { before: HostWorkbookData; plan: WritePlan }): Promise<Recorded> {
  const touched = new Set([...plan.changes, ...(plan.guards ?? [])].map(({ sheet }) => sheet));
  const small: HostWorkbookData = { name: "small.xlsx", sheets: before.sheets.filter(({ name }) => touched.has(name)) };
  await host.load(small);
  const old = contentsOf(host);
  if (!(await impatientWorkbook().applyPlan(plan)).applied) throw new Error("the plan does not hold on its own sheets");
  return { before: small, plan, old, fresh: contentsOf(host) };
}

/** A workbook that several people have read, and what each of them might now do: plans made from that one reading. */
export interface Stage {
  readonly data: HostWorkbookData;
  readonly plans: readonly WritePlan[];
}

/** Applying all, applying each alone, and deciding again on the first two, the other way and the same way; `opened` says where amounts go. */
export async function recordStage(host: EmbeddedHost, opened: typeof acceptedOn = acceptedOn): Promise<Stage> {
  const workbook = new Recorder(NO_PATIENCE);
  const session = await opened(host, workbook);
  const data = toData(host.workbook);
  workbook.dry = true;
  const ids = session.getState().virements.map(({ id }) => id);
  const plans: WritePlan[] = [];
  for (const chosen of [ids, ...ids.map((id) => [id])]) {
    await did(session, session.previewApply(chosen));
    const { preview } = session.getState();
    if (preview !== null) plans.push(preview.plan);
  }
  for (const [id, decision] of [[ids[0], "refused"], [ids[0], "accepted"], [ids[1], "refused"]] as const) {
    await did(session, session.decide(id ?? "", decision, `${decision} again`));
    if (workbook.last !== null) plans.push(workbook.last);
  }
  const touched = new Set(plans.flatMap(({ changes, guards = [] }) => [...changes, ...guards].map(({ sheet }) => sheet)));
  return { data: { name: "shared.xlsx", sheets: data.sheets.filter(({ name }) => touched.has(name)) }, plans };
}
