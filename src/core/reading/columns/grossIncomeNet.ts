// Which columns hold gross, income and net of one budget: told by their sums on the rows, and by words where no sum tells.
import { decimalsOf, readAmount, type NumberStyle } from "../words/amounts";
import { valueAt, type SheetGrid } from "../grid";
import type { MappedColumn } from "../tableSteps";
import type { AmountPart } from "../words/headingWords";

interface PartColumn {
  readonly mapped: MappedColumn;
  readonly part: AmountPart;
}

export interface PartsPicked<T> {
  /** Null where there is no gross with income. */
  readonly picked: readonly T[] | null;
  /** A column of income that is read and one that is left out, where nothing shows that it is a part of the other. */
  readonly rival: readonly [number, number] | null;
}

const MOST_ROWS = 2000;
const MOSTLY = 0.9;

/** Gross, income and net that agree on their rows; among several that do, the ones whose headings say total. Income in several columns is read whole where the net takes it all. */
export function grossIncomeNet<T extends PartColumn>(grid: SheetGrid, rows: readonly number[], parts: readonly T[], style: NumberStyle): PartsPicked<T> {
  const of = (part: AmountPart): readonly T[] => parts.filter((c) => c.part === part);
  const figures = new Map(parts.map((c) => [c, figuresOf(grid, rows, c.mapped.draft.column, style)]));
  const at = (c: T): Figures => figures.get(c) ?? [];
  const agreeing = tripleThatAgrees(of("gross"), of("income"), of("net"), at);
  if (agreeing !== null) return { picked: agreeing, rival: null };
  const [gross] = of("gross");
  const incomes = of("income");
  const [income, other] = incomes;
  const [net] = of("net");
  if (gross !== undefined && net !== undefined && other !== undefined && addToNet(at(gross), incomes.map(at), at(net))) return { picked: [gross, ...incomes, net], rival: null };
  // One column of income that the others add to is all of it.
  const whole = incomes.length < 3 ? undefined : incomes.find((c) => isSum(at(c), incomes.filter((o) => o !== c).map(at)));
  const read = whole ?? income;
  const rival = whole !== undefined || income === undefined || other === undefined ? null : [income.mapped.draft.column, other.mapped.draft.column] as const;
  return { picked: gross === undefined || read === undefined ? null : [gross, read, ...(net === undefined ? [] : [net])], rival };
}

/**
 * Columns between one of gross spending and one of net that are all of them income, whatever their headings say ("Grants", "Recharges"):
 * gross with them, added or taken off, is net on nearly every row. Empty where that is not so, or where one column holds all income already.
 */
export function incomeBetween<T extends PartColumn>(grid: SheetGrid, rows: readonly number[], mapped: readonly MappedColumn[], parts: readonly T[], style: NumberStyle): readonly MappedColumn[] {
  for (const gross of parts.filter((c) => c.part === "gross")) {
    const net = parts.find((c) => c.part === "net" && c.mapped.draft.column > gross.mapped.draft.column);
    const at = (m: MappedColumn): number => m.draft.column;
    const between = net === undefined ? [] : mapped.filter((m) => at(m) > at(gross.mapped) && at(m) < at(net.mapped) && m.draft.content.amounts > m.draft.content.texts && !/%/.test(m.draft.heading));
    if (net === undefined || between.length === 0 || (between.length === 1 && parts.some((c) => between.includes(c.mapped) && (c.part === "income" || (c.mapped.draft.meaning?.stage ?? null) !== null))) || parts.some((c) => c.part === "gross" && c !== gross && between.includes(c.mapped))) continue;
    const figures = (m: MappedColumn): Figures => figuresOf(grid, rows, at(m), style);
    const held = between.filter((m) => figures(m).some((value) => value !== null && value !== 0));
    if (held.length >= 1 && addToNet(figures(gross.mapped), held.map(figures), figures(net.mapped))) return between;
  }
  return [];
}

type Figures = readonly (number | null)[];

function figuresOf(grid: SheetGrid, rows: readonly number[], column: number, style: NumberStyle): Figures {
  return rows.slice(0, MOST_ROWS).map((row) => {
    const reading = readAmount(valueAt(grid, row, column), style);
    return reading.kind === "number" ? reading.value : null;
  });
}

function tripleThatAgrees<T extends PartColumn>(grosses: readonly T[], incomes: readonly T[], nets: readonly T[], at: (c: T) => Figures): readonly T[] | null {
  const totals = (c: T): number => (/\btotal\b/i.test(c.mapped.draft.heading) ? 1 : 0);
  let best: { readonly picked: readonly T[]; readonly score: number } | null = null;
  for (const gross of grosses) {
    for (const income of incomes) {
      for (const net of nets) {
        const share = agreement(at(gross), at(income), at(net));
        if (share < MOSTLY) continue;
        const score = share + totals(gross) + totals(income) + totals(net);
        if (best === null || score > best.score) best = { picked: [gross, income, net], score };
      }
    }
  }
  return best === null ? null : best.picked;
}

/** Share of rows on which net = gross + income or net = gross − income, of those that hold a net amount and another. */
function agreement(gross: Figures, income: Figures, net: Figures): number {
  let [asked, agreed, told] = [0, 0, 0];
  net.forEach((n, row) => {
    const [g, i] = [gross[row] ?? null, income[row] ?? null];
    if (n === null || (g === null && i === null)) return;
    asked += 1;
    const slack = 1e-6 * Math.max(1, Math.abs(n)) + (Number.isInteger(n) ? 1 : 0);
    if (Math.abs((g ?? 0) + (i ?? 0) - n) > slack && Math.abs((g ?? 0) - (i ?? 0) - n) > slack) return;
    agreed += 1;
    if ((i ?? 0) !== 0) told += 1;
  });
  return asked === 0 || (told === 0 && agreed < asked) ? 0 : agreed / asked;
}

/** True when net is gross with all columns of income taken off, or added as they stand, on nearly every row, and each of them holds money on some row. */
function addToNet(gross: Figures, incomes: readonly Figures[], net: Figures): boolean {
  let [asked, agreed] = [0, 0];
  const held = new Set<number>();
  net.forEach((printed, row) => {
    const spent = gross[row] ?? null;
    const received = incomes.map((figures) => figures[row] ?? 0);
    if (printed === null || (spent === null && received.every((amount) => amount === 0))) return;
    asked += 1;
    const sum = received.reduce((total, amount) => total + amount, 0);
    const off = Math.min(Math.abs((spent ?? 0) + sum - printed), Math.abs((spent ?? 0) - sum - printed));
    if (off > slackOf([printed, spent ?? 0, ...received])) return;
    agreed += 1;
    received.forEach((amount, i) => void (amount !== 0 && held.add(i)));
  });
  return asked >= 2 && agreed >= asked * MOSTLY && held.size === incomes.length;
}

function isSum(whole: Figures, parts: readonly Figures[]): boolean {
  let [asked, agreed] = [0, 0];
  whole.forEach((total, row) => {
    if (total === null) return;
    const own = parts.map((figures) => figures[row] ?? 0);
    asked += 1;
    if (Math.abs(own.reduce((sum, amount) => sum + amount, 0) - total) <= slackOf([total, ...own])) agreed += 1;
  });
  return asked >= 2 && agreed >= asked * MOSTLY;
}

/** What rounding may come to: half a last place a figure. */
function slackOf(figures: readonly number[]): number {
  return (10 ** -Math.min(6, Math.max(0, ...figures.map(decimalsOf))) * (figures.length + 1)) / 2;
}
