// Who may import whom. The layers are explained in docs/architecture.md; this file makes them hold.
const CORE = "^src/core/";
const WORKBOOK = "^src/workbook/";
const APP = "^src/app/";
const ADAPTERS = "^src/(excel|file|solver)/";

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "no-cycles",
      comment: "Two files that need each other are one file, or miss a third; types count too.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "core-imports-only-core",
      comment: "The subject matter knows no workbook, page, file or library.",
      severity: "error",
      from: { path: CORE },
      to: { pathNot: CORE },
    },
    {
      name: "workbook-ports-import-only-core",
      comment: "The ports speak in the subject's own words.",
      severity: "error",
      from: { path: WORKBOOK },
      to: { pathNot: [CORE, WORKBOOK] },
    },
    {
      name: "app-imports-only-core-and-ports",
      comment: "Use cases know the ports, never who stands behind them.",
      severity: "error",
      from: { path: APP },
      to: { pathNot: [CORE, APP, WORKBOOK] },
    },
    {
      name: "adapters-never-import-app-or-pages",
      comment: "An adapter serves the ports; only a composition root puts it to use.",
      severity: "error",
      from: { path: ADAPTERS },
      to: { path: "^src/(app|taskpane|commands|cli)/" },
    },
    {
      name: "adapters-stand-alone",
      comment: "Excel, files and the optimiser know nothing of each other.",
      severity: "error",
      from: { path: "^src/(excel|file|solver)/" },
      to: { path: ADAPTERS, pathNot: "^src/$1/" },
    },
    {
      name: "only-roots-import-adapters",
      comment: "The pane's pages and the ribbon reach a workbook through app alone.",
      severity: "error",
      from: {
        path: "^src/(taskpane|commands|cli)/",
        pathNot: "^src/(taskpane/(index|compose|solverWorker)\\.tsx?|cli/(main|compose)\\.ts)$",
      },
      to: { path: ADAPTERS },
    },
    {
      name: "pane-and-command-line-apart",
      comment: "Neither front needs the other.",
      severity: "error",
      from: { path: "^src/(taskpane|commands)/" },
      to: { path: "^src/cli/" },
    },
    {
      name: "command-line-has-no-pages",
      severity: "error",
      from: { path: "^src/cli/" },
      to: { path: "^src/(taskpane|commands|excel)/" },
    },
    {
      name: "only-the-pane-uses-react",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/taskpane/" },
      to: { path: "node_modules/(react|react-dom|@fluentui)/" },
    },
    {
      name: "the-pane-has-no-machine",
      comment: "The pane runs in a browser.",
      severity: "error",
      from: { path: "^src/(taskpane|commands|excel|app)/" },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "src-never-imports-its-trial-grounds",
      comment: "What ships must not lean on the workbench, tests, samples or scripts.",
      severity: "error",
      from: { path: "^src/" },
      to: { path: "^(workbench|test|samples|scripts|bench)/" },
    },
    {
      name: "src-uses-only-what-is-installed-with-it",
      severity: "error",
      from: { path: "^src/" },
      to: { dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-optional"], pathNot: "node_modules/@types/" },
    },
    {
      name: "nothing-unresolvable",
      comment: "The bench's peers are installed by its own package.json, only where it is run.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true, pathNot: "^(arquero|@duckdb/node-api)$", dependencyTypesNot: ["type-only"] },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(dist|out)/" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".cjs", ".d.ts", ".json"],
    },
  },
};
