// Fourth family: prints rows one under another in the layout of one office: headings on up to four rows, codes, indents, pages, totals.
import type { Stage } from "../../src/core/budget/line";
import type { CellValue } from "../../src/core/reading/grid";
import type { Cell, Figure, Sheaf, Unit } from "./fourthPaper";

/** A row's figures in steps by name, spending positive and income negative. */
export type Amounts = Readonly<Record<string, number>>;

export interface Column {
  /** The figure that it prints; "pct", "rag" and others that are no money have a writer. */
  readonly key: string;
  /** Heading from the top row down. */
  readonly heads: readonly string[];
  readonly group?: string;
  /** `shown` follows the signs of the sheet; `adverse` and `favourable` are variances that are the same on both sides. */
  readonly as?: "shown" | "adverse" | "favourable";
  readonly stages?: readonly Stage[];
  readonly later?: boolean;
  readonly unit?: Unit;
  /** Keys that this column is the sum of. */
  readonly sumOf?: readonly string[];
  /** What it prints where it is no money. */
  readonly words?: (amounts: Amounts, isLine: boolean) => CellValue;
}

export type As = "spend" | "income" | "net" | "surplus";

export interface Labels {
  /** Heading of the code column, null where there is none. */
  readonly code: string | null;
  readonly codeAt: "left" | "right" | "within";
  readonly text: string;
  /** Names of the levels where they stand in columns of their own, else none. */
  readonly levels: readonly string[];
  readonly levelsOnce: boolean;
  /** Columns further right for each level down. */
  readonly stairs: number;
  /** Spaces before a line's name for each level down. */
  readonly spaces: number;
  /** Text columns between the labels and the figures. */
  readonly extra: readonly string[];
}

export interface Page {
  readonly left: number;
  readonly gaps: readonly number[];
  /** Lines to a page; 0 for no pages. */
  readonly perPage: number;
  readonly carried: boolean;
  /** On how many rows headings that have several words are printed. */
  readonly stacked: boolean;
  readonly merged: boolean;
  readonly labelRow: "top" | "bottom";
}

export class Roll {
  private readonly at = new Map<string, number>();
  private readonly codeColumn: number | null;
  private readonly textColumn: number;
  private readonly firstColumn: number;
  private onPage = 0;
  private readonly run: Amounts[] = [];
  private lastLevels = "";

  constructor(readonly sheaf: Sheaf, readonly columns: readonly Column[], private readonly labels: Labels, private readonly page: Page) {
    const first = page.left + labels.levels.length;
    const coded = labels.code !== null && labels.codeAt !== "within";
    this.codeColumn = coded ? (labels.codeAt === "left" ? first : first + 1 + labels.stairs) : null;
    this.textColumn = first + (coded && labels.codeAt === "left" ? 1 : 0);
    this.firstColumn = first + (coded ? 2 : 1) + labels.stairs + labels.extra.length;
    let column = this.firstColumn;
    columns.forEach((one, i) => {
      if (page.gaps.includes(i)) column += 1;
      this.at.set(one.key + String(i), column);
      column += 1;
    });
  }

  placeOf(i: number): number {
    return this.at.get((this.columns[i]?.key ?? "") + String(i)) ?? 0;
  }

  get lastColumn(): number {
    return this.placeOf(this.columns.length - 1);
  }

  heads(): void {
    const { sheaf, labels, page } = this;
    const { ways } = sheaf;
    const unitWords = ways.unitWords;
    if (ways.place === "corner") sheaf.put([this.lastColumn, unitWords]);
    if (this.columns.some((column) => column.group !== undefined)) this.groups();
    const stacks = this.columns.map((column) => (page.stacked ? column.heads : [column.heads.join(" ")]));
    const depth = Math.max(...stacks.map((s) => s.length));
    const names: Cell[] = [
      ...labels.levels.map((name, i): Cell => [page.left + i, name]), ...(this.codeColumn === null || labels.code === null ? [] : [[this.codeColumn, labels.code] as Cell]),
      [this.textColumn, labels.text === "" ? null : labels.text], ...labels.extra.map((name, i): Cell => [this.firstColumn - labels.extra.length + i, name]),
    ];
    let marked = false;
    for (let row = 0; row < depth; row += 1) {
      const cells = stacks.flatMap((stack, i): Cell[] => {
        const text = stack[row - (depth - stack.length)];
        if (text === undefined) return [];
        const money = this.columns[i]?.words === undefined && row === depth - 1;
        const unit = ways.place === "heading" || (ways.place === "first heading" && !marked) ? money : false;
        if (unit) marked = true;
        return [[this.placeOf(i), unit ? `${text} ${/^£/.test(unitWords) ? unitWords : `(${unitWords})`}` : text]];
      });
      sheaf.put(...(row === (page.labelRow === "top" ? 0 : depth - 1) ? names : []), ...cells);
    }
    if (ways.place === "row") sheaf.put(...this.columns.flatMap((column, i): Cell[] => (column.words === undefined ? [[this.placeOf(i), column.unit === undefined ? unitWords : UNIT[column.unit]]] : column.key === "pct" ? [[this.placeOf(i), "%"]] : [])));
  }

