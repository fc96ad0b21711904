// The built add-in itself: every file the manifest names, the pane with the genuine Office.js outside Excel, and without it.
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Browser, Page } from "playwright-core";
import { startBrowser } from "./support/workbenchPage";

const ROOT = path.join(__dirname, "../..");
const DIST = path.join(ROOT, "dist");
const OFFICE_JS = path.join(ROOT, "node_modules/@microsoft/office-js/dist");
const ORIGIN = "https://localhost:3000/";
const MICROSOFT = "https://appsforoffice.microsoft.com/lib/1/hosted/";
const TYPES: Readonly<Record<string, string>> = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".png": "image/png" };

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

type Answer = "genuine" | "blocked" | "silent";

/** Opens a built page; Office.js comes from the package, not at all, or never answers. Other hosts are noted and refused. */
async function open(name: string, officeJs: Answer): Promise<{ page: Page; strangers: string[]; refusals: string[] }> {
  const page = await browser.newPage({ viewport: { width: 320, height: 600 } });
  const strangers: string[] = [];
  const refusals: string[] = [];
  page.on("console", (message) => {
    if (/Content Security Policy/.test(message.text())) refusals.push(message.text());
  });
  await page.route("**/*", async (route) => {
    const url = route.request().url();
    const file = url.startsWith(ORIGIN)
      ? path.join(DIST, new URL(url).pathname)
      : path.join(OFFICE_JS, url.replace(MICROSOFT, "").split("?")[0] ?? "");
    if (url.startsWith(MICROSOFT)) {
      if (officeJs === "blocked") return route.abort();
      if (officeJs === "silent") return undefined;
    } else if (!url.startsWith(ORIGIN)) {
      strangers.push(url);
      return route.abort();
    }
    if (!existsSync(file)) return route.fulfill({ status: 404 });
    return route.fulfill({ body: readFileSync(file), contentType: TYPES[path.extname(file)] ?? "application/octet-stream" });
  });
  await page.goto(`${ORIGIN}${name}`, { waitUntil: officeJs === "silent" ? "commit" : "load" });
  return { page, strangers, refusals };
}

test("dist holds every file that its manifest names", () => {
  const manifest = readFileSync(path.join(DIST, "manifest.xml"), "utf8");
  const urls = [...manifest.matchAll(/(?:DefaultValue|Value)="(https:[^"]+)"/g)].map(([, url]) => url ?? "");
  expect(urls.length).toBeGreaterThan(50);
  expect(urls.filter((url) => !existsSync(path.join(DIST, new URL(url).pathname)))).toEqual([]);
});

test("the pane takes Office.js from Microsoft and holds none of it", () => {
  const html = readFileSync(path.join(DIST, "taskpane.html"), "utf8");
  expect(html).toContain(`<script src="${MICROSOFT}office.js">`);
  expect(html.match(/<script(?![^>]*\bsrc=)/g)).toBeNull();
  expect(existsSync(path.join(DIST, "office-js"))).toBe(false);
  const pane = readFileSync(path.join(DIST, "taskpane.js"), "utf8");
  expect(pane).not.toMatch(/OSF\.DDA|_retrieveHostInfo/);
  // The build's own limit, of which about a third travels (webpack.config.js).
  expect(pane.length).toBeLessThan(1_300_000);
});

test("outside Excel the pane says so, with the genuine Office.js", async () => {
  const { page, strangers } = await open("taskpane.html", "genuine");
  await page.getByText(/Excel/).first().waitFor();
  expect(await page.locator("#starting, #guard-message").count()).toBe(0);
  // Office.js may ask for Microsoft's own diagnostics; nobody else is asked for anything.
  expect(strangers.filter((url) => !/^https:\/\/[\w.-]+\.(microsoft\.com|oaspapps\.com|office\.net)\//.test(url))).toEqual([]);
  await page.close();
});

test("without Office.js the pane says what is wrong and what to do", async () => {
  const { page, strangers, refusals } = await open("taskpane.html", "blocked");
  await page
    .getByRole("alert")
    .getByText(/Office\.js did not load/)
    .waitFor();
  expect([strangers, refusals]).toEqual([[], []]);
  await page.close();
});

test("a network that neither brings nor refuses Office.js leaves no blank pane", async () => {
  const { page } = await open("taskpane.html", "silent");
  await page.getByText(/Office\.js did not load/).waitFor({ timeout: 30_000 });
  await page.close();
});

test.each(["support.html", "support.cy.html", "privacy.html", "privacy.cy.html"])(
  "%s opens whole, narrow, and asks nobody else",
  async (name) => {
    const { page, strangers, refusals } = await open(name, "blocked");
    expect(await page.locator("h1").count()).toBe(1);
    expect(await page.locator("html").getAttribute("lang")).toBe(name.includes(".cy.") ? "cy-GB" : "en-GB");
    expect(await page.evaluate(() => getComputedStyle(document.querySelector("main") ?? document.body).maxWidth)).toBe("672px");
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    const links = await page.locator("a").evaluateAll((found) => found.map((link) => link.getAttribute("href") ?? ""));
    expect(links.filter((href) => !existsSync(path.join(DIST, href)))).toEqual([]);
    expect([strangers, refusals]).toEqual([[], []]);
    await page.close();
  },
);
