// Whatever fails at whichever request of review, apply and revert: the workbook is wholly old or wholly new, or the next run makes it so and says which.
import { ExcelWorkbook } from "../../src/excel/excelWorkbook";
import { bootNodeHost, type EmbeddedHost } from "../../workbench/host";
import { contentsOf, impatientWorkbook, recordSteps, sessionOn, type Recorded, type Step } from "../support/decidedWorkbook";
import { tryAll } from "./faultPoints";

let host: EmbeddedHost;
let recorded: Readonly<Record<Step, Recorded>>;
beforeAll(async () => {
  host = await bootNodeHost();
  recorded = await recordSteps(host);
});
afterAll(() => host.close());

test("every fault at every request of review, apply and revert", async () => {
  const points = await tryAll(host, recorded, false, 15);
  expect(points.filter(({ wrong }) => wrong !== null)).toEqual([]);
  process.stdout.write(`${points.length} fault points tried\n`);
  expect(points.length).toBeGreaterThan(400);
}, 240_000);

test("the next session says how a change that was cut off stands, and the same change can be made again", async () => {
  const { before, plan, old, fresh } = recorded.apply;
  await host.load(before);
  host.faults.atRequest(2, { kind: "partial", actions: 20, code: "GeneralException" });
  for (let n = 3; n < 9; n += 1) host.faults.atRequest(n, { kind: "transport", code: "InvalidOrTimedOutSession" });
  await expect(impatientWorkbook().applyPlan(plan)).rejects.toMatchObject({ message: expect.stringContaining("Putting the cells back failed too"), nextStep: expect.stringContaining("Read the sheets again") });
  host.faults.clear();
  expect([old, fresh]).not.toContain(contentsOf(host));
  // Nobody writes over a change that is not finished.
  await expect(impatientWorkbook().applyPlan(plan)).rejects.toMatchObject({ code: "busy" });
  const next = sessionOn(impatientWorkbook());
  await next.readSheets();
  expect(next.getState().notice).toContain("A change that was cut off was put back: nothing of it stands.");
  expect(contentsOf(host)).toBe(old);
  expect((await impatientWorkbook().applyPlan(plan)).applied).toBe(true);
  expect(contentsOf(host)).toBe(fresh);
});

test("a name that was left behind before anything was written stands in nobody's way, and the next change takes it away", async () => {
  const { before, plan, old, fresh } = recorded.apply;
  let leftBehind = 0;
  for (let actions = 0; actions <= 20; actions += 1) {
    await host.load(before);
    host.faults.atRequest(2, { kind: "partial", actions, code: "GeneralException" });
    for (let n = 3; n < 9; n += 1) host.faults.atRequest(n, { kind: "transport", code: "InvalidOrTimedOutSession" });
    await impatientWorkbook().applyPlan(plan).catch(() => undefined);
    host.faults.clear();
    if (host.workbook.names.length === 0 || contentsOf(host) !== old) continue;
    leftBehind += 1;
    expect((await impatientWorkbook().applyPlan(plan)).applied).toBe(true);
    expect([contentsOf(host), host.workbook.names]).toEqual([fresh, []]);
  }
  expect(leftBehind).toBeGreaterThan(0);
});

test("a change whose last answer was lost is found whole by the next reading", async () => {
  const { before, plan, fresh } = recorded.apply;
  await host.load(before);
  for (let n = 3; n < 9; n += 1) host.faults.atRequest(n, { kind: "transport", code: "InvalidOrTimedOutSession" });
  await impatientWorkbook().applyPlan(plan).catch(() => undefined);
  host.faults.clear();
  const next = sessionOn(impatientWorkbook());
  await next.readSheets();
  expect(next.getState().notice).toContain("A change that was cut off had been written whole, and stands.");
  expect(contentsOf(host)).toBe(fresh);
});

test("a cell being edited is waited for with words, then said; the change is made once it is finished", async () => {
  const { before, plan, old, fresh } = recorded.apply;
  await host.load(before);
  host.user.beginEdit();
  const steps: string[] = [];
  await expect(new ExcelWorkbook({ editingMs: 20, lookAgainMs: 5, unfinishedMs: 0 }).applyPlan(plan, { onProgress: ({ step }) => steps.push(step) })).rejects.toMatchObject({ code: "edit-mode", nextStep: expect.stringContaining("finish the cell") });
  expect(steps).toContain("Waiting for the cell that is being edited: press Enter or Esc in it");
  host.user.endEdit();
  expect(contentsOf(host)).toBe(old);
  host.user.beginEdit();
  const waiting = new ExcelWorkbook({ editingMs: 5000, lookAgainMs: 5, unfinishedMs: 0 }).applyPlan(plan);
  setTimeout(() => host.user.endEdit(), 30);
  expect((await waiting).applied).toBe(true);
  expect(contentsOf(host)).toBe(fresh);
});
