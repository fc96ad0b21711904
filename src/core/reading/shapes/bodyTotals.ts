// Which rows (or columns) of a cross table add up other bodies: a whole country, each class of authority, an area.
import { fold } from "../words/cellText";
import { totalWording } from "../words/totalWords";
import type { CrossBody } from "./crossTable";

export interface BodyTotal {
  /** Index among the bodies. */
  readonly at: number;
  /** Bodies that it adds, as indexes. */
  readonly parts: readonly number[];
  readonly agreeing: number;
  readonly compared: number;
  readonly how: string;
}

const WHOLE = /^(england|wales|scotland|northern ireland|great britain|united kingdom|all( \p{L}+){0,3}|sum|average|(\p{L}+ ){0,3}(total|totals))$/u;

/**
 * Bodies that are sums of others. `figures[body][item]` is pence or null; `slackPence` a half of the last place printed. A body is tried
 * when its words say total, when it lacks the code that most bodies have, or when it stands below at least three that add to it.
 * One called a total that adds nothing is set aside with the bodies above it as its parts, so that the difference shows.
 */
export function bodyTotals(bodies: readonly CrossBody[], figures: readonly (readonly (number | null)[])[], slackPence: number): readonly BodyTotal[] {
  const mostCoded = bodies.filter((b) => b.codes.length > 0).length >= bodies.length * 0.5;
  const worded = bodies.map((b) => WHOLE.test(fold(b.name)) || totalWording(b.name) === "strong");
  const suspect = bodies.map((b, at) => worded[at] === true || (mostCoded && b.codes.length === 0));
  const plain = bodies.flatMap((_, at) => (suspect[at] === true ? [] : [at]));
  const found: BodyTotal[] = [];
  bodies.forEach((body, at) => {
    const trials = suspect[at] === true ? candidates(bodies, plain, at, body) : unworded(plain, at, found);
    const strict = suspect[at] !== true;
    const best = trials.map((trial) => ({ ...trial, ...agreement(figures, trial.parts, at, slackPence, strict) })).reduce<BodyTotal | null>((a, b) => (a === null || b.agreeing > a.agreeing ? { at, parts: b.parts, agreeing: b.agreeing, compared: b.compared, how: b.how } : a), null);
    if (best === null) return;
    const share = best.compared === 0 ? 0 : best.agreeing / best.compared;
    if (!strict ? share > 0.5 || worded[at] === true : share === 1 && best.compared >= 2) found.push(best);
  });
  return found;
}

interface Trial {
  readonly parts: readonly number[];
  readonly how: string;
}

function candidates(bodies: readonly CrossBody[], plain: readonly number[], at: number, body: CrossBody): readonly Trial[] {
  const others = plain.filter((i) => i !== at);
  const ofClass = body.group === "" ? [] : others.filter((i) => bodies[i]?.group === body.group);
  const above = others.filter((i) => i < at);
  return [
    { parts: others, how: "every body of the table" },
    ...(ofClass.length > 0 ? [{ parts: ofClass, how: `the bodies of class ${body.group}` }] : []),
    ...(above.length > 0 && above.length < others.length ? [{ parts: above, how: "the bodies above it" }] : []),
  ];
}

/** Without a word: only a row below three or more that it adds, every one since the total before. */
function unworded(plain: readonly number[], at: number, found: readonly BodyTotal[]): readonly Trial[] {
  const after = found[found.length - 1]?.at ?? -1;
  const taken = new Set(found.map((t) => t.at));
  const run = plain.filter((i) => i < at && i > after && !taken.has(i));
  return run.length < 3 ? [] : [{ parts: run, how: "the bodies above it" }];
}

function agreement(figures: readonly (readonly (number | null)[])[], parts: readonly number[], at: number, slack: number, strict: boolean): { agreeing: number; compared: number } {
  const printed = figures[at] ?? [];
  let agreeing = 0;
  let compared = 0;
  for (const [item, pence] of printed.entries()) {
    if (pence === null) continue;
    let sum = 0;
    for (const part of parts) sum += figures[part]?.[item] ?? 0;
    if (pence === 0 && sum === 0) continue;
    compared += 1;
    if (Math.abs(pence - sum) <= slack * (parts.length + 1)) agreeing += 1;
    else if (strict) break;
  }
  return { agreeing, compared };
}
