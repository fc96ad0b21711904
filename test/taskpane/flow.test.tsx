/** @jest-environment jsdom */
// The whole main job through the pane, on a real session over the sample workbook: read, pool, suggest, decide, preview, apply, revert.
import { screen, within } from "@testing-library/react";
import { sampleSession } from "./support/partnership";
import { show } from "./support/show";

const next = (name: string | RegExp) => screen.findByRole("button", { name });
const STARTED = { timeout: 20_000 };

test("from an empty pane to an applied and reversed virement", async () => {
  const session = sampleSession();
  const { user } = show(session);
  await user.click(await next("Read the sheets"));
  await user.click(await next("See the pool"));
  expect(screen.getByText(/^£126,310,000 pooled from 8 agencies/)).toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: "Write the pooled view" }));
  await screen.findByText('The pooled view is on the sheet "Pooled View".', undefined, STARTED);
  await user.click(await next("Look for suggestions"));
  await user.click(await screen.findByRole("button", { name: "Put into the workbook" }, STARTED));
  await screen.findByText("3 virements wait for a decision; 0 accepted, 0 refused, 0 applied.", undefined, STARTED);

  await user.type(screen.getByRole("textbox", { name: "Your name" }), "R. Okafor{Enter}");
  await user.click(screen.getByRole("button", { name: "Accept C04-C06-1" }));
  await screen.findByText("2 virements wait for a decision; 1 accepted, 0 refused, 0 applied.");
  await user.click(screen.getByRole("button", { name: "Refuse N01-N04-1" }));
  await user.type(screen.getByRole("textbox", { name: /Why it is refused/ }), "Winter demand is not known yet");
  await user.click(screen.getByRole("button", { name: "Refuse with this reason" }));
  await screen.findByText("Reason: Winter demand is not known yet");
  expect(screen.getByText("1 virement waits for a decision; 1 accepted, 1 refused, 0 applied.")).toBeInTheDocument();

  await user.click(screen.getByRole("button", { name: "Preview 1 accepted virement" }));
  const council = within(await screen.findByRole("region", { name: "Council, 2 cells" }));
  expect(council.getByText(/Reablement/).closest("div")).toHaveTextContent("£5,200,000 → £5,095,000");
  await user.click(screen.getByRole("button", { name: "Apply these changes" }));
  await screen.findByText("C04-C06-1 applied. The register has it.");
  expect(session.getState().reading?.lines.find((line) => line.id === "C04")?.revisedPence).toBe(509_500_000);

  await user.click(screen.getByRole("button", { name: "Register" }));
  await user.click(await next("Preview the reversal of C04-C06-1"));
  await user.type(await screen.findByLabelText(/^Why it is taken back/), "The vacancies were filled");
  await user.click(await next("Preview with this reason"));
  await user.click(await next("Reverse these changes"));
  await screen.findByText("4 rows in the register; the chain of check values is intact.");
  expect(session.getState().reading?.lines.find((line) => line.id === "C04")?.revisedPence).toBe(520_000_000);
  expect(screen.queryByRole("button", { name: /^Preview the reversal/ })).not.toBeInTheDocument();
});
