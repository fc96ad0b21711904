// The sheets of a consolidation: what stands in them, that formulas keep to a vocabulary every spreadsheet shares, and that text stays text.
import { cellAddress } from "../../../src/core/budget/cells";
import type { PartnershipReading } from "../../../src/core/reading/types";
import { readTable, TABLE_HEADER_ROW } from "../../../src/core/tables/table";
import { PURSE_SHEETS } from "../../../src/core/writing/sheetNames";
import { sumWhere } from "../../../src/core/writing/sumFormula";
import type { SheetCell, SheetSpec } from "../../../src/core/writing/types";
import { checkSheets } from "../../../src/file/sheetLimits";
import { HOSTILE } from "../../contract/hostileTexts";
import { brackenshireReading, k, POOL } from "../../support/brackenshireLines";
import { writtenSheets } from "../../support/writtenSheets";

const sheetsOf = (reading: PartnershipReading): SheetSpec[] => writtenSheets(reading);
const sheets = sheetsOf(brackenshireReading());
const sheet = (name: string, from: readonly SheetSpec[] = sheets): SheetSpec => {
  const found = from.find((spec) => spec.name === name);
  if (found === undefined) throw new Error(`No sheet ${name}.`);
  return found;
};
const gridOf = (spec: SheetSpec) =>
  ({ file: null, sheet: spec.name, visibility: "visible" as const, values: spec.rows.map((row) => row.map((cell) => cell?.value ?? null)) });
const records = (name: string, headings: string[], from?: readonly SheetSpec[]) => readTable(gridOf(sheet(name, from)), headings) ?? [];
const everyCell = (specs: readonly SheetSpec[]): { spec: SheetSpec; cell: SheetCell; address: string }[] =>
  specs.flatMap((spec) => spec.rows.flatMap((row, r) => row.flatMap((cell, c) => (cell === null ? [] : [{ spec, cell, address: cellAddress(r, c) }]))));

/** The row of the pooled view whose first cell holds the text, below another text; values in pounds. */
function viewRow(label: string, below = "Pooled view: the whole place"): (string | number | boolean | null)[] {
  const { values } = gridOf(sheet(PURSE_SHEETS.pooledView));
  const start = values.findIndex((row) => row[0] === below);
  return values.slice(start).find((row) => row[0] === label) ?? [];
}
const pounds = (thousands: number): number => k(thousands) / 100;

