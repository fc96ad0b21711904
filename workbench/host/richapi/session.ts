/** What lives across requests: references to ranges, event registrations, and the switches an add-in may set. */
import type { Area } from "../model/address";
import type { SheetModel } from "../model/sheet";
import type { WorkbookModel } from "../model/workbook";
import { LiveRange } from "../model/workbook";

export class Session {
  /** `Runtime.enableEvents`. */
  eventsEnabled = true;
  /** Worksheet ids, or `Workbook` for handlers on a collection, each with an event's number. */
  readonly registrations = new Set<string>();
  /** `Application.suspendApiCalculationUntilNextSync`, for the request that is running. */
  isCalculationSuspended = false;
  private readonly references = new Map<string, readonly LiveRange[]>();
  private readonly areaReferences = new Set<string>();
  private nextReference = 1;

  constructor(readonly workbook: WorkbookModel) {}

  /** A range that is kept right by the model while the request runs, and longer when it is referenced. */
  range(sheet: SheetModel, area: Area): LiveRange {
    const range = new LiveRange(sheet, area);
    this.workbook.liveRanges.add(range);
    return range;
  }

  keep(ranges: readonly LiveRange[], asAreas: boolean): string {
    const id = `ref-${this.nextReference}`;
    this.nextReference += 1;
    if (asAreas) {
      this.areaReferences.add(id);
    }
    this.references.set(id, ranges);
    return id;
  }

  referenced(id: string): readonly LiveRange[] | undefined {
    return this.references.get(id);
  }

  isAreas(id: string): boolean {
    return this.areaReferences.has(id);
  }

  release(id: string): void {
    this.areaReferences.delete(id);
    this.references.delete(id);
  }

  get referenceCount(): number {
    return this.references.size;
  }

  endRequest(): void {
    const kept = new Set([...this.references.values()].flat());
    for (const range of this.workbook.liveRanges) {
      if (!kept.has(range)) {
        this.workbook.liveRanges.delete(range);
      }
    }
  }
}
