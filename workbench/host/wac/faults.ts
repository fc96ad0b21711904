/** Things that go wrong between the pane and the workbook, for tests to ask for. */

export type Fault =
  /** Refused on the way, by a transport code; nothing is applied. */
  | { readonly kind: "transport"; readonly code: TransportCode }
  /** Refused by Excel with an error code; nothing is applied. */
  | { readonly kind: "error"; readonly code: string }
  /** The first half of the actions is applied, then Excel fails with the code. */
  | { readonly kind: "half"; readonly code: string }
  /** So many actions are applied, then Excel fails with the code. */
  | { readonly kind: "partial"; readonly actions: number; readonly code: string }
  /** Everything is applied, but the answer is lost: an error of the channel reaches the pane. */
  | { readonly kind: "dropped" }
  /** Never answered at all. */
  | { readonly kind: "silent" }
  /** Ranges answer `null` instead of values. */
  | { readonly kind: "nullRead" };

/** `executeMethod` codes as the genuine client reads them. */
export const TRANSPORT_CODES = {
  InvalidOperationInCellEditMode: 5004,
  InvalidOrTimedOutSession: 5012,
  WriteNotSupportedWhenModalDialogOpen: 5016,
  ActivityLimitReached: 5102,
  RequestPayloadSizeLimitExceeded: 5103,
  ResponsePayloadSizeLimitExceeded: 5104,
  AccessDenied: 7000,
} as const;

export type TransportCode = keyof typeof TRANSPORT_CODES;

export class Faults {
  private readonly planned = new Map<number, Fault>();
  private seen = 0;

  /** The fault strikes the n-th application request from now on, counted from 1. */
  atRequest(n: number, fault: Fault): void {
    this.planned.set(this.seen + n, fault);
  }

  /** Every application request of the next `count` fails alike. */
  forRequests(count: number, fault: Fault): void {
    for (let n = 1; n <= count; n += 1) {
      this.atRequest(n, fault);
    }
  }

  clear(): void {
    this.planned.clear();
  }

  /** The fault for the request that has just come in. */
  next(): Fault | undefined {
    this.seen += 1;
    const fault = this.planned.get(this.seen);
    this.planned.delete(this.seen);
    return fault;
  }
}
