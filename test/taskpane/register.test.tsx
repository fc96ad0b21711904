/** @jest-environment jsdom */
// The Register page: rows as they were applied, a chain that holds or the row where it breaks, and a reversal that is previewed.
import { screen, within } from "@testing-library/react";
import { firstBrokenRow } from "../../src/core/virement/register";
import { paneStates } from "./support/states";
import { show } from "./support/show";
import { stillSession, type StillSession } from "./support/stillSession";
import type { SessionState } from "../../src/app/state";

const withCommas = (number: string | undefined): string => Number(number).toLocaleString("en-GB");

let session: StillSession;

async function open(change: (state: SessionState) => SessionState = (state) => state) {
  const state = (await paneStates())["register-done"];
  if (state === undefined) throw new Error("There is no state register-done.");
  session = stillSession(change(state));
  return show(session);
}

test("every changed cell is a row with its effect, old and new, when and by whom as stated", async () => {
  await open();
  expect(screen.getByText("6 rows in the register; the chain of check values is intact.")).toBeInTheDocument();
  const group = within(screen.getByRole("region", { name: "C04-C06-1" }));
  expect(group.getByText("Applied: Reablement & intermediate care staff")).toBeInTheDocument();
  expect(group.getByText("−£105,000")).toBeInTheDocument();
  const [from, to] = session.getState().register.filter((row) => row.virementId === "C04-C06-1");
  expect(from?.after).toBe(String(Number(from?.before) - 105_000));
  expect(group.getByText(`£${withCommas(from?.before)} becomes £${withCommas(from?.after)}`)).toBeInTheDocument();
  expect(to?.before).toBe("1800000");
  expect(group.getByText("£1,800,000 becomes £1,905,000")).toBeInTheDocument();
  expect(group.getAllByText("15 October 2026, 09:30, by R. Okafor (as stated)")).toHaveLength(2);
});

test("an applied virement is reversed with a reason, through a preview", async () => {
  const { user } = await open();
  await user.click(screen.getByRole("button", { name: "Preview the reversal of C04-C06-1" }));
  expect(screen.getByRole("textbox", { name: /Why it is taken back/ })).toHaveFocus();
  await user.keyboard("  ");
  await user.click(screen.getByRole("button", { name: "Preview with this reason" }));
  expect(screen.getByText("Enter a reason: a reversal without a reason is refused.")).toBeInTheDocument();
  expect(session.asked).toEqual([]);
  await user.keyboard("The vacancies were filled");
  await user.click(screen.getByRole("button", { name: "Preview with this reason" }));
  expect(session.asked).toEqual([["previewRevert", "C04-C06-1", "The vacancies were filled"]]);
});

test("a changed row is named and marked", async () => {
  await open((state) => {
    const register = state.register.map((row) => (row.number === 2 ? { ...row, amountPence: row.amountPence + 100 } : row));
    return { ...state, register, registerCheck: { intact: false, brokenAtRow: firstBrokenRow(register), unregistered: null } };
  });
  expect(screen.getByText(/^The chain of check values breaks at row 2 of 6/)).toBeInTheDocument();
  expect(screen.getByText("The chain breaks at this row")).toBeInTheDocument();
});
