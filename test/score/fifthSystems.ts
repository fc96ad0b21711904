// Fifth family: what systems give out: reports with result rows, cubes with parents after children, budget scenarios in rows, cost centre prints, budget uploads, lists with a type.
import type { CellValue } from "../../src/core/reading/grid";
import type { Folio, Put } from "./fifthFolio";
import { amountsOf, BUDGET, codes, col, FORECAST, formOfYears, itemsOf, servicesOf, Table, type Col, type Item } from "./fifthTable";
import type { Body } from "./fifthWords";
import type { Chance } from "./random";

/** A warehouse query: keys and texts in columns, each key once, with "Result" rows. */
export function results(f: Folio, c: Chance, body: Body): number {
  const cols: Col[] = c.pick<() => Col[]>([
    () => [{ key: "original", heads: ["Original Budget"], stages: ["original"] }, { key: "revised", heads: ["Current Budget"], stages: ["revised"] }, { key: "yAct", heads: ["Actual YTD"], stages: ["actual"] }],
    () => [{ key: "revised", heads: ["Full Year Budget"], stages: BUDGET }, { key: "yAct", heads: ["Actuals to Period"], stages: ["actual"] }, { key: "commit", heads: ["Commitments"] }, { key: "free", heads: ["Available"] }],
    () => [{ key: "revised", heads: ["Annual Budget"], stages: BUDGET }, { key: "forecast", heads: ["Forecast"], stages: FORECAST }],
  ])();
  const repeat = c.yes(0.3);
  const table = new Table(f, cols, { labels: ["Cost center", "", "Cost element", ""], textAt: 3 });
  table.heads();
  let element = c.int(400_000, 420_000);
  const every: Item[] = [];
  for (const service of servicesOf(c, body, 2, 5)) {
    const centre = `${c.pick(["10", "20", "0"])}${c.int(1000, 9999)}`;
    const items = itemsOf(f, service, () => (element += c.int(10, 700)));
    items.forEach((item, i) => table.line(item, i === 0 || repeat ? [centre, service[0], item.code] : [null, null, item.code]));
    table.sum("Result", items, "net", repeat ? [centre, service[0]] : [], 2);
    every.push(...items);
  }
  table.sum("Overall Result", every, "net", [], 0);
  return table.last;
}

/** An ad hoc query of a cube: members on top, children before their parents. */
export function cube(f: Folio, c: Chance, body: Body): number {
  const year = c.pick(["FY27", "FY26/27", "2026/27"]);
  const cols: Col[] = c.pick<() => Col[]>([
    () => [{ key: "only", heads: ["Budget"], group: year, stages: BUDGET }, { key: "forecast", heads: ["Forecast"], group: year, stages: FORECAST }],
    () => [{ key: "original", heads: ["Original Budget"], group: year, stages: ["original"] }, { key: "revised", heads: ["Working Budget"], group: year, stages: ["revised"] }, { key: "forecast", heads: ["Forecast"], group: year, stages: FORECAST }],
  ])();
  for (const [name, value] of [["Entity", body.name], ["Period", "YearTotal"], ["Currency", "GBP"], ["View", "Periodic"]] as const) if (c.yes(0.6)) f.put([0, name], [1, value]);
  const table = new Table(f, cols, { labels: [""], textAt: 0, merged: false });
  table.heads();
  const gap = c.pick(["  ", "    ", ""]);
  const every: Item[] = [];
  for (const group of c.shuffled(body.groups).slice(0, 2)) {
    const all: Item[] = [];
    for (const service of group.services) {
      const items = itemsOf(f, service, () => null);
      items.forEach((item) => table.line(item, [], gap + gap + gap + item.text));
      table.sum(gap + gap + service[0], items);
      all.push(...items);
    }
    table.sum(gap + group.name, all);
    every.push(...all);
  }
  table.sum(c.pick(["Total Cost Centres", "All Entities", body.name]), every);
  return table.last;
}

