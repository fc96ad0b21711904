// Words of the fifth family: bodies with what they spend and earn, headings, totals and notes, as budget reports and systems print them; none taken from the reader.

export type Service = readonly [name: string, spend: readonly string[], income: readonly string[]];
export interface Body {
  readonly name: string;
  readonly kind: "county" | "unitary" | "district" | "police" | "fire" | "trust" | "icb" | "combined" | "college" | "landlord" | "waste";
  readonly groups: readonly { readonly name: string; readonly services: readonly Service[] }[];
}

export const BODIES: readonly Body[] = [
  { name: "Alderbourne County Council", kind: "county", groups: [
    { name: "Adults and Communities", services: [["Physical Support 65+", ["Nursing home placements", "Extra care housing", "Home support hours", "Sitting service"], ["Residents' assessed charges", "Joint funding - ICB"]], ["Preventative Services", ["Information and advice line", "Community connectors", "Assistive technology"], []], ["Safeguarding", ["Deprivation of liberty assessors", "Safeguarding board"], ["Partner contributions to board"]]] },
    { name: "Children's Trust", services: [["Placements", ["Secure accommodation", "Independent fostering agencies", "Kinship care", "Special guardianship orders"], ["Health contribution to placements"]], ["Early Help", ["Family centres", "Parenting programmes", "Short break grants"], ["Supporting Families grant"]], ["SEND", ["Statutory assessment", "Transport - special schools", "Transport - post 16"], ["Parental transport charges"]]] },
    { name: "Growth and Highways", services: [["Network Management", ["Surface dressing", "Potholes and patching", "Gully emptying", "Traffic signals"], ["Developer inspection fees", "Lane rental"]], ["Passenger Transport", ["Subsidised bus routes", "Bus passes", "Community minibuses"], ["Bus Service Operators Grant"]], ["Countryside", ["Rights of way", "Country parks"], ["Pay and display takings"]]] },
  ] },
  { name: "Isle of Marram Council", kind: "unitary", groups: [
    { name: "Resident Services", services: [["Waste Strategy", ["Collection contract", "Residual treatment", "Bring banks"], ["Green bin subscriptions"]], ["Bereavement", ["Crematorium", "Cemetery upkeep", "Book of remembrance"], ["Cremation fees", "Burial rights sold"]], ["Leisure Centres", ["Lifeguards", "Gym equipment lease", "Pool chemicals"], ["Memberships", "Swimming lessons", "Hall lettings"]]] },
    { name: "Housing Needs", services: [["Homelessness", ["Nightly paid accommodation", "Rough sleeper outreach", "Rent deposits"], ["Housing benefit on B&B", "Homelessness Prevention Grant"]], ["Private Sector", ["Disabled adaptations team", "HMO inspection"], ["HMO licences"]]] },
    { name: "Chief Executive", services: [["Governance", ["Councillors' basic allowance", "Scrutiny", "Data protection"], []], ["Finance", ["Treasury and banking", "Insurance premiums", "Audit fees"], ["Investment interest"]], ["Customer", ["Contact centre", "Print room", "Web team"], ["Print recharges"]]] },
  ] },
  { name: "Netherby District Council", kind: "district", groups: [
    { name: "Planning and Regulation", services: [["Development", ["Case officers", "Tree officer", "Planning appeals"], ["Householder applications", "Major applications"]], ["Environmental Protection", ["Noise and air quality", "Dog warden", "Private water supplies"], ["Kennelling charges"]], ["Licensing", ["Taxi enforcement", "Licensing officers"], ["Taxi plates", "Premises licences"]]] },
    { name: "Operations", services: [["Depot", ["Drivers and loaders", "Vehicle leases", "Derv", "Protective clothing"], ["Commercial waste"]], ["Open Spaces", ["Play areas", "Grass cutting", "Arboriculture"], ["Football pitches", "Event permits"]], ["Car Parks", ["Machines", "Cash collection", "Business rates on car parks"], ["Ticket machines income", "Season tickets"]]] },
  ] },
  { name: "Police, Fire and Crime Commissioner for Saxonshire", kind: "police", groups: [
    { name: "Force Delegated", services: [["Policing Pay", ["Officers - basic pay", "Officers - overtime and allowances", "Support staff - salaries", "Community support officers"], ["Officer uplift grant", "Abnormal load escorts"]], ["Force Running Costs", ["Estates - rents and rates", "Fleet - fuel", "Fleet - hire and parts", "Custody medical contract", "Dogs and horses"], ["Firearms certificates", "Sale of vehicles"]], ["National Charges", ["Police national computer", "Air service levy"], []]] },
    { name: "Commissioner Held", services: [["PFCC Office", ["Commissioner and staff", "Complaints review", "Media"], []], ["Commissioned", ["Domestic abuse perpetrators", "Road safety fund", "Hotspot patrols"], ["Hotspot grant", "Victims' code grant"]]] },
  ] },
  { name: "Brecken & Towy Fire Authority", kind: "fire", groups: [
    { name: "Response", services: [["Stations", ["Whole time duty system", "Day crewing", "Retained pay - attendances", "Retained pay - availability"], ["Special service calls"]], ["Control", ["Joint control contribution", "Mobilising system"], []], ["Resources", ["Breathing apparatus", "Hoses and ladders", "Fuel", "Appliance repairs"], ["Hire of rescue boat"]]] },
    { name: "Community Risk", services: [["Prevention", ["Safe and well visits", "Smoke alarms", "Cadets"], ["Cadet unit fees"]], ["Enforcement", ["Inspecting officers", "Fire engineers"], ["False alarm charges"]]] },
    { name: "Head Office", services: [["Directorate", ["Brigade managers", "Pensions administration", "Legal retainer", "Members"], []], ["Buildings", ["Planned maintenance", "Utilities", "PFI unitary payment"], ["PFI grant", "Aerial rents"]]] },
  ] },
  { name: "Wharfe and Nidd Teaching Hospitals NHS Trust", kind: "trust", groups: [
    { name: "Family Care Group", services: [["Maternity", ["Midwives", "Obstetric consultants", "Maternity support workers", "Drugs"], ["Maternity tariff top-up"]], ["Paediatrics", ["Paediatric nurses", "Junior doctors", "Cots and consumables"], []]] },
    { name: "Surgery Care Group", services: [["Orthopaedics", ["Surgeons", "Ward nursing", "Joint implants", "Plaster room"], ["Private hip work"]], ["Theatres and Critical Care", ["Anaesthetic staff", "ODPs", "Critical care nursing", "Gases"], []]] },
    { name: "Corporate Services", services: [["Facilities", ["Laundry", "Patient meals", "Portering", "Waste disposal"], ["Retail units", "Staff canteen"]], ["Digital and Finance", ["EPR licences", "Service desk", "Ledger provider", "Internal auditors"], ["Hosted network income"]]] },
  ] },
  { name: "NHS Fosse and Soar ICB", kind: "icb", groups: [
    { name: "Commissioned Healthcare", services: [["Hospital Care", ["Block - main acute provider", "Block - out of system", "Patient transport", "Elective incentive", "Specialised services"], []], ["Mental Wellbeing", ["Trust contract", "Secure rehab beds", "Adult ADHD", "Perinatal"], []], ["Out of Hospital", ["Virtual wards", "Urgent treatment centres", "End of life care", "Stoma and continence"], ["Council share of equipment"]]] },
    { name: "Primary and Complex Care", services: [["Practices", ["Core contracts", "PCN additional roles", "Premises reimbursement", "Quality framework"], []], ["Medicines", ["Practice drugs bill", "Home oxygen", "Central drugs"], ["Rebates from suppliers"]], ["Complex Care", ["Fast track", "Children's packages", "Nursing contribution", "Section 117"], ["Council 117 share"]]] },
    { name: "ICB Administration", services: [["Admin Budget", ["Employees", "Premises", "Consultancy", "Board"], ["Secondments out"]]] },
  ] },
  { name: "Trent Gateway Combined County Authority", kind: "combined", groups: [
    { name: "Place and Connectivity", services: [["Transport Delivery", ["Bus reform", "Smart ticketing", "Active travel", "Key route network"], ["Transport levy", "Ticketing commission"]], ["Housing and Land", ["Brownfield team", "Land remediation"], ["Brownfield revenue grant"]]] },
    { name: "Prosperity", services: [["Skills", ["Adult education grants", "Learner support", "Employer coaching"], ["Devolved adult skills fund"]], ["Innovation", ["Supply chain vouchers", "Investment zone team"], ["Investment zone revenue"]]] },
    { name: "Central Costs", services: [["Authority Office", ["Statutory officers", "Scrutiny support", "Website", "Rent of offices"], ["Constituent member fees", "Bank interest earned"]]] },
  ] },
  { name: "Ashworth College of Further Education", kind: "college", groups: [
    { name: "Curriculum", services: [["Construction and Engineering", ["Teaching salaries", "Hourly paid lecturers", "Materials and tools", "Exam fees"], ["16-19 funding", "Apprenticeship funding"]], ["Health and Care", ["Teaching salaries H&C", "Placement officers", "Uniforms"], ["Advanced learner loans", "Full cost courses"]], ["Land Based", ["Farm staff", "Feed and seed", "Vet bills"], ["Sale of livestock"]]] },
    { name: "Support", services: [["Student Services", ["Learning support assistants", "Counselling", "Bursaries"], ["High needs top up"]], ["Estates", ["Caretakers", "Heating", "Security"], ["Sports hall lettings", "Nursery fees"]]] },
  ] },
  { name: "Lantern Homes and Care Ltd", kind: "landlord", groups: [
    { name: "Homes", services: [["General Needs", ["Response repairs", "Empty homes", "Gas and electrical checks", "Estate services staff", "Void council tax"], ["Rents - social", "Rents - affordable", "Tenants' service charges"]], ["Shared Ownership", ["Managing agents' fees", "Sales team"], ["Rents on unsold equity"]]] },
    { name: "Care", services: [["Older People's Schemes", ["Scheme managers", "Kitchen", "Warden call"], ["Care fees - councils", "Care fees - private"]], ["Young People", ["Night workers", "Life skills"], ["Support contract - county"]]] },
  ] },
  { name: "Derrow Valley Waste Disposal Authority", kind: "waste", groups: [
    { name: "Treatment", services: [["Energy from Waste", ["Gate fee - contract waste", "Gate fee - excess", "Ash disposal"], ["Electricity share", "Third party tonnage"]], ["Recycling", ["Sorting facility", "Composting", "Haulage"], ["Paper and card sales", "Metals sales"]]] },
    { name: "Sites and Support", services: [["Household Sites", ["Site operatives", "Skips", "Site rates"], ["Trade permits"]], ["Support", ["Contract management", "Closed landfill monitoring", "Treasurer's services"], ["Gas royalties"]]] },
  ] },
];

