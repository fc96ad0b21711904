// Money that an agency holds as agent (rule E7): what it receives and passes on is neither its income nor its spending, but the partners'.
import type { AgencyId } from "../../budget/agency";
import { budgetPence, forecastOrBudgetPence, type BudgetLine } from "../../budget/line";
import type { Issue } from "../../issues/issue";
import { formatPounds } from "../../money/format";
import { sumPenceBy, type Pence } from "../../money/pence";
import { arrangementOf } from "./governing";
import type { ArrangementRow } from "./types";

/** One agent's grant under one pool or scheme. */
export interface AgentFlow {
  readonly name: string;
  readonly agent: AgencyId;
  readonly receivedPence: Pence;
  readonly passedOnPence: Pence;
  readonly lineIds: readonly string[];
  /** True when the agent passes all of it on and each partner records what it gets: only then do its lines stand apart. */
  readonly asAgent: boolean;
  /** Why not; empty when so. */
  readonly why: string;
}

/** What a line is when it is part of an agent's flow: the agent's own lines are nothing of its own, the partners' income comes from outside. */
export type AgentRoles = ReadonlyMap<string, "agent" | "external-income">;

export interface AgentFlows {
  readonly flows: readonly AgentFlow[];
  readonly roles: AgentRoles;
}

/** Pools or schemes that a row with the test "passes all on" governs. Net, gross and income of the place stay what eliminating would give. */
export function agentFlows(lines: readonly BudgetLine[], rows: readonly ArrangementRow[]): AgentFlows {
  const names = [...new Set(rows.flatMap((row) => row.governs))].filter((name) => arrangementOf(name, rows)?.tests.includes("passes all on") === true);
  const roles = new Map<string, "agent" | "external-income">();
  const flows = names.flatMap((name) => {
    const own = lines.filter((line) => [line.pool, line.scheme].some((held) => held?.toLowerCase() === name.toLowerCase()));
    const holders = [...new Set(own.filter((line) => line.nature === "IA_PAYMENT").map((line) => line.agency))];
    return holders.map((agent) => flowOf(name, agent, own));
  });
  for (const { flow, paid, received, partners } of flows) {
    if (!flow.asAgent) continue;
    for (const line of [...paid, ...received]) roles.set(line.id, "agent");
    for (const line of partners) roles.set(line.id, "external-income");
  }
  return { flows: flows.map(({ flow }) => flow), roles };
}

function flowOf(name: string, agent: AgencyId, lines: readonly BudgetLine[]) {
  const paid = lines.filter((line) => line.agency === agent && line.nature === "IA_PAYMENT");
  const received = lines.filter((line) => line.agency === agent && line.nature === "EXT_INCOME");
  const partners = lines.filter((line) => line.agency !== agent && line.nature === "IA_INCOME" && line.counterparty === agent);
  const [passedOnPence, receivedPence] = [sumPenceBy(paid, budgetPence), 0 - sumPenceBy(received, budgetPence)];
  const forecast = sumPenceBy([...paid, ...received], forecastOrBudgetPence);
  const records = (of: readonly BudgetLine[], who: AgencyId, figure: (line: BudgetLine) => Pence): Pence =>
    sumPenceBy(of.filter((line) => (line.agency === agent ? line.counterparty : line.agency) === who), figure);
  const agencies = [...new Set([...paid.map((line) => line.counterparty ?? ""), ...partners.map((line) => line.agency)])];
  const unlike = agencies.filter((who) => [budgetPence, forecastOrBudgetPence].some((figure) => records(paid, who, figure) + records(partners, who, figure) !== 0));
  const why = receivedPence !== passedOnPence || forecast !== 0 ? "it does not pass on what it receives to the penny" : unlike.length > 0 ? `${unlike.join(", ")} records another amount` : "";
  const flow: AgentFlow = { name, agent, receivedPence, passedOnPence, lineIds: [...received, ...paid, ...partners].map((line) => line.id), asAgent: why === "", why };
  return { flow, paid, received, partners };
}

/** One question a flow that could not be told as an agent's. */
export function agentFlowIssues({ flows }: AgentFlows, lines: readonly BudgetLine[], nameOf: (agency: AgencyId) => string): Issue[] {
  return flows.filter((flow) => !flow.asAgent).map((flow): Issue => {
    const first = lines.find((line) => line.id === flow.lineIds[0]);
    return {
      code: "agent-flow-open", severity: "question", pence: Math.abs(flow.receivedPence - flow.passedOnPence),
      where: first === undefined ? null : { file: first.source.file, sheet: first.source.sheet, address: first.source.address },
      facts: { name: flow.name, agent: nameOf(flow.agent), received: formatPounds(flow.receivedPence), passedOn: formatPounds(flow.passedOnPence), why: flow.why },
    };
  });
}
