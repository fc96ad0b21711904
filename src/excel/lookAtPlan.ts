// Looks at every cell that a plan writes or holds, and says what stands in its way.
import type { CellValue } from "../core/reading/grid";
import { cellAddress } from "../core/budget/cells";
import type { CellChange, CellGuard, TableResize } from "../core/writing/types";
import { WorkbookError, type PlanObstacle } from "../workbook/ports";
import { formulaIn } from "./cellWriting";
import { addressOf, type Block } from "./planBlocks";
import { CHARACTERS_A_RANGE, type Pacer } from "./pacer";
import { isAdded } from "./planNote";
import { queueSizes, type SheetSize } from "./sheetsAfter";

export interface Probe {
  readonly block: Block<CellChange>;
  readonly sheet: Excel.Worksheet;
  readonly range: Excel.Range;
}

/** What was asked for; its parts may be read after the next sync. */
export interface Look {
  readonly probes: readonly Probe[];
  readonly sizes: readonly SheetSize[];
  tables(): { readonly resize: TableResize; readonly before: string }[];
  /** The sheet's id, which stays when somebody gives it another name. */
  idOf(sheet: string): string;
  formatOf(block: Block<CellChange>, row: number, column: number): unknown;
  moved(): { readonly guard: CellGuard; readonly found: CellValue }[];
  firstMoved(): string | null;
}

/** Queues the look, sending what would not fit into one message. Of rectangles where nothing stood before only formulas are asked for: they tell values too. */
export async function queueLook(context: Excel.RequestContext, blocks: readonly Block<CellChange>[], watches: readonly Block<CellGuard>[], resizes: readonly TableResize[], pacer: Pacer): Promise<Look> {
  const sheets = new Map<string, Excel.Worksheet>();
  const sheetOf = (name: string): Excel.Worksheet => {
    const known = sheets.get(name);
    if (known !== undefined) return known;
    const sheet = context.workbook.worksheets.getItemOrNullObject(name);
    sheet.load("id,name,visibility,protection/protected");
    sheets.set(name, sheet);
    return sheet;
  };
  const probes: Probe[] = [];
  for (const block of blocks) {
    // A further message only where one would be too large.
    await pacer.before(CHARACTERS_A_RANGE);
    const sheet = sheetOf(block.sheet);
    const range = sheet.getRange(addressOf(block));
    if (isAdded(block)) range.load("formulas");
    else if (holdsText(block)) range.load("values,formulas,numberFormat");
    else range.load("values,formulas");
    probes.push({ block, sheet, range });
  }
  const sizes = queueSizes([...sheets.values()]);
  const held: { watch: Block<CellGuard>; sheet: Excel.Worksheet; range: Excel.Range }[] = [];
  for (const watch of watches) {
    await pacer.before(CHARACTERS_A_RANGE);
    const sheet = sheetOf(watch.sheet);
    const range = sheet.getRange(addressOf(watch));
    range.load("values");
    held.push({ watch, sheet, range });
  }
  const tables = resizes.map((resize) => {
    const range = context.workbook.tables.getItemOrNullObject(resize.table).getRange();
    range.load("address");
    return { resize, range };
  });
  const moved = (): { guard: CellGuard; found: CellValue }[] => held.flatMap(({ watch, sheet, range }) => watch.rows.flatMap((row, r) => row.flatMap((guard, c) => {
    if (guard === null) return [];
    const found = sheet.isNullObject ? null : normal((range.values as CellValue[][] | null)?.[r]?.[c]);
    return found === guard.value ? [] : [{ guard, found }];
  })));
  return {
    probes, sizes, moved,
    tables: () => tables.flatMap(({ resize, range }) => (range.isNullObject ? [] : [{ resize, before: range.address.slice(range.address.lastIndexOf("!") + 1) }])),
    idOf: (name) => {
      const sheet = sheets.get(name);
      return sheet === undefined || sheet.isNullObject ? name : sheet.id;
    },
    formatOf: (block, row, column) => {
      const probe = probes.find((each) => each.block === block);
      return probe === undefined || !holdsText(block) || isAdded(block) ? undefined : (probe.range.numberFormat as unknown[][])[row]?.[column];
    },
    firstMoved: () => {
      const [first] = moved();
      return first === undefined ? null : `${first.guard.sheet}!${first.guard.address}`;
    },
  };
}

/** `locked` are places "sheet!address" of cells that protection keeps. */
export function obstaclesIn(look: Look, locked: ReadonlySet<string>): PlanObstacle[] {
  const obstacles = look.probes.flatMap((probe) => probe.block.rows.flatMap((row, r) => row.flatMap((change, c) => (change === null ? [] : obstacleAt(probe, change, r, c, locked)))));
  if (obstacles.length > 0) return obstacles;
  const changes = look.probes.flatMap(({ block }) => block.rows.flat()).flatMap((change) => (change === null ? [] : [change]));
  return look.moved().flatMap(({ guard, found }): PlanObstacle[] => {
    const rowOf = (address: string): string => address.replace(/^[A-Z]+/, "");
    const onSheet = changes.filter(({ sheet }) => sheet === guard.sheet);
    const change = onSheet.find(({ address }) => rowOf(address) === rowOf(guard.address)) ?? onSheet.find(({ address }) => address.replace(/\d+$/, "") === guard.address.replace(/\d+$/, "")) ?? onSheet[0] ?? changes[0];
    const place = change?.sheet === guard.sheet ? guard.address : `${guard.sheet}!${guard.address}`;
    return change === undefined ? [] : [{ change, kind: "moved", found: `${place} held ${inWords(guard.value)} and now holds ${inWords(found)}` }];
  });
}

function obstacleAt({ block, sheet, range }: Probe, change: CellChange, r: number, c: number, locked: ReadonlySet<string>): PlanObstacle[] {
  if (sheet.isNullObject) return [{ change, kind: "missing-sheet", found: "no such sheet" }];
  const formulas = range.formulas as CellValue[][] | null;
  const values = (isAdded(block) ? formulas : range.values) as CellValue[][] | null;
  if (!values || !formulas) throw new WorkbookError("null-read", `Excel gave no values for sheet "${block.sheet}". Nothing was written.`, "Read the sheets again.");
  const value = normal(values[r]?.[c]);
  const formula = isAdded(block) ? (typeof value === "string" && value.startsWith("=") ? value : null) : formulaIn(formulas[r]?.[c], value);
  if (formula !== null) return [{ change, kind: "formula", found: formula }];
  if (value !== change.before) return [{ change, kind: "changed", found: inWords(value) }];
  return locked.has(`${change.sheet}!${cellAddress(block.top + r, block.left + c)}`) ? [{ change, kind: "protected", found: "a locked cell" }] : [];
}

function holdsText({ rows }: Block<CellChange>): boolean {
  return rows.some((row) => row.some((change) => typeof change?.after === "string"));
}

function inWords(value: CellValue): string {
  return value === null ? "nothing" : JSON.stringify(value);
}

export function normal(value: unknown): CellValue {
  if (value === "" || value === undefined || value === null) return null;
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  return null;
}
