/** The list of what the embedded host answers, read off its own tables, for docs/embedded-excel.md. */
import type { Members } from "./richapi/registry";
import { registry } from "./richapi/types/index";

export interface BuiltMember {
  readonly type: string;
  /** As the add-in writes it: `getUsedRange`. */
  readonly name: string;
  readonly kind: "property" | "property, settable" | "object" | "method";
}

export interface FollowedRule {
  readonly member: string;
  readonly source: string;
}

/** Names on the wire that differ from the add-in's: the client sends some things under other names. */
const CLIENT_NAMES: Readonly<Record<string, string>> = { _Runtime: "", Gridlines: "", Headings: "" };
const SETTABLE_BY_OTHER_NAME: Readonly<Record<string, string>> = { ShowGridlines: "Gridlines", ShowHeadings: "Headings" };
const EVENT = /^_Register(\w+)Event$/;
const EVENT_NAMES: Readonly<Record<string, string>> = { DataChanged: "onChanged" };

const clientName = (wire: string): string =>
  CLIENT_NAMES[wire] ?? (wire.startsWith("_") ? "" : wire.charAt(0).toLowerCase() + wire.slice(1));

const isSettable = <T>(members: Members<T>, wire: string): boolean =>
  members.scalars?.[SETTABLE_BY_OTHER_NAME[wire] ?? wire]?.set !== undefined;

const membersOf = <T>(type: string, members: Members<T>): BuiltMember[] => [
  ...Object.keys(members.scalars ?? {}).map((wire): BuiltMember => ({
    type,
    name: clientName(wire),
    kind: isSettable(members, wire) ? "property, settable" : "property",
  })),
  ...(members.items ? [{ type, name: "items", kind: "object" as const }] : []),
  ...Object.keys(members.navigations ?? {}).map((wire): BuiltMember => ({ type, name: clientName(wire), kind: "object" })),
  ...Object.keys(members.methods ?? {}).map((wire): BuiltMember => {
    const event = EVENT.exec(wire)?.[1];
    return event === undefined
      ? { type, name: clientName(wire), kind: "method" }
      : { type, name: EVENT_NAMES[event] ?? `on${event}`, kind: "object" };
  }),
];

const byName = (one: BuiltMember, other: BuiltMember): number => (one.name < other.name ? -1 : one.name > other.name ? 1 : 0);

const types = (): [string, Members<never>][] =>
  Object.entries(registry)
    .filter(([type]) => type !== "Service")
    .sort(([one], [other]) => (one < other ? -1 : 1));

export const builtMembers = (): BuiltMember[] =>
  types().flatMap(([type, members]) =>
    membersOf(type, members)
      .filter(({ name }) => name !== "")
      .sort(byName),
  );

export const followedRules = (): FollowedRule[] =>
  types().flatMap(([type, members]) =>
    Object.entries(members.follows ?? {}).map(([name, source]) => ({ member: `${type}.${name}`, source })),
  );

/** Behaviour that belongs to no single member. */
const GENERAL: readonly FollowedRule[] = [
  {
    member: "Requests that fail",
    source:
      "learn.microsoft.com/office/dev/add-ins/testing/application-specific-api-error-handling: codes and messages; a batch is no transaction, what came before the failure stays",
  },
  {
    member: "Sizes",
    source:
      "learn.microsoft.com/office/dev/add-ins/concepts/resource-limits-and-performance-optimization: 5 MB a request and a response on the web",
  },
  {
    member: "Editing a cell",
    source:
      "learn.microsoft.com/javascript/api/excel/excel.runoptions#delayforcelledit: requests are refused while a cell is being edited, or wait when asked to",
  },
  {
    member: "Events",
    source: "learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-events: one event for an edit, with address, source and trigger",
  },
  {
    member: "Missing things",
    source: "learn.microsoft.com/office/dev/add-ins/develop/application-specific-api-model#ornullobject-methods-and-properties",
  },
  {
    member: "Moving references",
    source: "support.microsoft.com, How to correct a #REF! error: references to deleted cells and sheets become #REF!, others move along",
  },
];

const cell = (text: string): string => text.replace(/\|/g, "\\|");

export const MEMBERS_START = "<!-- built members: written by workbench/host/builtMembers.ts -->";
export const MEMBERS_END = "<!-- end of built members -->";

/** The generated part of docs/embedded-excel.md. */
export const builtMembersMarkdown = (): string => {
  const members = builtMembers();
  const kinds = (type: string, kind: BuiltMember["kind"]): string =>
    members
      .filter((each) => each.type === type && each.kind === kind)
      .map(({ name }) => name)
      .join(", ");
  const rows = [...new Set(members.map(({ type }) => type))].map(
    (type) =>
      `| ${type} | ${kinds(type, "property, settable")} | ${kinds(type, "property")} | ${kinds(type, "object")} | ${kinds(type, "method")} |`,
  );
  const rules = [...GENERAL, ...followedRules()].map(({ member, source }) => `| ${cell(member)} | ${cell(source)} |`);
  return [
    MEMBERS_START,
    "",
    `${members.length} members of ${rows.length} types.`,
    "",
    "| Type | Settable properties | Properties to read | Objects and events | Methods |",
    "| --- | --- | --- | --- | --- |",
    ...rows,
    "",
    "## Assumed behaviour and the page it follows",
    "",
    "| Behaviour | Followed page |",
    "| --- | --- |",
    ...rules,
    "",
    MEMBERS_END,
  ].join("\n");
};
