// Words of a third family of sheets, as published budget books, board papers and ledger reports print them; no word was taken from the reader.

export interface Body {
  readonly name: string;
  /** Division, then services with what they earn under each. */
  readonly divisions: readonly { readonly name: string; readonly services: readonly (readonly [string, readonly string[], readonly string[]])[] }[];
}

const COUNCIL: Body["divisions"] = [
  { name: "Social Care and Wellbeing", services: [
    ["Older Adults", ["Care homes - independent sector", "Reablement team", "Day opportunities", "Telecare equipment", "Respite"], ["Residents' contributions", "Deferred payment receipts"]],
    ["Learning Disabilities", ["Supported tenancies", "Shared lives", "Short breaks"], ["ILF income"]],
    ["Children Looked After", ["Agency fostering", "In-house fostering", "Leaving care", "Adoption allowances"], []],
  ] },
  { name: "Environment and Infrastructure", services: [
    ["Waste and Streetscene", ["Kerbside collection", "Household recycling centres", "Street sweeping", "Fleet hire"], ["Trade refuse income", "Sale of glass and paper"]],
    ["Highways", ["Gritting", "Bridges", "Street lights", "Drainage"], ["Skip permits"]],
    ["Regulatory", ["Food safety", "Animal welfare", "Pollution control"], ["Premises licences"]],
  ] },
  { name: "Corporate", services: [
    ["Finance and Procurement", ["Exchequer services", "Internal audit", "Treasury"], ["Summons costs"]],
    ["People Services", ["HR operations", "Payroll bureau", "Occupational health"], []],
    ["Law and Governance", ["Members' allowances", "Elections", "Coroner"], ["Land charges"]],
  ] },
];

export const BODIES: readonly Body[] = [
  { name: "Cyngor Sir Glanaber / Glanaber County Council", divisions: COUNCIL },
  { name: "Saltholme Metropolitan Borough Council", divisions: COUNCIL },
  { name: "Strathbrannan Health and Social Care Partnership", divisions: [
    { name: "Health services", services: [
      ["Community hospitals", ["Nursing establishment", "Ward supplies", "Domestic services"], []],
      ["Primary medical", ["GMS", "Prescribing", "Dental", "Ophthalmic", "Pharmacy contract"], ["Patient charges"]],
      ["Hosted", ["Prison healthcare", "Podiatry", "Continence service"], []],
    ] },
    { name: "Council services", services: [
      ["Care at Home", ["Internal homecare", "Framework providers", "Community alarm"], ["Charges to service users"]],
      ["Criminal Justice", ["Throughcare", "Unpaid work", "Court reports"], ["S27 grant"]],
      ["Housing support", ["Aids and adaptations", "Garden aid"], []],
    ] },
    { name: "Set aside", services: [["Large hospital", ["Accident and emergency", "General medicine", "Geriatric medicine"], []]] },
  ] },
  { name: "Office of the Police, Fire and Crime Commissioner for Loddonshire", divisions: [
    { name: "Chief Constable", services: [
      ["Local policing", ["Constables and sergeants", "Response overtime", "Volunteers", "Custody"], ["Event policing recoveries"]],
      ["Crime and intelligence", ["Major crime", "Digital forensics", "Intelligence staff"], ["Regional unit contributions received"]],
      ["Support", ["Estates", "Fleet", "Uniform stores", "Airwave"], ["Vehicle disposals income"]],
    ] },
    { name: "Commissioner", services: [["Commissioning", ["Victim referral", "Diversion schemes", "Grants to community groups"], ["MoJ grant"]], ["Office", ["Office staff", "Audit and assurance", "Custody visitors"], []]] },
  ] },
  { name: "Penhale & District NHS Foundation Trust", divisions: [
    { name: "Operations", services: [
      ["Urgent Care", ["Medical staff", "Registered nurses", "Bank and agency", "Drugs"], ["Injury cost recovery income"]],
      ["Planned Care", ["Consultants", "Theatre consumables", "Prostheses", "Outsourcing"], ["Private patients income"]],
      ["Diagnostics", ["Radiographers", "Reagents", "Equipment leases"], []],
    ] },
    { name: "Estates and Corporate", services: [["Estates", ["PFI unitary charge", "Energy", "Cleaning contract"], ["Car park receipts"]], ["Corporate", ["Executive", "Informatics", "CNST premium"], ["R&D income"]]] },
  ] },
  { name: "Tannery Vale Housing Group", divisions: [
    { name: "Landlord services", services: [["Neighbourhoods", ["Housing officers", "Estate caretaking", "Void repairs", "Gas servicing"], ["Net rental income", "Service charge income"]], ["Assets", ["Planned programme", "Stock surveys", "Fire safety works"], []]] },
    { name: "Support and care", services: [["Extra care", ["Care workers", "Catering", "Night staff"], ["Care contract income"]], ["Foyers", ["Key workers", "Utilities"], ["Rent and support income"]]] },
  ] },
];

