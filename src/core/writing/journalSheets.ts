// The journal and the virement forms as sheets and as CSV: what a finance officer posts to the ledger and files.
import type { BudgetLine } from "../budget/line";
import { formatPounds } from "../money/format";
import { sumPenceBy } from "../money/pence";
import { fromPence } from "../money/unit";
import { tableSheet, type TableColumn, type TableDef } from "../tables/table";
import { NOT_STATED } from "../virement/betweenBodies";
import { legsOf } from "../virement/legs";
import { approvedBy, type Journal, type JournalLine } from "../virement/journal";
import { numberCell, poundsCell, textCell } from "./cellText";
import { PURSE_SHEETS } from "./sheetNames";
import type { SheetSpec } from "./types";

const COLUMNS: readonly TableColumn<JournalLine>[] = [
  { heading: "Date", width: 14, cell: (line) => textCell(line.on) },
  { heading: "Period", width: 8, cell: (line) => numberCell(line.period) },
  { heading: "Reference", width: 24, cell: (line) => textCell(line.reference, "label") },
  { heading: "State", width: 12, cell: (line) => textCell(line.state) },
  { heading: "Agency", width: 16, cell: (line) => textCell(line.agency) },
  { heading: "Cost centre", width: 16, cell: (line) => textCell(line.costCentre) },
  { heading: "Line", width: 14, cell: (line) => textCell(line.lineId) },
  { heading: "Description", width: 40, cell: (line) => textCell(line.description) },
  { heading: "Subjective", width: 12, cell: (line) => textCell(line.subjectiveGroup === null ? "" : String(line.subjectiveGroup)) },
  { heading: "Fund", width: 12, cell: (line) => textCell(line.fund) },
  { heading: "Debit budget £", width: 16, cell: (line) => poundsCell(line.pence > 0 ? line.pence : null) },
  { heading: "Credit budget £", width: 16, cell: (line) => poundsCell(line.pence < 0 ? -line.pence : null) },
  { heading: "Amount £", width: 16, cell: (line) => poundsCell(line.pence) },
  { heading: "One-off or recurrent", width: 16, cell: (line) => textCell(line.recurrence) },
  { heading: "Instrument", width: 24, cell: (line) => textCell(line.virement.instrument) },
  { heading: "Approvals", width: 50, cell: (line) => textCell(approvedBy(line.virement)) },
  { heading: "VAT note", width: 40, cell: (line) => textCell(line.betweenBodies ? line.virement.vatNote ?? NOT_STATED : "") },
  { heading: "Cash date", width: 14, cell: (line) => textCell(line.betweenBodies ? line.virement.cashOn ?? NOT_STATED : "") },
];

const JOURNAL: TableDef<JournalLine> = {
  sheet: PURSE_SHEETS.journal, table: "tblJournal", tabColour: "#8A8886",
  title: "Journal: budget entries of what was applied, reversed or approved",
  subtitle: "£. More to spend is a debit, less or more income a credit. The entries of each reference add to 0 for each agency and each fund. Nothing is posted to a ledger from here.",
  columns: COLUMNS,
};

interface FormRow {
  readonly reference: string;
  readonly field: string;
  readonly entry: string;
}

const FORMS: TableDef<FormRow> = {
  sheet: PURSE_SHEETS.forms, table: "tblForms", tabColour: "#8A8886",
  title: "Virement forms", subtitle: "One form after another. Blank entries are for people to fill in: what the sheets can't tell is left to them.",
  columns: [
    { heading: "Reference", width: 24, cell: (row) => textCell(row.reference, "label") },
    { heading: "Field", width: 34, cell: (row) => textCell(row.field) },
    { heading: "Entry", width: 90, cell: (row) => textCell(row.entry, "input") },
  ],
};

/** Both sheets; what is incomplete is named in the journal's note. */
export function journalSheets(journal: Journal, lines: readonly BudgetLine[]): SheetSpec[] {
  return [tableSheet(JOURNAL, journal.lines, journal.incomplete.join(" ")), tableSheet(FORMS, formRows(journal, lines))];
}

/** Comma-separated, the headings first, for a ledger's upload. Text that a spreadsheet would take for a formula gets a text mark ('). */
export function journalCsv(journal: Journal): string[] {
  const rows = journal.lines.map((line, i) => COLUMNS.map((column) => {
    const { value, format } = column.cell(line, i);
    return format === "pounds-pence" && typeof value === "number" ? plainAmount(Math.round(value * 100)) : csvText(String(value ?? ""));
  }));
  return [COLUMNS.map(({ heading }) => csvText(heading)), ...rows].map((cells) => cells.join(","));
}

function plainAmount(pence: number): string {
  return fromPence(pence, "pounds").toFixed(2);
}

function csvText(text: string): string {
  const harmless = /^[=+\-−@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replace(/"/g, '""')}"` : harmless;
}

/** The fields of councils' virement forms, in their order; each virement has one form, as it stands now. */
function formRows({ lines: journal }: Journal, lines: readonly BudgetLine[]): FormRow[] {
  const references = [...new Set(journal.map(({ reference }) => reference))];
  return references.flatMap((reference) => {
    const own = journal.filter((line) => line.reference === reference);
    const last = own.filter(({ state, on }) => state === own.at(-1)?.state && on === own.at(-1)?.on);
    const { virement, state, on } = last[0] ?? own[0] ?? { virement: null, state: "approved", on: "" };
    if (virement === null) return [];
    const between = last.some(({ betweenBodies }) => betweenBodies);
    const side = (sign: 1 | -1): string => last.filter(({ pence }) => Math.sign(pence) === sign)
      .map(({ agency, costCentre, description, fund, pence }) => `${agency} ${costCentre} ${description}, fund ${fund}: ${formatPounds(Math.abs(pence))}`).join("; ");
    const givers = new Set(legsOf(virement).map(({ from }) => from));
    const rings = [...new Set(lines.filter(({ id }) => givers.has(id)).flatMap(({ funding }) => funding).flatMap(({ ringFence }) => (ringFence === null ? [] : [ringFence])))];
    const fields: readonly (readonly [string, string])[] = [
      ["Agency", [...new Set(last.map(({ agency }) => agency))].join(", ")],
      ["State and date", `${state} ${on}`],
      ["Type", `${virement.recurrence}${between ? "; between bodies, so a change of contribution and no virement" : ""}`],
      ["Instrument", virement.instrument],
      ["Reason", virement.why],
      ["Comments", virement.reason],
      ["From (budgets that fall, or income that rises)", side(-1)],
      ["To (budgets that rise)", side(1)],
      ["Balance check", `${formatPounds(sumPenceBy(last, ({ pence }) => pence))} over all entries`],
      ["Next year's effect", virement.recurrence === "one-off" ? "none: one-off" : ""],
      ["Ring-fences on the giver's line", rings.length === 0 ? "none" : rings.join(", ")],
      ["Effect on service, outcome, partners and linked services", ""],
      ["Rules", `${virement.ruleIds.join(", ")} as of ${virement.suggestedOn.slice(0, 10)}`],
      ["Approvals", approvedBy(virement)],
      ...(between ? [["VAT note", virement.vatNote ?? NOT_STATED], ["Cash date", virement.cashOn ?? NOT_STATED]] as const : []),
      ["Posted reference", ""],
    ];
    return fields.map(([field, entry]): FormRow => ({ reference, field, entry }));
  });
}
