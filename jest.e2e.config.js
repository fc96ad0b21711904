// How the browser tests run: each file drives a Chromium of its own against the built workbench page, two side by side.
const base = require("./jest.config.js");

/** @type {import("jest").Config} */
module.exports = {
  ...base,
  testMatch: ["<rootDir>/test/e2e/**/*.e2e.ts"],
  // What watches the page's long tasks needs the machine to itself: jest.alone.config.js.
  testPathIgnorePatterns: ["/node_modules/", "<rootDir>/test/e2e/alone/"],
  maxWorkers: 2,
  testTimeout: 180000,
};
