// How British public bodies print budgets: names, titles, headings and labels, written from budget books and board papers, not from the reader's lists.

export interface Body {
  readonly name: string;
  readonly sections: readonly (readonly [string, readonly string[], readonly string[]])[];
}

/** What one family of sheets calls things. */
export interface Vocabulary {
  readonly BODIES: readonly Body[];
  readonly TITLES: readonly string[];
  readonly EXTRA_TITLES: readonly string[];
  readonly WORDS: Readonly<Record<string, readonly string[]>>;
  readonly SUB_TOTALS: readonly string[];
  readonly GRAND_TOTALS: readonly string[];
  readonly NOTES: readonly string[];
}

/** Section, what is spent in it, what comes in. */
const BODIES: readonly Body[] = [
  { name: "Thornmere Borough Council", sections: [
    ["Adult Services", ["Older People Residential Placements", "Domiciliary Care", "Learning Disability Day Opportunities", "Assessment & Care Management", "Direct Payments", "Mental Health Supported Living"], ["Client Contributions", "Better Care Fund income"]],
    ["Children & Families", ["Fostering Allowances", "External Residential Placements", "Family Hubs", "Youth Justice Team", "SEND Transport"], ["Unaccompanied Asylum Seeking Children grant"]],
    ["Place", ["Waste Collection", "Street Lighting Energy", "Highways Maintenance", "Parks & Open Spaces", "Planning Policy"], ["Car Parking Charges", "Planning Application Fees", "Garden Waste Subscriptions"]],
    ["Corporate Resources", ["Legal Services", "ICT", "Human Resources", "Revenues and Benefits", "Democratic Representation", "Insurance"], ["Court Costs Recovered"]],
    ["Public Protection", ["Trading Standards", "Environmental Health", "Licensing", "Emergency Planning"], ["Licence Fees"]],
  ] },
  { name: "Wexdale County Council", sections: [
    ["Education & Skills", ["Home to School Transport", "Educational Psychology", "Adult Learning", "School Improvement"], ["Traded Services with Schools"]],
    ["Highways, Transport and Waste", ["Winter Service", "Concessionary Fares", "Waste Disposal Contract", "Local Bus Support"], ["Sale of Recyclate", "Street Works Permits"]],
    ["Communities", ["Libraries", "Registration Service", "Archives", "Museums"], ["Registration Fees"]],
    ["Public Health", ["0-19 Health Visiting", "Substance Misuse Treatment", "Sexual Health", "Smoking Cessation"], ["Drawdown of reserve"]],
  ] },
  { name: "NHS Marlow and Vale Integrated Care Board", sections: [
    ["Acute Services", ["Marlow Hospitals NHS FT", "Vale University Hospitals", "Ambulance Contract", "NCAs / OATs", "Elective Recovery"], []],
    ["Mental Health", ["Block Contract", "s117 Placements", "IAPT", "Dementia"], []],
    ["Community Services", ["Community Nursing", "Intermediate Care Beds", "Wheelchairs", "Hospices", "Better Care Fund schemes"], []],
    ["Primary Care", ["GP Prescribing", "Delegated Commissioning", "Local Enhanced Services", "GP IT", "Out of Hours"], []],
    ["Continuing Healthcare", ["Fully Funded CHC", "Funded Nursing Care", "Personal Health Budgets", "Children's CHC"], []],
    ["Running Costs", ["Executive Team", "Commissioning Support", "Estates void costs"], []],
  ] },
  { name: "Police and Crime Commissioner for Westmarch", sections: [
    ["Employees", ["Police Officer Pay", "Police Officer Overtime", "Police Staff Pay", "PCSO Pay", "Ill-health Pensions", "Training"], []],
    ["Running expenses", ["Premises", "Transport & Fleet", "Supplies and Services", "Forensics", "Collaboration contributions", "National IT charges"], []],
    ["Commissioner", ["Office of the PCC", "Victims' Services", "Community Safety Fund", "Violence Reduction"], []],
    ["Other costs", ["Debt charges", "Revenue contribution to capital", "Insurance provision"], ["Special Police Services", "Mutual aid recovered", "Specific grants"]],
  ] },
  { name: "Eastmoor Fire & Rescue Authority", sections: [
    ["Operational", ["Wholetime Firefighters", "On-Call Firefighters", "Control Room", "Protection", "Prevention", "Ops Equipment"], []],
    ["Support", ["Non-uniformed staff", "Workshops", "Building maintenance", "Communications", "Occupational Health"], ["Rental of masts", "Recharges to partners"]],
    ["Financing", ["Minimum Revenue Provision", "Interest payable", "Pension account deficit"], ["Interest receivable"]],
  ] },
  { name: "Probation Service: South Fells Region", sections: [
    ["Pay", ["Probation Officers", "Probation Services Officers", "Senior Management", "Agency workers"], []],
    ["Non-Pay", ["Travel & Subsistence", "Interpreters", "Approved Premises", "Unpaid Work consumables", "Electronic tags"], []],
    ["Commissioned Rehabilitative Services", ["Accommodation CRS", "Personal Wellbeing CRS", "Women's services", "Dependency and Recovery"], []],
  ] },
  { name: "Riverbank Housing Association Limited", sections: [
    ["Social housing lettings", ["Housing management", "Responsive repairs", "Void works", "Cyclical maintenance", "Bad debts", "Depreciation of properties"], ["Rent receivable", "Service charge receivable"]],
    ["Supported housing", ["Scheme staffing", "Utilities", "Catering", "Floating support workers"], ["Supporting People contract", "Personal charges"]],
    ["Overheads", ["Central staff", "Office costs", "Loan interest", "Audit"], ["Sundry receipts"]],
  ] },
  { name: "Carers Together Thornmere, Registered Charity", sections: [
    ["Young Carers project", ["Project worker salaries", "Activities", "Volunteer expenses", "Room hire"], ["Children in Need", "County council SLA"]],
    ["Advice line", ["Adviser salaries", "Telephone", "Supervision"], ["National Lottery Community Fund"]],
    ["Core", ["CEO", "Rent and rates", "Accountancy", "Fundraiser"], ["Donations and legacies", "Gift Aid"]],
  ] },
];

