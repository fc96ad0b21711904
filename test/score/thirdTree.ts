// Third family: monitoring reports and estimates with lines under services under divisions, and the headings stacked over many columns.
import type { Stage } from "../../src/core/budget/line";
import type { CellValue } from "../../src/core/reading/grid";
import { fill } from "./plan";
import type { Chance } from "./random";
import type { Figure, Paper } from "./thirdPaper";
import { CODES, GROUPS, GRANDS, HEADS, LABELS, SECTIONS, TOTALS, type Body } from "./thirdWords";

export type Kind = "prior" | "original" | "virement" | "revised" | "only" | "toDate" | "actual" | "committed" | "forecast" | "lastForecast" | "variance" | "reversed" | "percent" | "fte" | "note";
export type Side = "spend" | "income";

const STAGES: Readonly<Partial<Record<Kind, readonly Stage[]>>> = { original: ["original"], revised: ["revised"], only: ["revised", "original"], forecast: ["forecast", "outturn"], actual: ["actual"] };
const WORDY: ReadonlySet<Kind> = new Set<Kind>(["percent", "fte", "note"]);
const SETS: readonly (readonly Kind[])[] = [
  ["revised", "toDate", "actual", "variance", "forecast", "variance"], ["revised", "forecast", "variance"], ["original", "revised", "forecast", "variance", "percent"], ["original", "revised", "toDate", "actual", "variance", "lastForecast", "forecast", "variance"],
  ["only"], ["prior", "only"], ["prior", "original", "revised"], ["only", "forecast", "reversed"], ["fte", "revised", "actual", "committed", "forecast", "variance", "note"], ["original", "virement", "revised", "forecast", "variance", "note"],
  ["toDate", "actual", "reversed", "revised", "forecast", "reversed"], ["original", "revised"], ["prior", "revised", "forecast", "reversed", "percent"], ["revised", "actual", "forecast", "percent"],
];

/** A line's figures in steps, spending positive. */
export function amountsOf(c: Chance, side: Side): Record<Kind, number> {
  const sign = side === "spend" ? 1 : -1;
  const original = c.int(12, c.pick([300, 3_000, 60_000]));
  const virement = c.yes(0.55) ? 0 : c.int(-Math.floor(original / 5), Math.floor(original / 5));
  const revised = original + virement;
  const toDate = Math.round(revised / 2);
  const forecast = c.yes(0.3) ? revised : Math.max(1, Math.round(revised * (0.9 + c.unit() * 0.2)));
  const of = { prior: Math.round(original * (0.9 + c.unit() * 0.2)), original, virement, revised, only: revised, toDate, actual: Math.round(toDate * (0.85 + c.unit() * 0.3)), committed: c.int(0, Math.floor(original / 8)), forecast, lastForecast: Math.round(forecast * (0.95 + c.unit() * 0.1)), variance: forecast - revised, reversed: revised - forecast, percent: 0, fte: 0, note: 0 };
  return Object.fromEntries(Object.entries(of).map(([kind, steps]) => [kind, steps === 0 ? 0 : sign * steps])) as Record<Kind, number>;
}

interface Item {
  readonly text: string;
  readonly side: Side;
  readonly steps: Record<Kind, number>;
  readonly missing: Kind | null;
}

interface Node {
  readonly name: string;
  readonly items: readonly Item[];
  readonly below: readonly Node[];
}

const itemsUnder = (node: Node): readonly Item[] => [...node.items, ...node.below.flatMap(itemsUnder)];

export class Tree {
  private readonly kinds: readonly Kind[];
  private readonly place: readonly number[];
  private readonly labelAt: number;
  private readonly codeAt: number | null;
  private readonly levels: 1 | 2 | 3;
  private readonly as: "rows" | "above" | "columns" | "once";
  private readonly total: string;
  private readonly lowTotals: boolean;
  private readonly flip: 1 | -1;
  private readonly indent: boolean;
  private readonly left: number;
  private readonly comparable: number;
  private code: number;

  constructor(private readonly paper: Paper, private readonly c: Chance, private readonly body: Body) {
    this.kinds = c.pick(SETS);
    this.levels = c.pick([1, 2, 2, 3, 3] as const);
    this.as = c.pick(this.levels === 1 ? ["rows"] : this.levels === 2 ? ["rows", "rows", "above", "columns", "once"] : ["rows", "rows", "rows", "above", "columns", "once"]);
    this.total = c.pick(this.as === "above" ? ["Total"] : TOTALS);
    this.lowTotals = c.yes(0.8);
    // Credits are income in every ledger, so that nobody marks costs CR.
    this.flip = c.yes(0.08) && paper.habits.negative !== "crdr" ? -1 : 1;
    this.indent = c.yes(0.4);
    this.left = c.pick([0, 0, 0, 1]);
    const depth = this.as === "columns" || this.as === "once" ? this.levels - 1 : 0;
    const coded = c.yes(0.6);
    this.codeAt = coded ? this.left + depth + (c.yes(0.8) ? 0 : 1) : null;
    this.labelAt = this.left + depth + (this.codeAt === this.left + depth ? 1 : 0);
    let at = this.left + depth + (coded ? 2 : 1);
    this.place = this.kinds.map((_k, i) => {
      if (i > 0 && c.yes(0.08)) at += 1;
      at += 1;
      return at - 1;
    });
    this.comparable = c.int(0, 2);
    this.code = c.int(100, 900);
  }

