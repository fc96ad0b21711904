/** Conditional formats: stored with their rule and look; the host does not paint them. */
import { intersection } from "../../model/address";
import { HostError } from "../../model/errors";
import { guardSheet } from "../../model/write";
import type { Members, Registry, Scalar } from "../registry";
import { asFlag, asRecord, asText, found, object, oneOf } from "../registry";
import type { LiveRange } from "../../model/workbook";
import type { ConditionalFormatTarget } from "../targets";
import { asColor } from "./format";

type ConditionalTypes = Pick<
  Registry,
  | "ConditionalFormatCollection"
  | "ConditionalFormat"
  | "CustomConditionalFormat"
  | "CellValueConditionalFormat"
  | "ConditionalFormatRule"
  | "ConditionalRangeFormat"
  | "ConditionalRangeFont"
  | "ConditionalRangeFill"
>;

const listed = ({ sheet, area }: LiveRange): ConditionalFormatTarget[] =>
  sheet.conditionalFormats.filter((format) => intersection(format.area, area)).map((format) => ({ sheet, format }));

const byId = (range: LiveRange, id: string): ConditionalFormatTarget | undefined => listed(range).find(({ format }) => format.id === id);

const look = (key: string, parse: (value: unknown) => unknown): Scalar<ConditionalFormatTarget> => ({
  get: ({ format }) => format.format[key] ?? null,
  set: ({ format }, value) => {
    format.format[key] = parse(value);
  },
});

const ofType = (type: "Custom" | "CellValue", target: ConditionalFormatTarget) => {
  if (target.format.type !== type) {
    return null;
  }
  return type === "Custom" ? object("CustomConditionalFormat", target) : object("CellValueConditionalFormat", target);
};

const required = (type: "Custom" | "CellValue") => (target: ConditionalFormatTarget) => {
  const part = ofType(type, target);
  if (!part) {
    throw new HostError("InvalidOperation");
  }
  return part;
};

const clearable = (keys: readonly string[]): Members<ConditionalFormatTarget>["methods"] => ({
  Clear: ({ format }) => {
    for (const key of keys) {
      delete format.format[key];
    }
    return null;
  },
});

export const conditionalTypes: ConditionalTypes = {
  ConditionalFormatCollection: {
    items: (range) => listed(range).map((target) => object("ConditionalFormat", target)),
    methods: {
      Add: (range, args, { workbook }) => {
        guardSheet(range.sheet);
        const type = oneOf(args.raw(0), [
          "Custom",
          "CellValue",
          "DataBar",
          "ColorScale",
          "IconSet",
          "TopBottom",
          "PresetCriteria",
          "ContainsText",
        ]);
        if (type !== "Custom" && type !== "CellValue") {
          throw new HostError("ApiNotFound", `ConditionalFormatCollection.add ${type} is not built in the embedded host`);
        }
        const format = {
          id: `{${workbook.nextId().padStart(8, "0")}-0000-0000-0002-000000000000}`,
          area: range.area,
          type,
          formula: "",
          cellValueRule: null,
          stopIfTrue: false,
          format: {},
        };
        // A new format comes first (reference page of ConditionalFormatCollection.add).
        range.sheet.conditionalFormats.unshift(format);
        return object("ConditionalFormat", { sheet: range.sheet, format });
      },
      ClearAll: (range) => {
        guardSheet(range.sheet);
        range.sheet.conditionalFormats = range.sheet.conditionalFormats.filter((format) => !intersection(format.area, range.area));
        return null;
      },
      GetItem: (range, args) => object("ConditionalFormat", found(byId(range, args.key(0)))),
      GetItemAt: (range, args) => object("ConditionalFormat", found(listed(range)[args.integer(0)])),
      GetItemOrNullObject: (range, args) => {
        const target = byId(range, args.key(0));
        return target ? object("ConditionalFormat", target) : null;
      },
      GetCount: (range) => listed(range).length,
    },
    follows: {
      add: "learn.microsoft.com/javascript/api/excel/excel.conditionalformatcollection#add: the new format gets the first priority",
    },
  },

  ConditionalFormat: {
    identity: ({ format }) => ({ Id: format.id }),
    scalars: {
      Id: { get: ({ format }) => format.id },
      Type: { get: ({ format }) => format.type },
      Priority: { get: ({ sheet, format }) => sheet.conditionalFormats.indexOf(format) },
      StopIfTrue: {
        get: ({ format }) => format.stopIfTrue,
        set: ({ format }, value) => {
          format.stopIfTrue = asFlag(value);
        },
      },
    },
    navigations: {
      Custom: required("Custom"),
      CustomOrNullObject: (target) => ofType("Custom", target),
      CellValue: required("CellValue"),
      CellValueOrNullObject: (target) => ofType("CellValue", target),
    },
    methods: {
      Delete: ({ sheet, format }) => {
        guardSheet(sheet);
        sheet.conditionalFormats = sheet.conditionalFormats.filter((each) => each !== format);
        return null;
      },
      GetRange: ({ sheet, format }, _args, session) => object("Range", session.range(sheet, format.area)),
    },
  },

  CustomConditionalFormat: {
    navigations: {
      Rule: (target) => object("ConditionalFormatRule", target),
      Format: (target) => object("ConditionalRangeFormat", target),
    },
  },

  CellValueConditionalFormat: {
    scalars: {
      Rule: {
        get: ({ format }) => format.cellValueRule,
        set: ({ format }, value) => {
          format.cellValueRule = asRecord(value);
        },
      },
    },
    navigations: { Format: (target) => object("ConditionalRangeFormat", target) },
  },

  ConditionalFormatRule: {
    scalars: {
      Formula: {
        get: ({ format }) => format.formula,
        set: ({ format }, value) => {
          format.formula = asText(value);
        },
      },
    },
  },

  ConditionalRangeFormat: {
    scalars: { NumberFormat: look("numberFormat", asText) },
    navigations: {
      Font: (target) => object("ConditionalRangeFont", target),
      Fill: (target) => object("ConditionalRangeFill", target),
    },
  },

  ConditionalRangeFont: {
    scalars: {
      Bold: look("bold", asFlag),
      Italic: look("italic", asFlag),
      Strikethrough: look("strikethrough", asFlag),
      Color: look("fontColor", asColor),
    },
    methods: { ...clearable(["bold", "italic", "strikethrough", "fontColor"]) },
  },

  ConditionalRangeFill: {
    scalars: { Color: look("fill", asColor) },
    methods: { ...clearable(["fill"]) },
  },
};
