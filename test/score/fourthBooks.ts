// Fourth family: papers with a layout of their own: estimates of three years, plans over years, town councils, schools, landlords, charities.
import type { Cell, Sheaf } from "./fourthPaper";
import { column, figures, coder, labelsOf, pageOf } from "./fourthMonitor";
import type { Chance } from "./random";
import { addUp, Roll, type Amounts, type Column } from "./fourthRoll";
import { GRAND, type Body } from "./fourthWords";

const BUDGET = ["revised", "original"] as const;
type Named = { readonly text: string; readonly amounts: Amounts };

/** Estimates: last year's figures and this year's, service by service with types of spending, over pages. */
export function estimates(sheaf: Sheaf, c: Chance, body: Body): number {
  const columns = c.pick<() => Column[]>([
    () => [column(c, "prior"), column(c, "priorBudget"), column(c, "priorRevised"), { ...column(c, "only"), heads: ["2026/27", "Original Estimate"] }],
    () => [column(c, "priorBudget"), { ...column(c, "only"), heads: ["2026/27", "Estimate"] }],
    () => [column(c, "prior"), { ...column(c, "only"), heads: ["2026/27", "Budget"] }, { key: "next", heads: ["2027/28", "Forecast"], later: true }],
    () => [{ ...column(c, "only"), heads: ["Budget", "2026/27"] }, { key: "next", heads: ["Indicative", "2027/28"], later: true }, { key: "next2", heads: ["Indicative", "2028/29"], later: true }],
  ])();
  const labels = { ...labelsOf(c, 1), extra: [] };
  const roll = new Roll(sheaf, columns, labels, pageOf(c, columns.length));
  const code = coder(c);
  const types = ["Employees", "Premises", "Transport", "Supplies & Services", "Contracted Services", "Central Support", "Depreciation"];
  const services = c.shuffled(body.parts.flatMap((part) => part.services)).slice(0, c.int(2, 5));
  roll.heads();
  const every: Named[] = [];
  for (const [name, , income] of services) {
    roll.head(c.yes(0.3) ? name.toUpperCase() : name, 0);
    const row = (text: string, side: "spend" | "income"): Named => {
      const amounts = figures(sheaf, side);
      roll.line(text, labels.code === null ? null : code(), side, amounts, 1);
      return { text, amounts };
    };
    const spent = types.filter(() => c.yes(0.6)).concat(["Third party costs"]).map((text) => row(text, "spend"));
    if (income.length > 0) {
      if (sheaf.ways.signs === "plain" || c.yes(0.5)) roll.sum(c.pick(["Gross Expenditure", "Total Expenditure"]), spent.map((s) => s.amounts), "spend", 1);
      const got = income.map((text) => row(text, "income"));
      if (sheaf.ways.signs === "plain" || (got.length > 1 && c.yes(0.5))) roll.sum(c.pick(["Gross Income", "Total Income"]), got.map((s) => s.amounts), "income", 1);
      spent.push(...got);
    }
    roll.sum(c.pick(["Net Expenditure", `Net cost - ${name}`, `${name} net total`]), spent.map((s) => s.amounts), "net", 0);
    if (c.yes(0.6)) roll.gap();
    every.push(...spent);
  }
  if (c.yes(0.7)) roll.sum(c.pick(GRAND), every.map((s) => s.amounts), "net", 0);
  return roll.lastColumn;
}

