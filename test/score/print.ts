// Prints a plan as a sheet's cells, and keeps the truth beside it: which cell holds which line's figure, in pence.
import { cellAddress } from "../../src/core/budget/cells";
import type { Stage } from "../../src/core/budget/line";
import { pencePerUnit } from "../../src/core/money/unit";
import type { CellValue, GridArea, SheetGrid } from "../../src/core/reading/grid";
import { fill, type Kind, type Line, type Plan, type Section } from "./plan";
import { GROUP_TITLES, secondTable } from "./second";
import { writtenAs } from "./writtenAs";

export interface TrueCell {
  readonly stages: readonly Stage[];
  readonly pence: number | null;
  /** An empty cell, which a reader may take as nought or as no figure. */
  readonly mayBeNought?: boolean;
}

export interface TrueLine {
  readonly text: string;
  readonly row: number;
  /** By cell: the stages a reader may give it and its canonical pence, null where the sheet holds no figure. */
  readonly cells: ReadonlyMap<string, TrueCell>;
  /** For gross, income and net printed side by side: the net cell, which a reader may take instead. */
  readonly netCell: string | null;
  /** Cells that hold the sum of others of the line, of which a reader may take either. */
  readonly sums?: ReadonlyMap<string, readonly string[]>;
  /** Cells of years to come, which a reader may keep as such. */
  readonly later?: ReadonlyMap<string, number>;
  /** Its columns, where other lines stand on the same rows. */
  readonly span?: { readonly left: number; readonly right: number };
}

export interface Sheet {
  /** Its habits, for whoever looks into a fault. */
  readonly about: string;
  /** False where nothing on the sheet names the unit, so that it must be asked for. */
  readonly unitPrinted: boolean;
  readonly secondName: string;
  readonly grid: SheetGrid;
  readonly lines: readonly TrueLine[];
  /** Rows of sub-totals and totals of the budget table. */
  readonly totalRows: ReadonlySet<number>;
  /** Rows and columns of a second table that is not this budget. */
  readonly second: GridArea | null;
  /** Rows of funding and reserves: left out, or read as funding or as movements of reserves. */
  readonly asideRows?: ReadonlySet<number>;
  /** What even a finance officer would have to ask about this sheet; null where it can be read as it stands. */
  readonly mustAsk?: string | null;
}

const STAGE: Readonly<Partial<Record<Kind, readonly Stage[]>>> = { original: ["original"], revised: ["revised"], forecast: ["forecast"], actual: ["actual"], gross: ["revised", "original"], income: ["revised", "original"], net: ["revised", "original"] };
const AMOUNTS: ReadonlySet<Kind> = new Set<Kind>(["original", "virement", "revised", "ytdBudget", "actual", "forecast", "variance", "prior", "gross", "income", "net"]);

export class Printer {
  readonly values: CellValue[][] = [];
  readonly formats: (string | null)[][] = [];
  readonly merges: GridArea[] = [];
  readonly lines: TrueLine[] = [];
  readonly totals = new Set<number>();
  private readonly place: readonly number[];

  constructor(readonly plan: Plan) {
    let at = plan.margin;
    this.place = plan.columns.map((_kind, i) => {
      if (plan.spacers.has(i)) at += 1;
      at += 1;
      return at - 1 + (plan.sectionsAs.startsWith("column") ? 1 : 0);
    });
  }

  get row(): number {
    return this.values.length;
  }

  columnOf(kind: Kind): number {
    return this.place[this.plan.columns.indexOf(kind)] ?? 0;
  }

  get lastColumn(): number {
    return this.place[this.place.length - 1] ?? 0;
  }

  add(cells: ReadonlyMap<number, CellValue> = new Map()): number {
    const row: CellValue[] = [];
    for (const [column, value] of cells) {
      while (row.length < column) row.push(null);
      row[column] = value;
    }
    this.values.push(row);
    return this.values.length - 1;
  }

  words(text: string, column = this.plan.margin): number {
    return this.add(new Map([[column, text]]));
  }

