// A sheet being printed for the fourth family: how one office writes figures, and the cells, merges and formats with the truth beside them.
import { cellAddress } from "../../src/core/budget/cells";
import type { Stage } from "../../src/core/budget/line";
import { pencePerUnit } from "../../src/core/money/unit";
import type { CellValue, GridArea, SheetGrid } from "../../src/core/reading/grid";
import type { Sheet, TrueCell, TrueLine } from "./print";
import type { Chance } from "./random";

export type Unit = "pounds" | "thousands" | "millions";
export type Cell = readonly [column: number, value: CellValue];

/** How one office writes figures and where it says the unit. */
export interface Ways {
  readonly unit: Unit;
  readonly unitWords: string;
  readonly decimals: number;
  readonly place: "title" | "own row" | "corner" | "row" | "heading" | "first heading" | "foot" | "format" | "nowhere";
  readonly negative: "minus" | "true minus" | "brackets" | "trailing" | "credit" | "format";
  readonly text: "numbers" | "grouped" | "pound" | "padded";
  readonly nought: CellValue;
  /** Both sides without signs, credits negative, or costs negative. */
  readonly signs: "ledger" | "plain" | "company";
  /** Totals rounded on their own, so that they may be off by one. */
  readonly rounded: boolean;
}

const UNIT_WORDS: Readonly<Record<Unit, readonly string[]>> = {
  pounds: ["£", "£s", "£ p", "GBP", "whole £"], thousands: ["£000", "£'000", "£k", "£000s", "£'000s", "£ thousand", "£ 000"], millions: ["£m", "£ million", "£M", "£mn", "£ millions"],
};

/** The ways of one office; `only` where a form is printed in one unit alone. */
export function waysOf(c: Chance, signs: readonly Ways["signs"][], only: Unit | null = null): Ways {
  const unit = only ?? c.pick<Unit>(["pounds", "pounds", "pounds", "thousands", "thousands", "thousands", "millions"]);
  const place = c.pick<Ways["place"]>(["title", "title", "own row", "corner", "row", "row", "heading", "first heading", "foot", ...(unit === "pounds" ? ["format" as const] : [])]);
  const sign = c.pick(signs);
  // Credits are income in every ledger, so that only a ledger marks them.
  const negative = c.pick<Ways["negative"]>(["minus", "minus", "minus", "brackets", "brackets", "format", "true minus", "trailing", ...(sign === "ledger" ? ["credit" as const] : [])]);
  const text = place === "format" ? "numbers" : c.pick<Ways["text"]>(["numbers", "numbers", "numbers", "numbers", "grouped", "padded", ...(unit === "pounds" ? ["pound" as const] : [])]);
  return {
    unit, place: c.yes(0.02) && unit === "pounds" && text !== "pound" ? "nowhere" : place, unitWords: c.pick(UNIT_WORDS[unit].filter((w) => w !== "£ p" || place === "row")), negative, text, signs: sign,
    decimals: unit === "pounds" ? c.pick([0, 0, 0, 2]) : unit === "thousands" ? c.pick([0, 0, 0, 1, 3]) : c.pick([1, 2, 3, 3]),
    nought: c.pick<CellValue>([0, 0, 0, "-", "–", "nil", null, "- "]), rounded: unit !== "pounds" && c.yes(0.12),
  };
}

export interface Figure {
  readonly column: number;
  readonly stages: readonly Stage[];
  /** In steps of the last place that this office works to, spending positive; null where no figure stands. */
  readonly steps: number | null;
  readonly blank?: boolean;
}

export class Sheaf {
  readonly values: CellValue[][] = [];
  readonly merges: GridArea[] = [];
  readonly lines: TrueLine[] = [];
  readonly totals = new Set<number>();
  readonly aside = new Set<number>();
  readonly hiddenRows: number[] = [];
  readonly hiddenColumns: number[] = [];
  second: GridArea | null = null;
  secondName = "none";
  mustAsk: string | null = null;

  constructor(readonly ways: Ways, readonly c: Chance) {}

  /** A step is small where figures have decimals: amounts are made larger by this, so that they are of a public body's size. */
  get by(): number {
    const { unit, decimals } = this.ways;
    return unit === "pounds" ? (decimals === 2 ? 1_009 : 13) : unit === "thousands" && decimals === 3 ? 211 : 1;
  }

  get row(): number {
    return this.values.length;
  }

