// Fifth family: amounts of one line in several columns: services or companies across, kinds of income, controllable and not, receipts beside payments, stages down.
import { cellAddress } from "../../src/core/budget/cells";
import type { Stage } from "../../src/core/budget/line";
import type { Folio, Put } from "./fifthFolio";
import { amountsOf, BUDGET, FORECAST, grandTotal, servicesOf, subTotal, Table, type Amounts, type Col, type Item } from "./fifthTable";
import type { Body } from "./fifthWords";
import type { Chance } from "./random";

/** Parts of a line's budget in columns that a last one adds up. */
function split(f: Folio, side: "spend" | "income", keys: readonly string[], only: (key: string) => boolean): Amounts {
  const sign = side === "spend" ? 1 : -1;
  const parts = keys.map((key, i) => [key, (i > 0 && f.c.yes(0.3)) || !only(key) ? 0 : sign * f.c.int(12, f.c.pick([600, 9_000])) * f.by] as const);
  return { ...Object.fromEntries(parts), total: parts.reduce((s, [, n]) => s + n, 0) };
}

const SPLITS = {
  matrix: [["Adults", "Children", "Places", "Corporate"], ["North", "South", "Headquarters"], ["Prevention", "Protection", "Response"], ["Operations", "People", "Finance", "Estates"]],
  recurrent: [["Recurrent", "Non-recurrent"], ["Recurring", "One-off"], ["Permanent", "Temporary"], ["Base", "Time limited"]],
  controllable: [["Controllable", "Support services", "Capital charges"], ["Direct costs", "Recharges", "Depreciation"], ["Cash limited", "Central recharges"]],
} as const;

/** Rows of spending and income with what belongs to each of several parts, and their sum. */
export function parts(f: Folio, c: Chance, body: Body, kind: keyof typeof SPLITS): number {
  const names = c.pick<readonly string[]>(SPLITS[kind]);
  const total = kind === "matrix" ? c.pick(["Total", "All services", "Total 2026/27"]) : kind === "recurrent" ? c.pick(["Total Budget", "Total", "Total 2026/27 Budget"]) : c.pick(["Net budget", "Total net budget", "Total"]);
  const group = c.yes(0.5) ? { group: c.pick(["2026/27 Budget", "Budget 2026/27", "Approved budget 2026/27"]) } : {};
  const cols: Col[] = [...names.map((name): Col => ({ key: name, heads: [name], stages: BUDGET, ...group })), { key: "total", heads: [total], stages: BUDGET, sumOf: names, ...group }];
  const table = new Table(f, cols, { labels: [c.pick(["", "Category", "Heading", "Service"])], textAt: 0, merged: c.yes(0.6) });
  table.heads();
  const made = (text: string, side: "spend" | "income"): Item => ({ text, side, amounts: split(f, side, names, (key) => kind !== "controllable" || side === "spend" || key === names[0]), code: null });
  if (kind === "matrix") {
    const out = ["Employees", "Premises", "Transport", "Supplies and services", "Third party payments", "Transfer payments"].slice(0, c.int(4, 6)).map((text) => made(text, "spend"));
    const got = ["Government grants", "Customer and client receipts", "Other contributions"].slice(0, c.int(1, 3)).map((text) => made(text, "income"));
    out.forEach((item) => table.line(item));
    table.sum("Gross expenditure", out, "spend");
    got.forEach((item) => table.line(item));
    table.sum("Gross income", got, "income");
    table.sum("Net expenditure", [...out, ...got]);
    return table.last;
  }
  const named = subTotal(c);
  const every: Item[] = [];
  for (const [name, spend, income] of servicesOf(c, body, 2, 4)) {
    table.head(name);
    const items = [...spend.map((text) => made(text, "spend")), ...income.map((text) => made(text, "income"))];
    items.forEach((item) => table.line(item));
    table.sum(named(name), items);
    every.push(...items);
  }
  table.sum(grandTotal(c), every);
  return table.last;
}

