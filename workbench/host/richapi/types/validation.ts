/** Data validation of a range. */
import type { Validation } from "../../model/sheet";
import { subtract } from "../../model/areas";
import { contains, intersection } from "../../model/address";
import { LiveRange } from "../../model/workbook";
import { guardCells } from "../../model/write";
import type { Registry, Scalar } from "../registry";
import { asFlag, asRecord, isHostObject } from "../registry";
import { fullAddress } from "./addresses";
import { invalidArgument } from "../../model/errors";

const KINDS: Readonly<Record<string, string>> = {
  list: "List",
  custom: "Custom",
  wholeNumber: "WholeNumber",
  decimal: "Decimal",
  textLength: "TextLength",
  date: "Date",
  time: "Time",
};

const covering = ({ sheet, area }: LiveRange): Validation | undefined => sheet.validations.find((each) => contains(each.area, area));

const clear = (range: LiveRange): void => {
  const { sheet, area } = range;
  sheet.validations = sheet.validations.flatMap((each) => subtract(each.area, area).map((rest) => ({ ...each, area: rest })));
};

/** The range's own validation, split off from a larger one when it has none. */
const own = (range: LiveRange): Validation => {
  guardCells(range.sheet, range.area);
  const before = covering(range);
  if (before && before.area.rowCount === range.area.rowCount && before.area.columnCount === range.area.columnCount) {
    return before;
  }
  clear(range);
  const made: Validation = { rule: {}, ignoreBlanks: true, ...before, area: range.area };
  range.sheet.validations.push(made);
  return made;
};

const part = (key: "prompt" | "errorAlert"): Scalar<LiveRange> => ({
  get: (range) => covering(range)?.[key] ?? null,
  set: (range, value) => {
    own(range)[key] = asRecord(value);
  },
});

/** A list's source may be a range, which is kept as the formula that stands for it. */
const readRule = (value: unknown): Readonly<Record<string, unknown>> => {
  const rule = asRecord(value);
  const kinds = Object.keys(rule);
  if (kinds.length !== 1 || !kinds[0] || !(kinds[0] in KINDS)) {
    throw invalidArgument("A validation rule has exactly one kind.");
  }
  const list = kinds[0] === "list" ? asRecord(rule.list) : null;
  const source = list?.source;
  return list && isHostObject(source) && source.target instanceof LiveRange
    ? { list: { ...list, source: `=${fullAddress(source.target, true)}` } }
    : rule;
};

export const validationTypes: Pick<Registry, "DataValidation"> = {
  DataValidation: {
    scalars: {
      Type: {
        get: (range) => {
          const kind = Object.keys(covering(range)?.rule ?? {})[0];
          if (kind !== undefined) {
            return KINDS[kind] ?? "None";
          }
          return range.sheet.validations.some((each) => intersection(each.area, range.area)) ? "Inconsistent" : "None";
        },
      },
      Rule: {
        get: (range) => covering(range)?.rule ?? {},
        set: (range, value) => {
          own(range).rule = readRule(value);
        },
      },
      IgnoreBlanks: {
        get: (range) => covering(range)?.ignoreBlanks ?? true,
        set: (range, value) => {
          own(range).ignoreBlanks = asFlag(value);
        },
      },
      Prompt: part("prompt"),
      ErrorAlert: part("errorAlert"),
    },
    methods: {
      Clear: (range) => {
        guardCells(range.sheet, range.area);
        clear(range);
        return null;
      },
    },
    follows: {
      rule: "learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-data-validation: one kind of rule for a range; values set by an add-in are not checked",
      type: "learn.microsoft.com/javascript/api/excel/excel.datavalidationtype: Inconsistent when the cells have different rules",
    },
  },
};
