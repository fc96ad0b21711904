// What `check` says to people: every control that does not agree, and everything that is open.
import type { Consolidation } from "../../app/consolidate";
import type { Control } from "../../core/checks/control";
import { controlLines, issueSummary } from "./issues";

export function checkText({ issues }: Consolidation, controls: readonly Control[]): string[] {
  return [...controlLines(controls), ...issueSummary(issues)];
}
