/**
 * A small calculator for the formulas the add-in writes itself, so that the host gives true figures in Node.
 *
 * Anything outside its vocabulary becomes #NAME? and a warning that names it; see docs/decisions for why it is our own.
 */
import type { Area } from "../model/address";
import { isEntireColumn, isEntireRow } from "../model/address";
import type { Cell } from "../model/cell";
import { CellError } from "../model/cell";
import type { SheetModel } from "../model/sheet";
import type { Calculator, WorkbookModel } from "../model/workbook";
import type { Node } from "./ast";
import { parseFormula } from "./ast";
import { functions, join } from "./functions";
import type { Surroundings } from "./functions";
import { placeFunctions } from "./places";
import type { Place } from "./structured";
import { resolveStructured } from "./structured";
import type { Block, Scalar, Value } from "./values";
import { compare, each, error, isBlock, pairwise, toFlag, toNumber } from "./values";

export class Evaluator implements Calculator {
  private readonly trees = new Map<string, Node | null>();

  calculate(workbook: WorkbookModel): void {
    new Calculation(workbook, (formula) => this.tree(formula)).run();
  }

  private tree(formula: string): Node | null {
    const known = this.trees.get(formula);
    if (known !== undefined) {
      return known;
    }
    const made = parseFormula(formula);
    this.trees.set(formula, made);
    return made;
  }
}

/** One pass over the workbook: every formula cell is worked out once, those it needs before it. */
class Calculation implements Surroundings {
  private readonly state = new Map<Cell, "working" | "done">();

  constructor(
    private readonly workbook: WorkbookModel,
    private readonly tree: (formula: string) => Node | null,
  ) {}

  run(): void {
    for (const sheet of this.workbook.sheets) {
      sheet.rows.forEach((cells, row) => {
        cells?.forEach((cell, column) => {
          if (cell?.formula !== undefined) {
            this.settle(cell, { sheet, row, column });
          }
        });
      });
    }
  }

  warn(message: string): void {
    this.workbook.warn(message);
  }

  isRowHidden(block: Block, row: number): boolean {
    return block.place !== undefined && block.place.sheet.rowSettings.get(block.place.area.row + row)?.hidden === true;
  }

