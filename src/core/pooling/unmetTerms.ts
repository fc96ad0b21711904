// What an agreement says of lines or schemes that its pool does not hold: such words share nothing, and nobody would see it in the figures.
import type { Issue } from "../issues/issue";
import { listSome } from "../text";
import type { PoolPosition } from "../virement/types";
import { PURSE_SHEETS } from "../writing/sheetNames";
import { partKey, ruleOf } from "./riskShare/partRules";

/** One warning for each line or scheme that is named and not there, with those that are. */
export function unmetTermsIssues(positions: readonly PoolPosition[]): Issue[] {
  return positions.flatMap(({ pool, terms, parts }): Issue[] => {
    if (terms === null || (terms.method !== "C" && terms.method !== "D")) return [];
    const keys = [...new Set(parts.map((part) => partKey(terms.method, part)))];
    const used = new Set(keys.map((key) => ruleOf(terms.partRules, key)));
    const what = terms.method === "C" ? "line" : "scheme";
    return terms.partRules.filter((rule) => !used.has(rule)).map(({ key }): Issue => ({
      code: "rule-invalid", severity: "warning", where: terms.cell, pence: null,
      facts: {
        rule: pool, table: PURSE_SHEETS.pools, column: "Lines or schemes", found: key,
        why: `no ${what} of the pool bears that name, so it shares nothing; the pool's are ${listSome(keys, ", ")}`,
      },
    }));
  });
}
