/** @jest-environment jsdom */
// The Review page: by keyboard alone, never a refusal without a reason, never a change without a preview.
import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import type { SessionState } from "../../src/app/state";
import { withLegs } from "../../src/core/virement/legs";
import { withAgreements } from "../../src/core/virement/life";
import { paneStates } from "./support/states";
import { show } from "./support/show";
import { stillSession, type StillSession } from "./support/stillSession";

let session: StillSession;

async function open(name: string, change: Partial<SessionState> = {}) {
  const state = (await paneStates())[name];
  if (state === undefined) throw new Error(`There is no state ${name}.`);
  session = stillSession({ ...state, ...change });
  return show(session);
}

const focused = (): string => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent ?? "";

test("by keyboard alone: say who, go to the one waiting, accept it, refuse the next with a reason", async () => {
  const { user } = await open("review-done");
  const tabTo = async (name: string | RegExp): Promise<void> => {
    for (let i = 0; i < 60; i += 1) {
      if (typeof name === "string" ? focused() === name : name.test(focused())) return;
      await user.tab();
    }
    throw new Error(`Nothing called ${String(name)} is reached by the Tab key.`);
  };
  screen.getByRole("textbox", { name: "Your name" }).focus();
  await user.keyboard("R. Okafor{Enter}");
  expect(session.asked).toEqual([["setPerson", "R. Okafor"]]);
  expect(screen.getByText("Deciding as R. Okafor (as stated, not proven)")).toBeInTheDocument();

  screen.getByRole("button", { name: "Go to the next one waiting" }).focus();
  await user.keyboard("{Enter}");
  expect(focused()).toBe("Accept N01-N04-1");
  await user.keyboard("{Enter}");
  expect(session.asked.at(-1)).toEqual(["decide", "N01-N04-1", "accepted", ""]);

  await tabTo("Refuse C04-C06-1");
  await user.keyboard(" ");
  expect(screen.getByRole("textbox", { name: /Why it is refused/ })).toHaveFocus();
  await user.keyboard("The vacancies are being filled");
  await tabTo("Refuse with this reason");
  await user.keyboard("{Enter}");
  expect(session.asked.at(-1)).toEqual(["decide", "C04-C06-1", "refused", "The vacancies are being filled"]);
});

test("refusing without a reason is impossible, and says so", async () => {
  const { user } = await open("review-person");
  await user.click(screen.getByRole("button", { name: "Refuse C04-C06-1" }));
  const reason = screen.getByRole("textbox", { name: /Why it is refused/ });
  await user.type(reason, "   ");
  await user.click(screen.getByRole("button", { name: "Refuse with this reason" }));
  expect(session.asked).toEqual([]);
  expect(screen.getByText("Enter a reason: a refusal without a reason is not recorded.")).toBeInTheDocument();
  expect(reason).toBeInvalid();
  expect(reason).toHaveFocus();
  expect(reason).toHaveAccessibleDescription(/a refusal without a reason is not recorded/);
});

test("nobody decides without a name: the page asks for it instead", async () => {
  const { user } = await open("review-done");
  await user.click(screen.getByRole("button", { name: "Accept C04-C06-1" }));
  expect(session.asked).toEqual([]);
  expect(screen.getByRole("textbox", { name: "Your name" })).toHaveFocus();
  await user.click(screen.getByRole("button", { name: "Use this name" }));
  expect(screen.getByText("Enter a name: each decision is kept with the name of who took it.")).toBeInTheDocument();
  expect(session.asked).toEqual([]);
});

test("the filter leaves what touches one agency", async () => {
  const { user } = await open("review-person");
  expect(screen.getAllByRole("article")).toHaveLength(3);
  await user.selectOptions(screen.getByRole("combobox", { name: "Show virements of" }), "NHS Brackenshire Integrated Care Board");
  expect(screen.getAllByRole("article").map((card) => card.getAttribute("aria-label"))).toEqual(["N01-N04-1"]);
  expect(screen.getByText("1 virement waits for a decision; 0 accepted, 0 refused, 0 applied.")).toBeInTheDocument();
});

