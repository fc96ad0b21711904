// One table of a sheet, read: its mapping, its lines with their canonical amounts, its totals, and everything doubtful about it.
import { cellAddress, type CellRef } from "../budget/cells";
import { STAGES } from "../budget/line";
import type { Issue } from "../issues/issue";
import { judgeDifference, roundingLimits } from "../checks/rounding";
import { asPence } from "../money/pence";
import type { MoneyUnit } from "../money/unit";
import type { NumberStyle } from "./words/amounts";
import { rowsApart, whyAside } from "./totals/asideRows";
import { amountColumns, readBody } from "./lines/bodyRows";
import { besideCosts } from "./doubts/besideCosts";
import { chosenColumns, overIssues } from "./columns/chosenColumns";
import { correctedChoice, correctedSign } from "./memory/corrections";
import { layoutFingerprint } from "./memory/fingerprint";
import { isAmount } from "./words/headingWords";
import { byScenario } from "./lines/scenarioRows";
import type { SheetGrid } from "./grid";
import { isPeriod } from "./tables/rows";
import { findSign } from "./lines/sign";
import type { TableFacts } from "./tableFacts";
import { tableIssues } from "./doubts/tableIssues";
import { titlesOf, titleYear } from "./words/titles";
import { isNet, linesOf } from "./lines/lineDrafts";
import { notABudget } from "./doubts/notABudget";
import { otherAnalysis } from "./doubts/otherAnalysis";
import { laterIssues } from "./columns/chosenYears";
import { addedVirements, ADDED_BY_VARIANCE, ADDED_TO_ORIGINAL, plainBudget, withVirements, type PlainBudget } from "./lines/withVirements";
import { laterOf, withLaterYears } from "./columns/yearsAcross";
import type { PrintedTotal, SetAsideRow, TableMapping } from "./types";
import { findUnit, textsAround } from "./columns/unit";
import type { BodyRow, PrintedAmount, DraftColumn, FoundTable, ReadColumn, FoundTotal } from "./tableSteps";
import type { TableAnswer, TableReading, TotalCheck, SignCheck } from "./lineSteps";

/** Null when no column of amounts can be read as a budget stage. `from` is the first row that belongs to this table's surroundings. */
export function readBudgetTable(grid: SheetGrid, table: FoundTable, from: number, style: NumberStyle, answer: TableAnswer | null = null, unitAbove: MoneyUnit | null = null): TableReading | null {
  const { above } = textsAround(grid, table, from);
  const first = (table.headerRows[table.headerRows.length - 1] ?? table.area.top) + 1;
  const dataRows = Array.from({ length: Math.max(0, table.area.bottom - first + 1) }, (_, i) => first + i);
  const context = above.join(" ");
  const { mapped, years, choice, over } = chosenColumns(grid, table, dataRows, from > 0 && titleYear(above) === null ? `${context} ${titlesOf(grid).join(" ")}` : context, style);
  const { columns, guessed, rivals, unknown, parts, yearsInDoubt, year } = correctedChoice(choice, answer);
  if (amountColumns(columns).length === 0 || !columns.some((c) => c.field === "description" || c.field === "code" || c.field === "section")) return null;
  const own = findUnit(grid, table, columns, from);
  const found = own.told || unitAbove === null ? own : { unit: unitAbove, reason: "as in the table above it on the sheet", told: true };
  const unit = answer === null || answer.unit === null ? found : { unit: answer.unit, reason: `confirmed by ${answer.confirmedBy}`, told: true };
  const body = readBody(grid, table, columns, unit.unit, style);
  const { rows, classes, aside } = rowsApart(grid, body.rows, amountColumns(columns).map((c) => c.column));
  const sign = correctedSign(findSign(rows, classes, columns, [...textsAround(grid, table, from, true).above].reverse().slice(0, 2)), answer);
  const facts: TableFacts = { grid, table, columns, from, above, unit, rows, classes, sign, guessedColumns: guessed, rivals, unknownColumns: unknown.filter((column) => columns.some((c) => c.column === column && c.field === "ignored")), yearsInDoubt, year, foundUnit: found.unit, confirmedBy: answer === null || answer.unit === null ? null : answer.confirmedBy,
    wholeIsNet: isNet(rows, classes.lines, columns, sign.habit === "both-positive" ? -1 : 1),
    strangeColumns: mapped.filter((m) => isStrange(m.draft) && !parts.has(m.draft.column)).length, aside };
  const plain = plainBudget(facts, classes.lines.flatMap((index) => rows[index]?.row ?? []), style, answer);
  const lines = byScenario(facts, withVirements(classes.lines.flatMap((index) => linesOf(facts, index)), facts, style, plain)).map((line) => (years === null || line.part !== "whole" ? line : withLaterYears(line, grid, years, style)));
  const grandAt = grandIndex(facts);
  const inner = new Set(classes.totals.flatMap((total) => total.components.map((c) => c.index)));
  const checks = classes.totals.flatMap((total) => totalChecks(facts, total, total.index === grandAt).map((check): TotalCheck => ({ ...check, stage: plain?.is === "before" && check.stage === "revised" ? "original" : check.stage, top: !inner.has(total.index) })));
  return {
    ...(years === null ? {} : { later: laterOf(grid, years, lines, style) }), mapping: mappingOf(facts, plain), lines, checks, year: year ?? titleYear(above),
    totals: checks.map((check): PrintedTotal => ({
      label: check.label, stage: check.stage, cell: check.cell, printedPence: check.printedPence, computedPence: check.computedPence,
      level: check.grand ? "grand-total" : "sub-total",
    })),
    setAside: setAsideRows(facts, body.texts.map((t) => t.row)),
    issues: [...tableIssues(facts), ...otherAnalysis(facts), ...besideCosts(facts), ...notABudget(facts), ...overIssues(grid, table, answer === null ? over : null), ...laterIssues(grid, years), ...plainIssues(facts, plain)],
    signCheck: netCheck(facts), incomeForm: sign.incomeForm,
  };
}

