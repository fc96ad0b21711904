// A sheet too long to be one text: the library makes the sheet around its first rows, and the other rows are written one by one.
import type { CellStyle as FileStyle, WriteSheet } from "hucre/xlsx";
import { cellAddress, parseAddress } from "../core/budget/cells";
import type { SheetCell, SheetSpec } from "../core/writing/types";
import { fileStyle } from "./cellStyles";
import { cellXml } from "./cellXml";
import { linkOf, styleOf, type Paths } from "./fileCells";
import { linkRelationship, linkXml } from "./linkXml";
import { outlineLevels, rowHeight } from "./rowShapes";
import type { SharedTexts } from "./sharedTexts";

interface Template {
  /** The sheet's part up to the rows that the library did not make, and after them. */
  readonly before: string;
  readonly after: string;
  /** The number in the workbook's list of styles. */
  readonly styleIds: ReadonlyMap<FileStyle, number>;
}

export class LongSheet {
  private readonly styles = new Set<FileStyle>();
  private width = 0;
  /** The first row that the library does not make: what stands above a table's body it does. */
  private readonly start: number;

  constructor(private readonly spec: SheetSpec, private readonly paths: Paths) {
    this.start = 1 + spec.tables.reduce((last, { area }) => Math.max(last, area.top), 0);
  }

  /** Every cell has to be shown before the template is made, so that every look is in it. */
  see(cell: SheetCell, column: number): void {
    const linked = cell.link !== undefined;
    const width = this.spec.columnWidths[column] ?? 0;
    this.width = Math.max(this.width, column + 1);
    this.styles.add(fileStyle(cell.style, cell.format, linked, width, false));
    if (cell.style === "header") this.styles.add(fileStyle(cell.style, cell.format, linked, width, true));
  }

  /** The sheet with its first rows, and of the next row the figures alone: headings stand as the figures below them do. */
  head(): SheetSpec {
    const { rows, outlineRows } = this.spec;
    const next = (rows[this.start] ?? []).map((cell) => (typeof cell?.value === "number" ? { value: cell.value } : null));
    return {
      ...this.spec,
      rows: [...rows.slice(0, this.start), next],
      outlineRows: outlineRows.filter(({ from }) => from < this.start).map(({ from, to }) => ({ from, to: Math.min(to, this.start - 1) })),
    };
  }

  /** The head with one more row, that has a cell of every look: from it the looks' numbers are learnt, and then it goes. */
  template(head: WriteSheet): WriteSheet {
    const cells = new Map(head.cells);
    for (const [i, style] of [...this.styles].entries()) cells.set(`${this.start + 1},${i}`, { value: null, style });
    return { ...head, rows: [...(head.rows ?? []), []], cells };
  }

  /** The sheet's part, piece by piece. `made` is the library's for the template; links outside are added to `relationships`. */
  *xml(made: string, texts: SharedTexts, relationships: string[], onRow: () => void): Generator<string> {
    const { before, after, styleIds } = this.split(made);
    const { rows, columnWidths } = this.spec;
    const levels = outlineLevels(this.spec);
    const letters = Array.from({ length: this.width }, (_, column) => cellAddress(0, column).slice(0, -1));
    const links: string[] = [];
    yield before;
    let row = rows[this.start] ?? [];
    for (let r = this.start; r < rows.length; r += 1) {
      const below = rows[r + 1] ?? [];
      let cells = "";
      for (const [c, cell] of row.entries()) {
        if (cell === null) continue;
        const address = `${letters[c] ?? ""}${r + 1}`;
        const style = styleOf(cell, columnWidths[c] ?? 0, () => below[c] ?? null);
        cells += cellXml(address, styleIds.get(style) ?? 0, cell, texts);
        if (cell.link === undefined) continue;
        const { target, location } = linkOf(cell.link, this.paths);
        if (location === undefined) relationships.push(linkRelationship(relationships.length, target));
        links.push(linkXml(address, location ?? null, relationships.length - 1));
      }
      yield rowXml(r, rowHeight(row, columnWidths), levels[r] ?? 0, cells);
      row = below;
      onRow();
    }
    yield withLinks(after, links.join(""));
  }

  private split(made: string): Template {
    const data = made.replace("<sheetData/>", "<sheetData></sheetData>");
    const end = data.indexOf("</sheetData>");
    const rowAt = (row: number): number => data.indexOf(`<row r="${row + 1}"`);
    const samples = rowAt(this.start + 1);
    const [cut = end] = [rowAt(this.start), samples].filter((place) => place >= 0);
    const last = cellAddress(Math.max(0, this.spec.rows.length - 1), Math.max(this.width, this.spec.columnWidths.length, 1) - 1);
    return {
      before: data.slice(0, cut).replace(/<dimension ref="[^"]*"\/>/, `<dimension ref="A1:${last}"/>`),
      after: data.slice(end),
      styleIds: this.styleIds(samples < 0 ? "" : data.slice(samples, end)),
    };
  }

  private styleIds(samples: string): Map<FileStyle, number> {
    const styles = [...this.styles];
    const ids = new Map<FileStyle, number>();
    for (const [, address, id] of samples.matchAll(/<c r="([A-Z]+\d+)" s="(\d+)"\/>/g)) {
      const style = styles[parseAddress(address ?? "")?.column ?? -1];
      if (style !== undefined) ids.set(style, Number(id));
    }
    return ids;
  }
}

function rowXml(row: number, height: number | null, level: number, cells: string): string {
  if (cells === "" && height === null && level === 0) return "";
  const attributes = `r="${row + 1}"${height === null ? "" : ` ht="${height}" customHeight="1"`}${level === 0 ? "" : ` outlineLevel="${level}"`}`;
  return cells === "" ? `<row ${attributes}/>` : `<row ${attributes}>${cells}</row>`;
}

/** Links stand after drop-downs and before the page's margins (ECMA-376 18.3.1.99). */
function withLinks(after: string, links: string): string {
  if (links === "") return after;
  if (after.includes("</hyperlinks>")) return after.replace("</hyperlinks>", () => `${links}</hyperlinks>`);
  return after.replace("<pageMargins", () => `<hyperlinks>${links}</hyperlinks><pageMargins`);
}
