// From drafts to budget lines: the partners' coding is joined, the rest is told by words, and each value keeps its evidence.
import type { CellRef } from "../../budget/cells";
import { UNALLOCATED_OUTCOME, type BudgetLine, type Evidence, type FundingSplit, type InferredField, type Nature } from "../../budget/line";
import type { Issue } from "../../issues/issue";
import type { PartnerNames } from "../agencies/agencies";
import { fold } from "../words/cellText";
import { classify } from "./classify";
import { withFunding } from "./fundedBy";
import { findNature } from "./nature";
import type { LineDraft } from "../lineSteps";
import type { CodedFund, Coding, CodingRow } from "../partnerSteps";

export interface PlacedDraft {
  readonly draft: LineDraft;
  readonly agency: string;
  readonly file: string | null;
  readonly sheet: string;
}

export interface BuiltLines {
  readonly lines: readonly BudgetLine[];
  readonly issues: readonly Issue[];
}

/** Lines in the order of the drafts. Codes first, then the line's own words, decide which coding row a line takes. */
export function buildLines(drafts: readonly PlacedDraft[], codings: readonly Coding[], names: PartnerNames): BuiltLines {
  const index = new CodingIndex(codings, names);
  const issues: Issue[] = [];
  const ids = new LineIds();
  const codes = repeatedCodes(drafts);
  const lines = drafts.map((placed): BudgetLine => {
    const coded = index.take(placed);
    const { line, found } = lineFrom(placed, coded, names, issues);
    const id = ids.unique(coded?.ref ?? idOf(placed, codes));
    if (coded === null && index.codesAny()) {
      issues.push({ code: "not-coded", severity: "question", where: placeOf(placed), facts: { line: line.description, agency: placed.agency }, pence: Math.abs(amountOf(placed)) });
    }
    if (found) issues.push({ code: "counterparty-unknown", severity: "question", where: placeOf(placed), facts: { line: line.description, agency: placed.agency }, pence: Math.abs(amountOf(placed)) });
    return { id, ...line };
  });
  issues.push(...index.unmatched(), ...duplicateCodes(drafts));
  return { lines: withFunding(lines), issues };
}

function placeOf({ draft, file, sheet }: PlacedDraft): CellRef {
  return { file, sheet, address: draft.address };
}

function amountOf({ draft }: PlacedDraft): number {
  const { revised, original, outturn, forecast, actual } = draft.pence;
  return [revised, original, outturn, forecast, actual].find((p) => p !== null && p !== 0) ?? 0;
}

/** Code and subjective together where a code alone is shared by several lines of the agency. */
function fullCode(draft: LineDraft): string | null {
  if (draft.code === null) return draft.subjective;
  return draft.subjective === null || !/\d/.test(draft.subjective) ? draft.code : `${draft.code}/${draft.subjective}`;
}

/** A code that stands beside a code of the kind of spending is the cost centre's: a code alone may be the line's own. */
function isCostCentre({ code, subjective }: LineDraft): boolean {
  return code !== null && code !== "" && subjective !== null && /\d/.test(subjective);
}

function repeatedCodes(drafts: readonly PlacedDraft[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const { draft, agency } of drafts) {
    if (draft.code === null) continue;
    const key = `${agency}\u0001${draft.code}`;
    if (seen.has(key)) repeated.add(key);
    seen.add(key);
  }
  return repeated;
}

function idOf({ draft, agency }: PlacedDraft, repeated: ReadonlySet<string>): string {
  const code = draft.code !== null && repeated.has(`${agency}\u0001${draft.code}`) ? fullCode(draft) : draft.code ?? draft.subjective;
  const base = code ?? (draft.description === "" ? "unnamed" : draft.description);
  return `${agency}/${base}${draft.part === "income" ? "/income" : ""}`;
}

/** Ids that are given once: "x", "x#2", "x#3". Remembers how far it counted, since a ledger may repeat one name on every row. */
class LineIds {
  private readonly used = new Set<string>();
  private readonly next = new Map<string, number>();

  unique(id: string): string {
    let candidate = id;
    let n = this.next.get(id) ?? 2;
    for (; this.used.has(candidate); n += 1) candidate = `${id}#${n}`;
    if (candidate !== id) this.next.set(id, n);
    this.used.add(candidate);
    return candidate;
  }
}

