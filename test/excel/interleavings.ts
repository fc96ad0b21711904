// Two people with the pane and others at the grid in one workbook: random orders of requests, edits and decisions, and what must hold afterwards.
import fc from "fast-check";
import type { CellChange, WritePlan } from "../../src/core/writing/types";
import { WorkbookError, type PlanOutcome } from "../../src/workbook/ports";
import type { EmbeddedHost, HostWorkbookData } from "../../workbench/host";
import { impatientWorkbook, type Stage } from "../support/decidedWorkbook";

/** What somebody does at the grid, before the request of that number. */
export interface Act {
  readonly at: number;
  readonly kind: "amount" | "note" | "insert" | "sort" | "refuse" | "rename" | "delete" | "our amount";
  /** Chooses among the cells that the plans are about. */
  readonly pick: number;
}

export interface Play {
  readonly a: number;
  readonly b: number;
  /** The request of the first person at which the second begins. */
  readonly start: number;
  readonly acts: readonly Act[];
}

export const plays: fc.Arbitrary<Play> = fc.record({
  a: fc.nat(99), b: fc.nat(99), start: fc.integer({ min: 0, max: 4 }),
  acts: fc.array(fc.record({
    at: fc.integer({ min: 1, max: 8 }), pick: fc.nat(99),
    kind: fc.constantFrom<Act["kind"]>("amount", "amount", "note", "note", "insert", "insert", "sort", "sort", "refuse", "our amount", "rename", "delete"),
  }), { maxLength: 4 }),
});

export interface Played {
  readonly wrong: readonly string[];
  readonly applied: number;
  readonly refused: number;
  /** Refusals that had to leave a cell to somebody else, and said which. */
  readonly left: number;
  /** Decisions that somebody chose by hand while the same stood there, written by a change on its way. */
  readonly alike: number;
}

/** The rows of the virements, as far as any play has them. */
const OURS = "A5:Q14";

interface Target {
  readonly change: CellChange;
  /** The words by which its row is known, wherever it goes. */
  readonly words: string;
}

/** One play on the workbook as both of them read it. */
export async function play(host: EmbeddedHost, { data, plans }: Stage, { a, b, start, acts }: Play): Promise<Played> {
  await host.load(data);
  const grid = new Grid(host, targetsOf(data, plans));
  const [first, second] = [plans[a % plans.length], plans[b % plans.length]] as [WritePlan, WritePlan];
  let count = 0;
  let other: Promise<unknown> | null = null;
  const begin = (): Promise<unknown> => (other ??= outcomeOf(impatientWorkbook().applyPlan(second)));
  host.bridge.beforeRequest = async () => {
    count += 1;
    for (const act of acts) if (act.at === count) await grid.act(act);
    if (count === start) void begin();
  };
  if (start === 0) void begin();
  const outcomes = [await outcomeOf(impatientWorkbook().applyPlan(first)), await begin()];
  host.bridge.beforeRequest = null;
  await host.quiet();
  // The next reading, where something was cut off by what others did.
  for (const { name } of host.workbook.sheets) await impatientWorkbook().recover(name);
  const wrong = [...grid.faults(), ...judged(host, grid, [first, second], outcomes)];
  const { alike } = grid;
  const said = outcomes.map((outcome) => (outcome instanceof Error ? outcome.message : ""));
  return {
    wrong, alike, applied: outcomes.filter(isApplied).length, refused: outcomes.filter((outcome) => !isApplied(outcome)).length,
    left: said.filter((message) => message.includes("but for what somebody else changed")).length,
  };
}

async function outcomeOf(work: Promise<PlanOutcome>): Promise<unknown> {
  return work.then((value) => value, (error: unknown) => error);
}

function isApplied(outcome: unknown): boolean {
  return typeof outcome === "object" && outcome !== null && "applied" in outcome && outcome.applied === true;
}

function targetsOf(data: HostWorkbookData, plans: readonly WritePlan[]): Target[] {
  const found = new Map<string, Target>();
  for (const change of plans.flatMap((plan) => plan.changes)) {
    const row = data.sheets.find(({ name }) => name === change.sheet)?.rows[Number(change.address.replace(/^[A-Z]+/, "")) - 1] ?? [];
    const texts = row.flatMap((cell) => { const value = cell !== null && typeof cell === "object" ? cell.v : cell; return typeof value === "string" && value.length > 7 ? [value] : []; });
    if (change.before !== null && texts[0] !== undefined && !found.has(`${change.sheet}!${change.address}`)) found.set(`${change.sheet}!${change.address}`, { change, words: texts[0] });
  }
  return [...found.values()];
}