describe("all sheets", () => {
  test("are all of a consolidation, and within what Excel holds", () => {
    expect(sheets.map((spec) => spec.name)).toEqual([
      "Purse", "Purse Agencies", "Purse Lines", "Purse Funding", "Purse Years", "Purse Checks", "Eliminations", "Pooled View",
      "Contributions", "Memorandum Account", "Year on Year", "Flexibility", "Flexibility View", "Reconciliation",
    ]);
    expect(() => checkSheets(sheets)).not.toThrow();
    expect(() => checkSheets(sheetsOf({ ...brackenshireReading(), lines: [], agencies: [] }))).not.toThrow();
  });

  test("formulas keep to a few functions that every spreadsheet has, and hold a figure or a result beside them", () => {
    const formulas = everyCell(sheets).filter(({ cell }) => cell.formula !== undefined);
    expect(formulas.length).toBeGreaterThan(500);
    for (const { cell } of formulas) {
      const functions = [...(cell.formula ?? "").matchAll(/([A-Z][A-Z0-9.]*)\(/g)].map((match) => match[1]);
      expect(functions.filter((name) => !["SUM", "SUMIFS", "SUMPRODUCT", "COUNTIFS", "ROUND", "ABS", "IF", "REPT", "MIN", "MAX"].includes(name ?? ""))).toEqual([]);
      expect(["number", "string"]).toContain(typeof cell.value);
    }
  });

  test("every table column that a formula names exists, on a sheet that stands before it", () => {
    const columns = new Map<string, { headings: Set<unknown>; place: number }>();
    sheets.forEach((spec, place) => spec.tables.forEach(({ name, area }) =>
      columns.set(name, { place, headings: new Set(spec.rows[area.top]?.map((cell) => cell?.value)) })));
    for (const { spec, cell } of everyCell(sheets)) {
      for (const [, table = "", column = ""] of (cell.formula ?? "").matchAll(/(tbl\w+)\[([^\]]+)\]/g)) {
        expect(columns.get(table)?.headings.has(column)).toBe(true);
        expect(columns.get(table)?.place).toBeLessThan(sheets.indexOf(spec));
      }
    }
  });

  test("say their unit or purpose and when they were refreshed", () => {
    for (const spec of sheets) {
      expect(spec.rows[0]?.[0]).toMatchObject({ style: "title" });
      expect(String(spec.rows[2]?.[0]?.value)).toMatch(/^Refreshed (under the rules in force on )?2026-10-15/);
    }
  });

  test("the same reading gives the same sheets", () => {
    expect(JSON.stringify(sheetsOf(brackenshireReading()))).toBe(JSON.stringify(sheets));
  });

  test("text of the agencies is never a formula, in whatever field it comes", () => {
    const ids = brackenshireReading().lines.map((line) => line.id);
    const nth = (i: number): string => HOSTILE[i % HOSTILE.length] ?? "";
    const odd = sheetsOf(brackenshireReading(Object.fromEntries(ids.map((id, i) => [id, { description: nth(i), note: nth(i + ids.length), sections: [nth(2 * i + 1)] }]))));
    const cells = everyCell(odd);
    for (const text of HOSTILE) {
      const holding = cells.filter(({ cell }) => cell.value === text);
      expect([text, holding.length > 0, holding.every(({ cell }) => cell.formula === undefined)]).toEqual([text, true, true]);
      if (/^[=+@-]/.test(text)) expect(holding.every(({ cell }) => cell.format === "text")).toBe(true);
    }
    const formulas = cells.flatMap(({ cell }) => cell.formula ?? []);
    for (const text of HOSTILE.filter((candidate) => candidate.length > 8)) expect(formulas.filter((formula) => formula.includes(text))).toEqual([]);
  });
});

describe("Purse Lines", () => {
  const rows = records("Purse Lines", ["Line", "Who funds £"]);
  const row = (id: string) => rows.find((record) => record.text("Line") === id);

  test("one row a line, amounts in pounds, with a link to the source cell", () => {
    expect(rows).toHaveLength(44);
    expect(["Original £", "Revised £", "Forecast £", "Who funds £", "Who spends £", "Variance £"].map((heading) => row("C02")?.value(heading)))
      .toEqual([-9_600_000, -9_600_000, -9_750_000, -9_600_000, -9_600_000, -150_000]);
    const spec = sheet("Purse Lines");
    const column = spec.rows[TABLE_HEADER_ROW]?.findIndex((cell) => cell?.value === "Cell") ?? -1;
    expect(spec.rows[TABLE_HEADER_ROW + 1]?.[column]).toMatchObject({ value: "D5", link: { file: null, sheet: "Brackenshire Council", address: "D5" } });
  });

  test("a flow between partners funds but does not spend", () => {
    expect(["Who funds £", "Who spends £", "Between partners £", "Part in the pool"].map((heading) => row("N03")?.value(heading)))
      .toEqual([10_300_000, 0, 10_300_000, "payment-to-partner"]);
  });

  test("the ring-fenced account's overspend is not in the variance outside rings", () => {
    expect(row("C13")?.value("Variance £")).toBe(2_100_000);
    expect(row("C13")?.value("Variance outside rings £")).toBe(0);
    expect(rows.reduce((sum, record) => sum + Number(record.value("Variance outside rings £")), 0)).toBe(185_000);
  });

  test("pence survive as pounds with two decimals", () => {
    const penny = records("Purse Lines", ["Line"], sheetsOf(brackenshireReading({ C15: { revisedPence: 90_000_001 } })));
    expect(penny.find((record) => record.text("Line") === "C15")?.value("Revised £")).toBe(900_000.01);
  });

  test("money below the line is listed and counts in no lens", () => {
    const below = records("Purse Lines", ["Line"], sheetsOf(brackenshireReading({ P04: { nature: "FUNDING_BELOW_LINE" } })));
    const grant = below.find((record) => record.text("Line") === "P04");
    expect(["Revised £", "Who funds £", "Who spends £", "Net forecast £", "Part in the pool"].map((heading) => grant?.value(heading)))
      .toEqual([-700_000, 0, 0, 0, "below-the-line"]);
  });
});

