// `common-purse check`: every control; answers 1 when one disagrees or the data hold an error.
import { costShunts } from "../../app/costShunt";
import type { CommandSteps } from "../runCommand";
import { checkJson } from "../json/checkJson";
import { checkText } from "../text/checkText";

export const checkSteps: CommandSteps = {
  reportsErrors: true,
  carryOut: (from, date) => {
    const controls = [...from.reading.controls, ...from.pool.controls, ...from.freshness];
    return { json: checkJson(from, controls, costShunts(from, date)), text: checkText(from, controls, costShunts(from, date)), sheets: [], refused: controls.some((control) => control.result === "red") };
  },
};
