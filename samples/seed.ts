// The source tables of the samples: the partnership's 44 lines and what the partners agreed about each.
import { parseCsvObjects } from "hucre/csv";

/** One line of samples/source/brackenshire.csv. Amounts in £000, expenditure +, income −. */
export interface SeedLine {
  readonly ref: string;
  readonly agency: string;
  readonly description: string;
  readonly outcome: string;
  readonly clientGroup: string;
  readonly original: number;
  readonly revised: number;
  readonly forecast: number;
}

/** One line of samples/source/coding.csv, as text; amounts in £000. */
export type CodingLine = Readonly<Record<string, string>>;

export class Seed {
  private readonly byRef: ReadonlyMap<string, SeedLine>;
  private readonly codingByRef: ReadonlyMap<string, CodingLine>;

  constructor(linesCsv: string, codingCsv: string) {
    this.byRef = new Map(records(linesCsv).map((row) => [field(row, "line_id"), seedLine(row)]));
    this.codingByRef = new Map(records(codingCsv).map((row) => [field(row, "line_id"), row]));
  }

  get lines(): readonly SeedLine[] {
    return [...this.byRef.values()];
  }

  line(ref: string): SeedLine {
    const line = this.byRef.get(ref);
    if (!line) throw new Error(`no line ${ref} in the source`);
    return line;
  }

  coding(ref: string): CodingLine {
    const coding = this.codingByRef.get(ref);
    if (!coding) throw new Error(`no coding for ${ref} in the source`);
    return coding;
  }
}

/** A field that the source must have; empty text is allowed. */
export function field(row: CodingLine, name: string): string {
  const value = row[name];
  if (value === undefined) throw new Error(`no column ${name} in the source`);
  return value;
}

function records(csv: string): CodingLine[] {
  const rows = parseCsvObjects(csv, { header: true }).data;
  return rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, typeof value === "string" ? value : ""])));
}

function seedLine(row: CodingLine): SeedLine {
  return {
    ref: field(row, "line_id"),
    agency: field(row, "agency"),
    description: field(row, "description"),
    outcome: field(row, "outcome"),
    clientGroup: field(row, "client_group"),
    original: amount(row, "original_000"),
    revised: amount(row, "revised_000"),
    forecast: amount(row, "forecast_000"),
  };
}

function amount(row: CodingLine, name: string): number {
  const text = field(row, name);
  if (!/^-?\d+$/.test(text)) throw new Error(`${field(row, "line_id")}: ${name} is not a whole number of thousands`);
  return Number(text);
}
