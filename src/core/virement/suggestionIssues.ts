// What people should know about a set of suggestions beside the suggestions themselves: stages cut short, effects not known.
import type { Issue } from "../issues/issue";
import { SHUNT_RULE } from "./buildModel";
import type { Suggestions } from "./types";

/** One issue for the stages that were not proven, and one for each move left out because its linked effect is not known. */
export function suggestionIssues(found: Suggestions): Issue[] {
  const open = found.proof.stages.filter((stage) => !stage.optimal);
  const names = open.map((stage) => stage.objective.replace(/-/g, " ")).join(", ");
  const why = `the search was cut short at ${names}`;
  const unproven: Issue[] = open.length === 0 ? [] : [{ code: "not-proven", severity: "warning", where: null, pence: null, facts: { why } }];
  const unknown = found.blocked.filter((blocked) => blocked.ruleId === SHUNT_RULE && blocked.reason.includes("not quantified"));
  return [...unproven, ...unknown.map((blocked): Issue => ({
    code: "shunt-not-quantified", severity: "question", where: null, pence: blocked.amountPence,
    facts: { move: `${blocked.from} to ${blocked.to}`, why: "it is linked to another service and was left out until the effect is said" },
  }))];
}
