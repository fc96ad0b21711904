// What is doubtful about one table, as issues: where, the facts, and how much it weighs.
import { cellAddress, columnLetters, type CellRef } from "../../budget/cells";
import type { Issue, IssueCode, Severity } from "../../issues/issue";
import { formatPounds } from "../../money/format";
import { UNIT_LABEL } from "../../money/unit";
import { asideIssues } from "../totals/asideRows";
import { amountColumns } from "../lines/bodyRows";
import { meaningOf } from "../words/headingWords";
import { isPeriod } from "../tables/rows";
import { mainStage, type TableFacts } from "../tableFacts";
import { alikeColumns } from "./alikeColumns";
import { unitConflict } from "./unitConflict";
import { unitScale } from "./unitScale";
import { unitSize } from "./unitSize";
import type { BodyRow } from "../tableSteps";
import { MOSTLY_NEGATIVE } from "../lines/sign";

export function tableIssues(facts: TableFacts): Issue[] {
  return [...shapeIssues(facts), ...unitIssues(facts), ...unitSize(facts), ...cellIssues(facts), ...totalIssues(facts), ...signIssues(facts), ...yearIssues(facts), ...alikeColumns(facts), ...stageIssues(facts), ...sharedStages(facts), ...unknownColumns(facts), ...outsideTotals(facts), ...asideIssues(facts.grid, facts.table.area, facts.aside), ...hiddenIssues(facts)];
}

function at(facts: TableFacts, row: number, column: number): CellRef {
  return { file: facts.grid.file, sheet: facts.grid.sheet, address: cellAddress(row, column) };
}

function issue(code: IssueCode, severity: Severity, where: CellRef, facts: Readonly<Record<string, string>>, pence: number | null = null): Issue {
  return { code, severity, where, facts, pence };
}

function size(row: BodyRow): number {
  return Math.abs(row.amounts.find((a) => a !== null && a.pence !== 0)?.pence ?? 0);
}

const MANY_COLUMNS = 6;

/** Budget and forecast down the rows, or many columns of amounts that are not understood: services or agencies stand across the sheet, and their money would be lost. */
function shapeIssues(facts: TableFacts): Issue[] {
  const used = amountColumns(facts.columns);
  const stagesDown = facts.rows.filter((row) => {
    const meaning = meaningOf(row.description);
    return meaning !== null && meaning.stage !== null && !meaning.plain;
  }).length;
  const turned = facts.rows.length >= 2 && stagesDown * 2 > facts.rows.length;
  if (!turned && (facts.strangeColumns < MANY_COLUMNS || facts.strangeColumns <= used.length)) return [];
  return [issue("no-amount-column", "error", at(facts, facts.table.headerRows[0] ?? 0, used[0]?.column ?? 0), {
    sheet: facts.grid.sheet, count: String(facts.strangeColumns), used: used.map((c) => `"${c.heading}"`).slice(0, 3).join(", "),
  }, facts.classes.lines.reduce((s, i) => s + size(facts.rows[i] ?? emptyRow), 0))];
}

