// The keywords that are built in, with what each follows; the partners' own table (Purse Keywords) takes their place once it is written.
import { Keywords, type KeywordKind, type KeywordRow } from "./keywords";

const SERCOP = "CIPFA Service Reporting Code of Practice: standard subjective analysis";
const RETURNS = "MHCLG Revenue Account (RA) and Revenue Outturn (RO) returns, England: service headings";
const ADULTS = "NHS England, Adult Social Care Finance Return (ASC-FR): primary support reasons and age bands";
const USAGE = "common use in agencies' budget sheets";

const row = (kind: KeywordKind, means: string, words: string, source: string, unless = ""): KeywordRow => ({ kind, means, words, unless, source, cell: null });

/** Asked in this order: a line that names a partner, and amounts that are no income, are judged by more than words. */
const NATURES: readonly KeywordRow[] = [
  row("nature", "INTERNAL_RECHARGE", "recharge/recharges/recharged; internal charge/charges/trading/transfer/transfers/income/invoice/invoices; support service/services charge/charges/allocation", SERCOP, "surplus/surpluses/deficit/deficits; accounted for"),
  row("nature", "RESERVE_MOVE", "to/from [general/earmarked/the] [general/earmarked/the] reserve/reserves/balances; use/drawdown of/from [general/earmarked/the] [general/earmarked/the] reserve/reserves/balances; reserve/reserves movement/drawdown/transfer", RETURNS),
  row("nature", "NON_CONTROLLABLE", "depreciation; impairment; ias 19; ias19; frs 17; frs17; capital charges; notional", SERCOP),
  row("nature", "FUNDING_BELOW_LINE", "council tax; precept/precepts; revenue support grant; rsg; business rates; police [core] grant; formula grant; collection fund", RETURNS,
    "council tax collection/support/benefit/reduction; business rates collection/team/supplement"),
  row("nature", "GROSS_EXP", "saving/savings; efficiency/efficiencies; vacancy factor; turnover allowance; cip; qipp; reduction", USAGE),
];

const SPENDING: readonly KeywordRow[] = [
  row("kind of spending", "8", "depreciation; impairment; amortisation", SERCOP),
  row("kind of spending", "10", "capital financing; interest payable; debt charges; loan repayment/repayments; minimum revenue provision", SERCOP),
  row("kind of spending", "7", "recharge/recharges in; support service/services; overhead/overheads; central charges/support", SERCOP),
  row("kind of spending", "5", "residential; nursing; placement/placements; home care; domiciliary; contract/contracts; commissioned; healthcare; prescribing; grant/grants to; provider/providers; fostering; continuing", SERCOP),
  row("kind of spending", "6", "direct payment/payments; award/awards; benefit/benefits; allowances; bursary/bursaries; flexible support fund", SERCOP),
  row("kind of spending", "1", "staff; staffing; salary/salaries; wages; employee/employees; officer/officers; team; pcso/pcsos; pension/pensions; training", SERCOP),
  row("kind of spending", "1", "pay", SERCOP, "non pay"),
  row("kind of spending", "2", "premises; rent/rents; rates; utilities; energy; building; cleaning; repairs; maintenance", SERCOP),
  row("kind of spending", "3", "transport; travel; vehicle/vehicles; fleet; mileage; fuel", SERCOP),
  row("kind of spending", "4", "equipment; supplies; stationery; it; ict; licence/licences; insurance; fees; materials; catering; communications", SERCOP),
];

