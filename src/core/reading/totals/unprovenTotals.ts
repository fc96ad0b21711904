// Rows whose words alone call them totals: where the rest of the table speaks against it they are lines, and a person is asked.
import { fold } from "../words/cellText";
import type { BodyRow, RowClasses } from "../tableSteps";

const FEWEST = 3;
const MOSTLY = 0.9;

/**
 * Two cases. Most rows are named so and not one of them adds up ("TOTAL DEPT." in an extract): the word is a habit of the names. And a word
 * in the middle of the name of a row with a code of its own ("Pump total bearing replacement"), among coded rows: it names a thing.
 */
export function withoutUnproven(classes: RowClasses, rows: readonly BodyRow[]): RowClasses {
  const unproven = classes.totals.filter((total) => !total.agrees);
  if (unproven.length === 0) return classes;
  const habit = unproven.length === classes.totals.length && unproven.length >= FEWEST && unproven.length > classes.lines.length;
  const coded = classes.lines.length >= FEWEST && classes.lines.filter((index) => isCoded(rows[index])).length >= classes.lines.length * MOSTLY;
  const back = new Set(unproven.filter(({ index }) => habit || (coded && isNamedInside(rows[index]))).map(({ index }) => index));
  if (back.size === 0) return classes;
  return {
    totals: classes.totals.filter(({ index }) => !back.has(index)),
    lines: [...classes.lines, ...back].sort((a, b) => a - b),
    doubtful: [...classes.doubtful, ...back],
  };
}

function isNamedInside(row: BodyRow | undefined): boolean {
  return row !== undefined && isCoded(row) && /\w totals? (?!costs?\b|expenditure|spend|income|net\b|gross\b|budget|for\b|of\b|services?\b|controllable|excluding|including|before|after|funding|staff|pay\b)\w/.test(fold(row.description)) && !/\bsub totals?\b|\bgrand total\b/.test(fold(row.label));
}

function isCoded(row: BodyRow | undefined): boolean {
  return (row?.code ?? row?.subjective ?? "") !== "";
}
