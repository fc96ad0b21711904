// The pooled view sheet: totals, agencies and every view with live sums over the lines, and a reconciliation that shows 0.
import type { AgencyId } from "../budget/agency";
import { cellAddress } from "../budget/cells";
import { sumPenceBy, type Pence } from "../money/pence";
import type { Pool, ViewCell, ViewId } from "../pooling/types";
import type { PartnershipReading } from "../reading/types";
import { compareText } from "../text";
import type { AgreedOfAgency } from "./afterVirements";
import { drawAgreed } from "./agreedBlock";
import { drawCrossTab, type CrossTab, type CrossTabPlace } from "./crossTab";
import { drawShares, SHARE_LENSES } from "./shareBlock";
import { OWN_TITLES, PURSE_SHEETS } from "./sheetNames";
import { fixed, Sketch } from "./sketch";
import { sumWhere } from "./sumFormula";
import type { ChartSpec, SheetSpec } from "./types";

interface ViewWords {
  readonly keyHeading: string;
  readonly table: string;
  readonly keyColumn: string;
}

const WORDS: Readonly<Record<ViewId, ViewWords>> = {
  P1: { keyHeading: "Outcome", table: "tblLines", keyColumn: "Outcome" },
  P2: { keyHeading: "Service", table: "tblLines", keyColumn: "Service" },
  P3: { keyHeading: "Fund", table: "tblFunding", keyColumn: "Fund" },
  P4: { keyHeading: "Arrangement", table: "tblLines", keyColumn: "Arrangement" },
  P5: { keyHeading: "Kind of spending", table: "tblLines", keyColumn: "Kind of spending" },
  P7: { keyHeading: "Forecast", table: "tblLines", keyColumn: "Forecast against budget" },
};

/** Column that holds a headline figure, so that names to its left have room. */
const FIGURE = 2;
const LAST_AGENCY_COLUMN = 8;
/** Each chart stands beside its figures where the longest bar has ended, on the first page across; in columns and rows. */
const [BESIDE_BARS, CHART_WIDTH, LEAST_HEIGHT, MOST_HEIGHT] = [7, 6, 13, 60] as const;

/** The addresses on the sheet that other sheets of ours point to. */
export interface PooledViewPlaces {
  readonly totals: Readonly<Record<TotalName, string>>;
  readonly agencies: AgencyPlace;
  /** Where each view's totals stand. */
  readonly views: ReadonlyMap<ViewId, CrossTabPlace>;
}

/** `refreshedOn` is an ISO date. Every figure is a formula with the value it must give beside it. */
export function pooledViewSheet(reading: PartnershipReading, pool: Pool, refreshedOn: string, agreed: ReadonlyMap<AgencyId, AgreedOfAgency> | null = null): { readonly sheet: SheetSpec; readonly places: PooledViewPlaces } {
  const sketch = new Sketch();
  sketch.text(0, 0, OWN_TITLES.pooledView, "title");
  sketch.text(1, 0, "£, shown in whole pounds and held to the penny. Expenditure +, income −; variance = forecast − budget, + is adverse. Who funds counts flows between partners; who spends leaves them out.", "subtitle");
  sketch.text(2, 0, `Refreshed ${refreshedOn}. Each figure is a sum over the table on ${PURSE_SHEETS.lines} (funds: ${PURSE_SHEETS.funding}).`, "note");

  const totals = drawTotals(sketch, 4, pool);
  const agencies = drawAgencies(sketch, sketch.nextRow + 1, reading, pool);
  if (agreed !== null) drawAgreed(sketch, sketch.nextRow + 1, pool, agreed);
  const outcomeName = new Map(reading.outcomes.map((outcome) => [outcome.id, outcome.name]));
  const { charts, below } = drawBothShares(sketch, reading, pool, outcomeName);
  const ringFenced = ringsOf(reading);
  const places = pool.views.map((view, i) => {
    const tab: CrossTab = {
      view, title: view.title, ...WORDS[view.id],
      nameOf: (key) => (view.id === "P1" ? (outcomeName.get(key) ?? "") : view.id === "P3" ? (ringFenced.get(key) ?? "") : ""),
    };
    return drawCrossTab(sketch, Math.max(sketch.nextRow + 1, i === 0 ? below : 0), tab);
  });
  const checks = drawReconciliation(sketch, sketch.nextRow + 1, totals, agencies, places);

  const rows = sketch.rows();
  // The agency table runs through the first gap of a small partnership, so only gaps beyond it are narrowed.
  const gaps = new Set(places.flatMap((place) => place.gaps).filter((gap) => gap > LAST_AGENCY_COLUMN));
  const sheet: SheetSpec = {
    name: PURSE_SHEETS.pooledView, rows, tables: [], validations: [], charts,
    columnWidths: (rows[0] ?? []).map((_, i) => (i === 0 ? 28 : i === 1 ? 36 : gaps.has(i) ? 3 : 16)),
    conditionalFormats: [
      { area: { top: checks.from, bottom: checks.to, left: FIGURE, right: FIGURE }, formula: `$C${checks.from + 1}<>0`, style: "attention" },
      { area: { top: checks.from, bottom: checks.to, left: FIGURE, right: FIGURE }, formula: `$C${checks.from + 1}=0`, style: "good" },
    ],
    freezeRows: 3, freezeColumns: 2, printTitleRows: [0, 2], tabColour: "#107C10",
    outlineRows: places.slice(1).map(({ from, to }) => ({ from, to })),
  };
  return { sheet, places: { totals, agencies, views: new Map(pool.views.flatMap((view, i) => (places[i] === undefined ? [] : [[view.id, places[i]] as const]))) } };
}

