// The Brackenshire partnership repeated: its 44 lines over and over, each copy under codes of its own, with sub-totals and agreed coding.
import { readFileSync } from "node:fs";
import path from "node:path";
import type { CellValue, SheetGrid } from "../src/core/reading/grid";
import { field, Seed, type SeedLine } from "../samples/seed";

const HEADINGS = ["Cost centre", "Description", "Original budget", "Revised budget", "Forecast outturn"];
const CODING = [
  "Agency", "Agency's code or line name", "Partnership ref", "Outcome", "Client group", "Subjective", "Fund", "Ring-fence", "Counterparty", "Scheme",
  "Arrangement", "Pool", "Control", "Committed £000", "Until", "Statutory floor £000", "Recurrence", "Staffing", "Priority", "Notes",
];
const CODED = [
  "subjective", "fund", "ring_fence", "counterparty", "scheme", "arrangement", "pool", "control", "committed_000", "until", "floor_000", "recurrence", "staffing",
  "priority", "notes",
];
const PARTNERS = [
  ["Partner", "Short name", "Ref", "Body type", "Jurisdiction", "Also called"],
  ["Brackenshire County Council", "Council", "COUNCIL", "Council", "England", "County Council"],
  ["NHS Brackenshire Integrated Care Board", "ICB", "ICB", "ICB", "England", "NHS Brackenshire ICB"],
  ["Brackenshire Police and Crime Commissioner", "PCC", "PCC", "PCC", "England", "OPCC"],
  ["Brackenshire Fire and Rescue Authority", "Fire", "FIRE", "Fire", "England", "BFRS"],
  ["Probation Service Brackenshire", "Probation", "PROBATION", "Probation", "England", "PDU"],
  ["Jobcentre Plus Brackenshire district", "Jobcentre Plus", "JCP", "JCP", "England", "DWP"],
  ["Bracken Homes Limited", "Bracken Homes", "HA", "Housing association", "England", "Housing association"],
  ["Brackenshire Age Concern", "Age Concern", "VCS", "VCS", "England", "voluntary sector"],
];
/** Copies under one heading and one sub-total. */
const COPIES_AN_AREA = 25;

type Sums = [number, number, number];

/** Grids for `lines` lines in £000: one sheet an agency, a sub-total for each area and a grand total, and the coding the partners agreed. */
export function largePartnership(lines: number): SheetGrid[] {
  const seed = new Seed(source("brackenshire.csv"), source("coding.csv"));
  const sheets = new Map<string, AgencySheet>();
  const coding: CellValue[][] = [["Brackenshire partnership coding"], CODING];
  for (let i = 0; i < lines; i += 1) {
    const line = seed.lines[i % seed.lines.length];
    if (line === undefined) break;
    const copy = Math.floor(i / seed.lines.length);
    const code = `${line.ref}-${String(copy).padStart(6, "0")}`;
    const area = Math.floor(copy / COPIES_AN_AREA) + 1;
    const sheet = sheets.get(line.agency) ?? new AgencySheet(line.agency);
    sheets.set(line.agency, sheet);
    sheet.add(line, code, area);
    coding.push([line.agency, code, code, line.outcome, line.clientGroup, ...agreed(seed, line, area)]);
  }
  coding.push([], ["Partners"], ...PARTNERS);
  return [...[...sheets.values()].map((sheet) => sheet.grid()), { file: null, sheet: "Partnership coding", visibility: "visible", values: coding }];
}

/** Each area has schemes of its own, so that there are as many flows between partners as a partnership of that size would have. */
function agreed(seed: Seed, line: SeedLine, area: number): string[] {
  const coded = seed.coding(line.ref);
  return CODED.map((name) => {
    const value = field(coded, name);
    return name === "scheme" && value !== "" ? `${value}, area ${area}` : value;
  });
}

/** One agency's sheet as it grows: a heading, lines and a sub-total for each area. */
class AgencySheet {
  private readonly values: CellValue[][];
  private area = 0;
  private sums: Sums = [0, 0, 0];
  private grand: Sums = [0, 0, 0];

  constructor(private readonly agency: string) {
    this.values = [[`${agency} revenue budget 2026/27 (£000)`], HEADINGS];
  }

  add({ description, original, revised, forecast }: SeedLine, code: string, area: number): void {
    if (area !== this.area) {
      this.close();
      this.area = area;
      this.values.push([null, `Area ${area}`]);
    }
    this.values.push([code, description, original, revised, forecast]);
    this.sums = [this.sums[0] + original, this.sums[1] + revised, this.sums[2] + forecast];
  }

  grid(): SheetGrid {
    this.close();
    return { file: null, sheet: this.agency, visibility: "visible", values: [...this.values, [null, "Grand total", ...this.grand]] };
  }

  private close(): void {
    if (this.area === 0) return;
    this.values.push([null, `Total area ${this.area}`, ...this.sums]);
    this.grand = [this.grand[0] + this.sums[0], this.grand[1] + this.sums[1], this.grand[2] + this.sums[2]];
    this.sums = [0, 0, 0];
  }
}

function source(name: string): string {
  return readFileSync(path.join(__dirname, "../samples/source", name), "utf8");
}
