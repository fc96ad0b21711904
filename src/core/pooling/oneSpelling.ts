// Names that differ in capital letters alone are one name, as they are to Excel's own sums: pools, schemes, outcomes, client groups and funds.
import type { BudgetLine } from "../budget/line";
import type { Issue } from "../issues/issue";
import type { PartnershipReading } from "../reading/types";
import { compareText } from "../text";

type NamedBy = "pool" | "scheme" | "outcome" | "client group" | "fund" | "ring-fence";

/** Spellings of one kind by their capital letters, each with the first line that bears it. */
class Spellings {
  private readonly of = new Map<string, Map<string, BudgetLine>>();

  add(name: string | null, line: BudgetLine): void {
    if (name === null) return;
    const key = name.toUpperCase();
    const known = this.of.get(key);
    if (known === undefined) this.of.set(key, new Map([[name, line]]));
    else if (!known.has(name)) known.set(name, line);
  }

  /** The names that stand for others: one that the partners list, else the first in the order of text. */
  several(listed: ReadonlySet<string>): { readonly kept: string; readonly others: ReadonlyMap<string, BudgetLine> }[] {
    return [...this.of.values()].filter((names) => names.size > 1).map((names) => {
      const sorted = [...names].sort(([a], [b]) => Number(listed.has(b)) - Number(listed.has(a)) || compareText(a, b));
      return { kept: sorted[0]?.[0] ?? "", others: new Map(sorted.slice(1)) };
    });
  }
}

/** The reading with one spelling of each name, and a remark for each that was written otherwise. The same reading where nothing was. */
export function withOneSpelling(reading: PartnershipReading): PartnershipReading {
  const kinds: Readonly<Record<NamedBy, Spellings>> = {
    pool: new Spellings(), scheme: new Spellings(), outcome: new Spellings(), "client group": new Spellings(), fund: new Spellings(), "ring-fence": new Spellings(),
  };
  for (const line of reading.lines) {
    kinds.pool.add(line.pool, line);
    kinds.scheme.add(line.scheme, line);
    kinds.outcome.add(line.outcome, line);
    kinds["client group"].add(line.clientGroup, line);
    for (const { fund, ringFence } of line.funding) {
      kinds.fund.add(fund, line);
      kinds["ring-fence"].add(ringFence, line);
    }
  }
  const listed = new Set(reading.outcomes.map(({ id }) => id));
  const found = (Object.keys(kinds) as NamedBy[]).flatMap((kind) => kinds[kind].several(listed).map((names) => ({ kind, ...names })));
  if (found.length === 0) return reading;
  const keptOf = new Map(found.flatMap(({ kind, kept, others }) => [...others.keys()].map((other) => [`${kind}\u0001${other}`, kept] as const)));
  const one = <T extends string | null>(kind: NamedBy, name: T): T | string => (name === null ? name : (keptOf.get(`${kind}\u0001${name}`) ?? name));
  const lines = reading.lines.map((line): BudgetLine => ({
    ...line, pool: one("pool", line.pool), scheme: one("scheme", line.scheme), outcome: one("outcome", line.outcome), clientGroup: one("client group", line.clientGroup),
    funding: line.funding.map((split) => ({ ...split, fund: one("fund", split.fund), ringFence: one("ring-fence", split.ringFence) })),
  }));
  const issues = found.flatMap(({ kind, kept, others }) => [...others].map(([other, { source: { file, sheet, address } }]): Issue => ({
    code: "spelt-otherwise", severity: "info", where: { file, sheet, address }, pence: null, facts: { kind, kept, other },
  })));
  return { ...reading, lines, issues: [...reading.issues, ...issues] };
}