  isSubtotal(block: Block, row: number, column: number): boolean {
    const { place } = block;
    const formula = place?.sheet.cellAt(place.area.row + row, place.area.column + column)?.formula;
    return formula !== undefined && /\bSUBTOTAL\s*\(/i.test(formula);
  }

  private settle(cell: Cell, place: Place): void {
    const state = this.state.get(cell);
    if (state === "working") {
      this.workbook.warn(`A circular reference runs through ${place.sheet.name}, row ${place.row + 1}`);
      cell.value = 0;
      this.state.set(cell, "done");
      return;
    }
    if (state === "done" || cell.formula === undefined) {
      return;
    }
    this.state.set(cell, "working");
    const value = this.formula(cell.formula, place);
    cell.value = value ?? 0;
    this.state.set(cell, "done");
  }

  private formula(formula: string, place: Place): Scalar {
    const tree = this.tree(formula);
    if (!tree) {
      this.workbook.warn(`The embedded host can't read the formula ${formula}`);
      return error("#NAME?");
    }
    const value = this.evaluate(tree, place);
    if (!isBlock(value)) {
      return value;
    }
    if (value.rowCount * value.columnCount === 1) {
      return value.at(0, 0);
    }
    this.workbook.warn(`The formula ${formula} would spill, which is not built in the embedded host`);
    return error("#SPILL!");
  }

  private evaluate(node: Node, place: Place): Value {
    switch (node.kind) {
      case "value":
        return node.value;
      case "missing":
        return null;
      case "reference": {
        const sheet = node.sheetName === null ? place.sheet : this.workbook.findSheet(node.sheetName);
        return sheet ? this.cells(sheet, node.area) : error("#REF!");
      }
      case "structured": {
        const target = resolveStructured(this.workbook, node.text, place);
        return target ? this.cells(target.sheet, target.area) : error("#REF!");
      }
      case "name":
        return this.named(node.name, place);
      case "prefix":
        return each(this.evaluate(node.operand, place), (value) => {
          const number = toNumber(value);
          return number instanceof CellError || node.operator === "+" ? number : -number;
        });
      case "percent":
        return each(this.evaluate(node.operand, place), (value) => {
          const number = toNumber(value);
          return number instanceof CellError ? number : number / 100;
        });
      case "binary":
        return pairwise(this.evaluate(node.left, place), this.evaluate(node.right, place), (a, b) => operate(node.operator, a, b));
      case "call":
        return this.call(node.name, node.args, place);
    }
  }

  private named(name: string, place: Place): Value {
    const item = this.workbook.findName(name, place.sheet) ?? this.workbook.findName(name, null);
    const tree = item && this.tree(item.formula);
    if (tree) {
      return this.evaluate(tree, place);
    }
    const table = this.workbook.findTable(name);
    if (table) {
      return this.evaluate({ kind: "structured", text: `${name}[]` }, place);
    }
    this.workbook.warn(`The name ${name} is unknown to the embedded host`);
    return error("#NAME?");
  }

  /** IF and IFERROR look at only what they need; every other function gets all its arguments worked out. */
  private call(name: string, args: readonly Node[], place: Place): Value {
    const [first, second, third] = args;
    if (name === "IF" && first && second) {
      const flag = toFlag(this.single(this.evaluate(first, place)));
      if (flag instanceof CellError) {
        return flag;
      }
      const chosen = flag ? second : third;
      return chosen ? this.evaluate(chosen, place) : false;
    }
    if (name === "IFERROR" && first && second) {
      const value = this.evaluate(first, place);
      return isBlock(value) && value.rowCount * value.columnCount > 1
        ? pairwise(value, this.evaluate(second, place), (seen, instead) => (seen instanceof CellError ? instead : seen))
        : this.single(value) instanceof CellError
          ? this.evaluate(second, place)
          : value;
    }
    const fn = functions[name] ?? placeFunctions[name];
    if (!fn) {
      this.workbook.warn(`The function ${name} is not built in the embedded host`);
      return error("#NAME?");
    }
    return fn(
      args.map((arg) => this.evaluate(arg, place)),
      this,
    );
  }

  /** One value; a block of several, which Excel would work through cell by cell, is not in the vocabulary. */
  single(value: Value | undefined): Scalar {
    if (value === undefined || !isBlock(value)) {
      return value ?? null;
    }
    if (value.rowCount * value.columnCount > 1) {
      this.workbook.warn("An array where one value is wanted is not built in the embedded host");
      return error("#VALUE!");
    }
    return value.at(0, 0);
  }

  private cells(sheet: SheetModel, area: Area): Block {
    return {
      rowCount: area.rowCount,
      columnCount: area.columnCount,
      ...(isEntireColumn(area) ? { usedRows: sheet.rows.length } : {}),
      ...(isEntireRow(area)
        ? { usedColumns: Math.max(0, ...sheet.rows.slice(area.row, area.row + area.rowCount).map((row) => row?.length ?? 0)) }
        : {}),
      place: { sheet, area },
      at: (down, across) => {
        const row = area.row + down;
        const column = area.column + across;
        const cell = sheet.cellAt(row, column);
        if (cell === undefined) {
          return null;
        }
        if (cell.formula !== undefined) {
          this.settle(cell, { sheet, row, column });
          return cell.value;
        }
        return cell.value === "" ? null : cell.value;
      },
    };
  }
}

const operate = (operator: string, left: Scalar, right: Scalar): Scalar => {
  if (left instanceof CellError || right instanceof CellError) {
    return left instanceof CellError ? left : right;
  }
  if (operator === "&") {
    return join(left, right);
  }
  if (/[=<>]/.test(operator)) {
    const order = compare(left, right);
    const holds: Readonly<Record<string, boolean>> = {
      "=": order === 0,
      "<>": order !== 0,
      "<": order < 0,
      "<=": order <= 0,
      ">": order > 0,
      ">=": order >= 0,
    };
    return holds[operator] ?? false;
  }
  const [a, b] = [toNumber(left), toNumber(right)];
  if (a instanceof CellError || b instanceof CellError) {
    return a instanceof CellError ? a : b;
  }
  return arithmetic(operator, a, b);
};

const arithmetic = (operator: string, a: number, b: number): Scalar => {
  switch (operator) {
    case "+":
      return a + b;
    case "-":
      return a - b;
    case "*":
      return a * b;
    case "/":
      return b === 0 ? error("#DIV/0!") : a / b;
    default: {
      const power = a ** b;
      return Number.isFinite(power) ? power : error("#NUM!");
    }
  }
};
