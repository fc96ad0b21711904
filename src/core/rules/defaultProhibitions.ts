// What a virement may not do, or may do only with more approval: defaults for the table Purse Prohibitions.
import type { Prohibition } from "./types";

/** The built-in tests a prohibition row can switch on. */
export const PROHIBITION_TESTS = [
  "out-of-hard-ring-fence", "capital-to-revenue", "non-controllable", "staffing-to-non-staffing", "one-off-for-recurrent", "income-for-spending",
  "below-statutory-minimum", "new-head", "splitting", "closed-period", "from-contingency", "out-of-pool", "aligned-partner-money", "source-into-overspend",
  "reverses-member-decision", "ping-pong",
] as const;
export type ProhibitionTest = (typeof PROHIBITION_TESTS)[number];

const SOURCE = "common provisions of local schemes of virement";

function row(id: string, test: ProhibitionTest, effect: Prohibition["effect"], words: string): Prohibition {
  return { id, test, effect, words, agency: "*", jurisdiction: "*", from: null, to: null, source: SOURCE, verifiedBy: "check with your lawyer", cell: null };
}

/** P1 to P17. `words` say what is not allowed, as the end of "Not allowed: …". */
export const DEFAULT_PROHIBITIONS: readonly Prohibition[] = [
  row("P1", "out-of-hard-ring-fence", "refuse", "money inside a hard ring-fence can't leave it"),
  row("P2", "capital-to-revenue", "refuse", "capital money can't meet revenue spending"),
  row("P3", "non-controllable", "refuse", "recharges, capital charges, reserves and funding lines are moved by finance only"),
  row("P4", "staffing-to-non-staffing", "needs-approval", "a staffing budget used to create or keep posts needs approval of the establishment"),
  row("P5", "one-off-for-recurrent", "refuse", "one-off money can't meet a permanent need without a plan for when it ends"),
  row("P6", "income-for-spending", "refuse", "a hoped-for rise in income can't pay for spending without evidence"),
  row("P7", "below-statutory-minimum", "refuse", "the source would fall below its statutory minimum"),
  row("P8", "new-head", "needs-approval", "a new head or a new service is a matter of policy"),
  row("P9", "splitting", "needs-approval", "parts of one move within 30 days are approved as their sum"),
  row("P10", "closed-period", "refuse", "the period is closed to virements"),
  row("P11", "from-contingency", "needs-approval", "a call on contingency is a supplementary estimate"),
  row("P12", "out-of-pool", "refuse", "money in a pool can't leave it"),
  row("P13", "aligned-partner-money", "refuse", "under alignment each agency moves its own money only"),
  row("P14", "source-into-overspend", "refuse", "the source would be driven into a forecast overspend"),
  row("P15", "reverses-member-decision", "needs-approval", "members decided this saving or growth, so members must change it"),
  row("P16", "ping-pong", "refuse", "money came the other way between the same two lines this year: reverse that virement instead of sending it back"),
  { ...row("P17", "closed-period", "refuse", "in March, after the year's last meeting of members, policy virements wait for the next year"), kinds: ["policy", "permanent"], yearly: { fromDay: "03-01", toDay: "03-31" } },
];
