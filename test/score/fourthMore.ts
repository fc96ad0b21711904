// Fourth family: other tables near a budget, and sheets about which even a finance officer would have to ask.
import type { CellValue } from "../../src/core/reading/grid";
import type { Cell, Sheaf } from "./fourthPaper";
import type { Chance } from "./random";
import type { Body } from "./fourthWords";

const TABLES = [
  { name: "savings", title: "Savings delivery", heads: ["Saving", "Target 2026/27", "Forecast delivery", "RAG"], rows: ["Contract rebasing", "Estate rationalisation", "Vacancy factor"] }, { name: "virements", title: "Virements this period", heads: ["From", "To", "£"], rows: ["Contingency", "Pay provision"] },
  { name: "reserves", title: "Reserves", heads: ["Reserve", "1 April 2026", "Movement", "31 March 2027"], rows: ["General reserve", "Change fund", "PFI smoothing"] }, { name: "capital", title: "Capital schemes", heads: ["Scheme", "Approved", "Spend to date"], rows: ["Station rebuild", "Fleet electrification", "Bridge strengthening"] },
  { name: "headcount", title: "Establishment", heads: ["Grade", "Budgeted WTE", "In post WTE"], rows: ["Band 5", "Band 6", "Band 7"] },
] as const;

/** Another table under the budget or at its right. */
export function beside(sheaf: Sheaf, c: Chance, right: number): void {
  const table = c.pick(TABLES);
  sheaf.secondName = table.name;
  const rows: CellValue[][] = [[table.title], [...table.heads], ...table.rows.map((text): CellValue[] => table.heads.map((head, i) => (i === 0 ? text : head === "RAG" ? c.pick(["R", "A", "G"]) : head === "To" ? "Employees" : sheaf.write(c.int(10, 4_000)))))];
  if (c.yes(0.7)) {
    sheaf.put();
    const top = sheaf.row;
    rows.forEach((row) => void sheaf.put(...row.map((value, i): Cell => [i, value])));
    sheaf.second = { top, left: 0, bottom: sheaf.row - 1, right: table.heads.length - 1 };
    return;
  }
  const left = right + 2;
  const top = Math.min(2, sheaf.row - 1);
  rows.forEach((row, i) => {
    while (sheaf.row <= top + i) sheaf.put();
    const cells = sheaf.values[top + i] ?? [];
    while (cells.length < left) cells.push(null);
    cells.splice(left, row.length, ...row);
  });
  sheaf.second = { top, left, bottom: top + rows.length - 1, right: left + table.heads.length - 1 };
}

/** Sheets that hold too little or contradict themselves: two columns of one name, headings that are missing, two units over one column. */
export function unclear(sheaf: Sheaf, c: Chance, body: Body): number {
  const how = c.pick(["twice", "no headings", "units"] as const);
  const unitWords = how === "units" ? "£m" : sheaf.ways.unitWords;
  const rows = body.parts.flatMap((part) => part.services).flatMap(([, spend, income]) => [...spend.slice(0, 2).map((text) => [text, 1] as const), ...income.slice(0, 1).map((text) => [text, -1] as const)]).slice(0, 9);
  const two = how !== "units";
  const head = c.pick(["Budget", "Revised Budget", "Annual Budget"]);
  sheaf.mustAsk = { twice: `two columns are called ${head} and differ`, "no headings": "no heading over either column of figures", units: "the line above says £000 and the heading £m" }[how];
  if (how === "units") sheaf.put([0, "All figures in £000"]);
  sheaf.put([0, "Service"], ...(how === "no headings" ? [] : [[1, head] as Cell, ...(two ? [[2, head] as Cell] : [])]));
  sheaf.put([1, unitWords], ...(two ? [[2, unitWords] as Cell] : []));
  for (const [text, sign] of rows) {
    const of = [sign * c.int(40, 4_000), sign * c.int(40, 4_000)].slice(0, two ? 2 : 1);
    sheaf.line(text, [[0, text], ...of.map((steps, i): Cell => [1 + i, sheaf.write(steps)])], [{ column: 1, stages: ["revised", "original"], steps: of[0] ?? 0 }]);
  }
  return two ? 2 : 1;
}
