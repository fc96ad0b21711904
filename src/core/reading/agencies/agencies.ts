// Which agency a sheet belongs to, and which partner a line's words name.
import { BODY_TYPES, type Agency, type BodyType } from "../../budget/agency";
import type { CellRef } from "../../budget/cells";
import { compareText } from "../../text";
import { bodyName } from "./bodyName";
import { fold } from "../words/cellText";
import { BUILT_IN_KEYWORDS } from "../keywords/defaultKeywords";
import type { Keywords } from "../keywords/keywords";
import type { Partner, SheetNames } from "../partnerSteps";

const SHORT_ID: Readonly<Record<BodyType, string>> = {
  COUNCIL: "COUNCIL", ICB: "ICB", NHS_TRUST: "TRUST", PCC: "PCC", FIRE: "FIRE", PROBATION: "PROBATION", JCP: "JCP",
  HOUSING_ASSOCIATION: "HA", VCS: "VCS", OTHER: "OTHER",
};

/** Names that anyone uses for a body of this type, when the partnership has only one. */
const GENERIC: Readonly<Record<BodyType, readonly string[]>> = {
  COUNCIL: ["council", "local authority"], ICB: ["icb", "integrated care board", "ccg"], NHS_TRUST: ["nhs trust"],
  PCC: ["pcc", "police and crime commissioner", "opcc", "pfcc"], FIRE: ["fire authority", "fire and rescue", "fire service"],
  PROBATION: ["probation service", "probation"], JCP: ["jcp", "jobcentre plus", "jobcentre", "dwp"],
  HOUSING_ASSOCIATION: ["housing association"], VCS: ["vcs", "voluntary sector"], OTHER: [],
};

function bodyTypeOf(text: string, keywords: Keywords = BUILT_IN_KEYWORDS): BodyType | null {
  // "Budget for council tax setting" names no council.
  const means = keywords.find("body type", text.replace(/\bcouncil tax\b/gi, ""))?.row.means;
  return BODY_TYPES.find((type) => type === means) ?? null;
}

export function bodyTypeNamed(text: string, keywords: Keywords = BUILT_IN_KEYWORDS): BodyType {
  const words = fold(text);
  const exact: Readonly<Record<string, BodyType>> = { "nhs trust": "NHS_TRUST", fire: "FIRE", council: "COUNCIL", icb: "ICB", pcc: "PCC", vcs: "VCS", charity: "VCS", ha: "HOUSING_ASSOCIATION" };
  return exact[words] ?? bodyTypeOf(text, keywords) ?? "OTHER";
}

/** Capital letters, digits and hyphens: "Bracken Homes Limited" is "BRACKEN-HOMES-LIMITED". */
export function slug(text: string): string {
  return fold(text).toUpperCase().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "") || "UNNAMED";
}

export function shortIdOf(bodyType: BodyType): string {
  return SHORT_ID[bodyType];
}

export interface Mention {
  readonly partner: Partner;
  readonly words: string;
  /** False for a general word such as "council" that might mean something else. */
  readonly proper: boolean;
}

/** Finds partners by their names in texts. Longer names are tried first, so that "Age Concern" is not a mention of "Age". */
export class PartnerNames {
  private readonly names: readonly { readonly partner: Partner; readonly words: string; readonly proper: boolean }[];

  private readonly bodyTypes = new Map<string, BodyType>();

  constructor(readonly partners: readonly Partner[], readonly keywords: Keywords = BUILT_IN_KEYWORDS) {
    const found: { partner: Partner; words: string; proper: boolean }[] = [];
    for (const partner of partners) {
      const alone = partners.filter((p) => p.bodyType === partner.bodyType).length === 1;
      const generic = alone ? GENERIC[partner.bodyType] : [];
      for (const words of new Set([partner.name, ...partner.aliases].flatMap((alias) => [fold(alias), withoutLegalForm(fold(alias))]))) {
        if (words.length >= 2) found.push({ partner, words, proper: words.includes(" ") && !GENERIC[partner.bodyType].includes(words) });
      }
      for (const words of generic) if (!found.some((f) => f.words === words)) found.push({ partner, words, proper: false });
    }
    this.names = found.sort((a, b) => b.words.length - a.words.length || compareText(a.words, b.words) || compareText(a.partner.id, b.partner.id));
  }

  /** The first partner named, the longest name first; `except` is the sheet's own agency. */
  mention(text: string, except: string | null = null): Mention | null {
    const words = ` ${fold(text).replace(/\bcouncil tax\b/g, "counciltax")} `;
    for (const name of this.names) {
      // Most names are in no text: one look each, before the forms of a name are tried.
      if (name.partner.id === except || !words.includes(name.words)) continue;
      if (words.includes(` ${name.words} `) || words.includes(` ${name.words}s `) || words.includes(` ${name.words}'s `)) return name;
    }
    return null;
  }

