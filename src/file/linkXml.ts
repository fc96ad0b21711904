// Links of a sheet's cells as its parts spell them (ECMA-376 18.3.1.47): places in the workbook by name, targets outside by relationship.
import { xmlAttribute } from "./cellText";

const HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink";
const EMPTY_PART = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>';

/** `location` is a place in the workbook; without one the link leads outside, by the relationship of that number. */
export function linkXml(address: string, location: string | null, relationship: number): string {
  return location === null ? `<hyperlink ref="${address}" r:id="${idOf(relationship)}"/>` : `<hyperlink ref="${address}" location="${xmlAttribute(location)}"/>`;
}

export function linkRelationship(number: number, target: string): string {
  return `<Relationship Id="${idOf(number)}" Type="${HYPERLINK}" Target="${xmlAttribute(target)}" TargetMode="External"/>`;
}

/** The part of a sheet's relationships with further ones; null when there are none at all. */
export function withRelationships(part: string | null, more: readonly string[]): string | null {
  if (more.length === 0) return part;
  return (part ?? EMPTY_PART).replace("</Relationships>", () => `${more.join("")}</Relationships>`);
}

/** The library numbers its own rId1, rId2 …; these must differ. */
function idOf(relationship: number): string {
  return `rIdLink${relationship + 1}`;
}
