// The fifth family of sheets: reports, systems' prints and hand-made lists in words and layouts that the other four do not have. Everything follows from the seed.
import { companies, facing, incomes, parts, receipts, stagesDown } from "./fifthAcross";
import { Folio, houseOf, type House, type Signs } from "./fifthFolio";
import { build, inMonth, monitor, requirement, statement } from "./fifthReports";
import { centres, cube, results, scenarios, typed, upload } from "./fifthSystems";
import { bodyOf } from "./fifthTable";
import { BUDGETS, BYLINES, NOTES, REPORTS, type Body } from "./fifthWords";
import type { Sheet } from "./print";
import { Chance } from "./random";

interface Form {
  readonly name: string;
  readonly share: number;
  readonly print: (f: Folio, c: Chance, body: Body) => number;
  readonly signs: readonly Signs[];
  readonly from?: string;
}

const LEDGER = ["ledger"] as const;
const PLAIN = ["plain"] as const;
const FORMS: readonly Form[] = [
  { name: "monitor", share: 22, print: monitor, signs: ["ledger", "ledger", "plain"] },
  { name: "build", share: 10, print: build, signs: LEDGER },
  { name: "in month", share: 10, print: inMonth, signs: ["ledger", "company"] },
  { name: "requirement", share: 5, print: requirement, signs: LEDGER },
  { name: "statement", share: 7, print: statement, signs: ["plain", "plain", "company"] },
  { name: "results", share: 6, print: results, signs: LEDGER },
  { name: "cube", share: 5, print: cube, signs: LEDGER },
  { name: "scenarios", share: 3, print: scenarios, signs: LEDGER },
  { name: "centres", share: 8, print: centres, signs: LEDGER },
  { name: "upload", share: 3, print: upload, signs: PLAIN },
  { name: "typed", share: 6, print: typed, signs: PLAIN },
  { name: "matrix", share: 4, print: (f, c, body) => parts(f, c, body, "matrix"), signs: ["ledger", "plain"] },
  { name: "recurrent", share: 4, print: (f, c, body) => parts(f, c, body, "recurrent"), signs: LEDGER },
  { name: "controllable", share: 4, print: (f, c, body) => parts(f, c, body, "controllable"), signs: LEDGER },
  { name: "companies", share: 3, print: companies, signs: ["plain", "company"], from: "Lantern Homes and Care Ltd" },
  { name: "incomes", share: 6, print: incomes, signs: ["ledger", "plain"] },
  { name: "receipts", share: 4, print: receipts, signs: PLAIN, from: "Little Barrow Parish Council" },
  { name: "facing", share: 4, print: facing, signs: PLAIN, from: "Coldwell St Mary Parish Council" },
  { name: "stages down", share: 2, print: stagesDown, signs: LEDGER },
  { name: "unclear", share: 3, print: unclear, signs: LEDGER },
];

/** Forms whose headings don't say that they are budgets: their titles do. */
const BARE: ReadonlySet<string> = new Set(["upload", "matrix", "recurrent", "controllable", "companies", "incomes", "facing"]);

function formOf(seed: number): Form {
  return new Chance(seed + 131_000_000).pick(FORMS.flatMap((form) => Array.from({ length: form.share }, () => form)));
}

function houseFor(form: Form, c: Chance): House {
  const small = form.name === "receipts" || form.name === "facing" || form.name === "upload";
  const house = houseOf(c, form.signs, small ? "pounds" : null);
  const place = house.place === "label" && !["monitor", "build", "requirement", "matrix", "companies", "incomes", "stages down"].includes(form.name) ? "line" : house.place;
  if (form.name === "unclear") return { ...house, place: "columns", negative: "minus", text: false, marked: false };
  // Companies' results are not always printed with a mark of credit, and sides that carry no sign have no credits.
  return { ...house, place, negative: house.negative === "credit" && form.name === "in month" ? "brackets" : house.negative };
}

