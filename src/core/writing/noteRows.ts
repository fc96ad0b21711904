// Names for the rows of a sheet of ours, the same before and after a refresh, so that what stands beside a row can find it again.
import type { CellValue } from "../reading/grid";

type Values = readonly (readonly CellValue[])[];

/** Rows above the first block hold titles and dates: they are known by their place. */
const TITLE_ROWS = 3;
/** Columns whose words name a row. */
const NAMING = 3;

export interface RowNames {
  /** Row of each name. */
  readonly rowOf: ReadonlyMap<string, number>;
  /** The name of a row, or of the nearest named row above with its distance. */
  readonly placeOf: (row: number) => { readonly name: string; readonly below: number };
  /** How the row is called to people. */
  readonly wordsOf: (row: number) => string;
  readonly isNamed: (row: number) => boolean;
}

/**
 * A row's name is made of its leading words and of the block's title above it (a row with words in its first cell alone). Rows that
 * bear the same name are told apart by their order. `width` is that of our own block: what users typed beside it names nothing.
 * `formulas` tells of cells that are filled though a program that does not calculate has left them without a value.
 */
export function rowNames(values: Values, width: number, formulas: readonly (readonly (string | null)[])[] = []): RowNames {
  const names: (string | null)[] = [];
  const words: string[] = [];
  const rowOf = new Map<string, number>();
  const seen = new Map<string, number>();
  let title = "";
  values.forEach((row, r) => {
    const own = Array.from({ length: width }, (_, c) => row[c] ?? null);
    const label = Array.from({ length: NAMING }, (_, c) => own[c] ?? "").map((value) => (typeof value === "string" ? value : "")).join("\u0001");
    const said = label.split("\u0001").filter((text) => text !== "").join(", ");
    const alone = typeof own[0] === "string" && own[0] !== "" && own.slice(1).every((value, c) => (value === null || value === "") && (formulas[r]?.[c + 1] ?? null) === null);
    if (r >= TITLE_ROWS && alone) title = String(own[0]);
    words.push(said === "" || said === title ? said : title === "" ? said : `${said} (${title})`);
    if (r < TITLE_ROWS || said !== "") {
      const base = r < TITLE_ROWS ? `#${r}` : `${title}\u0002${label}`;
      const times = (seen.get(base) ?? 0) + 1;
      seen.set(base, times);
      const name = `${base}\u0003${times}`;
      names.push(name);
      rowOf.set(name, r);
    } else {
      names.push(null);
    }
  });
  const above = (row: number): number => {
    let at = Math.min(row, names.length - 1);
    while (at > 0 && (names[at] ?? null) === null) at -= 1;
    return Math.max(at, 0);
  };
  return {
    rowOf,
    isNamed: (row) => (names[row] ?? null) !== null,
    placeOf: (row) => ({ name: names[above(row)] ?? "", below: row - above(row) }),
    wordsOf: (row) => words[above(row)] ?? "",
  };
}
