// Fifth family: a table of columns with headings, lines under headings and sums, which the forms put together.
import { cellAddress, columnLetters } from "../../src/core/budget/cells";
import type { Stage } from "../../src/core/budget/line";
import type { CellValue } from "../../src/core/reading/grid";
import type { Folio, Put } from "./fifthFolio";
import { BODIES, GRANDS, HEADS, SUBS, type Body, type Service } from "./fifthWords";
import type { Chance } from "./random";

export type Side = "spend" | "income";
export type Amounts = Readonly<Record<string, number>>;
export interface Item {
  readonly text: string;
  readonly side: Side;
  readonly amounts: Amounts;
  readonly code: CellValue;
}

export const BUDGET = ["revised", "original"] as const;
export const FORECAST = ["forecast", "outturn"] as const;
const STAGES: Readonly<Record<string, readonly Stage[]>> = { original: ["original"], revised: ["revised"], only: BUDGET, forecast: FORECAST, yAct: ["actual"] };

export interface Col {
  readonly key: string;
  readonly heads: readonly string[];
  readonly group?: string;
  readonly stages?: readonly Stage[];
  readonly as?: "adverse" | "favourable";
  readonly later?: boolean;
  readonly sumOf?: readonly string[];
  /** A column of words, counts or shares instead of money. */
  readonly words?: (amounts: Amounts, item: Item | null) => CellValue;
}

const YEARS: Readonly<Record<string, readonly [string, string, string]>> = { slash: ["2026/27", "2025/26", "2027/28"], dash: ["2026-27", "2025-26", "2027-28"], short: ["26/27", "25/26", "27/28"], long: ["2026/2027", "2025/2026", "2027/2028"] };

/** Words with years put in, all in one form on one sheet. */
export function worded(text: string, form: string): string {
  const [y, p, n] = YEARS[form] ?? ["2026/27", "2025/26", "2027/28"];
  return text.replace("{Y}", y).replace("{P}", p).replace("{N}", n).replace("{y}", "2026/27");
}

export function formOfYears(c: Chance): string {
  return c.pick(["slash", "slash", "slash", "dash", "short", "long"]);
}

/** A column by its meaning. */
export function col(c: Chance, years: string, key: string, more: Partial<Col> = {}): Col {
  const words = (name: string): string[] => worded(c.pick(HEADS[name] ?? ["?"]), years).split("|");
  if (key === "pct") return { key, heads: words(key), words: (a) => (a.revised === undefined || a.revised === 0 ? null : Math.round((1000 * (a.variance ?? 0)) / Math.abs(a.revised)) / 1000), ...more };
  if (key === "wte") return { key, heads: words(key), words: (a, item) => (item !== null && item.side === "spend" ? (Math.abs(a.revised ?? 7) % 400) / 10 + 0.4 : null), ...more };
  if (key === "rag") return { key, heads: words(key), words: (a, item) => (item === null ? null : (a.variance ?? 0) > 0 ? "Amber" : "Green"), ...more };
  if (key === "comment") return { key, heads: words(key), words: (a, item) => (item !== null && Math.abs(a.forecast ?? 0) % 4 === 1 ? "Two posts vacant since May" : null), ...more };
  if (key === "variance") return c.yes(0.5) ? { key, heads: words("adverse"), as: "adverse", ...more } : { key, heads: words("variance"), ...more };
  return { key, heads: words(key), ...(STAGES[key] === undefined ? {} : { stages: STAGES[key] }), ...more };
}

