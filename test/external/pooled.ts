// Published figures of whole places, pooled from real files that the repository may not hold: each printed beside what we make of it.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { formatPounds } from "../../src/core/money/format";
import { poolPartnership } from "../../src/core/pooling/pool";
import type { SheetGrid } from "../../src/core/reading/grid";
import { readPartnership } from "../../src/core/reading/readPartnership";
import { readWorkbook } from "../../src/file/readWorkbook";

const BONN = ["2017-EXPENDITURE", "2017-EXPENDITURE-INTERNAL_INVOICE", "2017-INCOME", "2017-INCOME-INTERNAL_INVOICE"];

/** Who the four files belong to, as partners say it in their coding: nothing in the files does. */
const BONN_PARTNERS: SheetGrid = {
  file: "coding", sheet: "Coding", visibility: "visible",
  values: [["Agency", "Code or line", "Outcome", "Fund", "Arrangement"], [], ["Partner", "Ref", "Also called", "Body type"], ["City of Bonn", "BONN", "", "Council"]],
};

/** How many figures differ. Amounts of other currencies are read as units and hundredths. */
export function comparePooled(folder: string): number {
  const at = join(folder, "bonn-2017");
  if (!existsSync(at)) {
    console.log("\nbonn-2017: not in this folder");
    return 0;
  }
  const grids = BONN.flatMap((name) => readWorkbook(readFileSync(join(at, `${name}.csv`)), `City of Bonn ${name}.csv`));
  const { totals, eliminations } = poolPartnership(readPartnership([...grids, BONN_PARTNERS]));
  const [invoices] = eliminations;
  console.log("\nbonn-2017, pooled");
  return differing([
    ["internal invoices, charged", invoices?.paymentPence ?? 0, 16_864_499_453], ["internal invoices, received", invoices?.incomePence ?? 0, -16_864_499_453],
    ["difference", invoices?.differencePence ?? Number.NaN, 0], ["taken out of both sides", totals.eliminatedPence, 16_864_499_453],
    ["external costs", totals.grossPence, 129_784_468_490], ["external earnings", totals.incomePence, -121_222_648_365],
  ]);
}

function differing(figures: readonly (readonly [string, number, number])[]): number {
  for (const [what, found, expected] of figures) console.log(`  ${found === expected ? "agrees " : "DIFFERS"} ${what}: ${formatPounds(expected)}, found ${formatPounds(found)}`);
  return figures.filter(([, found, expected]) => found !== expected).length;
}
