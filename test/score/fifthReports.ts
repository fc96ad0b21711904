// Fifth family: reports that finance teams write: monitoring with lettered columns, budget builds, months beside the year, net budget requirements, statements with notes.
import type { CellValue } from "../../src/core/reading/grid";
import type { Folio, Put } from "./fifthFolio";
import { amountsOf, BUDGET, codes, col, FORECAST, formOfYears, grandTotal, itemsOf, servicesOf, subTotal, Table, type Col, type Item, type Look } from "./fifthTable";
import type { Body } from "./fifthWords";
import type { Chance } from "./random";

const SETS: readonly (readonly string[])[] = [
  ["original", "vin", "vout", "allocs", "revised", "forecast", "variance"], ["revised", "yPlan", "yAct", "commit", "free"], ["original", "revised", "yAct", "forecast", "variance", "pct"], ["wte", "revised", "forecast", "variance", "rag", "comment"],
  ["original", "allocs", "revised", "yAct", "commit", "forecast", "variance"], ["prior", "original", "revised", "forecast", "variance"], ["forecast", "revised", "variance"],
];

/** What stands under each heading: a, b, c with sums of them, or figures. */
function lettersOf(c: Chance, cols: readonly Col[]): string[] {
  const names = c.pick(["abcdefghij", "ABCDEFGHIJ", "123456789"]).split("");
  const of = (key: string): string => names[cols.findIndex((one) => one.key === key)] ?? "?";
  const dressed = (text: string): string => (names[0] === "a" ? `(${text})` : text);
  return cols.map(({ key }, i) => {
    const own = names[i] ?? "?";
    if (key === "variance") return dressed(`${own}=${of("forecast")}-${of("revised")}`);
    if (key === "free") return dressed(`${own}=${of("revised")}-${of("yAct")}-${of("commit")}`);
    return dressed(own);
  });
}

function lookOf(c: Chance, cols: readonly Col[], more: Partial<Look> = {}): Look {
  const text = c.pick(["Service", "Budget line", "Description", "", "Service area", "Cost type", "Activity", "Detail"]);
  const labels = [...(c.yes(0.15) ? [c.pick(["Line", "Line no.", "No", "Row"])] : []), ...(c.yes(0.45) ? [c.pick(["Cost centre", "Code", "Ledger ref", "Account", "CC", "Nominal code"])] : []), text];
  return { labels, textAt: labels.length - 1, left: c.pick([0, 0, 0, 1]), stacked: c.yes(0.5), merged: c.yes(0.6), ...(c.yes(0.3) ? { letters: lettersOf(c, cols) } : {}), ...more };
}

/** Monitoring of services under groups, with line numbers that the totals name or not. */
export function monitor(f: Folio, c: Chance, body: Body): number {
  const years = formOfYears(c);
  const cols = c.pick(SETS).map((key) => col(c, years, key));
  const look = lookOf(c, cols);
  const table = new Table(f, cols, look);
  const plain = f.house.signs === "plain";
  const numbered = /^(Line|No|Row)/.test(look.labels[0] ?? "");
  const code = codes(c);
  const named = subTotal(c);
  let no = 0;
  const rest = (item: Item): CellValue[] => {
    no += 1;
    return look.labels.slice(0, -1).map((_name, i) => (numbered && i === 0 ? no : item.code));
  };
  const twoLevels = c.yes(0.5);
  const groups = twoLevels ? c.shuffled(body.groups).slice(0, 2) : [{ name: "", services: servicesOf(c, body, 2, 4) }];
  table.heads();
  const every: Item[] = [];
  for (const group of groups) {
    if (group.name !== "") table.head(group.name.toUpperCase());
    const all: Item[] = [];
    for (const service of group.services) {
      const items = itemsOf(f, service, code);
      const from = no + 1;
      table.head(service[0]);
      if (plain && items.some((item) => item.side === "income")) {
        const sides = (["spend", "income"] as const).map((side) => items.filter((item) => item.side === side));
        const letters = c.yes(0.5);
        sides.forEach((own, i) => {
          own.forEach((item) => table.line(item, rest(item)));
          table.sum(`${i === 0 ? "Total expenditure" : "Total income"}${letters ? ` (${i === 0 ? "A" : "B"})` : ""}`, own, i === 0 ? "spend" : "income");
        });
        table.sum(letters ? "Net expenditure (A-B)" : `Net expenditure - ${service[0]}`, items);
      } else {
        items.forEach((item) => {
          table.line(item, rest(item));
          if (c.yes(0.02)) table.head("(continued contract until March)");
        });
        table.sum(numbered && c.yes(0.6) ? `Total (lines ${from} to ${no})` : named(service[0]), items);
      }
      if (c.yes(0.3)) f.put();
      all.push(...items);
    }
    if (twoLevels) table.sum(named(group.name), all);
    every.push(...all);
  }
  table.sum(grandTotal(c), every);
  return table.last;
}

