/** Boots the genuine client in plain Node, with just enough of a window for it. */
import { Evaluator } from "../calc/evaluator";
import type { EmbeddedHost } from "../host";
import { isLibraryScript, OFFICE_SCRIPT, runLibraryScript } from "./clientScripts";
import type { BootOptions } from "./pane";
import { makeWire, ORIGIN, startClient } from "./pane";

type Listener = (event: unknown) => void;

interface ScriptElement {
  src: string;
  onload?: (event: unknown) => void;
  onreadystatechange?: () => void;
  readyState?: string;
  [name: string]: unknown;
}

const makeStorage = (): Storage => {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    clear: () => kept.clear(),
    getItem: (key) => kept.get(key) ?? null,
    key: (index) => [...kept.keys()][index] ?? null,
    removeItem: (key) => void kept.delete(key),
    setItem: (key, value) => void kept.set(key, value),
  };
};

/** An element as the library uses one: scripts to load, and anchors to take addresses apart. */
const makeElement = (tag: string): ScriptElement => {
  const element: ScriptElement = {
    src: "",
    tagName: tag.toUpperCase(),
    style: {},
    setAttribute: () => undefined,
    getAttribute: () => null,
  };
  if (tag.toLowerCase() === "a") {
    let url = new URL(ORIGIN);
    Object.defineProperty(element, "href", {
      get: () => url.href,
      set: (value: string) => {
        url = new URL(value, ORIGIN);
        Object.assign(element, {
          protocol: url.protocol,
          hostname: url.hostname,
          host: url.host,
          port: url.port,
          pathname: url.pathname,
          search: url.search,
          hash: url.hash,
        });
      },
    });
  }
  return element;
};

const appendScript = (element: ScriptElement): ScriptElement => {
  if (isLibraryScript(element.src)) {
    setTimeout(() => {
      runLibraryScript(element.src);
      element.readyState = "loaded";
      element.onload?.({});
      element.onreadystatechange?.();
    }, 0);
  }
  return element;
};

const makeDocument = () => ({
  domain: "localhost",
  readyState: "complete",
  title: "pane",
  URL: `${ORIGIN}/taskpane.html`,
  cookie: "",
  documentElement: { style: {} },
  body: { appendChild: appendScript, style: {} },
  head: { appendChild: appendScript },
  createElement: makeElement,
  createTextNode: () => ({ data: "" }),
  getElementsByTagName: (tag: string) =>
    tag.toLowerCase() === "script"
      ? [{ src: OFFICE_SCRIPT, getAttribute: () => null }]
      : tag.toLowerCase() === "head"
        ? [{ appendChild: appendScript }]
        : [],
  getElementById: () => null,
  querySelectorAll: () => [],
  hasFocus: () => true,
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
});

/**
 * The client watches its calls by a timer of two seconds. As on a page that is closed, it must not outlive the test file nor keep
 * the process waiting.
 */
const ownTimers = (define: (name: string, value: unknown) => void): Set<NodeJS.Timeout> => {
  const timers = new Set<NodeJS.Timeout>();
  const start = globalThis.setInterval;
  define("setInterval", (callback: () => void, delay?: number) => {
    const timer = start(callback, delay);
    timer.unref();
    timers.add(timer);
    return timer;
  });
  return timers;
};

/** Call once per test file, or once per process; then `host.load(data)` gives each test its own workbook. */
export const bootNodeHost = async (options: BootOptions = {}): Promise<EmbeddedHost> => {
  const listeners = new Map<string, Set<Listener>>();
  const deliver = (text: string): void => {
    for (const listener of listeners.get("message") ?? []) {
      listener({ data: text, origin: ORIGIN, source: wire.parent });
    }
  };
  const wire = makeWire({ ...options, calculator: options.calculator ?? new Evaluator() }, deliver);
  const define = (name: string, value: unknown): void => {
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  };
  const timers = ownTimers(define);
  define("window", globalThis);
  define("self", globalThis);
  define("top", wire.parent);
  define("parent", wire.parent);
  define("name", wire.windowName);
  define("document", makeDocument());
  define("location", {
    href: `${ORIGIN}/taskpane.html`,
    origin: ORIGIN,
    protocol: "https:",
    host: "localhost",
    hostname: "localhost",
    port: "",
    pathname: "/taskpane.html",
    search: "",
    hash: "",
  });
  define("history", { pushState: null, replaceState: null });
  define("sessionStorage", makeStorage());
  define("localStorage", makeStorage());
  define("navigator", { userAgent: "Node", language: "en-US", platform: "Node" });
  define("addEventListener", (type: string, listener: Listener) => {
    listeners.set(type, (listeners.get(type) ?? new Set()).add(listener));
  });
  define("removeEventListener", (type: string, listener: Listener) => {
    listeners.get(type)?.delete(listener);
  });
  await startClient(options);
  await wire.host.load(options.workbook);
  wire.host.onClose(() => timers.forEach(clearInterval));
  return wire.host;
};