/** What a fund's row says of its ring-fences: money that others can't meet must not look like money that they can. */
function ringsOf({ lines }: PartnershipReading): ReadonlyMap<string, string> {
  const rings = new Map<string, Set<string | null>>();
  for (const { funding } of lines) for (const { fund, ringFence } of funding) rings.set(fund, (rings.get(fund) ?? new Set()).add(ringFence));
  return new Map([...rings].map(([fund, found]) => {
    const named = [...found].flatMap((ring) => ring ?? []).sort(compareText);
    return [fund, named.length === 0 ? "" : `${found.has(null) ? "Partly ring-fenced" : "Ring-fenced"}: ${named.join(", ")}`];
  }));
}

/** By agency in the reading's order, by outcome largest first, each with its chart; `below` is the first row that no chart covers. */
function drawBothShares(sketch: Sketch, reading: PartnershipReading, pool: Pool, outcomeName: ReadonlyMap<string, string>): { readonly charts: ChartSpec[]; readonly below: number } {
  const nameOf = new Map(reading.agencies.map((agency) => [agency.id, agency.name]));
  const agencies = drawShares(sketch, sketch.nextRow + 1, { title: "Share of the place by agency", keyHeading: "Agency", column: "Agency" },
    pool.agencies.map(({ agency, netPence, deliveryPence }) => ({ key: agency, name: nameOf.get(agency) ?? "", fundsPence: netPence, spendsPence: deliveryPence })));
  const view = pool.views.find((one) => one.id === "P1");
  const add = (row: string, figure: (cell: ViewCell) => Pence): Pence => sumPenceBy((view?.cells ?? []).filter((cell) => cell.row === row), figure);
  const outcomes = drawShares(sketch, Math.max(sketch.nextRow + 1, agencies.top + LEAST_HEIGHT + 1), { title: "Share of the place by outcome", keyHeading: "Outcome", column: "Outcome" },
    (view?.rows ?? []).map((key) => ({ key, name: outcomeName.get(key) ?? "", fundsPence: add(key, (cell) => cell.fundsPence), spendsPence: add(key, (cell) => cell.spendsPence) }))
      .sort((a, b) => b.fundsPence - a.fundsPence));
  const charts = [{ part: "agency", place: agencies }, { part: "outcome", place: outcomes }].flatMap(({ part, place: { top, bottom, chart: data } }): ChartSpec[] => (data === null ? [] : [{
    name: `Who funds and who spends by ${part}`, title: `Who funds and who spends, by ${part}, £`, data, series: SHARE_LENSES,
    over: { top, left: BESIDE_BARS, bottom: top + Math.min(MOST_HEIGHT, Math.max(LEAST_HEIGHT, bottom - top + 1)) - 1, right: BESIDE_BARS + CHART_WIDTH - 1 },
  }]));
  return { charts, below: outcomes.top + LEAST_HEIGHT + 1 };
}

type TotalName = "eliminated" | "gross" | "income" | "net" | "delivery" | "unmatched" | "forecast" | "variance";

/** Draws the headline; returns the address of each figure. */
function drawTotals(sketch: Sketch, top: number, { totals }: Pool): Record<TotalName, string> {
  sketch.text(top, 0, "The place", "subtitle");
  let row = top + 1;
  const line = (name: string, formula: string, pence: Pence, note: string): string => {
    sketch.text(row, 0, name, "label");
    sketch.figure(row, FIGURE, formula, pence);
    sketch.text(row, FIGURE + 1, note, "note");
    row += 1;
    return cellAddress(row - 1, FIGURE);
  };
  const lines = (column: string): string => sumWhere("tblLines", column, []);
  const eliminated = line("Eliminated", sumWhere("tblEliminations", "Eliminated £", []), totals.eliminatedPence, "Matched flows between partners and internal recharges, counted once.");
  const gross = line("Gross", `ROUND(SUM(tblLines[Gross £])-${eliminated},2)`, totals.grossPence, "Agencies' gross less eliminated.");
  const income = line("Income", `ROUND(SUM(tblLines[Income £])+${eliminated},2)`, totals.incomePence, "Agencies' income less eliminated.");
  const net = line("Net: who funds", `ROUND(${gross}+${income},2)`, totals.netPence, "As recorded. Eliminating leaves it alone.");
  const delivery = line("Delivery: who spends", lines("Who spends £"), totals.deliveryPence, "Spending less income from outside the partnership; the net if every difference were resolved.");
  const unmatched = line("Unmatched between partners", sumWhere("tblEliminations", "Difference £", []), totals.unmatchedPence, `Payments less incomes that do not agree; listed on ${PURSE_SHEETS.eliminations}.`);
  const forecast = line("Forecast net", lines("Net forecast £"), totals.forecastNetPence, "The budget stands in where a sheet holds no forecast.");
  const variance = line("Variance", `ROUND(${forecast}-${net},2)`, totals.variancePence, "Forecast less budget; + is adverse.");
  line("Variance outside ring-fenced accounts", lines("Variance outside rings £"), totals.varianceOutsideRingsPence, "Leaves out accounts, such as the schools grant, whose own income meets their spending: others' money can't meet them.");
  return { eliminated, gross, income, net, delivery, unmatched, forecast, variance };
}

