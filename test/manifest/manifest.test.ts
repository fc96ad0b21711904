/**
 * What Excel silently refuses, or the store sends back, checked without a network.
 * @jest-environment jsdom
 */
import { existsSync } from "node:fs";
import path from "node:path";
import { RIBBON_COMMANDS } from "../../src/commands/commands";
import { version } from "../../package.json";
import { attribute, Manifest, ORIGIN, overridesOf, ROOT } from "./manifest";

const manifest = new Manifest();
const LOCALES = ["cy-GB"];

/** The order of the schema; a wrong order keeps the add-in from loading. */
const ORDER: Readonly<Record<string, readonly string[]>> = {
  OfficeApp: [
    "Id",
    "AlternateId",
    "Version",
    "ProviderName",
    "DefaultLocale",
    "DisplayName",
    "Description",
    "IconUrl",
    "HighResolutionIconUrl",
    "SupportUrl",
    "AppDomains",
    "Hosts",
    "Requirements",
    "DefaultSettings",
    "Permissions",
    "Dictionary",
    "VersionOverrides",
    "ExtendedOverrides",
  ],
  VersionOverrides: ["Description", "Requirements", "Hosts", "Resources", "WebApplicationInfo", "EquivalentAddins"],
  Host: ["Runtimes", "AllFormFactors", "DesktopFormFactor"],
  DesktopFormFactor: ["GetStarted", "FunctionFile", "ExtensionPoint"],
  GetStarted: ["Title", "Description", "LearnMoreUrl"],
  CustomTab: ["Group", "Label"],
  Group: ["Label", "Icon", "Control"],
  Control: ["OverriddenByRibbonApi", "Label", "Supertip", "Icon", "Action", "Enabled"],
  Supertip: ["Title", "Description"],
  Action: ["TaskpaneId", "SourceLocation", "FunctionName"],
  Resources: ["Images", "Urls", "ShortStrings", "LongStrings"],
};

test("is well-formed XML", () => {
  expect(manifest.all("parsererror")).toEqual([]);
  expect(manifest.document.documentElement.localName).toBe("OfficeApp");
});

test.each(Object.keys(ORDER))("the children of %s stand in the schema's order", (name) => {
  const order = ORDER[name] ?? [];
  const parents = manifest.all(name).filter(({ children }) => children.length > 0);
  expect(parents.length).toBeGreaterThan(0);
  for (const parent of parents) {
    const places = [...parent.children].map(({ localName }) => order.indexOf(localName));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  }
});

test("has the version of package.json, as four numbers", () => {
  expect(manifest.textOf("Version")).toBe(`${version}.0`);
  expect(manifest.textOf("Version")).toMatch(/^\d{1,5}(\.\d{1,5}){3}$/);
});

