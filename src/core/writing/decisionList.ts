// A list of decisions kept outside the workbook (CSV or JSON) as requests: each row one decision on one virement.
import { toPence } from "../money/unit";
import type { CellValue, SheetGrid } from "../reading/grid";
import { readTable } from "../tables/table";
import { DECISIONS, type Decision } from "../virement/life";
import type { Stated } from "../virement/states/request";

export interface DecisionRequest {
  /** What the row says of the virement itself, compared with the workbook. */
  readonly stated: Stated;
  readonly decision: Decision;
  /** Null for the approver whose turn it is. */
  readonly approver: string | null;
  readonly by: string;
  readonly on: string;
  readonly reason: string;
}

/** Headings of a list: the first two are needed. JSON uses the names to the right. */
const HEADINGS = {
  Id: "id", Decision: "decision", Approver: "approver", "Decided by": "by", "Decided on": "on", Reason: "reason", "From line": "from", "To line": "to", "Amount £": "amount", Version: "version",
} as const;

/** The rows in their order, or the first that can't be understood, as a sentence. */
export function readDecisionList(grid: SheetGrid): readonly DecisionRequest[] | string {
  const records = readTable(grid, ["Id", "Decision"]);
  if (records === null) return `The list of decisions has no headings Id and Decision. It may have these: ${Object.keys(HEADINGS).join(", ")}.`;
  const requests: DecisionRequest[] = [];
  for (const record of records) {
    const text = (heading: keyof typeof HEADINGS): string => record.text(heading);
    const decision = DECISIONS.find((d) => d === text("Decision").toLowerCase());
    const where = `Row ${record.row + 1} of the list of decisions`;
    if (text("Id") === "") return `${where} names no virement.`;
    if (decision === undefined) return `${where}: the decision "${text("Decision")}" is not one of ${DECISIONS.join(", ")}.`;
    const amount = numberOf(record.value("Amount £"));
    const money = amount === null ? null : toPence(amount, "pounds");
    const version = numberOf(record.value("Version"));
    if (money?.exact === false || (text("Amount £") !== "" && money === null)) return `${where}: "${text("Amount £")}" is no amount of pounds and pence.`;
    if (text("Version") !== "" && version === null) return `${where}: "${text("Version")}" is no version.`;
    requests.push({
      stated: {
        id: text("Id"), ...(text("From line") === "" ? {} : { from: text("From line") }), ...(text("To line") === "" ? {} : { to: text("To line") }),
        ...(money === null ? {} : { amountPence: money.pence }), ...(version === null ? {} : { version }),
      },
      decision, approver: text("Approver") === "" ? null : text("Approver"), by: text("Decided by"), on: text("Decided on"), reason: text("Reason"),
    });
  }
  return requests;
}

/** A JSON array of objects as the same table, or null where it is none. Numbers and text only; other fields are refused by leaving nothing out of sight. */
export function decisionGrid(json: unknown): SheetGrid | null {
  if (!Array.isArray(json)) return null;
  const rows: CellValue[][] = [Object.keys(HEADINGS)];
  const known: ReadonlySet<string> = new Set(Object.values(HEADINGS));
  for (const item of json as readonly unknown[]) {
    if (typeof item !== "object" || item === null || Object.keys(item).some((name) => !known.has(name))) return null;
    const fields = new Map<string, unknown>(Object.entries(item));
    rows.push(Object.values(HEADINGS).map((name) => {
      const value = fields.get(name);
      return typeof value === "string" || typeof value === "number" ? value : null;
    }));
  }
  return { file: null, sheet: "decisions", visibility: "visible", values: rows };
}

function numberOf(value: CellValue): number | null {
  if (typeof value === "number") return value;
  const bare = typeof value === "string" ? value.replace(/[£,\s]/g, "") : "";
  return /^\d+(\.\d+)?$/.test(bare) ? Number(bare) : null;
}
