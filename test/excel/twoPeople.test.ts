// Two people with the pane and others at the grid, in one workbook, in random orders: nothing is lost, nothing is written from stale data, every conflict is named.
import fc from "fast-check";
import { bootNodeHost, type EmbeddedHost } from "../../workbench/host";
import { chosenOn, impatientWorkbook, recordStage, severalOn, type Stage } from "../support/decidedWorkbook";
import { play, plays } from "./interleavings";

const [PLAIN, ELSEWHERE, SEVERAL] = ["into the revised budgets", "into a column of virements and to the journal alone", "virements of several rows"];
let host: EmbeddedHost;
let stage: Stage;
let stages: Readonly<Record<string, Stage>>;
beforeAll(async () => {
  host = await bootNodeHost();
  stage = await recordStage(host);
  stages = { [PLAIN]: stage, [ELSEWHERE]: await recordStage(host, chosenOn), [SEVERAL]: await recordStage(host, severalOn) };
});
afterAll(() => host.close());

test.each([[PLAIN, 110], [ELSEWHERE, 110], [SEVERAL, 110]])("random orders of what two sessions and others do leave every cell accounted for: %s", async (where, numRuns) => {
  let [applied, refused] = [0, 0];
  const on = stages[where];
  if (on === undefined) throw new Error("no such stage");
  await fc.assert(fc.asyncProperty(plays, async (given) => {
    const played = await play(host, on, given);
    applied += played.applied;
    refused += played.refused;
    expect(played.wrong).toEqual([]);
  }), { numRuns, seed: 6 });
  // Both ends are met, or the property says little.
  expect(applied).toBeGreaterThan(40);
  expect(refused).toBeGreaterThan(40);
}, 120_000);

test("the same virement decided by two people: the later one is told which cell, and the first decision stands", async () => {
  await host.load(stage.data);
  const [first, second] = stage.plans.filter(({ changes }) => changes.every(({ sheet }) => sheet === "Virements"));
  if (first === undefined || second === undefined) throw new Error("no decisions were recorded");
  expect((await impatientWorkbook().applyPlan(first)).applied).toBe(true);
  const { applied, obstacles } = await impatientWorkbook().applyPlan(second);
  expect(applied).toBe(false);
  expect(obstacles[0]?.change.sheet).toBe("Virements");
  expect(obstacles[0]?.found).toContain("refused");
});
