// Rows of a long table, each made when it is asked for: a million lines of fifty cells, held at once, would fill the memory of a machine.
import type { SheetCell } from "./types";

type Row = readonly (SheetCell | null)[];

/**
 * `head` as it stands, then `count` rows that `make` gives for 0, 1, 2 …; the same number must always give the same cells. To a reader
 * this is an ordinary array that may be walked as often as wanted. Only the row that was asked for last is kept.
 */
export function rowsOnDemand(head: readonly Row[], count: number, make: (index: number) => Row): readonly Row[] {
  const length = head.length + count;
  let keptAt = -1;
  let kept: Row = [];
  const rowAt = (index: number): Row | undefined => {
    if (index < head.length) return head[index];
    if (index !== keptAt) {
      kept = make(index - head.length);
      keptAt = index;
    }
    return kept;
  };
  const placeOf = (key: string | symbol): number => (typeof key === "string" && /^\d+$/.test(key) ? Number(key) : -1);
  return new Proxy<Row[]>([], {
    get(target, key, self): unknown {
      if (key === "length") return length;
      const place = placeOf(key);
      if (place < 0) return Reflect.get(target, key, self);
      return place < length ? rowAt(place) : undefined;
    },
    has(target, key) {
      const place = placeOf(key);
      return place < 0 ? Reflect.has(target, key) : place < length;
    },
    set: () => false,
  });
}
