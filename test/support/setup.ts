// Runs before every test file: where there is a DOM, adds the matchers and the browser parts that jsdom lacks.
import { TextDecoder, TextEncoder } from "node:util";

class StillResizeObserver implements ResizeObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

if (typeof window !== "undefined") {
  // Only the files that ask for jsdom pay for loading the matchers.
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  require("@testing-library/jest-dom");
  const { configure } = jest.requireActual<typeof import("@testing-library/dom")>("@testing-library/dom");
  configure({ asyncUtilTimeout: 5000 });

  const missing: Record<string, unknown> = {
    TextDecoder,
    TextEncoder,
    ResizeObserver: StillResizeObserver,
    matchMedia: (media: string) => ({
      matches: false,
      media,
      onchange: null,
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
      addListener: () => undefined,
      removeListener: () => undefined,
      dispatchEvent: () => false,
    }),
  };
  for (const [name, value] of Object.entries(missing)) {
    if (!(name in globalThis)) {
      Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
    }
  }
}
