// What the pane may ask of the app: every button is one of these. Nothing here throws; failures arrive in the state.
import type { CellRef } from "../core/budget/cells";
import type { Pence } from "../core/money/pence";
import type { ColumnField } from "../core/reading/types";
import type { Decision } from "../core/virement/life";
import type { SuggestionOptions } from "../core/virement/types";
import type { ChosenFile } from "../workbook/ports";
import type { Correction, TablePlace } from "./correct";
import type { SheetChoice } from "./bringIn";
import type { StatedDraft } from "./draft";
import type { PageId, SessionState } from "./state";
import type { TargetChoice } from "./targets";

export interface Session {
  getState(): SessionState;
  /** Calls back after every change; returns the way to stop listening. */
  subscribe(listener: () => void): () => void;

  openPage(page: PageId): void;
  setPerson(name: string): void;
  /** Takes the rules of another day. Suggestions found under those of the day before are dropped. */
  setDecisionDate(date: string): void;
  /** Changes a switch; suggestions are looked for again when there were some. Nothing is written. */
  setOptions(change: Partial<SuggestionOptions>): Promise<void>;

  /** Reads every sheet and pools; also reads the rule books, virements and register that are in the workbook. */
  readSheets(): Promise<void>;
  /** Looks at chosen files and shows sheet by sheet what would come in. Nothing is written. */
  bringIn(files: readonly ChosenFile[]): Promise<void>;
  /** The same for the sample partnership. */
  bringInSample(): Promise<void>;
  /** What to do with one sheet of the files looked at. */
  changeBringIn(id: string, change: Partial<Pick<SheetChoice, "chosen" | "as">>): void;
  /** Puts the chosen sheets into the workbook with a record of where they came from, and reads everything again. */
  confirmBringIn(): Promise<void>;
  cancelBringIn(): void;
  /** Reads a sheet's table as corrected, at once, and remembers it in tblMapping. */
  correct(at: TablePlace, change: Correction): Promise<void>;
  /** The same, with the column or range taken from the cells selected in the sheet. */
  correctBySelection(at: TablePlace, as: ColumnField | "range"): Promise<void>;
  /** Chooses where virements of a table go, and remembers it in tblMapping. */
  chooseTarget(at: TablePlace, choice: TargetChoice): Promise<void>;
  /** The same for the column of the cells selected in the sheet, into which virements are then added. */
  chooseTargetBySelection(at: TablePlace): Promise<void>;
  /** Looks for suggestions under the rule books. Nothing is written. */
  suggest(): Promise<void>;
  /** Finds other whole sets and keeps them beside the suggestions. Nothing is written. */
  compareSets(): Promise<void>;
  /** Writes the pooled view and its tables as sheets of ours. */
  writeViews(): Promise<void>;
  /** Puts the suggestions into the workbook (Flexibility, Virements) for review. */
  writeSuggestions(): Promise<void>;

  /** Records a decision in tblVirements, of the approver named or else of the one whose turn it is. Refusing needs a reason. */
  decide(virementId: string, decision: Decision, reason: string, approver?: string): Promise<void>;
  /** Accepts less than was suggested: a new version, which every other approver agrees to anew. */
  amend(virementId: string, amountPence: Pence, reason: string): Promise<void>;
  /** States how VAT falls on a payment between bodies, and the day on which it is paid; an empty text takes it back. */
  statePayment(virementId: string, vatNote: string, cashOn: string): Promise<void>;
  /** Puts a virement of one or several rows into the workbook: to whom the rules name, or as a draft that says what is missing. */
  draft(stated: StatedDraft): Promise<void>;
  removeDraft(virementId: string): Promise<void>;
  /** Writes what was applied, reversed or approved as budget entries, with the virement forms, on sheets of ours. */
  writeJournal(): Promise<void>;
  /** Shows every cell old -> new for the accepted, not yet applied virements (all of them, or the ones named). */
  previewApply(virementIds?: readonly string[]): Promise<void>;
  /** The same for taking back an applied one, which needs a reason. */
  previewRevert(virementId: string, reason: string): Promise<void>;
  /** Does what the preview shows, or refuses whole and says why. */
  confirmPreview(): Promise<void>;
  cancelPreview(): void;

  showCell(cell: CellRef): Promise<void>;
  /** Stops the job under way; things stay as they were. */
  stop(): void;
  dismissFailure(): void;
}