interface AgencyPlace {
  readonly grossTotal: string;
  readonly netTotal: string;
  readonly deliveryTotal: string;
}

function drawAgencies(sketch: Sketch, top: number, reading: PartnershipReading, pool: Pool): AgencyPlace {
  const columns: readonly { readonly heading: string; readonly source: string; readonly figure: (agency: Pool["agencies"][number]) => Pence }[] = [
    { heading: "Gross", source: "Gross £", figure: (a) => a.grossPence },
    { heading: "Income", source: "Income £", figure: (a) => a.incomePence },
    { heading: "Net: who funds", source: "Who funds £", figure: (a) => a.netPence },
    { heading: "Delivery: who spends", source: "Who spends £", figure: (a) => a.deliveryPence },
    { heading: "Net paid to partners", source: "Between partners £", figure: (a) => a.netPaidPence },
    { heading: "Forecast", source: "Net forecast £", figure: (a) => a.forecastPence },
    { heading: "Variance", source: "Variance £", figure: (a) => a.variancePence },
  ];
  const nameOf = new Map(reading.agencies.map((agency) => [agency.id, agency.name]));
  sketch.text(top, 0, "Agencies, before elimination, £", "subtitle");
  ["Agency", "Name", ...columns.map((column) => column.heading)].forEach((heading, i) => sketch.text(top + 1, i, heading, "header"));
  const first = top + 2;
  pool.agencies.forEach((agency, i) => {
    sketch.text(first + i, 0, agency.agency, "label");
    sketch.text(first + i, 1, nameOf.get(agency.agency) ?? "", "label");
    columns.forEach((column, c) => {
      const formula = sumWhere("tblLines", column.source, [{ column: "Agency", cell: fixed(first + i, 0, "column"), key: agency.agency }]);
      sketch.figure(first + i, FIGURE + c, formula, column.figure(agency));
    });
  });
  const last = first + Math.max(1, pool.agencies.length) - 1;
  sketch.text(last + 1, 0, "All sheets", "total");
  sketch.text(last + 1, 1, "", "total");
  columns.forEach((column, c) => {
    const range = `${cellAddress(first, FIGURE + c)}:${cellAddress(last, FIGURE + c)}`;
    sketch.figure(last + 1, FIGURE + c, `ROUND(SUM(${range}),2)`, pool.agencies.reduce((sum, a) => sum + column.figure(a), 0), "total");
  });
  return { grossTotal: cellAddress(last + 1, FIGURE), netTotal: cellAddress(last + 1, FIGURE + 2), deliveryTotal: cellAddress(last + 1, FIGURE + 3) };
}

/** Differences that must all be 0: between agencies and pool, both lenses, and every view. */
function drawReconciliation(
  sketch: Sketch, top: number, totals: Record<TotalName, string>, agencies: AgencyPlace, places: readonly CrossTabPlace[],
): { from: number; to: number } {
  sketch.text(top, 0, "Reconciliation: every figure here must be 0", "subtitle");
  const rows: [string, string][] = [
    ["Agencies' net less pool net", `${agencies.netTotal}-${totals.net}`],
    ["Agencies' delivery less pool delivery", `${agencies.deliveryTotal}-${totals.delivery}`],
    ["Net less delivery less unmatched", `${totals.net}-${totals.delivery}-${totals.unmatched}`],
    ...places.flatMap((place): [string, string][] => [
      [`${place.title}: who funds less net`, `${place.fundsTotal}-${totals.net}`],
      [`${place.title}: who spends less delivery`, `${place.spendsTotal}-${totals.delivery}`],
      [`${place.title}: forecast less forecast net`, `${place.forecastTotal}-${totals.forecast}`],
    ]),
  ];
  rows.forEach(([name, formula], i) => {
    sketch.text(top + 1 + i, 0, name, "label");
    sketch.figure(top + 1 + i, FIGURE, `ROUND(${formula},2)`, 0, "body", "pounds-pence");
  });
  return { from: top + 1, to: top + rows.length };
}
