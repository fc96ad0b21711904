// A made-up partnership as a workbook file, so that the command line can be tried on it as people would.
import { writeFileSync } from "node:fs";
import { utils, write } from "@e965/xlsx";
import type { SheetGrid } from "../../src/core/reading/grid";

export function writeWorkbook(file: string, grids: readonly SheetGrid[]): void {
  const book = utils.book_new();
  for (const grid of grids) utils.book_append_sheet(book, utils.aoa_to_sheet(grid.values.map((row) => [...row])), grid.sheet);
  writeFileSync(file, write(book, { type: "buffer", bookType: "xlsx" }) as Buffer);
}
