// Walks the tags of an XML part by their place in the text, so that a change can leave every other character as it stands.

export interface XmlTag {
  /** Without its prefix. */
  readonly name: string;
  /** With the colon, or empty. */
  readonly prefix: string;
  readonly kind: "open" | "close" | "empty";
  readonly start: number;
  /** Behind the closing bracket. */
  readonly end: number;
}

/** Tags in order from `from`; comments, CDATA, processing instructions and declarations are passed over. Throws RangeError where a tag never ends. */
export function* tagsOf(xml: string, from = 0): Generator<XmlTag> {
  let at = xml.indexOf("<", from);
  while (at >= 0) {
    const skip = passedOver(xml, at);
    if (skip !== null) {
      at = xml.indexOf("<", skip);
      continue;
    }
    const end = tagEnd(xml, at);
    const closing = xml[at + 1] === "/";
    const nameFrom = at + (closing ? 2 : 1);
    const full = nameAt(xml, nameFrom, end);
    const colon = full.indexOf(":");
    yield {
      name: full.slice(colon + 1), prefix: full.slice(0, colon + 1), start: at, end,
      kind: closing ? "close" : xml[end - 2] === "/" ? "empty" : "open",
    };
    at = xml.indexOf("<", end);
  }
}

/** The value of an attribute as written (entities and all), or null. */
export function attribute(xml: string, tag: XmlTag, name: string): string | null {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(xml.slice(tag.start, tag.end));
  return found === null ? null : (found[1] ?? found[2] ?? "");
}

/** The tag's text with this attribute set; every other attribute stays as written. */
export function withAttribute(tagText: string, name: string, value: string): string {
  const pattern = new RegExp(`(\\s${name}\\s*=\\s*)(?:"[^"]*"|'[^']*')`);
  if (pattern.test(tagText)) return tagText.replace(pattern, (_all, head: string) => `${head}"${value}"`);
  return tagText.replace(/\s*(\/?)>$/, (_all, slash: string) => ` ${name}="${value}"${slash}>`);
}

export function withoutAttribute(tagText: string, name: string): string {
  return tagText.replace(new RegExp(`\\s${name}\\s*=\\s*(?:"[^"]*"|'[^']*')`), "");
}

export function unescapeText(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(amp|lt|gt|quot|apos));/gi, (_all, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    return { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" }[name ?? ""] ?? "";
  });
}

function passedOver(xml: string, at: number): number | null {
  for (const [open, close] of [["<!--", "-->"], ["<![CDATA[", "]]>"], ["<?", "?>"], ["<!", ">"]] as const) {
    if (!xml.startsWith(open, at)) continue;
    const end = xml.indexOf(close, at + open.length);
    if (end < 0) throw new RangeError(`"${open}" at ${at} never ends`);
    return end + close.length;
  }
  return null;
}

function tagEnd(xml: string, at: number): number {
  let quote = "";
  for (let i = at + 1; i < xml.length; i += 1) {
    const char = xml[i] ?? "";
    if (quote !== "") {
      if (char === quote) quote = "";
    } else if (char === '"' || char === "'") quote = char;
    else if (char === ">") return i + 1;
  }
  throw new RangeError(`the tag at ${at} never ends`);
}

function nameAt(xml: string, from: number, end: number): string {
  let to = from;
  while (to < end && !/[\s/>]/.test(xml[to] ?? "")) to += 1;
  return xml.slice(from, to);
}