describe("Pooled View", () => {
  test("T-3.1 totals", () => {
    const figure = (label: string): unknown => viewRow(label)[2];
    expect(["Eliminated", "Gross", "Income", "Net: who funds", "Delivery: who spends", "Unmatched between partners", "Forecast net", "Variance",
      "Variance outside ring-fenced accounts"].map(figure))
      .toEqual([13_390, 172_460, -46_150, 126_310, 126_300, 10, 128_595, 2_285, 185].map(pounds));
  });

  test("T-3.1 agency rows and the sum of sheets", () => {
    const agencies = "Agencies, before elimination, £";
    expect(viewRow("COUNCIL", agencies).slice(2, 9)).toEqual([88_100, -55_450, 32_650, 42_150, -9_500, 35_505, 2_855].map(pounds));
    expect(viewRow("All sheets", agencies).slice(2, 9)).toEqual([185_850, -59_540, 126_310, 126_300, 10, 128_595, 2_285].map(pounds));
  });

  test("shares of the place by agency and outcome, with a bar as long as the share", () => {
    expect(viewRow("ICB", "Share of the place by agency").slice(2, 6)).toEqual([pounds(70_600), pounds(60_000), 70_600 / 126_310, "█".repeat(13)]);
    expect(viewRow("O1", "Share of the place by outcome").slice(2, 6)).toEqual([pounds(99_960), pounds(98_850), 99_960 / 126_310, "█".repeat(19)]);
    expect(viewRow("O4", "Share of the place by outcome").slice(2, 6)).toEqual([0, 0, 0, "–"]);
    expect(viewRow("VCS", "Share of the place by agency")[5]).toBe("█");
    expect(viewRow("All", "Share of the place by outcome").slice(2, 4)).toEqual([pounds(126_310), pounds(126_300)]);
  });

  test("T-3.2 an outcome in both lenses with forecast and variance", () => {
    const [key, name, ...figures] = viewRow("O1", "Outcome by agency");
    expect([key, name]).toEqual(["O1", "Independent later life"]);
    expect(figures.slice(0, 9)).toEqual([30_450, 68_200, 0, 1_300, 0, 0, 0, 10, 99_960].map(pounds));
    expect(figures.slice(10, 19)).toEqual([39_400, 57_600, 0, 1_300, 0, 0, 0, 550, 98_850].map(pounds));
    expect(figures.slice(20)).toEqual([100_185, 225].map(pounds));
  });

  test("P3 flags what is ring-fenced, and a fund that is so in part", () => {
    expect(viewRow("DSG", "Fund by agency")[1]).toBe("Ring-fenced: DSG");
    expect(viewRow("GEN", "Fund by agency")[1]).toBe("");
    const part = writtenSheets(brackenshireReading({ C01: { funding: [{ fund: "GEN", ringFence: "PHG", pence: brackenshireReading().lines.find((line) => line.id === "C01")?.revisedPence ?? 0 }] } }));
    const rows = part.find((one) => one.name === "Pooled View")?.rows.map((row) => row.map((cell) => cell?.value)) ?? [];
    expect(rows.find((row) => row[0] === "GEN")?.[1]).toBe("Partly ring-fenced: PHG");
  });

  test("each view has a block, and the reconciliation under them is 0 throughout", () => {
    const { values } = gridOf(sheet("Pooled View"));
    const firsts = values.map((row) => row[0]);
    for (const title of ["Outcome by agency", "Fund by agency", "Arrangement by agency", "Kind of spending by agency", "Overspends and underspends by agency"]) {
      expect(firsts).toContain(title);
    }
    const start = firsts.indexOf("Reconciliation: every figure here must be 0");
    const block = values.slice(start + 1);
    expect(block).toHaveLength(3 + 3 * 5);
    expect(block.map((row) => row[2])).toEqual(block.map(() => 0));
  });
});

