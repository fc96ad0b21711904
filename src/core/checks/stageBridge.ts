// Control R8: a revised budget is the original, the virements that the register holds, and nothing that no one told.
import type { AgencyId } from "../budget/agency";
import type { BudgetLine } from "../budget/line";
import type { CellRef } from "../budget/cells";
import { formatPounds } from "../money/format";
import { asPence, sumPenceBy, type Pence } from "../money/pence";
import type { RegisterRow } from "../virement/life";
import type { Control } from "./control";
import { makeControl } from "./makeControl";

const LISTED = 4;

/** Lines whose sheets print both stages: only they have a bridge. */
export function bridgedLines(lines: readonly BudgetLine[], agency: AgencyId): BudgetLine[] {
  return lines.filter((line) => line.agency === agency && line.originalPence !== null && line.revisedPence !== null);
}

/** What applied and reversed virements did to the budgets of these lines. */
export function registeredPence(lines: readonly BudgetLine[], register: readonly RegisterRow[]): Pence {
  const ids = new Set(lines.map((line) => line.id));
  return sumPenceBy(register.filter((row) => ids.has(row.lineId)), (row) => row.amountPence);
}

/**
 * Two controls an agency. Original plus register against revised: amber where they differ, since supplementary estimates and virements
 * that were agreed elsewhere are in no register of ours. Virements within the agency: their sum is nil, red where it is not and no other
 * agency took part.
 */
export function checkStageBridge(agencies: readonly AgencyId[], lines: readonly BudgetLine[], register: readonly RegisterRow[]): Control[] {
  return [...agencies.flatMap((agency) => bridge(agency, bridgedLines(lines, agency), register)), ...withinAgencies(agencies, lines, register)];
}

function bridge(agency: AgencyId, lines: readonly BudgetLine[], register: readonly RegisterRow[]): Control[] {
  const title = "Revised budget is the original plus virements in the register";
  if (lines.length === 0) return [];
  const original = sumPenceBy(lines, (line) => line.originalPence ?? 0);
  const revised = sumPenceBy(lines, (line) => line.revisedPence ?? 0);
  const registered = registeredPence(lines, register);
  const open = asPence(revised - original - registered);
  const moved = lines.filter((line) => line.revisedPence !== line.originalPence);
  return [makeControl({
    id: "R8", title, subject: agency, expectedPence: asPence(original + registered), foundPence: revised, whenDifferent: "amber",
    cells: open === 0 ? [] : moved.slice(0, LISTED).map(cellOf),
    note: open === 0 ? "" : `${formatPounds(open)} is in no register: a supplementary estimate, or virements agreed elsewhere. Ask ${agency} which.${besideBudget(lines, register) ? NOT_YET : ""}`,
  })];
}

const NOT_YET = " Virements by the journal alone, or in a column that no formula adds, are in the register and show only once the revised budget follows.";

/** True where the register has entries that did not go into the revised budgets of these lines themselves. */
function besideBudget(lines: readonly BudgetLine[], register: readonly RegisterRow[]): boolean {
  const ids = new Set(lines.map((line) => line.id));
  return register.some((row) => ids.has(row.lineId) && row.detail?.into !== undefined && row.detail.into !== "revised budget");
}

function withinAgencies(agencies: readonly AgencyId[], lines: readonly BudgetLine[], register: readonly RegisterRow[]): Control[] {
  const agencyOf = new Map(lines.map((line) => [line.id, line.agency]));
  return agencies.flatMap((agency) => {
    const inside = new Set(register.map((row) => row.virementId).filter((id) => {
      const taking = new Set(register.filter((row) => row.virementId === id).map((row) => agencyOf.get(row.lineId)));
      return taking.size === 1 && taking.has(agency);
    }));
    if (inside.size === 0) return [];
    return [makeControl({
      id: "R8", title: "Virements inside the agency add to nil", subject: agency, expectedPence: 0,
      foundPence: sumPenceBy(register.filter((row) => inside.has(row.virementId)), (row) => row.amountPence),
    })];
  });
}

function cellOf({ source: { file, sheet, address } }: BudgetLine): CellRef {
  return { file, sheet, address };
}