/** A group of companies across, with what is between them taken out. */
export function companies(f: Folio, c: Chance): number {
  const names = c.pick([["Association", "Care company", "Eliminations"], ["Parent", "Developments", "Repairs company", "Consolidation adjustments"]]);
  const total = c.pick(["Group", "Group total", "Consolidated"]);
  const cols: Col[] = [...names.map((name): Col => ({ key: name, heads: [name], stages: BUDGET })), { key: "total", heads: [total], stages: BUDGET, sumOf: names }];
  const table = new Table(f, cols, { labels: [c.pick(["", "Budget 2026/27"])], textAt: 0 });
  table.heads();
  const last = names[names.length - 1] ?? "";
  const made = (text: string, side: "spend" | "income", between: boolean): Item => {
    const amounts = split(f, side, names.slice(0, -1), () => true);
    const out = between ? -Math.round((amounts.total ?? 0) / 5) : 0;
    return { text, side, amounts: { ...amounts, [last]: out, total: (amounts.total ?? 0) + out }, code: null };
  };
  const got = [made("Rents and service charges", "income", false), made("Sales of services", "income", true), made("Grants", "income", false)];
  const out = [made("Repairs", "spend", true), made("Staff", "spend", false), made("Loan interest", "spend", false), made("Office", "spend", false)];
  table.head("Income");
  got.forEach((item) => table.line(item));
  table.sum("Total income", got, "income");
  table.head("Expenditure");
  out.forEach((item) => table.line(item));
  table.sum("Total expenditure", out, "spend");
  table.sum("Surplus/(deficit)", [...got, ...out], "surplus");
  return table.last;
}

/** Gross spending, several kinds of income and the net of each service. */
export function incomes(f: Folio, c: Chance, body: Body): number {
  const kinds = c.pick([["Government Grants", "Fees & Charges"], ["Grants", "Fees and charges", "Recharges"], ["Specific Grants", "Sales, Fees & Charges", "Contributions"]]);
  const heads = [c.pick(["Gross Expenditure", "Expenditure", "Gross Budget"]), ...kinds, c.pick(["Net Expenditure", "Net Budget", "Net Budget 2026/27"])];
  const { place, words, signs } = f.house;
  f.put([0, place === "label" ? words : c.pick(["Service", "Budget area", "Division"])], ...heads.map((text, i): Put => [1 + i, place === "heads" ? `${text} ${words}` : text]));
  if (place === "columns") f.put(...heads.map((_h, i): Put => [1 + i, words]));
  const flip = signs === "plain" ? -1 : 1;
  const cells = (of: readonly number[]): Put[] => [...of.map((n, i): Put => [1 + i, f.write(n === 0 ? 0 : i === 0 ? n : flip * n)]), [1 + of.length, f.write(of.reduce((s, n) => s + n, 0))]];
  const every: number[][] = [];
  const add = (all: readonly number[][]): number[] => heads.slice(0, -1).map((_h, i) => all.reduce((s, one) => s + (one[i] ?? 0), 0));
  const named = subTotal(c);
  for (const group of c.shuffled(body.groups).slice(0, c.int(2, 3))) {
    f.put([0, group.name]);
    const own = group.services.map(([name]) => {
      const gross = c.int(200, c.pick([4_000, 60_000])) * f.by;
      const of = [gross, ...kinds.map(() => (c.yes(0.3) ? 0 : -c.int(1, Math.max(1, Math.floor(gross / 4)))))];
      const row = f.put([0, name], ...cells(of));
      f.truth(name, row, of.map((steps, i) => ({ column: 1 + i, stages: BUDGET, steps, blank: f.write(steps) === null })), { netCell: cellAddress(row, heads.length) });
      return of;
    });
    if (own.length > 1) f.total([0, named(group.name)], ...cells(add(own)));
    else f.total([0, named(group.name)], ...cells(own[0] ?? []));
    every.push(...own);
  }
  f.total([0, grandTotal(c)], ...cells(add(every)));
  return heads.length;
}

