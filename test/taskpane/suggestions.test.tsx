/** @jest-environment jsdom */
// The Suggestions page: the worked set as cards, what stays open, what only a partner can decide, and the what-if.
import { act, fireEvent, screen, within } from "@testing-library/react";
import { sampleSession } from "./support/partnership";
import { paneStates } from "./support/states";
import { show } from "./support/show";
import { stillSession, type StillSession } from "./support/stillSession";

let session: StillSession;

async function open(name: string) {
  const state = (await paneStates())[name];
  if (state === undefined) throw new Error(`There is no state ${name}.`);
  session = stillSession(state);
  return show(session);
}

const section = (name: string): HTMLElement => screen.getByRole("region", { name });

test("T-6.1 three virements close £720,000, proven best in plain words", async () => {
  await open("suggestions-found");
  expect(screen.getByText("3 virements would close £720,000 of £3,805,000 of pressure.")).toBeInTheDocument();
  expect(screen.getByText(/^Proven best under these rules: no other set of virements closes more\. Rules as they stand on 15 October 2026\.$/)).toBeInTheDocument();
  const cards = within(section("Suggested virements")).getAllByRole("article");
  expect(cards.map((card) => within(card).getAllByText(/^£/)[0]?.textContent)).toEqual(["£300,000", "£105,000", "£315,000"]);
  const [, equipment] = cards;
  if (equipment === undefined) throw new Error("The second card is missing.");
  expect(equipment).toHaveTextContent(/One-off/);
  expect(equipment).toHaveTextContent(/From.*Reablement & intermediate care staff.*To.*Community equipment store/);
  expect(equipment).toHaveTextContent(/Brackenshire County Council£32,650,000 unchanged/);
});

test("a card says why, and why not more", async () => {
  const { user } = await open("suggestions-found");
  const card = within(section("Suggested virements")).getAllByRole("article").at(-1);
  if (card === undefined) throw new Error("There is no card.");
  await user.click(within(card).getByRole("button", { name: "Why not more" }));
  const left = session.getState().suggestions?.unclosed.find((unclosed) => unclosed.line === "C01");
  expect(left?.reason).toBeTruthy();
  expect(card).toHaveTextContent(left?.reason ?? "none");
});

test("why not more names what the giving line has left, and the next step of approval where there is one", async () => {
  const { user } = await open("suggestions-found");
  const { suggestions } = session.getState();
  if (suggestions === null) throw new Error("There are no suggestions.");
  const [beds, equipment] = within(section("Suggested virements")).getAllByRole("article");
  if (beds === undefined || equipment === undefined) throw new Error("The cards are missing.");
  await user.click(within(beds).getByRole("button", { name: "Why not more" }));
  expect(beds).toHaveTextContent(/has £500,000 left that it could give\./);
  expect(beds).not.toHaveTextContent("higher approval");
  await user.click(within(equipment).getByRole("button", { name: "Why not more" }));
  expect(equipment).toHaveTextContent("Reablement & intermediate care staff has nothing left that it could give.");
  const arcs = suggestions.model.arcs.map((arc) => (arc.id === "N01>N04" ? { ...arc, tiers: [{ overPence: 0, rank: 1 }, { overPence: 35_000_000, rank: 5 }] } : arc));
  act(() => session.change({ suggestions: { ...suggestions, model: { ...suggestions.model, arcs } } }));
  expect(beds).toHaveTextContent("A move of more than £350,000 would need higher approval (rank 5).");
});

test("what stays open has its reason; the risk share stands apart as a partner's own decision", async () => {
  await open("suggestions-found");
  expect(section("Stays open")).toHaveTextContent("£3,085,000");
  const calls = section("For a partner to decide, apart from the virements");
  expect(calls).toHaveTextContent("These are not virements.");
  expect(calls).toHaveTextContent("£205,215.74");
  expect(calls).toHaveTextContent("£785,000 adverse");
  expect(within(section("Suggested virements")).queryByText("£205,215.74")).not.toBeInTheDocument();
});

test("money that a rule holds back is listed with its reason", async () => {
  const { user } = await open("suggestions-found");
  await user.click(within(section("Not allowed")).getByRole("button"));
  const blocked = session.getState().suggestions?.blocked ?? [];
  expect(blocked.length).toBeGreaterThan(0);
  for (const one of blocked) expect(section("Not allowed")).toHaveTextContent(one.reason);
});

test("flexibility: each agency's movable amount, and the lines behind it", async () => {
  const { user } = await open("suggestions-found");
  const flexible = section("How much could move");
  await user.click(within(flexible).getByRole("button", { name: /Jobcentre Plus Brackenshire district £0 could move/ }));
  expect(flexible).toHaveTextContent("could only be aligned, not moved£70,000");
});

