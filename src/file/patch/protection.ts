// Which cells of a protected sheet may be written: the ones whose style is not locked.
import { parseAddress } from "../../core/budget/cells";
import { attribute, tagsOf } from "./xmlTags";

/** Cells among `addresses` that the sheet's protection locks; none where the sheet is not protected. */
export function lockedCells(sheetXml: string, stylesXml: string, addresses: readonly string[]): readonly string[] {
  if (!isProtected(sheetXml)) return [];
  const open = unlockedStyles(stylesXml);
  const styles = new Map<string, string>();
  const columns: { from: number; to: number; style: string }[] = [];
  for (const tag of tagsOf(sheetXml)) {
    if (tag.kind === "close") continue;
    if (tag.name === "c") styles.set(attribute(sheetXml, tag, "r") ?? "", attribute(sheetXml, tag, "s") ?? "0");
    else if (tag.name === "col") columns.push({ from: Number(attribute(sheetXml, tag, "min")) - 1, to: Number(attribute(sheetXml, tag, "max")) - 1, style: attribute(sheetXml, tag, "style") ?? "0" });
  }
  return addresses.filter((address) => {
    const column = parseAddress(address)?.column ?? -1;
    const style = styles.get(address) ?? columns.find((c) => column >= c.from && column <= c.to)?.style ?? "0";
    return !open.has(Number(style));
  });
}

function isProtected(sheetXml: string): boolean {
  for (const tag of tagsOf(sheetXml)) if (tag.name === "sheetProtection") return ["1", "true"].includes(attribute(sheetXml, tag, "sheet") ?? "0");
  return false;
}

/** Numbers of the cell formats with locking off. */
function unlockedStyles(stylesXml: string): ReadonlySet<number> {
  const unlocked = new Set<number>();
  let inside = false;
  let number = -1;
  for (const tag of tagsOf(stylesXml)) {
    if (tag.name === "cellXfs") inside = tag.kind === "open";
    else if (inside && tag.name === "xf" && tag.kind !== "close") number += 1;
    else if (inside && tag.name === "protection" && ["0", "false"].includes(attribute(stylesXml, tag, "locked") ?? "1")) unlocked.add(number);
  }
  return unlocked;
}
