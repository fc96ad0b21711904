// Agencies sheet (tblAgencies): who takes part, as what kind of body, and where each was recognised.
import type { Agency, BodyType } from "../budget/agency";
import { ARRANGEMENTS } from "../budget/line";
import type { PartnershipReading } from "../reading/types";
import { tableSheet, type TableDef } from "../tables/table";
import { numberCell, textCell } from "./cellText";
import { PURSE_SHEETS } from "./sheetNames";
import type { SheetSpec } from "./types";

const BODY_WORDS: Readonly<Record<BodyType, string>> = {
  COUNCIL: "Council", ICB: "NHS integrated care board", NHS_TRUST: "NHS trust", PCC: "Police and crime commissioner",
  FIRE: "Fire and rescue authority", PROBATION: "Probation", JCP: "Jobcentre Plus", HOUSING_ASSOCIATION: "Housing association",
  VCS: "Voluntary sector", OTHER: "Other body",
};

const RECOGNISED_WORDS: Readonly<Record<Agency["recognisedBy"], string>> = {
  "partners-table": "the partners table", title: "the sheet's title", "sheet-name": "the sheet's name", "file-name": "the file's name",
};

interface AgencyRow {
  readonly agency: Agency;
  readonly lineCount: number;
  readonly sheets: readonly string[];
  readonly arrangements: readonly string[];
}

const TABLE: TableDef<AgencyRow> = {
  sheet: PURSE_SHEETS.agencies,
  table: "tblAgencies",
  title: "Agencies: who takes part",
  subtitle: "One row an agency. Its short id stands for it on every sheet of ours.",
  tabColour: "#0F548C",
  columns: [
    { heading: "Agency", width: 16, cell: ({ agency }) => textCell(agency.id, "label") },
    { heading: "Name", width: 44, cell: ({ agency }) => textCell(agency.name) },
    { heading: "Also called", width: 40, cell: ({ agency }) => textCell(agency.aliases.join("; ")) },
    { heading: "Kind of body", width: 30, cell: ({ agency }) => textCell(BODY_WORDS[agency.bodyType]) },
    { heading: "Jurisdiction", width: 14, cell: ({ agency }) => textCell(agency.jurisdiction) },
    { heading: "Arrangements", width: 24, cell: ({ arrangements }) => textCell(arrangements.join(", ")) },
    { heading: "Lines", width: 9, cell: ({ lineCount }) => numberCell(lineCount) },
    { heading: "Sheets", width: 40, cell: ({ sheets }) => textCell(sheets.join("; ")) },
    { heading: "Recognised by", width: 20, cell: ({ agency }) => textCell(RECOGNISED_WORDS[agency.recognisedBy]) },
    {
      heading: "Recognised at", width: 30,
      cell: ({ agency: { source } }) => (source === null ? textCell("") : {
        ...textCell(source.address === "" ? source.sheet : `${source.sheet}!${source.address}`),
        link: { file: source.file, sheet: source.sheet, address: source.address === "" ? "A1" : source.address },
      }),
    },
  ],
};

export function agenciesSheet(reading: PartnershipReading, refreshedOn: string): SheetSpec {
  const rows = reading.agencies.map((agency): AgencyRow => {
    const lines = reading.lines.filter((line) => line.agency === agency.id);
    const used = new Set(lines.map((line) => line.arrangement));
    return {
      agency, lineCount: lines.length, sheets: [...new Set(lines.map((line) => line.source.sheet))],
      arrangements: ARRANGEMENTS.filter((arrangement) => used.has(arrangement)),
    };
  });
  return tableSheet(TABLE, rows, `Refreshed ${refreshedOn}.`);
}
