// Tells by its first bytes what a file really is, whatever its name says.
import { CFB } from "@e965/xlsx";
import { emptyFile, encrypted, notAWorkbook, unreadable } from "./faults";

export type FileKind = "zip" | "ole" | "text";

/** The library's reader of OLE containers, which it exports without types. */
const OLE = CFB as { read(bytes: Uint8Array, options: { readonly type: "array" }): { readonly FullPaths: readonly string[] } };

/** How the start of a file that is no workbook gives it away. */
const FOREIGN: readonly { readonly starts: readonly number[]; readonly what: string }[] = [
  { starts: [0x25, 0x50, 0x44, 0x46], what: "a PDF document" },
  { starts: [0x89, 0x50, 0x4e, 0x47], what: "a picture" },
  { starts: [0xff, 0xd8, 0xff], what: "a picture" },
  { starts: [0x47, 0x49, 0x46, 0x38], what: "a picture" },
  { starts: [0x1f, 0x8b], what: "a compressed archive" },
  { starts: [0x52, 0x61, 0x72, 0x21], what: "a compressed archive" },
  { starts: [0x37, 0x7a, 0xbc, 0xaf], what: "a compressed archive" },
  { starts: [0x7b, 0x5c, 0x72, 0x74, 0x66], what: "a text document" },
];

/**
 * zip (.xlsx, .xlsm), ole (.xls) or text (.csv). Throws WorkbookError: empty-file, not-a-workbook, encrypted or unreadable.
 * `name` is what the file is called in the sentence.
 */
export function fileKind(bytes: Uint8Array, name: string): FileKind {
  if (bytes.length === 0) throw emptyFile(name);
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06])) return "zip";
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    checkOle(bytes, name);
    return "ole";
  }
  const foreign = FOREIGN.find((known) => startsWith(bytes, known.starts));
  if (foreign) throw notAWorkbook(name, foreign.what);
  checkText(bytes, name);
  return "text";
}

/** An OLE container is a .xls workbook, an encrypted .xlsx, or something else of Office's. */
function checkOle(bytes: Uint8Array, name: string): void {
  let paths: readonly string[];
  try {
    paths = OLE.read(bytes, { type: "array" }).FullPaths;
  } catch (cause) {
    throw unreadable(name, "it begins as an Excel 97-2003 workbook and breaks off", String(cause));
  }
  const holds = (stream: string): boolean => paths.some((path) => path.slice(path.indexOf("/") + 1) === stream);
  if (holds("EncryptionInfo") || holds("EncryptedPackage")) throw encrypted(name);
  if (!holds("Workbook") && !holds("Book")) throw notAWorkbook(name, "another kind of Office file");
}

function checkText(bytes: Uint8Array, name: string): void {
  const head = bytes.subarray(0, 4096);
  const utf16 = startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff]);
  if (!utf16 && head.some((byte) => byte === 0 || (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12))) {
    throw notAWorkbook(name, "in a form that is not known here");
  }
  const text = new TextDecoder().decode(head).replace(/^\uFEFF/, "").trimStart().toLowerCase();
  if (/^<(!doctype html|html|table|head|body)/.test(text)) {
    throw notAWorkbook(name, "a web page saved under a workbook's name", "Open it in Excel and save it as an Excel workbook (.xlsx), then try again.");
  }
  if (text.startsWith("<")) {
    throw notAWorkbook(name, "an XML text file", "Open it in Excel and save it as an Excel workbook (.xlsx), then try again.");
  }
  if (/\.(xlsx|xlsm|xls)$/i.test(name)) throw notAWorkbook(name, "plain text under a workbook's name");
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, i) => bytes[i] === byte);
}
