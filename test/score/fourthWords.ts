// Words of the fourth family: bodies with their services and what they spend and earn, as their own papers name them; none taken from the reader.

export type Service = readonly [name: string, spend: readonly string[], income: readonly string[]];
export interface Body {
  readonly name: string;
  readonly kind: "icb" | "ijb" | "fire" | "combined" | "park" | "police" | "district" | "county" | "trust";
  readonly parts: readonly { readonly name: string; readonly services: readonly Service[] }[];
}

export const BODIES: readonly Body[] = [
  { name: "NHS Wychmoor and Sedge Integrated Care Board", kind: "icb", parts: [
    { name: "Programme", services: [
      ["Acute", ["NHS acute contracts - block", "Independent sector elective", "Ambulance services", "Non-contract activity", "High cost drugs and devices"], []],
      ["Mental Health and Learning Disability", ["MH contracts - NHS", "MH placements (s117)", "Talking therapies", "Dementia pathway"], ["LA contribution to s117"]],
      ["Community", ["Community NHS contract", "Hospices", "Wheelchairs", "Intermediate care beds"], []],
      ["All-age Continuing Care", ["CHC adult fully funded", "CHC children", "Funded nursing care", "Personal health budgets"], []],
      ["Primary Care", ["Prescribing", "Delegated GP contracts", "POD - dental", "POD - pharmacy", "Out of hours", "Local enhanced services"], ["Dental patient charge revenue"]],
    ] },
    { name: "Administration", services: [["Running costs", ["Pay", "Commissioning support unit", "Estates void costs", "Other non-pay"], ["Staff recharged to partners"]]] },
  ] },
  { name: "Glenorrin Integration Joint Board", kind: "ijb", parts: [
    { name: "Delegated health", services: [["Locality services", ["District nursing", "AHPs", "Community mental health nursing", "Medical locums"], []], ["Family health services", ["GMS contract", "FHS prescribing", "General dental", "Ophthalmic services"], []], ["Resource transfer", ["Resource transfer to care", "Voluntary bodies"], []]] },
    { name: "Delegated social work", services: [["Older people", ["Residential placements", "Homecare - in house", "Homecare - purchased", "Equipment store"], ["Charges to residents", "Homecare charges"]], ["Adults", ["Self directed support", "Supported living providers", "Day centres", "Sensory impairment"], ["Health board contribution"]], ["Justice", ["Community payback", "Prison based social work"], ["Scottish Government s27 funding"]]] },
    { name: "Set-aside", services: [["Hospital services set aside", ["Unscheduled medical", "Psychiatry of old age inpatient", "Palliative inpatient"], []]] },
  ] },
  { name: "Tawstock & Lynher Fire and Rescue Authority", kind: "fire", parts: [
    { name: "Pay", services: [["Operational", ["Wholetime firefighters", "On-call retainers and turnouts", "Control room pay", "Firefighter overtime"], []], ["Support", ["Green book employees", "Agency cover", "Training and development", "Ill health pension charges"], ["Apprenticeship levy draw down"]]] },
    { name: "Non-pay", services: [["Property", ["Rates", "Energy and water", "Building maintenance", "Cleaning and waste"], ["Rents from mast sites", "Shared station income"]], ["Fleet", ["Tyres and parts", "Diesel", "Vehicle insurance"], []], ["Kit and communications", ["Hydrants", "Clothing and PPE", "Emergency services network", "Software licences", "Subscriptions"], ["Primary authority income"]]] },
  ] },
  { name: "Severn Marches Mayoral Combined Authority", kind: "combined", parts: [
    { name: "Transport", services: [["Public transport", ["Concessionary bus travel", "Tendered bus network", "Rail franchise support", "Passenger information"], ["Bus station departure charges"]], ["Tunnels and crossings", ["Crossing operations", "Crossing maintenance"], ["Toll receipts"]]] },
    { name: "Skills and Economy", services: [["Adult skills", ["Adult skills provider payments", "Skills bootcamps", "Careers hub"], ["Adult Skills Fund", "Bootcamps grant"]], ["Business growth", ["Growth hub advisers", "Inward investment", "Cluster support"], ["Business support grant"]]] },
    { name: "Mayor and Corporate", services: [["Mayor's office", ["Political advisers", "Engagement"], []], ["Enabling services", ["Finance team", "Legal and democratic", "Accommodation charge", "External audit fee"], ["Interest on balances"]]] },
  ] },
  { name: "Blackdown Peaks National Park Authority", kind: "park", parts: [
    { name: "Conserving", services: [["Natural environment", ["Ecology advice", "Woodland management", "Peat restoration", "Farming in Protected Landscapes payments"], ["FiPL grant", "Woodland grant scheme"]], ["Cultural heritage", ["Archaeology", "Building conservation"], []]] },
    { name: "Understanding and Enjoying", services: [["Visitor centres", ["Centre staffing", "Goods for resale", "Visitor centre premises"], ["Shop sales", "Guided walk fees"]], ["Rangers", ["Ranger pay", "Vehicles and tools", "Rights of way works"], ["Car park takings"]]] },
    { name: "Planning and Corporate", services: [["Development control", ["Planning officers", "Appeals and enforcement"], ["Planning application fees"]], ["Corporate", ["Members", "HR and payroll bureau", "Information systems", "Headquarters"], ["Bank interest"]]] },
  ] },
  { name: "Police and Crime Commissioner for Ouse Valley", kind: "police", parts: [
    { name: "Chief Constable", services: [["Employees", ["Police officer pay", "Police officer overtime", "PCSO pay", "Police staff pay", "Ill-health and injury pensions"], []], ["Operating costs", ["Premises", "Transport", "Forensics", "IT and comms", "National levies", "Regional collaboration charges"], ["Mutual aid income", "Driver retraining income", "Seconded officers income"]]] },
    { name: "OPCC", services: [["Commissioner's office", ["OPCC staffing", "Independent custody visiting"], []], ["Victims and commissioning", ["Victim services contracts", "Violence reduction unit", "Community safety awards"], ["Ministry of Justice victims grant", "VRU grant"]]] },
  ] },
  { name: "Fenwold District Council", kind: "district", parts: [
    { name: "Community & Leisure", services: [["Leisure", ["Leisure operator fee", "Swimming pool utilities", "Sports pitches"], ["Pitch hire", "Leisure management receipt"]], ["Community", ["Grants to village halls", "CCTV", "Community wardens"], []]] },
    { name: "Neighbourhood & Commercial", services: [["Waste", ["Refuse crews", "Recycling gate fees", "Bins and caddies", "Garden waste collection"], ["Garden waste subscriptions", "Recycling credits", "Trade waste customers"]], ["Parking", ["Pay and display maintenance", "Civil enforcement officers"], ["Off-street parking charges", "Excess charges"]], ["Commercial estate", ["Managing agents", "Void property costs"], ["Industrial unit rents"]]] },
    { name: "Strategic", services: [["Benefits", ["Rent allowances", "Benefit assessors"], ["DWP subsidy", "Overpayments recovered"]], ["Democratic", ["Councillor allowances", "Electoral registration", "District election"], []]] },
  ] },
  { name: "Royal Calderbeck Hospitals NHS Trust", kind: "trust", parts: [
    { name: "Clinical", services: [["Emergency & Acute Medicine", ["Consultant pay", "Resident doctors", "Nursing substantive", "Nursing agency", "Drugs in tariff"], ["Injury scheme"]], ["Women and Children", ["Midwifery", "Paediatric medical", "Neonatal consumables"], []], ["Theatres", ["Theatre staffing", "Implants", "Insourced lists"], ["Private practice income"]]] },
    { name: "Corporate", services: [["Estates & Facilities", ["Portering and catering", "Soft FM contract", "Gas and electricity", "Maintenance contracts"], ["Restaurant sales", "Staff parking"]], ["Trust-wide", ["CNST", "Digital licences", "Board and governance"], ["Education contract", "Research network"]]] },
  ] },
];

