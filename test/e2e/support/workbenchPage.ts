// Opens the built workbench in Chromium: every request of https://localhost is answered from dist, and any other is noted as a leak.
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { chromium, type Browser, type Frame, type Page } from "playwright-core";
import { findBrowser } from "../../../scripts/lib/findProgram";

const DIST = path.join(__dirname, "../../../dist/workbench");
const SHOTS = path.join(__dirname, "../../../test-results");
const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".wasm": "application/wasm", ".png": "image/png",
  ".xlsx": "application/octet-stream",
};

export async function startBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  if (executablePath === null) throw new Error("No Chromium was found: set CHROME_PATH, or run the tests through npm test, which installs it.");
  return chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
}

export interface OpenOptions {
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
  readonly forcedColours?: boolean;
  /** Paths that are answered with nothing at all, as a blocked host would. */
  readonly block?: RegExp;
}

/** One page with its errors and the requests that tried to leave the machine. */
export class WorkbenchPage {
  readonly errors: string[] = [];
  readonly leaks: string[] = [];

  private constructor(readonly page: Page) {}

  static async open(browser: Browser, options: OpenOptions = {}): Promise<WorkbenchPage> {
    const context = await browser.newContext({
      viewport: { width: options.width ?? 1280, height: options.height ?? 900 },
      colorScheme: options.dark === true ? "dark" : "light",
      ...(options.forcedColours === true ? { forcedColors: "active" as const } : {}),
      // Colours on their way from one state to the next are nobody's look.
      reducedMotion: "reduce",
      ignoreHTTPSErrors: true,
      acceptDownloads: true,
    });
    const opened = new WorkbenchPage(await context.newPage());
    const { page } = opened;
    page.on("pageerror", (error) => opened.errors.push(error.message));
    page.on("console", (message) => { if (message.type() === "error") opened.errors.push(message.text()); });
    await context.route("**/*", (route) => {
      const url = new URL(route.request().url());
      if (url.protocol === "blob:" || url.protocol === "data:") return route.continue();
      if (url.hostname !== "localhost") {
        opened.leaks.push(url.href);
        return route.abort();
      }
      const file = path.join(DIST, url.pathname === "/" ? "index.html" : decodeURIComponent(url.pathname));
      if (options.block?.test(url.pathname) === true) return route.abort();
      if (url.pathname === "/favicon.ico") return route.fulfill({ status: 204 });
      if (!existsSync(file)) return route.fulfill({ status: 404 });
      return route.fulfill({ body: readFileSync(file), contentType: TYPES[path.extname(file)] ?? "text/plain" });
    });
    return opened;
  }

  /** The workbench with the sample open and the pane started. */
  async openSample(): Promise<void> {
    await this.page.goto("https://localhost/");
    await this.page.getByRole("button", { name: "Open the sample" }).click();
    await this.page.getByText("brackenshire.xlsx is open.").waitFor({ timeout: 60_000 });
    await (await this.pane()).getByRole("button", { name: "Read the sheets" }).first().waitFor({ timeout: 60_000 });
  }

  /** The workbench with a workbook of the test's own open, by its own way of opening one, and the pane started. */
  async openFile({ name, bytes }: { readonly name: string; readonly bytes: Buffer }): Promise<void> {
    await this.page.goto("https://localhost/");
    await this.page.setInputFiles("#open-file", { name, mimeType: "", buffer: bytes });
    await this.page.getByText(`${name} is open.`).waitFor({ timeout: 120_000 });
    await (await this.pane()).getByRole("button", { name: "Read the sheets" }).first().waitFor({ timeout: 60_000 });
  }

  async pane(): Promise<Frame> {
    await this.page.waitForSelector("#pane iframe", { timeout: 60_000 });
    const frame = this.page.frames().find((candidate) => candidate.url().includes("taskpane.html"));
    if (frame === undefined) throw new Error("The pane's frame is not there.");
    return frame;
  }

  async press(name: string | RegExp): Promise<void> {
    await (await this.pane()).getByRole("button", { name }).first().click();
  }

  async goTo(name: string): Promise<void> {
    await (await this.pane()).getByRole("navigation").getByRole("button", { name }).click();
  }

  /** Waits until the status line says it. */
  async status(text: RegExp): Promise<void> {
    await (await this.pane()).getByText(text).last().waitFor({ timeout: 60_000 });
  }

  /** What the grid itself holds at a place, drawn on its canvas: asked through its programming face. */
  async gridValue(sheet: string, address: string): Promise<unknown> {
    return this.page.evaluate(([name, place]) => {
      const { mirror } = (window as unknown as { workbench: Workbench }).workbench;
      return mirror.workbook.getSheetByName(name ?? "").getRange(place ?? "").getRawValue();
    }, [sheet, address]);
  }

  async selectedCell(): Promise<string> {
    return this.page.evaluate(() => (window as unknown as { workbench: Workbench }).workbench.mirror.workbook.getActiveSheet().getActiveRange().getA1Notation());
  }

  /** Waits until it holds: the grid's engine answers when it is ready. */
  async until(holds: () => Promise<boolean>): Promise<void> {
    for (let tries = 0; tries < 100; tries += 1) {
      if (await holds()) return;
      await this.page.waitForTimeout(100);
    }
    throw new Error("It did not come to hold within ten seconds.");
  }

  /** Has the grid show a sheet, as a click on its tab would. */
  async showSheet(sheet: string): Promise<void> {
    await this.page.evaluate((name) => {
      const { workbook } = (window as unknown as { workbench: Workbench }).workbench.mirror;
      workbook.setActiveSheet(workbook.getSheetByName(name));
    }, sheet);
    // The canvas is drawn in the next frames.
    await this.page.waitForTimeout(500);
  }

  async screenshot(name: string): Promise<void> {
    mkdirSync(SHOTS, { recursive: true });
    await this.page.screenshot({ path: path.join(SHOTS, `${name}.png`) });
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }
}

interface Sheet {
  getActiveRange(): { getA1Notation(): string };
  getRange(address: string): { getRawValue(): unknown };
}

interface Workbench {
  readonly mirror: { readonly workbook: { getSheetByName(name: string): Sheet; setActiveSheet(sheet: Sheet): void; getActiveSheet(): Sheet } };
}
