// The canonical budget line: one amount row of one agency, with its coding, its amounts by stage and the evidence for each.
import type { Pence } from "../money/pence";
import type { AgencyId } from "./agency";
import type { CellRef } from "./cells";

export const NATURES = [
  "GROSS_EXP", "EXT_INCOME", "IA_PAYMENT", "IA_INCOME", "INTERNAL_RECHARGE", "NON_CONTROLLABLE", "RESERVE_MOVE", "FUNDING_BELOW_LINE",
] as const;
/** What a line is. IA_ is between agencies: a payment to, or income from, a partner. */
export type Nature = (typeof NATURES)[number];

export const ARRANGEMENTS = ["own", "aligned", "pooled", "lead", "integrated", "grant"] as const;
/** How the line is governed. An attribute of the line, not of the workbook. */
export type Arrangement = (typeof ARRANGEMENTS)[number];

export const STAGES = ["original", "revised", "forecast", "actual", "outturn"] as const;
/** Budget stage. `actual` is year to date; `outturn` the final figure. */
export type Stage = (typeof STAGES)[number];

export type Control = "CENTRAL" | "DELEGATED" | "LOCAL";
export type Recurrence = "REC" | "NONREC";

/** A part of the line paid from one fund. Splits of a line add to its revised budget (control R6). */
export interface FundingSplit {
  /** Fund code as the partners use it, e.g. GEN, PHG, DSG, ALLOC. */
  readonly fund: string;
  /** Ring-fence id (a row of the funds table), or null for unrestricted money. */
  readonly ringFence: string | null;
  readonly pence: Pence;
}

/** Why a field has its value. `words` means inferred from the sheet's own text; `default` means nothing told. */
export interface Evidence {
  readonly kind: "cell" | "coding" | "words" | "default";
  /** One clause for people, e.g. 'the words "income from ICB"'. */
  readonly reason: string;
  readonly cell: CellRef | null;
}

export type InferredField =
  | "agency" | "nature" | "counterparty" | "outcome" | "clientGroup" | "subjectiveGroup" | "serviceGroup" | "funding" | "arrangement" | "control" | "recurrence";

export interface BudgetLine {
  /** Stable: the partnership reference when coded, else "AGENCY/code", else "AGENCY/description" (made unique with #2, #3). Never a row number. */
  readonly id: string;
  /** Code as printed (leading zeros kept), or null. */
  readonly code: string | null;
  /** The cost centre, where the sheet gives it in a column of its own beside a code of the kind of spending; absent elsewhere. */
  readonly costCentre?: string;
  readonly agency: AgencyId;
  readonly description: string;
  /** Headings the line stands under, outermost first. */
  readonly sections: readonly string[];
  readonly nature: Nature;
  /** The other agency of an IA_ line (or the agency itself for a recharge); null when none or outside the partnership. */
  readonly counterparty: AgencyId | null;
  /** Scheme by which partners pair payments with income, or null. */
  readonly scheme: string | null;
  /** Outcome id; "O0" is unallocated. */
  readonly outcome: string;
  readonly clientGroup: string | null;
  /** Who holds the budget, as the sheet or the coding names them; absent or null when neither does. */
  readonly holder?: string | null;
  /** CIPFA standard subjective group 1-10, or null when the sheet does not tell. */
  readonly subjectiveGroup: number | null;
  /** Service of the statutory returns, or a local one; null when nothing tells it. */
  readonly serviceGroup?: string | null;
  readonly funding: readonly FundingSplit[];
  readonly arrangement: Arrangement;
  readonly pool: string | null;
  readonly control: Control;
  readonly recurrence: Recurrence;
  /** True where the line's owner has confirmed that its underspend will recur; absent where nobody did: then it is this year's only. */
  readonly underspendRecurs?: boolean;
  readonly staffing: boolean;
  /** Amount already spent or contracted that cannot be released, in pence of the line's sign; null when not told. */
  readonly committedPence: Pence | null;
  readonly committedUntil: string | null;
  /** Statutory minimum below which the line may not fall; null when none. */
  readonly floorPence: Pence | null;
  /** Weight of closing pressure on this line; 1 unless the partners agreed another. */
  readonly priority: number;
  readonly note: string | null;
  readonly originalPence: Pence | null;
  readonly revisedPence: Pence | null;
  readonly forecastPence: Pence | null;
  readonly actualPence: Pence | null;
  readonly outturnPence: Pence | null;
  /** Agreed virements that the sheet does not show yet and that were counted into the revised budget for planning; absent as read. */
  readonly agreedPence?: Pence;
  /** Years after the one in hand, where the sheet is a plan over several; absent elsewhere. */
  readonly laterYears?: readonly LaterYear[];
  readonly source: LineSource;
  readonly evidence: Readonly<Partial<Record<InferredField, Evidence>>>;
}

/** A later year of a medium-term plan, in the line's sign. */
export interface LaterYear {
  /** The financial year, as the year it begins in. */
  readonly year: number;
  /** The year's absolute figure; null where a cell on the way to it holds no amount. */
  readonly pence: Pence | null;
  /** The change on the year before as printed, where the plan prints changes; else null. */
  readonly changePence: Pence | null;
  /** The cell on the line's sheet. */
  readonly address: string;
}

/** Where the line stands. `address` is the cell of its main amount (revised if there is one). */
export interface LineSource {
  readonly file: string | null;
  readonly sheet: string;
  readonly address: string;
  readonly cells: Readonly<Partial<Record<Stage, string>>>;
  /** Cells of stages that the body keeps on another sheet than its budgets; absent where all stand on the line's own. */
  readonly apart?: Readonly<Partial<Record<Stage, CellRef>>>;
  /** -1 where the sheet's sign habit is the opposite of ours for this line: a write-back multiplies by it. */
  readonly sign: 1 | -1;
  /** Pence in one of the sheet's units for this line: a write-back divides by it. */
  readonly pencePerUnit: number;
}

export const UNALLOCATED_OUTCOME = "O0";

/** The stage figure of a line in pence, or null when the sheet does not hold it. */
export function stagePence(line: BudgetLine, stage: Stage): Pence | null {
  switch (stage) {
    case "original": return line.originalPence;
    case "revised": return line.revisedPence;
    case "forecast": return line.forecastPence;
    case "actual": return line.actualPence;
    case "outturn": return line.outturnPence;
  }
}

/** The cell of a stage's figure, on whichever sheet it stands; null where no single cell holds it. */
export function stageCell({ source: { file, sheet, cells, apart } }: BudgetLine, stage: Stage): CellRef | null {
  const address = cells[stage];
  return address === undefined ? (apart?.[stage] ?? null) : { file, sheet, address };
}

/** The budget a line is managed against: revised, else original, else outturn, else zero (a missing figure has its own issue). */
export function budgetPence(line: BudgetLine): Pence {
  return line.revisedPence ?? line.originalPence ?? line.outturnPence ?? 0;
}

/** Forecast outturn, or the budget where no forecast is printed. */
export function forecastOrBudgetPence(line: BudgetLine): Pence {
  return line.forecastPence ?? budgetPence(line);
}

/** Forecast less revised budget: + is adverse. */
export function variancePence(line: BudgetLine): Pence {
  return forecastOrBudgetPence(line) - budgetPence(line);
}
