// Random partnerships: lines of every nature between a handful of agencies, with schemes, funds and forecasts that need not agree.
import fc from "fast-check";
import { NATURES, type BudgetLine } from "../../src/core/budget/line";
import type { PartnershipReading } from "../../src/core/reading/types";
import { brackenshireAgencies, brackenshireLines, brackenshireOutcomes } from "./brackenshireLines";

const [template] = brackenshireLines();
const AGENCY_IDS = brackenshireAgencies.map((agency) => agency.id);
/** A value or, now and then, nothing. */
const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary, { nil: null });
const pence = fc.integer({ min: -5_000_000_000, max: 5_000_000_000 });

const lineFields = fc.record({
  agency: fc.constantFrom(...AGENCY_IDS),
  nature: fc.constantFrom(...NATURES),
  counterparty: maybe(fc.constantFrom(...AGENCY_IDS, "OUTSIDE")),
  scheme: maybe(fc.constantFrom("BCF", "s256")),
  outcome: fc.constantFrom("O0", "O1", "O2", "O3", "O4"),
  sections: fc.array(fc.constantFrom("Adults", "Children"), { maxLength: 1 }),
  arrangement: fc.constantFrom("own", "aligned", "pooled"),
  subjectiveGroup: maybe(fc.integer({ min: 1, max: 10 })),
  originalPence: maybe(pence),
  revisedPence: maybe(pence),
  forecastPence: maybe(pence),
  funding: fc.array(fc.record({ fund: fc.constantFrom("GEN", "PHG", "DSG"), ringFence: maybe(fc.constantFrom("PHG", "DSG")), pence }), { maxLength: 3 }),
}) satisfies fc.Arbitrary<Partial<BudgetLine>>;

export const randomLines: fc.Arbitrary<BudgetLine[]> = fc.array(lineFields, { maxLength: 40 }).map((list) =>
  list.map((fields, i) => {
    if (template === undefined) throw new Error("The fixture holds no line.");
    return { ...template, id: `L${String(i).padStart(3, "0")}`, pool: null, ...fields, source: { ...template.source, address: `D${i + 5}` } };
  }));

export const readingOf = (lines: readonly BudgetLine[], agencies = brackenshireAgencies): PartnershipReading =>
  ({ agencies, lines, sheets: [], outcomes: brackenshireOutcomes, controls: [], issues: [] });