function unitIssues(facts: TableFacts): Issue[] {
  const used = amountColumns(facts.columns);
  const top = at(facts, facts.table.headerRows[0] ?? 0, used[0]?.column ?? 0);
  const money = facts.classes.lines.reduce((s, i) => s + size(facts.rows[i] ?? emptyRow), 0);
  const found = new Map<string, { count: number; row: number; column: number }>();
  for (const row of facts.rows) {
    for (const amount of row.amounts) {
      if (amount === null || amount.pence === 0) continue;
      const label = UNIT_LABEL[amount.unit];
      const known = found.get(label);
      if (known === undefined) found.set(label, { count: 1, row: row.row, column: amount.column });
      else known.count += 1;
    }
  }
  const issues: Issue[] = [];
  const allNamed = facts.rows.every((row) => row.amounts.every((amount) => amount === null || amount.pence === 0 || amount.named));
  if (!facts.unit.told && !allNamed) issues.push(issue("unit-unknown", "question", top, { sheet: facts.grid.sheet, unit: UNIT_LABEL[facts.unit.unit] }, money));
  if (found.size > 1) {
    const own = UNIT_LABEL[facts.unit.unit];
    const [other] = [...found].filter(([label]) => label !== own).sort((a, b) => b[1].count - a[1].count);
    // Cells that name their own unit are plain beside a stated unit; beside an unstated one the rest is a guess.
    issues.push(issue("unit-mixed", facts.unit.told || allNamed ? "info" : "error", at(facts, other?.[1].row ?? 0, other?.[1].column ?? 0), {
      sheet: facts.grid.sheet, units: [...found.keys()].sort().join(" and "), unit: own, count: String(other?.[1].count ?? 0),
    }, money));
  }
  const conflict = unitConflict(facts);
  if (conflict !== null) {
    issues.push(issue("unit-contradicted", "error", { file: facts.grid.file, sheet: facts.grid.sheet, address: conflict.address }, {
      sheet: facts.grid.sheet, words: conflict.words, other: UNIT_LABEL[conflict.unit], unit: UNIT_LABEL[facts.unit.unit], reason: facts.unit.reason,
    }, money));
  }
  const scale = facts.confirmedBy === null ? unitScale(facts) : null;
  if (scale !== null) {
    issues.push(issue("unit-scale", scale.unitsNamed ? "error" : "question", at(facts, facts.table.headerRows[0] ?? 0, scale.other.column), {
      sheet: facts.grid.sheet, heading: scale.other.heading, factor: scale.factor, way: scale.larger ? "more" : "less", base: scale.base.heading,
    }, money));
  }
  return issues;
}

const emptyRow: BodyRow = { row: 0, code: null, subjective: null, description: "", label: "", sections: [], agency: null, note: null, amounts: [], odd: [], nilColumns: [], block: 0 };

/** Words for a figure that is still to come, other than for one that does not exist. */
const AWAITED = /^(tb[ac]|to be \w+|unknown|not yet known|[?x*]+)$/i;

function cellIssues(facts: TableFacts): Issue[] {
  const issues: Issue[] = [];
  const used = amountColumns(facts.columns);
  const main = mainStage(used);
  const totals = new Set(facts.classes.totals.map((t) => t.index));
  let inexact = 0;
  let firstInexact: CellRef | null = null;
  facts.rows.forEach((row, index) => {
    for (const { column, reading } of row.odd) {
      const stage = used.find((c) => c.column === column)?.stage ?? null;
      const where = at(facts, row.row, column);
      const said = { line: row.label, stage: stage ?? "", text: "text" in reading ? reading.text : "" };
      // Some amount is meant and can't be read, so that the line would count without it; a total does not change what is pooled.
      const heavy = totals.has(index) ? "question" : "error";
      if (reading.kind === "error") issues.push(issue("amount-error", heavy, where, said));
      else if (reading.kind === "missing" && !AWAITED.test(said.text)) issues.push(issue("amount-missing", "question", where, said));
      else issues.push(issue("text-in-amount", heavy, where, said));
    }
    if (totals.has(index)) return;
    const mainAt = used.findIndex((c) => c.stage === main && (c.part === "whole"));
    if (mainAt >= 0 && row.amounts[mainAt] === null && !row.odd.some((o) => o.column === used[mainAt]?.column) && row.amounts.some((a) => a !== null && a.pence !== 0)) {
      issues.push(issue("amount-missing", "question", at(facts, row.row, used[mainAt]?.column ?? 0), { line: row.label, stage: main ?? "", text: "" }, size(row)));
    }
    if (row.amounts.some((a) => a !== null && !a.exact)) {
      inexact += 1;
      const column = row.amounts.find((a) => a !== null && !a.exact)?.column ?? 0;
      firstInexact ??= at(facts, row.row, column);
    }
  });
  if (firstInexact !== null) issues.push(issue("amount-not-whole-pence", "info", firstInexact, { sheet: facts.grid.sheet, count: String(inexact) }));
  return issues;
}

/** No slip of the pen: rows were misread, or the total is of something else. */
const FAR_OFF = 0.25;

