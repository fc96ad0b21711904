// The index sheet ("Purse"): what each sheet of ours is for, when it was refreshed, and from which sources.
import { PURSE_SHEETS } from "./sheetNames";
import { Sketch } from "./sketch";
import type { SheetSpec } from "./types";

type SheetKey = Exclude<keyof typeof PURSE_SHEETS, "index">;

const PURPOSE: Readonly<Record<SheetKey, string>> = {
  sources: "Which file each brought-in sheet came from, and when. Comes with bringing in files.",
  agencies: "Who takes part, as what kind of body, and where each was recognised.",
  mapping: "How each sheet was read: headings, unit, sign and layout; and where its virements go, which is its officer's to choose.",
  lines: "Every budget line with all its fields and a link to its source cell. All views add up this table.",
  funding: "Each line's money by fund.",
  years: "What each line was in earlier years, in cash and at this year's prices.",
  gateways: "Which body's money may go where, by which power. Yours to edit.",
  schemes: "Who may approve a virement of what size, agency by agency. Yours to edit.",
  prohibitions: "Moves that are refused or need more approval. Yours to edit.",
  funds: "Funds and their ring-fences. Yours to edit.",
  classes: "Classes of flexibility, and what share of each can be achieved when a budget is set. Yours to fill in.",
  links: "Whose cost rises when another's service is cut, and by how much. Yours to fill in.",
  objectives: "What suggestions are for, in the order of importance that you choose.",
  swaps: "Restricted money proposed in place of general money. Yours to fill in.",
  pools: "What the partners to each pool agreed: contributions, minimums, how over- and underspends are shared. Yours to edit.",
  names: "What partners call one another in their sheets. Yours to fill in.",
  keywords: "Which words of a line tell its nature, kind of spending, service, client group and outcome. Yours to edit.",
  indices: "Published price indices, version by version, for figures in real terms. Yours to fill in.",
  arrangements: "What each arrangement between partners allows and forbids, and which pools it governs. Yours to edit.",
  yearEnd: "Each pool's account year by year, with the note for the accounts. Earlier years are yours to set to the signed account.",
  snapshot: "The lines as last pooled: what the next consolidation is compared with.",
  changes: "What each consolidation found changed since the one before: old and new, and by whom if known.",
  costs: "Full cost beside controllable cost: what internal recharges and uncontrollable costs put where.",
  poolAccounts: "The year-end pack: what each partner to a pool puts in, bears, owes, and shows in its accounts.",
  checks: "Every check with both its figures.",
  shunt: "Cost that moved between partners, signs of drawing back, and each agency's answer.",
  eliminations: "Flows that two partners record, matched; differences with both cells.",
  pooledView: "The whole place: totals, agencies and views, who funds and who spends, with live formulas.",
  contributions: "Each pool: who puts in what, the exact shares, and who bears what it ends over or under.",
  memorandum: "Each pool as its year-end statement: funding, spending, over- or underspend, budget beside forecast.",
  yearView: "Earlier years beside this one by agency and outcome, in cash and in real terms.",
  flexibility: "How much of each line could move, in which fund, until when and why.",
  flexibilityView: "How much of each agency's spending can move, freely or on conditions, and by class.",
  reconciliation: "What must agree with what, both sides live with their cells, and what to look at in the data.",
  virements: "Suggested moves; choose accepted or refused. Comes with suggestions.",
  afterVirements: "Each budget that an open virement touches, once everything approved is applied; follows the decisions live. Empty until there are virements.",
  register: "What was applied, old and new, one row after another. Comes with suggestions.",
  journal: "Budget entries of what was applied, reversed or approved, for the ledgers. Comes with suggestions; brought up to date when asked for, and when entries go to it alone.",
  forms: "The virement form of each, to be completed and filed. Comes when asked for.",
};

/** Sheets that may not be there yet when the index is written: named, without a link. */
const LATER: ReadonlySet<SheetKey> = new Set(["sources", "virements", "register", "journal", "forms"]);

/** The day of the last refresh as a cell of its own, for formulas on other sheets. */
export const INDEX_DAY = "$B$4";

/** `refreshedOn` is an ISO date; `sources` are names of workbooks or sheets that were read. */
export function indexSheet(refreshedOn: string, sources: readonly string[]): SheetSpec {
  const sketch = new Sketch();
  sketch.text(0, 0, "Common Purse", "title");
  sketch.text(1, 0, "Pooled budgets of a partnership. £; expenditure +, income −; variance = forecast − budget, + is adverse.", "subtitle");
  sketch.text(2, 0, `Refreshed ${refreshedOn}. Everything here is plain Excel and stays readable without the add-in.`, "note");
  sketch.text(3, 0, "Day of the last refresh", "label");
  sketch.text(3, 1, refreshedOn.slice(0, 10));
  sketch.text(4, 0, "Sheet", "header");
  sketch.text(4, 1, "What it is for", "header");
  for (const key of Object.keys(PURPOSE) as SheetKey[]) {
    const sheet = PURSE_SHEETS[key];
    const row = sketch.nextRow;
    sketch.put(row, 0, { value: sheet, format: "text", style: "label", ...(LATER.has(key) ? {} : { link: { file: null, sheet, address: "A1" } }) });
    sketch.text(row, 1, PURPOSE[key]);
  }
  const top = sketch.nextRow + 1;
  sketch.text(top, 0, "Source", "header");
  sketch.text(top, 1, sources.length === 1 ? "1 source was read" : `${sources.length} sources were read`, "header");
  for (const source of sources) sketch.text(sketch.nextRow, 0, source, "label");
  return {
    name: PURSE_SHEETS.index, rows: sketch.rows(), columnWidths: [36, 90], tables: [], validations: [], conditionalFormats: [],
    freezeRows: 0, freezeColumns: 0, printTitleRows: null, outlineRows: [], tabColour: "#0F548C",
  };
}
