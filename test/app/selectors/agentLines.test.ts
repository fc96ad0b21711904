// Money held as agent in the pane's lists: a figure's lines add to the figure, and lines that stand apart from it are not among them.
import { byAgency, byOutcome, largestVariances } from "../../../src/app/selectors/pool";
import { ARRANGEMENT_PRESETS } from "../../../src/core/pooling/arrangements/presets";
import { poolPartnership } from "../../../src/core/pooling/pool";
import { sumPenceBy } from "../../../src/core/money/pence";
import { brackenshireReading, k } from "../../support/brackenshireLines";

const SCHEME = "Passed on";
const amounts = (thousands: number, forecast = thousands) => ({ originalPence: k(thousands), revisedPence: k(thousands), forecastPence: k(forecast) });
const reading = brackenshireReading({
  C12: { scheme: SCHEME, ...amounts(-250, -300) }, C17: { scheme: SCHEME, ...amounts(250, 300) }, V03: { scheme: SCHEME, ...amounts(-250, -300) },
});
const arrangements = ARRANGEMENT_PRESETS.filter(({ name }) => name === "Held as agent").map((row) => ({ ...row, governs: [SCHEME] }));
const pool = poolPartnership(reading, [], { arrangements });

test("every slice's lines add to its figure in both lenses, and the agent's own lines are in no list", () => {
  expect(pool.agents.flows).toMatchObject([{ agent: "COUNCIL", asAgent: true }]);
  for (const lens of ["funds", "spends"] as const) {
    for (const slice of [...byAgency(pool, reading, lens), ...byOutcome(pool, reading, lens)]) {
      expect([lens, slice.id, sumPenceBy(slice.lines, (line) => line.budgetPence)]).toEqual([lens, slice.id, slice.budgetPence]);
    }
    const { adverse, favourable } = largestVariances(pool, reading, lens);
    expect([...adverse, ...favourable].filter(({ id }) => id === "C12" || id === "C17")).toEqual([]);
  }
});
