// What the pane and its file reader's worker say to each other: a file in, then sheets in parts small enough to take without a pause.
import type { BroughtFacts } from "../core/bringing/broughtSheet";
import type { CellValue, SheetGrid } from "../core/reading/grid";
import type { WorkbookErrorCode } from "../workbook/ports";

export interface FileRequest {
  readonly name: string;
  /** The page's own file, or its bytes. */
  readonly file: Blob | ArrayBuffer;
}

export type FileReply =
  | { readonly kind: "step"; readonly done: number; readonly total: number }
  | { readonly kind: "sheet"; readonly head: Omit<SheetGrid, "values" | "numberFormats">; readonly facts: BroughtFacts; readonly formatted: boolean }
  /** Further rows of the sheet named last. */
  | { readonly kind: "rows"; readonly values: readonly (readonly CellValue[])[]; readonly formats: readonly (readonly (string | null)[])[] }
  | { readonly kind: "done" }
  | { readonly kind: "failed"; readonly code: WorkbookErrorCode; readonly message: string; readonly nextStep: string; readonly detail: string };
