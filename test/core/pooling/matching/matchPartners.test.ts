// Flows that only one partner names: found by other names, amounts and shared words, taken only when sure, told every time.
import fc from "fast-check";
import { issueText } from "../../../../src/core/issues/issueText";
import type { BudgetLine, Evidence } from "../../../../src/core/budget/line";
import { matchPartners } from "../../../../src/core/pooling/matching/matchPartners";
import { namesSheet, readNames, type OtherName } from "../../../../src/core/pooling/matching/namesTable";
import { poolPartnership } from "../../../../src/core/pooling/pool";
import { brackenshireLines, k } from "../../../support/brackenshireLines";
import { randomLines, readingOf } from "../../../support/randomPartnership";
import { sheetOf } from "../../../support/sheetGrid";

const [template] = brackenshireLines();
if (template === undefined) throw new Error("The fixture is empty.");
const words: Evidence = { kind: "words", reason: "", cell: null };
const coded: Evidence = { kind: "coding", reason: "", cell: null };
let row = 4;
function line(id: string, agency: string, description: string, pence: number, change: Partial<BudgetLine> = {}): BudgetLine {
  row += 1;
  return {
    ...(template as BudgetLine), id, code: id, agency, description, pool: null, arrangement: "own", funding: [], scheme: null, counterparty: null,
    nature: pence < 0 ? "EXT_INCOME" : "GROSS_EXP", originalPence: pence, revisedPence: pence, forecastPence: pence,
    source: { ...(template as BudgetLine).source, sheet: agency, address: `D${row}` }, evidence: { nature: words }, ...change,
  };
}
const payment = line("N1", "ICB", "BCF: home-from-hospital scheme, paid to council", k(300), { nature: "IA_PAYMENT", counterparty: "COUNCIL" });
const match = (...others: BudgetLine[]) => matchPartners(readingOf([payment, ...others]), []);
const taken = (...others: BudgetLine[]): unknown[] => match(...others).matches.map((m) => [m.lineIds, m.taken, m.why]);

describe("the payee names nobody", () => {
  const income = line("C1", "COUNCIL", "Home from hospital income", -k(300));

  test("the same amount and shared words: taken as the other side, with the cell as evidence, and asked", () => {
    const { reading, matches, issues } = match(income, line("C2", "COUNCIL", "Parking fees", -k(300)));
    expect(matches).toMatchObject([{ namedBy: "N1", lineIds: ["C1"], payer: "ICB", payee: "COUNCIL", words: ["home", "hospital"], taken: true, why: "" }]);
    expect(reading.lines.find((one) => one.id === "C1")).toMatchObject({
      nature: "IA_INCOME", counterparty: "ICB", evidence: { counterparty: { kind: "words", cell: { sheet: "ICB", address: payment.source.address } } },
    });
    expect(reading.lines.find((one) => one.id === "C2")?.nature).toBe("EXT_INCOME");
    expect(issues).toMatchObject([{ code: "flow-matched", severity: "question", where: { sheet: "COUNCIL", address: income.source.address }, pence: k(300) }]);
    expect(issues.map(issueText)[0]).toContain('was taken as the other side of "BCF: home-from-hospital scheme, paid to council"');
  });

  test("the pool eliminates the flow then; its net stays", () => {
    const lines = [payment, income];
    const [before, after] = [poolPartnership(readingOf(lines)), poolPartnership(matchPartners(readingOf(lines), []).reading)];
    expect([before.totals.eliminatedPence, after.totals.eliminatedPence]).toEqual([0, k(300)]);
    expect(after.totals.netPence).toBe(before.totals.netPence);
    expect([before.totals.unmatchedPence, after.totals.unmatchedPence]).toEqual([k(300), 0]);
  });

  test("several lines that add to the payment", () => {
    expect(taken(line("C1", "COUNCIL", "Hospital discharge team funding", -k(120)), line("C2", "COUNCIL", "Home equipment from hospital", -k(180)), line("C3", "COUNCIL", "Hospital parking", -k(40)))).toEqual([[["C1", "C2"], true, ""]]);
  });

  test.each<[string, readonly BudgetLine[], readonly unknown[]]>([
    ["another amount, though close", [line("C1", "COUNCIL", "Home from hospital income", -k(298))], [["C1"], false, "the amounts are not the same"]],
    ["two lines that fit", [line("C1", "COUNCIL", "Home from hospital income", -k(300)), line("C2", "COUNCIL", "Hospital team income", -k(300))], [["C1"], false, "other lines fit as well"]],
    ["a line whose coding names nobody", [line("C1", "COUNCIL", "Home from hospital income", -k(300), { evidence: { outcome: coded } })], [["C1"], false, "the coding names no partner for it"]],
  ])("%s is only suggested", (_, others, expected) => {
    expect(taken(...others)).toEqual([expected]);
    const { reading, issues } = match(...others);
    expect(reading.lines).toEqual([payment, ...others]);
    expect(issues.map((issue) => issue.code)).toEqual(["flow-may-match"]);
  });

  test.each<[string, BudgetLine]>([
    ["an amount far off", line("C1", "COUNCIL", "Home from hospital income", -k(150))],
    ["no word in common", line("C1", "COUNCIL", "Grants and contributions from partners", -k(300))],
    ["the same side of the account", line("C1", "COUNCIL", "Home from hospital service", k(300))],
    ["another agency", line("V1", "VCS", "Home from hospital income", -k(300))],
    ["a line that names another partner", line("C1", "COUNCIL", "Home from hospital income from PCC", -k(300), { nature: "IA_INCOME", counterparty: "PCC" })],
  ])("%s is nothing", (_, other) => {
    expect(match(other).matches.filter((m) => m.namedBy === "N1")).toEqual([]);
  });

  test("a line that fits two records is taken for neither", () => {
    const second = line("N2", "ICB", "Hospital at home, to council", k(300), { nature: "IA_PAYMENT", counterparty: "COUNCIL", scheme: "other" });
    expect(match(second, income).matches.map((m) => [m.namedBy, m.taken, m.why])).toEqual([["N1", false, "it fits more than one record"], ["N2", false, "it fits more than one record"]]);
  });
});

