// Arrangements that partnerships are found in, as the table starts: none governs a pool until the partners say so.
import type { Arrangement } from "../../budget/line";
import type { AccountPreset } from "../poolTerms";
import type { ArrangementRow, ArrangementTest, MovesBetween } from "./types";

type Short = readonly [
  name: string, lines: readonly Arrangement[], fund: boolean, moves: MovesBetween, account: AccountPreset, tests: readonly ArrangementTest[],
  allows: string, forbids: string, virement: string, jurisdiction: string, from: string | null, to: string | null, source: string,
];

const LAWYER = "check with your lawyer";

const PRESETS: readonly Short[] = [
  ["Aligned budgets", ["aligned", "own"], false, "none", "aligned", [], "A joint view; each partner moves its own money", "Moves between agencies", "Each partner's own scheme", "*", null, null, "Audit Commission, Working better together?, 2009, paragraphs 131-134"],
  ["Section 75 pooled fund", ["pooled", "lead", "integrated"], true, "in the fund", "joint operation", ["schedule entered", "health and council only"], "Any spending on the agreed purpose", "Money out of the fund; functions not in the agreement", "Pool manager within a scheme; partnership board between schemes", "England", "2007-03-01", null, "NHS Act 2006 section 75; SI 2000/617 regulation 7"],
  ["Lead commissioning", ["lead", "own"], false, "by the lead", "lead commissioner as principal", ["schedule entered"], "The lead commits the partner's budget for the functions listed", "Functions outside the list", "The lead's scheme", "England", "2007-03-01", null, "NHS Act 2006 section 75; SI 2000/617 regulations 8 and 9"],
  ["Host with fixed and variable lines", ["pooled", "own"], true, "in the fund", "joint operation", ["schedule entered"], "Spending on the agreed purpose", "Sharing what falls on fixed lines", "As the agreement says, line by line", "England", null, null, "Luton section 75 agreement, risk share clauses"],
  ["Better Care Fund", ["pooled", "lead"], true, "in the fund", "joint operation", ["minimum entered", "schedule entered", "health and council only", "no pass-through"], "Spending of the plan that the Health and Wellbeing Board agreed", "Less than the minimum contribution; spending outside the plan", "Change of the plan", "England", "2015-04-01", null, "NHS Act 2006 section 223GA; Better Care Fund policy framework"],
  ["Children's partnership fund", ["pooled", "aligned"], true, "in the fund", "joint operation", ["schedule entered"], "Spending for children's wellbeing by the partners listed", "Money of bodies that are not relevant partners", "The agreement", "England", "2005-03-01", null, "Children Act 2004 section 10"],
  ["Integration joint board", ["pooled", "integrated"], true, "by direction", "controlled by one body", ["schedule entered"], "Plans and directions that carry payments; a reserve of its own", "Staff of its own; paying over the hospital set-aside", "Between the council and the health board by directions", "Scotland", "2015-04-01", null, "Public Bodies (Joint Working) (Scotland) Act 2014 sections 14 and 26-28"],
  ["Lead agency (Scotland)", ["lead", "integrated"], false, "by the lead", "controlled by one body", ["schedule entered"], "Functions delegated to the other partner", "Functions not delegated", "The lead agency's scheme", "Scotland", "2015-04-01", null, "Public Bodies (Joint Working) (Scotland) Act 2014 section 1"],
  ["Regional pooled fund (Wales)", ["pooled"], true, "in the fund", "joint operation", ["schedule entered", "no pass-through"], "Care home placements pooled by councils and the health board", "Paying in and drawing out the same sums", "The agreement", "Wales", "2016-04-06", null, "Social Services and Well-being (Wales) Act 2014 sections 166-167; Audit Wales on North Wales, 2020"],
  ["Public services board (Wales)", ["aligned", "own"], false, "none", "aligned", [], "A shared plan; members align their budgets", "A budget of its own", "Members only", "Wales", "2016-04-01", null, "Well-being of Future Generations (Wales) Act 2015 section 29"],
  ["Area Based Grant", ["grant", "own"], false, "none", "controlled by one body", [], "The council uses the grant freely", "Other agencies' budgets", "The council's scheme", "England", "2008-04-01", "2011-03-31", "Local Government Act 2003 section 31"],
  ["Community Budget", ["aligned", "pooled", "grant"], false, "in the fund", "aligned", ["schedule entered"], "An investment agreement: who pays and who gains", "Central money without its department's agreement", "The agreement", "England", "2011-04-01", null, "Communities and Local Government Committee, Community Budgets, 2013"],
  ["Joint committee", ["pooled", "lead", "integrated"], true, "in the fund", "joint operation", ["schedule entered"], "Functions that the councils delegated", "Functions not delegated", "The committee's rules", "England", null, null, "Local Government Act 1972 sections 101 and 102"],
  ["Braided funding", ["aligned", "grant"], false, "none", "aligned", [], "Streams planned together, each dollar traced to its grant", "Mixing grants in one pot", "Budget modification grant by grant", "United States", null, null, "45 CFR 75.302(b)"],
  ["Blended funding", ["pooled"], true, "in the fund", "controlled by one body", [], "One pot for one purpose", "Most federal grants", "The pot's own rules", "United States", null, null, "45 CFR 75.302(b)"],
  ["Held as agent", ["grant", "own", "lead"], false, "none", "lead commissioner as agent", ["passes all on"], "Receiving a grant and passing it on in full", "Showing it as income or spending of the agent's own", "None: the money is the partners'", "*", null, null, "IFRS 15 paragraphs B34-B38, principal or agent"],
];

export const ARRANGEMENT_PRESETS: readonly ArrangementRow[] = PRESETS.map(([name, lines, fund, moves, account, tests, allows, forbids, virement, jurisdiction, from, to, source]) =>
  ({ name, governs: [], lines, fund, moves, account, tests, allows, forbids, virement, jurisdiction, from, to, source, verifiedBy: LAWYER, cell: null }));