/** A small council's receipts and payments by cost centre: each code has figures on one side alone, and a net position that is better when more. */
export function receipts(f: Folio, c: Chance): number {
  const { place, words } = f.house;
  const group = f.put([2, "Receipts"], [5, "Payments"], [8, c.pick(["Net Position", "Net"])]);
  if (c.yes(0.5)) f.merges.push({ top: group, bottom: group, left: 2, right: 4 }, { top: group, bottom: group, left: 5, right: 7 });
  f.put([0, "Code"], [1, "Title"], ...["Budgeted", "Actual", "Variance", "Budgeted", "Actual", "Variance"].map((text, i): Put => [2 + i, place === "heads" ? `${text} ${words}` : text]), [8, "+/- Under/over spend"]);
  const centres = [["Allotments", [["Plot rents", 1], ["Water", 0], ["Fencing", 0]]], ["Burial Ground", [["Interment fees", 1], ["Memorial permits", 1], ["Grass contract", 0]]], ["Village Hall", [["Hall bookings", 1], ["Cleaner", 0], ["Heating oil", 0], ["Insurance", 0]]], ["Administration", [["Precept", 1], ["Clerk's salary", 0], ["Postage", 0], ["Subscriptions", 0]]], ["Open Spaces", [["Play inspections", 0], ["Bins", 0], ["Bench sponsorship", 1]]]] as const;
  let no = 0;
  const every: number[][] = [];
  const row = (of: readonly number[]): Put[] => {
    const [rb = 0, ra = 0, pb = 0, pa = 0] = of;
    return [rb, ra, ra - rb, pb, pa, pb - pa, ra - rb + pb - pa].map((n, i): Put => [2 + i, f.write(n)]);
  };
  for (const [name, codes] of c.shuffled(centres).slice(0, c.int(2, 4))) {
    f.put([0, name]);
    const own = codes.map(([title, receipt]) => {
      no += 1;
      const budget = c.int(40, 6_000) * f.by;
      const actual = Math.max(1, Math.round(budget * (0.3 + c.unit() * 0.4)));
      const of = receipt === 1 ? [budget, actual, 0, 0] : [0, 0, budget, actual];
      const at = f.put([0, no], [1, title], ...row(of));
      const first = receipt === 1 ? 2 : 5;
      const sign = receipt === 1 ? -1 : 1;
      const rest = receipt === 1 ? 5 : 2;
      f.truth(title, at, [{ column: first, stages: BUDGET, steps: sign * budget }, { column: first + 1, stages: ["actual"], steps: sign * actual }, { column: rest, stages: BUDGET, steps: 0, blank: true }, { column: rest + 1, stages: ["actual"], steps: 0, blank: true }]);
      return of;
    });
    f.total([1, "SUB TOTAL"], ...row([0, 1, 2, 3].map((i) => own.reduce((s, one) => s + (one[i] ?? 0), 0))));
    every.push(...own);
  }
  f.total([1, c.pick(["Summary", "NET TOTAL", "Grand total"])], ...row([0, 1, 2, 3].map((i) => every.reduce((s, one) => s + (one[i] ?? 0), 0))));
  return 8;
}

