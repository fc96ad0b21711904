// Control R2: every agency of the partnership has lines, and at the stages that the pool compares.
import { stagePence, type BudgetLine } from "../budget/line";
import type { PartnershipReading } from "../reading/types";
import type { Control } from "./control";

/** One control an agency. Red: no line at all. Amber: lines without a revised budget or a forecast (another stage stands in for them). */
export function checkCompleteness(reading: PartnershipReading): Control[] {
  return reading.agencies.map((agency): Control => {
    const lines = reading.lines.filter((line) => line.agency === agency.id);
    const missing = (stage: "revised" | "forecast"): number => lines.filter((line) => stagePence(line, stage) === null).length;
    const gaps = [gap(missing("revised"), "a revised budget"), gap(missing("forecast"), "a forecast")].filter((words) => words !== "");
    return {
      id: "R2", title: "Every agency has its sheet", subject: agency.name,
      expectedPence: null, foundPence: null, differencePence: null, tolerancePence: 0,
      result: lines.length === 0 ? "red" : gaps.length > 0 ? "amber" : "green",
      cells: [], note: lines.length === 0 ? "No line was read for this agency." : [linesRead(lines), ...gaps].join("; "),
    };
  });
}

function linesRead(lines: readonly BudgetLine[]): string {
  return `${lines.length} ${lines.length === 1 ? "line" : "lines"} read`;
}

function gap(count: number, what: string): string {
  return count === 0 ? "" : `${count} without ${what}`;
}
