// Controls of one sheet: R1 its printed total, R13 no sub-total loaded, R15 its signs.
import { describeCell, type CellRef } from "../budget/cells";
import { STAGES } from "../budget/line";
import type { Control, ControlId, ControlResult } from "../checks/control";
import { judgeDifference, roundingLimits, type RoundingLimits } from "../checks/rounding";
import { formatPounds } from "../money/format";
import { asPence } from "../money/pence";
import type { LineDraft, SignCheck, TableReading, TotalCheck } from "./lineSteps";

export function sheetControls(subject: string, tables: readonly TableReading[]): Control[] {
  return tables.flatMap((table, i) => {
    const name = tables.length === 1 ? subject : `${subject}, table ${i + 1}`;
    if (table.shape !== undefined) return shapedControls(name, table);
    return [...sheetTotals(name, table), ...(table.later?.controls(name) ?? []), noSubTotals(name, table), signs(name, table)];
  });
}

const MOST_CELLS = 20;
const NOTHING = { expectedPence: null, foundPence: null, differencePence: null, tolerancePence: 0, result: "none" as const, cells: [] };

/** R1: lines against the printed grand total of each stage, with the rounding it may carry; without one, against each total that no other takes in. */
function sheetTotals(subject: string, table: TableReading): Control[] {
  const grand = table.checks.filter((check) => check.grand);
  const parts = table.checks.filter((check) => check.top);
  if (grand.length === 0 && parts.length > 0) return parts.map((check) => totalControl(`${subject}, ${check.label}, ${check.stage}`, check, check.computedPence, []));
  if (grand.length === 0) return [{ ...NOTHING, id: "R1", title: "Sheet total", subject, note: "No printed total covers all lines." }];
  return grand.map((check) => totalControl(`${subject}, ${check.stage}`, check, asPence(table.lines.reduce((sum, line) => sum + (line.pence[check.stage] ?? 0), 0)), cellsOfLines(table, check)));
}

function totalControl(subject: string, check: TotalCheck, found: number, lines: readonly CellRef[]): Control {
  const difference = asPence(check.printedPence - found);
  const limits = roundingLimits(check.places);
  return {
    id: "R1", title: "Sheet total", subject, expectedPence: check.printedPence, foundPence: found, differencePence: difference,
    tolerancePence: Math.floor(limits.greenPence), result: judgeDifference(difference, limits), cells: [check.cell, ...lines],
    note: difference === 0 ? "The lines add to the printed total." : `The printed total at ${describeCell(check.cell)} differs from the sum of its lines. ${levels(limits)}`,
  };
}

/** The three levels in words: what rounding commonly makes, what it could make at worst, and beyond. */
function levels({ greenPence, amberPence }: RoundingLimits): string {
  if (amberPence < 1) return "Its figures are not rounded, so that nothing is allowed for.";
  return `Rounding of its figures commonly makes up to ${formatPounds(Math.floor(greenPence))}, at worst ${formatPounds(Math.floor(amberPence))}.`;
}

/** The other side of a printed total: the lines' own cells at its stage, from the first to the last in each column. */
function cellsOfLines(table: TableReading, check: TotalCheck): CellRef[] {
  const columns = new Map<string, { first: number; last: number }>();
  for (const { cells } of table.lines) {
    const [, letters, digits] = /^([A-Z]+)(\d+)$/.exec(cells[check.stage] ?? "") ?? [];
    if (letters === undefined) continue;
    const row = Number(digits);
    const known = columns.get(letters);
    columns.set(letters, known === undefined ? { first: row, last: row } : { first: Math.min(known.first, row), last: Math.max(known.last, row) });
  }
  return [...columns].map(([letters, { first, last }]) => ({ ...check.cell, address: first === last ? `${letters}${first}` : `${letters}${first}:${letters}${last}` }));
}

