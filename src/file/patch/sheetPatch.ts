// Puts values into cells of a worksheet's XML; every character outside those cells stays as it was written.
import { cellAddress, parseAddress } from "../../core/budget/cells";
import type { CellValue } from "../../core/reading/grid";
import { safeText, xmlText } from "../cellText";
import { attribute, tagsOf, withAttribute, withoutAttribute, type XmlTag } from "./xmlTags";

/** Zero-based place and its new value; null empties the cell. */
export interface CellEdit {
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
}

/** Why a cell can't be written; `address` is the cell. */
export class CellRefused extends Error {
  override readonly name = "CellRefused";
  constructor(
    readonly address: string,
    readonly kind: "formula" | "array",
  ) {
    super(`${address} holds a formula`);
  }
}

/**
 * The sheet's XML with these values. A cell keeps its style; one that was not there is put in at its place. Throws CellRefused where a
 * formula stands (also one of several cells, or a data table), RangeError where the XML is no worksheet.
 */
export function patchSheet(xml: string, edits: readonly CellEdit[]): string {
  if (edits.length === 0) return xml;
  refuseArrays(xml, edits);
  return new SheetPatch(xml, edits).patched();
}

class SheetPatch {
  private out = "";
  private copied = 0;
  private prefix = "";
  private readonly rows = new Map<number, CellEdit[]>();
  private readonly waiting: number[];

  constructor(
    private readonly xml: string,
    edits: readonly CellEdit[],
  ) {
    for (const edit of edits) this.rows.set(edit.row, [...(this.rows.get(edit.row) ?? []), edit]);
    this.waiting = [...this.rows.keys()].sort((a, b) => a - b);
    for (const cells of this.rows.values()) cells.sort((a, b) => a.column - b.column);
  }

  patched(): string {
    let row = -1;
    let inside = false;
    for (const tag of tagsOf(this.xml)) {
      if (tag.name === "dimension" && tag.kind !== "close") this.widen(tag);
      else if (tag.name === "sheetData" && tag.kind !== "close") {
        this.prefix = tag.prefix;
        inside = true;
        if (tag.kind === "empty") {
          this.replace(tag, `<${tag.prefix}sheetData>`);
          this.newRowsBefore(Number.MAX_SAFE_INTEGER);
          this.out += `</${tag.prefix}sheetData>`;
          break;
        }
      } else if (inside && tag.name === "sheetData") {
        this.copyTo(tag.start);
        this.newRowsBefore(Number.MAX_SAFE_INTEGER);
        break;
      } else if (inside && tag.name === "row" && tag.kind !== "close") {
        row = numberOr(attribute(this.xml, tag, "r"), row + 2) - 1;
        this.copyTo(tag.start);
        this.newRowsBefore(row);
        if (this.waiting[0] === row) {
          this.waiting.shift();
          this.patchRow(tag, row, this.rows.get(row) ?? []);
        }
      }
    }
    if (!inside) throw new RangeError("there are no rows in it");
    return this.out + this.xml.slice(this.copied);
  }

  private patchRow(rowTag: XmlTag, row: number, edits: readonly CellEdit[]): void {
    const rowText = this.xml.slice(rowTag.start, rowTag.end);
    if (rowTag.kind === "empty") {
      this.replace(rowTag, `${withoutAttribute(rowText, "spans").replace(/\s*\/>$/, ">")}${edits.map((edit) => this.cell(edit, null)).join("")}</${this.prefix}row>`);
      return;
    }
    this.replace(rowTag, withoutAttribute(rowText, "spans"));
    const left = [...edits];
    let column = -1;
    let open: { tag: XmlTag; edit: CellEdit | null } | null = null;
    for (const tag of tagsOf(this.xml, rowTag.end)) {
      if (tag.name === "row") {
        this.copyTo(tag.start);
        this.out += left.map((edit) => this.cell(edit, null)).join("");
        return;
      }
      if (tag.name === "f" && open !== null && open.edit !== null) throw new CellRefused(cellAddress(row, open.edit.column), "formula");
      if (tag.name !== "c") continue;
      if (tag.kind === "close") {
        if (open !== null && open.edit !== null) this.put(open.tag, tag.end, open.edit);
        open = null;
        continue;
      }
      column = parseAddress(attribute(this.xml, tag, "r") ?? "")?.column ?? column + 1;
      while (left[0] !== undefined && left[0].column < column) {
        this.copyTo(tag.start);
        this.out += this.cell(left.shift() as CellEdit, null);
      }
      const edit = left[0]?.column === column ? (left.shift() ?? null) : null;
      if (tag.kind === "empty" && edit !== null) this.put(tag, tag.end, edit);
      open = tag.kind === "open" ? { tag, edit } : null;
    }
    throw new RangeError(`row ${row + 1} never ends`);
  }

