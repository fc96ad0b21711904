// Many questions of one kind on one sheet are one question: the weightiest is asked, the others' cells stand beside it.
import type { Issue, IssueCode } from "./issue";

/** So many of a kind are still asked one by one. */
const MOST = 3;
/** Kinds that come in hundreds where a sheet is large or its links are broken; wrong values in agreed tables are each a case of their own. */
const GATHERED: ReadonlySet<IssueCode> = new Set<IssueCode>([
  "amount-error", "text-in-amount", "amount-missing", "counterparty-unknown", "not-coded", "nature-unsure", "row-not-understood", "column-unsure", "duplicate-code",
]);

/** In the order given, each gathered issue where its weightiest stood. Nothing is lost: every other cell is in `alike`. */
export function gatherAlike(issues: readonly Issue[]): Issue[] {
  const kinds = new Map<string, Issue[]>();
  for (const issue of issues) {
    const kind = kindOf(issue);
    if (kind !== null) push(kinds, kind, issue);
  }
  const gathered = new Map<Issue, Issue>();
  const dropped = new Set<Issue>();
  for (const alike of kinds.values()) {
    if (alike.length <= MOST) continue;
    const [first, ...others] = [...alike].sort((a, b) => Math.abs(b.pence ?? 0) - Math.abs(a.pence ?? 0));
    if (first === undefined) continue;
    for (const other of others) dropped.add(other);
    gathered.set(first, { ...first, alike: others.flatMap((other) => [...(other.where === null ? [] : [other.where]), ...(other.alike ?? [])]) });
  }
  return issues.flatMap((issue) => (dropped.has(issue) ? [] : [gathered.get(issue) ?? issue]));
}

function kindOf({ code, severity, where }: Issue): string | null {
  if (where === null || (severity !== "question" && severity !== "error") || !GATHERED.has(code)) return null;
  return `${severity}\u0001${code}\u0001${where.file ?? ""}\u0001${where.sheet}`;
}

function push(kinds: Map<string, Issue[]>, kind: string, issue: Issue): void {
  const known = kinds.get(kind);
  if (known === undefined) kinds.set(kind, [issue]);
  else known.push(issue);
}
