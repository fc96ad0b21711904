// What `read` says to people: who was found, on which sheets, and what is open.
import type { Consolidation } from "../../app/consolidate";
import type { SheetReading } from "../../core/reading/types";
import { issueSummary, controlLines } from "./issues";
import { changeLines } from "./changeLines";
import { counted } from "./layout";

export function readText({ reading, issues, changes }: Consolidation): string[] {
  const budgets = reading.sheets.filter((sheet) => sheet.kind === "budget");
  return [
    `Read ${counted(budgets.length, "budget sheet")}: ${counted(reading.agencies.length, "agency", "agencies")}, ${counted(reading.lines.length, "line")}.`,
    "",
    ...reading.sheets.map((sheet) => `  ${place(sheet)}: ${sheet.sentence}`),
    "",
    ...changeLines(changes),
    ...controlLines(reading.controls),
    ...issueSummary(issues),
  ];
}

function place(sheet: SheetReading): string {
  return `${sheet.file === null ? "" : `[${sheet.file}] `}${sheet.sheet}`;
}
