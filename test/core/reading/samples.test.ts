// The Brackenshire samples, read as they stand: every line, its nature and partner, and the sums of T-3.1's table.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { budgetPence, forecastOrBudgetPence, type BudgetLine, type Nature } from "../../../src/core/budget/line";
import { readPartnership } from "../../../src/core/reading/readPartnership";
import { gridsFromXlsx } from "../../support/gridsFromXlsx";

const SAMPLES = join(__dirname, "../../../samples");
const WORKBOOK = readPartnership(gridsFromXlsx(join(SAMPLES, "brackenshire.xlsx")));
const FOLDER = readPartnership(gridsFromXlsx(join(SAMPLES, "separate")));

interface SeedRow {
  readonly id: string;
  readonly agency: string;
  readonly nature: string;
  readonly counterparty: string;
  readonly original: number;
  readonly revised: number;
  readonly forecast: number;
  readonly outcome: string;
}

const SEED: readonly SeedRow[] = readFileSync(join(SAMPLES, "source/brackenshire.csv"), "utf8").trim().split(/\r?\n/).slice(1).map((line) => {
  const f = line.split(",");
  const n = (i: number): number => Number(f[i]) * 100_000;
  return { id: f[0] ?? "", agency: f[1] ?? "", outcome: f[3] ?? "", nature: f[7] ?? "", counterparty: f[8] ?? "", original: n(9), revised: n(10), forecast: n(11) };
});

const NATURE: Readonly<Record<string, Nature>> = { GROSS: "GROSS_EXP", INC: "EXT_INCOME", "PAY-IA": "IA_PAYMENT", "INC-IA": "IA_INCOME", RECH: "INTERNAL_RECHARGE" };

// Domain table T-3.1, £000: gross, income, net, forecast.
const T31: Readonly<Record<string, readonly [number, number, number, number]>> = {
  COUNCIL: [88_100, -55_450, 32_650, 35_505], ICB: [70_600, 0, 70_600, 70_050], PCC: [13_150, -700, 12_450, 12_560], FIRE: [1_300, 0, 1_300, 1_240],
  PROBATION: [4_700, 0, 4_700, 4_650], JCP: [4_400, 0, 4_400, 4_330], HA: [2_900, -2_700, 200, 250], VCS: [700, -690, 10, 10],
};

const sum = (lines: readonly BudgetLine[], figure: (line: BudgetLine) => number): number => lines.reduce((s, l) => s + figure(l), 0);

describe.each([["one partnership workbook", WORKBOOK], ["eight separate workbooks and a coding workbook", FOLDER]])("%s", (_name, reading) => {
  test("holds the 44 lines of the source, each once", () => {
    expect(reading.lines.map((l) => l.id).sort()).toEqual(SEED.map((s) => s.id).sort());
  });

  test.each(SEED)("$id has its amounts, nature and partner", (seed) => {
    const line = reading.lines.find((l) => l.id === seed.id);
    expect(line).toMatchObject({
      agency: seed.agency, nature: NATURE[seed.nature], counterparty: seed.counterparty === "" ? null : seed.counterparty,
      outcome: seed.outcome, revisedPence: seed.revised, forecastPence: seed.forecast,
    });
    // Two of the sheets print one budget only.
    if (seed.agency !== "ICB" && seed.agency !== "VCS") expect(line?.originalPence).toBe(seed.original);
  });

  test.each(Object.entries(T31))("T-3.1: %s's gross, income, net and forecast", (agency, [gross, income, net, forecast]) => {
    const lines = reading.lines.filter((l) => l.agency === agency);
    expect(sum(lines.filter((l) => budgetPence(l) > 0), budgetPence)).toBe(gross * 100_000);
    expect(sum(lines.filter((l) => budgetPence(l) < 0), budgetPence) + 0).toBe(income * 100_000);
    expect(sum(lines, budgetPence)).toBe(net * 100_000);
    expect(sum(lines, forecastOrBudgetPence)).toBe(forecast * 100_000);
  });

  test("every printed total is set aside and agrees with its lines", () => {
    const totals = reading.sheets.flatMap((s) => s.totals);
    expect(totals.length).toBeGreaterThan(60);
    expect(totals.filter((t) => t.computedPence !== t.printedPence)).toEqual([]);
    expect(reading.controls.filter((c) => c.result === "red" || c.result === "amber")).toEqual([]);
    expect(reading.controls.filter((c) => c.id === "R1" && c.result === "green" && c.subject.endsWith("revised"))).toHaveLength(8);
  });

  test("the only thing to say is that one sheet names two units", () => {
    expect(reading.issues.map((i) => `${i.severity} ${i.code}`)).toEqual(["info unit-mixed"]);
  });
});