/** A medium-term plan: this year's budget and absolute figures of years to come, then reserves and funding below the line. */
export function plan(sheaf: Sheaf, c: Chance, body: Body): number {
  const word = c.pick(["Budget", "Forecast", "Plan", ""]);
  const year = (text: string, first = false): string[] => (word === "" ? [text] : c.yes(0.5) ? [text, first ? "Budget" : word] : [first ? "Budget" : word, text]);
  const columns: Column[] = [
    ...(c.yes(0.3) ? [{ key: "prior", heads: ["2025/26", "Budget"] }] : []), { key: "only", heads: year("2026/27", true), stages: BUDGET }, { key: "next", heads: year("2027/28"), later: true }, { key: "next2", heads: year("2028/29"), later: true }, ...(c.yes(0.6) ? [{ key: "next3", heads: year("2029/30"), later: true }] : []),
  ];
  const labels = { ...labelsOf(c, 1), code: null, extra: [] };
  const roll = new Roll(sheaf, columns, labels, { ...pageOf(c, columns.length), perPage: 0, left: 0 });
  roll.heads();
  const every: Amounts[] = [];
  const plainly = sheaf.ways.signs === "plain";
  const items = c.shuffled(body.parts.flatMap((part) => part.services)).slice(0, 4);
  const block = (head: string, total: string, side: "spend" | "income", names: readonly string[]): Amounts[] => {
    if (c.yes(0.8) || plainly) roll.head(head, 0);
    const all = names.map((text) => {
      const amounts = figures(sheaf, side);
      roll.line(text, null, side, amounts, 1);
      return amounts;
    });
    roll.sum(total, all, side, 0);
    return all;
  };
  every.push(...block("Expenditure", c.pick(["Gross Expenditure", "Total Expenditure"]), "spend", items.flatMap(([, spend]) => spend.slice(0, 2))));
  every.push(...block("Income", c.pick(["Total Income", "Gross Income"]), "income", [...items.flatMap(([, , income]) => income.slice(0, 2)), "Sundry receipts"]));
  roll.sum(c.pick(["Net Revenue Expenditure", "Net Budget before reserves", "Net Cost of Services"]), every, "net", 0);
  if (c.yes(0.6)) {
    roll.gap();
    const top = sheaf.row;
    const sources = ["General grant", "Retained rates", "Precept income"].map((text) => ({ text, amounts: figures(sheaf, "income") }));
    roll.head(c.pick(["Funded by", "Financed by", "Funding"]), 0);
    sources.forEach(({ text, amounts }) => void sheaf.put([labels.levels.length, text], ...columns.map((one, i): Cell => [roll.placeOf(i), sheaf.write(plainly || sheaf.ways.signs === "company" ? -(amounts[one.key] ?? 0) : amounts[one.key] ?? 0)])));
    roll.sum("Total funding", sources.map((s) => s.amounts), "income", 0);
    for (let row = top; row < sheaf.row; row += 1) sheaf.aside.add(row);
  }
  return roll.lastColumn;
}

/** A town or parish council by cost centre: income and overheads both without signs, and what each centre takes from the general reserve. */
export function town(sheaf: Sheaf, c: Chance): number {
  const columns: Column[] = [
    { key: "priorBudget", heads: ["Budget"], group: "Last Year 2025/26" }, { key: "prior", heads: ["Actual"], group: "Last Year 2025/26" },
    { key: "only", heads: [c.pick(["Agreed", "Budget"])], group: "Current Year 2026/27", stages: BUDGET }, { key: "actual", heads: ["Actual YTD"], group: "Current Year 2026/27", stages: ["actual"] }, { key: "forecast", heads: ["Projected"], group: "Current Year 2026/27", stages: ["forecast", "outturn"] },
    ...(c.yes(0.6) ? [{ key: "next", heads: [c.pick(["Agreed", "Draft"])], group: "Next Year 2027/28", later: true }] : []),
  ];
  const labels = { ...labelsOf(c, 1), code: c.pick(["Code", "Nominal", ""]), codeAt: c.pick(["left", "left", "within"] as const), levels: [], stairs: 0, spaces: 0, extra: [] };
  const roll = new Roll(sheaf, columns, labels, { ...pageOf(c, columns.length), carried: false });
  const centres: readonly (readonly [number, string, readonly string[], readonly string[]])[] = [
    [101, "Administration", ["Clerk and staff salaries", "Employer NI", "Pension contributions", "Stationery", "Audit fees"], ["Interest received", "Photocopying"]], [201, "Cemetery", ["Grave digging", "Grounds contract", "Water rates"], ["Burial fees", "Memorial fees"]],
    [210, "Allotments", ["Allotment repairs", "Water - allotments"], ["Allotment rents"]], [301, "Town Hall", ["Caretaker wages", "Gas", "Electricity", "Licences"], ["Room hire", "Wedding bookings"]], [320, "Market", ["Stall erection", "Market business rates"], ["Stall tolls"]], [401, "Events", ["Christmas lights", "Carnival", "Bands"], []],
  ];
  roll.heads();
  const every: [Amounts[], Amounts[]] = [[], []];
  for (const [no, name, spend, income] of c.shuffled(centres).slice(0, c.int(2, 5)).sort((a, b) => a[0] - b[0])) {
    sheaf.put([0, c.yes(0.5) ? `${no} ${name}` : `${no}  ${name}`]);
    const row = (text: string, i: number, side: "spend" | "income"): Amounts => {
      const amounts = figures(sheaf, side);
      roll.line(text, (side === "spend" ? 4000 : 1000) + no + i * 7, side, amounts, 0);
      return amounts;
    };
    const got = income.map((text, i) => row(text, i, "income"));
    if (got.length > 0) roll.sum(c.pick(["Total Income", `${name} :- Income`]), got, "income", 0);
    const spent = spend.map((text, i) => row(text, i, "spend"));
    roll.sum(c.pick(["Overhead Expenditure", "Total Overhead Expenditure", `${name} :- Expenditure`]), spent, "spend", 0);
    roll.sum(c.pick([`${no} Net Income over Expenditure`, "Movement to/(from) Gen Reserve"]), [...got, ...spent], "surplus", 0);
    if (c.yes(0.5)) roll.gap();
    every[0].push(...got);
    every[1].push(...spent);
  }
  roll.sum("Total Budget Income", every[0], "income", 0);
  roll.sum("Expenditure", every[1], "spend", 0);
  roll.sum("Net Income over Expenditure", every.flat(), "surplus", 0);
  return roll.lastColumn;
}

