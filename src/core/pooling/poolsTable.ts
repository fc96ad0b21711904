// The table of pools (tblPools): one row a pool and time, for the partners to edit, and reading it back with an issue for each fault.
import type { AgencyId } from "../budget/agency";
import type { SheetGrid } from "../reading/grid";
import type { RuleRowReader } from "../rules/ruleRow";
import { readRows, type TableReading } from "../rules/ruleTables";
import { tableSheet, type TableColumn, type TableDef } from "../tables/table";
import type { PoolPosition } from "../virement/types";
import { numberCell, poundsCell, textCell } from "../writing/cellText";
import { PURSE_SHEETS } from "../writing/sheetNames";
import type { SheetSpec } from "../writing/types";
import { ACCOUNT_PRESETS, type PoolTerms } from "./poolTerms";
import { RISK_METHODS, UNDERSPEND_RULES, type RiskMethod } from "./riskShare/types";
import { TermsReader } from "./termsText";
import { amountsWords, partRulesWords, sourcesWords, tiersWords, weightsWords } from "./termsWords";

const METHOD_WORDS = Object.values(RISK_METHODS);

const input = (heading: string, width: number, of: (row: PoolTerms) => string, choices?: readonly string[]): TableColumn<PoolTerms> =>
  ({ heading, width, cell: (row) => textCell(of(row), "input"), ...(choices === undefined ? {} : { choices }) });

const TABLE: TableDef<PoolTerms> = {
  sheet: PURSE_SHEETS.pools, table: "tblPools", tabColour: "#605E5C",
  title: "Pools: what the partners agreed",
  subtitle: "Yours to edit. Partners by their short id, in the fixed order of the agreement, e.g. COUNCIL 29,100,000; ICB 10,300,000 in £. Where contributions are empty, the sheets' own are used.",
  columns: [
    { heading: "Pool", width: 28, cell: (row) => textCell(row.pool, "label") },
    input("Host", 14, (row) => row.host ?? ""),
    input("Method", 26, (row) => RISK_METHODS[row.method], METHOD_WORDS),
    input("Agreed contributions £", 40, (row) => amountsWords(row.contributions)),
    input("Statutory minimum £", 28, (row) => amountsWords(row.minimums)),
    input("Weights", 28, (row) => weightsWords(row.weights)),
    input("Caps £", 28, (row) => amountsWords(row.caps)),
    input("Tiers", 34, (row) => tiersWords(row.tiers)),
    input("Lines or schemes", 44, (row) => partRulesWords(row.partRules, unitOf(row.method))),
    input("Met first £", 44, (row) => sourcesWords(row.meetFirst)),
    input("Underspend", 18, (row) => row.underspend, UNDERSPEND_RULES),
    { heading: "Windfall %", width: 12, cell: (row) => ({ ...numberCell(row.windfallPercent), style: "input" }) },
    { heading: "Brought forward £", width: 18, cell: (row) => poundsCell(row.broughtForwardPence, "input") },
    input("Accounts", 28, (row) => row.account, ACCOUNT_PRESETS),
    input("From date", 12, (row) => row.from ?? ""),
    input("To date", 12, (row) => row.to ?? ""),
    input("Source", 50, (row) => row.source),
  ],
};

/** What the table holds before the partners fill it in: each pool with what its sheets tell, and no agreed contributions. */
export function startingTerms(positions: readonly PoolPosition[]): PoolTerms[] {
  return positions.map(({ pool, host }) => ({
    pool, host, method: "B", contributions: [], minimums: [], weights: [], caps: [], tiers: [], partRules: [], meetFirst: [],
    underspend: "return", windfallPercent: 100, broughtForwardPence: 0, account: "joint operation", from: null, to: null,
    source: "told from the sheets; enter what was agreed", cell: null,
  }));
}

export function poolsSheet(terms: readonly PoolTerms[]): SheetSpec {
  return tableSheet(TABLE, terms, "Methods: A no sharing; B pro rata; C per line; D per scheme with limits; E with caps; F in tiers; G the lead bears; H and I other sources first; J other weights.");
}

/** Reads the table wherever it stands; a row with a fault is left out with one issue for each faulty cell, so that contributions share instead. */
export function readPools(grids: readonly SheetGrid[], agencies: readonly AgencyId[], pools: readonly string[]): TableReading<PoolTerms> {
  const reading = readRows<PoolTerms>(grids, TABLE, [], (row) => readTerms(row, agencies, pools));
  if (reading.found) return reading;
  const issues = pools.length === 0 ? [] : reading.issues.map((issue) => ({
    ...issue, facts: { ...issue.facts, why: "no agreement is entered, so what a pool ends over or under is shared by the contributions in the sheets" },
  }));
  return { ...reading, issues };
}

function readTerms(row: RuleRowReader, agencies: readonly AgencyId[], pools: readonly string[]): PoolTerms {
  const lists = new TermsReader(row, agencies);
  const name = row.required("Pool");
  const pool = pools.find((candidate) => candidate.toLowerCase() === name.toLowerCase());
  if (pool === undefined && name !== "") row.fault("Pool", "no line is coded to this pool");
  const method = methodOf(row.oneOf("Method", METHOD_WORDS, RISK_METHODS.B));
  const terms: PoolTerms = {
    pool: pool ?? name, host: lists.agency("Host"), method,
    contributions: lists.amounts("Agreed contributions £"), minimums: lists.amounts("Statutory minimum £"),
    weights: lists.weights("Weights"), caps: lists.amounts("Caps £"), tiers: lists.tiers("Tiers"),
    partRules: lists.partRules("Lines or schemes", unitOf(method)), meetFirst: lists.sources("Met first £"),
    underspend: row.oneOf("Underspend", UNDERSPEND_RULES, "return"), windfallPercent: lists.percent("Windfall %", 100),
    broughtForwardPence: row.amount("Brought forward £") ?? 0, account: row.oneOf("Accounts", ACCOUNT_PRESETS, "joint operation"),
    ...row.dates("From date", "To date"), source: row.text("Source"), cell: row.cell("Pool"),
  };
  if (method === "E" && terms.caps.length === 0) row.fault("Caps £", "method E needs a cap for at least one partner");
  if (method === "F" && terms.tiers.length === 0) row.fault("Tiers", "method F needs at least one tier");
  if ((method === "C" || method === "D") && terms.partRules.length === 0) row.fault("Lines or schemes", "this method needs at least one line or scheme");
  return terms;
}

function methodOf(words: string): RiskMethod {
  return (Object.keys(RISK_METHODS) as RiskMethod[]).find((method) => RISK_METHODS[method] === words) ?? "B";
}

/** A scheme's parts are contributions in pounds; a line's parts are weights. */
function unitOf(method: RiskMethod): "weights" | "pounds" {
  return method === "D" ? "pounds" : "weights";
}
