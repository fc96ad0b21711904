// The rows that a total's label names by their codes: "(LINES A1 to A2)".
import { partsNamed } from "../words/totalWords";
import type { Component } from "../tableSteps";

/** Null where the label names none, or one that is not there. `byCode` gives each code's first row. */
export function namedComponents(label: string, byCode: ReadonlyMap<string, number>): Component[] | null {
  const parts = partsNamed(label);
  if (parts.length === 0) return null;
  const components: Component[] = [];
  for (const part of parts) {
    const from = byCode.get(part.from);
    const to = byCode.get(part.to);
    if (from === undefined || to === undefined || to < from) return null;
    for (let i = from; i <= to; i += 1) components.push({ index: i, coefficient: part.sign });
  }
  return components;
}