/** R13: what was loaded is not about twice the printed total, as it would be with sub-totals among the lines. */
function noSubTotals(subject: string, table: TableReading): Control {
  const id: ControlId = "R13";
  const check = mainCheck(table.checks);
  if (check === null || check.printedPence === 0) return { ...NOTHING, id, title: "No sub-total loaded", subject, note: "No printed total other than nil to compare with." };
  const found = asPence(table.lines.reduce((sum, line) => sum + (line.pence[check.stage] ?? 0), 0));
  const limits = roundingLimits(check.places);
  const twice = Math.abs(found - 2 * check.printedPence) <= limits.amberPence;
  return {
    id, title: "No sub-total loaded", subject, expectedPence: check.printedPence, foundPence: found, differencePence: asPence(found - check.printedPence),
    tolerancePence: Math.floor(limits.amberPence), result: twice ? "red" : "green", cells: [check.cell, ...cellsOfLines(table, check)],
    note: twice ? "The lines add to twice the printed total: a sub-total may be among them." : "The lines do not add to twice the printed total.",
  };
}

function mainCheck(checks: readonly TotalCheck[]): TotalCheck | null {
  const grand = checks.filter((c) => c.grand);
  for (const stage of ["revised", ...STAGES] as const) {
    const check = grand.find((c) => c.stage === stage);
    if (check !== undefined) return check;
  }
  return null;
}

/** R15: net = gross + income on every row where the sheet prints all three; else that no total contradicts the signs read. */
function signs(subject: string, table: TableReading): Control {
  const { rows } = table.signCheck;
  if (rows > 0) return netControl(subject, table.signCheck);
  const mixed = table.lines.some((line) => negative(line)) && table.lines.some((line) => !negative(line));
  const check = mainCheck(table.checks);
  if (check === null || !mixed) return { ...NOTHING, id: "R15", title: "Signs", subject, note: mixed ? "No net total to check the signs by." : "All lines are on one side." };
  const net = asPence(table.lines.reduce((sum, line) => sum + (line.pence[check.stage] ?? 0), 0));
  const limits = roundingLimits(check.places);
  const difference = asPence(check.printedPence - net);
  return {
    id: "R15", title: "Signs", subject, expectedPence: check.printedPence, foundPence: net, differencePence: difference, tolerancePence: Math.floor(limits.greenPence),
    result: judgeDifference(difference, limits), cells: [check.cell, ...cellsOfLines(table, check)], note: difference === 0 ? "Spending less income, signed as read, is the printed net total." : "Spending less income, signed as read, is not the printed net total.",
  };
}

/** Net against gross and income, row by row; the figures are those of all rows, the cells those of the rows that do not add. */
function netControl(subject: string, { rows, wrong, doubtful = [], netPence = 0, partsPence = 0, tolerancePence = 0 }: SignCheck): Control {
  const result: ControlResult = wrong.length > 0 ? "red" : doubtful.length > 0 ? "amber" : "green";
  const off = wrong.length > 0 ? wrong : doubtful;
  return {
    id: "R15", title: "Signs", subject, expectedPence: asPence(netPence), foundPence: asPence(partsPence), differencePence: asPence(netPence - partsPence), tolerancePence, result,
    cells: off.flat().slice(0, MOST_CELLS),
    note: wrong.length > 0 ? `Net is not gross and income together on ${wrong.length} of ${rows} rows.` : `Net is gross and income together on all ${rows} rows${doubtful.length > 0 ? `, on ${doubtful.length} of them only by the most that rounding makes` : ""}.`,
  };
}

/** Checks that a table of another shape has nothing for are shown all the same, with the reason. */
function shapedControls(subject: string, table: TableReading): Control[] {
  const own = table.shape?.controls(subject) ?? [];
  const missing = (id: ControlId): boolean => !own.some((control) => control.id === id);
  return [
    ...(missing("R1") ? [{ ...NOTHING, id: "R1" as const, title: "Sheet total", subject, note: "No printed total to compare with." }] : []), ...own,
    ...(missing("R13") ? [noSubTotals(subject, table)] : []), ...(missing("R15") ? [signs(subject, table)] : []),
  ];
}

function negative(line: LineDraft): boolean {
  return (line.pence.revised ?? line.pence.original ?? line.pence.outturn ?? 0) < 0;
}
