// The fourth family of sheets: papers and exports of British public bodies in words and layouts of its own. Everything follows from the seed.
import { fill } from "./plan";
import type { Sheet } from "./print";
import { charity, estimates, landlord, plan, school, town } from "./fourthBooks";
import { costElements, listing, pivot, quarters } from "./fourthExports";
import { monitor } from "./fourthMonitor";
import { beside, unclear } from "./fourthMore";
import { Sheaf, waysOf, type Ways } from "./fourthPaper";
import { grant, mixed, phases, pooled, schemes } from "./fourthPools";
import { Chance } from "./random";
import { BODIES, BOOKS, FEET, KICKERS, REPORTS, STRAPS, type Body } from "./fourthWords";

type Printer = (sheaf: Sheaf, c: Chance, body: Body) => number;
interface Form {
  readonly name: string;
  readonly share: number;
  readonly print: Printer;
  readonly signs: readonly Ways["signs"][];
  readonly titles?: readonly string[];
  readonly from?: string;
  /** Printed in pounds by everybody. */
  readonly whole?: boolean;
}

const LEDGER = ["ledger"] as const;
const FORMS: readonly Form[] = [
  { name: "monitor", share: 40, print: monitor, signs: ["ledger", "ledger", "ledger", "plain", "company"] },
  { name: "estimates", share: 9, print: estimates, signs: ["ledger", "ledger", "plain"], titles: BOOKS },
  { name: "plan", share: 7, print: plan, signs: ["ledger", "ledger", "plain"], titles: ["Medium Term Financial Plan {Y} to 2029/30", "MTFS summary from {Y}", "Revenue plan {Y} onwards"] },
  { name: "town", share: 4, print: town, signs: ["plain"], titles: ["Budget by Centre {Y}", "Annual Budget {Y} - by centre"], from: "Marlbury Town Council", whole: true },
  { name: "school", share: 4, print: school, signs: ["plain"], titles: ["Budget plan {Y}", "School budget monitoring {Y}"], from: "St Aldhelm's Primary School (DfE 9990001)", whole: true },
  { name: "landlord", share: 5, print: landlord, signs: ["ledger", "ledger", "plain", "company"], titles: ["Housing Revenue Account {Y}", "HRA Budget {Y}", "HRA operating account {Y}"], from: "Fenwold District Council" },
  { name: "charity", share: 3, print: charity, signs: ["plain", "plain", "company"], titles: ["Budget {Y} by fund", "Trustees' budget {Y}"], from: "Larkrise Family Support (charity 10000002)" },
  { name: "cost elements", share: 4, print: costElements, signs: LEDGER, titles: ["Cost Centers: Actual/Plan/Variance {Y}", "Budget report {Y}"] },
  { name: "listing", share: 6, print: listing, signs: LEDGER, titles: ["Budget listing {Y}", "GL enquiry {Y} period 06", "Trial budget report {Y}"] },
  { name: "pivot", share: 5, print: pivot, signs: LEDGER, titles: ["Budget pivot {Y}", "{Y} budget summary (pivot of ledger)"] },
  { name: "quarters", share: 3, print: quarters, signs: LEDGER, titles: ["Quarterly budget profile {Y}", "{Y} budget by quarter"] },
  { name: "pooled", share: 5, print: pooled, signs: LEDGER, titles: ["Section 75 pooled budget {Y}", "Pooled fund monitoring {Y}"], from: "Riverway Health and Wellbeing Board" },
  { name: "schemes", share: 3, print: schemes, signs: LEDGER, titles: ["Better Care Fund {Y} - Expenditure", "BCF planning template {Y}: schemes"], from: "Riverway Health and Wellbeing Board", whole: true },
  { name: "grant", share: 3, print: grant, signs: LEDGER, titles: ["Public Health Grant {Y}", "Public health budget {Y}"], from: "Harrowmere Council" },
  { name: "phases", share: 2, print: phases, signs: LEDGER, titles: ["Section 251 budget {Y}", "Schools and high needs budget {Y}"], from: "Harrowmere Council" },
  { name: "mixed", share: 2, print: mixed, signs: LEDGER, titles: ["Budget {Y} at a glance", "How the {Y} budget will be spent"], from: "Police and Crime Commissioner for Ouse Valley", whole: true },
  { name: "unclear", share: 4, print: unclear, signs: LEDGER },
];

export function formOf(seed: number): Form {
  return new Chance(seed + 83_000_000).pick(FORMS.flatMap((form) => Array.from({ length: form.share }, () => form)));
}

function waysFor(form: Form, c: Chance): Ways {
  const ways = waysOf(c, form.signs, form.whole === true ? "pounds" : null);
  // Units that stand in the cells or the heading of the form itself, and shares of whole pounds.
  if (form.name === "mixed") return { ...ways, decimals: 0, place: "heading", rounded: false };
  if (form.name === "schemes") return { ...ways, decimals: 0, place: "heading", rounded: false, text: ways.text === "pound" ? "numbers" : ways.text };
  if (form.name === "unclear") return { ...ways, place: "row", negative: "minus" };
  return ways;
}

export function fourthSheet(seed: number): Sheet {
  const c = new Chance(seed + 97_000_000);
  const form = formOf(seed);
  const sheaf = new Sheaf(waysFor(form, c), c);
  const { place, unitWords, signs } = sheaf.ways;
  const body = c.pick(form.name === "monitor" ? BODIES : BODIES.filter((one) => one.kind !== "trust"));
  titleBlock(sheaf, c, form.from ?? body.name, fill(c.pick(form.titles ?? REPORTS)));
  if (place === "own row") sheaf.put([c.int(0, 1), c.pick([unitWords, `All figures in ${unitWords}`, `(${unitWords})`])]);
  if (c.yes(0.6)) sheaf.put();
  const right = form.print(sheaf, c, body);
  if (form.name !== "unclear" && form.name !== "schemes" && form.name !== "town" && c.yes(0.15)) beside(sheaf, c, right);
  if (c.yes(0.4) || place === "foot") sheaf.put();
  if (place === "foot") sheaf.put([0, c.pick([`All figures are in ${unitWords}`, `Figures shown in ${unitWords}`, `Amounts: ${unitWords}`])]);
  for (const text of c.shuffled(FEET).slice(0, c.pick([0, 0, 1, 2]))) sheaf.put([0, text]);
  hide(sheaf, c);
  return sheaf.sheet(c.pick(["Sheet1", "Report", "Appendix", "Monitoring", "Table 1", "Data"]), `${form.name} ${signs}`);
}

function titleBlock(sheaf: Sheaf, c: Chance, name: string, report: string): void {
  const { place, unitWords } = sheaf.ways;
  const title = place === "title" ? `${report} ${c.yes(0.5) ? `(${unitWords})` : `- ${unitWords}`}` : report;
  if (c.yes(0.2)) sheaf.put([0, c.pick(KICKERS)]);
  if (c.yes(0.6)) {
    sheaf.put([0, name]);
    sheaf.put([0, title]);
  } else if (c.yes(0.5)) sheaf.put([0, `${name} - ${title}`]);
  else {
    sheaf.put([0, "Organisation:"], [1, name]);
    sheaf.put([0, "Report:"], [1, title]);
  }
  if (c.yes(0.35)) sheaf.put([0, c.pick(STRAPS)]);
}

/** A hidden line, or a hidden column that is no budget of this year. */
function hide(sheaf: Sheaf, c: Chance): void {
  const row = sheaf.lines[c.int(0, Math.max(0, sheaf.lines.length - 1))]?.row;
  if (c.yes(0.04) && row !== undefined) sheaf.hiddenRows.push(row);
}
