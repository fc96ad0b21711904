// Lines of twelve agencies as reading gives them, each with its own source cells and evidence, as many as wanted.
import type { Agency } from "../src/core/budget/agency";
import type { BudgetLine, Evidence } from "../src/core/budget/line";
import { readPartnership } from "../src/core/reading/readPartnership";
import type { PartnershipReading } from "../src/core/reading/types";
import { largePartnership } from "./largePartnership";

/** The samples' 44 lines under 25 headings' worth of copies: one area of the repeated samples. */
const AREA = 44 * 25;
/** The samples have eight agencies; every other area belongs to four namesakes of these and the other four. */
const NAMESAKES: ReadonlySet<string> = new Set(["COUNCIL", "ICB", "HA", "VCS"]);

/** What reading gives for `count` lines, without the sheets: pooling starts from lines. No two lines share a record. */
export function manyLines(count: number): PartnershipReading {
  const read = readPartnership(largePartnership(AREA));
  if (read.lines.length !== AREA || read.issues.length > 0) throw new Error("The repeated samples were not read as they stand.");
  const lines: BudgetLine[] = [];
  for (let i = 0; i < count; i += 1) {
    const line = read.lines[i % AREA];
    if (line === undefined) break;
    lines.push(copyOf(line, Math.floor(i / AREA), i + 5));
  }
  const agencies = read.agencies.flatMap((agency): Agency[] => (NAMESAKES.has(agency.id) ? [agency, { ...agency, id: `${agency.id}2`, name: `${agency.name} (second)` }] : [agency]));
  if (agencies.length !== 12) throw new Error(`${agencies.length} agencies instead of 12.`);
  return { ...read, agencies, lines, sheets: [], controls: [], issues: [] };
}

function copyOf(line: BudgetLine, area: number, row: number): BudgetLine {
  const named = (agency: string): string => (area % 2 === 1 && NAMESAKES.has(agency) ? `${agency}2` : agency);
  const own = (text: string): string => text.replace(/[Aa]rea \d+$/, (found) => `${found.slice(0, 5)}${area + 1}`);
  const id = `${line.id}-${area}`;
  return {
    ...line, id, code: id, agency: named(line.agency), counterparty: line.counterparty === null ? null : named(line.counterparty),
    scheme: line.scheme === null ? null : own(line.scheme), sections: line.sections.map(own), funding: line.funding.map((split) => ({ ...split })),
    source: { ...line.source, sheet: named(line.source.sheet), address: `D${row}`, cells: { original: `C${row}`, revised: `D${row}`, forecast: `E${row}` } },
    evidence: Object.fromEntries(Object.entries(line.evidence).map(([field, evidence]: [string, Evidence]) => [field, { ...evidence }])),
  };
}
