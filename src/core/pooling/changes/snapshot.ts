// A snapshot of the lines as they were pooled: what the next consolidation compares itself with.
import type { AgencyId } from "../../budget/agency";
import { STAGES, type BudgetLine, type Stage } from "../../budget/line";
import type { CellRef } from "../../budget/cells";
import { formatPounds } from "../../money/format";
import type { Pence } from "../../money/pence";
import { layoutHash } from "../../reading/memory/fingerprint";

export type StageAmounts = Readonly<Record<Stage, Pence | null>>;

/** One line as it was. */
export interface SnapshotLine {
  readonly lineId: string;
  readonly agency: AgencyId;
  readonly description: string;
  readonly amounts: StageAmounts;
  /** How the line was coded, in words that are the same whenever the coding is. */
  readonly coding: string;
  readonly cell: CellRef;
}

export interface Snapshot {
  /** ISO text of the time it was taken. */
  readonly takenOn: string;
  readonly lines: readonly SnapshotLine[];
}

export function snapshotLine(line: BudgetLine): SnapshotLine {
  const { file, sheet, address } = line.source;
  return {
    lineId: line.id, agency: line.agency, description: line.description, coding: codingWords(line), cell: { file, sheet, address },
    amounts: { original: line.originalPence, revised: line.revisedPence, forecast: line.forecastPence, actual: line.actualPence, outturn: line.outturnPence },
  };
}

/** The lines as they are now, for comparing later ones with. */
export function snapshotOf(lines: readonly BudgetLine[], takenOn: string): Snapshot {
  return { takenOn, lines: lines.map(snapshotLine) };
}

/** Names the figures, words and coding of a line: two lines that are alike have the same one. The cell is no part of it, as rows may be inserted. */
export function lineHash({ lineId, agency, description, amounts, coding }: SnapshotLine): string {
  return layoutHash([lineId, agency, description, coding, ...STAGES.map((stage) => amounts[stage] ?? "")].join("\u0001"));
}

function codingWords(line: BudgetLine): string {
  // The one fund of a line moves with its amount, which is told by itself.
  const funds = line.funding.map(({ fund, ringFence, pence }) =>
    `${fund}${ringFence === null ? "" : ` (${ringFence})`}${line.funding.length === 1 ? "" : ` ${formatPounds(pence)}`}`).join(" + ");
  const parts: readonly (readonly [string, string | null])[] = [
    ["nature", line.nature], ["counterparty", line.counterparty], ["scheme", line.scheme], ["outcome", line.outcome],
    ["arrangement", line.arrangement], ["pool", line.pool], ["funds", funds],
  ];
  return parts.flatMap(([name, value]) => (value === null || value === "" ? [] : [`${name} ${value}`])).join("; ");
}
