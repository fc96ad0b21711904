// Changes cells of somebody's workbook and nothing else: every part that need not change keeps its bytes, every formula its cached value.
import { cellAddress, parseAddress } from "../../core/budget/cells";
import type { CellChange, TableResize } from "../../core/writing/types";
import { WorkbookError } from "../../workbook/ports";
import { fileKind } from "../fileKind";
import { PackageParts } from "./packageParts";
import { lockedCells } from "./protection";
import { CellRefused, patchSheet, type CellEdit } from "./sheetPatch";
import { attribute, tagsOf, unescapeText, withAttribute, type XmlTag } from "./xmlTags";

/**
 * The workbook's bytes with these cells changed and these tables resized; asks Excel to calculate everything when it opens. Values are
 * not compared with `before` here. Throws WorkbookError: unsupported (not .xlsx or .xlsm, or signed), not-found (a sheet or table),
 * protected (locked cells), conflict (a formula stands there), unreadable.
 */
export function patchWorkbook(bytes: Uint8Array, name: string, changes: readonly CellChange[], resizes: readonly TableResize[] = []): Uint8Array {
  if (fileKind(bytes, name) !== "zip") throw new WorkbookError("unsupported", `${name} is not an .xlsx or .xlsm workbook, so its cells can't be changed in place. Nothing was written.`, "Save it as .xlsx and read it again.");
  const parts = open(bytes, name);
  if (parts.paths.some((path) => path.startsWith("_xmlsignatures/"))) {
    throw new WorkbookError("unsupported", `${name} is signed, and a change would make its signature void. Nothing was written.`, "Ask its owner for a copy without the signature.");
  }
  try {
    for (const [sheet, cells] of bySheet(changes)) changeSheet(parts, name, sheet, cells);
    for (const resize of resizes) resizeTable(parts, name, resize);
    calculateOnOpening(parts);
  } catch (cause) {
    if (cause instanceof RangeError) throw unreadablePart(name, cause.message);
    throw cause;
  }
  return parts.toBytes();
}

function open(bytes: Uint8Array, name: string): PackageParts {
  try {
    return new PackageParts(bytes);
  } catch (cause) {
    throw unreadablePart(name, String(cause));
  }
}

function bySheet(changes: readonly CellChange[]): Map<string, CellChange[]> {
  const sheets = new Map<string, CellChange[]>();
  for (const change of changes) sheets.set(change.sheet, [...(sheets.get(change.sheet) ?? []), change]);
  return sheets;
}

function changeSheet(parts: PackageParts, name: string, sheet: string, changes: readonly CellChange[]): void {
  const path = parts.sheetPath(sheet);
  if (path === null) throw new WorkbookError("not-found", `${name} holds no sheet called "${sheet}". Nothing was written.`, "Read the workbooks again.");
  const xml = parts.text(path);
  const styles = parts.relations(parts.workbook).find(({ type }) => type.endsWith("/styles"));
  const locked = lockedCells(xml, styles === undefined ? "" : parts.text(styles.path), changes.map(({ address }) => address));
  if (locked.length > 0) {
    throw new WorkbookError("protected", `Sheet "${sheet}" of ${name} is protected, and ${locked.slice(0, 5).join(", ")} can't be written. Nothing was written.`, "Ask the sheet's owner to take the protection off, or use the journal instead.");
  }
  try {
    parts.setText(path, patchSheet(xml, changes.map(editOf)));
  } catch (cause) {
    if (!(cause instanceof CellRefused)) throw cause;
    throw new WorkbookError("conflict", `${sheet}!${cause.address} of ${name} holds a formula, and formulas are never overwritten. Nothing was written.`, "Use the journal instead, or ask the sheet's owner for a cell without a formula.");
  }
}

function editOf({ address, after }: CellChange): CellEdit {
  const place = parseAddress(address);
  if (place === null) throw new RangeError(`"${address}" is not a cell`);
  return { ...place, value: after };
}

function resizeTable(parts: PackageParts, name: string, { sheet, table, area }: TableResize): void {
  const tables = parts.relations(parts.sheetPath(sheet) ?? "").filter(({ type }) => type.endsWith("/table"));
  for (const { path } of tables) {
    const xml = parts.text(path);
    const tags = [...tagsOf(xml)];
    const head = tags.find((tag) => tag.name === "table");
    if (head === undefined || unescapeText(attribute(xml, head, "displayName") ?? "") !== table) continue;
    const ref = `${cellAddress(area.top, area.left)}:${cellAddress(area.bottom, area.right)}`;
    const filter = tags.find((tag) => tag.name === "autoFilter" && tag.kind !== "close");
    parts.setText(path, rewritten(xml, [head, ...(filter === undefined ? [] : [filter])], ref));
    return;
  }
  throw new WorkbookError("not-found", `${name} holds no table called ${table} on sheet "${sheet}". Nothing was written.`, "Write the results again and decide on them there.");
}

function rewritten(xml: string, tags: readonly XmlTag[], ref: string): string {
  let out = "";
  let copied = 0;
  for (const tag of [...tags].sort((a, b) => a.start - b.start)) {
    out += xml.slice(copied, tag.start) + withAttribute(xml.slice(tag.start, tag.end), "ref", ref);
    copied = tag.end;
  }
  return out + xml.slice(copied);
}

/** Elements of a workbook part that stand before its calculation settings (ECMA-376 part 1, 18.2.27). */
const BEFORE_CALC = new Set(["fileVersion", "fileSharing", "workbookPr", "workbookProtection", "bookViews", "sheets", "functionGroups", "externalReferences", "definedNames"]);

/** Cached values stay for readers that don't calculate; Excel is asked to bring them up to date. */
function calculateOnOpening(parts: PackageParts): void {
  const xml = parts.text(parts.workbook);
  let insertAt = -1;
  let prefix = "";
  for (const tag of tagsOf(xml)) {
    if (tag.name === "calcPr" && tag.kind !== "close") {
      parts.setText(parts.workbook, xml.slice(0, tag.start) + withAttribute(xml.slice(tag.start, tag.end), "fullCalcOnLoad", "1") + xml.slice(tag.end));
      return;
    }
    if (BEFORE_CALC.has(tag.name) && tag.kind !== "open") {
      insertAt = tag.end;
      prefix = tag.prefix;
    }
  }
  if (insertAt < 0) throw new RangeError("its workbook part lists no sheets");
  parts.setText(parts.workbook, `${xml.slice(0, insertAt)}<${prefix}calcPr fullCalcOnLoad="1"/>${xml.slice(insertAt)}`);
}

function unreadablePart(name: string, why: string): WorkbookError {
  return new WorkbookError("unreadable", `${name} can't be changed safely: ${why}. Nothing was written.`, "Open it in Excel, save it as .xlsx and try again.", why);
}
