/** The house rules that a machine can check. */
import { codeOnly, filesIn, findings, read, type SourceFile } from "./files";

const CODE = [".ts", ".tsx", ".mjs", ".js"];
const src = filesIn(["src"], [".ts", ".tsx"]);
const core = src.filter(({ path: file }) => file.startsWith("src/core/"));
const all = filesIn(["src", "test", "workbench", "scripts", "samples", "bench", "bin"], CODE);
const MOST_LINES = 300;

test("the rules look at the whole house", () => {
  expect(core.length).toBeGreaterThan(50);
  expect(src.length).toBeGreaterThan(core.length);
  expect(all.length).toBeGreaterThan(src.length);
});

test("no file is longer than can be read at a sitting", () => {
  const lines = ({ text }: SourceFile): number => text.split("\n").length - 1;
  expect(all.filter((file) => lines(file) > MOST_LINES).map((file) => `${file.path} has ${lines(file)} lines`)).toEqual([]);
});

test("every file says at its top what it is for", () => {
  const speaks = ({ text }: SourceFile): boolean => /^(#![^\n]*\n)?(\/\/ \S+ \S+|\/\*\*?[\s*]*\S+ \S+)/.test(text);
  expect(all.filter((file) => !speaks(file)).map(({ path: file }) => file)).toEqual([]);
});

test("exports have names", () => {
  expect(
    findings(
      all.filter(({ path: file }) => /\.tsx?$/.test(file)),
      /^\s*export\s+default\b|\bas\s+default\b/,
    ),
  ).toEqual([]);
});

test("nothing is of any type", () => {
  expect(
    findings(
      all.filter(({ path: file }) => /\.tsx?$/.test(file)),
      /[:<|,(]\s*any\b(?!\w)|\bas\s+any\b/,
    ),
  ).toEqual([]);
  const silencers = new RegExp(["ignore", "nocheck"].map((word) => `@ts-${word}`).join("|"));
  expect(all.filter(({ text }) => silencers.test(text)).map(({ path: file }) => file)).toEqual([]);
});

test("the core has no clock, no chance, no console and no locale", () => {
  expect(
    findings(core, /\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|\bconsole\b|\btoLocale\w*|\blocaleCompare\b|\bIntl\b|\bprocess\b/),
  ).toEqual([]);
});

test("nothing in src calls a network", () => {
  expect(findings(src, /\bfetch\s*\(|\bXMLHttpRequest\b|\bWebSocket\b|\bEventSource\b|\bsendBeacon\b|\bRTCPeerConnection\b/)).toEqual([]);
});

test("nothing is left to be done in a comment, and no test is put aside", () => {
  const marks = new RegExp(["TO" + "DO", "FIX" + "ME", "XX" + "X"].map((mark) => `\\b${mark}\\b`).join("|"));
  expect(all.filter(({ text }) => marks.test(text)).map(({ path: file }) => file)).toEqual([]);
  const tests = all.filter(({ path: file }) => file.startsWith("test/"));
  expect(findings(tests, /\b(test|it|describe)\.(skip|only|todo)\b|\b(xit|xtest|xdescribe|fit|fdescribe)\s*\(/)).toEqual([]);
});

test("no file names a place on one machine", () => {
  const local = new RegExp(["/home", "/wo" + "rk", "/Users"].map((folder) => `["'\`\\s(]${folder}/\\w`).join("|"));
  const texts = [...all, ...filesIn(["docs", ".ci"], [".md", "run"])];
  expect(texts.filter(({ text }) => local.test(text)).map(({ path: file }) => file)).toEqual([]);
});

test("every folder of src has tests", () => {
  const folderOf = (file: string): string => (/^src\/(core\/[^/]+|[^/]+)\//.exec(file)?.[1] ?? "").replace(/^core$/, "");
  const folders = [...new Set(src.map(({ path: file }) => folderOf(file)))].filter((name) => name !== "" && !name.includes("."));
  expect(folders.length).toBeGreaterThan(10);
  // The ports are types; the one suite that holds every adapter to them stands in test/contract.
  const home = (name: string): string => (name === "workbook" ? "test/contract/" : `test/${name}/`);
  const tests = all.filter(({ path: file }) => /\.test\.tsx?$|Contract\.ts$/.test(file));
  expect(folders.filter((name) => !tests.some(({ path: file }) => file.startsWith(home(name))))).toEqual([]);
});

test("the rules see what they forbid", () => {
  const sinner: SourceFile = { path: "a.ts", text: 'export default 1; // any\nconst b: any = Math.random(); const c = "fetch(";\n' };
  expect(findings([sinner], /export\s+default/)).toHaveLength(1);
  expect(findings([sinner], /:\s*any\b/)).toEqual(['a.ts:2 const b: any = Math.random(); const c = "";']);
  expect(findings([sinner], /fetch\(/)).toEqual([]);
  expect(codeOnly("a /* b\nc */ d")).toBe("a \n d");
});

test("the changelog knows this version", () => {
  const { version } = JSON.parse(read("package.json")) as { version: string };
  expect(read("CHANGELOG.md")).toContain(`## [${version}]`);
});

test("every command that the README and the docs name exists", () => {
  const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
  const texts = [{ path: "README.md", text: read("README.md") }, ...filesIn(["docs"], [".md"])];
  const named = texts.flatMap(({ path: file, text }) =>
    [...text.matchAll(/\bnpm (?:run (?<run>[\w:-]+)|(?<short>test|start|stop)\b)/g)].map(({ groups }) => ({
      file,
      name: groups?.run ?? groups?.short ?? "",
    })),
  );
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter(({ name }) => scripts[name] === undefined)).toEqual([]);
});

test("versions are pinned exactly", () => {
  const { dependencies, devDependencies } = JSON.parse(read("package.json")) as Record<string, Record<string, string>>;
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(([, wanted]) => !/^\d+\.\d+\.\d+$/.test(wanted));
  expect(loose).toEqual([]);
});
