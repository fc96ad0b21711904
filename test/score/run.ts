// Prints how well sheets that nobody shaped for the reader are read: `npm run score:reading [first seed] [how many] [how many of the worst] [family]`.
import { scoreOf, type Score } from "./measure";
import { familyOf } from "./families";
import { MEASURING, summaryOf } from "./summary";

const first = Number(process.argv[2] ?? MEASURING.first);
const count = Number(process.argv[3] ?? MEASURING.count);
const made = familyOf(process.argv[5]);
const scores = Array.from({ length: count }, (_, i) => scoreOf(first + i, made(first + i)));
const s = summaryOf(scores);
const percent = (part: number, whole: number): string => `${((100 * part) / Math.max(1, whole)).toFixed(2)}%`;

const print = (text: string): void => void process.stdout.write(`${text}\n`);
print(`Seeds ${first} to ${first + count - 1}: ${s.sheets} sheets, ${s.lines} lines`);
print(`Lines exact in all amounts   ${percent(s.exact, s.lines)}`);
print(`Sheets wholly right          ${percent(s.right, s.sheets)}`);
print(`Totals loaded as lines       ${s.totalsLoaded}`);
print(`Sheets in the wrong unit     ${s.wrongUnits}`);
print(`Lines with the wrong sign    ${s.wrongSigns}`);
print(`Questions a sheet            ${(s.questions / Math.max(1, s.sheets)).toFixed(2)}, most ${s.mostQuestions}; ${s.overThree} sheets ask more than three`);
print(`Silently wrong sheets        ${s.silent}`);
print(`Wrong with a warning only    ${s.warnedOnly}`);
// Cases are named on building seeds only, unless asked for: the reader is not to be shaped to the seeds that measure it.
const weight = (score: Score): number => (score.silent ? 1_000_000 : 0) + score.faults.length;
const worst = scores.filter((score) => score.faults.length > 0).sort((a, b) => weight(b) - weight(a) || a.seed - b.seed).slice(0, Number(process.argv[4] ?? (first >= MEASURING.first ? 0 : 10)));
if (worst.length > 0) print("\nThe worst:");
for (const score of worst) {
  print(`${score.silent ? "SILENT " : ""}seed ${score.seed}: ${score.faults.length} faults of ${score.lines} lines; ${[...new Set(score.issues)].join(", ") || "no issue"}`);
  for (const fault of score.faults.slice(0, 2)) print(`    ${fault}`);
}
