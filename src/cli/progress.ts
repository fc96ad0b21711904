// One line of progress on the error stream, only while a person watches it.
import type { Progress } from "../workbook/ports";
import type { CliDeps } from "./deps";

export interface ProgressLine {
  readonly show: (progress: Progress) => void;
  readonly clear: () => void;
}

const ERASE = "\r\u001b[2K";

export function progressLine(deps: Pick<CliDeps, "stderr" | "watched">): ProgressLine {
  let shown = false;
  return {
    show: ({ step, done, total }) => {
      if (!deps.watched) return;
      deps.stderr(`${ERASE}${step} (${Math.min(done + 1, total)} of ${total})`);
      shown = true;
    },
    clear: () => {
      if (shown) deps.stderr(ERASE);
      shown = false;
    },
  };
}
