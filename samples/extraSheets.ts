// Sheets that stand after the coding in the partnership workbook and as workbooks of their own: the partners' rule books join here.
import type { WriteSheet } from "hucre/xlsx";

export interface ExtraSheet {
  readonly sheet: WriteSheet;
  /** File in samples/separate, or null when the sheet is in the partnership workbook alone. Sheets naming the same file share it. */
  readonly file: string | null;
}

export const extraSheets: readonly ExtraSheet[] = [];
