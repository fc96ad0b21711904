/** Boots the genuine client beside a real jsdom document, so that components can be rendered next to it. */
import { Evaluator } from "../calc/evaluator";
import type { EmbeddedHost } from "../host";
import { isLibraryScript, OFFICE_SCRIPT, runLibraryScript } from "./clientScripts";
import type { BootOptions } from "./pane";
import { makeWire, ORIGIN, startClient } from "./pane";

/** jsdom's address is not the host's, so messages carry the origin themselves. */
export const bootJsdomHost = async (options: BootOptions = {}): Promise<EmbeddedHost> => {
  const deliver = (text: string): void => {
    const event = new MessageEvent("message", { data: text, origin: ORIGIN });
    Object.defineProperty(event, "source", { value: wire.parent });
    window.dispatchEvent(event);
  };
  const wire = makeWire({ ...options, calculator: options.calculator ?? new Evaluator() }, deliver);
  window.name = wire.windowName;
  Object.defineProperty(window, "parent", { value: wire.parent, configurable: true });
  Object.defineProperty(document, "domain", { value: "localhost", configurable: true });
  document.hasFocus = () => true;
  const tag = document.createElement("script");
  tag.type = "text/plain";
  tag.src = OFFICE_SCRIPT;
  document.head.appendChild(tag);
  const append = document.head.appendChild.bind(document.head);
  document.head.appendChild = <T extends Node>(node: T): T => {
    if (node instanceof HTMLScriptElement && isLibraryScript(node.src)) {
      setTimeout(() => {
        runLibraryScript(node.src);
        node.onload?.(new Event("load"));
      }, 0);
      return node;
    }
    return append(node);
  };
  await startClient(options);
  await wire.host.load(options.workbook);
  return wire.host;
};
