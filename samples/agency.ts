// What each agency's module offers: its names, its own lines and a drawing of its sheet as that agency keeps it.
import type { SampleSheet } from "./sheet";
import type { Seed } from "./seed";

/** One budget line as its agency writes it. */
export interface AgencyLine {
  readonly ref: string;
  /** The agency's own code as the partners quote it, or null where the agency has none. */
  readonly code: string | null;
  readonly words: string;
}

export interface AgencySample {
  /** Name of the tab in the partnership workbook. */
  readonly tab: string;
  /** The agency's own workbook and the name of the tab in it. */
  readonly file: string;
  readonly ownTab: string;
  /** How the coding sheet calls the agency. */
  readonly shortName: string;
  readonly lines: readonly AgencyLine[];
  draw(seed: Seed): SampleSheet;
}
