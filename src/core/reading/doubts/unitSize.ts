// Figures whose size speaks against the unit they were read in: no local body has a line of twenty billion, and no pounds are printed to one decimal.
import { cellAddress } from "../../budget/cells";
import type { Issue } from "../../issues/issue";
import { formatPounds } from "../../money/format";
import { UNIT_LABEL } from "../../money/unit";
import { amountColumns } from "../lines/bodyRows";
import { readAmount } from "../words/amounts";
import { valueAt } from "../grid";
import type { TableFacts } from "../tableFacts";

const MOST_POUNDS = 20_000_000_000;
const SMALL = 10_000;

/** A question at most: by size alone a unit is never changed. */
export function unitSize(facts: TableFacts): Issue[] {
  if (facts.confirmedBy !== null || !facts.unit.told) return [];
  const used = amountColumns(facts.columns);
  const [unit, whole] = [UNIT_LABEL[facts.unit.unit], facts.grid.sheet];
  let decimals = 0;
  let figures = 0;
  let plain = false;
  for (const index of facts.classes.lines) {
    const row = facts.rows[index];
    for (const amount of row?.amounts ?? []) {
      if (row === undefined || amount === null || amount.pence === 0) continue;
      const said = (what: string): Issue => ({
        code: "unit-scale", severity: "question", pence: Math.abs(amount.pence), where: { file: facts.grid.file, sheet: facts.grid.sheet, address: cellAddress(row.row, amount.column) },
        facts: { sheet: whole, line: row.label, amount: formatPounds(amount.pence), unit, why: what, reason: facts.unit.reason },
      });
      if (!amount.named && Math.abs(amount.pence) >= MOST_POUNDS * 100) return [said("more than a local body has on one line")];
      const reading = readAmount(valueAt(facts.grid, row.row, amount.column));
      if (amount.unit !== "pounds" || amount.named || reading.kind !== "number" || Math.abs(reading.value) >= SMALL || reading.decimals > 1) plain = true;
      figures += 1;
      decimals += reading.kind === "number" ? reading.decimals : 0;
    }
  }
  if (plain || figures < 3 || decimals * 2 < figures) return [];
  const first = facts.rows[facts.classes.lines[0] ?? -1];
  return [{
    code: "unit-scale", severity: "question", pence: null, where: { file: facts.grid.file, sheet: whole, address: cellAddress(first?.row ?? 0, used[0]?.column ?? 0) },
    facts: { sheet: whole, line: first?.label ?? "", amount: formatPounds(first?.amounts.find((a) => a !== null)?.pence ?? 0), unit, why: "printed to one decimal, as thousands or millions are", reason: facts.unit.reason },
  }];
}
