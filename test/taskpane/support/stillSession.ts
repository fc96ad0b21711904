// A session that shows one state and writes down what the pane asks of it; nothing else happens unless a test makes it happen.
import type { Session } from "../../../src/app/sessionPort";
import type { SessionState } from "../../../src/app/state";

export interface StillSession extends Session {
  /** Every request in order: its name and its arguments. */
  readonly asked: (readonly [string, ...unknown[]])[];
  change(change: Partial<SessionState>): void;
}

export function stillSession(start: SessionState): StillSession {
  let state = start;
  const listeners = new Set<() => void>();
  const asked: (readonly [string, ...unknown[]])[] = [];
  const note = (name: string) => (...args: unknown[]): void => void asked.push([name, ...args]);
  const noteLater = (name: string) => (...args: unknown[]): Promise<void> => {
    asked.push([name, ...args]);
    return Promise.resolve();
  };
  const change = (part: Partial<SessionState>): void => {
    state = { ...state, ...part };
    for (const listener of [...listeners]) listener();
  };
  return {
    asked,
    change,
    getState: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    openPage: (page) => {
      asked.push(["openPage", page]);
      change({ page });
    },
    setPerson: (name) => {
      asked.push(["setPerson", name]);
      change({ person: name.trim() });
    },
    setDecisionDate: (date) => {
      asked.push(["setDecisionDate", date]);
      change({ decisionDate: date, suggestions: null });
    },
    setOptions: noteLater("setOptions"),
    readSheets: noteLater("readSheets"),
    bringIn: noteLater("bringIn"),
    bringInSample: noteLater("bringInSample"),
    changeBringIn: note("changeBringIn"),
    confirmBringIn: noteLater("confirmBringIn"),
    cancelBringIn: note("cancelBringIn"),
    correct: noteLater("correct"),
    correctBySelection: noteLater("correctBySelection"),
    chooseTarget: noteLater("chooseTarget"),
    chooseTargetBySelection: noteLater("chooseTargetBySelection"),
    suggest: noteLater("suggest"),
    compareSets: noteLater("compareSets"),
    writeViews: noteLater("writeViews"),
    writeSuggestions: noteLater("writeSuggestions"),
    decide: noteLater("decide"),
    amend: noteLater("amend"), statePayment: noteLater("statePayment"), draft: noteLater("draft"), removeDraft: noteLater("removeDraft"),
    writeJournal: noteLater("writeJournal"),
    previewApply: noteLater("previewApply"),
    previewRevert: noteLater("previewRevert"),
    confirmPreview: noteLater("confirmPreview"),
    cancelPreview: note("cancelPreview"),
    showCell: noteLater("showCell"),
    stop: note("stop"),
    dismissFailure: note("dismissFailure"),
  };
}