test("accepted ones are previewed together, and only those shown", async () => {
  const { user } = await open("review-accepted");
  expect(screen.getByText("Accepted and not yet applied: £720,000.")).toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: "Preview 3 accepted virements" }));
  expect(session.asked.at(-1)).toEqual(["previewApply", session.getState().virements.map((virement) => virement.id)]);
});

test("a decision can be taken again until it is applied", async () => {
  const { user } = await open("review-accepted");
  await user.click(screen.getByRole("button", { name: "Decide again on C04-C06-1" }));
  await user.click(screen.getByRole("button", { name: "Refuse C04-C06-1" }));
  await user.keyboard("Needed elsewhere");
  await user.click(screen.getByRole("button", { name: "Refuse with this reason" }));
  expect(session.asked.at(-1)).toEqual(["decide", "C04-C06-1", "refused", "Needed elsewhere"]);
});

test("the preview shows every cell old -> new by sheet in its own unit, and what the budgets add to", async () => {
  const { user } = await open("review-preview");
  expect(screen.getByRole("heading", { level: 1, name: "Preview of applying" })).toBeInTheDocument();
  const council = within(screen.getByRole("region", { name: "Council, 3 cells" }));
  expect(council.getByText(/Reablement & intermediate care staff/).closest("div")).toHaveTextContent("£5,200,000 → £4,780,000");
  expect(council.getByText(/Community equipment store/).closest("div")).toHaveTextContent("£1,800,000 → £1,905,000");
  expect(council.getAllByText("£49,000,000")).toHaveLength(2);
  expect(screen.getByText(/^Money only moves/)).toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: "Apply these changes" }));
  expect(session.asked.at(-1)).toEqual(["confirmPreview"]);
  await user.click(screen.getByRole("button", { name: "Cancel" }));
  expect(session.asked.at(-1)).toEqual(["cancelPreview"]);
});

test("a preview with something in the way can't be confirmed", async () => {
  const { user } = await open("review-obstacle");
  expect(screen.getByText("1 cell stands in the way, so nothing can be written.")).toBeInTheDocument();
  expect(screen.getByText(/ICB!C10 changed since it was read; it now holds 5,150,000\./)).toBeInTheDocument();
  expect(screen.queryByRole("button", { name: "Apply these changes" })).not.toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: "Close and read the sheets again" }));
  expect(session.asked.map(([name]) => name)).toEqual(["cancelPreview", "readSheets"]);
});

test("while a decision is being recorded no other can be taken", async () => {
  const { user } = await open("review-person");
  act(() => session.change({ job: { title: "Recording the decision", progress: null } }));
  await user.click(screen.getByRole("button", { name: "Accept C04-C06-1" }));
  expect(session.asked).toEqual([]);
});

test("the keyboard never falls off the page: after a decision the next step has it, in a preview the way back", async () => {
  const { user } = await open("review-person");
  const { "review-accepted": accepted, "review-preview": previewed } = await paneStates();
  screen.getByRole("button", { name: "Accept C04-C06-1" }).focus();
  act(() => session.change({ virements: accepted?.virements ?? [] }));
  await waitFor(() => expect(screen.getByRole("button", { name: "Preview 3 accepted virements" })).toHaveFocus());
  act(() => session.change({ preview: previewed?.preview ?? null }));
  await waitFor(() => expect(screen.getByRole("button", { name: "Cancel" })).toHaveFocus());
  act(() => session.change({ preview: null }));
  await waitFor(() => expect(screen.getByRole("button", { name: "Preview 3 accepted virements" })).toHaveFocus());
  await user.click(screen.getByRole("button", { name: "Decide again on C04-C06-1" }));
  expect(focused()).toBe("Accept C04-C06-1");
  await user.click(screen.getByRole("button", { name: "Refuse C04-C06-1" }));
  await user.click(screen.getByRole("button", { name: "Don't refuse" }));
  expect(focused()).toBe("Refuse C04-C06-1");
});

