// How one figure is printed: as a number, or as text in one of the forms that finance officers type.
import type { CellValue } from "../../src/core/reading/grid";
import type { Line, Plan } from "./plan";

/** The figure as a number, or as text in the plan's form and sign. */
export function writtenAs(steps: number, plan: Plan, side: Line["side"] = "spend"): CellValue {
  const size = Math.abs(steps) / 10 ** plan.decimals;
  const text = size.toFixed(plan.decimals);
  const asText = plan.numbers !== "numbers";
  if (plan.unitPlace === "cells") {
    const marked = `£${text}${plan.unit === "millions" ? "m" : "k"}`;
    return steps < 0 ? (plan.signs === "brackets" ? `(${marked})` : `-${marked}`) : marked;
  }
  const [whole = "0", part = ""] = text.split(".");
  const mark = plan.numbers === "spaces" ? " " : plan.numbers === "continental" ? "." : ",";
  const point = plan.numbers === "continental" ? "," : ".";
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, mark) + (part === "" ? "" : point + part);
  if (plan.signs === "crdr") return `${grouped} ${steps < 0 ? "CR" : "DR"}`.replace(/ DR$/, side === "spend" && plan.seed % 2 === 0 ? "" : " DR");
  if (steps < 0 && plan.signs === "trailing") return `${grouped}-`;
  if (steps < 0 && plan.signs === "brackets") return `(${grouped})`;
  if (!asText) return Number((steps / 10 ** plan.decimals).toFixed(plan.decimals));
  return steps < 0 ? `-${grouped}` : grouped;
}
