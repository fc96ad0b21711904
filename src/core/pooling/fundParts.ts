// A line's money by fund: its agreed splits, and what they leave unexplained.
import { sumPenceBy, type Pence } from "../money/pence";
import { shareByWeights } from "../money/share";
import { isExternal } from "./lens";
import { NOT_TOLD, type PooledLine } from "./pooledLine";

/** One fund's part of a line. */
export interface FundPart {
  readonly fund: string;
  readonly ringFence: string | null;
  readonly funds: Pence;
  readonly spends: Pence;
  readonly forecast: Pence;
}

/** Tells each fund's part without a record of it where the line has one fund: grouping asks this of a million lines. Figures as in `fundParts`. */
export function visitFundParts(pooled: PooledLine, visit: (fund: string, funds: Pence, spends: Pence, forecast: Pence) => void): void {
  const { line: { funding }, figures } = pooled;
  const [first] = funding;
  const alone = first === undefined ? NOT_TOLD : funding.length === 1 && first.pence === figures.fundsPence ? first.fund : null;
  if (alone === null || figures.role === "agent") for (const part of fundParts(pooled)) visit(part.fund, part.funds, part.spends, part.forecast);
  else visit(alone, figures.fundsPence, isExternal(figures) ? figures.fundsPence : 0, figures.forecastPence);
}

/** A line's funds: its splits as agreed, what they leave unexplained as not told; the forecast falls on them in the same shares. */
export function fundParts({ line, figures }: PooledLine): FundPart[] {
  if (figures.role === "agent") return [];
  const splits = [...line.funding];
  const rest = figures.fundsPence - sumPenceBy(line.funding, (split) => split.pence);
  if (rest !== 0 || splits.length === 0) splits.push({ fund: NOT_TOLD, ringFence: null, pence: rest });
  const changes = sharedChange(figures.forecastPence - figures.fundsPence, splits.map((split) => Math.abs(split.pence)));
  return splits.map((split, i) => ({
    fund: split.fund, ringFence: split.ringFence, funds: split.pence, spends: isExternal(figures) ? split.pence : 0, forecast: split.pence + (changes[i] ?? 0),
  }));
}

function sharedChange(change: Pence, weights: readonly number[]): readonly Pence[] {
  if (weights.length === 1) return [change];
  return weights.some((w) => w > 0) ? shareByWeights(change, weights) : weights.map((_, i) => (i === 0 ? change : 0));
}
