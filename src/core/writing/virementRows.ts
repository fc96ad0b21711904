// The virements table read back: rows that bear one id are one virement, with what its approvers chose and where each of it stands.
import { formatPounds } from "../money/format";
import type { Pence } from "../money/pence";
import type { CellValue, SheetGrid } from "../reading/grid";
import { isIsoDate } from "../rules/inForce";
import { readTable, type TableRecord } from "../tables/table";
import { withLegs } from "../virement/legs";
import { DECISIONS, POSTED, VIREMENT_STATES, withAgreements, type Agreement, type Decision, type Leg, type Posted, type Virement, type VirementState } from "../virement/life";
import { penceOfCell } from "./cellText";
import { furtherHeadings } from "./virementStatus";
import { NEEDED_HEADINGS } from "./virementTable";

/** Where one approver's decision stands; a missing column has no address. */
export interface AgreementPlace {
  readonly approverAt: string | null;
  readonly decisionAt: string;
  readonly byAt: string;
  readonly onAt: string | null;
}

/** A virement of tblVirements with the addresses that a decision or a change of state is written to; what is said once stands in its first row. */
export interface VirementRecord {
  readonly virement: Virement;
  /** One for each approver that has columns. */
  readonly places: readonly AgreementPlace[];
  /** Each of its rows, in the order of its legs. */
  readonly rows: readonly { readonly amountAt: string; readonly stateAt: string }[];
  readonly approvalsAt: string;
  readonly rankAt: string;
  readonly reasonAt: string;
  /** Null in a table kept before there were such columns. */
  readonly versionAt: string | null;
  readonly wholeAt: string | null;
  readonly vatNoteAt: string | null;
  readonly cashOnAt: string | null;
  readonly postedAt: string | null;
}

/** What can't be understood (no whole amount, an unknown state, a copied row) is told apart by its cell, never dropped silently. */
export function readVirements(grid: SheetGrid): { records: VirementRecord[]; unreadable: { address: string; why: string }[] } {
  const records: VirementRecord[] = [];
  const unreadable: { address: string; why: string }[] = [];
  const groups = new Map<string, TableRecord[]>();
  for (const record of readTable(grid, NEEDED_HEADINGS) ?? []) {
    const id = record.text("Id");
    const known = groups.get(id);
    if (id === "") unreadable.push({ address: record.address("Id"), why: "it has no id" });
    else if (known === undefined) groups.set(id, [record]);
    else known.push(record);
  }
  for (const rows of groups.values()) {
    const whole = rows.filter((record) => record.text("Approvals needed") !== "");
    // A row with approvals of its own is a whole virement: a second one under its id is a copy.
    unreadable.push(...whole.slice(1).map((record) => ({ address: record.address("Id"), why: "another row has the same id and approvals of its own" })));
    const head = whole[0] ?? rows[0];
    const own = rows.filter((record) => !whole.slice(1).includes(record));
    if (head === undefined) continue;
    const virement = parseVirement(head, own);
    if (typeof virement === "string") unreadable.push({ address: head.address("Id"), why: virement });
    else records.push(recordOf(virement, head, own));
  }
  return { records, unreadable };
}

function recordOf(virement: Virement, head: TableRecord, rows: readonly TableRecord[]): VirementRecord {
  return {
    virement, places: placesOf(head), rows: rows.map((row) => ({ amountAt: row.address("Amount £"), stateAt: row.address("State") })),
    approvalsAt: head.address("Approvals needed"), rankAt: head.address("Rank"), reasonAt: head.address("Reason"), versionAt: addressIn(head, "Version"),
    wholeAt: addressIn(head, "Whole £"), vatNoteAt: addressIn(head, "VAT note"), cashOnAt: addressIn(head, "Cash date"), postedAt: addressIn(head, "Posted"),
  };
}

function placesOf(record: TableRecord): AgreementPlace[] {
  const places: AgreementPlace[] = [];
  for (let place = 0; ; place += 1) {
    const names = furtherHeadings(place);
    if (!record.has(names.decision)) return places;
    places.push({ approverAt: addressIn(record, names.approver), decisionAt: record.address(names.decision), byAt: record.address(names.by), onAt: addressIn(record, names.on) });
  }
}

function addressIn(record: TableRecord, heading: string): string | null {
  return record.has(heading) ? record.address(heading) : null;
}

