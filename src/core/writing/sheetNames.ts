// The names of every sheet of ours, in the order they stand in a workbook; reading knows them so that it never reads itself.
export const PURSE_SHEETS = {
  index: "Purse",
  agencies: "Purse Agencies",
  mapping: "Purse Mapping",
  lines: "Purse Lines",
  gateways: "Purse Gateways",
  schemes: "Purse Schemes",
  prohibitions: "Purse Prohibitions",
  funds: "Purse Funds",
  checks: "Purse Checks",
  pooledView: "Pooled View",
  eliminations: "Eliminations",
  flexibility: "Flexibility",
  virements: "Virements",
  register: "Purse Register",
} as const;

const ALL: ReadonlySet<string> = new Set(Object.values(PURSE_SHEETS));

/** True for a sheet that we write: it is refreshed, never read as an agency's budget. */
export function isPurseSheet(name: string): boolean {
  return ALL.has(name);
}