test("one workbook and a folder of workbooks give the same lines in the same order", () => {
  const bare = (lines: readonly BudgetLine[]): unknown => lines.map(({ source: _source, evidence: _evidence, ...line }) => line);
  expect(bare(FOLDER.lines)).toEqual(bare(WORKBOOK.lines));
  expect(FOLDER.agencies.map((a) => a.id)).toEqual(["COUNCIL", "ICB", "PCC", "FIRE", "PROBATION", "JCP", "HA", "VCS"]);
});

test("units, habits and totals are said in one sentence a sheet", () => {
  const sentences = new Map(WORKBOOK.sheets.map((s) => [s.sheet, s.sentence]));
  expect(sentences.get("Council")).toBe("21 lines, £, income in brackets, 7 printed totals agree.");
  expect(sentences.get("PCC")).toBe("4 lines, £m, both sides positive, 3 printed totals agree.");
  expect(sentences.get("Bracken Homes")).toBe("3 lines, £, income positive and costs negative, 3 printed totals agree.");
});

test("a write-back knows the sheet's sign and unit of each line", () => {
  const source = (id: string): unknown => {
    const line = WORKBOOK.lines.find((l) => l.id === id);
    return [line?.source.sheet, line?.source.address, line?.source.sign, line?.source.pencePerUnit];
  };
  expect(source("C04")).toEqual(["Council", "F13", 1, 100]);
  expect(source("N01")).toEqual(["ICB", "C10", 1, 100_000]);
  expect(source("P01")).toEqual(["PCC", "D8", 1, 100_000_000]);
  expect(source("P02")).toEqual(["PCC", "D9", 1, 100]);
  expect(source("P04")).toEqual(["PCC", "D14", -1, 100_000_000]);
  expect(source("H01")).toEqual(["Bracken Homes", "D12", -1, 100]);
});

test("funding, floors and commitments come from the coding in the line's own unit and sign", () => {
  const line = (id: string): BudgetLine | undefined => WORKBOOK.lines.find((l) => l.id === id);
  expect(line("P03")?.funding).toEqual([{ fund: "SPEC", ringFence: "SPEC", pence: 70_000_000 }, { fund: "PFUND", ringFence: null, pence: 20_000_000 }]);
  expect(line("C08")?.funding).toEqual([{ fund: "PHG", ringFence: "PHG", pence: 365_000_000 }]);
  expect(line("N03")).toMatchObject({ floorPence: 1_030_000_000, arrangement: "pooled", pool: "Independent later life", control: "DELEGATED" });
  expect(line("C11")).toMatchObject({ committedPence: 110_000_000, committedUntil: "2027-09-30" });
  expect(line("C06")?.priority).toBe(2);
});

test("what words told and what the coding told are kept apart", () => {
  const line = WORKBOOK.lines.find((l) => l.id === "C03");
  expect(line?.evidence.counterparty).toMatchObject({ kind: "words" });
  expect(line?.evidence.outcome).toMatchObject({ kind: "coding" });
  expect(WORKBOOK.lines.find((l) => l.id === "H03")?.evidence.counterparty).toMatchObject({ kind: "coding" });
});
