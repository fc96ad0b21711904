// The look of our sheets: styles by name and the rectangles they cover, so that a sheet takes few requests.
import type { CellStyle, SheetCell, SheetSpec } from "../core/writing/types";
import type { GridArea } from "../core/reading/grid";

interface Look {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly size?: number;
  readonly color?: string;
  readonly fill?: string;
  readonly wrap?: boolean;
}

/** Colour never carries meaning alone: good and attention cells also say it in words. */
export const LOOKS: Readonly<Record<CellStyle, Look>> = {
  title: { bold: true, size: 16 },
  subtitle: { color: "#595959" },
  header: { bold: true, wrap: true, fill: "#DDEBF7", color: "#000000" },
  label: { bold: true },
  body: {},
  total: { bold: true, fill: "#F2F2F2", color: "#000000" },
  input: { fill: "#FFF9E5", color: "#000000" },
  note: { italic: true, color: "#595959" },
  good: { fill: "#E2F0D9", color: "#1E4E1E" },
  attention: { fill: "#FCE4D6", color: "#7F1D1D", bold: true },
};

interface StyledArea {
  readonly style: CellStyle;
  readonly area: GridArea;
}

/** Rectangles of equal style, largest runs first joined along rows, then down; plain body cells are left out. */
export function styledAreas(spec: SheetSpec): StyledArea[] {
  const open = new Map<string, StyledArea>();
  const closed: StyledArea[] = [];
  spec.rows.forEach((row, r) => {
    const runs = rowRuns(row);
    const next = new Map<string, StyledArea>();
    for (const run of runs) {
      const key = `${run.style}:${run.left}:${run.right}`;
      const above = open.get(key);
      const area = { top: above?.area.top ?? r, left: run.left, bottom: r, right: run.right };
      next.set(key, { style: run.style, area });
      open.delete(key);
    }
    closed.push(...open.values());
    open.clear();
    for (const [key, value] of next) open.set(key, value);
  });
  return [...closed, ...open.values()];
}

function rowRuns(row: readonly (SheetCell | null)[]): { style: CellStyle; left: number; right: number }[] {
  const runs: { style: CellStyle; left: number; right: number }[] = [];
  row.forEach((cell, column) => {
    const style = cell?.style;
    if (style === undefined || style === "body") return;
    const last = runs.at(-1);
    if (last !== undefined && last.style === style && last.right === column - 1) last.right = column;
    else runs.push({ style, left: column, right: column });
  });
  return runs;
}

export function paint(range: Excel.Range, style: CellStyle): void {
  const look = LOOKS[style];
  if (look.bold !== undefined) range.format.font.bold = look.bold;
  if (look.italic !== undefined) range.format.font.italic = look.italic;
  if (look.size !== undefined) range.format.font.size = look.size;
  if (look.color !== undefined) range.format.font.color = look.color;
  if (look.fill !== undefined) range.format.fill.color = look.fill;
  if (look.wrap !== undefined) range.format.wrapText = look.wrap;
}
