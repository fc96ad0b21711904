// Prints how well cells of annotated statistical tables are told apart: `npm run score:saus -- FILE.jsonl` (or a folder that holds one).
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { readAnnotated, scoreText } from "./score";

function main(): number {
  const path = process.argv[2];
  if (path === undefined || !existsSync(path)) {
    console.error("Name the annotated tables: npm run score:saus -- FILE.jsonl");
    return 2;
  }
  const files = statSync(path).isDirectory() ? readdirSync(path).filter((name) => name.endsWith(".jsonl")).sort().map((name) => join(path, name)) : [path];
  console.log(scoreText(files.flatMap((file) => readAnnotated(readFileSync(file, "utf8")))));
  return files.length === 0 ? 2 : 0;
}

process.exitCode = main();
