/** What booting in Node and in jsdom share: the pane's side of the channel, and waiting until the client is ready. */
import { EmbeddedHost } from "../host";
import type { HostWorkbookData } from "../hostData";
import { frameName } from "../wac/messages";
import type { Conversation, ExcelApiVersion } from "../wac/messages";
import { OFFICE_SCRIPT, runLibraryScript } from "./clientScripts";
import type { Calculator } from "../model/workbook";

export interface BootOptions {
  readonly workbook?: HostWorkbookData;
  readonly excelApi?: ExcelApiVersion;
  /** Without one, formulas are worked out by the host's own small evaluator. */
  readonly calculator?: Calculator;
  readonly payloadLimitBytes?: number;
  /** The client refuses members newer than `excelApi` by ApiNotFound, as an older Excel would. */
  readonly refuseNewerMembers?: boolean;
}

export const ORIGIN = "https://localhost";

const conversation: Conversation = { id: "conv-1", controlId: "ctl-1", origin: ORIGIN, locale: "en-US" };

/** How the environment hands a text to the page's `message` listeners. */
export type Deliver = (text: string) => void;

export interface Wire {
  readonly host: EmbeddedHost;
  /** Stands in for `window.parent`. */
  readonly parent: { postMessage(text: string): void };
  readonly windowName: string;
}

export const makeWire = (options: BootOptions & { readonly calculator: Calculator }, deliver: Deliver): Wire => {
  const host = new EmbeddedHost({ ...options, conversation, post: (text) => setTimeout(() => deliver(text), 0) });
  return {
    host,
    parent: { postMessage: (text) => setTimeout(() => host.bridge.receive(text), 0) },
    windowName: frameName(conversation),
  };
};

/** Runs office.js, which loads the rest, and waits for `Office.onReady`. The client is a singleton of the page: boot once a file. */
export const startClient = async (options: BootOptions): Promise<void> => {
  runLibraryScript(OFFICE_SCRIPT);
  const info = await Office.onReady();
  if (info.host !== Office.HostType.Excel) {
    throw new Error("The client did not recognise the embedded host.");
  }
  if (options.refuseNewerMembers === true) {
    // A switch of the client's own, which its typings do not name.
    const { CommonUtility } = OfficeExtension as unknown as { CommonUtility: { _doApiNotSupportedCheck: boolean } };
    CommonUtility._doApiNotSupportedCheck = true;
  }
};
