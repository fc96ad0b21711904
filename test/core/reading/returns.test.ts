// Ten councils' statutory returns: headings over seven rows, sub-totals that name their lines, gross less income = net.
import { join } from "node:path";
import { readPartnership } from "../../../src/core/reading/readPartnership";
import { gridsFromXlsx } from "../../support/gridsFromXlsx";
import { sheetOf } from "../../support/sheetGrid";

const GRIDS = gridsFromXlsx(join(__dirname, "../../data/pss-ex1/ten-councils-2004-05.xlsx"));
const READING = readPartnership(GRIDS);

// Line M1, "Actual total net cost", column N of each sheet.
const NET_COST: Readonly<Record<string, number>> = {
  Barnsley: 56_167, Bolton: 69_878, Bradford: 163_305, Calderdale: 48_338, Kirklees: 111_598, Knowsley: 35_820, Leeds: 210_649, Rotherham: 68_380, Sheffield: 145_165, Wigan: 77_573,
};

test.each(Object.entries(NET_COST))("%s: lines add to the printed net cost, within the pennies of calculated cells", (council, printed) => {
  const lines = READING.lines.filter((l) => l.source.sheet === council);
  const net = lines.reduce((sum, l) => sum + (l.outturnPence ?? 0), 0);
  expect(Math.abs(net - printed * 100)).toBeLessThanOrEqual(3);
  expect(READING.controls.filter((c) => c.subject.startsWith(council)).map((c) => [c.id, c.result])).toEqual([["R1", "green"], ["R13", "green"], ["R15", "green"]]);
});

test("every council has the 23 totals of the form set aside, none of them loaded as a line", () => {
  for (const sheet of READING.sheets) {
    expect(sheet.totals).toHaveLength(23);
    expect(sheet.lineCount).toBeGreaterThanOrEqual(112);
    expect(READING.lines.filter((l) => l.source.sheet === sheet.sheet && /total/i.test(l.description))).toEqual([]);
  }
});

test("gross and income stand on lines of their own, grants are taken off, the memorandum is set aside", () => {
  const line = (id: string) => READING.lines.find((l) => l.id === id);
  expect(line("BARNSLEY/C2")).toMatchObject({ nature: "GROSS_EXP", outturnPence: 492_570, source: { address: "G62" } });
  expect(line("BARNSLEY/C2/income")).toMatchObject({ nature: "EXT_INCOME", outturnPence: -205_500, source: { address: "L62", sign: -1 } });
  expect(line("BARNSLEY/L1")).toMatchObject({ outturnPence: -1_487_200 });
  expect(READING.sheets[0]?.setAside.map((s) => [s.cell.address, s.pence])).toEqual([["A156", 5_520_000]]);
});

test("the two councils whose printed totals differ from the lines their labels name are listed, the others agree", () => {
  const differing = READING.issues.filter((i) => i.code === "printed-total-differs");
  expect(differing.map((i) => `${i.where?.sheet} ${i.where?.address} ${i.facts.difference}`).sort()).toEqual([
    "Knowsley G144 £97.50", "Knowsley G145 £97.51", "Rotherham G144 £45.49", "Rotherham G145 £45.46",
  ]);
});

test("the unit is asked once for the ten sheets of one form, and a confirmed answer is used", () => {
  const asked = READING.issues.filter((i) => i.code === "unit-unknown");
  expect(asked.map((i) => [i.severity, i.facts.unit, i.facts.others])).toEqual([["question", "£", "9"]]);
  const answer = sheetOf("Purse Mapping", [["Sheet", "Table", "Columns", "Unit", "Layout", "Confirmed by"], ...GRIDS.map((g, i) => [g.sheet, 1, "", "£000", READING.sheets[i]?.tables[0]?.fingerprint ?? "", "Finance officer"])]);
  const told = readPartnership([...GRIDS, answer]);
  expect(told.issues.filter((i) => i.code === "unit-unknown" || i.code === "layout-changed")).toEqual([]);
  expect(told.lines.find((l) => l.id === "BARNSLEY/C2")?.outturnPence).toBe(492_570_461);
});
