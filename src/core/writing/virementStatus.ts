// The last columns of the virements table: status and whom it waits on, as plain formulas over the decisions of its row.
import { columnLetters } from "../budget/cells";
import { TABLE_HEADER_ROW, type TableColumn } from "../tables/table";
import { statusOf, waitsOn } from "../virement/states/status";
import { pathText } from "../virement/states/step";
import type { VirementRow } from "./virementTable";

/** Headings of the approver at the position, the first being 0; the first one's are those of a table with one approver. */
export function furtherHeadings(place: number): { readonly approver: string; readonly decision: string; readonly by: string; readonly on: string } {
  const number = place === 0 ? "" : ` ${place + 1}`;
  return { approver: `Approver${number}`, decision: `Decision${number}`, by: `Decided by${number}`, on: `Decided on${number}` };
}

/**
 * Status and whom it waits on, live. A formula knows no date, so the status does not tell an expired virement: its last day stands in its own
 * column.
 */
export function statusColumns(headings: readonly string[], approvers: number): TableColumn<VirementRow>[] {
  const column = (heading: string): string => `$${columnLetters(headings.indexOf(heading))}`;
  const places = Array.from({ length: approvers }, (_, place) => place);
  const decision = (place: number, row: number): string => `${column(furtherHeadings(place).decision)}${row}`;
  const any = (chosen: string, row: number): string => `OR(${places.map((place) => `${decision(place, row)}="${chosen}"`).join(",")})`;
  // An approver that this row does not have has nothing to agree to.
  const agreed = (place: number, row: number): string => (place === 0 ? `${decision(0, row)}="accepted"` : `OR(${column(furtherHeadings(place).approver)}${row}="",${decision(place, row)}="accepted")`);
  const state = (row: number): string => `${column("State")}${row}`;
  const rowOf = (index: number): number => TABLE_HEADER_ROW + 2 + index;
  return [
    {
      heading: "Status", width: 14, optional: true,
      cell: ({ virement }, i) => {
        const row = rowOf(i);
        return {
          value: statusOf({ ...virement, expiresOn: null }, ""), style: "body",
          formula: `=IF(${state(row)}<>"suggested",${state(row)},IF(${any("refused", row)},"refused",IF(${any("withdrawn", row)},"withdrawn",IF(AND(${places.map((place) => agreed(place, row)).join(",")}),"approved",IF(${any("accepted", row)},"under review","suggested")))))`,
        };
      },
    },
    {
      heading: "Waits on", width: 40, optional: true,
      cell: ({ virement }, i) => {
        const row = rowOf(i);
        const needed = `${column("Approvals needed")}${row}`;
        const further = places.slice(1).reduceRight((rest, place) => `IF(${agreed(place, row)},${rest},${column(furtherHeadings(place).approver)}${row})`, '""');
        return {
          value: waitsOnText(virement), style: "body",
          formula: `=IF(OR(${state(row)}<>"suggested",${any("refused", row)},${any("withdrawn", row)}),"",IF(${agreed(0, row)},${further},${needed}&""))`,
        };
      },
    },
  ];
}

/** While the first has not agreed, the whole path; then whoever is next. */
function waitsOnText(virement: VirementRow["virement"]): string {
  const open = waitsOn(virement);
  const [first] = virement.agreements;
  return first !== undefined && open.includes(first) ? pathText(virement.agreements.map(({ approver }) => approver)) : (open[0]?.approver ?? "");
}
