// Looks a zip through before anything parses it: its list of parts, what they claim to hold and what they really unpack to.
import { Inflate } from "fflate";
import { inflates, inMegabytes, notAWorkbook, unreadable } from "./faults";
import { SheetScan } from "./sheetScan";

/** Bounds of what is opened. A workbook of 100,000 budget lines unpacks to some 60 MB. */
export const ZIP_LIMITS = {
  /** All parts together, unpacked. */
  totalBytes: 512_000_000,
  /** One part: a longer one can't be held as text. */
  partBytes: 400_000_000,
  /** Real sheets shrink ten to fifty times; beyond this, above `ratioFromBytes`, it is made to harm. */
  ratio: 200,
  ratioFromBytes: 20_000_000,
  parts: 10_000,
} as const;

export interface ZipPart {
  readonly path: string;
  readonly method: number;
  readonly packedBytes: number;
  readonly unpackedBytes: number;
  /** Where the packed bytes begin. */
  readonly start: number;
  readonly locked: boolean;
}

/**
 * Checks sizes as declared (fast, whatever the file's size), then really unpacks each part without keeping it, stopping at the first
 * byte beyond its declared size. Throws WorkbookError: inflates, unreadable, not-a-workbook. Returns the parts.
 */
export function checkZip(bytes: Uint8Array, name: string): readonly ZipPart[] {
  const parts = listParts(bytes, name);
  checkDeclared(parts, name);
  checkIsWorkbook(parts, name);
  for (const part of parts) checkUnpacks(bytes, part, name);
  return parts;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const ALL_ONES = 0xffffffff;

/** The central list of parts (PKWARE APPNOTE 4.3.12, 4.3.16, 4.5.3). */
function listParts(bytes: Uint8Array, name: string): readonly ZipPart[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const broken = (detail: string) => unreadable(name, "the end of the file is missing or its list of parts is broken", detail);
  let end = bytes.length - 22;
  const lowest = Math.max(0, bytes.length - 22 - 65_535);
  while (end >= lowest && view.getUint32(end, true) !== END) end -= 1;
  if (end < lowest) throw broken("no end record");
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count === 0xffff || at === ALL_ONES) throw inflates(name, "it claims to hold more parts than any workbook does");
  const parts: ZipPart[] = [];
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY) throw broken(`entry ${i}`);
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const path = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    const sizes = partSizes(view, at, nameLength, extraLength);
    const local = view.getUint32(at + 42, true);
    if (local + 30 > bytes.length || view.getUint32(local, true) !== LOCAL) throw broken(path);
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    if (start + sizes.packedBytes > bytes.length) throw unreadable(name, "it breaks off before its end", path);
    const flags = view.getUint16(at + 8, true);
    parts.push({ path, method: view.getUint16(at + 10, true), ...sizes, start, locked: (flags & 1) === 1 });
    at += 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  }
  return parts;
}

/** Sizes from the entry, or from its zip64 field when a streaming writer put them there. */
function partSizes(view: DataView, at: number, nameLength: number, extraLength: number): { packedBytes: number; unpackedBytes: number } {
  let packedBytes = view.getUint32(at + 20, true);
  let unpackedBytes = view.getUint32(at + 24, true);
  let field = at + 46 + nameLength;
  const last = Math.min(field + extraLength, view.byteLength);
  while (field + 4 <= last && (packedBytes === ALL_ONES || unpackedBytes === ALL_ONES)) {
    const length = view.getUint16(field + 2, true);
    if (view.getUint16(field, true) === 1) {
      let value = field + 4;
      const take = (): number => {
        if (value + 8 > last) return Number.MAX_SAFE_INTEGER;
        const size = Number(view.getBigUint64(value, true));
        value += 8;
        return size;
      };
      if (unpackedBytes === ALL_ONES) unpackedBytes = take();
      if (packedBytes === ALL_ONES) packedBytes = take();
      break;
    }
    field += 4 + length;
  }
  return { packedBytes, unpackedBytes };
}

