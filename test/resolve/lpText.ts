// One stage of a printed suggestion model as a problem in CPLEX LP format, written from docs/suggestion-model.md and from nothing of ours.

/** The parts of `suggest --json` that are read here. */
export interface PrintedModel {
  readonly lines: readonly { readonly id: string; readonly agency: string; readonly needPence: number; readonly weight: number; readonly capPence: number }[];
  readonly arcs: readonly PrintedArc[];
  readonly limits: readonly { readonly id: string; readonly arcs: readonly string[]; readonly lines: readonly string[]; readonly maxPence: number }[];
  readonly fairShares: readonly { readonly agency: string; readonly parts: number }[];
  readonly minimumMovePence: number;
  readonly stages: readonly { readonly objective: string; readonly sense: "max" | "min" }[];
}

interface PrintedArc {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly maxPence: number;
  readonly interAgency: boolean;
  readonly sameService: boolean;
  readonly tiers: readonly { readonly overPence: number; readonly rank: number }[];
}

type Terms = readonly (readonly [number, string])[];

/** A stage that is held: its terms keep this value, in the units of `objectiveOf`. */
export interface Held {
  readonly objective: string;
  readonly sense: "max" | "min";
  readonly value: number;
}

/** An objective as terms, what to add to their value, and what one of their units stands for in the printed value. */
export function objectiveOf(model: PrintedModel, objective: string): { readonly terms: Terms; readonly constant: number; readonly unit: number } {
  const arcs = model.arcs.map((arc, i) => ({ arc, x: `x${i}` }));
  const weightOf = new Map(model.lines.map((line) => [line.id, Math.round(line.weight * 1000)]));
  const tiers = (figure: (rank: number) => number): Terms => model.arcs.flatMap((arc, i) => arc.tiers.map((tier, t) => [figure(tier.rank), `y${i}_${t}`] as const));
  switch (objective) {
    case "pressure-closed": return { terms: arcs.map(({ arc, x }) => [weightOf.get(arc.to) ?? 0, x]), constant: 0, unit: 1 / 1000 };
    case "highest-rank": return { terms: [[1, "top"]], constant: 0, unit: 1 };
    case "sum-of-ranks": return { terms: tiers((rank) => rank), constant: 0, unit: 1 };
    case "number-of-moves": return { terms: tiers(() => 1), constant: 0, unit: 1 };
    case "inter-agency-cash": return { terms: arcs.filter(({ arc }) => arc.interAgency).map(({ x }) => [1, x]), constant: 0, unit: 1 };
    case "unfairness": return { terms: [[1, "most"]], constant: 0, unit: 1 / partsOf(model) };
    case "same-service": return { terms: arcs.filter(({ arc }) => arc.sameService).map(({ x }) => [1, x]), constant: 0, unit: 1 };
    case "headroom-left": return { terms: arcs.map(({ x }) => [-1, x]), constant: model.lines.reduce((sum, line) => sum + line.capPence, 0), unit: 1 };
    default: throw new Error(`The objective ${objective} is not described.`);
  }
}

function partsOf(model: PrintedModel): number {
  return Math.max(1, model.fairShares.reduce((sum, share) => sum + share.parts, 0));
}

/** The whole problem of one stage, every amount a whole number of pence. */
export function lpText(model: PrintedModel, stage: { readonly objective: string; readonly sense: "max" | "min" }, held: readonly Held[]): string {
  const rows: string[] = [];
  const row = (terms: Terms, relation: string, right: number): void => void (terms.length > 0 && rows.push(` r${rows.length}: ${expression(terms)} ${relation} ${right}`));
  model.arcs.forEach((arc, i) => {
    const tiers = arc.tiers.map((tier, t) => ({ y: `y${i}_${t}`, over: tier.overPence, upTo: Math.min(arc.maxPence, arc.tiers[t + 1]?.overPence ?? Infinity), rank: tier.rank }));
    row(tiers.map(({ y }) => [1, y]), "<=", 1);
    row([[1, `x${i}`], ...tiers.map(({ y, upTo }) => [-Math.max(0, upTo), y] as const)], "<=", 0);
    row([[1, `x${i}`], ...tiers.map(({ y, over }) => [-Math.max(model.minimumMovePence, over + 1), y] as const)], ">=", 0);
    row([[1, "top"], ...tiers.map(({ y, rank }) => [-rank, y] as const)], ">=", 0);
  });
  const flow = (chosen: (arc: PrintedArc) => boolean): Terms => model.arcs.flatMap((arc, i) => (chosen(arc) ? [[1, `x${i}`] as const] : []));
  for (const line of model.lines) {
    row(flow((arc) => arc.from === line.id), "<=", line.capPence);
    row(flow((arc) => arc.to === line.id), "<=", line.needPence);
  }
  for (const limit of model.limits) row(flow((arc) => limit.arcs.includes(arc.id) || limit.lines.includes(arc.from)), "<=", limit.maxPence);
  const agencyOf = new Map(model.lines.map((line) => [line.id, line.agency]));
  for (const agency of new Set(agencyOf.values())) {
    const parts = model.fairShares.find((share) => share.agency === agency)?.parts ?? 0;
    const off = model.arcs.flatMap((arc, i) => (arc.interAgency ? [[(agencyOf.get(arc.from) === agency ? partsOf(model) : 0) - parts, `x${i}`] as const] : []));
    for (const sign of [1, -1]) row([[1, "most"], ...off.map(([factor, x]) => [sign * factor, x] as const)], ">=", 0);
  }
  // Values are whole numbers, so half a unit off is the same stage held and leaves room for the other program's fractions.
  for (const { objective, sense, value } of held) row(objectiveOf(model, objective).terms, sense === "max" ? ">=" : "<=", sense === "max" ? value - 0.5 : value + 0.5);
  const { terms } = objectiveOf(model, stage.objective);
  const wholes = ["top", "most", ...model.arcs.map((_, i) => `x${i}`)];
  const choices = model.arcs.flatMap((arc, i) => arc.tiers.map((_, t) => `y${i}_${t}`));
  return [
    stage.sense === "max" ? "Maximize" : "Minimize", ` goal: ${terms.length === 0 ? "0 top" : expression(terms)}`,
    "Subject To", " always: top >= 0", ...rows,
    "Bounds", ...model.arcs.map((arc, i) => ` 0 <= x${i} <= ${arc.maxPence}`),
    "General", ...wholes.map((name) => ` ${name}`), ...(choices.length > 0 ? ["Binary", ...choices.map((name) => ` ${name}`)] : []), "End", "",
  ].join("\n");
}

function expression(terms: Terms): string {
  return terms.map(([factor, name]) => `${factor < 0 ? "-" : "+"} ${Math.abs(factor)} ${name}`).join("\n   ");
}