/** How last year's budget becomes this year's, service by service. */
export function build(f: Folio, c: Chance, body: Body): number {
  const years = formOfYears(c);
  const first: Col = col(c, years, "base");
  const steps = ["pay", "growth", "savings", "tech"].map((key) => col(c, years, key));
  const cols = [first, ...steps, col(c, years, "only"), ...(c.yes(0.4) ? [col(c, years, "change")] : []), ...(c.yes(0.3) ? [col(c, years, "next", { later: true })] : [])];
  const look = lookOf(c, cols, c.yes(0.15) ? { letters: cols.map((_one, i) => (i === 5 ? "F=sum(A:E)" : "ABCDEFGH"[i] ?? "")) } : { letters: undefined });
  const table = new Table(f, cols, look);
  const code = codes(c);
  const named = subTotal(c);
  table.heads();
  const every: Item[] = [];
  for (const service of servicesOf(c, body, 2, 5)) {
    const items = itemsOf(f, service, code);
    table.head(service[0]);
    items.forEach((item) => table.line(item, look.labels.slice(0, -1).map(() => item.code)));
    table.sum(named(service[0]), items);
    every.push(...items);
  }
  table.sum(grandTotal(c), every);
  return table.last;
}

/** A hospital's or a board's month, year to date and full year, with counts of staff under the same words. */
export function inMonth(f: Folio, c: Chance, body: Body): number {
  const [plan, actual, variance] = c.pick([["Budget", "Actual", "Variance"], ["Plan", "Actual", "Variance"], ["Bud", "Act", "Var"]] as const);
  const as = c.pick(["adverse", "favourable"] as const);
  const staff = c.pick(["WTE", "Staff (WTE)", "Workforce WTE"]);
  const count = (share: number) => (a: Readonly<Record<string, number>>, item: Item | null): CellValue => (item !== null && item.side === "spend" ? Math.round(((Math.abs(a.revised ?? 0) % 900) + 10) * share) / 10 : null);
  const wte: Col[] = [{ key: "wtePlan", heads: [plan], group: staff, words: count(1) }, { key: "wteAct", heads: [actual], group: staff, words: count(0.9) }, { key: "wteVar", heads: [variance], group: staff, words: count(0.1) }];
  const triple = (group: string, keys: readonly [string, string, string], actualStage: boolean): Col[] => [{ key: keys[0], heads: [plan], group }, { key: keys[1], heads: [actual], group, ...(actualStage ? { stages: ["actual"] } : {}) }, { key: keys[2], heads: [variance], group, as }];
  const annual: Col = { key: "revised", heads: [c.pick(["Annual Budget", "Full Year Budget", "Annual Plan"])], group: c.pick(["Full Year", "Annual"]), stages: BUDGET };
  const end: Col[] = c.yes(0.6) ? [{ key: "forecast", heads: [c.pick(["Forecast", "Forecast Outturn", "FOT"])], group: annual.group ?? "", stages: FORECAST }, { key: "variance", heads: ["Forecast Variance"], group: annual.group ?? "", as }] : [];
  const month = triple(c.pick(["In Month", "Current Month", "Month 6", "September"]), ["mPlan", "mAct", "mVar"], false);
  const date = triple(c.pick(["Year to Date", "YTD", "Cumulative"]), ["yPlan", "yAct", "yVar"], true);
  const middle = [...(c.yes(0.6) ? month : []), ...date];
  const cols = [...(c.yes(0.5) ? wte : []), ...(c.yes(0.5) ? [annual, ...middle, ...end.map((one) => ({ ...one, group: "Forecast" }))] : [...middle, annual, ...end])];
  const labels = c.yes(0.4) ? [c.pick(["Care Group", "Division"]), c.pick(["Line", "Category"])] : [c.pick(["Division / line", "Directorate", "£"].slice(0, 2))];
  const table = new Table(f, cols, { labels, textAt: labels.length - 1, merged: c.yes(0.6) });
  table.heads();
  const every: Item[] = [];
  const company = f.house.signs === "company";
  for (const group of c.shuffled(body.groups).slice(0, c.int(2, 3))) {
    const items = group.services.flatMap((service) => itemsOf(f, service, () => null));
    const ordered = company ? [...items.filter((i) => i.side === "income"), ...items.filter((i) => i.side === "spend")] : items;
    if (labels.length === 1) table.head(group.name);
    ordered.forEach((item, i) => table.line(item, i === 0 || c.yes(0.5) ? [group.name] : []));
    table.sum(`${group.name} ${c.pick(["Total", "Total", "Net"])}`, items, "net", [], 0);
    every.push(...items);
  }
  table.sum(company ? c.pick(["Surplus/(Deficit)", "Trust surplus / (deficit)"]) : c.pick(["Grand Total", "Total", "Overall position"]), every, "net", [], 0);
  return table.last;
}

