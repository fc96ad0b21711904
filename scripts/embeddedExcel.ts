// Writes the generated part of docs/embedded-excel.md: what the embedded host answers and the page each assumption follows.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { builtMembersMarkdown, MEMBERS_END, MEMBERS_START } from "../workbench/host/builtMembers";

const page = join(__dirname, "../docs/embedded-excel.md");
const text = readFileSync(page, "utf8");
const before = text.slice(0, text.indexOf(MEMBERS_START));
const after = text.slice(text.indexOf(MEMBERS_END) + MEMBERS_END.length);
writeFileSync(page, before + builtMembersMarkdown() + after);
