// Which arrangement governs a pool or scheme, and what of it the sheets do not keep to.
import type { Agency } from "../../budget/agency";
import type { BudgetLine } from "../../budget/line";
import type { Issue } from "../../issues/issue";
import { holdsOn } from "../../rules/inForce";
import type { IsoDate } from "../../rules/types";
import { compareText, count, listSome } from "../../text";
import type { PoolPosition } from "../../virement/types";
import type { PassThroughTest } from "../passThrough";
import type { ArrangementRow, ArrangementTest } from "./types";

/** The row that governs a pool or scheme on a date; without a date, or where several hold, the one that begins last. */
export function arrangementOf(name: string, rows: readonly ArrangementRow[], date: IsoDate | null = null): ArrangementRow | undefined {
  const own = rows.filter((row) => row.governs.some((governed) => governed.toLowerCase() === name.toLowerCase()) && (date === null || holdsOn(row, date)));
  return own.sort((a, b) => compareText(b.from ?? "", a.from ?? ""))[0];
}

/** A pool with what is known of it. */
export interface GovernedPool {
  readonly pool: string;
  readonly position: PoolPosition | null;
  readonly lines: readonly BudgetLine[];
  readonly passThrough: PassThroughTest | null;
}

/** Every pool and scheme of the lines that a row governs, with what is known of it. */
export function governedPools(lines: readonly BudgetLine[], positions: readonly PoolPosition[], tests: readonly PassThroughTest[], rows: readonly ArrangementRow[]): GovernedPool[] {
  const governed = new Set(rows.flatMap((row) => row.governs.map((name) => name.toLowerCase())));
  if (governed.size === 0) return [];
  const names = new Map(lines.flatMap((line) => [line.pool, line.scheme]).flatMap((name) => (name !== null && governed.has(name.toLowerCase()) ? [[name.toLowerCase(), name] as const] : [])));
  return [...names.values()].sort(compareText).map((pool): GovernedPool => ({
    pool, lines: lines.filter((line) => [line.pool, line.scheme].some((name) => name?.toLowerCase() === pool.toLowerCase())),
    position: positions.find((position) => position.pool === pool) ?? null, passThrough: tests.find((test) => test.pool === pool) ?? null,
  }));
}

/** One warning for each thing that a governed pool does not keep to; pools and schemes that nothing governs are passed over. */
export function arrangementIssues(pools: readonly GovernedPool[], rows: readonly ArrangementRow[], agencies: readonly Agency[]): Issue[] {
  const known = new Set(pools.map(({ pool }) => pool.toLowerCase()));
  const strangers = rows.flatMap((row) => row.governs.filter((name) => !known.has(name.toLowerCase()))
    .map((name) => issueOf(row, name, "no line is coded to a pool or scheme of that name", null)));
  const broken = pools.flatMap((pool) => {
    const row = arrangementOf(pool.pool, rows);
    return row === undefined ? [] : [...codedOtherwise(pool, row), ...row.tests.flatMap((test) => failed(test, pool, row, agencies))];
  });
  return [...strangers, ...broken];
}

function codedOtherwise({ pool, lines }: GovernedPool, row: ArrangementRow): Issue[] {
  const other = lines.filter((line) => !row.lines.includes(line.arrangement));
  if (other.length === 0) return [];
  const why = `${count(other.length, "line")} ${other.length === 1 ? "is" : "are"} coded as ${[...new Set(other.map((line) => line.arrangement))].join(", ")} (${listSome(other.map((line) => line.id), ", ")}), and it knows ${row.lines.join(", ")} only`;
  return [issueOf(row, pool, why, other[0] ?? null)];
}

function failed(test: ArrangementTest, { pool, position, lines, passThrough }: GovernedPool, row: ArrangementRow, agencies: readonly Agency[]): Issue[] {
  const [first] = lines;
  const say = (why: string): Issue[] => [issueOf(row, pool, why, first ?? null)];
  switch (test) {
    case "schedule entered": return position !== null && (position.terms?.contributions ?? []).length === 0 ? say("no agreed contributions are entered on Purse Pools") : [];
    case "minimum entered": return position !== null && (position.terms?.minimums ?? []).length === 0 ? say("no statutory minimum is entered on Purse Pools") : [];
    case "no pass-through": return passThrough?.passesThrough === true ? say("every partner draws what it put in") : [];
    case "health and council only": {
      const ids = new Set([...lines.map((line) => line.agency), ...lines.flatMap((line) => (line.nature === "IA_INCOME" ? (line.counterparty ?? []) : []))]);
      const strange = agencies.filter((agency) => ids.has(agency.id) && !["COUNCIL", "ICB", "NHS_TRUST"].includes(agency.bodyType));
      return strange.length === 0 ? [] : say(`${strange.map((agency) => agency.name).join(", ")} ${strange.length === 1 ? "is" : "are"} neither an NHS body nor a council`);
    }
    case "passes all on": return [];
  }
}

function issueOf(row: ArrangementRow, pool: string, why: string, line: BudgetLine | null): Issue {
  const where = line === null ? row.cell : { file: line.source.file, sheet: line.source.sheet, address: line.source.address };
  return { code: "arrangement-broken", severity: "warning", where, pence: null, facts: { pool, arrangement: row.name, why, source: row.source } };
}
