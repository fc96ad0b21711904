// Where a virement of one line goes: as the sheet's officer chose, or for a reversal where the register says it went.
import { cellAddress, parseAddress } from "../budget/cells";
import type { BudgetLine } from "../budget/line";
import { pencePerUnit } from "../money/unit";
import { valueAt, type SheetGrid } from "../reading/grid";
import { unitNamed } from "../reading/words/headingWords";
import type { SheetReading, TableMapping } from "../reading/types";
import type { RegisterRow } from "../virement/life";
import { addsCell, chosenKind, targetColumn, type TargetColumn, type TargetKind } from "./targets";
import { PURSE_SHEETS } from "./sheetNames";
import type { CellGuard } from "./types";

/**
 * `follows` says of a column whether the revised budget does: "yes" for a formula that plainly adds it and for a sheet without a revised
 * column, "unsure" for any other formula, "no" for a figure.
 */
export type Target =
  | { readonly kind: "revised"; readonly address: string }
  | { readonly kind: "column"; readonly address: string; readonly heading: string; readonly pencePerUnit: number; readonly follows: "yes" | "no" | "unsure" }
  | { readonly kind: "journal" };

export interface TargetInput {
  readonly grids: readonly SheetGrid[];
  readonly lines: readonly BudgetLine[];
  /** Without them every line goes into its revised budget. */
  readonly sheets?: readonly SheetReading[];
  /** For sheets whose officer has not chosen. */
  readonly unchosen?: TargetKind;
}

export class TargetFinder {
  private linesOnRow: ReadonlyMap<string, number> | null = null;
  private readonly asked = new Map<string, CellGuard>();

  constructor(private readonly input: TargetInput) {}

  /** As chosen, or a sentence without its end why it can't go there. */
  of(line: BudgetLine): Target | string {
    const table = this.tableOf(line);
    this.hold(table);
    const kind = chosenKind(table?.target) ?? this.input.unchosen ?? "revised";
    if (kind === "unknown") return `${PURSE_SHEETS.mapping}!${table?.target?.cells?.goesTo.address ?? ""} says "${table?.target?.goesTo ?? ""}", which is none of the choices`;
    if (kind === "journal") return { kind };
    if (kind === "revised") return revisedOf(line);
    if (table === undefined) return `no table of sheet "${line.source.sheet}" is known, so it has no column for virements`;
    const column = targetColumn(table.target?.column ?? "", table);
    return typeof column === "string" ? column : this.columnTarget(line, table, column);
  }

  /** Where the row was registered, at the line's place now. */
  registered(line: BudgetLine, row: RegisterRow): Target | string {
    const into = row.detail?.into;
    if (row.sheet === PURSE_SHEETS.journal) return { kind: "journal" };
    const heading = headingOf(into ?? "");
    if (heading === null) return revisedOf(line);
    const table = this.tableOf(line);
    const letters = row.address.replace(/\d+$/, "");
    if (table === undefined) return `sheet "${line.source.sheet}" is no longer read`;
    const column = targetColumn(`${letters} "${heading}"`, table);
    return typeof column === "string" ? column : this.columnTarget(line, table, column);
  }

  /** The cells of the mapping that were asked: somebody may choose otherwise before the plan is applied. */
  guards(): readonly CellGuard[] {
    return [...this.asked.values()];
  }

  private columnTarget(line: BudgetLine, table: TableMapping, { column, heading }: TargetColumn): Target | string {
    const { file, sheet, address, cells } = line.source;
    const row = parseAddress(address)?.row ?? -1;
    if ((this.countOnRows().get(rowKey(line)) ?? 0) > 1) return `row ${row + 1} of sheet "${sheet}" holds more than one line (spending and income, say), and one cell of virements can't tell which`;
    const revised = cells.revised === undefined ? null : parseAddress(cells.revised);
    const grid = this.input.grids.find((each) => each.sheet === sheet && each.file === file);
    const formula = revised === null ? null : grid?.formulas?.[revised.row]?.[revised.column] ?? null;
    const follows = revised === null ? (line.revisedPence === null ? "no" : "yes") : formula === null ? "no" : addsCell(formula, row, column) ? "yes" : "unsure";
    const main = table.columns.find((each) => each.field === "revised" || each.field === "original")?.heading ?? "";
    const own = unitNamed(heading)?.unit;
    const unit = own === undefined || own === unitNamed(main)?.unit ? table.unit : own;
    return { kind: "column", address: cellAddress(row, column), heading, pencePerUnit: pencePerUnit(unit), follows };
  }

  private tableOf({ source }: BudgetLine): TableMapping | undefined {
    const tables = this.input.sheets?.find(({ sheet, file }) => sheet === source.sheet && file === source.file)?.tables ?? [];
    const row = parseAddress(source.address)?.row ?? -1;
    return tables.find(({ area }) => row >= area.top && row <= area.bottom) ?? tables[0];
  }

  private hold(table: TableMapping | undefined): void {
    for (const { file, sheet, address } of Object.values(table?.target?.cells ?? {})) {
      const at = parseAddress(address);
      const grid = this.input.grids.find((each) => each.sheet === sheet && each.file === file);
      if (at !== null && grid !== undefined) this.asked.set(`${sheet}!${address}`, { sheet, address, value: valueAt(grid, at.row, at.column) });
    }
  }

  private countOnRows(): ReadonlyMap<string, number> {
    if (this.linesOnRow !== null) return this.linesOnRow;
    const counts = new Map<string, number>();
    for (const line of this.input.lines) counts.set(rowKey(line), (counts.get(rowKey(line)) ?? 0) + 1);
    this.linesOnRow = counts;
    return counts;
  }
}

/** True where the line's budget shows the amount by itself: it is written there, or its formula plainly adds the column. */
export function takesUp(target: Target): boolean {
  return target.kind === "revised" || (target.kind === "column" && target.follows === "yes");
}

/** How the register names where a virement went: "revised budget", 'column "Virements"' or "journal sheet only". */
export function intoWords(target: Target): string {
  return target.kind === "column" ? `column "${target.heading}"` : target.kind === "journal" ? "journal sheet only" : "revised budget";
}

function headingOf(into: string): string | null {
  return /^column "(.*)"$/s.exec(into)?.[1] ?? null;
}

function revisedOf(line: BudgetLine): Target | string {
  const address = line.source.cells.revised;
  return address === undefined ? `line ${line.id} has no revised budget column on sheet "${line.source.sheet}"` : { kind: "revised", address };
}

function rowKey({ source: { file, sheet, address } }: BudgetLine): string {
  return JSON.stringify([file, sheet, address.replace(/^[A-Z]+/, "")]);
}