/** A column of amounts whose heading names neither an amount, a code, a share nor a month: perhaps a service or an agency. */
function isStrange({ meaning, content, heading }: DraftColumn): boolean {
  if (content.amounts === 0 || content.amounts < content.texts || isPeriod(heading)) return false;
  return meaning === null || !(isAmount(meaning) || meaning.field === "ignored" || meaning.field === "code" || meaning.field === "subjective" || meaning.field === "holder" || meaning.field === "note");
}

function plainIssues({ grid, table }: TableFacts, plain: PlainBudget | null): Issue[] {
  if (plain?.is !== "unclear") return [];
  return [{
    code: "virements-unsure", severity: "question", pence: null, where: { file: grid.file, sheet: grid.sheet, address: cellAddress(table.headerRows[0] ?? table.area.top, plain.virements.column) },
    facts: { sheet: grid.sheet, heading: plain.budget.heading, other: plain.virements.heading },
  }];
}

function mappingOf({ grid, table, columns, unit, foundUnit, confirmedBy, sign }: TableFacts, plain: PlainBudget | null): TableMapping {
  const because = (at: number, reason: string): string => (at === addedVirements(columns)?.column ? ADDED_TO_ORIGINAL : plain?.is === "before" && at === plain.virements.column ? ADDED_BY_VARIANCE : reason);
  return {
    file: grid.file, sheet: grid.sheet, area: table.area, headerRows: table.headerRows,
    columns: columns.map(({ column, heading, field, reason }) => ({ column, heading, field, reason: because(column, reason) })),
    unit: unit.unit, unitReason: unit.reason, sign: sign.habit, signReason: sign.reason, agency: null,
    fingerprint: layoutFingerprint(columns, foundUnit), confirmedBy,
  };
}

/** Printed beside computed for every stage of a total, both in canonical sign where its lines share one. */
function totalChecks(facts: TableFacts, total: FoundTotal, grand: boolean): Omit<TotalCheck, "top">[] {
  const row = facts.rows[total.index];
  if (row === undefined) return [];
  const used = amountColumns(facts.columns);
  const whole = used.filter((c) => c.part === "whole" || c.part === "net");
  return STAGES.flatMap((stage): Omit<TotalCheck, "top">[] => {
    const column = whole.find((c) => c.stage === stage);
    if (column === undefined) return checkOfParts(facts, total, row, used.filter((c) => c.stage === stage), grand);
    const at = used.indexOf(column);
    const printed = row.amounts[at];
    if (printed === null || printed === undefined) return [];
    const amounts = total.lines.flatMap((l): { amount: PrintedAmount; coefficient: number; sign: number }[] => {
      const amount = facts.rows[l.index]?.amounts[at];
      return amount === null || amount === undefined ? [] : [{ amount, coefficient: l.coefficient, sign: facts.sign.signOf(l.index, column.part) }];
    });
    const flip = amounts.some((a) => a.amount.pence !== 0) && amounts.every((a) => a.amount.pence === 0 || a.sign === -a.coefficient) ? -1 : 1;
    return [{
      label: row.label, stage, grand, cell: { file: facts.grid.file, sheet: facts.grid.sheet, address: cellAddress(row.row, printed.column) },
      printedPence: asPence(flip * printed.pence), computedPence: asPence(flip * amounts.reduce((s, a) => s + a.coefficient * a.amount.pence, 0)),
      places: [...amounts.map((a) => a.amount.roundingPence), printed.roundingPence],
    }];
  });
}

