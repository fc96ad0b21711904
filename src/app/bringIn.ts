// Bringing files in: looks at the chosen files, says sheet by sheet what would come and what would change, and puts it in when told to.
import type { BroughtFacts, BroughtSheet } from "../core/bringing/broughtSheet";
import { sheetChanges, type SheetChanges } from "../core/bringing/sheetChanges";
import { freeSheetName } from "../core/bringing/sheetName";
import type { SheetGrid } from "../core/reading/grid";
import { isOwnSheet, PURSE_SHEETS } from "../core/writing/sheetNames";
import { readSources, sourcesSheet, type SourceRecord } from "../core/writing/sourcesTable";
import { WorkbookError, type BroughtTarget, type ChosenFile, type FilesPort, type WorkOptions } from "../workbook/ports";
import { wasStopped } from "./failure";

/** Why a sheet of a file does not come in. */
export type LeftOut = "empty" | "ours" | "stands";

/** What bringing a sheet in again would change on the sheet that came before. */
export interface Replacement {
  readonly sheet: string;
  readonly broughtIn: string;
  readonly changes: SheetChanges;
}

/** One sheet of one chosen file: what it would become, and what the person chose. */
export interface SheetChoice {
  readonly id: string;
  readonly file: string;
  readonly sheetInFile: string;
  readonly hidden: boolean;
  readonly facts: BroughtFacts;
  /** Its name in this workbook when it is added. */
  readonly name: string;
  readonly replaces: Replacement | null;
  readonly leftOut: LeftOut | null;
  readonly chosen: boolean;
  readonly as: "add" | "replace";
}

export interface RefusedFile {
  readonly file: string;
  readonly sentence: string;
  readonly nextStep: string;
}

/** Shown before anything is written. */
export interface BringInPreview {
  readonly choices: readonly SheetChoice[];
  readonly refused: readonly RefusedFile[];
}

interface Held {
  readonly sheet: BroughtSheet;
  readonly bytes: number;
  /** The sheet to replace, as it was when the preview was made. */
  readonly old: SheetGrid | null;
}

/** Rule books and agreements that another workbook of a partnership may hold; they come in where none stands yet. */
const AGREED: ReadonlySet<string> = new Set([PURSE_SHEETS.gateways, PURSE_SHEETS.schemes, PURSE_SHEETS.prohibitions, PURSE_SHEETS.funds, PURSE_SHEETS.pools]);

export class BringIn {
  private held = new Map<string, Held>();

  constructor(private readonly files: FilesPort) {}

  /** `present` are the workbook's sheets now. Throws WorkbookError: of the first refused file when no file can be read; stopped. */
  async look(chosen: readonly ChosenFile[], present: readonly SheetGrid[], work: WorkOptions): Promise<BringInPreview> {
    const held = new Map<string, Held>();
    const refused: RefusedFile[] = [];
    const choices: SheetChoice[] = [];
    const taken = new Set(present.map((grid) => grid.sheet.toLowerCase()));
    const records = readSources(present);
    let first: WorkbookError | null = null;
    for (const [at, file] of chosen.entries()) {
      let sheets: readonly BroughtSheet[];
      try {
        sheets = await this.files.read(file, work);
      } catch (error) {
        if (wasStopped(error) || !(error instanceof WorkbookError)) throw error;
        first ??= error;
        refused.push({ file: file.name, sentence: error.message, nextStep: error.nextStep });
        continue;
      }
      sheets.forEach((sheet, i) => {
        const id = `${at}:${i}`;
        const old = standsFor(records, present, file.name, sheet.grid.sheet);
        held.set(id, { sheet, bytes: file.size, old: old?.grid ?? null });
        choices.push(choiceOf({ id, file: file.name, sheet, old, taken }));
      });
    }
    if (choices.length === 0 && first !== null) throw new WorkbookError(first.code, `${first.message} Nothing was written.`, first.nextStep, first.detail);
    this.held = held;
    return { choices, refused };
  }