export const REPORTS = ["Revenue Budget {Y}", "Budget Report {Y}", "Financial Monitoring Report {Y} - Month 6", "Budget Holder Report: P6 {Y}", "Service Budgets {Y}", "{Y} Revenue Position at Period 6", "Summary of budgets, {Y}", "Revenue spending FY{y}", "Budget tables {Y}", "Finance dashboard September 2026 ({Y})"];
export const BUDGETS = ["Revenue Budget {Y}", "Budget Report {Y}", "Service Budgets {Y}", "Summary of budgets, {Y}", "Budget tables {Y}", "Approved revenue budget {Y}"];
export const BYLINES = ["Classification: Official", "Item 7 Appendix 2", "Director of Finance and Resources", "Printed on 09/10/2026 at 11:20", "Draft subject to approval", "Filter: All cost centres", "Report ID: GLR0142", "Selected ledger: Revenue", "For Board, 14 October 2026"];
export const NOTES = ["Totals may differ from the sum of rows because of rounding.", "† Awaiting confirmation of grant.", "* Excludes schools.", "Notes:", "1. Pay award provision of £1.2m is held centrally.", "Contact: Corporate Finance, extension 5520", "Brackets show income or an underspend.", "Data refreshed 08/10/2026 06:00", "Source: finance system, period 06 closed", "RAG thresholds: amber above £50k, red above £250k"];
export const SUBS = ["Total - {S}", "{S} - Total", "Total of {S}", "{S} sub-total", "Sub-total for {S}", "TOTAL {U}", "{S} Total", "Total {S}", "{S}: total", "Net total {S}"];
export const GRANDS = ["Authority total", "Total all services", "NET REVENUE BUDGET", "Total Net Service Expenditure", "Grand total", "Total net cost", "TOTAL", "Net total", "Overall total"];

