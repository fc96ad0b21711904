/** @jest-environment jsdom */
// The Sources page: what was recognised on each sheet, what was assumed, and the questions that matter.
import { act, screen, within } from "@testing-library/react";
import { snapshotOf } from "../../src/core/pooling/changes/snapshot";
import { paneStates } from "./support/states";
import { show } from "./support/show";
import { stillSession, type StillSession } from "./support/stillSession";

let session: StillSession;

async function open() {
  const state = (await paneStates())["sources-done"];
  if (state === undefined) throw new Error("There is no state sources-done.");
  session = stillSession(state);
  return show(session);
}

const sheets = () => within(screen.getByRole("region", { name: "Sheets" }));

test("a row a sheet, with its sentence and its mark in words", async () => {
  const { user } = await open();
  expect(screen.getByText("8 sheets read, 44 lines, 1 question.")).toBeInTheDocument();
  const rows = sheets().getAllByRole("button").map((row) => row.textContent);
  expect(rows).toHaveLength(10);
  expect(rows[0]).toMatch(/^Councilagrees21 lines, £/);
  expect(rows[1]).toMatch(/^ICBagrees6 lines, £000/);
  // The coding is asked about, so it stands by itself; the rest of the agreement is one row until it is opened.
  expect(rows[8]).toMatch(/^Partnership codingquestion/);
  expect(rows[9]).toMatch(/^\d sheets of the partners' agreement$/);
  await user.click(sheets().getByRole("button", { name: /partners' agreement$/ }));
  expect(sheets().getByRole("button", { name: /^Purse Gateways/ })).toBeInTheDocument();
});

test("a sheet opens to how it is read: headings, unit, sign, columns, and printed totals beside ours", async () => {
  const { user } = await open();
  await user.click(sheets().getByRole("button", { name: /^ICB/ }));
  expect(sheets().getByText(/^Heading rows? /)).toBeInTheDocument();
  expect(sheets().getByText(/^Unit: £000 \(/)).toBeInTheDocument();
  expect(sheets().getByText(/^Sign: spending is positive/)).toBeInTheDocument();
  await user.click(sheets().getByRole("button", { name: /^Columns/ }));
  expect(sheets().getByText(/ is read as revised budget$/)).toBeInTheDocument();
  await user.click(sheets().getByRole("button", { name: /^Printed totals/ }));
  expect(sheets().getAllByText("£70,600,000").length).toBeGreaterThanOrEqual(2);
});

test("the question names the money and leads to its cell", async () => {
  const { user } = await open();
  const questions = within(screen.getByRole("region", { name: "Questions, most money first" }));
  expect(questions.getByText(/£250,000/)).toBeInTheDocument();
  await user.click(questions.getByRole("button", { name: "Show in sheet: Partnership coding!G15" }));
  expect(session.asked.at(-1)).toEqual(["showCell", { file: null, sheet: "Partnership coding", address: "G15" }]);
});

test("a workbook in which nothing is recognised says what a sheet needs", async () => {
  await open();
  const { reading } = session.getState();
  if (reading === null) throw new Error("Nothing was read.");
  const sheet = { ...reading.sheets[0], kind: "unreadable" as const, lineCount: 0, sentence: "No budget table was found." };
  act(() => session.change({ reading: { ...reading, lines: [], sheets: [{ ...reading.sheets[0], ...sheet, file: null, sheet: "Notes", agency: null, tables: [], totals: [], setAside: [] }] }, issues: [] }));
  expect(screen.getByText("No sheets read, no lines, no questions, 1 sheet can't be read.")).toBeInTheDocument();
  expect(screen.getByText(/^No budget lines were found\./)).toBeInTheDocument();
  expect(sheets().getByText("can't be read")).toBeInTheDocument();
});

test("what changed opens to each line, its old figure beside the new one, also since the sheets were last pooled", async () => {
  const { user } = await open();
  const lines = session.getState().reading?.lines ?? [];
  const snapshot = snapshotOf(lines.map((line) => (line.id === "C04" ? { ...line, revisedPence: 530_000_000, description: "Reablement team" } : line)), "2026-10-01T09:30:00");
  act(() => session.change({ snapshot }));
  expect(screen.getByText(/^Since the sheets were pooled on 2026-10-01 09:30: 1 line changed; budgets of all lines add to /)).toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: "1 line, old and new" }));
  expect(screen.getByText("Reablement & intermediate care staff (Brackenshire County Council)")).toBeInTheDocument();
  expect(screen.getByText("£5,300,000")).toBeInTheDocument();
  expect(screen.getByText(/^Reablement team → Reablement & intermediate care staff$/)).toBeInTheDocument();
});

test("reading again says in one sentence what changed, with old and new totals, and only then", async () => {
  await open();
  expect(screen.queryByText(/since the last reading/i)).not.toBeInTheDocument();
  const lines = session.getState().reading?.lines ?? [];
  act(() => session.change({ previousLines: lines }));
  expect(screen.getByText("Nothing has changed since the last reading.")).toBeInTheDocument();
  const other = lines.filter((line) => line.id !== "C06").map((line) => (line.id === "C04" ? { ...line, revisedPence: 530_000_000, forecastPence: line.forecastPence } : line));
  act(() => session.change({ previousLines: other }));
  const said = screen.getByText(/^Since the last reading: /).textContent;
  expect(said).toMatch(/^Since the last reading: 1 line new, 1 line changed; budgets of all lines add to £[\d,]+, before £[\d,]+, forecasts of all lines add to £[\d,]+, before £[\d,]+\.$/);
  act(() => session.change({ previousLines: lines.map((line) => ({ ...line, originalPence: (line.originalPence ?? 0) + 100 })) }));
  expect(screen.getByText("Since the last reading: 44 lines changed; budgets and forecasts add to the same as before.")).toBeInTheDocument();
});
