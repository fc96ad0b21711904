// What kind of spending a line is, which service, for whom and for which outcome: the coding tells first, then keywords, each with its evidence.
import type { BodyType } from "../../budget/agency";
import type { CellRef } from "../../budget/cells";
import type { Evidence, InferredField, Nature } from "../../budget/line";
import type { KeywordKind, Keywords } from "../keywords/keywords";
import { subjectiveGroupOf, wordsOf } from "./nature";
import type { CodingRow } from "../partnerSteps";

export interface LineToClassify {
  readonly description: string;
  readonly subjective: string | null;
  /** Outermost first. */
  readonly sections: readonly string[];
  readonly nature: Nature;
  readonly pence: number;
  readonly bodyType: BodyType;
  readonly cell: CellRef;
}

export interface Classes {
  readonly subjectiveGroup: number | null;
  readonly serviceGroup: string | null;
  readonly clientGroup: string | null;
  readonly outcome: string | null;
  readonly evidence: Readonly<Partial<Record<InferredField, Evidence>>>;
}

/** Bodies with one service: the words of their lines tell the kind of spending, not the service. */
const SERVICE_OF_BODY: Readonly<Partial<Record<BodyType, string>>> = {
  PCC: "Police services", FIRE: "Fire and rescue services", ICB: "Health services", NHS_TRUST: "Health services",
};

export function classify(line: LineToClassify, coded: CodingRow | null, keywords: Keywords): Classes {
  const evidence: Partial<Record<InferredField, Evidence>> = {};
  const byCoding = (field: InferredField): void => {
    if (coded !== null) evidence[field] = { kind: "coding", reason: "the coding", cell: coded.cell };
  };
  const byWords = (field: InferredField, kind: KeywordKind): string | null => {
    const found = inWords(kind, line, keywords);
    if (found !== null) evidence[field] = { kind: "words", reason: found.reason, cell: line.cell };
    return found?.means ?? null;
  };
  const group = coded?.subjectiveGroup ?? null;
  const told = group === null ? subjectiveGroupOf(line.description, line.subjective, line.nature, line.pence, keywords) : null;
  if (group !== null) byCoding("subjectiveGroup");
  else if (told !== null) evidence.subjectiveGroup = { kind: "words", reason: told.reason, cell: line.cell };
  if ((coded?.clientGroup ?? null) !== null) byCoding("clientGroup");
  if ((coded?.outcome ?? null) !== null) byCoding("outcome");
  return {
    subjectiveGroup: group ?? told?.group ?? null, serviceGroup: serviceOf(line, evidence, byWords),
    clientGroup: coded?.clientGroup ?? byWords("clientGroup", "client group"), outcome: coded?.outcome ?? byWords("outcome", "outcome"), evidence,
  };
}

function serviceOf({ nature, bodyType, cell }: LineToClassify, evidence: Partial<Record<InferredField, Evidence>>, byWords: (field: InferredField, kind: KeywordKind) => string | null): string | null {
  if (nature === "FUNDING_BELOW_LINE" || nature === "RESERVE_MOVE") return null;
  const ofBody = SERVICE_OF_BODY[bodyType];
  if (ofBody === undefined) return byWords("serviceGroup", "service group");
  evidence.serviceGroup = { kind: "words", reason: `its agency is of the kind ${bodyType}`, cell };
  return ofBody;
}

/** The line's own words first, then the headings over it, the nearest first. */
function inWords(kind: KeywordKind, { description, sections }: LineToClassify, keywords: Keywords): { readonly means: string; readonly reason: string } | null {
  const own = keywords.find(kind, description);
  if (own !== null) return { means: own.row.means, reason: wordsOf(own) };
  for (let i = sections.length - 1; i >= 0; i -= 1) {
    const found = keywords.find(kind, sections[i] ?? "");
    if (found !== null) return { means: found.row.means, reason: `${wordsOf(found)} in its heading` };
  }
  return null;
}
