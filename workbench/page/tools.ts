// The tools for trying what can go wrong: delay, failing requests, a second person's edits, a cell left in editing.
import type { EmbeddedHost } from "../host/host";
import { TRANSPORT_CODES, type Fault } from "../host/wac/faults";

/** RichApi codes of Microsoft's error list that the add-in treats in ways of their own. */
const ERROR_CODES = ["AccessDenied", "ItemNotFound", "GeneralException", "RequestAborted", "InsertDeleteConflict"] as const;

const FAULTS: ReadonlyMap<string, Fault> = new Map<string, Fault>([
  ...Object.keys(TRANSPORT_CODES).map((code): [string, Fault] => [`refused: ${code}`, { kind: "transport", code: code as keyof typeof TRANSPORT_CODES }]),
  ...ERROR_CODES.map((code): [string, Fault] => [`error: ${code}`, { kind: "error", code }]),
  ...ERROR_CODES.map((code): [string, Fault] => [`half done, then ${code}`, { kind: "half", code }]),
  ["answer lost", { kind: "dropped" }],
  ["null instead of values", { kind: "nullRead" }],
]);

export function startTools(element: (id: string) => HTMLElement, host: () => EmbeddedHost | null): void {
  const input = (id: string): HTMLInputElement => element(id) as HTMLInputElement;
  element("fault-code").append(...[...FAULTS.keys()].map((name) => new Option(name)));
  input("latency").addEventListener("change", () => {
    const target = host();
    if (target !== null) target.bridge.latencyMs = Number(input("latency").value);
  });
  element("fault").addEventListener("click", () => {
    const fault = FAULTS.get(input("fault-code").value);
    if (fault !== undefined) host()?.faults.atRequest(Number(input("fault-at").value), fault);
  });
  element("other-edit").addEventListener("click", () => {
    const typed = input("other-value").value;
    const value = typed !== "" && !Number.isNaN(Number(typed)) ? Number(typed) : typed;
    const book = element("book");
    host()?.user.edit(input("other-sheet").value, input("other-cell").value, value, { remote: true })
      .then(() => { book.textContent = `Someone else wrote to ${input("other-sheet").value}!${input("other-cell").value}.`; })
      .catch((error: unknown) => { book.textContent = error instanceof Error ? error.message : "That did not work."; });
  });
  input("editing").addEventListener("change", () => {
    if (input("editing").checked) host()?.user.beginEdit();
    else host()?.user.endEdit();
  });
}
