/** What crosses between the pane and the workbook: round trips, bytes, actions. */

/** `application`: a `context.sync()` of the add-in. `cleanup`: the client releasing references. `service`: Office.js's own. */
export type TripKind = "application" | "cleanup" | "service";

export interface Trip {
  readonly kind: TripKind;
  readonly requestBytes: number;
  readonly responseBytes: number;
  readonly actions: number;
  readonly isWrite: boolean;
  /** The error the add-in got, null when all went well. */
  readonly error: string | null;
}

export class Metrics {
  private list: Trip[] = [];

  get trips(): readonly Trip[] {
    return this.list;
  }

  /** Round trips of the add-in itself: the figure that budgets are about. */
  get roundTrips(): number {
    return this.ofKind("application").length;
  }

  get cleanups(): number {
    return this.ofKind("cleanup").length;
  }

  get requestBytes(): number {
    return this.ofKind("application").reduce((sum, trip) => sum + trip.requestBytes, 0);
  }

  get responseBytes(): number {
    return this.ofKind("application").reduce((sum, trip) => sum + trip.responseBytes, 0);
  }

  reset(): void {
    this.list = [];
  }

  note(trip: Trip): void {
    this.list.push(trip);
  }

  private ofKind(kind: TripKind): Trip[] {
    return this.list.filter((trip) => trip.kind === kind);
  }
}
