/** A range's address with its sheet, as formulas and events write it. */
import { formatArea, quoteSheetName } from "../../model/address";
import type { LiveRange } from "../../model/workbook";

export const fullAddress = (range: LiveRange, absolute = false): string => {
  const local = formatArea(range.area);
  return `${quoteSheetName(range.sheet.name)}!${absolute ? local.replace(/[A-Z]+|\d+/g, (part) => `$${part}`) : local}`;
};
