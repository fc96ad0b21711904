/** @jest-environment jsdom */
// Choosing where a sheet's virements go, and what the preview then says of its budgets.
import { screen, within } from "@testing-library/react";
import type { SessionState } from "../../src/app/state";
import type { StatedTarget, TableMapping } from "../../src/core/reading/types";
import { axeFindings, show } from "./support/show";
import { paneStates } from "./support/states";
import { stillSession } from "./support/stillSession";

async function stateOf(name: string): Promise<SessionState> {
  const state = (await paneStates())[name];
  if (state === undefined) throw new Error(`There is no state ${name}.`);
  return state;
}

/** The same reading with a column of virements on the council's sheet and what its officer chose. */
function withColumn(state: SessionState, target?: Omit<StatedTarget, "cells">): SessionState {
  const { reading } = state;
  if (reading === null) throw new Error("nothing read");
  const changed = (table: TableMapping): TableMapping => ({ ...table, columns: [...table.columns, { column: 12, heading: "Virements", field: "ignored", reason: "" }], ...(target === undefined ? {} : { target }) });
  return { ...state, reading: { ...reading, sheets: reading.sheets.map((sheet) => (sheet.sheet === "Council" ? { ...sheet, tables: sheet.tables.map(changed) } : sheet)) } };
}

async function open(target?: Omit<StatedTarget, "cells">) {
  const session = stillSession(withColumn(await stateOf("sources-done"), target));
  const { user } = show(session);
  const sheets = within(screen.getByRole("region", { name: "Sheets" }));
  await user.click(sheets.getByRole("button", { name: /^Council/ }));
  return { session, user, list: sheets.getByRole("combobox", { name: "Virements of this sheet go" }), sheets };
}
const at = { sheet: "Council", position: 1 };

test("a column that its heading names is offered; each choice asks the session at once; another column by the selected cells", async () => {
  const { session, user, list, sheets } = await open();
  expect(list).toHaveValue("none");
  expect([...list.querySelectorAll("option")].map((option) => option.textContent)).toEqual([
    "into the revised budget (nobody has chosen)", "into the revised budget", 'into column M "Virements", added to what stands there', "to the journal sheet only: no cell of this sheet changes",
  ]);
  await user.selectOptions(list, "M");
  expect(session.asked.at(-1)).toEqual(["chooseTarget", at, { kind: "column", column: { column: 12, heading: "Virements" } }]);
  await user.selectOptions(list, "journal");
  expect(session.asked.at(-1)).toEqual(["chooseTarget", at, { kind: "journal" }]);
  await user.click(sheets.getByRole("button", { name: "Add virements to the selected column" }));
  expect(session.asked.at(-1)).toEqual(["chooseTargetBySelection", at]);
  expect(await axeFindings()).toEqual([]);
});

test("what stands is shown with who chose it, also where it can't be followed", async () => {
  const { user, session, list } = await open({ goesTo: "Virements column", column: "M", chosenBy: "Principal accountant" });
  expect(list).toHaveValue("M");
  expect(screen.getByText("Chosen by Principal accountant (as stated).")).toBeInTheDocument();
  await user.selectOptions(list, "none");
  expect(session.asked.at(-1)).toEqual(["chooseTarget", at, null]);
});

test("a choice whose column is gone says so in its place", async () => {
  const { list } = await open({ goesTo: "Virements column", column: 'Z "Transfers"', chosenBy: "" });
  expect(list).toHaveValue("stray");
  expect(list).toHaveTextContent('has no column Z "Transfers" any more');
});

test("the preview says which budgets will not follow, shows what goes by the journal alone, and leads to the choice where a formula stands", async () => {
  const state = await stateOf("review-preview");
  const { preview } = state;
  if (preview === null) throw new Error("no preview");
  const [first, second] = preview.sides;
  if (first === undefined || second === undefined) throw new Error("no sides");
  const sides = [{ ...first, target: { kind: "journal" as const } }, { ...second, target: { kind: "column" as const, address: "Z9", heading: "Virements", pencePerUnit: 100, follows: "no" as const } }];
  show(stillSession({ ...state, preview: { ...preview, sides } }));
  expect(screen.getByText(/no cell changes\. The entries of 1 line go to the sheet Purse Journal alone/)).toBeInTheDocument();
  expect(screen.getByText(/the revised budget of 1 line holds a figure, so it does not follow the column by itself/)).toBeInTheDocument();
  expect(screen.getByRole("region", { name: /by the journal alone$/ })).toBeInTheDocument();
  expect(await axeFindings()).toEqual([]);
});

test("a formula in the way leads to the choice on Sources", async () => {
  const session = stillSession(await stateOf("review-formula"));
  const { user } = show(session);
  await user.click(screen.getByRole("button", { name: "Choose where virements of the sheet go" }));
  expect(session.asked.slice(-2)).toEqual([["cancelPreview"], ["openPage", "sources"]]);
});

test("a register row by the journal alone has no cell to show and says so", async () => {
  const state = await stateOf("register-revert");
  const register = state.register.map((row) => ({ ...row, sheet: "Purse Journal", address: "", before: "", after: "" }));
  show(stillSession({ ...state, register, preview: null }));
  expect(screen.getAllByText("By the journal alone: no cell of the agency's sheet was changed.")).toHaveLength(register.length);
});
