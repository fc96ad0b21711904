// A workbook with long sheets: the library's file around them, taken apart and written anew with their rows streamed in.
import { strFromU8, strToU8, unzipSync } from "fflate";
import { withRelationships } from "./linkXml";
import type { LongSheet } from "./longSheet";
import { SharedTexts } from "./sharedTexts";
import { ZipFile, type Sink } from "./zipFile";

const SHARED = "xl/sharedStrings.xml";
const TELL_EVERY = 2_000;
/** About as many characters are packed at a time. */
const PIECE = 200_000;

/** Told now and then how many rows of long sheets are written. */
export type OnRows = (rows: number) => void;

/** Part of the `index`-th sheet in the library's files. */
export function sheetPart(index: number): string {
  return `xl/worksheets/sheet${index + 1}.xml`;
}

/** `template` is the library's file with the templates of the long sheets, which are given by their parts. */
export async function streamWorkbook(template: Uint8Array, long: ReadonlyMap<string, LongSheet>, sink: Sink, onRows: OnRows): Promise<void> {
  const parts = unzipSync(template);
  const shared = parts[SHARED];
  const texts = new SharedTexts(shared === undefined ? null : strFromU8(shared));
  const relationshipsOf = new Map([...long.keys()].map((path) => [path.replace("worksheets/", "worksheets/_rels/") + ".rels", path]));
  const zip = new ZipFile(sink);
  let rows = 0;
  const onRow = (): void => {
    rows += 1;
    if (rows % TELL_EVERY === 0) onRows(rows);
  };
  for (const [path, bytes] of Object.entries(parts)) {
    // Shared texts are known when all rows are written, a sheet's relationships when its own are.
    if (path === SHARED || relationshipsOf.has(path)) continue;
    const sheet = long.get(path);
    if (sheet === undefined) {
      await zip.add(path, [bytes]);
      continue;
    }
    const links: string[] = [];
    await zip.add(path, encoded(sheet.xml(strFromU8(bytes), texts, links, onRow)));
    const [relationshipPath = ""] = [...relationshipsOf].find(([, of]) => of === path) ?? [];
    const known = parts[relationshipPath];
    const relationships = withRelationships(known === undefined ? null : strFromU8(known), links);
    if (relationships !== null) await zip.add(relationshipPath, [strToU8(relationships)]);
  }
  if (shared !== undefined) await zip.add(SHARED, encoded(texts.xml()));
  await zip.end();
}

function* encoded(texts: Iterable<string>): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  let held = "";
  for (const text of texts) {
    held += text;
    if (held.length < PIECE) continue;
    yield encoder.encode(held);
    held = "";
  }
  if (held !== "") yield encoder.encode(held);
}
