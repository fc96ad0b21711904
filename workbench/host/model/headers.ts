/** What a table does with its heading cells. */
import type { Area } from "./address";
import type { SheetModel } from "./sheet";
import { displayText } from "./text";

/** Header cells become unlike texts ("Create and format tables": Excel gives placeholder names to empty headers). */
export const nameHeaders = (sheet: SheetModel, area: Area): void => {
  const taken = new Set<string>();
  for (let index = 0; index < area.columnCount; index += 1) {
    const cell = sheet.ensureCell(area.row, area.column + index);
    const wanted = displayText(cell) || `Column${index + 1}`;
    let name = wanted;
    for (let suffix = 2; taken.has(name.toLowerCase()); suffix += 1) {
      name = `${wanted}${suffix}`;
    }
    taken.add(name.toLowerCase());
    cell.value = name;
    delete cell.formula;
  }
};
