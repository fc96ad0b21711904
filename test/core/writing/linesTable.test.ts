// The lines sheet of a very large partnership: Excel holds only so many links on a sheet.
import { pooledLines } from "../../../src/core/pooling/pool";
import { linesSheet } from "../../../src/core/writing/linesTable";
import { brackenshireReading } from "../../support/brackenshireLines";

const links = (spec: ReturnType<typeof linesSheet>): number => spec.rows.flat().filter((cell) => cell?.link !== undefined).length;

test("each line leads to its source cell, until Excel would hold no more links", () => {
  const lines = pooledLines(brackenshireReading());
  const [first] = lines;
  if (first === undefined) throw new Error("The fixture has no lines.");
  expect(links(linesSheet(lines, [], "2026-10-15"))).toBe(lines.length);
  const many = Array.from({ length: 65_531 }, () => first);
  const most = linesSheet(many.slice(1), [], "2026-10-15");
  expect(links(most)).toBe(65_530);
  const more = linesSheet(many, [], "2026-10-15");
  expect(links(more)).toBe(0);
  expect(more.rows[2]?.[0]?.value).toContain("named without links: a sheet of Excel holds 65,530");
  expect(more.rows.length).toBe(most.rows.length + 1);
});
