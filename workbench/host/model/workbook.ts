/** The workbook: sheets, tables, names, what is active, and the one place where changes are noted. */
import { loseSheetInFormula, renameSheetInFormula, renameTableInFormula } from "../calc/tokens";
import type { Area } from "./address";
import { areaOf, formatArea, intersection } from "./address";
import { displayText } from "./text";
import { HostError, invalidArgument } from "./errors";
import { SheetModel } from "./sheet";

/** What the host needs of a formula engine; the workbench's grid brings its own. */
export interface Calculator {
  /** Gives every formula cell of the workbook its value. Called after changes, once per batch. */
  calculate(workbook: WorkbookModel): void | Promise<void>;
}

export interface TableModel {
  readonly id: string;
  name: string;
  readonly sheet: SheetModel;
  /** Header and total rows included. */
  area: Area;
  showHeaders: boolean;
  showTotals: boolean;
  style: string;
  showFilterButton: boolean;
  showBandedRows: boolean;
  showBandedColumns: boolean;
  highlightFirstColumn: boolean;
  highlightLastColumn: boolean;
}

export interface NamedItemModel {
  readonly id: string;
  readonly name: string;
  readonly scope: SheetModel | null;
  /** With its leading `=`. */
  formula: string;
  comment: string;
  visible: boolean;
}

/** A range that somebody still holds; it moves with insertions and dies with deletions. */
export class LiveRange {
  isLost = false;
  constructor(
    readonly sheet: SheetModel,
    public area: Area,
  ) {}
}

export type ChangeType = "RangeEdited" | "RowInserted" | "RowDeleted" | "ColumnInserted" | "ColumnDeleted" | "CellInserted" | "CellDeleted";

/** One change of cells, for events and for calculation. */
export interface Change {
  readonly sheet: SheetModel;
  readonly area: Area;
  readonly type: ChangeType;
}

export interface Culture {
  readonly name: string;
  readonly decimalSeparator: string;
  readonly groupSeparator: string;
}

const SHEET_NAME_LIMIT = 31;
const FORBIDDEN_IN_SHEET_NAME = /[\\/?*[\]:]/;

export class WorkbookModel {
  name = "Book1.xlsx";
  sheets: SheetModel[] = [];
  tables: TableModel[] = [];
  names: NamedItemModel[] = [];
  activeSheet: SheetModel;
  selection: Area = areaOf(0, 0);
  calculationMode: "Automatic" | "AutomaticExceptTables" | "Manual" = "Automatic";
  culture: Culture = { name: "en-GB", decimalSeparator: ".", groupSeparator: "," };
  readonly liveRanges = new Set<LiveRange>();
  /** Things the host could not do as Excel would; shown to whoever runs the host. */
  readonly warnings: string[] = [];
  private changes: Change[] = [];
  private needsCalculation = false;
  private selectionMoved = false;
  private made = { sheets: 0, tables: 0, others: 0 };

  constructor(public calculator: Calculator) {
    this.activeSheet = this.insertSheet("Sheet1");
  }

  warn(message: string): void {
    if (!this.warnings.includes(message)) {
      this.warnings.push(message);
    }
  }

  nextId(): string {
    this.made.others += 1;
    return String(this.made.others);
  }

  noteChange(change: Change): void {
    this.changes.push(change);
    this.needsCalculation = true;
  }

  noteStructure(): void {
    this.needsCalculation = true;
  }

  takeChanges(): Change[] {
    const taken = this.changes;
    this.changes = [];
    return taken;
  }

  takeSelectionChange(): boolean {
    const moved = this.selectionMoved;
    this.selectionMoved = false;
    return moved;
  }

  /** Brings formula results up to date; `force` also when nothing changed or the mode is manual. */
  async calculate(force = false): Promise<void> {
    if (!force && (!this.needsCalculation || this.calculationMode === "Manual")) {
      return;
    }
    this.needsCalculation = false;
    await this.calculator.calculate(this);
  }

  findSheet(nameOrId: string): SheetModel | undefined {
    const wanted = nameOrId.toLowerCase();
    return this.sheets.find((sheet) => sheet.id.toLowerCase() === wanted || sheet.name.toLowerCase() === wanted);
  }

  /** Adds a sheet at the end. Without a name it is the next free `SheetN`. */
  addSheet(name?: string | null): SheetModel {
    const chosen = name === undefined || name === null || name === "" ? this.freeSheetName() : name;
    this.checkSheetName(chosen);
    this.noteStructure();
    return this.insertSheet(chosen);
  }

