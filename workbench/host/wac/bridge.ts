/** Plays the Excel page that owns the task pane: the handshake, RichApi requests, settings and events, over any transport. */
import { runRequest } from "../richapi/engine";
import type { Session } from "../richapi/session";
import type { WireRequest, WireResponse } from "../richapi/wire";
import type { Fault, TransportCode } from "./faults";
import { Faults, TRANSPORT_CODES } from "./faults";
import type { Conversation, ExcelApiVersion, Message } from "./messages";
import {
  Dispatch,
  ERROR_HANDLING_REQUEST,
  Flag,
  FOR_CALLING,
  FOR_EVENTING,
  isRecord,
  readMessage,
  REQUEST,
  requirementMatrix,
  RESPONSE,
} from "./messages";
import type { TripKind } from "./metrics";
import { Metrics } from "./metrics";

export interface BridgeOptions {
  readonly conversation: Conversation;
  readonly excelApi: ExcelApiVersion;
  /** Sends a text to the pane. */
  readonly post: (text: string) => void;
  /** The session that answers now; a test swaps it for a fresh workbook. */
  readonly session: () => Session;
  /** Called after the answer to a RichApi request, when changes may be announced. */
  readonly afterRequest?: () => void;
  /** "Resource limits": Excel on the web takes and gives 5 MB a request. */
  readonly payloadLimitBytes?: number;
}

const PAYLOAD_LIMIT_BYTES = 5 * 1024 * 1024;

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

/** UTF-8 length, without a TextEncoder, which jsdom lacks, and without a Buffer, which browsers lack. */
const byteLength = (text: string): number => {
  let bytes = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    const isPair = code >= 0xd800 && code < 0xdc00;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : isPair ? 4 : 3;
    index += isPair ? 1 : 0;
  }
  return bytes;
};

export class WacBridge {
  readonly metrics = new Metrics();
  readonly faults = new Faults();
  /** Milliseconds that each request takes on its way, to turn round trips into waiting. */
  latencyMs = 0;
  /** Called before each application request is done: what other people do between two requests of the add-in. */
  beforeRequest: (() => Promise<void>) | null = null;
  private isEditing = false;
  private readonly waitingForEdit: (() => void)[] = [];
  private readonly settings = new Map<string, string>();
  private readonly subscribed = new Set<string>();
  private readonly completed: string[] = [];
  private readonly conversation: Conversation;
  private chain: Promise<void> = Promise.resolve();

  constructor(private readonly options: BridgeOptions) {
    this.conversation = options.conversation;
  }

  /** Ribbon commands that have called `event.completed()`. */
  get completedCommands(): readonly string[] {
    return this.completed;
  }

  beginEdit(): void {
    this.isEditing = true;
  }

  endEdit(): void {
    this.isEditing = false;
    this.waitingForEdit.splice(0).forEach((go) => go());
  }

  /** Takes a text from the pane; anything that is not for this conversation is left alone. */
  receive(text: string): void {
    const message = readMessage(text);
    if (!message || message._messageType !== REQUEST || message._conversationId !== this.conversation.id) {
      return;
    }
    // One request after another, as the service works them off.
    this.chain = this.chain.then(() => this.handle(message));
  }

  /** Resolves when everything received so far has been answered. */
  async idle(): Promise<void> {
    await this.chain;
  }

  /** Raises a RichApi event: category 65536, its number, the target's id and the arguments as JSON. */
  raise(eventNumber: number, targetId: string, args: Readonly<Record<string, unknown>>, isRemote: boolean): void {
    if (this.subscribed.has("richApiMessage")) {
      this.push("richApiMessage", { ArrayData: [[65536, eventNumber, targetId, JSON.stringify(args), 0, isRemote]] });
    }
  }

  /** Presses a ribbon button that runs a function by name. */
  pressButton(buttonId: string, functionName: string): void {
    this.push("appCommandInvoked", [buttonId, functionName, JSON.stringify({ source: { id: buttonId } })]);
  }

  selectionChanged(): void {
    if (this.subscribed.has("documentSelectionChanged")) {
      this.push("documentSelectionChanged", {});
    }
  }

  private async handle(message: Message): Promise<void> {
    if (message._actionName === "ContextActivationManager_getAppContextAsync") {
      this.answer(message, this.appContext());
    } else if (message._actionType === 1 || message._actionType === 2) {
      this.subscribed[message._actionType === 1 ? "add" : "delete"](message._actionName);
      this.answer(message, { Error: 0, Version: 1 });
    } else if (message._actionName === "executeMethod") {
      await this.execute(message);
    } else {
      // notifyHost and the like: unanswered calls would stay in the client's list and keep its timer alive.
      this.answer(message, null);
    }
  }

  private async execute(message: Message): Promise<void> {
    const data = isRecord(message._data) ? message._data : {};
    const method = isRecord(data.DdaMethod) ? data.DdaMethod : {};
    switch (method.DispatchId) {
      case Dispatch.RichApi:
        await this.richApi(message, Array.isArray(data.ArrayData) ? data.ArrayData : []);
        return;
      case Dispatch.SaveSettings:
        this.saveSettings(data);
        this.answer(message, { Version: 1, Error: 0 });
        return;
      case Dispatch.LoadSettings: {
        const list = [...this.settings].map(([Name, Value]) => ({ Name, Value }));
        this.answer(message, { Version: 1, Error: 0, Properties: { Settings: list } });
        return;
      }
      case Dispatch.CommandCompleted:
        this.completed.push(textOf(data["1"]) || textOf(data["0"]));
        this.answer(message, { Version: 1, Error: 0 });
        return;
      default:
        this.options.session().workbook.warn(`Office method ${String(method.DispatchId)} is not built in the embedded host`);
        this.answer(message, { Version: 1, Error: 5000 });
    }
  }

