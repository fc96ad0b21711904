/** What a build takes from outside, and what it refuses. */
import { contentSecurityPolicy, MICROSOFT_OFFICE_JS, readSettings } from "../../scripts/build/settings.js";

test("a first build works out of the box, and says loudly that it is for this machine only", () => {
  const settings = readSettings({});
  expect(settings.addinUrl).toBe("https://localhost:3000/");
  expect(settings.officeJsUrl).toBe(MICROSOFT_OFFICE_JS);
  expect(settings.warnings).toEqual([expect.stringMatching(/ADDIN_URL is not set/)]);
});

test("a real address is taken, with the slash that the manifest's addresses need", () => {
  const settings = readSettings({
    ADDIN_URL: "https://tools.brackenshire.gov.uk/common-purse",
    OFFICE_JS_URL: "https://cdn.internal/office.js",
  });
  expect(settings.addinUrl).toBe("https://tools.brackenshire.gov.uk/common-purse/");
  expect(settings.officeJsUrl).toBe("https://cdn.internal/office.js");
  expect(settings.warnings).toEqual([]);
});

test.each([
  ["http://tools.brackenshire.gov.uk/", /must start with https/],
  ["tools.brackenshire.gov.uk", /not an address/],
  ["https://www.contoso.com/", /placeholder/],
  ["https://your-server/", /placeholder/],
  ["https://tools.brackenshire.gov.uk/?a=1", /without \? or #/],
])("ADDIN_URL %s is refused with a sentence", (url, sentence) => {
  expect(() => readSettings({ ADDIN_URL: url })).toThrow(sentence);
});

test("the pane's security rule allows our own files and Office.js, and no connection elsewhere", () => {
  const rules = new Map(
    contentSecurityPolicy(MICROSOFT_OFFICE_JS)
      .split("; ")
      .map((rule) => [rule.split(" ")[0], rule.split(" ").slice(1)]),
  );
  expect(rules.get("default-src")).toEqual(["'none'"]);
  expect(rules.get("connect-src")).toEqual(["'self'"]);
  expect(rules.get("script-src")).toEqual(["'self'", "'wasm-unsafe-eval'", "https://appsforoffice.microsoft.com"]);
  expect([...rules.values()].flat()).not.toContain("'unsafe-eval'");
  expect(contentSecurityPolicy("office-js/office.js")).not.toMatch(/https:/);
});
