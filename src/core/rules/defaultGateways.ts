// The gateways of English (and some Scottish and Welsh) public money as defaults for the table Purse Gateways.
// Several rows may carry one rule id: one rule read for several pairs of bodies. What rests on professional knowledge says so.
import type { BodyType } from "../budget/agency";
import type { Gateway } from "./types";

const LAWYER = "check with your lawyer";
const READ = "published text";

type Pair = readonly [BodyType | "*", BodyType | "*"];
type Facts = Pick<Gateway, "instrument" | "allow" | "conditions" | "source" | "verifiedBy"> & Partial<Gateway>;

function rows(id: string, pairs: readonly Pair[], facts: Facts): Gateway[] {
  return pairs.map(([fromBody, toBody]) => ({
    id, fromBody, toBody, jurisdiction: "*", fromFund: "*", toPurpose: "*", capPence: null, from: null, to: null, cell: null, ...facts,
  }));
}

const ENGLAND = "England";
const NHS_TO_LA: readonly Pair[] = [["ICB", "COUNCIL"], ["NHS_TRUST", "COUNCIL"]];
const LA_TO_NHS: readonly Pair[] = [["COUNCIL", "ICB"], ["COUNCIL", "NHS_TRUST"]];

const HEALTH_AND_CARE: readonly Gateway[] = [
  ...rows("G01", [...NHS_TO_LA, ...LA_TO_NHS], {
    instrument: "NHS Act 2006 s75 pooled fund, lead commissioning or integrated provision", allow: "COND", jurisdiction: ENGLAND,
    conditions: "a written agreement on health-related functions that improves how they are carried out; a change needs all its partners",
    from: "2000-04-01", source: "NHS Act 2006 s75; SI 2000/617 (Health Act 1999 s31 until 2007)", verifiedBy: READ,
  }),
  ...rows("G02", [["ICB", "COUNCIL"], ["ICB", "HOUSING_ASSOCIATION"]], {
    instrument: "NHS Act 2006 s256 payment", allow: "COND", jurisdiction: ENGLAND,
    conditions: "a more effective use of the money than spending it on NHS services; memorandum and yearly certificate",
    from: "2022-07-01", source: "NHS Act 2006 s256; Directions 2013", verifiedBy: READ,
  }),
  ...rows("G03", LA_TO_NHS, {
    instrument: "NHS Act 2006 s76 payment", allow: "COND", jurisdiction: ENGLAND, conditions: "for NHS functions, under the same Directions",
    from: "2013-05-20", source: "NHS Act 2006 s76; Directions 2013", verifiedBy: READ,
  }),
  ...rows("G04", [["ICB", "COUNCIL"]], {
    instrument: "NHS Act 2006 s223GA designated amount (Better Care Fund)", allow: "COND", jurisdiction: ENGLAND, fromFund: "BCFMIN",
    conditions: "mandatory: must go into the s75 pooled fund under an agreed spending plan; can be withheld or recovered",
    from: "2015-04-01", source: "NHS Act 2006 s223GA", verifiedBy: READ,
  }),
  ...rows("G05", [["ICB", "VCS"], ["NHS_TRUST", "VCS"]], {
    instrument: "NHS grant to a voluntary body", allow: "COND", conditions: "for services like those the NHS may provide; model grant agreement",
    source: "NHS England grant agreement", verifiedBy: READ,
  }),
  ...rows("G18", [["ICB", "ICB"], ["NHS_TRUST", "NHS_TRUST"]], {
    instrument: "NHS resource limit: running costs to programme", allow: "COND", fromFund: "RCA", toPurpose: "programme",
    conditions: "one way: an underspend on running costs may be spent on programme", source: "NHS resource limit rules", verifiedBy: LAWYER,
  }),
  ...rows("G18", [["ICB", "ICB"], ["NHS_TRUST", "NHS_TRUST"]], {
    instrument: "NHS resource limit: programme to running costs", allow: "NO", toPurpose: "RCA",
    conditions: "running costs may not exceed their allowance", source: "NHS resource limit rules", verifiedBy: LAWYER,
  }),
  ...rows("G18", [["ICB", "*"], ["NHS_TRUST", "*"]], {
    instrument: "NHS resource limit: running costs", allow: "NO", fromFund: "RCA",
    conditions: "running-cost money may be freed for the body's own programme spending only", source: "NHS resource limit rules", verifiedBy: LAWYER,
  }),
  ...rows("G19", [["ICB", "ICB"], ["NHS_TRUST", "NHS_TRUST"]], {
    instrument: "NHS capital and revenue limits", allow: "NO", fromFund: "CAP", toPurpose: "revenue", conditions: "capital and revenue limits are separate",
    source: "NHS England finance business rules", verifiedBy: READ,
  }),
  ...rows("G19", [["ICB", "ICB"], ["NHS_TRUST", "NHS_TRUST"]], {
    instrument: "NHS revenue and capital limits", allow: "NO", toPurpose: "CAP", conditions: "capital and revenue limits are separate",
    source: "NHS England finance business rules", verifiedBy: READ,
  }),
  ...rows("G19", [["ICB", "ICB"], ["NHS_TRUST", "NHS_TRUST"]], {
    instrument: "NHS capital limit", allow: "COND", fromFund: "CAP", toPurpose: "CAP", conditions: "within the capital limit",
    source: "NHS England finance business rules", verifiedBy: READ,
  }),
];