test("across outcomes is a switch that is asked for at once and shown as not yet kept", async () => {
  const { user } = await open("suggestions-found");
  expect(screen.queryByText(/not yet kept/)).not.toBeInTheDocument();
  await user.click(screen.getByRole("switch", { name: "Let money move across outcomes" }));
  expect(session.asked.at(-1)).toEqual(["setOptions", { acrossOutcomes: true }]);
  const whatIf = (await paneStates())["suggestions-what-if"];
  act(() => session.change(whatIf ?? {}));
  expect(screen.getByText("4 virements would close £750,000 of £3,805,000 of pressure.")).toBeInTheDocument();
  // At the head of the page and beside the switch.
  expect(screen.getAllByText(/not yet kept/)).toHaveLength(2);
});

test("an answer without proof says how much better another could be", async () => {
  const { suggestions } = (await paneStates())["suggestions-found"] ?? {};
  if (!suggestions) throw new Error("There are no suggestions.");
  await open("suggestions-found");
  const unproven = suggestions.proof.stages.map((stage) => stage.objective === "pressure-closed" ? { ...stage, optimal: false, bound: stage.value + 120_000 } : stage);
  act(() => session.change({ suggestions: { ...suggestions, proof: { stages: unproven } } }));
  expect(screen.getByText(/^Not proven best: a better set could close at most £1,200 more\./)).toBeInTheDocument();
});

test("putting them into the workbook is the next step; once there, reviewing is", async () => {
  const { user } = await open("suggestions-found");
  await user.click(screen.getByRole("button", { name: "Put into the workbook" }));
  expect(session.asked.at(-1)).toEqual(["writeSuggestions"]);
  act(() => session.change({ virements: [] }));
  const kept = (await paneStates())["suggestions-done"];
  act(() => session.change({ virements: kept?.virements ?? [] }));
  await user.click(screen.getByRole("button", { name: "Go to Review" }));
  expect(session.getState().page).toBe("review");
});

test("another decision date drops the suggestions, says what to do next, and leaves the keyboard in the field", async () => {
  const { user } = await open("suggestions-found");
  const field = screen.getByLabelText("Decision date");
  expect(field).toHaveValue("2026-10-15");
  expect(field).toHaveAccessibleDescription(/^Rules are taken as they stand on this date\./);
  await user.click(field);
  fireEvent.change(field, { target: { value: "2027-04-01" } });
  expect(session.asked.at(-1)).toEqual(["setDecisionDate", "2027-04-01"]);
  expect(screen.getByText("No suggestions yet by the rules of 1 April 2027 and the figures as last read.")).toBeInTheDocument();
  expect(field).toHaveFocus();
  await user.click(screen.getByRole("button", { name: "Look for suggestions" }));
  expect(session.asked.at(-1)).toEqual(["suggest"]);
});

test("a date that is not whole, or of another age, changes nothing and says so", async () => {
  await open("suggestions-found");
  const field = screen.getByLabelText("Decision date");
  for (const value of ["0202-10-15", ""]) {
    fireEvent.change(field, { target: { value } });
    expect(screen.getByText("Give a whole date from 2000 to 2099. Until then the rules of 15 October 2026 are taken.")).toBeInTheDocument();
    expect(field).toBeInvalid();
  }
  expect(session.asked).toEqual([]);
  expect(session.getState().suggestions).not.toBeNull();
  fireEvent.change(field, { target: { value: "2026-10-15" } });
  expect(field).toBeValid();
});

test("the decision date waits while work is under way, and is not asked for before anything is read", async () => {
  await open("suggestions-working");
  expect(screen.getByLabelText("Decision date")).toHaveAttribute("readonly");
  act(() => session.change({ reading: null, suggestions: null, job: null }));
  expect(screen.queryByLabelText("Decision date")).not.toBeInTheDocument();
});

test("a search cut short and an effect not known are said in words, and nothing is said where all is well", async () => {
  await open("suggestions-found");
  expect(screen.queryByRole("region", { name: "To know about these suggestions" })).not.toBeInTheDocument();
  const { suggestions } = session.getState();
  if (suggestions === null) throw new Error("There are no suggestions.");
  const stages = suggestions.proof.stages.map((stage) => ({ ...stage, optimal: stage.objective !== "pressure-closed" && stage.optimal }));
  const unknown = { from: "C04", to: "C01", amountPence: 100, ruleId: "SHUNT", reason: "Linked to another service, not quantified: say how much." };
  act(() => session.change({ suggestions: { ...suggestions, proof: { stages }, blocked: [unknown] } }));
  const known = section("To know about these suggestions");
  expect(known).toHaveTextContent("the search was cut short at pressure closed");
  expect(known).toHaveTextContent("Move C04 to C01 may raise a partner's costs");
});

