// A body's own name within a title, a sheet's name or a file's: without what the paper is, its period, and the part of the body it is about.

/** Words that tell of a paper, a period or an amount and belong to no body's name. */
const OF_A_PAPER = new RegExp(
  `^(?:${[
    "revenue", "capital", "budgets?", "budgeted", "budgetary", "monitoring", "monitor", "reports?", "finances?", "financial", "accounts?", "management", "estimates?", "outturn",
    "forecasts?", "projected", "projections?", "statements?", "summary", "positions?", "book", "plans?", "mtf[ps]", "medium", "term", "months?", "period", "quarter", "quarterly", "years?", "ended", "ending", "as",
    "appendix", "annex", "table", "schedule", "draft", "final", "approved", "latest", "current", "original", "revised", "detail", "detailed", "directorate", "department", "performance",
    "[pmq]\\d{1,2}", "fy\\d*", "\\d.*", "£.*", "jan(?:uary)?", "feb(?:ruary)?", "mar(?:ch)?", "apr(?:il)?", "may", "june?", "july?", "aug(?:ust)?", "sept?(?:ember)?", "oct(?:ober)?", "nov(?:ember)?", "dec(?:ember)?",
  ].join("|")})$`,
  "i",
);
const JOINING = /^(?:and|at|by|for|from|in|of|on|the|to|&)$/i;
/** A body's name mostly ends with what it is; a part of the body may follow. "Council of", "Board for" go on. */
const ENDS = /^(.*?\b(?:council|authority|board|trust))(?!\s+(?:of|for|tax)\b)\b/i;

/** A body of its own beside the one whose name it bears. */
const OWN_BODY = /\b(?:pension fund|holdings|trading|limited|ltd|llp|plc|cic)\b/i;

/**
 * "Fire Authority – budget monitoring to 30 September" is "Fire Authority"; "Thornshire Council Adult services 2026/27" is "Thornshire Council".
 * The whole text where nothing shorter is a body of the same kind: `kindOf` tells what kind of body a text names, null for none.
 */
export function bodyName(text: string, kindOf: (text: string) => string | null): string {
  const kind = kindOf(text);
  const same = (part: string): boolean => part !== "" && kindOf(part) === kind;
  const parts = text.split(/\s+[-–—|/]\s+|[:;,(\n]/).map((part) => part.replace(/\)/g, "").trim());
  // "Council: Oxley City Council" says first what is named.
  const part = parts.find((p) => p.includes(" ") && same(p)) ?? parts.find(same) ?? text.trim();
  const named = withoutPaper(part);
  const name = same(named) ? named : part;
  // "Kexwith Trust for Young People (charity 1100000)": the brackets say what it is, not what it is called.
  const [before] = text.split(/\s*\(/);
  if (!/\s/.test(name) && /^\p{Ll}/u.test(name) && before !== undefined && /\s/.test(before.trim()) && text.includes("(")) return withoutPaper(before.split(/[:;,]/)[0]?.trim() ?? before);
  const ended = OWN_BODY.test(name) ? name : (ENDS.exec(name)?.[1] ?? name);
  return same(ended) ? ended : name;
}

function withoutPaper(text: string): string {
  const words = text.split(/\s+/);
  const isPaper = (word: string): boolean => OF_A_PAPER.test(word.replace(/[.,]+$/, ""));
  const from = words.findIndex((word) => !isPaper(word) && !JOINING.test(word));
  if (from < 0) return text;
  const after = words.slice(from).findIndex(isPaper);
  const kept = words.slice(from, after < 0 ? words.length : from + after);
  while (kept.length > 0 && JOINING.test(kept.at(-1) ?? "")) kept.pop();
  return kept.join(" ");
}
