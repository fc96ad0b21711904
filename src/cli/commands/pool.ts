// `common-purse pool`: the partnership as one, with nothing counted twice.
import type { CommandSteps } from "../runCommand";
import { poolJson } from "../json/poolJson";
import { poolText } from "../text/poolText";

export const poolSteps: CommandSteps = {
  reportsErrors: false,
  carryOut: (from) => ({ json: poolJson(from), text: poolText(from), sheets: [], refused: false }),
};
