// Rule books beside the partnership that they are for: bodies, places and funds that one of the two does not know.
import { builtIn, officersAndCabinet, ruleTable, suggested, together, withRows, type FreshLine, type RuleRow } from "../../support/freshPartnership";

const SHORT: FreshLine = { ref: "W1", words: "Adult placements", budget: 1_000_000, forecast: 1_100_000 };
const SPARE: FreshLine = { ref: "W2", words: "Day services", budget: 500_000, forecast: 440_000 };

const wessex = (lines: readonly FreshLine[], jurisdiction = "England") => [{ ref: "WESSEX", name: "Wessex County Council", type: "Council", jurisdiction, lines }];
const schemes = (change: RuleRow = {}) => ruleTable("Purse Schemes", officersAndCabinet("WESSEX").map((row, i) => (i === 1 ? { ...row, ...change } : row)));
const faults = (lines: readonly FreshLine[], ...tables: Parameters<typeof together>[1]) => together(wessex(lines), tables).issues
  .filter((issue) => issue.code.startsWith("rule-") && issue.severity !== "info").map((issue) => [issue.code, issue.severity, issue.where?.sheet, issue.where?.address, issue.facts["why"]]);

test("a scheme's row for a body that is no partner is an error at its cell, and nothing is suggested", async () => {
  expect(faults([SHORT, SPARE], schemes({ Agency: "WESEX" }))).toContainEqual(["rule-invalid", "error", "Purse Schemes", "B6", "no partner is called so: the partners are WESSEX"]);
  await expect(suggested(wessex([SHORT, SPARE]), [schemes({ Agency: "WESEX" })])).rejects.toThrow("the rule books hold an error");
});

test("a prohibition for a body that is no partner is an error at its cell", () => {
  const row = { Rule: "P90", Test: "closed-period", Agency: "WESEX", Effect: "refuse", Words: "closed", "Days of each year": "10-01 to 10-31" };
  expect(faults([SHORT, SPARE], schemes(), withRows("Purse Prohibitions", row))).toEqual([["rule-invalid", "error", "Purse Prohibitions", expect.stringMatching(/^C\d+$/), "no partner is called so: the partners are WESSEX"]]);
});

test("rows still to be filled in may be for bodies that take no part", () => {
  expect(faults([SHORT, SPARE], ruleTable("Purse Schemes", [...builtIn("Purse Schemes"), ...officersAndCabinet("WESSEX")]))).toEqual([]);
});

test.each(["wessex", "Wessex County Council"])("a scheme's row may call its body %s, and is its", async (name) => {
  const { moves } = await suggested(wessex([SHORT, SPARE]), [schemes({ Agency: name })]);
  expect(moves.map((move) => move.approvals.map(({ approver, ruleId }) => [approver, ruleId]))).toEqual([[["Cabinet", "WESSEX-S2"]]]);
});

test("limits of one body overlap, whatever name its rows give it", () => {
  expect(faults([SHORT, SPARE], schemes({ Agency: "wessex", "Over £": 40_000 }))).toEqual([["rule-overlap", "error", "Purse Schemes", "A6", "both cover some of the same amounts"]]);
});

test("a place is known in any case, and one that is none is an error at its cell", async () => {
  const { moves } = await suggested(wessex([SHORT, SPARE], "ENGLAND"), [schemes({ Jurisdiction: "england" })]);
  expect(moves[0]?.approvals[0]?.ruleId).toBe("WESSEX-S2");
  expect(faults([SHORT, SPARE], schemes({ Jurisdiction: "Engand" }))).toEqual([["rule-invalid", "error", "Purse Schemes", "K6", expect.stringContaining("it is not one of England, Wales")]]);
  await expect(suggested(wessex([SHORT, SPARE], "Engand"), [schemes()])).rejects.toThrow("jurisdiction of Wessex County Council");
});

test("a row for the United Kingdom holds in each nation", async () => {
  const { moves } = await suggested(wessex([SHORT, SPARE], "Wales"), [schemes({ Jurisdiction: "United Kingdom" })]);
  expect(moves[0]?.approvals[0]?.ruleId).toBe("WESSEX-S2");
});