  get lastColumn(): number {
    return this.place[this.place.length - 1] ?? 0;
  }

  get firstColumn(): number {
    return this.left;
  }

  print(): void {
    const nodes = this.nodes();
    this.heads();
    nodes.forEach((node) => this.node(node, [], 0));
    const grand = this.flip === -1 ? this.c.pick(["Surplus/(Deficit)", "Net surplus / (deficit) for the year"]) : this.c.pick(GRANDS);
    if (this.flip === -1 || this.c.yes(0.9)) this.sum(grand, nodes.flatMap(itemsUnder), [], 0);
    const hidden = this.paper.lines[this.c.int(0, Math.max(0, this.paper.lines.length - 1))]?.row;
    if (this.c.yes(0.06) && hidden !== undefined) this.paper.hiddenRows.push(hidden);
    const aside = this.kinds.findIndex((k) => k === "prior" || k === "toDate");
    if (aside >= 0 && this.c.yes(0.15)) this.paper.hiddenColumns.push(this.place[aside] ?? 0);
  }

  private nodes(): Node[] {
    const { c } = this;
    const divisions = c.shuffled(this.body.divisions).slice(0, c.int(1, 3)).map((division): Node => ({
      name: division.name, items: [],
      below: c.shuffled(division.services).slice(0, c.int(1, 3)).map(([name, spend, income]): Node => ({
        name, below: [], items: [...c.shuffled(spend).slice(0, c.int(2, spend.length)).map((text) => this.item(text, "spend")), ...income.map((text) => this.item(text, "income"))],
      })),
    }));
    if (this.levels === 3) return divisions;
    const services = divisions.flatMap((d) => d.below);
    return this.levels === 2 ? services : [{ name: "", below: [], items: services.flatMap((s) => s.items) }];
  }

  private item(text: string, side: Side): Item {
    const shown = this.c.yes(0.05) ? `${text} ${this.c.pick(["*", "(1)", "(note a)"])}` : text;
    const missing = this.c.yes(0.02) ? this.kinds.find((k) => k === "forecast" || k === "original") ?? null : null;
    const steps = amountsOf(this.c, side);
    return { text: shown, side, steps: missing === null ? steps : { ...steps, [missing]: 0, variance: 0, reversed: 0 }, missing };
  }

  private heads(): void {
    const { c, paper } = this;
    const { unitPlace, unitWords } = paper.habits;
    const words = this.kinds.map((kind) => fill(c.pick(HEADS[kind === "revised" && this.kinds.length === 1 ? "only" : kind] ?? ["?"])).split("|"));
    // Nobody prints one heading twice with another meaning: the second variance is the year's.
    const split = c.yes(0.4);
    const stacks = words.map((parts) => (split ? parts : [parts.join(c.yes(0.15) ? "\n" : " ")]));
    const depth = Math.max(...stacks.map((s) => s.length));
    const labels: [number, CellValue][] = [[this.labelAt, c.pick(LABELS) || null], ...(this.codeAt === null ? [] : [[this.codeAt, c.pick(CODES)] as [number, CellValue]])];
    if (this.as === "columns" || this.as === "once") for (let i = 0; i < this.levels - 1; i += 1) labels.push([this.left + i, SECTIONS[(i + this.comparable) % SECTIONS.length] ?? null]);
    if (unitPlace === "corner") paper.put([this.lastColumn, unitWords]);
    if (c.yes(0.35)) this.groups();
    const labelRow = split && c.yes(0.4) ? 0 : depth - 1;
    for (let row = 0; row < depth; row += 1) {
      const cells = stacks.flatMap((stack, i): [number, CellValue][] => {
        const text = stack[row - (depth - stack.length)];
        const money = !WORDY.has(this.kinds[i] ?? "note");
        return text === undefined ? [] : [[this.place[i] ?? 0, unitPlace === "heading" && money && row === depth - 1 ? `${text} ${unitWords}` : text]];
      });
      paper.put(...(row === labelRow ? labels : []), ...cells);
    }
    if (unitPlace === "row") paper.put(...this.kinds.flatMap((kind, i): [number, CellValue][] => (WORDY.has(kind) ? (kind === "percent" ? [[this.place[i] ?? 0, "%"]] : []) : [[this.place[i] ?? 0, unitWords]])));
    if (c.yes(0.25)) paper.put();
  }

