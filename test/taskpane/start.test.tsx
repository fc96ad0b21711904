/** @jest-environment jsdom */
// Starting: the theme is Office's own where it tells one, a page outside Excel is kind, and the clock is the user's own.
import { act, render, screen } from "@testing-library/react";
import { webDarkTheme, webLightTheme } from "@fluentui/react-components";
import { App } from "../../src/taskpane/App";
import { localTime } from "../../src/taskpane/compose";
import { Elsewhere } from "../../src/taskpane/Elsewhere";
import { words } from "../../src/taskpane/words/words";
import { axeFindings } from "./support/show";
import { paneStates } from "./support/states";
import { stillSession } from "./support/stillSession";

/** The background that the theme in force gives, read from the style that Fluent's provider writes. */
function themeBackground(): string {
  const provider = document.querySelector(".fui-FluentProvider");
  const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]).map((rule) => rule.cssText);
  const own = rules.find((text) => [...(provider?.classList ?? [])].some((name) => text.startsWith(`.${name} {--`)));
  return /--colorNeutralBackground1: (#\w+)/.exec(own ?? "")?.[1] ?? "";
}

test("Office's theme decides, and is read again when the user comes back to the pane", async () => {
  const state = (await paneStates())["sources-empty"];
  if (state === undefined) throw new Error("There is no empty state.");
  let isDark = true;
  const readOfficeTheme = () => ({ isDark });
  render(<App session={stillSession(state)} readOfficeTheme={readOfficeTheme} />);
  expect(themeBackground()).toBe(webDarkTheme.colorNeutralBackground1);
  isDark = false;
  act(() => void window.dispatchEvent(new Event("focus")));
  expect(themeBackground()).toBe(webLightTheme.colorNeutralBackground1);
});

test.each([words.outsideExcel, words.otherHost, words.oldExcel])("where it can't work it says so: %s", async (sentence) => {
  render(<Elsewhere sentence={sentence} />);
  expect(screen.getByRole("main")).toHaveTextContent(sentence);
  expect(await axeFindings()).toEqual([]);
});

test("the clock is the one on the user's wall", () => {
  expect(localTime(new Date(2026, 9, 5, 9, 3, 7))).toBe("2026-10-05T09:03:07");
});