export const REPORTS = ["Finance Report {Y} - Month 6", "{Y} Revenue Monitoring - Quarter 2", "Budget position as at 30 September 2026 ({Y})", "Integrated Finance Paper {Y} M6", "Revenue Budget Monitoring Statement {Y}", "{Y} Half Year Finance Update", "Financial Monitoring {Y}: Period 6"];
export const BOOKS = ["Detailed Revenue Budgets {Y}", "Budget Book {Y}", "Revenue Estimates {Y}", "{Y} General Fund Estimates", "Budget {Y} - Service Detail"];
export const KICKERS = ["APPENDIX B", "Annex 2(a)", "Enclosure 7", "ITEM 6.1", "Schedule 3"];
export const STRAPS = ["Report of the Treasurer", "Run date 09-OCT-2026 07:15", "FOR INFORMATION", "Version 1.3", "Position before management actions", "OFFICIAL", "Chief Finance Officer: Interim", "Excludes technical adjustments"];
export const FEET = ["Note 1: the pay award was settled at 3.2%, adding £412k.", "Figures may not cast due to rounding.", "* to be confirmed at M7", "Source: general ledger, close of period 6", "RAG: G within 1%, A 1-3%, R over 3%", "Prepared by: Finance Business Partner (ext. 2207)", "See paragraphs 3.4 to 3.9 for explanations.", "This statement excludes capital.", "End of report"];