/** Headings by meaning; a bar parts what may stand on rows of their own. */
export const HEADS: Readonly<Record<string, readonly string[]>> = {
  prior: ["{P}|Outturn", "Outturn|{P}", "{P}|Actual"], base: ["{P}|Budget", "Approved|Budget|{P}", "Budget|{P}", "{P}|Approved Budget"],
  pay: ["Pay Award &|Inflation", "Inflation", "Pay and|Prices", "Cost|Inflation"], growth: ["Growth", "Pressures", "Demand and|Growth", "Service|Pressures"], savings: ["Savings", "Efficiencies", "Savings &|Income", "Reductions"], tech: ["Other|Changes", "Technical|Changes", "Transfers", "Reversal of|One-offs"],
  original: ["Original|Budget", "Original|Approved|Budget", "Budget Set|February 2026", "Original|Annual|Budget"], vin: ["Virements|In", "Additions", "Transfers|In"], vout: ["Virements|Out", "Deductions", "Transfers|Out"], allocs: ["Grant|Changes", "Supplementary|Estimates", "Reserve|Drawdowns"],
  revised: ["Revised|Budget", "Current|Budget", "Latest|Budget", "Revised|Annual|Budget", "Annual|Budget", "Full Year|Budget", "Total|Budget"], only: ["Budget|{Y}", "{Y}|Budget", "Annual Budget|{Y}", "Proposed|Budget|{Y}", "Budget for|{Y}", "{Y}|Estimate", "{Y}|Proposed Budget"],
  yPlan: ["Profiled|Budget|to Date", "Budget|to P6", "YTD|Budget", "Budget|to Date"], yAct: ["Actual|to P6", "Actual|to Date", "YTD|Actual", "Actuals|YTD"], commit: ["Commitments", "Orders|Raised", "On Order"], free: ["Free|Balance", "Remaining|Budget", "Funds|Available", "Uncommitted"],
  forecast: ["Forecast|Outturn", "Projected|Outturn", "Full Year|Forecast", "Outturn|Forecast|P6", "Estimated|Outturn", "Year-end|Forecast", "Forecast|Year End"], adverse: ["Over/|(Under)|Spend", "Variance|Adverse/|(Favourable)", "Overspend/|(Underspend)"], variance: ["Variance", "Forecast|Variance", "Projected|Variance"],
  next: ["{N}|Indicative", "Indicative|{N}", "{N}|Plan"], pct: ["%", "Variance|%", "% Var", "% Used"], wte: ["FTE", "WTE", "Budget|FTE"], comment: ["Comments", "Commentary", "Reason", "Explanation of|variance"], rag: ["RAG", "Rating"], change: ["Change", "Increase/|(Decrease)", "Movement"],
};
