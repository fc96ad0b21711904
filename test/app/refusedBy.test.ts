// What stands in the way of a plan, in words: the cell, how many more, and the way on that fits.
import { refusedBy } from "../../src/app/sessionCore";
import type { PlanObstacle } from "../../src/workbook/ports";

const at = (kind: PlanObstacle["kind"], found = "5"): PlanObstacle => ({ kind, found, change: { sheet: "Council", address: "F13", before: 1, after: 2, why: "virement A" } });

test.each<[PlanObstacle["kind"], RegExp, RegExp]>([
  ["changed", /Council!F13 was changed since the preview \(it now holds 5\)/, /make a new preview/],
  ["protected", /Council!F13 is locked on a protected sheet/, /"Journal sheet only".*No password is asked for/],
  ["formula", /formulas are never overwritten/, /"Journal sheet only"/],
  ["missing-sheet", /the sheet of Council!F13 is no longer there/, /deleted the sheet or gave it another name/],
  ["moved", /no longer as it was \(5\)/, /make a new preview/],
])("%s", (kind, sentence, next) => {
  const { message, nextStep } = refusedBy([at(kind)], "Nothing was written");
  expect(message).toMatch(sentence);
  expect(message).not.toContain("more cell");
  expect(nextStep).toMatch(next);
});

test("further cells are counted, and a decision is compared with what was read, not with a preview", () => {
  expect(refusedBy([at("changed"), at("changed")], "Nothing was written").message).toMatch(/ 1 more cell stands in the way\.$/);
  const decision = refusedBy([at("changed"), at("changed"), at("moved")], "The decision was not recorded", "it was read");
  expect(decision.message).toMatch(/^The decision was not recorded: cell Council!F13 was changed since it was read .* 2 more cells stand in the way\.$/);
  expect(decision.nextStep).toMatch(/Read the sheets again to see what was decided/);
});