  private groups(): void {
    const kindOf = (kind: Kind): keyof typeof GROUPS => (kind === "prior" ? "past" : kind === "toDate" || kind === "actual" ? "date" : "full");
    const said = { full: fill(this.c.pick(GROUPS.full)), date: fill(this.c.pick(GROUPS.date)), past: fill(this.c.pick(GROUPS.past)) };
    const cells: [number, CellValue][] = [];
    const row = this.paper.row;
    const merged = this.c.yes(0.6);
    for (let i = 0; i < this.kinds.length; ) {
      const group = kindOf(this.kinds[i] ?? "note");
      let to = i;
      const same = (k: Kind): boolean => kindOf(k) === group || (group === "date" && (k === "variance" || k === "reversed" || k === "committed"));
      while (to + 1 < this.kinds.length && same(this.kinds[to + 1] ?? "note") && !WORDY.has(this.kinds[to + 1] ?? "note")) to += 1;
      if (!WORDY.has(this.kinds[i] ?? "note")) {
        cells.push([this.place[i] ?? 0, said[group]]);
        if (merged && to > i) this.paper.merges.push({ top: row, bottom: row, left: this.place[i] ?? 0, right: this.place[to] ?? 0 });
      }
      i = to + 1;
    }
    this.paper.put(...cells);
  }

  private node(node: Node, path: readonly string[], level: number): void {
    const own = node.name === "" ? path : [...path, node.name];
    const at = this.indent ? Math.min(level + this.left, this.labelAt) : this.labelAt;
    if (node.name !== "" && this.as === "above") this.sum(node.name, itemsUnder(node), own.slice(0, -1), level, at);
    if (node.name !== "" && this.as === "rows") this.paper.put([at, this.indent ? node.name : level === 0 && this.c.yes(0.3) ? node.name.toUpperCase() : node.name]);
    node.items.forEach((item, i) => this.line(item, own, i));
    node.below.forEach((child) => this.node(child, own, level + 1));
    const low = node.below.length === 0;
    if (node.name !== "" && this.as !== "above" && (!low || this.lowTotals)) this.sum(fill(this.total, { S: node.name, U: node.name.toUpperCase() }), itemsUnder(node), own, level);
    if (node.name !== "" && this.c.yes(0.3)) this.paper.put();
  }

  private levelCells(path: readonly string[], first: boolean): [number, CellValue][] {
    return this.as === "columns" || (this.as === "once" && first) ? path.map((name, i): [number, CellValue] => [this.left + i, name]) : [];
  }

  private line(item: Item, path: readonly string[], i: number): void {
    const { c, paper } = this;
    this.code += c.int(1, 7);
    const cells: [number, CellValue][] = [...this.levelCells(path, i === 0), [this.labelAt, this.indent && this.levels > 1 ? `   ${item.text}` : item.text]];
    if (this.codeAt !== null) cells.push([this.codeAt, this.comparable === 0 ? `0${this.code}` : this.comparable === 1 ? this.code * 100 + 30_000 : `GB${this.code}`]);
    const figures: Figure[] = [];
    this.kinds.forEach((kind, k) => {
      const column = this.place[k] ?? 0;
      if (WORDY.has(kind)) {
        const value = kind === "fte" ? (item.side === "spend" ? ((item.steps.revised * 7) % 400) / 10 : null) : kind === "percent" ? Math.round((item.steps.variance / Math.max(1, Math.abs(item.steps.revised))) * 1000) / 10 : i % 3 === 1 ? c.pick(["Vacancies", "G", "See para 4.2", "2 placements ended"]) : null;
        if (value !== null) cells.push([column, value]);
        return;
      }
      const gone = item.missing === kind;
      cells.push([column, gone ? c.pick<CellValue>(["n/a", "#REF!", "…", "tbc", "see note", "#N/A"]) : paper.write(this.flip * item.steps[kind])]);
      const stages = STAGES[kind];
      if (stages !== undefined) figures.push({ column, stages: kind === "revised" && !this.kinds.includes("original") ? ["revised", "original"] : stages, steps: gone ? null : item.steps[kind] });
    });
    paper.line(item.text, figures, cells);
  }

  private sum(label: string, items: readonly Item[], path: readonly string[], level: number, at = this.labelAt): void {
    const cells: [number, CellValue][] = [...(label === "" ? [] : [[at, label] as [number, CellValue]])];
    if (path.length > 1 && this.as === "columns" && level > 0) cells.unshift(...this.levelCells(path.slice(0, -1), true));
    this.kinds.forEach((kind, k) => {
      if (!WORDY.has(kind)) cells.push([this.place[k] ?? 0, this.paper.write(this.flip * items.reduce((s, item) => s + item.steps[kind], 0))]);
    });
    this.paper.total(cells);
  }
}
