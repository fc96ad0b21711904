// Whether partners have settled by their coding what a line is: then no matching may say otherwise.
import type { BudgetLine } from "../../budget/line";

export function isCoded(line: BudgetLine): boolean {
  return Object.values(line.evidence).some((evidence) => evidence.kind === "coding");
}