  /**
   * support.microsoft.com "Rename a worksheet": 1 to 31 characters, none of / \ ? * : [ ], no apostrophe at either end, not
   * `History`, and unlike every other sheet's name.
   */
  checkSheetName(name: string, except?: SheetModel): void {
    const isForbidden =
      name.length === 0 ||
      name.length > SHEET_NAME_LIMIT ||
      FORBIDDEN_IN_SHEET_NAME.test(name) ||
      name.startsWith("'") ||
      name.endsWith("'") ||
      name.toLowerCase() === "history";
    if (isForbidden) {
      throw invalidArgument(`The sheet name "${name}" is not allowed.`);
    }
    const other = this.sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
    if (other && other !== except) {
      throw new HostError("ItemAlreadyExists", "A resource with the same name or identifier already exists.");
    }
  }

  /** Worksheet.delete (reference page): a workbook keeps at least one visible sheet, and a very hidden sheet can't be deleted. */
  deleteSheet(sheet: SheetModel): void {
    const othersVisible = this.sheets.some((other) => other !== sheet && other.visibility === "Visible");
    if (!othersVisible || sheet.visibility === "VeryHidden") {
      throw new HostError("InvalidOperation");
    }
    const position = this.sheets.indexOf(sheet);
    this.sheets.splice(position, 1);
    this.rewriteFormulas((formula) => loseSheetInFormula(formula, sheet.name));
    this.tables = this.tables.filter((table) => table.sheet !== sheet);
    this.names = this.names.filter((item) => item.scope !== sheet);
    for (const range of this.liveRanges) {
      range.isLost ||= range.sheet === sheet;
    }
    if (this.activeSheet === sheet) {
      const visible = this.sheets.filter((other) => other.visibility === "Visible");
      this.activeSheet = visible.find((other) => this.sheets.indexOf(other) >= position) ?? visible[visible.length - 1] ?? this.activeSheet;
      this.selection = areaOf(0, 0);
    }
    this.noteStructure();
  }

  renameSheet(sheet: SheetModel, name: string): void {
    this.checkSheetName(name, sheet);
    const before = sheet.name;
    sheet.name = name;
    this.rewriteFormulas((formula) => renameSheetInFormula(formula, before, name));
    this.noteStructure();
  }

  renameTableInFormulas(from: string, to: string): void {
    this.rewriteFormulas((formula) => renameTableInFormula(formula, from, to));
    this.noteStructure();
  }

  /** Every formula of the workbook, with the sheet it stands on (null for a name of the whole workbook). */
  rewriteFormulas(rewrite: (formula: string, owner: SheetModel | null) => string): void {
    for (const sheet of this.sheets) {
      for (const row of sheet.rows) {
        for (const cell of row ?? []) {
          if (cell?.formula !== undefined) {
            cell.formula = rewrite(cell.formula, sheet);
          }
        }
      }
      for (const format of sheet.conditionalFormats) {
        format.formula = rewrite(format.formula, sheet);
      }
    }
    for (const item of this.names) {
      item.formula = rewrite(item.formula, item.scope);
    }
  }

  select(sheet: SheetModel, area: Area): void {
    this.selectionMoved ||= sheet !== this.activeSheet || formatArea(area) !== formatArea(this.selection);
    this.activeSheet = sheet;
    this.selection = area;
  }

  moveSheet(sheet: SheetModel, position: number): void {
    if (!Number.isInteger(position) || position < 0 || position >= this.sheets.length) {
      throw invalidArgument("The position is outside the workbook.");
    }
    this.sheets.splice(this.sheets.indexOf(sheet), 1);
    this.sheets.splice(position, 0, sheet);
  }

  findTable(nameOrId: string): TableModel | undefined {
    const wanted = nameOrId.toLowerCase();
    return this.tables.find((table) => table.name.toLowerCase() === wanted || table.id === nameOrId);
  }

  tablesIn(sheet: SheetModel, area: Area): TableModel[] {
    return this.tables.filter((table) => table.sheet === sheet && intersection(table.area, area));
  }

  newTableId(): string {
    this.made.tables += 1;
    return String(this.made.tables);
  }

  findName(name: string, scope: SheetModel | null): NamedItemModel | undefined {
    return this.names.find((item) => item.name.toLowerCase() === name.toLowerCase() && item.scope === scope);
  }

  columnNames(table: TableModel): string[] {
    return Array.from({ length: table.area.columnCount }, (_, index) =>
      table.showHeaders ? displayText(table.sheet.cellAt(table.area.row, table.area.column + index)) : `Column${index + 1}`,
    );
  }

  private insertSheet(name: string): SheetModel {
    this.made.sheets += 1;
    const number = this.made.sheets.toString(16).toUpperCase().padStart(4, "0");
    const sheet = new SheetModel(`{00000000-${number}-0000-0001-000000000000}`, name);
    this.sheets.push(sheet);
    return sheet;
  }

  private freeSheetName(): string {
    let number = this.sheets.length + 1;
    while (this.sheets.some((sheet) => sheet.name.toLowerCase() === `sheet${number}`)) {
      number += 1;
    }
    return `Sheet${number}`;
  }
}
