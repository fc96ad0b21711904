// Progress on the error stream: one line rewritten while a person watches, one line a step where a file or a program takes it.
import type { Progress } from "../workbook/ports";
import type { CliDeps } from "./deps";

export interface ProgressLine {
  readonly show: (progress: Progress) => void;
  readonly clear: () => void;
}

const ERASE = "\r\u001b[2K";

export function progressLine(deps: Pick<CliDeps, "stderr" | "progress">): ProgressLine {
  if (deps.progress === "rewritten") return rewritten(deps.stderr);
  return { show: deps.progress === "lines" ? eachStep(deps.stderr) : () => undefined, clear: () => undefined };
}

function rewritten(say: CliDeps["stderr"]): ProgressLine {
  let shown = false;
  return {
    show: (progress) => {
      say(`${ERASE}${words(progress)}`);
      shown = true;
    },
    clear: () => {
      if (shown) say(ERASE);
      shown = false;
    },
  };
}

/** A step is told when it begins, not each time it is a little further: a log is read later. */
function eachStep(say: CliDeps["stderr"]): ProgressLine["show"] {
  let last: string | null = null;
  return (progress) => {
    if (progress.step === last) return;
    last = progress.step;
    say(`${words(progress)}\n`);
  };
}

function words({ step, done, total }: Progress): string {
  return `${step} (${Math.min(done + 1, total)} of ${total})`;
}