/** Client groups of children, as partners commonly code them and as the built-in words name them; outcomes are each partnership's own. */
const CHILDREN = ["CYP", "SEND", "Children and young people"] as const;

const LOCAL_GOVERNMENT: readonly Gateway[] = [
  ...rows("G09", [["COUNCIL", "COUNCIL"]], {
    instrument: "Local Government Act 1972 s101 or s113, Goods and Services Act 1970, or a joint committee", allow: "COND", toPurpose: "another body", conditions: "the delegation is recorded",
    source: "Local Government Act 1972; Local Authorities (Goods and Services) Act 1970", verifiedBy: LAWYER,
  }),
  ...CHILDREN.flatMap((toPurpose) => rows("G10", [["COUNCIL", "ICB"], ["ICB", "COUNCIL"], ["PCC", "COUNCIL"], ["COUNCIL", "PCC"]], {
    instrument: "Children Act 2004 s10 pooled fund", allow: "COND", toPurpose, jurisdiction: ENGLAND, conditions: "children's wellbeing, between the partners the Act lists",
    from: "2005-04-01", source: "Children Act 2004 s10", verifiedBy: READ,
  })),
  ...rows("G11", [["COUNCIL", "COUNCIL"]], {
    instrument: "Public health grant, Local Government Act 2003 s31", allow: "COND", fromFund: "PHG",
    conditions: "public health functions only; an underspend goes to the public health reserve", source: "public health ring-fenced grant conditions, yearly", verifiedBy: READ,
  }),
  ...rows("G12", [["COUNCIL", "COUNCIL"]], {
    instrument: "Dedicated schools grant: schools block to high needs", allow: "COND", fromFund: "DSG", toPurpose: "DSG",
    conditions: "at most 0.5% with the schools forum, one year at a time; more needs the Secretary of State", source: "School and Early Years Finance (England) Regulations, yearly", verifiedBy: READ,
  }),
  ...rows("G13", [["COUNCIL", "COUNCIL"]], {
    instrument: "Dedicated schools grant and the general fund", allow: "NO", toPurpose: "DSG",
    conditions: "neither may meet the other's deficit", source: "School and Early Years Finance (England) Regulations; statutory override", verifiedBy: LAWYER,
  }),
  ...rows("G13", [["COUNCIL", "*"]], {
    instrument: "Dedicated schools grant and the general fund", allow: "NO", fromFund: "DSG",
    conditions: "the grant may not be spent outside the schools budget", source: "School and Early Years Finance (England) Regulations", verifiedBy: LAWYER,
  }),
  ...rows("G14", [["COUNCIL", "COUNCIL"]], {
    instrument: "Housing revenue account and the general fund", allow: "NO", toPurpose: "HRA", jurisdiction: ENGLAND, from: "2013-10-01",
    conditions: "separate accounts; shared amenities only", source: "Local Government and Housing Act 1989 s74 and Schedule 4", verifiedBy: READ,
  }),
  ...rows("G14", [["COUNCIL", "*"]], {
    instrument: "Housing revenue account and the general fund", allow: "NO", fromFund: "HRA", jurisdiction: ENGLAND, from: "2013-10-01",
    conditions: "separate accounts; shared amenities only", source: "Local Government and Housing Act 1989 s74 and Schedule 4", verifiedBy: READ,
  }),
  ...rows("G15", [["COUNCIL", "*"]], {
    instrument: "Capital receipts and borrowing to revenue", allow: "NO", fromFund: "CAP", toPurpose: "revenue",
    conditions: "only under a capitalisation direction or the flexible use of receipts", source: "Local Government Act 2003", verifiedBy: LAWYER,
  }),
  ...rows("G16", [["COUNCIL", "COUNCIL"]], {
    instrument: "Revenue contribution to capital", allow: "YES", toPurpose: "CAP", conditions: "", source: "proper accounting practice", verifiedBy: LAWYER,
  }),
  ...rows("G17", [["COUNCIL", "COUNCIL"]], {
    instrument: "Disabled facilities grant", allow: "COND", fromFund: "DFG", toPurpose: "DFG", conditions: "capital adaptations, to the housing authority",
    source: "grant conditions", verifiedBy: LAWYER,
  }),
  ...rows("G27", [["COUNCIL", "COUNCIL"]], {
    instrument: "Area Based Grant, Local Government Act 2003 s31", allow: "YES", fromFund: "ABG", conditions: "not ring-fenced",
    from: "2008-04-01", to: "2011-03-31", source: "Area Based Grant overview 2008", verifiedBy: READ,
  }),
  ...rows("G28", [["COUNCIL", "*"]], {
    instrument: "Local Area Agreement pooled grant", allow: "COND", fromFund: "LAA", conditions: "the agreement's targets only", to: "2008-03-31",
    source: "Area Based Grant overview 2008", verifiedBy: READ,
  }),
  ...rows("G29", [["COUNCIL", "COUNCIL"]], {
    instrument: "Section 106 money and the community infrastructure levy", allow: "COND", fromFund: "S106", conditions: "as each obligation says",
    source: "Town and Country Planning Act 1990 s106", verifiedBy: LAWYER,
  }),
];

