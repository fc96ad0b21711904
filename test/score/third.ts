// The third family of sheets: by a sceptic of the reader, from layouts that British public bodies publish. Everything follows from the seed.
import { fill } from "./plan";
import type { Sheet } from "./print";
import { Chance } from "./random";
import { budgetBook, ledger, statement, threeRows } from "./thirdForms";
import { another, grossIncomeNet, months, typesAcross } from "./thirdMore";
import { habitsOf, Paper } from "./thirdPaper";
import { Tree } from "./thirdTree";
import { BODIES, FOOTNOTES, SUBTITLES, TITLES } from "./thirdWords";

export type Form = "tree" | "statement" | "book" | "three" | "ledger" | "gin" | "months" | "types";

/** The form of a seed: half of them are monitoring reports. */
export function formOf(seed: number): Form {
  return new Chance(seed + 31_000_000).pick<Form>(["tree", "tree", "tree", "tree", "tree", "tree", "tree", "tree", "statement", "statement", "book", "book", "three", "ledger", "gin", "gin", "months", "types"]);
}

export function thirdSheet(seed: number): Sheet {
  const c = new Chance(seed + 53_000_000);
  const form = formOf(seed);
  const habits = habitsOf(c);
  // Credits are income in every ledger, so that no statement marks costs CR.
  const paper = new Paper(form === "statement" && habits.negative === "crdr" ? { ...habits, negative: "brackets" } : habits);
  const body = c.pick(BODIES);
  const { unitPlace, unitWords } = paper.habits;
  const title = fill(c.pick(TITLES));
  const titles = [...(c.yes(0.5) ? [body.name, title] : [`${body.name}: ${title}`]), ...(form === "statement" ? [] : c.yes(0.4) ? [c.pick(SUBTITLES.filter((s) => s !== "(Surplus)/Deficit" || form === "tree"))] : [])];
  titles.forEach((text, i) => void paper.put([0, unitPlace === "title" && i === titles.length - 1 ? `${text} ${/^\(/.test(unitWords) ? unitWords : `(${unitWords})`}` : text]));
  if (c.yes(0.7)) paper.put();
  let right = 0;
  if (form === "tree") {
    const tree = new Tree(paper, c, body);
    tree.print();
    right = tree.lastColumn;
  } else {
    ({ statement, book: budgetBook, three: threeRows, ledger, gin: grossIncomeNet, months, types: typesAcross })[form](paper, c, body);
    right = Math.max(...paper.values.map((row) => row.length)) - 1;
  }
  if (c.yes(0.2) && form !== "book") another(paper, c, right);
  if (c.yes(0.4) || unitPlace === "below") paper.put();
  if (unitPlace === "below") paper.put([0, `${c.pick(["All amounts are stated in", "Amounts shown in", "Figures are in"])} ${unitWords.replace(/^(All figures|Figures) in |[()]/g, "")}`]);
  for (const note of c.shuffled(FOOTNOTES).slice(0, c.pick([0, 0, 1, 2]))) paper.put([0, note]);
  const sheet = paper.sheet(c.pick(["Sheet1", "Summary", "App 1", "M6", "Budget"]));
  return { ...sheet, about: `${form}, ${sheet.about}` };
}
