// Reads manifest.xml for the tests that check what no schema does. Needs a DOM.
import { readFileSync } from "node:fs";
import path from "node:path";

export const ROOT = path.join(__dirname, "../..");
export const ORIGIN = "https://localhost:3000/";

export interface Resource {
  readonly id: string;
  readonly value: string;
  /** Locale -> value. */
  readonly overrides: Readonly<Record<string, string>>;
}

export class Manifest {
  readonly document: Document;

  constructor(readonly text: string = readFileSync(path.join(ROOT, "manifest.xml"), "utf8")) {
    this.document = new DOMParser().parseFromString(text, "application/xml");
  }

  /** All elements of a local name, whatever their namespace, in document order. */
  all(localName: string, within: Document | Element = this.document): Element[] {
    return [...within.getElementsByTagNameNS("*", localName)];
  }

  one(localName: string, within: Document | Element = this.document): Element {
    const [element] = this.all(localName, within);
    if (element === undefined) throw new Error(`There is no ${localName} in the manifest.`);
    return element;
  }

  textOf(localName: string): string {
    return this.one(localName).textContent ?? "";
  }

  resources(list: "Images" | "Urls" | "ShortStrings" | "LongStrings"): Resource[] {
    return [...this.one(list).children].map((element) => ({
      id: attribute(element, "id"),
      value: attribute(element, "DefaultValue"),
      overrides: overridesOf(element),
    }));
  }

  /** Every address in the file, defaults and overrides alike. */
  urls(): string[] {
    const values = [...this.document.getElementsByTagName("*")].flatMap((element) =>
      [...element.attributes].map(({ name, value }) => [name, value]),
    );
    return values.flatMap(([name, value]) =>
      (name === "DefaultValue" || name === "Value") && value?.includes("://") === true ? [value] : [],
    );
  }
}

export function attribute(element: Element, name: string): string {
  const value = element.getAttribute(name);
  if (value === null) throw new Error(`${element.localName} has no ${name}.`);
  return value;
}

export function overridesOf(element: Element): Record<string, string> {
  const overrides = [...element.children].filter(({ localName }) => localName === "Override");
  return Object.fromEntries(overrides.map((override) => [attribute(override, "Locale"), attribute(override, "Value")]));
}
