// The frame that holds the genuine pane, and the channel between it and the embedded host: window messages, as in Excel on the web.
import { EmbeddedHost } from "../host/host";
import type { HostWorkbookData } from "../host/hostData";
import { frameName, type Conversation } from "../host/wac/messages";
import type { Calculator } from "../host/model/workbook";

export interface PaneFrame {
  readonly host: EmbeddedHost;
  /** Opens the pane anew, as closing and opening it in Excel would. */
  reload(): void;
}

export interface FrameOptions {
  readonly container: HTMLElement;
  readonly paneUrl: string;
  readonly workbook: HostWorkbookData;
  readonly calculator: Calculator;
  /** Called after each message to the pane. */
  readonly onTraffic: (host: EmbeddedHost) => void;
}

export function openPane(options: FrameOptions): PaneFrame {
  let frame: HTMLIFrameElement | null = null;
  const conversation: Conversation = { id: `conv-${options.workbook.name ?? "book"}`, controlId: "ctl-1", origin: location.origin, locale: "en-GB" };
  const host: EmbeddedHost = new EmbeddedHost({
    workbook: options.workbook,
    calculator: options.calculator,
    conversation,
    post: (text) => {
      frame?.contentWindow?.postMessage(text, location.origin);
      options.onTraffic(host);
    },
  });
  window.addEventListener("message", (event: MessageEvent<unknown>) => {
    if (event.source !== frame?.contentWindow || event.origin !== location.origin || typeof event.data !== "string") return;
    host.bridge.receive(event.data);
  });
  const reload = (): void => {
    frame?.remove();
    frame = document.createElement("iframe");
    // The client reads its host's particulars from the frame's name, which must be there before the frame is in the page.
    frame.name = frameName(conversation);
    frame.title = "Common Purse task pane";
    frame.src = options.paneUrl;
    options.container.append(frame);
  };
  reload();
  return { host, reload };
}