  /** What is to be written for the choices, checked against the workbook as it stands now. Throws WorkbookError conflict, not-found. */
  plan(preview: BringInPreview, present: readonly SheetGrid[], now: string): { targets: BroughtTarget[]; record: ReturnType<typeof sourcesSheet> } {
    const wanted = preview.choices.filter((choice) => choice.chosen && choice.leftOut === null);
    if (wanted.length === 0) throw new WorkbookError("not-found", "No sheet is chosen. Nothing was written.", "Tick at least one sheet, or cancel.");
    const taken = new Set(present.map((grid) => grid.sheet.toLowerCase()));
    const targets: BroughtTarget[] = [];
    let records = readSources(present);
    for (const choice of wanted) {
      const held = this.held.get(choice.id);
      if (held === undefined) throw new WorkbookError("conflict", "The chosen files are no longer at hand. Nothing was written.", "Choose the files again.");
      const replaces = choice.as === "replace" && choice.replaces !== null;
      const stands = present.find((grid) => grid.sheet === choice.replaces?.sheet);
      if (replaces && (stands === undefined || held.old === null || sheetChanges(held.old, stands).cells > 0)) {
        throw new WorkbookError("conflict", `The sheet "${choice.replaces?.sheet ?? ""}" was changed since the preview. Nothing was written.`, "Choose the files again to see what would change now.");
      }
      const kept = AGREED.has(choice.name) && !taken.has(choice.name.toLowerCase());
      const name = replaces ? choice.replaces?.sheet ?? choice.name : kept ? choice.name : freeSheetName(choice.sheetInFile, choice.file, taken);
      taken.add(name.toLowerCase());
      targets.push({ name, replaces, grid: held.sheet.grid });
      records = [...records.filter((record) => record.sheet !== name), recordOf(choice, held, name, now)];
    }
    return { targets, record: sourcesSheet(records) };
  }

  forget(): void {
    this.held.clear();
  }
}

interface Choosing {
  readonly id: string;
  readonly file: string;
  readonly sheet: BroughtSheet;
  readonly old: { readonly record: SourceRecord; readonly grid: SheetGrid } | null;
  readonly taken: Set<string>;
}

function choiceOf({ id, file, sheet: { grid, facts }, old, taken }: Choosing): SheetChoice {
  const own = isOwnSheet(grid);
  const agreed = own && AGREED.has(grid.sheet);
  const leftOut: LeftOut | null = facts.rows === 0 ? "empty" : !own ? null : !agreed ? "ours" : taken.has(grid.sheet.toLowerCase()) ? "stands" : null;
  const replaces = old === null || leftOut !== null ? null : { sheet: old.grid.sheet, broughtIn: old.record.broughtIn, changes: sheetChanges(old.grid, grid) };
  const name = agreed || leftOut !== null ? grid.sheet : freeSheetName(grid.sheet, file, taken);
  return {
    id, file, sheetInFile: grid.sheet, hidden: grid.visibility !== "visible", facts, name, replaces, leftOut,
    chosen: leftOut === null && (replaces === null || replaces.changes.cells > 0), as: replaces === null ? "add" : "replace",
  };
}

/** The newest record of this sheet of this file whose sheet still stands. */
function standsFor(records: readonly SourceRecord[], present: readonly SheetGrid[], file: string, sheetInFile: string): Choosing["old"] {
  for (const record of [...records].reverse()) {
    if (record.file.toLowerCase() !== file.toLowerCase() || record.sheetInFile !== sheetInFile) continue;
    const grid = present.find((candidate) => candidate.sheet === record.sheet);
    if (grid !== undefined) return { record, grid };
  }
  return null;
}

function recordOf({ file, sheetInFile, hidden, facts }: SheetChoice, { bytes }: Held, sheet: string, now: string): SourceRecord {
  const notes = [
    ...(hidden ? ["hidden in the file"] : []), ...(facts.hiddenRows + facts.hiddenColumns > 0 ? [`hidden in the file and shown here: rows ${facts.hiddenRows}, columns ${facts.hiddenColumns}`] : []),
    ...(facts.formulas > 0 ? [`formulas brought in as their saved figures: ${facts.formulas}`] : []), ...(facts.withoutFigure > 0 ? [`formulas without a saved figure: ${facts.withoutFigure}`] : []),
    ...(facts.cutTexts === undefined ? [] : [`texts cut to what a cell holds: ${facts.cutTexts}`]),
    ...(facts.fromElsewhere > 0 ? [`figures that the file took from other workbooks: ${facts.fromElsewhere}`] : []),
  ];
  return { sheet, file, sheetInFile, fileBytes: bytes, rows: facts.rows, columns: facts.columns, broughtIn: now, notes: notes.join("; ") };
}