const TITLES = ["General Fund Revenue Estimates {Y}", "Revenue Monitoring - Quarter 2 {Y}", "Appendix C: Detailed Service Budgets {Y}", "Finance Report, Month 6, {Y}", "Management Accounts to 30 September {y}", "Budget Book {Y}", "Financial position as at Period 6 {Y}", "{Y} Revenue Budget by Service", "Statement of income and expenditure {Y}", "ANNUAL BUDGET {Y}", "Budgetary control statement {Y}"];
const EXTRA_TITLES = ["Report of the Section 151 Officer", "Version 3 FINAL", "OFFICIAL - SENSITIVE", "Run date: 14/10/2026 09:32", "Cabinet 12 November", "Annex 2", "Director: J Okafor", "Ledger extract P06, prepared by Financial Management"];

const WORDS: Readonly<Record<string, readonly string[]>> = {
  original: ["Original Budget", "Original Estimate", "Base Budget", "Opening Budget", "Original Plan", "Adopted Budget", "Budget as set by Council", "Original budget (Feb)", "Initial Budget", "Approved Budget {Y}", "Original {Y} Budget", "Budget at 1 April"],
  revised: ["Revised Budget", "Latest Budget", "Current Budget", "Working Budget", "Revised Estimate", "Latest Approved Budget", "Full Year Budget", "Annual Budget", "Revised Plan", "Budget {Y}", "Current Annual Budget", "Amended Budget", "Updated budget", "Rev. Budget", "Total Budget {Y}"],
  only: ["Budget", "{Y} Budget", "Annual Budget", "Estimate {Y}", "Approved Budget", "Allocation {Y}", "Plan", "Budget {Y}", "Cash Limit", "Net Budget", "Amount", "Proposed Budget {Y}", "Annual Plan", "Delegated Budget"],
  forecast: ["Forecast Outturn", "Projected Outturn", "Full Year Forecast", "FOT", "Forecast Out-turn", "Year End Forecast", "Projected Year End Position", "Estimated Outturn", "Latest Forecast", "Predicted Outturn", "Forecast", "P6 Forecast", "Outturn Projection", "Probable outturn", "Forecast for Year", "Expected year-end spend"],
  actual: ["Actual to Date", "YTD Actual", "Spend to 30 Sept", "Actuals", "Actual Q2", "Expenditure to Date", "Cumulative Actual", "Actual P1-P6", "Year to date actual"],
  ytdBudget: ["Budget to Date", "YTD Budget", "Profiled Budget", "YTD Plan", "Budget P1-P6", "Cumulative Budget", "Profile to Date"],
  variance: ["Variance", "Over/(Under) spend", "Variation", "(Under)/Overspend", "Projected Variance", "Forecast Variance", "Difference", "Over / Under", "Var"],
  percent: ["%", "Var %", "% Variance", "Variance as % of budget", "% spent"],
  fte: ["FTE", "WTE", "Posts (FTE)", "Establishment", "Staff nos."],
  comment: ["Comments", "Budget Holder", "RAG", "Explanation", "Lead Officer", "Reason for variance", "Narrative"],
  code: ["Cost Centre", "CC", "Cost Code", "Ledger Code", "Account", "Code", "Nominal", "Budget Code", "GL Code", "Ref", "A/c No.", "Detail Code"],
  description: ["Service", "Description", "Budget Head", "Service Area", "Heading", "Division of Service", "Cost Centre Description", "Details", "Activity", "Programme Area", "Budget Area", "", "Item"],
  virement: ["Virements", "In-year Changes", "Budget Adjustments", "Transfers", "Movement", "Approved changes", "Virements YTD"],
  prior: ["{P} Outturn", "{P} Actual", "{P} Budget", "Actual {P}", "Prior Year Actual", "Last Year"],
  gross: ["Gross Expenditure", "Expenditure", "Gross Exp", "Gross", "Total Expenditure"],
  income: ["Income", "Gross Income", "Fees, Charges & Grants", "Total Income", "Income (all sources)"],
  net: ["Net Expenditure", "Net", "Net Budget", "Net Cost"],
  section: ["Directorate", "Department", "Portfolio", "Division", "Group"],
};

