// Rows of the rule books that can't be right beside the others: an id twice, a fund that no row describes, ranks that fall as amounts rise.
import type { CellRef } from "../budget/cells";
import type { Issue } from "../issues/issue";
import { PURSE_SHEETS } from "../writing/sheetNames";
import { bandKey } from "./ruleOverlaps";
import type { RuleBooks, SchemeBand } from "./types";

interface Fault {
  readonly table: string;
  readonly row: { readonly id: string; readonly cell: CellRef | null };
  readonly column: string;
  readonly found: string;
  readonly why: string;
}

/** Each is an error: which row would hold is for the partners to say. */
export function contradictions(books: RuleBooks): Issue[] {
  const faults = [
    ...twice(books.bands, PURSE_SHEETS.schemes), ...twice(books.prohibitions, PURSE_SHEETS.prohibitions), ...twice(books.funds, PURSE_SHEETS.funds),
    ...unknownFunds(books), ...unknownRings(books), ...circles(books), ...fallingRanks(books.bands),
  ];
  return faults.map(({ table, row, column, found, why }) => ({
    code: "rule-invalid", severity: "error", where: row.cell, pence: null, facts: { table, rule: row.id, column, found, why },
  }));
}

/** Answers name a rule by its id, so one id is one row; gateways may share an id, as one rule read for several pairs of bodies. */
function twice(rows: readonly Fault["row"][], table: string): Fault[] {
  const seen = new Set<string>();
  return rows.flatMap((row): Fault[] => {
    if (!seen.has(row.id)) return seen.add(row.id) && [];
    return [{ table, row, column: "Rule", found: row.id, why: "another row has the same id" }];
  });
}

function unknownFunds({ gateways, funds }: RuleBooks): Fault[] {
  const known = new Set(funds.map((fund) => fund.fund));
  return gateways.filter((row) => row.fromFund !== "*" && !known.has(row.fromFund))
    .map((row) => ({ table: PURSE_SHEETS.gateways, row, column: "From fund", found: row.fromFund, why: `no row of ${PURSE_SHEETS.funds} describes this fund` }));
}

/** Outer rings that no fund has: the nesting can't be checked. */
function unknownRings({ funds }: RuleBooks): Fault[] {
  const rings = new Set(funds.map((fund) => fund.ringFence));
  return funds.filter((fund) => fund.insideRing !== null && !rings.has(fund.insideRing))
    .map((fund) => ({ table: PURSE_SHEETS.funds, row: fund, column: "Inside ring", found: fund.insideRing ?? "", why: "no fund has this ring-fence" }));
}

/** A ring that lies in itself, at once or by way of others: no money in it could be told where it may go. */
function circles({ funds }: RuleBooks): Fault[] {
  const outside = new Map<string, string>();
  for (const { ringFence, insideRing } of funds) if (ringFence !== null && insideRing !== null) outside.set(ringFence, insideRing);
  return funds.flatMap((row): Fault[] => {
    const way: string[] = [];
    for (let ring = row.ringFence === null ? null : row.insideRing; ring !== null && !way.includes(ring); ring = outside.get(ring) ?? null) way.push(ring);
    if (row.ringFence === null || !way.includes(row.ringFence)) return [];
    const why = row.insideRing === row.ringFence ? "a ring can't lie in itself" : `it lies in itself: ${[row.ringFence, ...way.slice(0, way.indexOf(row.ringFence) + 1)].join(" in ")}`;
    return [{ table: PURSE_SHEETS.funds, row, column: "Inside ring", found: row.insideRing ?? "", why }];
  });
}

/** Of two bands for the same moves, the one for larger amounts can't need a lower rank: the optimiser would make moves larger to please. */
function fallingRanks(bands: readonly SchemeBand[]): Fault[] {
  const filled = bands.filter((band) => band.approver !== "");
  return filled.flatMap((band): Fault[] => {
    const lower = filled.find((other) =>
      bandKey(other) === bandKey(band) && other.rank > band.rank && other.upToPence !== null && other.upToPence <= band.overPence &&
      other.jurisdiction === band.jurisdiction && meet(other, band));
    return lower === undefined ? [] : [{ table: PURSE_SHEETS.schemes, row: band, column: "Rank", found: String(band.rank), why: `smaller amounts need rank ${lower.rank} by ${lower.id}` }];
  });
}

function meet(a: SchemeBand, b: SchemeBand): boolean {
  return (a.to === null || b.from === null || b.from <= a.to) && (b.to === null || a.from === null || a.from <= b.to);
}
