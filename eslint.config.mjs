// Lint rules: TypeScript with types, the Office add-in rules, React hooks, and the house's own directions of use.
import officeAddins from "eslint-plugin-office-addins";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

const NO_DEFAULT_EXPORT = [
  { selector: "ExportDefaultDeclaration", message: "Export by name." },
  { selector: "ExportSpecifier[exported.name='default']", message: "Export by name." },
];

const NO_CLOCK_NO_CHANCE_NO_LOCALE = [
  { selector: "NewExpression[callee.name='Date']", message: "The core has no clock: take the date as an argument." },
  { selector: "CallExpression[callee.name='Date']", message: "The core has no clock: take the date as an argument." },
  {
    selector: "MemberExpression[object.name='Date'][property.name=/^(now|parse)$/]",
    message: "The core has no clock: take the date as an argument.",
  },
  { selector: "MemberExpression[object.name='Math'][property.name='random']", message: "The same input must give the same result." },
  {
    selector: "MemberExpression[property.name=/^(toLocale\\w*|localeCompare)$/]",
    message: "Locale changes results from one machine to another: compare with < > or compareText.",
  },
];

const notHere = (names, message) => names.map((name) => ({ name, message }));

const OFFICE = notHere(["Office", "Excel", "OfficeExtension", "OfficeRuntime"], "Only src/excel talks to Office.js.");
const EXCEL = notHere(["Excel", "OfficeExtension", "OfficeRuntime"], "Only src/excel talks to Excel.");
const NETWORK = notHere(
  ["fetch", "XMLHttpRequest", "WebSocket", "EventSource"],
  "Nothing leaves the file: no network call anywhere in src.",
);
const BROWSER_AND_NODE = notHere(
  [
    "window",
    "document",
    "navigator",
    "localStorage",
    "sessionStorage",
    "console",
    "process",
    "Buffer",
    "globalThis",
    "self",
    "require",
    "setTimeout",
    "setInterval",
    "requestAnimationFrame",
    "performance",
    "crypto",
    "Intl",
    "Worker",
  ],
  "The core is pure: no page, no machine, no clock, no locale.",
);

export default tseslint.config(
  { ignores: ["node_modules/", "dist/", "out/", "coverage/", "test-results/"] },
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  {
    files: ["**/*.{ts,tsx}"],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "no-console": "error",
      "no-eval": "error",
      eqeqeq: ["error", "always"],
      "no-restricted-syntax": ["error", ...NO_DEFAULT_EXPORT],
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/consistent-type-imports": ["error", { disallowTypeAnnotations: false }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_", ignoreRestSiblings: true }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true, allowBoolean: true }],
      // A literal beside string says to the reader which word is special.
      "@typescript-eslint/no-redundant-type-constituents": "off",
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    files: ["src/**/*.{ts,tsx}"],
    rules: { "no-restricted-globals": ["error", ...OFFICE, ...NETWORK] },
  },
  {
    // The two places where the pane meets Office itself: waiting until it is ready, and naming the ribbon's functions.
    files: ["src/commands/**/*.ts", "src/taskpane/index.tsx", "src/taskpane/guard.ts"],
    rules: { "no-restricted-globals": ["error", ...EXCEL, ...NETWORK] },
  },
  {
    files: ["src/core/**/*.{ts,tsx}"],
    rules: {
      "no-restricted-globals": ["error", ...OFFICE, ...NETWORK, ...BROWSER_AND_NODE],
      "no-restricted-syntax": ["error", ...NO_DEFAULT_EXPORT, ...NO_CLOCK_NO_CHANCE_NO_LOCALE],
    },
  },
  {
    files: ["src/excel/**/*.{ts,tsx}"],
    plugins: { "office-addins": officeAddins },
    rules: {
      "no-restricted-globals": ["error", ...NETWORK],
      "office-addins/call-sync-after-load": "error",
      "office-addins/call-sync-before-read": "error",
      "office-addins/load-object-before-read": "error",
      "office-addins/no-context-sync-in-loop": "error",
      "office-addins/no-empty-load": "error",
      "office-addins/no-navigational-load": "error",
      "office-addins/no-office-initialize": "error",
      "office-addins/test-for-null-using-isNullObject": "error",
    },
  },
  {
    files: ["src/**/*.tsx", "src/taskpane/**/*.ts", "workbench/**/*.{ts,tsx}"],
    ...reactHooks.configs.flat.recommended,
  },
  {
    // The command line speaks through the process's own streams; scripts and benches speak to whoever runs them.
    files: ["scripts/**/*.ts", "samples/**/*.ts", "bench/**/*.ts"],
    rules: { "no-console": "off" },
  },
  {
    // Tests read JSON and drive pages whose values have no types.
    files: ["test/**/*.{ts,tsx}"],
    rules: {
      "no-console": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "@typescript-eslint/no-unsafe-argument": "off",
      "@typescript-eslint/no-unsafe-call": "off",
      "@typescript-eslint/no-unsafe-return": "off",
      "@typescript-eslint/require-await": "off",
      "@typescript-eslint/unbound-method": "off",
    },
  },
);
