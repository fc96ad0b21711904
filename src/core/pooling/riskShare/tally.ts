// Who bears what so far, while an agreement is worked through step by step.
import type { AgencyId } from "../../budget/agency";
import { formatPounds } from "../../money/format";
import { asPence, PenceError, sumPence, sumPenceBy, type Pence } from "../../money/pence";
import { shareByWeights } from "../../money/share";
import type { RiskAgreement, ShareResult, Weight } from "./types";

export class Tally {
  private readonly shares: Map<AgencyId, Pence>;
  private readonly steps: string[] = [];
  private readonly metFirst: { name: string; pence: Pence }[] = [];
  private kept: Pence = 0;
  private open: Pence = 0;

  constructor(private readonly agreement: RiskAgreement) {
    this.shares = new Map(agreement.partners.map(({ agency }) => [agency, 0]));
  }

  say(step: string): void {
    this.steps.push(step);
  }

  give(agency: AgencyId, pence: Pence): void {
    this.shares.set(agency, asPence((this.shares.get(agency) ?? 0) + pence));
  }

  /** Gives one partner an amount and says so. */
  bear(agency: AgencyId, pence: Pence, what: string): void {
    this.give(agency, pence);
    this.say(`${what}: ${formatPounds(pence)} to ${agency}.`);
  }

  meet(name: string, pence: Pence): void {
    this.metFirst.push({ name, pence });
    this.say(`${name} meets ${formatPounds(pence)}.`);
  }

  keep(pence: Pence, why: string): void {
    this.kept = asPence(this.kept + pence);
    this.say(`${formatPounds(pence)} ${why}.`);
  }

  leaveOpen(pence: Pence, why: string): void {
    this.open = asPence(this.open + pence);
    this.say(`${formatPounds(pence)} ${why}.`);
  }

  /** Shares an amount by weights, odd pennies in the agreement's order; without any weight it falls on the host. */
  split(pence: Pence, weights: readonly Weight[], what: string): void {
    const inOrder = this.ordered(weights).filter(({ weight }) => weight > 0);
    if (inOrder.length === 0) return this.bear(this.agreement.host, pence, `${what}, without any weights`);
    const parts = shareByWeights(pence, inOrder.map(({ weight }) => weight));
    inOrder.forEach(({ agency }, i) => this.give(agency, parts[i] ?? 0));
    const words = inOrder.map(({ agency }, i) => `${formatPounds(parts[i] ?? 0)} to ${agency}`).join(", ");
    this.say(`${what}, ${formatPounds(pence)} by ${ratioWords(inOrder.map(({ weight }) => weight))}: ${words}.`);
  }

  shareOf(agency: AgencyId): Pence {
    return this.shares.get(agency) ?? 0;
  }

  /** The whole result. Throws PenceError when a penny was lost on the way. */
  result(total: Pence): ShareResult {
    const shares = [...this.shares].map(([agency, pence]) => ({ agency, pence }));
    const placed = sumPence([sumPenceBy(shares, ({ pence }) => pence), sumPenceBy(this.metFirst, ({ pence }) => pence), this.kept, this.open]);
    if (placed !== total) throw new PenceError("The shares do not add to what was to be shared.");
    return { shares, met: this.metFirst, keptPence: this.kept, openPence: this.open, working: this.steps };
  }

  private ordered(weights: readonly Weight[]): Weight[] {
    const order = [...this.shares.keys()];
    const place = (agency: AgencyId): number => (order.includes(agency) ? order.indexOf(agency) : order.length);
    return [...weights].sort((a, b) => place(a.agency) - place(b.agency));
  }
}

/** "291:103" for 29,100,000 and 10,300,000: the same ratio in its smallest whole numbers. */
function ratioWords(weights: readonly number[]): string {
  const divisor = weights.reduce((a, b) => {
    let [x, y] = [a, b];
    while (y !== 0) [x, y] = [y, x % y];
    return x;
  }, 0);
  return weights.map((weight) => weight / divisor).join(":");
}