const SUB_TOTALS = ["Total {S}", "{S} Total", "Sub-total", "Subtotal", "Sub Total - {S}", "Total", "{S}", "", "TOTAL {U}", "Sub-Total {S}", "Total for {S}", "Net cost: {S}"];
const GRAND_TOTALS = ["Total", "Net expenditure", "Grand Total", "Net Budget Requirement", "Total General Fund", "TOTAL", "Net Operating Expenditure", "Net cost of services", "Overall total", "Total budget", "TOTAL NET EXPENDITURE", "Net Position", "Bottom line"];
const NOTES = ["Note: figures may not sum due to rounding.", "1. Includes one-off funding of £250,000 agreed in July.", "* Subject to approval by Full Council", "Prepared by Strategic Finance, 12 October 2026", "Source: Oracle GL", "Figures exclude technical accounting adjustments", "Please direct queries to finance@thornmere.example", "(a) pay award assumed at 3%"];
export const UNIT_WORDS = {
  pounds: ["£", "£s", "All figures in £", "(£)", "GBP"],
  thousands: ["£000", "£'000", "£000s", "£k", "Figures in £ thousands", "All amounts in £'000s", "(£000)", "£ 000"],
  millions: ["£m", "£ million", "£M", "Figures in £ millions", "(£m)"],
} as const;

export const FIRST: Vocabulary = { BODIES, TITLES, EXTRA_TITLES, WORDS, SUB_TOTALS, GRAND_TOTALS, NOTES };