  print(): void {
    const { plan } = this;
    for (const title of plan.titles) this.words(title + (plan.unitPlace === "title" && title === plan.titles[plan.titles.length - 1] ? ` (${plan.unitWords.replace(/[()]/g, "")})` : ""));
    if (plan.titles.length > 1 || plan.gapRows) this.add();
    if (plan.unitPlace === "corner") this.words(plan.unitWords, this.lastColumn);
    this.header();
    if (plan.grandLabel !== null && plan.grandAt === "above") this.total(plan.grandLabel, plan.sections.flatMap((s) => s.lines), null);
    plan.sections.forEach((section, i) => this.section(section, i));
    if (plan.grandLabel !== null && plan.grandAt === "below") this.total(plan.grandLabel, plan.sections.flatMap((s) => s.lines), null);
  }

  private header(): void {
    const { plan } = this;
    const unitRow = plan.unitPlace === "row";
    const head = (kind: Kind): string => `${plan.headings[kind] ?? ""}${plan.unitPlace === "heading" && AMOUNTS.has(kind) ? ` ${plan.unitWords}` : ""}`;
    const labels = plan.sectionsAs.startsWith("column") ? new Map<number, CellValue>([[plan.margin, "Directorate"]]) : new Map<number, CellValue>();
    if (plan.headerRows === "grouped") {
      const full = plan.columns.filter((k) => AMOUNTS.has(k) && k !== "ytdBudget" && k !== "actual" && k !== "prior");
      const first = this.columnOf(full[0] ?? "revised");
      const row = this.words(GROUP_TITLES[plan.seed % GROUP_TITLES.length] ?? "Full year", first);
      const last = this.columnOf(full[full.length - 1] ?? "revised");
      if (plan.merged && last > first && plan.columns.slice(plan.columns.indexOf(full[0] ?? "revised"), plan.columns.indexOf(full[full.length - 1] ?? "revised")).every((k) => full.includes(k))) {
        this.merges.push({ top: row, bottom: row, left: first, right: last });
      }
    }
    if (plan.headerRows === "split") {
      const upper = new Map(labels);
      const lower = new Map<number, CellValue>();
      for (const kind of plan.columns) {
        const parts = head(kind).split(" ");
        if (parts.length > 1 && AMOUNTS.has(kind)) {
          upper.set(this.columnOf(kind), parts.slice(0, -1).join(" "));
          lower.set(this.columnOf(kind), parts[parts.length - 1] ?? null);
        } else lower.set(this.columnOf(kind), head(kind));
      }
      this.add(upper);
      this.add(lower);
    } else this.add(new Map([...labels, ...plan.columns.map((kind): [number, CellValue] => [this.columnOf(kind), head(kind) === "" ? null : head(kind)])]));
    if (unitRow) this.add(new Map(plan.columns.filter((k) => AMOUNTS.has(k)).map((kind): [number, CellValue] => [this.columnOf(kind), plan.unitWords])));
  }

  private section(section: Section, index: number): void {
    const { plan } = this;
    const at = plan.sectionsAs.startsWith("column") ? this.columnOf("description") : plan.margin;
    const label = fill(plan.totalLabel, { S: section.name, U: section.name.toUpperCase() });
    if (plan.sectionsAs === "rows") {
      if (plan.totalsAt === "above") this.total(section.name, section.lines, section);
      else this.words(section.name, plan.seed % 2 === 0 ? at : this.columnOf("description"));
    }
    section.lines.forEach((line, i) => {
      if (plan.pageBreak && index === 1 && i === 0) this.header();
      this.line(line, section, i);
    });
    if (plan.totalsAt === "below") this.total(label, section.lines, section);
    if (plan.gapRows) this.add();
  }