test("the payer names nobody: its spending is the other side of the partner's income", () => {
  const income = line("V1", "VCS", "Council grant: befriending", -k(80), { nature: "IA_INCOME", counterparty: "COUNCIL" });
  const { reading } = matchPartners(readingOf([income, line("C9", "COUNCIL", "Befriending for older people", k(80))]), []);
  expect(reading.lines[1]).toMatchObject({ nature: "IA_PAYMENT", counterparty: "VCS" });
});

describe("the table of names", () => {
  const name = (agency: string, of: string): OtherName => ({ agency, name: of, source: "", cell: null });
  const gridOf = (rows: readonly OtherName[]) => {
    const spec = namesSheet(rows);
    return sheetOf(spec.name, spec.rows.map((cells) => cells.map((cell) => cell?.value ?? null)));
  };

  test("a line that holds such a name is the agency's, with the table's cell as evidence", () => {
    const { rows } = readNames([gridOf([name("ICB", "Wealdside CCG")])], ["ICB", "COUNCIL"]);
    const income = line("C1", "COUNCIL", "Contribution from Wealdside CCG", -k(5));
    const { reading, issues } = matchPartners(readingOf([income]), rows);
    expect(reading.lines[0]).toMatchObject({ nature: "IA_INCOME", counterparty: "ICB", evidence: { counterparty: { cell: { sheet: "Purse Names", address: "B5" } } } });
    expect(issues).toEqual([]);
    expect(matchPartners(readingOf([{ ...income, evidence: { outcome: coded } }]), rows).reading.lines[0]?.counterparty).toBeNull();
  });

  test("faults are issues at their cells; without the table nothing is said", () => {
    const { rows, issues } = readNames([gridOf([name("ICB", "The Trust"), name("COUNTY", "County Hall"), name("ICB", "X1"), name("COUNCIL", "the trust"), name("COUNCIL", "")])], ["ICB", "COUNCIL"]);
    expect(rows.map((one) => one.name)).toEqual(["The Trust"]);
    expect(issues.map((issue) => issue.where?.address)).toEqual(["A6", "B7", "B8", "B9"]);
    expect(readNames([], ["ICB"])).toMatchObject({ rows: [], issues: [] });
  });
});

describe("years", () => {
  test("a record of another year is not taken as the other side, nor suggested", () => {
    const income = line("C1", "COUNCIL", "Home from hospital income", -k(300));
    const found = (year: number): unknown[] => matchPartners(readingOf([payment, income]), [], new Map([["N1", 2026], ["C1", year]])).matches.map((m) => m.taken);
    expect([found(2026), found(2025)]).toEqual([[true], []]);
  });

  test("records of different years are never paired; a line without a year goes with the latest", () => {
    const income = line("C1", "COUNCIL", "From ICB", -k(300), { nature: "IA_INCOME", counterparty: "ICB" });
    const pooled = (years: readonly (readonly [string, number])[]): unknown[] => poolPartnership(readingOf([payment, income]), [], { years: { yearOf: new Map(years), earlier: [] } })
      .eliminations.map((e) => [e.year, e.eliminatedPence, e.payerLineIds, e.payeeLineIds]);
    expect(pooled([])).toEqual([[null, k(300), ["N1"], ["C1"]]]);
    expect(pooled([["N1", 2026], ["C1", 2026]])).toEqual([[2026, k(300), ["N1"], ["C1"]]]);
    expect(pooled([["N1", 2026]])).toEqual([[2026, k(300), ["N1"], ["C1"]]]);
    expect(pooled([["N1", 2026], ["C1", 2025]])).toEqual([[2025, 0, [], ["C1"]], [2026, 0, ["N1"], []]]);
  });
});

test("for any partnership: no amount changes, the pool's net stays, and every line that changed is in a match that was told", () => {
  fc.assert(fc.property(randomLines, fc.array(fc.constantFrom("hospital discharge", "befriending", "parking"), { minLength: 40, maxLength: 40 }), (random, texts) => {
    const lines = random.map((one, i) => ({ ...one, description: texts[i] ?? "", revisedPence: one.revisedPence === null ? null : Math.sign(one.revisedPence) * k(100), evidence: {} }));
    const { reading, matches, issues } = matchPartners(readingOf(lines), []);
    expect(reading.lines.map((one) => [one.id, one.revisedPence, one.originalPence])).toEqual(lines.map((one) => [one.id, one.revisedPence, one.originalPence]));
    const changed = reading.lines.filter((one, i) => one !== lines[i]).map((one) => one.id).sort();
    expect(changed).toEqual(matches.filter((m) => m.taken).flatMap((m) => m.lineIds).sort());
    expect(issues).toHaveLength(matches.length);
    expect(poolPartnership(reading).totals.netPence).toBe(poolPartnership(readingOf(lines)).totals.netPence);
  }), { numRuns: 150 });
});
