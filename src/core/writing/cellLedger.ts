// The agencies' cells as they would stand after each planned step: two virements on one line meet in one change of its cell.
import { parseAddress } from "../budget/cells";
import type { BudgetLine } from "../budget/line";
import type { Pence } from "../money/pence";
import { readAmount } from "../reading/words/amounts";
import { valueAt, type CellValue, type SheetGrid } from "../reading/grid";
import type { RegisterRow } from "../virement/life";
import { cellOfToken, cellToken, restate } from "./restate";
import type { Target } from "./targetFinder";
import type { CellChange } from "./types";

/** A target that is a cell of the line's sheet. */
export type CellTarget = Exclude<Target, { kind: "journal" }>;

interface Standing {
  readonly value: CellValue;
  readonly formula: string | null;
}

interface Planned {
  readonly file: string | null;
  readonly sheet: string;
  readonly address: string;
  readonly before: CellValue;
  readonly after: CellValue;
  readonly formula: string | null;
  readonly why: readonly string[];
}

export class CellLedger {
  private readonly planned = new Map<string, Planned>();

  /** `register` tells what stood in a cell before any virement touched it. */
  constructor(private readonly grids: readonly SheetGrid[], private readonly register: readonly RegisterRow[]) {}

  /** A sentence without its end when the cell can't take the amount, else null. */
  prepare(line: BudgetLine, target: CellTarget, pence: Pence): string | null {
    const { value, formula } = this.standing(line.source, target.address);
    if (formula !== null || added(line, target, value, pence) !== null) return null;
    return `cell ${placeName(line.source)}!${target.address} holds ${cellToken(value)}, which is not a plain amount`;
  }

  /** `undo` is the row that applied what is now reversed: a cell that still holds its new value gets its old one back to the last bit. */
  commit(line: BudgetLine, target: CellTarget, pence: Pence, why: string, undo: RegisterRow | null): { before: CellValue; after: CellValue } {
    const { file, sheet } = line.source;
    const { address } = target;
    const { value: before, formula } = this.standing(line.source, address);
    const untouched = undo !== null && undo.sheet === placeName(line.source) && undo.address === address && undo.after === cellToken(before);
    const restored = untouched ? cellOfToken(undo.before) : undefined;
    const summed = restored === undefined ? added(line, target, before, pence) : restored;
    const after = undo !== null && target.kind === "column" && summed === 0 ? this.asFound(line, address) : summed;
    const key = `${placeName(line.source)}!${address}`;
    const entry = this.planned.get(key) ?? { file, sheet, address, before, after, formula, why: [] };
    this.planned.set(key, { ...entry, after, why: [...entry.why, why] });
    return { before, after };
  }

  /** A cell of virements that is back at nothing is empty again, or has its dash, where that stood there at first. */
  private asFound({ source }: BudgetLine, address: string): CellValue {
    const first = this.register.find((row) => row.sheet === placeName(source) && row.address === address);
    const value = first === undefined ? 0 : cellOfToken(first.before) ?? null;
    const { kind } = readAmount(value);
    return kind === "blank" || kind === "nil" ? value : 0;
  }

  changes(): CellChange[] {
    return [...this.planned.values()].map(({ file, sheet, address, before, after, formula, why }) => ({
      ...(file === null ? {} : { file }), sheet, address, before, after, why: why.join(", "), ...(formula === null ? {} : { beforeFormula: formula }),
    }));
  }

  private standing(source: BudgetLine["source"], address: string): Standing {
    const planned = this.planned.get(`${placeName(source)}!${address}`);
    const place = parseAddress(address);
    const grid = this.grids.find((g) => g.sheet === source.sheet && g.file === source.file);
    if (grid === undefined || place === null) return { value: null, formula: null };
    const formula = grid.formulas?.[place.row]?.[place.column] ?? null;
    return { value: planned === undefined ? valueAt(grid, place.row, place.column) : planned.after, formula };
  }
}

/** A column of virements counts an empty cell and a dash as nothing; a budget does not. */
function added({ source }: BudgetLine, target: CellTarget, value: CellValue, pence: Pence): CellValue {
  if (target.kind === "revised") return restate(value, pence, source.sign, source.pencePerUnit);
  const { kind } = readAmount(value);
  return restate(kind === "blank" || kind === "nil" ? 0 : value, pence, source.sign, target.pencePerUnit);
}

/** How the register names a sheet: with its workbook where several are read. */
export function placeName({ file, sheet }: BudgetLine["source"]): string {
  return file === null ? sheet : `[${file}]${sheet}`;
}
