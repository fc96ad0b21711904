// The columns that every table of the rule books shares, and reading them back.
import type { TableColumn } from "../tables/table";
import { textCell } from "../writing/cellText";
import type { RuleRowReader } from "./ruleRow";
import type { Fund, Gateway, Prohibition, SchemeBand, VirementKind } from "./types";

type AnyRow = Gateway | SchemeBand | Prohibition | Fund;

export const KINDS: readonly VirementKind[] = ["technical", "policy", "permanent", "one-off"];
export const YES_NO = ["yes", "no"] as const;

/** Words parted by commas, or "*" for any. */
export function listText(values: readonly string[] | "*" | undefined): string {
  return values === undefined || values === "*" ? "*" : values.join(", ");
}

export const idColumn: TableColumn<AnyRow> = { heading: "Rule", width: 14, cell: (row) => textCell(row.id, "label") };
export const tailColumns: readonly TableColumn<AnyRow>[] = [
  { heading: "Jurisdiction", width: 14, cell: (row) => textCell(row.jurisdiction, "input") },
  { heading: "From date", width: 12, cell: (row) => textCell(row.from ?? "", "input") },
  { heading: "To date", width: 12, cell: (row) => textCell(row.to ?? "", "input") },
  { heading: "Source", width: 50, cell: (row) => textCell(row.source, "input") },
  { heading: "Verified by", width: 26, cell: (row) => textCell(row.verifiedBy, "input") },
];

/** Last, and optional: tables written before it came do without. */
export const verifiedOnColumn: TableColumn<AnyRow> = { heading: "Verified on", width: 14, optional: true, cell: (row) => textCell(row.verifiedOn ?? "", "input") };

export function readTail(row: RuleRowReader): Pick<AnyRow, "id" | "jurisdiction" | "from" | "to" | "source" | "verifiedBy" | "verifiedOn" | "cell"> {
  const verifiedOn = row.date("Verified on");
  return {
    id: row.required("Rule"), jurisdiction: row.jurisdiction("Jurisdiction"), ...row.dates("From date", "To date"),
    source: row.text("Source"), verifiedBy: row.text("Verified by"), cell: row.cell("Rule"),
    ...(verifiedOn === null ? {} : { verifiedOn }),
  };
}
