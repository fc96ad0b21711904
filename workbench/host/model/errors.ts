/** The errors Excel's side answers with, under the codes of the Excel error-handling page. */

/**
 * Codes, messages and status numbers follow learn.microsoft.com/office/dev/add-ins/testing/application-specific-api-error-handling
 * ("Excel-specific error codes").
 */
const MESSAGES: Readonly<Record<string, readonly [message: string, httpStatusCode: number]>> = {
  AccessDenied: ["You cannot perform the requested operation.", 403],
  ApiNotFound: ["The API you are trying to use could not be found.", 404],
  GeneralException: ["There was an internal error while processing the request.", 500],
  InvalidArgument: ["The argument is invalid or missing or has an incorrect format.", 400],
  InvalidOperation: ["The operation attempted is invalid on the object.", 400],
  InvalidReference: ["This reference is not valid for the current operation.", 400],
  InvalidRequest: ["Cannot process the request.", 400],
  InsertDeleteConflict: ["The insert or delete operation attempted resulted in a conflict.", 409],
  ItemAlreadyExists: ["The resource being created already exists.", 409],
  ItemNotFound: ["The requested resource doesn't exist.", 404],
  MergedRangeConflict: [
    "Cannot complete the operation. A table can't overlap with a PivotTable report, query results, merged cells, or another table.",
    409,
  ],
  NonBlankCellOffSheet: ["Microsoft Excel can't insert new cells because it would push non-empty cells off the end of the worksheet.", 400],
  NotImplemented: ["The requested feature isn't implemented.", 501],
  OperationCellsExceedLimit: ["The attempted operation affects more than the limit of 33554000 cells.", 400],
  RangeExceedsLimit: ["The cell count in the range has exceeded the maximum supported number.", 400],
};

export class HostError extends Error {
  override readonly name = "HostError";
  readonly httpStatusCode: number;

  constructor(
    readonly code: string,
    message?: string,
  ) {
    super(message ?? MESSAGES[code]?.[0] ?? code);
    this.httpStatusCode = MESSAGES[code]?.[1] ?? 400;
  }
}

export const notBuilt = (member: string): HostError => new HostError("ApiNotFound", `${member} is not built in the embedded host`);

export const invalidArgument = (detail: string): HostError => new HostError("InvalidArgument", detail);
