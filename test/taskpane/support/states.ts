// Every page in every state that the pane can be in, by name; each is taken from a real session at that point of its work.
import type { Session } from "../../../src/app/sessionPort";
import { PAGES, type SessionState } from "../../../src/app/state";
import type { Issue } from "../../../src/core/issues/issue";
import { snapshotOf } from "../../../src/core/pooling/changes/snapshot";
import { withAgreements, type Virement } from "../../../src/core/virement/life";
import { sampleSession } from "./partnership";

const PERSON = "R. Okafor";
const FAILURE = {
  sentence: "Excel is being edited, so nothing was read.", nextStep: "Finish the cell you are editing, then try again.",
  detail: "edit-mode: InvalidOperationInCellEditMode",
};

export type PaneStates = Readonly<Record<string, SessionState>>;

let made: Promise<PaneStates> | null = null;

/** Made once a test file: a session is walked from reading to an applied virement and its state is kept at each step. */
export function paneStates(): Promise<PaneStates> {
  made ??= walk();
  return made;
}

async function walk(): Promise<PaneStates> {
  const session = sampleSession();
  const empty = session.getState();
  await step(session, () => session.readSheets());
  const read = session.getState();
  await step(session, () => session.suggest());
  const found = session.getState();
  await step(session, () => session.compareSets());
  const compared = session.getState();
  await step(session, () => session.setOptions({ acrossOutcomes: true }));
  const whatIf = session.getState();
  await step(session, () => session.setOptions({ acrossOutcomes: false }));
  await step(session, () => session.writeViews());
  await step(session, () => session.writeSuggestions());
  const waiting = session.getState();
  session.setPerson(PERSON);
  const named = session.getState();
  for (const { id } of named.virements) await step(session, () => session.decide(id, "accepted", ""));
  const accepted = session.getState();
  await step(session, () => session.previewApply());
  const preview = session.getState();
  await step(session, () => session.confirmPreview());
  const applied = session.getState();
  const [first] = applied.virements;
  await step(session, () => session.previewRevert(first?.id ?? "", "The vacancies were filled"));
  const revert = session.getState();

  const done = { sources: read, pool: read, suggestions: waiting, review: waiting, register: applied };
  const states: Record<string, SessionState> = {};
  for (const page of PAGES) {
    const full = { ...done[page], page };
    states[`${page}-empty`] = { ...empty, page };
    states[`${page}-done`] = full;
    states[`${page}-working`] = { ...full, job: { title: "Reading the sheets", progress: { step: "Sheets", done: 3, total: 9 } } };
    states[`${page}-failed`] = { ...full, failure: FAILURE };
  }
  const [change] = preview.preview?.plan.changes ?? [];
  if (preview.preview === null || change === undefined) throw new Error("There is nothing to preview.");
  return {
    ...states,
    "sources-read-again": { ...read, page: "sources", previousLines: (read.reading?.lines ?? []).slice(1) },
    "sources-refreshed": refreshed({ ...read, page: "sources" }),
    "pool-written": { ...waiting, page: "pool" },
    "suggestions-found": { ...found, page: "suggestions" },
    "suggestions-compared": { ...compared, page: "suggestions" },
    "suggestions-what-if": { ...whatIf, page: "suggestions" },
    "review-person": { ...named, page: "review" },
    "review-accepted": { ...accepted, page: "review" },
    "review-preview": { ...preview, page: "review" },
    "review-obstacle": { ...preview, page: "review", preview: { ...preview.preview, obstacles: [{ change, kind: "changed", found: "5,150,000" }] } },
    "review-formula": { ...preview, page: "review", preview: { ...preview.preview, obstacles: [{ change, kind: "formula", found: "=SUM(C4:C9)" }] } },
    "review-several": { ...named, page: "review", virements: named.virements.map((virement, i) => (i > 0 ? virement : severalApprovers(virement))) },
    "review-applied": { ...applied, page: "review" },
    "register-revert": { ...revert, page: "register" },
  };
}

/** Two must agree, the first did so to less than was suggested. */
function severalApprovers(virement: Virement): Virement {
  const approvers = virement.agreements.map((agreement) => ({ ...agreement, decision: "accepted" as const, by: "A. Holder", on: "2026-10-15" }));
  return withAgreements({ ...virement, version: 2, amountPence: virement.amountPence / 2, reason: "Less is free" }, [...approvers, { approver: "board of NHS Brackenshire Integrated Care Board (ICB)", decision: "waiting", by: "", on: "" }]);
}

async function step(session: Session, task: () => Promise<void>): Promise<void> {
  await task();
  const { failure } = session.getState();
  if (failure !== null) throw new Error(`${failure.sentence} ${failure.nextStep} ${failure.detail}`);
}

/** Read again a fortnight after it was pooled: a line renamed, a figure changed, a line new, and one heading that is another now. */
function refreshed(state: SessionState): SessionState {
  const lines = (state.reading?.lines ?? []).slice(1).map((line, i) => (i === 0 ? { ...line, revisedPence: (line.revisedPence ?? 0) - 100_050, description: "Client contributions" } : line));
  const changed: Issue = {
    code: "layout-changed", severity: "error", pence: null, where: { file: null, sheet: "ICB", address: "A6" },
    facts: { sheet: "ICB", mapping: "Purse Mapping!L6", difference: '"Annual budget" (column D), read as revised, is headed "Approved plan" now' },
  };
  return { ...state, snapshot: snapshotOf(lines, "2026-10-01T09:30:00"), issues: [changed, ...state.issues] };
}
