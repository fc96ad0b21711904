// Nobody answers a long list: at most three questions a sheet, those of one kind asked once with all their cells, the rest told as warnings.
import type { Issue } from "../../issues/issue";
import { compareText } from "../../text";

/** The most that is asked about one sheet. */
const MOST = 3;

/**
 * Where a sheet raises more than three questions, those of one kind become one, at the cell with most money and with the cells of the
 * others; of what is still more than three, the ones with most money are asked, and the others are warnings. Nothing is dropped; errors stay as they are.
 */
export function fewQuestions(issues: readonly Issue[]): Issue[] {
  const ofSheet = new Map<string, Issue[]>();
  for (const issue of issues) {
    // A wrong value in the partners' coding is a case of its own.
    if (issue.severity !== "question" || issue.where === null || issue.code === "coding-invalid") continue;
    const key = JSON.stringify([issue.where.file, issue.where.sheet]);
    const known = ofSheet.get(key);
    if (known === undefined) ofSheet.set(key, [issue]);
    else known.push(issue);
  }
  const instead = new Map<Issue, Issue | null>();
  for (const asked of ofSheet.values()) if (asked.length > MOST) shorten(asked, instead);
  return issues.flatMap((issue) => {
    const other = instead.get(issue);
    return other === undefined ? [issue] : other === null ? [] : [other];
  });
}

function shorten(asked: readonly Issue[], instead: Map<Issue, Issue | null>): void {
  const kinds = [...new Set(asked.map(({ code }) => code))];
  const merged = kinds.flatMap((code) => {
    const alike = asked.filter((issue) => issue.code === code).sort(byMoney);
    const [first, ...others] = alike;
    if (first === undefined) return [];
    for (const other of others) instead.set(other, null);
    return [{ first, issue: others.length === 0 ? first : together(first, others) }];
  });
  merged.sort((a, b) => byMoney(a.issue, b.issue) || compareText(a.issue.code, b.issue.code));
  merged.forEach(({ first, issue }, i) => instead.set(first, i < MOST ? issue : { ...issue, severity: "warning" }));
}

function byMoney(a: Issue, b: Issue): number {
  return Math.abs(b.pence ?? 0) - Math.abs(a.pence ?? 0);
}

function together(first: Issue, others: readonly Issue[]): Issue {
  return { ...first, alike: [...(first.alike ?? []), ...others.flatMap(({ where, alike = [] }) => [...(where === null ? [] : [where]), ...alike])] };
}
