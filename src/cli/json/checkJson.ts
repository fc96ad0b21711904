// `check --json`: every control and every issue, and whether anything disagrees.
import type { Consolidation } from "../../app/consolidate";
import type { Control } from "../../core/checks/control";
import { controlJson, issueJson } from "./common";

export function checkJson({ issues }: Consolidation, controls: readonly Control[]): object {
  const count = (result: Control["result"]) => controls.filter((control) => control.result === result).length;
  return {
    counts: { green: count("green"), amber: count("amber"), red: count("red"), none: count("none") },
    controls: controls.map(controlJson),
    issues: issues.map(issueJson),
  };
}
