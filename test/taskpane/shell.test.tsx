/** @jest-environment jsdom */
// The frame: pages by keyboard, work that can be stopped, failures in words, a status that is spoken, and no blank pane.
import { act, screen, waitFor, within } from "@testing-library/react";
import type { SessionState } from "../../src/app/state";
import { paneStates } from "./support/states";
import { show } from "./support/show";
import { stillSession } from "./support/stillSession";

let emptyState: SessionState;
beforeAll(async () => {
  const state = (await paneStates())["sources-empty"];
  if (state === undefined) throw new Error("There is no empty state.");
  emptyState = state;
});

test("the page list works by keyboard and says which page is open", async () => {
  const session = stillSession(emptyState);
  const { user } = show(session);
  const list = within(screen.getByRole("navigation", { name: "Pages" }));
  expect(list.getAllByRole("button").map((button) => button.textContent)).toEqual(["Sources", "Pool", "Suggestions", "Review", "Register"]);
  await user.tab();
  await user.tab();
  await user.keyboard("{Enter}");
  expect(session.getState().page).toBe("pool");
  expect(list.getByRole("button", { name: "Pool" })).toHaveAttribute("aria-current", "page");
  expect(list.getByRole("button", { name: "Pool" })).toHaveFocus();
});

test("a button that leads to another page brings the keyboard to that page's next step, with its sentence", async () => {
  const session = stillSession({ ...emptyState, page: "register" });
  const { user } = show(session);
  await user.click(screen.getByRole("button", { name: "Go to Review" }));
  const next = screen.getByRole("button", { name: "Read the sheets" });
  await waitFor(() => expect(next).toHaveFocus());
  expect(next).toHaveAccessibleDescription("No virements are in the workbook yet.");
});

test("the empty pane teaches and its one button reads the sheets", async () => {
  const session = stillSession(emptyState);
  const { user } = show(session);
  expect(screen.getByText("No sheets have been read yet.")).toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: "Read the sheets" }));
  expect(session.asked).toEqual([["readSheets"]]);
});

test("work says what and how far, and can be stopped", async () => {
  const session = stillSession({ ...emptyState, job: { title: "Reading the sheets", progress: { step: "Sheets", done: 3, total: 9 } } });
  const { user } = show(session);
  expect(screen.getByRole("status")).toHaveTextContent("Reading the sheets");
  expect(screen.getByText("Sheets: 3 of 9")).toBeInTheDocument();
  expect(screen.getByRole("progressbar")).toHaveAttribute("aria-valuenow", "3");
  await user.click(screen.getByRole("button", { name: "Read the sheets" }));
  expect(session.asked).toEqual([]);
  await user.click(screen.getByRole("button", { name: "Stop" }));
  expect(session.asked).toEqual([["stop"]]);
  act(() => session.change({ job: null, notice: "Stopped reading the sheets. Things are as they were." }));
  expect(screen.getByRole("status")).toHaveTextContent("Stopped reading the sheets. Things are as they were.");
});

test("a failure is a sentence and a next step, with details behind a button", async () => {
  const session = stillSession((await paneStates())["sources-failed"] ?? emptyState);
  const { user } = show(session);
  const alert = screen.getByRole("alert");
  expect(alert).toHaveTextContent("Excel is being edited, so nothing was read.");
  expect(alert).toHaveTextContent("What to do: Finish the cell you are editing, then try again.");
  expect(screen.queryByText(/InvalidOperationInCellEditMode/)).not.toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: "Details" }));
  expect(screen.getByText(/InvalidOperationInCellEditMode/)).toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: "Close this message" }));
  expect(session.asked).toEqual([["dismissFailure"]]);
});

test("a sheet's own text is shown as text, never as markup", async () => {
  const session = stillSession({ ...emptyState, workbookName: '<img src=x onerror="alert(1)">.xlsx' });
  show(session);
  expect(screen.getByText('<img src=x onerror="alert(1)">.xlsx')).toBeInTheDocument();
  expect(document.querySelector("img")).toBeNull();
});

test("a fault of our own while drawing leaves a sentence", () => {
  const quiet = jest.spyOn(console, "error").mockImplementation(() => undefined);
  const state = { ...emptyState, page: "pool" as const, pool: { broken: true } as never, reading: { broken: true } as never };
  show(stillSession(state));
  expect(screen.getByRole("alert")).toHaveTextContent("The pane stopped before writing");
  quiet.mockRestore();
});
