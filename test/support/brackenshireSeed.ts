// The fictional partnership of Brackenshire as its agencies keep it: 44 lines in £000, expenditure +, income −.

/** One line: id, agency, description, outcome, client group, subjective, fund, nature, counterparty, original, revised, forecast. */
export type SeedRow = readonly [
  id: string, agency: string, description: string, outcome: string, clientGroup: string, subjective: string, fund: string, nature: string,
  counterparty: string, original: number, revised: number, forecast: number,
];

export const BRACKENSHIRE_CSV = `C01,COUNCIL,ASC older people: residential & nursing,O1,OP,3PP,GEN,GROSS,,42000,42000,43250
C02,COUNCIL,ASC older people: client contributions,O1,OP,INC-FEES,FEES,INC,,-9600,-9600,-9750
C03,COUNCIL,ASC older people: s75/BCF income from ICB,O1,OP,INC-PARTNER,PARTNER,INC-IA,ICB,-6400,-6400,-6400
C04,COUNCIL,Reablement & intermediate care staff,O1,OP,EMP,GEN,GROSS,,5200,5200,4780
C05,COUNCIL,Reablement: BCF income from ICB,O1,OP,INC-PARTNER,PARTNER,INC-IA,ICB,-3000,-3000,-3000
C06,COUNCIL,Community equipment store,O1,OP,S&S,GEN,GROSS,,1800,1800,1905
C07,COUNCIL,Community equipment: BCF income from ICB,O1,OP,INC-PARTNER,PARTNER,INC-IA,ICB,-900,-900,-900
C08,COUNCIL,Public health: drug & alcohol contract,O2,DA,3PP,PHG,GROSS,,3650,3650,3650
C09,COUNCIL,Public health grant,O2,DA,INC-GRANT,PHG,INC,,-3400,-3400,-3400
C10,COUNCIL,Drug & alcohol: PCC contribution,O2,DA,INC-PARTNER,PARTNER,INC-IA,PCC,-250,-250,-250
C11,COUNCIL,Housing-related support contracts: other providers,O2,HL,3PP,GEN,GROSS,,1100,1100,1100
C11a,COUNCIL,Housing-related support contract: Bracken Homes,O2,HL,3PP,GEN,PAY-IA,HA,1000,1000,1000
C12,COUNCIL,Homelessness prevention grant,O2,HL,INC-GRANT,RFG,INC,,-600,-600,-600
C13,COUNCIL,DSG high needs placements,O4,SEND,3PP,DSG,GROSS,,30000,30000,32100
C14,COUNCIL,DSG income,O4,SEND,INC-GRANT,DSG,INC,,-30000,-30000,-30000
C15,COUNCIL,Employment & skills team,O3,WA,EMP,GEN,GROSS,,900,900,870
C16,COUNCIL,Employment & skills: JCP partnership income,O3,WA,INC-PARTNER,PARTNER,INC-IA,JCP,-200,-200,-200
C17,COUNCIL,Grants to voluntary sector (Age Concern),O1,OP,3PP,GEN,PAY-IA,VCS,250,250,250
C18,COUNCIL,ASC support-service recharge in,O1,OP,SUP,GEN,RECH,COUNCIL,1100,1100,1100
C19,COUNCIL,Corporate centre recharge out,O0,ALL,INC-RECH,GEN,RECH,COUNCIL,-1100,-1100,-1100
C20,COUNCIL,Corporate centre gross cost,O0,ALL,EMP,GEN,GROSS,,1100,1100,1100
N01,ICB,Continuing healthcare,O1,OP,PROG,ALLOC,GROSS,,21000,21000,20200
N02,ICB,Community services contract,O1,OP,PROG,ALLOC,GROSS,,34000,34000,34000
N03,ICB,BCF NHS minimum contribution to council pool,O1,OP,PROG,BCFMIN,PAY-IA,COUNCIL,10300,10300,10300
N04,ICB,Discharge-to-assess beds,O1,OP,PROG,ALLOC,GROSS,,2600,2600,2900
N05,ICB,Running costs,O0,ALL,ADMIN,RCA,GROSS,,2400,2400,2350
N06,ICB,VCS grants (home from hospital),O1,OP,PROG,ALLOC,PAY-IA,VCS,300,300,300
P01,PCC,Neighbourhood policing: officer pay,O2,ALL,EMP,PFUND,GROSS,,12000,12000,12150
P02,PCC,Drug & alcohol contribution to council,O2,DA,3PP,PFUND,PAY-IA,COUNCIL,250,250,250
P03,PCC,Victims and community safety grants,O2,VIC,3PP,SPEC,GROSS,,900,900,860
P04,PCC,Victims services grant (MoJ),O2,VIC,INC-GRANT,SPEC,INC,,-700,-700,-700
F01,FIRE,Prevention: home safety visits,O1,OP,EMP,PREC,GROSS,,1300,1300,1240
B01,PROBATION,Delivery unit staff,O2,OFF,EMP,CENT,GROSS,,4100,4100,4050
B02,PROBATION,Commissioned rehabilitative services,O2,OFF,3PP,CENT,GROSS,,600,600,600
J01,JCP,Work-coach administration,O3,WA,ADMIN,CENT,GROSS,,3800,3800,3800
J02,JCP,Flexible Support Fund: local awards,O3,WA,PROG,CENT,GROSS,,400,400,330
J03,JCP,Partnership payment to council,O3,WA,PROG,CENT,PAY-IA,COUNCIL,200,200,200
H01,HA,Supported housing running costs,O2,HL,EMP,RENT,GROSS,,2900,2900,2950
H02,HA,Supported housing rents,O2,HL,INC-FEES,RENT,INC,,-1700,-1700,-1700
H03,HA,Housing-related support contract income,O2,HL,INC-PARTNER,PARTNER,INC-IA,COUNCIL,-1000,-1000,-1000
V01,VCS,Home-from-hospital service,O1,OP,EMP,CHAR,GROSS,,700,700,700
V02,VCS,ICB grant,O1,OP,INC-PARTNER,PARTNER,INC-IA,ICB,-300,-300,-300
V03,VCS,Council grant,O1,OP,INC-PARTNER,PARTNER,INC-IA,COUNCIL,-240,-240,-240
V04,VCS,Charitable income,O1,OP,INC-FEES,CHAR,INC,,-150,-150,-150`;

export const BRACKENSHIRE_ROWS: readonly SeedRow[] = BRACKENSHIRE_CSV.split("\n").map((row) => {
  const [id, agency, description, outcome, clientGroup, subjective, fund, nature, counterparty, original, revised, forecast] = row.split(",");
  const parts = [id, agency, description, outcome, clientGroup, subjective, fund, nature, counterparty].map((part) => part ?? "");
  return [...parts, Number(original), Number(revised), Number(forecast)] as unknown as SeedRow;
});
