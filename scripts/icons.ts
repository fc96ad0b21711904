// Draws the icons into assets/. Run by hand after a drawing changes: npm run icons
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ICONS } from "./icons/drawings";
import { toPng } from "./icons/png";
import { paint } from "./icons/raster";

const folder = join(__dirname, "..", "assets");
mkdirSync(folder, { recursive: true });
let count = 0;
for (const { name, drawing, sizes } of ICONS) {
  for (const size of sizes) {
    writeFileSync(join(folder, `${name}-${size}.png`), toPng(paint(drawing, size)));
    count += 1;
  }
}
console.log(`${count} icons drawn into assets/`);