  private groups(): void {
    const cells: Cell[] = [];
    const row = this.sheaf.row;
    this.columns.forEach((column, i) => {
      if (column.group === undefined || this.columns[i - 1]?.group === column.group) return;
      let to = i;
      while (this.columns[to + 1]?.group === column.group) to += 1;
      cells.push([this.placeOf(i), column.group]);
      if (this.page.merged && to > i) this.sheaf.merges.push({ top: row, bottom: row, left: this.placeOf(i), right: this.placeOf(to) });
    });
    this.sheaf.put(...cells);
  }

  /** A heading over rows. */
  head(text: string, level: number): void {
    this.sheaf.put([this.textAt(level), this.spaced(text, level)]);
  }

  gap(): void {
    this.sheaf.put();
  }

  line(text: string, code: string | number | null, side: "spend" | "income", amounts: Amounts, level: number, path: readonly string[] = [], extra: readonly CellValue[] = [], missing: string | null = null): void {
    const { sheaf, labels, page } = this;
    if (page.perPage > 0 && this.onPage >= page.perPage) this.turn();
    this.onPage += 1;
    const levels = path.join("\t");
    const named = labels.levels.length > 0 && (!labels.levelsOnce || levels !== this.lastLevels || this.onPage === 1);
    this.lastLevels = levels;
    const shown = labels.codeAt === "within" && labels.code !== null && code !== null ? `${code} ${text}` : text;
    const figures: Figure[] = [];
    const sums: { column: number; of: number[] }[] = [];
    const later: { column: number; steps: number }[] = [];
    const cells: Cell[] = [
      ...(named ? labels.levels.map((_n, i): Cell => [page.left + i, path[i] ?? null]) : []), ...(this.codeColumn === null || code === null ? [] : [[this.codeColumn, code] as Cell]),
      [this.textAt(level), this.spaced(shown, level)], ...extra.map((value, i): Cell => [this.firstColumn - labels.extra.length + i, value]),
    ];
    this.columns.forEach((column, i) => {
      const at = this.placeOf(i);
      if (column.words !== undefined) return void cells.push([at, column.words(amounts, true)]);
      const steps = amounts[column.key] ?? 0;
      const gone = missing === column.key;
      const value = gone ? sheaf.c.pick<CellValue>(["n/a", "#REF!", "TBC", "…", "#N/A", "see below"]) : sheaf.write(this.shown(column, steps, side), column.unit);
      cells.push([at, value]);
      if (column.sumOf !== undefined) sums.push({ column: at, of: column.sumOf.map((key) => this.placeOf(this.columns.findIndex((one) => one.key === key))) });
      else if (column.stages !== undefined) figures.push({ column: at, stages: column.stages, steps: gone ? null : steps, blank: value === null });
      if (column.later === true) later.push({ column: at, steps });
    });
    sheaf.line(text, cells, figures, sums, later);
    this.run.push(amounts);
  }

  /** A total, or with `memo` a row that repeats money counted elsewhere. */
  sum(text: string, of: readonly Amounts[], as: As, level: number, path: readonly string[] = [], code: CellValue = null): void {
    const { sheaf, labels, page } = this;
    const cells: Cell[] = [...(labels.levels.length > 0 && !labels.levelsOnce ? path.map((name, i): Cell => [page.left + i, name]) : []), ...(code === null || this.codeColumn === null ? [] : [[this.codeColumn, code] as Cell]), ...(text === "" ? [] : [[this.textAt(level), this.spaced(text, level)] as Cell])];
    this.columns.forEach((column, i) => {
      const all = addUp(of);
      const steps = all[column.key] ?? 0;
      if (column.words !== undefined) cells.push([this.placeOf(i), column.words(all, false)]);
      else cells.push([this.placeOf(i), of.length > 1 ? sheaf.writeTotal(this.shown(column, steps, as), of.length) : sheaf.write(this.shown(column, steps, as), column.unit)]);
      if (column.words === undefined && of.length > 1 && column.unit !== undefined) cells[cells.length - 1] = [this.placeOf(i), sheaf.write(this.shown(column, steps, as), column.unit)];
    });
    sheaf.total(...cells);
  }

  private turn(): void {
    const { sheaf, page } = this;
    this.onPage = 0;
    const carried = page.carried && sheaf.ways.signs !== "plain";
    if (carried) this.sum("Carried forward", this.run, "net", 0);
    sheaf.put();
    if (sheaf.c.yes(0.5)) sheaf.put([0, `Page ${Math.floor(this.run.length / page.perPage) + 1}`]);
    this.heads();
    if (carried) this.sum("Brought forward", this.run, "net", 0);
    this.lastLevels = "";
  }

  private shown(column: Column, steps: number, as: As): number {
    if (steps === 0) return 0;
    if (column.as === "adverse") return steps;
    if (column.as === "favourable") return -steps;
    const { signs } = this.sheaf.ways;
    if (signs === "company") return -steps;
    return (signs === "plain" && as === "income") || as === "surplus" ? -steps : steps;
  }

  private textAt(level: number): number {
    return this.textColumn + Math.min(level, this.labels.stairs);
  }

  private spaced(text: string, level: number): string {
    return " ".repeat(this.labels.spaces * level) + text;
  }
}

const UNIT: Readonly<Record<Unit, string>> = { pounds: "£", thousands: "£000", millions: "£m" };

export function addUp(all: readonly Amounts[]): Amounts {
  const out: Record<string, number> = {};
  for (const one of all) for (const [key, steps] of Object.entries(one)) out[key] = (out[key] ?? 0) + steps;
  return out;
}