function parseVirement(head: TableRecord, rows: readonly TableRecord[]): Virement | string {
  const state = VIREMENT_STATES.find((s): s is VirementState => s === head.text("State"));
  const expiresOn = head.text("Expires on");
  const cashOn = head.text("Cash date");
  const vatNote = head.text("VAT note");
  const chosen = head.text("Posted").toLowerCase();
  const posted = POSTED.find((word): word is Posted => word === chosen);
  const rank = head.value("Rank");
  const legs = rows.map(legOf);
  const wrong = legs.find((leg) => typeof leg === "string");
  if (typeof wrong === "string") return wrong;
  if (state === undefined) return `its state "${head.text("State")}" is not one of ${VIREMENT_STATES.join(", ")}`;
  const apart = rows.find((row) => row.text("State") !== state && !(state === "draft" && row.text("State") === ""));
  if (apart !== undefined) return `its rows have other states: "${state}" and "${apart.text("State")}"`;
  if (expiresOn !== "" && !isIsoDate(expiresOn)) return `its last day "${expiresOn}" is not a date as YYYY-MM-DD`;
  if (cashOn !== "" && !isIsoDate(cashOn)) return `its cash date "${cashOn}" is not a date as YYYY-MM-DD`;
  if (state !== "draft" && rows.length > 1 && rows.some((row) => penceOfCell(row.value("Suggested £")) === null)) return "a row was added to it after it was suggested";
  if (chosen !== "" && posted === undefined) return `"${head.text("Posted")}" under Posted is not one of ${POSTED.join(", ")}`;
  const agreements = parseAgreements(head);
  if (typeof agreements === "string") return agreements;
  const virement = withLegs({
    id: head.text("Id"), from: "", to: "", amountPence: 0,
    recurrence: head.text("One-off or recurrent") === "recurrent" ? "recurrent" : "one-off", instrument: head.text("Instrument"),
    ruleIds: head.text("Rules").split(",").map((id) => id.trim()).filter((id) => id !== ""), approvals: head.text("Approvals needed"),
    rank: typeof rank === "number" ? rank : 0, why: head.text("Why"), suggestedOn: head.text("Suggested on"), reason: head.text("Reason"), state,
    version: 1, suggestedPence: 0, expiresOn: expiresOn === "" ? null : expiresOn, agreements: [], decision: "waiting", decidedBy: "",
    ...(vatNote === "" ? {} : { vatNote }), ...(cashOn === "" ? {} : { cashOn }), ...(posted === undefined ? {} : { posted }),
  }, legs.filter((leg) => typeof leg !== "string"));
  const wholePence = state === "draft" ? null : penceOfCell(head.value("Whole £"));
  const version = versionOf(head.value("Version"), virement, wholePence);
  if (wholePence !== null && virement.amountPence > wholePence) return `its amount is more than the ${formatPounds(wholePence)} of its version ${version - 1}`;
  return withAgreements({ ...virement, version }, agreements);
}

function legOf(row: TableRecord): Leg | string {
  const amountPence = penceOfCell(row.value("Amount £"));
  const suggestedPence = penceOfCell(row.value("Suggested £"));
  if (amountPence === null || amountPence <= 0) return "its amount is not a positive amount of pounds and pence";
  if (suggestedPence !== null && amountPence > suggestedPence) return `its amount is more than the ${formatPounds(suggestedPence)} that was suggested`;
  return { from: row.text("From line"), to: row.text("To line"), amountPence, suggestedPence: suggestedPence ?? amountPence };
}

/** Each amount that somebody changed in the sheet itself, since the version was last kept with its amount, is the next version. */
function versionOf(value: CellValue, { amountPence, suggestedPence }: Virement, wholePence: Pence | null): number {
  const version = typeof value === "number" && value >= 1 ? value : 1;
  if (wholePence !== null) return amountPence === wholePence ? version : version + 1;
  return version === 1 && amountPence < suggestedPence ? 2 : version;
}

/** Everyone named in the path, each with what their own columns say: an approver without a column has decided nothing. */
function parseAgreements(record: TableRecord): Agreement[] | string {
  const path = record.text("Approvals needed").split(", then ").map((text) => text.trim());
  const agreements: Agreement[] = [];
  for (let place = 0; place < path.length || record.text(furtherHeadings(place).approver) !== ""; place += 1) {
    const names = furtherHeadings(place);
    const chosen = record.text(names.decision);
    const decision = chosen === "" ? "waiting" : DECISIONS.find((d): d is Decision => d === chosen.toLowerCase());
    if (decision === undefined) return `its decision "${chosen}" is not one of ${DECISIONS.join(", ")}`;
    agreements.push({ approver: path[place] ?? record.text(names.approver), decision, by: record.text(names.by), on: record.text(names.on) });
  }
  return agreements;
}
