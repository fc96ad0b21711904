// What `check` says to people: every control that does not agree, and everything that is open.
import type { Consolidation } from "../../app/consolidate";
import type { Control } from "../../core/checks/control";
import type { ShuntComparison } from "../../core/shunting/compareSnapshots";
import { costShuntText } from "./costShuntText";
import { controlLines, issueSummary } from "./issues";

export function checkText({ issues }: Consolidation, controls: readonly Control[], shunts: readonly ShuntComparison[]): string[] {
  return [...controlLines(controls), ...costShuntText(shunts), ...issueSummary(issues)];
}
