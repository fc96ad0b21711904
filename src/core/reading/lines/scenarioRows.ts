// Lists in which each row is one figure of one scenario ("Original budget", "Forecast" in a column of its own): the rows of one line become that line.
import type { Stage } from "../../budget/line";
import type { Pence } from "../../money/pence";
import { amountColumns } from "./bodyRows";
import { oneLine } from "../words/cellText";
import { valueAt } from "../grid";
import { isAmount, meaningOf } from "../words/headingWords";
import type { LineDraft } from "../lineSteps";
import type { TableFacts } from "../tableFacts";

const ORDER: readonly Stage[] = ["revised", "original", "forecast", "outturn", "actual"];
const FEWEST_ROWS = 4;

/** The lines with the figures of their scenarios side by side; as they came where no column names a stage on every row, or one line has a stage twice. */
export function byScenario(facts: TableFacts, lines: readonly LineDraft[]): readonly LineDraft[] {
  const [amount, ...others] = amountColumns(facts.columns);
  if (amount === undefined || amount.stage === null || others.length > 0 || lines.length < FEWEST_ROWS || facts.classes.totals.length > 0) return lines;
  for (const { column } of facts.columns.filter((c) => c.stage === null)) {
    const stages = lines.map((line) => stageNamed(oneLine(valueAt(facts.grid, line.row, column))));
    if (stages.some((stage) => stage === null) || new Set(stages).size < 2) continue;
    const merged = merge(facts, lines, stages.flatMap((stage) => stage ?? []), column, amount.stage);
    if (merged !== null) return merged;
  }
  return lines;
}

function stageNamed(text: string): Stage | null {
  const meaning = text === "" || text.length > 40 ? null : meaningOf(text);
  if (meaning === null || !isAmount(meaning) || meaning.part !== "whole" || meaning.field === "variance" || meaning.field === "ignored") return null;
  return meaning.stage ?? (/\b(budget|plan|estimate)\b/i.test(text) ? "revised" : null);
}

function merge(facts: TableFacts, lines: readonly LineDraft[], stages: readonly Stage[], column: number, read: Stage): readonly LineDraft[] | null {
  const found = new Map<string, LineDraft>();
  for (const [i, line] of lines.entries()) {
    const stage = stages[i];
    const word = oneLine(valueAt(facts.grid, line.row, column));
    const sections = line.sections.map((section) => without(section, word)).filter((section) => section !== "");
    const [code, subjective] = [line.code, line.subjective].map((text) => (text === word ? null : text));
    if (stage === undefined || line.part !== "whole" || line.description === word) return null;
    const key = [code, subjective, line.description, line.agencyText, ...sections].map((text) => text ?? "").join("\u0001");
    const before = found.get(key);
    const cell = line.cells[read];
    if (cell === undefined || before?.cells[stage] !== undefined) return null;
    const pence: Record<Stage, Pence | null> = { ...(before?.pence ?? { original: null, revised: null, forecast: null, actual: null, outturn: null }), [stage]: line.pence[read] };
    const cells = { ...before?.cells, [stage]: cell };
    const main = ORDER.find((one) => cells[one] !== undefined);
    found.set(key, { ...(before ?? line), code: code ?? null, subjective: subjective ?? null, sections, pence, cells, address: (main === undefined ? undefined : cells[main]) ?? cell });
  }
  return [...found.values()];
}

/** Two columns of sections stand in one text ("Governance Revised Budget"). */
function without(section: string, word: string): string {
  if (section === word) return "";
  if (section.endsWith(` ${word}`)) return section.slice(0, -word.length - 1);
  return section.startsWith(`${word} `) ? section.slice(word.length + 1) : section;
}
