// What the command line answers to the program that called it: part of its contract (docs/command-line.md).
import { WorkbookError } from "../workbook/ports";

export const EXIT = {
  done: 0,
  /** The data do not allow it; issues say where. */
  refused: 1,
  /** The command itself is wrong: an option, a name, an output that would overwrite an input. */
  wrongUse: 2,
  /** A file can't be read or saved. */
  file: 3,
  /** A fault of Common Purse itself. */
  fault: 4,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** The answer for a failed step. */
export function exitCodeOf(error: unknown): ExitCode {
  if (!(error instanceof WorkbookError)) return EXIT.fault;
  switch (error.code) {
    case "exists":
      return EXIT.wrongUse;
    case "too-large":
    case "unsupported":
    case "conflict":
    case "protected":
      return EXIT.refused;
    default:
      return EXIT.file;
  }
}
