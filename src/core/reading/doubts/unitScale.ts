// Columns of one table whose figures stand a thousand or a million times apart on nearly every line: one of them is in another unit than it is read in.
import { amountColumns } from "../lines/bodyRows";
import { mainStage, type TableFacts } from "../tableFacts";
import type { ReadColumn } from "../tableSteps";

export interface UnitScale {
  /** The column the others are held against, and the one that is out of scale. */
  readonly base: ReadColumn;
  readonly other: ReadColumn;
  readonly factor: "thousand" | "million";
  readonly larger: boolean;
  /** True where the two columns' own headings name different units, so that words and figures contradict each other. */
  readonly unitsNamed: boolean;
}

const FEWEST_LINES = 3;
const MOST = 0.8;
/** Wide enough for spending to date beside a year's budget; no budget moves by two hundred times on most lines. */
const FACTORS = [["thousand", 200, 5_000], ["million", 200_000, 5_000_000]] as const;

/** The first column that is out of scale with the budget's, by the lines alone; null where all fit together. */
export function unitScale(facts: TableFacts): UnitScale | null {
  const used = amountColumns(facts.columns);
  const main = mainStage(used);
  const baseAt = used.findIndex((c) => c.stage === main && c.part === "whole");
  const base = used[baseAt];
  if (base === undefined) return null;
  for (const [i, other] of used.entries()) {
    if (i === baseAt || other.part !== "whole") continue;
    const ratios = facts.classes.lines.flatMap((line) => {
      const [ours, theirs] = [facts.rows[line]?.amounts[baseAt]?.pence ?? 0, facts.rows[line]?.amounts[i]?.pence ?? 0];
      return ours === 0 || theirs === 0 ? [] : [Math.abs(theirs / ours)];
    });
    if (ratios.length < FEWEST_LINES) continue;
    for (const [factor, from, to] of FACTORS) {
      const share = (within: (ratio: number) => boolean): number => ratios.filter(within).length / ratios.length;
      const larger = share((ratio) => ratio >= from && ratio <= to) >= MOST;
      if (larger || share((ratio) => 1 / ratio >= from && 1 / ratio <= to) >= MOST) {
        return { base, other, factor, larger, unitsNamed: base.unit !== other.unit };
      }
    }
  }
  return null;
}
