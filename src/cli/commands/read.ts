// `common-purse read`: what is in the sheets, line by line, and what is questionable.
import type { CommandSteps } from "../runCommand";
import { readJson } from "../json/readJson";
import { readText } from "../text/readText";

export const readSteps: CommandSteps = {
  reportsErrors: true,
  carryOut: (from) => ({ json: readJson(from), text: readText(from), sheets: [], refused: false }),
};
