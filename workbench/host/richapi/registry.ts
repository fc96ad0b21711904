/** How a type of the Excel object model is described: one table of members per type, over the model's own objects. */
import { HostError, invalidArgument } from "../model/errors";
import { LiveRange } from "../model/workbook";
import type { Session } from "./session";
import type { Targets, TypeName } from "./targets";

export interface ObjectOf<K extends TypeName> {
  readonly type: K;
  readonly target: Targets[K];
}
export type HostObject = { [K in TypeName]: ObjectOf<K> }[TypeName];

export interface Scalar<T> {
  readonly get: (target: T, session: Session) => unknown;
  readonly set?: (target: T, value: unknown, session: Session) => void;
}

/** Names are those on the wire (PascalCase). A method gives an object, a plain value, or null for "no such object". */
export interface Members<T> {
  /** What the client needs to address the object again: `Id` or `_Id`. */
  readonly identity?: (target: T) => Readonly<Record<string, unknown>>;
  readonly scalars?: Readonly<Record<string, Scalar<T>>>;
  readonly navigations?: Readonly<Record<string, (target: T, session: Session) => HostObject | null>>;
  readonly methods?: Readonly<Record<string, (target: T, args: Args, session: Session) => unknown>>;
  readonly items?: (target: T, session: Session) => HostObject[];
  /** Behaviour taken from documentation, for docs/embedded-excel.md. */
  readonly follows?: Readonly<Record<string, string>>;
}

export type Registry = { readonly [K in TypeName]: Members<Targets[K]> };

export const object = <K extends TypeName>(type: K, target: Targets[K]): ObjectOf<K> => ({ type, target });

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

export const isHostObject = (value: unknown): value is HostObject => isRecord(value) && "type" in value && "target" in value;

/** A call's arguments, read with the type that the member wants. */
export class Args {
  constructor(private readonly values: readonly unknown[]) {}

  raw(index: number): unknown {
    return this.values[index];
  }

  isGiven(index: number): boolean {
    return this.values[index] !== undefined && this.values[index] !== null;
  }

  text(index: number, fallback?: string): string {
    const value = this.values[index] ?? fallback;
    if (typeof value !== "string") {
      throw invalidArgument("The argument must be text.");
    }
    return value;
  }

  key(index: number): string {
    const value = this.values[index];
    if (typeof value !== "string" && typeof value !== "number") {
      throw invalidArgument("The key must be a name or an id.");
    }
    return String(value);
  }

  integer(index: number, fallback?: number): number {
    const value = this.values[index] ?? fallback;
    if (typeof value !== "number" || !Number.isInteger(value)) {
      throw invalidArgument("The argument must be a whole number.");
    }
    return value;
  }

  flag(index: number, fallback = false): boolean {
    const value = this.values[index] ?? fallback;
    if (typeof value !== "boolean") {
      throw invalidArgument("The argument must be true or false.");
    }
    return value;
  }

  record(index: number): Readonly<Record<string, unknown>> {
    const value = this.values[index] ?? {};
    if (!isRecord(value)) {
      throw invalidArgument("The argument must be an object.");
    }
    return value;
  }

  /** A range given as an object; undefined when something else was given. */
  range(index: number): LiveRange | undefined {
    const value = this.values[index];
    return isHostObject(value) && value.target instanceof LiveRange ? value.target : undefined;
  }
}

/** Guards a scalar's new value. */
export const asText = (value: unknown): string => {
  if (typeof value !== "string") {
    throw invalidArgument("The value must be text.");
  }
  return value;
};
export const asNumber = (value: unknown): number => {
  if (typeof value !== "number" || !Number.isFinite(value)) {
    throw invalidArgument("The value must be a number.");
  }
  return value;
};
export const asFlag = (value: unknown): boolean => {
  if (typeof value !== "boolean") {
    throw invalidArgument("The value must be true or false.");
  }
  return value;
};
export const asRecord = (value: unknown): Readonly<Record<string, unknown>> => {
  if (!isRecord(value)) {
    throw invalidArgument("The value must be an object.");
  }
  return value;
};
export const oneOf = (value: unknown, allowed: readonly string[]): string => {
  const found = typeof value === "string" ? allowed.find((each) => each.toLowerCase() === value.toLowerCase()) : undefined;
  if (found === undefined) {
    throw invalidArgument(`The value must be one of ${allowed.join(", ")}.`);
  }
  return found;
};

export const found = <T>(value: T | undefined | null): T => {
  if (value === undefined || value === null) {
    throw new HostError("ItemNotFound");
  }
  return value;
};