/** Gross and income printed apart and no net: both taken together, in canonical sign, on the total's row and on its lines. */
function checkOfParts(facts: TableFacts, total: FoundTotal, row: BodyRow, columns: readonly ReadColumn[], grand: boolean): Omit<TotalCheck, "top">[] {
  const [first] = columns;
  const at = columns.map((c) => amountColumns(facts.columns).indexOf(c));
  if (first?.stage === undefined || first.stage === null || at.every((i) => (row.amounts[i] ?? null) === null)) return [];
  const net = (index: number): number => columns.reduce((sum, c, i) => sum + facts.sign.signOf(index, c.part) * (facts.rows[index]?.amounts[at[i] ?? -1]?.pence ?? 0), 0);
  const places = [...total.lines.map((l) => l.index), total.index].flatMap((index) => at.flatMap((i) => facts.rows[index]?.amounts[i]?.roundingPence ?? []));
  return [{
    label: row.label, stage: first.stage, grand, cell: { file: facts.grid.file, sheet: facts.grid.sheet, address: cellAddress(row.row, first.column) },
    printedPence: asPence(net(total.index)), computedPence: asPence(total.lines.reduce((sum, l) => sum + l.coefficient * net(l.index), 0)), places,
  }];
}

/** The last total that covers every line with money on it, else the last that covers nearly all of them; -1 when none does. */
function grandIndex({ rows, classes }: TableFacts): number {
  const held = new Set(classes.lines.filter((index) => rows[index]?.amounts.some((a) => a !== null && a.pence !== 0) === true));
  const share = (total: FoundTotal): number => {
    // A total of fewer lines covers fewer: only those that may cover enough are looked through.
    if (total.lines.length < held.size * 0.9) return 0;
    const covered = new Set(total.lines.flatMap((l) => (held.has(l.index) ? [l.index] : [])));
    return held.size === 0 ? 1 : covered.size / held.size;
  };
  const backwards = [...classes.totals].reverse();
  return (backwards.find((total) => share(total) === 1) ?? backwards.find((total) => share(total) >= 0.9))?.index ?? -1;
}

function setAsideRows(facts: TableFacts, textRows: readonly number[]): SetAsideRow[] {
  const at = (row: number): CellRef => ({ file: facts.grid.file, sheet: facts.grid.sheet, address: cellAddress(row, facts.table.area.left) });
  const used = amountColumns(facts.columns);
  const apart = facts.aside.map(({ row, ...how }): SetAsideRow => ({
    cell: at(row.row), text: row.label, why: whyAside({ row, ...how }), pence: row.amounts.find((a) => a !== null)?.pence ?? null,
    stages: Object.fromEntries([...used].reverse().flatMap((c) => (c.stage === null ? [] : [[c.stage, row.amounts[used.indexOf(c)]?.pence ?? 0]]))),
  }));
  const repeated = facts.table.repeatedHeaderRows.filter((row) => !textRows.includes(row))
    .map((row): SetAsideRow => ({ cell: at(row), text: "", why: "the headings repeated", pence: null }));
  return [...apart, ...repeated];
}

/** Control R15 on a table with gross, income and net columns: net against gross and income on every row that has all three. */
function netCheck(facts: TableFacts): SignCheck {
  const used = amountColumns(facts.columns);
  const at = (part: ReadColumn["part"]): number => used.findIndex((c) => c.part === part);
  const [g, n] = [at("gross"), at("net")];
  const incomes = used.flatMap((c, i) => (c.part === "income" && c.stage === used[n]?.stage ? [i] : []));
  if (g < 0 || n < 0 || incomes.length === 0) return { rows: 0, wrong: [] };
  const factor = facts.sign.habit === "both-positive" ? -1 : 1;
  const [wrong, doubtful]: [CellRef[][], CellRef[][]] = [[], []];
  let [count, netPence, partsPence, tolerancePence] = [0, 0, 0, 0];
  for (const row of facts.rows) {
    const [gross, net] = [row.amounts[g], row.amounts[n]];
    const income = incomes.flatMap((i) => row.amounts[i] ?? []);
    if (net === null || net === undefined || gross === null || gross === undefined) continue;
    const parts = gross.pence + factor * income.reduce((sum, { pence }) => sum + pence, 0);
    const limits = roundingLimits([gross, ...income, net].map((amount) => amount.roundingPence));
    const result = judgeDifference(asPence(net.pence - parts), limits);
    const cells = [net, gross, ...income].map(({ column }): CellRef => ({ file: facts.grid.file, sheet: facts.grid.sheet, address: cellAddress(row.row, column) }));
    if (result === "red") wrong.push(cells);
    if (result === "amber") doubtful.push(cells);
    count += 1;
    netPence += net.pence;
    partsPence += parts;
    tolerancePence = Math.max(tolerancePence, Math.floor(limits.greenPence));
  }
  return { rows: count, wrong, doubtful, netPence: asPence(netPence), partsPence: asPence(partsPence), tolerancePence };
}
