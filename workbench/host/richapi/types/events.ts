/** The registration methods behind `onChanged` and `onSelectionChanged`: the host only notes who wants to hear what. */
import type { Args } from "../registry";
import type { Session } from "../session";

/** Event numbers as the genuine client uses them on the wire, by the names of its registration methods. */
export const EventNumber = { DataChanged: 10, SelectionChanged: 14 } as const;

type EventName = keyof typeof EventNumber;

const NAMES: readonly EventName[] = ["DataChanged", "SelectionChanged"];

type Method<T> = (target: T, args: Args, session: Session) => unknown;

export const eventMethods = <T>(targetId: (target: T) => string): Record<string, Method<T>> =>
  Object.fromEntries(
    NAMES.flatMap((name): [string, Method<T>][] => [
      [
        `_Register${name}Event`,
        (target, _args, session) => {
          session.registrations.add(`${targetId(target)}/${EventNumber[name]}`);
          return null;
        },
      ],
      [
        `_Unregister${name}Event`,
        (target, _args, session) => {
          session.registrations.delete(`${targetId(target)}/${EventNumber[name]}`);
          return null;
        },
      ],
    ]),
  );
