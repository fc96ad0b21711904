// Two sheets of one agency with the same lines: another month's paper, another year's, or a copy.
import { STAGES } from "../../budget/line";
import { fold } from "../words/cellText";
import type { SheetFacts } from "./sheetFacts";
import type { LineDraft } from "../lineSteps";

export interface SameLines {
  readonly keep: SheetFacts;
  readonly aside: SheetFacts;
  /** How the choice was made, as a clause. */
  readonly why: string;
  /** True where nothing told which of the two is meant. */
  readonly unsure: boolean;
}

const FEWEST = 2;
const SHARE = 0.5;

/** Lines are the same by code, or by words where there is no code, and by an equal budget; departments that name like costs alike differ in amounts. */
export function sameLines(a: SheetFacts, b: SheetFacts): SameLines | null {
  // A summary mostly leaves out the codes of what it repeats.
  const words = a.lines.every(({ code }) => code === null) !== b.lines.every(({ code }) => code === null);
  const [mine, theirs] = [byIdentity(a.lines, words), byIdentity(b.lines, words)];
  let equal = 0;
  let differs = false;
  for (const [key, line] of mine) {
    const other = theirs.get(key);
    if (other === undefined || !namedAlike(line, other)) continue;
    if (equalBudget(line, other)) equal += 1;
    differs ||= STAGES.some((stage) => line.pence[stage] !== null && other.pence[stage] !== null && line.pence[stage] !== other.pence[stage]);
  }
  const least = Math.min(a.lines.length, b.lines.length);
  if (equal < FEWEST || equal < least * SHARE) return null;
  const counted = `${equal} of ${least} lines with equal budgets`;
  const copy = !differs && equal === a.lines.length && equal === b.lines.length;
  const [keep, aside, by] = choice(a, b, copy);
  return { keep, aside, why: `${counted}; ${by}`, unsure: by === UNTOLD };
}

const UNTOLD = "nothing tells which is the newer, so the one with more figures was taken";

function choice(a: SheetFacts, b: SheetFacts, copy: boolean): readonly [SheetFacts, SheetFacts, string] {
  const later = (left: number | null, right: number | null): boolean | null => (left === null || right === null || left === right ? null : left > right);
  const byYear = later(a.year, b.year);
  if (byYear !== null) return byYear ? [a, b, "the later year was taken"] : [b, a, "the later year was taken"];
  const byPeriod = later(a.period, b.period);
  if (byPeriod !== null) return byPeriod ? [a, b, "the later period was taken"] : [b, a, "the later period was taken"];
  if (copy) return [a, b, "it is a copy"];
  return figures(b) > figures(a) ? [b, a, UNTOLD] : [a, b, UNTOLD];
}

function figures({ lines }: SheetFacts): number {
  return lines.reduce((sum, line) => sum + STAGES.filter((stage) => line.pence[stage] !== null).length, 0);
}

/** The same lines with other stages on each sheet (budgets here, forecasts there), which would be read as lines apart: how many; 0 where they are not. */
export function stagesApart(a: SheetFacts, b: SheetFacts): number {
  if (STAGES.some((stage) => a.sum[stage] !== undefined && b.sum[stage] !== undefined)) return 0;
  const shared = pairsOf(a, b).length;
  return shared >= FEWEST && shared >= Math.min(a.lines.length, b.lines.length) * SHARE ? shared : 0;
}

/** Lines of both sheets that are the same by code, or by words where there is no code, and alike in name. */
export function pairsOf(a: SheetFacts, b: SheetFacts): readonly (readonly [LineDraft, LineDraft])[] {
  const theirs = byIdentity(b.lines);
  return [...byIdentity(a.lines)].flatMap(([key, line]) => {
    const other = theirs.get(key);
    return other !== undefined && namedAlike(line, other) ? [[line, other] as const] : [];
  });
}

function equalBudget(a: LineDraft, b: LineDraft): boolean {
  return (["revised", "original"] as const).some((stage) => a.pence[stage] !== null && a.pence[stage] !== 0 && a.pence[stage] === b.pence[stage]);
}

/** More than half of their words in common: "1" and "2" are codes on many a sheet, of other things. */
function namedAlike(a: LineDraft, b: LineDraft): boolean {
  const [mine, theirs] = [a, b].map((line) => new Set(fold(line.description).split(" ")));
  if (mine === undefined || theirs === undefined) return false;
  return [...mine].filter((word) => theirs.has(word)).length * 2 > Math.max(mine.size, theirs.size);
}

/** Lines whose code (else words) stand once on their sheet; with `words` their own words alone. */
function byIdentity(lines: readonly LineDraft[], words = false): ReadonlyMap<string, LineDraft> {
  const found = new Map<string, LineDraft | null>();
  for (const line of lines) {
    const key = words ? `${fold(line.description)} ${line.part}` : `${line.code === null ? fold([...line.sections, line.description].join(" ")) : `${line.code} ${line.subjective ?? ""}`} ${line.part}`;
    found.set(key, found.has(key) ? null : line);
  }
  return new Map([...found].flatMap(([key, line]) => (line === null ? [] : [[key, line]])));
}