test("less is accepted with an amount and a reason, and neither is left out", async () => {
  const { user } = await open("review-person");
  await user.click(screen.getByRole("button", { name: "Amend C04-C06-1" }));
  const amount = screen.getByRole("textbox", { name: /Accept only this amount/ });
  expect(amount).toHaveFocus();
  expect(amount).toHaveAccessibleDescription(/Up to £105,000/);
  await user.keyboard("105,000.01");
  await user.click(screen.getByRole("button", { name: "Accept the amended amount" }));
  expect(screen.getByText("Enter pounds and pence, more than £0 and at most £105,000.")).toBeInTheDocument();
  expect(screen.getByText("Enter a reason: the other approvers read it.")).toBeInTheDocument();
  expect(session.asked).toEqual([]);
  await user.clear(amount);
  await user.type(amount, "£80,000.50");
  await user.type(screen.getByRole("textbox", { name: /Why less/ }), "Two posts are filled");
  await user.click(screen.getByRole("button", { name: "Accept the amended amount" }));
  expect(session.asked).toEqual([["amend", "C04-C06-1", 8_000_050, "Two posts are filled"]]);
});

test("where several must agree, each is shown, and accepting names for whom", async () => {
  const { user } = await open("review-person");
  act(() => session.change({
    virements: session.getState().virements.map((v) => (v.id !== "C04-C06-1" ? v : withAgreements({ ...v, version: 2, suggestedPence: 12_000_000 }, [
      { approver: "director (COUNCIL)", decision: "accepted", by: "A. Holder", on: "2026-10-15" }, { approver: "board (ICB)", decision: "waiting", by: "", on: "" },
    ]))),
  }));
  const card = within(screen.getByRole("article", { name: "C04-C06-1" }));
  expect(card.getByText("under review")).toBeInTheDocument();
  expect(card.getByText("director (COUNCIL): accepted by A. Holder (as stated)")).toBeInTheDocument();
  expect(card.getByText("board (ICB): waiting")).toBeInTheDocument();
  expect(card.getByText("Version 2; £120,000 was suggested.")).toBeInTheDocument();
  await user.click(card.getByRole("button", { name: "Accept as board (ICB): C04-C06-1" }));
  expect(session.asked).toEqual([["decide", "C04-C06-1", "accepted", "", "board (ICB)"]]);
});

test("words find what touches a line, its sheet or an approver", async () => {
  const { user } = await open("review-person");
  await user.type(screen.getByRole("textbox", { name: /Find a cost centre/ }), "equipment council");
  expect(screen.getAllByRole("article").map((card) => card.getAttribute("aria-label"))).toEqual(["C04-C06-1"]);
});

test("after its last day nothing can be decided", async () => {
  await open("review-person", { decisionDate: "2027-04-01" });
  expect(screen.getAllByText("expired on 2027-03-31")).toHaveLength(3);
  expect(screen.queryByRole("button", { name: /^Accept/ })).not.toBeInTheDocument();
});

test("a formula in the way leads to the journal, which changes no cell", async () => {
  const { user } = await open("review-formula");
  expect(screen.getByText(/by the journal instead, and no cell changes/)).toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: "Write the journal instead" }));
  expect(session.asked.map(([name]) => name)).toEqual(["cancelPreview", "writeJournal"]);
});

test("a virement of several rows is drafted: the balance runs along, and what is missing is said", async () => {
  const { user } = await open("review-person");
  await user.click(screen.getByText("Draft a virement"));
  const form = within(screen.getByLabelText("Draft a virement"));
  const fill = (label: string | RegExp, row: number, value: string) => fireEvent.change(form.getAllByLabelText(label)[row - 1] as HTMLElement, { target: { value } });
  fill("Line", 1, "c04");
  fill("Amount (£)", 1, "60,000");
  expect(form.getByText(/^Reablement.*, Brackenshire/, { selector: "div" })).toBeInTheDocument();
  fill("Line", 2, "C06");
  fill("Amount (£)", 2, "20000.50");
  expect(form.getByText("Incomplete: £39,999.50 is still to be given.")).toBeInTheDocument();
  expect(form.getByText("Keep it as a draft")).toBeInTheDocument();
  await user.click(form.getByText("Give to another line"));
  expect(form.getAllByRole("group").map((row) => row.firstChild?.textContent)).toEqual(["Row 1: takes from", "Row 2: gives to", "Row 3: gives to"]);
  fill("Line", 3, "nobody");
  fill("Amount (£)", 3, "39999.50");
  expect(form.getByText("As much is given as is taken.")).toBeInTheDocument();
  await user.click(form.getByText("Put it to those who must agree"));
  expect(session.asked).toEqual([]);
  expect(form.getByText("Enter a line's id, code or description.")).toBeInTheDocument();
  expect(form.getByText("Enter a reason: those who are asked to agree read it.")).toBeInTheDocument();
  fill("Line", 3, "C01");
  fill(/^Why/, 1, "vacancies");
  await user.click(form.getByText("Put it to those who must agree"));
  expect(session.asked).toEqual([["draft", {
    id: null, recurrence: "one-off", why: "vacancies",
    legs: [{ from: "C04", to: "", amountPence: 6_000_000 }, { from: "", to: "C06", amountPence: 2_000_050 }, { from: "", to: "C01", amountPence: 3_999_950 }],
  }]]);
}, 60_000);

