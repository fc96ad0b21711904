// A workbook's parts taken apart so that two of them can be compared by what they mean: texts by themselves, looks by what they are.
import { strFromU8, unzipSync } from "fflate";

interface CellFacts {
  readonly at: string;
  readonly type: string;
  readonly look: string;
  readonly formula: string | null;
  readonly value: string | null;
}

export interface SheetFacts {
  readonly rows: readonly string[];
  readonly cells: readonly CellFacts[];
  /** Everything before and after the rows, without links. */
  readonly around: string;
  readonly links: readonly string[];
}

export interface WorkbookFacts {
  readonly sheets: readonly SheetFacts[];
  /** Every part that is neither a sheet, nor its relationships, nor texts or looks, which are seen through the cells. */
  readonly others: Readonly<Record<string, string>>;
}

export function factsOf(bytes: Uint8Array): WorkbookFacts {
  const parts = Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, content]) => [path, strFromU8(content)]));
  const texts = all(parts["xl/sharedStrings.xml"] ?? "", /<si>(.*?)<\/si>/gs);
  const looks = looksOf(parts["xl/styles.xml"] ?? "");
  const paths = Object.keys(parts).filter((path) => /^xl\/worksheets\/sheet\d+\.xml$/.test(path)).sort();
  const sheets = paths.map((path) => sheetFacts(parts[path] ?? "", parts[path.replace("sheets/", "sheets/_rels/") + ".rels"] ?? "", texts, looks));
  const others = Object.entries(parts).filter(([path]) => !path.startsWith("xl/worksheets/") && path !== "xl/sharedStrings.xml" && path !== "xl/styles.xml");
  // Where every text stands in its own cell there is no list of shared ones, and the numbers of what follows it differ.
  const unlisted = (xml: string): string => xml.replace(/<(?:Override|Relationship) [^>]*sharedStrings[^>]*>/, "").replace(/<Relationship Id="\w+" (?=[^>]*\/(?:theme|styles)")/g, "<Relationship ");
  return { sheets, others: Object.fromEntries(others.map(([path, xml]) => [path, unlisted(xml)])) };
}

function sheetFacts(part: string, relationships: string, texts: readonly string[], looks: readonly string[]): SheetFacts {
  const xml = part.replace("<sheetData/>", "<sheetData></sheetData>");
  const [start, end] = [xml.indexOf("<sheetData"), xml.indexOf("</sheetData>")];
  const data = xml.slice(start, end);
  const targets = new Map([...relationships.matchAll(/ Id="([^"]+)"[^>]* Target="([^"]+)"/g)].map(([, id, target]) => [id ?? "", target ?? ""]));
  const cells = [...data.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)].map(([, attributes = "", inner = ""]): CellFacts => {
    const attribute = (name: string): string | undefined => new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1];
    const type = attribute("t") ?? "number";
    const value = /<v>(.*?)<\/v>/s.exec(inner)?.[1] ?? null;
    const text = type === "s" ? (texts[Number(value)] ?? "missing text") : type === "inlineStr" ? (/<is>(.*)<\/is>/s.exec(inner)?.[1] ?? "") : value;
    return {
      at: attribute("r") ?? "", type: type === "s" || type === "inlineStr" ? "text" : type, look: looks[Number(attribute("s") ?? 0)] ?? "missing look",
      formula: /<f>(.*?)<\/f>/s.exec(inner)?.[1] ?? null, value: text,
    };
  });
  const resolved = (text: string): string => text.replace(/r:id="([^"]+)"/g, (_, id: string) => `to ${targets.get(id) ?? "nowhere"}`);
  const around = resolved(xml.slice(0, start) + xml.slice(end).replace(/<hyperlinks>.*<\/hyperlinks>/s, "<hyperlinks/>"));
  const links = all(xml, /<hyperlink (.*?)\/>/g).map(resolved);
  return { rows: all(data, /<row ([^>]*?)\/?>/g), cells, around, links };
}

/** Each cell look with its font, fill, border and number format in place of their numbers. */
function looksOf(styles: string): string[] {
  const list = (tag: string, item: string): string[] => [...(new RegExp(`<${tag}[ >].*?</${tag}>`, "s").exec(styles)?.[0] ?? "").matchAll(new RegExp(`<${item}(?:\\s[^>]*?)?(?:/>|>.*?</${item}>)`, "gs"))].map(([whole]) => whole);
  const lists = { fontId: list("fonts", "font"), fillId: list("fills", "fill"), borderId: list("borders", "border") };
  const formats = new Map(list("numFmts", "numFmt").map((format) => [/numFmtId="(\d+)"/.exec(format)?.[1] ?? "", /formatCode="([^"]*)"/.exec(format)?.[1] ?? ""]));
  return list("cellXfs", "xf").map((xf) => xf
    .replace(/(fontId|fillId|borderId)="(\d+)"/g, (_, name: keyof typeof lists, id: string) => lists[name][Number(id)] ?? "")
    .replace(/numFmtId="(\d+)"/, (whole, id: string) => formats.get(id) ?? whole));
}

function all(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, found]) => found ?? "");
}
