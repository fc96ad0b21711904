// Tells totals from lines, by their words and by arithmetic together, so that no sub-total is ever loaded as a line.
import { fold } from "../words/cellText";
import { partsOfFormula } from "./formulaParts";
import type { SheetGrid } from "../grid";
import { systematicRepeats } from "./repeatedRows";
import { headedBlocks, MOST_PARTS, partsAfter } from "./headedBlocks";
import { lessIncomeAmong } from "./lessIncome";
import { namedComponents } from "./namedComponents";
import { OpenRows } from "./openRows";
import { RowSums } from "./rowSums";
import { addedAbove, plus } from "./runsAbove";
import { skippedHeads } from "./skippedHeads";
import { linesLessTotals, totalOverTotals } from "./totalOverTotals";
import { isGrandTotalLabel, wordingAmong, type TotalWording } from "../words/totalWords";
import { unclosedHeads } from "./unclosedHeads";
import { withoutUnproven } from "./unprovenTotals";
import type { BodyRow, Addend, Component, RowClasses, FoundTotal } from "../tableSteps";

/** How many totals back a total may be repeated. */
const RESTATED_REACH = 500;
/** How many rows whose words call them totals in vain are looked at twice. */
const MOST_LOOKS = 50;

export function findTotals(grid: SheetGrid, rows: readonly BodyRow[], amountColumnNumbers: readonly number[]): RowClasses {
  return withoutUnproven(new TotalFinder(grid, rows, amountColumnNumbers).run(), rows);
}

class TotalFinder {
  private readonly open: OpenRows;
  /** Those of them that no word calls a total in vain. */
  private readonly proven: OpenRows;
  private vainSearches = 0;
  private vainLooks = 0;
  private sectionsUpTo = 0;
  private readonly sectionsSeen = new Set<string>();
  private readonly totals: FoundTotal[] = [];
  private readonly totalAt = new Map<number, FoundTotal>();
  private readonly lines: number[] = [];
  private readonly doubtful: number[] = [];
  private totalsHaveCode = false;
  private totalsLackWords = false;
  private readonly byCode = new Map<string, number>();
  private readonly byRow = new Map<number, number>();
  private readonly sums: RowSums;
  private readonly repeats: ReadonlySet<number>;
  private readonly mostHaveCode: boolean;
  private readonly mostHaveSubjective: boolean;
  private readonly wordingOf: (row: BodyRow) => TotalWording;

  constructor(private readonly grid: SheetGrid, private readonly rows: readonly BodyRow[], private readonly columns: readonly number[]) {
    this.sums = new RowSums(rows, columns.length);
    this.open = new OpenRows(rows, this.sums, columns.length);
    this.proven = new OpenRows(rows, this.sums, columns.length);
    this.mostHaveCode = rows.filter((r) => r.code !== null).length >= rows.length * 0.5;
    this.mostHaveSubjective = rows.filter((r) => r.subjective !== null).length >= rows.length * 0.5;
    this.repeats = systematicRepeats(rows);
    this.wordingOf = wordingAmong(rows);
    rows.forEach((row, index) => {
      this.byRow.set(row.row, index);
      if (row.code !== null && !this.byCode.has(row.code.toUpperCase())) this.byCode.set(row.code.toUpperCase(), index);
    });
  }

  run(): RowClasses {
    for (let index = 0; index < this.rows.length; index += 1) {
      const total = this.asTotal(index);
      if (total === null) {
        this.lines.push(index);
        const line: Addend = { index, lines: null };
        this.open.push(line);
        if (this.doubtful[this.doubtful.length - 1] !== index) this.proven.push(line);
      } else {
        const closed = new Set(total.components.map((c) => c.index));
        for (const list of [this.open, this.proven]) {
          list.remove(closed);
          list.push({ index, lines: total.lines });
        }
        this.keep(total);
      }
    }
    this.steppedOver();
    this.tileUnclosed();
    this.overTotals();
    this.totalOnTop();
    return { totals: this.totals, lines: this.lines, doubtful: this.doubtful };
  }

