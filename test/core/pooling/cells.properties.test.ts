// From sheets to the pool and back: every pooled figure re-adds from the cells that it lists, whatever the sheets hold and however they are held.
import fc from "fast-check";
import { consolidate, type Consolidation } from "../../../src/app/consolidate";
import { parseAddress } from "../../../src/core/budget/cells";
import { sumPence, type Pence } from "../../../src/core/money/pence";
import { poolPartnership } from "../../../src/core/pooling/pool";
import { ARRANGEMENT_PRESETS } from "../../../src/core/pooling/arrangements/presets";
import { valueAt, type CellValue, type SheetGrid } from "../../../src/core/reading/grid";
import { randomLines, readingOf } from "../../support/randomPartnership";
import { sheetOf } from "../../support/sheetGrid";

const BODIES = ["Wrenshire County Council", "NHS Wrenshire Integrated Care Board", "Wrenshire Fire and Rescue Authority", "Probation Service Wrenshire"] as const;
const SUBJECTS = ["Reablement staff", "Community equipment", "Home visits", "Residential care", "Prevention team", "Vehicles"] as const;

interface Row {
  readonly words: string;
  readonly to: number | null;
  readonly amount: number;
  readonly forecast: number;
}

const row: fc.Arbitrary<Row> = fc.record({
  words: fc.constantFrom(...SUBJECTS), to: fc.option(fc.integer({ min: 0, max: 3 }), { nil: null }),
  amount: fc.integer({ min: 1, max: 999_999 }), forecast: fc.integer({ min: 1, max: 999_999 }),
});
const sheet = fc.record({ rows: fc.array(row, { minLength: 3, maxLength: 12 }), incomes: fc.array(row, { maxLength: 4 }), thousands: fc.boolean(), blanks: fc.integer({ min: 0, max: 3 }) });
const place = fc.record({ sheets: fc.tuple(sheet, sheet, sheet, sheet), bodies: fc.integer({ min: 2, max: 4 }) });

/** One agency's sheet: spending positive, income negative, a partner named in some lines' words, in £ or £000, further down or higher up. */
function gridOf(body: number, { rows, incomes, thousands, blanks }: { rows: readonly Row[]; incomes: readonly Row[]; thousands: boolean; blanks: number }): SheetGrid {
  const unit = thousands ? "£000" : "£";
  const partner = (to: number | null): number | null => (to === null || to === body ? null : to);
  const line = ({ words, to, amount, forecast }: Row, i: number, sign: 1 | -1): CellValue[] => {
    const other = partner(to);
    const flow = other === null ? words : sign === 1 ? `Contribution to ${BODIES[other] ?? ""}: ${words}` : `Contribution from ${BODIES[other] ?? ""}: ${words}`;
    return [`${body}${String(i).padStart(3, "0")}`, sign === -1 && other === null ? `${words}: fees income` : flow, sign * amount, sign * forecast];
  };
  return sheetOf(BODIES[body] ?? "", [
    [`${BODIES[body] ?? ""}: revenue budget 2026/27`], ...Array.from({ length: blanks }, () => []), [],
    ["Code", "Description", `Revised budget ${unit}`, `Forecast outturn ${unit}`],
    ...rows.map((one, i) => line(one, i, 1)), ...incomes.map((one, i) => line(one, i + rows.length, -1)),
  ]);
}

const gridsOf = ({ sheets, bodies }: { sheets: readonly Parameters<typeof gridOf>[1][]; bodies: number }): SheetGrid[] => sheets.slice(0, bodies).map((one, body) => gridOf(body, one));

/** What the cells that the lines name hold, in pence: looked up in the sheets anew. */
function fromCells({ reading, grids }: Consolidation, ids: readonly string[], at: "revised" | "forecast" = "revised"): Pence {
  return sumPence(ids.map((id) => {
    const line = reading.lines.find((one) => one.id === id);
    const [grid, cell] = [grids.find((one) => one.sheet === line?.source.sheet), parseAddress(line?.source.cells[at] ?? "")];
    if (line === undefined || grid === undefined || cell === null) return Number.NaN;
    return Math.round(Number(valueAt(grid, cell.row, cell.column)) * line.source.pencePerUnit) * line.source.sign;
  }));
}

const figures = (from: Consolidation): unknown => ({
  totals: from.pool.totals, agencies: [...from.pool.agencies].map(({ lineIds, ...rest }) => ({ ...rest, lineIds: [...lineIds].sort() })).sort((a, b) => (a.agency < b.agency ? -1 : 1)),
});