/** A flat table in which each row is one figure of one scenario. */
export function scenarios(f: Folio, c: Chance, body: Body): number {
  const names = c.pick([[["Original Budget", "original"], ["Forecast", "forecast"]], [["Original Budget", "original"], ["Revised Budget", "revised"]], [["Revised Budget", "revised"], ["Forecast Outturn", "forecast"]]] as const);
  const heads = [c.pick(["Service", "Team"]), c.pick(["Cost Centre", "CC Code"]), c.pick(["Budget Line", "Subjective"]), c.pick(["Scenario", "Version", "Measure"]), c.pick(["Amount", "Value"])];
  const { place, words } = f.house;
  f.put(...heads.map((text, i): Put => [i, i === 4 && place === "heads" ? `${text} ${words}` : text]));
  if (place === "columns") f.put([4, words]);
  const code = codes(c);
  const items = servicesOf(c, body, 2, 3).flatMap((service) => itemsOf(f, service, code).map((item) => ({ item, service: service[0] })));
  const cells = new Map<Item, { row: number; column: number; stages: readonly ("original" | "revised" | "forecast")[]; steps: number }[]>();
  const one = (of: (typeof items)[number], [name, stage]: (typeof names)[number]): void => {
    const steps = of.item.amounts[stage] ?? 0;
    const row = f.put([0, of.service], [1, of.item.code], [2, of.item.text], [3, name], [4, steps]);
    const shown = f.write(steps);
    f.set(row, 4, shown);
    cells.set(of.item, [...(cells.get(of.item) ?? []), { row, column: 4, stages: [stage], steps }]);
  };
  if (c.yes(0.5)) items.forEach((of) => names.forEach((name) => one(of, name)));
  else names.forEach((name) => items.forEach((of) => one(of, name)));
  for (const [item, of] of cells) f.truth(item.text, of[0]?.row ?? 0, of.map((t) => ({ ...t, blank: f.write(t.steps) === null })));
  return 4;
}

/** Cost centres one after another as a ledger prints them, each with its name above, its total below and pages between. */
export function centres(f: Folio, c: Chance, body: Body): number {
  const cols: Col[] = c.pick<() => Col[]>([
    () => [{ key: "original", heads: ["Original", "Budget"], stages: ["original"] }, { key: "revised", heads: ["Revised", "Budget"], stages: ["revised"] }, { key: "yAct", heads: ["Actual", "to Date"], stages: ["actual"] }, { key: "commit", heads: ["Commit-", "ments"] }, { key: "free", heads: ["Free", "Balance"] }],
    () => [{ key: "revised", heads: ["Current", "Budget"], stages: BUDGET }, { key: "yPlan", heads: ["Profile", "to Date"] }, { key: "yAct", heads: ["Actual", "to Date"], stages: ["actual"] }, { key: "forecast", heads: ["Projected", "Outturn"], stages: FORECAST }, { key: "variance", heads: ["Variance"] }],
  ])();
  const table = new Table(f, cols, { labels: [c.pick(["Detail", "Account", "Detail Code"]), "Description"], textAt: 1, stacked: c.yes(0.6) });
  const again = c.yes(0.4);
  const called = c.pick(["Cost Centre", "Cost Centre :", "CC:", "Budget Centre"]);
  const word = c.pick(["Total for Cost Centre", "*** Total Cost Centre", "Cost Centre Total", "Total:"]);
  const every: Item[] = [];
  if (!again) table.heads();
  let detail = c.int(1000, 1400);
  for (const service of servicesOf(c, body, 2, 5)) {
    const centre = `${c.pick(["A", "H", "RE"])}${c.int(100, 999)}`;
    f.put([0, `${called} ${centre}${c.pick([" - ", "  "])}${service[0]}`]);
    if (again) table.heads();
    const items = itemsOf(f, service, () => (detail += c.int(1, 40)));
    items.forEach((item) => table.line(item, [item.code]));
    table.sum(`${word} ${centre}${word.startsWith("***") ? " ***" : ""}`, items, "net", [], c.pick([0, 1]));
    f.put();
    every.push(...items);
  }
  table.sum(c.pick(["Report Total", "Total for Report", "Final Total", "*** Grand Total ***"]), every, "net", [], c.pick([0, 1]));
  return table.last;
}

