#!/usr/bin/env node
// Starts the command line from its built file, and says how to build it when it is missing.
const fs = require("node:fs");
const path = require("node:path");

const built = path.join(__dirname, "..", "dist", "cli", "common-purse.js");
if (!fs.existsSync(built)) {
  process.stderr.write("common-purse is not built yet. Run: npm run build:cli\n");
  process.exit(3);
}
require(built);
