// The partnership's coding sheet: what no agency's sheet says about its own lines, as the finance group agreed it, and who the partners are.
import type { CellStyle } from "hucre/xlsx";
import type { AgencySample } from "./agency";
import { field, type CodingLine, type Seed } from "./seed";
import { fill, SampleSheet, type SheetValue } from "./sheet";

export const CODING_TAB = "Partnership coding";
export const CODING_FILE = "09 Brackenshire partnership coding 2026-27.xlsx";

const HEADINGS = [
  "Agency", "Agency's code or line name", "Partnership ref", "Outcome", "Client group", "Subjective", "Fund", "Ring-fence", "Counterparty", "Scheme",
  "Arrangement", "Pool", "Control", "Committed £000", "Until", "Statutory floor £000", "Recurrence", "Staffing", "Priority", "Notes",
] as const;

interface Block {
  readonly title: string;
  readonly rows: readonly (readonly SheetValue[])[];
}

const BLOCKS: readonly Block[] = [
  {
    title: "Partners",
    rows: [
      ["Partner", "Short name", "Ref", "Body type", "Jurisdiction", "Also called"],
      ["Brackenshire County Council", "Council", "COUNCIL", "Council", "England", "County Council; BCC"],
      ["NHS Brackenshire Integrated Care Board", "ICB", "ICB", "ICB", "England", "NHS Brackenshire ICB"],
      ["Brackenshire Police and Crime Commissioner", "PCC", "PCC", "PCC", "England", "OPCC; Office of the Police and Crime Commissioner for Brackenshire"],
      ["Brackenshire Fire and Rescue Authority", "Fire", "FIRE", "Fire", "England", "Brackenshire Fire and Rescue; BFRS"],
      ["Probation Service Brackenshire", "Probation", "PROBATION", "Probation", "England", "Brackenshire probation delivery unit; PDU"],
      ["Jobcentre Plus Brackenshire district", "Jobcentre Plus", "JCP", "JCP", "England", "JCP; DWP"],
      ["Bracken Homes Limited", "Bracken Homes", "HA", "Housing association", "England", "Housing association"],
      ["Brackenshire Age Concern", "Age Concern", "VCS", "VCS", "England", "VCS; voluntary sector"],
    ],
  },
  {
    title: "Outcomes",
    rows: [
      ["Outcome", "Name"],
      ["O1", "Independent later life"],
      ["O2", "Safer, steadier lives"],
      ["O3", "In work"],
      ["O4", "Best start"],
      ["O0", "Unallocated"],
    ],
  },
  {
    title: "Funds",
    rows: [
      ["Fund", "Name", "Ring-fence"],
      ["GEN", "Council general fund", null],
      ["FEES", "Client charges", null],
      ["PARTNER", "Paid by a partner", null],
      ["PHG", "Public health grant", "PHG"],
      ["DSG", "Dedicated Schools Grant", "DSG"],
      ["RFG", "Homelessness prevention grant", "RFG"],
      ["ALLOC", "ICB programme allocation", null],
      ["BCFMIN", "Better Care Fund NHS minimum", "BCFMIN"],
      ["RCA", "ICB running cost allowance", "RCA"],
      ["PFUND", "Police fund", null],
      ["SPEC", "Ministry of Justice victims grant", "SPEC"],
      ["PREC", "Fire precept", null],
      ["CENT", "Departmental budget", null],
      ["RENT", "Rents", null],
      ["CHAR", "Charitable funds", null],
    ],
  },
  {
    title: "Pools",
    rows: [
      ["Pool", "Host", "Agreement"],
      ["Independent later life", "Council", "Section 75 agreement, 1 April 2026 to 31 March 2028; contributions by the ICB (Better Care Fund) and the Council"],
    ],
  },
];

const GREEN = "375623";
const BASE: CellStyle = { font: { name: "Calibri", size: 10 }, alignment: { vertical: "top" } };
const HEAD: CellStyle = { ...fill(GREEN), font: { bold: true, color: { rgb: "FFFFFF" } }, alignment: { wrapText: true, vertical: "center" } };
const SUBHEAD: CellStyle = { ...fill("E2EFDA"), font: { bold: true } };
const RULE: CellStyle = { border: { bottom: { style: "thin", color: { rgb: "D9D9D9" } } } };
const CENTRED: CellStyle = { alignment: { horizontal: "center" } };
const FIRST_OF_AGENCY: CellStyle = { border: { top: { style: "thin" } } };
const WHOLE: CellStyle = { numFmt: "#,##0" };

function amount(coding: CodingLine, name: string): number | null {
  const text = field(coding, name);
  return text === "" ? null : Number(text);
}

/** "3650" in the source is "3,650" on the sheet. */
function fundWords(coding: CodingLine): string {
  return field(coding, "fund").replace(/\b(\d)(\d{3})\b/g, "$1,$2");
}

function codingRow(seed: Seed, shortName: string, ref: string, codeOrName: string): SheetValue[] {
  const { outcome, clientGroup } = seed.line(ref);
  const coding = seed.coding(ref);
  const text = (name: string): string | null => field(coding, name) || null;
  return [
    shortName, codeOrName, ref, outcome, clientGroup, text("subjective"), fundWords(coding), text("ring_fence"), text("counterparty"), text("scheme"),
    text("arrangement"), text("pool"), text("control"), amount(coding, "committed_000"), text("until"), amount(coding, "floor_000"), text("recurrence"),
    text("staffing"), amount(coding, "priority"), text("notes"),
  ];
}

export function drawCoding(seed: Seed, agencies: readonly AgencySample[]): SampleSheet {
  const sheet = new SampleSheet(CODING_TAB, BASE, GREEN, false);
  sheet.columns([40, 38, 15, 19, 12, 21, 21, 10, 12, 21, 12, 21, 10, 11, 12, 10, 11, 8, 8, 44]);
  sheet.put("A1", "Brackenshire partnership – agreed coding of budget lines 2026/27", { font: { size: 14, bold: true, color: { rgb: GREEN } } });
  sheet.put("A2", "Agreed by the partners' finance group on 22 September 2026. Amounts on this sheet are in £000.", { font: { italic: true } });
  sheet.put("A3", "Counterparty is filled only where the agency's own words do not name the partner. Fund shows amounts only where they were agreed.", { font: { italic: true } });
  sheet.row("A5", HEADINGS, HEAD);
  sheet.height(5, 30);
  let row = 6;
  for (const agency of agencies) {
    agency.lines.forEach((line, i) => {
      sheet.row(`A${row}`, codingRow(seed, agency.shortName, line.ref, line.code ?? line.words), RULE, i === 0 ? FIRST_OF_AGENCY : undefined);
      sheet.paint(`N${row}:P${row}`, WHOLE);
      sheet.paint(`O${row}:O${row}`, CENTRED);
      sheet.paint(`Q${row}:S${row}`, CENTRED);
      row += 1;
    });
  }
  for (const block of BLOCKS) {
    row += 1;
    sheet.put(`A${row}`, block.title, { font: { bold: true, size: 12, color: { rgb: GREEN } } });
    block.rows.forEach((values, i) => sheet.row(`A${row + 1 + i}`, values, i === 0 ? SUBHEAD : RULE));
    row += 1 + block.rows.length;
  }
  sheet.freeze(5, 3);
  sheet.print({ landscape: true, titleRows: "$5:$5", footer: "Brackenshire partnership finance group" });
  return sheet;
}
