// The what-if switches: on and off again is where one began, and what is in force is told by the suggestions themselves.
import { isAskedFor, WHAT_IFS, whatIfChange, whatIfsInForce } from "../../../src/app/selectors/whatIf";
import { defaultOptions } from "../../../src/app/suggest";
import type { SuggestionOptions } from "../../../src/core/virement/types";
import { sampleSession } from "../../taskpane/support/partnership";

const usual = defaultOptions("2026-10-15");

test.each(WHAT_IFS)("%s: asked for when on, and off again is where one began", (id) => {
  expect(isAskedFor(id, usual)).toBe(false);
  const on: SuggestionOptions = { ...usual, ...whatIfChange(id, true) };
  expect(WHAT_IFS.filter((other) => isAskedFor(other, on))).toEqual([id]);
  expect({ ...on, ...whatIfChange(id, false) }).toEqual(usual);
});

test.each([...WHAT_IFS.map((id) => [[id]] as const), [WHAT_IFS] as const, [[]] as const])("the suggestions tell that they were found under %j", async (ids) => {
  const session = sampleSession();
  await session.readSheets();
  for (const id of ids) await session.setOptions(whatIfChange(id, true));
  await session.suggest();
  const { suggestions } = session.getState();
  expect(suggestions === null ? null : whatIfsInForce(suggestions)).toEqual(ids);
});

test("a tenth held back: no line gives more than nine tenths of what it could; no move is below £10,000", async () => {
  const session = sampleSession();
  await session.readSheets();
  await session.setOptions({ ...whatIfChange("holdBack", true), ...whatIfChange("largerMoves", true) });
  await session.suggest();
  const { suggestions } = session.getState();
  expect(suggestions?.moves.length).toBeGreaterThan(0);
  for (const move of suggestions?.moves ?? []) expect(move.amountPence).toBeGreaterThanOrEqual(1_000_000);
  for (const { lineId, flexiblePence } of suggestions?.flexibility ?? []) {
    const given = (suggestions?.moves ?? []).filter((move) => move.from === lineId).reduce((sum, move) => sum + move.amountPence, 0);
    expect(given * 10).toBeLessThanOrEqual(flexiblePence * 9);
  }
});