function lineFrom(placed: PlacedDraft, coded: CodingRow | null, names: PartnerNames, issues: Issue[]): { line: Omit<BudgetLine, "id">; found: boolean } {
  const { draft, agency, file, sheet } = placed;
  const cell = placeOf(placed);
  const pence = amountOf(placed);
  const told = findNature({ description: draft.description, sections: draft.sections, agency, pence, side: draft.side, cell, sheet }, names, names.keywords);
  const evidence: Partial<Record<InferredField, Evidence>> = { nature: told.evidence };
  if (draft.agencyCell !== undefined) evidence.agency = { kind: "cell", reason: `the table names ${draft.agencyText ?? agency}`, cell: draft.agencyCell };
  if (told.counterpartyEvidence !== null) evidence.counterparty = told.counterpartyEvidence;
  let { nature, counterparty } = told;
  if (coded !== null && coded.counterparty !== null) {
    const partner = names.byId(coded.counterparty);
    const by = codedBy(coded, `the coding names ${partner?.name ?? coded.counterparty}`);
    const wrong = partner === null ? "a partner in the partners table" : partner.id === agency && told.nature !== "INTERNAL_RECHARGE" ? "another body than the line's own, unless its words say that it is a recharge" : null;
    if (partner === null || wrong !== null) {
      issues.push({ code: "coding-invalid", severity: "question", where: coded.counterpartyCell, facts: { field: "Counterparty", value: coded.counterparty, allowed: wrong ?? "" }, pence: Math.abs(pence) });
    } else {
      counterparty = partner.id;
      nature = natureWith(partner.id, agency, pence, draft.side === "income");
      evidence.counterparty = by;
      evidence.nature = by;
    }
  }
  const classes = classify({ description: draft.description, subjective: draft.subjective, sections: draft.sections, nature, pence, bodyType: names.bodyTypeOf(agency), cell }, coded, names.keywords);
  Object.assign(evidence, classes.evidence);
  if (coded !== null) {
    for (const field of ["arrangement", "control", "recurrence"] as const) if (coded[field] !== null) evidence[field] = codedBy(coded, "the coding");
    if (coded.funds.length > 0) evidence.funding = { kind: "coding", reason: "the coding", cell: coded.fundCell };
  }
  evidence.outcome ??= NOT_TOLD.outcome;
  evidence.arrangement ??= NOT_TOLD.arrangement;
  evidence.control ??= NOT_TOLD.control;
  return {
    found: told.partnerUnnamed && counterparty === null && coded === null,
    line: {
      code: fullCode(draft), agency, description: draft.description, sections: draft.sections, nature, counterparty,
      scheme: coded?.scheme ?? null, outcome: classes.outcome ?? UNALLOCATED_OUTCOME, clientGroup: classes.clientGroup,
      subjectiveGroup: classes.subjectiveGroup, serviceGroup: classes.serviceGroup, funding: splits(coded?.funds ?? [], draft),
      arrangement: coded?.arrangement ?? "own", pool: coded?.pool ?? null, control: coded?.control ?? "LOCAL", recurrence: coded?.recurrence ?? "REC",
      staffing: coded?.staffing ?? classes.subjectiveGroup === 1, committedPence: signed(coded?.committedPence ?? null, pence), committedUntil: coded?.committedUntil ?? null,
      floorPence: signed(coded?.floorPence ?? null, pence), priority: coded?.priority ?? 1, note: joinNotes(coded?.note ?? null, draft.note),
      originalPence: draft.pence.original, revisedPence: draft.pence.revised, forecastPence: draft.pence.forecast, actualPence: draft.pence.actual, outturnPence: draft.pence.outturn,
      ...(isCostCentre(draft) ? { costCentre: draft.code ?? "" } : {}),
      ...((coded?.holder ?? draft.holder ?? null) === null ? {} : { holder: coded?.holder ?? draft.holder ?? null }),
      ...(coded?.underspendRecurs === true ? { underspendRecurs: true } : {}),
      ...(draft.laterYears === undefined ? {} : { laterYears: draft.laterYears }),
      source: { file, sheet, address: draft.address, cells: draft.cells, ...(draft.apart === undefined ? {} : { apart: draft.apart }), sign: draft.sign, pencePerUnit: draft.pencePerUnit },
      evidence,
    },
  };
}

/** One record for all lines: a long ledger has a million of them. */
const NOT_TOLD = {
  outcome: { kind: "default", reason: "no coding tells its outcome: unallocated", cell: null },
  arrangement: { kind: "default", reason: "no coding tells its arrangement: the agency's own", cell: null },
  control: { kind: "default", reason: "no coding tells who controls it: local", cell: null },
} as const satisfies Record<string, Evidence>;

const NO_FUNDS: readonly FundingSplit[] = [];

function natureWith(counterparty: string, agency: string, pence: number, incomeSide: boolean): Nature {
  if (counterparty === agency) return "INTERNAL_RECHARGE";
  return pence < 0 || (pence === 0 && incomeSide) ? "IA_INCOME" : "IA_PAYMENT";
}

function codedBy(coded: CodingRow, reason: string): Evidence {
  return { kind: "coding", reason, cell: coded.cell };
}

