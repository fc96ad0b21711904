// The forms of governance under which partners share money, as a table (tblPresets) for people: what each allows, forbids and how it accounts.
import { ARRANGEMENTS, type Arrangement } from "../budget/line";
import type { CellRef } from "../budget/cells";
import type { SheetGrid } from "../reading/grid";
import { tableSheet, type TableDef } from "../tables/table";
import { textCell } from "../writing/cellText";
import { PURSE_SHEETS } from "../writing/sheetNames";
import type { SheetSpec } from "../writing/types";
import { readRows, type TableReading } from "./ruleTables";
import type { IsoDate } from "./types";

export interface Preset {
  readonly preset: string;
  /** What the coding calls lines under it. */
  readonly arrangement: Arrangement;
  readonly jurisdiction: string;
  readonly allows: string;
  readonly forbids: string;
  readonly virement: string;
  readonly account: string;
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
  readonly source: string;
  readonly verifiedBy: string;
  readonly cell: CellRef | null;
}

const READ = "published text";
const LAWYER = "check with your lawyer";

type Words = readonly [preset: string, arrangement: Arrangement, jurisdiction: string, allows: string, forbids: string, virement: string, account: string, from: string, to: string, source: string, verifiedBy: string];

const WORDS: readonly Words[] = [
  ["Aligned budgets", "aligned", "*", "joint view; each moves its own money", "no moves between agencies", "each agency's own scheme", "each its own", "", "", "each agency's own powers", LAWYER],
  ["Section 75 pooled fund", "pooled", "England", "any spending on the agreed purpose", "money out of the pool; functions that are not listed", "pool manager within a scheme, partnership board between schemes", "joint operation or lead", "2000-04-01", "", "NHS Act 2006 s75; SI 2000/617", READ],
  ["Lead commissioning", "lead", "England", "the lead commits the partner's budget for listed functions", "functions outside the list", "the lead's scheme", "principal or agent by the facts", "2000-04-01", "", "NHS Act 2006 s75; SI 2000/617", READ],
  ["Hosted fund with fixed and variable lines", "lead", "England", "as lead commissioning, with agreed fixed and variable lines", "functions outside the list", "the host's scheme", "principal or agent by the facts", "2000-04-01", "", "local section 75 agreements", LAWYER],
  ["Better Care Fund", "pooled", "England", "minimum contributions under national conditions", "below the minimum; outside the plan", "health and wellbeing board, as a variation of the plan", "section 75 pool", "2015-04-01", "", "NHS Act 2006 s223GA", READ],
  ["Children's pooled fund", "pooled", "England", "the relevant partners of the Act", "bodies that are not relevant partners", "by agreement of the partners", "pool of the host", "2005-04-01", "", "Children Act 2004 s10", READ],
  ["Integration joint board", "integrated", "Scotland", "the board plans; directions carry payments; the board may hold a reserve", "the board does not employ; set-aside is not paid over", "between the two arms by a revised direction", "the board's own accounts", "2015-04-01", "", "Public Bodies (Joint Working) (Scotland) Act 2014", READ],
  ["Lead agency", "lead", "Scotland", "functions delegated to the partner", "functions that are not delegated", "the lead agency's scheme", "host", "2015-04-01", "", "Public Bodies (Joint Working) (Scotland) Act 2014", READ],
  ["Regional pooled fund", "pooled", "Wales", "a pool for care homes between councils and health boards", "money that only passes through fails the test of value", "by agreement of the partners", "host", "2016-04-06", "", "Social Services and Well-being (Wales) Act 2014 s166 and s167", READ],
  ["Public services board", "aligned", "Wales", "alignment and a shared plan", "a budget of the board's own", "members only", "members", "2016-04-01", "", "Well-being of Future Generations (Wales) Act 2015 s29", READ],
  ["Local strategic partnership with area based grant", "aligned", "England", "the council uses the grant freely", "other agencies' budgets", "the council's scheme", "council", "2008-04-01", "2011-03-31", "Area Based Grant overview 2008", READ],
  ["Community budget or whole place", "aligned", "England", "an investment agreement: who pays and who gains", "central money unless the department agrees", "by the agreement", "each its own", "2011-04-01", "", "National Audit Office, Case study on integration: whole-place community budgets, 2013", LAWYER],
  ["Joint committee or shared service", "lead", "England", "functions delegated between councils", "functions that are not delegated", "joint committee", "as the agreement says", "1974-04-01", "", "Local Government Act 1972 s101", LAWYER],
  ["Braided funding", "aligned", "United States", "several grants for one service, each tracked", "co-mingling", "budget modification by grant", "each grant", "", "", "45 CFR 75.302(b)", READ],
  ["Blended funding", "pooled", "United States", "one pot", "most federal grants, which must be tracked", "the pot's own rules", "one", "", "", "45 CFR 75.302(b)", READ],
];

export const DEFAULT_PRESETS: readonly Preset[] = WORDS.map(([preset, arrangement, jurisdiction, allows, forbids, virement, account, from, to, source, verifiedBy]) => ({
  preset, arrangement, jurisdiction, allows, forbids, virement, account, from: from || null, to: to || null, source, verifiedBy, cell: null,
}));

const input = (heading: string, width: number, of: (row: Preset) => string, choices?: readonly string[]): TableDef<Preset>["columns"][number] =>
  ({ heading, width, cell: (row) => textCell(of(row), "input"), ...(choices === undefined ? {} : { choices }) });

const TABLE: TableDef<Preset> = {
  sheet: PURSE_SHEETS.presets, table: "tblPresets", tabColour: "#605E5C",
  title: "Governance: forms under which partners share money",
  subtitle: "Yours to edit. What each form allows is for people to read; the arrangement is the word that the coding gives to lines under it, and that rules go by.",
  columns: [
    { heading: "Preset", width: 40, cell: (row) => textCell(row.preset, "label") },
    input("Arrangement", 14, (row) => row.arrangement, ARRANGEMENTS),
    input("Jurisdiction", 16, (row) => row.jurisdiction),
    input("Allows", 50, (row) => row.allows), input("Forbids or needs", 50, (row) => row.forbids), input("Virement", 44, (row) => row.virement), input("Account", 30, (row) => row.account),
    input("From date", 12, (row) => row.from ?? ""), input("To date", 12, (row) => row.to ?? ""), input("Source", 50, (row) => row.source), input("Verified by", 26, (row) => row.verifiedBy),
  ],
};

export function presetsSheet(): SheetSpec {
  return tableSheet(TABLE, DEFAULT_PRESETS);
}

/** Reads the table back for its faults; without it the built-in rows stand. */
export function readPresets(grids: readonly SheetGrid[]): TableReading<Preset> {
  const reading = readRows<Preset>(grids, TABLE, DEFAULT_PRESETS, (row) => ({
    preset: row.required("Preset"), arrangement: row.oneOf("Arrangement", ARRANGEMENTS), jurisdiction: row.text("Jurisdiction") || "*",
    allows: row.text("Allows"), forbids: row.text("Forbids or needs"), virement: row.text("Virement"), account: row.text("Account"),
    ...row.dates("From date", "To date"), source: row.required("Source"), verifiedBy: row.required("Verified by"), cell: row.cell("Preset"),
  }));
  return grids.some((grid) => grid.sheet === TABLE.sheet) ? reading : { ...reading, issues: [] };
}
