// Host and file faults in words for people; anything unexpected is said to be a fault of ours, without figures.
import { WorkbookError } from "../workbook/ports";

export function failureOf(error: unknown, doing: string): Failure {
  if (error instanceof WorkbookError) return { sentence: error.message, nextStep: error.nextStep, detail: `${error.code} ${error.detail}`.trim() };
  const name = error instanceof Error ? error.name : typeof error;
  return {
    sentence: `Stopped while ${doing}: something went wrong in Common Purse itself.`,
    nextStep: "Nothing more was written. Read the sheets again; if it happens again, report the details below.",
    detail: name,
  };
}

export function wasStopped(error: unknown): boolean {
  return error instanceof WorkbookError && error.code === "stopped";
}

/** A failed step in words for people: what happened, what was not written, what to do next. Details hold no figures. */
export interface Failure {
  readonly sentence: string;
  readonly nextStep: string;
  readonly detail: string;
}
