// The partnership's agreed coding: what partners settled about each line that no budget sheet says, and who the partners are.
import { ARRANGEMENTS } from "../../budget/line";
import type { CellRef } from "../../budget/cells";
import { cellAddress } from "../../budget/cells";
import { jurisdictionNamed } from "../../budget/jurisdictions";
import type { Issue } from "../../issues/issue";
import { pencePerUnit, type MoneyUnit } from "../../money/unit";
import { bodyTypeNamed } from "../agencies/agencies";
import { readAmount } from "../words/amounts";
import { fold, isBlank, oneLine, textAt } from "../words/cellText";
import { controlOf, dateOf, recurrenceOf, yesNo } from "./codingWords";
import { valueAt, type CellValue, type SheetGrid } from "../grid";
import { unitNamed } from "../words/headingWords";
import type { Outcome } from "../types";
import type { Partner, Coding, CodingRow, CodedFund } from "../partnerSteps";

type Field =
  | "agency" | "key" | "ref" | "outcome" | "client" | "subjective" | "fund" | "ring" | "counterparty" | "scheme" | "arrangement" | "pool"
  | "control" | "committed" | "until" | "floor" | "recurrence" | "underspend" | "staffing" | "priority" | "holder" | "note";

const HEADINGS: readonly (readonly [RegExp, Field])[] = [
  [/^(agency|partner|organisation|body)$/, "agency"],
  [/\b(code or line( name)?|own code|line code|budget code|agency('s)? code|code or name|line name)\b|^code$/, "key"],
  [/\b(partnership|pool|joint) (ref|reference|line|id)\b|^(ref|reference|line ref)$/, "ref"],
  [/^outcome( id)?$/, "outcome"],
  [/^client( group)?$/, "client"],
  [/^subjective( group)?$|^cipfa/, "subjective"],
  [/^fund(s|ing|ing source)?( .*)?$/, "fund"],
  [/^ring ?fence( id)?$/, "ring"],
  [/^counter ?party$/, "counterparty"],
  [/^scheme$/, "scheme"],
  [/^(arrangement|governance( mode)?)$/, "arrangement"],
  [/^pool$/, "pool"],
  [/^control$/, "control"],
  [/^committed\b/, "committed"],
  [/^(committed )?until\b|^end date$/, "until"],
  [/\bfloor\b|\bstatutory minimum\b/, "floor"],
  [/^recurrence$|^recurrent$/, "recurrence"],
  [/^underspend (recurs|is recurrent|recurrent)$|^recurrent underspend$/, "underspend"],
  [/^staffing$|^staff$/, "staffing"],
  [/^priority$/, "priority"],
  [/^(budget|cost cent(re|er)) (holder|manager|owner)$|^(responsible|accountable|lead) officer$|^holder$/, "holder"],
  [/^notes?$|^comments?$/, "note"],
];

interface Heading {
  readonly row: number;
  readonly columns: ReadonlyMap<Field, number>;
}

/** The coding sheet's own heading row: an agency, a code, and at least three of the things only partners agree; null on any other sheet. */
function codingHeading(grid: SheetGrid): Heading | null {
  for (let row = 0; row < Math.min(grid.values.length, 40); row += 1) {
    const columns = new Map<Field, number>();
    (grid.values[row] ?? []).forEach((value, column) => {
      if (typeof value !== "string") return;
      const words = fold(value);
      const field = HEADINGS.find(([pattern, f]) => !columns.has(f) && pattern.test(words))?.[1];
      if (field !== undefined) columns.set(field, column);
    });
    const agreed = (["outcome", "fund", "arrangement", "counterparty", "scheme", "pool", "control"] as const).filter((f) => columns.has(f));
    if (columns.has("agency") && columns.has("key") && agreed.length >= 3) return { row, columns };
  }
  return null;
}

/** A sheet that names the partners and codes no line yet: the place above its table, with no columns of coding. */
function beforePartners(grid: SheetGrid): Heading | null {
  const top = Array.from({ length: Math.min(grid.values.length, 40) }, (_, row) => wordsOf(grid, row))
    .findIndex((words) => beginsPartners(words) && words.some((word) => /^(partner|name|agency|organisation)$/.test(word)) && !words.some((word) => /\b(budget|forecast|outturn|actual)\b/.test(word)));
  return top < 0 ? null : { row: top - 1, columns: new Map() };
}

export function readCoding(grid: SheetGrid): Coding | null {
  const heading = codingHeading(grid) ?? beforePartners(grid);
  if (heading === null) return null;
  const reader = new CodingReader(grid, heading);
  return reader.read();
}

class CodingReader {
  private readonly issues: Issue[] = [];
  private readonly unit: MoneyUnit;

  constructor(private readonly grid: SheetGrid, private readonly heading: Heading) {
    const above = grid.values.slice(0, heading.row).flat().concat(grid.values[heading.row] ?? []);
    this.unit = above.map((value) => (typeof value === "string" ? unitNamed(value)?.unit ?? null : null)).find((u) => u !== null) ?? "pounds";
  }

  read(): Coding {
    const rows: CodingRow[] = [];
    let row = this.heading.row + 1;
    for (; row < this.grid.values.length && !beginsTable(wordsOf(this.grid, row)); row += 1) if (this.isCoded(row)) rows.push(this.row(row));
    return {
      sheet: { file: this.grid.file, sheet: this.grid.sheet, address: cellAddress(Math.max(0, this.heading.row), 0) },
      rows, partners: this.partners(row), outcomes: this.outcomes(row), issues: this.issues,
    };
  }

  /** False for a blank row, a heading between agencies or a note; a row that codes something without saying which line is an issue. */
  private isCoded(row: number): boolean {
    const [agency, key] = [this.text(row, "agency"), this.text(row, "key")];
    if (agency !== "" && key !== "") return true;
    const codes = [...this.heading.columns.keys()].filter((field) => field !== "agency" && field !== "key" && field !== "note" && this.text(row, field) !== "");
    if (key !== "" && codes.length > 0) this.invalid(row, "agency", "a partner's name, in every row");
    else if (agency !== "" && codes.length > 0) this.invalid(row, "key", "the line's own code or words");
    return false;
  }

  private row(row: number): CodingRow {
    const ring = blankToNull(this.text(row, "ring"));
    return {
      cell: this.cellAt(row, "key"), counterpartyCell: this.cellAt(row, "counterparty"), fundCell: this.cellAt(row, "fund"),
      agency: this.text(row, "agency"), key: this.text(row, "key"), ref: blankToNull(this.text(row, "ref")),
      outcome: blankToNull(this.text(row, "outcome")), clientGroup: blankToNull(this.text(row, "client")),
      subjectiveGroup: this.choice(row, "subjective", (t) => (/^(10|[1-9])\b/.test(t) ? Number(/^\d+/.exec(t)?.[0]) : null), "a group from 1 to 10"),
      funds: this.funds(row, ring), counterparty: blankToNull(this.text(row, "counterparty")), scheme: blankToNull(this.text(row, "scheme")),
      arrangement: this.choice(row, "arrangement", (t) => ARRANGEMENTS.find((a) => a === t) ?? null, ARRANGEMENTS.join(", ")),
      pool: blankToNull(this.text(row, "pool")),
      control: this.choice(row, "control", controlOf, "central, delegated or local"),
      committedPence: this.amount(row, "committed"), committedUntil: this.date(row, "until"), floorPence: this.amount(row, "floor"),
      recurrence: this.choice(row, "recurrence", recurrenceOf, "rec or non-rec"),
      underspendRecurs: this.choice(row, "underspend", yesNo, "yes or no"),
      staffing: this.choice(row, "staffing", yesNo, "yes or no"),
      priority: this.choice(row, "priority", (t) => (/^\d+(\.\d+)?$/.test(t) ? Number(t) : null), "a number"),
      holder: blankToNull(this.text(row, "holder")), note: blankToNull(this.text(row, "note")),
    };
  }

  /** "GEN"; "PHG 3,650"; "SPEC 700; PFUND 200". Amounts are in the sheet's unit, without sign. */
  private funds(row: number, ring: string | null): CodedFund[] {
    const parts = this.text(row, "fund").split(/[;+]/).map((part) => part.trim()).filter((part) => part !== "");
    return parts.map((part): CodedFund => {
      const match = /^(.*?)\s+([£(]?-?[\d,]+(?:\.\d+)?\)?(?:m|k)?)$/.exec(part);
      const reading = match === null ? null : readAmount(match[2] ?? "");
      const fund = (match === null ? part : match[1] ?? part).trim();
      const pence = reading?.kind === "number" ? Math.round(Math.abs(reading.value) * pencePerUnit(reading.unit ?? this.unit)) : null;
      return { fund, ringFence: ring !== null && (parts.length === 1 || fold(ring) === fold(fund)) ? ring : null, pence };
    });
  }

  /** A negative minimum or commitment would hold nothing back. */
  private amount(row: number, field: Field): number | null {
    const reading = readAmount(this.value(row, field));
    if (reading.kind === "number" && reading.value >= 0) {
      const heading = textAt(this.grid, this.heading.row, this.heading.columns.get(field) ?? 0);
      return Math.round(reading.value * pencePerUnit(reading.unit ?? unitNamed(heading)?.unit ?? this.unit));
    }
    if (reading.kind !== "blank" && reading.kind !== "nil") this.invalid(row, field, "an amount of nothing or more");
    return null;
  }

  private date(row: number, field: Field): string | null {
    const value = this.value(row, field);
    const date = dateOf(value);
    if (date === null && !isBlank(value)) this.invalid(row, field, "a date such as 31/03/2027");
    return date;
  }

  private choice<T>(row: number, field: Field, of: (text: string) => T | null, allowed: string): T | null {
    const text = this.text(row, field);
    if (text === "") return null;
    const value = of(text.toLowerCase());
    if (value === null) this.invalid(row, field, allowed);
    return value;
  }

  private invalid(row: number, field: Field, allowed: string): void {
    const column = this.heading.columns.get(field) ?? 0;
    this.issues.push({
      code: "coding-invalid", severity: "question", pence: null,
      where: this.cellAt(row, field),
      facts: { field: textAt(this.grid, this.heading.row, column), value: textAt(this.grid, row, column) || "(empty)", allowed },
    });
  }

  private cellAt(row: number, field: Field): CellRef {
    return { file: this.grid.file, sheet: this.grid.sheet, address: cellAddress(row, this.heading.columns.get(field) ?? 0) };
  }

  private value(row: number, field: Field): CellValue {
    const column = this.heading.columns.get(field);
    return column === undefined ? null : valueAt(this.grid, row, column);
  }

  private text(row: number, field: Field): string {
    return oneLine(this.value(row, field));
  }

  private partners(from: number): Partner[] {
    return this.block(from, beginsPartners).map(({ cell, get }) => {
      const name = get(/^(partner|name|agency|organisation)$/);
      const short = get(/^short( name)?$/);
      const aliases = [short, ...get(/^(also called|also known as|aliases|other names)$/).split(";")].map((t) => t.trim()).filter((t) => t !== "");
      const bodyType = bodyTypeNamed(get(/^(body type|type|body)$/) || name);
      return { id: get(/^(ref|id|reference)$/) || short.toUpperCase().replace(/\s+/g, "-") || name, name, aliases, bodyType, jurisdiction: jurisdictionNamed(get(/^(jurisdiction|country|nation)$/) || "England"), source: cell };
    });
  }

  private outcomes(from: number): Outcome[] {
    return this.block(from, beginsOutcomes).map(({ get }) => ({ id: get(/^outcome( id)?$/), name: get(/^name$/) }));
  }

  /** Rows of a smaller table below the coding, found by its headings, down to the next blank row. */
  private block(from: number, isHeading: (words: readonly string[]) => boolean): { cell: CellRef; get: (heading: RegExp) => string }[] {
    for (let top = from; top < this.grid.values.length; top += 1) {
      const words = wordsOf(this.grid, top);
      if (!isHeading(words)) continue;
      const found: { cell: CellRef; get: (heading: RegExp) => string }[] = [];
      for (let row = top + 1; row < this.grid.values.length && !(this.grid.values[row] ?? []).every(isBlank); row += 1) {
        found.push({
          cell: { file: this.grid.file, sheet: this.grid.sheet, address: cellAddress(row, words.findIndex((w) => w !== "")) },
          get: (heading) => {
            const column = words.findIndex((w) => heading.test(w));
            return column < 0 ? "" : textAt(this.grid, row, column);
          },
        });
      }
      return found;
    }
    return [];
  }
}

function blankToNull(text: string): string | null {
  return text === "" ? null : text;
}

/** The words of a row, cell by cell. */
function wordsOf(grid: SheetGrid, row: number): readonly string[] {
  return (grid.values[row] ?? []).map((value) => fold(oneLine(value)));
}

function beginsPartners(words: readonly string[]): boolean {
  return words.includes("body type") || (words.includes("partner") && words.includes("also called"));
}

function beginsOutcomes(words: readonly string[]): boolean {
  return words.find((word) => word !== "") === "outcome" && words.includes("name");
}

function beginsTable(words: readonly string[]): boolean {
  return beginsPartners(words) || beginsOutcomes(words);
}
