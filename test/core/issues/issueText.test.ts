// Every issue code speaks: a sentence that starts and ends as one, holds its facts, and leaves no gap where a fact is known.
import { ISSUE_CODES, type Issue } from "../../../src/core/issues/issue";
import { issueText } from "../../../src/core/issues/issueText";

const issue = (code: Issue["code"], facts: Issue["facts"]): Issue => ({ code, facts, severity: "question", where: null, pence: null });

test.each(ISSUE_CODES)("%s says what, why and what to do", (code) => {
  const asked = new Set<string>();
  const facts = new Proxy<Record<string, string>>({}, { get: (_, name) => (typeof name === "string" ? (asked.add(name), `<${name}>`) : undefined) });
  const text = issueText(issue(code, facts));
  expect(text).toMatch(/^[A-Z<"]/);
  expect(text).toMatch(/\.$/);
  expect(text.split(/[.;:] /).length).toBeGreaterThan(1);
  expect(text).not.toMatch(/undefined|!|\s{2}/);
  expect(asked.size).toBeGreaterThan(0);
  for (const name of asked) if (!["rows", "columns", "count", "text", "move", "why", "style"].includes(name)) expect(text).toContain(`<${name}>`);
});

test("a missing figure is told with its line, and whether words stand there", () => {
  expect(issueText(issue("amount-missing", { line: "Day care", stage: "forecast", text: "" })))
    .toBe('The forecast figure of "Day care" is missing; nothing was assumed in its place. Put the figure there, or nil if there is none.');
  expect(issueText(issue("amount-missing", { line: "Day care", stage: "forecast", text: "tbc" }))).toContain('is missing ("tbc");');
});

test("a printed total that differs shows both figures and their difference", () => {
  expect(issueText(issue("printed-total-differs", { label: "Total", printed: "£10", computed: "£9", difference: "£1" })))
    .toBe('"Total" is printed as £10, but the lines under it add to £9, a difference of £1. Both figures are kept and nothing was added to make them agree; ask the agency which is right.');
});
