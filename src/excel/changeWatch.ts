// Hears which sheets people change, so that only those need to be read again.
export class ChangeWatch {
  private hearing = false;
  private missed = true;
  private changed = new Set<string>();

  /** Queues listening, once; from the request on in which it is sent, every change of the workbook is heard. */
  queue(context: Excel.RequestContext): void {
    if (this.hearing) return;
    this.hearing = true;
    context.workbook.worksheets.onChanged.add((args) => {
      // What we write ourselves is known without being read.
      if (args.triggerSource !== "ThisLocalAddin") this.changed.add(args.worksheetId);
      return Promise.resolve();
    });
  }

  /** Before a whole reading: what was heard so far is in it, once it is `done`. A reading that fails leaves unknown what changed. */
  begin(): void {
    this.missed = true;
    this.changed = new Set();
  }

  done(): void {
    this.missed = false;
  }

  /** Listening failed: the next reading tries again. */
  failed(): void {
    this.hearing = false;
    this.missed = true;
  }

  /** False while it is not known what people changed, so that everything must be read. */
  knows(): boolean {
    return this.hearing && !this.missed;
  }

  /** Ids of the sheets that people changed since the last time. */
  take(): ReadonlySet<string> {
    const taken = this.changed;
    this.changed = new Set();
    return taken;
  }

  /** These were not read after all. */
  giveBack(ids: Iterable<string>): void {
    for (const id of ids) this.changed.add(id);
  }
}