/** Services, then the net budget requirement, how it is met, and the council tax it leads to. */
export function requirement(f: Folio, c: Chance, body: Body): number {
  const years = formOfYears(c);
  const cols = c.yes(0.5) ? [col(c, years, "base"), col(c, years, "only")] : [col(c, years, "original"), col(c, years, "revised"), col(c, years, "forecast")];
  const table = new Table(f, cols, lookOf(c, cols, { labels: [c.pick(["", "Service", "Budget area"])], textAt: 0, letters: undefined }));
  table.heads();
  const every: Item[] = [];
  for (const service of servicesOf(c, body, 2, 3)) {
    const items = itemsOf(f, service, () => null);
    items.forEach((item) => table.line(item));
    table.sum(c.pick([`${service[0]} total`, `Total ${service[0]}`]), items);
    every.push(...items);
  }
  table.sum(c.pick(["Net cost of services", "Total service budgets", "Cost of services"]), every);
  const corporate = ["Minimum revenue provision", "External interest", "Drainage board levies", "Central contingency"].slice(0, c.int(2, 4)).map((text): Item => ({ text, side: "spend", amounts: amountsOf(f, "spend"), code: null }));
  corporate.forEach((item) => table.line(item));
  const total = table.sum(c.pick(["Net budget requirement", "Budget requirement", "NET BUDGET REQUIREMENT"]), [...every, ...corporate]);
  if (c.yes(0.4)) f.put();
  table.head(c.pick(["Met from:", "Financed by", "Sources of funding:"]));
  const top = f.row;
  const sources = ["Settlement grant", "Business rates retained", "Collection fund (surplus)/deficit", "Council tax precept"].map((text): Item => ({ text, side: "income", amounts: amountsOf(f, "income"), code: null }));
  sources.forEach((item) => f.put([table.first - 1, item.text], ...table.figures(item.amounts, "income", item)));
  for (let row = top; row < f.row; row += 1) f.aside.add(row);
  table.sum(c.pick(["Total funding", "Total financing"]), sources, "income");
  if (c.yes(0.5) && total > 0) {
    const base = c.int(20_000, 90_000) / 2;
    if (c.yes(0.5)) f.put();
    f.put([table.first - 1, c.pick(["Council tax base (Band D equivalent properties)", "Taxbase"])], ...cols.map((_one, i): Put => [table.first + i, base + i * 120.5]));
    f.put([table.first - 1, c.pick(["Band D council tax (£ p)", "Band D charge £"])], ...cols.map((_one, i): Put => [table.first + i, 214.56 + i * 6.3]));
  }
  return table.last;
}

/** A college's or landlord's statement of income and costs, with numbers of notes beside the names. */
export function statement(f: Folio, c: Chance, body: Body): number {
  const years = formOfYears(c);
  const cols = c.pick([["only", "prior"], ["only", "base", "prior"], ["revised", "yPlan", "yAct", "forecast", "variance"], ["original", "forecast"]]).map((key) => col(c, years, key));
  const noted = c.yes(0.6);
  const notesAt = noted ? c.pick(["Note", "Notes", "Ref"]) : null;
  const table = new Table(f, cols, { labels: notesAt === null ? [""] : ["", notesAt], textAt: 0, stacked: c.yes(0.5) });
  table.heads();
  let note = 1;
  const letters = f.house.signs === "plain" && c.yes(0.4);
  const services = servicesOf(c, body, 2, 4).map((service) => itemsOf(f, service, () => null));
  const [income, spend] = (["income", "spend"] as const).map((side) => services.flat().filter((item) => item.side === side));
  const block = (head: string, total: string, items: readonly Item[], as: "income" | "spend"): void => {
    table.head(head);
    for (const item of items) {
      note += 1;
      table.line(item, noted ? [null, c.yes(0.7) ? note : null] : []);
    }
    table.sum(total, items, as);
  };
  block("Income", `Total income${letters ? " (A)" : ""}`, income ?? [], "income");
  block(c.pick(["Expenditure", "Costs"]), `Total ${c.pick(["expenditure", "costs"])}${letters ? " (B)" : ""}`, spend ?? [], "spend");
  const all = services.flat();
  table.sum(letters ? "Surplus before interest (A-B)" : c.pick(["Surplus/(deficit) before interest", "Operating surplus / (deficit)"]), all, "surplus");
  const below = ["Interest on loans", "Depreciation - buildings", "Pension finance cost"].slice(0, c.int(1, 3)).map((text): Item => ({ text, side: "spend", amounts: amountsOf(f, "spend"), code: null }));
  below.forEach((item) => table.line(item));
  table.sum(c.pick(["Surplus/(deficit) for the year", "Net surplus / (deficit)"]), [...all, ...below], "surplus");
  return table.last;
}
