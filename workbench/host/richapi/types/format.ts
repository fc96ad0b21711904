/** The look of a range: fill, font, alignment, sizes, borders, locking. */
import type { Border, CellStyle } from "../../model/cell";
import type { LineSettings } from "../../model/sheet";
import { isUnreadable, lineOf, span, STANDARD_COLUMN_WIDTH, STANDARD_ROW_HEIGHT } from "../../model/sheet";
import { displayText } from "../../model/text";
import type { LiveRange } from "../../model/workbook";
import { guardCells, guardSheet } from "../../model/write";
import type { Registry, Scalar } from "../registry";
import { asFlag, asNumber, asText, object, oneOf } from "../registry";
import { invalidArgument } from "../../model/errors";

type FormatTypes = Pick<Registry, "RangeFormat" | "RangeFont" | "RangeFill" | "RangeBorderCollection" | "RangeBorder" | "FormatProtection">;

/** One property over all cells: its value where they agree, else null (RangeFormat reference page: "null ... don't have uniform"). */
const uniform = <T>(range: LiveRange, read: (style: CellStyle) => T): T | null => {
  const { sheet, area } = range;
  const first = read(sheet.styleAt(area.row, area.column));
  let same = true;
  if (isUnreadable(area)) {
    sheet.forEachCell(area, (cell) => {
      same &&= read(cell.style ?? {}) === first;
    });
    return same ? first : null;
  }
  for (let row = area.row; same && row < area.row + area.rowCount; row += 1) {
    for (let column = area.column; same && column < area.column + area.columnCount; column += 1) {
      same = read(sheet.styleAt(row, column)) === first;
    }
  }
  return same ? first : null;
};

const styled = <K extends keyof CellStyle>(
  key: K,
  fallback: NonNullable<CellStyle[K]>,
  parse: (value: unknown) => NonNullable<CellStyle[K]>,
): Scalar<LiveRange> => ({
  get: (range) => uniform(range, (style) => style[key] ?? fallback),
  set: (range, value) => {
    guardCells(range.sheet, range.area);
    const parsed = parse(value);
    range.sheet.restyle(range.area, (style) => ({ ...style, [key]: parsed }));
  },
});

const HTML_COLORS: Readonly<Record<string, string>> = {
  black: "#000000",
  white: "#FFFFFF",
  red: "#FF0000",
  green: "#008000",
  blue: "#0000FF",
  yellow: "#FFFF00",
  orange: "#FFA500",
  gray: "#808080",
  grey: "#808080",
  lightgray: "#D3D3D3",
  lightgrey: "#D3D3D3",
};

/** RangeFill.color and RangeFont.color (reference pages): `#RRGGBB` or a named HTML colour. */
export const asColor = (value: unknown): string => {
  const text = asText(value);
  const color = HTML_COLORS[text.toLowerCase()] ?? text.toUpperCase();
  if (!/^#[0-9A-F]{6}$/.test(color)) {
    throw invalidArgument(`"${text}" is not a colour the embedded host knows.`);
  }
  return color;
};

const among =
  (...allowed: string[]) =>
  (value: unknown): string =>
    oneOf(value, allowed);

/** Sizes are one number where all lines agree; a hidden line has size 0. */
const lineSize = (lines: Map<number, LineSettings>, from: number, count: number, standard: number): number | null => {
  const sizeAt = (index: number): number => lines.get(index)?.size ?? standard;
  const first = sizeAt(from);
  const differs = [...lines.keys()].some((index) => index >= from && index < from + count && sizeAt(index) !== first);
  const coversUnset = first !== standard && span(from, Math.min(count, lines.size + 1)).some((index) => sizeAt(index) !== first);
  return differs || coversUnset ? null : first;
};

// Excel's limits: rows up to 409 points; columns up to 255 characters.
const resize = (lines: Map<number, LineSettings>, from: number, count: number, value: unknown, limit: number): void => {
  const size = asNumber(value);
  if (size < 0 || size > limit) {
    throw invalidArgument("The size is outside Excel's limits.");
  }
  for (const index of span(from, count)) {
    lineOf(lines, index).size = size;
  }
};

/** A rough fit at Calibri 11: five and a quarter points a character and a margin. */
const autofit = ({ sheet, area }: LiveRange): void => {
  guardSheet(sheet);
  const widths = new Map<number, number>();
  sheet.forEachCell(area, (cell, _row, column) => {
    widths.set(column, Math.max(widths.get(column) ?? 0, displayText(cell).length));
  });
  for (const [column, characters] of widths) {
    lineOf(sheet.columnSettings, column).size = Math.min(1340, Math.max(12, characters * 5.25 + 6));
  }
};

const SIDES = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight", "InsideVertical", "InsideHorizontal", "DiagonalDown", "DiagonalUp"];

const border = <K extends keyof Border>(
  key: K,
  fallback: string,
  parse: (value: unknown) => string,
): Scalar<{ range: LiveRange; side: string }> => ({
  get: ({ range, side }) => uniform(range, (style) => style.borders?.[side]?.[key] ?? fallback),
  set: ({ range, side }, value) => {
    guardCells(range.sheet, range.area);
    const parsed = parse(value);
    range.sheet.restyle(range.area, (style) => {
      const before = style.borders?.[side] ?? { style: "Continuous" };
      return { ...style, borders: { ...style.borders, [side]: { ...before, [key]: parsed } } };
    });
  },
});

