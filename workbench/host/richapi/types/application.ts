/** Workbook, Application, Runtime and culture. */
import type { Registry } from "../registry";
import { asFlag, object, oneOf } from "../registry";

type ApplicationTypes = Pick<Registry, "Service" | "Workbook" | "Application" | "Runtime" | "CultureInfo" | "NumberFormatInfo">;

export const applicationTypes: ApplicationTypes = {
  // Office.js's own services, not part of the Excel object model; the client only tells the host that it is ready.
  Service: { methods: { NotifyActionHandlerReady: () => null } },

  Workbook: {
    scalars: {
      Name: { get: (workbook) => workbook.name },
      ReadOnly: { get: () => false },
    },
    navigations: {
      Application: (workbook) => object("Application", workbook),
      Worksheets: (workbook) => object("WorksheetCollection", workbook),
      Tables: (workbook) => object("TableCollection", { workbook, sheet: null }),
      Names: (workbook) => object("NamedItemCollection", { workbook, sheet: null }),
      _Runtime: (workbook) => object("Runtime", workbook),
    },
    methods: {
      GetSelectedRange: (workbook, _args, session) => object("Range", session.range(workbook.activeSheet, workbook.selection)),
      GetActiveCell: (workbook, _args, session) =>
        object("Range", session.range(workbook.activeSheet, { ...workbook.selection, rowCount: 1, columnCount: 1 })),
      _RemoveReference: (_workbook, args, session) => {
        session.release(args.text(0));
        return null;
      },
      _GetReferenceCount: (_workbook, _args, session) => session.referenceCount,
    },
    follows: {
      getSelectedRange: "learn.microsoft.com/javascript/api/excel/excel.workbook#getselectedrange: the single range selected by the user",
    },
  },

  Application: {
    scalars: {
      CalculationMode: {
        get: (workbook) => workbook.calculationMode,
        set: (workbook, value) => {
          const mode = oneOf(value, ["Automatic", "AutomaticExceptTables", "Manual"]);
          workbook.calculationMode = mode === "Manual" || mode === "AutomaticExceptTables" ? mode : "Automatic";
        },
      },
      CalculationState: { get: () => "Done" },
      DecimalSeparator: { get: (workbook) => workbook.culture.decimalSeparator },
      ThousandsSeparator: { get: (workbook) => workbook.culture.groupSeparator },
      UseSystemSeparators: { get: () => true },
    },
    navigations: { CultureInfo: (workbook) => object("CultureInfo", workbook) },
    methods: {
      Calculate: async (workbook, args) => {
        oneOf(args.raw(0), ["Recalculate", "Full", "FullRebuild"]);
        await workbook.calculate(true);
        return null;
      },
      SuspendApiCalculationUntilNextSync: (_workbook, _args, session) => {
        session.isCalculationSuspended = true;
        return null;
      },
      SuspendScreenUpdatingUntilNextSync: () => null,
    },
    follows: {
      calculate:
        "learn.microsoft.com/javascript/api/excel/excel.application#calculate: recalculates all open workbooks, in manual mode too",
      suspendApiCalculationUntilNextSync:
        "learn.microsoft.com/javascript/api/excel/excel.application#suspendapicalculationuntilnextsync: formulas keep their old results until the next sync",
    },
  },

  Runtime: {
    scalars: {
      EnableEvents: {
        get: (_workbook, session) => session.eventsEnabled,
        set: (_workbook, value, session) => {
          session.eventsEnabled = asFlag(value);
        },
      },
    },
    follows: {
      enableEvents: "learn.microsoft.com/javascript/api/excel/excel.runtime#enableevents: false stops all events of this task pane",
    },
  },

  CultureInfo: {
    scalars: { Name: { get: (workbook) => workbook.culture.name } },
    navigations: { NumberFormat: (workbook) => object("NumberFormatInfo", workbook) },
  },

  NumberFormatInfo: {
    scalars: {
      NumberDecimalSeparator: { get: (workbook) => workbook.culture.decimalSeparator },
      NumberGroupSeparator: { get: (workbook) => workbook.culture.groupSeparator },
    },
  },
};
