/** Page layout: kept as given, for printing is not emulated. */
import type { SheetModel } from "../../model/sheet";
import type { Registry, Scalar } from "../registry";
import { asFlag, asNumber, asRecord, asText, object, oneOf } from "../registry";
import { resolveAddress } from "./worksheets";

const kept = (key: string, fallback: unknown, parse: (value: unknown) => unknown): Scalar<SheetModel> => ({
  get: (sheet) => (sheet.page.has(key) ? sheet.page.get(key) : fallback),
  set: (sheet, value) => {
    sheet.page.set(key, parse(value));
  },
});

const text = (key: string): Scalar<SheetModel> => kept(key, "", asText);

export const pageTypes: Pick<Registry, "PageLayout" | "HeaderFooterGroup" | "HeaderFooter"> = {
  PageLayout: {
    scalars: {
      Orientation: kept("orientation", "Portrait", (value) => oneOf(value, ["Portrait", "Landscape"])),
      Zoom: kept("zoom", { scale: 100 }, asRecord),
      PaperSize: kept("paperSize", "A4", asText),
      CenterHorizontally: kept("centerHorizontally", false, asFlag),
      CenterVertically: kept("centerVertically", false, asFlag),
      PrintGridlines: kept("printGridlines", false, asFlag),
      PrintHeadings: kept("printHeadings", false, asFlag),
      LeftMargin: kept("leftMargin", 50.4, asNumber),
      RightMargin: kept("rightMargin", 50.4, asNumber),
      TopMargin: kept("topMargin", 54, asNumber),
      BottomMargin: kept("bottomMargin", 54, asNumber),
    },
    navigations: { HeadersFooters: (sheet) => object("HeaderFooterGroup", sheet) },
    methods: {
      SetPrintTitleRows: (sheet, args, { workbook }) => {
        sheet.printTitleRows = args.range(0)?.area ?? resolveAddress(workbook, sheet, args.text(0)).area;
        return null;
      },
      SetPrintTitleColumns: (sheet, args, { workbook }) => {
        sheet.printTitleColumns = args.range(0)?.area ?? resolveAddress(workbook, sheet, args.text(0)).area;
        return null;
      },
      SetPrintArea: (sheet, args, { workbook }) => {
        sheet.printArea = args.range(0)?.area ?? resolveAddress(workbook, sheet, args.text(0)).area;
        return null;
      },
      GetPrintTitleRowsOrNullObject: (sheet, _args, session) =>
        sheet.printTitleRows ? object("Range", session.range(sheet, sheet.printTitleRows)) : null,
    },
  },
  HeaderFooterGroup: {
    scalars: {
      State: kept("headersFootersState", "Default", (value) =>
        oneOf(value, ["Default", "FirstAndDefault", "OddAndEven", "FirstOddAndEven"]),
      ),
    },
    navigations: { DefaultForAllPages: (sheet) => object("HeaderFooter", sheet) },
  },
  HeaderFooter: {
    scalars: {
      LeftHeader: text("leftHeader"),
      CenterHeader: text("centerHeader"),
      RightHeader: text("rightHeader"),
      LeftFooter: text("leftFooter"),
      CenterFooter: text("centerFooter"),
      RightFooter: text("rightFooter"),
    },
  },
};
