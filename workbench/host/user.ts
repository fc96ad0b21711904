/** A person at the grid, or a co-author elsewhere: edits that do not come from the add-in. */
import { announceChanges } from "./announce";
import { areaOf, MAX_COLUMNS, parseArea } from "./model/address";
import type { Area } from "./model/address";
import { wireValue } from "./model/cell";
import type { SheetModel } from "./model/sheet";
import { deleteCells, insertCells } from "./model/shift";
import type { Entered } from "./model/write";
import { matrixFor, writeEntries } from "./model/write";
import type { Session } from "./richapi/session";
import type { WacBridge } from "./wac/bridge";

export interface EditOptions {
  /** True for a co-author in another session: events then say `Remote`. */
  readonly remote?: boolean;
  /** True between two requests of the add-in (`bridge.beforeRequest`), where waiting for them to end would never end. */
  readonly midway?: boolean;
}

export class User {
  constructor(
    private readonly session: () => Session,
    private readonly bridge: WacBridge,
  ) {}

  /** Types a value, or a matrix of them, into an address of a sheet. */
  async edit(sheetName: string, address: string, value: Entered | Entered[][], options: EditOptions = {}): Promise<void> {
    const { sheet, area } = this.place(sheetName, address);
    await this.change(options, () => writeEntries(this.session().workbook, sheet, area, matrixFor(area, value)));
  }

  async insertRows(sheetName: string, firstRow: number, count: number, options: EditOptions = {}): Promise<void> {
    const sheet = this.sheet(sheetName);
    await this.change(options, () => insertCells(this.session().workbook, sheet, areaOf(firstRow - 1, 0, count, MAX_COLUMNS), "row"));
  }

  async deleteRows(sheetName: string, firstRow: number, count: number, options: EditOptions = {}): Promise<void> {
    const sheet = this.sheet(sheetName);
    await this.change(options, () => deleteCells(this.session().workbook, sheet, areaOf(firstRow - 1, 0, count, MAX_COLUMNS), "row"));
  }

  /** Sorts rows of an area by one of its columns, as text; ties keep their order. */
  async sortRows(sheetName: string, address: string, column: number, options: EditOptions = {}): Promise<void> {
    const { sheet, area } = this.place(sheetName, address);
    const rows = this.formulas(sheetName, address) as Entered[][];
    const key = (row: Entered[]): string => String(row[column] ?? "");
    const sorted = [...rows].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
    await this.change(options, () => writeEntries(this.session().workbook, sheet, area, sorted));
  }

  async renameSheet(from: string, to: string, options: EditOptions = {}): Promise<void> {
    await this.change(options, () => this.session().workbook.renameSheet(this.sheet(from), to));
  }

  async deleteSheet(name: string, options: EditOptions = {}): Promise<void> {
    await this.change(options, () => this.session().workbook.deleteSheet(this.sheet(name)));
  }

  protectSheet(name: string, isProtected = true): void {
    this.sheet(name).isProtected = isProtected;
  }

  /** Unlocks cells so that they stay writable on a protected sheet. */
  unlock(sheetName: string, address: string): void {
    const { sheet, area } = this.place(sheetName, address);
    sheet.restyle(area, (style) => ({ ...style, locked: false }));
  }

  select(sheetName: string, address: string): void {
    const { sheet, area } = this.place(sheetName, address);
    this.session().workbook.select(sheet, area);
    announceChanges(this.session(), this.bridge, "user");
  }

  /** Starts typing in a cell and does not finish: requests are refused, or wait when they asked to. */
  beginEdit(): void {
    this.bridge.beginEdit();
  }

  endEdit(): void {
    this.bridge.endEdit();
  }

  /** What stands in an area, as a test wants to compare it. */
  values(sheetName: string, address: string): (string | number | boolean)[][] {
    return this.read(sheetName, address, (sheet, row, column) => wireValue(sheet.cellAt(row, column)?.value ?? ""));
  }

  formulas(sheetName: string, address: string): (string | number | boolean)[][] {
    return this.read(sheetName, address, (sheet, row, column) => {
      const cell = sheet.cellAt(row, column);
      return cell?.formula ?? wireValue(cell?.value ?? "");
    });
  }

  private read<T>(sheetName: string, address: string, at: (sheet: SheetModel, row: number, column: number) => T): T[][] {
    const { sheet, area } = this.place(sheetName, address);
    return Array.from({ length: area.rowCount }, (_, row) =>
      Array.from({ length: area.columnCount }, (__, column) => at(sheet, area.row + row, area.column + column)),
    );
  }

  private async change({ remote = false, midway = false }: EditOptions, act: () => void): Promise<void> {
    if (!midway) {
      await this.bridge.idle();
    }
    act();
    await this.session().workbook.calculate();
    announceChanges(this.session(), this.bridge, remote ? "co-author" : "user");
  }

  private sheet(name: string): SheetModel {
    const sheet = this.session().workbook.findSheet(name);
    if (!sheet) {
      throw new Error(`There is no sheet "${name}".`);
    }
    return sheet;
  }

  private place(sheetName: string, address: string): { sheet: SheetModel; area: Area } {
    const area = parseArea(address);
    if (!area) {
      throw new Error(`"${address}" is not an address.`);
    }
    return { sheet: this.sheet(sheetName), area };
  }
}