function totalIssues(facts: TableFacts): Issue[] {
  const used = amountColumns(facts.columns);
  const issues: Issue[] = [];
  for (const total of facts.classes.totals) {
    if (total.agrees) continue;
    const row = facts.rows[total.index];
    if (row === undefined) continue;
    let worst: { column: number; printed: number; computed: number } | null = null;
    row.amounts.forEach((amount, i) => {
      if (amount === null) return;
      const computed = total.lines.reduce((s, l) => s + l.coefficient * (facts.rows[l.index]?.amounts[i]?.pence ?? 0), 0);
      if (worst === null || Math.abs(amount.pence - computed) > Math.abs(worst.printed - worst.computed)) worst = { column: used[i]?.column ?? 0, printed: amount.pence, computed };
    });
    const found: { column: number; printed: number; computed: number } | null = worst;
    if (found === null) continue;
    const { column, printed, computed } = found;
    // Lines that add to twice their total hold a sub-total among them: the figures would be counted twice.
    const doubled = printed !== 0 && Math.abs(computed - 2 * printed) <= total.lines.length * 100;
    issues.push(issue("printed-total-differs", doubled ? "error" : Math.abs(printed - computed) >= Math.abs(printed) * FAR_OFF && printed !== 0 ? "question" : "warning", at(facts, row.row, column), {
      label: row.label, printed: formatPounds(printed), computed: formatPounds(computed), difference: formatPounds(printed - computed),
    }, Math.abs(printed - computed)));
  }
  for (const index of facts.classes.doubtful) {
    const row = facts.rows[index];
    if (row !== undefined) issues.push(issue("row-not-understood", "question", at(facts, row.row, facts.table.area.left), { text: row.label, done: "read as a line, because nothing above adds up to it" }, size(row)));
  }
  for (const index of facts.classes.lines) {
    const row = facts.rows[index];
    if (row !== undefined && row.label === "" && size(row) > 0) {
      issues.push(issue("row-not-understood", "question", at(facts, row.row, row.amounts.find((a) => a !== null)?.column ?? 0), { text: "a row with amounts and no words", done: "read as a line without a name" }, size(row)));
    }
  }
  return issues;
}

function signIssues(facts: TableFacts): Issue[] {
  const first = facts.rows[facts.classes.lines[0] ?? -1];
  const unsure = !facts.sign.unsure || first === undefined ? [] : [issue("nature-unsure", "question", at(facts, first.row, first.amounts.find((a) => a !== null)?.column ?? 0), {
    line: first.label, ...(facts.sign.reason === MOSTLY_NEGATIVE ? { why: `most figures of sheet "${facts.grid.sheet}" are negative, and nothing says whether they are costs or income`, done: "they were read as costs" } : { why: `sheet "${facts.grid.sheet}" adds figures with a sign and figures without, and the names of its lines don't tell which of them are income`, done: "those with a minus were read as income" }),
  }, facts.classes.lines.reduce((s, i) => s + size(facts.rows[i] ?? emptyRow), 0))];
  return [...unsure, ...contraryIssues(facts)];
}

const MOST_CONTRARY = 2;

function contraryIssues(facts: TableFacts): Issue[] {
  // Many of them are one doubt: which way round the sheet is written.
  const { contrary } = facts.sign;
  return contrary.slice(0, contrary.length > MOST_CONTRARY ? 1 : MOST_CONTRARY).flatMap((index): Issue[] => {
    const row = facts.rows[index];
    return row === undefined ? [] : [issue("nature-unsure", "question", at(facts, row.row, row.amounts.find((a) => a !== null)?.column ?? 0), {
      line: row.label, why: contrary.length > MOST_CONTRARY ? `like ${contrary.length - 1} more its words speak of income, but its sign is that of spending on this sheet` : "its words speak of income, but its sign is that of spending on this sheet", done: "the sign was kept",
    }, size(row))];
  });
}

function yearIssues(facts: TableFacts): Issue[] {
  if (facts.yearsInDoubt.length === 0) return [];
  return [issue("several-years", "question", at(facts, facts.table.headerRows[0] ?? 0, amountColumns(facts.columns)[0]?.column ?? 0), {
    sheet: facts.grid.sheet, years: facts.yearsInDoubt.join(", "), year: String(facts.year ?? ""),
  })];
}