test("identifies itself by one GUID", () => {
  expect(manifest.textOf("Id")).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test("asks for what Excel.run always needs, and for no newer Excel than we promise", () => {
  expect(manifest.textOf("Permissions")).toBe("ReadWriteDocument");
  const sets = manifest.all("Set").map((set) => [attribute(set, "Name"), attribute(set, "MinVersion")]);
  expect(sets).toEqual([
    ["ExcelApi", "1.14"],
    ["SharedRuntime", "1.1"],
  ]);
});

test("every resid leads to a resource of the right kind, and every resource is used", () => {
  const kindOf = (element: Element): Parameters<Manifest["resources"]>[0] => {
    switch (element.localName) {
      case "Image":
        return "Images";
      case "Runtime":
      case "FunctionFile":
      case "SourceLocation":
      case "LearnMoreUrl":
        return "Urls";
      case "Description":
        return "LongStrings";
      default:
        return "ShortStrings";
    }
  };
  const uses = [...manifest.document.querySelectorAll("[resid]")].map((element) => ({
    kind: kindOf(element),
    id: attribute(element, "resid"),
  }));
  const used = new Set(uses.map(({ kind, id }) => `${kind} ${id}`));
  const held = (["Images", "Urls", "ShortStrings", "LongStrings"] as const).flatMap((kind) =>
    manifest.resources(kind).map(({ id }) => `${kind} ${id}`),
  );
  expect(new Set(held).size).toBe(held.length);
  expect([...used].sort()).toEqual([...held].sort());
});

test("ids are unique and short enough", () => {
  const ids = ["CustomTab", "Group", "Control"].flatMap((name) => manifest.all(name).map((element) => attribute(element, "id")));
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id.length).toBeLessThanOrEqual(125);
  for (const element of manifest.document.querySelectorAll("[resid]")) expect(attribute(element, "resid").length).toBeLessThanOrEqual(32);
});

test("texts keep to their limits in every language", () => {
  const within = (list: "ShortStrings" | "LongStrings", most: number): void => {
    for (const { id, value, overrides } of manifest.resources(list)) {
      for (const text of [value, ...Object.values(overrides)])
        expect([id, text.length <= most, text.trim() === text]).toEqual([id, true, true]);
    }
  };
  within("ShortStrings", 125);
  within("LongStrings", 250);
  for (const [name, most] of [
    ["DisplayName", 125],
    ["Description", 250],
  ] as const) {
    const element = manifest.one(name);
    for (const text of [attribute(element, "DefaultValue"), ...Object.values(overridesOf(element))])
      expect(text.length).toBeLessThanOrEqual(most);
  }
});

test("every text is there in Welsh too, and no other language is half done", () => {
  const texts = [...manifest.resources("ShortStrings"), ...manifest.resources("LongStrings")];
  for (const { id, value, overrides } of texts) {
    expect([id, Object.keys(overrides)]).toEqual([id, LOCALES]);
    expect([id, Object.values(overrides).includes(value)]).toEqual([id, false]);
  }
  for (const name of ["DisplayName", "Description", "SupportUrl"])
    expect([name, Object.keys(overridesOf(manifest.one(name)))]).toEqual([name, LOCALES]);
  expect(manifest.textOf("DefaultLocale")).toBe("en-GB");
});

test("every address is https, of one origin, and has a file behind it", () => {
  const urls = manifest.urls();
  expect(urls.length).toBeGreaterThan(50);
  for (const url of urls) {
    expect(url.startsWith(ORIGIN)).toBe(true);
    const name = url.slice(ORIGIN.length);
    // webpack.config.js copies assets/*.png and src/pages/*, and makes taskpane.html; the browser tests check dist itself.
    const source = name === "taskpane.html" ? "src/taskpane/taskpane.html" : name.startsWith("assets/") ? name : `src/pages/${name}`;
    expect([url, existsSync(path.join(ROOT, source))]).toEqual([url, true]);
  }
});

test("the runtime, the functions and the pane are one page, or Excel loads none of them", () => {
  const runtime = manifest.one("Runtime");
  expect(attribute(runtime, "lifetime")).toBe("long");
  const hosts = manifest.one("VersionOverrides");
  const pages = [runtime, manifest.one("FunctionFile"), ...manifest.all("SourceLocation", hosts)].map((element) =>
    attribute(element, "resid"),
  );
  expect(new Set(pages)).toEqual(new Set(["Taskpane.Url"]));
  const pane = attribute(manifest.one("SourceLocation"), "DefaultValue");
  expect(manifest.resources("Urls").find(({ id }) => id === "Taskpane.Url")?.value).toBe(pane);
  expect(manifest.all("ExtensionPoint").map((point) => point.getAttribute("xsi:type"))).toEqual(["PrimaryCommandSurface"]);
});

test("the ribbon's functions are exactly those the pane answers", () => {
  const named = manifest.all("FunctionName").map(({ textContent }) => textContent ?? "");
  expect([...named].sort()).toEqual(Object.keys(RIBBON_COMMANDS).sort());
  for (const name of named) expect(name.length).toBeLessThan(65);
});

test("every button has a tip, and groups hold no more than six", () => {
  for (const group of manifest.all("Group")) expect(manifest.all("Control", group).length).toBeLessThanOrEqual(6);
  for (const control of manifest.all("Control")) {
    expect(attribute(manifest.one("Title", manifest.one("Supertip", control)), "resid")).toBe(
      attribute(manifest.one("Label", control), "resid"),
    );
  }
});

test("an element in the wrong place, a missing text and a stray address would be noticed", () => {
  const broken = new Manifest(
    manifest.text.replace(/<Permissions>.*<\/Permissions>/, "").replace("https://localhost:3000/support.html", "http://elsewhere.test/a"),
  );
  expect(broken.all("Permissions")).toEqual([]);
  expect(broken.urls().filter((url) => !url.startsWith(ORIGIN))).toEqual(["http://elsewhere.test/a"]);
  expect(new Manifest("<OfficeApp>").all("parsererror").length).toBeGreaterThan(0);
});