test("money of a fund that no row describes is not moved, and that is said with its line", async () => {
  const grant: FreshLine = { ...SPARE, coding: { Fund: "XGRANT" } };
  expect(faults([SHORT, grant], schemes())).toEqual([["rule-missing", "warning", "WESSEX", "C6", "no row describes the fund XGRANT, which pays for 1 line (first W2), so that none of its money is moved"]]);
  const { moves, blocked, flexibility } = await suggested(wessex([SHORT, grant]), [schemes()]);
  expect(moves).toEqual([]);
  expect(blocked.map(({ from, ruleId }) => [from, ruleId])).toEqual([["W2", "UNKNOWN-FUND"]]);
  expect(flexibility.find((flex) => flex.lineId === "W2")).toMatchObject({ flexiblePence: 0, headroomPence: 6_000_000 });
});

test("a ring-fence whose row has ended does not turn into money that is free", async () => {
  const fund = (to: string) => withRows("Purse Funds", { Rule: "F-HUG", Fund: "HUG", Name: "hospital grant", "Ring-fence": "HUG", Hardness: "hard", Purposes: "HUG", Movable: "yes", "To date": to });
  const grant: FreshLine = { ...SPARE, coding: { Fund: "HUG" } };
  const [held, ended] = [await suggested(wessex([SHORT, grant]), [schemes(), fund("2026-10-15")]), await suggested(wessex([SHORT, grant]), [schemes(), fund("2026-10-14")])];
  expect(held.blocked.map(({ ruleId, reason }) => [ruleId, reason])).toEqual([["P1", "Not allowed: money inside a hard ring-fence can't leave it (hospital grant, F-HUG)."]]);
  expect(ended.moves).toEqual([]);
  expect(ended.blocked.map(({ ruleId }) => ruleId)).toEqual(["UNKNOWN-FUND"]);
});

test("a fund's row of another jurisdiction does not speak of an English body's money", async () => {
  const fund = (jurisdiction: string, purposes: string, id: string) => ({ Rule: id, Fund: "CARE", Name: `care grant ${jurisdiction}`, "Ring-fence": "CARE", Hardness: "soft", Purposes: purposes, Movable: "yes", Jurisdiction: jurisdiction });
  const grant: FreshLine = { ...SPARE, coding: { Fund: "CARE" } };
  const { moves, blocked } = await suggested(wessex([SHORT, grant]), [schemes(), withRows("Purse Funds", fund("Wales", "*", "F-W"), fund("England", "K9", "F-E"))]);
  expect(moves).toEqual([]);
  expect(blocked.map(({ ruleId, reason }) => [ruleId, reason])).toEqual([["F-E", "Not allowed: care grant England may only be spent on K9."]]);
});

test.each([
  ["Purse Schemes", "Heads", "P", ruleTable("Purse Schemes", [...officersAndCabinet("WESSEX"), { Rule: "S3", Agency: "WESSEX", "Over £": 0, Approver: "Council", Rank: 4, Heads: "W77" }]), "W77"],
  ["Purse Gateways", "To purpose", "E", withRows("Purse Gateways", { Rule: "X1", "From body": "ICB", "To body": "COUNCIL", Allow: "COND", Instrument: "a grant", "To purpose": "k1" }), "k1"],
  ["Purse Funds", "Purposes", "G", withRows("Purse Funds", { Rule: "F-X", Fund: "X", Purposes: "K77", Movable: "yes" }), "K77"],
])("a row of %s that names under %s what nobody has is a warning at its cell", (table, column, letter, grid, word) => {
  const found = faults([SHORT, SPARE], grid, ...(table === "Purse Schemes" ? [] : [schemes()])).filter(([, , sheet]) => sheet === table);
  expect(found).toEqual([["rule-missing", "warning", table, expect.stringMatching(new RegExp(`^${letter}\\d+$`)), expect.stringContaining(`names "${word}" under ${column}`)]]);
});

test.each<[string, string, RuleRow[string]]>([["arrangement", "Arrangement", "aligend"], ["commitment", "Committed £", "all"], ["control", "Control", "Whitehall"], ["statutory minimum", "Statutory floor £", "most"]])(
  "a word for a line's %s that can't be read lets no money go: nothing is suggested, and the cell is named", async (_, heading, value) => {
    await expect(suggested(wessex([SHORT, { ...SPARE, coding: { [heading]: value } }]), [schemes()])).rejects.toThrow(/the coding holds an error\. sheet "Coding", cell [A-Z]+7|the coding holds an error\. Coding![A-Z]+7/);
  });

test("one ref for two lines is asked about, and nothing is suggested until each has its own", async () => {
  await expect(suggested(wessex([SHORT, { ...SPARE, ref: "W1" }]), [schemes()])).rejects.toThrow("Partnership ref");
});