  private line(line: Line, section: Section, i: number): void {
    const { plan } = this;
    const cells = new Map<number, CellValue>();
    if (plan.sectionsAs === "column" || (plan.sectionsAs === "column once" && i === 0)) cells.set(plan.margin, section.name);
    const truth = new Map<string, { stages: readonly Stage[]; pence: number | null }>();
    const per = pencePerUnit(plan.unit) / 10 ** plan.decimals;
    for (const kind of plan.columns) {
      const column = this.columnOf(kind);
      const steps = line.steps[kind];
      if (kind === "code" && line.code !== null) cells.set(column, /^[1-9]\d{6}$/.test(line.code) ? Number(line.code) : line.code);
      if (kind === "description") cells.set(column, line.text);
      if (kind === "fte") cells.set(column, ((line.steps.revised ?? line.steps.net ?? 7) % 60) / 4 + 0.5);
      if (kind === "comment" && i % 3 === 0) cells.set(column, "On track; 2 vacancies held");
      if (kind === "percent") cells.set(column, Math.round(((line.steps.variance ?? 0) / Math.max(1, Math.abs(line.steps.revised ?? 1))) * 1000) / 1000);
      if (!AMOUNTS.has(kind) || steps === undefined) continue;
      const word = line.words[kind];
      cells.set(column, word === undefined ? this.amount(steps ?? 0, section.incomeBlock, line.side, kind) : word);
      const only = kind === "revised" && !plan.columns.includes("original");
      const stages = only ? ["revised", "original"] as const : STAGE[kind];
      if (stages !== undefined && kind !== "net") truth.set(cellAddress(this.row, column), { stages, pence: steps === null ? null : Math.round(steps * per) });
    }
    const row = this.add(cells);
    this.lines.push({ text: line.text, row, cells: truth, netCell: plan.columns.includes("net") ? cellAddress(row, this.columnOf("net")) : null });
  }

  private total(label: string, lines: readonly Line[], section: Section | null): void {
    const { plan } = this;
    const at = plan.sectionsAs === "rows" && section !== null && plan.totalsAt === "above" ? plan.margin : this.columnOf("description");
    const cells = new Map<number, CellValue>(label === "" ? [] : [[at, label]]);
    const income = section?.incomeBlock === true;
    for (const kind of plan.columns) {
      if (!AMOUNTS.has(kind)) continue;
      const sum = lines.reduce((s, line) => s + (line.steps[kind] ?? 0), 0);
      cells.set(this.columnOf(kind), this.amount(sum, income, sum < 0 ? "income" : "spend", kind));
    }
    this.totals.add(this.add(cells));
  }

  /** A figure as this sheet prints it. */
  private amount(steps: number, incomeBlock: boolean, side: Line["side"], kind: Kind): CellValue {
    const { plan } = this;
    const flip = plan.signs === "company" || incomeBlock || (plan.signs === "blocks" && kind === "income") ? -1 : 1;
    const shown = steps === 0 ? 0 : flip * steps;
    return writtenAs(shown, plan, side);
  }
}

/** The sheet of a seed with its truth. */
export function printSheet(plan: Plan): Sheet {
  const printer = new Printer(plan);
  printer.print();
  const second = secondTable(printer);
  if (plan.notes.length > 0 || plan.unitPlace === "note") printer.add();
  for (const note of plan.notes) printer.words(note);
  if (plan.unitPlace === "note") printer.words(`All figures shown in ${plan.unitWords.replace(/^.*figures in |^All amounts in |[()]/gi, "")}`);
  const format = plan.unitPlace === "format" ? '"£"#,##0;[Red]-"£"#,##0' : plan.signs === "numberformat" ? "#,##0;(#,##0)" : null;
  const numberFormats = format === null ? undefined : printer.values.map((row) => row.map((value) => (typeof value === "number" ? format : null)));
  const hidden = plan.hiddenRow ? printer.lines[Math.floor(printer.lines.length / 2)]?.row : undefined;
  const grid: SheetGrid = {
    file: null, sheet: "Sheet1", visibility: "visible", values: printer.values, merges: printer.merges,
    ...(numberFormats === undefined ? {} : { numberFormats }), ...(hidden === undefined ? {} : { hiddenRows: [hidden] }),
  };
  return { about: `${plan.signs}, ${plan.unit} ${plan.unitPlace}`, unitPrinted: plan.unitPlace !== "nowhere", secondName: plan.second, grid, lines: printer.lines, totalRows: printer.totals, second };
}