/** Amounts under a heading that says nothing known, as large as those that are read: a forecast by another name, perhaps. */
function unknownColumns(facts: TableFacts): Issue[] {
  const first = facts.columns.find((c) => c.column === facts.unknownColumns[0]);
  if (first === undefined || facts.strangeColumns >= MANY_COLUMNS) return [];
  return [issue("figures-unread", "question", at(facts, facts.table.headerRows[0] ?? 0, first.column), { sheet: facts.grid.sheet, count: String(facts.rows.length), column: first.heading === "" ? `column ${columnLetters(first.column)} (no heading)` : first.heading })];
}

const BUDGET_WORDS = /\b(budget(s|ed)?|plan(ned)?|estimates?|allocations?|profile)\b/i;

/** Without any budget its lines count with a budget of nil: a person should know. */
function stageIssues(facts: TableFacts): Issue[] {
  const used = amountColumns(facts.columns);
  const months = facts.columns.filter((c) => c.stage === null && isPeriod(c.heading.split(" ").pop() ?? "")).length;
  const [only] = used;
  if (months >= 3 && used.length === 1 && only?.stage === "revised" && !BUDGET_WORDS.test(`${only.heading} ${facts.above.join(" ")}`)) {
    return [issue("stage-missing", "question", at(facts, facts.table.headerRows[0] ?? 0, only.column), { sheet: facts.grid.sheet, stage: "budget", done: `"${only.heading}" of its months was read as the budget` })];
  }
  if (used.some((c) => c.stage === "revised" || c.stage === "original" || c.stage === "outturn")) return [];
  return [issue("stage-missing", "question", at(facts, facts.table.headerRows[0] ?? 0, used[0]?.column ?? 0), {
    sheet: facts.grid.sheet, stage: "budget", done: "its lines count with a budget of nil",
  }, facts.classes.lines.reduce((s, i) => s + size(facts.rows[i] ?? emptyRow), 0))];
}

/** A forecast for gross and income together, beside a budget that prints them apart. */
function sharedStages(facts: TableFacts): Issue[] {
  const used = amountColumns(facts.columns);
  const whole = used.find((c) => c.part === "whole");
  if (whole === undefined || !used.some((c) => c.part === "income")) return [];
  return [issue("nature-unsure", "question", at(facts, facts.table.headerRows[0] ?? 0, whole.column), {
    line: whole.heading, why: "it prints one figure where the budget has gross and income apart",
    done: facts.wholeIsNet ? "it was read as net, with income as budgeted and the rest on gross" : "it was read as gross, with income as budgeted",
  })];
}

/** Lines that no printed total takes in, on a sheet whose totals take in most: one of them may be a sub-total without a name. */
function outsideTotals(facts: TableFacts): Issue[] {
  const { lines, totals } = facts.classes;
  const covered = new Set(totals.flatMap((t) => t.lines.map((l) => l.index)));
  const outside = lines.filter((i) => !covered.has(i) && size(facts.rows[i] ?? emptyRow) > 0);
  if (outside.length === 0 || outside.length * 2 > lines.length) return [];
  const [first] = [...outside].sort((a, b) => size(facts.rows[b] ?? emptyRow) - size(facts.rows[a] ?? emptyRow));
  const row = facts.rows[first ?? 0] ?? emptyRow;
  return [issue("row-not-understood", "question", at(facts, row.row, facts.table.area.left), {
    text: row.label, done: outside.length === 1 ? "read as a line, though no printed total takes it in" : `read as a line, like ${outside.length - 1} more that no printed total takes in`,
  }, outside.reduce((s, i) => s + size(facts.rows[i] ?? emptyRow), 0))];
}

function hiddenIssues(facts: TableFacts): Issue[] {
  const { area } = facts.table;
  const rows = (facts.grid.hiddenRows ?? []).filter((r) => r >= area.top && r <= area.bottom);
  const columns = (facts.grid.hiddenColumns ?? []).filter((c) => c >= area.left && c <= area.right);
  if (rows.length + columns.length === 0) return [];
  const money = facts.rows.filter((row) => rows.includes(row.row)).reduce((s, row) => s + size(row), 0);
  return [issue("hidden-rows", "warning", at(facts, rows[0] ?? area.top, columns[0] ?? area.left), {
    sheet: facts.grid.sheet, rows: String(rows.length), columns: String(columns.length),
  }, money)];
}