export const formatTypes: FormatTypes = {
  RangeFormat: {
    scalars: {
      ColumnWidth: {
        get: ({ sheet, area }) => lineSize(sheet.columnSettings, area.column, area.columnCount, STANDARD_COLUMN_WIDTH),
        set: ({ sheet, area }, value) => {
          guardSheet(sheet);
          resize(sheet.columnSettings, area.column, area.columnCount, value, 1344);
        },
      },
      RowHeight: {
        get: ({ sheet, area }) => lineSize(sheet.rowSettings, area.row, area.rowCount, STANDARD_ROW_HEIGHT),
        set: ({ sheet, area }, value) => {
          guardSheet(sheet);
          resize(sheet.rowSettings, area.row, area.rowCount, value, 409);
        },
      },
      WrapText: styled("wrapText", false, asFlag),
      ShrinkToFit: styled("shrinkToFit", false, asFlag),
      HorizontalAlignment: styled(
        "horizontalAlignment",
        "General",
        among("General", "Left", "Center", "Right", "Fill", "Justify", "CenterAcrossSelection", "Distributed"),
      ),
      VerticalAlignment: styled("verticalAlignment", "Bottom", among("Top", "Center", "Bottom", "Justify", "Distributed")),
      IndentLevel: styled("indentLevel", 0, asNumber),
    },
    navigations: {
      Fill: (range) => object("RangeFill", range),
      Font: (range) => object("RangeFont", range),
      Borders: (range) => object("RangeBorderCollection", range),
      Protection: (range) => object("FormatProtection", range),
    },
    methods: {
      AutofitColumns: (range) => {
        autofit(range);
        return null;
      },
      AutofitRows: ({ sheet, area }) => {
        guardSheet(sheet);
        for (const [row, settings] of sheet.rowSettings) {
          if (row >= area.row && row < area.row + area.rowCount) {
            delete settings.size;
          }
        }
        return null;
      },
    },
    follows: {
      columnWidth: "learn.microsoft.com/javascript/api/excel/excel.rangeformat#columnwidth: points; null when the columns differ",
      horizontalAlignment: "learn.microsoft.com/javascript/api/excel/excel.rangeformat: null when the cells differ",
    },
  },

  RangeFont: {
    scalars: {
      Bold: styled("bold", false, asFlag),
      Italic: styled("italic", false, asFlag),
      Strikethrough: styled("strikethrough", false, asFlag),
      Underline: styled("underline", "None", among("None", "Single", "Double", "SingleAccountant", "DoubleAccountant")),
      Name: styled("fontName", "Calibri", asText),
      Size: styled("fontSize", 11, asNumber),
      Color: styled("fontColor", "#000000", asColor),
    },
    follows: { color: "learn.microsoft.com/javascript/api/excel/excel.rangefont#color: #RRGGBB or a named HTML colour" },
  },

  RangeFill: {
    scalars: { Color: styled("fill", "#FFFFFF", asColor) },
    methods: {
      Clear: (range) => {
        guardCells(range.sheet, range.area);
        range.sheet.restyle(range.area, ({ fill: _fill, ...rest }) => rest);
        return null;
      },
    },
    follows: { color: "learn.microsoft.com/javascript/api/excel/excel.rangefill#color: #FFFFFF where there is no fill" },
  },

  RangeBorderCollection: {
    scalars: { Count: { get: () => SIDES.length } },
    items: (range) => SIDES.map((side) => object("RangeBorder", { range, side })),
    methods: { GetItem: (range, args) => object("RangeBorder", { range, side: oneOf(args.raw(0), SIDES) }) },
  },

  RangeBorder: {
    identity: ({ side }) => ({ SideIndex: side }),
    scalars: {
      SideIndex: { get: ({ side }) => side },
      Style: border("style", "None", among("None", "Continuous", "Dash", "DashDot", "DashDotDot", "Dot", "Double", "SlantDashDot")),
      Weight: border("weight", "Thin", among("Hairline", "Thin", "Medium", "Thick")),
      Color: border("color", "#000000", asColor),
    },
  },

  FormatProtection: {
    scalars: {
      Locked: {
        get: (range) => uniform(range, (style) => style.locked ?? true),
        set: (range, value) => {
          // A protected sheet's cells can't be unlocked (Worksheet.protection).
          guardSheet(range.sheet);
          const locked = asFlag(value);
          range.sheet.restyle(range.area, (style) => ({ ...style, locked }));
        },
      },
      FormulaHidden: {
        get: (range) => uniform(range, (style) => style.formulaHidden ?? false),
        set: (range, value) => {
          guardSheet(range.sheet);
          const formulaHidden = asFlag(value);
          range.sheet.restyle(range.area, (style) => ({ ...style, formulaHidden }));
        },
      },
    },
    follows: {
      locked: "learn.microsoft.com/javascript/api/excel/excel.formatprotection#locked: null when some cells are locked and others not",
    },
  },
};