  private keep(total: FoundTotal): void {
    this.totals.push(total);
    this.totalAt.set(total.index, total);
    const row = this.rows[total.index];
    this.totalsHaveCode ||= row?.code !== null;
    this.totalsLackWords ||= row?.label === "";
  }

  /** Where no total closes the table: heads without a word, above their lines or below them, that together take in every line, or two of them. */
  private tileUnclosed(): void {
    if (this.open.length < 3 || this.open.length > 2000) return;
    for (const items of [this.open.items, [...this.open.items].reverse()]) {
      const heads = unclosedHeads(items.map((o) => ({ index: o.index, isTotal: o.lines !== null })), (index, following) => {
        return this.isKeyed(index) || !this.sums.isHeld(index) ? [] : partsAfter(this.rows, this.sums, index, following.map((i) => ({ index: i })), 2);
      });
      const [only] = heads;
      if (only === undefined) continue;
      // Two lines that happen to add to a third, in one column, prove too little.
      if (heads.length === 1 && only.parts.length < 3 && this.columns.length < 2) this.doubtful.push(only.index);
      else for (const head of heads) this.reclassify(head.index, head.parts, "the rows beside it add to it");
      return;
    }
  }

  private steppedOver(): void {
    const taken = new Set(this.totals.flatMap((total) => total.components.map((c) => c.index)).filter((index) => !this.totalAt.has(index)));
    const partsOf = (index: number, following: readonly number[]): readonly Component[] => (this.sums.isHeld(index) ? partsAfter(this.rows, this.sums, index, following.map((i) => ({ index: i })), 2) : []);
    const heads = skippedHeads(this.open.items, taken, this.rows, partsOf, (index) => this.isKeyed(index));
    for (const head of heads) this.reclassify(head.index, head.parts, "the rows below add to it, and the total takes those in its place");
  }

  private overTotals(): void {
    const next = () => totalOverTotals(this.open.items, this.sums, (index) => this.isKeyed(index));
    for (let over = next(); over !== null; over = next()) this.reclassify(over.index, over.parts, "it is the totals above it taken together");
    for (const { index, parts } of linesLessTotals(this.lines.filter((i) => !this.isKeyed(i)), this.totalAt, this.sums, this.rows)) this.reclassify(index, parts, "it is one total above it less the other");
  }

  /** A grand total that stands above its lines, known by its words when it is met and by its sum at the end. */
  private totalOnTop(): void {
    // In a long list of such words what stands near its top is tried, so that time stays in proportion to rows.
    for (const index of this.doubtful.slice(0, MOST_LOOKS)) {
      const others = this.open.items.filter((o) => o.index !== index);
      if (others.length === 0 || !this.sums.isHeld(index)) continue;
      const parts = this.sums.agreesPlain(index, others) ? plus(others) : lessIncomeAmong(this.rows, this.sums, index, others) ?? this.headed(index);
      if (parts === null) continue;
      this.reclassify(index, parts, "the rows below add to it");
      this.doubtful.splice(this.doubtful.indexOf(index), 1);
    }
  }

