// How the browser tests run that watch for tasks that would freeze the page: alone, since another program's work would count against them.
const browser = require("./jest.e2e.config.js");

/** @type {import("jest").Config} */
module.exports = {
  ...browser,
  testMatch: ["<rootDir>/test/e2e/alone/**/*.e2e.ts"],
  testPathIgnorePatterns: ["/node_modules/"],
  maxWorkers: 1,
};
