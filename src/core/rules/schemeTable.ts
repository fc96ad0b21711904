// The table of virement schemes (tblSchemes): one row a band, or one row that takes a published scheme whole, and reading it back.
import type { Pence } from "../money/pence";
import type { TableDef } from "../tables/table";
import { numberCell, poundsCell, textCell } from "../writing/cellText";
import { PURSE_SHEETS } from "../writing/sheetNames";
import { shareOf } from "./cumulative";
import { bandsFor, PUBLISHED_SCHEMES } from "./publishedSchemes";
import { idColumn, KINDS, listText, readTail, tailColumns, verifiedOnColumn, YES_NO } from "./ruleColumns";
import type { RuleRowReader } from "./ruleRow";
import type { BodySpending, CostKind, PercentLimit, SchemeBand, VirementScope } from "./types";

const SCOPES: readonly VirementScope[] = ["same cost centre", "same service", "between services", "between directorates", "capital-revenue", "inter-agency", "pool"];
const CUMULATIVE: readonly SchemeBand["cumulative"][] = ["none", "per head", "per pair", "per service", "per year"];
const SHARES: readonly PercentLimit["of"][] = ["net", "gross", "head"];
const COSTS: readonly CostKind[] = ["staffing", "non-staffing", "income"];
const PUBLISHED = PUBLISHED_SCHEMES.map((scheme) => scheme.id);

const input = (heading: string, width: number, of: (row: SchemeBand) => string, choices?: readonly string[]): TableDef<SchemeBand>["columns"][number] =>
  ({ heading, width, cell: (row) => textCell(of(row), "input"), optional: true, ...(choices === undefined ? {} : { choices }) });

export const SCHEMES: TableDef<SchemeBand> = {
  sheet: PURSE_SHEETS.schemes, table: "tblSchemes", tabColour: "#605E5C",
  title: "Schemes of virement: who approves what, in each agency",
  subtitle: "Yours to edit. £: a row covers amounts over its lower limit up to and including its upper limit. A row without an approver is still to be filled in.",
  columns: [
    idColumn,
    { heading: "Agency", width: 16, cell: (row) => textCell(row.agency, "input") },
    { heading: "Scopes", width: 30, cell: (row) => textCell(listText(row.scopes), "input") },
    { heading: "Kinds", width: 24, cell: (row) => textCell(listText(row.kinds), "input") },
    { heading: "Over £", width: 14, cell: (row) => poundsCell(row.approver === "" || row.percent !== undefined ? null : row.overPence, "input") },
    { heading: "Up to £", width: 14, cell: (row) => poundsCell(row.percent !== undefined ? null : row.upToPence, "input") },
    { heading: "Cumulative", width: 14, cell: (row) => textCell(row.cumulative, "input"), choices: CUMULATIVE },
    { heading: "Approver", width: 46, cell: (row) => textCell(row.approver, "input") },
    { heading: "Rank", width: 8, cell: (row) => numberCell(row.rank) },
    { heading: "Form", width: 8, cell: (row) => textCell(row.form ? "yes" : "no", "input"), choices: YES_NO },
    ...tailColumns,
    input("Heads", 24, (row) => listText(row.heads)),
    input("Percent of", 12, (row) => row.percent?.of ?? "", SHARES),
    { heading: "Over %", width: 10, optional: true, cell: (row) => percentCell(row.percent?.overPercent) },
    { heading: "Up to %", width: 10, optional: true, cell: (row) => percentCell(row.percent?.upToPercent) },
    { heading: "Net £", width: 16, optional: true, cell: (row) => poundsCell(row.spending?.netPence ?? null, "input") },
    { heading: "Gross £", width: 16, optional: true, cell: (row) => poundsCell(row.spending?.grossPence ?? null, "input") },
    input("From cost", 14, (row) => row.costFrom ?? "", COSTS),
    input("To cost", 14, (row) => row.costTo ?? "", COSTS),
    input("Published scheme", 22, () => "", PUBLISHED),
    input("Notify", 40, (row) => row.notify ?? ""),
    verifiedOnColumn,
  ],
};

function percentCell(percent: number | null | undefined): ReturnType<typeof textCell> {
  return percent === null || percent === undefined ? textCell("", "input") : { ...numberCell(percent), style: "input" };
}

