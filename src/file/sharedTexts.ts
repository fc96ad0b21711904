// Texts that many cells of a workbook share, kept once; of a long sheet's texts only so many that memory stays bounded.
import { heldText, textElement } from "./cellText";

/** Codes and descriptions that come once each would fill the list: what does not fit stands in its own cell. */
const MAX_TEXTS = 100_000;
const MAX_LENGTH = 1_000;

/** Adds to the shared strings part (ECMA-376 18.4.9) that the library made for the rest of the workbook. */
export class SharedTexts {
  private readonly cells = new Map<string, string>();
  private readonly items: string[] = [];
  private readonly first: number;

  /** `part` is the library's own, or null when it made none: then nothing is shared. */
  constructor(private readonly part: string | null) {
    this.first = Number(/\buniqueCount="(\d+)"/.exec(part ?? "")?.[1] ?? 0);
  }

  /** How a cell that holds the text goes on after its place and its style, up to its end. */
  cellOf(text: string): string {
    const known = this.cells.get(text);
    if (known !== undefined) return known;
    const element = textElement(heldText(text));
    if (this.part === null || this.items.length >= MAX_TEXTS || text.length > MAX_LENGTH) return ` t="inlineStr"><is>${element}</is></c>`;
    const cell = ` t="s"><v>${this.first + this.items.length}</v></c>`;
    this.items.push(`<si>${element}</si>`);
    this.cells.set(text, cell);
    return cell;
  }

  /** The part with what was added, piece by piece; nothing when there was none. */
  *xml(): Generator<string> {
    if (this.part === null) return;
    const count = this.first + this.items.length;
    const end = this.part.lastIndexOf("</sst>");
    yield this.part.slice(0, end).replace(/\bcount="\d+" uniqueCount="\d+"/, `count="${count}" uniqueCount="${count}"`);
    yield* this.items;
    yield this.part.slice(end);
  }
}
