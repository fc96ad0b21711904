/** @jest-environment jsdom */
// The Pool page: both lenses change every figure, totals open to lines, and lines lead to their cells.
import { screen, within } from "@testing-library/react";
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

test("T-3.1 who funds: the place's net, forecast and variance in pounds", async () => {
  await open("pool-done");
  expect(screen.getByText("£126,310,000 pooled from 8 agencies (who funds), 1 difference between partners waiting.")).toBeInTheDocument();
  const place = within(section("The place"));
  expect(place.getByText("£126,310,000")).toBeInTheDocument();
  expect(place.getByText("£128,595,000")).toBeInTheDocument();
  expect(place.getByText("£2,285,000 adverse")).toBeInTheDocument();
  expect(place.getByText("£185,000 adverse")).toBeInTheDocument();
});

test("T-3.1 who spends: the switch changes the total and each agency's figure", async () => {
  const { user } = await open("pool-done");
  expect(within(section("By agency")).getByRole("button", { name: /Brackenshire County Council £32,650,000 25\.8% of the place £2,855,000 adverse/ })).toBeInTheDocument();
  await user.click(screen.getByRole("radio", { name: "Who spends" }));
  expect(screen.getByText(/^£126,300,000 pooled from 8 agencies \(who spends\)/)).toBeInTheDocument();
  expect(within(section("By agency")).getByRole("button", { name: /Brackenshire County Council £42,150,000/ })).toBeInTheDocument();
  expect(within(section("By agency")).queryByText("£32,650,000")).not.toBeInTheDocument();
});

test("T-3.2 outcomes stand largest first", async () => {
  await open("pool-done");
  const rows = within(section("By outcome")).getAllByRole("button").map((row) => row.textContent);
  expect(rows).toEqual([
    "Independent later life£99,960,00079.1% of the place£225,000 adverse", "Safer, steadier lives£18,850,00014.9% of the place£110,000 adverse",
    "In work£5,100,0004.0% of the place£100,000 favourable", "Unallocated£2,400,0001.9% of the place£50,000 favourable",
    "Best start£00.0% of the place£2,100,000 adverse", "The same as a table",
  ]);
});

test("a total opens to its lines, and a line leads to its cell", async () => {
  const { user } = await open("pool-done");
  await user.click(within(section("By agency")).getByRole("button", { name: /Fire and Rescue/ }));
  expect(within(section("By agency")).getByText("Prevention: home safety visits")).toBeInTheDocument();
  await user.click(within(section("By agency")).getByRole("button", { name: "Show in sheet: Fire!F15" }));
  expect(session.asked).toContainEqual(["showCell", { file: null, sheet: "Fire", address: "F15" }]);
});

test("a difference stands with both records, both cells and a suggested kind", async () => {
  await open("pool-done");
  const differences = within(section("Differences between partners"));
  expect(differences.getByText("Brackenshire County Council to Brackenshire Age Concern")).toBeInTheDocument();
  expect(differences.getByText(/^For Age Concern grant, 2026\/27$/)).toBeInTheDocument();
  expect(differences.getByText("£250,000")).toBeInTheDocument();
  expect(differences.getByText("−£240,000")).toBeInTheDocument();
  expect(differences.getByText("£10,000")).toBeInTheDocument();
  expect(differences.getAllByRole("button", { name: /^Show in sheet: / })).toHaveLength(2);
  expect(differences.getByText(/^Suggested kind: /)).toBeInTheDocument();
});

test("the next step is to write the pooled view, and then to look for suggestions", async () => {
  const { user } = await open("pool-done");
  await user.click(screen.getByRole("button", { name: "Write the pooled view" }));
  expect(session.asked.at(-1)).toEqual(["writeViews"]);
});

test("the bars' figures stand in a table with headings, for those who do not see bars", async () => {
  const { user } = await open("pool-done");
  await user.click(within(section("By agency")).getByRole("button", { name: "The same as a table" }));
  const table = within(within(section("By agency")).getByRole("table", { name: "By agency" }));
  expect(table.getAllByRole("columnheader").map((heading) => heading.textContent)).toEqual(["By agency", "Budget", "Variance"]);
  expect(table.getByRole("row", { name: "Brackenshire County Council (25.8%) £32,650,000 £2,855,000 adverse" })).toBeInTheDocument();
});

test("T-3.3 contributions, exact shares and what each partner bears of the pool's forecast", async () => {
  await open("pool-done");
  const pools = within(section("Pools: contributions and exposure"));
  const table = within(pools.getByRole("table", { name: /^Partners of / }));
  expect(table.getByRole("row", { name: /Council 73\.86% of contributions £29,100,000 £579,784\.26/ })).toBeInTheDocument();
  expect(table.getByRole("row", { name: /26\.14% of contributions £10,300,000 £205,215\.74/ })).toBeInTheDocument();
  expect(pools.getByText(/Forecast: £785,000 adverse\./)).toBeInTheDocument();
});
