// What each icon shows. Two colours that stand out on a light and on a dark ribbon: teal for what is there, ochre for the money.
import type { Colour, Drawing } from "./raster";
import { allOf, anyOf, disc, ellipse, polygon, rectangle, stroke } from "./shapes";

const TEAL: Colour = [12, 132, 126];
const OCHRE: Colour = [201, 138, 16];

/** The mark: a purse, and on it one coin in three equal shares. */
const purse: Drawing = [
  { inside: polygon([8, 3], [24, 3], [20, 11], [12, 11]), colour: TEAL },
  { inside: anyOf(ellipse(16, 21, 13, 10), polygon([12, 10], [20, 10], [25, 16], [7, 16])), colour: TEAL },
  { inside: rectangle(10, 8.5, 22, 11.5, 1.5), colour: OCHRE },
  { inside: disc(16, 21, 7), colour: OCHRE },
  { inside: stroke(2, [16, 21], [16, 13.5]), colour: TEAL },
  { inside: stroke(2, [16, 21], [22.5, 24.75]), colour: TEAL },
  { inside: stroke(2, [16, 21], [9.5, 24.75]), colour: TEAL },
];

/** A sheet with a heading row, and one recognised cell. */
const sources: Drawing = [
  { inside: rectangle(3, 4, 29, 28, 2), colour: TEAL },
  { inside: rectangle(6, 12, 14, 16), colour: null },
  { inside: rectangle(16, 12, 26, 16), colour: null },
  { inside: rectangle(6, 18, 14, 25), colour: null },
  { inside: rectangle(16, 18, 26, 25), colour: OCHRE },
];

/** Two budgets that overlap; what is shared is the money. */
const pool: Drawing = [
  { inside: disc(11, 16, 10), colour: TEAL },
  { inside: disc(21, 16, 10), colour: TEAL },
  { inside: allOf(disc(11, 16, 7.5), (x) => x < 16), colour: null },
  { inside: allOf(disc(21, 16, 7.5), (x) => x > 16), colour: null },
  { inside: allOf(disc(11, 16, 10), disc(21, 16, 10)), colour: TEAL },
  { inside: allOf(disc(11, 16, 7.5), disc(21, 16, 7.5)), colour: OCHRE },
];

/** Money goes over, and something comes back. */
const suggestions: Drawing = [
  { inside: anyOf(stroke(4, [5, 10], [20, 10]), polygon([18, 3], [29, 10], [18, 17])), colour: OCHRE },
  { inside: anyOf(stroke(4, [27, 22], [12, 22]), polygon([14, 15], [3, 22], [14, 29])), colour: TEAL },
];

/** A list on which one line has been agreed. */
const review: Drawing = [
  { inside: rectangle(3, 3, 25, 29, 2), colour: TEAL },
  { inside: rectangle(6, 6, 22, 26), colour: null },
  { inside: rectangle(9, 9, 19, 11.5), colour: TEAL },
  { inside: rectangle(9, 14.5, 15, 17), colour: TEAL },
  { inside: stroke(8, [14, 22], [18.5, 26.5], [28.5, 14]), colour: null },
  { inside: stroke(4, [14, 22], [18.5, 26.5], [28.5, 14]), colour: OCHRE },
];

/** A bound book with a marker. */
const register: Drawing = [
  { inside: rectangle(5, 3, 27, 29, 3), colour: TEAL },
  { inside: rectangle(9, 22, 27, 26), colour: null },
  { inside: rectangle(25, 22, 27, 26), colour: TEAL },
  { inside: polygon([14, 3], [22, 3], [22, 17], [18, 13], [14, 17]), colour: OCHRE },
];

const COMMAND_SIZES = [16, 20, 24, 32, 40, 48, 64, 80] as const;

/** Every icon file: its name before "-size.png", its drawing, its sizes in pixels. */
export const ICONS: readonly { readonly name: string; readonly drawing: Drawing; readonly sizes: readonly number[] }[] = [
  { name: "icon", drawing: purse, sizes: [...COMMAND_SIZES, 128] },
  { name: "sources", drawing: sources, sizes: COMMAND_SIZES },
  { name: "pool", drawing: pool, sizes: COMMAND_SIZES },
  { name: "suggestions", drawing: suggestions, sizes: COMMAND_SIZES },
  { name: "review", drawing: review, sizes: COMMAND_SIZES },
  { name: "register", drawing: register, sizes: COMMAND_SIZES },
];
