// The pages' way to the session: its state, redrawn on every change, and what may be asked of it.
import { createContext, use, useCallback, useSyncExternalStore } from "react";
import type { Session } from "../app/sessionPort";
import type { SessionState } from "../app/state";

const SessionContext = createContext<Session | null>(null);

export const SessionProvider = SessionContext.Provider;

export function useSession(): Session {
  const session = use(SessionContext);
  if (session === null) throw new Error("A page was drawn without a session.");
  return session;
}

export function useSessionState(): SessionState {
  const session = useSession();
  const subscribe = useCallback((listener: () => void) => session.subscribe(listener), [session]);
  return useSyncExternalStore(subscribe, () => session.getState());
}
