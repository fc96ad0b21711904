// Income of the whole body and its spending printed once more under all its services: sums of totals that services have already closed.
import { sideOfHeading } from "../words/sideWords";
import type { BodyRow, FoundTotal, RowClasses } from "../tableSteps";

/** Lines named as one side that come, in every column, to what two or more agreeing totals of that side above them come to, are such sums. */
export function withSideSummaries(rows: readonly BodyRow[], classes: RowClasses): RowClasses {
  const found = new Map<number, FoundTotal>();
  for (const index of classes.lines) {
    const row = rows[index];
    const side = row === undefined || row.code !== null ? null : sideOfHeading(row.label);
    if (row === undefined || side === null) continue;
    const parts = classes.totals.filter((t) => t.index < index && t.agrees && sideOfHeading(rows[t.index]?.label ?? "") === side);
    if (parts.length < 2 || !repeats(row, parts.flatMap((t) => rows[t.index] ?? []))) continue;
    found.set(index, {
      index, agrees: true, how: "it repeats the totals of one side above",
      components: parts.map((t) => ({ index: t.index, coefficient: 1 })), lines: parts.flatMap((t) => t.lines),
    });
  }
  if (found.size === 0) return classes;
  // What was added from such a row is added from the lines under it.
  const totals = classes.totals.map((total): FoundTotal => ({
    ...total, lines: total.lines.flatMap((l) => found.get(l.index)?.lines.map((inner) => ({ index: inner.index, coefficient: inner.coefficient === l.coefficient ? 1 as const : -1 as const })) ?? [l]),
  }));
  return { totals: [...totals, ...found.values()].sort((a, b) => a.index - b.index), lines: classes.lines.filter((index) => !found.has(index)), doubtful: classes.doubtful.filter((index) => !found.has(index)) };
}

function repeats(row: BodyRow, parts: readonly BodyRow[]): boolean {
  return row.amounts.some((a) => a !== null && a.pence !== 0) && row.amounts.every((amount, i) => {
    const sum = parts.reduce((s, part) => s + (part.amounts[i]?.pence ?? 0), 0);
    const places = (amount?.roundingPence ?? 0) * (parts.length + 1);
    return Math.abs((amount?.pence ?? 0) - sum) <= places / 2;
  });
}
