// Cell formats as evidence of the unit: what the number itself is in, not how it is scaled to be shown.
import { readPartnership } from "../../../src/core/reading/readPartnership";
import { sheetOf } from "../../support/sheetGrid";

test.each<[string, number, boolean]>([
  ['"£"0.0"m"', 2_150_000_000, true], ['£0.0\\m', 2_150_000_000, true], ["£#,##0.0", 2150, true], ['£#,##0.0,,"m"', 2150, true], ["#,##0.0,", 2150, true], ['#,##0.0"k"', 2_150_000, true],
  ['#,##0.0 "thousand"', 2_150_000, true], ["[$£-809]#,##0.0", 2150, true], ["#,##0.0", 2150, false], ['#,##0.0" FTE"', 2150, false], ['#,##0.0;(#,##0.0"m")', 2150, false],
])("%s", (format, pence, told) => {
  const rows = [["Fictown Fire and Rescue Authority 2026/27"], ["Service", "Budget"], ["Firefighters", 21.5], ["Premises", 3.2]];
  const reading = readPartnership([sheetOf("Fire", rows, { numberFormats: rows.map((row, r) => row.map((_, c) => (r > 1 && c === 1 ? format : null))) })]);
  expect(reading.lines[0]?.revisedPence).toBe(pence);
  expect(reading.issues.some(({ code }) => code === "unit-unknown")).toBe(!told);
});
