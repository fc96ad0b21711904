// The funds that English local partners commonly code to, with their rings: defaults for the table Purse Funds.
import type { Fund } from "./types";

const LAWYER = "check with your lawyer";

type FundFacts = Pick<Fund, "fund" | "name" | "source" | "verifiedBy"> & Partial<Fund>;

function fund(facts: FundFacts): Fund {
  return {
    id: `F-${facts.fund}`, jurisdiction: "*", from: null, to: null, cell: null,
    ringFence: null, hardness: "none", insideRing: null, purposes: "*", movable: true, ...facts,
  };
}

function ring(facts: FundFacts): Fund {
  return fund({ ringFence: facts.fund, hardness: "hard", movable: false, ...facts });
}

export const DEFAULT_FUNDS: readonly Fund[] = [
  fund({ fund: "GEN", name: "general fund", source: "Local Government Finance Act 1992", verifiedBy: LAWYER }),
  fund({ fund: "FEES", name: "fees and charges", source: "local charging policy", verifiedBy: LAWYER }),
  fund({ fund: "PARTNER", name: "partners' contributions", hardness: "soft", source: "partnership agreement", verifiedBy: LAWYER }),
  fund({ fund: "ALLOC", name: "NHS programme allocation", source: "NHS resource limit", verifiedBy: LAWYER }),
  ring({ fund: "BCFMIN", name: "Better Care Fund NHS minimum", source: "NHS Act 2006 s223GA", verifiedBy: "published text" }),
  ring({ fund: "RCA", name: "NHS running-cost allowance", purposes: ["programme"], movable: true, source: "NHS resource limit: running costs are a ceiling", verifiedBy: LAWYER }),
  ring({ fund: "PHG", name: "public health grant", purposes: ["PHG", "DA"], movable: true, source: "Local Government Act 2003 s31; public health ring-fenced grant conditions", verifiedBy: "published text" }),
  ring({ fund: "PHG-DA", name: "public health grant: drug and alcohol", insideRing: "PHG", purposes: ["DA"], movable: true, from: "2026-04-01", source: "public health ring-fenced grant 2026/27", verifiedBy: "published text" }),
  ring({ fund: "PHG-SMOKE", name: "public health grant: stopping smoking", insideRing: "PHG", purposes: ["SMOKE"], movable: true, from: "2026-04-01", source: "public health ring-fenced grant 2026/27", verifiedBy: "published text" }),
  ring({ fund: "DSG", name: "dedicated schools grant", purposes: ["DSG", "SEND"], source: "School and Early Years Finance (England) Regulations, yearly", verifiedBy: LAWYER }),
  ring({ fund: "HRA", name: "housing revenue account", purposes: ["HRA"], source: "Local Government and Housing Act 1989 s74", verifiedBy: LAWYER }),
  ring({ fund: "RFG", name: "ring-fenced grant", purposes: ["RFG"], source: "grant conditions", verifiedBy: LAWYER }),
  ring({ fund: "DFG", name: "disabled facilities grant", purposes: ["DFG"], source: "grant conditions: capital adaptations", verifiedBy: LAWYER }),
  ring({ fund: "SPEC", name: "specific grant", purposes: ["SPEC"], source: "grant conditions", verifiedBy: LAWYER }),
  ring({ fund: "CAP", name: "capital receipts and borrowing", purposes: ["CAP"], source: "Local Government Act 2003", verifiedBy: LAWYER }),
  ring({ fund: "AME", name: "benefits and other annually managed expenditure", purposes: ["AME"], source: "Treasury budgeting rules", verifiedBy: LAWYER }),
  fund({ fund: "ABG", name: "area based grant", to: "2011-03-31", source: "Area Based Grant overview 2008: not ring-fenced", verifiedBy: "published text" }),
  ring({ fund: "LAA", name: "local area agreement grant", purposes: ["LAA"], to: "2008-03-31", source: "Area Based Grant overview 2008", verifiedBy: "published text" }),
  ring({ fund: "S106", name: "planning obligations and the community infrastructure levy", purposes: ["S106"], source: "Town and Country Planning Act 1990 s106", verifiedBy: LAWYER }),
  fund({ fund: "PFUND", name: "police fund", source: "Police Reform and Social Responsibility Act 2011 s21", verifiedBy: "published text" }),
  fund({ fund: "PREC", name: "fire precept", source: "Fire and Rescue Services Act 2004", verifiedBy: LAWYER }),
  fund({ fund: "CENT", name: "departmental expenditure", source: "Managing Public Money", verifiedBy: LAWYER }),
  fund({ fund: "RENT", name: "rents and service charges", source: "the association's objects and lender covenants", verifiedBy: LAWYER }),
  fund({ fund: "CHAR", name: "unrestricted charitable funds", source: "the charity's objects", verifiedBy: LAWYER }),
];