  /** What kind of body an agency is, also one that is in no table of partners. */
  bodyTypeOf(id: string): BodyType {
    const known = this.bodyTypes.get(id) ?? this.byId(id)?.bodyType ?? bodyTypeNamed(id, this.keywords);
    this.bodyTypes.set(id, known);
    return known;
  }

  byId(id: string): Partner | null {
    const wanted = fold(id);
    return this.partners.find((p) => fold(p.id) === wanted) ?? this.partners.find((p) => [p.name, ...p.aliases].some((alias) => fold(alias) === wanted)) ?? null;
  }
}

/** A partner's line says "Bracken Homes" where the company's own sheet says "Bracken Homes Limited". One bare word is left as it is. */
function withoutLegalForm(name: string): string {
  const short = name.replace(/ (?:limited|ltd|plc|llp|cic|cio)$/, "");
  return short.includes(" ") ? short : name;
}

export interface SheetOwner {
  readonly partner: Partner;
  readonly by: Agency["recognisedBy"];
  readonly source: CellRef | null;
}

/** "Report to Vale County Council" names who reads it, not whose it is: such titles come last. */
function ownFirst(titles: SheetNames["titles"]): SheetNames["titles"] {
  const addressed = titles.filter(({ text }) => ADDRESSED.test(text));
  return addressed.length === 0 ? titles : [...titles.filter((title) => !addressed.includes(title)), ...addressed];
}

const ADDRESSED = /^(an? )?(report|submission|return|paper|briefing|presentation|statement|update)s? (to|for)\b|^(prepared|produced) for\b|^to[: ]/i;

/** The partner that owns a sheet, by a title above its table, its name or its file's name; null when none of them names one. */
export function ownerAmong(names: PartnerNames, sheet: SheetNames): SheetOwner | null {
  for (const proper of [true, false]) {
    for (const { text, cell } of ownFirst(sheet.titles)) {
      if (text.length > 90) continue;
      const mention = names.mention(text);
      if (mention !== null && (mention.proper || !proper)) return { partner: mention.partner, by: "title", source: cell };
    }
    const bySheet = names.byId(sheet.sheet.sheet) ?? matching(names.mention(sheet.sheet.sheet), proper);
    if (bySheet !== null) return { partner: bySheet, by: "sheet-name", source: sheet.sheet };
    const byFile = matching(names.mention(fileWords(sheet.file)), proper);
    if (byFile !== null) return { partner: byFile, by: "file-name", source: null };
  }
  return null;
}

/** A full name of a body in a title; words that services share ("fire", "homes") name none. */
const FULL_NAME = /\b(council|nhs (foundation )?trust|foundation trust|integrated care board|icb|police and crime commissioner|fire (and rescue )?authority|housing association)\b/i;

/** Another title that names another kind of body than the owner's; null for none. Addressees are no rivals. */
export function rivalTitle(sheet: SheetNames, owner: SheetOwner, keywords: Keywords): string | null {
  if (owner.by !== "title") return null;
  const rival = sheet.titles.slice(0, 4).find(({ text, cell }) => cell.address !== owner.source?.address && text.length <= 90 && !ADDRESSED.test(text) && FULL_NAME.test(text) && !FULL_NAME.test(text.replace(FULL_NAME, ""))
    && (bodyTypeOf(text, keywords) ?? owner.partner.bodyType) !== owner.partner.bodyType);
  return rival?.text ?? null;
}

function matching(mention: Mention | null, proper: boolean): Partner | null {
  return mention !== null && (mention.proper || !proper) ? mention.partner : null;
}

function fileWords(file: string | null): string {
  return (file ?? "").replace(/^.*[\\/]/, "").replace(/\.[a-z]{3,4}$/i, "").replace(/[_\d]+/g, " ").trim();
}

/** With no partners table: a body recognised by its kind of words in a title, the sheet's name or the file's name. */
export function ownerByWords(sheet: SheetNames, keywords: Keywords): SheetOwner | null {
  const make = (text: string, bodyType: BodyType, source: CellRef | null): Partner => {
    const name = bodyName(text, (part) => bodyTypeOf(part, keywords));
    return { id: slug(name), name, aliases: [], bodyType, jurisdiction: "England", source };
  };
  for (const { text, cell } of ownFirst(sheet.titles.slice(0, 4))) {
    const bodyType = text.length <= 90 ? bodyTypeOf(text, keywords) : null;
    if (bodyType !== null) return { partner: make(text, bodyType, cell), by: "title", source: cell };
  }
  const bySheet = bodyTypeOf(sheet.sheet.sheet, keywords);
  if (bySheet !== null) return { partner: make(sheet.sheet.sheet, bySheet, sheet.sheet), by: "sheet-name", source: sheet.sheet };
  const byFile = bodyTypeOf(fileWords(sheet.file), keywords);
  return byFile === null ? null : { partner: make(fileWords(sheet.file), byFile, null), by: "file-name", source: null };
}