/** A school by the lines of consistent financial reporting: both sides without signs. */
export function school(sheaf: Sheaf, c: Chance): number {
  const columns = c.pick<() => Column[]>([
    () => [{ key: "original", heads: ["Approved", "Budget"], stages: ["original"] }, { key: "revised", heads: ["Revised", "Budget"], stages: ["revised"] }, { key: "forecast", heads: ["Projected", "Outturn"], stages: ["forecast", "outturn"] }, column(c, "variance", { as: "shown", heads: ["Variance"] })],
    () => [{ key: "only", heads: ["Governors' Budget Plan", "2026/27"], stages: BUDGET }, { key: "next", heads: ["Year 2", "2027/28"], later: true }, { key: "next2", heads: ["Year 3", "2028/29"], later: true }],
    () => [{ key: "only", heads: ["Annual", "Budget"], stages: BUDGET }, { key: "actual", heads: ["Actual", "to date"], stages: ["actual"] }, { key: "commit", heads: ["Committed"] }, { key: "forecast", heads: ["Year end", "Forecast"], stages: ["forecast", "outturn"] }],
  ])();
  const labels = { ...labelsOf(c, 1), code: c.pick(["CFR", "CFR Code", "CFR Line"]), codeAt: c.pick(["left", "within"] as const), levels: [], extra: [] };
  const roll = new Roll(sheaf, columns, labels, { ...pageOf(c, columns.length), perPage: 0 });
  const income: readonly (readonly [string, string])[] = [["I01", "Funds delegated by the LA"], ["I03", "High needs top-up funding"], ["I05", "Pupil premium"], ["I08b", "Income from facilities and services"], ["I09", "Income from catering"], ["I13", "Donations and voluntary funds"]];
  const spend: readonly (readonly [string, string])[] = [["E01", "Teaching staff"], ["E02", "Supply teaching staff"], ["E03", "Education support staff"], ["E05", "Administrative and clerical staff"], ["E12", "Building maintenance and improvement"], ["E16", "Energy"], ["E17", "Rates"], ["E19", "Learning resources (not ICT equipment)"], ["E25", "Catering supplies"], ["E28b", "Bought in professional services - other"]];
  roll.heads();
  const block = (all: readonly (readonly [string, string])[], side: "spend" | "income"): Amounts[] => {
    roll.head(side === "spend" ? c.pick(["EXPENDITURE", "Expenditure"]) : c.pick(["INCOME", "Revenue Income", "Income"]), 0);
    const of = all.filter(() => c.yes(0.75)).map(([code, text]) => {
      const amounts = figures(sheaf, side);
      roll.line(text, code, side, amounts, 1);
      return amounts;
    });
    roll.sum(side === "spend" ? c.pick(["Total Expenditure", "TOTAL EXPENDITURE"]) : c.pick(["Total Income", "TOTAL INCOME"]), of, side, 0);
    return of;
  };
  const all = [...block(income, "income"), ...block(spend, "spend")];
  roll.sum(c.pick(["In-year balance", "In Year Surplus / (Deficit)", "In-year surplus/(deficit)"]), all, "surplus", 0);
  if (c.yes(0.6)) {
    const opening = Object.fromEntries(columns.map((one) => [one.key, one.key === "variance" ? 0 : c.int(50, 900) * sheaf.by]));
    roll.sum(c.pick(["Balance brought forward", "B01 Revenue balance b/fwd"]), [opening], "spend", 0);
    roll.sum(c.pick(["Balance carried forward", "Cumulative balance c/fwd"]), [Object.fromEntries(columns.map((one) => [one.key, (opening[one.key] ?? 0) - (addUp(all)[one.key] ?? 0)]))], "spend", 0);
  }
  return roll.lastColumn;
}

