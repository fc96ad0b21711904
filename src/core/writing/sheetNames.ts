// The names of every sheet of ours, in the order they stand in a workbook; reading knows them so that it never reads itself.
export const PURSE_SHEETS = {
  index: "Purse",
  agencies: "Purse Agencies",
  mapping: "Purse Mapping",
  lines: "Purse Lines",
  funding: "Purse Funding",
  gateways: "Purse Gateways",
  schemes: "Purse Schemes",
  prohibitions: "Purse Prohibitions",
  funds: "Purse Funds",
  checks: "Purse Checks",
  // Before the view: a host takes a formula only once the table it points to stands.
  eliminations: "Eliminations",
  pooledView: "Pooled View",
  flexibility: "Flexibility",
  virements: "Virements",
  register: "Purse Register",
} as const;

const ALL: ReadonlySet<string> = new Set(Object.values(PURSE_SHEETS));

/** True for a sheet that we write: it is refreshed, never read as an agency's budget. */
export function isPurseSheet(name: string): boolean {
  return ALL.has(name);
}
