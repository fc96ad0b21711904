// Finds the repository's own source files for the house rules.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const ROOT = path.join(__dirname, "../..");
const NOT_OURS = new Set(["node_modules", "dist", "out", "coverage", "test-results", "data"]);

export interface SourceFile {
  /** From the repository's root, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

export function read(name: string): string {
  return readFileSync(path.join(ROOT, name), "utf8");
}

/** Every file of these endings in these folders, sorted. Folders that are absent hold none. */
export function filesIn(folders: readonly string[], endings: readonly string[]): SourceFile[] {
  return folders
    .flatMap((folder) => walk(folder))
    .filter((file) => endings.some((ending) => file.endsWith(ending)))
    .sort()
    .map((file) => ({ path: file, text: read(file) }));
}

function walk(folder: string): string[] {
  return readdirSync(path.join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return NOT_OURS.has(entry.name) ? [] : walk(name);
    return [name];
  });
}

/** The code without comments and without the words inside quotation marks, so that a rule judges what runs. Line numbers stay. */
export function codeOnly(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g, (found) =>
    /^['"]/.test(found) ? '""' : found.replace(/[^\n]/g, ""),
  );
}

/** "path:line" for every line of the code that matches. */
export function findings(files: readonly SourceFile[], pattern: RegExp): string[] {
  return files.flatMap(({ path: file, text }) =>
    codeOnly(text)
      .split("\n")
      .flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1} ${line.trim().slice(0, 80)}`] : [])),
  );
}
