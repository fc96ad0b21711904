// Watches a sheet's text go by for places beyond any sheet: a parser that took them at their word would never come back.
import { parseAddress } from "../core/budget/cells";

export const LAST_ROW = 1_048_576;
export const LAST_COLUMN = 16_384;
/** Cells that links may span together; real sheets link single cells. */
const LINKED_CELLS = 2_000_000;
/** Longer than any tag that is looked for. */
const CARRY = 1_000;

/** Feed it the sheet's bytes in order; it answers with what is wrong, once something is. */
export class SheetScan {
  private carry = "";
  private linked = 0;
  private readonly decoder = new TextDecoder("latin1");

  /** A clause for people, or null while nothing is wrong. */
  see(chunk: Uint8Array): string | null {
    const text = this.carry + this.decoder.decode(chunk);
    // Only whole tags count, each once: an open one is looked at with the next chunk.
    const whole = text.lastIndexOf(">") + 1;
    this.carry = text.slice(Math.max(whole, text.length - CARRY));
    const seen = text.slice(0, whole);
    return (seen.includes("hyperlink") ? this.links(seen) : null) ?? (seen.includes("col ") ? columnsBeyond(seen) : null);
  }

  private links(text: string): string | null {
    for (const [, from, to] of text.matchAll(/<(?:\w+:)?hyperlink\s[^<>]*?\bref=["']([A-Za-z0-9$]+):([A-Za-z0-9$]+)["']/g)) {
      const [a, b] = [parseAddress(from ?? ""), parseAddress(to ?? "")];
      if (a !== null && b !== null) this.linked += (Math.abs(b.row - a.row) + 1) * (Math.abs(b.column - a.column) + 1);
    }
    return this.linked > LINKED_CELLS ? "its links span more cells than any sheet uses" : null;
  }
}

function columnsBeyond(text: string): string | null {
  for (const [, max] of text.matchAll(/<(?:\w+:)?col\s[^<>]*?\bmax=["'](\d+)["']/g)) {
    if (Number(max) > LAST_COLUMN) return "it describes columns beyond the last that a sheet has";
  }
  return null;
}
