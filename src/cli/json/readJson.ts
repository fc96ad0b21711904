// `read --json`: who was found, every line with its source cell, what is questionable and whether the sheets re-add.
import type { Consolidation } from "../../app/consolidate";
import type { Agency } from "../../core/budget/agency";
import type { BudgetLine, Evidence } from "../../core/budget/line";
import { sheetBalance, type SheetBalance } from "../../core/reading/balance";
import type { SheetReading } from "../../core/reading/types";
import { changesJson } from "./changesJson";
import { cellJson, controlJson, issueJson } from "./common";

export function readJson({ reading, issues, changes }: Consolidation): object {
  return {
    agencies: reading.agencies.map(agencyJson),
    outcomes: reading.outcomes.map(({ id, name }) => ({ id, name })),
    sheets: reading.sheets.map((sheet) => sheetJson(sheet, sheetBalance(sheet, reading.lines))),
    lines: reading.lines.map(lineJson),
    issues: issues.map(issueJson),
    controls: reading.controls.map(controlJson),
    changes: changes === null ? null : changesJson(changes),
  };
}

function agencyJson(agency: Agency): object {
  return {
    id: agency.id,
    name: agency.name,
    bodyType: agency.bodyType,
    jurisdiction: agency.jurisdiction,
    recognisedBy: agency.recognisedBy,
    source: agency.source === null ? null : cellJson(agency.source),
  };
}

function sheetJson(sheet: SheetReading, balance: SheetBalance | null): object {
  const { file, kind, agency, lineCount, sentence } = sheet;
  const money = balance === null ? null : { ...balance, printed: balance.printed.map(cellJson) };
  return { file, sheet: sheet.sheet, kind, agency, lines: lineCount, sentence, balance: money };
}

function lineJson(line: BudgetLine): object {
  const { source } = line;
  return {
    id: line.id,
    code: line.code,
    agency: line.agency,
    description: line.description,
    sections: line.sections,
    natures: [line.nature],
    counterparty: line.counterparty,
    scheme: line.scheme,
    outcome: line.outcome,
    clientGroup: line.clientGroup,
    subjectiveGroup: line.subjectiveGroup,
    serviceGroup: line.serviceGroup ?? null,
    funding: line.funding.map(({ fund, ringFence, pence }) => ({ fund, ringFence, amountPence: pence })),
    arrangement: line.arrangement,
    pool: line.pool,
    control: line.control,
    recurrence: line.recurrence,
    staffing: line.staffing,
    committedPence: line.committedPence,
    committedUntil: line.committedUntil,
    floorPence: line.floorPence,
    priority: line.priority,
    originalPence: line.originalPence,
    revisedPence: line.revisedPence,
    forecastPence: line.forecastPence,
    actualPence: line.actualPence,
    outturnPence: line.outturnPence,
    ...(line.laterYears === undefined ? {} : { laterYears: line.laterYears.map(({ year, pence, changePence, address }) => ({ year, amountPence: pence, changePence, address })) }),
    note: line.note,
    source: { file: source.file, sheet: source.sheet, address: source.address, cells: source.cells, ...(source.apart === undefined ? {} : { apart: source.apart }) },
    evidence: Object.fromEntries(Object.entries(line.evidence).map(([field, evidence]) => [field, evidenceJson(evidence)])),
  };
}

function evidenceJson({ kind, reason, cell }: Evidence): object {
  return { kind, reason, cell: cell === null ? null : cellJson(cell) };
}