/** Figures of one line in steps, spending positive and income negative. */
export function amountsOf({ c, by }: Folio, side: Side): Amounts {
  const sign = side === "spend" ? 1 : -1;
  const base = c.int(16, c.pick([700, 5_000, 60_000])) * by + c.int(0, by - 1);
  const part = (share: number, chance: number): number => (c.yes(chance) ? c.int(1, Math.max(1, Math.floor(base * share))) : 0);
  const [pay, growth, savings, tech] = [part(0.06, 0.8), part(0.1, 0.5), -part(0.08, 0.5), c.yes(0.5) ? part(0.05, 0.5) : -part(0.05, 0.5)];
  const original = base + pay + growth + savings + tech;
  const [vin, vout, allocs] = [part(0.1, 0.3), -part(0.1, 0.3), part(0.08, 0.2)];
  const revised = original + vin + vout + allocs;
  const near = (of: number, share: number): number => Math.max(1, Math.round(of * (1 - share / 2 + c.unit() * share)));
  const yPlan = Math.max(1, Math.round(revised / 2));
  const mPlan = Math.max(1, Math.round(revised / 12));
  const yAct = near(yPlan, 0.3);
  const mAct = near(mPlan, 0.4);
  const forecast = c.yes(0.25) ? revised : near(revised, 0.2);
  const commit = side === "spend" && c.yes(0.5) ? c.int(1, Math.max(1, Math.floor(base / 20))) : 0;
  const nonrec = part(0.3, 0.5);
  const all = { prior: near(base, 0.2), base, pay, growth, savings, tech, original, vin, vout, allocs, revised, only: original, mPlan, mAct, mVar: mAct - mPlan, yPlan, yAct, yVar: yAct - yPlan, commit, free: revised - yAct - commit, forecast, variance: forecast - revised, next: near(base, 0.1), change: original - base, rec: original - nonrec, nonrec };
  return Object.fromEntries(Object.entries(all).map(([key, steps]) => [key, steps === 0 ? 0 : sign * steps]));
}

export function itemsOf(folio: Folio, [, spend, income]: Service, code: () => CellValue): Item[] {
  const { c } = folio;
  const made = (text: string, side: Side): Item => ({ text, side, amounts: amountsOf(folio, side), code: code() });
  return [...c.shuffled(spend).slice(0, c.int(Math.min(2, spend.length), spend.length)).map((text) => made(text, "spend")), ...income.map((text) => made(text, "income"))];
}

export function servicesOf(c: Chance, body: Body, least: number, most: number): Service[] {
  return c.shuffled(body.groups.flatMap((group) => group.services)).slice(0, c.int(least, most));
}

export function bodyOf(c: Chance, kinds: readonly Body["kind"][] = []): Body {
  return c.pick(kinds.length === 0 ? BODIES : BODIES.filter((body) => kinds.includes(body.kind)));
}

export function codes(c: Chance): () => string | number {
  const style = c.pick(["five", "alpha", "dotted", "segments", "zeros"] as const);
  let next = c.int(120, 700);
  return () => {
    next += c.int(1, 9);
    return { five: 40_000 + next * 7, alpha: `${"CDEH"[next % 4] ?? "C"}${next}`, dotted: `1.${next}.4${next % 10}0`, segments: `${next}/${50_000 + (next % 80) * 100}`, zeros: `00${next}` }[style];
  };
}

export function addUp(items: readonly { readonly amounts: Amounts }[]): Amounts {
  const out: Record<string, number> = {};
  for (const { amounts } of items) for (const [key, steps] of Object.entries(amounts)) out[key] = (out[key] ?? 0) + steps;
  return out;
}

export const subTotal = (c: Chance): ((name: string) => string) => {
  const form = c.pick(SUBS);
  return (name) => form.replace("{S}", name).replace("{U}", name.toUpperCase());
};
export const grandTotal = (c: Chance): string => c.pick(GRANDS);

export interface Look {
  /** Headings of the columns of labels, and which of them holds the description. */
  readonly labels: readonly string[];
  readonly textAt: number;
  readonly left?: number;
  /** Parts of headings on rows of their own. */
  readonly stacked?: boolean;
  readonly merged?: boolean;
  /** A row of letters with what each column is made of, under the headings. */
  readonly letters?: readonly string[] | undefined;
}

export type As = Side | "net" | "surplus";

export class Table {
  private readonly rows = new Map<Item, number>();

  constructor(readonly folio: Folio, readonly cols: readonly Col[], readonly look: Look) {}

  get first(): number {
    return (this.look.left ?? 0) + this.look.labels.length;
  }

  get last(): number {
    return this.first + this.cols.length - 1;
  }

