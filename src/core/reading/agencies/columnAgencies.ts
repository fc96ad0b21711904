// Agencies that a table names itself, in a column or a row: matched with the partners, else made from their own words, codes and kind.
import type { Agency, BodyType } from "../../budget/agency";
import { compareText } from "../../text";
import { bodyTypeNamed, slug, type PartnerNames } from "./agencies";
import { fold } from "../words/cellText";
import type { TableReading, TableShape } from "../lineSteps";
import type { Partner } from "../partnerSteps";

type ShapeBody = TableShape["bodies"][number];

/** Words that say what kind of authority a name is, not which. */
const FORM_WORDS = /\b(council|county|borough|city|district|metropolitan|unitary|authority|ua|cc|bc|dc|mbc|london|royal|of|the|and)\b/g;

/** The id of an agency named in a table: a partner by its code, its name or its name without "Council" and the like; else made from the words. */
export function agencyNamed(text: string, names: PartnerNames, body: ShapeBody | null = null): string {
  for (const code of body?.codes ?? []) {
    const partner = names.byId(code);
    if (partner !== null) return partner.id;
  }
  const exact = names.byId(text);
  if (exact !== null) return exact.id;
  const bodyType = body?.bodyType ?? bodyTypeNamed(text, names.keywords);
  const alike = names.partners.filter((partner) => mayBe(partner.bodyType, bodyType) && isBare(partner, text));
  if (alike.length === 1 && alike[0] !== undefined) return alike[0].id;
  // "Lancashire Police and Crime Commissioner" names a council's county, but is not the council.
  const mention = names.mention(text);
  return mention !== null && (body === null ? bodyType === "OTHER" || mayBe(mention.partner.bodyType, bodyType) : mention.partner.bodyType === bodyType) ? mention.partner.id : slug(fold(text));
}

function mayBe(a: BodyType, b: BodyType): boolean {
  return a === b || a === "OTHER" || b === "OTHER";
}

function isBare(partner: Partner, text: string): boolean {
  const bare = (name: string): string => fold(name).replace(FORM_WORDS, " ").replace(/\s+/g, " ").trim();
  const wanted = bare(text);
  return wanted !== "" && [partner.name, ...partner.aliases].some((name) => bare(name) === wanted);
}

/** Ids by the names as one table prints them. */
export function idsOfTable(table: TableReading, names: PartnerNames): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  const bodies = new Map((table.shape?.bodies ?? []).map((body) => [body.name, body]));
  for (const { agencyText } of table.lines) {
    if (agencyText !== null && !ids.has(agencyText)) ids.set(agencyText, agencyNamed(agencyText, names, bodies.get(agencyText) ?? null));
  }
  for (const body of bodies.values()) if (!ids.has(body.name)) ids.set(body.name, agencyNamed(body.name, names, body));
  return ids;
}

/** The agencies known already and, after them, those that only tables name, by id; each keeps the cell that names it. */
export function withNamedAgencies(known: readonly Agency[], tables: readonly { readonly table: TableReading; readonly ids: ReadonlyMap<string, string> }[], used: Iterable<string>, names: PartnerNames): readonly Agency[] {
  const more = new Map<string, Agency>();
  const have = new Set(known.map((agency) => agency.id));
  for (const { table, ids } of tables) {
    for (const body of table.shape?.bodies ?? []) {
      const id = ids.get(body.name) ?? slug(fold(body.name));
      if (have.has(id) || more.has(id)) continue;
      more.set(id, { id, name: body.name, aliases: body.codes, bodyType: body.bodyType ?? "OTHER", jurisdiction: "England", source: body.cell, recognisedBy: "title" });
    }
  }
  for (const id of used) if (!have.has(id) && !more.has(id)) more.set(id, { id, name: id, aliases: [], bodyType: bodyTypeNamed(id, names.keywords), jurisdiction: "England", source: null, recognisedBy: "title" });
  return [...known, ...[...more.values()].sort((a, b) => compareText(a.id, b.id))];
}