  private async richApi(message: Message, parts: readonly unknown[]): Promise<void> {
    const body = textOf(parts[4]);
    const flags = Number(parts[6] ?? 0);
    const request = JSON.parse(body) as WireRequest;
    const kind = kindOf(textOf(parts[0]), request);
    const requestBytes = byteLength(body);
    const note = (responseBytes: number, error: string | null): void =>
      this.metrics.note({ kind, requestBytes, responseBytes, actions: request.Actions.length, isWrite: (flags & Flag.Write) !== 0, error });
    const refuse = (code: TransportCode): void => {
      note(0, code);
      this.answer(message, { Version: 1, Error: TRANSPORT_CODES[code] });
    };
    const fault = kind === "application" ? this.faults.next() : undefined;
    await this.delay();
    if (this.isEditing && kind === "application") {
      if ((flags & Flag.DelayForCellEdit) === 0) {
        refuse("InvalidOperationInCellEditMode");
        return;
      }
      await new Promise<void>((go) => this.waitingForEdit.push(go));
    }
    if (kind === "application") {
      await this.beforeRequest?.();
    }
    const limit = this.options.payloadLimitBytes ?? PAYLOAD_LIMIT_BYTES;
    if (fault?.kind === "transport" || requestBytes > limit) {
      refuse(fault?.kind === "transport" ? fault.code : "RequestPayloadSizeLimitExceeded");
      return;
    }
    if ((flags & Flag.Write) !== 0) {
      // A grid that draws when it calculates must hear of looks and widths too.
      this.options.session().workbook.noteStructure();
    }
    const response = await this.run(request, fault);
    const text = JSON.stringify(response);
    const responseBytes = byteLength(text);
    if (responseBytes > limit) {
      refuse("ResponsePayloadSizeLimitExceeded");
    } else {
      note(responseBytes, response.Error?.Code ?? (fault?.kind === "dropped" || fault?.kind === "silent" ? fault.kind : null));
      if (fault?.kind !== "silent") {
        this.answer(message, { Version: 1, Error: 0, Data: [200, [], text] }, fault?.kind === "dropped" ? ERROR_HANDLING_REQUEST : 0);
      }
    }
    // After the answer, for only then does the client have the handlers that this request registered.
    this.options.afterRequest?.();
  }

  private async run(request: WireRequest, fault: Fault | undefined): Promise<WireResponse> {
    const session = this.options.session();
    switch (fault?.kind) {
      case "error":
        return runRequest(request, session, { failAfter: { actions: 0, code: fault.code } });
      case "half":
        return runRequest(request, session, { failAfter: { actions: Math.ceil(request.Actions.length / 2), code: fault.code } });
      case "partial":
        return runRequest(request, session, { failAfter: { actions: fault.actions, code: fault.code } });
      case "nullRead":
        return runRequest(request, session, { nullReads: true });
      default:
        return runRequest(request, session);
    }
  }

  private async delay(): Promise<void> {
    if (this.latencyMs > 0) {
      await new Promise<void>((go) => setTimeout(go, this.latencyMs));
    }
  }

  private saveSettings(data: Readonly<Record<string, unknown>>): void {
    const given: unknown = isRecord(data.DdaSettingsMethod) ? data.DdaSettingsMethod.Properties : [];
    this.settings.clear();
    for (const pair of Array.isArray(given) ? (given as unknown[]) : []) {
      if (Array.isArray(pair)) {
        this.settings.set(textOf(pair[0]), textOf(pair[1]));
      }
    }
  }

  private appContext(): Readonly<Record<string, unknown>> {
    const { id, controlId, locale } = this.conversation;
    return {
      _id: controlId,
      _appName: 16,
      _appVersion: "16.01",
      _appUILocale: locale,
      _dataLocale: locale,
      _docUrl: `${this.conversation.origin}/${this.options.session().workbook.name}`,
      _clientMode: 1,
      _settings: [...this.settings],
      _reason: "documentOpened",
      _osfControlType: 1,
      _eToken: "",
      _correlationId: "corr-1",
      _appInstanceId: id,
      _requirementMatrix: requirementMatrix(this.options.excelApi),
      _hostFullVersion: "16.0.0.0",
      _appDomains: [],
      _initialDisplayMode: 2,
      _featureGates: {},
      _addinName: "Common Purse",
    };
  }

  private answer(request: Message, data: unknown, errorCode = 0): void {
    this.send(request._actionName, request._correlationId, data, FOR_CALLING, errorCode);
  }

  private push(name: string, data: unknown): void {
    this.send(name, 0, data, FOR_EVENTING, 0);
  }

  private send(name: string, correlationId: number, data: unknown, responseType: number, errorCode: number): void {
    this.options.post(
      JSON.stringify({
        _messageType: RESPONSE,
        _actionName: name,
        _conversationId: this.conversation.id,
        _correlationId: correlationId,
        _origin: this.conversation.origin,
        _data: data,
        _errorCode: errorCode,
        _responseType: responseType,
        _serializerVersion: 1,
      }),
    );
  }
}

/** A request of nothing but releases (and the paths they need) is the client's own clean-up. */
const kindOf = (customData: string, request: WireRequest): TripKind => {
  if (customData === "WacPartition") {
    return "service";
  }
  const releases = request.Actions.filter((action) => action.Name === "_RemoveReference").length;
  const others = request.Actions.filter((action) => action.Name !== "_RemoveReference" && action.ActionType !== 1).length;
  return releases > 0 && others === 0 ? "cleanup" : "application";
};
