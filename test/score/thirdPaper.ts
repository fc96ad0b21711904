// A sheet being printed for the third family: cells, merges and formats as they come, with the truth of every figure kept beside them.
import { cellAddress } from "../../src/core/budget/cells";
import type { Stage } from "../../src/core/budget/line";
import { pencePerUnit } from "../../src/core/money/unit";
import type { CellValue, GridArea, SheetGrid } from "../../src/core/reading/grid";
import type { Sheet, TrueLine } from "./print";
import type { Chance } from "./random";
import { UNITS } from "./thirdWords";

type Unit = keyof typeof UNITS;

/** How one body prints figures. */
export interface Habits {
  readonly unit: Unit;
  readonly unitWords: string;
  readonly decimals: number;
  readonly negative: "minus" | "brackets" | "trailing" | "crdr" | "format";
  readonly asText: boolean;
  readonly nought: 0 | "-" | "nil" | null | "–";
  readonly unitPlace: "title" | "corner" | "row" | "heading" | "below" | "nowhere";
}

export function habitsOf(c: Chance): Habits {
  const unit = c.pick<Unit>(["pounds", "pounds", "thousands", "thousands", "thousands", "millions"]);
  const unitPlace = c.pick<Habits["unitPlace"]>(["title", "corner", "row", "row", "heading", "below", ...(unit === "pounds" ? ["nowhere" as const] : [])]);
  return {
    unit, unitPlace, unitWords: c.pick<string>(UNITS[unit]), decimals: unit === "pounds" ? c.pick([0, 0, 0, 2]) : unit === "thousands" ? c.pick([0, 0, 0, 1]) : c.pick([1, 2, 3, 3]),
    negative: c.pick(["minus", "minus", "brackets", "brackets", "format", "trailing", "crdr"]), asText: c.yes(0.3), nought: c.pick([0, 0, 0, "-", "nil", null, "–"]),
  };
}

/** A true figure of a line: in steps of the last printed place, expenditure positive; null where words stand for it. */
export interface Figure {
  readonly column: number;
  readonly stages: readonly Stage[];
  readonly steps: number | null;
}

export class Paper {
  readonly values: CellValue[][] = [];
  readonly merges: GridArea[] = [];
  readonly lines: TrueLine[] = [];
  readonly totals = new Set<number>();
  readonly hiddenRows: number[] = [];
  readonly hiddenColumns: number[] = [];
  second: GridArea | null = null;
  secondName = "none";

  constructor(readonly habits: Habits) {}

  get row(): number {
    return this.values.length;
  }

  /** Prints one row; returns its number. */
  put(...cells: readonly (readonly [number, CellValue])[]): number {
    const row: CellValue[] = [];
    for (const [column, value] of cells) {
      while (row.length <= column) row.push(null);
      row[column] = value;
    }
    this.values.push(row);
    return this.values.length - 1;
  }

  /** Prints a line of the budget and keeps its truth. */
  line(text: string, figures: readonly Figure[], cells: readonly (readonly [number, CellValue])[], netColumn: number | null = null): number {
    const row = this.put(...cells);
    const per = pencePerUnit(this.habits.unit) / 10 ** this.habits.decimals;
    this.lines.push({
      text, row, netCell: netColumn === null ? null : cellAddress(row, netColumn),
      cells: new Map(figures.map((f) => [cellAddress(row, f.column), { stages: f.stages, pence: f.steps === null ? null : Math.round(f.steps * per) }])),
    });
    return row;
  }

  total(cells: readonly (readonly [number, CellValue])[]): number {
    const row = this.put(...cells);
    this.totals.add(row);
    return row;
  }

  /** A figure as this body prints it, in the sign it prints. */
  write(shown: number): CellValue {
    const { habits } = this;
    if (shown === 0) return habits.nought === 0 && habits.asText ? "0" : habits.nought;
    const [whole = "0", part = ""] = (Math.abs(shown) / 10 ** habits.decimals).toFixed(habits.decimals).split(".");
    const text = whole.replace(/\B(?=(\d{3})+$)/g, ",") + (part === "" ? "" : `.${part}`);
    if (habits.negative === "crdr" && shown < 0) return `${text} CR`;
    if (habits.negative === "trailing" && shown < 0) return `${text}-`;
    if (habits.negative === "brackets" && shown < 0) return `(${text})`;
    if (!habits.asText) return Number((shown / 10 ** habits.decimals).toFixed(habits.decimals));
    return shown < 0 ? `-${text}` : text;
  }

  sheet(name: string): Sheet {
    const format = this.habits.negative === "format" ? "#,##0;(#,##0)" : null;
    const grid: SheetGrid = {
      file: null, sheet: name, visibility: "visible", values: this.values, merges: this.merges,
      ...(format === null ? {} : { numberFormats: this.values.map((row) => row.map((value) => (typeof value === "number" ? format : null))) }),
      ...(this.hiddenRows.length === 0 ? {} : { hiddenRows: this.hiddenRows }), ...(this.hiddenColumns.length === 0 ? {} : { hiddenColumns: this.hiddenColumns }),
    };
    return { about: `${this.habits.unit} ${this.habits.unitPlace}, ${this.habits.negative}`, unitPrinted: this.habits.unitPlace !== "nowhere", secondName: this.secondName, grid, lines: this.lines, totalRows: this.totals, second: this.second };
  }
}