/** A landlord's account: income first, then spending, then what lies below the net cost of services, and the balance. */
export function landlord(sheaf: Sheaf, c: Chance): number {
  const columns = c.pick<() => Column[]>([
    () => [column(c, "original"), column(c, "revised"), column(c, "forecast"), column(c, "variance")], () => [column(c, "revised"), column(c, "actual"), column(c, "forecast"), column(c, "variance")], () => [column(c, "priorBudget"), { ...column(c, "only"), heads: ["2026/27", "Budget"] }], () => [column(c, "only", { heads: ["2026/27", "Budget"] })],
  ])();
  const numbered = c.yes(0.3);
  const labels = { ...labelsOf(c, 1), code: numbered ? null : labelsOf(c, 1).code, levels: [], extra: [] };
  const roll = new Roll(sheaf, columns, labels, { ...pageOf(c, columns.length), perPage: 0 });
  const code = coder(c);
  roll.heads();
  const block = (head: string, total: string, side: "spend" | "income", names: readonly string[], of: "net" | "spend" | "income" = side): Amounts[] => {
    roll.head(numbered ? `${++blocks} ${head.toUpperCase()}` : head, 0);
    const all = names.map((text, i) => {
      const amounts = figures(sheaf, side);
      roll.line(numbered ? `${i + 1} ${text}` : text, labels.code === null ? null : code(), side, amounts, 1);
      return amounts;
    });
    roll.sum(numbered ? `${blocks} ${head.toUpperCase()} Total` : total, all, of, 0);
    return all;
  };
  let blocks = 0;
  const got = block("Income", "Total Income", "income", ["Dwelling rents", "Garage and shop rents", "Tenant service charges", "Leaseholder charges"].slice(0, c.int(3, 4)));
  const spent = block("Expenditure", "Total Expenditure", "spend", ["Repairs and maintenance", "Supervision and management - general", "Supervision and management - special", "Rent, rates and taxes", "Bad debt provision", "Depreciation of dwellings"].slice(0, c.int(4, 6)));
  roll.sum(c.pick(["Net Cost of HRA Services", "Net cost of services"]), [...got, ...spent], "net", 0);
  const below = ["Interest payable on loans", "Revenue contribution to capital", "Debt management"].map((text) => {
    const amounts = figures(sheaf, "spend");
    roll.line(text, labels.code === null ? null : code(), "spend", amounts, 1);
    return amounts;
  });
  roll.sum(sheaf.ways.signs === "company" ? "Surplus/(Deficit) for the year" : "(Surplus)/Deficit for the year", [...got, ...spent, ...below], "net", 0);
  if (c.yes(0.5)) {
    roll.gap();
    const opening: Amounts = Object.fromEntries(columns.map((one) => [one.key, one.key === "variance" ? 0 : -c.int(300, 4_000) * sheaf.by]));
    const as = sheaf.ways.signs === "plain" ? "surplus" : "net";
    roll.sum("HRA working balance brought forward", [opening], as, 0);
    roll.sum("HRA working balance carried forward", [addUp([opening, ...got, ...spent, ...below])], as, 0);
  }
  return roll.lastColumn;
}

/** A charity's budget by kind of fund, in the order of its statement of financial activities; income without sign, spending without. */
export function charity(sheaf: Sheaf, c: Chance): number {
  const funds = c.pick([["Unrestricted", "Restricted"], ["Unrestricted", "Designated", "Restricted"], ["General", "Restricted", "Endowment"]]);
  const columns: Column[] = [
    ...funds.map((name): Column => ({ key: name, heads: c.yes(0.5) ? [name, "funds"] : [name], stages: BUDGET })), { key: "total", heads: ["Total", "2026/27"], sumOf: funds }, ...(c.yes(0.5) ? [{ key: "prior", heads: ["Total", "2025/26"] }] : []),
  ];
  const labels = { ...labelsOf(c, 1), code: null, levels: [], extra: [] };
  const roll = new Roll(sheaf, columns, labels, { ...pageOf(c, columns.length), perPage: 0, stacked: true });
  roll.heads();
  const block = (head: string, total: string, side: "spend" | "income", names: readonly string[]): Amounts[] => {
    roll.head(head, 0);
    const all = names.map((text) => {
      const sign = side === "spend" ? 1 : -1;
      const parts = Object.fromEntries(funds.map((name, i) => [name, i > 0 && c.yes(0.4) ? 0 : sign * c.int(20, 9_000) * sheaf.by]));
      const sum = Object.values(parts).reduce((s, n) => s + n, 0);
      const amounts = { ...parts, total: sum, prior: sign * c.int(20, 9_000) * sheaf.by };
      roll.line(text, null, side, amounts, 1);
      return amounts;
    });
    roll.sum(total, all, side, 0);
    return all;
  };
  const all = [...block("Income from:", "Total income", "income", ["Donations and legacies", "Council service agreement", "Trading activities", "Investments"].slice(0, c.int(2, 4))), ...block("Expenditure on:", "Total expenditure", "spend", ["Raising funds", "Advice projects", "Youth programme", "Support and governance"].slice(0, c.int(3, 4)))];
  roll.sum(c.pick(["Net income/(expenditure)", "Net income / (expenditure) and movement in funds"]), all, "surplus", 0);
  return roll.lastColumn;
}
