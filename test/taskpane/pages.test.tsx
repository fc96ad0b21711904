/** @jest-environment jsdom */
// Every page in every state: readable by a screen reader, one sentence first, one primary button, never a blank pane.
import { screen, within } from "@testing-library/react";
import { paneStates } from "./support/states";
import { axeFindings, primaryButtons, show } from "./support/show";
import { stillSession } from "./support/stillSession";

const NAMES = ["sources", "pool", "suggestions", "review", "register"].flatMap((page) => ["empty", "done", "working", "failed"].map((state) => `${page}-${state}`));
const EXTRA = [
  "sources-read-again", "pool-written", "suggestions-found", "suggestions-what-if", "review-person", "review-accepted", "review-preview", "review-obstacle", "review-applied",
  "register-revert",
];

let states: Awaited<ReturnType<typeof paneStates>>;
beforeAll(async () => {
  states = await paneStates();
});

test.each([...NAMES, ...EXTRA])("%s: axe finds nothing, and one button is the next thing to do", async (name) => {
  const state = states[name];
  if (state === undefined) throw new Error(`There is no state ${name}.`);
  show(stillSession(state));
  expect(await axeFindings()).toEqual([]);
  const main = screen.getByRole("main");
  expect(within(main).getAllByRole("heading", { level: 1 })).toHaveLength(1);
  expect(primaryButtons().length).toBe(state.job === null ? 1 : 0);
  expect(screen.getByRole("status").textContent).not.toBe("");
});
