// Very long sheets: the work of telling totals from lines grows with the rows, whatever the rows are called. Looks are counted, no time is taken.
import { PrefixSums } from "../../../src/core/reading/totals/prefixSums";
import { findTotals } from "../../../src/core/reading/totals/totals";
import { sheetOf } from "../../support/sheetGrid";
import type { BodyRow, RowClasses } from "../../../src/core/reading/tableSteps";

interface Plain {
  readonly code: string | null;
  readonly label: string;
  readonly amount: number;
}

/** How often the rows' amounts were looked at, and what came of it. */
function looked(plain: readonly Plain[]): { readonly looks: number; readonly classes: RowClasses } {
  let looks = 0;
  const rows = plain.map(({ code, label, amount }, row): BodyRow => {
    const amounts = [amount, amount * 2].map((pence, i) => ({ column: 2 + i, pence, unit: "pence" as const, roundingPence: 0, exact: true, named: false, inBrackets: false, credit: false }));
    const held = { row, code, subjective: null, description: label, label, sections: [], agency: null, note: null, holder: null, amounts, odd: [], nilColumns: [], block: 0 };
    return Object.defineProperty(held, "amounts", { get: () => { looks += 1; return amounts; } });
  });
  const classes = findTotals(sheetOf("Budget", []), rows, [2, 3]);
  return { looks, classes };
}

/** Amounts without any order, none of them twice. */
const amountAt = (i: number): number => ((i * 7_919) % 99_991) * 1_000 + 1;

const nets = (count: number, codes = true): Plain[] => Array.from({ length: count }, (_, i) => ({ code: codes ? `A${i}` : null, label: `Net cost of service ${i}`, amount: amountAt(i) }));

function groups(count: number, codes: boolean): Plain[] {
  return Array.from({ length: count }, (_, g): Plain[] => {
    const lines = [0, 1, 2].map((i): Plain => ({ code: codes ? `A${g}.${i}` : null, label: `Service ${g}.${i}`, amount: amountAt(g * 3 + i) }));
    return [...lines, { code: null, label: `Total of group ${g}`, amount: lines.reduce((sum, line) => sum + line.amount, 0) }];
  }).flat();
}

test.each<[string, Plain[], { lines: number; totals: number }, number]>([
  ["rows that all say net", nets(1_000), { lines: 1_000, totals: 0 }, 100],
  ["rows that all say net, without codes, and their total", [...nets(1_000, false), { code: null, label: "Total", amount: nets(1_000).reduce((sum, line) => sum + line.amount, 0) }], { lines: 1_000, totals: 1 }, 100],
  ["groups with their sub-totals", groups(400, true), { lines: 1_200, totals: 400 }, 100],
  ["groups without codes", groups(400, false), { lines: 1_200, totals: 400 }, 100],
])("%s: few looks a row", (_name, plain, expected, most) => {
  const { looks, classes } = looked(plain);
  expect({ lines: classes.lines.length, totals: classes.totals.length }).toEqual(expected);
  expect(looks / plain.length).toBeLessThan(most);
});

test("sums of any stretch, after the list was cut and has grown again", () => {
  const items = [1, 2, 3, 4];
  const sums = new PrefixSums<number>(1, (item, out, at) => { out[at] = (out[at] ?? 0) + item; });
  sums.extend(items);
  expect([sums.between(0, 4, 0), sums.between(1, 3, 0)]).toEqual([10, 5]);
  items.length = 2;
  sums.cut(2);
  items.push(10);
  sums.extend(items);
  expect([sums.between(0, 3, 0), sums.between(2, 3, 0)]).toEqual([13, 10]);
});
