// Draws the whole pane on a session for a test, and asks axe what it finds.
import { render } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import type { Session } from "../../../src/app/sessionPort";
import { App } from "../../../src/taskpane/App";

export function show(session: Session) {
  const user = userEvent.setup();
  const drawn = render(<App session={session} readOfficeTheme={() => ({ isDark: false })} />);
  return { user, ...drawn };
}

/** Violations of any weight, as "rule: what is wrong at which elements". Colours are measured in a browser, not here. */
export async function axeFindings(): Promise<string[]> {
  const { violations } = await axe.run(document.body, { rules: { "color-contrast": { enabled: false } } });
  return violations.map((violation) => `${violation.id}: ${violation.help} at ${violation.nodes.map((node) => node.html.slice(0, 120)).join(" | ")}`);
}

/** Buttons that are drawn in the brand's colour, as the page's primary one is; a disabled one keeps its place but not its colour. */
export function primaryButtons(): string[] {
  const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]).filter((rule): rule is CSSStyleRule => rule instanceof CSSStyleRule);
  const brand = rules.filter((rule) => /^\.\w+ \{background-color: var\(--colorBrandBackground\);\}$/.test(rule.cssText));
  return [...document.querySelectorAll("button")]
    .filter((button) => brand.some((rule) => button.matches(rule.selectorText)))
    .map((button) => button.textContent);
}
