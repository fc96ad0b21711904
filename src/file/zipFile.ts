// A zip that is made as it is written: each part is packed piece by piece and passed on, so that none is ever held whole.
import { pipeline } from "node:stream/promises";
import { createDeflateRaw } from "node:zlib";
import { Zip, ZipPassThrough } from "fflate";
import { WorkbookError } from "../workbook/ports";

/** Where the bytes of a file go, in order. The next are made when it has taken these. */
export type Sink = (bytes: Uint8Array) => Promise<void> | void;

/** Sizes in a zip of the ordinary form have 32 bits (PKWARE APPNOTE 4.4.8); Excel balks at some programs' longer form. */
const MAX_BYTES = 0xffff_ffff;
/** The first moment that a zip can state: no clock is asked, so that the same parts give the same bytes. */
const MOMENT = new Date(1980, 0, 1);
const DEFLATED = 8;
/** On rows of cells it takes a third of the time of the usual 6 and gives files 4% larger. */
const LEVEL = 4;
const NOTHING = new Uint8Array(0);

/** A part whose bytes are counted and summed here; they are packed beside us, on a thread of the platform's. */
class PackedPart extends ZipPassThrough {
  override readonly compression = DEFLATED;
  override readonly mtime = MOMENT;

  protected override process(): void {
    // What is passed on is what the packing gives back.
  }
}

export class ZipFile {
  private readonly zip: Zip;
  private waiting: Uint8Array[] = [];
  private written = 0;

  constructor(private readonly sink: Sink, private readonly maxBytes = MAX_BYTES) {
    this.zip = new Zip((error, bytes) => {
      if (error !== null) throw error;
      this.waiting.push(bytes);
    });
  }

  /** One part. Throws WorkbookError too-large when it, or the file, outgrows what a zip can state; whatever the pieces or the sink throw. */
  async add(path: string, pieces: Iterable<Uint8Array>): Promise<void> {
    const part = new PackedPart(path);
    this.zip.add(part);
    await pipeline(this.counted(part, pieces), createDeflateRaw({ level: LEVEL }), async (packed: AsyncIterable<Uint8Array<ArrayBuffer>>) => {
      for await (const bytes of packed) {
        part.ondata(null, bytes, false);
        await this.flush();
      }
    });
    part.ondata(null, NOTHING, true);
    await this.flush();
  }

  /** The list of parts: without it the file is none. */
  async end(): Promise<void> {
    this.zip.end();
    await this.flush();
  }

  private *counted(part: PackedPart, pieces: Iterable<Uint8Array>): Generator<Uint8Array> {
    for (const piece of pieces) {
      part.push(piece);
      if (part.size > this.maxBytes) throw tooLong();
      yield piece;
    }
    part.push(NOTHING, true);
  }

  private async flush(): Promise<void> {
    const bytes = this.waiting;
    this.waiting = [];
    for (const piece of bytes) {
      this.written += piece.length;
      if (this.written > this.maxBytes) throw tooLong();
      await this.sink(piece);
    }
  }
}

function tooLong(): WorkbookError {
  return new WorkbookError("too-large", "The result is larger than a workbook's file can be (4 GB). Nothing was written.", "Read fewer sheets at a time, or leave out lines that need no detail.");
}
