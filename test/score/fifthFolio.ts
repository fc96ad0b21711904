// A sheet being printed for the fifth family: one house's way of writing figures, and cells, merges, formats and formulas with the truth beside them.
import { cellAddress } from "../../src/core/budget/cells";
import type { Stage } from "../../src/core/budget/line";
import { pencePerUnit } from "../../src/core/money/unit";
import type { CellValue, GridArea, SheetGrid } from "../../src/core/reading/grid";
import type { Sheet, TrueCell, TrueLine } from "./print";
import type { Chance } from "./random";

export type Unit = "pounds" | "thousands" | "millions";
export type Put = readonly [column: number, value: CellValue];
export type Signs = "ledger" | "plain" | "company";

/** How one house writes figures and where it says the unit. */
export interface House {
  readonly unit: Unit;
  readonly words: string;
  readonly decimals: number;
  readonly place: "title" | "line" | "columns" | "heads" | "label" | "foot" | "format" | "scaled" | "nowhere";
  readonly negative: "minus" | "brackets" | "pound minus" | "pound brackets" | "format" | "credit" | "spaced minus";
  readonly text: boolean;
  readonly nil: CellValue;
  readonly signs: Signs;
  readonly formulas: boolean;
  /** Some figures carry a mark that points to a note. */
  readonly marked: boolean;
}

const WORDS: Readonly<Record<Unit, readonly string[]>> = {
  pounds: ["£", "£s", "In pounds", "Pounds sterling", "(£)"], thousands: ["£’000", "£ '000", "£000's", "£K", "£ thousands", "£'000", "(£000)", "In £000s"], millions: ["£m", "£ Million", "£M", "(£m)", "£millions"],
};

export function houseOf(c: Chance, signs: readonly Signs[], only: Unit | null = null): House {
  const unit = only ?? c.pick<Unit>(["pounds", "pounds", "pounds", "thousands", "thousands", "thousands", "thousands", "millions"]);
  const place = c.pick<House["place"]>(["title", "line", "line", "columns", "columns", "heads", "label", "foot", ...(unit === "pounds" ? ["format" as const] : []), ...(unit === "thousands" && c.yes(0.3) ? ["scaled" as const] : [])]);
  const sign = c.pick(signs);
  const whole = place === "format" || place === "scaled";
  const negative = whole ? "minus" : c.pick<House["negative"]>(["minus", "minus", "minus", "brackets", "brackets", "format", "spaced minus", ...(unit === "pounds" ? ["pound minus" as const, "pound brackets" as const] : []), ...(sign === "ledger" ? ["credit" as const] : [])]);
  return {
    unit, place: unit === "pounds" && negative !== "pound minus" && negative !== "pound brackets" && c.yes(0.02) ? "nowhere" : place, words: c.pick(WORDS[unit]), negative, signs: sign,
    decimals: place === "scaled" ? 3 : unit === "pounds" ? c.pick([0, 0, 2]) : unit === "thousands" ? c.pick([0, 0, 0, 1]) : c.pick([1, 2, 3]),
    text: !whole && negative !== "format" && c.yes(0.3), nil: c.pick<CellValue>([0, 0, 0, 0, "-", "—", "Nil", null, "   -   "]), formulas: c.yes(0.3), marked: c.yes(0.06),
  };
}

/** One figure of a line that a reader may take: spending positive, null where none stands. */
export interface True {
  readonly column: number;
  readonly row?: number;
  readonly stages: readonly Stage[];
  readonly steps: number | null;
  readonly blank?: boolean;
}

export class Folio {
  readonly values: CellValue[][] = [];
  readonly formulas = new Map<string, string>();
  readonly merges: GridArea[] = [];
  readonly lines: TrueLine[] = [];
  readonly totals = new Set<number>();
  readonly aside = new Set<number>();
  readonly hiddenRows: number[] = [];
  second: GridArea | null = null;
  secondName = "none";
  mustAsk: string | null = null;

  constructor(readonly house: House, readonly c: Chance) {}

  get row(): number {
    return this.values.length;
  }

