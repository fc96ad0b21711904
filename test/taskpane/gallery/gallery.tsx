// Draws the pane in a browser from a state that the gallery's script puts on the window, so that its pages can be looked at.
import { createRoot } from "react-dom/client";
import type { SessionState } from "../../../src/app/state";
import { App } from "../../../src/taskpane/App";
import { stillSession } from "../support/stillSession";

declare global {
  interface Window {
    galleryState?: SessionState;
  }
}

const root = document.createElement("div");
document.body.style.margin = "0";
document.body.append(root);
if (window.galleryState !== undefined) {
  createRoot(root).render(<App session={stillSession(window.galleryState)} readOfficeTheme={() => null} />);
}
