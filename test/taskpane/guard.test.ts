/**
 * Nobody is left before a blank pane: the guard speaks when Office.js or the pane's own script does not come.
 * @jest-environment jsdom
 */
const STARTING = '<div id="root"><p id="starting">Common Purse is starting.</p></div>';

beforeEach(() => {
  jest.useFakeTimers();
  document.body.innerHTML = STARTING;
  Reflect.deleteProperty(window, "Office");
  jest.isolateModules(() => {
    jest.requireActual("../../src/taskpane/guard");
  });
});
afterEach(() => {
  jest.clearAllTimers();
  jest.useRealTimers();
});

const loaded = (): boolean => window.dispatchEvent(new Event("load"));
const withOffice = (): void => void Object.assign(window, { Office: {} });
const message = (): string => document.getElementById("guard-message")?.textContent ?? "";

test("says that Office.js did not load as soon as the page is loaded without it", () => {
  loaded();
  expect(message()).toMatch(/Office\.js did not load/);
  expect(message()).toMatch(/Nothing in the workbook was changed/);
  expect(document.getElementById("starting")).toBeNull();
  expect(document.getElementById("guard-message")?.getAttribute("role")).toBe("alert");
});

test("says so after a while even when Office.js neither comes nor fails", () => {
  jest.advanceTimersByTime(11_000);
  expect(message()).toBe("");
  jest.advanceTimersByTime(2_000);
  expect(message()).toMatch(/Office\.js did not load/);
});

test("takes its message back when Office.js comes after all", () => {
  jest.advanceTimersByTime(13_000);
  withOffice();
  loaded();
  expect(message()).toBe("");
});

test("says that a file of ours did not load when the pane never starts", () => {
  withOffice();
  loaded();
  expect(message()).toBe("");
  jest.advanceTimersByTime(26_000);
  expect(message()).toMatch(/one of its own files did not load/);
});

test("keeps quiet when the pane has started", () => {
  withOffice();
  document.body.innerHTML = '<div id="root"><main>Sources</main></div>';
  loaded();
  jest.advanceTimersByTime(60_000);
  expect(message()).toBe("");
  expect(document.body.textContent).toBe("Sources");
});
