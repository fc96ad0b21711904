// The workbench page: a real grid beside the genuine pane, with the embedded host between them. No Excel, nothing leaves the page.
import "./page/page.css";
import { openXlsx } from "./files/openXlsx";
import { saveXlsx } from "./files/saveXlsx";
import { createUniver } from "./grid/createUniver";
import { GridMirror } from "./grid/gridMirror";
import { listenToGrid } from "./page/personsEdits";
import { openPane, type PaneFrame } from "./page/paneFrame";
import { startTools } from "./page/tools";
import { toData } from "./host/model/toData";

const SAMPLE = "samples/brackenshire.xlsx";

const element = (id: string): HTMLElement => {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`The page has no element "${id}".`);
  return found;
};

const univer = createUniver(element("grid"));
const mirror = new GridMirror(univer);
let pane: PaneFrame | null = null;
let selected = "";

listenToGrid(univer, mirror, () => pane?.host ?? null);

async function open(bytes: Uint8Array, name: string): Promise<void> {
  const workbook = await openXlsx(bytes, name);
  if (pane === null) {
    pane = openPane({ container: element("pane"), paneUrl: "taskpane.html", workbook, calculator: mirror, onTraffic: afterTraffic });
    await pane.host.workbook.calculate(true);
  } else {
    await pane.host.load(workbook);
    pane.reload();
  }
  element("book").textContent = `${name} is open.`;
}

function afterTraffic(): void {
  if (pane === null) return;
  const { workbook, metrics } = pane.host;
  const now = JSON.stringify([workbook.activeSheet.id, workbook.selection]);
  if (now !== selected) mirror.showSelection(workbook);
  selected = now;
  element("metrics").textContent = `${metrics.roundTrips} round trips, ${kilobytes(metrics.requestBytes)} sent, ${kilobytes(metrics.responseBytes)} received`;
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} kB`;
}

async function openSample(): Promise<void> {
  const answer = await fetch(SAMPLE);
  await open(new Uint8Array(await answer.arrayBuffer()), "brackenshire.xlsx");
}

function said(work: Promise<void>): void {
  work.catch((error: unknown) => {
    element("book").textContent = error instanceof Error ? `That did not work: ${error.message}` : "That did not work.";
  });
}

element("open-sample").addEventListener("click", () => said(openSample()));
element("open-file").addEventListener("change", (event) => {
  const file = (event.target as HTMLInputElement).files?.[0];
  if (file !== undefined) said(file.arrayBuffer().then((bytes) => open(new Uint8Array(bytes), file.name)));
});
document.addEventListener("dragover", (event) => event.preventDefault());
document.addEventListener("drop", (event) => {
  event.preventDefault();
  const file = event.dataTransfer?.files[0];
  if (file !== undefined) said(file.arrayBuffer().then((bytes) => open(new Uint8Array(bytes), file.name)));
});
element("save").addEventListener("click", () => {
  if (pane === null) return;
  const { workbook } = pane.host;
  said(saveXlsx(toData(workbook)).then((bytes) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([bytes as BlobPart]));
    link.download = workbook.name;
    link.click();
    URL.revokeObjectURL(link.href);
  }));
});
startTools(element, () => pane?.host ?? null);

// For browser tests, which can't see inside a canvas: the grid and the host by name.
Object.assign(window, { workbench: { univer, mirror, open, host: () => pane?.host ?? null } });
