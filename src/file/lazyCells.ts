// The cells of a new sheet, each made when the writer comes to it: a sheet of a hundred thousand lines has millions of them.
import type { Cell } from "hucre/xlsx";
import type { SheetCell, SheetSpec } from "../core/writing/types";

type FileCell = Partial<Cell>;

/** What the writer takes for a map of cells by "row,column". It only ever walks through them, so none is kept. */
export class LazyCells extends Map<string, FileCell> {
  constructor(private readonly rows: SheetSpec["rows"], private readonly make: (cell: SheetCell, row: number, column: number) => FileCell) {
    super();
  }

  override *[Symbol.iterator](): Generator<[string, FileCell], undefined> {
    for (const [r, row] of this.rows.entries()) {
      for (const [c, cell] of row.entries()) if (cell !== null) yield [`${r},${c}`, this.make(cell, r, c)];
    }
  }

  override entries(): Generator<[string, FileCell], undefined> {
    return this[Symbol.iterator]();
  }

  override get size(): number {
    return this.rows.reduce((sum, row) => sum + row.filter((cell) => cell !== null).length, 0);
  }

  override has(key: string): boolean {
    return this.at(key) !== null;
  }

  override get(key: string): FileCell | undefined {
    const [r = -1, c = -1] = key.split(",").map(Number);
    const cell = this.at(key);
    return cell === null ? undefined : this.make(cell, r, c);
  }

  private at(key: string): SheetCell | null {
    const [r = -1, c = -1] = key.split(",").map(Number);
    return this.rows[r]?.[c] ?? null;
  }
}
