// The sheet of the cost-shunt test (tblShunt): what moved between partners from one snapshot to another, the signs, and each agency's answer.
import { formatPounds } from "../money/format";
import { sumPenceBy, type Pence } from "../money/pence";
import type { SheetGrid } from "../reading/grid";
import { readTable, tableSheet, type TableDef } from "../tables/table";
import { poundsCell, textCell } from "../writing/cellText";
import { PURSE_SHEETS } from "../writing/sheetNames";
import type { SheetSpec } from "../writing/types";
import type { ServiceShunt, ShuntComparison } from "./compareSnapshots";

interface ShuntRow {
  readonly key: string;
  readonly compared: string;
  readonly about: string;
  readonly agency: string;
  readonly verdict: string;
  readonly systemPence: Pence | null;
  readonly shuntPence: Pence | null;
  readonly words: string;
  readonly answer: string;
}

const TABLE: TableDef<ShuntRow> = {
  sheet: PURSE_SHEETS.shunt, table: "tblShunt", tabColour: "#C19C00",
  title: "Cost shunts and signs of drawing back",
  subtitle: "£, + is a burden taken on. Signs to talk about, not accusations: the agency named may answer in the last column, and its answer stays.",
  columns: [
    { heading: "Key", width: 26, cell: (row) => textCell(row.key, "label") },
    { heading: "Compared", width: 40, cell: (row) => textCell(row.compared) },
    { heading: "Service or sign", width: 18, cell: (row) => textCell(row.about) },
    { heading: "Agency", width: 14, cell: (row) => textCell(row.agency) },
    { heading: "Verdict", width: 30, cell: (row) => textCell(row.verdict) },
    { heading: "Change for all £", width: 16, cell: (row) => poundsCell(row.systemPence) },
    { heading: "Shunted £", width: 16, cell: (row) => poundsCell(row.shuntPence) },
    { heading: "What is seen", width: 90, cell: (row) => textCell(row.words) },
    { heading: "Agency's answer", width: 60, cell: (row) => textCell(row.answer, "input"), prompt: "The agency's own view of this" },
  ],
};

/** Words for each verdict of the test. */
const VERDICTS: Readonly<Record<ServiceShunt["result"]["verdict"], string>> = {
  "pure-shunt": "a shunt: cost moved, nothing saved",
  "saving-with-loser": "a saving with a loser to compensate",
  wasteful: "costs more in all",
  passes: "no one worse off",
  "not-quantified": "linked, not quantified",
};

export function verdictWords(service: ServiceShunt): string {
  return VERDICTS[service.result.verdict];
}

/** One sentence: who is relieved, who takes on, what is linked, and what would make it good. */
export function serviceWords({ result, linked, unquantified, transfers }: ServiceShunt): string {
  const named = (sign: 1 | -1): string => result.changes.filter((change) => sign * change.pence > 0).map((change) => `${change.agency} ${formatPounds(Math.abs(change.pence))}`).join(", ");
  const relieved = named(-1) === "" ? "no one is relieved" : `relieved: ${named(-1)}`;
  const burdened = named(1) === "" ? "no one takes on more" : `takes on: ${named(1)}`;
  const later = linked.length === 0 ? "" : `, of which ${formatPounds(sumPenceBy(linked, (change) => change.pence))} through linked services is still to come`;
  const open = unquantified.length === 0 ? "" : `; linked but not quantified: ${unquantified.map((link) => `${link.fromLine} to ${link.toLine}`).join(", ")}`;
  const paid = transfers === null ? "; no payment by the relieved could make it good"
    : transfers.length === 0 ? "" : `; made good if ${transfers.map(({ from, to, pence }) => `${from} pays ${to} ${formatPounds(pence)}`).join(" and ")}`;
  const words = `${relieved}; ${burdened}${later}${open}${paid}.`;
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** Services in which cost moved or something is not known, then the signs; answers given before are kept with their keys. */
export function shuntSheet(comparisons: readonly ShuntComparison[], grids: readonly SheetGrid[]): SheetSpec {
  const answers = answersIn(grids);
  const rows = comparisons.flatMap((comparison) => [
    ...comparison.services.map((service) => rowOfService(service, comparison)),
    ...comparison.indicators.map((sign): ShuntRow => ({
      key: `${sign.key} | ${keptName(comparison)}`, compared: compared(comparison), about: sign.id, agency: sign.agency, verdict: "indicator, not accusation",
      systemPence: null, shuntPence: null, words: sign.words, answer: "",
    })),
  ]);
  return tableSheet(TABLE, rows.map((row) => ({ ...row, answer: answers.get(row.key) ?? "" })));
}

function rowOfService(service: ServiceShunt, comparison: ShuntComparison): ShuntRow {
  const about = serviceName(service);
  return {
    key: `${about} | ${keptName(comparison)}`, compared: compared(comparison), about, agency: "", verdict: verdictWords(service),
    systemPence: service.result.systemPence, shuntPence: service.result.shuntPence, words: serviceWords(service), answer: "",
  };
}

export function serviceName({ outcome, clientGroup }: ServiceShunt): string {
  return clientGroup === null ? outcome : `${outcome} ${clientGroup}`;
}

function compared({ before, after }: ShuntComparison): string {
  return `${before} with ${after}`;
}

/** A snapshot is taken anew each time, so its day is no part of the key. */
function keptName({ before }: ShuntComparison): string {
  return before.replace(/ of \S+$/, "");
}

/** Answers by key, as they stand in the workbook. */
function answersIn(grids: readonly SheetGrid[]): ReadonlyMap<string, string> {
  const records = grids.filter((grid) => grid.sheet === TABLE.sheet).flatMap((grid) => readTable(grid, ["Key", "Agency's answer"]) ?? []);
  return new Map(records.map((record) => [record.text("Key"), record.text("Agency's answer")]));
}