/** The agreed split of the line's budget over funds. A fund without an amount takes what the named amounts leave. */
function splits(funds: readonly CodedFund[], draft: LineDraft): readonly FundingSplit[] {
  if (funds.length === 0) return NO_FUNDS;
  const total = draft.pence.revised ?? draft.pence.original ?? draft.pence.outturn ?? 0;
  const sign = total < 0 ? -1 : 1;
  const named = funds.reduce((sum, fund) => sum + (fund.pence ?? 0), 0);
  // Where the named amounts are more than the budget nothing is left, and the split is asked for (control R6).
  let left = sign * Math.max(0, sign * total - named);
  return funds.map((fund): FundingSplit => {
    const pence = fund.pence === null ? left : sign * fund.pence;
    if (fund.pence === null) left = 0;
    return { fund: fund.fund, ringFence: fund.ringFence, pence: pence === 0 ? 0 : pence };
  });
}

function signed(size: number | null, pence: number): number | null {
  return size === null ? null : pence < 0 ? -size : size;
}

function joinNotes(...notes: readonly (string | null)[]): string | null {
  const held = notes.filter((note): note is string => note !== null && note !== "");
  return held.length === 0 ? null : held.join("; ");
}

/** Finds the coding row of a line by agency and code, else by agency and words; each row is used once. */
class CodingIndex {
  /** Rows of one key are taken in their order, so that `from` is the first that is free. */
  private readonly byKey = new Map<string, { readonly rows: CodingRow[]; from: number }>();
  private readonly taken = new Set<CodingRow>();
  private readonly rows: readonly CodingRow[];

  constructor(codings: readonly Coding[], private readonly names: PartnerNames) {
    this.rows = codings.flatMap((coding) => coding.rows);
    for (const row of this.rows) {
      const key = this.key(row.agency, row.key);
      const known = this.byKey.get(key);
      if (known === undefined) this.byKey.set(key, { rows: [row], from: 0 });
      else known.rows.push(row);
    }
  }

  /** False where partners are named but no line is coded yet: then no line is asked for. */
  codesAny(): boolean {
    return this.rows.length > 0;
  }

  take({ draft, agency }: PlacedDraft): CodingRow | null {
    for (const text of [fullCode(draft), draft.code, draft.description, draft.subjective]) {
      if (text === null || text === "") continue;
      const known = this.byKey.get(`${agency}\u0001${fold(text)}`);
      const free = known?.rows[known.from];
      if (known === undefined || free === undefined) continue;
      known.from += 1;
      this.taken.add(free);
      return free;
    }
    return null;
  }

  unmatched(): Issue[] {
    return this.rows.filter((row) => !this.taken.has(row)).map((row): Issue => ({
      code: "coding-unmatched", severity: "question", where: row.cell, pence: null, facts: { agency: row.agency, key: row.key },
    }));
  }

  private key(agency: string, key: string): string {
    return `${this.names.byId(agency)?.id ?? this.names.mention(agency)?.partner.id ?? agency}\u0001${fold(key)}`;
  }
}

/** The same full code on several lines of one agency: one of them may be there twice, and coding can't tell them apart. */
function duplicateCodes(drafts: readonly PlacedDraft[]): Issue[] {
  const ofAgency = new Map<string, Map<string, PlacedDraft[]>>();
  for (const placed of drafts) {
    const code = fullCode(placed.draft);
    if (code === null || placed.draft.part === "income") continue;
    const codes = ofAgency.get(placed.agency) ?? new Map<string, PlacedDraft[]>();
    ofAgency.set(placed.agency, codes);
    const group = codes.get(fold(code));
    if (group === undefined) codes.set(fold(code), [placed]);
    else group.push(placed);
  }
  return [...ofAgency.values()].flatMap((codes) => duplicatesOf([...codes.values()]));
}

const LISTED_DUPLICATES = 3;

/** Where most codes of an agency repeat they are cost centres, not line codes, and the words tell the lines apart. */
function duplicatesOf(codes: readonly (readonly PlacedDraft[])[]): Issue[] {
  const all = codes.reduce((sum, group) => sum + group.length, 0);
  const repeated = codes.filter((group) => group.length > 1);
  const asCostCentres = all >= 6 && repeated.reduce((sum, group) => sum + group.length, 0) * 3 > all;
  const doubtful = asCostCentres ? repeated.filter((group) => new Set(group.map((p) => fold(p.draft.description))).size < group.length) : repeated;
  const issues = doubtful.slice(0, LISTED_DUPLICATES).flatMap((group): Issue[] => {
    const [first, second] = group;
    if (first === undefined || second === undefined) return [];
    return [{
      code: "duplicate-code", severity: asCostCentres ? "question" : "error", where: placeOf(second), pence: Math.abs(amountOf(second)),
      facts: { code: fullCode(first.draft) ?? "", agency: first.agency, first: `${first.sheet}!${first.draft.address}`, count: String(group.length), others: String(Math.max(0, doubtful.length - LISTED_DUPLICATES)) },
    }];
  });
  return issues;
}