test("a draft in the workbook shows its rows and what is open, and is changed or removed; a payment between bodies states cash date and VAT", async () => {
  const state = (await paneStates())["review-person"];
  const some = state?.virements[0];
  if (state === undefined || some === undefined) throw new Error("There is no virement.");
  const leg = (from: string, to: string, amountPence: number) => ({ from, to, amountPence, suggestedPence: amountPence });
  const draft = withLegs({ ...some, id: "D-1", state: "draft" }, [leg("C04", "", 100), leg("", "C06", 60)]);
  const paid = withLegs({ ...some, id: "D-2" }, [leg("N01", "C01", 500)]);
  const { user } = await open("review-person", { virements: [draft, paid] });
  const card = within(screen.getByRole("article", { name: "D-1" }));
  expect(card.getByText("incomplete")).toBeInTheDocument();
  expect(card.getByText(/takes £1 and gives £0.60, so £0.40 is given to no line/)).toBeInTheDocument();
  expect(card.queryByRole("button", { name: /Accept/ })).not.toBeInTheDocument();
  await user.click(card.getByRole("button", { name: "Remove the draft D-1" }));
  expect(session.asked.at(-1)).toEqual(["removeDraft", "D-1"]);
  await user.click(card.getByRole("button", { name: "Change the draft D-1" }));
  expect(card.getByRole("form", { name: "Change the draft D-1" })).toBeInTheDocument();
  const other = within(screen.getByRole("article", { name: "D-2" }));
  expect(other.getByText("VAT: not stated")).toBeInTheDocument();
  expect(other.getByText(/No cash date yet/)).toBeInTheDocument();
  await user.click(other.getByRole("button", { name: "State cash date and VAT of D-2" }));
  await user.type(other.getByLabelText("Day on which the money is to be paid"), "2026-11-30");
  await user.type(other.getByRole("textbox", { name: "How VAT falls on the payment" }), "in full");
  await user.click(other.getByRole("button", { name: "Keep these" }));
  expect(session.asked.at(-1)).toEqual(["statePayment", "D-2", "in full", "2026-11-30"]);
});

test("only what touches my budgets: by the holder that the sheets name, and by whose decision is awaited", async () => {
  const state = (await paneStates())["review-person"];
  if (state?.reading === null || state === undefined) throw new Error("There is no reading.");
  const lines = state.reading.lines.map((line) => (line.id === "N04" ? { ...line, holder: "P. Adeyemi" } : line.id === "C06" ? { ...line, holder: "R. Okafor" } : line));
  const { user } = await open("review-person", { reading: { ...state.reading, lines } });
  await user.selectOptions(screen.getByRole("combobox", { name: "Whose budgets" }), "P. Adeyemi");
  expect(screen.getAllByRole("article").map((card) => card.getAttribute("aria-label"))).toEqual(["N01-N04-1"]);
  expect(screen.getByText("Budget holders: P. Adeyemi")).toBeInTheDocument();
  await user.selectOptions(screen.getByRole("combobox", { name: "Whose budgets" }), "");
  await user.type(screen.getByRole("textbox", { name: /^Find/ }), "okafor");
  expect(screen.getAllByRole("article").map((card) => card.getAttribute("aria-label"))).toEqual(["C04-C06-1"]);
});