  private put(tag: XmlTag, end: number, edit: CellEdit): void {
    this.copyTo(tag.start);
    this.out += this.cell(edit, attribute(this.xml, tag, "s"));
    this.copied = end;
  }

  private newRowsBefore(row: number): void {
    while (this.waiting[0] !== undefined && this.waiting[0] < row) {
      const at = this.waiting.shift() ?? 0;
      this.out += `<${this.prefix}row r="${at + 1}">${(this.rows.get(at) ?? []).map((edit) => this.cell(edit, null)).join("")}</${this.prefix}row>`;
    }
  }

  /** Text is written as text, so that a leading = or @ never becomes a formula. */
  private cell({ row, column, value }: CellEdit, style: string | null): string {
    const p = this.prefix;
    const head = `<${p}c r="${cellAddress(row, column)}"${style === null ? "" : ` s="${style}"`}`;
    if (value === null || value === "") return `${head}/>`;
    if (typeof value === "number") return `${head}><${p}v>${value}</${p}v></${p}c>`;
    if (typeof value === "boolean") return `${head} t="b"><${p}v>${value ? 1 : 0}</${p}v></${p}c>`;
    return `${head} t="inlineStr"><${p}is><${p}t xml:space="preserve">${xmlText(safeText(value))}</${p}t></${p}is></${p}c>`;
  }

  /** The used area, which some readers trust. */
  private widen(tag: XmlTag): void {
    const [from, to] = (attribute(this.xml, tag, "ref") ?? "").split(":").map(parseAddress);
    if (from === undefined || from === null) return;
    const all = [from, to ?? from, ...[...this.rows.values()].flat()];
    const bounds = (of: (place: { row: number; column: number }) => number): [number, number] => [Math.min(...all.map(of)), Math.max(...all.map(of))];
    const [top, bottom] = bounds((place) => place.row);
    const [left, right] = bounds((place) => place.column);
    const ref = `${cellAddress(top, left)}:${cellAddress(bottom, right)}`;
    this.replace(tag, withAttribute(this.xml.slice(tag.start, tag.end), "ref", ref));
  }

  private copyTo(at: number): void {
    this.out += this.xml.slice(this.copied, at);
    this.copied = at;
  }

  private replace(tag: XmlTag, text: string): void {
    this.copyTo(tag.start);
    this.out += text;
    this.copied = tag.end;
  }
}

/** Formulas that fill several cells stand in the first of them only: the others look like plain values and are none. */
function refuseArrays(xml: string, edits: readonly CellEdit[]): void {
  for (const tag of tagsOf(xml)) {
    if (tag.name !== "f" || tag.kind === "close") continue;
    const type = attribute(xml, tag, "t");
    const [from, to] = type === "array" || type === "dataTable" ? (attribute(xml, tag, "ref") ?? "").split(":").map(parseAddress) : [];
    if (from === undefined || from === null) continue;
    const end = to ?? from;
    const hit = edits.find((e) => e.row >= from.row && e.row <= end.row && e.column >= from.column && e.column <= end.column);
    if (hit !== undefined) throw new CellRefused(cellAddress(hit.row, hit.column), "array");
  }
}

function numberOr(text: string | null, otherwise: number): number {
  return text === null || !/^\d+$/.test(text) ? otherwise : Number(text);
}
