// How the unit tests run: TypeScript through swc, in Node unless a file's docblock asks for jsdom.
const swcOptions = require("./swc.config.js");

/** @type {import("jest").Config} */
module.exports = {
  rootDir: __dirname,
  testEnvironment: "node",
  testMatch: ["<rootDir>/test/**/*.test.ts", "<rootDir>/test/**/*.test.tsx"],
  testPathIgnorePatterns: ["/node_modules/", "<rootDir>/test/e2e/"],
  modulePathIgnorePatterns: ["<rootDir>/dist/", "<rootDir>/out/"],
  transform: { "^.+\\.m?[tj]sx?$": ["@swc/jest", swcOptions] },
  transformIgnorePatterns: ["/node_modules/(?!(hucre|highs|@fluentui/react-icons)/)"],
  moduleNameMapper: { "\\.css$": "<rootDir>/test/support/empty-style.js" },
  setupFilesAfterEnv: ["<rootDir>/test/support/setup.ts"],
  // A Fluent tree under axe takes seconds on a busy machine; the default of five made true tests flicker.
  testTimeout: 30000,
  // Jest leaves one processor idle by default, half of a machine that has two.
  maxWorkers: "100%",
};