test.each([
  ["Hold back a tenth of what each line could give", { contingencyShare: 0.1 }, { contingencyShare: 0 }],
  ["No move below £10,000", { minimumMovePence: 1_000_000 }, { minimumMovePence: 100 }],
])("%s is a switch both ways, and what it finds is marked as not yet kept", async (name, on, off) => {
  const { user } = await open("suggestions-found");
  await user.click(screen.getByRole("switch", { name }));
  expect(session.asked.at(-1)).toEqual(["setOptions", on]);
  const real = sampleSession();
  await real.readSheets();
  await real.suggest();
  await real.setOptions(on);
  const { options, suggestions } = real.getState();
  act(() => session.change({ options, suggestions }));
  expect(screen.getByRole("switch", { name })).toBeChecked();
  const box = screen.getByRole("switch", { name }).closest("div:has(> .fui-Field)");
  expect(box).toHaveTextContent(/not yet kept/);
  // At the head of the page and beside this switch alone.
  expect(screen.getAllByText(/not yet kept/)).toHaveLength(2);
  await user.click(screen.getByRole("switch", { name }));
  expect(session.asked.at(-1)).toEqual(["setOptions", off]);
});

test("the list narrows by agency, outcome and approval, and says how much of it is shown", async () => {
  const { user } = await open("suggestions-found");
  const cards = () => within(section("Suggested virements")).getAllByRole("article").length;
  await user.selectOptions(screen.getByLabelText("Approval needed"), "Cabinet or executive");
  expect(cards()).toBe(1);
  expect(screen.getByText("1 of 3 virements shown. Nothing else changes.")).toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: "Show all" }));
  await user.selectOptions(screen.getByLabelText("Agency"), "NHS Brackenshire Integrated Care Board");
  expect(cards()).toBe(1);
  expect(within(section("Pressures")).getAllByRole("listitem")).toHaveLength(1);
  await user.selectOptions(screen.getByLabelText("Agency"), "All");
  await user.selectOptions(screen.getByLabelText("Outcome"), "O1");
  expect(cards()).toBe(3);
  expect(session.asked).toEqual([]);
});

test("whole sets are asked for, then stand side by side, any two of them virement by virement", async () => {
  const { user } = await open("suggestions-found");
  await user.click(screen.getByRole("button", { name: "Find other whole sets" }));
  expect(session.asked.at(-1)?.[0]).toBe("compareSets");
  const compared = (await paneStates())["suggestions-compared"];
  if (compared === undefined) throw new Error("There is no such state.");
  act(() => session.change(compared));
  const sets = section("Whole sets side by side");
  expect(within(sets).getByRole("row", { name: /A\. As asked for.*£720,000 £3,085,000/ })).toBeInTheDocument();
  expect(within(sets).getByRole("row", { name: /D\. Partners pay now what they will owe.*£925,215\.74/ })).toBeInTheDocument();
  await user.selectOptions(within(sets).getByLabelText("Second set"), "D. Partners pay now what they will owe");
  const pair = within(sets).getByRole("table", { name: "The two sets, virement by virement" });
  expect(within(pair).getAllByRole("row").map((row) => row.textContent)).toContain("Continuing healthcare to ASC older people: residential & nursingnone£205,215.74");
  // Once the suggestions are others, the sets beside the old ones are gone.
  act(() => session.change({ suggestions: compared.suggestions === null ? null : { ...compared.suggestions, moves: compared.suggestions.moves.slice(1) } }));
  expect(within(section("Whole sets side by side")).getByRole("button", { name: "Find other whole sets" })).toBeInTheDocument();
});

test("T-4.3 central money is shown only when asked, as not available, and no suggestion changes", async () => {
  const { user } = await open("suggestions-found");
  const beside = section("Beside the suggestions");
  expect(beside).not.toHaveTextContent("£120,000");
  await user.click(within(beside).getByRole("switch", { name: "Show central money as if decided locally" }));
  expect(beside).toHaveTextContent("Not available under current rules");
  expect(beside).toHaveTextContent("More could move in all£120,000");
  expect(session.asked).toEqual([]);
});

test("what would help an open pressure is named", async () => {
  await open("suggestions-found");
  expect(section("Stays open")).toHaveTextContent("The smallest change that would help: Moves across outcomes would close £30,000 more. The one that would help most: ICB could offer £550,000 more");
});
