// Test helper: the sheets of a workbook file, or of every workbook in a folder, as the command line reads them.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { SheetGrid } from "../../src/core/reading/grid";
import { readWorkbook } from "../../src/file/readWorkbook";

/** One workbook's grids carry no file name; those of a folder carry their file's. */
export function gridsFromXlsx(path: string): SheetGrid[] {
  if (!statSync(path).isDirectory()) return readWorkbook(new Uint8Array(readFileSync(path)), path, null);
  const files = readdirSync(path).filter((name) => name.endsWith(".xlsx")).sort();
  return files.flatMap((name) => readWorkbook(new Uint8Array(readFileSync(join(path, name))), name));
}