const OTHER_BODIES: readonly Gateway[] = [
  ...rows("G06", [["PCC", "*"]], {
    instrument: "Police Reform and Social Responsibility Act 2011 s9 crime and disorder reduction grant", allow: "COND",
    conditions: "contributes to reducing crime and disorder; terms and repayment set", from: "2012-11-22", source: "Police Reform and Social Responsibility Act 2011 s9", verifiedBy: READ,
  }),
  ...rows("G07", [["PCC", "*"]], {
    instrument: "Police fund", allow: "NO", fromFund: "PFUND", conditions: "policing only; to others only by a crime and disorder reduction grant (G06)",
    from: "2012-11-22", source: "Police Reform and Social Responsibility Act 2011 s21", verifiedBy: READ,
  }),
  ...rows("G07", [["PCC", "PCC"]], {
    instrument: "Police fund", allow: "COND", fromFund: "PFUND", conditions: "policing functions", from: "2012-11-22",
    source: "Police Reform and Social Responsibility Act 2011 s21", verifiedBy: READ,
  }),
  ...rows("G08", [["COUNCIL", "PCC"]], {
    instrument: "Police Act 1996 s92 grant", allow: "COND", conditions: "for police purposes", source: "Police Act 1996 s92", verifiedBy: LAWYER,
  }),
  ...rows("G20", [["JCP", "*"]], {
    instrument: "Departmental expenditure of the Department for Work and Pensions", allow: "ALIGN_ONLY",
    conditions: "centrally controlled: a contract, grant or partnership payment only where the programme's own rules allow it",
    source: "Managing Public Money; Treasury consolidated budgeting guidance", verifiedBy: LAWYER,
  }),
  ...rows("G21", [["PROBATION", "*"]], {
    instrument: "Departmental expenditure of HM Prison and Probation Service", allow: "ALIGN_ONLY", conditions: "centrally controlled: co-commissioning only",
    source: "Offender Management Act 2007", verifiedBy: LAWYER,
  }),
  ...rows("G22", [["FIRE", "FIRE"]], {
    instrument: "Fire and Rescue Services Act 2004 s5A", allow: "COND", conditions: "fire functions and what is incidental to them; not residential care",
    source: "Fire and Rescue Services Act 2004 s5A", verifiedBy: LAWYER,
  }),
  ...rows("G23", [["HOUSING_ASSOCIATION", "HOUSING_ASSOCIATION"], ["VCS", "VCS"]], {
    instrument: "The body's own funds", allow: "COND", conditions: "within its objects, restricted funds and lender covenants", source: "charity and company law", verifiedBy: LAWYER,
  }),
  ...rows("G24", [["COUNCIL", "OTHER"], ["ICB", "OTHER"], ["NHS_TRUST", "OTHER"]], {
    instrument: "Public Bodies (Joint Working) (Scotland) Act 2014: payment to an integration joint board", allow: "COND", jurisdiction: "Scotland",
    conditions: "under the integration scheme and a direction; set-aside is not paid over", from: "2015-04-01", source: "2014 asp 9 s14 and s26 to s28", verifiedBy: READ,
  }),
  ...rows("G24", [["OTHER", "COUNCIL"], ["OTHER", "ICB"], ["OTHER", "NHS_TRUST"]], {
    instrument: "Public Bodies (Joint Working) (Scotland) Act 2014: direction of an integration joint board with the money to carry it out", allow: "COND", jurisdiction: "Scotland",
    conditions: "a written direction; a change of payment needs a revised one", from: "2015-04-01", source: "2014 asp 9 s26 to s28", verifiedBy: READ,
  }),
  ...rows("G25", [["COUNCIL", "NHS_TRUST"], ["NHS_TRUST", "COUNCIL"]], {
    instrument: "Social Services and Well-being (Wales) Act 2014 s166 and s167 regional pooled fund", allow: "COND", jurisdiction: "Wales",
    conditions: "a pool for older people's care homes is mandatory", from: "2016-04-06", source: "2014 anaw 4 s166 and s167; NHS (Wales) Act 2006 s33", verifiedBy: READ,
  }),
  ...rows("G26", [["OTHER", "*"]], {
    instrument: "Public services board", allow: "ALIGN_ONLY", jurisdiction: "Wales", conditions: "the board is its members acting jointly and holds no budget; a member must host",
    from: "2016-04-01", source: "Well-being of Future Generations (Wales) Act 2015 s29", verifiedBy: READ,
  }),
];

const BREAK_EVEN: readonly Gateway[] = [
  ...rows("G30", [["ICB", "NHS_TRUST"], ["NHS_TRUST", "ICB"]], {
    instrument: "NHS break-even duty of the system", allow: "COND", jurisdiction: ENGLAND, conditions: "break-even is measured over the system", to: "2026-03-31",
    source: "NHS England system finance business rules", verifiedBy: READ,
  }),
  ...rows("G30", [["ICB", "NHS_TRUST"], ["NHS_TRUST", "ICB"]], {
    instrument: "NHS break-even duty of each body", allow: "COND", jurisdiction: ENGLAND, conditions: "each body breaks even on its own", from: "2026-04-01",
    source: "NHS England finance business rules from 2026/27", verifiedBy: READ,
  }),
];

/** G01 to G30. Where no row answers, the answer is no. */
export const DEFAULT_GATEWAYS: readonly Gateway[] = [...HEALTH_AND_CARE, ...LOCAL_GOVERNMENT, ...OTHER_BODIES, ...BREAK_EVEN].sort((a, b) =>
  a.id < b.id ? -1 : a.id > b.id ? 1 : 0,
);
