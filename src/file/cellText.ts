// Text as a workbook's parts hold it: what would be taken for an escape or for markup is escaped, and what has no form in XML is told apart.
import { cutVisibly } from "../core/writing/cutVisibly";

/** "_x0041_" in a file means "A" (ECMA-376 22.9.2.19); text that only looks so is escaped. Half a surrogate pair has no form in a file. */
export function safeText(text: string): string {
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_").replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, "\uFFFD");
}

/** The text as a cell of Excel can hold it. */
export function heldText(text: string): string {
  return safeText(cutVisibly(text));
}

/** What may not stand in XML text as it is: markup, the characters that XML 1.0 forbids, and a carriage return, which it would change. */
const MARKUP = /[&<>\u0000-\u0008\u000B-\u001F]/g;
const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** Between tags. Control characters become "_x0007_", as Excel writes them. */
export function xmlText(text: string): string {
  return text.replace(MARKUP, (mark) => ENTITIES[mark] ?? `_x${mark.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`);
}

/** Between double quotes. */
export function xmlAttribute(text: string): string {
  return xmlText(text).replace(/"/g, "&quot;").replace(/'/g, "&apos;").replace(/\t/g, "&#9;").replace(/\n/g, "&#10;");
}

/** Spaces at the ends and further lines are lost in an element that does not say that they are meant. */
export function textElement(text: string): string {
  const spaced = text.startsWith(" ") || text.endsWith(" ") || text.includes("\n") || text.includes("\t");
  return `<t${spaced ? ' xml:space="preserve"' : ""}>${xmlText(text)}</t>`;
}