describe("other sheets", () => {
  test("the difference of 10 stands in the register with both cells", () => {
    const entry = records("Eliminations", ["Payer", "Payee"]).find((record) => record.text("Payer") === "COUNCIL" && record.text("Payee") === "VCS");
    expect(["Payment £", "Income £", "Eliminated £", "Difference £"].map((heading) => entry?.value(heading))).toEqual([250, -240, 240, 10].map(pounds));
    expect(entry?.text("Payer's cells")).toBe("Brackenshire Council!D22");
    expect(entry?.text("Payee's cells")).toBe("Age Concern Brackenshire!D47");
    expect(entry?.text("Kind of difference")).toBe("price: the amounts differ");
  });

  test("checks are in order, results in words", () => {
    const checks = records("Purse Checks", ["Check", "Result"]);
    expect([...new Set(checks.map((record) => record.text("Check")))]).toEqual(["R2", "R3", "R4", "R5", "R6", "R7", "R8", "R9", "R11"]);
    expect(checks.filter((record) => record.text("Result") !== "agrees").map((record) => record.text("Of"))).toEqual(["COUNCIL PHG", "PCC SPEC", POOL, "COUNCIL: RFG"]);
  });

  test("agencies with their arrangements and lines", () => {
    const council = records("Purse Agencies", ["Agency", "Name"])[0];
    expect(["Name", "Kind of body", "Arrangements", "Lines"].map((heading) => council?.value(heading)))
      .toEqual(["Brackenshire Council", "Council", "own, pooled", 21]);
  });

  test("funding adds up to the net, and holds each split", () => {
    const split = sheetsOf(brackenshireReading({
      C08: { funding: [{ fund: "PHG", ringFence: "PHG", pence: k(3_400) }, { fund: "PARTNER", ringFence: null, pence: k(250) }] },
    }));
    const rows = records("Purse Funding", ["Line", "Fund"], split);
    expect(rows.filter((record) => record.text("Line") === "C08").map((record) => [record.text("Fund"), record.value("Who funds £")]))
      .toEqual([["PHG", 3_400_000], ["PARTNER", 250_000]]);
    expect(rows.reduce((sum, record) => sum + Number(record.value("Who funds £")), 0)).toBe(pounds(126_310));
  });

  test("the index names every sheet of ours and its sources; only sheets that are there are linked", () => {
    const names = sheet("Purse").rows.flatMap((row) => (row[0] === null || row[0] === undefined ? [] : [row[0]]));
    for (const name of Object.values(PURSE_SHEETS).filter((n) => n !== "Purse")) expect(names.map((cell) => cell.value)).toContain(name);
    expect(names.map((cell) => cell.value)).toContain("brackenshire.xlsx");
    expect(names.filter((cell) => cell.link !== undefined).map((cell) => cell.value)).not.toContain("Virements");
  });
});

describe("sumWhere", () => {
  test("compares keys that SUMIFS would take for patterns or numbers literally", () => {
    const by = (key: string): string => sumWhere("tblLines", "Gross £", [{ column: "Service", cell: "$A7", key }]);
    expect(by("Adults")).toBe("ROUND(SUMIFS(tblLines[Gross £],tblLines[Service],$A7),2)");
    for (const key of ["Adults*", "why?", "~", ">50s", "=x", "<", "2026", "1e3", "TRUE", "£5"]) {
      expect(by(key)).toBe("ROUND(SUMPRODUCT((tblLines[Service]=$A7)*tblLines[Gross £]),2)");
    }
    expect(sumWhere("tblLines", "Gross £", [])).toBe("ROUND(SUM(tblLines[Gross £]),2)");
  });
});
