// What `npm test` runs. A stage is one or more programs; a jest stage also counts its tests.

export interface Command {
  /** A script that Node runs, seen from the project's folder. */
  readonly script: string;
  readonly args: readonly string[];
}

export interface Stage {
  readonly name: string;
  readonly title: string;
  /** What sees to it that a program of another maker is there. They run before all else and one at a time: two installations at once lock one another out. */
  readonly needs?: readonly Command[];
  /** Programs that must end well, one after another. Those of stages without tests of their own run beside other stages'. */
  readonly commands: readonly Command[];
  /** Jest configurations whose tests are counted, run one after another after the commands. */
  readonly jestConfigs?: readonly string[];
}

const tsx = (...args: string[]): Command => ({ script: "node_modules/tsx/dist/cli.mjs", args });
const webpack = (...args: string[]): Command => ({
  script: "node_modules/webpack/bin/webpack.js",
  args: ["--mode", "production", "--stats", "errors-warnings", ...args],
});

export const STAGES: readonly Stage[] = [
  { name: "types", title: "Types", commands: [{ script: "node_modules/typescript/bin/tsc", args: ["--noEmit", "-p", "."] }] },
  { name: "lint", title: "Lint", commands: [{ script: "node_modules/eslint/bin/eslint.js", args: [".", "--max-warnings", "0"] }] },
  {
    name: "directions",
    title: "Directions of import, and nothing unused",
    commands: [
      {
        script: "node_modules/dependency-cruiser/bin/dependency-cruise.mjs",
        args: ["--config", ".dependency-cruiser.cjs", "src", "workbench", "test", "scripts", "samples", "bench"],
      },
      { script: "node_modules/knip/bin/knip.js", args: [] },
    ],
  },
  { name: "unit", title: "Unit tests", commands: [], jestConfigs: ["jest.config.js"] },
  {
    name: "browser",
    title: "Build, and browser tests",
    needs: [tsx("scripts/ensure-browser.ts")],
    commands: [webpack(), webpack("--env", "target=workbench")],
    jestConfigs: ["jest.e2e.config.js", "jest.alone.config.js"],
  },
  {
    name: "libreoffice",
    title: "Recalculation by LibreOffice",
    needs: [tsx("scripts/ensure-libreoffice.ts")],
    commands: [tsx("test/libreoffice/run.ts")],
  },
  {
    name: "resolve",
    title: "The suggestions' model solved again by GLPK",
    needs: [tsx("scripts/ensure-glpk.ts")],
    commands: [tsx("test/resolve/run.ts")],
  },
];