function checkDeclared(parts: readonly ZipPart[], name: string): void {
  if (parts.length > ZIP_LIMITS.parts) throw inflates(name, `it holds ${parts.length} parts, more than any workbook does`);
  let total = 0;
  for (const part of parts) {
    total += part.unpackedBytes;
    if (part.unpackedBytes > ZIP_LIMITS.partBytes) {
      throw inflates(name, `one part of it unpacks to ${inMegabytes(part.unpackedBytes)}, and at most ${inMegabytes(ZIP_LIMITS.partBytes)} is read`);
    }
    if (part.unpackedBytes > ZIP_LIMITS.ratioFromBytes && part.unpackedBytes > part.packedBytes * ZIP_LIMITS.ratio) {
      throw inflates(name, `one part of it grows from ${inMegabytes(part.packedBytes)} to ${inMegabytes(part.unpackedBytes)} when unpacked, as no real sheet does`);
    }
    if (part.locked) throw unreadable(name, "its parts are locked by a zip password");
  }
  if (total > ZIP_LIMITS.totalBytes) {
    throw inflates(name, `it unpacks to ${inMegabytes(total)}, and at most ${inMegabytes(ZIP_LIMITS.totalBytes)} is read`);
  }
}

function checkIsWorkbook(parts: readonly ZipPart[], name: string): void {
  const paths = parts.map((part) => part.path.replace(/^\//, "").toLowerCase());
  if (paths.some((path) => path.endsWith("workbook.bin"))) {
    throw notAWorkbook(name, "a binary workbook (.xlsb)", "Open it in Excel and save it as an Excel workbook (.xlsx), then try again.");
  }
  if (paths.some((path) => path === "content.xml")) {
    throw notAWorkbook(name, "an OpenDocument file", "Open it in your spreadsheet program and save it as an Excel workbook (.xlsx), then try again.");
  }
  if (paths.some((path) => path.startsWith("word/"))) throw notAWorkbook(name, "a Word document");
  if (paths.some((path) => path.startsWith("ppt/"))) throw notAWorkbook(name, "a PowerPoint presentation");
  if (!paths.some((path) => path === "[content_types].xml" || path.endsWith("workbook.xml"))) {
    throw notAWorkbook(name, "a zip archive", "Unpack it and choose the workbooks inside.");
  }
}

const CHUNK = 65_536;
const SHEET_PART = /sheets\/[^/]+\.xml$/i;

function checkUnpacks(bytes: Uint8Array, part: ZipPart, name: string): void {
  if (part.method === 0) {
    if (part.packedBytes !== part.unpackedBytes) throw unreadable(name, "the size of a part is not what it says", part.path);
    const stored = SHEET_PART.test(part.path) ? new SheetScan().see(bytes.subarray(part.start, part.start + part.packedBytes)) : null;
    if (stored !== null) throw unreadable(name, stored, part.path);
    return;
  }
  if (part.method !== 8) throw unreadable(name, "a part is packed in a way that workbooks don't use", part.path);
  let unpacked = 0;
  let wrong: string | null = null;
  const scan = SHEET_PART.test(part.path) ? new SheetScan() : null;
  const inflate = new Inflate((chunk) => {
    unpacked += chunk.length;
    wrong ??= scan?.see(chunk) ?? null;
  });
  try {
    for (let at = 0; at < part.packedBytes && unpacked <= part.unpackedBytes; at += CHUNK) {
      const stop = Math.min(at + CHUNK, part.packedBytes);
      inflate.push(bytes.subarray(part.start + at, part.start + stop), stop === part.packedBytes);
    }
  } catch (cause) {
    throw unreadable(name, "a part of it can't be unpacked", `${part.path}: ${String(cause)}`);
  }
  // Set by the callback above, which the compiler does not follow.
  const found = wrong as string | null;
  if (found !== null) throw unreadable(name, found, part.path);
  if (unpacked > part.unpackedBytes) throw inflates(name, "a part of it unpacks to more than it says, as no real workbook does");
  if (unpacked < part.unpackedBytes) throw unreadable(name, "a part of it breaks off", part.path);
}
