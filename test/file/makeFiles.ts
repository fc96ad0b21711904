// Makes workbooks and broken files for the tests of reading and of the command line; none of them needs to be kept.
import { CFB, utils, write, type BookType } from "@e965/xlsx";
import { strFromU8, strToU8, unzipSync, zipSync, type Unzipped } from "fflate";
import { writeXlsx } from "hucre/xlsx";
import type { CellValue } from "../../src/core/reading/grid";

export type Rows = readonly (readonly CellValue[])[];

/** A workbook with these sheets and nothing else. */
export function makeXlsx(sheets: Readonly<Record<string, Rows>>): Promise<Uint8Array> {
  return writeXlsx({
    sheets: Object.entries(sheets).map(([name, rows]) => ({ name, rows: rows.map((row) => [...row]) })),
    properties: { created: new Date(0), modified: new Date(0) },
  });
}

/** The same in another form of Excel's, e.g. "biff8" for .xls. */
export function makeOther(bookType: BookType, rows: Rows): Uint8Array {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), "Budget");
  return new Uint8Array(write(book, { bookType, type: "array" }) as ArrayBuffer);
}

/** Changes parts of a zip by their text. */
export function patchZip(bytes: Uint8Array, change: (path: string, text: string) => string): Uint8Array {
  const parts: Unzipped = unzipSync(bytes);
  const changed: Unzipped = {};
  for (const [path, part] of Object.entries(parts)) changed[path] = strToU8(change(path, strFromU8(part)));
  return zipSync(changed);
}

/** An Office container that holds what a workbook saved with a password holds. */
export function makeEncrypted(): Uint8Array {
  const ole = CFB as {
    utils: { cfb_new(): object; cfb_add(file: object, path: string, content: Uint8Array): void };
    write(file: object, options: { type: "array" }): ArrayLike<number>;
  };
  const file = ole.utils.cfb_new();
  ole.utils.cfb_add(file, "/EncryptionInfo", new Uint8Array(200).fill(4));
  ole.utils.cfb_add(file, "/EncryptedPackage", new Uint8Array(5000).fill(7));
  return Uint8Array.from(ole.write(file, { type: "array" }));
}

/**
 * A workbook of about `packedBytes` whose one added part unpacks to some 160 times that. `declaredBytes` is what its list of parts says
 * (the truth when left out).
 */
export function makeBomb(base: Uint8Array, packedBytes: number, declaredBytes?: number): Uint8Array {
  const head = zipSync(unzipSync(base));
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const end = head.length - 22;
  const listStart = view.getUint32(end + 16, true);
  const path = strToU8("xl/worksheets/sheet9.xml");
  const data = zeros(packedBytes);
  const unpacked = declaredBytes ?? data.unpackedBytes;
  const local = new Uint8Array(30 + path.length);
  const localView = new DataView(local.buffer);
  localView.setUint32(0, 0x04034b50, true);
  localView.setUint16(4, 20, true);
  localView.setUint16(8, 8, true);
  localView.setUint32(18, data.bytes.length, true);
  localView.setUint32(22, unpacked, true);
  localView.setUint16(26, path.length, true);
  local.set(path, 30);
  // Sizes of 4 GB and more stand in a zip64 field of their own.
  const huge = unpacked >= 0xffffffff;
  const entry = new Uint8Array(46 + path.length + (huge ? 12 : 0));
  const entryView = new DataView(entry.buffer);
  entryView.setUint32(0, 0x02014b50, true);
  entryView.setUint16(10, 8, true);
  entryView.setUint32(20, data.bytes.length, true);
  entryView.setUint32(24, huge ? 0xffffffff : unpacked, true);
  entryView.setUint16(28, path.length, true);
  if (huge) {
    entryView.setUint16(30, 12, true);
    entryView.setUint16(46 + path.length, 1, true);
    entryView.setUint16(48 + path.length, 8, true);
    entryView.setBigUint64(50 + path.length, BigInt(unpacked), true);
  }
  entryView.setUint32(42, listStart, true);
  entry.set(path, 46);
  const list = head.subarray(listStart, end);
  const tail = head.slice(end);
  const tailView = new DataView(tail.buffer);
  const count = view.getUint16(end + 10, true) + 1;
  tailView.setUint16(8, count, true);
  tailView.setUint16(10, count, true);
  tailView.setUint32(12, list.length + entry.length, true);
  tailView.setUint32(16, listStart + local.length + data.bytes.length, true);
  return join([head.subarray(0, listStart), local, data.bytes, list, entry, tail]);
}

/** Deflated zeros of about the length asked, without deflating them: the block's middle repeats byte by byte. */
function zeros(packedBytes: number): { bytes: Uint8Array; unpackedBytes: number } {
  // The last block, with fixed codes (1, then 1 0), literal 0, then copies of 258 at distance 1: "11000101" + "00000".
  const bits: number[] = [];
  const put = (text: string) => {
    for (const bit of text) bits.push(Number(bit));
  };
  // A period of 8 copies is 8 x 13 bits = 13 bytes.
  put("110");
  put("00110000");
  const start = bits.length;
  const copy = "11000101" + "00000";
  while (bits.length % 8 !== 0) put(copy);
  const lead = (bits.length - start) / copy.length;
  const period: number[] = [];
  for (let i = 0; i < 8; i += 1) for (const bit of copy) period.push(Number(bit));
  const periods = Math.max(1, Math.floor(packedBytes / 13));
  const leadBytes = pack(bits);
  const periodBytes = pack(period);
  const bytes = new Uint8Array(leadBytes.length + periods * 13 + 1);
  bytes.set(leadBytes, 0);
  for (let i = 0; i < periods; i += 1) bytes.set(periodBytes, leadBytes.length + i * 13);
  // The end code 256 is seven zero bits, which the last byte gives.
  return { bytes, unpackedBytes: 1 + (lead + periods * 8) * 258 };
}

function pack(bits: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(bits.length / 8);
  bits.forEach((bit, i) => {
    bytes[i >> 3] = (bytes[i >> 3] ?? 0) | (bit << (i & 7));
  });
  return bytes;
}

function join(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
