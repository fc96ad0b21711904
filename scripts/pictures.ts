// Draws the README's two pictures anew from the built workbench: npm run build:workbench, then npm run pictures.
import path from "node:path";
import { startBrowser, WorkbenchPage } from "../test/e2e/support/workbenchPage";

const IMAGES = path.join(__dirname, "../docs/images");

async function draw(): Promise<void> {
  const browser = await startBrowser();
  const bench = await WorkbenchPage.open(browser, { width: 1280, height: 800 });
  await bench.openSample();
  await bench.press("Read the sheets");
  await bench.status(/44 lines read/);
  await bench.press("See the pool");
  await bench.press("Write the pooled view");
  await bench.status(/The pooled view is on the sheet/);
  await bench.showSheet("Pooled View");
  await bench.page.screenshot({ path: path.join(IMAGES, "pool.png") });
  await bench.press("Look for suggestions");
  await (await bench.pane()).getByText(/3 virements would close/).waitFor({ timeout: 60_000 });
  await bench.showSheet("Council");
  await bench.page.screenshot({ path: path.join(IMAGES, "suggestions.png") });
  await browser.close();
}

void draw();
