// The last columns of the virements table: status and whom it waits on, as plain formulas over the decisions of its row.
import { columnLetters } from "../budget/cells";
import type { IsoDate } from "../rules/types";
import { TABLE_HEADER_ROW, type TableColumn } from "../tables/table";
import { statusOf, waitsOn } from "../virement/states/status";
import { pathText } from "../virement/states/step";
import { textCell } from "./cellText";
import { INDEX_DAY } from "./indexSheet";
import { PURSE_SHEETS } from "./sheetNames";
import type { VirementRow } from "./types";

/** Headings of the approver at the position, the first being 0; the first one's are those of a table with one approver. */
export function furtherHeadings(place: number): { readonly approver: string; readonly decision: string; readonly by: string; readonly on: string } {
  const number = place === 0 ? "" : ` ${place + 1}`;
  return { approver: `Approver${number}`, decision: `Decision${number}`, by: `Decided by${number}`, on: `Decided on${number}` };
}

/** Above the table: the day against which the status tells what has expired. A formula that asks for today would be another figure at every look. */
export const STATUS_DAY = { label: "Expired as of", cell: "$B$3", fromPurse: `=${PURSE_SHEETS.index}!${INDEX_DAY}` } as const;

/** Status and whom it waits on, live; what has expired is told against the day above the table, not against today. */
export function statusColumns(headings: readonly string[], approvers: number, on: IsoDate): TableColumn<VirementRow>[] {
  const column = (heading: string): string => `$${columnLetters(headings.indexOf(heading))}`;
  const places = Array.from({ length: approvers }, (_, place) => place);
  const rowOf = (index: number): number => TABLE_HEADER_ROW + 2 + index;
  return [
    {
      heading: "Status", width: 14, optional: true,
      cell: ({ virement }, i) => {
        const row = rowOf(i);
        const asks = virement.legs === undefined ? inRow(column, row) : inAllRows(column, row);
        const state = `${column("State")}${row}`;
        const any = (chosen: string): string => `OR(${places.map((place) => asks.chose(place, chosen)).join(",")})`;
        const agreed = (place: number): string => (place === 0 ? asks.chose(0, "accepted") : `OR(${asks.isNotAsked(place)},${asks.chose(place, "accepted")})`);
        const decided = `IF(${any("refused")},"refused",IF(${any("withdrawn")},"withdrawn",IF(${asks.expired},"expired",IF(AND(${places.map(agreed).join(",")}),"approved",IF(${any("accepted")},"under review","suggested")))))`;
        const open = `IF(${state}<>"suggested",${state},${decided})`;
        return {
          value: statusOf(virement, on), style: "body",
          formula: asks.unbalanced === null ? `=${open}` : `=IF(AND(${state}<>"applied",${state}<>"reversed",${asks.unbalanced}),"incomplete",${open})`,
        };
      },
    },
    {
      heading: "Waits on", width: 40, optional: true,
      cell: ({ virement, first }, i) => {
        if (!first) return textCell("");
        const row = rowOf(i);
        const { chose, isNotAsked } = inRow(column, row);
        const agreed = (place: number): string => (place === 0 ? chose(0, "accepted") : `OR(${isNotAsked(place)},${chose(place, "accepted")})`);
        const any = (chosen: string): string => `OR(${places.map((place) => chose(place, chosen)).join(",")})`;
        const needed = `${column("Approvals needed")}${row}`;
        const further = places.slice(1).reduceRight((rest, place) => `IF(${agreed(place)},${rest},${column(furtherHeadings(place).approver)}${row})`, '""');
        return {
          value: waitsOnText(virement), style: "body",
          formula: `=IF(OR(${column("State")}${row}<>"suggested",${any("refused")},${any("withdrawn")}),"",IF(${agreed(0)},${further},${needed}&""))`,
        };
      },
    },
  ];
}

/** The tests of a virement's decisions, as parts of a formula. */
interface Asks {
  readonly chose: (place: number, chosen: string) => string;
  /** An approver that the virement does not have has nothing to agree to. */
  readonly isNotAsked: (place: number) => string;
  readonly expired: string;
  /** Null where a row balances by itself. */
  readonly unbalanced: string | null;
}

function inRow(column: (heading: string) => string, row: number): Asks {
  const expires = `${column("Expires on")}${row}`;
  return {
    chose: (place, chosen) => `${column(furtherHeadings(place).decision)}${row}="${chosen}"`,
    isNotAsked: (place) => `${column(furtherHeadings(place).approver)}${row}=""`,
    expired: `AND(${STATUS_DAY.cell}<>"",${expires}<>"",${expires}<${STATUS_DAY.cell})`,
    unbalanced: null,
  };
}

/** Rows of one virement stay together by their id, in whatever order people sort them. */
function inAllRows(column: (heading: string) => string, row: number): Asks {
  const of = (heading: string): string => `tblVirements[${heading}]`;
  const own = `(${of("Id")}=${column("Id")}${row})`;
  const some = (...tests: readonly string[]): string => `SUMPRODUCT(${[own, ...tests.map((test) => `(${test})`)].join("*")})>0`;
  const sum = (side: string): string => `ROUND(SUMPRODUCT(${own}*(${of(side)}<>"")*${of("Amount £")}),2)`;
  return {
    chose: (place, chosen) => some(`${of(furtherHeadings(place).decision)}="${chosen}"`),
    isNotAsked: (place) => `SUMPRODUCT(${own}*(${of(furtherHeadings(place).approver)}<>""))=0`,
    expired: `AND(${STATUS_DAY.cell}<>"",${some(`${of("Expires on")}<>""`, `${of("Expires on")}<${STATUS_DAY.cell}`)})`,
    unbalanced: `${sum("From line")}<>${sum("To line")}`,
  };
}

/** While the first has not agreed, the whole path; then whoever is next. */
function waitsOnText(virement: VirementRow["virement"]): string {
  const open = waitsOn(virement);
  const [first] = virement.agreements;
  return first !== undefined && open.includes(first) ? pathText(virement.agreements.map(({ approver }) => approver)) : (open[0]?.approver ?? "");
}
