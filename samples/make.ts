// Writes the sample workbooks from the source tables: `npm run samples`.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { buildSamples } from "./build";
import { extraSheets } from "./extraSheets";
import { Seed } from "./seed";

async function make(): Promise<void> {
  const source = (name: string): string => readFileSync(join(__dirname, "source", name), "utf8");
  const files = await buildSamples(new Seed(source("brackenshire.csv"), source("coding.csv")), extraSheets);
  const separate = join(__dirname, "separate");
  mkdirSync(separate, { recursive: true });
  for (const name of readdirSync(separate)) {
    if (name.endsWith(".xlsx") && !files.some((file) => file.path === `separate/${name}`)) rmSync(join(separate, name));
  }
  for (const file of files) {
    mkdirSync(dirname(join(__dirname, file.path)), { recursive: true });
    writeFileSync(join(__dirname, file.path), file.bytes);
    console.log(`samples/${file.path}: ${file.bytes.length} bytes`);
  }
}

void make();