describe("for any sheets", () => {
  test("agencies, views, eliminations and the place re-add from the cells of their lines", () => {
    fc.assert(fc.property(place, (sheets) => {
      const from = consolidate(gridsOf(sheets));
      const { pool } = from;
      expect(from.reading.lines.length).toBe(sheets.sheets.slice(0, sheets.bodies).reduce((sum, one) => sum + one.rows.length + one.incomes.length, 0));
      for (const agency of pool.agencies) expect([fromCells(from, agency.lineIds), fromCells(from, agency.lineIds, "forecast")]).toEqual([agency.netPence, agency.forecastPence]);
      for (const view of pool.views.filter((one) => one.id !== "P3")) for (const cell of view.cells) expect(fromCells(from, cell.lineIds)).toBe(cell.fundsPence);
      for (const flow of pool.eliminations) expect([fromCells(from, flow.payerLineIds), fromCells(from, flow.payeeLineIds)]).toEqual([flow.paymentPence, flow.incomePence]);
      for (const cost of pool.costViews) expect(fromCells(from, cost.lineIds)).toBe(cost.fullCostPence);
      expect(fromCells(from, from.reading.lines.map((line) => line.id))).toBe(pool.totals.netPence);
      for (const view of pool.views) expect([view.totalFundsPence, view.totalSpendsPence]).toEqual([pool.totals.netPence, pool.totals.deliveryPence]);
    }), { numRuns: 60 });
  });

  test("the order of sheets, rows inserted above a table, and the unit it is kept in change no figure", () => {
    fc.assert(fc.property(place, fc.integer({ min: 1, max: 4 }), (sheets, more) => {
      const from = consolidate(gridsOf(sheets));
      const moved = consolidate([...gridsOf({ ...sheets, sheets: sheets.sheets.map((one) => ({ ...one, blanks: one.blanks + more })) })].reverse());
      expect(figures(moved)).toEqual(figures(from));
      expect(fromCells(moved, moved.reading.lines.map((line) => line.id))).toBe(from.pool.totals.netPence);
      const inPounds = { ...sheets, sheets: sheets.sheets.map((one) => {
        const scale = (rows: readonly Row[]): Row[] => rows.map((r) => ({ ...r, amount: r.amount * (one.thousands ? 1000 : 1), forecast: r.forecast * (one.thousands ? 1000 : 1) }));
        return { ...one, rows: scale(one.rows), incomes: scale(one.incomes), thousands: false };
      }) };
      expect(consolidate(gridsOf(inPounds)).pool.totals).toEqual(from.pool.totals);
    }), { numRuns: 40 });
  });
});

test("money held as agent leaves the place's figures, its identities and its views as they are, whatever the flows", () => {
  const agent = ARRANGEMENT_PRESETS.filter((row) => row.name === "Held as agent").map((row) => ({ ...row, governs: ["BCF", "s256"] }));
  fc.assert(fc.property(randomLines, fc.integer({ min: 1, max: 1e9 }), (random, amount) => {
    const [template] = random;
    // A flow that passes on all it receives, beside whatever else there is: random flows seldom do.
    const flow = template === undefined ? [] : [
      { ...template, id: "in", agency: "FIRE", nature: "EXT_INCOME" as const, counterparty: null, pence: -amount }, { ...template, id: "out", agency: "FIRE", nature: "IA_PAYMENT" as const, counterparty: "HA", pence: amount },
      { ...template, id: "to", agency: "HA", nature: "IA_INCOME" as const, counterparty: "FIRE", pence: -amount },
    ].map(({ pence, ...line }) => ({ ...line, scheme: "BCF", pool: null, funding: [], originalPence: pence, revisedPence: pence, forecastPence: pence }));
    const lines = [...random.map((line) => (line.agency === "FIRE" || line.counterparty === "FIRE" ? { ...line, scheme: null } : line)), ...flow];
    const [plain, held] = [poolPartnership(readingOf(lines)), poolPartnership(readingOf(lines), [], { arrangements: agent })];
    if (flow.length > 0) expect(held.agents.flows.find((one) => one.agent === "FIRE")).toMatchObject({ asAgent: true, passedOnPence: amount });
    for (const figure of ["netPence", "deliveryPence", "forecastNetPence", "unmatchedPence"] as const) expect(held.totals[figure]).toBe(plain.totals[figure]);
    expect(held.totals.grossPence + held.totals.incomePence).toBe(held.totals.netPence);
    expect(held.controls.filter((control) => ["R3", "R4", "R5"].includes(control.id) && control.result !== "green")).toEqual([]);
    for (const view of held.views) expect([view.totalFundsPence, view.totalSpendsPence]).toEqual([held.totals.netPence, held.totals.deliveryPence]);
  }), { numRuns: 100 });
});
