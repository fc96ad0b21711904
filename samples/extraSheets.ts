// Sheets that stand after the coding in the partnership workbook and as workbooks of their own: the partners' rule books.
import type { WriteOptions, WriteSheet } from "hucre/xlsx";
import { printTitles, worksheetOf } from "../src/file/writeWorkbook";
import { sampleRuleSheets } from "./ruleBooks";

export interface ExtraSheet {
  readonly sheet: WriteSheet;
  readonly names: NonNullable<WriteOptions["namedRanges"]>;
  /** File in samples/separate, or null when the sheet is in the partnership workbook alone. Sheets naming the same file share it. */
  readonly file: string | null;
}

const RULES_FILE = "10 Brackenshire partnership rule books 2026-27.xlsx";

export const extraSheets: readonly ExtraSheet[] = sampleRuleSheets().map((spec) => ({
  sheet: worksheetOf(spec), names: printTitles(spec), file: RULES_FILE,
}));
