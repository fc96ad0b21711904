// Draws every page in every state into Chromium and saves a picture of each: npx tsx test/taskpane/gallery/make.ts [part of a name]
import { mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { chromium, type Browser, type BrowserContextOptions } from "playwright-core";
import webpack from "webpack";
import type { SessionState } from "../../../src/app/state";
import { paneStates } from "../support/states";

const ROOT = path.resolve(__dirname, "../../..");
const OUT = path.join(ROOT, "out/gallery");
const CHROMIUM = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";

interface Look extends Pick<BrowserContextOptions, "viewport" | "colorScheme" | "forcedColors"> {
  readonly name: string;
}

const LOOKS: readonly Look[] = [
  { name: "light", viewport: { width: 320, height: 640 }, colorScheme: "light", forcedColors: "none" },
  { name: "dark", viewport: { width: 320, height: 640 }, colorScheme: "dark", forcedColors: "none" },
  { name: "forced", viewport: { width: 320, height: 640 }, colorScheme: "dark", forcedColors: "active" },
];

void main();

async function main(): Promise<void> {
  const part = process.argv[2] ?? "";
  const looks = LOOKS.filter((look) => process.argv[3] === undefined || look.name === process.argv[3]);
  mkdirSync(OUT, { recursive: true });
  await bundle();
  const page = path.join(OUT, "gallery.html");
  writeFileSync(page, '<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Gallery</title><body><script src="gallery.js"></script></body></html>');
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox"] });
  try {
    for (const [name, state] of Object.entries(await paneStates())) {
      if (name.includes(part)) for (const look of looks) await draw(browser, pathToFileURL(page).href, name, state, look);
    }
  } finally {
    await browser.close();
  }
}

async function draw(browser: Browser, url: string, name: string, state: SessionState, { name: lookName, ...look }: Look): Promise<void> {
  const context = await browser.newContext(look);
  const page = await context.newPage();
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  await page.addInitScript((value) => {
    window.galleryState = value;
  }, state);
  await page.goto(url);
  await page.locator("main").waitFor();
  await page.waitForTimeout(400);
  const wide = await page.evaluate(() => ({
    page: document.documentElement.scrollWidth - window.innerWidth,
    main: (document.querySelector("main")?.scrollWidth ?? 0) - (document.querySelector("main")?.clientWidth ?? 0),
    height: (document.querySelector("main")?.scrollHeight ?? 0) - (document.querySelector("main")?.clientHeight ?? 0),
  }));
  await page.screenshot({ path: path.join(OUT, `${name}-${lookName}.png`) });
  if (lookName === "light") {
    // The whole page at once, for looking at what is further down.
    await page.setViewportSize({ width: 320, height: Math.min(6000, 640 + Math.max(0, wide.height)) });
    await page.waitForTimeout(200);
    await page.screenshot({ path: path.join(OUT, `${name}-whole.png`) });
  }
  const faults = [...errors, ...(wide.page > 0 || wide.main > 0 ? [`wider than the pane by ${Math.max(wide.page, wide.main)} px`] : [])];
  process.stdout.write(`${name} ${lookName}${faults.length === 0 ? "" : `: ${faults.join("; ")}`}\n`);
  await context.close();
}

function bundle(): Promise<void> {
  const swc = { loader: "swc-loader", options: createRequire(__filename)(path.join(ROOT, "swc.config.js")) as object };
  const compiler = webpack({
    mode: "development", devtool: false, target: ["web", "es2020"], context: ROOT,
    entry: { gallery: "./test/taskpane/gallery/gallery.tsx" },
    output: { path: OUT, filename: "[name].js" },
    resolve: { extensions: [".tsx", ".ts", ".mjs", ".js"] },
    module: { rules: [
      { test: /\.[mc]?[jt]sx?$/, enforce: "pre", use: ["@fluentui/react-icons-atomic-webpack-loader"] },
      { test: /\.tsx?$/, exclude: /node_modules/, use: swc },
    ] },
  });
  return new Promise((resolve, reject) => {
    compiler?.run((error, stats) => {
      if (error) reject(error);
      else if (stats?.hasErrors()) reject(new Error(stats.toString({ all: false, errors: true })));
      else resolve();
    });
  });
}
