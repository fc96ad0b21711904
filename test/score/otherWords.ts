// A second vocabulary, from finance systems' exports, NHS and housing reports and smaller bodies: to see whether the reader knows only the first.
import type { Vocabulary } from "./words";

export const OTHER: Vocabulary = {
  BODIES: [
    { name: "Ashby Dene District Council", sections: [
      ["Environment and Neighbourhoods", ["Refuse and Recycling", "Grounds Maintenance", "Street Cleansing", "Cemeteries", "Pest Control"], ["Bulky Waste Collections", "Interment Fees"]],
      ["Housing and Wellbeing", ["Homelessness Prevention", "Temporary Accommodation", "Leisure Management Contract", "Community Grants"], ["Homelessness Prevention Grant received"]],
      ["Growth", ["Development Management", "Building Control", "Local Plan", "Economic Regeneration"], ["Pre-application Advice Fees", "Market Stall Rents"]],
    ] },
    { name: "Calder Vale University Hospitals NHS Foundation Trust", sections: [
      ["Medicine Division", ["Medical Staffing", "Nursing", "Drugs", "Clinical Supplies"], ["Private patient income"]],
      ["Surgery Division", ["Theatres", "Anaesthetics", "Consumables", "Locums and agency"], ["Overseas visitors income"]],
      ["Corporate", ["Estates and Facilities", "Digital", "Clinical negligence premium", "Finance and Procurement"], ["Education and training income", "Car park income"]],
    ] },
    { name: "Hollin Combined Fire Authority", sections: [
      ["Employee costs", ["Firefighters wholetime", "Firefighters retained", "Fire control staff", "Green book staff", "Other employee expenses"], []],
      ["Running costs", ["Premises costs", "Vehicle fuel and repairs", "Personal protective equipment", "ICT contracts"], ["Secondment income", "Firelink grant received"]],
    ] },
    { name: "Beacon Homes Group", sections: [
      ["General needs", ["Management costs", "Day to day repairs", "Planned works", "Estate services", "Rent losses"], ["Rents receivable net of voids", "Service charges receivable"]],
      ["Care and support", ["Support staff", "Food and provisions", "Night cover"], ["Support contract income"]],
    ] },
    { name: "Constabulary of North Fells, Office of the Police and Crime Commissioner", sections: [
      ["Policing", ["Officers", "Overtime", "Staff", "PCSOs", "Apprenticeship levy"], ["Football and event policing income"]],
      ["Enabling", ["Fleet", "Estates running costs", "Digital services", "Uniforms", "Custody healthcare"], ["Speed awareness course income"]],
      ["Commissioned", ["Sexual violence services", "Restorative justice", "Neighbourhood watch support"], []],
    ] },
    { name: "Open Door Trust (charity 10000001)", sections: [
      ["Housing advice", ["Caseworkers", "Outreach travel", "Interpreting"], ["Council grant received", "Trust and foundation income"]],
      ["Central costs", ["Management", "Premises hire", "Insurance and audit"], ["Gifts and donations"]],
    ] },
  ],
  TITLES: ["Revenue Budget Report {Y}", "Period 7 Budget Monitoring {Y}", "Schedule 2: Cost centre budgets {Y}", "Integrated finance report {Y} month 8", "Budget setting {Y}", "Outturn forecast {Y} at quarter 3", "Directorate statement, financial year {Y}"],
  EXTRA_TITLES: ["For decision", "Draft for discussion", "Printed 02/11/2026", "Agenda item 7", "Confidential until published"],
  WORDS: {
    original: ["Orig Budget", "Published Budget", "Set Budget {Y}", "Budget agreed Feb - original", "Opening Plan", "Initial Estimate", "Agreed Budget"],
    revised: ["Rev Est", "Adjusted Budget", "Revised Cash Limit", "Current Allocation", "Updated Estimate", "Budget after virements", "Latest Estimate", "Current Approved Budget", "Full Year Plan"],
    only: ["Estimate", "Budget {Y}", "Full Year Budget", "Budgeted Amount", "Total Allocation", "Approved Estimate"],
    forecast: ["Anticipated Outturn", "Forecast Spend", "Year-end Projection", "Likely Outturn", "FY Forecast", "Q3 Forecast", "F'cast Outturn", "Full Year Projection", "Estimated Year End Position"],
    actual: ["Spend to Date", "Actual M7", "Actual Year to Date", "Ledger Actual", "Total Actuals"],
    ytdBudget: ["Budget YTD", "Plan to Date", "Phased Budget", "Budget to P7"],
    variance: ["Over/Underspend", "Adv/(Fav)", "Forecast Over/(Under)", "Deviation", "Variance to Budget"],
    percent: ["Variance %", "% of Budget", "%age"],
    fte: ["WTE", "Budgeted FTE", "Headcount"],
    comment: ["Notes", "Manager", "Risk rating", "Commentary", "Action"],
    code: ["Cost Ctr", "Objective", "Account Code", "CostC", "GL Account", "Analysis Code", "Acct No"],
    description: ["Budget Line", "Cost Centre Name", "Type of Expenditure", "Budget Heading", "Expenditure Heading", "Team", "Narrative"],
    virement: ["Virement", "Budget Transfers", "Adjustments in Year"],
    prior: ["{P} Outturn", "Previous Year Actual", "Actuals {P}", "Prior Year Budget"],
    gross: ["Gross Cost", "Expenditure Budget", "Gross Expenditure Budget"],
    income: ["Income Budget", "External Income", "Gross Income Budget"],
    net: ["Net Cost", "Net Expenditure Budget", "Net Total"],
    section: ["Directorate"],
  },
  SUB_TOTALS: ["{S} total", "Total: {S}", "Sub total", "{S} Sub-total", "Total {S} Budget", "", "{S}"],
  GRAND_TOTALS: ["Total net budget", "Net revenue budget", "Overall Total", "Grand total", "Total for the body", "Net service expenditure", "Net Expenditure Total"],
  NOTES: ["Rounding differences may occur.", "Staffing figures are at October 2026.", "Contact: budgets@example.org", "(1) Includes pay award", "Figures are unaudited"],
};
