// Every fault that the platform names, at every request of review, apply and revert, and a connection that is lost for good at every action.
import { WorkbookError } from "../../src/workbook/ports";
import type { EmbeddedHost, Fault } from "../../workbench/host";
import { TRANSPORT_CODES, type TransportCode } from "../../workbench/host/wac/faults";
import { contentsOf, impatientWorkbook, STEPS, type Recorded, type Step } from "../support/decidedWorkbook";

/** Codes that Office.js documents for Excel, with the two that only the transport gives. */
export const CODES: readonly string[] = [
  "InvalidOperationInCellEditMode", "InvalidOperation", "AccessDenied", "ItemNotFound", "InvalidReference", "InvalidBinding",
  "RequestPayloadSizeLimitExceeded", "ResponsePayloadSizeLimitExceeded", "RangeExceedsLimit", "MemoryLimitReached", "OperationCellsExceedLimit",
  "InsertDeleteConflict", "MergedRangeConflict", "FilteredRangeConflict", "PivotTableRangeConflict", "NonBlankCellOffSheet", "UnsupportedFeature",
  "UndoNotSupported", "InactiveWorkbook", "InvalidSelection", "GeneralException", "ApiNotFound", "NotImplemented", "ApiNotAvailable",
  "UnsupportedSheet", "HostRestartNeeded", "InvalidRibbonDefinition", "RequestAborted", "ServiceNotAvailable", "ActivityLimitReached", "Conflict",
];
const LOST: Fault = { kind: "transport", code: "InvalidOrTimedOutSession" };
/** More requests than any step and its putting back take. */
const FOR_GOOD = 12;

/** How one point went: what was wrong with it, or null. */
export interface Point {
  readonly step: Step;
  readonly name: string;
  readonly wrong: string | null;
}

/** One fault at one request, then everything works again. */
export async function onceAt(host: EmbeddedHost, step: Step, recorded: Recorded, request: number, fault: Fault): Promise<Point | null> {
  return point(host, step, recorded, `${wordsOf(fault)} at request ${request}`, () => host.faults.atRequest(request, fault), request);
}

/** A fault at one request and no connection after it: only the next run can put things right. */
export async function lostAfter(host: EmbeddedHost, step: Step, recorded: Recorded, request: number, fault: Fault): Promise<Point | null> {
  return point(host, step, recorded, `${wordsOf(fault)} at request ${request}, then no connection`, () => {
    host.faults.atRequest(request, fault);
    for (let n = 1; n <= FOR_GOOD; n += 1) host.faults.atRequest(request + n, LOST);
  }, request);
}

async function point(host: EmbeddedHost, step: Step, { before, plan, old, fresh }: Recorded, name: string, plant: () => void, request: number): Promise<Point | null> {
  await host.load(before);
  const workbook = impatientWorkbook();
  plant();
  const outcome: unknown = await workbook.applyPlan(plan).then((done) => done, (error: unknown) => error);
  // The step was done before it came to this request: no point to try.
  if (host.metrics.roundTrips < request) return null;
  host.faults.clear();
  return { step, name, wrong: await wrongWith(host, outcome, old, fresh) };
}

async function wrongWith(host: EmbeddedHost, outcome: unknown, old: string, fresh: string): Promise<string | null> {
  const failed = outcome instanceof WorkbookError;
  if (outcome instanceof Error && !failed) return `not a sentence for people: ${String(outcome)}`;
  if (failed && !(/^[A-Z].*\.$/.test(outcome.message) && /^[A-Z].*\.$/.test(outcome.nextStep))) return `no sentence and next step: ${outcome.message} / ${outcome.nextStep}`;
  let now = contentsOf(host);
  if (now !== old && now !== fresh) {
    // The next run: its reading finds the note and puts things right, and says how they stand.
    const said = await recoverAll(host);
    if (said === null) return "half done, and no note of it";
    now = contentsOf(host);
    if (now !== (said === "new" ? fresh : old)) return `said to be ${said}, and is not`;
    return null;
  }
  if (!failed && now !== fresh) return "said to be done, and is not";
  if (failed && /was put back as it was/.test(outcome.message) && now !== old) return "said to be put back, and is not";
  return null;
}

async function recoverAll(host: EmbeddedHost): Promise<"new" | "old" | null> {
  for (const { name } of host.workbook.sheets) {
    const recovered = await impatientWorkbook().recover(name);
    if (recovered !== null) return recovered.left.length === 0 ? recovered.state : null;
  }
  return null;
}

function wordsOf(fault: Fault): string {
  const code = "code" in fault ? ` ${fault.code}` : "";
  return fault.kind === "partial" ? `${fault.code} after ${fault.actions} actions` : `${fault.kind}${code}`;
}

/** All faults for one request. `thorough` tries every code half way too. */
export function faultsFor(thorough: boolean): Fault[] {
  return [
    ...CODES.map((code): Fault => ({ kind: "error", code })),
    ...(Object.keys(TRANSPORT_CODES) as TransportCode[]).map((code): Fault => ({ kind: "transport", code })),
    ...(thorough ? CODES : ["GeneralException", "AccessDenied"]).map((code): Fault => ({ kind: "half", code })),
    { kind: "dropped" }, { kind: "nullRead" },
  ];
}

/** Tries every point of these steps. `everyAction` 1 cuts the connection after each action of each request, 5 after every fifth. */
export async function tryAll(host: EmbeddedHost, recorded: Readonly<Record<Step, Recorded>>, thorough: boolean, everyAction: number): Promise<Point[]> {
  const points: Point[] = [];
  for (const step of STEPS) {
    for (const fault of faultsFor(thorough)) {
      for (let request = 1; ; request += 1) {
        const tried = await onceAt(host, step, recorded[step], request, fault);
        if (tried === null) break;
        points.push(tried);
      }
    }
    for (let request = 1; ; request += 1) {
      const tried = await lostAfter(host, step, recorded[step], request, { kind: "dropped" });
      if (tried === null) break;
      points.push(tried);
      const actions = host.metrics.trips.filter(({ kind }) => kind === "application")[request - 1]?.actions ?? 0;
      for (let done = 0; done <= actions; done += everyAction) {
        const cut = await lostAfter(host, step, recorded[step], request, { kind: "partial", actions: done, code: "GeneralException" });
        if (cut !== null) points.push(cut);
      }
    }
  }
  return points;
}