  heads(): void {
    const { folio, look, cols, first } = this;
    const { place, words } = folio.house;
    const money = (one: Col): boolean => one.words === undefined;
    if (cols.some((one) => one.group !== undefined)) {
      const starts = cols.flatMap((one, i) => (one.group !== undefined && one.group !== cols[i - 1]?.group ? [i] : []));
      const row = folio.put(...starts.map((i): Put => [first + i, cols[i]?.group ?? ""]));
      if (look.merged === true) {
        for (const i of starts) {
          let to = i;
          while (cols[to + 1]?.group === cols[i]?.group && to + 1 < cols.length) to += 1;
          if (to > i) folio.merges.push({ top: row, bottom: row, left: first + i, right: first + to });
        }
      }
    }
    const stacks = cols.map((one) => (look.stacked === true ? one.heads : [one.heads.join(folio.c.yes(0.1) ? "\n" : " ").replace("/ ", "/")]));
    const depth = Math.max(...stacks.map((s) => s.length));
    for (let level = 0; level < depth; level += 1) {
      const bottom = level === depth - 1;
      const labels = bottom ? look.labels.flatMap((name, i): Put[] => (name === "" && !(place === "label" && i === look.textAt) ? [] : [[(look.left ?? 0) + i, place === "label" && i === look.textAt ? words : name]])) : [];
      folio.put(...labels, ...stacks.flatMap((stack, i): Put[] => {
        const text = stack[level - (depth - stack.length)];
        const one = cols[i];
        return text === undefined ? [] : [[first + i, place === "heads" && bottom && one !== undefined && money(one) ? `${text} ${words}` : text]];
      }));
    }
    if (look.letters !== undefined) folio.put(...look.letters.map((text, i): Put => [first + i, text]));
    if (place === "columns") folio.put(...cols.flatMap((one, i): Put[] => (money(one) ? [[first + i, words]] : [])));
  }

  head(text: string, at = this.look.textAt): void {
    this.folio.put([(this.look.left ?? 0) + at, text]);
  }

  /** A line: `labels` fills the columns of labels but the description's. */
  line(item: Item, labels: readonly CellValue[] = [], text = item.text): number {
    const { folio, look, cols, first } = this;
    const left = look.left ?? 0;
    const row = folio.put(...look.labels.map((_name, i): Put => [left + i, i === look.textAt ? text : labels[i] ?? null]), ...this.figures(item.amounts, item.side, item));
    this.rows.set(item, row);
    const at = (key: string): string => cellAddress(row, first + cols.findIndex((one) => one.key === key));
    const taken = cols.flatMap((one, i) => (one.stages === undefined || one.sumOf !== undefined ? [] : [{ column: first + i, stages: one.stages, steps: item.amounts[one.key] ?? 0, blank: folio.write(item.amounts[one.key] ?? 0) === null }]));
    folio.truth(item.text, row, taken, {
      sums: new Map(cols.flatMap((one) => (one.sumOf === undefined ? [] : [[at(one.key), one.sumOf.map(at)] as const]))), later: new Map(cols.flatMap((one) => (one.later === true ? [[at(one.key), folio.pence(item.amounts[one.key] ?? 0)] as const] : []))),
    });
    return row;
  }

  /** A total of items, with its formula where this house keeps formulas. */
  sum(text: string, items: readonly Item[], as: As = "net", labels: readonly CellValue[] = [], at = this.look.textAt): number {
    const { folio, look, cols, first } = this;
    const left = look.left ?? 0;
    const names = look.labels.flatMap((_name, i): Put[] => (i === at ? (text === "" ? [] : [[left + i, text]]) : labels[i] === undefined ? [] : [[left + i, labels[i]]]));
    const row = folio.total(...names, ...this.figures(addUp(items), as, null));
    const rows = items.flatMap((item) => this.rows.get(item) ?? []);
    const [top, bottom] = [Math.min(...rows), Math.max(...rows)];
    cols.forEach((one, i) => {
      if (one.words !== undefined || rows.length === 0) return;
      const letter = columnLetters(first + i);
      folio.formulas.set(cellAddress(row, first + i), bottom - top === rows.length - 1 ? `=SUM(${letter}${top + 1}:${letter}${bottom + 1})` : `=${rows.map((r) => `${letter}${r + 1}`).join("+")}`);
    });
    return row;
  }

  figures(amounts: Amounts, as: As, item: Item | null): Put[] {
    return this.cols.map((one, i): Put => [this.first + i, one.words === undefined ? this.folio.write(this.shown(one, amounts[one.key] ?? 0, as)) : one.words(amounts, item)]);
  }

  private shown(one: Col, steps: number, as: As): number {
    if (steps === 0) return 0;
    if (one.as === "adverse") return steps;
    if (one.as === "favourable") return -steps;
    if (this.folio.house.signs === "company") return -steps;
    return (this.folio.house.signs === "plain" && as === "income") || as === "surplus" ? -steps : steps;
  }
}
