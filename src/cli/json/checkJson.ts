// `check --json`: every control and every issue, and whether anything disagrees.
import type { Consolidation } from "../../app/consolidate";
import type { Control } from "../../core/checks/control";
import type { ShuntComparison } from "../../core/shunting/compareSnapshots";
import { controlJson, issueJson } from "./common";
import { costShuntJson } from "./costShuntJson";

export function checkJson({ issues }: Consolidation, controls: readonly Control[], shunts: readonly ShuntComparison[]): object {
  const count = (result: Control["result"]) => controls.filter((control) => control.result === result).length;
  return {
    counts: { green: count("green"), amber: count("amber"), red: count("red"), none: count("none") },
    controls: controls.map(controlJson),
    costShunt: shunts.map(costShuntJson),
    issues: issues.map(issueJson),
  };
}
