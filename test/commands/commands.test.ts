/** The ribbon's buttons, with Office's two calls stood in for. */
import { PAGES } from "../../src/app/state";
import { registerCommands, RIBBON_COMMANDS } from "../../src/commands/commands";

type Handler = (event: { completed: () => void }) => void;

function officeThat(showing: () => Promise<void>): Map<string, Handler> {
  const handlers = new Map<string, Handler>();
  const office = {
    actions: { associate: (name: string, handler: Handler) => void handlers.set(name, handler) },
    addin: { showAsTaskpane: showing },
  };
  Object.assign(globalThis, { Office: office });
  return handlers;
}

afterEach(() => {
  Reflect.deleteProperty(globalThis, "Office");
});

const press = (handlers: Map<string, Handler>, name: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const handler = handlers.get(name);
    if (handler === undefined) reject(new Error(`Nothing answers ${name}.`));
    else handler({ completed: () => resolve("completed") });
  });

test("each button opens its page, shows the pane and tells Office that it is done", async () => {
  let shown = 0;
  const opened: string[] = [];
  const handlers = officeThat(async () => void (shown += 1));
  registerCommands((page) => opened.push(page));
  expect([...handlers.keys()].sort()).toEqual(Object.keys(RIBBON_COMMANDS).sort());
  for (const [name, page] of Object.entries(RIBBON_COMMANDS)) {
    expect(await press(handlers, name)).toBe("completed");
    expect(opened.at(-1)).toBe(page);
  }
  expect(shown).toBe(opened.length);
});

test("every page of the pane has its button", () => {
  expect(Object.values(RIBBON_COMMANDS).sort()).toEqual([...PAGES].sort());
});

test("Office is told that a button is done even when the pane could not be shown", async () => {
  const handlers = officeThat(() => Promise.reject(new Error("no pane")));
  registerCommands(() => undefined);
  expect(await press(handlers, "openPool")).toBe("completed");
});
