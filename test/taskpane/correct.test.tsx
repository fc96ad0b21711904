/** @jest-environment jsdom */
// Correcting how a sheet is read: every column with its evidence, each change asked of the session at once.
import { screen, within } from "@testing-library/react";
import { axeFindings, show } from "./support/show";
import { paneStates } from "./support/states";
import { stillSession } from "./support/stillSession";

async function open() {
  const state = (await paneStates())["sources-done"];
  if (state === undefined) throw new Error("There is no state sources-done.");
  const session = stillSession(state);
  const { user } = show(session);
  const sheets = within(screen.getByRole("region", { name: "Sheets" }));
  await user.click(sheets.getByRole("button", { name: /^ICB/ }));
  await user.click(sheets.getByRole("button", { name: "Correct how this is read" }));
  return { session, user, sheets };
}

test("a column is re-pointed by its list, which says why it was read as it is", async () => {
  const { session, user, sheets } = await open();
  const table = session.getState().reading?.sheets.find(({ sheet }) => sheet === "ICB")?.tables[0];
  const column = table?.columns.find(({ field }) => field === "revised");
  if (column === undefined) throw new Error("The sheet has no revised column.");
  expect(sheets.getAllByText(`Why: ${column.reason}`).length).toBeGreaterThan(0);
  const list = sheets.getAllByRole("combobox")[table?.columns.indexOf(column) ?? -1];
  if (list === undefined) throw new Error("The column has no list.");
  expect(list).toHaveValue("revised");
  await user.selectOptions(list, "original");
  expect(session.asked.at(-1)).toEqual(["correct", { sheet: "ICB", position: 1 }, { kind: "column", column: column.column, heading: column.heading, field: "original" }]);
});

test("unit, sign, agency and the selected cells each ask for their own change", async () => {
  const { session, user, sheets } = await open();
  const at = { sheet: "ICB", position: 1 };
  await user.selectOptions(sheets.getByRole("combobox", { name: "Unit of the amounts" }), "pounds");
  expect(session.asked.at(-1)).toEqual(["correct", at, { kind: "unit", unit: "pounds" }]);
  await user.selectOptions(sheets.getByRole("combobox", { name: "Sign habit" }), "income-positive");
  expect(session.asked.at(-1)).toEqual(["correct", at, { kind: "sign", sign: "income-positive" }]);
  await user.clear(sheets.getByRole("textbox", { name: "Agency" }));
  await user.type(sheets.getByRole("textbox", { name: "Agency" }), "Another body{Enter}");
  expect(session.asked.at(-1)).toEqual(["correct", at, { kind: "agency", agency: "Another body" }]);
  await user.selectOptions(sheets.getByRole("combobox", { name: "Read the selected column as" }), "forecast");
  await user.click(sheets.getByRole("button", { name: "Use the selected column" }));
  expect(session.asked.at(-1)).toEqual(["correctBySelection", at, "forecast"]);
  await user.click(sheets.getByRole("button", { name: "Use the selected cells as the table" }));
  expect(session.asked.at(-1)).toEqual(["correctBySelection", at, "range"]);
  expect(await axeFindings()).toEqual([]);
});

test("a table that is read rightly is confirmed as it is, with one button", async () => {
  const { session, user, sheets } = await open();
  const unit = session.getState().reading?.sheets.find(({ sheet }) => sheet === "ICB")?.tables[0]?.unit;
  await user.click(sheets.getByRole("button", { name: "It is read rightly" }));
  expect(session.asked.at(-1)).toEqual(["correct", { sheet: "ICB", position: 1 }, { kind: "unit", unit }]);
});

test("the sheet's money stands in one sum to the penny", async () => {
  const { sheets } = await open();
  const rows = sheets.getAllByRole("term").map((term) => term.textContent);
  expect(rows.slice(0, 4)).toEqual(["Lines read (revised budget)", "+ set aside", "+ not understood", "= total of the sheet"]);
  expect(sheets.getAllByRole("definition").slice(0, 4).map((figure) => figure.textContent)).toEqual(["£70,600,000", "£0", "£0", "£70,600,000"]);
});