  private asTotal(index: number): FoundTotal | null {
    const row = this.rows[index];
    if (row === undefined) return null;
    if (this.repeats.has(index)) return this.found(index, [{ index: index - 1, coefficient: 1 }], true, "every line of the sheet is repeated as its own sub-total");
    const wording = this.wordingOf(row);
    const closes = this.closesSection(index);
    const unkeyed = closes || (this.mostHaveCode && row.code === null) || (this.mostHaveSubjective && row.subjective === null) || row.label === "";
    const named = wording === "strong" ? namedComponents(row.label, this.byCode) : null;
    if (named !== null) return this.found(index, named, this.sums.agrees(index, named), "the lines that its label names");
    const byFormula = partsOfFormula(this.grid, row.row, this.columns, this.byRow);
    if (byFormula !== null && byFormula.length > 0 && (wording !== null || unkeyed || byFormula.length > 1)) {
      const parts = byFormula.filter((c) => c.index < index);
      if (parts.length === byFormula.length && this.sums.agrees(index, parts)) return this.found(index, parts, true, "its formula adds the rows above");
    }
    const chained = wording === null ? this.sumOfTotals(index) : null;
    if (chained !== null) return this.found(index, chained, true, "it is the totals above it taken together");
    if (wording === null && !unkeyed) return null;
    if (wording === null && row.amounts.every((a) => a === null || a.pence === 0) && !this.sharesCode(row)) return null;
    // A row that no word calls a total is not worked out from one that stands unproven above.
    const open = wording === null && row.label !== "" ? this.proven : this.open;
    const added = addedAbove(this.rows, this.sums, open, index, wording !== null || this.sharesCode(row) || closes || this.closesAlone(row));
    if (added !== null) {
      this.subTotalAtStart(added);
      return this.found(index, added, true, "it is the sum of the rows above");
    }
    if (wording === null && row.label === "" && this.open.length > 1 && !this.standsOverParts(index) && !this.open.isSmallBeside(row, 0, false)) {
      return this.found(index, plus(this.open.items), false, "it has no words and is as large as a total");
    }
    if (wording === null) return null;
    const headed = this.headed(index);
    if (headed !== null) return this.found(index, headed, true, "it is the sum of the rows above, some of which stand over their own lines");
    const restated = this.restated(index);
    if (restated !== null) return this.found(index, restated, true, "it repeats a total above");
    if (!this.isPartOfNextTotal(index)) return this.byWordsAlone(index, row, wording);
    if (wording === "strong" && !this.isKeyed(index)) this.doubtful.push(index);
    return null;
  }

  /** The next row that words call a total adds this one with the rows beside it: "Net rental income" is a line there, "Total estates" is asked about. */
  private isPartOfNextTotal(index: number): boolean {
    // In a long list without totals this is tried no more, so that time stays in proportion to rows.
    if (!this.sums.isHeld(index) || this.vainLooks >= MOST_LOOKS) return false;
    const open = new OpenRows(this.rows, this.sums, this.columns.length, [...this.open.items.slice(-500), { index, lines: null }]);
    for (let at = index + 1; at < Math.min(this.rows.length, index + MOST_PARTS); at += 1) {
      const row = this.rows[at];
      if (row !== undefined && this.wordingOf(row) !== null) {
        const added = addedAbove(this.rows, this.sums, open, at, false);
        if (added?.some((part) => part.index === index) === true) return true;
        if (added !== null) return false;
      }
      open.push({ index: at, lines: null });
    }
    this.vainLooks += 1;
    return false;
  }

  /** The rows that follow add to this one. */
  private standsOverParts(index: number): boolean {
    const following = Array.from({ length: Math.min(MOST_PARTS, this.rows.length - index - 1) }, (_, i) => ({ index: index + 1 + i }));
    return this.sums.isHeld(index) && partsAfter(this.rows, this.sums, index, following, 2).length > 0;
  }

  /** Words say total, arithmetic does not. Set aside when nothing else speaks for a line; both figures are shown. */
  private byWordsAlone(index: number, row: BodyRow, wording: "strong" | "weak"): FoundTotal | null {
    const ownCode = this.isKeyed(index) && !this.totalsHaveCode;
    const inBlock = this.open.blockFrom(row.block);
    const linesInBlock = this.open.holdsLine(inBlock);
    const whole = isGrandTotalLabel(row.label) || !linesInBlock;
    if (this.open.length === 0 || ownCode || (wording === "weak" && this.open.isSmallBeside(row, whole ? 0 : inBlock, !whole))) {
      this.doubtful.push(index);
      return null;
    }
    const pool = whole ? this.open.items : this.open.items.slice(inBlock).filter((o) => o.lines === null);
    return this.found(index, plus(pool), false, "its words say that it is a total");
  }

  private sharesCode(row: BodyRow): boolean {
    const before = this.open.items[this.open.length - 1];
    return before !== undefined && before.lines === null && row.code !== null && this.rows[before.index]?.code === row.code;
  }