export function fifthSheet(seed: number): Sheet {
  const c = new Chance(seed + 157_000_000);
  const form = formOf(seed);
  const f = new Folio(houseFor(form, c), c);
  const { place, words } = f.house;
  const body = form.name === "in month" ? bodyOf(c, ["trust", "icb"]) : form.name === "statement" ? bodyOf(c, ["college", "landlord"]) : form.name === "requirement" ? bodyOf(c, ["county", "unitary", "district", "police", "fire"]) : bodyOf(c);
  titles(f, c, form.from ?? body.name, BARE.has(form.name) ? BUDGETS : REPORTS);
  if (place === "line" || place === "scaled") f.put([c.pick([0, 0, 1, 3]), c.pick([words, words, `All values ${words}`, `Figures: ${words}`])]);
  if (c.yes(0.55)) f.put();
  const right = form.print(f, c, body);
  if (form.name !== "unclear" && form.name !== "facing" && c.yes(0.12)) another(f, c, right);
  if (c.yes(0.4) || place === "foot") f.put();
  if (place === "foot") f.put([0, c.pick([`All figures in ${words}`, `Note: amounts are shown in ${words}`, `Values in ${words}`])]);
  for (const text of c.shuffled(NOTES).slice(0, c.pick([0, 0, 1, 2]))) f.put([0, text]);
  const row = f.lines[c.int(0, Math.max(0, f.lines.length - 1))]?.row;
  if (row !== undefined && c.yes(0.03)) f.hiddenRows.push(row);
  return f.sheet(c.pick(["Sheet1", "Budget", "Appendix A", "Output", "Revenue", "P6", "Tab 3"]), `${form.name} ${place === "scaled" ? "scaled" : ""}`.trim());
}

function titles(f: Folio, c: Chance, name: string, reports: readonly string[]): void {
  const { place, words } = f.house;
  const report = c.pick(reports).replace("{Y}", c.pick(["2026/27", "2026/27", "2026-27", "2026/2027"])).replace("{y}", "2026/27");
  const title = place === "title" ? `${report} ${c.pick([`(${words.replace(/[()]/g, "")})`, `- ${words.replace(/[()]/g, "")}`, `, ${words.replace(/[()]/g, "")}`])}` : report;
  if (c.yes(0.25)) f.put([0, c.pick(BYLINES)]);
  if (c.yes(0.55)) {
    f.put([0, name]);
    f.put([0, title]);
  } else if (c.yes(0.5)) f.put([0, `${title} | ${name}`]);
  else f.put([0, title], [4, name]);
  if (c.yes(0.2)) f.put([0, "Report date"], [1, 46_304]);
  if (c.yes(0.25)) f.put([0, c.pick(BYLINES)]);
}

const OTHERS = [
  { name: "reserves", title: "Earmarked reserves", heads: ["Reserve", "Opening 1/4/26", "Use in year", "Closing 31/3/27"], rows: ["Insurance fund", "Elections reserve", "Repairs and renewals"] },
  { name: "debt", title: "Aged debt", heads: ["Customer type", "Under 30 days", "Over 90 days"], rows: ["Sundry debtors", "Commercial rents", "Care charges"] },
  { name: "performance", title: "Key indicators", heads: ["Indicator", "Target", "Actual"], rows: ["Invoices paid in 30 days %", "Sickness days per FTE", "Calls answered"] },
  { name: "loans", title: "Borrowing", heads: ["Lender", "Principal", "Rate %"], rows: ["PWLB 4471", "Market loan", "Salix"] },
  { name: "capital", title: "Capital programme", heads: ["Project", "Budget", "Spend", "Remaining"], rows: ["Roof replacement", "New appliances", "Depot move"] },
] as const;

/** Another table under the budget or at its right. */
function another(f: Folio, c: Chance, right: number): void {
  const table = c.pick(OTHERS);
  f.secondName = table.name;
  const below = c.yes(0.7);
  if (below) f.put();
  const top = below ? f.row : 2;
  const left = below ? 0 : right + 2;
  const rows = [[table.title], table.heads, ...table.rows.map((text) => [text, ...table.heads.slice(1).map((head) => (head === "Rate %" ? 3.15 : f.write(c.int(10, 3_000))))])];
  rows.forEach((row, i) => row.forEach((value, k) => f.set(top + i, left + k, value)));
  f.second = { top, left, bottom: top + rows.length - 1, right: left + table.heads.length - 1 };
}

/** Sheets that offer two budgets, or one year over two that differ, and don't say which is meant. */
function unclear(f: Folio, c: Chance, body: Body): number {
  const [one, two, why] = c.pick([["Option A", "Option B", "two options, and neither is said to be the budget"], ["Budget v1", "Budget v2", "two versions of the budget"], ["2026/27", "2026/27", "two columns of one year that differ"], ["Scenario 1", "Scenario 2", "two scenarios"]] as const);
  f.mustAsk = why;
  f.put([0, "Service"], [1, one], [2, two]);
  f.put([1, f.house.words], [2, f.house.words]);
  for (const [, spend] of body.groups.flatMap((group) => group.services).slice(0, 4)) {
    for (const text of spend.slice(0, 2)) {
      const steps = c.int(40, 4_000) * f.by;
      const row = f.put([0, text], [1, f.write(steps)], [2, f.write(steps + c.int(5, 90) * f.by)]);
      f.truth(text, row, [{ column: 1, stages: ["revised", "original"], steps }]);
    }
  }
  return 2;
}
