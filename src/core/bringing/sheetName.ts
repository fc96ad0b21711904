// The name that a brought-in sheet gets: its own where it can, within Excel's rules, never one that stands already.
import { cutName } from "../writing/cutVisibly";
import { PURSE_SHEETS } from "../writing/sheetNames";

/** Names that say nothing: the file's name says more. */
const SAYS_NOTHING = /^(sheet|table|data|report|page|export|tabelle|feuil|hoja|list|worksheet|book)[\s_-]*\d*$/i;

const OURS: ReadonlySet<string> = new Set(Object.values(PURSE_SHEETS).map((name) => name.toLowerCase()));

/** `taken` are the names of the sheets that stand; Excel compares without regard to case. The given name is added to it. */
export function freeSheetName(sheet: string, file: string, taken: Set<string>): string {
  const stem = clean(file.replace(/^.*[\\/]/, "").replace(/\.[^.]*$/, ""));
  const own = clean(sheet);
  const wanted = own === "" || SAYS_NOTHING.test(own) ? [stem, `${stem} ${own}`.trim()] : [own, `${own} ${stem}`.trim()];
  const isFree = (name: string): boolean => name !== "" && !taken.has(name.toLowerCase()) && name.toLowerCase() !== "history";
  const [first = "Brought in"] = wanted.filter((name) => name !== "");
  let name = wanted.map((candidate) => cutName(candidate)).find((candidate) => isFree(candidate) && !isOurs(candidate)) ?? "";
  for (let n = 2; name === ""; n += 1) {
    const candidate = cutName(first, ` (${n})`);
    if (isFree(candidate) && !isOurs(candidate)) name = candidate;
  }
  taken.add(name.toLowerCase());
  return name;
}

/** None of [ ] : * ? / \ nor control characters; no apostrophe at either end. */
function clean(name: string): string {
  return name.replace(/[[\]:*?/\\\u0000-\u001f\u007f\ufffe\uffff]/g, " ").replace(/\s+/g, " ").replace(/^['\s]+|['\s]+$/g, "");
}

function isOurs(name: string): boolean {
  return OURS.has(name.toLowerCase());
}
