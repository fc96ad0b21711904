/** Named items of the workbook and of its sheets. */
import { formatArea, parseArea } from "../../model/address";
import { HostError, invalidArgument } from "../../model/errors";
import type { NamedItemModel, WorkbookModel } from "../../model/workbook";
import type { HostObject, Registry } from "../registry";
import { asFlag, asText, found, object } from "../registry";
import type { Session } from "../session";
import type { Targets } from "../targets";
import { fullAddress } from "./addresses";
import { resolveAddress } from "./worksheets";

type Collection = Targets["NamedItemCollection"];

const listed = ({ workbook, sheet }: Collection): NamedItemModel[] => workbook.names.filter((item) => item.scope === sheet);

const rangeOf = (item: NamedItemModel, session: Session): HostObject | null => {
  try {
    const { sheet, area } = resolveAddress(session.workbook, item.scope ?? session.workbook.activeSheet, item.formula.replace(/^=/, ""));
    return object("Range", session.range(sheet, area));
  } catch (error) {
    if (error instanceof HostError) {
      return null;
    }
    throw error;
  }
};

/** support.microsoft.com "Names in formulas": letters, digits, points and underscores, not like a cell, unique in its scope. */
const checkName = (workbook: WorkbookModel, collection: Collection, name: string): void => {
  if (!/^[\p{L}_\\][\p{L}\p{N}._\\]{0,254}$/u.test(name) || parseArea(name) !== null) {
    throw invalidArgument(`"${name}" is not a name.`);
  }
  if (workbook.findName(name, collection.sheet) || workbook.findTable(name)) {
    throw new HostError("ItemAlreadyExists", "A resource with the same name or identifier already exists.");
  }
};

export const nameTypes: Pick<Registry, "NamedItemCollection" | "NamedItem"> = {
  NamedItemCollection: {
    items: (collection) => listed(collection).map((item) => object("NamedItem", item)),
    methods: {
      GetItem: (collection, args) => object("NamedItem", found(collection.workbook.findName(args.key(0), collection.sheet))),
      GetItemOrNullObject: (collection, args) => {
        const item = collection.workbook.findName(args.key(0), collection.sheet);
        return item ? object("NamedItem", item) : null;
      },
      GetCount: (collection) => listed(collection).length,
      Add: (collection, args, { workbook }) => {
        const name = args.text(0);
        checkName(workbook, collection, name);
        const range = args.range(1);
        const formula = range ? `=${fullAddress(range, true)}` : args.text(1);
        const item = {
          id: workbook.nextId(),
          name,
          scope: collection.sheet,
          formula: formula.startsWith("=") ? formula : `=${formula}`,
          comment: args.isGiven(2) ? args.text(2) : "",
          visible: true,
        };
        workbook.names.push(item);
        workbook.noteStructure();
        return object("NamedItem", item);
      },
    },
  },

  NamedItem: {
    // The client addresses a name again by `_Id`, which it hands to getItem.
    identity: (item) => ({ _Id: item.name }),
    scalars: {
      Name: { get: (item) => item.name },
      Formula: {
        get: (item) => item.formula,
        set: (item, value, { workbook }) => {
          item.formula = asText(value);
          workbook.noteStructure();
        },
      },
      Value: {
        get: (item, session) => {
          const range = rangeOf(item, session);
          return range?.type === "Range" ? `${range.target.sheet.name}!${formatArea(range.target.area)}` : item.formula.replace(/^=/, "");
        },
      },
      Type: { get: (item, session) => (rangeOf(item, session) ? "Range" : "String") },
      Scope: { get: (item) => (item.scope ? "Worksheet" : "Workbook") },
      Comment: { get: (item) => item.comment },
      Visible: {
        get: (item) => item.visible,
        set: (item, value) => {
          item.visible = asFlag(value);
        },
      },
    },
    methods: {
      GetRange: (item, _args, session) => found(rangeOf(item, session)),
      GetRangeOrNullObject: (item, _args, session) => rangeOf(item, session),
      Delete: (item, _args, { workbook }) => {
        workbook.names = workbook.names.filter((each) => each !== item);
        workbook.noteStructure();
        return null;
      },
    },
  },
};
