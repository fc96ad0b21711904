// Says what is wrong when the pane can't start, so that nobody is left before a blank pane. It runs before everything else.

/** Office.js is a small file; a network that has not brought it after this long is blocking it. */
const OFFICE_PATIENCE_MS = 12_000;
const START_PATIENCE_MS = 25_000;

const NO_OFFICE =
  "Common Purse could not start, because Office.js did not load. This pane takes it from Microsoft, and a network rule or a lost " +
  "connection may be in the way. Nothing in the workbook was changed. Check the connection, then close this pane and open it again; " +
  "if it stays, show this message to your IT support.";
const NO_START =
  "Common Purse could not start, because one of its own files did not load. Nothing in the workbook was changed. Close this pane and " +
  "open it again; if it stays, show this message to your IT support.";

function hasOffice(): boolean {
  return "Office" in window;
}

function hasStarted(): boolean {
  const root = document.getElementById("root");
  return root !== null && document.getElementById("starting") === null && root.childElementCount > 0;
}

/** Keeps to text nodes and plain elements: no library can be relied on here. */
function say(sentence: string): void {
  document.getElementById("starting")?.remove();
  const message = document.getElementById("guard-message") ?? document.createElement("p");
  message.id = "guard-message";
  message.setAttribute("role", "alert");
  message.style.cssText = "margin: 16px; font-family: 'Segoe UI', system-ui, sans-serif; line-height: 1.4";
  message.textContent = sentence;
  // While a script in the head is still awaited there is no body yet; the root element shows the message all the same.
  (document.getElementById("root") ?? document.body ?? document.documentElement).append(message);
}

function checkOffice(): void {
  if (hasOffice()) {
    // It came after all.
    document.getElementById("guard-message")?.remove();
  } else if (!hasStarted()) {
    say(NO_OFFICE);
  }
}

function checkStart(): void {
  if (hasOffice() && !hasStarted() && document.getElementById("guard-message") === null) {
    say(NO_START);
  }
}

window.addEventListener("load", checkOffice);
window.setTimeout(checkOffice, OFFICE_PATIENCE_MS);
window.setTimeout(checkStart, START_PATIENCE_MS);

export {};
