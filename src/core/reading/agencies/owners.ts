// Decides which agency each sheet belongs to, over all sheets at once, and gives every agency its id.
import type { Agency } from "../../budget/agency";
import type { Issue } from "../../issues/issue";
import { compareText } from "../../text";
import { ownerAmong, ownerByWords, PartnerNames, rivalTitle, shortIdOf, slug, type SheetOwner } from "./agencies";
import type { Keywords } from "../keywords/keywords";
import type { SheetDraft } from "../lineSteps";
import type { Partner } from "../partnerSteps";

export interface Ownership {
  /** In the order of the partners' table where there is one, else by id. */
  readonly agencies: readonly Agency[];
  readonly names: PartnerNames;
  /** Agency id of each budget sheet, by its position among the drafts. */
  readonly ownerOf: ReadonlyMap<number, string>;
  readonly issues: readonly Issue[];
}

export function assignOwners(drafts: readonly SheetDraft[], keywords: Keywords): Ownership {
  const partners = drafts.flatMap((draft) => draft.coding?.partners ?? []);
  return partners.length > 0 ? byPartnersTable(drafts, partners, keywords) : byWords(drafts, keywords);
}

function byPartnersTable(drafts: readonly SheetDraft[], partners: readonly Partner[], keywords: Keywords): Ownership {
  const names = new PartnerNames(partners, keywords);
  const owners = new Map<number, SheetOwner>();
  const issues: Issue[] = [];
  const strangers: number[] = [];
  drafts.forEach((draft, i) => {
    if (!needsOwner(draft)) return;
    const owner = ownerAmong(names, draft.names);
    if (owner === null) strangers.push(i);
    else {
      owners.set(i, owner);
      issues.push(...rivals(draft, owner, keywords));
    }
  });
  const agencies = partners.map((partner) => agencyOf(partner, [...owners.values()].find((o) => o.partner.id === partner.id)?.by ?? "partners-table"));
  const extra: Agency[] = [];
  const ownerOf = new Map([...owners].map(([i, owner]) => [i, owner.partner.id]));
  for (const i of strangers) {
    const draft = drafts[i];
    if (draft === undefined) continue;
    const agency = strangerOf(draft);
    if (!extra.some((a) => a.id === agency.id)) extra.push(agency);
    ownerOf.set(i, agency.id);
    issues.push(unknown(draft, "question"));
  }
  return { agencies: [...agencies, ...extra.sort((a, b) => compareText(a.id, b.id))], names, ownerOf, issues };
}

/** No partners table: each sheet tells by its own words. Bodies of one kind get ids from their names, a lone one its short id. */
function byWords(drafts: readonly SheetDraft[], keywords: Keywords): Ownership {
  const found = new Map<number, SheetOwner>();
  const issues: Issue[] = [];
  const unnamed: SheetDraft[] = [];
  drafts.forEach((draft, i) => {
    if (!needsOwner(draft)) return;
    const owner = ownerByWords(draft.names, keywords);
    if (owner !== null) {
      found.set(i, owner);
      issues.push(...rivals(draft, owner, keywords));
    } else {
      const agency = strangerOf(draft);
      found.set(i, { partner: { ...agency, bodyType: "OTHER", source: draft.names.sheet }, by: "sheet-name", source: draft.names.sheet });
      unnamed.push(draft);
    }
  });
  // Many sheets of one form, each named after a body: the names are told well enough to be read without a question each.
  const oneForm = unnamed.length >= 2 && new Set(unnamed.map((d) => d.tables[0]?.mapping.columns.map((c) => c.field).join())).size === 1;
  for (const draft of unnamed) issues.push(unknown(draft, oneForm ? "info" : "question"));
  const bySlug = new Map<string, SheetOwner>();
  for (const owner of found.values()) if (!bySlug.has(owner.partner.id)) bySlug.set(owner.partner.id, owner);
  const idOf = (owner: SheetOwner): string => {
    const alike = [...bySlug.values()].filter((o) => o.partner.bodyType === owner.partner.bodyType);
    return alike.length === 1 && owner.partner.bodyType !== "OTHER" ? shortIdOf(owner.partner.bodyType) : owner.partner.id;
  };
  const partners = [...bySlug.values()].map((owner): Partner => ({ ...owner.partner, id: idOf(owner) })).sort((a, b) => compareText(a.id, b.id));
  const agencies = [...bySlug.values()].map((owner) => agencyOf({ ...owner.partner, id: idOf(owner) }, owner.by)).sort((a, b) => compareText(a.id, b.id));
  return { agencies, names: new PartnerNames(partners, keywords), ownerOf: new Map([...found].map(([i, owner]) => [i, idOf(owner)])), issues };
}

/** A sheet whose every line names its agency in a column belongs to nobody in particular. */
function needsOwner(draft: SheetDraft): boolean {
  return draft.kind === "budget" && draft.tables.some((table) => table.lines.some((line) => line.agencyText === null));
}

function agencyOf(partner: Partner, by: Agency["recognisedBy"]): Agency {
  return { id: partner.id, name: partner.name, aliases: partner.aliases, bodyType: partner.bodyType, jurisdiction: partner.jurisdiction, source: partner.source, recognisedBy: by };
}

function strangerOf(draft: SheetDraft): Agency {
  const name = /^(sheet|table|data|tabelle|feuil)\s*\d*$/i.test(draft.grid.sheet) && draft.grid.file !== null ? draft.grid.file.replace(/^.*[\\/]/, "").replace(/\.[a-z]{3,4}$/i, "") : draft.grid.sheet;
  return { id: slug(name), name, aliases: [], bodyType: "OTHER", jurisdiction: "England", source: draft.names.sheet, recognisedBy: "sheet-name" };
}

/** Two titles that name bodies of different kinds: the first was taken. */
function rivals(draft: SheetDraft, owner: SheetOwner, keywords: Keywords): Issue[] {
  const second = rivalTitle(draft.names, owner, keywords);
  return second === null ? [] : [{ code: "agency-ambiguous", severity: "question", where: owner.source ?? draft.names.sheet, pence: null, facts: { sheet: draft.grid.sheet, first: owner.partner.name, second } }];
}

function unknown(draft: SheetDraft, severity: Issue["severity"]): Issue {
  return { code: "agency-unknown", severity, where: draft.names.sheet, facts: { sheet: draft.grid.sheet, name: strangerOf(draft).name }, pence: null };
}
