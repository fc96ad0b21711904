// Lines of a table's rows: the amounts of each stage in canonical sign, with gross and income apart where they are printed apart.
import { cellAddress } from "../../budget/cells";
import type { Stage } from "../../budget/line";
import { asPence, type Pence } from "../../money/pence";
import { pencePerUnit } from "../../money/unit";
import { amountColumns } from "./bodyRows";
import { mainStage, type TableFacts } from "../tableFacts";
import type { BodyRow, ReadColumn } from "../tableSteps";
import type { LineDraft } from "../lineSteps";

/** The lines of one row: one for a signed amount, else one for gross and one for each column of income that holds money. */
export function linesOf(facts: TableFacts, index: number): LineDraft[] {
  const row = facts.rows[index];
  if (row === undefined) return [];
  const used = amountColumns(facts.columns);
  const parts = used.filter((c) => c.part !== "whole");
  if (parts.length === 0) return [lineOf(facts, index, row, "whole", used)];
  const holds = (part: ReadColumn["part"]): boolean => row.amounts.some((a, i) => used[i]?.part === part && a !== null && a.pence !== 0);
  const whole = used.filter((c) => c.part === "whole");
  const of = (part: ReadColumn["part"]): readonly ReadColumn[] => parts.filter((c) => c.part === part);
  const [first = [], ...others] = incomeGroups(of("income")).filter((group, _at, all) => all.length === 1 || group.some((c) => (row.amounts[used.indexOf(c)]?.pence ?? 0) !== 0));
  const more = others.map((group) => lineOf(facts, index, row, "income", group));
  if (holds("gross") && holds("income")) {
    return [...shareWhole(facts, lineOf(facts, index, row, "gross", [...of("gross"), ...whole]), lineOf(facts, index, row, "income", first), whole), ...more];
  }
  if (holds("income")) return [lineOf(facts, index, row, "income", [...first, ...whole]), ...more];
  if (holds("gross") || row.amounts.every((a, i) => used[i]?.part !== "net" || a === null || a.pence === 0)) {
    return [lineOf(facts, index, row, "gross", [...of("gross"), ...whole])];
  }
  return [lineOf(facts, index, row, "whole", [...of("net"), ...whole])];
}

/** Columns of income by the line that they make: the first of each stage, then the second of each, as two kinds of income are printed side by side. */
function incomeGroups(columns: readonly ReadColumn[]): readonly (readonly ReadColumn[])[] {
  const groups: ReadColumn[][] = [];
  for (const column of columns) {
    const group = groups.find((own) => own.every((c) => c.stage !== column.stage));
    if (group === undefined) groups.push([column]);
    else group.push(column);
  }
  return groups;
}

/** A net figure for the whole row (a forecast, say) is told for neither side: income is taken as budgeted, the rest stands on gross. */
function shareWhole(facts: TableFacts, gross: LineDraft, income: LineDraft, whole: readonly ReadColumn[]): LineDraft[] {
  const budget = income.pence[mainStage(amountColumns(facts.columns).filter((c) => c.part === "income")) ?? "revised"];
  const [grossPence, incomePence] = [{ ...gross.pence }, { ...income.pence }];
  for (const { stage } of whole) {
    const net = stage === null ? null : gross.pence[stage];
    if (stage === null || net === null || budget === null || !facts.wholeIsNet) continue;
    grossPence[stage] = asPence(net - budget);
    incomePence[stage] = budget;
  }
  return [{ ...gross, pence: grossPence }, { ...income, pence: incomePence }];
}

/** Whether a figure for whole rows beside gross and income columns is net: its sum stands nearer to theirs taken together than to gross. */
export function isNet(rows: readonly BodyRow[], lines: readonly number[], columns: readonly ReadColumn[], incomeSign: number): boolean {
  const used = amountColumns(columns);
  const total = (part: ReadColumn["part"]): number => {
    const [stage = null] = used.filter((c) => c.part === part).map((c) => c.stage);
    return lines.reduce((sum, index) => sum + used.reduce((own, c, at) => own + (c.part === part && c.stage === stage ? rows[index]?.amounts[at]?.pence ?? 0 : 0), 0), 0);
  };
  const gross = total("gross");
  return Math.abs(total("whole") - (gross + incomeSign * total("income"))) <= Math.abs(total("whole") - gross);
}

function lineOf(facts: TableFacts, index: number, row: BodyRow, part: LineDraft["part"], columns: readonly ReadColumn[]): LineDraft {
  const sign = facts.sign.signOf(index, part);
  const used = amountColumns(facts.columns);
  const pence: Record<Stage, Pence | null> = { original: null, revised: null, forecast: null, actual: null, outturn: null };
  const cells: Partial<Record<Stage, string>> = {};
  let per = pencePerUnit(facts.unit.unit);
  for (const column of columns) {
    if (column.stage === null) continue;
    const amount = row.amounts[used.indexOf(column)] ?? null;
    cells[column.stage] = cellAddress(row.row, amount?.column ?? column.column);
    if (amount === null) continue;
    pence[column.stage] = asPence(amount.pence * (column.part === "whole" ? facts.sign.signOf(index, column.part) : sign));
    if (column.stage === mainStage(columns)) per = pencePerUnit(amount.unit);
  }
  const main = mainStage(columns);
  return {
    row: row.row, code: row.code, subjective: row.subjective, description: row.description, sections: row.sections, agencyText: row.agency, holder: row.holder ?? null, note: row.note,
    part, side: part === "income" ? "income" : facts.sign.sideOf(index), pence, cells,
    address: (main === null ? undefined : cells[main]) ?? cellAddress(row.row, columns[0]?.column ?? 0), sign, pencePerUnit: per,
  };
}
