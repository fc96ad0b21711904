// How many pages a sheet of ours is printed wide: as few as leave its words and figures large enough to read on A4.

/** Characters of our columns across a landscape page at about half size, below which print can't be read. */
const READABLE = 280;

/** `columnWidths` in characters. The columns that stay in sight on the screen are repeated on each page where there are several. */
export function pagesWide(columnWidths: readonly number[], freezeColumns: number): number {
  const sum = (widths: readonly number[]): number => widths.reduce((total, width) => total + width, 0);
  const [all, repeated] = [sum(columnWidths), sum(columnWidths.slice(0, freezeColumns))];
  if (all <= READABLE || repeated >= READABLE / 2) return 1;
  return 1 + Math.ceil((all - READABLE) / (READABLE - repeated));
}
