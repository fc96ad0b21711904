/** @jest-environment jsdom */
// The Sources page's ways in: the empty state's buttons, choosing and dropping files, and the look before anything is written.
import { act, fireEvent, screen, within } from "@testing-library/react";
import type { BringInPreview, SheetChoice } from "../../src/app/bringIn";
import { axeFindings, primaryButtons, show } from "./support/show";
import { paneStates } from "./support/states";
import { stillSession } from "./support/stillSession";

const CHOICE: SheetChoice = {
  id: "0:0", file: "Fire.xlsx", sheetInFile: "Budget", hidden: true, name: "Budget Fire", leftOut: null, chosen: true, as: "replace",
  facts: { rows: 12, columns: 3, formulas: 4, withoutFigure: 1, fromElsewhere: 2, hiddenRows: 1, hiddenColumns: 0 },
  replaces: { sheet: "Budget", broughtIn: "2026-10-15 09:30:00", changes: { cells: 40, rowsBefore: 12, rowsAfter: 13, first: [{ address: "B4", before: 3400, after: null }] } },
};
const PREVIEW: BringInPreview = {
  choices: [CHOICE, { ...CHOICE, id: "1:0", file: "ours.xlsx", sheetInFile: "Purse Lines", leftOut: "ours", replaces: null }],
  refused: [{ file: "locked.xlsx", sentence: "locked.xlsx is protected by a password, so nothing in it can be read.", nextStep: "Remove the password." }],
};

async function open(name: string) {
  const state = (await paneStates())[name];
  if (state === undefined) throw new Error(`There is no state ${name}.`);
  const session = stillSession(state);
  return { session, ...show(session) };
}

test("the empty page offers files and the sample, beside its one primary button", async () => {
  const { session, user } = await open("sources-empty");
  await user.click(screen.getByRole("button", { name: "Try with sample data" }));
  expect(session.asked.at(-1)).toEqual(["bringInSample"]);
  expect(primaryButtons()).toEqual(["Read the sheets"]);
  const file = new File(["a,b"], "a.csv");
  fireEvent.change(screen.getByTestId("files"), { target: { files: [file] } });
  expect(session.asked.at(-1)).toEqual(["bringIn", [file]]);
});

test("files dropped on the page are looked at; while work is under way they are not", async () => {
  const { session } = await open("sources-done");
  const page = screen.getByRole("button", { name: "Bring in files" });
  const file = new File(["a,b"], "a.csv");
  fireEvent.dragOver(page, { dataTransfer: { types: ["Files"], files: [file] } });
  expect(screen.getByText("Drop the files to look at them")).toBeInTheDocument();
  fireEvent.drop(page, { dataTransfer: { types: ["Files"], files: [file] } });
  expect(session.asked.filter(([name]) => name === "bringIn")).toEqual([["bringIn", [file]]]);
  expect(screen.queryByText("Drop the files to look at them")).not.toBeInTheDocument();
  act(() => session.change({ job: { title: "Reading", progress: null } }));
  fireEvent.drop(page, { dataTransfer: { types: ["Files"], files: [file] } });
  expect(session.asked.filter(([name]) => name === "bringIn")).toHaveLength(1);
});

test("the look names every sheet, what it leaves behind, what would change and what is refused, and nothing is amiss for axe", async () => {
  const { session, user } = await open("sources-done");
  act(() => session.change({ bringIn: PREVIEW }));
  expect(screen.getByText("1 sheet would be brought in. Nothing has been written yet.")).toBeInTheDocument();
  expect(screen.getByText(/protected by a password/)).toBeInTheDocument();
  expect(screen.getByText(/result that Common Purse wrote/)).toBeInTheDocument();
  const fire = within(screen.getByRole("region", { name: "Fire.xlsx" }));
  expect(fire.getByText(/^12 rows, 3 columns\. The sheet is hidden in the file\. 1 row hidden in the file will be seen here\. 4 formulas will be brought in as their last saved figures\. 1 formula has no saved figure/)).toBeInTheDocument();
  expect(fire.getByText(/^It was brought in before, as the sheet "Budget" \(2026-10-15 09:30:00\)\. 40 cells differ; 12 rows before, 13 rows now\.$/)).toBeInTheDocument();
  await user.click(fire.getByRole("button", { name: "The first 1 of 40 cells, old → new" }));
  expect(fire.getByText("nothing")).toBeInTheDocument();
  await user.click(fire.getByRole("radio", { name: 'Add beside it as "Budget Fire"' }));
  expect(session.asked.at(-1)).toEqual(["changeBringIn", "0:0", { as: "add" }]);
  await user.click(fire.getByRole("checkbox", { name: 'Bring in "Budget"' }));
  expect(session.asked.at(-1)).toEqual(["changeBringIn", "0:0", { chosen: false }]);
  expect(primaryButtons()).toEqual(["Bring in 1 sheet"]);
  expect(await axeFindings()).toEqual([]);
  await user.click(screen.getByRole("button", { name: "Bring in 1 sheet" }));
  expect(session.asked.at(-1)).toEqual(["confirmBringIn"]);
  await user.click(screen.getByRole("button", { name: "Cancel" }));
  expect(session.asked.at(-1)).toEqual(["cancelBringIn"]);
});