/** Receipts at the left and payments at the right, row beside row. */
export function facing(f: Folio, c: Chance): number {
  const { place, words } = f.house;
  const two = c.yes(0.4);
  const years = two ? ["2025/26", "2026/27"] : [c.pick(["Budget", "2026/27", "Budget 2026/27"])];
  const width = 1 + years.length;
  const gap = c.pick([0, 1]);
  const left = [0, width + gap] as const;
  const names = c.pick([["Receipts", "Payments"], ["Income", "Expenditure"]]);
  f.put(...left.flatMap((at, i): Put[] => [[at, names[i] ?? ""], ...years.map((year, k): Put => [at + 1 + k, place === "heads" ? `${year} ${words}` : year])]));
  if (place === "columns") f.put(...left.flatMap((at) => years.map((_y, k): Put => [at + 1 + k, words])));
  const lists = [c.shuffled(["Precept", "Hall lettings", "Burial fees", "Bank interest", "Allotment rents", "Fete takings", "VAT-free grants"]).slice(0, c.int(3, 5)), c.shuffled(["Clerk", "Grass cutting", "Insurance", "Audit", "Street lights", "Section 137 grants", "Hall repairs", "Christmas tree"]).slice(0, c.int(4, 7))];
  const of = lists.map((list) => list.map((text) => ({ text, steps: years.map(() => c.int(30, 9_000) * f.by) })));
  const top = f.row;
  const rows = Math.max(...of.map((list) => list.length));
  for (let i = 0; i < rows; i += 1) {
    f.put(...of.flatMap((list, side): Put[] => {
      const one = list[i];
      return one === undefined ? [] : [[left[side] ?? 0, one.text], ...one.steps.map((n, k): Put => [(left[side] ?? 0) + 1 + k, f.write(n)])];
    }));
  }
  of.forEach((list, side) => list.forEach((one, i) => {
    const at = left[side] ?? 0;
    f.truth(one.text, top + i, [{ column: at + years.length, stages: BUDGET, steps: (side === 0 ? -1 : 1) * (one.steps[years.length - 1] ?? 0) }], { span: { left: at, right: at + years.length } });
  }));
  f.total(...of.flatMap((list, side): Put[] => [[left[side] ?? 0, c.pick(["Total", `Total ${(names[side] ?? "").toLowerCase()}`])], ...years.map((_y, k): Put => [(left[side] ?? 0) + 1 + k, f.write(list.reduce((s, one) => s + (one.steps[k] ?? 0), 0))])]));
  return width + gap + years.length;
}

/** A page with services across and the stages of the budget down. */
export function stagesDown(f: Folio, c: Chance, body: Body): number {
  const { place, words } = f.house;
  const services = c.shuffled(body.groups.flatMap((group) => group.services.map(([name]) => name))).slice(0, c.int(3, 5));
  const made = services.map((text): Item => ({ text, side: "spend", amounts: amountsOf(f, "spend"), code: null }));
  const rows = c.pick([[["Original budget 2026/27", "original"], ["Virements", ""], ["Revised budget 2026/27", "revised"], ["Forecast outturn", "forecast"], ["Variance", "variance"]], [["Revised budget 2026/27", "revised"], ["Actual to date", "yAct"], ["Forecast outturn", "forecast"], ["Variance", "variance"]]] as const);
  f.put([0, place === "label" ? words : null], ...services.map((name, i): Put => [1 + i, place === "heads" ? `${name} ${words}` : name]), [1 + services.length, place === "heads" ? `Total ${words}` : "Total"]);
  if (place === "columns") f.put(...[...services, "Total"].map((_n, i): Put => [1 + i, words]));
  const stages: Readonly<Record<string, readonly Stage[]>> = { original: ["original"], revised: rows.length === 5 ? ["revised"] : BUDGET, forecast: FORECAST, yAct: ["actual"] } as const;
  const value = (item: Item, key: string): number => (key === "" ? (item.amounts.revised ?? 0) - (item.amounts.original ?? 0) : item.amounts[key] ?? 0);
  const at = new Map<string, number>();
  for (const [name, key] of rows) at.set(key, f.put([0, name], ...made.map((item, i): Put => [1 + i, f.write(value(item, key))]), [1 + made.length, f.write(made.reduce((s, item) => s + value(item, key), 0))]));
  made.forEach((item, i) => {
    const known = (["original", "revised", "yAct", "forecast"] as const).filter((key) => at.has(key));
    f.truth(item.text, at.get("revised") ?? 0, known.map((key) => ({ row: at.get(key) ?? 0, column: 1 + i, stages: stages[key] ?? [], steps: value(item, key) })), { span: { left: 1 + i, right: 1 + i } });
  });
  return 1 + services.length;
}