export const GRAND = ["Net Expenditure", "TOTAL", "Total Net Cost", "Overall Net Position", "Net Service Budget", "Total Net Budget", "NET TOTAL", "Net controllable budget"];
export const SUBS = ["Total {S}", "{S} Total", "{S} - Sub Total", "TOTAL {U}", "Net {S}", "Sub-Total", "Sub total {S}", "{S} net", "Total for {S}"];

/** Headings by what they mean; a bar parts what may stand on rows of their own. */
export const HEADS: Readonly<Record<string, readonly string[]>> = {
  prior: ["{P}|Actual", "{P}|Outturn", "Outturn|{P}", "Actual Outturn|{P}"],
  priorBudget: ["{P}|Original Budget", "{P}|Approved", "Budget|{P}"],
  priorRevised: ["{P}|Probable Outturn", "{P}|Revised Budget", "Revised|{P}"],
  original: ["Original|Budget", "Original|Budget|{Y}", "Approved|Original|Budget", "{Y}|Original Budget", "Opening|Budget", "Base|Budget|{Y}"],
  adjust: ["Budget|Amendments", "Virements|to date", "In-year|Allocations", "Supplementary|Budgets", "Approved|Virements"],
  revised: ["Current|Budget", "Revised|Budget", "Revised|Annual|Budget", "Annual|Plan", "Full Year|Budget", "Latest Approved|Budget", "{Y}|Revised Budget", "Annual|Budget", "Budget as at|30 Sept", "Working|Budget"],
  only: ["{Y}|Budget", "Annual|Budget|{Y}", "Budget|{Y}", "{Y}|Estimate", "{Y}|Approved Budget", "Annual|Budget", "Plan|{Y}"],
  planDate: ["YTD|Budget", "Plan|to date", "Budget|to M6", "Profiled|Budget", "M6 YTD|Plan"],
  actual: ["YTD|Actual", "Actual|to date", "Actual|to M6", "Net|Expenditure|to 30 Sept", "M6 YTD|Actual", "Spend|to date"],
  commit: ["Commitments", "Purchase|Orders", "Open|Orders"],
  forecast: ["Forecast|Outturn", "Full Year|Forecast", "Projected|Outturn", "Year End|Forecast", "Forecast|to 31 March", "M6|Forecast|Outturn", "Predicted|Outturn", "Outturn|Forecast", "Probable|Outturn", "FOT"],
  lastForecast: ["M5|Forecast", "Previous|Period|Forecast", "Forecast|last report", "Q1|Forecast"],
  adverse: ["Variance|Adverse /|(Favourable)", "Over /|(Under)|Spend", "(Under)/Over|spend", "Variance|(F)/A", "Forecast|Overspend/|(Underspend)"],
  favourable: ["Variance|Favourable /|(Adverse)", "Under /|(Over)|Spend", "Variance|F/(A)", "Variance|Fav / (Adv)"],
  plain: ["Variance", "Var", "Forecast|Variance", "Difference"],
  pct: ["%", "Variance|%", "Var %", "% of|budget"],
  rag: ["RAG", "Status", "R/A/G"],
  fte: ["FTE", "WTE", "Budget|FTE"],
  note: ["Reason for variance", "Narrative", "Comments", "Main drivers", "Explanatory note"],
};
export const YTD_GROUPS = ["Year to Date", "YTD - Month 6", "Position to 30 September 2026", "Cumulative"];
export const YEAR_GROUPS = ["Full Year", "Forecast Outturn", "Annual", "Year End", "Full Year 2026/27"];
