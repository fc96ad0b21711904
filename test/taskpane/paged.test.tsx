/** @jest-environment jsdom */
// A long list comes a part at a time and ends with nothing left out.
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Paged } from "../../src/taskpane/components/Paged";

test("fifty at a time, each item once and in order", async () => {
  const user = userEvent.setup();
  const items = Array.from({ length: 120 }, (_, index) => `line ${index + 1}`);
  render(<ul><Paged items={items} each={(item) => <li key={item}>{item}</li>} /></ul>);
  expect(screen.getAllByRole("listitem")).toHaveLength(50);
  await user.click(screen.getByRole("button", { name: "Show 50 more of 70" }));
  await user.click(screen.getByRole("button", { name: "Show the last 20" }));
  expect(screen.getAllByRole("listitem").map((item) => item.textContent)).toEqual(items);
  expect(screen.queryByRole("button")).not.toBeInTheDocument();
});