/** One band, or all the bands of the published scheme that the row names. */
export function readBands(row: RuleRowReader): readonly SchemeBand[] {
  const spending: BodySpending = { netPence: row.amount("Net £"), grossPence: row.amount("Gross £") };
  const name = row.text("Published scheme");
  return name === "" ? [readBand(row, spending)] : publishedBands(row, name, spending);
}

function publishedBands(row: RuleRowReader, name: string, spending: BodySpending): readonly SchemeBand[] {
  const scheme = PUBLISHED_SCHEMES.find((candidate) => candidate.id.toLowerCase() === name.toLowerCase());
  const tail = readTail(row);
  const agency = row.required("Agency");
  if (scheme === undefined) {
    row.fault("Published scheme", `it is not one of ${PUBLISHED.join(", ")}`);
    return [];
  }
  const of = scheme.bands.flatMap((band) => (band.percent === undefined ? [] : [band.percent.of]));
  needSpending(row, of, spending);
  if (row.faults.length > 0) return [];
  return bandsFor(scheme.id, agency, spending).map((band, i) => ({
    ...band, id: `${tail.id}-S${i + 1}`, jurisdiction: tail.jurisdiction, cell: tail.cell, from: later(band.from, tail.from), to: earlier(band.to, tail.to),
  })).filter((band) => band.from === null || band.to === null || band.from <= band.to);
}

function readBand(row: RuleRowReader, spending: BodySpending): SchemeBand {
  const [over, upTo] = [row.amount("Over £"), row.amount("Up to £")];
  const approver = row.text("Approver");
  const percent = readPercent(row, spending);
  if (approver === "" && (over !== null || upTo !== null || percent !== undefined)) row.fault("Approver", "the row has a limit but no approver");
  if (upTo !== null && upTo <= (over ?? 0)) row.fault("Up to £", "it is not above the lower limit");
  if (percent !== undefined && (over !== null || upTo !== null)) row.fault("Percent of", "the row has limits in £ as well: keep one or the other");
  const [heads, notify] = [row.list("Heads"), row.text("Notify")];
  const cost = (column: string): CostKind | undefined => (row.text(column) === "" ? undefined : row.oneOf(column, COSTS));
  const [costFrom, costTo] = [cost("From cost"), cost("To cost")];
  const base: Pence | null = percent?.of === "net" ? spending.netPence : percent?.of === "gross" ? spending.grossPence : null;
  return {
    ...readTail(row), agency: row.required("Agency"), scopes: row.manyOf("Scopes", SCOPES), kinds: row.manyOf("Kinds", KINDS),
    overPence: percent === undefined || base === null ? (over ?? 0) : shareOf(base, percent.overPercent),
    upToPence: percent === undefined || base === null ? upTo : percent.upToPercent === null ? null : shareOf(base, percent.upToPercent),
    cumulative: row.oneOf("Cumulative", CUMULATIVE, "none"), approver, rank: row.wholeNumber("Rank", 0, 6), form: row.yes("Form", true),
    ...(costFrom === undefined ? {} : { costFrom }), ...(costTo === undefined ? {} : { costTo }), ...(heads === undefined ? {} : { heads }), ...(percent === undefined ? {} : { percent, spending }), ...(notify === "" ? {} : { notify }),
  };
}

function readPercent(row: RuleRowReader, spending: BodySpending): PercentLimit | undefined {
  const [over, upTo] = [row.percent("Over %"), row.percent("Up to %")];
  if (row.text("Percent of") === "") {
    if (over !== null || upTo !== null) row.fault("Percent of", "the row has a percentage, but nothing says what it is of");
    return undefined;
  }
  const of = row.oneOf("Percent of", SHARES);
  needSpending(row, [of], spending);
  if (upTo !== null && upTo <= (over ?? 0)) row.fault("Up to %", "it is not above the lower limit");
  return { of, overPercent: over ?? 0, upToPercent: upTo };
}

function needSpending(row: RuleRowReader, of: readonly PercentLimit["of"][], { netPence, grossPence }: BodySpending): void {
  if (of.includes("net") && netPence === null) row.fault("Net £", "a limit is a share of the body's net spending: enter it from its budget book");
  if (of.includes("gross") && grossPence === null) row.fault("Gross £", "a limit is a share of the body's gross spending: enter it from its budget book");
}

function later(a: string | null, b: string | null): string | null {
  return a === null ? b : b === null ? a : a > b ? a : b;
}

function earlier(a: string | null, b: string | null): string | null {
  return a === null ? b : b === null ? a : a < b ? a : b;
}
