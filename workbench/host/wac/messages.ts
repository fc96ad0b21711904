/** The envelope and the names of the Excel-on-the-web channel. */

export interface Message {
  readonly _messageType: number;
  readonly _actionName: string;
  readonly _conversationId: string;
  readonly _correlationId: number;
  readonly _actionType?: number;
  readonly _data: unknown;
}

export const REQUEST = 0;
export const RESPONSE = 1;
export const FOR_CALLING = 0;
export const FOR_EVENTING = 1;
export const ERROR_HANDLING_REQUEST = -2;

export const Dispatch = { LoadSettings: 75, SaveSettings: 76, RichApi: 93, CommandCompleted: 94 } as const;

/** Flag bits of a RichApi request. */
export const Flag = { Write: 1, DelayForCellEdit: 64 } as const;

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null;

export const readMessage = (text: string): Message | null => {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isRecord(parsed) || typeof parsed._actionName !== "string" || typeof parsed._conversationId !== "string") {
    return null;
  }
  return {
    _messageType: Number(parsed._messageType),
    _actionName: parsed._actionName,
    _conversationId: parsed._conversationId,
    _correlationId: Number(parsed._correlationId),
    _actionType: Number(parsed._actionType),
    _data: parsed._data,
  };
};

/** What the iframe's `name` must hold before the frame enters the page. */
export const frameName = (conversation: Conversation): string =>
  JSON.stringify({
    baseFrameName: conversation.controlId,
    // Type, platform, version of the client file, locale, correlation, dialog, logging, flags (1 = shared runtime).
    hostInfo: `Excel|Web|16.01|${conversation.locale}|corr-1||disableLogging|1`,
    xdmInfo: `${conversation.id}|${conversation.controlId}|${conversation.origin}`,
    serializerVersion: "1",
    flights: "[]",
  });

export interface Conversation {
  /** Fresh for each load of the pane: the client keeps settings by it. */
  readonly id: string;
  readonly controlId: string;
  /** Both sides are on https and the same host name, which the client trusts. */
  readonly origin: string;
  readonly locale: string;
}

/** Requirement sets as the host declares them; this alone decides `isSetSupported`. */
export type ExcelApiVersion = "1.10" | "1.14" | "1.15";

export const requirementMatrix = (excelApi: ExcelApiVersion): string =>
  JSON.stringify({
    ExcelApi: excelApi,
    RichApiRuntime: "1.1",
    SharedRuntime: "1.2",
    AddinCommands: "1.3",
    DialogApi: "1.2",
    RibbonApi: "1.2",
    // Without it the client drops the wish of Excel.run({delayForCellEdit: true}).
    DelayForCellEdit: "1.1",
  });
