// What `read` says to people: who was found, on which sheets, and what is open.
import type { Consolidation } from "../../app/consolidate";
import { formatPounds } from "../../core/money/format";
import { sheetBalance, type SheetBalance } from "../../core/reading/balance";
import type { SheetReading } from "../../core/reading/types";
import { issueSummary, controlLines } from "./issues";
import { changeLines } from "./changeLines";
import { counted } from "./layout";

export function readText({ reading, issues, changes }: Consolidation): string[] {
  const budgets = reading.sheets.filter((sheet) => sheet.kind === "budget");
  return [
    `Read ${counted(budgets.length, "budget sheet")}: ${counted(reading.agencies.length, "agency", "agencies")}, ${counted(reading.lines.length, "line")}.`,
    "",
    ...reading.sheets.flatMap((sheet) => [`  ${place(sheet)}: ${sheet.sentence}`, ...balanceLine(sheetBalance(sheet, reading.lines))]),
    "",
    ...changeLines(changes),
    ...controlLines(reading.controls),
    ...issueSummary(issues),
  ];
}

function place(sheet: SheetReading): string {
  return `${sheet.file === null ? "" : `[${sheet.file}] `}${sheet.sheet}`;
}

/** "£110 of lines + £0 set aside + £0 not understood = £110, as printed at F30 (revised)". */
function balanceLine(balance: SheetBalance | null): string[] {
  if (balance === null) return [];
  const { stage, linesPence, setAsidePence, notUnderstoodPence, totalPence, printed } = balance;
  const parts = `${formatPounds(linesPence)} of lines + ${formatPounds(setAsidePence)} set aside`;
  if (notUnderstoodPence === null || totalPence === null) return [`    ${parts}; the sheet has no total to tell what else it holds (${stage}).`];
  const total = printed.length === 0 ? "added up, as no total is printed" : `as printed at ${printed.map(({ address }) => address).join(" and ")}${setAsidePence === 0 ? "" : " and set aside"}`;
  return [`    ${parts} + ${formatPounds(notUnderstoodPence)} not understood = ${formatPounds(totalPence)}, ${total} (${stage}).`];
}
