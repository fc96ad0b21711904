/** Which part of the model stands behind each type of the Excel object model. */
import type { ChartModel, ConditionalFormatModel, SheetModel } from "../model/sheet";
import type { LiveRange, NamedItemModel, TableModel, WorkbookModel } from "../model/workbook";

/** A conditional format with the sheet it lies on. */
export interface ConditionalFormatTarget {
  readonly sheet: SheetModel;
  readonly format: ConditionalFormatModel;
}

/** A chart with the sheet it stands on. */
export interface ChartTarget {
  readonly sheet: SheetModel;
  readonly chart: ChartModel;
}

export interface Areas {
  readonly ranges: readonly LiveRange[];
}

interface TableColumnTarget {
  readonly table: TableModel;
  readonly index: number;
}

interface BorderTarget {
  readonly range: LiveRange;
  readonly side: string;
}

export interface Targets {
  Service: string;
  Workbook: WorkbookModel;
  Application: WorkbookModel;
  Runtime: WorkbookModel;
  CultureInfo: WorkbookModel;
  NumberFormatInfo: WorkbookModel;
  WorksheetCollection: WorkbookModel;
  Worksheet: SheetModel;
  WorksheetProtection: SheetModel;
  WorksheetFreezePanes: SheetModel;
  PageLayout: SheetModel;
  HeaderFooterGroup: SheetModel;
  HeaderFooter: SheetModel;
  Range: LiveRange;
  RangeAreas: Areas;
  RangeCollection: Areas;
  RangeFormat: LiveRange;
  RangeFont: LiveRange;
  RangeFill: LiveRange;
  RangeBorderCollection: LiveRange;
  RangeBorder: BorderTarget;
  FormatProtection: LiveRange;
  DataValidation: LiveRange;
  ConditionalFormatCollection: LiveRange;
  ConditionalFormat: ConditionalFormatTarget;
  CustomConditionalFormat: ConditionalFormatTarget;
  CellValueConditionalFormat: ConditionalFormatTarget;
  ConditionalFormatRule: ConditionalFormatTarget;
  ConditionalRangeFormat: ConditionalFormatTarget;
  ConditionalRangeFont: ConditionalFormatTarget;
  ConditionalRangeFill: ConditionalFormatTarget;
  ChartCollection: SheetModel;
  Chart: ChartTarget;
  ChartTitle: ChartTarget;
  ChartLegend: ChartTarget;
  ChartAxes: ChartTarget;
  ChartAxis: ChartTarget;
  /** A sheet's own tables, or with null the whole workbook's. */
  TableCollection: { readonly workbook: WorkbookModel; readonly sheet: SheetModel | null };
  Table: TableModel;
  TableColumnCollection: TableModel;
  TableColumn: TableColumnTarget;
  TableRowCollection: TableModel;
  NamedItemCollection: { readonly workbook: WorkbookModel; readonly sheet: SheetModel | null };
  NamedItem: NamedItemModel;
}

export type TypeName = keyof Targets;