  /** By what small figures are made larger, so that a penny or a pound is not the size of a budget. */
  get by(): number {
    const { unit, decimals } = this.house;
    return unit === "pounds" ? (decimals === 2 ? 1_013 : 17) : decimals === 3 && unit === "thousands" ? 307 : 1;
  }

  put(...cells: readonly Put[]): number {
    const row: CellValue[] = [];
    for (const [column, value] of cells) {
      while (row.length <= column) row.push(null);
      row[column] = value;
    }
    this.values.push(row);
    return this.values.length - 1;
  }

  total(...cells: readonly Put[]): number {
    const row = this.put(...cells);
    this.totals.add(row);
    return row;
  }

  /** A cell of a row that is there already. */
  set(row: number, column: number, value: CellValue): void {
    while (this.values.length <= row) this.values.push([]);
    const cells = this.values[row] ?? [];
    while (cells.length <= column) cells.push(null);
    cells[column] = value;
  }

  pence(steps: number): number {
    return Math.round((steps * pencePerUnit(this.house.unit)) / 10 ** this.house.decimals);
  }

  /** States what a line of the row before holds; `more` for sums, years to come and columns of its own. */
  truth(text: string, row: number, of: readonly True[], more: Partial<TrueLine> = {}): void {
    const cells = of.map((t): [string, TrueCell] => [cellAddress(t.row ?? row, t.column), { stages: t.stages, pence: t.steps === null || t.blank === true ? null : this.pence(t.steps), ...(t.blank === true ? { mayBeNought: true } : {}) }]);
    this.lines.push({ text, row, cells: new Map(cells), netCell: null, ...more });
  }

  /** A figure in the sign in which it is shown. */
  write(shown: number): CellValue {
    const { house } = this;
    if (shown === 0) return house.nil === 0 && house.text ? "0" : house.nil;
    if (house.place === "scaled") return (shown * 1000) / 10 ** house.decimals;
    const size = Math.abs(shown) / 10 ** house.decimals;
    const [whole = "0", part = ""] = size.toFixed(house.decimals).split(".");
    const text = `${whole.replace(/\B(?=(\d{3})+$)/g, ",")}${part === "" ? "" : `.${part}`}`;
    const mark = house.marked && this.c.yes(0.04) ? this.c.pick(["*", "†"]) : "";
    if (shown < 0) {
      if (house.negative === "brackets") return `(${text})${mark}`;
      if (house.negative === "pound minus") return `£-${text}`;
      if (house.negative === "pound brackets") return `(£${text})${mark}`;
      if (house.negative === "credit") return `${text}cr`;
      if (house.negative === "spaced minus" && house.text) return `- ${text}`;
    }
    if (!house.text && mark === "") return Number((Math.sign(shown) * size).toFixed(house.decimals));
    return `${shown < 0 ? "-" : ""}${house.negative === "pound minus" || house.negative === "pound brackets" ? "£" : ""}${text}${mark}`;
  }

  sheet(name: string, about: string): Sheet {
    const { house } = this;
    const digits = `#,##0${house.decimals > 0 ? `.${"0".repeat(house.decimals)}` : ""}`;
    const format = house.place === "scaled" ? "#,##0,;-#,##0," : house.place === "format" ? `£${digits};[Red]-£${digits}` : house.negative === "format" ? `${digits};[Red]\\(${digits}\\)` : null;
    const grid: SheetGrid = {
      file: null, sheet: name, visibility: "visible", values: this.values, merges: this.merges,
      ...(format === null ? {} : { numberFormats: this.values.map((row) => row.map((value) => (typeof value === "number" ? format : null))) }),
      ...(house.formulas ? { formulas: this.values.map((row, r) => row.map((value, k) => (typeof value === "number" ? this.formulas.get(cellAddress(r, k)) ?? null : null))) } : {}),
      ...(this.hiddenRows.length === 0 ? {} : { hiddenRows: this.hiddenRows }),
    };
    return {
      about: `${about}, ${house.unit} ${house.place}, ${house.signs} ${house.negative}${house.text ? " text" : ""}`, unitPrinted: house.place !== "nowhere", secondName: this.secondName, grid, lines: this.lines,
      totalRows: this.totals, second: this.second, asideRows: this.aside, mustAsk: this.mustAsk,
    };
  }
}
