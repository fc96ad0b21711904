// The names of every sheet of ours, in the order they stand in a workbook; reading knows them so that it never reads itself.
import { valueAt, type SheetGrid } from "../reading/grid";

export const PURSE_SHEETS = {
  index: "Purse",
  sources: "Purse Sources",
  agencies: "Purse Agencies",
  mapping: "Purse Mapping",
  lines: "Purse Lines",
  funding: "Purse Funding",
  years: "Purse Years",
  gateways: "Purse Gateways",
  schemes: "Purse Schemes",
  prohibitions: "Purse Prohibitions",
  funds: "Purse Funds",
  objectives: "Purse Aims",
  classes: "Purse Classes",
  links: "Purse Links",
  swaps: "Purse Swaps",
  pools: "Purse Pools",
  names: "Purse Names",
  keywords: "Purse Keywords",
  indices: "Purse Indices",
  arrangements: "Purse Arrangements",
  yearEnd: "Purse Year End",
  snapshot: "Purse Snapshot",
  changes: "Purse Changes",
  costs: "Purse Costs",
  poolAccounts: "Purse Pool Accounts",
  checks: "Purse Checks",
  shunt: "Purse Cost Shunt",
  // Before the view: a host takes a formula only once the table it points to stands.
  eliminations: "Eliminations",
  pooledView: "Pooled View",
  contributions: "Contributions",
  memorandum: "Memorandum Account",
  yearView: "Year on Year",
  flexibility: "Flexibility",
  flexibilityView: "Flexibility View",
  reconciliation: "Reconciliation",
  virements: "Virements",
  afterVirements: "After Virements",
  register: "Purse Register",
  journal: "Purse Journal",
  forms: "Purse Virement Forms",
} as const;

/** Titles (cell A1) of those of our sheets whose names an agency's own sheet may well bear. */
export const OWN_TITLES = {
  eliminations: "Eliminations: flows that two partners record",
  pooledView: "Pooled view: the whole place",
  contributions: "Contributions: who puts what into each pool, and who bears what",
  memorandum: "Memorandum account of each pool",
  yearView: "Year on year: earlier years beside this one",
  flexibility: "Flexibility: how much of each line could move",
  flexibilityView: "Flexibility of the place: what can move, and what can't",
  reconciliation: "Reconciliation: what must agree, and how sound the data are",
  virements: "Virements: suggested moves and what was decided",
  afterVirements: "After virements: budgets once everything approved is applied",
} as const;

const TITLE_OF: ReadonlyMap<string, string> = new Map([
  [PURSE_SHEETS.eliminations, OWN_TITLES.eliminations], [PURSE_SHEETS.pooledView, OWN_TITLES.pooledView],
  [PURSE_SHEETS.contributions, OWN_TITLES.contributions], [PURSE_SHEETS.memorandum, OWN_TITLES.memorandum],
  [PURSE_SHEETS.yearView, OWN_TITLES.yearView], [PURSE_SHEETS.flexibility, OWN_TITLES.flexibility],
  [PURSE_SHEETS.flexibilityView, OWN_TITLES.flexibilityView], [PURSE_SHEETS.reconciliation, OWN_TITLES.reconciliation],
  [PURSE_SHEETS.virements, OWN_TITLES.virements], [PURSE_SHEETS.afterVirements, OWN_TITLES.afterVirements],
]);

const ALL: ReadonlySet<string> = new Set(Object.values(PURSE_SHEETS));

/** True for a name that one of our sheets bears. An agency's sheet may bear it too: see isOwnSheet. */
export function isPurseSheet(name: string): boolean {
  return ALL.has(name);
}

/** True for a sheet that we wrote: it is refreshed, never read as an agency's budget. A common name counts only with our title. */
export function isOwnSheet(grid: SheetGrid): boolean {
  const title = TITLE_OF.get(grid.sheet);
  return isPurseSheet(grid.sheet) && (title === undefined || valueAt(grid, 0, 0) === title);
}
