// One cell of a sheet as the file spells it (ECMA-376 18.3.1.4), as the library would spell the same cell.
import type { SheetCell } from "../core/writing/types";
import { heldText, xmlText } from "./cellText";
import { withoutEquals } from "./fileCells";
import type { SharedTexts } from "./sharedTexts";

/** Texts that the library takes for the results of failed formulas wherever they come from; a reader shows the same either way. */
const ERRORS: ReadonlySet<string> = new Set(["#VALUE!", "#REF!", "#N/A", "#NAME?", "#NULL!", "#DIV/0!", "#NUM!", "#GETTING_DATA", "#SPILL!", "#CALC!"]);

/** Text is written as text whatever it begins with. A cell without value or look is nothing. */
export function cellXml(address: string, style: number, { value, formula }: SheetCell, texts: SharedTexts): string {
  const start = style === 0 ? `<c r="${address}"` : `<c r="${address}" s="${style}"`;
  if (formula !== undefined) return formulaXml(start, xmlText(withoutEquals(formula)), value ?? "");
  if (value === null || value === "") return style === 0 ? "" : `${start}/>`;
  if (typeof value === "number") return `${start}><v>${value}</v></c>`;
  if (typeof value === "boolean") return `${start} t="b"><v>${value ? 1 : 0}</v></c>`;
  return ERRORS.has(value) ? `${start} t="e"><v>${value}</v></c>` : start + texts.cellOf(value);
}

/** The computed value beside the formula; Excel calculates anew on opening. */
function formulaXml(start: string, formula: string, value: string | number | boolean): string {
  if (typeof value === "number") return `${start}><f>${formula}</f><v>${value}</v></c>`;
  if (typeof value === "boolean") return `${start} t="b"><f>${formula}</f><v>${value ? 1 : 0}</v></c>`;
  return `${start} t="str"><f>${formula}</f>${value === "" ? "<v/>" : `<v>${xmlText(heldText(value))}</v>`}</c>`;
}
