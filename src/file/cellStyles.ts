// How cells of our sheets look in a new workbook: number formats, fonts and fills for each style, never a colour that alone carries meaning.
import type { CellStyle as FileStyle } from "hucre/xlsx";
import type { CellFormat, CellStyle } from "../core/writing/types";

const FONT = { name: "Calibri", size: 11 } as const;
const LINE = { style: "thin", color: { rgb: "8A8886" } } as const;

/** Thousands separators; a minus sign for negatives, as people and screen readers read it. */
const NUMBER_FORMATS: Readonly<Record<CellFormat, string | null>> = {
  general: null,
  text: "@",
  pounds: '"£"#,##0;-"£"#,##0',
  "pounds-pence": '"£"#,##0.00;-"£"#,##0.00',
  thousands: "#,##0;-#,##0",
  percent: "0.00%",
  integer: "#,##0",
  date: "dd/mm/yyyy",
};

const LOOKS: Readonly<Record<CellStyle, FileStyle>> = {
  title: { font: { ...FONT, size: 16, bold: true } },
  subtitle: { font: { ...FONT, color: { rgb: "616161" } } },
  header: {
    font: { ...FONT, bold: true, color: { rgb: "FFFFFF" } },
    fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "0F548C" } },
    alignment: { vertical: "top" },
  },
  label: { font: { ...FONT }, alignment: { vertical: "top" } },
  body: { font: { ...FONT }, alignment: { vertical: "top" } },
  total: { font: { ...FONT, bold: true }, border: { top: LINE } },
  input: { font: { ...FONT }, fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "FFF9E5" } }, border: { bottom: LINE }, alignment: { vertical: "top" } },
  note: { font: { ...FONT, italic: true, color: { rgb: "616161" } } },
  good: { font: { ...FONT, color: { rgb: "0B6A0B" } } },
  attention: { font: { ...FONT, bold: true, color: { rgb: "8E562E" } } },
};

const LINK_COLOUR = { rgb: "0F548C" } as const;
/** Room enough to read a note of ours; longer texts wrap in columns at least this wide. */
const WRAP_FROM_WIDTH = 30;
const known = new Map<CellStyle | undefined, Map<CellFormat | undefined, FileStyle[]>>();

/** True where a long text of this style goes on in further lines of its cell. */
export function wraps(style: CellStyle | undefined, columnWidth: number): boolean {
  return style === "header" || (columnWidth >= WRAP_FROM_WIDTH && (style === "body" || style === "label" || style === "input"));
}

/** The look of one cell. Equal arguments give the same object, so that a large sheet shares a few styles. */
export function fileStyle(style: CellStyle | undefined, format: CellFormat | undefined, linked: boolean, columnWidth: number, right: boolean): FileStyle {
  const wrapText = wraps(style, columnWidth);
  const ofStyle = known.get(style) ?? new Map<CellFormat | undefined, FileStyle[]>();
  known.set(style, ofStyle);
  const alike = ofStyle.get(format) ?? [];
  ofStyle.set(format, alike);
  const kind = (linked ? 4 : 0) + (wrapText ? 2 : 0) + (right ? 1 : 0);
  const found = alike[kind];
  if (found !== undefined) return found;
  const look = LOOKS[style ?? "body"];
  const numFmt = NUMBER_FORMATS[format ?? "general"];
  const made: FileStyle = {
    ...look,
    ...(linked ? { font: { ...look.font, underline: true, color: LINK_COLOUR } } : {}),
    ...(wrapText || right ? { alignment: { ...look.alignment, ...(wrapText ? { wrapText } : {}), ...(right ? { horizontal: "right" as const } : {}) } } : {}),
    ...(numFmt === null ? {} : { numFmt }),
  };
  alike[kind] = made;
  return made;
}

/** What a conditional format adds to the cell's own look: weight as well as colour. */
export const CONDITIONAL_LOOKS: Readonly<Record<"good" | "attention", FileStyle>> = {
  good: { font: { color: { rgb: "0B6A0B" } }, fill: { type: "pattern", pattern: "solid", bgColor: { rgb: "E7F2E7" } } },
  attention: { font: { bold: true, color: { rgb: "8E562E" } }, fill: { type: "pattern", pattern: "solid", bgColor: { rgb: "FDF1E7" } } },
};