const SERVICES: readonly KeywordRow[] = [
  row("service group", "Public health", "public health; sexual health; health visiting; school nursing; stop/stopping smoking; smoking cessation; drug/drugs; alcohol; substance misuse", RETURNS),
  row("service group", "Children's social care", "children s social care; looked after; children in care; fostering; adoption; safeguarding children; child protection; family support; youth justice; care leavers; sure start; children s centre/centres", RETURNS),
  row("service group", "Adult social care", "adult social care; adult/adults; asc; older people; residential; nursing; home care; domiciliary; day care; reablement; learning disability/disabilities; physical disability/disabilities; telecare; community equipment; direct payments; respite; meals on wheels", RETURNS, "adult education/learning; continuing"),
  row("service group", "Education services", "education; school/schools; early years; nursery/nurseries; send; special needs; dedicated schools grant; dsg; high needs; adult education/learning; post 16", RETURNS),
  row("service group", "Highways and transport services", "highway/highways; road/roads; street lighting; traffic; parking; public/concessionary/passenger/home transport/travel/fares; bus/buses; winter maintenance; bridges", RETURNS),
  row("service group", "Housing services (GFRA only)", "homeless*; housing; rough sleep*; supporting people; temporary accommodation; disabled facilities", RETURNS, "housing revenue account; hra"),
  row("service group", "Cultural and related services", "library/libraries; museum/museums; arts; archives; heritage; leisure; sport/sports; parks; open spaces; recreation; tourism; theatre/theatres", RETURNS, "parks and ride"),
  row("service group", "Environmental and regulatory services", "waste; refuse; recycling; street cleansing; environmental health; trading standards; licensing; cemetery/cemeteries; crematorium; flood defence; coast protection; community safety; pest control; food safety", RETURNS),
  row("service group", "Planning and development services", "planning; building control; development control; economic development; regeneration; business support; community development", RETURNS, "financial planning; planning gain"),
  row("service group", "Police services", "police; policing; constabulary; pcso/pcsos; neighbourhood officers", RETURNS),
  row("service group", "Fire and rescue services", "fire; firefighter/firefighters; wholetime; on call; fire safety; rescue", RETURNS),
  row("service group", "Central services", "corporate; democratic; central services; council tax collection; registrar/registrars; registration of births; elections; coroner/coroners; emergency planning; local land charges", RETURNS),
];

/** In words of their own, so that no word of a line ever opens a ring-fence that is named by a code. */
const CLIENTS: readonly KeywordRow[] = [
  row("client group", "Learning disability", "learning disability/disabilities; ld", ADULTS),
  row("client group", "Mental health", "mental health; camhs; iapt", ADULTS),
  row("client group", "Physical and sensory disability", "physical disability/disabilities; sensory; visual impairment; hearing impairment; disabled adults", ADULTS),
  row("client group", "Carers", "carer/carers", ADULTS),
  row("client group", "Drug and alcohol users", "drug/drugs; alcohol; substance misuse", ADULTS),
  row("client group", "Older people", "older people/adults/persons; elderly; dementia; frail*; 65 and over; 65 plus; later life; reablement; home visits to older", ADULTS),
  row("client group", "Children and young people", "child; children; children s; young people; youth; looked after; fostering; adoption; send; early years; school/schools; care leavers", RETURNS),
  row("client group", "Homeless people", "homeless*; rough sleep*; temporary accommodation", RETURNS),
  row("client group", "Victims", "victim/victims; domestic abuse/violence", USAGE),
  row("client group", "Offenders", "offender/offenders; probation; rehabilitat*; reoffending", USAGE, "rehabilitation beds; medical rehabilitation"),
  row("client group", "Working-age people out of work", "jobseeker/jobseekers; jobseeker s; unemployed; employment support; work coach/coaches; flexible support fund", USAGE),
];

const BODIES: readonly KeywordRow[] = [
  row("body type", "PROBATION", "probation; hmpps", USAGE),
  row("body type", "JCP", "jobcentre; job centre; dwp; jcp; work and pensions", USAGE),
  row("body type", "PCC", "police [fire] and crime; pcc/pfcc/opcc/opfcc", USAGE),
  row("body type", "FIRE", "fire", USAGE),
  row("body type", "PCC", "police; constabulary", USAGE),
  row("body type", "ICB", "integrated care board; icb; ccg; clinical commissioning; primary care trust; pct", USAGE),
  row("body type", "NHS_TRUST", "nhs … trust; foundation trust; hospital/hospitals trust", USAGE),
  row("body type", "HOUSING_ASSOCIATION", "housing association/group/trust; homes; registered provider", USAGE),
  row("body type", "COUNCIL", "council; borough; unitary; * cc/dc/bc/mbc; local authority", USAGE),
  row("body type", "OTHER", "park authority; health board; integration [joint] board; joint board; ijb; waste authority; transport authority/executive", USAGE),
  row("body type", "VCS", "charity; charitable trust; youth trust; age concern/uk; voluntary; cic; vcs; citizens advice; foundation; community interest", USAGE),
];

/** Outcomes are the partners' own: none is built in. */
export const KEYWORD_ROWS: readonly KeywordRow[] = [...NATURES, ...SPENDING, ...SERVICES, ...CLIENTS, ...BODIES];

export const BUILT_IN_KEYWORDS = new Keywords(KEYWORD_ROWS);