  /** Right below totals and as large as two or more of them taken together ("EBITDA"): no line, whatever it is called. */
  private sumOfTotals(index: number): readonly Component[] | null {
    if (!this.sums.isHeld(index) || this.isKeyed(index)) return null;
    const { items, length } = this.open;
    const first = this.open.afterLastLine();
    // Of very many totals in a row, all of them or the last.
    for (let from = first; from + 2 <= length; from = from === first ? Math.max(first + 1, length - MOST_PARTS) : from + 1) {
      if (this.open.agrees(index, from)) return plus(items.slice(from));
      const less = this.open.lessIncome(index, from);
      if (less !== null) return less;
    }
    return null;
  }

  /** Has the name of a section whose rows have begun above: "Set aside" under the lines of "Set aside". */
  private closesSection(index: number): boolean {
    for (; this.sectionsUpTo < index; this.sectionsUpTo += 1) for (const section of this.rows[this.sectionsUpTo]?.sections ?? []) this.sectionsSeen.add(fold(section));
    const label = this.rows[index]?.label ?? "";
    return label !== "" && this.sectionsSeen.has(fold(label));
  }

  /** A row without words on a sheet whose totals have none: it may close a block of one line. */
  private closesAlone(row: BodyRow): boolean {
    return row.label === "" && this.totalsLackWords;
  }

  /** A total that begins with a row which is itself the sum of the rows before it: that row is a sub-total, though nothing calls it one. */
  private subTotalAtStart(components: readonly Component[]): void {
    const { items } = this.open;
    let start = items.length - 1;
    while (start >= 0 && items[start]?.index !== components[0]?.index) start -= 1;
    const first = items[start];
    if (first === undefined || first.lines !== null || start < 2 || components.length < 2) return;
    let lastTotal = start - 1;
    while (lastTotal >= 0 && items[lastTotal]?.lines === null) lastTotal -= 1;
    const before = items.slice(lastTotal + 1, start);
    if (before.length < 2 || !this.sums.agreesPlain(first.index, before) || !this.sums.isHeld(first.index)) return;
    this.reclassify(first.index, plus(before), "the rows above add to it, and the total below takes it in their place");
  }

  /** Sub-totals without a word, above their lines or below them, that this total bears out. */
  private headed(index: number): readonly Component[] | null {
    // Looked for time and again in a long list without success they are looked for no more, save by the last row, so that time stays in proportion to rows.
    if (this.open.length > 100 && this.vainSearches >= 10 && index < this.rows.length - 1) return null;
    const blocks = headedBlocks(this.rows, this.sums, this.open.items.filter((o) => o.index !== index), index, (i) => this.isKeyed(i));
    if (blocks === null) this.vainSearches += 1;
    for (const head of blocks?.heads ?? []) this.reclassify(head.index, head.parts, "the rows beside it add to it, and the total takes it in their place");
    return blocks?.components ?? null;
  }

  /** Has a code of its own on a sheet where lines have codes: no head over other rows. */
  private isKeyed(index: number): boolean {
    return this.mostHaveCode && /\d/.test(this.rows[index]?.code ?? "");
  }

  /** A row first taken as a line turns out to be a total. */
  private reclassify(index: number, components: readonly Component[], how: string): void {
    const total = this.found(index, components, true, how);
    this.lines.splice(this.lines.lastIndexOf(index), 1);
    this.keep(total);
    const used = new Set(components.map((c) => c.index));
    for (const list of [this.open, this.proven]) list.replace(list.items.filter((o) => !used.has(o.index)).map((o) => (o.index === index ? { index, lines: total.lines } : o)));
  }

  private restated(index: number): Component[] | null {
    if (!this.sums.isHeld(index)) return null;
    for (let at = this.totals.length - 1; at >= Math.max(0, this.totals.length - RESTATED_REACH); at -= 1) {
      const total = this.totals[at];
      if (total !== undefined && this.sums.agreesPlain(index, [total])) return plus([{ index: total.index, lines: total.lines }]).slice();
    }
    return null;
  }

  private found(index: number, components: readonly Component[], agrees: boolean, how: string): FoundTotal {
    const lines = components.flatMap((c): Component[] => {
      const inner = this.totalAt.get(c.index);
      if (inner === undefined) return [c];
      return inner.lines.map((l) => ({ index: l.index, coefficient: (l.coefficient * c.coefficient) === 1 ? 1 : -1 }));
    });
    return { index, components, lines, agrees, how };
  }
}
