// The rows under a table's headings: amount rows with their money in pence as printed, section headings, notes.
import { isAboutFigures } from "../columns/unit";
import { asPence, isPence } from "../../money/pence";
import { pencePerUnit, toPence, type MoneyUnit } from "../../money/unit";
import { decimalsOf, readAmount, type AmountReading, type NumberStyle } from "../words/amounts";
import { fold, isBlank, oneLine } from "../words/cellText";
import { valueAt, type SheetGrid } from "../grid";
import { rowUnits } from "../columns/rowUnits";
import { creditRows } from "../columns/sideFlags";
import { sideOfHeading } from "../words/sideWords";
import type { FoundTable, ReadColumn, TableBody, BodyRow, TextRow, OddCell, PrintedAmount } from "../tableSteps";

export function amountColumns(columns: readonly ReadColumn[]): readonly ReadColumn[] {
  return columns.filter((c) => c.stage !== null);
}

export function readBody(grid: SheetGrid, table: FoundTable, columns: readonly ReadColumn[], unit: MoneyUnit, style: NumberStyle): TableBody {
  const amounts = amountColumns(columns);
  const of = (field: ReadColumn["field"]): readonly ReadColumn[] => columns.filter((c) => c.field === field);
  const labels = columns.filter((c) => c.field === "description" || c.field === "section" || c.field === "code" || c.field === "subjective");
  const skip = new Set([...table.headerRows, ...table.repeatedHeaderRows]);
  const places = new RoundingPlaces(grid, table, amounts, style);
  const credits = creditRows(grid, table, columns);
  const ownUnits = rowUnits(grid, table, columns);
  const rows: BodyRow[] = [];
  const texts: TextRow[] = [];
  let heading: { text: string; row: number }[] = [];
  let block = 0;
  let sectionColumnText = "";
  let carried = "";
  const fillsDown = writtenOnce(grid, table, of("section"));
  const headerRepeats = new Set(table.repeatedHeaderRows);
  const ownName = table.headerRows.map((row) => of("description").map((c) => oneLine(valueAt(grid, row, c.column))).join(" ")).filter((text) => text !== "").join(" ");
  const blocksAreNamed = table.repeatedHeaderRows.some((row) => of("description").some((c) => ![ownName, ""].includes(oneLine(valueAt(grid, row, c.column)))));
  let sections: readonly string[] = blocksAreNamed && ownName !== "" ? [ownName] : [];
  const first = (table.headerRows[table.headerRows.length - 1] ?? table.area.top) + 1;
  for (let row = first; row <= table.area.bottom; row += 1) {
    if (skip.has(row)) {
      // The headings of a next block may name it over its labels ("Adults", then "Children").
      const named = headerRepeats.has(row) ? of("description").map((c) => oneLine(valueAt(grid, row, c.column))).join(" ") : "";
      if (named !== "" && named !== ownName) {
        heading = [{ text: named, row }];
        sections = [named];
        block += 1;
      }
      continue;
    }
    const at = amounts.map((c) => [c.column, ...(c.goesOn ?? [])].find((column) => !isBlank(valueAt(grid, row, column))) ?? c.column);
    const cells = at.map((column) => cellAt(grid, row, column, style, credits.has(row)));
    const text = (found: readonly ReadColumn[]): string => found.map((c) => oneLine(valueAt(grid, row, c.column))).filter((t) => t !== "").join(" ");
    const label = text(labels);
    const anyAmount = cells.some((cell) => cell.kind === "number" || cell.kind === "nil");
    const odd = cells.flatMap((reading, i): OddCell[] =>
      reading.kind === "error" || reading.kind === "text" || reading.kind === "missing" || reading.kind === "percent" ? [{ column: at[i] ?? 0, reading }] : []);
    const alone = label === "" && !anyAmount ? onlyWords(grid, table, row) : "";
    if (!anyAmount && (odd.length === 0 || alone !== "")) {
      // Where amounts stand left of the words, a section's name may stand in a column of amounts.
      const text = label === "" ? alone : label;
      if (text === "") continue;
      // "Amounts in £'000 (brackets = income)" right below the headings heads no lines.
      if (rows.length === 0 && isAboutFigures(text)) {
        texts.push({ row, text, kind: "note" });
        continue;
      }
      const first = heading[heading.length - 1];
      // Headings on neighbouring rows nest; a heading after amounts starts afresh.
      heading = first !== undefined && (rows[rows.length - 1]?.row ?? -1) < first.row && heading.length < 4
        ? [...heading, { text, row }] : [{ text, row }];
      sections = heading.map((h) => h.text);
      block += 1;
      texts.push({ row, text, kind: "section" });
      continue;
    }
    if (!anyAmount && odd.length > 0 && label === "") continue;
    // "Total income" ends what stands under "Income", also where the next lines have a section beside them and no heading over them.
    const ended = heading.findIndex((h) => closesSide(label, h.text));
    const code = blankToNull(text(of("code")));
    const subjective = blankToNull(text(of("subjective")));
    const printedSection = text(of("section"));
    if (printedSection !== "") carried = printedSection;
    const own = printedSection === "" && fillsDown && text(of("description")) !== "" ? carried : printedSection;
    if (own !== "" && own !== sectionColumnText) {
      sectionColumnText = own;
      block += 1;
    }
    const described = text(of("description"));
    const figures = cells.map((cell, i) => (cell.kind === "number" ? printed(cell, at[i], amounts[i], unit, ownUnits?.units.get(row) ?? null, places, /;[^;]*\(/.test(grid.numberFormats?.[row]?.[at[i] ?? 0] ?? "")) : cell.kind === "nil" ? zero(at[i], amounts[i], unit) : null));
    rows.push({
      row, code, subjective,
      description: described !== "" ? described : [code, subjective].filter((t) => t !== null).join(" ") || own,
      label, block,
      sections: own === "" || described === "" ? sections : [...sections, own],
      agency: blankToNull(text(of("agency"))),
      holder: blankToNull(text(of("holder"))), note: blankToNull(text(of("note"))),
      amounts: figures,
      odd: [...odd, ...cells.flatMap((cell, i): OddCell[] => (cell.kind === "number" && figures[i] === null ? [beyondMoney(cell, at[i] ?? 0)] : []))],
      nilColumns: cells.flatMap((cell, i) => (cell.kind === "nil" ? [at[i] ?? 0] : [])),
    });
    if (ended < 0) continue;
    heading = heading.slice(0, ended);
    sections = heading.map((h) => h.text);
  }
  return { rows, texts };
}

/** The label is the total of what stands under a heading that names a side of the account. */
function closesSide(label: string, heading: string): boolean {
  const [words, side] = [fold(label), fold(heading)];
  return sideOfHeading(heading) !== null && [`total ${side}`, `${side} total`, `sub total ${side}`, `${side} sub total`, `total for ${side}`].includes(words);
}

/** An amount marked as a credit is negative; a number shown as a percentage is a share, no money, as "5%" is. */
function cellAt(grid: SheetGrid, row: number, column: number, style: NumberStyle, credit: boolean): AmountReading {
  const reading = readAmount(valueAt(grid, row, column), style);
  if (credit && reading.kind === "number" && reading.value > 0) return { ...reading, value: -reading.value, negativeForm: "CR" };
  return reading.kind === "number" && /%/.test(grid.numberFormats?.[row]?.[column] ?? "") ? { kind: "percent", text: `${Number((reading.value * 100).toFixed(6))}%` } : reading;
}

/** Sections stand in a column of their own, each only beside its first line: no text comes twice running, and most cells below it are blank. */
function writtenOnce(grid: SheetGrid, table: FoundTable, sections: readonly ReadColumn[]): boolean {
  if (sections.length !== 1) return false;
  const headings = new Set([...table.headerRows, ...table.repeatedHeaderRows]);
  let [last, filled, rows] = ["", 0, 0];
  for (let row = (table.headerRows[table.headerRows.length - 1] ?? table.area.top) + 1; row <= table.area.bottom; row += 1) {
    if (headings.has(row) || (grid.values[row] ?? []).every(isBlank)) continue;
    rows += 1;
    const own = oneLine(valueAt(grid, row, sections[0]?.column ?? 0));
    if (own === "") continue;
    if (own === last) return false;
    last = own;
    filled += 1;
  }
  return filled * 2 <= rows;
}

/** The words of a row that holds nothing else; "" for any other row. */
function onlyWords(grid: SheetGrid, table: FoundTable, row: number): string {
  const filled = table.columns.map((column) => valueAt(grid, row, column)).filter((value) => !isBlank(value));
  const [only = null] = filled;
  return filled.length === 1 && readAmount(only).kind === "text" ? oneLine(only) : "";
}

function blankToNull(text: string): string | null {
  return text === "" ? null : text;
}

function zero(at: number | undefined, column: ReadColumn | undefined, unit: MoneyUnit): PrintedAmount {
  return { column: at ?? 0, pence: 0, unit: column?.unit ?? unit, roundingPence: 0, exact: true, named: false, inBrackets: false, credit: false };
}

/** A number so large that its pence can't be held: never rounded into a figure, and named. */
function beyondMoney({ value }: Extract<AmountReading, { kind: "number" }>, column: number): OddCell {
  return { column, reading: { kind: "text", text: `${value} (too large for an amount of money)` } };
}

function printed(cell: Extract<AmountReading, { kind: "number" }>, at: number | undefined, column: ReadColumn | undefined, unit: MoneyUnit, ofRow: MoneyUnit | null, places: RoundingPlaces, bracketFormat: boolean): PrintedAmount | null {
  const own = cell.unit ?? ofRow ?? column?.unit ?? unit;
  const scaled = cell.value * pencePerUnit(own);
  if (!isPence(Math.round(scaled))) return null;
  const { pence, exact } = toPence(cell.value, own);
  const decimals = cell.unit === null ? places.of(column?.column ?? 0) : cell.decimals;
  const place = pencePerUnit(own) / 10 ** Math.min(decimals, 9);
  return { column: at ?? 0, pence: asPence(pence), unit: own, roundingPence: place <= 1 && exact ? 0 : Math.max(place, 1), exact, named: cell.unit !== null || ofRow !== null, inBrackets: cell.negativeForm === "brackets" || (cell.negativeForm === "minus" && bracketFormat), credit: cell.negativeForm === "CR" };
}

/** Decimal places of a column: as many as its most precise figure prints, since a column is rounded alike. */
class RoundingPlaces {
  private readonly places = new Map<number, number>();
  constructor(grid: SheetGrid, table: FoundTable, columns: readonly ReadColumn[], style: NumberStyle) {
    for (const { column } of columns) {
      let most = 0;
      for (let row = table.area.top; row <= table.area.bottom; row += 1) {
        const value = valueAt(grid, row, column);
        if (isBlank(value)) continue;
        if (typeof value === "number") {
          most = Math.max(most, decimalsOf(value));
          continue;
        }
        const reading = readAmount(value, style);
        if (reading.kind === "number" && reading.unit === null) most = Math.max(most, reading.decimals);
      }
      this.places.set(column, most);
    }
  }
  of(column: number): number {
    return this.places.get(column) ?? 0;
  }
}
