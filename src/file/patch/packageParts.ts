// The parts of an .xlsx or .xlsm as bytes: where its sheets and tables stand, and the same package again with some parts changed.
import { strFromU8, strToU8, unzipSync, zipSync, type Unzipped } from "fflate";
import { attribute, tagsOf, unescapeText } from "./xmlTags";

/** A fixed date, so that the same change gives the same bytes. */
const ZIP_DATE = new Date(Date.UTC(1980, 0, 1, 12));

export class PackageParts {
  private readonly parts: Unzipped;
  private readonly workbookPath: string;
  private readonly sheetPaths = new Map<string, string>();

  /** Throws RangeError where the bytes are no package with a workbook in it. */
  constructor(bytes: Uint8Array) {
    this.parts = unzipSync(bytes);
    const office = this.relations("").find(({ type }) => type.endsWith("/officeDocument"));
    if (office === undefined || this.parts[office.path] === undefined) throw new RangeError("it names no workbook part");
    this.workbookPath = office.path;
    const targets = new Map(this.relations(office.path).map(({ id, path }) => [id, path]));
    const xml = this.text(office.path);
    for (const tag of tagsOf(xml)) {
      if (tag.name !== "sheet" || tag.kind === "close") continue;
      const [name, id] = [attribute(xml, tag, "name"), attribute(xml, tag, "r:id") ?? attribute(xml, tag, "\\w+:id")];
      const path = id === null ? undefined : targets.get(id);
      if (name !== null && path !== undefined) this.sheetPaths.set(unescapeText(name), path);
    }
  }

  get workbook(): string {
    return this.workbookPath;
  }

  get paths(): readonly string[] {
    return Object.keys(this.parts);
  }

  sheetPath(sheet: string): string | null {
    return this.sheetPaths.get(sheet) ?? null;
  }

  /** The related parts of one part ("" for the package), with the last word of their types. */
  relations(path: string): readonly { id: string; type: string; path: string }[] {
    const slash = path.lastIndexOf("/");
    const folder = path.slice(0, slash + 1);
    const rels = `${folder}_rels/${path.slice(slash + 1)}.rels`;
    if (this.parts[rels] === undefined) return [];
    const xml = this.text(rels);
    return [...tagsOf(xml)].flatMap((tag) => {
      if (tag.name !== "Relationship" || tag.kind === "close" || attribute(xml, tag, "TargetMode") === "External") return [];
      const target = unescapeText(attribute(xml, tag, "Target") ?? "");
      return [{ id: attribute(xml, tag, "Id") ?? "", type: attribute(xml, tag, "Type") ?? "", path: resolvePath(folder, target) }];
    });
  }

  text(path: string): string {
    const part = this.parts[path];
    if (part === undefined) throw new RangeError(`part ${path} is missing`);
    return strFromU8(part).replace(/^\ufeff/, "");
  }

  setText(path: string, xml: string): void {
    this.parts[path] = strToU8(xml);
  }

  /** Every part in its old order; the ones that were not set hold the bytes that they held. */
  toBytes(): Uint8Array {
    return zipSync(this.parts, { level: 6, mtime: ZIP_DATE });
  }
}

function resolvePath(folder: string, target: string): string {
  const steps: string[] = target.startsWith("/") ? [] : folder.split("/").filter((step) => step !== "");
  for (const step of target.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(step);
  }
  return steps.join("/");
}
