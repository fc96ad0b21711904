// `common-purse check`: every control, and cost that moved between partners; answers 1 when a control disagrees or the data hold an error.
import { consolidate } from "../../app/consolidate";
import { costShunts, type EarlierBudget } from "../../app/costShunt";
import type { WorkOptions } from "../../workbook/ports";
import type { CliDeps } from "../deps";
import { checkJson } from "../json/checkJson";
import type { CommandSteps } from "../runCommand";
import { checkText } from "../text/checkText";

export interface CheckSwitches {
  /** A workbook or folder with the budget that the one checked is compared with. */
  readonly before?: string;
}

export function checkSteps(deps: Pick<CliDeps, "open">, { before }: CheckSwitches): CommandSteps {
  return {
    reportsErrors: true,
    carryOut: async (from, date, work) => {
      const shunts = costShunts(from, date, before === undefined ? undefined : await earlier(deps, before, date, work));
      const controls = [...from.reading.controls, ...from.pool.controls, ...from.freshness];
      return { json: checkJson(from, controls, shunts), text: checkText(from, controls, shunts), sheets: [], refused: controls.some((control) => control.result === "red") };
    },
  };
}

async function earlier(deps: Pick<CliDeps, "open">, path: string, date: string, work: WorkOptions): Promise<EarlierBudget> {
  const { workbook, names } = await deps.open([path], { out: null, date });
  return { name: `budget in ${names.join(", ")}`, lines: consolidate(await workbook.readGrids(work)).reading.lines };
}