/** A budget upload: debits and credits in columns of their own. */
export function upload(f: Folio, c: Chance, body: Body): number {
  const heads = [c.pick(["Cost Centre", "CostC"]), c.pick(["Account", "Subjective"]), c.pick(["Line Description", "Narrative", "Description"]), ...c.pick([["Budget Debit", "Budget Credit"], ["Debit", "Credit"], ["Dr", "Cr"]])];
  const { place, words } = f.house;
  f.put(...heads.map((text, i): Put => [i, i > 2 && place === "heads" ? `${text} ${words}` : text]));
  if (place === "columns") f.put([3, words], [4, words]);
  const code = codes(c);
  const other = c.pick<CellValue>([null, null, 0]);
  let [debit, credit] = [0, 0];
  for (const service of servicesOf(c, body, 3, 5)) {
    const centre = code();
    itemsOf(f, service, () => null).forEach((item, i) => {
      const steps = item.amounts.only ?? 0;
      const at = steps < 0 ? 4 : 3;
      const row = f.put([0, centre], [1, (item.side === "spend" ? 10_000 : 90_000) + i * 110], [2, item.text], [3, at === 3 ? f.write(Math.abs(steps)) : other], [4, at === 4 ? f.write(Math.abs(steps)) : other]);
      if (at === 3) debit += steps;
      else credit -= steps;
      f.truth(item.text, row, [{ column: at, stages: BUDGET, steps }, ...(other === 0 ? [{ column: 7 - at, stages: BUDGET, steps: 0, blank: true }] : [])]);
    });
  }
  if (c.yes(0.5)) f.total([2, "Total"], [3, f.write(debit)], [4, f.write(credit)]);
  return 4;
}

/** A list by hand where a column says what is spending and what is income, all figures without signs. */
export function typed(f: Folio, c: Chance, body: Body): number {
  const [spend, income, head] = c.pick([["Expenditure", "Income", "Type"], ["E", "I", "Exp/Inc"], ["Exp", "Inc", "E or I"], ["Spend", "Income", "Category"], ["Cost", "Income", "Cost/Income"]] as const);
  const years = formOfYears(c);
  const cols = c.pick([["only"], ["revised", "forecast"], ["original", "revised", "forecast"]]).map((key) => col(c, years, key));
  const at = c.int(0, 2);
  const labels = [c.pick(["Service", "Team"]), c.pick(["Item", "Budget line", "Description"])];
  labels.splice(at, 0, head);
  const textAt = at === 2 ? 1 : 2;
  const table = new Table(f, cols, { labels, textAt });
  table.heads();
  const every = servicesOf(c, body, 2, 4).flatMap((service) => itemsOf(f, service, () => service[0]));
  if (!every.some((item) => item.side === "income")) every.push({ text: "Sundry sales", side: "income", amounts: amountsOf(f, "income"), code: "General" });
  const print = (item: Item): void => void table.line(item, labels.map((_name, i) => (i === at ? (item.side === "spend" ? spend : income) : i === textAt ? null : item.code)));
  const order = c.pick(["mixed", "apart"] as const);
  const [out, got] = [every.filter((i) => i.side === "spend"), every.filter((i) => i.side === "income")];
  if (order === "mixed") every.forEach(print);
  else {
    out.forEach(print);
    got.forEach(print);
  }
  if (c.yes(0.6)) {
    table.sum("Total expenditure", out, "spend");
    table.sum("Total income", got, "income");
    table.sum(c.pick(["Net", "Net budget", "Net expenditure"]), every, "net");
  }
  return table.last;
}
