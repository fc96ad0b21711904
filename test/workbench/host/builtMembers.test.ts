// The documentation of the embedded host is what its tables say, and they say nothing that the genuine client does not have.
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { builtMembers, builtMembersMarkdown, followedRules, MEMBERS_END, MEMBERS_START } from "../../../workbench/host/builtMembers";
import type { EmbeddedHost } from "../../../workbench/host/index";
import { bootNodeHost } from "../../../workbench/host/index";

let host: EmbeddedHost;
beforeAll(async () => {
  host = await bootNodeHost();
});
afterAll(() => host.close());

test("docs/embedded-excel.md holds the list of built members as it is", () => {
  const page = readFileSync(join(__dirname, "../../../docs/embedded-excel.md"), "utf8");
  const part = page.slice(page.indexOf(MEMBERS_START), page.indexOf(MEMBERS_END) + MEMBERS_END.length);
  expect(part).toBe(builtMembersMarkdown());
});

test("every built member is one of the genuine client's", () => {
  const classes = Excel as unknown as Readonly<Record<string, { readonly prototype: object } | undefined>>;
  const strange = builtMembers().filter(({ type, name }) => !(name in (classes[type]?.prototype ?? {})));
  expect(strange).toEqual([]);
  expect(builtMembers().length).toBeGreaterThan(200);
});

test("every settable property can be set in the genuine client, and no other", () => {
  const classes = Excel as unknown as Readonly<Record<string, { readonly prototype: object } | undefined>>;
  const isSettable = (type: string, name: string): boolean =>
    Object.getOwnPropertyDescriptor(classes[type]?.prototype ?? {}, name)?.set !== undefined;
  const wrong = builtMembers().filter(({ type, name, kind }) => kind === "property, settable" && !isSettable(type, name));
  expect(wrong).toEqual([]);
});

test("every rule cites a page", () => {
  const uncited = followedRules().filter(({ source }) => !/^(learn|support)\.microsoft\.com/.test(source));
  expect(uncited).toEqual([]);
});