export const TITLES = ["Revenue Account {Y}", "Budget Monitor: position at end of September {Y}", "Appendix 1 - Revenue outturn projection {Y}", "Finance Performance {Y}", "Detailed estimates {Y}", "Monthly finance summary {Y} M06", "Agenda item 9: Budget update {Y}", "{Y} Revenue spending plans"];
export const SUBTITLES = ["Presented by the Chief Finance Officer", "Date produced: 08 Oct 2026 16:40", "Page 1 of 1", "Restricted until 4 November", "Table 3", "(Surplus)/Deficit", "Status: DRAFT v0.4", "All funds"];

/** What each column is called; a bar parts what may be printed on rows of their own. */
export const HEADS: Readonly<Record<string, readonly string[]>> = {
  prior: ["{P}|Outturn", "Outturn|{P}", "Actual|{P}", "Prior Year|Actual", "Last Year|Outturn", "{P}|Final Accounts"],
  original: ["Original|Budget", "Budget Book", "Original|Estimate|{Y}", "Opening|Budget|{Y}", "Budget at|1 April {y}", "Approved|Budget|{Y}", "Council|Approved|Budget", "Initial|Budget"],
  virement: ["Virements", "Budget|Changes", "In Year|Adjustments", "Budget|Movement", "Transfers|(net)"],
  revised: ["Revised|Budget|{Y}", "Current|Budget", "Annual|Budget", "Latest|Budget", "Full Year|Budget", "Working|Budget|{Y}", "Revised|Budget", "Annual|Plan", "Total|Approved|Budget", "Revised|Estimate"],
  only: ["Budget|{Y}", "{Y}|Budget", "Annual|Budget", "Estimate|{Y}", "Net|Budget|{Y}", "Approved|Budget", "{Y}", "Budget", "Base Budget|{Y}"],
  toDate: ["Budget|to Date", "YTD|Plan", "Profiled|Budget", "YTD|Budget", "Budget|Year to Date", "Phased|Budget|to M6", "Plan|YTD"],
  actual: ["Actual|to Date", "YTD|Actual", "Actual|Year to Date", "Spend|to Date", "Actuals", "Actual Spend|to 30 Sept", "Net Actual|to Date"],
  committed: ["Commitments", "Committed", "Orders|Outstanding", "Encumbrance"],
  forecast: ["Projected|Outturn", "Forecast|Outturn", "Forecast|{Y}", "Full Year|Forecast", "Year End|Forecast", "Forecasted|Position|{Y}", "Projection|to|Year End", "Estimated|Outturn", "Forecast|Full Year|M6", "Projected|Spend"],
  lastForecast: ["Previous|Forecast", "Last Reported|Projection", "Prior Month|Forecast", "Q1|Review|Forecast"],
  variance: ["Variance", "Projected|Variance|(Fav)/Adv", "Over/(Under)|Spend", "Forecast|Variance", "Overspend /|(Underspend)", "Variance|Adv/(Fav)", "(Surplus)/|Deficit"],
  reversed: ["Under/(Over)|Spend", "Variance|Fav/(Adv)", "Better/(Worse)|than plan"],
  percent: ["%", "Variance|%", "% of|Budget", "Var|%"],
  fte: ["FTE", "WTE|Budget", "Posts", "Budgeted|WTE"],
  note: ["Comment", "Narrative", "RAG", "Commentary", "Budget|Holder", "Reason"],
};
export const GROUPS = { full: ["Full Year", "Annual", "Year to 31 March 2027", "{Y} FULL YEAR", "Year End Position"], date: ["Year to Date", "Cumulative to Month 6", "April to September", "To 30 September {y}"], past: ["Prior Year", "{P}"] } as const;
export const LABELS = ["Service", "Description", "", "Budget Area", "Service Heading", "Detail", "Budget Line", "Area of spend", "Heading"];
export const CODES = ["Cost Centre", "Code", "CC", "Account", "Ref", "GL", "Cost centre code"];
export const SECTIONS = ["Department", "Directorate", "Portfolio", "Service Group", "Division"];
export const TOTALS = ["Total {S}", "{S} Total", "Sub-total: {S}", "Sub Total", "Total", "{S}", "", "Net cost of {S}", "TOTAL {U}", "{S} - total", "Total for: {S}", "Net {S}"];
export const GRANDS = ["Grand Total", "Total", "Net Revenue Expenditure", "TOTAL NET BUDGET", "Net Budget", "Total net expenditure", "Net revenue budget required", "Overall total", "Net position", "Total Partnership"];
export const FOOTNOTES = ["1 Budget of £250,000 moved in July (£175,000 recurring).", "* net of recharges", "Figures are rounded and may not add exactly.", "Key: R = red, A = amber, G = green", "Notes", "a) Assumes a 3.5% pay award from 1 April", "Queries: Finance Business Partnering, ext 4471", "Printed 08/10/2026 16:40 by FBP04"];
export const UNITS = { pounds: ["£", "(£)", "All figures in £", "£s"], thousands: ["£000", "£'000", "£'000s", "£k", "(£000s)", "Figures in £000", "£ 000"], millions: ["£m", "£ million", "£M", "(£m)", "Figures in £m"] } as const;