  put(...cells: readonly Cell[]): number {
    const row: CellValue[] = [];
    for (const [column, value] of cells) {
      while (row.length <= column) row.push(null);
      row[column] = value;
    }
    this.values.push(row);
    return this.values.length - 1;
  }

  total(...cells: readonly Cell[]): number {
    const row = this.put(...cells);
    this.totals.add(row);
    return row;
  }

  /** A line of the budget: `sums` names columns that hold the sum of others, of which a reader may take either; `later` columns of years to come. */
  line(text: string, cells: readonly Cell[], figures: readonly Figure[], sums: readonly { readonly column: number; readonly of: readonly number[] }[] = [], later: readonly { readonly column: number; readonly steps: number }[] = []): number {
    const row = this.put(...cells);
    const at = (column: number): string => cellAddress(row, column);
    const truth: [string, TrueCell][] = figures.map((f) => [at(f.column), { stages: f.stages, pence: f.steps === null || f.blank === true ? null : this.pence(f.steps), ...(f.blank === true ? { mayBeNought: true } : {}) }]);
    this.lines.push({
      text, row, netCell: null, cells: new Map(truth), sums: new Map(sums.map((s) => [at(s.column), s.of.map(at)])), later: new Map(later.map((l) => [at(l.column), this.pence(l.steps)])),
    });
    return row;
  }

  pence(steps: number): number {
    return Math.round((steps * pencePerUnit(this.ways.unit)) / 10 ** this.ways.decimals);
  }

  /** A figure in the sign in which it is shown; `unit` where a column has one of its own. */
  write(shown: number, unit: Unit = this.ways.unit): CellValue {
    const { ways } = this;
    if (shown === 0) return ways.nought === 0 && ways.text !== "numbers" ? "0" : ways.nought;
    const by = pencePerUnit(ways.unit) / pencePerUnit(unit);
    const decimals = Math.max(0, ways.decimals - Math.round(Math.log10(by)));
    const size = (Math.abs(shown) * by) / 10 ** ways.decimals;
    const [whole = "0", part = ""] = size.toFixed(decimals).split(".");
    const text = `${ways.text === "pound" ? "£" : ""}${whole.replace(/\B(?=(\d{3})+$)/g, ",")}${part === "" ? "" : `.${part}`}${ways.text === "padded" ? " " : ""}`;
    if (shown < 0) {
      if (ways.negative === "credit") return `${text.trim()} CR`;
      if (ways.negative === "trailing") return `${text.trim()}-`;
      if (ways.negative === "brackets") return `(${text.trim()})`;
      if (ways.negative === "true minus" && ways.text !== "numbers") return `−${text}`;
    }
    if (ways.text === "numbers") return Number(((Math.sign(shown) * size)).toFixed(decimals));
    return shown < 0 ? `-${text}` : text;
  }

  /** A printed total, a step off where this office rounds totals on their own. */
  writeTotal(shown: number, parts: number): CellValue {
    return this.write(this.ways.rounded && parts > 3 && shown !== 0 && this.c.yes(0.3) ? shown + (this.c.yes(0.5) ? 1 : -1) : shown);
  }

  sheet(name: string, about: string): Sheet {
    const { ways } = this;
    const places = ways.decimals === 3 && ways.unit === "thousands" ? 0 : ways.decimals;
    const digits = `#,##0${places > 0 ? `.${"0".repeat(places)}` : ""}`;
    const format = ways.place === "format" ? `"£"${digits};[Red]-"£"${digits}` : ways.negative === "format" ? `${digits}_);(${digits})` : null;
    const grid: SheetGrid = {
      file: null, sheet: name, visibility: "visible", values: this.values, merges: this.merges,
      ...(format === null ? {} : { numberFormats: this.values.map((row) => row.map((value) => (typeof value === "number" ? format : null))) }),
      ...(this.hiddenRows.length === 0 ? {} : { hiddenRows: this.hiddenRows }), ...(this.hiddenColumns.length === 0 ? {} : { hiddenColumns: this.hiddenColumns }),
    };
    return { about: `${about}, ${ways.unit} ${ways.place}, ${ways.signs} ${ways.negative} ${ways.text}`, unitPrinted: ways.place !== "nowhere", secondName: this.secondName, grid, lines: this.lines, totalRows: this.totals, second: this.second, asideRows: this.aside, mustAsk: this.mustAsk };
  }
}