/** The workbook as people see it: rows by their words, and a memory of what was typed. */
class Grid {
  private typed = 0;
  private readonly names = new Map<string, string | null>();
  private readonly lastAmount = new Map<string, number>();
  private readonly notes: { sheet: string; text: string }[] = [];
  readonly refusedBefore = new Set<string>();
  readonly refused = new Set<string>();
  /** Decisions chosen by hand that already stood there, written by a plan on its way. */
  alike = 0;

  constructor(readonly host: EmbeddedHost, readonly targets: readonly Target[]) {}

  get amounts(): Target[] {
    return this.targets.filter(({ change }) => typeof change.before === "number");
  }

  sheetNow(sheet: string): string | null {
    const now = this.names.get(sheet);
    return now === undefined ? sheet : now;
  }

  /** One-based row that holds these words, where its sheet still stands. */
  rowOf(sheet: string, words: string): number | null {
    const name = this.sheetNow(sheet);
    if (name === null) return null;
    const row = this.host.user.values(name, "A1:L70").findIndex((cells) => cells.includes(words));
    return row === -1 ? null : row + 1;
  }

  valueOf({ change, words }: Target): unknown {
    const row = this.rowOf(change.sheet, words);
    return row === null ? undefined : this.host.user.values(this.sheetNow(change.sheet) ?? "", `${change.address.replace(/\d+$/, "")}${row}`)[0]?.[0];
  }

  async act({ kind, pick }: Act): Promise<void> {
    const midway = { remote: true, midway: true };
    const amounts = this.amounts;
    const target = amounts[pick % amounts.length];
    if (target === undefined) return;
    const sheet = this.sheetNow(target.change.sheet);
    const row = this.rowOf(target.change.sheet, target.words);
    const column = target.change.address.replace(/\d+$/, "");
    if (sheet === null || row === null) return;
    this.typed += 1;
    const { user } = this.host;
    if (kind === "amount") {
      this.lastAmount.set(key(target), 1_000_000 + this.typed);
      await user.edit(sheet, `${column}${row}`, 1_000_000 + this.typed, midway);
    } else if (kind === "note" || kind === "insert") {
      const text = `note ${this.typed}`;
      if (kind === "insert") await user.insertRows(sheet, row, 1, midway);
      this.notes.push({ sheet: target.change.sheet, text });
      await user.edit(sheet, kind === "insert" ? `B${row}` : `${"QRST"[(this.typed - 1) % 4] ?? "Q"}${row}`, text, midway);
    } else if (kind === "sort") await this.sort(target.change.sheet, sheet, midway);
    else if (kind === "rename") {
      this.names.set(target.change.sheet, `Sheet ${this.typed}`);
      await user.renameSheet(sheet, `Sheet ${this.typed}`, midway);
    } else if (kind === "delete") {
      this.names.set(target.change.sheet, null);
      await user.deleteSheet(sheet, midway);
    } else await this.inOurs(kind, pick, midway);
  }

  /** A decision or an amount changed on the sheet of virements itself. */
  private async inOurs(kind: "refuse" | "our amount", pick: number, midway: { remote: boolean; midway: boolean }): Promise<void> {
    const rows = this.host.user.values("Virements", OURS).map((cells, i) => ({ cells, row: i + 5 })).filter(({ cells }) => /^([A-Z]\d+-[A-Z]\d+|D)-\d+$/.test(String(cells[0])));
    const chosen = rows[pick % Math.max(1, rows.length)];
    if (chosen === undefined) return;
    const id = String(chosen.cells[0]);
    if (this.stateOf(id) !== "applied") this.refusedBefore.add(id);
    // Of several rows the first one, which names the approvals, is decided on.
    const head = rows.find(({ cells }) => cells[0] === id && cells[9] !== "") ?? chosen;
    // Choosing what has just been written there changes nothing that anyone could see: it is put back with what was written.
    if (kind === "refuse" && head.cells[13] === "refused" && !this.refused.has(id)) this.alike += 1;
    else if (kind === "refuse") this.refused.add(id);
    await this.host.user.edit("Virements", `${kind === "refuse" ? "N" : "F"}${kind === "refuse" ? head.row : chosen.row}`, kind === "refuse" ? "refused" : 5, midway);
  }

  /** The rows around the plans' cells by a column that moves them. */
  private async sort(original: string, sheet: string, midway: { remote: boolean; midway: boolean }): Promise<void> {
    const rows = this.amounts.filter(({ change }) => change.sheet === original).flatMap(({ words }) => this.rowOf(original, words) ?? []);
    if (rows.length < 2) return;
    await this.host.user.sortRows(sheet, `A${Math.min(...rows)}:P${Math.max(...rows)}`, original === "Council" ? 2 : 7, midway);
  }

  /** Each state that its rows have: one, unless something is half done. */
  stateOf(id: string): string {
    return [...new Set(this.host.user.values("Virements", OURS).filter((cells) => cells[0] === id).map((cells) => String(cells[16])))].join(" and ");
  }

  decisionOf(id: string): string {
    return String(this.host.user.values("Virements", OURS).find((cells) => cells[0] === id && cells[9] !== "")?.[13] ?? "");
  }

  registered(): string[] {
    return this.host.user.values("Purse Register", "A5:C40").filter((cells) => cells[0] !== "").map((cells) => `${String(cells[1])} ${String(cells[2])}`);
  }

  lastTyped(target: Target): number | undefined {
    return this.lastAmount.get(key(target));
  }

  /** What somebody typed and nobody finds again. */
  faults(): string[] {
    return this.notes.filter(({ sheet, text }) => {
      const name = this.sheetNow(sheet);
      return name !== null && !this.host.user.values(name, "A1:T90").some((cells) => cells.includes(text));
    }).map(({ sheet, text }) => `"${text}" on ${sheet} was lost`);
  }
}

function key({ change, words }: Target): string {
  return `${change.sheet}!${words}`;
}

function judged(host: EmbeddedHost, grid: Grid, plans: readonly WritePlan[], outcomes: readonly unknown[]): string[] {
  const wrong: string[] = [];
  const applied = plans.filter((_, i) => isApplied(outcomes[i]));
  const left = outcomes.map((outcome) => (outcome instanceof WorkbookError ? outcome.message : "")).join(" ");
  outcomes.forEach((outcome, i) => {
    if (isApplied(outcome)) return;
    const named = outcome instanceof WorkbookError ? `${outcome.message} ${outcome.nextStep}` : (outcome as PlanOutcome).obstacles.map(({ change }) => `${change.sheet}!${change.address}`).join(" ");
    if (!/![A-Z]+\d+|Another change is being written|is gone or has another name/.test(named)) wrong.push(`plan ${i} was refused and no cell was named: ${named}`);
  });
  for (const target of grid.amounts) {
    const now = grid.valueOf(target);
    if (now === undefined || left.includes(`${target.change.sheet}!`)) continue;
    const mine = applied.flatMap(({ changes }) => changes).filter(({ sheet, address }) => sheet === target.change.sheet && address === target.change.address).at(-1);
    const expected = grid.lastTyped(target) ?? mine?.after ?? target.change.before;
    if (now !== expected) wrong.push(`${key(target)} holds ${JSON.stringify(now)} instead of ${JSON.stringify(expected)}`);
  }
  const idsOf = (plan: WritePlan): string[] => [...new Set(plan.changes.filter(({ why }) => why.startsWith("state of ")).map(({ why }) => why.slice("state of ".length)))];
  const expectedRows = applied.flatMap(({ changes }) => changes.filter(({ sheet, address }) => sheet === "Purse Register" && /^B\d/.test(address)).map(({ after }) => String(after))).sort();
  const rows = grid.registered().map((row) => row.split(" ")[0] ?? "").sort();
  if (JSON.stringify(rows) !== JSON.stringify(expectedRows) && !left.includes("Register!")) wrong.push(`the register has ${rows.join(", ")} instead of ${expectedRows.join(", ")}`);
  for (const id of new Set(plans.flatMap(idsOf))) {
    const wanted = applied.some((plan) => idsOf(plan).includes(id)) ? "applied" : "suggested";
    if (grid.stateOf(id) !== wanted && !left.includes("Virements!")) wrong.push(`${id} is ${grid.stateOf(id)} instead of ${wanted}`);
  }
  for (const id of grid.refused) if (grid.decisionOf(id) !== "refused") wrong.push(`the refusal of ${id} was lost`);
  for (const id of grid.refusedBefore) if (applied.some((plan) => idsOf(plan).includes(id))) wrong.push(`${id} was applied although its row was changed before`);
  if (host.workbook.names.length > 0) wrong.push("the name of a change being written stands");
  if (grid.host.user.values("Purse Register", "CV1")[0]?.[0] !== "" || grid.host.user.values("Virements", "CV1")[0]?.[0] !== "") wrong.push("the note of a change being written stands");
  return wrong;
}
